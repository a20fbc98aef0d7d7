"""Who presides, who is in the room, and which items are taken together, as facts."""

from __future__ import annotations

from datetime import datetime

from meeting_tui.record import record


@record
class Presiding:
    """Somebody presides, from then on."""

    person: str
    """As typed; empty for the Chair."""
    since: datetime
    until: datetime | None = None


@record
class Presence:
    """Somebody saw the delegation in the room."""

    delegation: str
    known: bool
    at: datetime


@record
class Together:
    """Items that were taken together, from then on."""

    items: tuple[str, ...]
    """In the order of the agenda."""
    since: datetime
    until: datetime | None = None
