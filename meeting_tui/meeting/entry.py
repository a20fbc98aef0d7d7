"""What a log holds: an entry with its event; and what may be asked of the meeting."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.rules import Earlier, Rules


class Command(Struct, frozen=True):
    """Base of all commands."""


class Event(Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all events; `name` is the name in the log and never changes.

    What is no field has no annotation: each is worked out when the first such event is read.
    """

    name = ""
    makes = ""
    """The sort of what it brings into being, whose id it has under that name."""


SCHEMA_VERSION = 2


class Entry(Struct, frozen=True):
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


class SessionStarted(Event, frozen=True):
    """A session log begins; the plan and rules are kept in it, so it stands alone."""

    name = "session_started"
    session: str
    agenda: Agenda
    rules: Rules
    rehearsal: bool = False
    demonstration: bool | None = None
    """True for a rehearsal in which every statement is invented."""
    earlier: Earlier | None = None
    """What besides the rules file taught the figures that `rules` has; None for nothing."""


class ActUndone(Event, frozen=True):
    """An act was taken back; it stays in the log."""

    name = "act_undone"
    act: str


class ActRedone(Event, frozen=True):
    """An act taken back holds again."""

    name = "act_redone"
    act: str
