"""Screens that are opened, closed and made anew in the midst of one another are all there after."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from functools import partial
from importlib import import_module

import pytest

from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.palette import ActPalette
from meeting_tui.ui.screen_modes import MODES
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.ui_acts import UI_ACTS
from tests.ui.seen import seen, until

OpenedApp = Callable[..., MeetingApp]


def close(app: MeetingApp) -> None:
    """As Escape in the palette does, also where it was closed already."""
    if isinstance(app.screen, ActPalette):
        app.screen._action_escape()
        app.screen.call_later(close, app)


@pytest.mark.parametrize("seed", range(4))
async def test_screens_gone_to_in_the_middle_of_a_change_are_shown_after_it(
    opened_app: OpenedApp, seed: int
) -> None:
    drawn, app = random.Random(seed), opened_app("10:38")
    async with app.run_test(size=(120, 36)) as pilot:
        whose: list[Callable[..., bool]]
        for _ in range(25):
            whose = [app.call_later, app.screen.call_later, (app.focused or app.screen).call_later]
            act = drawn.choice(
                (
                    *(app.action_change_language, app.action_change_theme),
                    *(app.action_command_palette, lambda: close(app)),
                    *[partial(app.action_show, drawn.choice(list(MODES)))] * 4,
                    partial(app.submit, drawn.choice(("ken", "next!", "yield", "note x"))),
                )
            )
            drawn.choice(whose)(act)
            await asyncio.sleep(drawn.choice((0, 0, 0, 0.005, 0.02, 0.05, 0.1)))
        await pilot.pause()
        await until(lambda: app.modes.to_show is None)
        await pilot.press("escape", "escape", "f4")
        await until(lambda: app.current_mode == "coverage", seconds=60)
        await until(lambda: "F3" in seen(app))
    assert app.fault_file.count == 0


async def test_a_palette_closed_twice_closes_itself_alone(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(80, 24)) as pilot:
        app.action_command_palette()
        await pilot.pause()
        palette = app.screen
        assert isinstance(palette, ActPalette)
        palette.dismiss()
        palette.dismiss()
        await pilot.pause()
        assert len(app.screen_stack) == 1


async def test_a_palette_that_was_left_closes_when_one_comes_back(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(80, 24)) as pilot:
        app.action_command_palette()
        app.action_show("notes")
        await pilot.pause()
        assert app.current_mode == "notes" and len(app.screen_stack) == 1
        app.action_show("floor")
        await until(lambda: len(app.screen_stack) == 1)


async def test_coverage_opened_while_the_language_changes_is_shown_in_it(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f4", "f2")
        app.action_change_language()
        await until(lambda: app.modes.to_show is not None)
        app.screen.call_later(app.action_show, "coverage")
        await until(lambda: app.modes.to_show is None)
        await until(lambda: app.current_mode == "coverage")
        await pilot.pause()
        assert "演练" in seen(app) and "← → 项目" in seen(app)


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (6, 13), (4, 142), (500, 1), (1, 200)])
async def test_the_palette_stands_on_any_size(opened_app: OpenedApp, size: tuple[int, int]) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=size) as pilot:
        await pilot.press("ctrl+p")
        await until(lambda: isinstance(app.screen, ActPalette))
        await pilot.press("n", "down", "pagedown")
        await pilot.resize_terminal(120, 36)
        await pilot.resize_terminal(*size)
        await pilot.press("escape")
        await until(lambda: len(app.screen_stack) == 1)


@pytest.mark.parametrize("mode", MODES)
def test_each_screen_has_its_name_and_an_act_that_shows_it(mode: str) -> None:
    module = import_module(f"meeting_tui.ui.screens.{mode}_screen")
    kind = getattr(module, MODES[mode])

    assert issubclass(kind, MeetingScreen)
    assert mode == kind.MODE
    assert any(each.action == f"app.show('{mode}')" for each in UI_ACTS)
