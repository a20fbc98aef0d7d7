"""What happened, in one line of plain words: for the message line, the shell and the Record screen.

A sentence speaks of names, limits and times; told from a later state, a past act would say what was
only so afterwards, or no longer know what was taken back. So each entry is told from the state
right after it; a `Chronicle` folds the log once more, entry by entry, and keeps the sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from meeting_tui.meeting.declared import NameOf, Teller, Together, ToldOf
from meeting_tui.meeting.entry import ActRedone, Entry, Event
from meeting_tui.meeting.happenings import BY_KIND
from meeting_tui.meeting.losses import set_apart
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.meeting.purged_points import PointPurged
from meeting_tui.meeting.state import MeetingState
from meeting_tui.words import say


def tell(
    state: MeetingState,
    entry: Entry,
    language: str,
    name_of: NameOf,
    told_of: ToldOf | None = None,
) -> str:
    """One entry in one line; with `told_of` an undo says what it took back.

    People's text is put in as it is, never formatted or marked up.
    """
    return tell_act(state, (entry,), language, name_of, told_of)


def tell_act(
    state: MeetingState,
    entries: Sequence[Entry],
    language: str,
    name_of: NameOf,
    told_of: ToldOf | None = None,
) -> str:
    """All entries of one act in one line: "Inscribed: Mexico, France (for the European Union)"."""
    teller = Teller(state, language, name_of, told_of, entries[0].at)

    def shared(event: Event) -> tuple[Together, str] | None:
        together = BY_KIND[type(event)].together
        return (together, together.shared(teller, event)) if together else None

    told: list[str] = []
    for key, group in groupby((entry.event for entry in entries), shared):
        events = list(group)
        if key is None or len(events) == 1:
            told.extend(BY_KIND[type(event)].told(teller, event) for event in events)
        else:
            told.append(key[0].told(teller, events))
    return teller.say("happened.between").join(told)


def acts_of(entries: Sequence[Entry]) -> list[tuple[Entry, ...]]:
    """Entries that follow each other, act by act."""
    return [tuple(of_act) for _, of_act in groupby(entries, lambda entry: entry.act)]


class Chronicle:
    """A log with the sentences of its entries and acts, in one language, written on as it grows."""

    def __init__(self, language: str, name_of: NameOf) -> None:
        self.language = language
        self.name_of = name_of
        self.sentences: list[str] = []
        """One for each entry, in the order of the log."""
        self._meeting: Meeting | None = None
        self._apart: frozenset[int] = frozenset()
        """Numbers of the entries that have no effect."""
        self._acts: dict[str, str] = {}
        """Act -> its sentence, for acts of several entries that are over."""
        self._places: dict[str, int] = {}
        """Act -> the place of its first entry."""
        self._open_act: list[Entry] = []
        """The entries of the newest act."""

    def follow(self, log: Sequence[Entry]) -> bool:
        """Tell what the log holds beyond what was told; True when all was told anew.

        A log that is shorter than what was told (a replay that went back) tells nothing. After a
        purge everything is told anew, as no sentence may stand any more with what the point said.
        """
        known = len(self.sentences)
        tells_anew = bool(known) and not self._goes_on_in(log)
        if tells_anew:
            vars(self).update(vars(Chronicle(self.language, self.name_of)))
            known = 0
        self._apart |= set_apart(log[known:])
        for entry in log[known:]:
            self._tell(entry)
        return tells_anew

    def told_of(self, act: str) -> str:
        """What was told of an act when it was done."""
        if self._open_act and self._open_act[0].act == act:
            self._end_act()
        return self._acts[act] if act in self._acts else self.sentences[self._places[act]]

    def _goes_on_in(self, log: Sequence[Entry]) -> bool:
        """Whether what was told is what the log begins with, or the other way round."""
        assert self._meeting is not None
        told = self._meeting.entries
        common = min(len(told), len(log))
        if any(isinstance(entry.event, PointPurged) for entry in log[common:]):
            return all(mine == other for mine, other in zip(told, log, strict=False))
        return told[common - 1] == log[common - 1]

    def _tell(self, entry: Entry) -> None:
        if self._open_act and self._open_act[0].act != entry.act:
            self._end_act()
            self._open_act = []
        self._places.setdefault(entry.act, len(self.sentences))
        if self._meeting is None:
            self._meeting = Meeting(entry, self._apart)
        else:
            self._meeting.apply(entry)
        self._open_act.append(entry)
        state = self._meeting.state
        if entry.seq in self._apart:
            self.sentences.append(say("happened.set_apart", self.language, name=entry.event.name))
            return
        self.sentences.append(tell(state, entry, self.language, self.name_of, self.told_of))

    def _end_act(self) -> None:
        """Tell the newest act as a whole, while the state is the one right after it."""
        if len(self._open_act) > 1:
            assert self._meeting is not None
            told = tell_act(
                self._meeting.state, self._open_act, self.language, self.name_of, self.told_of
            )
            self._acts[self._open_act[0].act] = told


def tell_newest(meeting: Meeting, entries: Sequence[Entry], language: str, name_of: NameOf) -> str:
    """An act a meeting's log ends with, or nearly, in one line; an undo says what it took back."""
    first, last = entries[0].seq, entries[-1].seq

    def told_of(act: str) -> str:
        holds = any(isinstance(entry.event, ActRedone) for entry in entries)
        then = _state_after(meeting, last if holds else first - 1)
        of_act = [entry for entry in meeting.entries if entry.act == act]
        return tell_act(then, of_act, language, name_of)

    return tell_act(_state_after(meeting, last), entries, language, name_of, told_of)


def _state_after(meeting: Meeting, seq: int) -> MeetingState:
    if meeting.last.seq == seq:
        return meeting.state
    return replay([entry for entry in meeting.entries if entry.seq <= seq]).state
