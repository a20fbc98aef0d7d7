"""Editing the schedule in the real program: begun with a key, seen before Enter, undone."""

from __future__ import annotations

from collections.abc import Callable

from textual.pilot import Pilot

from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.screens.schedule_screen import ScheduleScreen
from tests.ui.seen import seen, until

OpenedApp = Callable[..., MeetingApp]


def screen_of(app: MeetingApp) -> ScheduleScreen:
    assert isinstance(app.screen, ScheduleScreen)
    return app.screen


def line_of(app: MeetingApp) -> str:
    return screen_of(app).act_line.value


async def at_item(app: MeetingApp, pilot: Pilot[int], item: str) -> None:
    """The Schedule, its cursor on an item."""
    await pilot.press("f5")
    await until(lambda: "The day ends" in seen(app))
    assert screen_of(app).line_list.highlight(f"item {item}")
    await pilot.pause()


async def test_a_key_begins_the_line_shows_what_it_would_do_and_enter_does_it(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("11:20")
    async with app.run_test(size=(120, 36)) as pilot:
        await at_item(app, pilot, "3")
        await pilot.press("shift+right")
        assert line_of(app) == "plan time 3 35 because "
        await until(lambda: "Then:" in seen(app))
        assert "if you press Enter" in seen(app) and "Esc Cancel" in seen(app)
        assert "Item 3: 35 min instead of 30. Type the reason, then press Enter." in seen(app)

        await pilot.press("shift+right", "m", "o", "r", "e", "shift+left")
        assert line_of(app) == "plan time 3 35 because more"
        assert app.desk.state.schedule_changes == []
        await pilot.press("shift+right", "enter")
        await until(lambda: bool(app.desk.state.schedule_changes))
        await until(lambda: "was 12:45" in seen(app) and "Then:" not in seen(app))
        assert line_of(app) == ""
        assert app.desk.state.schedule_changes[0].reason == "more"

        await pilot.press("ctrl+z")
        await until(lambda: app.desk.state.schedule_changes == [])
        await until(lambda: "was 12:45" not in seen(app))


async def test_escape_leaves_the_begun_line_and_up_brings_it_back(opened_app: OpenedApp) -> None:
    app = opened_app("11:20")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_item(app, pilot, "5")
        await pilot.press("shift+up", "x")
        assert line_of(app) == "plan move 5 before 3 because x"
        await until(lambda: "if you press Enter" in seen(app))
        await pilot.press("escape")
        await until(lambda: "if you press Enter" not in seen(app))
        assert line_of(app) == "" and app.desk.state.schedule_changes == []
        assert "The day ends" in seen(app)
        assert "Line emptied, nothing was done" in seen(app)
        await pilot.press("up")
        assert line_of(app) == "plan move 5 before 3 because x"
        await until(lambda: "if you press Enter" in seen(app))
        await until(lambda: "Enter Do it  Esc Cancel" in seen(app))
        assert "Line emptied" not in seen(app)


async def test_a_sitting_is_moved_whole_until_it_has_begun(opened_app: OpenedApp) -> None:
    app = opened_app("11:20")
    async with app.run_test(size=(120, 36)) as pilot:
        await at_item(app, pilot, "5")
        rows = screen_of(app).line_list
        assert rows.highlight("sitting 1")
        await until(lambda: "Shift+←→ Its end ±5 min" in seen(app))
        await pilot.press("shift+right")
        assert line_of(app) == "plan sitting 1 10:00 13:05 because "
        await pilot.press("escape")
        assert rows.highlight("sitting 2")
        await until(lambda: "Shift+←→ Whole sitting ±5 min" in seen(app))
        await pilot.press("shift+right")
        assert line_of(app) == "plan sitting 2 15:05 18:05 because "
        await until(lambda: "moves to 15:05–18:05, from 15:00–18:00." in seen(app))
        await pilot.press(*"late", "enter")
        await until(lambda: "15:05–18:05" in seen(app) and line_of(app) == "")


async def test_a_new_matter_is_typed_where_its_title_goes(opened_app: OpenedApp) -> None:
    app = opened_app("11:20")
    async with app.run_test(size=(120, 36)) as pilot:
        await at_item(app, pilot, "6")
        await pilot.press("*", "d", "a", "t", "e", "shift+right")
        assert line_of(app) == "plan add 6 15 date because "
        await pilot.press("end", "x", "enter")
        await until(lambda: app.desk.state.agenda.segment("6.1") is not None)
        await until(lambda: "6.1 date" in seen(app) and "added" in seen(app))


async def test_a_refused_change_is_told_at_once_and_begins_nothing(opened_app: OpenedApp) -> None:
    app = opened_app("11:20")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_item(app, pilot, "1")
        await pilot.press("shift+right")
        await until(lambda: "Item 1 is closed" in seen(app))
        assert line_of(app) == ""
        await pilot.press("delete")
        await until(lambda: "Only a segment can be cancelled" in seen(app))
        assert line_of(app) == ""


async def test_a_plan_typed_by_hand_is_previewed_and_refused_while_it_is_typed(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("11:20")
    async with app.run_test(size=(120, 36)) as pilot:
        await at_item(app, pilot, "3")
        await pilot.press(*"plan", "space", *"time", "space", "3", "space", *"50")
        await until(lambda: "item 3 ends at 12:56 instead of 12:36" in seen(app))
        await pilot.press("shift+left")
        assert not screen_of(app).act_line.selection.is_empty, "the arrow belongs to the text"
        screen_of(app).act_line.put("plan time 3 30 because ")
        await until(lambda: "› 3 is already planned for 30 minutes" in seen(app))
        assert "Not done" not in seen(app), "nobody asked for anything yet"
        assert "if you press Enter" not in seen(app)
        await pilot.press("escape")
        assert line_of(app) == ""
        await pilot.press("up")
        assert line_of(app) == "plan time 3 30 because "
        await pilot.press("escape", "slash")
        assert line_of(app) == "plan split 3 15 then 2 because "


async def test_segments_unfold_and_fold_with_the_arrows(opened_app: OpenedApp) -> None:
    app = opened_app("11:20")
    async with app.run_test(size=(120, 36)) as pilot:
        await at_item(app, pilot, "1")
        await pilot.press("right")
        rows = screen_of(app).line_list
        await until(lambda: "segment 1.2" in [each.key for each in rows.rows])
        await pilot.press("down", "left")
        await until(lambda: "segment 1.2" not in [each.key for each in rows.rows])
        assert screen_of(app).cursor_key == "item 1"


async def test_the_key_bar_shows_what_does_something_on_the_row_and_how_to_leave(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("11:20")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_item(app, pilot, "3")
        await until(lambda: "Shift+↑↓ Move" in seen(app))
        foot = seen(app).splitlines()[-1]
        assert "/ Split  F2 Floor  Ctrl+Q Leave" in foot and "Del" not in foot
        assert screen_of(app).line_list.highlight("segment 2.9")
        await until(lambda: "* Confirm  Del Drop" in seen(app))
        assert "Move" not in seen(app).splitlines()[-1]


async def test_a_key_of_ones_own_keeps_what_it_does(opened_app: OpenedApp) -> None:
    app = opened_app("11:20", keys={"redo": "*"})
    async with app.run_test(size=(80, 24)) as pilot:
        await at_item(app, pilot, "6")
        await pilot.press("*")
        await pilot.pause()
        assert line_of(app) == ""
        await pilot.press("insert")
        assert line_of(app) == "plan add 6 10  because "
