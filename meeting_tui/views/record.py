"""The log as rows: every entry in one line, with what was taken back or put right since.

The book is written on entry by entry, and a line once told is not told again, so that a day of ten
thousand events costs no more at each key than one of ten. `find` shows some of the rows: those
with words in the told line, or of one sort of event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.agenda.local_times import clocks_go_back
from meeting_tui.meeting.declared import CORRECTIONS, SORTS
from meeting_tui.meeting.entry import ActRedone, ActUndone, Entry, Event
from meeting_tui.meeting.floor import FloorGiven
from meeting_tui.meeting.happenings import (
    BY_KIND,
    of_sort,
)
from meeting_tui.meeting.item_notes import PointMoved
from meeting_tui.meeting.names import DelegationIdentified
from meeting_tui.meeting.notes import ItemNoted, PointCorrected, PointNoted, noted
from meeting_tui.meeting.speakers_list import Inscribed
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.striking import InterventionStruck, PointStruck
from meeting_tui.meeting.telling import Chronicle
from meeting_tui.text import cells, fold
from meeting_tui.views.columns import Cell, Column, Row, row_line
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece, line, line_cells, sides
from meeting_tui.views.top import day_text

Mark = Literal["", "undone", "corrected", "correction", "identified", "struck"]

WITH_OFFSET = 14
"""Cells of `02:30:00+02:00`."""
COLUMNS = (
    Column("number", 5, priority=5, align="right"),
    Column("time", 8, priority=9),
    Column("hand", 6, priority=4),
    Column("told", 20, weight=20, priority=10),
)


class RecordRow(Struct, frozen=True):
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
    with_offset: bool = False
    """A sitting is held in a night in which an hour comes twice; then times say their offset."""


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
    return row_line(_columns(content.with_offset), cells, width)


def _columns(with_offset: bool) -> tuple[Column, ...]:
    return tuple(
        replace(each, least=WITH_OFFSET) if with_offset and each.key == "time" else each
        for each in COLUMNS
    )


def record_heading(look: Look, width: int) -> Line:
    """The words above the columns."""
    keys = (column.key for column in COLUMNS)
    cells: dict[str, Cell] = {key: Piece(look.say(f"record.column_{key}"), "muted") for key in keys}
    return row_line(_columns(_with_offset(look)), cells, width)


def _with_offset(look: Look) -> bool:
    """Whether the clocks go back in a sitting, as planned or held."""
    sittings, zone = look.projection.seen.sittings, look.zone
    ends = ((each.opened_at or each.planned_start, each.planned_end) for each in sittings)
    return any(clocks_go_back(start, end, zone) for start, end in ends)


def _row(look: Look, entry: Entry, told: str, with_offset: bool) -> RecordRow:
    by, clock = entry.hand or entry.desk, look.clock(entry.at, seconds=True)
    return RecordRow(str(entry.seq), clock, by, told, with_offset=with_offset)


_NOTED = PointNoted | ItemNoted


class RecordBook:
    """The rows of the log as far as it was followed."""

    def __init__(self, further: RecordBook | None = None) -> None:
        """`further`: a book in the same language that followed the same log as far or further."""
        self.chronicle: Chronicle | None = further.chronicle if further else None
        self._plain: list[Row[RecordRow]] = further._plain if further else []
        """One row for each entry that was ever told, without a mark."""
        self.entries: list[Entry] = []
        self.rows: list[Row[RecordRow]] = []
        """One for each entry, in the order of the log."""
        self.undone_by: dict[str, Entry] = {}
        """Act -> the entry that took it back, for acts that do not hold."""
        self._acts: dict[str, list[int]] = {}
        self._about: dict[tuple[str, str], list[int]] = {}
        self._day: date | None = None
        self._places: dict[int, int] = {}
        """Number of an entry -> its place; a log that lost something has fewer than numbers."""
        self._days: dict[int, str] = {}
        """Place of the first entry of a day -> the day."""

    def follow(self, look: Look, log: Sequence[Entry]) -> None:
        """Write on what the log holds beyond what was written; `look` is of the log's end."""
        if len(log) <= len(self.entries):
            return
        if self.chronicle is None:
            self.chronicle = Chronicle(look.language, look.name)
        if self.chronicle.follow(log):
            chronicle = self.chronicle
            vars(self).update(vars(RecordBook()))
            self.chronicle = chronicle
        first = len(self.entries)
        new, with_offset = log[first:], _with_offset(look)
        for place, entry in enumerate(new, first):
            self._enter(entry)
            if place == len(self._plain):
                told = self.chronicle.sentences[place]
                self._plain.append(Row(str(entry.seq), _row(look, entry, told, with_offset)))
            self.rows.append(self._plain[place])
            self._notice_day(look, entry)
        before = new if first else ()
        touched = {place for entry in before for place in self._touched(entry) if place < first}
        for place in {*touched, *range(first, len(self.rows))}:
            self._mark(look, place)

    def told_of(self, act: str) -> str:
        """What was told of an act when it was done."""
        return self.chronicle.told_of(act) if self.chronicle else ""

    def entries_of(self, act: str) -> list[Entry]:
        """The entries of an act, in their order."""
        return [self.entries[place] for place in self._acts.get(act, ())]

    def entry(self, key: str | None) -> Entry | None:
        """The entry of a row."""
        place = self._places.get(int(key)) if key and key.isdigit() else None
        return None if place is None else self.entries[place]

    def row_of(self, entry: Entry) -> Row[RecordRow]:
        """The row of an entry."""
        return self.rows[self._places[entry.seq]]

    def with_days(self, rows: Sequence[Row[RecordRow]]) -> Sequence[Row[RecordRow]]:
        """Rows with a line before each that begins another day, in a log of several days."""
        if len(self._days) < 2:
            return rows
        shown: list[Row[RecordRow]] = []
        began = 0
        for row in rows:
            newest = max(place for place in self._days if place <= self._places[int(row.key)])
            if newest != began or not shown:
                began = newest
                head = RecordRow("", "", "", "", day=self._days[newest])
                shown.append(Row(f"day {newest}", head, can_select=False))
            shown.append(row)
        return shown

    def _enter(self, entry: Entry) -> None:
        place = len(self.entries)
        self.entries.append(entry)
        self._places[entry.seq] = place
        self._acts.setdefault(entry.act, []).append(place)
        event = entry.event
        if isinstance(event, ActUndone):
            self.undone_by[event.act] = entry
        elif isinstance(event, ActRedone):
            self.undone_by.pop(event.act, None)
        elif isinstance(event, _NOTED):
            self._about.setdefault(("point", event.point), []).append(place)
        elif isinstance(event, Inscribed) and not event.known:
            self._about.setdefault(("name", fold(event.delegation)), []).append(place)

    def _notice_day(self, look: Look, entry: Entry) -> None:
        day = entry.at.astimezone(look.zone).date()
        if day != self._day:
            self._day = day
            self._days[self._places[entry.seq]] = day_text(replace(look, now=entry.at), long=True)

    def _touched(self, entry: Entry) -> Iterator[int]:
        """The places of the rows that may be marked otherwise after this entry."""
        event = entry.event
        if isinstance(event, ActUndone | ActRedone):
            for each in self.entries_of(event.act):
                yield self._places[each.seq]
                yield from self._touched(each)
        elif isinstance(event, PointCorrected | PointMoved | PointStruck):
            yield from self._about.get(("point", event.point), ())
        elif isinstance(event, InterventionStruck):
            for point in event.points:
                yield from self._about.get(("point", point), ())
        elif isinstance(event, DelegationIdentified):
            yield from self._about.get(("name", fold(event.typed_name)), ())

    def _mark(self, look: Look, place: int) -> None:
        row = self.rows[place]
        mark = self._mark_of(look.state, self.entries[place])
        if mark != row.content.mark:
            word = look.say("record.marked", mark=look.say(f"record.mark_{mark}")) if mark else ""
            self.rows[place] = Row(row.key, replace(row.content, mark=mark, word=word))

    def _mark_of(self, state: MeetingState, entry: Entry) -> Mark:
        event = entry.event
        if entry.act in self.undone_by:
            return "undone"
        if isinstance(event, _NOTED):
            if event.point in state.struck:
                return "struck"
            point = noted(state, event.point)
            return "corrected" if point and point.corrected else ""
        if BY_KIND[type(event)].corrects:
            return "correction"
        if isinstance(event, FloorGiven) and event.intervention in state.struck:
            return "struck"
        if isinstance(event, Inscribed) and not event.known:
            asked = state.inscriptions.get(event.inscription)
            return "identified" if asked and asked.is_identified else ""
        return ""


_CORRECTIONS = f"/{CORRECTIONS}"

FILTERS: dict[str, tuple[type[Event], ...]] = {f"/{sort}": of_sort(sort) for sort in SORTS}
"""What may be typed behind `find` -> the kinds of events it shows."""


class RecordFilter(Struct, frozen=True):
    """Words that must all be in the line, and the sort of event it must be."""

    typed: str = ""
    words: tuple[str, ...] = ()
    """Folded."""
    sort: str = ""

    def fits(self, book: RecordBook, row: Row[RecordRow]) -> bool:
        """Whether a row of the book is shown."""
        if self.sort:
            entry = book.entry(row.key)
            event = entry.event if entry else None
            is_marked = self.sort == _CORRECTIONS and bool(row.content.mark)
            if not is_marked and not isinstance(event, FILTERS[self.sort]):
                return False
        if not self.words:
            return True
        told = fold(f"{row.content.word} {row.content.told}")
        return all(word in told for word in self.words)

    def shown(self, book: RecordBook) -> Sequence[Row[RecordRow]]:
        """The rows that fit."""
        if not self.words and not self.sort:
            return book.rows
        return [row for row in book.rows if self.fits(book, row)]


def read_filter(typed: str) -> RecordFilter | str:
    """The filter that stands behind `find`; a sort that does not exist is given back as typed."""
    words: list[str] = []
    sort = ""
    for word in typed.split():
        if not word.startswith("/"):
            words.append(fold(word))
            continue
        found = [each for each in FILTERS if each.startswith(word.casefold())]
        if len(word) == 1 or not found:
            return word
        sort = found[0]
    return RecordFilter(typed, tuple(words), sort)


def record_line(
    look: Look,
    count: int,
    shown: int,
    asked: RecordFilter,
    log: str,
    width: int,
) -> Line:
    """The line in `width` cells; `log` is where it is, of whose path the end says most."""
    if asked.typed:
        found = Piece(f" {look.say('record.found', shown=shown, count=count)}", "strong")
        if not shown:
            found = Piece(f" {look.say('record.nothing_found')}", "nearly strong")
        words = Piece(f"  {look.say('record.filter', words=asked.typed)}", "accent")
        ends = Piece(f"  {look.say('record.filter_ends')} ", "muted")
        return sides((found, words), (ends,), width, gap=0)
    left = line(Piece(f" {look.say('record.events', count=count)}", "strong"))
    room = width - line_cells(left) - 3
    said = look.say("record.log_in", path="")
    path = end_of(log, room - cells(said))
    return sides(left, (Piece(f"{said}{path} ", "muted"),), width)


def end_of(path: str, width: int) -> str:
    """The end of a path in at most `width` cells."""
    if cells(path) <= width:
        return path
    while path and cells(path) >= width:
        path = path[1:]
    return f"…{path}"
