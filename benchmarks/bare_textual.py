"""The least a Textual program can be: one line of text. What ours is measured against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static

MARKER = "a bare screen"


class BareApp(App[None]):
    """One line."""

    def compose(self) -> ComposeResult:
        yield Static(MARKER)


if __name__ == "__main__":
    BareApp().run()
