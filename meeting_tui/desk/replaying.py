"""The moments of a log that a replay steps through, and the meeting as it stood at each of them.

Every moment is a whole second, so that whoever types what the screen shows (`--at 11:42:07`) sees
the very same. Pure values; nothing here reads a file or a clock.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import accumulate
from typing import Literal

from msgspec import Struct

from meeting_tui.agenda.local_times import NotOne, instant_of, instants_of
from meeting_tui.desk.as_it_stood import instant_asked
from meeting_tui.desk.moment_asked import MomentAsked
from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.entry import ActRedone, ActUndone, Entry, SessionStarted
from meeting_tui.meeting.items import ItemOpened, ItemReopened, SegmentOpened
from meeting_tui.meeting.meeting import Meeting, begin, count, evolve
from meeting_tui.meeting.state import MeetingState
from meeting_tui.words import Sentence

Unit = Literal["turn", "minute", "item", "edge"]
"""What one step of a replay is; `edge` goes to the start or the end of everything."""

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)
KEPT_EVERY = 400
"""Entries between two states that are kept, so that no step folds more than these."""


class Turn(Struct, frozen=True):
    """When somebody was given the floor, for a statement or a point of order."""

    at: datetime
    """UTC, whole seconds."""
    delegation: str
    item: str | None


class Opening(Struct, frozen=True):
    """When an item or one of its segments was taken up."""

    at: datetime
    """UTC, whole seconds."""
    id: str
    is_item: bool


class Moments(Struct, frozen=True):
    """Everything in a log that one may want to go to; instants are UTC and whole seconds."""

    start: datetime
    end: datetime
    turns: tuple[Turn, ...]
    openings: tuple[Opening, ...]
    midday: datetime
    """Twelve o'clock of the first day the meeting is held, in the agenda's zone."""

    def stepped(self, at: datetime, unit: Unit, by: Literal[-1, 1]) -> datetime:
        """The next moment of that sort, or (`by` -1) the one before; never beyond the log."""
        if unit == "minute":
            return self.within(at + by * MINUTE)
        stops = [] if unit == "edge" else self._stops(unit)
        if by > 0:
            return self.within(next((each for each in stops if each > at), self.end))
        return self.within(next((each for each in reversed(stops) if each < at), self.start))

    def _stops(self, unit: Unit) -> list[datetime]:
        if unit == "turn":
            return [each.at for each in self.turns]
        return [each.at for each in self.openings if each.is_item]

    def within(self, at: datetime) -> datetime:
        """The instant, or the edge of the log that is nearest to it."""
        return min(max(at, self.start), self.end)

    def clock(self, wanted: time, at: datetime) -> datetime | NotOne:
        """A local time of the day in view, `at` being in view; not before the day of the meeting.

        Over midnight it is of the other day where only that is in the log. It may lie beyond the
        log; see `within`.
        """
        day = max(at.astimezone(self.zone).date(), self.midday.date())
        other_days = (
            day + n * _DAY
            for n in (1, -1)
            if any(abs(each - at) <= _DAY / 2 for each in self._instants(day + n * _DAY, wanted))
        )
        held = (each for each in (day, *other_days) if self._is_in_log(each, wanted))
        return instant_of(next(held, day), wanted, self.zone)

    def _instants(self, day: date, wanted: time) -> tuple[datetime, ...]:
        return instants_of(day, wanted, self.zone)

    def _is_in_log(self, day: date, wanted: time) -> bool:
        return any(self.start <= each <= self.end for each in self._instants(day, wanted))

    @property
    def zone(self) -> tzinfo:
        """The agenda's."""
        return self.midday.tzinfo or UTC

    def turns_begun(self, at: datetime) -> int:
        """How many turns had begun by then."""
        return bisect_right([each.at for each in self.turns], at)


def whole_second(instant: datetime) -> datetime:
    """The first whole second at which what happened at an instant is there to be seen."""
    return instant.replace(microsecond=0) + SECOND if instant.microsecond else instant


def moments_of(meeting: Meeting, until: datetime) -> Moments:
    """The moments of a whole log; it ends at `until` or with its newest entry.

    Turns and items that were taken back are none, though going by minutes one sees them.
    """
    state, entries = meeting.state, meeting.entries
    turns = [
        Turn(whole_second(each.given_at), state.asked_by(each).delegation, each.item)
        for each in state.interventions.values()
    ]
    turns += [
        Turn(whole_second(each.raised_at), each.delegation, each.item)
        for each in state.points_of_order.values()
    ]
    newest = max(until, *(entry.at for entry in entries))
    return Moments(
        start=whole_second(entries[0].at),
        end=whole_second(newest),
        turns=tuple(sorted(turns, key=lambda each: each.at)),
        openings=_openings(meeting),
        midday=instant_asked(meeting, newest, MomentAsked(time(12), days=0)),
    )


def _openings(meeting: Meeting) -> tuple[Opening, ...]:
    holds = set(meeting.done_acts)
    found = []
    for entry in meeting.entries:
        event = entry.event
        if entry.act not in holds:
            continue
        if isinstance(event, ItemOpened | ItemReopened):
            found.append(Opening(whole_second(entry.at), event.item, is_item=True))
        elif isinstance(event, SegmentOpened):
            found.append(Opening(whole_second(entry.at), event.segment, is_item=False))
    return tuple(sorted(found, key=lambda each: each.at))


class PastStates:
    """The states a log went through; states kept on the way make any of them quick to get.

    What was taken back later must be seen until then, and not after; so a state that was kept
    serves only where the same of its acts are taken back.
    """

    def __init__(self, entries: Sequence[Entry], every: int = KEPT_EVERY) -> None:
        """`entries`: from the first on; a state is kept after so many of them.

        Raises LogDamaged where they do not begin a session.
        """
        if not entries or not isinstance(entries[0].event, SessionStarted):
            raise LogDamaged(Sentence("log_fault.no_start"))
        self.entries = list(entries)
        self._every = every
        self._seen_by = list(accumulate((entry.at for entry in entries[1:]), max))
        self._first_of: dict[str, int] = {}
        self._turned: list[tuple[int, str, bool]] = []
        """Place, act, and whether it was taken back there or brought back."""
        self._kept: dict[int, list[tuple[frozenset[str], MeetingState]]] = {}
        for place, entry in enumerate(entries):
            self._first_of.setdefault(entry.act, place)
            if isinstance(entry.event, ActUndone | ActRedone):
                is_out = isinstance(entry.event, ActUndone)
                self._turned.append((place, entry.event.act, is_out))

    def entries_by(self, at: datetime) -> int:
        """How many entries there were at an instant; the first is there always."""
        return 1 + bisect_right(self._seen_by, at)

    def after(self, number: int) -> MeetingState:
        """The state after the first `number` entries, to be had and changed by the caller."""
        out = self._taken_back(number)
        place, state = self._nearest(number, out)
        for entry in self.entries[place:number]:
            if place % self._every == 0:
                self._keep(place, out, state)
            place += 1
            if isinstance(entry.event, ActUndone | ActRedone):
                continue
            if entry.act in out:
                count(state, entry)
            else:
                evolve(state, entry)
        return state

    def _taken_back(self, number: int) -> frozenset[str]:
        out: set[str] = set()
        for place, act, is_out in self._turned:
            if place >= number:
                break
            if is_out:
                out.add(act)
            else:
                out.discard(act)
        return frozenset(out)

    def _nearest(self, number: int, out: frozenset[str]) -> tuple[int, MeetingState]:
        for place in range(number - number % self._every, 0, -self._every):
            here = self._of_these(place, out)
            for was_out, state in self._kept.get(place, ()):
                if was_out == here:
                    return place, state.snapshot()
        started = self.entries[0].event
        assert isinstance(started, SessionStarted)
        return 1, begin(started)

    def _keep(self, place: int, out: frozenset[str], state: MeetingState) -> None:
        here = self._of_these(place, out)
        kept = self._kept.setdefault(place, [])
        if all(was_out != here for was_out, _ in kept):
            kept.append((here, state.snapshot()))

    def _of_these(self, place: int, out: frozenset[str]) -> frozenset[str]:
        """Of acts that are taken back, those among the first entries."""
        return frozenset(act for act in out if self._first_of[act] < place)
