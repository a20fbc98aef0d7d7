"""What a seat did without knowing what others entered: brought behind that, or disputed.

Notes stay on the statement on which they were written, under new numbers and ids, whoever has the
floor by then. An act of the floor is never done later by itself once another seat ran the floor: it
is disputed, with what depends on it, until an officer settles it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Protocol, TypeAlias, TypeVar

from msgspec.structs import replace

from meeting_tui.delegations.directory import Directory
from meeting_tui.desk.intake import Intake
from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.acts import OF_NOTES
from meeting_tui.meeting.attributions import InterventionAttributed
from meeting_tui.meeting.checklist import ReportFinalised
from meeting_tui.meeting.entry import ActRedone, ActUndone, Entry, Event
from meeting_tui.meeting.facts import AUDIENCES, GAP_OF_TEXT, Point
from meeting_tui.meeting.floor_control import ActDisputed, FloorControlAsked, concerned
from meeting_tui.meeting.meeting import Meeting, evolve, replay
from meeting_tui.meeting.notes import (
    ItemNoted,
    PointCorrected,
    PointNoted,
    beside,
    noted,
    point_line,
)
from meeting_tui.meeting.proposals import PROPOSAL
from meeting_tui.meeting.purged_points import PEOPLES_TEXTS, PointPurged
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.telling import tell_act, tell_newest

_NAMED = ("point", "intervention", "inscription", "decision", "document", "dispute")
"""Fields of events that hold the id of something an event brought into being."""
_OF_ITS_MOMENT = (FloorControlAsked, PointPurged, ReportFinalised)
"""What is asked for again, or not at all."""
_OFF_RECORD = AUDIENCES[-1]


class Asked(Protocol):
    """A line that was entered at the desk."""

    @property
    def line(self) -> str:
        """As it was typed."""

    @property
    def at(self) -> datetime:
        """When."""

    def proposed(self, intake: Intake) -> tuple[Entry, ...] | Refusal:
        """What it comes to now."""


Line = TypeVar("Line", bound=Asked)
Given: TypeAlias = tuple[Line, tuple[Entry, ...]]
"""A line with what it came to."""


class Again:
    """The acts of one seat that lost their place in the log, taken one after the other."""

    def __init__(self, known: Sequence[Entry], directory: Directory) -> None:
        """`known`: what the seat and the log have in common."""
        self._known = known
        self._directory = directory
        self._before: list[Entry] = []
        """The acts taken so far."""
        self._then: Meeting | None = None
        """The meeting as the seat had it, up to the act that was told last."""
        self._renamed: dict[tuple[str, object], str] = {}
        """Sort and id of what an act brought into being -> its id now."""
        self._lost: set[tuple[str, object]] = set()
        """Sort and id of what was brought into being by acts that have no effect."""
        self._acts: dict[str, str] = {}
        """Act -> its id now."""

    def behind(self, act: Sequence[Entry], meeting: Meeting) -> tuple[Event, ...]:
        """What an act of notes is behind all that the meeting holds; nothing where it is none."""
        self._before += [each for each in act if each not in self._before]
        ids: dict[str, Iterator[str]] = {}
        events: list[Event] = []
        for entry in act:
            event = self._renewed(entry, meeting, ids)
            if event is None:
                return ()
            events.append(event)
        return tuple(events) if _follow(meeting, events) else ()

    def not_shown(self, act: Sequence[Entry], meeting: Meeting) -> tuple[Event, ...]:
        """The same for one on its way, which nobody has seen yet.

        A note on the item itself is decided on again, as somebody may speak by now; and so is a
        correction, of which the desk knows itself what its author had seen.
        """
        if any(isinstance(each.event, ItemNoted | PointCorrected) for each in act):
            return ()
        return self.behind(act, meeting)

    def outcomes(
        self, lost: Sequence[Given[Line]], intake: Intake, others: Sequence[Entry]
    ) -> Iterator[tuple[Given[Line] | None, tuple[Entry, ...] | Refusal]]:
        """What each act that was shown comes to now, then those that are disputed, with None.

        What comes is to take effect before the next is asked for. `others`: what others entered.
        """
        disputed: list[ActDisputed] = []
        if not lost:
            return
        ids = intake.meeting.state.new_ids("dispute")
        is_overtaken = intake.is_overtaken_by(others)
        for asked, before in lost:
            outcome = self._outcome(asked, before, intake, is_overtaken=is_overtaken)
            if outcome is None and self.can_be_disputed(before):
                disputed.append(self.disputed(asked.line, before, next(ids)))
                continue
            if isinstance(outcome, tuple):
                self.is_at(before, outcome)
            else:
                self.give_up(before)
            yield (asked, before), outcome or refuse("hangs_on_disputed")
        if disputed:  # all in one act
            yield None, intake.signed(disputed, lost[-1][0].at)

    def _outcome(
        self, asked: Asked, before: tuple[Entry, ...], intake: Intake, *, is_overtaken: bool
    ) -> tuple[Entry, ...] | Refusal | None:
        """What an act comes to now, or why it comes to nothing; None: it is disputed."""
        events = self.behind(before, intake.meeting)
        if events:
            return intake.signed(events, asked.at)
        is_of_floor = self.is_of_floor(before, intake.meeting)
        if (is_of_floor and is_overtaken) or self.hangs_on_lost(before):
            return None
        outcome = asked.proposed(intake)
        return None if is_of_floor and isinstance(outcome, Refusal) else outcome

    def is_at(self, act: Sequence[Entry], anew: Sequence[Entry]) -> None:
        """An act has a place again."""
        self._acts[act[0].act] = anew[0].act

    def is_of_floor(self, act: Sequence[Entry], meeting: Meeting) -> bool:
        """Whether an act is one of the floor, or takes one back."""
        return any(
            each.event.name not in OF_NOTES or self._undoes_floor(each.event, meeting)
            for each in act
        )

    def _undoes_floor(self, event: Event, meeting: Meeting) -> bool:
        if not isinstance(event, ActUndone | ActRedone):
            return False
        of_act = (e for e in (*meeting.entries, *self._before) if e.act == event.act)
        return any(each.event.name not in OF_NOTES for each in of_act)

    def can_be_disputed(self, act: Sequence[Entry]) -> bool:
        """Whether it may stand on a list: nothing that was said off the record does."""
        return all(getattr(each.event, "audience", "") != _OFF_RECORD for each in act)

    def hangs_on_lost(self, act: Sequence[Entry]) -> bool:
        """Whether it speaks of what has no effect."""
        return any(set(_named(each.event)) & self._lost for each in act)

    def give_up(self, act: Sequence[Entry]) -> None:
        """It has no effect, nor has what depends on it."""
        self._lost |= {made for each in act if (made := _made(each.event))}

    def disputed(self, line: str, act: Sequence[Entry], dispute: str) -> ActDisputed:
        """An act as it is listed; `line`: as it was typed."""
        self.give_up(act)
        state, first = self._state_after(act), act[0].event
        text = next(_texts(first), "")
        if isinstance(first, PointNoted) and len(act) == 1:
            code = state.asked_by(state.interventions[first.intervention]).delegation
            marks = point_line(replace(first, text="")).strip()
            named = code.lower() if self._directory.exact(code) else f'"{code}"'
            line = f"note on {named} {marks}".rstrip()
        elif text and text in line:
            line, text = line[: line.index(text)].rstrip(), line[line.index(text) :]
        else:
            text = ""
        told = tuple(self._told(act, language) for language in ("en", "zh"))
        about = concerned(state, [each.event for each in act])
        return ActDisputed(dispute, line, act[0].at, told, about, text)

    def _told(self, act: Sequence[Entry], language: str) -> str:
        """What it was, in the seat's own meeting right after it; an undo with what it undid."""

        def name_of(code: str) -> str:
            return self._directory.name(code, language)

        mute = tuple(replace(each, event=_mute(each.event)) for each in act)
        undone = getattr(act[0].event, "act", None)
        if self._then and any(each.act == undone for each in self._before):
            return tell_newest(self._then, mute, language, name_of)
        return tell_act(self._state_after(act), mute, language, name_of)

    def _state_after(self, act: Sequence[Entry]) -> MeetingState:
        """The state as the seat had it right after an act that was taken."""
        if self._then is None:
            self._then = replay(self._known)
        last = self._then.last.seq
        for each in self._before:
            if last < each.seq <= act[-1].seq:
                self._then.apply(replace(each, event=_mute(each.event)))
        return self._then.state

    def _renewed(
        self, entry: Entry, meeting: Meeting, ids: dict[str, Iterator[str]]
    ) -> Event | None:
        """The event under new ids; None where it speaks of what is not there."""
        event, state = entry.event, meeting.state
        if event.name not in OF_NOTES or isinstance(event, _OF_ITS_MOMENT):
            return None
        if isinstance(event, ActUndone | ActRedone):
            is_of_floor = self._undoes_floor(event, meeting)
            return None if is_of_floor else self._undone(event, meeting)
        changed: dict[str, object] = {}
        for name, id_ in _named(event):
            if (name, id_) in self._lost and not self._has_stand_in(name, id_, entry, state):
                return None
            changed[name] = self._renamed.get((name, id_), id_)
        made = _made(event)
        if made:
            changed[event.makes] = self._fresh(made, state, ids)
        if isinstance(event, PointNoted | PointCorrected) and event.proposal:
            changed["proposal"] = self._fresh((PROPOSAL, event.proposal), state, ids)
        for name in ("proposals", "stance_on"):
            held = getattr(event, name, None)
            if held:
                changed[name] = tuple(self._renamed.get((PROPOSAL, each), each) for each in held)
        event = replace(event, **changed)
        if isinstance(event, PointCorrected):
            seen = self._known[-1].seq if self._known else meeting.last.seq
            theirs = noted(state, event.point)
            if theirs and state.corrected_unseen(event.point, seen, entry.desk):
                event = beside(state, event, self._base(event.point, entry), theirs)
        elif isinstance(event, InterventionAttributed):
            seen = self._known[-1].seq if self._known else meeting.last.seq
            if state.corrected_unseen(event.intervention, seen, entry.desk):
                event = replace(event, beside=True)
        return event

    def _base(self, point: str, entry: Entry) -> Point | None:
        """How the seat saw a point before it corrected it."""
        before = [each for each in self._before if each.seq < entry.seq]
        return noted(replay((*self._known, *before)).state, point)

    def _fresh(
        self, made: tuple[str, object], state: MeetingState, ids: dict[str, Iterator[str]]
    ) -> str:
        fresh = next(ids.setdefault(made[0], state.new_ids(made[0])))
        self._renamed[made] = fresh
        return fresh

    def _undone(self, event: ActUndone | ActRedone, meeting: Meeting) -> Event | None:
        act = self._acts.get(event.act, event.act)
        among = meeting.done_acts if isinstance(event, ActUndone) else meeting.undone_acts
        return replace(event, act=act) if act in among else None

    def _has_stand_in(self, name: str, id_: object, entry: Entry, state: MeetingState) -> bool:
        """Whether the same delegation made a statement meanwhile in the log that goes on."""
        if name != "intervention":
            return False
        then = self._state_after((entry,))
        code = then.asked_by(then.interventions[str(id_)]).delegation
        common = replay(self._known).state.interventions
        for turn in reversed(state.interventions.values()):
            if turn.id not in common and state.asked_by(turn).delegation == code:
                self._renamed[name, id_] = turn.id
                return True
        return False


def _follow(meeting: Meeting, events: Sequence[Event]) -> bool:
    """Whether these events can come next, and speak of what is there."""
    last = meeting.last
    if any(isinstance(each, ActUndone | ActRedone) for each in events):
        entry = replace(last, seq=last.seq + 1, id="–", act="–", event=events[0])
        try:
            replay((*meeting.entries, entry), strictly=True)
        except LogDamaged:
            return False
        return True
    state = meeting.state.snapshot()
    try:
        for event in events:
            if not _is_there(state, event):
                return False
            evolve(state, replace(last, event=event))
    except LogDamaged:
        return False
    return True


def _is_there(state: MeetingState, event: Event) -> bool:
    for name, id_ in _named(event):
        if name == "intervention" and id_ and id_ not in state.interventions:
            return False
        if name == "point" and noted(state, str(id_)) is None and id_ not in state.struck:
            return False
    return True


def _named(event: Event) -> Iterator[tuple[str, object]]:
    """Sort and id of each thing it speaks of, and does not bring into being."""
    for name in _NAMED:
        if name != event.makes and name in event.__struct_fields__:
            yield name, getattr(event, name)


def _made(event: Event) -> tuple[str, object] | None:
    """Sort and id of what an event brings into being."""
    return (event.makes, getattr(event, event.makes)) if event.makes else None


def _texts(event: Event) -> Iterator[str]:
    for name in PEOPLES_TEXTS:
        text = getattr(event, name, None)
        if isinstance(text, str) and text:
            yield text


def _mute(event: Event) -> Event:
    """The event with a gap in place of what somebody wrote."""
    said = [name for name in PEOPLES_TEXTS if isinstance(getattr(event, name, None), str)]
    return replace(event, **{name: GAP_OF_TEXT for name in said if getattr(event, name)})
