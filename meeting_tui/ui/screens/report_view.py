"""What the Report screen shows: whom it names, what is missing, the parts, and the text to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import events
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.worker import Worker

from meeting_tui.report.on_screen import (
    Choice,
    Shown,
    heading_lines,
    listed_parts,
    part_rows,
    strip_line,
)
from meeting_tui.ui.draft_making import DraftMaking
from meeting_tui.ui.port import Frame
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.widgets.line_list import LineList
from meeting_tui.ui.widgets.paged import Reading
from meeting_tui.ui.widgets.painted import Painted
from meeting_tui.views.columns import Row
from meeting_tui.views.missing import lack_rows
from meeting_tui.views.pieces import EMPTY, Line

OPEN = "-missing"
"""What is missing stands in place of the text, or has the cursor beside it."""


def _as_made(row: Row[Line], width: int, has_cursor: bool) -> Line:
    return row.content


class Lacks(LineList[Line]):
    """What is missing; it is made anew in the width it gets."""

    def __init__(
        self, draw: Callable[[Row[Line], int, bool], Line], fitted: Callable[[], None]
    ) -> None:
        """`fitted` is called once it knows how wide it is."""
        super().__init__(draw, id="missing")
        self._fitted = fitted

    def on_resize(self, event: events.Resize) -> None:
        # Textual calls the handler of the list itself too.
        self._fitted()


class ReportView(MeetingScreen):
    """The draft as it will read, made anew whenever something happened."""

    DEFAULT_CSS = """
    ReportView #heading { height: 3; background: $surface; padding: 0 0; }
    ReportView #strip { background: $panel; }
    ReportView #columns { height: 1fr; layout: vertical; }
    ReportView #parts_panel { display: none; }
    ReportView #text_panel { height: 1fr; padding: 0 1; }
    ReportView #missing_panel { display: none; height: 1fr; }
    ReportView.-missing #text_panel { display: none; }
    ReportView.-missing #missing_panel { display: block; }
    ReportView.-wide #columns, ReportView.-huge #columns { layout: horizontal; }
    ReportView.-wide #strip, ReportView.-huge #strip { display: none; }
    ReportView.-wide #parts_panel, ReportView.-huge #parts_panel {
        display: block; width: 34; height: 1fr;
        border: round $border-blurred; border-title-color: $accent;
    }
    ReportView.-huge #parts_panel { width: 44; }
    ReportView.-wide #text_panel, ReportView.-huge #text_panel {
        width: 1fr; border: round $accent; border-title-color: $accent;
        border-subtitle-color: $foreground;
    }
    ReportView.-wide #missing_panel, ReportView.-huge #missing_panel {
        width: 1fr; border: round $accent; border-title-color: $accent;
    }
    ReportView.-huge #missing_panel {
        display: block; width: 52; border: round $border-blurred;
    }
    ReportView.-huge.-missing #missing_panel { border: round $accent; }
    ReportView.-huge.-missing #text_panel { display: block; border: round $border-blurred; }
    """

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.shown: Shown | None = None
        self.part = 0
        """The place of the part in view among all parts."""
        self._making = DraftMaking(self, self._take, self._tell_failed)

    MAIN = "#parts"

    def compose_body(self) -> Iterable[Widget]:
        say = self.frame.say
        yield Painted(lambda width, _: self._heading(width), id="heading")
        yield Painted(lambda width, _: [self._strip(width)], id="strip")
        parts: LineList[Line] = LineList(_as_made, id="parts")
        missing = Lacks(_as_made, self._show_missing)
        parts.can_focus = missing.can_focus = False
        of_parts = Vertical(parts, id="parts_panel")
        of_parts.border_title = say("preview.title_parts")
        of_missing = Vertical(missing, id="missing_panel")
        of_missing.border_title = say("preview.title_missing")
        text = Vertical(Reading(id="text"), id="text_panel")
        yield Container(of_parts, text, of_missing, id="columns")

    @property
    def text(self) -> Reading:
        """The draft."""
        return self.query_one("#text", Reading)

    @property
    def parts(self) -> LineList[Line]:
        """What one may jump to."""
        return self.query_one("#parts", LineList)

    @property
    def missing(self) -> LineList[Line]:
        """What is missing."""
        return self.query_one("#missing", LineList)

    @property
    def is_open(self) -> bool:
        """Whether the keys move through what is missing."""
        return self.has_class(OPEN)

    @property
    def choice(self) -> Choice:
        """How the report is to be."""
        return self.frame.report_choice

    def show_state(self) -> None:
        self.want()
        self._redraw()

    def on_resize(self) -> None:
        self.call_after_refresh(self._refit)

    def on_worker_state_changed(self, message: Worker.StateChanged) -> None:
        self._making.heard(message.worker)

    def want(self, *, at_once: bool = False) -> None:
        """Have the draft made if the one that is shown is not of this moment, choice and width."""
        if not self._is_of_now() or self._width() != self._laid_for():
            at_once = at_once or self.shown is None
            self._making.want(self.choice, self._width(), at_once=at_once)

    def go_to_part(self, part: int) -> None:
        """Shows a part from its heading on."""
        if self.shown is None or part == self.part:
            return
        self.part = part
        self.text.go(self.shown.laid.parts[part].line)
        self._redraw()

    def on_reading_moved(self, message: Reading.Moved) -> None:
        """Another part may be in view; after a jump it is the one jumped to."""
        message.stop()
        if self.shown is None:
            return
        laid = self.shown.laid
        start = laid.parts[self.part].line
        if not message.first <= start < self.text.last:
            self.part = laid.part_at(message.first)
            self._highlight()
        self._redraw()

    def on_line_list_highlighted(self, message: LineList.Highlighted) -> None:
        message.stop()
        key = self.parts.cursor_key
        if message.line_list is self.parts and key and key != self._listed_part():
            self.go_to_part(int(key.removeprefix("part ")))

    def _take(self, shown: Shown) -> None:
        """Shows a draft that was made, where one was reading."""
        before, first = self.shown, self.text.first
        self.shown = shown
        if before is not None:
            first = before.laid.same_place(shown.laid, first)
        self.part = shown.laid.part_at(first)
        self.text.show(shown.laid.lines, first)
        self.parts.set_rows(part_rows(shown.laid.parts))
        self._highlight()
        self._show_missing()
        self._redraw()

    def _tell_failed(self, reason: str) -> None:
        told = self.frame.say("preview.failed", reason=reason)
        self.frame.tell(told, "refusal")

    def _highlight(self) -> None:
        """The cursor of the parts stands on the part in view, or on the one it is set below."""
        self.parts.highlight(self._listed_part())

    def _listed_part(self) -> str:
        """The row of the parts that stands for the part in view."""
        parts = self.shown.laid.parts if self.shown else ()
        places = [number for number, _ in listed_parts(parts) if number <= self.part]
        return f"part {places[-1] if places else 0}"

    def _show_missing(self) -> None:
        width = self.missing.row_width
        if self.shown is None or width <= 0:
            return  # made once it has a place
        self.missing.set_rows(lack_rows(self.shown.lacks, self.frame.language, width))

    def _refit(self) -> None:
        self.want(at_once=True)
        self._show_missing()
        self._redraw()

    def _redraw(self) -> None:
        for name in ("#heading", "#strip"):
            self.query_one(name, Painted).redraw()
        panel = self.query_one("#text_panel", Vertical)
        if self.shown is None:
            return
        laid = self.shown.laid
        title = Content(laid.parts[self.part].title)
        if panel.border_title != title.markup:
            panel.border_title = title
        first, last = self.text.first + 1, self.text.last
        told = self.frame.say("preview.pages", first=first, last=last, count=len(laid.lines))
        if panel.border_subtitle != told:
            panel.border_subtitle = told

    def _heading(self, width: int) -> list[Line]:
        return heading_lines(self.glance, self.choice, self.shown, self._is_of_now(), width)

    def _strip(self, width: int) -> Line:
        if self.shown is None:
            return EMPTY
        return strip_line(self.glance, self.shown.laid.parts, self.part, width)

    def _width(self) -> int:
        """Cells there are for the text; those of the panel that hides it, while one does."""
        return self.text.content_size.width or self._laid_for() or self.app.size.width - 2

    def _laid_for(self) -> int:
        return self.shown.width if self.shown else 0

    def _is_of_now(self) -> bool:
        entries = len(self.port.desk.table.meeting.entries)
        shown = self.shown
        return shown is not None and (shown.entries, shown.choice) == (entries, self.choice)
