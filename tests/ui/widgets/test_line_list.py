"""The list of lines: its cursor, what it paints and what it keeps in view."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.message import Message
from textual.strip import Strip

from meeting_tui.ui.widgets.line_list import LineList, next_stop, scroll_for, stop_near
from meeting_tui.views.columns import Row
from meeting_tui.views.pieces import Line, line

STOPS = (False, True, True, False, True)


@pytest.mark.parametrize(
    ("place", "steps", "reached"),
    [(-1, 1, 1), (1, 1, 2), (2, 1, 4), (4, 1, 4), (4, -1, 2), (1, -1, 1), (1, 9, 4), (4, -9, 1)],
)
def test_the_cursor_passes_over_headings(place: int, steps: int, reached: int) -> None:
    assert next_stop(STOPS, place, steps) == reached


@pytest.mark.parametrize(("place", "reached"), [(0, 1), (3, 4), (4, 4), (9, 4)])
def test_the_nearest_row_is_found_below_and_else_above(place: int, reached: int) -> None:
    assert stop_near(STOPS, place) == reached
    assert stop_near((False, False), place) == -1


@pytest.mark.parametrize(
    ("top", "cursor", "kept", "wanted"),
    [
        (0, 4, -1, 0),
        (0, 5, -1, 1),
        (8, 3, -1, 3),
        (90, 99, -1, 95),
        (99, -1, -1, 95),  # never beyond the end
        (0, 6, 3, 2),  # both in view
        (0, 6, 0, 2),  # both have no room: the cursor wins
        (20, 3, 6, 3),
        (50, -1, 10, 10),
    ],
)
def test_as_little_is_scrolled_as_needed(top: int, cursor: int, kept: int, wanted: int) -> None:
    assert scroll_for(top, 5, 100, cursor, kept) == wanted


def draw(row: Row[str], width: int, has_cursor: bool) -> Line:
    return line(row.content.ljust(width, ".") if row.can_select else row.content)


def rows_of(*names: str) -> list[Row[str]]:
    return [Row(name, name, can_select=not name.startswith("-")) for name in names]


class _Watched(LineList[str]):
    """Records which lines it was asked to paint."""

    painted: list[int]

    def render_line(self, y: int) -> Strip:
        self.painted.append(y)
        return super().render_line(y)


class _Listing(App[None]):
    def __init__(self, rows: list[Row[str]]) -> None:
        super().__init__()
        self.said: list[Message] = []
        self.list = _Watched(draw, rows)
        self.list.painted = []

    def compose(self) -> ComposeResult:
        yield self.list

    def on_line_list_highlighted(self, message: LineList.Highlighted) -> None:
        self.said.append(message)

    def on_line_list_selected(self, message: LineList.Selected) -> None:
        self.said.append(message)


async def test_a_move_paints_two_rows_and_a_change_one() -> None:
    app = _Listing(rows_of("-waiting", "mex", "jpn", "per", "fra"))
    async with app.run_test(size=(30, 8)) as pilot:
        app.list.focus()
        await pilot.pause()
        assert app.list.cursor_key == "mex"
        app.list.painted.clear()
        await pilot.press("down")
        assert sorted(app.list.painted) == [1, 2]
        app.list.painted.clear()
        changed = [*rows_of("-waiting", "mex", "jpn", "per"), Row("fra", "France")]
        app.list.set_rows(changed)
        await pilot.pause()
        assert app.list.painted == [4]
        app.list.set_rows(list(changed))
        await pilot.pause()
        assert app.list.painted == [4]
        assert app.list.render_line(2).text.startswith("▌jpn...")


async def test_the_cursor_stays_with_its_row_and_else_takes_the_next() -> None:
    app = _Listing(rows_of("mex", "jpn", "per"))
    async with app.run_test(size=(30, 8)) as pilot:
        app.list.highlight("jpn")
        app.list.set_rows(rows_of("-head", "fra", "mex", "jpn", "per"))
        assert app.list.cursor_key == "jpn"
        app.list.set_rows(rows_of("-head", "fra", "mex", "per"))
        assert app.list.cursor_key == "per"
        app.list.set_rows(rows_of("-head"))
        assert not app.list.highlight("-head") and not app.list.highlight("nobody")
        app.list.set_rows([])
        await pilot.pause()
        keys = [one.key for one in app.said if isinstance(one, LineList.Highlighted)]
        assert keys[-2:] == ["per", None]
        with pytest.raises(ValueError, match="same key"):
            app.list.set_rows(rows_of("mex", "mex"))


async def test_keys_move_by_page_and_to_the_ends_and_select() -> None:
    app = _Listing(rows_of("-head", *(f"d{number}" for number in range(10_000))))
    async with app.run_test(size=(30, 10)) as pilot:
        app.list.focus()
        await pilot.press("end")
        assert app.list.cursor_key == "d9999"
        assert app.list.scroll_offset.y == 10_001 - 10
        await pilot.press("pageup")
        assert app.list.cursor_key == "d9990"
        await pilot.press("home")
        assert app.list.cursor_key == "d0"
        assert app.list.scroll_offset.y == 0  # the heading above the first row is seen again
        await pilot.press("pagedown", "enter")
        assert app.list.cursor_key == "d9"
        selected = [one.key for one in app.said if isinstance(one, LineList.Selected)]
        assert selected == ["d9"]
        assert len(app.list.painted) < 100


async def test_a_row_can_be_kept_in_view_beside_the_cursor() -> None:
    app = _Listing(rows_of(*(f"d{number}" for number in range(50))))
    async with app.run_test(size=(30, 10)) as pilot:
        app.list.keep_visible("d20")
        await pilot.pause()
        assert app.list.scroll_offset.y == 0  # the cursor on the first row comes before it
        app.list.highlight("d25")
        await pilot.pause()
        top = app.list.scroll_offset.y
        assert top <= 20 and top + 10 > 25


async def test_a_click_moves_the_cursor_and_a_second_selects() -> None:
    app = _Listing(rows_of("-head", "mex", "jpn"))
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.click(app.list, offset=(5, 2))
        assert app.list.cursor_key == "jpn"
        await pilot.click(app.list, offset=(5, 0))
        await pilot.click(app.list, offset=(5, 2))
        await pilot.pause()
        assert [type(one).__name__ for one in app.said][-2:] == ["Highlighted", "Selected"]


async def test_wide_names_are_cut_between_cells() -> None:
    app = _Listing(rows_of("中华人民共和国"))
    async with app.run_test(size=(12, 4)):
        strip = app.list.render_line(0)
        assert strip.cell_length == 11  # one cell is kept for the scroll bar
        assert strip.text.startswith("▌中华人民…")
