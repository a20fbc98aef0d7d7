"""What somebody asks to be noted on an item itself, and how points are put right."""

from __future__ import annotations

from meeting_tui.meeting.commands import Command, CorrectPoint, Note
from meeting_tui.meeting.records import OnItem, Who
from meeting_tui.record import record


@record
class MovePoint(Command):
    """Whose a point is: another intervention's, or an item's itself."""

    point: str
    on: Who | int | OnItem
    reads: CorrectPoint | None = None
    """How it reads there; None: as it did."""


@record
class TagPoint(Command):
    """What a point is on, its text left as it is."""

    point: str
    questions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()


@record
class KeepStatement(Command):
    """The text of a statement, its paragraphs as lines."""

    text: str
    on: Who | int | None = None


@record
class NotePoints(Command):
    """Several points at once, to be taken back at once."""

    notes: tuple[Note, ...]


@record
class StrikePoint(Command):
    """That a point is not to stand."""

    point: str
    reason: str


@record
class StrikeStatement(Command):
    """That a statement never was."""

    number: int
    reason: str
    insist: bool = False
    """With what was noted on it."""
