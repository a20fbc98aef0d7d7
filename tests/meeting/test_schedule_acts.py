"""The schedule is planned otherwise while the meeting runs; what is over stays as planned."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from msgspec.structs import replace

from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.entry import Entry, Event
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.schedule import (
    ItemReplanned,
    ItemSplit,
    PlannedTimeSet,
    PlanSitting,
    PlanSplit,
    PlanTime,
    SittingRetimed,
)
from meeting_tui.meeting.schedule_changes import MatterAdded, PlanAdd, SegmentDropped
from tests.meeting.plan_room import day, item, minutes, planned
from tests.meeting.room import DAY, Room, agenda, at_time, sitting

IMPORTED = {
    "1": "10:00-10:10",
    "2": "10:10-11:40",
    "3": "11:40-12:10",
    "4": "15:00-18:00",
    "5": "12:10-12:20",
    "6": "12:20-12:25",
}


def room() -> Room:
    return Room(day())


def begun() -> Room:
    """Item 1 is over and item 2 open; it is 10:20."""
    held = room().at("10:00:00")
    held.do("open", "item 1", "close item", "item 2")
    return held.at("10:20:00")


def test_an_item_goes_to_another_sitting_and_all_others_keep_their_order() -> None:
    held = room()
    assert planned(held) == IMPORTED
    (event,) = held.do("plan move 3 to 2 because the speaker comes at three")

    assert event == ItemReplanned("3", "2", "4", "the speaker comes at three")
    assert planned(held) == IMPORTED | {
        "3": "15:00-15:30",
        "4": "15:30-18:30",
        "5": "11:40-11:50",
        "6": "11:50-11:55",
    }
    assert [each.id for each in held.state.agenda.items] == ["1", "2", "3", "4", "5", "6"]
    assert held.state.running_order == ("1", "2", "3", "4", "5", "6")
    held.do("undo")
    assert planned(held) == IMPORTED
    assert held.state.agenda == held.state.imported
    held.do("redo")
    assert planned(held)["3"] == "15:00-15:30"


@pytest.mark.parametrize(
    ("line", "order", "at"),
    [
        ("plan move 3 last because x", "124563", "11:55-12:25"),
        ("plan move 6 before 3 because x", "126345", "11:40-11:45"),
        ("plan move 5 before 4 because x", "123546", "15:00-15:10"),
        ("plan move 5 to 2 last because x", "123465", "18:00-18:10"),
        ("plan move 5 to 2 because x", "123465", "18:00-18:10"),
        ("plan move 4 to 1 before 5 because x", "123456", "12:10-13:00 15:00-17:10"),
    ],
)
def test_an_item_goes_before_another_or_behind_all(line: str, order: str, at: str) -> None:
    held = room()
    (event,) = held.do(line)
    assert isinstance(event, ItemReplanned)

    assert "".join(held.state.running_order) == order
    assert planned(held)[event.item] == at


def test_lunch_is_not_dragged_along_when_items_move() -> None:
    held = room()
    held.do("plan time 2 120 because it takes longer", "plan move 1 before 4 because late")

    assert [f"{each.start:%H:%M}-{each.end:%H:%M}" for each in held.state.agenda.sittings] == [
        "10:00-13:00",
        "15:00-18:00",
    ]
    assert planned(held)["2"] == "10:00-12:00"
    assert planned(held)["6"] == "12:40-12:45"
    held.do("plan time 3 60 because so")
    assert planned(held)["6"] == "15:10-15:15", "what does not fit goes on at once"
    assert planned(held)["4"] == "15:25-18:25", "and is seen, not squeezed in"


def test_the_afternoon_shifts_by_half_an_hour_and_it_is_logged() -> None:
    held = room()
    (event,) = held.do("plan sitting 2 15:30 18:30 because the Chair is received at three")

    assert isinstance(event, SittingRetimed)
    assert event.planned_start == at_time("15:30:00")
    assert planned(held) == {**IMPORTED, "4": "15:30-18:30"}
    (change,) = held.state.schedule_changes
    assert (change.kind, change.place, change.was, change.becomes, change.hand) == (
        *("sitting", "2", "15:00-18:00", "15:30-18:30", "EK"),
    )
    assert change.reason == "the Chair is received at three"
    assert (change.at, change.act) == (held.now, held.meeting.last.id)


def test_a_sitting_that_is_held_has_a_new_end_and_the_others_stay() -> None:
    held = begun()
    assert held.refused("plan sitting 1 10:15 13:15 because x") == "plan_has_begun"
    held.do("plan sitting 1 10:00 13:15 because nearly done")

    assert held.state.sittings["1"].planned_end == at_time("13:15:00")
    assert held.state.agenda.sittings[1].start == at_time("15:00:00")
    held.do("undo")
    assert held.state.sittings["1"].planned_end == at_time("13:00:00")


def test_a_sitting_is_re_timed_on_the_day_of_a_trial_run_too() -> None:
    trial = date(2026, 3, 9)
    held = Room(day(), day=trial).at("10:00:00")
    held.do("open", "plan sitting 1 10:00 12:30 because x", "plan sitting 2 14:00 17:00 because x")

    assert held.state.sittings["1"].planned_end == at_time("12:30:00", trial)
    assert held.state.agenda.sittings[0].end == at_time("12:30:00")
    held.at("12:40:00").do("suspend", "resume")
    assert held.state.sittings["2"].planned_start == at_time("14:00:00", trial)
    assert held.refused("plan sitting 2 14:00 12:20 because x") == "plan_start_after_end"
    assert held.at("15:00:00").refused("plan sitting 2 14:00 14:50 because x") == (
        "plan_ends_before_now"
    )


def test_the_planned_time_of_items_and_segments() -> None:
    held = room()
    (event,) = held.do("plan time 3 45 because it is contested")
    assert event == PlannedTimeSet("3", 45, 30, "it is contested")
    held.do("plan time 2.2 35 because x")
    assert minutes(held) == {"1": 10, "2": 100, "3": 45, "4": 180, "5": 10, "6": 5}
    held.do("plan time 2.2 25 because x")
    assert minutes(held)["2"] == 90
    (event,) = held.do("plan time 2.3 20 because x")
    assert event == PlannedTimeSet("2.3", 20, None, "x")
    assert minutes(held)["2"] == 90, "it is taken from what the item has left over"
    held.do("undo", "plan time 2.3 80 because x")
    assert minutes(held)["2"] == 105, "its segments take so much together"
    held.do("plan time 2.9 15 because x")
    assert minutes(held)["2"] == 105, "what is held on condition is not counted in it"
    assert [(each.kind, each.was, each.becomes) for each in held.state.schedule_changes] == [
        ("time", "30", "45"),
        ("time", "25", "35"),
        ("time", "35", "25"),
        ("time", "", "80"),
        ("time", "10", "15"),
    ]


def test_an_item_is_split_over_sittings() -> None:
    held = room()
    (event,) = held.do("plan split 2 60 then 2 because the list is long")
    assert event == ItemSplit("2", 60, "2", "the list is long")
    assert held.state.splits == {"2": (("1", 60), ("2", 30))}
    assert planned(held)["2"] == "10:10-11:10 15:00-15:30"
    assert planned(held)["4"] == "15:30-18:30"
    assert held.refused("plan split 2 60 then 2 because x") == "plan_same_place"
    held.do("plan split 2 40 then 2 because shorter still")
    assert held.state.splits == {"2": (("1", 40), ("2", 50))}
    held.do("plan time 2 100 because x")
    assert held.state.splits == {"2": (("1", 40), ("2", 60))}
    held.do("plan time 2 30 because x")
    assert held.state.splits == {}
    assert planned(held)["2"] == "10:10-10:40"
    held.do("undo", "undo", "undo", "plan move 2 last because whole after all")
    assert held.state.splits == {}
    assert planned(held)["2"] == "10:55-12:25"
    assert held.state.schedule_changes[-1].was == "1, 2 before 3"
    held.do("undo", "undo")
    assert held.state.agenda == held.state.imported


def test_an_item_over_three_sittings() -> None:
    three = (
        sitting("1", "10:00:00", "11:00:00"),
        sitting("2", "12:00:00", "13:00:00"),
        sitting("3", "15:00:00", "18:00:00"),
    )
    held = Room(replace(day(), sittings=three, items=(item("1", 100, "1"), item("2", 10, "2"))))
    held.do("plan split 1 30 then 2 because x", "plan split 1 50 then 3 because x")

    assert held.state.splits == {"1": (("1", 30), ("2", 20), ("3", 50))}
    assert planned(held) == {"1": "10:00-10:30 12:00-12:20 15:00-15:50", "2": "12:20-12:30"}
    held.do("plan time 1 45 because x")
    assert held.state.splits == {"1": (("1", 30), ("2", 15))}
    assert held.refused("plan split 1 40 then 2 because x") == "plan_split_later"
    assert held.refused("plan split 1 20 then 1 because x") == "plan_split_later"


def test_a_matter_is_added_and_its_id_is_never_given_again() -> None:
    held = room()
    (event,) = held.do("plan add 6 10 Date of the next meeting because Peru asked")
    assert event == MatterAdded("6", "6.1", "Date of the next meeting", 10, "Peru asked")
    assert minutes(held)["6"] == 15
    assert planned(held)["6"] == "12:20-12:35"
    held.do("undo")
    assert held.state.agenda == held.state.imported
    (event,) = held.do('plan add 6 5 "Vote of thanks" because it is due')
    assert isinstance(event, MatterAdded)
    assert (event.segment, event.title) == ("6.2", "Vote of thanks")
    held.do("redo" if held.meeting.undone_acts else "plan add 2 5 More because x")
    assert [each.id for each in held.state.agenda.items[1].segments][-2:] == ["2.9", "2.10"]
    held.at("10:00:00").do("open", "item 6", "segment 6.2", "inscribe mex for 6.2")
    assert held.state.items["6"].segment == "6.2"


def test_ids_that_the_agenda_has_elsewhere_are_passed_over() -> None:
    plan = day()
    held = Room(replace(plan, items=(*plan.items, item("6.1", 5, "1"), item("6.x", 5, "1"))))

    (event,) = held.do("plan add 6 10 Thanks because x")
    assert isinstance(event, MatterAdded)
    assert event.segment == "6.2"


def test_a_segment_on_condition_is_dropped_or_held() -> None:
    held = room()
    held.do("plan drop 2.9 because no proposals came in")
    assert held.state.dropped == {"2.9"}
    assert minutes(held)["2"] == 90, "it was not counted"
    assert held.refused("plan drop 2.9 because x") == "plan_is_dropped"
    assert held.refused("plan time 2.9 5 because x") == "plan_is_dropped"
    held.do("plan hold 2.9 because one came in late")
    assert (held.state.dropped, held.state.kept) == (frozenset(), frozenset({"2.9"}))
    assert minutes(held)["2"] == 100
    assert held.refused("plan hold 2.9 because x") == "plan_is_held"
    held.do("plan drop 2.9 because withdrawn")
    assert (held.state.dropped, held.state.kept) == (frozenset({"2.9"}), frozenset())
    assert minutes(held)["2"] == 90
    assert [(each.was, each.becomes) for each in held.state.schedule_changes] == [
        ("on_condition", "dropped"),
        ("dropped", "held"),
        ("held", "dropped"),
    ]
    held.do("plan add 6 10 Thanks because x", "plan drop 6.1 because no time")
    assert minutes(held)["6"] == 5


REFUSED = (
    ("plan move 1 to 2 because x", "plan_item_over"),
    ("plan move 2 to 2 because x", "plan_begun"),
    ("plan move 3 before 3 because x", "plan_before_itself"),
    ("plan move 3 before 2 because x", "plan_before_begun"),
    ("plan move 3 to 1 before 4 because x", "plan_not_in_sitting"),
    ("plan move 3 before 5 because x", "plan_same_place"),
    ("plan move 6 to 1 because x", "plan_same_place"),
    ("plan time 1 20 because x", "plan_item_over"),
    ("plan time 3 30 because x", "plan_same_minutes"),
    ("plan time 2.1 5 because x", "plan_segment_over"),
    ("plan time 3 1441 because x", "plan_minutes"),
    ("plan split 1 5 then 2 because x", "plan_item_over"),
    ("plan split 3 30 then 2 because x", "plan_split_minutes"),
    ("plan split 4 60 then 2 because x", "plan_split_later"),
    ("plan add 1 5 More because x", "plan_item_over"),
    ("plan add 6 2000 More because x", "plan_minutes"),
    ("plan drop 2.3 because x", "plan_not_on_condition"),
    ("plan drop 2.2 because x", "plan_segment_begun"),
    ("plan hold 2.2 because x", "plan_segment_begun"),
    ("plan hold 2.3 because x", "plan_is_held"),
    ("plan sitting 2 12:00 18:00 because x", "plan_overlaps"),
    ("plan sitting 2 15:00 18:00 because x", "plan_same_times"),
    ("plan sitting 2 8:00 9:30 because x", "plan_sittings_order"),
    ("plan sitting 1 10:00 10:20 because x", "plan_ends_before_now"),
)


@pytest.mark.parametrize(("line", "code"), REFUSED)
def test_what_makes_no_sense_is_refused(line: str, code: str) -> None:
    held = begun()
    held.do("segment 2.1", "segment 2.2")
    assert held.refused(line) == code
    assert held.state.schedule_changes == []


def test_what_is_over_is_not_planned_otherwise() -> None:
    held = begun().at("12:00:00")
    held.do("close item", "item 3", "inscribe mex", "close item carry")
    assert held.refused("plan drop 2.9 because x") == "plan_item_over"
    assert held.refused("plan move 3 last because x") == "plan_begun"
    held.do("plan split 3 10 then 2 because the rest after lunch")
    held.at("13:00:00").do("suspend")
    held.at("13:01:00")
    assert held.refused("plan move 4 to 1 because x") == "plan_sitting_over"
    assert held.refused("plan split 4 10 then 1 because x") == "plan_sitting_over"
    held.do("plan sitting 1 10:00 13:30 because nearly done", "undo")
    held.at("15:00:00").do("resume")
    assert held.refused("plan sitting 1 10:00 16:00 because x") == "plan_sitting_over"
    assert held.refused("plan move 5 to 1 because x") == "plan_sitting_over"
    held.at("18:30:00").do("plan move 5 to 2 last because it goes on", "adjourn!")
    assert held.refused("plan move 6 to 2 because x") == "adjourned"


def test_an_item_planned_where_it_has_no_room() -> None:
    held = room()
    held.do("plan time 1 45 because x", "plan time 5 100 because x")
    assert planned(held)["5"] == "12:45-13:00 15:00-16:25"
    assert planned(held)["6"] == "16:25-16:30"


def test_a_time_that_clocks_skip() -> None:
    night = date(2026, 3, 29)
    late = sitting("1", "00:30:00", "05:00:00", night)
    held = Room(replace(day(), sittings=(late,), items=(item("1", 10, "1"),)), day=night)
    held.at("00:10:00")

    assert held.refused("plan sitting 1 02:30 05:00 because x") == "time_not_one"
    held.do("plan sitting 1 03:30 06:00 because x")
    assert held.state.agenda.sittings[0].seconds == 2.5 * 3600


def test_a_time_that_comes_twice() -> None:
    night = date(2026, 10, 25)
    late = sitting("1", "00:30:00", "05:00:00", night)
    held = Room(replace(day(), sittings=(late,), items=(item("1", 10, "1"),)), day=night)
    held.at("00:10:00")

    assert held.sentence("plan sitting 1 00:30 02:30 because x") == (
        "02:30 comes twice on 25 October 2026; write 02:30+02:00 or 02:30+01:00."
    )
    held.do("plan sitting 1 00:30 02:30+02:00 because x")
    assert held.state.agenda.sittings[0].seconds == 2 * 3600
    held.do("plan sitting 1 00:30 02:30+01:00 because x")
    assert held.state.agenda.sittings[0].seconds == 3 * 3600
    held.do("open")
    held.at("00:40:00")
    assert "`plan sitting 1 00:30 02:35+01:00 because …`" in held.sentence("extend 5 min")


def test_commands_that_no_line_can_give() -> None:
    held = room()
    assert held.refused(PlanTime("3", 0, "x")) == "plan_minutes"
    assert held.refused(PlanAdd("3", 0, "x", "x")) == "plan_minutes"
    assert held.refused(PlanSplit("3", 0, "2", "x")) == "plan_split_minutes"
    assert held.refused(PlanSitting("2", time(15), time(15), "x")) == "plan_start_after_end"


@pytest.mark.parametrize(
    "event",
    [
        ItemReplanned("9", "1", None, "x"),
        ItemReplanned("3", "9", None, "x"),
        ItemReplanned("3", "1", "9", "x"),
        PlannedTimeSet("9", 1, 2, "x"),
        ItemSplit("9", 1, "2", "x"),
        ItemSplit("3", 1, "9", "x"),
        MatterAdded("9", "9.1", "x", 1, "x"),
        MatterAdded("3", "2.1", "x", 1, "x"),
        SegmentDropped("9.1", "x"),
        SittingRetimed("9", at_time("10:00:00"), at_time("11:00:00"), "x"),
    ],
)
def test_a_log_that_changes_what_the_agenda_does_not_have_is_damaged(event: Event) -> None:
    held = room()
    entry = Entry(2, "d-2", "d-2", held.now, held.now, "d", "EK", event)
    with pytest.raises(LogDamaged):
        replay((*held.meeting.entries, entry), strictly=True)
    assert replay((*held.meeting.entries, entry)).apart == {2}


def test_a_replayed_log_gives_the_same_schedule() -> None:
    held = room()
    held.do("plan move 3 to 2 because x", "plan split 2 30 then 2 because x")
    held.do("plan add 6 10 Thanks because x", "undo", "plan hold 2.9 because x")
    held.do("plan sitting 2 15:30 18:30 because x", "undo", "redo")

    assert replay(held.meeting.entries).state == held.state


def test_a_sitting_may_be_drawn_out_over_midnight() -> None:
    evening = agenda(sitting("1", "20:00:00", "23:00:00"))
    held = Room(evening).at("20:00:00")
    (event,) = held.do("open", "plan sitting 1 20:00 00:30 because nearly done")

    assert isinstance(event, SittingRetimed)
    assert event.planned_end == at_time("00:30:00", DAY + timedelta(days=1))
    assert held.state.schedule_changes[0].becomes == "20:00-00:30"
    held.at("23:50:00").do("plan sitting 1 20:00 00:10 because it goes well")
    assert held.state.sittings["1"].planned_end == at_time("00:10:00", DAY + timedelta(days=1))
    assert held.refused("plan sitting 1 20:00 19:00 because x") == "plan_start_after_end"
