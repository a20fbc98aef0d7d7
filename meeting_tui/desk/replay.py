"""Looking back: a session as it stood at any moment that one chooses, and going to the next one.

Every moment is a whole second, so that whoever types what the screen shows (`--at 11:42:07`) sees
the very same. The screen and the line-by-line mode read here where somebody wants to go: to a time,
a name, an item, a turn, the start or the end. Whatever else is typed is for the caller to refuse.

The log is read and let go at once, so that whoever writes the session is never in the way of this
nor this of them; no writer is there that could keep anything.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import accumulate, dropwhile
from typing import Literal

from msgspec import Struct

from meeting_tui.agenda.local_times import NotOne, instant_of, instants_of, local_text
from meeting_tui.delegations.directory import Directory
from meeting_tui.desk.as_it_stood import MomentAsked, instant_asked, moment_asked, moment_of
from meeting_tui.desk.clock import ScriptClock
from meeting_tui.desk.desk import Desk, Heard, WhenElsewhere
from meeting_tui.desk.intake import Intake, Seat
from meeting_tui.desk.own_list import directory_of
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.writer import OpenLog
from meeting_tui.errors import LogDamaged, SessionError
from meeting_tui.meeting.acts import ACTS
from meeting_tui.meeting.entry import ActRedone, ActUndone, Command, Entry, SessionStarted
from meeting_tui.meeting.items import ItemOpened, ItemReopened, SegmentOpened
from meeting_tui.meeting.meeting import Meeting, begin, count, evolve, replay
from meeting_tui.meeting.state import MeetingState
from meeting_tui.text import fold
from meeting_tui.views.keeping import Keeping
from meeting_tui.words import Sentence, in_language, say

Unit = Literal["turn", "minute", "item", "edge"]
"""What one step of a replay is; `edge` goes to the start or the end of everything."""

SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)
KEPT_EVERY = 400
"""Entries between two states that are kept, so that no step folds more than these."""
_GO = ("go", "to", "去", "转到")
_START, _END = ("start", "开头", "开始"), ("end", "结尾", "末尾")
_ITEM, _TURN = ("item", "segment", "项目", "分项"), ("turn", "发言")
ACT_WORDS = frozenset(each.words[0] for each in ACTS)
"""What a line that is an act begins with."""


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


class Going(Struct, frozen=True):
    """Where a typed line leads, and what is to be said of it."""

    at: datetime | None
    """None where it leads nowhere; then the sentence says why."""
    sentence: str = ""


class Guide(Struct, frozen=True):
    """Reads where somebody wants to go in one replay."""

    moments: Moments
    directory: Directory
    language: str

    def read(self, typed: str, at: datetime) -> Going | None:
        """Where a line leads, `at` being in view; None for a line that is something else."""
        words = typed.split()
        rest = list(dropwhile(lambda word: word.casefold() in _GO, words))
        asked = len(rest) < len(words)
        found = self._read(rest, at) if rest else None
        if found is None and asked:
            return Going(None, self._say("replay.nowhere", typed=" ".join(rest) or "–"))
        return found

    def to_clock(self, typed: str, at: datetime) -> Going | None:
        """Where a time leads; None for what is no time."""
        wanted = moment_asked(typed)
        if wanted is None:
            return None
        midday, zone = self.moments.midday, self.moments.zone
        found = (
            wanted.of(midday, zone, lambda each: False)
            if wanted.names_day
            else self.moments.clock(wanted.clock, at)
        )
        if isinstance(found, NotOne):
            return Going(None, in_language(found.told, self.language) + ".")
        return self.to(found, typed)

    def to(self, instant: datetime, typed: str) -> Going:
        """Where an instant leads that was typed so: beyond the log to its nearest edge."""
        # Two times of a zone may look alike where the clocks go back.
        instant = instant.astimezone(UTC)
        landed = self.moments.within(instant)
        if landed == instant:
            return Going(landed)
        key = "before" if instant < landed else "after"
        told = {"before": "replay.before_start", "after": "replay.after_end"}[key]
        return Going(landed, say(told, self.language, typed=typed, time=self.clock(landed)))

    def clock(self, instant: datetime) -> str:
        """An instant in the agenda's zone, to the second."""
        return local_text(instant.astimezone(self.moments.zone), seconds=True)

    def _read(self, words: list[str], at: datetime) -> Going | None:
        first, rest = words[0].casefold(), words[1:]
        moments = self.moments
        if not rest and first in _START:
            return Going(moments.start)
        if not rest and first in _END:
            return Going(moments.end)
        if len(rest) == 1 and first in _TURN and rest[0].isdecimal():
            return self._turn(int(rest[0]))
        if len(rest) == 1 and first in _ITEM:
            return self._item(rest[0], at)
        clock = self.to_clock(" ".join(words), at)
        if clock or first in ACT_WORDS:
            return clock
        if not rest and any(each.id == first for each in moments.openings):
            return self._item(first, at)
        return self._name(" ".join(words), at)

    def _turn(self, number: int) -> Going:
        turns = self.moments.turns
        if not 1 <= number <= len(turns):
            return Going(None, self._say("replay.no_turn", number=number, count=len(turns)))
        return Going(turns[number - 1].at)

    def _item(self, id_: str, at: datetime) -> Going:
        times = [each.at for each in self.moments.openings if each.id == id_]
        if not times:
            return Going(None, self._say("replay.no_item", item=id_))
        landed, number = _next_of(times, at)
        if len(times) == 1:
            return Going(landed, self._say("replay.item_opened", item=id_))
        told = self._say("replay.item_opened_again", item=id_, number=number, count=len(times))
        return Going(landed, told)

    def _name(self, typed: str, at: datetime) -> Going | None:
        """To the next turn of a delegation, after its last to its first."""
        spoke = dict.fromkeys(each.delegation for each in self.moments.turns)
        exact = self.directory.exact(typed)
        if exact is not None and exact.code not in spoke:
            name = self.directory.name(exact.code, self.language)
            return Going(None, self._say("replay.never_spoke", name=name))
        codes = [exact.code] if exact else self._starting(typed, list(spoke))
        if not codes:
            return None
        if len(codes) > 1:
            names = ", ".join(self.directory.name(each, self.language) for each in codes[:6])
            return Going(None, self._say("replay.which_one", names=names))
        name = self.directory.name(codes[0], self.language)
        turns = [each for each in self.moments.turns if each.delegation == codes[0]]
        landed, number = _next_of([each.at for each in turns], at)
        params: dict[str, str | int] = {"name": name, "number": number, "count": len(turns)}
        key = "replay.of_several" if len(turns) > 1 else "replay.spoke_once"
        return Going(
            landed, self._say(key, times=self.times([each.at for each in turns]), **params)
        )

    def _starting(self, typed: str, spoke: list[str]) -> list[str]:
        """Those who spoke and have a code or name that begins so."""
        if len(typed) < 2 and typed.isascii():
            return []
        known = {each.code for each in self.directory.starting(typed)}
        begun = fold(typed)
        return [each for each in spoke if each in known or fold(each).startswith(begun)]

    def times(self, instants: Sequence[datetime]) -> str:
        """Some instants as one reads them: `10:42, 11:40`."""
        local = (each.astimezone(self.moments.zone) for each in instants)
        return self._say("replay.comma").join(map(local_text, local))

    def _say(self, key: str, **params: str | int) -> str:
        return say(key, self.language, **params)


def _next_of(times: list[datetime], at: datetime) -> tuple[datetime, int]:
    """The first time after `at`, or the first of all, and which of them it is, from 1."""
    number = next((n for n, each in enumerate(times) if each > at), 0)
    return times[number], number + 1


class Replay:
    """A whole session, read to be looked at."""

    restored = None
    """Nothing is ever got back or found unsent: nothing was left here."""

    def __init__(self, folder: SessionFolder) -> None:
        """Raises SessionError where there is no log, LogDamaged where it cannot be read."""
        self.folder = folder
        self.meeting: Meeting
        """All of it."""
        self.moments: Moments
        self._take(_entries_of(folder, 0))

    def look(self) -> None:
        """Take in what was written since; raises as reading the log does."""
        newer = _entries_of(self.folder, len(self.meeting.entries))
        if newer:
            self._take([*self.meeting.entries, *newer])
        else:
            self.moments = moments_of(self.meeting, moment_of(self.meeting, self.folder))

    def _take(self, entries: list[Entry]) -> None:
        self.meeting = replay(entries)
        self.moments = moments_of(self.meeting, moment_of(self.meeting, self.folder))
        self._past = PastStates(entries)

    def meeting_at(self, at: datetime) -> Meeting:
        """The meeting at an instant; there is no act in it that could be taken back."""
        number = self._past.entries_by(at)
        stood = Meeting(self.meeting.entries[0])
        stood.entries = self.meeting.entries[:number]
        stood.state = self._past.after(number)
        return stood


class ReplayDesk(Desk):
    """Shows one moment after another, and takes nothing."""

    def __init__(self, replay: Replay, seat: Seat, at: datetime) -> None:
        """Begin at an instant, UTC and a whole second."""
        self.replay = replay
        self.clock: ScriptClock = ScriptClock(at)
        self.intake = Intake(replay.meeting_at(at), directory_of(replay.folder.path), seat)
        self._listeners: list[Heard] = []

    @property
    def keeping(self) -> Keeping:
        """Nothing waits for any disk."""
        return Keeping()

    @property
    def is_at_work(self) -> bool:
        """Nothing is on its way to any disk."""
        return False

    @property
    def at(self) -> datetime:
        """The instant in view."""
        return self.clock.now()

    def go(self, at: datetime) -> None:
        """Show another moment."""
        self.clock.set(at)
        self.intake.meeting = self.replay.meeting_at(at)

    def step(self, unit: Unit, by: Literal[-1, 1]) -> bool:
        """Go on (1) or back (-1) by one; False where there is nothing further that way.

        Before it says that nothing comes any more it looks whether something was written since.
        """
        to = self.replay.moments.stepped(self.at, unit, by)
        if by > 0 and to == self.replay.moments.end:
            self.replay.look()
            to = self.replay.moments.stepped(self.at, unit, by)
        if to == self.at:
            return False
        self.go(to)
        return True

    def submit(self, line: str, slot: str | None = None, command: Command | None = None) -> None:
        """Nothing can be entered here; raises SessionError."""
        raise SessionError(
            Sentence("meeting_fault.only_looked_at", path=str(self.replay.folder.path))
        )

    def keep_draft(self, slot: str, text: str) -> None:
        """What is typed here is not kept."""

    def tick(self) -> None:
        """Time stands still here."""

    def go_on_in(self, open_log: OpenLog, then: WhenElsewhere | None = None) -> None:
        """As `submit`."""
        self.submit("")

    def leave(self) -> bool:
        """Nothing waits to be written."""
        self._listeners.clear()
        return True


def _entries_of(folder: SessionFolder, after: int) -> list[Entry]:
    log = folder.read()
    try:
        return list(log.read(after))
    finally:
        log.close()
