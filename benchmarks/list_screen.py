"""A screen with one long list and nothing else: ours, or Textual's OptionList.

`python -m benchmarks.list_screen ours|options ROWS`; `c` changes the row under the cursor.
"""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.widgets import OptionList

from meeting_tui.ui.widgets.line_list import LineList
from meeting_tui.views.columns import Row
from meeting_tui.views.pieces import Line, line

NAME = "Delegation number {n:05d}   State Party   3:00   {times}x"


def _draw(row: Row[str], width: int, has_cursor: bool) -> Line:
    return line(row.content)


class OurList(App[None]):
    """Rows in a `LineList`."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = [Row(str(n), NAME.format(n=n, times=0)) for n in range(rows)]
        self._changes = 0

    def compose(self) -> ComposeResult:
        yield LineList(_draw)

    def on_mount(self) -> None:
        self.query_one(LineList).set_rows(self._rows)
        self.query_one(LineList).focus()

    def key_c(self) -> None:
        """Change the row under the cursor."""
        lines = self.query_one(LineList)
        at = int(lines.cursor_key or 0)
        self._changes += 1
        self._rows[at] = Row(str(at), NAME.format(n=at, times=self._changes))
        lines.set_rows(self._rows)


class TextualList(App[None]):
    """The same rows in Textual's own list."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._names = [NAME.format(n=n, times=0) for n in range(rows)]
        self._changes = 0

    def compose(self) -> ComposeResult:
        yield OptionList(*self._names, markup=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).highlighted = 0

    def key_c(self) -> None:
        """Change the row under the cursor."""
        options = self.query_one(OptionList)
        at = options.highlighted or 0
        self._changes += 1
        options.replace_option_prompt_at_index(at, NAME.format(n=at, times=self._changes))


if __name__ == "__main__":
    {"ours": OurList, "options": TextualList}[sys.argv[1]](int(sys.argv[2])).run()
