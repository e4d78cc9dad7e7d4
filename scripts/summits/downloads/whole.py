"""The whole record in one JSON document."""

from summits.dataset import DataSet
from summits.downloads.api import index, subject, versions
from summits.downloads.records import json_line, records


def whole_record(data: DataSet) -> str:
    """What the index and the subject of the API say, then every record, one a line."""
    told = {name: value for name, value in index(data).items() if name != "lists"}
    head = json_line({**versions(data), **told, "subject": subject(data)})[:-1]
    lists = (f'"{name}": [\n' + ",\n".join(made.lines.values()) + "\n]" for name, made in records(data).items())
    return f"{head}, {', '.join(lists)}}}\n"
