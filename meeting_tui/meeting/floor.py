"""Who has the floor: nobody, or one intervention.

Nothing advances by itself; the order is a proposal, and giving the floor out of order is recorded
as such. A second `next` within the guard of the rules is refused, since keys bounce.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from meeting_tui.meeting.declared import FLOOR, Act, Happening, Teller, When
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import Inscription, Intervention, Who
from meeting_tui.meeting.limits import limit_for
from meeting_tui.meeting.point_of_order import pending_refusal
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.spans import span, whole_seconds
from meeting_tui.meeting.speakers_list import inscribed, on_inscribed
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import NAMES, Fields, Part, insisted
from meeting_tui.meeting.waiting_order import (
    find_waiting,
    first_of,
    not_waiting,
    waiting,
    which_one,
)

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


class Next(Command, frozen=True):
    insist: bool = False


class GiveFloor(Command, frozen=True):
    who: Who
    insist: bool = False


class Yield(Command, frozen=True):
    pass


class Pause(Command, frozen=True):
    pass


class Continue(Command, frozen=True):
    pass


class FloorGiven(Event, frozen=True):
    """A delegation has the floor."""

    name = "floor_given"
    makes = "intervention"
    intervention: str
    inscription: str
    item: str
    segment: str | None = None
    limit_seconds: int | None = None
    out_of_order: bool = False
    by_next: bool = False


class FloorYielded(Event, frozen=True):
    """The intervention ended."""

    name = "floor_yielded"
    intervention: str
    by_next: bool = False
    """By a `next` that found nobody waiting."""


class FloorPaused(Event, frozen=True):
    """The speaker's time stands still."""

    name = "floor_paused"
    intervention: str


class FloorContinued(Event, frozen=True):
    """The speaker's time runs again."""

    name = "floor_continued"
    intervention: str


def give_next(state: MeetingState, command: Next, now: datetime) -> tuple[Event, ...] | Refusal:
    """Yield whoever speaks, then give the floor to the first who waits; replies after the list."""
    if state.pending_order:
        return pending_refusal(state)
    if state.item is None:
        return refuse("no_item_open")
    if state.last_next_at and not command.insist:
        since = (now - state.last_next_at).total_seconds()
        if 0 <= since < state.rules.next_guard_seconds:
            return refuse("next_twice")
    speaking = state.speaking()
    first = first_in_line(state)
    if first is None:
        return (FloorYielded(speaking.id, by_next=True),) if speaking else refuse("nobody_waits")
    return _give(state, first, out_of_order=False, by_next=True)


def first_in_line(state: MeetingState) -> Inscription | None:
    """Who `next` would give the floor to, or None."""
    if state.item is None:
        return None
    line = state.lists.get(state.item) or state.replies
    return state.inscriptions[line[0]] if line else None


def give_floor(
    state: MeetingState, command: GiveFloor, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Give the floor to anyone who waits; `insist` inscribes one who does not, out of order."""
    if state.pending_order:
        return pending_refusal(state)
    if state.item is None:
        return refuse("no_item_open")
    found = _waiting_here(state, command.who)
    if isinstance(found, Refusal):
        return found
    if found is not None:
        listed = waiting(state)
        ahead = found.id not in state.replies and listed[0].id != found.id
        return _give(state, found, out_of_order=ahead, by_next=False)
    if not command.insist:
        return not_waiting(state, command.who)
    asked = inscribed(
        state,
        command.who,
        inscription=next(state.new_ids("inscription")),
        item=state.item,
        kind=state.rules.default_kind,
    )
    trial = state.snapshot()
    on_inscribed(trial, asked, Entry(0, "", "", now, now, "", "", asked))
    given = _give(trial, trial.inscriptions[asked.inscription], out_of_order=True, by_next=False)
    return (asked, *given)


def _waiting_here(state: MeetingState, who: Who) -> Inscription | Refusal | None:
    """The request meant; asked about where they wait on the list and for a reply."""
    replies = [state.inscriptions[each] for each in state.replies]
    if who.nth is not None:
        chosen = find_waiting(state, who)
        here = [each.id for each in (*waiting(state), *replies)]
        return chosen if isinstance(chosen, Inscription) and chosen.id in here else None
    listed, reply = first_of(who, waiting(state)), first_of(who, replies)
    if listed is not None and reply is not None:
        return which_one(state, who)
    return listed or reply


def _give(
    state: MeetingState, inscription: Inscription, *, out_of_order: bool, by_next: bool
) -> tuple[Event, ...]:
    item = state.heard_under(inscription.item) or inscription.item
    given = FloorGiven(
        intervention=next(state.new_ids("intervention")),
        inscription=inscription.id,
        item=item,
        segment=state.items[item].segment if item == state.item else None,
        limit_seconds=limit_for(state, inscription),
        out_of_order=out_of_order,
        by_next=by_next,
    )
    speaking = state.speaking()
    return (FloorYielded(speaking.id), given) if speaking else (given,)


def yield_floor(state: MeetingState, command: Yield, now: datetime) -> tuple[Event, ...] | Refusal:
    """End the intervention."""
    if state.pending_order:
        return pending_refusal(state)
    speaking = state.speaking()
    return (FloorYielded(speaking.id),) if speaking else refuse("nobody_speaks")


def pause(state: MeetingState, command: Pause, now: datetime) -> tuple[Event, ...] | Refusal:
    """Let the speaker's time stand still."""
    speaking = state.speaking()
    if speaking is None:
        return refuse("nobody_speaks")
    if speaking.paused_since:
        return refuse("already_paused")
    return (FloorPaused(speaking.id),)


def resume_speaker(
    state: MeetingState, command: Continue, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Let the speaker's time run again, with what was left."""
    if state.pending_order:
        return pending_refusal(state)
    speaking = state.speaking()
    if speaking is None:
        return refuse("nobody_speaks")
    return (FloorContinued(speaking.id),) if speaking.paused_since else refuse("not_paused")


def on_floor_given(state: MeetingState, event: FloorGiven, entry: Entry) -> None:
    """The floor is somebody's, and their time runs.

    That of one before them whose end was lost from the log has run till now at most.
    """
    if state.floor:
        before = _run_again(state.interventions[state.floor], entry.at)
        state.interventions[before.id] = replace(before, yielded_at=entry.at)
    state.leave_list(event.inscription, "speaking", out_of_order=event.out_of_order)
    state.interventions[event.intervention] = Intervention(
        id=event.intervention,
        number=_next_number(state),
        inscription=event.inscription,
        item=event.item,
        segment=event.segment,
        given_at=entry.at,
        limit_seconds=event.limit_seconds,
        also=state.joined if event.item == state.item else (),
    )
    state.floor = state.last_intervention = event.intervention
    if event.by_next:
        state.last_next_at = entry.at


def _next_number(state: MeetingState) -> int:
    """The number of a new intervention; that of one struck is not given again."""
    struck = sum(each.intervention is not None for each in state.struck.values())
    return len(state.interventions) + struck + 1


def on_floor_yielded(state: MeetingState, event: FloorYielded, entry: Entry) -> None:
    """The floor is nobody's."""
    found = _run_again(state.interventions[event.intervention], entry.at)
    state.interventions[found.id] = replace(found, yielded_at=entry.at)
    asked = state.inscriptions[found.inscription]
    state.inscriptions[asked.id] = replace(asked, outcome="spoke")
    state.floor = None
    if event.by_next:
        state.last_next_at = entry.at


def on_floor_paused(state: MeetingState, event: FloorPaused, entry: Entry) -> None:
    """The speaker's time stands still from here."""
    found = state.interventions[event.intervention]
    state.interventions[found.id] = replace(found, paused_since=entry.at)


def on_floor_continued(state: MeetingState, event: FloorContinued, entry: Entry) -> None:
    """The speaker's time runs from here."""
    found = state.interventions[event.intervention]
    state.interventions[found.id] = _run_again(found, entry.at)


def _run_again(intervention: Intervention, at: datetime) -> Intervention:
    if intervention.paused_since is None:
        return intervention
    stood = max(0.0, (at - intervention.paused_since).total_seconds())
    return replace(
        intervention,
        paused_since=None,
        paused_seconds=intervention.paused_seconds + stood,
        pauses=(*intervention.pauses, (intervention.paused_since, at)),
    )


def _given(teller: Teller, event: FloorGiven) -> str:
    seconds = event.limit_seconds
    limit = teller.say("happened.no_limit") if seconds is None else span(seconds)
    name = teller.marked(teller.who(event.inscription), _on_another_item(teller, event))
    return teller.told(event, "out_of_order" if event.out_of_order else "", name=name, limit=limit)


def _on_another_item(teller: Teller, event: FloorGiven) -> list[str]:
    """`Right of reply, on item 2`, where that is not the open one."""
    asked = teller.state.inscriptions.get(event.inscription)
    if asked is None or event.item in (teller.state.item, *teller.state.joined):
        return []
    kind = teller.state.rules.kind(asked.kind)
    named = kind.name.say(teller.language) if kind else asked.kind
    return [teller.say("room.on_another_item", kind=named, item=event.item)]


def _yielded(teller: Teller, event: FloorYielded) -> str:
    found = teller.state.interventions.get(event.intervention)
    used = teller.say("happened.no_time")
    if found and found.yielded_at:
        used = span(whole_seconds(found.used_seconds(found.yielded_at)))
    return teller.told(event, name=teller.who(event.intervention), used=used)


def _held(teller: Teller, event: FloorPaused | FloorContinued) -> str:
    return teller.told(event, name=teller.who(event.intervention))


HAPPENINGS = (
    Happening(FloorGiven, on_floor_given, _given, (FLOOR,), of_floor=True),
    Happening(FloorYielded, on_floor_yielded, _yielded, (FLOOR,), of_floor=True),
    Happening(FloorPaused, on_floor_paused, _held, (FLOOR,), of_floor=True),
    Happening(FloorContinued, on_floor_continued, _held, (FLOOR,), of_floor=True),
)


def _to_whom(reader: Reader) -> Fields | Refusal:
    """`D`; `D!` also when D is on no list."""
    who = reader.request()
    if isinstance(who, Refusal):
        return who
    insists = reader.insists or (reader.named is not None and reader.named.insists)
    return {"who": who, "insist": insists}


ACTS = (
    Act("next", "floor", {Next: give_next}, (insisted(),), When.SITTING, probe=Next(insist=True)),
    Act(
        "floor", "floor", {GiveFloor: give_floor}, (Part("D [2nd]", _to_whom, NAMES),), When.SITTING
    ),
    Act("yield", "floor", {Yield: yield_floor}, (), When.SITTING, probe=Yield()),
    Act("pause", "floor", {Pause: pause}, (), When.SITTING, probe=Pause()),
    Act("continue", "floor", {Continue: resume_speaker}, (), When.SITTING, probe=Continue()),
)
