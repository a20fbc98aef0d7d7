"""The Report (F8): the draft as it reads at this moment, whom it names, and what is missing.

One draft is made at a time, in a thread of its own while the floor goes on, from a copy of the log.
What happens meanwhile is in the next draft, which starts a moment after the last one is finished,
so that a burst of acts costs no more than that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, ClassVar

from msgspec.structs import replace
from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import Worker, WorkerState

from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.meeting.bands import bands_line
from meeting_tui.meeting.entry import Entry
from meeting_tui.report.on_screen import (
    Shown,
    heading_lines,
    listed_parts,
    part_rows,
    strip_line,
    with_next_document,
    with_next_members,
)
from meeting_tui.report.read_model import NAMINGS
from meeting_tui.ui.act_line import ActLine
from meeting_tui.ui.port import Frame
from meeting_tui.ui.screen_keys import report_hints, report_keys_of_empty_line
from meeting_tui.ui.screens.line_list_screen import OF_SCREEN
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.widgets.key_bar import KeyHint
from meeting_tui.ui.widgets.line_list import LineList
from meeting_tui.ui.widgets.paged import Reading
from meeting_tui.ui.widgets.painted import Painted
from meeting_tui.views.columns import Row
from meeting_tui.views.look import Choice
from meeting_tui.views.missing import Lack, Place, lack_of_row, lack_rows, place_of
from meeting_tui.views.pieces import EMPTY, Line
from meeting_tui.words import LANGUAGES

AT_FIRST_SECONDS = 0.02
BETWEEN_SECONDS = 0.4
"""The pause after a draft, or after something happened."""
GROUP = "draft"

MakeDraft = Callable[[Sequence[Entry], SessionFolder, Choice, int], Shown]
"""Makes the draft of these entries, of a session in that folder, so many cells wide."""


class DraftMaking:
    """Makes drafts for a screen as long as it is in view."""

    def __init__(
        self,
        screen: MeetingScreen,
        done: Callable[[Shown], None],
        failed: Callable[[str], None],
    ) -> None:
        """`done` and `failed` (with the reason) are called in the screen's own thread."""
        self._screen = screen
        self._done = done
        self._failed = failed
        self._make: MakeDraft | None = None
        self._wanted: tuple[Choice, int] | None = None
        self._timer: Timer | None = None
        self._is_busy = False

    def want(self, choice: Choice, width: int, *, at_once: bool = False) -> None:
        """Make a draft of this moment, so many cells wide, in a moment or `at_once`."""
        self._wanted = (choice, width)
        if self._is_busy or (self._timer is not None and not at_once):
            return
        if self._timer is not None:
            self._timer.stop()
        wait = AT_FIRST_SECONDS if at_once else BETWEEN_SECONDS
        self._timer = self._screen.set_timer(wait, self._start)

    def heard(self, worker: Worker[Any]) -> None:
        """Called for what happens to the screen's workers."""
        if worker.group != GROUP or worker.state not in (WorkerState.SUCCESS, WorkerState.ERROR):
            return
        self._is_busy = False
        if worker.state is WorkerState.ERROR:
            self._failed(str(worker.error) or type(worker.error).__name__)
        elif worker.result is not None:
            self._done(worker.result)
        if self._wanted is not None:
            self.want(*self._wanted)

    def _start(self) -> None:
        self._timer = None
        if self._wanted is None or not self._screen.is_current:
            return
        # What makes drafts is loaded when the first is wanted, not before the first screen.
        from meeting_tui.ui.drafting import Drafting

        frame = self._screen.frame
        (choice, width), self._wanted = self._wanted, None
        if self._make is None:
            self._make = Drafting(frame.port.desk.intake.directory, frame.language).make
        entries: Sequence[Entry] = tuple(frame.port.desk.intake.meeting.entries)
        make = partial(self._make, entries, frame.port.files.folder, choice, width)
        self._is_busy = True
        self._screen.run_worker(make, thread=True, exit_on_error=False, group=GROUP)


def go_to(frame: Frame, place: Place, told: str) -> None:
    """Show the place, and `told`, what is to be done there."""
    frame.action_show(place.screen)
    # The screen comes into view, and is filled for the first time, in its own turn.
    frame.call_after_refresh(partial(_arrive, frame, place, told))


def _arrive(frame: Frame, place: Place, told: str) -> None:
    shown = frame.shown
    if shown is None or place.screen != shown.MODE:
        return
    if not shown.is_mounted:
        shown.call_after_refresh(partial(_arrive, frame, place, told))
        return
    shown.stand_on(place.subject)
    if place.line and not frame.port.look.is_replay:
        shown.act_line.begin(place.line)
    shown.forget_suggestions()
    frame.tell(told, "info")


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


LOOK = """
ReportScreen #heading { height: 3; background: $surface; padding: 0 0; }
ReportScreen #strip { background: $panel; }
ReportScreen #columns { height: 1fr; layout: vertical; }
ReportScreen #parts_panel { display: none; }
ReportScreen #text_panel { height: 1fr; padding: 0 1; }
ReportScreen #missing_panel { display: none; height: 1fr; }
ReportScreen.-missing #text_panel { display: none; }
ReportScreen.-missing #missing_panel { display: block; }
ReportScreen.-wide #columns, ReportScreen.-huge #columns { layout: horizontal; }
ReportScreen.-wide #strip, ReportScreen.-huge #strip { display: none; }
ReportScreen.-wide #parts_panel, ReportScreen.-huge #parts_panel {
    display: block; width: 34; height: 1fr;
    border: round $border-blurred; border-title-color: $accent;
}
ReportScreen.-huge #parts_panel { width: 44; }
ReportScreen.-wide #text_panel, ReportScreen.-huge #text_panel {
    width: 1fr; border: round $accent; border-title-color: $accent;
    border-subtitle-color: $foreground;
}
ReportScreen.-wide #missing_panel, ReportScreen.-huge #missing_panel {
    width: 1fr; border: round $accent; border-title-color: $accent;
}
ReportScreen.-huge #missing_panel {
    display: block; width: 52; border: round $border-blurred;
}
ReportScreen.-huge.-missing #missing_panel { border: round $accent; }
ReportScreen.-huge.-missing #text_panel { display: block; border: round $border-blurred; }
"""


class ReportScreen(MeetingScreen):
    """The draft, with the keys that change how it is made and lead to what it lacks."""

    MODE = "report"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close_missing", show=False)]
    MAIN = "#parts"

    DEFAULT_CSS = LOOK

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.shown: Shown | None = None
        self.part = 0
        """The place of the part in view among all parts."""
        self._making = DraftMaking(self, self._take, self._tell_failed)

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
        return heading_lines(self.look, self.choice, self.shown, self._is_of_now(), width)

    def _strip(self, width: int) -> Line:
        if self.shown is None:
            return EMPTY
        return strip_line(self.look, self.shown.laid.parts, self.part, width)

    def _width(self) -> int:
        """Cells there are for the text; those of the panel that hides it, while one does."""
        return self.text.content_size.width or self._laid_for() or self.app.size.width - 2

    def _laid_for(self) -> int:
        return self.shown.width if self.shown else 0

    def _is_of_now(self) -> bool:
        entries = len(self.port.desk.intake.meeting.entries)
        shown = self.shown
        return shown is not None and (shown.entries, shown.choice) == (entries, self.choice)

    def keys_of_empty_line(self) -> dict[str, str]:
        own = report_keys_of_empty_line(self.frame.own_keys.values())
        return {**super().keys_of_empty_line(), **own}

    def key_hints(self) -> list[KeyHint]:
        frame = self.frame
        own = report_hints(frame.say, is_open=self.is_open, is_replay=self.look.is_replay)
        return [*own, *super().key_hints()]

    def on_act_line_key_pressed(self, message: ActLine.KeyPressed) -> None:
        if message.act.startswith(OF_SCREEN):
            message.prevent_default()
            message.stop()
            self.call_later(self.run_action, message.act)

    def on_line_list_selected(self, message: LineList.Selected) -> None:
        message.stop()
        if message.line_list is self.missing:
            self._go_to_lack()

    def action_choose_naming(self, step: int) -> None:
        """The report names all, nobody but counted, or nobody; `step` -1 goes back."""
        at = NAMINGS.index(self.choice.naming)
        self._choose(replace(self.choice, naming=NAMINGS[(at + step) % len(NAMINGS)]))

    def action_choose_language(self, step: int) -> None:
        """The report is in the next language."""
        at = LANGUAGES.index(self.choice.language)
        self._choose(replace(self.choice, language=LANGUAGES[(at + step) % len(LANGUAGES)]))

    def action_choose_document(self) -> None:
        """Show the Chair's report, or the secretariat's annex."""
        self._choose(with_next_document(self.choice))

    def action_choose_members(self) -> None:
        """Count other members of groups behind their statements: none, those present, all."""
        self._choose(with_next_members(self.choice))

    def _choose(self, choice: Choice) -> None:
        self.frame.choose_report(choice)
        self.want(at_once=True)
        self._redraw()

    def action_jump(self, step: int) -> None:
        """To the next part, or (`step` -1) the one before; or through what is missing."""
        if self.is_open:
            self.missing.move(step)
        elif self.shown is not None:
            self.parts.move(step)

    def action_edge(self, side: int) -> None:
        """To the first part or the last."""
        (self.missing if self.is_open else self.parts).action_edge(side)

    def action_turn(self, step: int) -> None:
        """Turns the page."""
        if self.is_open:
            self.missing.action_page(step)
        else:
            self.text.turn(step)

    def action_choose(self) -> None:
        """Enter: what is missing; there, to where it is put right."""
        if self.is_open:
            self._go_to_lack()
            return
        self.add_class(OPEN)
        self.show_keys()

    def action_tick(self) -> None:
        """What is missing under the cursor is ticked off the checklist: it stays as it is."""
        frame = self.frame
        if frame.port.refuses():
            return
        lack = self._lack_here() if self.is_open else None
        if lack is None or not lack.id:
            frame.tell(frame.say("preview.tick_where"), "refusal")
            return
        frame.submit(f"tick {lack.id}")

    def action_close_missing(self) -> None:
        """Escape: back to the text; in a line with text it leaves everything as it is."""
        if self.is_open and not self.act_line.value:
            self.remove_class(OPEN)
            self.call_after_refresh(self._refit)
            self.show_keys()

    def action_begin_bands(self) -> None:
        """Write the words the report counts with into the line, to be changed there."""
        frame = self.frame
        if frame.port.refuses():
            return
        self.act_line.begin(f"bands {bands_line(self.look.state.bands)}")
        self.forget_suggestions()
        frame.tell(frame.say("preview.bands_how"), "info")

    def action_begin_export(self) -> None:
        """Write the line that exports the report as it is shown."""
        self.app.call_later(self.app.run_action, "app.export_report")

    def _go_to_lack(self) -> None:
        lack = self._lack_here()
        if lack is None:
            return
        meeting = self.port.desk.intake.meeting
        place = place_of(lack, meeting.state, meeting.entries)
        if place is None:
            self.frame.tell(lack.text, "info")
        else:
            go_to(self.frame, place, lack.text)

    def _lack_here(self) -> Lack | None:
        """What is missing under the cursor."""
        found = self.shown.lacks if self.shown else ()
        return lack_of_row(found, self.missing.cursor_key)
