"""What somebody asks to be recorded of a statement besides points; see `commands`."""

from __future__ import annotations

from meeting_tui.meeting.commands import Command
from meeting_tui.meeting.records import Who
from meeting_tui.record import record

On = Who | int | None
"""A delegation (its latest intervention), an intervention's number, or None for the floor's."""


@record
class HearLanguage(Command):
    """In which language a statement was made."""

    language: str
    interpreted: bool = False
    on: On = None


@record
class NamePerson(Command):
    """Who spoke for the delegation."""

    person: str
    title: str = ""
    on: On = None


@record
class MarkStatement(Command):
    """A mark on a statement, or no longer."""

    mark: str
    holds: bool = True
    on: On = None


@record
class KeptFile:
    """A file that was copied into the session's folder."""

    name: str
    size: int
    """In bytes."""
    sha256: str


@record
class ReceiveText(Command):
    """The text of a statement came in."""

    on: On = None
    path: str = ""
    """The file that was named; whoever keeps the session copies it before this is decided."""
    kept: KeptFile | None = None
    """The copy."""


@record
class ChangeAlignment(Command):
    """Which States aligned with a group statement."""

    aligned: tuple[str, ...] | None
    """None: those that the directory has for the group."""
    on: On = None
    usual: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Group -> the States that usually align with its statements, as the directory has them."""


@record
class NotePresence(Command):
    """Who is in the room, or was marked so by mistake."""

    whom: tuple[Who, ...]
    here: bool = True
