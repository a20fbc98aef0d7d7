"""What is shown if the window is too small for the screen: one sentence, never a broken picture.

It covers the screen and leaves everything running and focused, so the clock goes on and typed
letters are kept until the window is large again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from meeting_tui.words import say

LEAST_WIDTH = 60
LEAST_HEIGHT = 20


def is_too_small(size: Size) -> bool:
    """Whether a window of that many cells cannot hold a screen."""
    return size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT


class TooSmall(Widget):
    """Covers its screen while the window is too small; a screen has none before it first is."""

    DEFAULT_CSS = """
    TooSmall {
        display: none;
        position: absolute;
        overlay: screen;
        width: 100vw;
        height: 100vh;
        padding: 0 1;
        background: $background;
        color: $foreground;
        content-align: center middle;
        text-align: center;
    }
    """

    def __init__(self, *, language: str = "en", id: str | None = None) -> None:
        super().__init__(id=id)
        self.language = language

    def render(self) -> RenderResult:
        width, height = self.app.size
        sentence = say(
            "widget.too_small",
            self.language,
            width=width,
            height=height,
            least_width=LEAST_WIDTH,
            least_height=LEAST_HEIGHT,
        )
        return Content(sentence)

    def on_mount(self) -> None:
        self.screen.screen_layout_refresh_signal.subscribe(self, lambda _: self._judge())
        self._judge()

    def _judge(self) -> None:
        self.display = is_too_small(self.app.size)


def covering(screen: Screen[Any], language: str) -> Iterator[TooSmall]:
    """What covers a screen from now on, where its window is too small for the first time."""
    if is_too_small(screen.app.size) and not screen.query(TooSmall):
        yield TooSmall(language=language)
