"""The log as rows: every entry in one line, with what was taken back or put right since.

The book is written on entry by entry, and a line once told is not told again, so that a day of ten
thousand events costs no more at each key than one of ten.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from typing import Literal
from zoneinfo import ZoneInfo

from meeting_tui.meeting import events as happened
from meeting_tui.meeting.correction_events import CORRECTION_EVENTS
from meeting_tui.meeting.events import Entry
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.telling import tell
from meeting_tui.record import record
from meeting_tui.text import fold
from meeting_tui.ui.presentation.glance import Glance
from meeting_tui.ui.presentation.taken_back import TakenBack
from meeting_tui.ui.presentation.top import day_text
from meeting_tui.ui.widgets.columns import Cell, Column, row_line
from meeting_tui.ui.widgets.line_list import Row
from meeting_tui.ui.widgets.pieces import Line, Piece, line

Mark = Literal["", "undone", "corrected", "correction", "identified"]

COLUMNS = (
    Column("number", 5, priority=5, align="right"),
    Column("time", 8, priority=9),
    Column("hand", 6, priority=4),
    Column("told", 20, weight=20, priority=10),
)


@record
class RecordRow:
    """What one row of the record shows."""

    number: str
    time: str
    hand: str
    told: str
    mark: Mark = ""
    word: str = ""
    """The mark as a word in brackets."""
    day: str = ""
    """A new day instead of an entry."""


def draw_record(row: Row[RecordRow], width: int, has_cursor: bool) -> Line:
    """One entry in `width` cells; what was taken back is struck and says so."""
    content = row.content
    if content.day:
        return line(Piece(f"─── {content.day} ───", "heading"))
    undone = content.mark == "undone"
    told: Line = (Piece(content.told, "muted struck" if undone else ""),)
    if content.word:
        told = (Piece(content.word, "nearly" if undone else "accent"), Piece(" "), *told)
    cells: dict[str, Cell] = {
        "number": Piece(content.number, "muted"),
        "time": Piece(content.time, "muted"),
        "hand": Piece(content.hand, "muted"),
        "told": told,
    }
    return row_line(COLUMNS, cells, width)


def record_heading(glance: Glance, width: int) -> Line:
    """The words above the columns."""
    keys = (column.key for column in COLUMNS)
    cells: dict[str, Cell] = {
        key: Piece(glance.say(f"record.column_{key}"), "muted") for key in keys
    }
    return row_line(COLUMNS, cells, width)


_CORRECTIONS = (happened.PointCorrected, happened.DelegationIdentified, *CORRECTION_EVENTS)


class RecordBook:
    """The rows of the log as far as it was followed."""

    def __init__(self, told: dict[int, tuple[Entry, Row[RecordRow]]] | None = None) -> None:
        """`told`: what an earlier book `told` of the same log, in the same language."""
        self.told = {} if told is None else told
        """Place in the log -> the entry and its row without a mark, told once."""
        self.entries: list[Entry] = []
        self.rows: list[Row[RecordRow]] = []
        """One for each entry, in the order of the log."""
        self.undone_by: dict[str, Entry] = {}
        """Act -> the entry that took it back, for acts that do not hold."""
        self._acts: dict[str, list[int]] = {}
        self._about: dict[tuple[str, str], list[int]] = {}
        self._taken_back = TakenBack()
        self._item: str | None = None
        """The item open at the end of what was followed, as far as that is sure."""
        self._day: date | None = None
        self._days: dict[int, str] = {}
        """Place of the first entry of a day -> the day."""

    def follow(self, glance: Glance, log: Sequence[Entry]) -> None:
        """Write on what the log holds beyond what was written; `glance` is of the log's end."""
        new = log[len(self.entries) :]
        if not new:
            return
        if self.entries and any(isinstance(entry.event, happened.PointPurged) for entry in new):
            # What was told of the point must not stand here either.
            vars(self).update(vars(RecordBook()))
            new = log
        first = len(self.entries)
        for entry in new:
            self._enter(entry)
        self._taken_back.learn(glance.state, new)
        state = self._taken_back.completed(copy(glance.state))
        for place, entry in enumerate(new, first):
            known, row = self.told.get(place, (None, None))
            if row is None or known is not entry:
                row = Row(str(entry.seq), self._row(glance, entry, state))
                self.told[place] = (entry, row)
            self.rows.append(row)
            self._walk(glance, entry)
        before = new if first else ()
        touched = {place for entry in before for place in self._touched(entry) if place < first}
        for place in {*touched, *range(first, len(self.rows))}:
            self._mark(glance, place)

    def entries_of(self, act: str) -> list[Entry]:
        """The entries of an act, in their order."""
        return [self.entries[place] for place in self._acts.get(act, ())]

    def entry(self, key: str | None) -> Entry | None:
        """The entry of a row."""
        return self.entries[int(key) - 1] if key and key.isdigit() else None

    def with_days(self, rows: Sequence[Row[RecordRow]]) -> Sequence[Row[RecordRow]]:
        """Rows with a line before each that begins another day, in a log of several days."""
        if len(self._days) < 2:
            return rows
        shown: list[Row[RecordRow]] = []
        began = 0
        for row in rows:
            newest = max(place for place in self._days if place < int(row.key))
            if newest != began or not shown:
                began = newest
                head = RecordRow("", "", "", "", day=self._days[newest])
                shown.append(Row(f"day {newest}", head, can_select=False))
            shown.append(row)
        return shown

    def _enter(self, entry: Entry) -> None:
        place = len(self.entries)
        self.entries.append(entry)
        self._acts.setdefault(entry.act, []).append(place)
        event = entry.event
        if isinstance(event, happened.ActUndone):
            self.undone_by[event.act] = entry
        elif isinstance(event, happened.ActRedone):
            self.undone_by.pop(event.act, None)
        elif isinstance(event, happened.PointNoted):
            self._about.setdefault(("point", event.point), []).append(place)
        elif isinstance(event, happened.Inscribed) and not event.known:
            self._about.setdefault(("name", fold(event.delegation)), []).append(place)

    def _row(self, glance: Glance, entry: Entry, state: MeetingState) -> RecordRow:
        state.item = self._item
        told = tell(state, entry, glance.language, glance.name, self.entries_of)
        by = entry.hand or entry.desk
        return RecordRow(str(entry.seq), glance.clock(entry.at, seconds=True), by, told)

    def _walk(self, glance: Glance, entry: Entry) -> None:
        """Notice another day, and the item that was open then."""
        day = entry.at.astimezone(ZoneInfo(glance.state.agenda.zone)).date()
        if day != self._day:
            self._day = day
            self._days[entry.seq - 1] = day_text(replace(glance, now=entry.at), long=True)
        event = entry.event
        if isinstance(event, happened.ItemOpened | happened.ItemReopened):
            self._item = event.item
        elif isinstance(event, happened.ItemClosed):
            self._item = None
        elif isinstance(event, happened.ActUndone | happened.ActRedone):
            items = (happened.ItemOpened, happened.ItemReopened, happened.ItemClosed)
            if any(isinstance(each.event, items) for each in self.entries_of(event.act)):
                self._item = None

    def _touched(self, entry: Entry) -> Iterator[int]:
        """The places of the rows that may be marked otherwise after this entry."""
        event = entry.event
        if isinstance(event, happened.ActUndone | happened.ActRedone):
            for each in self.entries_of(event.act):
                yield each.seq - 1
                yield from self._touched(each)
        elif isinstance(event, happened.PointCorrected):
            yield from self._about.get(("point", event.point), ())
        elif isinstance(event, happened.DelegationIdentified):
            yield from self._about.get(("name", fold(event.typed_name)), ())

    def _mark(self, glance: Glance, place: int) -> None:
        row = self.rows[place]
        mark = self._mark_of(glance.state, self.entries[place])
        if mark != row.content.mark:
            word = (
                glance.say("record.marked", mark=glance.say(f"record.mark_{mark}")) if mark else ""
            )
            self.rows[place] = Row(row.key, replace(row.content, mark=mark, word=word))

    def _mark_of(self, state: MeetingState, entry: Entry) -> Mark:
        event = entry.event
        if entry.act in self.undone_by:
            return "undone"
        if isinstance(event, _CORRECTIONS):
            return "correction"
        if isinstance(event, happened.PointNoted):
            point = state.points.get(event.point)
            return "corrected" if point and point.corrected else ""
        if isinstance(event, happened.Inscribed) and not event.known:
            return "identified" if state.inscriptions[event.inscription].known else ""
        return ""
