"""The Record (F6): everything that happened, newest at the bottom, to look up and to put right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.containers import Container, Vertical
from textual.widget import Widget

from meeting_tui.meeting.entry import Entry
from meeting_tui.ui.port import Frame
from meeting_tui.ui.screens.line_list_screen import LineListScreen
from meeting_tui.ui.widgets.key_bar import KeyHint
from meeting_tui.ui.widgets.line_list import LineList
from meeting_tui.ui.widgets.painted import Painted
from meeting_tui.ui.widgets.typed_line import Complete, Completion
from meeting_tui.views.pieces import Line, Piece
from meeting_tui.views.record import (
    FILTERS,
    RecordBook,
    RecordFilter,
    RecordRow,
    draw_record,
    read_filter,
    record_heading,
    record_line,
)
from meeting_tui.views.record_detail import detail_lines, offer


class RecordScreen(LineListScreen):
    """The log as lines, with a filter and one event in full beside it."""

    MODE = "record"
    SHOWN_ACTS = ("undo", "redo")
    FILTERS = tuple(FILTERS)

    DEFAULT_CSS = """
    RecordScreen #panes { layout: vertical; height: 1fr; }
    RecordScreen #log { width: 1fr; height: 1fr; }
    RecordScreen #log_heading { background: $surface; }
    RecordScreen #detail { display: none; width: 1fr; padding: 0 1; }
    RecordScreen.-tall #detail {
        display: block; height: 11;
        border: round $border-blurred; border-title-color: $accent;
    }
    RecordScreen.-wide #panes, RecordScreen.-huge #panes { layout: horizontal; }
    RecordScreen.-wide #detail, RecordScreen.-huge #detail {
        display: block; width: 42; height: 1fr;
        border: round $border-blurred; border-title-color: $accent;
    }
    RecordScreen.-wide #log, RecordScreen.-huge #log {
        border: round $accent; border-title-color: $accent;
    }
    RecordScreen.-huge #detail { width: 64; }
    """

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.book = RecordBook()
        self.filter = RecordFilter()

    def compose_body(self) -> Iterable[Widget]:
        lines: LineList[RecordRow] = LineList(draw_record, id="lines")
        lines.can_focus = False
        log = Vertical(
            Painted(lambda width, _: [self._record_line(width)], id="record_line"),
            Painted(lambda *_: [self._heading()], id="log_heading"),
            lines,
            id="log",
        )
        log.border_title = self.frame.say("record.title_list")
        detail = Painted(lambda width, _: self._detail(width), id="detail")
        detail.border_title = self.frame.say("record.title_detail")
        yield Container(log, detail, id="panes")

    def completer(self) -> Complete:
        """As on other lists; what Enter is offered for is not completed to something else."""
        others = super().completer()

        def complete(line: str, caret: int) -> Sequence[Completion]:
            return () if line in ("undo", "redo") else others(line, caret)

        return complete

    def key_hints(self) -> list[KeyHint]:
        """What Enter does on the event, then as on every screen."""
        label = self.frame.say("record.enter_hint")
        return [KeyHint("Enter", label, "screen.choose", True, 99), *super().key_hints()]

    def show_state(self) -> None:
        entries = self.port.desk.intake.meeting.entries
        if len(entries) < len(self.book.entries):
            self.book = RecordBook(self.book)  # a replay went back
        self.book.follow(self.look, entries)
        self._show_rows()

    def find(self, typed: str) -> bool:
        """Show the events with these words or of this sort."""
        found = read_filter(typed)
        if isinstance(found, str):
            filters = ", ".join(FILTERS)
            refusal = self.frame.say("record.no_such_filter", typed=found, filters=filters)
            self.frame.tell(refusal, "refusal")
            return False
        self.filter = found
        self._show_rows()
        return True

    def action_choose(self) -> None:
        """Enter: begin the line that does what can be done about the event."""
        entry = self._chosen
        if entry is None:
            return
        frame = self.frame
        if frame.port.goes_to(entry.at):
            return
        offered = offer(self.look, frame.port.desk.intake.meeting, self.book, entry)
        if offered.line:
            self.act_line.begin(offered.line)
        self.forget_suggestions()
        frame.tell(offered.sentence, "info")

    def on_line_list_selected(self, message: LineList.Selected) -> None:
        message.stop()
        self.action_choose()

    def on_line_list_highlighted(self, message: LineList.Highlighted) -> None:
        message.stop()
        self.query_one("#detail", Painted).redraw()

    @property
    def _chosen(self) -> Entry | None:
        return self.book.entry(self.line_list.cursor_key)

    def _show_rows(self) -> None:
        """The rows that fit; the cursor follows the newest unless somebody took it elsewhere."""
        lines = self.line_list
        newest = lines.rows[-1].key if lines.rows else None
        follows = lines.cursor_key in (None, newest)
        rows = self.book.with_days(self.filter.shown(self.book))
        lines.set_rows(rows)
        if follows and rows:
            lines.highlight(rows[-1].key)
        for name in ("#record_line", "#log_heading", "#detail"):
            self.query_one(name, Painted).redraw()

    def _record_line(self, width: int) -> Line:
        shown = sum(row.can_select for row in self.line_list.rows)
        log = str(self.port.files.folder.database)
        return record_line(self.look, len(self.book.rows), shown, self.filter, log, width)

    def _heading(self) -> Line:
        return (Piece(" "), *record_heading(self.look, self.line_list.row_width))

    def _detail(self, width: int) -> Sequence[Line]:
        entry = self._chosen
        return detail_lines(self.look, self.book, entry, width) if entry else ()
