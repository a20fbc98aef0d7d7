"""Whose an intervention was, when it was made, and under which item a point belongs.

Each may be put right as long as the log is kept; what was recorded first stays among the
corrections.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from msgspec.structs import replace

from meeting_tui.agenda.local_times import local_text, offset_where_twice
from meeting_tui.meeting.declared import (
    CORRECTIONS,
    FLOOR,
    NOTES,
    Act,
    Happening,
    Seat,
    Teller,
    When,
    for_group,
)
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import Inscription, Intervention, Point, Who
from meeting_tui.meeting.notes import intervention_meant, not_asked, noted
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import NAMES, Fields, Part, clock, number
from meeting_tui.meeting.typed_times import span_meant
from meeting_tui.meeting.waiting_order import note_name

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


class Attribute(Command, frozen=True):
    """Whose an intervention was, in which capacity."""

    number: int
    who: Who
    names_aligned: bool = False
    """Aligned States were typed; otherwise those recorded of the group's statement stay."""
    seen: int | None = None
    """The last entry its author had seen when it was entered; the desk fills it in."""
    desk: str = ""
    """Its author's desk; the same."""


class CorrectTimes(Command, frozen=True):
    """When an intervention began and ended, local times of its day."""

    number: int
    began: time
    ended: time


class FilePoint(Command, frozen=True):
    """Under which item a point belongs."""

    point: str
    item: str


class InterventionAttributed(Event, frozen=True):
    """An intervention was another delegation's, or made in another capacity."""

    name = "intervention_attributed"
    intervention: str
    delegation: str
    display_name: str
    delegation_kind: str
    tier: str
    capacity: str
    known: bool = True
    group: str | None = None
    aligned: tuple[str, ...] = ()
    group_known: bool = True
    is_member: bool = True
    beside: bool | None = None
    """True where another seat said otherwise at the same time, unseen: that is kept."""


class TimesCorrected(Event, frozen=True):
    """An intervention began and ended at other times."""

    name = "times_corrected"
    intervention: str
    given_at: datetime
    yielded_at: datetime


class PointFiled(Event, frozen=True):
    """A point belongs under an item; None: that of its intervention."""

    name = "point_filed"
    point: str
    item: str | None


Outcome = tuple[Event, ...] | Refusal


def capacity_line(asked: Inscription) -> str:
    """Whose a statement is as it would be typed: `FRA(EU+ALB)`."""
    others = (*([asked.group] if asked.group else []), *asked.aligned)
    if not others or others == (asked.delegation,):
        return asked.delegation
    return f"{asked.delegation}({'+'.join(others)})"


def attribute(state: MeetingState, command: Attribute, now: datetime) -> Outcome:
    """Say whose an intervention was, in the capacity typed.

    The States recorded as aligned with a group's statement stay, unless others are typed.
    """
    found = intervention_meant(state, command.number)
    if isinstance(found, Refusal):
        return found
    who, before = command.who, state.made_by(found)
    is_same_group = who.group is not None and who.group == before.group
    keeps_aligned = is_same_group and not command.names_aligned
    event = InterventionAttributed(
        intervention=found.id,
        delegation=who.code,
        display_name=who.name,
        delegation_kind=who.kind,
        tier=state.rules.tier_for(who.kind, for_group=who.group is not None and who.group_known).id,
        capacity=who.capacity,
        known=who.known,
        group=who.group,
        aligned=before.aligned if keeps_aligned else who.aligned,
        group_known=who.group_known,
        is_member=not who.outside,
    )
    if command.seen is not None and state.corrected_unseen(found.id, command.seen, command.desk):
        event = replace(event, beside=True)
    if _attributed(before, event) == before and found.id not in state.rivals:
        return refuse("attributed_so", number=found.number, whose=capacity_line(before))
    return (event,)


def _attributed(asked: Inscription, event: InterventionAttributed) -> Inscription:
    return replace(
        asked,
        delegation=event.delegation,
        name=event.display_name,
        delegation_kind=event.delegation_kind,
        known=event.known,
        tier=event.tier,
        capacity=event.capacity,
        group=event.group,
        aligned=event.aligned,
        group_known=event.group_known,
        is_member=event.is_member,
    )


def on_attributed(state: MeetingState, event: InterventionAttributed, entry: Entry) -> None:
    """It counts as theirs everywhere, and the questions asked of their kind are marked anew."""
    turn = state.interventions[event.intervention]
    before = state.made_by(turn)
    after = _attributed(before, event)
    state.inscriptions[after.id] = after
    note_name(state, after)
    state.rivals.pop(turn.id, None)
    if event.beside and after != before:
        about = (each for each in reversed(state.corrections) if each.subject == turn.id)
        by = next((each.author for each in about), "")
        state.rivals[turn.id] = (by, capacity_line(before))
    state.corrected_at[turn.id] = (entry.seq, entry.desk)
    turn = replace(turn, aligned=None)
    state.interventions[turn.id] = turn
    for key in state.points_of.get(turn.id, ()):
        point = state.points[key]
        state.points[key] = replace(point, not_asked=not_asked(state, turn, point.questions))
    state.keep_correction(
        entry, "attribution", turn.id, capacity_line(before), capacity_line(after)
    )


def correct_times(state: MeetingState, command: CorrectTimes, now: datetime) -> Outcome:
    """Say when an intervention began and ended, on the day on which it was recorded."""
    found = intervention_meant(state, command.number)
    if isinstance(found, Refusal):
        return found
    if found.yielded_at is None:
        return refuse("times_while_speaking", name=state.asked_by(found).name)
    clocks, recorded = (command.began, command.ended), (found.given_at, found.yielded_at)
    span = span_meant(clocks, recorded, state.agenda.time_zone)
    if isinstance(span, Refusal):
        return span
    began, ended = span
    if ended > now:
        return refuse("times_in_future")
    if (ended - began).total_seconds() <= found.paused_between(began, ended):
        return refuse("times_within_pauses", number=found.number)
    overlap = span_refused(state, found, began, ended)
    if overlap:
        return overlap
    if span == recorded:
        return refuse("times_are_so", number=found.number)
    return (TimesCorrected(found.id, began, ended),)


def span_refused(
    state: MeetingState,
    turn: Intervention,
    began: datetime,
    ended: datetime,
    save: Intervention | None = None,
) -> Refusal | None:
    """The refusal where a span would overlap another intervention than that turn and `save`."""
    for other in state.interventions.values():
        is_before = other.yielded_at is not None and other.yielded_at <= began
        is_other = other.id not in (turn.id, save.id if save else "")
        if is_other and not is_before and other.given_at < ended:
            return overlap(state, other, began, ended)
    return None


def overlap(state: MeetingState, other: Intervention, began: datetime, ended: datetime) -> Refusal:
    """The refusal of a span that overlaps another turn, with what makes room for it first."""
    number, name, times = other.number, state.asked_by(other).name, times_line(state, other)
    start, end = other.given_at, other.yielded_at
    if end is None or (start >= began and ended >= end):
        return refuse("times_overlap", number=number, name=name, times=times)
    kept = (start, began) if start < began else (ended, end)
    zone = state.agenda.time_zone
    typed = (local_text(each.astimezone(zone), seconds=True) for each in kept)
    first = f"times {number} {' '.join(typed)}"
    return refuse("times_overlap_first", number=number, name=name, times=times, first=first)


def times_line(state: MeetingState, turn: Intervention) -> str:
    """From when to when somebody spoke, local times: `10:12:05-10:15:00`."""
    return "-".join(times_typed(state, turn))


def times_typed(state: MeetingState, turn: Intervention) -> tuple[str, ...]:
    """When it began and ended as one types it, local times."""
    zone = state.agenda.time_zone
    ends = (turn.given_at, turn.yielded_at)
    return tuple(local_text(each.astimezone(zone), seconds=True) for each in ends if each)


def times_kept(state: MeetingState, turn: Intervention) -> str:
    """The same, and of an hour that comes twice which of the two: `02:05:00 (UTC+01:00)`."""
    zone = state.agenda.time_zone
    ends = [each.astimezone(zone) for each in (turn.given_at, turn.yielded_at) if each]
    offsets = [f" (UTC{found})" if (found := offset_where_twice(each)) else "" for each in ends]
    return "-".join(f"{each:%H:%M:%S}{offset}" for each, offset in zip(ends, offsets, strict=True))


def on_times(state: MeetingState, event: TimesCorrected, entry: Entry) -> None:
    """It began and ended then; of its pauses, what lies in between counts."""
    before = state.interventions[event.intervention]
    after = replace(
        before,
        given_at=event.given_at,
        yielded_at=event.yielded_at,
        paused_since=None,
        paused_seconds=before.paused_between(event.given_at, event.yielded_at),
    )
    state.interventions[after.id] = after
    state.keep_correction(
        entry, "times", after.id, times_kept(state, before), times_kept(state, after)
    )


def file_point(state: MeetingState, command: FilePoint, now: datetime) -> Outcome:
    """Put a point under the item it belongs to."""
    point = noted(state, command.point)
    if point is None:
        return refuse("no_such_point", point=command.point)
    own = _own_item(state, point)
    if command.item == (point.item or own):
        return refuse("filed_so", point=point.id, item=command.item)
    return (PointFiled(point.id, None if command.item == own else command.item),)


def _own_item(state: MeetingState, point: Point) -> str:
    """The item of the statement it was noted on; of a note on an item itself, none."""
    turn = state.interventions.get(point.intervention)
    return turn.item if turn else ""


def on_filed(state: MeetingState, event: PointFiled, entry: Entry) -> None:
    """The point is under that item; the questions it answers stay."""
    held = state.item_notes if event.point in state.item_notes else state.points
    before = held[event.point]
    own = _own_item(state, before)
    held[before.id] = replace(before, item=event.item)
    state.keep_correction(entry, "item", before.id, before.item or own, event.item or own)


def _told_attributed(teller: Teller, event: InterventionAttributed) -> str:
    name, number = teller.name_of(event.delegation), teller.number(event.intervention)
    told = teller.say("corrections.attributed", number=number, name=name)
    if event.group is not None and event.group != event.delegation:
        group = for_group(event.group, teller.language)
        told = teller.say("corrections.attributed_group", told=told, group=group)
    if not event.aligned:
        return told
    states = teller.names(event.aligned)
    return teller.say("corrections.attributed_aligned", told=told, states=states)


def _times(teller: Teller, event: TimesCorrected) -> str:
    return teller.say(
        "corrections.times",
        number=teller.number(event.intervention),
        name=teller.who(event.intervention),
        began=teller.clock(event.given_at, seconds=True),
        ended=teller.clock(event.yielded_at, seconds=True),
    )


def _filed(teller: Teller, event: PointFiled) -> str:
    if event.item is None:
        return teller.say("corrections.filed_back", point=event.point)
    return teller.say("corrections.filed", point=event.point, item=event.item)


HAPPENINGS = (
    Happening(
        InterventionAttributed, on_attributed, _told_attributed, (FLOOR, CORRECTIONS), corrects=True
    ),
    Happening(
        TimesCorrected, on_times, _times, (FLOOR, CORRECTIONS), with_floor=True, corrects=True
    ),
    Happening(PointFiled, on_filed, _filed, (NOTES, CORRECTIONS), stays=True, corrects=True),
)


def _of_whom(reader: Reader) -> Fields | Refusal:
    who = reader.who()
    if isinstance(who, Refusal):
        return who
    return {"who": who, "names_aligned": reader.named is not None and reader.named.names_aligned}


ACTS = (
    Act(
        "attribute",
        "record",
        {Attribute: attribute},
        (number(), Part("D", _of_whom, NAMES)),
        When.EVER,
        Seat.NOTES,
        events=(InterventionAttributed,),
    ),
    Act(
        "times",
        "record",
        {CorrectTimes: correct_times},
        (number(), clock("began"), clock("ended")),
        When.EVER,
        Seat.NOTES,
        events=(TimesCorrected,),
    ),
)
