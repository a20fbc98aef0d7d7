"""The schedule as lines: bars in their columns, ends against the plan, and what the agenda says."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from meeting_tui.agenda.model import Item
from meeting_tui.agenda.rules import Earlier
from meeting_tui.forecast.oddities import oddities
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.items import CloseItem, OpenItem, OpenSegment, ReopenItem
from meeting_tui.meeting.state import MeetingState
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import fit_line, line_cells, plain
from meeting_tui.views.schedule import draw_schedule, heading_line, row_at_first, schedule_rows
from meeting_tui.views.schedule_detail import detail_lines, detail_title, take_up, totals
from meeting_tui.views.schedule_times import (
    ACTUAL,
    LATE,
    NOW,
    PACE,
    PROJECTED,
    Axis,
    Mark,
    Span,
    axis,
    bar,
    hours,
    projected_parts,
)
from meeting_tui.views.timekeeper import panel as timekeeper_panel
from tests.views.day_room import at, look_at

SITTINGS = ((at("10:00"), at("13:00")), (at("15:00"), at("18:00")))
DAY = Axis(at("10:00"), at("18:00"), None, SITTINGS, ZoneInfo("Europe/Zurich"))


def shown(look: Look, width: int = 78) -> dict[str, str]:
    """Key of the row -> the row as shown."""
    return {row.key: plain(draw_schedule(row, width, False)) for row in schedule_rows(look)}


def detail(look: Look, key: str, width: int = 76) -> str:
    return "\n".join(plain(each).rstrip() for each in detail_lines(look, key, width))


def total_text(look: Look) -> list[str]:
    return [plain(each).strip() for each in totals(look, 110)]


def test_a_bar_has_the_sittings_the_lunch_gap_and_the_sitting_ends() -> None:
    # One cell is half an hour.
    assert plain(bar(DAY, (), 16)) == "······┊   ·····┊"
    morning = Span(at("10:10"), at("11:30"), ACTUAL, "accent")
    assert plain(bar(DAY, (morning,), 16)) == "███···┊   ·····┊"
    now = Axis(DAY.start, DAY.end, at("11:40"), SITTINGS, DAY.zone)
    assert plain(bar(now, (morning,), 16)) == "███│··┊   ·····┊"


def test_what_is_shorter_than_a_cell_is_still_seen_and_what_is_outside_is_not() -> None:
    short = Span(at("11:05"), at("11:06"), ACTUAL, "accent")
    early = Span(at("08:00"), at("09:00"), ACTUAL, "accent")

    assert plain(bar(DAY, (short, early), 16)) == "··█···┊   ·····┊"


def test_a_projected_bar_has_its_end_at_pace_and_a_thin_tail_to_the_late_case() -> None:
    parts = (
        Span(at("12:30"), at("14:00"), LATE, "muted"),
        Span(at("11:00"), at("12:30"), PROJECTED, "accent"),
        Mark(at("12:00"), PACE, "strong"),
    )

    assert plain(bar(DAY, parts, 16)) == "··▒┃▒──┤  ·····┊".replace("──┤", "─┊┤")
    assert plain(bar(DAY, (Mark(at("09:00"), PACE, ""),), 16)) == "······┊   ·····┊"


@pytest.mark.parametrize("width", range(24, 160))
def test_an_hour_stands_exactly_over_the_cell_in_which_a_bar_from_it_begins(width: int) -> None:
    text = plain(hours(DAY, width))
    for hour in range(10, 18):
        place = text.find(f"{hour}")
        begins = Span(at(f"{hour}:00"), at(f"{hour}:59"), ACTUAL, "accent")
        ends = Span(at("10:00"), at(f"{hour}:00"), ACTUAL, "accent")
        drawn = plain(bar(Axis(DAY.start, DAY.end, None, (), DAY.zone), (begins,), width))
        if place >= 0:
            assert drawn.index("█") == place
        if place > 0:
            until = plain(bar(Axis(DAY.start, DAY.end, None, (), DAY.zone), (ends,), width))
            assert until.rindex("█") == place - 1


def test_the_hours_stand_above_the_axis_where_there_is_room() -> None:
    assert plain(hours(DAY, 64)).split()[:3] == ["10:00", "11:00", "12:00"]
    assert plain(hours(DAY, 32)) == "10  11  12  13  14  15  16  17  "


def test_the_axis_goes_on_when_the_day_does() -> None:
    late = look_at("16:20", now="18:40")

    assert axis(look_at("16:20")).end == at("18:10")
    assert axis(late).end > at("18:40")
    assert axis(late).now == at("18:40")


def test_what_looks_odd_is_told_quietly_and_in_full_with_the_sitting() -> None:
    assert "unreal" not in "".join(total_text(look_at("11:00")))
    odd = look_at("11:00", "yield", "next", "yield")
    assert [each.sort for each in oddities(odd.projection)] == ["short_turn"]
    assert "odd: interventions of less than three seconds: " in _second_total(odd)
    assert "Looks odd: interventions of less than three seconds: " in detail(odd, "sitting 1", 100)
    room = replace(odd.state.agenda, items=(*odd.state.agenda.items[:-1], _of_no_minutes(odd)))
    odd.state.agenda = room
    both = replace(odd, known=project(odd.state, odd.now))
    assert _second_total(both).endswith(", and 1 more")
    assert detail(both, "sitting 2", 100).count("Looks odd") == 2


def _second_total(look: Look) -> str:
    return plain(totals(look, 300)[1]).strip()


def _of_no_minutes(look: Look) -> Item:
    return replace(look.state.agenda.items[-1], minutes=0)


def test_an_item_shows_plan_actual_and_projected_and_the_difference_with_a_word() -> None:
    rows = shown(look_at("16:20"))

    assert rows["item 2"].split()[-5:] == ["10:45–12:15", "10:36–11:51", "24", "min", "early"]
    assert rows["item 4"].split()[-8:] == (
        ["15:00–18:00", "15:01–16:59", "16:43", "16:49", "1", "h", "01", "early"]
    )
    assert rows["sitting 1"].split()[-2:] == ["10:00–13:00", "10:02–11:54"]


def test_what_is_only_taken_in_another_order_is_later_and_not_behind() -> None:
    assert shown(look_at("16:20"))["item 5"].split()[-4:] == ["2", "h", "14", "later"]
    assert shown(look_at("11:20", now="12:30"))["item 3"].split()[-1] == "late"
    assert "推后2小时14分" in shown(look_at("16:20", language="zh"))["item 5"]


def test_where_a_sitting_cuts_the_agenda_is_a_line_between_its_items() -> None:
    late = look_at("11:20", now="12:50")
    rows = shown(late)
    keys = list(rows)

    assert (
        rows["cut 1"].strip("┄ ")
        == "Item 2 is interrupted at 13:00; after that: item 3, item 5, item 6"
    )
    assert keys.index("cut 1") == keys.index("item 3") - 1
    assert "cut 1" not in shown(look_at("16:20"))


def test_the_block_that_an_item_has_to_itself_says_what_is_eaten_of_it() -> None:
    assert "Item 4 keeps its 3 h" in total_text(look_at("11:20"))[1]
    late = look_at("11:20", now="12:50")
    told = " ".join(detail(late, "item 4").split())

    assert "Item 4 loses" in total_text(late)[1] and "Item 4 loses" in told
    assert "late case" in told.partition("Item 4 loses")[2]


def test_nothing_is_said_of_the_minutes_of_an_item_that_ends_early() -> None:
    def roles(look: Look) -> set[str]:
        return {each.role for each in totals(look, 110)[1] if "Item 4" in each.text}

    early = look_at("16:20")
    assert roles(early) == set() and "Item 4 loses" not in detail(early, "item 4")
    assert roles(look_at("11:20", now="12:50")) == {"over strong"}


def test_items_stand_in_their_order_and_the_open_one_with_its_segments() -> None:
    keys = [key for key in shown(look_at("16:20")) if not key.startswith("date")]

    assert keys == [
        "sitting 1",
        *(f"item {each}" for each in "0123"),
        "sitting 2",
        "item 4",
        *(f"segment 4.{each}" for each in range(1, 6)),
        "item 5",
        "item 6",
    ]


def test_segments_show_what_they_took_of_their_minutes_and_that_one_is_conditional() -> None:
    rows = shown(look_at("11:20"))

    assert "▶ 2.4" in rows["segment 2.4"]
    assert rows["segment 2.3"].rstrip().endswith("15 of 10 min")
    assert "if any" in rows["segment 2.9"]


def test_bars_come_where_there_is_room_for_them() -> None:
    narrow, wide = shown(look_at("16:20")), shown(look_at("16:20"), 118)

    assert "█" not in narrow["item 2"]
    assert "█" in wide["item 2"] and "░" in wide["item 2"] and NOW in wide["item 2"]
    assert "▒" in shown(look_at("16:20", "close list"), 118)["item 5"]
    assert "17" in plain(heading_line(look_at("16:20"), axis(look_at("16:20")), 118))


def test_the_totals_say_when_the_day_ends_and_what_it_does_not_reach() -> None:
    assert total_text(look_at("16:20")) == [
        "The day ends 17:14   planned 18:00   46 min early   at pace 16:58, late case 17:04"
        "   4 of 7 items done",
        "Every item begins before 18:00",
    ]
    late = total_text(look_at("16:20", now="17:50"))
    assert late[0].startswith("The day ends 18:4")
    assert late[1].startswith("Will not be reached: item 5, item 6   4")
    assert "min after the sitting's end, 18:00" in late[1]


def test_the_conditional_segment_is_named_until_it_is_held_or_its_item_over() -> None:
    assert "Only if the condition is met: 2.9" in total_text(look_at("11:20"))[1]
    assert "2.9" not in total_text(look_at("12:00"))[1]


def test_a_row_not_reached_says_so_instead_of_a_number() -> None:
    assert "not reached" in shown(look_at("16:20", now="17:50"))["item 6"]


def test_an_adjourned_meeting_tells_what_was_not_reached() -> None:
    look = look_at("16:20", "adjourn!")

    assert total_text(look)[0].startswith("The meeting ended 16:20")
    assert total_text(look)[1].startswith("Not reached: item 5, item 6")
    assert axis(look).now is None


def test_everything_the_agenda_says_of_an_item_is_in_its_panel() -> None:
    look = look_at("11:20")
    text = " ".join(detail(look, "item 2", 200).split())

    assert "discussion; 90 min" in text
    assert "2.2 Secretariat's current support" in text and "opened by: Secretariat" in text
    assert "part of item 3 is taken here" in text
    assert "Only if proposals came in by 5 March 2026" in text
    assert "Note 1: Outreach strategy on reporting" in text and "Note 7:" in text
    assert "5 min each" in text
    assert "Part of it is taken in 2.5." in detail(look, "item 3")
    assert "Questions: P2 P3 P4 P5 P6" in detail(look, "item 2")
    assert "opened by: Chair" in detail(look, "segment 2.9")
    assert "Questions: P4" in detail(look, "segment 2.5")


def test_who_opens_an_item_is_said_in_the_readers_language() -> None:
    look = look_at("11:20", language="zh")

    assert "开始发言：主席" in detail(look, "segment 2.9")
    assert "开始发言：秘书处" in "".join(detail(look, "item 2", 200).split())


def test_the_panel_of_an_item_has_its_three_bars() -> None:
    lines = detail(look_at("16:20"), "item 4").splitlines()

    assert [each[:23].split() for each in lines[1:4]] == [
        ["planned", "15:00–18:00"],
        ["actual", "15:01–"],
        ["projected", "–16:59"],
    ]
    assert "░" in lines[1] and "█" in lines[2] and "▒" in lines[3] and PACE in lines[3]
    assert lines[4].split()[:9] == [
        "ends",
        "full",
        "time",
        "16:59",
        "at",
        "pace",
        "16:43",
        "late",
        "case",
    ]


def test_deadlines_and_next_steps_have_their_rows_and_panel() -> None:
    look = look_at("11:20")
    rows = shown(look)

    assert rows["date 0"].startswith("  5 March  Proposals, amendments")
    assert rows["date 1"].startswith("  27 May to 28 May  Informal preparatory meeting")
    assert detail_title(look, "date 1") == "Deadlines and next steps"
    assert "Deadline  5 March" in detail(look, "date 1")
    assert "Next step  24 August to 28 August" in detail(look, "date 1")
    assert "3月5日" in shown(look_at("11:20", language="zh"))["date 0"]


@pytest.mark.parametrize(
    ("until", "key", "command", "line"),
    [
        ("16:20", "item 5", OpenItem("5"), "item 5"),
        ("16:20", "item 4", CloseItem("carry"), "close item"),
        ("16:20", "item 1", ReopenItem("1"), "reopen 1"),
        ("11:20", "segment 2.5", OpenSegment("2.5"), "segment 2.5"),
    ],
)
def test_enter_proposes_what_takes_the_row_up(
    until: str, key: str, command: Command, line: str
) -> None:
    assert take_up(look_at(until).state, key) == (command, line)


def test_enter_proposes_nothing_on_a_date_or_on_no_row() -> None:
    assert take_up(look_at("16:20").state, "date 0") is None
    assert take_up(look_at("16:20").state, None) is None


@pytest.mark.parametrize(
    ("until", "key"), [("11:20", "item 2"), ("12:00", "item 5"), ("10:02", "item 0")]
)
def test_the_cursor_begins_where_the_meeting_is(until: str, key: str) -> None:
    assert row_at_first(look_at(until)) == key


def test_two_looks_within_half_a_minute_show_equal_rows() -> None:
    assert schedule_rows(look_at("12:00", now="12:30:02")) == schedule_rows(
        look_at("12:00", now="12:30:25")
    )


minutes = st.integers(-300, 900)


@given(
    spans=st.lists(st.tuples(minutes, minutes), max_size=6),
    now=st.none() | st.integers(0, 479),
    width=st.integers(0, 160),
)
def test_bars_never_exceed_their_columns(
    spans: list[tuple[int, int]], now: int | None, width: int
) -> None:
    moment = None if now is None else DAY.start + timedelta(minutes=now)
    day = Axis(DAY.start, DAY.end, moment, SITTINGS, DAY.zone)
    drawn = [
        Span(DAY.start + timedelta(minutes=a), DAY.start + timedelta(minutes=b), "█", "accent")
        for a, b in spans
    ]

    assert line_cells(bar(day, drawn, width)) == width
    assert line_cells(hours(day, width)) == width


@given(
    width=st.integers(30, 200),
    until=st.sampled_from(["10:02", "11:20", "12:00", "16:20"]),
    chinese=st.booleans(),
    later=st.integers(0, 500),
)
def test_every_line_fits_its_width(width: int, until: str, chinese: bool, later: int) -> None:
    now = f"{at(until) + timedelta(minutes=min(later, 430)):%H:%M}"
    look = look_at(until, language="zh" if chinese else "en", now=max(now, until))
    rows = schedule_rows(look)
    fixed = [draw_schedule(each, width, False) for each in rows if each.content.axis]
    panels = [each for row in rows for each in detail_lines(look, row.key, width)]

    assert all(line_cells(each) == width for each in (*fixed, *totals(look, width)))
    assert line_cells(heading_line(look, axis(look), width)) == width
    assert [plain(each) for each in panels if line_cells(each) > width] == []
    assert all(line_cells(fit_line(each, width)) == width for each in panels)


def test_no_projected_bar_runs_through_lunch() -> None:
    look = look_at("11:20", "plan time 3 120 because the list is long")
    times = next(each for each in look.projection.day.items if each.id == "3")
    parts = [each for each in projected_parts(look, times) if isinstance(each, Span)]

    held = [(each.start, each.end) for each in parts if each.sign == PROJECTED]
    assert held[0][1] == at("13:00")
    assert held[1][0] == at("15:00")
    assert all(end <= at("13:00") or start >= at("15:00") for start, end, *_ in parts)


def test_the_tail_to_the_late_case_leaves_lunch_out_too() -> None:
    look = look_at("11:40", "inscribe mex")
    times = next(each for each in look.projection.day.items if each.id == "3")
    late = replace(
        times, coming=((at("12:00"), at("12:50")),), late_ends_at=at("15:10"), pace_ends_at=None
    )
    tail = [each for each in projected_parts(look, late) if each.sign != PROJECTED]

    assert tail == [
        Span(at("12:50"), at("13:00"), LATE[0], "muted"),
        Span(at("15:00"), at("15:10"), LATE, "muted"),
    ]


def test_an_item_held_before_and_after_the_break_shows_both_times() -> None:
    look = look_at("11:20", now="12:29")
    told = {
        each.id: look.times_held(each.starts_at, each.ends_at)
        for each in look.projection.day.items
        if each.phase == "planned" and each.starts_at and each.ends_at
    }
    cut = next(each for each in told.values() if " and " in each)
    first, last = cut.split(" and ")
    assert first.endswith("–13:00") and last.startswith("15:00–")
    item = next(key for key, value in told.items() if value == cut)
    rows = shown(look)
    assert first in rows[f"item {item}"] and last in rows[f"further {item} 1"]
    beside = "\n".join(plain(each) for each in timekeeper_panel(look, 27))
    assert f"item {item}  {first}" in beside and last in beside
    assert first in detail(look, f"item {item}") and last in detail(look, f"item {item}")


def test_the_same_in_chinese_is_joined_by_one_word() -> None:
    look = look_at("11:20", now="12:29", language="zh")
    held = [
        look.times_held(each.starts_at, each.ends_at)
        for each in look.projection.day.items
        if each.phase == "planned" and each.starts_at and each.ends_at
    ]
    assert any("–13:00和15:00–" in each for each in held), held


def test_a_sitting_says_what_pace_and_late_case_start_from() -> None:
    look = look_at("12:20:00")
    learned = Look.of(begun_with(look, Earlier(1, 74)), look.projection.now, look.directory, "en")
    over = look_at("18:30:00")

    assert "start from the rules of procedure" in detail(look, "sitting 2", 120)
    told = detail(learned, "sitting 1", 120)
    assert "start from 1 earlier meeting of ATT WGTR (74 interventions)" in told
    assert "start from" not in detail(over, "sitting 1", 120)


def begun_with(look: Look, earlier: Earlier) -> MeetingState:
    state = look.state.snapshot()
    state.earlier = earlier
    return state
