"""A document against a model: which keys are unknown, missing or of the wrong type.

Pydantic finds them; here they are put in words for a person who has the file open, with an example
of the line that was expected.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_type_hints

from meeting_tui.agenda.checks import A_SHARE, Frozen, in_pydantics_words
from meeting_tui.agenda.findings import Finding, nearest, table_name
from meeting_tui.agenda.model import Words
from meeting_tui.agenda.toml_lines import Place
from meeting_tui.text import clean_line
from meeting_tui.words import Sentence

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=Frozen)

UNKNOWN = Sentence("plan_fault.unknown_key")
MISSING = Sentence("plan_fault.missing")
EMPTY = Sentence("plan_fault.empty")
A_TEXT = Sentence("plan_fault.a_text")
YES_OR_NO = Sentence("plan_fault.true_or_false")
A_WHOLE_NUMBER = Sentence("plan_fault.a_whole_number")
A_TABLE = Sentence("plan_fault.a_table")

_TYPES = {
    "int_type": A_WHOLE_NUMBER,
    "float_type": Sentence("plan_fault.a_number"),
    "string_type": Sentence("plan_fault.want_text"),
    "bool_type": YES_OR_NO,
    "date_type": Sentence("plan_fault.want_date", example="2026-03-19"),
    "datetime_type": Sentence("plan_fault.want_date_time", example="2026-03-19T10:00:00"),
    "string_pattern_mismatch": Sentence("plan_fault.want_id"),
}
_NAMES = (
    (str, A_TEXT),
    (bool, YES_OR_NO),
    (int, A_WHOLE_NUMBER),
    (float, Sentence("plan_fault.a_point_number")),
    (datetime, Sentence("plan_fault.a_moment")),
    (date, Sentence("plan_fault.a_date")),
    (time, Sentence("plan_fault.a_time")),
    (tuple, Sentence("plan_fault.a_list")),
    (dict, A_TABLE),
)
_EXAMPLES = {
    "body": '"Arms Trade Treaty, Working Group on Transparency and Reporting"',
    "date": "2026-03-19",
    "default_limit": '"3:00"',
    "en": '"Other matters"',
    "delegation_kinds": '["state_party"]',
    "end": "2026-03-19T13:00:00",
    "id": '"1"',
    "item": '"1"',
    "kind": '"discussion"',
    "limits": '["2:00", "1:00"]',
    "minutes": "30",
    "name": '"group statements"',
    "number": "8",
    "rules": '"att-wgtr"',
    "set": '"preparatory"',
    "short": '"other matters?"',
    "short_title": '"ATT WGTR"',
    "start": "2026-03-19T10:00:00",
    "text": '"What else is to be raised?"',
    "title": '"Other matters"',
    "to_decide": '"majority"',
    "to_open": '"1/3"',
    "what": '"Proposals to the Secretariat"',
    "zone": '"Europe/Zurich"',
}


DEEPEST = 50
"""Lists and tables within each other that a file may have; the models need five."""


def tidied(value: Any, depth: int = 0) -> Any:
    """A TOML value with its texts cleaned at the text boundary and its lists unchangeable.

    Raises RecursionError below `DEEPEST` levels, so that nothing after it need count them.
    """
    if depth > DEEPEST:
        raise RecursionError
    if isinstance(value, str):
        return clean_line(value)
    if isinstance(value, list):
        return tuple(tidied(element, depth + 1) for element in value)
    if isinstance(value, dict):
        return {key: tidied(element, depth + 1) for key, element in value.items()}
    return value


def validated(
    model: type[Model], document: Mapping[str, Any], as_written: Mapping[str, str]
) -> Model | list[Finding]:
    """`document` as a `model`, or what is wrong with it.

    `as_written` maps field names to the keys in the file where the two differ.
    """
    from pydantic import ValidationError

    try:
        read: Model = _adapter(model).validate_python(document)
    except ValidationError as error:
        found = error.errors(include_url=False)
        return _without_echoes([_finding(model, details, as_written) for details in found])
    return read


@cache
def _adapter(model: type[Any]) -> TypeAdapter[Any]:
    """What reads a model; making it takes longer than reading a plan."""
    from pydantic import ConfigDict, TypeAdapter

    return TypeAdapter(model, config=ConfigDict(strict=True))


def _without_echoes(findings: list[Finding]) -> list[Finding]:
    """The findings without those that only follow from another.

    A key that stands there misspelt is not missing; a list whose tables are wrong is not empty.
    """
    places = [finding.place for finding in findings]
    misspelt = {
        (*finding.place[:-1], str(finding.expected or "").strip('"'))
        for finding in findings
        if finding.what == UNKNOWN
    }
    return [
        finding
        for finding in findings
        if not (finding.what == MISSING and finding.place in misspelt)
        and not (
            finding.what == EMPTY
            and any(other[: len(finding.place)] == finding.place != other for other in places)
        )
    ]


def _finding(model: type[Frozen], details: ErrorDetails, as_written: Mapping[str, str]) -> Finding:
    place = tuple(as_written.get(str(part), part) for part in details["loc"])
    key = str(place[-1])
    kind, given = details["type"], details["input"]
    if kind == "unexpected_keyword_argument":
        around = _around(model, details["loc"]).__struct_fields__
        known = [as_written.get(name, name) for name in around]
        return unknown_key(place, known)
    if kind == "missing":
        return Finding(place, MISSING, _line_for(model, details["loc"], key))
    if kind == "too_short":
        return Finding(place, EMPTY, _list_wanted(model, details["loc"]))
    if kind == "string_too_short":
        return Finding(place, EMPTY, A_TEXT)
    if kind == "greater_than_equal":
        least = Sentence("plan_fault.or_more", least=str(details["ctx"]["ge"]))
        return Finding(place, Sentence("plan_fault.too_small", value=str(given)), least)
    if kind == "literal_error":
        what = Sentence("plan_fault.unknown_value", value=str(given))
        return Finding(place, what, _either(details["ctx"]["expected"]))
    if kind == "string_pattern_mismatch":
        if details["ctx"]["pattern"] == in_pydantics_words(A_SHARE)["pattern"]:
            what = Sentence("plan_fault.no_share", value=str(given))
            return Finding(place, what, Sentence("plan_fault.want_share"))
        return Finding(place, Sentence("plan_fault.no_id", value=str(given)), _TYPES[kind])
    if kind == "tuple_type":
        expected = _list_wanted(model, details["loc"])
    elif kind == "dataclass_type":
        expected = _table_wanted(model, details["loc"])
    else:
        expected = _TYPES.get(kind) or Sentence("plan_fault.other", said=details["msg"])
    return Finding(place, Sentence("plan_fault.is", thing=_named(given)), expected)


def _either(said: str) -> Sentence | str:
    """The values that pydantic would take, as it names them: `'one', 'two' or 'three'`."""
    names, _, last = said.rpartition(" or ")
    if not names:
        return last
    return Sentence("plan_fault.either", names=tuple(names.split(", ")), last=last)


def unknown_key(place: Place, known: list[str]) -> Finding:
    """The finding that the last key of `place` does not exist beside those known."""
    meant = nearest(str(place[-1]), known)
    if meant:
        return Finding(place, UNKNOWN, f'"{meant}"')
    return Finding(place, UNKNOWN, Sentence("fault.one_of", names=tuple(sorted(known))))


def _line_for(model: type[Frozen], loc: Place, key: str) -> Sentence:
    """What to write for a missing key."""
    if _table_in(_declared(_around(model, loc), loc[-1]), listed=True):
        return _list_wanted(model, loc)
    if key in _EXAMPLES:
        return Sentence("plan_fault.want_line", example=f"{key} = {_EXAMPLES[key]}")
    return Sentence("plan_fault.want_table", name=f"[{key}]")


def _list_wanted(model: type[Frozen], loc: Place) -> Sentence:
    """What a list should hold."""
    annotation = _declared(_around(model, loc), loc[-1])
    if _table_in(annotation, listed=True):
        return Sentence("plan_fault.want_tables", name=table_name(loc))
    return Sentence("plan_fault.want_list")


def _table_wanted(model: type[Frozen], loc: Place) -> Sentence:
    """What was expected where something else than a table stands."""
    if isinstance(loc[-1], int):
        return Sentence("plan_fault.want_table", name=table_name(loc))
    inner = _table_in(_declared(_around(model, loc), loc[-1]), listed=False)
    return Sentence("plan_fault.want_words") if inner is Words else A_TABLE


def _around(model: type[Frozen], loc: Place) -> type[Frozen]:
    """The model of the table that the last key of `loc` is in."""
    for part in loc[:-1]:
        if isinstance(part, str):
            inner = _table_in(_declared(model, part), listed=False)
            assert inner is not None  # only tables hold keys
            model = inner
    return model


def _declared(model: type[Frozen], key: object) -> Any:
    """The declared type of a field."""
    return get_type_hints(model)[str(key)]


def _table_in(annotation: Any, *, listed: bool) -> type[Frozen] | None:
    """The model that a field holds, alone or in a list; with `listed` only one in a list."""
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        return None if listed else annotation
    inside = listed and getattr(annotation, "__origin__", None) is not tuple
    for argument in get_args(annotation):
        found = _table_in(argument, listed=inside)
        if found is not None:
            return found
    return None


def _named(value: object) -> Sentence | str:
    """What a value is, for a person: `a text`, `a list`."""
    if isinstance(value, str):
        return Sentence("plan_fault.said_text", thing=A_TEXT, value=value)
    known = (name for kind, name in _NAMES if isinstance(value, kind))
    return next(known, type(value).__name__)
