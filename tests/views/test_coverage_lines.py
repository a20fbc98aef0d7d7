"""Coverage as lines: what stands where, what is missing, and that everything fits its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from meeting_tui.meeting.speaking_time import speaking_time
from meeting_tui.views.columns import Row
from meeting_tui.views.coverage import (
    CoverageLine,
    counted,
    coverage_rows,
    draw_coverage,
    feet,
    header_line,
    heading_line,
    item_at_first,
    items_shown,
    legend_lines,
    point_lines,
    question_lines,
)
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import fit_line, line_cells, plain
from meeting_tui.views.speaking_times import header_line as times_heading
from tests.views.day_room import look_at
from tests.views.test_floor_lines import at


def table(look: Look, item: str, width: int = 78) -> dict[str, str]:
    """Name of the row -> the row as shown."""
    found = counted(look, item)
    return {
        row.content.name: plain(draw_coverage(row, width, False))
        for row in coverage_rows(look, found)
    }


def foot_text(look: Look, item: str, width: int = 78) -> str:
    return "\n".join(plain(each) for each in feet(look, item, counted(look, item), width))


@pytest.mark.parametrize(
    ("until", "item"),
    [("10:02", "4"), ("10:38", "2"), ("12:00", "3"), ("16:20", "4"), ("18:00", "6")],
)
def test_the_open_item_comes_first_else_the_last_else_item_4(until: str, item: str) -> None:
    assert item_at_first(look_at(until)) == item


@pytest.mark.parametrize("item", ["1", "2", "4"])
def test_as_many_were_heard_as_on_speaking_time(item: str) -> None:
    look = look_at("16:20")
    times = speaking_time(look.state, look.now, look.directory, item=item)
    told = plain(heading_line(look, counted(look, item), 100))

    assert f"{times.floor.delegations} heard" in told
    assert times.floor.delegations < len(table(look, item)), "the podium has a row as well"


def test_those_who_answered_on_another_item_are_counted_apart() -> None:
    begun = ("open", "item 1", "mex jpn", "next", "note a1 each year", "next", "yield")
    look = at(10, *begun, "close item", "item 4", "fra", "next", "note a1 never")
    told = plain(heading_line(look, counted(look, "4"), 100))

    assert "1 heard, 1 on other items" in told


@pytest.mark.parametrize("until", ["11:40", "12:40", "16:20", "18:00"])
def test_the_rows_add_up_to_the_heading(until: str) -> None:
    look = look_at(until)
    for item in items_shown(look):
        found = counted(look, item)
        rows = [each.content for each in coverage_rows(look, found)]
        podium = {each.name for each in rows if each.mark.endswith("°")}
        apart = {each.name for each in rows if each.mark.endswith("]")}
        heard = {each.name for each in rows} - podium - apart
        told = plain(heading_line(look, found, 110)).strip()
        others = f", {len(apart)} on other items" if apart else ""
        assert told.startswith(f"{len(heard)} heard{others}  "), (item, told)


def test_who_spoke_elsewhere_is_marked_with_the_item_and_the_podium_as_such() -> None:
    begun = ("open", "item 1", "mex jpn", "next", "note a1 each year", "next", "yield")
    more = ("close item", "item 4", "chair, fra", "next", "next", "note a1 never")
    look = at(10, *begun, *more)
    found = counted(look, "4")
    marks = {each.content.name: each.content.mark for each in coverage_rows(look, found)}
    told = " ".join(plain(each) for each in legend_lines(look, found, 100))

    assert marks["Mexico"] == " [1]" and marks["France"] == "" and "Japan" not in marks
    assert "[1] only on that item" in told and ("°" in told) == ("°" in "".join(marks.values()))


def test_a_row_of_one_who_spoke_on_the_item_too_is_not_set_apart() -> None:
    begun = ("open", "item 1", "fra(eu)", "next", "note a1 each year", "yield")
    look = at(10, *begun, "close item", "item 4", "fra", "next", "note a1 never")
    found = counted(look, "4")
    assert len(found.rows) == 2
    assert not [each for each in coverage_rows(look, found) if "[" in each.content.mark]
    assert plain(heading_line(look, found, 100)).strip().startswith("1 heard  ")


def test_items_that_ask_nothing_are_shown_once_they_were_taken_up() -> None:
    assert items_shown(look_at("10:02")) == ("1", "2", "4", "5")
    assert items_shown(look_at("12:00")) == ("0", "1", "2", "3", "4", "5")


def test_a_long_title_of_an_item_uses_the_room_there_is() -> None:
    look = look_at("11:40")
    found = speaking_time(look.state, look.now, look.directory, item="2")
    for shown in (header_line(look, "2", 80), times_heading(look, found, 80)):
        title, _, behind = plain(shown).partition("…")
        title = title.partition("2  ")[2]
        assert len(plain(shown)) == 80 and len(behind) - len(behind.lstrip()) <= 6
        assert "Supporting compliance with ATT reporting obligations ".startswith(title)


def test_a_dot_for_none_the_number_of_points_and_the_total() -> None:
    row = table(look_at("16:20"), "4")["Portugal"]

    assert row.split() == ["Portugal", "·", "1", "·", "1", "2", "2", "·", "1", "·", "4"]


def test_who_a_question_does_not_ask_has_a_sign_that_needs_no_colour() -> None:
    rows = table(look_at("12:00"), "2")

    # P4 asks States Parties, P5 everybody but them.
    assert rows["Malta"].split()[1:] == ["2", "1", "·", "×", "·", "6"]
    assert rows["Turkmenistan"].split()[1:] == ["·", "1", "×", "·", "·", "2"]
    # The European Union answered what it was not asked: it counts and is marked.
    assert rows["European Union"].split()[2:] == ["(27+7)", "1", "·", "1×", "·", "·", "5"]


@pytest.mark.parametrize(
    ("until", "item", "lines", "legend"),
    [
        (
            "12:00",
            "2",
            (),
            "· none   × not asked   1× answered unasked   ° podium, not counted\n"
            "(27+7) members + aligned",
        ),
        ("16:20", "4", (), "· none   ° podium, not counted   (27+7) members + aligned"),
        ("10:02", "4", (), ""),
        (
            "16:20",
            "4",
            ('floor "Somebody"!', "floor fra(caricom)!"),
            "· none   ? not in the directory   ° podium, not counted\n"
            "(27+7) members + aligned   (CARICOM 14) for a group",
        ),
    ],
)
def test_signs_that_occur_are_explained(
    until: str, item: str, lines: tuple[str, ...], legend: str
) -> None:
    look = look_at(until, *lines)
    told = legend_lines(look, counted(look, item), 78)
    assert "\n".join(plain(each) for each in told) == legend


def test_a_group_keeps_its_mark_when_its_name_is_cut() -> None:
    row = table(look_at("16:20"), "4", width=62)["European Union"]

    assert row.startswith("European U… (27+7)")


def test_the_feet_tell_who_answered_and_who_is_missing() -> None:
    lines = foot_text(look_at("16:20"), "4").splitlines()

    assert lines[1].split()[2:] == ["0", "7", "7", "3", "4", "6", "3", "6", "5"]
    assert lines[2].split()[3:] == ["0", "7", "20", "3", "4", "6", "3", "6", "5"]
    assert lines[3:] == [
        "Nobody has addressed P7 yet.",
        "Not heard yet: signatories, civil society, industry.",
    ]


def test_what_nobody_heard_was_asked_is_not_told_as_unaddressed() -> None:
    look = look_at("16:20")
    found = counted(look, "2")
    rows = tuple(each for each in found.rows if each.kind == "state_party")
    ids = [each.id for each in found.questions]
    answered = tuple(0 if each in ("P5", "P6") else 1 for each in ids)
    feet_then = feet(look, "2", replace(found, rows=rows, answered=answered), 78)

    assert plain(feet_then[3]) == "Nobody has addressed P6 yet. Nobody heard so far is asked P5."


def test_the_feet_say_which_members_of_groups_are_counted() -> None:
    behind = {
        members: foot_text(replace(look_at("16:20"), group_members=members), "4").splitlines()[2]
        for members in ("none", "present", "all")
    }

    assert behind["none"].startswith("States, no group members")
    assert behind["present"].startswith("States, members present")
    assert behind["all"].startswith("States, all members")
    figures = {members: line.split()[-7] for members, line in behind.items()}
    assert figures == {"none": "13", "present": "20", "all": "38"}


def test_points_not_for_the_report_are_in_brackets_and_counted_nowhere() -> None:
    look = look_at("16:20", "note on prt a2 /internal held back")
    row, without = table(look, "4")["Portugal"].split(), look_at("16:20")

    assert row[3] == "(1)"
    assert counted(look, "4").answered == counted(without, "4").answered
    told = " ".join(plain(each) for each in legend_lines(look, counted(look, "4"), 78))
    assert "(1) not for the report" in told


def test_the_feet_say_it_in_chinese_and_name_regions() -> None:
    text = foot_text(look_at("12:00", language="zh"), "3")

    assert "本项目没有问题。" in text
    assert "尚未发言：亚太集团、东欧" in text.replace("\n", "")


def test_the_feet_before_anybody_spoke_and_when_nothing_is_missing() -> None:
    assert (
        foot_text(look_at("10:02"), "4").splitlines()[-1] == "Nobody has spoken on this item yet."
    )
    assert "Every question has been addressed." in foot_text(look_at("12:00"), "1")


def test_the_header_names_the_item_and_how_many_there_are() -> None:
    header = plain(header_line(look_at("16:20"), "4", 110))

    assert header.startswith(" Item 4  National implementation practices on transparency")
    assert header.endswith("open now  ‹ 5 of 6 › ")
    assert "asks no questions" in plain(header_line(look_at("16:20"), None, 110))


def test_columns_without_room_are_counted_and_never_cut_in_two() -> None:
    look = look_at("16:20")
    heading = plain(heading_line(look, counted(look, "4"), 50))

    assert heading.split()[-7:] == ["P7", "A1", "A2", "A3", "A4", "A5", "+3"]


def test_questions_show_their_short_text_and_how_many_answered() -> None:
    look = look_at("16:20")
    lines = [plain(each) for each in question_lines(look, counted(look, "4"), 40)]

    assert lines[0] == "P7   0  topic, cooperation, assistance"
    assert lines[1:3] == ["A1   7  given systematically to", "        Cabinet/Parliament?"]


def test_the_points_of_a_row_name_questions_kind_stance_and_audience() -> None:
    look = look_at("16:20", "note on prt a1 /offer /reserves /internal [b]holds[/b] back")
    lines = [plain(each) for each in point_lines(look, "4", "PRT ", 76)]

    assert lines[0] == "15:41  no. 45, 4:11  4.3"
    assert lines[1] == "  A4 A1    platform practice law hearing exports public."
    assert lines[-1] == "  A1       offer  reserves  [internal]  [b]holds[/b] back"
    assert point_lines(look, "4", None, 76) == []


def test_a_point_of_another_item_says_where_it_was_made() -> None:
    look = look_at("16:20", "note on brb a4 said early")
    lines = [plain(each) for each in point_lines(look, "4", "BRB ", 76)]

    assert lines[0].endswith("under 3")


@pytest.mark.parametrize("item", ["1", "2", "3", "4"])
def test_the_total_of_a_row_is_what_its_panel_shows(item: str) -> None:
    look = look_at("16:20", "note on brb a4 said early", "note on brb no tag")
    for row in coverage_rows(look, counted(look, item)):
        lines = [plain(each) for each in point_lines(look, item, row.key, 4000)]
        points = [each for each in lines if each.startswith("  ") and "no points" not in each]
        assert len(points) == row.content.total, row.key


def test_a_delegation_that_spoke_without_a_point_is_said_to() -> None:
    lines = [plain(each) for each in point_lines(look_at("16:17:30"), "4", "EU EU", 76)]

    assert lines[0].startswith("16:16  no. ")
    assert lines[1:] == ["  Spoke; no points noted."]


@given(
    name=st.text(max_size=60),
    mark=st.sampled_from(["", " ?", " (27+7)", " (CARICOM 15)"]),
    points=st.lists(st.integers(0, 30), max_size=24),
    width=st.integers(16, 200),
)
def test_every_row_fits_its_width(name: str, mark: str, points: list[int], width: int) -> None:
    ids = tuple(f"A{number}" for number, _ in enumerate(points, 1))
    kept, asked = (0, 12, *points)[: len(points)], (True,) * len(points)
    content = CoverageLine(name, mark, ids, tuple(points), kept, asked, sum(points))

    assert line_cells(draw_coverage(Row("x", content), width, False)) == width


@given(width=st.integers(20, 200), item=st.sampled_from("0123456"), chinese=st.booleans())
def test_every_line_of_the_panels_fits(width: int, item: str, chinese: bool) -> None:
    look = look_at("18:00", language="zh" if chinese else "en")
    found = counted(look, item)
    keys = [row.key for row in coverage_rows(look, found)]
    lines = [*feet(look, item, found, width), *question_lines(look, found, width)]
    lines += legend_lines(look, found, width)
    for key in keys[:3]:
        lines += point_lines(look, item, key, width)

    assert [plain(each) for each in lines if line_cells(each) > width] == []
    assert all(line_cells(fit_line(each, width)) == width for each in lines)
