"""Reads what our own program wrote, without the library that checks anything else.

A session that is continued is read before the first screen, and importing pydantic takes a tenth of
a second. So values exactly as declared are read here; everything else in a log is left to pydantic,
which is just as strict and says what is wrong.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from datetime import date, datetime
from math import isfinite
from typing import (
    Annotated,
    Any,
    Literal,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from msgspec import Struct

from meeting_tui.agenda.checks import Check

Kind = TypeVar("Kind", bound=Struct)
Read = Callable[[Any], Any]


class NotPlain(ValueError):
    """The value is not written the way our program writes it."""


def read_as(kind: type[Kind], table: object) -> Kind:
    """The record in a table of plain values; raises ValueError for anything unusual."""
    if type(table) is not dict:
        raise NotPlain
    readers, needed = _readers(kind)
    if not needed <= table.keys() <= readers.keys():
        raise NotPlain
    return kind(**{name: readers[name](value) for name, value in table.items()})


_KNOWN: dict[type[Any], tuple[dict[str, Read], frozenset[str]]] = {}


def _readers(kind: type[Any]) -> tuple[dict[str, Read], frozenset[str]]:
    """How each field of a record is read, and which fields are required."""
    if kind not in _KNOWN:
        names, declared = kind.__struct_fields__, kind.__annotations__
        readers = {name: _COMMON[declared[name]] for name in names if declared[name] in _COMMON}
        if len(readers) < len(names):
            hints = get_type_hints(kind, include_extras=True)
            readers = {name: _reader(hints[name]) for name in names}
        needed = frozenset(names[: len(names) - len(kind.__struct_defaults__)])
        _KNOWN[kind] = readers, needed
    return _KNOWN[kind]


def _reader(hint: Any) -> Read:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _keeping(_reader(parts[0]), parts[1:])
    if origin is tuple:
        return _list_of(_reader(parts[0]))
    if origin in (Union, types.UnionType):
        (inner,) = (_reader(part) for part in parts if part is not type(None))
        return _or_nothing(inner)
    if origin is Literal:
        return lambda value: value if value in parts else _refuse()
    if isinstance(hint, type) and issubclass(hint, Struct):
        return lambda value: read_as(hint, value)
    return _COMMON[hint.__name__]


def _refuse() -> Any:
    raise NotPlain


def _exactly(kind: type[Any]) -> Read:
    return lambda value: value if type(value) is kind else _refuse()


def _text(value: Any) -> str:
    # Half a surrogate pair can be kept nowhere; encoding refuses it, with a ValueError too.
    if type(value) is str and (value.isascii() or value.encode()):
        return value
    raise NotPlain


def _number(value: Any) -> float:
    if type(value) in (int, float) and isfinite(value):
        return float(value)
    raise NotPlain


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    return moment if moment.tzinfo else _refuse()


def _day(value: Any) -> date:
    return date.fromisoformat(_text(value))


def _list_of(read: Read) -> Read:
    return lambda value: tuple(map(read, value)) if type(value) is list else _refuse()


def _or_nothing(read: Read) -> Read:
    return lambda value: None if value is None else read(value)


def _keeping(read: Read, marks: tuple[Check, ...]) -> Read:
    def kept(value: Any) -> Any:
        got = read(value)
        return got if all(mark.holds(got) for mark in marks) else _refuse()

    return kept


_COMMON: dict[str, Read] = {
    "str": _text,
    "str | None": _or_nothing(_text),
    "int": _exactly(int),
    "int | None": _or_nothing(_exactly(int)),
    "bool": _exactly(bool),
    "float": _number,
    "tuple[str, ...]": _list_of(_text),
    "datetime": _moment,
    "date": _day,
}
"""Most declarations need no look-up, which is most of the cost of reading a first event."""
