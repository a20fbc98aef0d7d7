"""The Help (F1 or `?`): every key and every act, searchable, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.widget import Widget

from meeting_tui.text import fold
from meeting_tui.ui.help_lines import help_entries, help_rows
from meeting_tui.ui.port import Frame
from meeting_tui.ui.screens.line_list_screen import LineListScreen
from meeting_tui.ui.widgets.line_list import LineList
from meeting_tui.ui.widgets.painted import Painted
from meeting_tui.views.columns import Row
from meeting_tui.views.pieces import Line, Piece, sides

LEAST_WIDTH = 40


def _as_made(row: Row[Line], width: int, has_cursor: bool) -> Line:
    return row.content


class HelpScreen(LineListScreen):
    """The acts, grouped; made from the registries, so it promises nothing that is not there."""

    MODE = "help"

    DEFAULT_CSS = """
    HelpScreen #help_line, HelpScreen #help_how { background: $surface; }
    HelpScreen #lines { padding: 0 0; }
    """

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.found = ""
        self.shown = self.count = 0

    def compose_body(self) -> Iterable[Widget]:
        yield Painted(lambda width, _: [self._help_line(width)], id="help_line")
        lines: LineList[Line] = LineList(_as_made, id="lines")
        lines.can_focus = False
        yield lines
        yield Painted(lambda *_: [self._how_line()], id="help_how")

    def placeholder(self) -> str:
        """What the empty input line says."""
        return self.frame.say("record.placeholder_help")

    def show_state(self) -> None:
        """The acts are always the same; their rows depend on the width."""
        frame = self.frame
        entries = help_entries(frame.own_keys, self.glance.state.rules, frame.language)
        entries = list(frame.port.help(entries))
        words = [fold(word) for word in self.found.split()]
        self.shown, self.count = sum(each.fits(words) for each in entries), len(entries)
        width = max(self.line_list.row_width, LEAST_WIDTH)
        self.line_list.set_rows(help_rows(entries, words, frame.language, width))
        self.query_one("#help_line", Painted).redraw()

    def find(self, typed: str) -> bool:
        """Show the acts with these words."""
        self.found = typed
        self.show_state()
        return True

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(self.refresh_all)

    def action_leave_find(self) -> None:
        """Escape: show every act again, then go back to the previous screen."""
        if self.found:
            self.find("")
        else:
            self.frame.action_return()

    def _help_line(self, width: int) -> Line:
        frame = self.frame
        if self.found:
            key = "record.help_found" if self.shown else "record.help_nothing"
            told = frame.say(key, shown=self.shown, count=self.count)
            words = Piece(f"  {frame.say('record.filter', words=self.found)}", "accent")
            ends = Piece(f"{frame.say('record.filter_ends')} ", "muted")
            return sides((Piece(f" {told}", "strong"), words), (ends,), width)
        title = Piece(f" {frame.say('record.help_title', count=self.count)}", "strong")
        return sides((title,), (Piece(f"{frame.say('record.help_back')} ", "muted"),), width)

    def _how_line(self) -> Line:
        return (Piece(f" {self.frame.say('record.help_how')}", "muted"),)
