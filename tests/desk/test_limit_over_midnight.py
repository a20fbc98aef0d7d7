"""`limit fit` after midnight: the time meant is the nearest one, today's or tomorrow's."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from meeting_tui.agenda.model import Sitting
from meeting_tui.desk.limit_fit import Suggestion, fit_limit
from meeting_tui.views.look import Look
from tests.meeting.room import DAY, ZONE, Room, agenda, at_time, directory, sitting

MORROW = DAY + timedelta(days=1)


def night() -> Room:
    start, end = at_time("22:00:00"), at_time("01:30:00", MORROW)
    room = Room(agenda(Sitting("1", start.astimezone(ZONE), end.astimezone(ZONE))))
    room.at("22:00:00").do("open", "item 3", "inscribe mex fra bra jpn zaf ken per chl")
    return room


def suggested(room: Room, clock: str, language: str = "en") -> Suggestion:
    return fit_limit(Look.of(room.state, room.now, directory(), language), clock)


@pytest.mark.parametrize(
    ("clock", "line"),
    [("00:10", "limit 2:00"), ("00:40", ""), ("23:55", None)],
)
def test_a_time_after_midnight_is_of_the_night(clock: str, line: str | None) -> None:
    room = night().at("23:50:00")
    found = suggested(room, clock)

    assert (found.line if found.suffices else None) == line


def test_once_it_is_past_midnight_it_is_today() -> None:
    room = night().at("00:05:00", MORROW)

    assert "no later than 00:50" in suggested(room, "00:50").sentence


def test_where_the_clocks_go_back_the_offset_is_asked_for() -> None:
    autumn = date(2026, 10, 25)
    room = Room(agenda(sitting("1", "01:00:00", "04:00:00", autumn)), day=autumn)
    room.at("01:30:00").do("open", "item 3", "inscribe mex fra bra jpn zaf ken per chl")

    asked = suggested(room, "02:15")
    early, late = (suggested(room, each) for each in ("02:15+02:00", "02:15+01:00"))
    assert (asked.line, asked.suffices) == ("", False)
    assert asked.sentence == (
        "02:15 comes twice on 25 October 2026; write 02:15+02:00 or 02:15+01:00."
    )
    assert early.suffices and late.suffices
    assert "02:15+02:00" in early.sentence
    assert "02:15+01:00" in late.sentence
