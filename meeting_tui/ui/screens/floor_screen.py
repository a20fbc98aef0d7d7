"""The Floor (F2): who speaks and for how long, who comes next and when, when it all ends."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from meeting_tui.ui.presentation.agenda_column import agenda_rows, draw_agenda
from meeting_tui.ui.presentation.speaker import face, speaker_lines
from meeting_tui.ui.presentation.timekeeper import decision_lines, one_line, panel
from meeting_tui.ui.presentation.waiting import (
    draw_waiting,
    heading_line,
    lanes_line,
    waiting_rows,
)
from meeting_tui.ui.screens.agenda_panel import AgendaPanel
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.widgets.clock import FloorClock
from meeting_tui.ui.widgets.line_list import BESIDES, LineList
from meeting_tui.ui.widgets.painted import Painted
from meeting_tui.ui.widgets.pieces import Line, Piece


class FloorScreen(MeetingScreen):
    """The centre of the program."""

    MODE = "floor"
    SHOWN_ACTS = ("next", "yield", "pause", "extend", "order", "withdraw", "undo")

    DEFAULT_CSS = """
    FloorScreen #speaker { height: 2; }
    FloorScreen #clock { height: 4; padding: 0 1; }
    FloorScreen #floor { height: auto; }
    FloorScreen #advice { display: none; height: 1; }
    FloorScreen #list_heading { background: $surface; }
    FloorScreen #agenda, FloorScreen #timekeeper { display: none; }
    FloorScreen #columns { height: 1fr; }
    FloorScreen #centre { width: 1fr; height: 1fr; }
    FloorScreen.-wide #agenda,
    FloorScreen.-huge #agenda {
        display: block; width: 28; height: 1fr;
        border: round $border-blurred; border-title-color: $accent;
    }
    FloorScreen.-wide #timekeeper,
    FloorScreen.-huge #timekeeper {
        display: block; width: 30; height: 1fr; padding: 0 1;
        border: round $border-blurred; border-title-color: $accent;
    }
    FloorScreen.-wide #one_line,
    FloorScreen.-huge #one_line { display: none; }
    FloorScreen.-wide #floor,
    FloorScreen.-huge #floor { border: round $accent; border-title-color: $accent; }
    FloorScreen.-wide #queue,
    FloorScreen.-huge #queue {
        border: round $border-blurred; border-title-color: $accent;
    }
    FloorScreen.-huge #agenda { width: 44; }
    FloorScreen.-huge #timekeeper { width: 40; }
    FloorScreen.-tall #clock { height: 6; }
    FloorScreen #queue { height: 1fr; }
    """

    def compose_body(self) -> Iterable[Widget]:
        agenda = LineList(draw_agenda, id="agenda")
        agenda.can_focus = False
        agenda.border_title = self.meeting_app.say("screen.title_agenda")
        timekeeper = Painted(lambda width, _: panel(self.glance, width), id="timekeeper")
        timekeeper.border_title = self.meeting_app.say("screen.title_timekeeper")
        speaker = Painted(lambda width, _: speaker_lines(self.glance, width), id="speaker")
        clock = FloorClock(
            lambda: face(self.glance, self.meeting_app.pace),
            language=self.meeting_app.language,
            id="clock",
        )
        floor = Vertical(speaker, clock, id="floor")
        floor.border_title = self.meeting_app.say("screen.title_floor")
        waiting = LineList(draw_waiting, id="waiting")
        waiting.can_focus = False
        queue = Vertical(
            Painted(lambda width, _: [self._list_heading(width)], id="list_heading"),
            waiting,
            AgendaPanel(lambda: self.glance, waiting),
            Painted(lambda *_: [lanes_line(self.glance)], id="lanes"),
            id="queue",
        )
        queue.border_title = self.meeting_app.say("screen.title_list")
        one = Painted(lambda *_: [one_line(self.glance)], id="one_line")
        decide = Painted(lambda width, _: decision_lines(self.glance, width), id="advice")
        centre = Vertical(floor, queue, one, decide, id="centre")
        yield Horizontal(agenda, centre, timekeeper, id="columns")

    def show_state(self) -> None:
        glance = self.glance
        self.query_one("#agenda", LineList).set_rows(agenda_rows(glance))
        if glance.state.item:
            self.query_one("#agenda", LineList).keep_visible(f"item {glance.state.item}")
        self.query_one("#clock", FloorClock).tick()
        self._show_figures()

    def idle_text(self) -> str:
        return ""  # what to do next is said where the speaker's name would be

    def show_moment(self) -> None:
        self._show_figures()

    def _show_figures(self) -> None:
        waiting = self.query_one("#waiting", LineList)
        waiting.set_rows(waiting_rows(self.glance))
        is_alone = "-narrow" in self.classes  # elsewhere the agenda stands beside the list
        self.query_one(AgendaPanel).show_or_hide(is_empty=is_alone and not waiting.rows)
        decide = self.query_one("#advice", Painted)
        rows = len(decision_lines(self.glance, self.size.width))
        decide.display = "-narrow" in self.classes and rows > 0
        decide.styles.height = max(rows, 1)
        for name in ("#speaker", "#list_heading", "#lanes", "#one_line", "#timekeeper", "#advice"):
            self.query_one(name, Painted).redraw()

    def _list_heading(self, width: int) -> Line:
        return (Piece(" "), *heading_line(self.glance, width - BESIDES))

    @property
    def chosen(self) -> str | None:
        """The inscription the cursor of the waiting list is on."""
        return self.query_one("#waiting", LineList).cursor_key

    def key_up(self) -> None:
        self.query_one("#waiting", LineList).move(-1)

    def key_down(self) -> None:
        self.query_one("#waiting", LineList).move(1)
