"""A panel with a border repaints the lines that changed, not those beside them."""

from __future__ import annotations

from textual.app import App, ComposeResult

from meeting_tui.ui.widgets.painted import Painted
from meeting_tui.views.pieces import Line, Piece


class Bordered(App[None]):
    CSS = "Painted { height: 6; border: round $primary; padding: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self.words = ["one", "two"]

    def compose(self) -> ComposeResult:
        yield Painted(lambda *_: self.drawn())

    def drawn(self) -> list[Line]:
        return [(Piece(word),) for word in self.words]

    def shown(self) -> str:
        return "\n".join(strip.text for strip in self.screen._compositor.render_strips())


async def test_first_line_of_a_bordered_panel_is_repainted() -> None:
    app = Bordered()
    async with app.run_test(size=(30, 10)) as pilot:
        assert "one" in app.shown()
        app.words = ["three", "two"]
        changed = app.query_one(Painted).redraw()
        await pilot.pause()

        assert changed
        assert "three" in app.shown()
        assert "one" not in app.shown()
