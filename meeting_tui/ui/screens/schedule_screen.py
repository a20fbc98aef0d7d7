"""Schedule (F5): sittings and items as planned, as they were and as they come; edited in place.

A key on a row begins the line of a change, the screen shows what the day would become with it, and
only Enter does it. Whatever stands in the input line as a `plan` is previewed, typed or begun.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from msgspec.structs import replace
from textual.binding import BindingType
from textual.widgets import Input

from meeting_tui.meeting.decide import decide
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.ui.act_line import ActLine, is_plan
from meeting_tui.ui.answers import refusal_sentence
from meeting_tui.ui.port import Frame
from meeting_tui.ui.schedule_editing import Editing
from meeting_tui.ui.screen_keys import editing_bindings, editing_keys_of_empty_line, schedule_hints
from meeting_tui.ui.screens.line_list_screen import OF_SCREEN
from meeting_tui.ui.screens.schedule_view import ScheduleView
from meeting_tui.ui.widgets.key_bar import KeyHint
from meeting_tui.ui.widgets.line_list import LineList
from meeting_tui.ui.widgets.typed_line import Complete, Completion, TypedLine
from meeting_tui.views.schedule_detail import take_up

UNDO = 96
"""Undo has its place in the key bar behind the keys of the row and the one that leaves."""

PREVIEW_SECONDS = 0.15
"""So long nobody types before what is typed is tried."""


class ScheduleScreen(ScheduleView):
    """The schedule with the keys that take up a row or begin a change to it."""

    MODE = "schedule"
    SHOWN_ACTS = ("undo",)

    BINDINGS: ClassVar[list[BindingType]] = [*editing_bindings()]

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.editing = Editing(self)
        self._proposed: str | None = None

    def placeholder(self) -> str:
        return self.frame.say("schedule.placeholder")

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
        own = schedule_hints(self.frame.say, self.glance, self.cursor_key, verb)
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
        refusal = self.preview.try_line(self.port.desk.table, self.act_line.value, self.glance.now)
        if refusal is not None:  # a hint: nothing was asked for yet that could be refused
            self.frame.tell(refusal_sentence(self.glance, refusal), "info")
        self.show_keys()
        self.show_moment()

    def choose(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        """Writes what takes up the row into the input line, or says why that is refused."""
        frame = self.frame
        if frame.port.takes_row(self.cursor_key):
            return
        proposed = take_up(self.glance.state, self.cursor_key)
        if proposed is None:
            return
        command, line = proposed
        outcome = decide(frame.port.desk.table.meeting, command, self.glance.now)
        if isinstance(outcome, Refusal):
            frame.tell(refusal_sentence(self.glance, outcome), "refusal")
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
