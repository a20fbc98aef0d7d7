"""A table before it has a format: values with their types, and columns that know who may see them.

Instants stay instants and lengths of time lengths of time, so that a workbook can count with them;
words from a fixed list stay ids until a format for people says them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

Row = TypeVar("Row")

NAMED, COUNTED, ANONYMOUS = "named", "counted", "anonymous"
_SHOWN = {
    NAMED: (NAMED, COUNTED, ANONYMOUS),
    COUNTED: (COUNTED, ANONYMOUS),
    ANONYMOUS: (ANONYMOUS,),
}
"""Naming -> the columns it shows, by the least of namings they are for."""
OFFSET = "utc_offset"


class Term(Struct, frozen=True):
    """A word from a fixed list: its id for programs, and what it is called."""

    id: str
    said: str


Value = str | int | float | bool | datetime | timedelta | Term | None
"""An instant is of the agenda's zone, and has it only in an hour that comes twice; None is an empty
cell."""


class Head(Struct, frozen=True):
    """The head of a column."""

    key: str
    """Its heading is `report.column.<key>` or `excel.column.<key>`."""
    text: str | None = None
    """The heading itself, where the agenda has it and no sentence."""
    above: str = ""
    """What stands over the heading."""
    is_prose: bool = False
    """Whether people wrote what stands in it, so that it is set in lines."""


class Table(Struct, frozen=True):
    """Rows under heads, as a sheet or a file shows them."""

    name: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Value, ...], ...]
    feet: tuple[tuple[Value, ...], ...] = ()
    """Sums, below what is sorted and filtered."""
    held: int = 1
    """How many columns at the left stay in sight."""

    def without(self, key: str) -> Table:
        """The table without a column, where it has it."""
        kept = [place for place, head in enumerate(self.heads) if head.key != key]
        return replace(
            self,
            heads=tuple(self.heads[place] for place in kept),
            rows=tuple(tuple(row[place] for place in kept) for row in self.rows),
            feet=tuple(tuple(row[place] for place in kept) for row in self.feet),
        )


def with_offsets(of: Table) -> Table:
    """The table with a column of offsets behind each in which an hour comes twice.

    For a format whose instants have no offset: `+02:00` where it says which of the two is meant.
    """
    places = range(len(of.heads))
    twice = [n for n in places if any(_offset(row[n]) for row in (*of.rows, *of.feet))]
    if not twice:
        return of

    def widened(row: tuple[Value, ...]) -> tuple[Value, ...]:
        beside = [(row[n], *((_offset(row[n]),) if n in twice else ())) for n in places]
        return tuple(value for cells in beside for value in cells)

    heads = [(of.heads[n], *((Head(OFFSET),) if n in twice else ())) for n in places]
    return replace(
        of,
        heads=tuple(head for each in heads for head in each),
        rows=tuple(map(widened, of.rows)),
        feet=tuple(map(widened, of.feet)),
        held=of.held + sum(n < of.held for n in twice),
    )


def _offset(value: Value) -> str | None:
    """`+02:00`, of an instant in an hour that comes twice."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        return None
    return value.isoformat()[-6:]


class Column(Generic[Row]):
    """One column: its key, what of a row stands in it, and the least naming that shows it."""

    __slots__ = ("head", "least", "value")

    def __init__(
        self,
        key: str,
        value: Callable[[Row], Value],
        least: str = ANONYMOUS,
        *,
        is_prose: bool = False,
    ) -> None:
        """`least`: `ANONYMOUS` is always shown, `NAMED` only where all are named."""
        self.head = Head(key, is_prose=is_prose)
        self.value = value
        self.least = least


def table(
    name: str,
    columns: Iterable[Column[Row]],
    subjects: Iterable[Row],
    naming: str,
    *,
    feet: Iterable[Row] = (),
    held: int = 1,
) -> Table:
    """One row for each of `subjects`, in the columns that `naming` allows."""
    shown = [each for each in columns if each.least in _SHOWN[naming]]
    return Table(
        name=name,
        heads=tuple(each.head for each in shown),
        rows=tuple(tuple(each.value(row) for each in shown) for row in subjects),
        feet=tuple(tuple(each.value(row) for each in shown) for row in feet),
        held=held,
    )
