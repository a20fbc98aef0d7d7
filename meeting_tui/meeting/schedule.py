"""Changing the schedule: what may be planned otherwise while the meeting is run.

Only when, for how long and whether something is planned changes; numbers and official order do not.
What is over stays as it was planned, for it is what the day is measured against.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from meeting_tui.agenda.local_times import instants_of, local_text
from meeting_tui.agenda.model import Sitting
from meeting_tui.agenda.plan import PlannedItem, planned_items
from meeting_tui.meeting.days import span_on_day
from meeting_tui.meeting.declared import Act
from meeting_tui.meeting.entry import Command, Event
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import (
    ITEMS,
    Fields,
    Part,
    next_word,
    no_such_item,
    part,
    with_reason,
)
from meeting_tui.meeting.typed_times import typed_instant

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


class PlanMove(Command, frozen=True):
    item: str
    sitting: str | None
    before: str | None
    is_last: bool
    reason: str


class PlanTime(Command, frozen=True):
    place: str
    """An item or a segment."""
    minutes: int
    reason: str


class PlanSplit(Command, frozen=True):
    item: str
    minutes: int
    sitting: str
    reason: str


class PlanSitting(Command, frozen=True):
    sitting: str
    start: time
    end: time
    reason: str


class ItemReplanned(Event, frozen=True):
    """An item is planned in a sitting, before another item; whole, also where it was split."""

    name = "item_replanned"
    item: str
    sitting: str
    before: str | None
    """The item it is planned before in the running order; None: behind all others."""
    reason: str


class PlannedTimeSet(Event, frozen=True):
    """An item or a segment is planned for so many minutes."""

    name = "planned_time_set"
    place: str
    """The item or segment."""
    minutes: int
    before_minutes: int | None
    """What was planned until then; None for a segment without minutes of its own."""
    reason: str


class ItemSplit(Event, frozen=True):
    """The first minutes of an item stay where they are planned, the rest comes in a sitting."""

    name = "item_split"
    item: str
    minutes: int
    sitting: str
    reason: str


class SittingRetimed(Event, frozen=True):
    """A sitting has new planned times, on the day of the agenda."""

    name = "sitting_retimed"
    sitting: str
    planned_start: datetime
    planned_end: datetime
    reason: str


MOST_MINUTES = 1440
LONGEST_NIGHT = timedelta(hours=12)
"""An end before the start is after midnight where the sitting is not longer than that."""


def plan_now(state: MeetingState) -> dict[str, PlannedItem]:
    """When each item is planned as things stand, by its id, on the day of the agenda."""
    planned = planned_items(state.agenda, state.running_order, state.splits)
    return {each.item: each for each in planned}


def pieces_of(state: MeetingState, item: str) -> tuple[tuple[str, int], ...]:
    """The sitting and minutes of each part an item is planned in, one for most."""
    planned = plan_now(state)[item]
    minutes = next(each.minutes for each in state.agenda.items if each.id == item)
    return state.splits.get(item) or ((planned.sitting, minutes),)


def next_in_sitting(state: MeetingState, item: str, sitting: str) -> str | None:
    """The first item planned in a sitting, wholly or in part, behind another in the running order.

    None where there is none.
    """
    behind = state.running_order[state.running_order.index(item) + 1 :]
    return next((each for each in behind if _is_in(state, each, sitting)), None)


def _is_in(state: MeetingState, item: str, sitting: str) -> bool:
    return any(place == sitting for place, _ in pieces_of(state, item))


def move_item(state: MeetingState, command: PlanMove, now: datetime) -> tuple[Event, ...] | Refusal:
    """Plan an item in another sitting, before another item, or behind all."""
    phase = state.items[command.item].phase
    if phase != "planned":
        return refuse("plan_item_over" if phase == "closed" else "plan_begun", item=command.item)
    before = command.before
    if before == command.item:
        return refuse("plan_before_itself", item=before)
    if before and state.items[before].phase != "planned":
        return refuse("plan_before_begun", item=before)
    planned = plan_now(state)
    sitting = command.sitting or planned[before or command.item].sitting
    if is_over(state, sitting, now):
        return refuse("plan_sitting_over", sitting=sitting)
    if before and not _is_in(state, before, sitting):
        other = planned[before].sitting
        return refuse("plan_not_in_sitting", item=before, other=other, sitting=sitting)
    behind = next_in_sitting(state, command.item, sitting)
    if before is None and not command.is_last:
        before = behind
    is_there = planned[command.item].sitting == sitting and command.item not in state.splits
    if is_there and before == behind:
        return refuse("plan_same_place", item=command.item)
    return (ItemReplanned(command.item, sitting, before, command.reason),)


def set_time(state: MeetingState, command: PlanTime, now: datetime) -> tuple[Event, ...] | Refusal:
    """Plan an item or a segment for so many minutes."""
    if not 1 <= command.minutes <= MOST_MINUTES:
        return refuse("plan_minutes", found=command.minutes)
    item = state.agenda.item(command.place)
    segment = state.agenda.segment(command.place)
    holder = item or state.agenda.item_of_segment(command.place)
    if holder is not None and state.items[holder.id].phase == "closed":
        return refuse("plan_item_over", item=holder.id)
    run = state.segments.get(command.place)
    if run and run.closed_at:
        return refuse("plan_segment_over", segment=command.place)
    if command.place in state.dropped:
        return refuse("plan_is_dropped", segment=command.place)
    before = item.minutes if item else segment.minutes if segment else None
    if before == command.minutes:
        return refuse("plan_same_minutes", place=command.place, minutes=before)
    return (PlannedTimeSet(command.place, command.minutes, before, command.reason),)


def split_item(
    state: MeetingState, command: PlanSplit, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Leave the first minutes of an item where they are planned, the rest for a later sitting."""
    if state.items[command.item].phase == "closed":
        return refuse("plan_item_over", item=command.item)
    pieces = pieces_of(state, command.item)
    minutes = sum(length for _, length in pieces)
    if not 0 < command.minutes < minutes:
        return refuse("plan_split_minutes", item=command.item, minutes=minutes)
    if is_over(state, command.sitting, now):
        return refuse("plan_sitting_over", sitting=command.sitting)
    split = split_at(pieces, command.minutes, command.sitting)
    sittings = [each.id for each in state.agenda.sittings]
    last = split[-2][0]
    if sittings.index(command.sitting) <= sittings.index(last):
        return refuse("plan_split_later", sitting=command.sitting, last=last)
    if split == pieces:
        return refuse("plan_same_place", item=command.item)
    return (ItemSplit(command.item, command.minutes, command.sitting, command.reason),)


def split_at(
    pieces: tuple[tuple[str, int], ...], minutes: int, sitting: str
) -> tuple[tuple[str, int], ...]:
    """The pieces, all behind the first `minutes` of them in a sitting."""
    kept, left = [], minutes
    for place, length in pieces:
        if left > 0:
            kept.append((place, min(left, length)))
        left -= length
    return (*kept, (sitting, -left))


def retime_sitting(
    state: MeetingState, command: PlanSitting, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Give a sitting new times; the others, and so the break, stay where they are."""
    sitting = next(each for each in state.agenda.sittings if each.id == command.sitting)
    zone = state.agenda.time_zone
    day = sitting.start.astimezone(zone).date()
    start = typed_instant(day, command.start, zone)
    if isinstance(start, Refusal):
        return start
    end = _end_meant(day, start, command.end, zone)
    if isinstance(end, Refusal):
        return end
    return _retimed(state, command, Sitting(sitting.id, start.astimezone(zone), end), now)


def _retimed(
    state: MeetingState, command: PlanSitting, found: Sitting, now: datetime
) -> tuple[Event, ...] | Refusal:
    """A sitting at the times found, unless they do not go with what is so."""
    sittings = state.agenda.sittings
    place = [each.id for each in sittings].index(found.id)
    sitting, start, end = sittings[place], found.start, found.end
    span = (start.astimezone(UTC), end.astimezone(UTC))
    if any(each.id in state.sittings for each in sittings[place + 1 :]):
        return refuse("plan_sitting_over", sitting=sitting.id)
    if found.seconds <= 0:
        return refuse("plan_start_after_end", start=local_text(start), end=local_text(end))
    if span == (sitting.start.astimezone(UTC), sitting.end.astimezone(UTC)):
        return refuse("plan_same_times", sitting=sitting.id)
    if sitting.id in state.sittings and span[0] != sitting.start.astimezone(UTC):
        return refuse("plan_has_begun", sitting=sitting.id, start=local_text(sitting.start))
    for other in sittings:
        theirs = (other.start.astimezone(UTC), other.end.astimezone(UTC))
        if other is not sitting and (span[0] < theirs[1] and theirs[0] < span[1]):
            told = f"{local_text(other.start)}-{local_text(other.end)}"
            return refuse("plan_overlaps", sitting=other.id, span=told)
    in_order = (*sittings[:place], found, *sittings[place + 1 :])
    if list(in_order) != sorted(in_order, key=lambda each: each.start.astimezone(UTC)):
        return refuse("plan_sittings_order", sitting=sitting.id)
    _, until = span_on_day(state, sitting, now)
    if until.astimezone(UTC) + (end.astimezone(UTC) - sitting.end.astimezone(UTC)) <= now:
        return refuse("plan_ends_before_now", end=local_text(end))
    return (SittingRetimed(sitting.id, start, end, command.reason),)


def _end_meant(day: date, start: datetime, clock: time, zone: tzinfo) -> datetime | Refusal:
    """The end of a sitting typed as a time of day: after midnight where that is not long after."""
    next_day = day + timedelta(days=1)
    is_before = all(each < start for each in instants_of(day, clock, zone))
    is_soon = min(instants_of(next_day, clock, zone)) - start <= LONGEST_NIGHT
    end = typed_instant(next_day if is_before and is_soon else day, clock, zone)
    return end if isinstance(end, Refusal) else end.astimezone(zone)


def is_over(state: MeetingState, sitting_id: str, now: datetime) -> bool:
    """Whether nothing can be planned in a sitting any more: a later one began, or its time is up.

    One that is held beyond its planned end is not over.
    """
    sittings = state.agenda.sittings
    place = [each.id for each in sittings].index(sitting_id)
    if any(each.id in state.sittings for each in sittings[place + 1 :]):
        return True
    if state.phase == "open" and state.sitting == sitting_id:
        return False
    return now >= span_on_day(state, sittings[place], now)[1]


def planned_item() -> Part:
    """An item whose plan is changed."""
    return part("ID", "item", _planned, ITEMS)


def _planned(reader: Reader) -> str | Refusal:
    found, agenda = next_word(reader), reader.lexicon.agenda
    if agenda.segment(found):
        return refuse("plan_is_segment", segment=found)
    return found if agenda.item(found) else no_such_item(reader, found)


def minutes() -> Part:
    """A whole number of minutes."""

    def read(reader: Reader) -> int | Refusal:
        if reader.is_done:
            return refuse("plan_minutes_missing")
        token = reader.take()
        return token.number or refuse("plan_minutes", found=token.text)

    return part("MINUTES", "minutes", read)


def _place(reader: Reader) -> str | Refusal:
    """The id of an item or a segment."""
    found, agenda = next_word(reader), reader.lexicon.agenda
    is_one = agenda.segment(found) or agenda.item(found)
    return found if is_one else no_such_item(reader, found)


def _sitting(reader: Reader) -> str | Refusal:
    """The id of a sitting."""
    found, agenda = next_word(reader), reader.lexicon.agenda
    ids = ", ".join(each.id for each in agenda.sittings)
    if agenda.sitting(found):
        return found
    if not found:
        return refuse("plan_sitting_missing", sittings=ids)
    return refuse("plan_no_such_sitting", sitting=found, sittings=ids)


def _clock(reader: Reader) -> time | Refusal:
    """A time of day in whole minutes."""
    token = reader.peek()
    if token is None:
        return refuse("plan_clock_missing")
    found = reader.clock()
    if isinstance(found, Refusal) or found.second:
        return refuse("plan_clock", found=token.text)
    return found


def _where(reader: Reader) -> Fields | Refusal:
    """`[to SITTING] [before ID|last]`, one of them at least."""
    sitting: str | Refusal | None = None
    before: str | Refusal | None = None
    word = reader.keyword(("to", "before", "last"))
    if word == "to":
        sitting = _sitting(reader)
        if isinstance(sitting, Refusal):
            return sitting
        word = reader.keyword(("before", "last"))
    if word == "before":
        before = _planned(reader)
        if isinstance(before, Refusal):
            return before
    if sitting is None and word not in ("before", "last"):
        item = reader.tokens[reader.at - 1].text
        return reader.finished() or refuse("plan_move_where", item=item)
    return {"sitting": sitting, "before": before, "is_last": word == "last"}


def _then(reader: Reader) -> str | Refusal:
    """`then SITTING`."""
    if reader.keyword(("then",)) == "then":
        return _sitting(reader)
    item, given = (each.text for each in reader.tokens[reader.at - 2 : reader.at])
    return refuse("plan_then", item=item, minutes=given)


ACTS = (
    Act(
        "plan_move",
        "schedule",
        {PlanMove: move_item},
        with_reason(planned_item(), Part("[to SITTING] [before ID|last]", _where, ITEMS)),
    ),
    Act(
        "plan_time",
        "schedule",
        {PlanTime: set_time},
        with_reason(part("ID", "place", _place, ITEMS), minutes()),
    ),
    Act(
        "plan_split",
        "schedule",
        {PlanSplit: split_item},
        with_reason(planned_item(), minutes(), part("then SITTING", "sitting", _then)),
    ),
    Act(
        "plan_sitting",
        "schedule",
        {PlanSitting: retime_sitting},
        with_reason(
            part("ID", "sitting", _sitting),
            part("HH:MM", "start", _clock),
            part("HH:MM", "end", _clock),
        ),
    ),
)
