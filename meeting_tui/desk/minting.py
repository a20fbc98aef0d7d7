"""Accepted events become entries of the log: numbered, stamped and signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from msgspec import Struct

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.rules import Rules
from meeting_tui.meeting.entry import Entry, Event, SessionStarted


class Seat(Struct, frozen=True):
    """Where entries are made, and by whom."""

    desk: str = "desk"
    hand: str = ""


def started(
    session: str,
    agenda: Agenda,
    rules: Rules,
    now: datetime,
    seat: Seat,
    *,
    rehearsal: bool = False,
    demonstration: bool = False,
) -> Entry:
    """The first entry of a new session."""
    event = SessionStarted(session, agenda, rules, rehearsal, demonstration or None)
    return mint(0, (event,), now, now, seat)[0]


def mint(
    last_seq: int, events: Sequence[Event], at: datetime, recorded_at: datetime, seat: Seat
) -> tuple[Entry, ...]:
    """The entries of one act, numbered after `last_seq`; instants are cut to milliseconds, UTC."""
    at, recorded_at = _whole_ms(at), _whole_ms(recorded_at)
    first = f"{seat.desk}-{last_seq + 1}"
    return tuple(
        Entry(
            seq=last_seq + n,
            id=f"{seat.desk}-{last_seq + n}",
            act=first,
            at=at,
            recorded_at=recorded_at,
            desk=seat.desk,
            hand=seat.hand,
            event=event,
        )
        for n, event in enumerate(events, 1)
    )


def _whole_ms(instant: datetime) -> datetime:
    utc = instant.astimezone(UTC)
    return utc.replace(microsecond=utc.microsecond // 1000 * 1000)
