"""What a screen shows can be marked with the mouse and copied, or copied whole with a key."""

from __future__ import annotations

import re
from collections.abc import Callable

from textual.pilot import Pilot

from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.screen_modes import MODES
from meeting_tui.ui.screens.floor_screen import FloorScreen
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.widgets.line_list import LineList
from tests.ui.seen import seen, until

OpenedApp = Callable[..., MeetingApp]


def place_of(app: MeetingApp, text: str) -> tuple[int, int]:
    """The cell at which a text begins on the screen."""
    for y, line in enumerate(seen(app).splitlines()):
        if text in line:
            return line.index(text), y
    raise AssertionError(f"{text} is not on the screen")


async def drawn(pilot: Pilot[int], begin: tuple[int, int], end: tuple[int, int]) -> None:
    """The mouse is drawn over the screen with its button down."""
    await pilot.mouse_down(offset=begin)
    await pilot.hover(offset=end)
    await pilot.mouse_up(offset=end)
    await pilot.pause()


async def test_a_sentence_of_the_slip_is_marked_and_copied(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f7")
        await until(lambda: app.current_mode == "slip" and app.screen.is_mounted)
        await pilot.pause()
        x, y = place_of(app, "Malta")
        await drawn(pilot, (x, y), (x + 5, y))
        await pilot.press("ctrl+c")
        await until(lambda: "Copied: Malta" in seen(app))
        assert app.clipboard == "Malta"
        await pilot.press("ctrl+c")
        await until(lambda: "press Ctrl+Q twice" in seen(app))


async def test_marking_rows_of_a_list_acts_on_none(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, FloorScreen)
        rows = app.screen.query_one("#waiting", LineList)
        cursor, held = rows.cursor_key, app.desk.state.floor
        x, y = place_of(app, "Slovakia")
        await drawn(pilot, (x, y), (x + 6, y + 1))
        assert (rows.cursor_key, app.desk.state.floor) == (cursor, held)
        await pilot.press("ctrl+c")
        await until(lambda: "2 lines copied" in seen(app))
        assert app.clipboard.startswith("Slovakia")
        await pilot.click(offset=(x, y))
        await until(lambda: rows.cursor_key != cursor)


async def test_wide_characters_are_marked_whole(opened_app: OpenedApp) -> None:
    app = opened_app("10:38", language="zh")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, MeetingScreen)
        rows = app.screen.query_one("#waiting", LineList)
        text = rows.text_of(1)
        name = text.index("斯洛伐克")
        for inside in range(8):
            assert rows.offset_at(name + inside, 1) == (name + inside // 2, 1)
        assert rows.offset_at(500, 1) == (len(text), 1), "behind the end is the end"


async def test_a_key_copies_what_the_screen_shows(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("ctrl+o")
        await until(lambda: "lines copied" in seen(app))
        assert "Slovakia" in app.clipboard and "SITTING 1" in app.clipboard
        assert "Ctrl+Q" not in app.clipboard, "the keys are not part of it"


async def test_what_stands_on_any_screen_can_be_marked(opened_app: OpenedApp) -> None:
    app = opened_app("16:20")
    async with app.run_test(size=(80, 24)) as pilot:
        for mode in MODES:
            app.action_show(mode)
            await until(lambda: app.current_mode == mode and app.screen.is_mounted)  # noqa: B023
            await pilot.pause()
            rows = seen(app).splitlines()
            words = [
                (found.start(), y, found[0])
                for y in range(2, 20)
                if not {"╭", "▏"} & {*rows[y]}  # a border, the line that is typed in
                for found in re.finditer(r"(?<![^ ])[A-Za-z]{5,}(?![^ ])", rows[y])
            ]
            for x, y, word in (words[0], words[len(words) // 2]):
                app.copy_to_clipboard("")
                await drawn(pilot, (x, y), (x + len(word), y))
                await pilot.press("ctrl+c")
                await until(lambda: bool(app.clipboard), 2.0)
                assert app.clipboard == word, (mode, word)
