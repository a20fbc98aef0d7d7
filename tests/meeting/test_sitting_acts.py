"""The sitting: opened, suspended, resumed, adjourned, and what may be done between sittings."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from meeting_tui.agenda.model import Agenda, Sitting
from meeting_tui.meeting.days import day_of
from meeting_tui.meeting.floor import FloorYielded
from meeting_tui.meeting.items import ItemClosed
from meeting_tui.meeting.leaving import NotReached
from meeting_tui.meeting.point_of_order import PointOfOrderLapsed
from meeting_tui.meeting.sittings import (
    MeetingAdjourned,
    SittingOpened,
    SittingResumed,
    SittingSuspended,
)
from tests.meeting.room import DAY, ZONE, Room, agenda, at_time, sitting


def test_opening_begins_the_sitting_of_the_hour() -> None:
    room = Room().at("10:02:00")
    (event,) = room.do("open")

    assert event == SittingOpened("1", at_time("10:00:00"), at_time("13:00:00"))
    assert room.state.opened_at == room.now
    assert Room().at("14:58:00").do("open")[0] == SittingOpened(
        "2", at_time("15:00:00"), at_time("18:00:00")
    )


def test_opening_after_the_last_sitting_is_still_a_sitting() -> None:
    room = Room().at("19:00:00")
    room.do("open")

    assert room.state.sitting == "2"


def test_resuming_goes_on_with_the_sitting_whose_time_is_not_over() -> None:
    room = Room().opened()
    room.at("11:00:00").do("suspend coffee")
    (event,) = room.at("11:20:00").do("resume")

    assert event == SittingResumed("1", at_time("10:00:00"), at_time("13:00:00"))
    assert room.state.sittings["1"].opened_at == at_time("10:00:00")
    assert room.state.sittings["1"].suspended_at is None

    room.at("13:01:00").do("suspend lunch")
    room.at("14:59:00").do("resume")

    assert room.state.sitting == "2"
    assert room.state.sittings["1"].suspended_at == at_time("13:01:00")


def test_suspending_and_adjourning_end_the_intervention_at_that_moment() -> None:
    for line, last in (("suspend lunch", SittingSuspended), ("adjourn!", MeetingAdjourned)):
        room = Room().opened()
        room.do("inscribe mex", "next")
        events = room.later(40).do(line)

        assert isinstance(events[0], FloorYielded)
        assert isinstance(events[-1], last)
        assert room.later(600).spoken == [("MEX", 40)]
        assert room.outcome("MEX") == "spoke"


def test_an_item_open_at_suspend_is_still_open_at_resume() -> None:
    room = Room().opened("3")
    room.at("10:10:00").do("inscribe mex fra", "suspend")
    room.at("10:40:00").do("resume")

    assert room.state.item == "3"
    assert room.waiting == ["MEX", "FRA"]
    assert room.at("10:45:00").state.items["3"].open_seconds(room.now) == 15 * 60


def test_a_point_of_order_lapses_when_the_sitting_ends() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next", "order nga", "order jpn")
    events = room.do("suspend")

    assert [type(each) for each in events[:3]] == [
        PointOfOrderLapsed,
        PointOfOrderLapsed,
        FloorYielded,
    ]
    assert room.state.pending_order == []
    assert all(each.lapsed_at == room.now for each in room.state.points_of_order.values())


def test_adjourning_leaves_nobody_waiting_and_no_item_open() -> None:
    room = Room()
    room.do("inscribe nga for 2")
    room.opened("3")
    room.do("inscribe mex fra", "next", "reply per")
    events = room.do("adjourn! thanks to all")

    assert [each for each in events if isinstance(each, NotReached)] == [
        NotReached(room.inscription(code).id) for code in ("NGA", "FRA", "PER")
    ]
    assert ItemClosed("3") in events
    assert events[-1] == MeetingAdjourned("thanks to all")
    assert room.state.adjourned_at == room.now
    assert room.state.sittings["1"].suspended_at == room.now


def test_adjourning_between_sittings_keeps_when_the_sitting_ended() -> None:
    room = Room().opened()
    room.at("12:00:00").do("suspend")
    room.at("12:30:00").do("adjourn!")

    assert room.state.sittings["1"].suspended_at == at_time("12:00:00")
    assert room.state.items["3"].seconds == 2 * 3600


def test_undo_takes_an_adjournment_back() -> None:
    room = Room().opened()
    room.do("inscribe mex fra", "next", "adjourn!", "undo")

    assert room.state.phase == "open"
    assert room.speaker == "MEX"
    assert room.waiting == ["FRA"]


FLOOR_ACTS = (
    "item 1",
    "segment 2.2",
    "close item",
    "reopen 1",
    "next",
    "floor mex",
    "yield",
    "pause",
    "continue",
    "order mex",
    "ruling so it is",
    "extend 1:00",
    "decision adopted",
    "gap out",
    "gap in",
)


@pytest.mark.parametrize("line", FLOOR_ACTS)
def test_floor_acts_are_refused_before_between_and_after_sittings(line: str) -> None:
    room = Room()
    assert room.refused(line) == "not_in_sitting"
    room.opened().do("suspend")
    assert room.refused(line) == "suspended"
    room.do("adjourn!")
    assert room.refused(line) == "adjourned"


def test_acts_that_need_no_sitting_are_done_between_sittings() -> None:
    room = Room().opened("3")
    room.do("inscribe mex fra nga jpn per", "next", "suspend")
    for line in (
        "inscribe zaf for 2",
        "inscribe che",
        "withdraw fra",
        "absent nga",
        "text-only jpn",
        "reply bra",
        "note a1 what was said",
        "document mex statement",
        "limit 2:00",
        "move che 1",
        "swap che per",
        "undo",
        "redo",
        "correct n1 what was really said",
        "close list",
        "open list",
    ):
        room.do(line)

    assert room.waiting == ["PER", "CHE"]
    assert room.replies == ["BRA"]
    assert [room.outcome(code) for code in ("FRA", "NGA", "JPN")] == [
        "withdrew",
        "absent",
        "text_only",
    ]


def test_after_the_meeting_notes_go_on_and_the_list_is_over() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next", "adjourn!")

    room.do("note a late word", "document mex statement")
    assert room.refused("inscribe fra for 2") == "adjourned"
    assert room.refused("reply fra") == "adjourned"
    assert room.refused("limit 1:00") == "adjourned"
    assert room.refused("withdraw mex") == "does_not_wait_nobody_does"


@pytest.mark.parametrize(
    ("lines", "line", "code"),
    [
        ((), "suspend", "not_in_sitting"),
        ((), "resume", "planned_not_suspended"),
        ((), "adjourn!", "not_in_sitting"),
        (("open",), "open", "already_open"),
        (("open",), "resume", "not_suspended"),
        (("open", "suspend"), "open", "suspended"),
        (("open", "suspend"), "suspend", "suspended"),
        (("open", "adjourn!"), "open", "adjourned"),
        (("open", "adjourn!"), "suspend", "adjourned"),
        (("open", "adjourn!"), "resume", "adjourned_not_suspended"),
        (("open", "adjourn!"), "adjourn", "adjourned"),
    ],
)
def test_acts_out_of_their_phase(lines: tuple[str, ...], line: str, code: str) -> None:
    room = Room()
    room.do(*lines)

    assert room.refused(line) == code


def test_a_trial_run_on_another_day_has_the_plan_of_that_day() -> None:
    monday = date(2026, 3, 9)
    room = Room(day=monday).at("10:05:00")
    room.do("open")
    held = room.state.sittings["1"]

    assert (held.planned_start, held.planned_end) == (
        at_time("10:00:00", monday),
        at_time("13:00:00", monday),
    )


def test_a_trial_run_of_two_days_keeps_its_days_apart() -> None:
    first, second = date(2026, 3, 19), date(2026, 3, 20)
    plan = agenda(
        sitting("1", "10:00:00", "13:00:00", first), sitting("2", "10:00:00", "13:00:00", second)
    )
    rehearsed = date(2026, 3, 2)
    room = Room(plan, day=rehearsed).at("10:00:00")
    room.do("open")
    room.at("13:00:00").do("suspend")
    room.at("10:00:00", rehearsed + timedelta(days=1)).do("resume")

    assert room.state.sitting == "2"
    assert room.state.sittings["2"].planned_end == at_time(
        "13:00:00", rehearsed + timedelta(days=1)
    )


def night(*others: Sitting) -> Agenda:
    """A plan that begins with a sitting over midnight, from 22:00 to 01:30."""
    start = at_time("22:00:00").astimezone(ZONE)
    end = at_time("01:30:00", DAY + timedelta(days=1)).astimezone(ZONE)
    return agenda(Sitting(id="1", start=start, end=end), *others)


@pytest.mark.parametrize(
    ("opens", "later"),
    [("22:00:00", 0), ("22:00:00", 5), ("22:00:00", -1), ("00:10:00", 0), ("00:10:00", 5)],
)
def test_a_sitting_over_midnight_stays_that_of_the_night(opens: str, later: int) -> None:
    day = DAY + timedelta(days=later)
    morrow = day + timedelta(days=1)
    room = Room(night(), day=day).at(opens, morrow if opens < "12" else day)
    room.do("open")
    room.at("00:20:00", morrow).do("suspend")
    room.at("00:40:00", morrow).do("resume")
    run = room.state.sittings["1"]

    assert run.planned_start == at_time("22:00:00", day)
    assert run.planned_end == at_time("01:30:00", morrow)


def test_a_meeting_opened_a_day_early_goes_on_so_on_a_day_of_the_agenda() -> None:
    first, second = DAY, DAY + timedelta(days=1)
    plan = agenda(
        sitting("1", "10:00:00", "13:00:00", first), sitting("2", "10:00:00", "13:00:00", second)
    )
    room = Room(plan, day=DAY - timedelta(days=1)).at("10:00:00")
    room.do("open")
    room.at("13:00:00").do("suspend")
    room.at("10:02:00", DAY).do("resume")

    assert room.state.sitting == "2"
    assert room.state.sittings["2"].planned_end == at_time("13:00:00", DAY)


def test_a_trial_the_day_before_leaves_the_day_of_the_agenda_its_plan() -> None:
    room = Room(day=DAY - timedelta(days=1)).at("10:00:00")
    room.do("open", "suspend")
    room.at("15:00:00", DAY).do("resume")

    assert room.state.sitting == "2"
    assert room.state.sittings["2"].planned_end == at_time("18:00:00", DAY)


@pytest.mark.parametrize(
    ("clock", "later", "held_on"),
    [
        ("21:00:00", 0, 0),
        ("00:06:00", 1, 0),
        ("01:35:00", 1, 0),
        ("04:29:00", 1, 0),
        ("04:31:00", 1, 1),
        ("21:00:00", 6, 6),
        ("02:00:00", 7, 6),
    ],
)
def test_shortly_after_the_night_it_is_still_that_night(
    clock: str, later: int, held_on: int
) -> None:
    room = Room(night()).at(clock, DAY + timedelta(days=later))
    room.do("open")

    assert room.state.sittings["1"].planned_start == at_time(
        "22:00:00", DAY + timedelta(days=held_on)
    )


@pytest.mark.parametrize(("clock", "held_on"), [("23:50:00", 0), ("20:00:00", -1)])
def test_late_in_the_evening_the_sitting_after_midnight_is_to_come(
    clock: str, held_on: int
) -> None:
    plan = agenda(sitting("1", "00:30:00", "03:00:00"))
    room = Room(plan).at(clock, DAY - timedelta(days=1))
    room.do("open")

    assert room.state.sittings["1"].planned_start == at_time(
        "00:30:00", DAY + timedelta(days=held_on)
    )


def of_day(room: Room, clock: str, later: int) -> int:
    """How many days after the agenda's the day is to which that moment belongs."""
    at = at_time(clock, DAY + timedelta(days=later))
    return (day_of(room.state, at, room.now) - DAY).days


@pytest.mark.parametrize(
    ("clock", "later", "expected"),
    [
        ("12:00:00", 0, 0),
        ("23:50:00", 0, 0),
        ("00:06:00", 1, 0),
        ("00:59:00", 1, 0),
        ("01:35:00", 1, 0),
        ("04:31:00", 1, 1),
        ("09:59:00", 1, 1),
        ("10:00:00", 1, 1),
    ],
)
@pytest.mark.parametrize("is_opened", [True, False])
def test_a_moment_belongs_to_the_day_on_which_its_sitting_began(
    clock: str, later: int, expected: int, is_opened: bool
) -> None:
    room = Room(night(sitting("2", "10:00:00", "13:00:00", DAY + timedelta(days=1))))
    room.at("22:00:00")
    if is_opened:
        room.do("open")

    assert of_day(room, clock, later) == expected


def test_a_sitting_that_went_on_over_midnight_has_its_night_too() -> None:
    room = Room(agenda(sitting("1", "20:00:00", "23:00:00"))).at("20:00:00")
    room.do("open")
    room.at("00:20:00", DAY + timedelta(days=1))

    assert of_day(room, "00:10:00", 1) == 0
    assert of_day(room, "01:10:00", 1) == 0
    room.do("suspend")
    assert of_day(room, "01:10:00", 1) == 0
    assert of_day(room, "04:00:00", 1) == 1
