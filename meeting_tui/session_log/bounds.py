"""What no log holds, whoever wrote it: numbers, days and names that nothing can reckon with.

A file with all its hashes right may say that a limit is 10 to the power of 15, or that a sitting is
in the year 9999; each sum would then fail, on every screen, long after the file was taken. So each
entry is looked at where it is read, from whatever file. The bounds are far beyond what the program
ever writes: a log of any age is within them. What a plan may say more narrowly is checked where
somebody hands a file over.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import cache
from typing import Any, cast
from zoneinfo import ZoneInfo

from meeting_tui.agenda.checks import Frozen, is_day
from meeting_tui.agenda.rules import TIMEKEEPER_BOUNDS
from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.entry import Event, SessionStarted
from meeting_tui.patterns import late_pattern

MOST = 10**11
"""Of anything: three thousand years in seconds; a clock without its battery begins in 1970."""
MOST_TIME = 10**8
"""Seconds of a limit, minutes of an item: no line that can be typed says as much."""

_MAY_BE_LESS = frozenset({"clock_jumped", "gap_discounted", "gap_counted"})
"""Events whose seconds tell which way a clock went."""
_OF_TIME = ("seconds", "minutes")
_NUMBER = late_pattern(r"\b(int|float)\b")


class OutOfBounds(LogDamaged):
    """An entry holds what no log holds, though all its hashes may be right."""


def beyond(event: Event) -> tuple[str, object] | None:
    """The field of an event, and its value, that no log holds; None where all is well."""
    for name, sort in _fields(cast("Hashable", type(event))):
        value = getattr(event, name)
        if value is not None and not _holds(name, sort, value, _least(event, name)):
            return name, value
    if isinstance(event, SessionStarted):
        return next(_in_plan(event), None)
    return None


def _least(event: Event, name: str) -> int:
    return -MOST if event.name in _MAY_BE_LESS or not _is_time(name) else 0


def _is_time(name: str) -> bool:
    return name.endswith(_OF_TIME)


def _holds(name: str, sort: str, value: Any, least: int) -> bool:
    if sort == "moment":
        return is_day(value)
    if sort == "file":
        return bool(value) and value not in (".", "..") and not set(value) & {"/", "\\", "\0"}
    if sort == "numbers":
        return all(0 <= each <= MOST for each in value)
    return bool(least <= value <= (MOST_TIME if _is_time(name) and least == 0 else MOST))


@cache
def _fields(kind: Any) -> tuple[tuple[str, str], ...]:
    """The fields of a record that are bounded, each with its sort."""
    return tuple(
        (name, sort)
        for name, declared in kind.__annotations__.items()
        if name in kind.__struct_fields__ and (sort := _sort(name, declared)) is not None
    )


def _sort(name: str, declared: str) -> str | None:
    if name == "file":
        return "file"
    if "datetime" in declared or declared.startswith(("date", "Day")):
        return "moment"
    if not _NUMBER.search(declared):
        return None
    return "numbers" if "tuple[" in declared else "number"


def _in_plan(event: SessionStarted) -> Iterator[tuple[str, object]]:
    """What is beyond the bounds in the plan and in the rules."""
    parts: list[tuple[str, Frozen]] = [("agenda", event.agenda), ("rules", event.rules)]
    parts += [("earlier", event.earlier)] if event.earlier else []
    for place, part in parts:
        for name, sort, value in _parts(place, part):
            bare = name.rpartition(".")[2]
            least, most = TIMEKEEPER_BOUNDS.get(bare, (value, value))
            if not (_holds(bare, sort, value, 0) and least <= value <= most):
                yield name, value


def _parts(place: str, part: Frozen) -> Iterator[tuple[str, str, Any]]:
    """Everything bounded in a table of the plan and in those within it."""
    bounded = dict(_fields(cast("Hashable", type(part))))
    for key in part.__struct_fields__:
        value, name = getattr(part, key), f"{place}.{key}"
        if value is not None and key in bounded:
            yield name, bounded[key], value
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Frozen):
                yield from _parts(name, inner)


def is_zone(name: str) -> bool:
    """Whether this machine knows a zone of that name."""
    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return False
    return True
