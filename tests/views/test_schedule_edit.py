"""What a key on a row of the schedule begins: whole lines that only want their reason."""

from __future__ import annotations

import pytest

from meeting_tui.meeting.refusal import Refusal
from meeting_tui.views.look import Look
from meeting_tui.views.schedule_edit import (
    Begun,
    Edit,
    begin,
    goes_on,
    pressed_on,
    serves,
)
from tests.views.day_room import intake_at, look_at


def line(look: Look, verb: str, row: str, steps: int = 0) -> str:
    """The line that a key begins, or why it begins none."""
    found = begin(look, Edit(verb, row, steps))
    return found.line if isinstance(found, Begun) else found


@pytest.mark.parametrize(
    ("row", "steps", "expected"),
    [
        ("item 3", 1, "plan time 3 35 because "),
        ("item 3", -2, "plan time 3 20 because "),
        ("item 3", -50, "plan time 3 5 because "),
        ("segment 2.5", 2, "plan time 2.5 25 because "),
        ("sitting 1", 3, "plan sitting 1 10:00 13:15 because "),
        ("sitting 2", -1, "plan sitting 2 14:55 17:55 because "),
    ],
)
def test_five_minutes_more_or_less_and_never_nothing(row: str, steps: int, expected: str) -> None:
    assert line(look_at("11:20"), "time", row, steps) == expected


@pytest.mark.parametrize(
    ("item", "steps", "expected"),
    [
        ("5", -1, "plan move 5 before 3 because "),
        ("5", -9, "plan move 5 before 3 because "),
        ("3", 1, "plan move 3 before 6 because "),
        ("3", 2, "plan move 3 to 1 last because "),
        ("3", 3, "plan move 3 to 2 before 4 because "),
        ("3", 4, "plan move 3 to 2 last because "),
        ("3", 9, "plan move 3 to 2 last because "),
        ("4", -1, "plan move 4 to 1 last because "),
        ("4", -2, "plan move 4 to 1 before 6 because "),
    ],
)
def test_a_move_goes_place_by_place_through_the_sittings(
    item: str, steps: int, expected: str
) -> None:
    assert line(look_at("11:20"), "move", f"item {item}", steps) == expected


def test_an_item_only_leaves_a_sitting_that_is_over() -> None:
    look = look_at("12:00")

    assert line(look, "move", "item 5", 1) == "plan move 5 to 2 before 4 because "
    assert line(look, "move", "item 5", -1) == (
        "Item 5 cannot move further. To make room, press `/` on the open item: this splits it."
    )


@pytest.mark.parametrize(
    ("verb", "row", "expected"),
    [
        ("split", "item 3", "plan split 3 15 then 2 because "),
        ("add", "item 6", "plan add 6 10  because "),
        ("add", "segment 2.5", "plan add 2 10  because "),
        ("add", "segment 2.9", "plan hold 2.9 because "),
        ("drop", "segment 2.9", "plan drop 2.9 because "),
        (
            "drop",
            "item 3",
            "Only a segment can be cancelled. Press → to see the segments of an item.",
        ),
        ("split", "item 4", "There is no sitting after that of item 4."),
        ("split", "segment 2.5", "Only items can be split. Choose the row of an item."),
        ("move", "segment 2.5", "Only items can be moved. Choose the row of an item."),
        ("add", "sitting 1", "A matter belongs under an item. Choose the row of an item."),
        ("time", "date 0", "Only sittings, items and segments have a planned time."),
    ],
)
def test_other_keys_begin_their_lines_or_say_where_they_do(
    verb: str, row: str, expected: str
) -> None:
    assert line(look_at("11:20"), verb, row) == expected


def test_a_dropped_segment_is_held_after_all() -> None:
    look = look_at("11:20", "plan drop 2.9 because nothing came in")

    assert line(look, "add", "segment 2.9") == "plan hold 2.9 because "
    assert line(look, "drop", "segment 2.9").startswith("2.9 is already cancelled")


def test_the_split_and_the_new_matter_take_five_minutes_more_too() -> None:
    look = look_at("11:20")

    assert line(look, "split", "item 3", 1) == "plan split 3 20 then 2 because "
    assert line(look, "split", "item 3", 30) == "plan split 3 25 then 2 because "
    assert line(look, "add", "item 6", -1) == "plan add 6 5  because "


def test_the_same_key_goes_on_and_others_do_not() -> None:
    begun = Edit("move", "item 3", 1)

    assert pressed_on(begun, "move", 1) == Edit("move", "item 3", 2)
    assert pressed_on(begun, "time", 1) is None
    assert goes_on("split", "time") and goes_on("add", "time")
    assert not goes_on("drop", "drop")


@pytest.mark.parametrize("row", ["item 3", "item 5", "segment 2.5", "segment 2.9", "sitting 2"])
@pytest.mark.parametrize(
    ("verb", "step"), [("time", 1), ("move", 1), ("split", 0), ("add", 0), ("drop", 0)]
)
def test_each_key_that_is_offered_begins_a_line_the_desk_accepts(
    row: str, verb: str, step: int
) -> None:
    intake = intake_at("11:20")
    look = look_at("11:20")
    found = begin(look, Edit(verb, row, step))
    assert serves(look, verb, row) == isinstance(found, Begun) or row == "segment 2.5"
    if isinstance(found, Begun) and serves(look, verb, row):
        whole = f"{found.head}a title{found.tail}" if found.tail else found.line
        outcome = intake.propose(f"{whole}the Chair asks", look.now)
        assert not isinstance(outcome, Refusal), (whole, outcome)


def test_nothing_is_offered_on_what_is_over() -> None:
    look = look_at("16:20")

    assert [verb for verb in ("time", "move", "split", "add") if serves(look, verb, "item 1")] == []
    assert not serves(look, "drop", "segment 2.9")
    assert not serves(look_at("16:20", "adjourn!"), "time", "sitting 2")
    assert not serves(look, "time", "date 0")
