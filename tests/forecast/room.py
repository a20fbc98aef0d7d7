"""A meeting room for projections: small agendas, and commands carried out at given times."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from meeting_tui.agenda.model import Agenda, Item, Segment, Sitting, Words
from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.rules import Rules
from meeting_tui.forecast.figures import Projection
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.acts import decide
from meeting_tui.meeting.entry import Command, Entry, Event, SessionStarted
from meeting_tui.meeting.facts import Inscription, Who
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.speakers_list import Inscribe
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import waiting

GENEVA = ZoneInfo("Europe/Zurich")
THAT_DAY = date(2026, 3, 19)


def at(clock: str, day: date = THAT_DAY) -> datetime:
    """The instant (UTC) at which clocks in Geneva show `H:MM` or `H:MM:SS` on that day."""
    hour, minute, second = (*(int(part) for part in clock.split(":")), 0)[:3]
    local = datetime.combine(day, time(hour, minute, second), tzinfo=GENEVA)
    return local.astimezone(UTC)


def clock(instant: datetime | None) -> str:
    """What clocks in Geneva show at that instant, seconds only where there are any."""
    if instant is None:
        return "-"
    local = instant.astimezone(GENEVA)
    return f"{local:%H:%M:%S}" if local.second else f"{local:%H:%M}"


def sitting(name: str, start: str, end: str, day: date = THAT_DAY) -> Sitting:
    return Sitting(
        id=name,
        start=at(start, day).astimezone(GENEVA),
        end=at(end, day).astimezone(GENEVA),
    )


SITTINGS = (sitting("1", "10:00", "13:00"), sitting("2", "15:00", "18:00"))


def item(
    name: str,
    minutes: int,
    *segments: Segment,
    sitting: str | None = None,
    kind: str = "discussion",
) -> Item:
    title = Words(en=f"Item {name}")
    return Item(
        id=name, title=title, kind=kind, minutes=minutes, sitting=sitting, segments=segments
    )


def segment(
    name: str,
    kind: str = "discussion",
    minutes: int | None = None,
    each: int | None = None,
    condition: str | None = None,
) -> Segment:
    return Segment(
        id=name,
        title=Words(en=f"Segment {name}"),
        kind=kind,
        minutes=minutes,
        each_minutes=each,
        condition=Words(en=condition) if condition else None,
    )


def agenda(*items: Item, sittings: tuple[Sitting, ...] = SITTINGS) -> Agenda:
    words = Words(en="A meeting")
    return Agenda(
        id="that-day",
        title=words,
        body=words,
        short_title=words,
        date=sittings[0].start.date(),
        zone="Europe/Zurich",
        rules="att-wgtr",
        sittings=sittings,
        items=items,
    )


def who(code: str, kind: str = "state_party", group: str | None = None) -> Who:
    return Who(code=code, name=code.title(), kind=kind, group=group)


class Room:
    """One meeting, its commands carried out at the times given."""

    def __init__(
        self,
        plan: Agenda,
        handover: int = 20,
        rules: Rules | None = None,
        known: Mapping[str, Any] = {},
    ) -> None:
        held = rules or load_rules("att-wgtr")
        timekeeper = replace(held.timekeeper, **{"closing_words_seconds": 0, **known})
        used = replace(held, handover_seconds=handover, timekeeper=timekeeper)
        self.meeting = Meeting(self._entry(1, at("9:00"), SessionStarted("a", plan, used)))

    @property
    def state(self) -> MeetingState:
        return self.meeting.state

    def do(self, instant: datetime | str, *commands: Command) -> Room:
        """Carry out commands at an instant; a refusal is a mistake in the test."""
        now = at(instant) if isinstance(instant, str) else instant
        for command in commands:
            outcome = decide(self.meeting, command, now)
            assert not isinstance(outcome, Refusal), outcome
            for event in outcome:
                self.meeting.apply(self._entry(self.meeting.last.seq + 1, now, event))
        return self

    def see(self, instant: datetime | str) -> Projection:
        return project(self.state, at(instant) if isinstance(instant, str) else instant)

    def waiting(self) -> tuple[Inscription, ...]:
        replies = (self.state.inscriptions[each] for each in self.state.replies)
        return (*waiting(self.state), *replies)

    def _entry(self, seq: int, now: datetime, event: Event) -> Entry:
        name = f"d-{seq}"
        return Entry(seq, name, name, now, now, "d", "ek", event)


def inscribe(*codes: str, segment: str | None = None, kind: str | None = None) -> Command:
    return Inscribe(tuple(who(code) for code in codes), segment=segment, kind=kind)
