"""What the Notes screen shows around its input line; each part repaints only what changed in it."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical

from meeting_tui.ui.act_line import ActLine
from meeting_tui.ui.widgets.painted import Fitted, Painted, Ticking
from meeting_tui.views.clock import ClockFace, clock_lines, until_next_look
from meeting_tui.views.floor import ACT_MARK, agenda_lines, face, is_beginning, speaker_lines
from meeting_tui.views.look import Look
from meeting_tui.views.note_correcting import point_in
from meeting_tui.views.notes import (
    around_line,
    asked_lines,
    compact_rows,
    correcting_said,
    item_shown,
    lead_line,
    points_shown,
    question_lines,
    question_rows,
    questions_of,
    target_lines,
    who_line,
)
from meeting_tui.views.noting import Noting
from meeting_tui.views.pieces import Line, line_cells
from meeting_tui.views.points import in_view, most_scrolled, numbered_rows

BESIDE_CELLS, ROOMY_CELLS = 110, 170
"""From so many columns on the questions stand beside the points, and have more room."""
LEAST_POINT_ROWS = 6
OTHER_ROWS = 3
"""Rows of a narrow view that are neither points nor questions nor the speaker's."""


class NotesView(Vertical):
    """Who speaks, the points with the input line below them, the questions, who comes next."""

    DEFAULT_CSS = """
    NotesView { height: 1fr; }
    NotesView #speech { height: 1; background: $surface; }
    NotesView #who { width: 1fr; height: 1fr; padding: 0 1 0 0; }
    NotesView #clock { width: 40; height: 1fr; padding: 0 1 0 0; }
    NotesView #clock.-paused { width: 48; }
    NotesView #desk { height: 1fr; layout: vertical; }
    NotesView #writing { height: 1fr; }
    NotesView #points { height: 1fr; }
    NotesView #asked { height: 1; }
    NotesView #input { height: 1; background: $panel; }
    NotesView #lead { width: 3; background: $panel; }
    NotesView #input ActLine, NotesView #input ActLine:focus {
        width: 1fr; padding: 0 1 0 0; background: $panel; background-tint: $foreground 0%;
    }
    NotesView #around { background: $surface; }
    NotesView.-beside #speech { height: 2; }
    NotesView.-beside #clock { width: 50; }
    NotesView.-beside #desk { layout: horizontal; }
    NotesView.-beside #writing {
        width: 1fr; border: round $accent; border-title-color: $accent;
    }
    NotesView.-beside #questions {
        width: 46; height: 1fr; border: round $border-blurred; border-title-color: $accent;
    }
    NotesView.-beside.-roomy #questions { width: 66; }
    """

    def __init__(self, look: Callable[[], Look], line: ActLine, pace: float) -> None:
        """`line` is the input line of the screen; `pace` the rate of the meeting's clock."""
        super().__init__(id="view")
        self._look = look
        self._line = line
        self._pace = pace
        self._noting = Noting()
        self._scrolled = 0
        self._asked = ""
        self.in_view: str | None = None
        """The intervention, or the item itself, whose points are shown."""

    @property
    def look(self) -> Look:
        """One look at the meeting, now."""
        return self._look()

    @property
    def _face(self) -> ClockFace | None:
        return face(self.look, self._pace)

    def compose(self) -> ComposeResult:
        look = self.look
        yield Horizontal(
            Painted(self._who_lines, id="who"),
            Ticking(
                lambda width, height: clock_lines(self._face, width, height, look.language),
                until_next=lambda: until_next_look(self._face),
                id="clock",
            ),
            id="speech",
        )
        asked = Fitted(lambda width, _: asked_lines(self._said_above(), width), id="asked")
        asked.display = False  # until there is something to ask
        writing = Vertical(
            Fitted(lambda width, _: target_lines(self.look, self._noting, width), id="target"),
            Painted(self._point_lines, id="points"),
            asked,
            Horizontal(Painted(lambda *_: [self._lead()], id="lead"), self._line, id="input"),
            id="writing",
        )
        writing.border_title = look.say("notes.title_points")
        questions = Painted(self._question_lines, id="questions")
        questions.border_title = look.say("notes.title_questions")
        yield Container(writing, questions, id="desk")
        yield Painted(lambda width, _: [around_line(self.look, self._noting, width)], id="around")

    def show(self, noting: Noting) -> None:
        """Show the meeting as it is now and what is being noted."""
        self._noting = noting
        state = self.look.state
        seen = noting.key(state)
        if seen != self.in_view:
            self.in_view, self._scrolled = seen, 0
        speaking = state.speaking()
        clock = self.query_one("#clock", Ticking)
        clock.set_class(
            bool(speaking and speaking.paused_since and not state.pending_order), "-paused"
        )
        clock.tick()
        self._give_room()
        self._show_above()
        for name in ("who", "target", "points", "lead", "questions", "around"):
            self.query_one(f"#{name}", Painted).redraw()

    def ask(self, told: str) -> None:
        """Ask this in the line above the input; nothing: no more."""
        self._asked = told
        self._show_above()

    def _said_above(self) -> str:
        return self._asked or correcting_said(self.look, self._noting)

    def _show_above(self) -> None:
        above = self.query_one("#asked", Fitted)
        above.display = bool(self._said_above())
        above.redraw()

    def show_typing(self, noting: Noting) -> None:
        """The same after a letter was typed, which changes little and often."""
        if self._look_of(noting) != self._look_of(self._noting):
            self.show(noting)
        self._noting = noting

    def _look_of(self, noting: Noting) -> tuple[object, ...]:
        """What of the noting is seen outside its line."""
        state = self.look.state
        tags = noting.effective_tags(state.agenda)
        of_point = correcting_said(self.look, noting)
        return noting.key(state), noting.is_lost(state), noting.is_act, tags, of_point

    def on_resize(self) -> None:
        self.call_after_refresh(lambda: self.show(self._noting))

    def scroll_points(self, pages: int) -> None:
        """Look at earlier (above 0) or later points."""
        points = self.query_one("#points", Painted)
        width, height = points.content_size
        most = most_scrolled(len(self._all_point_lines(width)), height)
        self._scrolled = min(max(self._scrolled + pages * max(height - 2, 1), 0), most)
        points.redraw()

    def _give_room(self) -> None:
        """The questions get what they need as long as the points keep enough."""
        lead, cells = self.query_one("#lead", Painted), line_cells(self._lead())
        if lead.styles.width is None or lead.styles.width.value != cells:
            lead.styles.width = cells
        questions = self.query_one("#questions", Painted)
        width = self.app.size.width
        self.set_class(width >= BESIDE_CELLS, "-beside")
        self.set_class(width >= ROOMY_CELLS, "-roomy")
        if width >= BESIDE_CELLS:
            questions.styles.clear_rule("height")
            return
        asked = len(questions_of(self.look.state, item_shown(self.look, self._noting)))
        room = self.size.height - OTHER_ROWS - LEAST_POINT_ROWS - 1
        wanted = asked + 1 if asked else 1
        rows = wanted if wanted <= room else compact_rows(asked, width)
        if questions.styles.height is None or questions.styles.height.value != rows:
            questions.styles.height = rows

    def _lead(self) -> Line:
        return lead_line(self.look, self._noting, self.size.width // 2)

    def _who_lines(self, width: int, height: int) -> list[Line]:
        if height > 1:
            return speaker_lines(self.look, width, lead=ACT_MARK)
        return [who_line(self.look, width)]

    def _all_point_lines(self, width: int) -> list[Line]:
        return [each for rows in self._point_rows(width) for each in rows]

    def _point_rows(self, width: int) -> list[list[Line]]:
        chosen = point_in(self._noting.text, self.look.state)
        shown = points_shown(self.look, self._noting)
        return numbered_rows(self.look, shown, width, chosen.id if chosen else None)

    def _point_lines(self, width: int, height: int) -> list[Line]:
        lines = self._all_point_lines(width)
        if not lines and is_beginning(self.look):
            return agenda_lines(self.look, width, height)
        return in_view(self.look, lines, height, self._scrolled_to(width, height, len(lines)))

    def _scrolled_to(self, width: int, height: int, count: int) -> int:
        """How far up the points are scrolled, so that the cursor among them is in view."""
        chosen = point_in(self._noting.text, self.look.state)
        if chosen is None:
            return self._scrolled
        ids = [each.id for each in points_shown(self.look, self._noting)]
        before = sum(map(len, self._point_rows(width)[: ids.index(chosen.id)]))
        lowest = max(count - before - height + 1, 0)
        return min(max(self._scrolled, lowest), max(count - before - 2, 0))

    def _question_lines(self, width: int, height: int) -> list[Line]:
        state, item = self.look.state, item_shown(self.look, self._noting)
        tags = self._noting.effective_tags(state.agenda)
        target = self._noting.target(state)
        rows = question_rows(state, item, target, tags, self.look.language)
        return question_lines(self.look, item, rows, width, height)
