"""What is to be looked at before a report is finished, drawn from the state alone.

An open point hinders nobody from anything but calling the report final.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import pairwise

from msgspec import Struct, field

from meeting_tui.agenda.local_times import local_text
from meeting_tui.delegations.directory import Directory
from meeting_tui.delegations.model import STATES
from meeting_tui.meeting.attributions import times_line
from meeting_tui.meeting.clock_gaps import ASKED
from meeting_tui.meeting.counting import FOR_THE_REPORT, PODIUM
from meeting_tui.meeting.days import span_on_day
from meeting_tui.meeting.declared import (
    CORRECTIONS,
    Act,
    Happening,
    NameOf,
    Seat,
    Teller,
    When,
    for_group,
)
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import Intervention
from meeting_tui.meeting.left_to_do import (
    BLANKS,
    BY_HAND,
    STANDING,
    blanks,
    lines_by_hand,
    of_meeting,
)
from meeting_tui.meeting.names import unknown_groups
from meeting_tui.meeting.notes import noted
from meeting_tui.meeting.positions import Subject, is_on, on_both_sides
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.spans import span
from meeting_tui.meeting.state import MeetingState, unknown_names
from meeting_tui.meeting.syntax import everybody, insisted, part
from meeting_tui.words import say


class TickOff(Command, frozen=True):
    """Take what is open on something off the checklist, or put it back."""

    id: str
    """As the checklist shows it: `n12`, `s3`, `item 4`."""
    directory: Directory
    """Whose names a report may have to leave out."""
    holds: bool = True
    """False: it is put back."""


class Finalise(Command, frozen=True):
    """That the report is finished."""

    directory: Directory
    """Whose names a report may have to leave out."""
    insist: bool = False


class ChecklistTicked(Event, frozen=True):
    """Something on the checklist was looked at and stays as it is, or is open again."""

    name = "checklist_ticked"
    subject: str
    """As the checklist has it: id of an intervention, a point, an item; the name."""
    kinds: tuple[str, ...]
    """What was open on it."""
    holds: bool = True


class ReportFinalised(Event, frozen=True):
    """The report is no longer a draft."""

    name = "report_finalised"
    open_points: int = 0
    """What the checklist still held when somebody insisted."""


LONGEST_SECONDS = 3600
"""A turn longer than this is taken for a key that was not pressed."""
SHORTEST_SECONDS = 1
"""A turn of less is taken for a key pressed twice."""
_OF_ITEMS = ("long_item", "item_open")
"""Kinds whose subject is an item."""
BEYOND_SECONDS = 3600
"""An item open so much longer than its sittings is taken for one that was not closed in time."""


class Open(Struct, frozen=True):
    """One thing to be looked at."""

    kind: str
    """Ends the key of its sentence: `corrections.open_unknown_name`."""
    subject: str
    """Id of the intervention, point, item or sitting; the name that is unknown."""
    place: str = ""
    """The item it belongs to; empty for none."""
    params: Mapping[str, str | int] = field(default_factory=dict)
    """For the sentence. `delegation` is a code, `seconds` are seconds."""

    @property
    def id(self) -> str:
        """By what it is ticked off: `n12`, `item 4`, `conclusion 4`, a name, `rehearsal`."""
        if self.kind in _OF_ITEMS:
            return f"item {self.subject}"
        if self.kind in BLANKS:
            return f"{self.kind} {self.subject}".rstrip()
        return self.kind if self.kind in STANDING else self.subject


def open_points(state: MeetingState, now: datetime, directory: Directory) -> tuple[Open, ...]:
    """Everything still open at the instant `now` (UTC), by kind, each in the order of the day.

    What was ticked off is not, nor what still goes on: the open item, and who has the floor without
    points. `directory`: whose names a report may have to leave out.
    """
    found = all_open(state, now, directory)
    left = (each for each in found if not _goes_on(state, each))
    return tuple(each for each in left if (each.kind, each.subject) not in state.ticked)


def _goes_on(state: MeetingState, found: Open) -> bool:
    """Whether it is not left to do yet: an item that is open now, no points on who speaks now."""
    if found.kind == "no_points":
        return found.subject == state.floor
    return found.kind == "item_open" and state.phase != "adjourned"


def all_open(state: MeetingState, now: datetime, directory: Directory) -> tuple[Open, ...]:
    """The same with what was ticked off."""
    found = (found for look in _LOOKS for found in look(state, now))
    outside = _outside_groups(state, directory)
    return (*found, *outside, *_by_hand(state, directory), *_blanks(state), *_rehearsal(state))


def _disputed(state: MeetingState, now: datetime) -> Iterator[Open]:
    """What a seat did that was cut off, while another ran the floor."""
    for each in state.disputes.values():
        yield Open("disputed", each.id)


def _unknown_names(state: MeetingState, now: datetime) -> Iterator[Open]:
    for name in unknown_names(state):
        yield Open("unknown_name", name, params={"name": name})


def _unknown_groups(state: MeetingState, now: datetime) -> Iterator[Open]:
    for group in unknown_groups(state):
        yield Open("unknown_group", group, params={"name": group})


def _outside_groups(state: MeetingState, directory: Directory) -> Iterator[Open]:
    """Statements of a State for a group it does not belong to, whoever it was said to be since."""
    for turn in state.interventions.values():
        made = state.made_by(turn)
        members = directory.members(made.group or "") if made.group_known else ()
        is_state = made.known and made.delegation_kind in STATES
        if is_state and members and made.delegation not in members:
            yield Open(
                "outside_group", turn.id, turn.item, _of(state, turn, group=made.group or "")
            )


def _points_without_question(state: MeetingState, now: datetime) -> Iterator[Open]:
    """Points for the report in an item that has questions, on none of them and on nothing else."""
    agenda = state.agenda
    asking = {each.item for each in agenda.questions}
    for point in state.points.values():
        turn = state.interventions[point.intervention]
        item = point.item or turn.item
        is_on_topic = any(
            is_on(agenda, Subject("topic", each.id), point, turn) for each in agenda.topics
        )
        is_tagged = point.questions or point.proposals or is_on_topic
        is_told = point.audience in FOR_THE_REPORT and not _is_podium(state, turn)
        if item in asking and is_told and not is_tagged:
            yield Open("no_question", point.id, item, _of(state, turn, point=point.id))


def _rivals(state: MeetingState, now: datetime) -> Iterator[Open]:
    """Points that two seats corrected at the same time, statements that they said to be others'."""
    for point in (*state.points.values(), *state.item_notes.values()):
        if point.rival:
            turn = state.interventions.get(point.intervention)
            place = point.item or (turn.item if turn else "")
            yield Open("rival", point.id, place, {"point": point.id})
    for key, (by, whose) in state.rivals.items():
        turn = state.interventions.get(key)
        if turn:  # it may be struck since
            told = _of(state, turn, by=by, whose=whose)
            yield Open("rival_whose", key, turn.item, told)


def _texts_awaited(state: MeetingState, now: datetime) -> Iterator[Open]:
    for turn in state.interventions.values():
        if turn.text_awaited:
            yield Open("text_awaited", turn.id, turn.item, _of(state, turn))


def _without_points(state: MeetingState, now: datetime) -> Iterator[Open]:
    for turn in state.interventions.values():
        if not state.points_of.get(turn.id) and not _is_podium(state, turn):
            yield Open("no_points", turn.id, turn.item, _of(state, turn))


def _odd_turns(state: MeetingState, now: datetime) -> Iterator[Open]:
    for turn in state.interventions.values():
        used = turn.used_seconds(now)
        told = _of(state, turn, seconds=int(used))
        if turn.yielded_at is not None and used < SHORTEST_SECONDS:
            yield Open("short_turn", turn.id, turn.item, told)
        elif used > LONGEST_SECONDS:
            yield Open("long_turn", turn.id, turn.item, told)


def _overlaps(state: MeetingState, now: datetime) -> Iterator[Open]:
    turns = sorted(state.interventions.values(), key=lambda turn: (turn.given_at, turn.number))
    for earlier, later in pairwise(turns):
        if later.given_at < (earlier.yielded_at or now):
            told = _of(state, later, other=earlier.number)
            yield Open("overlap", later.id, later.item, told)


def _through_breaks(state: MeetingState, now: datetime) -> Iterator[Open]:
    """Turns that run on over a time in which no sitting was held."""
    for turn in state.interventions.values():
        for sitting in state.sittings.values():
            over = sitting.suspended_at
            if over and turn.given_at < over < (turn.yielded_at or now):
                told = _of(state, turn, sitting=sitting.id)
                yield Open("through_break", turn.id, turn.item, told)


def _gaps(state: MeetingState, now: datetime) -> Iterator[Open]:
    """Sleeps of the machine that count as somebody's time, unless times were typed since."""
    typed = {each.subject: each.at for each in state.corrections if each.what == "times"}
    for gap in state.gaps:
        spoke = gap.spoke
        if spoke is None or gap.cause not in ASKED or gap.discounted or gap.is_settled:
            continue
        if spoke in typed and typed[spoke] >= gap.at:
            continue
        turn = state.interventions[spoke]
        told = _of(state, turn, seconds=int(abs(gap.seconds)))
        yield Open("clock_gap", spoke, turn.item, told)


def longer_than_sittings(state: MeetingState, now: datetime) -> Iterator[tuple[str, float]]:
    """Items open an hour or more longer than the sittings planned while they were, and seconds."""
    spans = [span_on_day(state, each, now) for each in state.agenda.sittings]
    for run in state.items.values():
        if run.opened_at is None:
            continue
        until, used = run.closed_at or now, run.open_seconds(now)
        planned = sum(
            (end.astimezone(UTC) - start.astimezone(UTC)).total_seconds()
            for start, end in spans
            if start < until and run.opened_at < end
        )
        if used >= planned + BEYOND_SECONDS:
            yield run.id, used


def _long_items(state: MeetingState, now: datetime) -> Iterator[Open]:
    for item, used in longer_than_sittings(state, now):
        yield Open("long_item", item, item, {"item": item, "seconds": int(used)})


def _items_not_closed(state: MeetingState, now: datetime) -> Iterator[Open]:
    for run in state.items.values():
        if run.phase == "open":
            yield Open("item_open", run.id, run.id, {"item": run.id})


def _by_hand(state: MeetingState, directory: Directory) -> Iterator[Open]:
    """Texts that may show who spoke where names are left out, each id once."""
    found: dict[str, Open] = {}
    for text, words in lines_by_hand(state, directory):
        told = Open(BY_HAND, text.subject, text.item, {"word": words[0]})
        found.setdefault(text.subject, told)
    yield from found.values()


def _both_sides(state: MeetingState, now: datetime) -> Iterator[Open]:
    """A delegation that stands for and against in one matter, each later point once."""
    found: dict[str, Open] = {}
    for each in on_both_sides(state):
        turn = state.interventions[state.points[each.point].intervention]
        told = _of(state, turn, point=each.point, earlier=each.earlier, question=each.question)
        told["topic"] = each.topic
        found.setdefault(each.point, Open("both_sides", each.point, turn.item, told))
    yield from found.values()


def _blanks(state: MeetingState) -> Iterator[Open]:
    """What the Chair writes in the report, once the meeting is over."""
    if state.phase != "adjourned":
        return
    opened = {run.id for run in state.items.values() if run.opened_at is not None}
    for each in blanks(state.agenda, opened):
        yield Open(each.kind, each.subject, each.item, each.params)


def _rehearsal(state: MeetingState) -> Iterator[Open]:
    if state.rehearsal:
        yield Open("demonstration" if state.demonstration else "rehearsal", state.session)


_LOOKS: tuple[Callable[[MeetingState, datetime], Iterator[Open]], ...] = (
    _disputed,
    _unknown_names,
    _unknown_groups,
    _rivals,
    _points_without_question,
    _both_sides,
    _texts_awaited,
    _without_points,
    _odd_turns,
    _overlaps,
    _through_breaks,
    _gaps,
    _long_items,
    _items_not_closed,
)


def _is_podium(state: MeetingState, turn: Intervention) -> bool:
    return state.asked_by(turn).delegation_kind in PODIUM


def _of(state: MeetingState, turn: Intervention, **params: str | int) -> dict[str, str | int]:
    return {"number": turn.number, "delegation": state.asked_by(turn).delegation, **params}


def tick_off(state: MeetingState, command: TickOff, now: datetime) -> tuple[Event, ...] | Refusal:
    """Everything that is open under that id."""
    wanted = command.id.strip('"“”').casefold()
    found = [
        each for each in all_open(state, now, command.directory) if each.id.casefold() == wanted
    ]
    if not found:
        ids = dict.fromkeys(each.id for each in open_points(state, now, command.directory))
        if not ids:
            return refuse("checklist_empty", id=command.id)
        return refuse("not_on_checklist", id=command.id, ids=", ".join(ids))
    kinds = tuple(
        each.kind for each in found if ((each.kind, each.subject) in state.ticked) != command.holds
    )
    if not kinds:
        return refuse("ticked_already" if command.holds else "not_ticked", id=found[0].id)
    return (ChecklistTicked(found[0].subject, kinds, command.holds),)


def on_ticked(state: MeetingState, event: ChecklistTicked, entry: Entry) -> None:
    """It is off the checklist, or on it again."""
    ticked = {(kind, event.subject) for kind in event.kinds}
    state.ticked = state.ticked | ticked if event.holds else state.ticked - ticked


def finalise(state: MeetingState, command: Finalise, now: datetime) -> tuple[Event, ...] | Refusal:
    """Call the report final; with open points only when somebody insists."""
    if state.phase != "adjourned":
        return refuse("finalise_before_end")
    if state.finalised_at is not None:
        return refuse("finalised_already")
    found = open_points(state, now, command.directory)
    count = len(of_meeting(each.kind for each in found))
    if not found or command.insist:
        return (ReportFinalised(count),)
    if not count:
        return refuse("finalise_rehearsal")
    return refuse("finalise_open_one") if count == 1 else refuse("finalise_open", count=count)


def on_finalised(state: MeetingState, event: ReportFinalised, entry: Entry) -> None:
    """It is final from here."""
    state.finalised_at = entry.at


def tell_open(found: Open, state: MeetingState, language: str, name_of: NameOf) -> str:
    """One open point of the checklist, in one sentence."""
    params = dict(found.params)
    if "delegation" in params:
        params["name"] = name_of(str(params.pop("delegation")))
    if "topic" in params and (topic := state.agenda.topic(str(params["topic"]))):
        params["title"] = topic.title.say(language)
    if "seconds" in params:
        params["span"] = span(int(params.pop("seconds")))
    if "group" in params:
        params["group"] = for_group(str(params.pop("group")), language)
    if found.kind == "disputed":
        params.update(_dispute_told(state, found.subject, language))
    if found.subject in state.interventions:
        params["times"] = times_line(state, state.interventions[found.subject])
    is_kept = found.kind == "no_points" and bool(state.statement_texts.get(found.subject))
    kind = "text_alone" if is_kept else found.kind
    if kind == BY_HAND and noted(state, found.subject) is not None:
        params["point"] = found.subject
    elif kind == BY_HAND:
        kind = "by_hand_elsewhere"
    told = say(f"corrections.open_{kind}", language, **params)
    is_short = found.subject in state.interventions or found.subject in state.points
    is_short = is_short or found.kind in (BY_HAND, *BLANKS)
    # Items and names are in the sentence itself.
    return say("corrections.open_id", language, id=found.id, told=told) if is_short else told


def _dispute_told(state: MeetingState, dispute: str, language: str) -> dict[str, str]:
    found = state.disputes[dispute]
    at = local_text(found.done_at.astimezone(state.agenda.time_zone))
    return {"id": dispute, "at": at, "by": found.author, "what": found.said(language)}


def _ticked(teller: Teller, event: ChecklistTicked) -> str:
    key = "corrections.ticked" if event.holds else "corrections.unticked"
    return teller.say(key, id=Open(next(iter(event.kinds), ""), event.subject).id)


def _finalised(teller: Teller, event: ReportFinalised) -> str:
    if event.open_points == 0:
        return teller.say("corrections.finalised")
    if event.open_points == 1:
        return teller.say("corrections.finalised_open_one")
    return teller.say("corrections.finalised_open", count=event.open_points)


HAPPENINGS = (
    Happening(ChecklistTicked, on_ticked, _ticked, (CORRECTIONS,), stays=True, corrects=True),
    Happening(ReportFinalised, on_finalised, _finalised, (CORRECTIONS,), corrects=True),
)


def _ticking(act: str, *, holds: bool) -> Act:
    """Ticking off what is open, or opening it again."""

    def ticked(wanted: str, directory: Directory) -> TickOff:
        return TickOff(wanted, directory, holds)

    wanted = part("ID", "wanted", lambda reader: reader.rest() or refuse("tick_what"))
    return Act(
        act,
        "record",
        {TickOff: tick_off},
        (wanted, everybody()),
        When.EVER,
        Seat.NOTES,
        make=ticked,
        events=(ChecklistTicked,),
    )


ACTS = (
    _ticking("tick", holds=True),
    _ticking("untick", holds=False),
    Act(
        "finalise",
        "record",
        {Finalise: finalise},
        (everybody(), insisted()),
        When.EVER,
        Seat.NOTES,
        events=(ReportFinalised,),
    ),
)
