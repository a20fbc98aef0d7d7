"""What of a log is lost or damaged, kept in the log itself, and entries that cannot take effect.

A loss is an entry of its own, so that a gap stays a gap in the record; it is told until somebody
says it is seen. An entry that speaks of what was lost is set apart: it stays in the log, is marked,
and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from msgspec.structs import replace

from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.declared import CORRECTIONS, Act, Happening, Teller, When
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import Loss
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import ID_LETTERS, MeetingState


class SeeLosses(Command, frozen=True):
    """What was lost of the log is seen and need not be told any more."""


class EventsLost(Event, frozen=True):
    """Events that were recorded and cannot be read any more; found when the session was opened."""

    name = "events_lost"
    first_number: int
    last_number: int
    since: datetime | None
    """When the last event before them was recorded; UTC."""
    until: datetime | None
    """When the next event was recorded, or, at the end, the last of them; where that is known."""
    file: str | None = None
    """Name of the file the damaged log was kept in, if it was."""
    replaced: bool | None = None
    """True where other events have their numbers: the log was exchanged for another."""


class EventsSetApart(Event, frozen=True):
    """Events that are in the log and have no effect: they depend on what was lost."""

    name = "events_set_apart"
    numbers: tuple[int, ...]


class LossesSeen(Event, frozen=True):
    """Somebody has seen what was lost."""

    name = "losses_seen"
    numbers: tuple[int, ...]
    """Of the entries that told of it."""


def see_losses(
    state: MeetingState, command: SeeLosses, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Say that what was lost is seen; refused where nothing is left to be seen."""
    found = unseen(state)
    if not found:
        return refuse("nothing_lost")
    return (LossesSeen(tuple(each.seq for each in found)),)


def unseen(state: MeetingState) -> tuple[Loss, ...]:
    """What is told until somebody says it is seen, oldest first."""
    return tuple(each for each in state.losses if not each.is_seen)


def on_lost(state: MeetingState, event: EventsLost, entry: Entry) -> None:
    """The loss is known; no id that a lost event may have given out is given again."""
    loss = Loss(
        seq=entry.seq,
        at=entry.at,
        first=event.first_number,
        last=event.last_number,
        since=event.since,
        until=event.until,
        file=event.file or "",
        is_replaced=bool(event.replaced),
    )
    state.losses.append(loss)
    sorts = {*ID_LETTERS, *state.counts, *(f"segment {item}" for item in state.items)}
    for sort in sorts:
        state.counts[sort] = state.counts.get(sort, 0) + event.last_number - event.first_number + 1


def on_set_apart(state: MeetingState, event: EventsSetApart, entry: Entry) -> None:
    """It is known which entries have no effect."""
    state.losses.append(Loss(seq=entry.seq, at=entry.at, apart=event.numbers))


def on_seen(state: MeetingState, event: LossesSeen, entry: Entry) -> None:
    """What was told is told no more."""
    state.losses[:] = [
        replace(each, is_seen=True) if each.seq in event.numbers else each for each in state.losses
    ]


def missing_numbers(entries: Sequence[Entry], end: int) -> tuple[tuple[int, int], ...]:
    """Stretches of numbers up to `end` that no entry has and no loss among them accounts for."""
    if entries and entries[-1].seq == len(entries) == end:
        return ()
    found: list[tuple[int, int]] = []
    previous = 0
    for number in (*(entry.seq for entry in entries), end + 1):
        if number > previous + 1:
            found.append((previous + 1, number - 1))
        previous = max(previous, number)
    told = [e.event for e in entries if isinstance(e.event, EventsLost)]
    known = {
        number for event in told for number in range(event.first_number, event.last_number + 1)
    }
    return tuple(stretches(n for a, b in found for n in range(a, b + 1) if n not in known))


def stretches(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of each unbroken stretch of ascending numbers."""
    for _, group in groupby(enumerate(numbers), key=lambda each: each[1] - each[0]):
        stretch = [number for _, number in group]
        yield stretch[0], stretch[-1]


def set_apart(entries: Iterable[Entry]) -> frozenset[int]:
    """Numbers of the entries that a log itself says have no effect."""
    told = (each.event for each in entries if isinstance(each.event, EventsSetApart))
    return frozenset(number for event in told for number in event.numbers)


def found_lost(
    entries: Sequence[Entry],
    apart: Iterable[int],
    end: int,
    until: datetime | None = None,
    file: str | None = None,
) -> tuple[Event, ...]:
    """What a log is to say of its losses, and does not say yet.

    `end` and `until`: number and moment of the last event that is known to have been. `apart`: the
    entries that could not take effect. `file`: where the damaged log is kept.
    """
    lost: list[Event] = []
    for first, last in missing_numbers(entries, end):
        before = [each.recorded_at for each in entries if each.seq < first]
        after = [each.recorded_at for each in entries if each.seq > last]
        since = before[-1] if before else None
        ends = after[0] if after else until
        lost.append(EventsLost(first, last, since, ends, file))
    new = tuple(sorted(set(apart) - set_apart(entries)))
    return (*lost, *((EventsSetApart(new),) if new else ()))


def speaks_of_lost(state: MeetingState, event: Event) -> bool:
    """Whether an event is about something that the state does not hold, as it was lost."""
    held: dict[str, tuple[Mapping[str, Any], ...]] = {
        "inscription": (state.inscriptions,),
        "intervention": (state.interventions, state.struck),
        "point_of_order": (state.points_of_order,),
        "point": (state.points, state.item_notes, state.struck),
    }
    for name, places in held.items():
        about = getattr(event, name, None)
        if about and name != event.makes and not any(about in place for place in places):
            return True
    return False


def carefully(
    state: MeetingState, entry: Entry, evolve: Callable[[MeetingState, Entry], None]
) -> MeetingState | None:
    """The state with an entry in effect; None where it cannot be, and `state` is as it was."""
    after = state.snapshot()
    if speaks_of_lost(state, entry.event):
        return None
    try:
        evolve(after, entry)
    except LogDamaged:
        return None
    return after


def _lost(teller: Teller, event: EventsLost) -> str:
    told = _numbers([*range(event.first_number, event.last_number + 1)])
    if event.replaced:
        return teller.told(event, "replaced", **told)
    if event.since is None:
        return teller.told(event, **told)
    since = teller.clock(event.since)
    if event.until is None:
        return teller.told(event, "after", since=since, **told)
    until = teller.clock(event.until)
    return teller.told(
        event, "at" if since == until else "between", since=since, until=until, **told
    )


def _numbers(numbers: Sequence[int]) -> dict[str, Any]:
    """`3, 7, 9-18`, and how many they are."""
    ends = stretches(numbers)
    told = (str(first) if first == last else f"{first}-{last}" for first, last in ends)
    return {"place": ", ".join(told), "count": len(numbers)}


HAPPENINGS = (
    Happening(EventsLost, on_lost, _lost, (CORRECTIONS,), never_undone=True),
    Happening(
        EventsSetApart,
        on_set_apart,
        lambda t, e: t.told(e, **_numbers(e.numbers)),
        (CORRECTIONS,),
        never_undone=True,
    ),
    Happening(LossesSeen, on_seen, Teller.told, (CORRECTIONS,), leaves_final=True),
)


ACTS = (Act("seen", "record", {SeeLosses: see_losses}, when=When.EVER, probe=SeeLosses()),)
