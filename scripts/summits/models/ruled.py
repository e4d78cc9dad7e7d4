"""The rule of a field in words, the one home of them for drafts, `summits explain` and the codebook."""

from pydantic.fields import FieldInfo

from summits.models.documented import Coded
from summits.models.seen import SEEN_LINE, SEEN_TEXT
from summits.models.shapes import Shape, edge_of, example_of, is_fact, keys_of, names_of, shape_of

#: What one of a kind of records, or of a list of the subject, is called.
SINGULAR = {
    "people": "person",
    "places": "place",
    "agreements": "agreement",
    "sources": "source",
    "meetings": "meeting",
    "states": "state",
    "offices": "office",
    "topics": "topic",
}
#: What an editor sees of a text in one line or several.
ANY_TEXT = (SEEN_LINE["pattern"], SEEN_TEXT["pattern"])
#: The rule of a field that takes an id, whatever it names.
AN_ID = "an id, lower-case ASCII words joined by hyphens"


def rule_of(field: FieldInfo) -> str:
    """The rule of a field in words, with what its ids name: `for each state, the id of a person`."""
    rule, by, named = shape_of(field).rule, SINGULAR.get(keys_of(field), ""), SINGULAR.get(names_of(field), "")
    if named and shape_of(field).keys_alone:
        by, rule = named, rule.replace("an id", _the_id_of(named), 1)
    elif named:
        rule = rule.replace(AN_ID, _the_id_of(named), 1)
    return rule.replace("for each id", f"for each {by}", 1) if by else rule


def _the_id_of(named: str) -> str:
    return f"the id of {'an' if named[0] in 'aeiou' else 'a'} {named}"


def permitted(shape: Shape) -> type[Coded] | None:
    """The closed list of values of a shape, or of its items."""
    return shape.choices or (permitted(shape.inner) if shape.inner else None)


def explanation(field: FieldInfo, whole: bool = True) -> str:
    """What a field says, its rule, and what to do in doubt.

    `whole`: also what a draft shows by itself, whether it is needed and cited, and the rule where any text will do or
    the permitted values, or the parts, follow.
    """
    rule, shape = rule_of(field), shape_of(field)
    shown = shape.form in {"choice", "part"} or shape.typed.get("pattern") in ANY_TEXT
    parts = [field.description or ""]
    parts += [f"{rule[:1].upper()}{rule[1:]}."] if whole or not shown else []
    parts += ["Needed."] if whole and field.is_required() else []
    parts += ["To be cited."] if whole and is_fact(field) else []
    parts += [f"In doubt: {edge}"] if (edge := edge_of(field)) else []
    return " ".join(parts)


def examples_of(field: FieldInfo) -> list[str]:
    """Values of a field as somebody types them: its own, or those of its shape."""
    own = example_of(field)
    return [own] if own else _examples(shape_of(field))


def _examples(shape: Shape) -> list[str]:
    told = shape.typed.get("examples")
    if isinstance(told, list) and shape.form == "value":
        return [str(one) for one in told]
    return _examples(shape.inner) if shape.inner else []
