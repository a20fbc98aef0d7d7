"""Speaking time in the real program: F4 to and fro, items, groupings, who is not heard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from textual.pilot import Pilot

from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.palette import choose_act, offered_acts
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.widgets.line_list import LineList
from tests.ui.seen import seen, until

OpenedApp = Callable[..., MeetingApp]


async def at_times(app: MeetingApp, pilot: Pilot[int]) -> None:
    """To Coverage with F4, and with F4 again to Speaking time."""
    await pilot.press("f4")
    await until(lambda: "States, members present" in seen(app))
    assert "F4 Speaking time" in seen(app)
    assert "Ctrl+Q Leave" in seen(app)
    await pilot.press("f4")
    await until(lambda: "Speaking time by delegation" in seen(app) and "Netherlands" in seen(app))


async def test_a_key_of_ones_own_turns_between_them_too(opened_app: OpenedApp) -> None:
    app = opened_app("16:20", keys={"show_coverage": "%"})
    async with app.run_test(size=(80, 24)) as pilot:
        for mode in ("coverage", "times", "coverage"):
            await pilot.press("percent_sign")
            await until(partial(_is_on, app, mode))


def _is_on(app: MeetingApp, mode: str) -> bool:
    return app.current_mode == mode and app.screen.is_mounted


async def test_the_palette_goes_to_the_screen_it_names(opened_app: OpenedApp) -> None:
    app = opened_app("16:20")
    async with app.run_test(size=(80, 24)) as pilot:
        app.action_show("coverage")
        await pilot.pause()
        choose_act(app, "show_coverage")
        await pilot.pause()
        assert app.current_mode == "coverage"


async def test_f4_turns_between_coverage_and_speaking_time_and_the_bar_says_so(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("16:20")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_times(app, pilot)
        assert app.current_mode == "times"
        assert "F4 Coverage" in seen(app)
        assert "Ctrl+Q Leave" in seen(app)
        await pilot.press("f4")
        await until(lambda: "States, members present" in seen(app))
        await pilot.press("f2", "f4")
        await until(lambda: app.current_mode == "coverage")


async def test_it_is_reached_by_its_line_and_from_the_palette(opened_app: OpenedApp) -> None:
    app = opened_app("16:20")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = app.screen
        assert isinstance(screen, MeetingScreen)
        screen.act_line.put("screen times")
        await pilot.press("enter")
        await until(lambda: "Speaking time by delegation" in seen(app))
        offered = {each.act_id: each for each in offered_acts(app)}
        assert offered["show_times"].label == "Speaking time"


async def test_arrows_choose_the_item_tab_the_grouping_and_up_down_the_row(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("16:20")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_times(app, pilot)
        rows = app.screen.query_one("#rows", LineList)
        await pilot.press("down", "down", "up")
        assert rows.cursor_key == rows.rows[1].key
        await pilot.press("right")
        await until(lambda: "All items" in seen(app) and "European Union" in seen(app))
        assert rows.cursor_key == rows.rows[0].key
        await pilot.press("left", "left")
        await until(lambda: "Item 3" in seen(app))
        await pilot.press("tab", "tab")
        await until(lambda: "Speaking time by region" in seen(app))
        assert "Asia-Pacific Group" in seen(app) and "0 of 54" in seen(app)
        await pilot.press("shift+tab")
        await until(lambda: "Speaking time by kind" in seen(app))
        await pilot.press("x", "left", "y")
        screen = app.screen
        assert isinstance(screen, MeetingScreen)
        assert screen.act_line.value == "yx"


async def test_enter_shows_all_who_are_not_heard_and_pages_turn(opened_app: OpenedApp) -> None:
    app = opened_app("16:20")
    async with app.run_test(size=(80, 24)) as pilot:
        await at_times(app, pilot)
        assert "Not yet heard, item 4" in seen(app)
        await until(lambda: "Enter  1–4 of" in seen(app))
        assert "Only on other items" not in seen(app)
        rows = app.screen.query_one("#rows", LineList)
        await pilot.press("pagedown")
        assert rows.cursor_key != rows.rows[0].key
        await pilot.press("enter")
        await until(lambda: "Only on other items (25)" in seen(app))
        await pilot.press("pagedown", "pageup", "escape")
        await until(lambda: "Only on other items" not in seen(app))
        await pilot.press("escape")
        assert not app.screen.has_class("-open")


async def test_what_happens_meanwhile_is_shown_and_the_speakers_time_goes_on(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("16:20")
    async with app.run_test(size=(120, 36)) as pilot:
        await at_times(app, pilot)
        rows = app.screen.query_one("#rows", LineList)

        def shown(code: str) -> int:
            return next((int(row.content.seconds) for row in rows.rows if row.key == code), 0)

        before = shown("SLE")
        await until(lambda: shown("SLE") > before)
        app.submit("floor jpn!")
        await until(lambda: "Japan ▶" in seen(app))
        app.submit("yield")
        await until(lambda: "is speaking" not in seen(app))
        app.submit("close item carry")
        app.submit("item 5")
        await until(lambda: "Nobody has spoken on item 5 yet." in seen(app))
        await pilot.press("left")
        await until(lambda: "Item 4" in seen(app))


@pytest.mark.unmeasured
@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("Netherlands", "6:42", "Not yet heard, item 4", "Uruguay", "podium")),
        ("zh", ("荷兰", "6:42", "尚未发言（项目4）", "乌拉圭", "主席台")),
    ],
)
async def test_nothing_that_matters_is_missing_at_any_size(
    opened_app: OpenedApp, size: tuple[int, int], language: str, words: tuple[str, ...]
) -> None:
    app = opened_app("16:20", language=language)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f4", "f4")
        await until(lambda: all(each in seen(app) for each in words))
        cut = [each for each in seen(app).splitlines()[3:-2] if "…" in each]
        assert all("Invited guest speaker" in each for each in cut), cut
        app.action_change_language()
        await until(lambda: ("Netherlands" in seen(app)) == (language == "zh"))
        await until(lambda: app.modes.to_show is None)
