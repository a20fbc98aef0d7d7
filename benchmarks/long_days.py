"""Meetings longer than any real one: as many events as are wanted, in turns like those of a day.

Each turn is asked for, given, noted four times and yielded: about the mix of a real day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import count, cycle

from benchmarks.days import AGENDA
from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.meeting.entry import Entry, Event, SessionStarted
from meeting_tui.meeting.floor import FloorGiven, FloorYielded
from meeting_tui.meeting.items import ItemOpened, SegmentOpened
from meeting_tui.meeting.notes import PointNoted
from meeting_tui.meeting.sittings import SittingOpened
from meeting_tui.meeting.speakers_list import Inscribed

TEXT = "reports on customs practice and asks for guidance on licence categories"
WHO = ("MEX", "FRA", "ZAF", "JPN", "GHA", "CHE", "PER", "KEN")


def long_day(events: int) -> Iterator[Entry]:
    """So many entries of one session, a second apart."""
    agenda = load_agenda(AGENDA)
    begin = agenda.sittings[0].start
    for seq, event in zip(range(1, events + 1), _events(), strict=False):
        at = begin + timedelta(seconds=seq)
        yield Entry(seq, f"e-{seq}", f"e-{seq}", at, at, "desk", "ak", event)


def _events() -> Iterator[Event]:
    agenda = load_agenda(AGENDA)
    sitting = agenda.sittings[0]
    yield SessionStarted("long", agenda, load_rules(agenda.rules))
    yield SittingOpened(sitting.id, sitting.start, sitting.end)
    yield ItemOpened("2")
    yield SegmentOpened("2", "2.1")
    for number, who in zip(count(1), cycle(WHO), strict=False):
        yield from _turn(number, who)


def _turn(number: int, who: str) -> Iterator[Event]:
    asked, spoke = f"i-{number}", f"v-{number}"
    yield Inscribed(asked, "2", who, who, "state_party", "states", "statement", "national", "desk")
    yield FloorGiven(spoke, asked, "2", segment="2.1", limit_seconds=180)
    for point in range(4):
        yield PointNoted(f"p-{number}-{point}", spoke, TEXT, ("P2",))
    yield FloorYielded(spoke)
