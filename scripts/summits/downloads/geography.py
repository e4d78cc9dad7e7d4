"""Meetings as GeoJSON (RFC 7946): a point for each, where it began; none where nobody looked up where that is."""

from summits.dataset import DataSet
from summits.downloads import licence
from summits.downloads.flat import Column, row
from summits.downloads.plain import Json
from summits.downloads.records import Record, json_line


def geojson(data: DataSet, records: dict[str, Record], table: list[Column]) -> str:
    """A feature for each record, with the cells of its row as properties, a feature a line."""
    head = {"type": "FeatureCollection", "title": data.subject.title, "data_version": data.version}
    opening = json_line({**head, "license": licence.ADDRESS})[:-1]
    features = ",\n".join(_feature(one, record, table) for one, record in records.items())
    return f'{opening}, "features": [\n{features}\n]}}\n'


def _feature(record_id: str, record: Record, table: list[Column]) -> str:
    cells = zip(table, row(record, table), strict=True)
    properties: dict[str, Json] = {column.name: cell for column, cell in cells if cell is not None}
    feature = json_line({"type": "Feature", "id": record_id, "properties": properties})[:-1]
    return f'{feature}, "geometry": {_geometry(record["place"])}}}'


def _geometry(place: Json) -> str:
    if not isinstance(place, dict) or "latitude" not in place or "longitude" not in place:
        return "null"
    return json_line({"type": "Point", "coordinates": [place["longitude"], place["latitude"]]})
