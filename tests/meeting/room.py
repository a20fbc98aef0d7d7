"""A meeting room for tests: lines are typed at given times, and what comes of them is looked at.

It is the real thing from the typed line to the state (lexicon, `read_line`, `decide`, `mint`,
`apply`), with a small agenda of its own and no clock but the one the test sets.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from meeting_tui import words
from meeting_tui.agenda.model import Agenda, Item, Question, Segment, Sitting, Words
from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.rules import Rules
from meeting_tui.delegations.directory import Directory, load_directory
from meeting_tui.desk.intake import Seat, mint, started
from meeting_tui.meeting.acts import decide
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import Inscription, Intervention
from meeting_tui.meeting.language import read_line
from meeting_tui.meeting.lexicon import Lexicon, lexicon_of
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import waiting

ZONE = ZoneInfo("Europe/Zurich")
DAY = date(2026, 3, 19)


@cache
def directory() -> Directory:
    """The directory that comes with the program, read once."""
    return load_directory()


def at_time(clock: str, day: date = DAY) -> datetime:
    """`10:02:00` of a day in the meeting's zone, as UTC."""
    hour, minute, second = (int(part) for part in clock.split(":"))
    local = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=ZONE)
    return local.astimezone(UTC)


def words_for(text: str) -> Words:
    """An English text as the plan holds it."""
    return Words(en=text)


def sitting(sitting_id: str, start: str, end: str, day: date = DAY) -> Sitting:
    """A sitting between two times of a day."""
    begin, finish = at_time(start, day).astimezone(ZONE), at_time(end, day).astimezone(ZONE)
    return Sitting(id=sitting_id, start=begin, end=finish)


def agenda(*sittings: Sitting) -> Agenda:
    """A small plan: item 2 has three segments, and its question P4 asks States Parties alone."""
    segments = (
        Segment(id="2.1", title=words_for("Survey"), kind="presentation", each_minutes=7),
        Segment(id="2.2", title=words_for("Platform"), kind="discussion", minutes=25),
        Segment(id="2.3", title=words_for("Questions"), kind="qa"),
    )
    about = words_for("Asked beforehand")
    return Agenda(
        id="trial",
        title=words_for("Trial meeting"),
        body=words_for("Working group"),
        short_title=words_for("TRIAL"),
        date=DAY,
        zone="Europe/Zurich",
        rules="att-wgtr",
        sittings=sittings
        or (sitting("1", "10:00:00", "13:00:00"), sitting("2", "15:00:00", "18:00:00")),
        items=(
            Item(id="1", title=words_for("Opening"), kind="adoption", minutes=10),
            Item(
                id="2",
                title=words_for("Reporting"),
                kind="discussion",
                minutes=90,
                segments=segments,
            ),
            Item(id="3", title=words_for("Mandate"), kind="decision", minutes=30),
        ),
        questions=(
            Question(id="P1", set="preparatory", item="2", short=about, text=about),
            Question(
                id="P4",
                set="preparatory",
                item="2",
                asks=("state_party",),
                short=about,
                text=about,
            ),
            Question(id="A1", set="annex", item="3", short=about, text=about),
            Question(id="A6", set="annex", item="3", short=about, text=about),
        ),
    )


def wgtr_rules(**changes: Any) -> Rules:
    """The rules of procedure of the meeting of 19 March, with changes."""
    return replace(load_rules("att-wgtr"), **changes)


class Room:
    """One meeting, driven by typed lines."""

    def __init__(
        self,
        plan: Agenda | None = None,
        rules: Rules | None = None,
        *,
        day: date = DAY,
        seat: Seat | None = None,
    ) -> None:
        plan, rules = plan or agenda(), rules or wgtr_rules()
        self.day = day
        self.now = at_time("09:55:00", day)
        self.seat = seat or Seat("desk", "EK")
        self.meeting = Meeting(started("trial", plan, rules, self.now, self.seat))

    @property
    def lexicon(self) -> Lexicon:
        """What words mean now, as at the desk."""
        return lexicon_of(self.state, directory())

    @property
    def state(self) -> MeetingState:
        return self.meeting.state

    def at(self, clock: str, day: date | None = None) -> Room:
        """Let it be that time."""
        self.day = day or self.day
        self.now = at_time(clock, self.day)
        return self

    def later(self, seconds: float) -> Room:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)
        return self

    def opened(self, item: str = "3") -> Room:
        """The meeting opened at 10:00:00 and an item taken up; half a minute has passed."""
        self.at("10:00:00").do("open", f"item {item}")
        return self.later(30)

    def tried(self, line: str | Command) -> tuple[Entry, ...] | Refusal:
        """Type a line (or give a command) and let it take effect if it is allowed."""
        command = read_line(line, self.lexicon) if isinstance(line, str) else line
        if isinstance(command, Refusal):
            return command
        outcome = decide(self.meeting, command, self.now)
        if isinstance(outcome, Refusal):
            return outcome
        last = self.meeting.last.seq
        entries = mint(last, outcome, self.now, self.now, self.seat)
        for entry in entries:
            self.meeting.apply(entry)
        return entries

    def do(self, *lines: str | Command) -> tuple[Event, ...]:
        """Type lines that must be accepted; the events of the last one."""
        events: tuple[Event, ...] = ()
        for line in lines:
            found = self.tried(line)
            assert not isinstance(found, Refusal), f"{line!r} refused: {said(found)}"
            events = tuple(entry.event for entry in found)
        return events

    def refused(self, line: str | Command) -> str:
        """Type a line that must be refused; the code of the refusal."""
        found = self.tried(line)
        assert isinstance(found, Refusal), f"{line!r} was accepted: {found}"
        assert said(found, "zh") != said(found)
        return found.code

    def sentence(self, line: str | Command) -> str:
        """Type a line that must be refused; the English sentence of the refusal."""
        found = self.tried(line)
        assert isinstance(found, Refusal), f"{line!r} was accepted: {found}"
        return said(found)

    @property
    def waiting(self) -> list[str]:
        """Codes of those who wait for the open item, in order; `EU` groups as `DNK(EU)`."""
        return [shown(each) for each in waiting(self.state)]

    @property
    def replies(self) -> list[str]:
        """Codes of those who wait for a right of reply."""
        return [shown(self.state.inscriptions[each]) for each in self.state.replies]

    @property
    def speaker(self) -> str | None:
        """Code of who has the floor."""
        held = self.state.speaking()
        return shown(self.state.asked_by(held)) if held else None

    @property
    def held(self) -> Intervention:
        """The intervention that has the floor."""
        found = self.state.speaking()
        assert found is not None
        return found

    @property
    def used(self) -> float:
        """Seconds used by whoever has the floor."""
        return self.held.used_seconds(self.now)

    @property
    def spoken(self) -> list[tuple[str, float]]:
        """Who has spoken (or speaks) and how many seconds, in order."""
        return [
            (shown(self.state.asked_by(each)), each.used_seconds(self.now))
            for each in self.state.interventions.values()
        ]

    def outcome(self, code: str) -> str:
        """The outcome of the latest inscription of a delegation."""
        found = [i for i in self.state.inscriptions.values() if i.delegation == code]
        return found[-1].outcome

    def inscription(self, code: str) -> Inscription:
        """The latest inscription of a delegation."""
        return [i for i in self.state.inscriptions.values() if i.delegation == code][-1]


def shown(inscription: Inscription) -> str:
    """`MEX`, or `DNK(EU)` on behalf of a group that the delegation is not."""
    group = inscription.group
    own = group is None or group == inscription.delegation
    return inscription.delegation if own else f"{inscription.delegation}({group})"


def said(refusal: Refusal, language: str = "en") -> str:
    """The sentence of a refusal."""
    return words.say(f"refusal.{refusal.code}", language, **refusal.params)
