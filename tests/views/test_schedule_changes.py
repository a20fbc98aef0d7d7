"""What was changed is marked in the rows, told with its reason, and gone after an undo."""

from __future__ import annotations

from meeting_tui.views.agenda_column import agenda_rows
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import plain
from meeting_tui.views.schedule import draw_schedule, item_of_row, row_at_first, schedule_rows
from meeting_tui.views.schedule_detail import detail_lines, detail_title, totals_with
from tests.views.day_room import look_at

LONGER = "plan time 3 40 because the Chair expects more questions"


def shown(look: Look, width: int = 78) -> dict[str, str]:
    return {row.key: plain(draw_schedule(row, width, False)) for row in schedule_rows(look)}


def panel(look: Look, key: str) -> str:
    return " ".join(" ".join(plain(each).split()) for each in detail_lines(look, key, 200))


def test_what_has_another_time_says_which_was_imported() -> None:
    rows = shown(look_at("11:20", LONGER))

    assert "was 12:45 12:15–12:55*" in rows["item 3"]
    assert "was 12:55" in rows["item 5"]
    assert "*" not in rows["item 2"] and "was" not in rows["item 2"]
    assert "原12:45" in shown(look_at("11:20", LONGER, language="zh"))["item 3"]


def test_the_panel_tells_each_change_with_its_reason_and_hand() -> None:
    told = panel(look_at("11:20", LONGER), "item 3")

    assert "In the original agenda: 12:15–12:45." in told
    assert "11:20 3: now 40 min, was 30: the Chair expects more questions" in told


def test_an_undo_brings_back_what_was_imported() -> None:
    look = look_at("11:20", LONGER, "undo")

    assert shown(look) == shown(look_at("11:20"))
    assert "imported" not in panel(look, "item 3")


def test_a_moved_item_stands_where_it_is_planned_now_under_its_official_number() -> None:
    look = look_at("11:20", "plan move 3 to 2 last because the speaker arrives late")
    keys = [key for key in shown(look) if key.startswith(("item", "sitting"))]

    assert keys[-3:] == ["sitting 2", "item 4", "item 3"]
    told = panel(look, "item 3")
    assert "Item 3: now last in sitting 2, was sitting 1 before item 5: the speaker" in told
    told = panel(look_at("11:20", "plan move 5 before 3 because x"), "item 5")
    assert "Item 5: now sitting 1 before item 3, was sitting 1 before item 6: x" in told


def test_a_split_item_has_a_row_in_each_sitting_and_its_end_in_the_last() -> None:
    look = look_at("11:20", "plan split 3 10 then 2 because lunch")
    rows = shown(look)
    first, rest = rows["item 3"], rows["part 3 1"]

    assert "12:15–12:25*" in first and first.split()[-1] == "12:06–12:16"
    assert rest.split() == [
        "↳",
        "3",
        "continued",
        "15:00–15:20",
        "15:00–15:20",
        "15:20",
        "15:20",
        "on",
        "plan",
    ]
    assert "10 min in sitting 1, 20 min in sitting 2: lunch" in panel(look, "part 3 1")
    assert detail_title(look, "part 3 1") == detail_title(look, "item 3")
    assert item_of_row(look, "part 3 1") == "3"


def test_an_item_too_long_for_its_sitting_goes_on_in_the_next_one() -> None:
    look = look_at("11:20", "plan time 3 60 because x", "plan split 5 5 then 2 because x")
    rows = shown(look)

    assert rows["item 3"].split()[-1] in ("late", "early")
    assert rows["part 3 1"].split() == ["↳", "3", "continued", "15:00–15:15"]
    assert len(rows) == len({*rows})


def test_what_was_carried_of_a_split_item_comes_in_its_later_part() -> None:
    lines = ("plan split 2 60 then 2 because lunch", "yield", "mex fra zaf", "close item carry")
    rows = shown(look_at("11:20", *lines))

    assert rows["item 2"].split()[-1] == "10:36–11:20"
    assert rows["part 2 1"].split()[4] == "15:00–15:30"
    assert rows["part 2 1"].split()[-2:] == ["on", "plan"]


def test_a_dropped_segment_is_greyed_with_its_reason_before_its_title() -> None:
    look = look_at("11:20", "plan drop 2.9 because no amendments came in by 5 March")
    row = next(each for each in schedule_rows(look) if each.key == "segment 2.9")

    assert row.content.role == "muted"
    assert plain(draw_schedule(row, 78, False)).startswith(
        "  ✗ 2.9 cancelled: no amendments came in by 5 March · "
    )
    assert "2.9 cancelled: no amendments" in panel(look, "segment 2.9")


def test_added_and_kept_and_re_timed_segments_stay_in_sight_though_their_item_is_closed() -> None:
    look = look_at(
        "11:20",
        "plan add 6 10 Date of the next meeting because Mexico asks",
        "plan hold 2.9 because two amendments came in",
        "plan time 2.5 20 because long",
    )
    rows = shown(look)

    assert "6.1 Date of" in rows["segment 6.1"] and "added 10 min*" in rows["segment 6.1"]
    assert "will be held" in rows["segment 2.9"] and "if any" not in rows["segment 2.9"]
    assert "was 15 min 20 min*" in rows["segment 2.5"]
    assert "6.1 added: Date of the next meeting, 10 min: Mexico asks" in panel(look, "item 6")


def test_a_sitting_with_other_times_says_what_they_were() -> None:
    look = look_at("11:20", "plan sitting 1 10:00 13:15 because interpreters stay")

    assert "was 13:00 10:00–13:15*" in shown(look)["sitting 1"]
    told = panel(look, "sitting 1")
    assert "Sitting 1: now 10:00-13:15, was 10:00-13:00: interpreters stay" in told
    assert detail_title(look, "sitting 1") == "Sitting 1"


def test_unfolded_items_show_their_segments() -> None:
    look = look_at("11:20")
    keys = [each.key for each in schedule_rows(look, {"4"})]

    assert keys[keys.index("item 4") + 1] == "segment 4.1"
    assert "segment 4.1" not in [each.key for each in schedule_rows(look)]
    assert item_of_row(look, "segment 4.1") == "4"
    assert item_of_row(look, "date 0") is None


def test_the_totals_say_what_would_end_otherwise() -> None:
    now, longer = look_at("11:20"), look_at("11:20", LONGER)
    told = [plain(each).strip() for each in totals_with(now, longer, "3", 110)]

    assert told[0].startswith("Then:   item 3 ends at 12:46 instead of 12:36")
    assert told[0].endswith("the day ends at 18:01 instead of 18:00")
    assert told[1].startswith(
        "1 min after the sitting's end, 18:00   Item 4 loses 1 min of its 3 h"
    )
    assert plain(totals_with(now, now, "3", 110)[0]).strip() == ("Then:   no end time changes")


def test_the_preview_names_every_item_that_would_come_in_another_sitting() -> None:
    now = look_at("11:20")
    longer = look_at("11:20", "plan time 3 80 because the Chair expects more questions")
    told = [plain(each).strip() for each in totals_with(now, longer, "3", 80)]

    assert told[1].startswith("in sitting 2 instead of 1: item 5")
    assert "instead of 1" not in plain(totals_with(now, now, "3", 80)[1])


def test_items_passed_over_stand_behind_the_open_one_where_they_come_now() -> None:
    look = look_at("14:50", "resume", "item 4", now="15:20")
    keys = [key for key in shown(look) if key.startswith(("item", "sitting", "cut"))]
    behind = ["sitting 2", "item 4", "item 5", "cut 2", "item 6"]

    assert keys == ["sitting 1", "item 0", "item 1", "item 2", "item 3", *behind]
    assert row_at_first(look) == "item 4"
    assert [row.key for row in agenda_rows(look) if row.key.startswith(("item", "break"))] == [
        *("item 0", "item 1", "item 2", "item 3", "break 2", "item 4", "item 5", "item 6"),
    ]


def test_an_item_taken_first_stands_before_those_it_was_taken_before() -> None:
    look = look_at("11:20", "yield", "close item carry", "item 5")
    keys = [key for key in shown(look) if key.startswith(("item", "sitting"))]
    assert keys[2:] == ["item 1", "item 2", "item 5", "item 3", "item 6", "sitting 2", "item 4"]

    look = look_at("14:50", "resume", "item 5")
    keys = [key for key in shown(look) if key.startswith(("item", "sitting"))]
    assert keys[-4:] == ["sitting 2", "item 5", "item 6", "item 4"]
