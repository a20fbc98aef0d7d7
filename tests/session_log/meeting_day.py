"""A short, likely stretch of a meeting as entries, for the tests of the session log."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from meeting_tui.agenda.model import Agenda, Item, Segment, Sitting, Words
from meeting_tui.agenda.rules import ReplyRules, Rules, SpeechKind, Tier
from meeting_tui.meeting.entry import Entry, Event, SessionStarted
from meeting_tui.meeting.floor import FloorGiven, FloorYielded
from meeting_tui.meeting.items import ItemOpened
from meeting_tui.meeting.notes import PointNoted
from meeting_tui.meeting.sittings import SittingOpened
from meeting_tui.meeting.speakers_list import Inscribed

ZURICH = ZoneInfo("Europe/Zurich")
BEGIN = datetime(2026, 3, 19, 9, tzinfo=UTC)


def agenda() -> Agenda:
    """A plan of one sitting and one item."""
    return Agenda(
        id="small",
        title=Words(en="A small meeting", zh="小型会议"),
        body=Words(en="Working group"),
        short_title=Words(en="SMALL"),
        date=date(2026, 3, 19),
        zone="Europe/Zurich",
        rules="small-rules",
        sittings=(
            Sitting(
                id="1",
                start=datetime(2026, 3, 19, 10, tzinfo=ZURICH),
                end=datetime(2026, 3, 19, 13, tzinfo=ZURICH),
            ),
        ),
        items=(
            Item(
                id="4",
                title=Words(en="Exchange of views", zh="交换意见"),
                kind="discussion",
                minutes=180,
                segments=(Segment(id="4.1", title=Words(en="Discussion"), kind="discussion"),),
            ),
        ),
    )


def rules() -> Rules:
    """Rules with one tier."""
    return Rules(
        id="small-rules",
        name=Words(en="Small rules"),
        default_limit_seconds=180,
        tiers=(Tier(id="states", name=Words(en="States"), delegation_kinds=("state",)),),
        kinds=(SpeechKind(id="statement", name=Words(en="Statement")),),
        replies=ReplyRules(limits_seconds=(300, 180)),
    )


def entry(seq: int, event: Event, *, desk: str = "desk-1") -> Entry:
    """That event at that number, a minute after the one before."""
    at = BEGIN + timedelta(minutes=seq, microseconds=seq)
    return Entry(seq, f"{desk}-{seq}", f"{desk}-{seq}", at, at, desk, "ak", event)


def turn(seq: int) -> tuple[Entry, ...]:
    """Four entries: a delegation asks, has the floor, is noted and yields."""
    return (
        entry(
            seq,
            Inscribed(
                f"i-{seq}", "4", "MEX", "Mexico", "state", "states", "statement", "national", "desk"
            ),
        ),
        entry(seq + 1, FloorGiven(f"v-{seq}", f"i-{seq}", "4", limit_seconds=180)),
        entry(
            seq + 2,
            PointNoted(f"p-{seq}", f"v-{seq}", 'says "yes" to A1 [bold]\nand 第二行 😀', ("A1",)),
        ),
        entry(seq + 3, FloorYielded(f"v-{seq}")),
    )


def opening() -> tuple[Entry, ...]:
    """Three entries: the session starts, the sitting opens, the item opens."""
    start = agenda().sittings[0]
    return (
        entry(1, SessionStarted("small", agenda(), rules())),
        entry(2, SittingOpened("1", start.start, start.end)),
        entry(3, ItemOpened("4")),
    )


def meeting_day(turns: int = 3) -> tuple[Entry, ...]:
    """The opening and so many turns."""
    rest = tuple(entry for n in range(turns) for entry in turn(4 + 4 * n))
    return (*opening(), *rest)


def entry_at(seq: int) -> Entry:
    """The entry of that number in a meeting day of any length."""
    if seq < 4:
        return opening()[seq - 1]
    return turn(seq - seq % 4)[seq % 4]
