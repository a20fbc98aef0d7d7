"""The sentences of the line mode, at moments that matter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from msgspec.structs import replace

from meeting_tui.delegations.directory import load_directory
from meeting_tui.meeting.facts import Dispute
from meeting_tui.views import plain as said
from meeting_tui.views.keeping import (
    Keeping,
    break_over,
    dispute_lines,
    keeping_line,
    standing_line,
)
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import plain
from tests.desk.seat import FaultyLog, Room


@pytest.fixture
def room() -> Iterator[Room]:
    room = Room(FaultyLog())
    yield room
    room.desk.leave()


def look_at(room: Room, seconds: float = 0) -> Look:
    now = room.clock.now() + timedelta(seconds=seconds)
    return Look.of(room.desk.state, now, load_directory(), "en")


def told_of(room: Room, seconds: float = 0) -> list[str]:
    return said.facts(look_at(room, seconds), room.desk.keeping)


def test_before_between_and_after_the_sittings(room: Room) -> None:
    planned = (
        "The meeting is not open yet. Sitting 1 is planned from 10:00 to 13:00. To open it: `open`"
    )
    assert planned in told_of(room)
    assert "No item is open." in told_of(room)
    assert said.disk_told(look_at(room), Keeping()) == "Everything is on disk."
    room.do("open")
    over = told_of(room, 3 * 3600)
    assert "Sitting 1 should have ended at 13:00, 1 minute ago." in over
    room.do("suspend")
    assert any(line.startswith("The meeting is suspended.") for line in told_of(room))
    room.do("adjourn!")
    assert "The meeting is adjourned." in told_of(room)


def test_the_clock_of_whoever_speaks(room: Room) -> None:
    for line in ("open", "item 0", "mex", "next"):
        room.do(line)
    told = {s: said.floor_told(look_at(room, s))[1] for s in (0, 80, 179.5, 181, 200)}
    assert told == {
        0: "0 seconds used of 3 minutes, 3 minutes left.",
        80: "1 minute 20 seconds used of 3 minutes, 1 minute 40 seconds left.",
        179.5: "2 minutes 59 seconds used of 3 minutes, 1 second left.",
        181: "3 minutes 1 second used of 3 minutes: over time by 1 second.",
        200: "3 minutes 20 seconds used of 3 minutes: over time by 20 seconds.",
    }
    assert said.over_time(look_at(room, 179)) is None
    over = said.over_time(look_at(room, 200))
    assert over is not None
    assert over[1] == "Mexico is over time by 20 seconds."
    room.do("pause")
    assert "The clock is stopped." in said.floor_told(look_at(room))


def test_points_of_order_replies_and_unknown_names(room: Room) -> None:
    for line in (
        "open",
        "item 0",
        "mex",
        'inscribe "Nowhere Land"',
        "next",
        "order fra",
        "reply ken",
    ):
        room.do(line)
    look = look_at(room)
    assert said.floor_told(look)[0] == "Point of order by France, no ruling yet."
    assert said.next_told(look) == ["Next: 1. Nowhere Land (not in the directory)."]
    assert said.list_told(look)[-1] == "Right of reply: Kenya."
    room.do("close list")
    assert "Waiting: 1, list closed. Rights of reply: 1." in said.counts_told(look_at(room))


def test_nobody_waits_and_nothing_is_on_disk(room: Room) -> None:
    look = look_at(room)
    assert said.list_told(look) == ["Nobody is waiting."]
    told = said.disk_told(look, Keeping(trouble="full", waiting=3))
    assert told.startswith("NOT ON DISK: 3.")


def test_what_a_server_does_not_answer_to_is_kept_here_and_no_alarm(room: Room) -> None:
    look, away = look_at(room), Keeping(trouble="unreachable", waiting=3)

    assert said.disk_told(look, away).endswith("Kept here, to be sent later: 3.")
    assert plain(keeping_line(look, away)).strip() == "no server, to send: 3"
    nothing_waits = Keeping(trouble="unreachable")
    assert plain(keeping_line(look, nothing_waits)).strip() == "no server"
    assert said.disk_told(look, nothing_waits) == "The server does not answer."
    assert nothing_waits.is_saved and not away.is_saved
    assert standing_line(look, away) == standing_line(look, Keeping())


def test_disputed_acts_are_counted_above_the_line_and_listed_when_asked_for(room: Room) -> None:
    acts = tuple(
        Dispute(f"x{n}", "desk", "AB", "yield", "", room.clock.now(), (f"Act {n}", f"操作{n}"), ())
        for n in (1, 2)
    )
    mine = replace(look_at(room), disputes=acts)
    theirs = replace(mine, runs_floor=False, disputes=acts[:1])

    standing = standing_line(mine, Keeping())
    assert standing and plain(standing) == (
        " ? 2 disputed acts. x1: 10:01, AB: Act 1. `accept` or `set aside` and its number; to see"
        " all: `disputed`"
    )
    assert said.facts(mine, Keeping())[-2] == plain(standing).removeprefix(" ? ")
    waits = standing_line(theirs, Keeping())
    assert waits and plain(waits).startswith(" ? 1 act of yours was not carried out, as another")
    assert dispute_lines(mine)[:2] == ["x1: 10:01, AB: Act 1", "x2: 10:01, AB: Act 2"]
    assert dispute_lines(theirs)[1:] == ["Whoever runs the floor accepts them or sets them aside."]
    assert dispute_lines(look_at(room)) == ["No act is disputed."]
    assert dispute_lines(replace(mine, language="zh"))[0] == "x1：10:01，AB：操作1"
    assert said.is_disputed_asked(" Disputed ") and said.is_disputed_asked("存疑")


def test_the_list_says_who_comes_too_late(room: Room) -> None:
    for line in ("open", "item 0", "mex"):
        room.do(line)
    assert (
        "cannot speak before the sitting ends" in said.list_told(look_at(room, 3 * 3600 - 120))[0]
    )


def test_items_taken_together_are_named_with_their_segments(room: Room) -> None:
    for line in ("open", "item 3", "join 2", "segment 2.1"):
        room.do(line)
    told = said.item_told(look_at(room))
    assert told[0].startswith("Item 3: ")
    assert told[1].startswith("It is taken together with item 2: ")
    assert told[2].startswith("Segment 2.1: ")


def test_a_break_that_is_over_is_said(room: Room) -> None:
    room.do("open")
    room.do("suspend")
    during, over = look_at(room, 4 * 3600), look_at(room, 5.2 * 3600)
    assert break_over(during) is None
    told = break_over(over)
    assert told is not None
    assert told[1].startswith("The break is over. Sitting 2 was planned for 15:00.")
    assert told[1] in told_of(room, 5.2 * 3600)
