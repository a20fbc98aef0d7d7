"""The Floor (F2): who speaks and for how long, who comes next and when, when it all ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.widget import Widget

from meeting_tui.ui.port import Frame
from meeting_tui.ui.screens.meeting_screen import AgendaPanel, MeetingScreen
from meeting_tui.ui.widgets.line_list import BESIDES, LineList
from meeting_tui.ui.widgets.painted import Fitted, Painted, Ticking
from meeting_tui.views.agenda_column import agenda_cells, draw_agenda, longest_title, whole_rows
from meeting_tui.views.clock import ClockFace, clock_lines, until_next_look
from meeting_tui.views.floor import face, is_beginning, speaker_lines
from meeting_tui.views.pieces import Line, Piece, wrap_indented
from meeting_tui.views.timekeeper import decision_lines, one_line, panel
from meeting_tui.views.waiting import (
    draw_waiting,
    heading_line,
    lanes_lines,
    waiting_rows,
)

AGENDA_EDGES, AGENDA_ABOVE_BELOW = 2 + BESIDES, 6
"""Cells of the agenda that are not its rows': its border, the marks of a list; and lines that are
not: border, top line, message, input and keys."""


class FloorScreen(MeetingScreen):
    """The centre of the program."""

    MODE = "floor"
    MAIN = "#waiting"
    SHOWN_ACTS = ("next", "yield", "pause", "extend", "order", "withdraw", "undo")

    # What only holds others is not painted below them: that was a quarter of painting all.
    DEFAULT_CSS = """
    FloorScreen #columns > *, FloorScreen #centre > * { visibility: visible; }
    FloorScreen #columns, FloorScreen #centre { visibility: hidden; }
    FloorScreen #floor { height: auto; border: round $accent; border-title-color: $accent; }
    FloorScreen #queue, FloorScreen #agenda, FloorScreen #timekeeper {
        height: 1fr; border: round $border-blurred; border-title-color: $accent;
    }
    FloorScreen #timekeeper { width: 29; padding: 0 1; }
    FloorScreen.-huge #timekeeper { width: 40; }
    FloorScreen #speaker { height: 2; }
    FloorScreen #clock { height: 4; padding: 0 1; }
    FloorScreen.-tall #clock { height: 6; }
    FloorScreen #list_heading { background: $surface; }
    FloorScreen #advice, FloorScreen #one_line { display: none; }
    FloorScreen.-narrow #one_line { display: block; }
    FloorScreen.-narrow #floor, FloorScreen.-narrow #queue { border: none; }
    FloorScreen.-narrow #agenda, FloorScreen.-narrow #timekeeper { display: none; }
    """

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._is_chosen = False
        """Whether somebody moved the cursor; else it stays on the one who is next."""
        self._spoke = 0
        """How many had spoken when the screen was last filled."""
        self._agenda_for: Size | None = None
        """The size of the screen that the agenda was filled for."""
        self._decision_rows = 0
        """So many lines were needed since something happened."""

    def compose_body(self) -> Iterable[Widget]:
        agenda = LineList(draw_agenda, id="agenda")
        agenda.can_focus = False
        agenda.border_title = self.frame.say("screen.title_agenda")
        timekeeper = Painted(lambda width, _: panel(self.look, width), id="timekeeper")
        timekeeper.border_title = self.frame.say("screen.title_timekeeper")
        speaker = Fitted(lambda width, _: self._speaker(width), id="speaker")
        clock = Ticking(
            lambda width, height: clock_lines(self._face, width, height, self.frame.language),
            until_next=lambda: until_next_look(self._face),
            id="clock",
        )
        floor = Vertical(speaker, clock, id="floor")
        floor.border_title = self.frame.say("screen.title_floor")
        waiting = LineList(draw_waiting, id="waiting")
        waiting.can_focus = False
        narrow = self._parts_of_narrow(waiting) if self._is_narrow else ()
        queue = Vertical(
            Painted(lambda width, _: [self._list_heading(width)], id="list_heading"),
            waiting,
            *narrow[:1],
            Fitted(lambda width, _: lanes_lines(self.look, width), id="lanes"),
            id="queue",
        )
        queue.border_title = self.frame.say("screen.title_list")
        centre = Vertical(floor, queue, *narrow[1:], id="centre")
        yield Horizontal(agenda, centre, timekeeper, id="columns")

    @property
    def _is_narrow(self) -> bool:
        """Whether what elsewhere stands at the sides has its place in the middle."""
        return "-narrow" in self.classes

    def _parts_of_narrow(self, waiting: LineList[Any]) -> tuple[AgendaPanel, Fitted, Painted]:
        """What is made once a screen is narrow: the agenda, the forecast in a line, the advice."""
        return (
            AgendaPanel(lambda: self.look, waiting),
            Fitted(
                lambda width, _: wrap_indented(one_line(self.look, width), width), id="one_line"
            ),
            Painted(lambda width, _: decision_lines(self.look, width), id="advice"),
        )

    def _make_narrow(self) -> None:
        if self._is_narrow and not self.query(AgendaPanel):
            agenda, *below = self._parts_of_narrow(self.query_one("#waiting", LineList))
            self.query_one("#queue").mount(agenda, before="#lanes")
            self.query_one("#centre").mount(*below)

    def show_state(self) -> None:
        with self.panel("#agenda"):
            self._show_agenda()
        self._follow_floor()
        self.query_one("#clock", Ticking).tick()
        self._show_figures(is_new=True)

    def show_at_once(self) -> Sequence[Widget]:
        speaker, clock = self.query_one("#speaker", Painted), self.query_one("#clock", Ticking)
        speaker.redraw()
        clock.tick()
        return speaker, clock

    def on_resize(self) -> None:
        self.call_after_refresh(self._agenda_resized)

    def _agenda_resized(self) -> None:
        """The list has its height now: what was filled for that size needs no more than to move."""
        if self.app.size == self._agenda_for:
            self._follow_item()
            return
        self._show_agenda()
        self._show_figures()

    def _show_agenda(self, *, follows: bool = True) -> None:
        """The agenda, as wide as its longest title where the names leave it room.

        `follows`: the open item is brought into sight; the time alone moves nothing.
        """
        look, size = self.look, self.app.size
        (width, height), self._agenda_for = size, size
        agenda = self.query_one("#agenda", LineList)
        cells = agenda_cells(width, longest_title(look) + AGENDA_EDGES)
        if agenda.styles.width is None or agenda.styles.width.value != cells:
            agenda.styles.width = cells
        agenda.set_rows(whole_rows(look, cells - AGENDA_EDGES, height - AGENDA_ABOVE_BELOW))
        if follows:
            self._follow_item()

    def _follow_item(self) -> None:
        item = self.look.state.item
        if item:
            self.query_one("#agenda", LineList).keep_visible(f"item {item}")

    def _follow_floor(self) -> None:
        """To the one who is next, whenever the floor goes to somebody else."""
        spoke, self._spoke = self._spoke, len(self.look.state.interventions)
        if spoke != self._spoke:
            self._is_chosen = False

    def idle_text(self) -> str:
        return ""  # what to do next is said where the speaker's name would be

    def show_moment(self) -> None:
        with self.panel("#agenda"):
            self._show_agenda(follows=False)
        self._show_figures()

    def _show_figures(self, *, is_new: bool = False) -> None:
        """`is_new`: something happened; the time alone takes no line from what is shown."""
        waiting = self.query_one("#waiting", LineList)
        waiting.set_rows(waiting_rows(self.look))
        if not self._is_chosen:
            waiting.action_edge(-1)
        self._make_narrow()
        for agenda in self.query(AgendaPanel):
            self._show_in_narrow(agenda, is_alone=not waiting.rows, is_new=is_new)
        for name in ("#speaker", "#list_heading", "#lanes", "#timekeeper"):
            self.query_one(name, Painted).redraw()

    def _show_in_narrow(self, agenda: AgendaPanel, *, is_alone: bool, is_new: bool) -> None:
        has_begun = self.look.state.item is not None and not is_beginning(self.look)
        agenda.show_or_hide(self._is_narrow and is_alone and not has_begun)
        decide = self.query_one("#advice", Painted)
        rows = len(decision_lines(self.look, self.size.width))
        if is_new:
            self._decision_rows = 0
        rows = self._decision_rows = max(rows, self._decision_rows)
        decide.display = self._is_narrow and rows > 0
        decide.styles.height = max(rows, 1)
        decide.redraw()
        self.query_one("#one_line", Painted).redraw()

    @property
    def _face(self) -> ClockFace | None:
        return face(self.look, self.port.pace)

    def _speaker(self, width: int) -> list[Line]:
        return speaker_lines(self.look, width, rows=2 if "-tall" in self.classes else 1)

    def _list_heading(self, width: int) -> Line:
        return (Piece(" "), *heading_line(self.look, width - BESIDES))

    @property
    def chosen(self) -> str | None:
        """The inscription the cursor of the waiting list is on."""
        return self.query_one("#waiting", LineList).cursor_key

    def key_up(self) -> None:
        self.query_one("#waiting", LineList).move(-1)

    def key_down(self) -> None:
        self.query_one("#waiting", LineList).move(1)

    def on_line_list_highlighted(self, message: LineList.Highlighted) -> None:
        """A row chosen by key or click is kept; on the first the list follows who is next."""
        message.stop()
        rows = message.line_list.rows
        self._is_chosen = bool(rows) and message.line_list.cursor_key != rows[0].key
