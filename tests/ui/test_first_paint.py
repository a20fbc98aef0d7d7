"""The first frame is styled once and painted once, and looks as any later one."""

from __future__ import annotations

import gc
import sys
from typing import Any

import pytest
from rich.segment import Segment
from textual._compositor import Compositor
from textual.css.stylesheet import Stylesheet
from textual.filter import ANSIToTruecolor
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget

from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.screen_modes import MODES
from meeting_tui.ui.theme import palette_from
from meeting_tui.ui.widgets.painted import Painted
from meeting_tui.ui.widgets.too_small import TooSmall
from meeting_tui.views.agenda_column import whole_rows
from tests.ui.conftest import OpenedApp

SIZE = (120, 36)
NARROW = (80, 24)
PLAIN = palette_from({}, plain=True)


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_a_screen_that_was_styled_once_looks_as_one_that_is_styled_anew(
    opened_app: OpenedApp, theme: str
) -> None:
    app = opened_app("10:38", theme=theme)
    async with app.run_test(size=SIZE) as pilot:
        for mode in MODES:
            app.action_show(mode)
            await pilot.pause()
            await pilot.pause()
            styles = {each: dict(each.styles.get_rules()) for each in app.screen.walk_children()}

            app.refresh_css(animate=False)
            await pilot.pause()

            for each, before in styles.items():
                assert dict(each.styles.get_rules()) == before, (mode, each)


async def test_nothing_is_styled_or_painted_twice_before_it_is_seen(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    app = opened_app("10:38")
    render, reparse = Compositor.render_update, Stylesheet.reparse

    def painted(compositor: Compositor, *given: object, **named: object) -> object:
        done.append("unseen" if app._batch_count else "painted")
        return render(compositor, *given, **named)  # type: ignore[arg-type]

    def parsed(styles: Stylesheet) -> None:
        done.append("parsed anew")
        reparse(styles)

    monkeypatch.setattr(Compositor, "render_update", painted)
    monkeypatch.setattr(Stylesheet, "reparse", parsed)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()

    assert done
    assert {*done} == {"painted"}


async def test_the_agenda_is_made_and_the_style_sheets_are_read_once(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []

    def counted(*given: Any) -> list[Any]:
        made.append(given)
        return whole_rows(*given)

    monkeypatch.setattr("meeting_tui.ui.screens.floor_screen.whole_rows", counted)
    app = opened_app("10:38")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert len(made) == 1
        sources = app.stylesheet.source
        assert all(place != "Input.DEFAULT_CSS" for _, place in sources), "not in a box"

        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert len(made) > 1


@pytest.mark.parametrize("at", ["10:00", "10:38", "16:20"])
async def test_what_a_wide_screen_hides_is_made_when_it_is_first_shown(
    opened_app: OpenedApp, at: str
) -> None:
    narrow, wide = opened_app(at), opened_app(at)
    async with narrow.run_test(size=NARROW) as pilot:
        await settled(pilot)
        looks = regions(narrow)
    async with wide.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert not wide.screen.query("AgendaPanel, #one_line, #advice, TooSmall, #trouble")
        begun = regions(wide)

        await pilot.resize_terminal(*NARROW)
        await settled(pilot)
        assert regions(wide) == looks

        await pilot.resize_terminal(*SIZE)
        await settled(pilot)
        assert regions(wide) == begun

        await pilot.resize_terminal(50, 18)
        await settled(pilot)
        assert wide.screen.query_one(TooSmall).display
        await pilot.resize_terminal(*SIZE)
        await settled(pilot)
        assert not wide.screen.query_one(TooSmall).display


async def settled(pilot: Pilot[Any]) -> None:
    """Whatever is laid out behind something else is laid out."""
    for _ in range(4):
        await pilot.pause()


def regions(app: MeetingApp) -> dict[str, Region]:
    """Where all that is in view stands."""
    shown = [each for each in app.screen.walk_children(Widget) if each.display and each.region]
    return {f"{type(each).__name__} {each.id}": each.region for each in shown}


async def test_what_has_its_colours_in_full_goes_through_no_filter(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    filtered: list[object] = []
    apply = ANSIToTruecolor.apply

    def counted(each: ANSIToTruecolor, *given: Any) -> list[Segment]:
        filtered.append(given)
        return apply(each, *given)

    app = opened_app("10:38")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        monkeypatch.setattr(ANSIToTruecolor, "apply", counted)
        clock = app.screen.query_one("#clock", Painted)
        clock.refresh()
        clock.render_lines(clock.size.region)
        assert not filtered
        monkeypatch.setattr("meeting_tui.ui.widgets.painted.palette_for", lambda _: PLAIN)
        assert clock.get_line_filters() == app.get_line_filters() != []


async def test_garbage_is_looked_for_once_the_first_screen_stands(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    was_on = gc.isenabled()
    gc.disable()
    try:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            assert gc.isenabled()
    finally:
        (gc.enable if was_on else gc.disable)()


async def test_the_other_screens_are_made_ready_behind_the_first(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=SIZE):
        app.modes.warm()

        for mode in MODES:
            assert f"meeting_tui.ui.screens.{mode}_screen" in sys.modules
