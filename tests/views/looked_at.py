"""A meeting room looked at from the Record: its rows, and one look at it."""

from __future__ import annotations

from meeting_tui.forecast.projection import project
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import plain
from meeting_tui.views.record import RecordBook, draw_record
from tests.meeting.room import Room, directory


def look_of(room: Room, language: str = "en") -> Look:
    """One look at the room, now."""
    return Look(room.state, room.now, project(room.state, room.now), directory(), language)


def followed(room: Room, language: str = "en") -> RecordBook:
    """The whole log written into a book at once, as when a session is opened."""
    book = RecordBook()
    book.follow(look_of(room, language), room.meeting.entries)
    return book


def told(book: RecordBook, width: int = 100) -> list[str]:
    """Every row as it is read, from its column of what happened on."""
    return [plain(draw_record(row, width, False))[18:].strip() for row in book.rows]
