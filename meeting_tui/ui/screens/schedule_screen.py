"""Schedule (F5): sittings and items as planned, as they were and as they come; edited in place.

A key on a row begins the line of a change, the screen shows what the day would become with it, and
only Enter does it. Whatever stands in the input line as a `plan` is previewed, typed or begun: the
desk's own decisions are used, so the preview shows, and refuses, what Enter would.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import ClassVar

from msgspec.structs import replace
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from meeting_tui.desk.intake import Intake
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.acts import decide
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.state import MeetingState
from meeting_tui.ui.act_line import ActLine, is_plan
from meeting_tui.ui.answers import refusal_sentence
from meeting_tui.ui.port import Frame
from meeting_tui.ui.screen_keys import editing_bindings, editing_keys_of_empty_line, schedule_hints
from meeting_tui.ui.screens.line_list_screen import MOVES, OF_SCREEN, ListScreen
from meeting_tui.ui.widgets.key_bar import KeyHint
from meeting_tui.ui.widgets.line_list import LineList
from meeting_tui.ui.widgets.paged import Paged
from meeting_tui.ui.widgets.painted import Painted
from meeting_tui.ui.widgets.typed_line import Complete, Completion, TypedLine
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece
from meeting_tui.views.schedule import (
    draw_schedule,
    heading_line,
    item_of_row,
    row_at_first,
    schedule_rows,
)
from meeting_tui.views.schedule_detail import (
    detail_lines,
    detail_title,
    take_up,
    totals,
    totals_with,
)
from meeting_tui.views.schedule_edit import BECAUSE, UNSAID, Begun, Edit, begin, pressed_on
from meeting_tui.views.schedule_times import axis

UNDO = 96
"""Undo has its place in the key bar behind the keys of the row and the one that leaves."""

PREVIEW_SECONDS = 0.15
"""So long nobody types before what is typed is tried."""


UNFINISHED = ("plan_because", "plan_title")
"""Refusals of a line that only needs more words."""


def try_line(intake: Intake, line: str, now: datetime) -> MeetingState | Refusal:
    """The state with that line entered at the instant `now`, or why it is refused.

    A missing title or reason is assumed to be given.
    """
    outcome = intake.propose(line, now)
    if isinstance(outcome, Refusal) and outcome.code in UNFINISHED:
        outcome = intake.propose(_finished(line, outcome.code == "plan_title"), now)
    if isinstance(outcome, Refusal):
        return outcome
    return replay((*intake.meeting.entries, *outcome)).state


def look_with(look: Look, state: MeetingState) -> Look:
    """The same moment of the meeting with another state."""
    projection = project(state, look.now)
    return Look(state, look.now, projection, look.directory, look.language, look.pace)


def what_matters(line: str) -> str:
    """The part of a line that decides what it does: all except the reason."""
    before, because, _ = line.rpartition(BECAUSE.rstrip())
    return before.rstrip() if because else line.strip()


def _finished(line: str, wants_title: bool) -> str:
    title = f" {UNSAID}" if wants_title else ""
    return f"{what_matters(line)}{title}{BECAUSE}{UNSAID}"


class Preview:
    """The day with what is in the input line, as long as it is there."""

    def __init__(self) -> None:
        self._tried = ("", -1)
        self._state: MeetingState | None = None
        self._look: Look | None = None

    def is_of(self, line: str) -> bool:
        """Whether a line has anything to show."""
        return is_plan(line)

    def is_tried(self, line: str) -> bool:
        """Whether that line was tried already, or changes nothing and nothing is shown."""
        matters = what_matters(line) if is_plan(line) else ""
        return matters == self._tried[0]

    def try_line(self, intake: Intake, line: str, now: datetime) -> Refusal | None:
        """Try a line once; returns the refusal of a line that is whole except for its reason."""
        matters = what_matters(line) if is_plan(line) else ""
        asked = (matters, len(intake.meeting.entries))
        if asked == self._tried:
            return None
        self._tried, self._state, self._look = asked, None, None
        if not matters:
            return None
        outcome = try_line(intake, line, now)
        if isinstance(outcome, Refusal):
            is_whole = matters != line.strip() and outcome.code not in UNFINISHED
            return outcome if is_whole else None
        self._state = outcome
        return None

    def look(self, look: Look) -> Look | None:
        """The look with the line that was tried; None if it changes nothing."""
        if self._state is None:
            return None
        if self._look is None or self._look.now != look.now:
            self._look = look_with(look, self._state)
        return self._look


class Editing:
    """What was pressed on the row under the cursor."""

    def __init__(self, screen: ScheduleScreen) -> None:
        self._screen = screen
        self._edit: Edit | None = None
        self._begun: Begun | None = None

    @property
    def verb(self) -> str | None:
        """What the key that began the line does."""
        return self._edit.verb if self._edit else None

    def stands_in(self, line: str) -> bool:
        """Whether a key began the line, whatever was typed after its beginning."""
        return self._begun is not None and line.startswith(self._begun.head)

    def press(self, verb: str, step: int) -> None:
        """Begin a line, or take the line that is there a step further."""
        screen, line = self._screen, self._screen.act_line
        typed, edit = "", None
        if self._edit and self._begun and self.stands_in(line.value):
            typed = line.value.removeprefix(self._begun.head)
            edit = pressed_on(self._edit, verb, step)
            if edit is None:
                return
        key = screen.cursor_key
        edit = edit or Edit(verb, key or "", step)
        found = begin(screen.look, edit)
        if isinstance(found, str):
            screen.frame.tell(found, "refusal")
            return
        refused = try_line(screen.frame.port.desk.intake, found.line, screen.look.now)
        if isinstance(refused, Refusal):
            screen.frame.tell(refusal_sentence(screen.look, refused), "refusal")
            return
        self._put(edit, found, typed)

    def _put(self, edit: Edit, begun: Begun, typed: str) -> None:
        screen, line = self._screen, self._screen.act_line
        self._edit = Edit(edit.verb, edit.row, begun.steps)
        self._begun = begun
        caret = len(begun.head)
        if typed:
            caret += line.cursor_position - (len(line.value) - len(typed))
        elif line.value:
            line.history.remember(line.value)
        line.put(begun.head + (typed or begun.tail), caret)
        screen.forget_suggestions()
        told = screen.frame.say("schedule.finish", what=begun.told)
        screen.frame.tell(told, "info")
        screen.try_typed()

    def forget(self) -> None:
        """The begun line was left."""
        self._edit = self._begun = None


LOOK = """
ScheduleScreen #heading { background: $surface; }
ScheduleScreen #rows { height: 3fr; }
ScheduleScreen #totals { height: 2; background: $surface; }
ScheduleScreen #detail {
    height: 2fr; min-height: 8; max-height: 17; padding: 0 1;
    border: round $border-blurred; border-title-color: $accent;
    border-subtitle-color: $foreground;
}
"""


class ScheduleScreen(ListScreen):
    """The rows, the totals and the row under the cursor, with the keys that change a row."""

    MODE = "schedule"
    SHOWN_ACTS = ("undo",)

    BINDINGS: ClassVar[list[BindingType]] = [*editing_bindings()]

    DEFAULT_CSS = LOOK

    LIST_KEYS = {
        **MOVES,
        "left": "screen.unfold(False)",
        "right": "screen.unfold(True)",
        "pageup": "screen.turn(-1)",
        "pagedown": "screen.turn(1)",
    }

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.preview = Preview()
        self._was_shown = False
        self._unfolded: set[str] = set()
        self.editing = Editing(self)
        self._proposed: str | None = None

    def compose_body(self) -> Iterable[Widget]:
        rows = LineList(draw_schedule, id="rows")
        rows.can_focus = False
        yield Painted(lambda *_: [self._heading(rows.row_width)], id="heading")
        yield rows
        yield Painted(lambda width, _: self._totals(width), id="totals")
        yield Paged(
            lambda width: detail_lines(self.shown, rows.cursor_key, width),
            lambda first, last, count: self.frame.say(
                "more.pages", first=first, last=last, count=count
            ),
            id="detail",
        )

    @property
    def shown(self) -> Look:
        """The look that is shown, with the change in the input line, if there is one."""
        look = self.look
        return self.preview.look(look) or look

    def action_unfold(self, is_shown: bool) -> None:
        """Shows or hides the segments of the item under the cursor."""
        item = item_of_row(self.look, self.cursor_key)
        if item is None:
            return
        if is_shown:
            self._unfolded.add(item)
        else:
            self._unfolded.discard(item)
            self.line_list.highlight(f"item {item}")
        self.show_moment()

    def action_turn(self, step: int) -> None:
        """Turns the page of the panel."""
        self.query_one("#detail", Paged).turn(step)

    def show_state(self) -> None:
        self.preview.try_line(self.port.desk.intake, self.act_line.value, self.look.now)
        rows = self.line_list
        rows.set_rows(schedule_rows(self.shown, self._unfolded))
        item = self.look.state.item
        if item:
            segment = self.look.state.items[item].segment
            rows.keep_visible(f"segment {segment}" if segment else f"item {item}")
        if not self._was_shown:
            self._was_shown = True
            rows.highlight(row_at_first(self.look))
        self._show_figures()

    def show_moment(self) -> None:
        self.line_list.set_rows(schedule_rows(self.shown, self._unfolded))
        self._show_figures()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_figures)

    def _show_figures(self) -> None:
        for name in ("#heading", "#totals"):
            self.query_one(name, Painted).redraw()
        self.show_detail(from_top=False)

    def show_detail(self, *, from_top: bool) -> None:
        """Shows the panel of the row under the cursor; `from_top` for another row."""
        detail = self.query_one("#detail", Paged)
        detail.border_title = Content(detail_title(self.shown, self.cursor_key))
        detail.show_again(from_top=from_top)

    def _totals(self, width: int) -> Sequence[Line]:
        look = self.look
        then = self.preview.look(look)
        if then is None:
            return totals(look, width)
        return totals_with(look, then, item_of_row(then, self.cursor_key), width)

    def _heading(self, width: int) -> Line:
        look = self.look
        then, title = self.preview.look(look), None
        if then is not None:
            title = Piece(self.frame.say("schedule.heading_preview"), "accent strong")
        shown = then or look
        return (Piece(" "), *heading_line(shown, axis(shown), width, title))

    def keys_of_empty_line(self) -> dict[str, str]:
        own = self.frame.own_keys.values()
        editing = editing_keys_of_empty_line(own)
        does = {key: f"{OF_SCREEN}{action}" for key, action in editing.items()}
        return {**super().keys_of_empty_line(), **does}

    def key_hints(self) -> list[KeyHint]:
        """What the keys do on the row under the cursor, or with the line that one began."""
        verb = self.editing.verb if self.is_editing else None
        if verb is None and is_plan(self.act_line.value):
            verb = "typed"
        own = schedule_hints(self.frame.say, self.look, self.cursor_key, verb)
        others = super().key_hints()
        return [*own, *(_behind(each, UNDO) for each in others)]

    @property
    def is_editing(self) -> bool:
        """Whether a line that a key began stands in the input line."""
        return self.editing.stands_in(self.act_line.value)

    def completer(self) -> Complete:
        """As on other screens; a line that a key began is complete as it stands."""
        others = super().completer()

        def complete(line: str, caret: int) -> Sequence[Completion]:
            return () if self.editing.stands_in(line) else others(line, caret)

        return complete

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "edit" and self.is_mounted:
            return not self.act_line.value or self.is_editing
        return super().check_action(action, parameters)

    def on_line_list_highlighted(self, message: LineList.Highlighted) -> None:
        message.stop()
        self.show_keys()
        self.show_detail(from_top=True)

    def on_typed_line_suggested(self, message: TypedLine.Suggested) -> None:
        if self.act_line.value == self._proposed:
            # It is whole already: what Enter does matters more than what could follow.
            message.stop()
            message.prevent_default()
        else:
            self._proposed = None

    def on_input_changed(self, message: Input.Changed) -> None:
        """What is typed is tried once nobody types; what is no plan any more at once."""
        if self.preview.is_tried(message.value):
            return
        if self.preview.is_of(message.value):
            self.set_timer(PREVIEW_SECONDS, self.try_typed)
        else:
            self.try_typed()

    def try_typed(self) -> None:
        """Show what the day would become with what stands in the input line."""
        refusal = self.preview.try_line(self.port.desk.intake, self.act_line.value, self.look.now)
        if refusal is not None:  # a hint: nothing was asked for yet that could be refused
            self.frame.tell(refusal_sentence(self.look, refusal), "info")
        self.show_keys()
        self.show_moment()

    def choose(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        """Writes what takes up the row into the input line, or says why that is refused."""
        frame = self.frame
        if frame.port.takes_row(self.cursor_key):
            return
        proposed = take_up(self.look.state, self.cursor_key)
        if proposed is None:
            return
        command, line = proposed
        outcome = decide(frame.port.desk.intake.meeting, command, self.look.now)
        if isinstance(outcome, Refusal):
            frame.tell(refusal_sentence(self.look, outcome), "refusal")
            return
        self._proposed = line
        self.act_line.begin(line)
        frame.tell(frame.say("more.enter_does_it"), "info")

    def action_edit(self, verb: str, step: int) -> None:
        """Begins the line of a change to the row under the cursor, or takes it one step further."""
        if not self.port.refuses():
            self.editing.press(verb, step)

    async def action_enter_line(self) -> None:
        """A click on what Enter does."""
        await self.act_line.action_submit()

    def action_leave_edit(self) -> None:
        """A click on Escape: the line that a key began is left, and nothing was done."""
        self.act_line.leave()

    def on_act_line_left(self, message: ActLine.Left) -> None:
        self.editing.forget()


def _behind(hint: KeyHint, importance: int) -> KeyHint:
    """The hint of undo with that importance, any other as it is."""
    is_undo = hint.action == "app.act('undo')"
    return replace(hint, importance=importance) if is_undo else hint
