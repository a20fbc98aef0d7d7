"""What one key press takes: one decision, one forecast, and its answer before all else.

Followed is the key Space (`next`) with others waiting, from the terminal to the disk and back, in
every thread. Its answer is painted when the message line, the speaker and the clock are.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

import pytest
from textual import events
from textual._compositor import Compositor
from textual.geometry import Region
from textual.screen import Screen

import meeting_tui
from meeting_tui.desk import intake, watched_log
from meeting_tui.ui import act_keys, live_port, textual_inside
from meeting_tui.ui import app as app_file
from meeting_tui.ui.screens import meeting_screen
from meeting_tui.ui.screens.floor_screen import FloorScreen
from meeting_tui.views.look import Look
from tests.ui.conftest import OpenedApp
from tests.ui.seen import seen, until

PACKAGE = str(Path(meeting_tui.__file__).parent)
SIZE = (120, 36)
MOST_FILES, MOST_FUNCTIONS = 40, 265
"""Of ours, entered between the key and its painted answer in whatever thread."""
BY_ITSELF = 0.05
"""Seconds from which on a timer is not what paints soon what a key did."""
FUNCTION = 0x3
"""Flags of code that is a function's, not a module's or a class's."""


class Followed:
    """The functions of ours that are entered while it follows."""

    def __init__(self) -> None:
        self.is_on = False
        self.functions: set[tuple[str, str]] = set()

    def __call__(self, frame: FrameType, event: str, _: Any) -> None:
        code = frame.f_code
        if not self.is_on or event != "call" or not code.co_filename.startswith(PACKAGE):
            return
        if code.co_flags & FUNCTION == FUNCTION and "<" not in code.co_name:
            self.functions.add((code.co_filename, code.co_qualname))

    @property
    def files(self) -> set[str]:
        return {file for file, _ in self.functions}


@pytest.fixture
def followed() -> Iterator[Followed]:
    """Follows every thread that is started from now on, and this one."""
    before, follow = sys.getprofile(), Followed()
    threading.setprofile(follow)
    sys.setprofile(follow)
    yield follow
    sys.setprofile(before)
    threading.setprofile(None)


class Counted:
    """What was asked how often."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.asked: list[str] = []
        for place, name in ((intake, "decide"), (act_keys, "decide"), (live_port, "project")):
            patch.setattr(place, name, self._noted(name, getattr(place, name)))
        patch.setattr(meeting_screen, "paint_now", self._noted("answer", textual_inside.paint_now))

    def _noted(self, name: str, call: Any) -> Any:
        def noted(*given: Any) -> Any:
            result = call(*given)
            self.asked.append(name)
            return result

        return noted


async def test_a_key_is_answered_after_one_decision_and_before_the_forecast(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("16:20:30")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        # On a busy machine a second may pass, after which a forecast is made anew.
        monkeypatch.setattr(live_port, "SAME_FORECAST", timedelta(hours=1))
        counted = Counted(monkeypatch)

        await pilot.press("full_stop")
        await until(lambda: "answer" in counted.asked and not app.is_at_work)
        await pilot.pause()

    at = counted.asked.index("answer")
    assert counted.asked[:at] == ["decide"]
    assert counted.asked.count("project") == 1


async def test_what_answers_a_key_is_painted_before_the_lists(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("16:20:30")
    shown: list[str] = []
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        answer, fill = textual_inside.paint_now, FloorScreen.show_state

        def painted(screen: Screen[Any], widgets: Any) -> None:
            answer(screen, widgets)
            shown.append(seen(app))

        def filled(screen: FloorScreen) -> None:
            shown.append("the lists are filled")
            fill(screen)

        monkeypatch.setattr(meeting_screen, "paint_now", painted)
        monkeypatch.setattr(FloorScreen, "show_state", filled)
        await pilot.press("full_stop")
        await until(lambda: len(shown) > 1)

    assert "finished (" in shown[0]
    assert "Nobody has the floor" in shown[0]
    assert shown[1] == "the lists are filled"


async def test_what_waited_to_be_painted_is_painted_with_the_answer(
    opened_app: OpenedApp,
) -> None:
    app = opened_app("16:20:30")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, FloorScreen)
        screen.act_line.put("note a1 half a sentence")
        screen._dirty_widgets.add(screen.act_line)

        screen.show_act()

        assert not screen.act_line._repaint_regions


async def test_what_is_shown_at_once_is_of_one_look_however_long_it_takes(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("16:20:30")
    monkeypatch.setattr(live_port, "SAME_LOOK_SECONDS", 0.0)
    looks: list[Look] = []
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, FloorScreen)
        monkeypatch.setattr(screen, "show_state", lambda: looks.extend((app.look, app.look)))
        monkeypatch.setattr(screen, "show_keys", lambda: looks.append(app.look))

        screen.refresh_all()
        again = app.look

    assert looks[0] is looks[1] is looks[2]
    assert again is not looks[0]


@pytest.mark.parametrize("mode", ["floor", "notes", "schedule"])
async def test_what_changed_is_painted_as_if_all_between_was(
    opened_app: OpenedApp, mode: str
) -> None:
    app, chance = opened_app("16:20:30"), Random(mode)
    async with app.run_test(size=SIZE) as pilot:
        app.action_show(mode)
        await pilot.pause()
        await pilot.pause()
        few = app.screen._compositor
        assert isinstance(few, textual_inside.FewLines)
        for _ in range(40):
            changed = {_somewhere(chance) for _ in range(chance.randint(1, 4))}
            few._dirty_regions = set(changed)
            found = few.render_partial_update()
            few._dirty_regions = set(changed)
            wanted = Compositor.render_partial_update(few)
            assert found and wanted and found.spans == wanted.spans
            for y, start, end in found.spans:
                seen_of = [x for x in few.cuts[y][:-1] if x < end and _end_of(few, y, x) > start]
                assert seen_of
                assert all(found.chops[y][x] == wanted.chops[y][x] for x in seen_of)


def _end_of(few: textual_inside.FewLines, y: int, x: int) -> int:
    """Where the piece of a line ends that begins at a cell."""
    return few.cuts[y][few.cuts[y].index(x) + 1]


def _somewhere(chance: Random) -> Region:
    x, y = chance.randrange(SIZE[0]), chance.randrange(SIZE[1])
    return Region(x, y, chance.randint(1, SIZE[0] - x), chance.randint(1, min(4, SIZE[1] - y)))


async def test_acts_that_come_together_fill_the_lists_once(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened_app("16:20:30")
    filled = []
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, FloorScreen)
        monkeypatch.setattr(screen, "show_state", lambda: filled.append(1))

        screen.show_act()
        screen.show_act()
        await pilot.pause()

    assert filled == [1]


@pytest.mark.unmeasured
async def test_a_key_leads_through_few_files(
    followed: Followed, opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app_file, "WARM_AFTER_SECONDS", 3600.0)
    monkeypatch.setattr(watched_log, "NOTED_SECONDS", 3600.0)
    app = opened_app("16:20:30")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("full_stop")
        await until(lambda: "finished (" in seen(app) and not app.is_at_work)
        await pilot.pause()
        answer = textual_inside.paint_now
        # What comes by itself, once or each second, is no part of it.
        for pump in (app, *app.screen.walk_children(with_self=True)):
            for timer in pump._timers:
                if timer._interval >= BY_ITSELF:
                    timer.stop()

        def answered(screen: Screen[Any], widgets: Any) -> None:
            answer(screen, widgets)
            followed.is_on = False

        monkeypatch.setattr(meeting_screen, "paint_now", answered)
        followed.is_on = True
        app.post_message(events.Key("space", " "))
        await until(lambda: not followed.is_on)
        assert "has the floor" in seen(app)

    assert len(followed.files) <= MOST_FILES, sorted(followed.files)
    assert len(followed.functions) <= MOST_FUNCTIONS
