"""A meeting and its log: applying entries, taking acts back, replaying.

An undo appends an event and folds the log again without the act, so that floor, clock, order and
times are as if it had never been; it folds on from the last state kept before the act, so that it
costs no more late in a long day. Entries that cannot take effect, as they depend on something that
was lost of the log, are set apart: they stay among the entries and change nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from datetime import datetime

from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.entry import ActRedone, ActUndone, Entry, SessionStarted
from meeting_tui.meeting.facts import ItemRun
from meeting_tui.meeting.happenings import HAPPENINGS
from meeting_tui.meeting.losses import (
    carefully,
    missing_numbers,
    set_apart,
)
from meeting_tui.meeting.purged_points import PointPurged, purged
from meeting_tui.meeting.state import MeetingState
from meeting_tui.words import Sentence

_NEVER_UNDONE = tuple(each.kind for each in HAPPENINGS if each.never_undone)

KEPT_EVERY = 128
"""Entries from one state that is kept to the next."""
KEPT_STATES = 8


class Meeting:
    """The entries of one session and the state they add up to."""

    def __init__(self, first: Entry, apart: Iterable[int] = ()) -> None:
        """Begin with the entry that started the session; `apart` are numbers of those set apart.

        Raises LogDamaged when the first entry does not start one.
        """
        if not isinstance(first.event, SessionStarted):
            raise LogDamaged(Sentence("log_fault.no_start"))
        self.entries: list[Entry] = [first]
        self.state: MeetingState = begin(first.event)
        self.done_acts: list[str] = []
        """Acts that hold, oldest first; `undo` takes back the last."""
        self.undone_acts: list[str] = []
        """Acts taken back, oldest first; `redo` brings the last one back."""
        self.apart: frozenset[int] = frozenset(apart)
        """Numbers of the entries that have no effect."""
        self._is_careful = False
        """Whether what does not follow is set apart, and not refused."""
        self._kept: list[tuple[int, MeetingState]] = []
        """How many entries -> the state they added up to, oldest first."""

    def apply(self, entry: Entry) -> None:
        """Let one more entry take effect."""
        self._keep_state()
        self.entries.append(entry)
        if self._keep_account(entry):
            assert isinstance(entry.event, ActUndone | ActRedone)
            self._fold_again(entry.event.act)
        else:
            self._evolve(entry)
        if isinstance(entry.event, PointPurged):
            purged(self.entries, entry.event)
            self._kept.clear()  # they hold what the point said
            if entry.event.others:
                self._fold_again()

    def _keep_state(self) -> None:
        count_now = len(self.entries)
        if count_now - (self._kept[-1][0] if self._kept else 0) >= KEPT_EVERY:
            self._kept = [*self._kept[1 - KEPT_STATES :], (count_now, self.state.snapshot())]

    def _evolve(self, entry: Entry) -> None:
        """Let an entry change the state, unless it is set apart."""
        if entry.seq in self.apart:
            count(self.state, entry)
        elif not self._is_careful:
            evolve(self.state, entry)
        elif (after := carefully(self.state, entry, evolve)) is not None:
            self.state = after
        else:
            self.apart |= {entry.seq}
            count(self.state, entry)

    def _keep_account(self, entry: Entry) -> bool:
        """Note what is done and undone; True when the log must be folded again."""
        event = entry.event
        if entry.seq in self.apart:
            return False
        if isinstance(event, ActUndone):
            _take(self.done_acts, event.act)
            self.undone_acts.append(event.act)
            return True
        if isinstance(event, ActRedone):
            _take(self.undone_acts, event.act)
            self.done_acts.append(event.act)
            return True
        # An act whose first entry was lost is one with what is left of it.
        is_new = entry.act == entry.id or self.done_acts[-1:] != [entry.act]
        if not isinstance(event, _NEVER_UNDONE) and is_new:
            self.done_acts.append(entry.act)
            if self.undone_acts:
                # Of the same seat: what another does stands in nobody's way.
                acts = self.undone_acts
                self.undone_acts = [each for each in acts if desk_of(each) != entry.desk]
        return False

    def _fold_again(self, act: str | None = None) -> None:
        """Fold all, or what came since the last state kept before an act."""
        place = self._place_of(act) if act else 0
        while self._kept and self._kept[-1][0] > place:
            self._kept.pop()
        started = self.entries[0].event
        assert isinstance(started, SessionStarted)
        first, kept = self._kept[-1] if self._kept else (1, begin(started))
        self.state = kept.snapshot()
        holds = set(self.done_acts)
        for entry in self.entries[first:]:
            if isinstance(entry.event, ActUndone | ActRedone):
                continue
            if entry.act in holds or isinstance(entry.event, _NEVER_UNDONE):
                self._evolve(entry)
            else:
                count(self.state, entry)

    def _place_of(self, act: str) -> int:
        """How many entries there are before an act."""
        newest_first = range(len(self.entries) - 1, -1, -1)
        of_act = (place for place in newest_first if self.entries[place].act == act)
        return next(place for place in of_act if self.entries[place - 1].act != act)

    def stood(self, at: datetime) -> MeetingState:
        """The state at an earlier instant, by what had been entered until then; not to be changed.

        What was taken back only later counts.
        """
        until = len(self.entries)
        while until > 1 and self.entries[until - 1].at > at:
            until -= 1
        if until == len(self.entries):
            return self.state
        first, kept = next(
            ((n, state) for n, state in reversed(self._kept) if n <= until), (1, None)
        )
        if kept is None:
            return replay(self.entries[:until]).state
        twin = copy(self)
        twin.state = kept.snapshot()
        # Nothing from before a state that is kept was taken back since.
        undone: set[str] = set()
        for entry in self.entries[first:until]:
            if isinstance(entry.event, ActUndone):
                undone.add(entry.event.act)
            elif isinstance(entry.event, ActRedone):
                undone.discard(entry.event.act)
        for entry in self.entries[first:until]:
            if not isinstance(entry.event, ActUndone | ActRedone):
                if entry.act in undone and not isinstance(entry.event, _NEVER_UNDONE):
                    count(twin.state, entry)
                else:
                    twin._evolve(entry)
        return twin.state

    @property
    def last(self) -> Entry:
        """The newest entry."""
        return self.entries[-1]


def desk_of(act: str) -> str:
    """The desk that did it."""
    return act.rpartition("-")[0]


def _take(acts: list[str], act: str) -> None:
    if acts and acts[-1] == act:
        acts.pop()
    elif act in acts:
        acts.remove(act)
    else:
        raise LogDamaged(Sentence("log_fault.no_such_act", act=act))


def replay(entries: Iterable[Entry], *, strictly: bool = False) -> Meeting:
    """The meeting a log adds up to; folds it once, whatever was taken back.

    Of a log with a hole, or with an entry that does not follow, the entries that depend on what is
    not there are set apart; `strictly`, they raise LogDamaged. Raises that too when the log is
    empty or does not begin with the start of a session.
    """
    log = list(entries)
    if not log:
        raise LogDamaged(Sentence("log_fault.empty"))
    apart = set_apart(log)
    if strictly or not missing_numbers(log, log[-1].seq):
        try:
            return _folded(log, apart)
        except LogDamaged:
            if strictly:
                raise
    return _folded_carefully(log, apart)


def _folded(log: list[Entry], apart: frozenset[int]) -> Meeting:
    meeting = Meeting(log[0], apart)
    undone = False
    for entry in log[1:]:
        meeting.entries.append(entry)
        undone = meeting._keep_account(entry) or undone
        if undone or isinstance(entry.event, ActUndone | ActRedone):
            continue
        if apart:
            meeting._evolve(entry)
        else:  # nearly always, and thousands of times
            evolve(meeting.state, entry)
    undone = _purge_all(meeting) or undone
    if undone:
        meeting._fold_again()
    return meeting


def _folded_carefully(log: list[Entry], apart: frozenset[int]) -> Meeting:
    """Fold until no further entry has to be set apart: what one of them did was never done."""
    while True:
        meeting = Meeting(log[0], apart)
        meeting._is_careful = True
        for entry in log[1:]:
            meeting.entries.append(entry)
            try:
                meeting._keep_account(entry)
            except LogDamaged:  # takes back what was lost
                meeting.apart |= {entry.seq}
        _purge_all(meeting)
        meeting._fold_again()
        if meeting.apart == apart:
            meeting._is_careful = False
            return meeting
        apart = meeting.apart


def _purge_all(meeting: Meeting) -> bool:
    """Take out of the entries what was purged; whether the log must be folded again."""
    is_felt = False
    for entry in meeting.entries:
        if isinstance(entry.event, PointPurged):
            purged(meeting.entries, entry.event)
            is_felt = is_felt or bool(entry.event.others)
    return is_felt


_FOLDS = {each.kind: (each.change, each.counts, each.leaves_final) for each in HAPPENINGS}


def begin(event: SessionStarted) -> MeetingState:
    """The state of a session in which nothing has happened yet."""
    return MeetingState(
        session=event.session,
        agenda=event.agenda,
        rules=event.rules,
        imported=event.agenda,
        rehearsal=event.rehearsal,
        earlier=event.earlier,
        demonstration=bool(event.demonstration),
        items={item.id: ItemRun(item.id) for item in event.agenda.items},
        running_order=tuple(item.id for item in event.agenda.items),
    )


def evolve(state: MeetingState, entry: Entry) -> None:
    """Let one entry take effect on the state, in place.

    Raises LogDamaged when it speaks of something that the log before it does not hold.
    """
    event = entry.event
    change, counts, leaves_final = _FOLDS[type(event)]
    for sort in counts(event):
        state.counts[sort] = state.counts.get(sort, 0) + 1
    if not leaves_final:
        # Whatever somebody records once the report was final makes it a draft again.
        state.finalised_at = None
    try:
        change(state, event, entry)
    except (KeyError, IndexError, ValueError) as fault:
        what = Sentence("log_fault.contradicts", seq=entry.seq, name=event.name)
        raise LogDamaged(what) from fault


def count(state: MeetingState, entry: Entry) -> None:
    """Count the id an entry uses, so that it is never given out again, even after an undo."""
    for sort in _FOLDS[type(entry.event)][1](entry.event):
        state.counts[sort] = state.counts.get(sort, 0) + 1
