"""Coverage and Schedule in the real program: keys on the empty line, whole at every size."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.widgets.line_list import LineList
from tests.ui.seen import seen, until

OpenedApp = Callable[..., MeetingApp]


async def shown(app: MeetingApp, pilot: Pilot[int], key: str, words: str) -> None:
    """Press a screen's key and wait until it is filled."""
    await pilot.press(key)
    await until(lambda: words in seen(app))


def line_of(app: MeetingApp) -> str:
    assert isinstance(app.screen, MeetingScreen)
    return app.screen.act_line.value


async def test_arrows_choose_item_and_row_and_enter_shows_what_was_said(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("16:20")
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(app, pilot, "f4", "Item 4")
        assert "Nobody has addressed P7 yet." in seen(app)
        assert "Not heard yet: signatories, civil society, industry." in seen(app)

        await pilot.press("down", "down", "down", "down", "enter")
        await until(lambda: "Portugal, item 4" in seen(app))
        assert "A5 A4 A3 proposal  parliament summary" in seen(app)
        assert "States, members present" in seen(app)
        await pilot.press("down")
        await until(lambda: "Hungary, item 4" in seen(app))
        await pilot.press("enter", "left")
        await until(lambda: "Item 3 " in seen(app))
        assert "This item asks no questions." in seen(app)
        await pilot.press("tab", "tab")
        await until(lambda: "Item 5 " in seen(app))

        await pilot.press("x", "left", "y")
        assert line_of(app) == "yx"  # with text in the line the arrows belong to the text


async def test_another_item_opened_is_shown_and_a_choice_by_hand_lasts_until_then(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("16:52:40")
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(app, pilot, "f4", "Item 4")
        app.submit("item 5")
        await until(lambda: "Item 5 " in seen(app))
        await pilot.press("left", "left")
        await until(lambda: "Item 3 " in seen(app))
        app.submit("floor mex!")
        await until(lambda: app.desk.state.floor is not None)
        await pilot.press("f2", "f4")
        await pilot.pause()
        await until(lambda: "Item 3 " in seen(app))
        app.submit("yield")
        app.submit("close item carry")
        await until(lambda: app.desk.state.item is None)
        await pilot.pause()
        assert "Item 3 " in seen(app)
        await pilot.press("f2")
        app.submit("item 6")
        await until(lambda: app.desk.state.item == "6")
        await shown(app, pilot, "f4", "Item 6 ")


async def test_escape_leaves_the_line_and_then_closes_the_panel(opened_app: OpenedApp) -> None:
    app = opened_app("16:20")
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(app, pilot, "f4", "Item 4")
        await until(lambda: "members + aligned" in seen(app))
        await pilot.press("enter")
        await until(lambda: "WGTR Chair, item 4" in seen(app))
        assert "members + aligned" not in seen(app), "the panel has the room"
        await pilot.press("x", "escape")
        await pilot.pause()
        assert "WGTR Chair, item 4" in seen(app) and line_of(app) == ""
        await pilot.press("escape")
        await until(lambda: "WGTR Chair, item 4" not in seen(app))
        await until(lambda: "members + aligned" in seen(app))
        await pilot.press("escape")
        assert not app.screen.has_class("-open")


async def test_a_point_noted_meanwhile_is_counted_at_once(opened_app: OpenedApp) -> None:
    app = opened_app("16:20")
    async with app.run_test(size=(120, 36)) as pilot:
        await shown(app, pilot, "f4", "Questions of item 4")
        assert isinstance(app.screen, MeetingScreen)
        app.screen.act_line.put("note p7 [red]cooperation[/red] with neighbours")
        await pilot.press("enter")
        await until(lambda: "Nobody has addressed P7 yet." not in seen(app))
        await pilot.press("end", *["down"] * 20, "enter")
        await until(lambda: "[red]cooperation[/red] with neighbours" in seen(app))


async def test_enter_on_an_item_writes_the_line_and_a_second_enter_does_it(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("11:55")
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(app, pilot, "f5", "The day ends")
        await pilot.press("enter")
        await until(lambda: "The sitting is suspended" in seen(app))
        assert line_of(app) == ""

        app.submit("resume")
        await until(lambda: app.desk.state.phase == "open")
        await pilot.press("enter")
        await until(lambda: line_of(app) == "item 5")
        await until(lambda: "Press Enter to do it" in seen(app))
        await pilot.press("enter")
        await until(lambda: app.desk.state.item == "5")
        await until(lambda: "▶ 5 WGTR mandate" in seen(app))


async def test_the_panel_turns_its_pages(opened_app: OpenedApp) -> None:
    app = opened_app("11:20")
    async with app.run_test(size=(80, 24)) as pilot:
        await shown(app, pilot, "f5", "PgUp PgDn  1–6")
        assert "Note 1" not in seen(app)
        await pilot.press("pagedown")
        await until(lambda: "PgUp PgDn  6–11" in seen(app))
        await pilot.press(*["pagedown"] * 20)
        await until(lambda: "Note 7" in seen(app))
        await pilot.press("down")
        await until(lambda: "PgUp PgDn  6" not in seen(app))


@pytest.mark.unmeasured
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 50)])
@pytest.mark.parametrize("language", ["en", "zh"])
async def test_whole_at_every_size(
    opened_app: OpenedApp, size: tuple[int, int], language: str
) -> None:
    app = opened_app("16:20", language=language)
    async with app.run_test(size=size) as pilot:
        for key, foot in (("f4", "P7"), ("f5", "17:1")):
            await shown(app, pilot, key, foot)
            await pilot.pause()
            await asyncio.sleep(0.05)
            screen = app.screen
            assert isinstance(screen, MeetingScreen)
            rows = screen.query_one("#rows", LineList)
            assert rows.size.height >= 4
            bottom = screen.query_one("#keys").region.bottom
            assert bottom == size[1]
            if key == "f4":
                feet = screen.query_one("#feet")
                assert feet.region.bottom <= bottom - 3
                assert feet.size.height == 6
                assert "(27+7)" in seen(app).splitlines()[feet.region.bottom - 1]
