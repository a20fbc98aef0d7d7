"""What a log holds: an entry with its event; and what may be asked of the meeting."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.rules import Rules
from meeting_tui.record import record


@record
class Command:
    """Base of all commands."""


@record
class Event:
    """Base of all events; `name` is the name in the log and never changes."""

    name: ClassVar[str] = ""


SCHEMA_VERSION = 2


@record
class Entry:
    """An event at its place in the session log."""

    seq: int
    """From 1, without gaps."""
    id: str
    """Unique over all desks: `<desk>-<n>`."""
    act: str
    """Id of the first entry of the same act."""
    at: datetime
    """UTC; when it took effect."""
    recorded_at: datetime
    """UTC; when it was entered."""
    desk: str
    hand: str
    """Who entered it: initials or a login name."""
    event: Event


@record
class SessionStarted(Event):
    """A session log begins; the plan and rules are kept in it, so it stands alone."""

    name: ClassVar[str] = "session_started"
    session: str
    agenda: Agenda
    rules: Rules
    rehearsal: bool = False
    demonstration: bool | None = None
    """True for a rehearsal in which every statement is invented."""


@record
class ActUndone(Event):
    """An act was taken back; it stays in the log."""

    name: ClassVar[str] = "act_undone"
    act: str


@record
class ActRedone(Event):
    """An act taken back holds again."""

    name: ClassVar[str] = "act_redone"
    act: str
