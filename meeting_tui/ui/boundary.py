"""No fault ends the screen: one in a panel is a line in that panel, any other a line of the answer.

Textual ends a program on the first exception, and its message pumps stop at one. Here every widget
is put behind a boundary when it is registered: its messages, its lines and its size. What happens
there is written down once (`desk.fault_file`) and told once, and everything else goes on.
"""

from __future__ import annotations

import asyncio
import os
import threading
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from rich.segment import Segment
from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.geometry import Region
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.worker import Worker, WorkerFailed, WorkerState

from meeting_tui.desk.fault_file import FAULTS, FaultFile, inputs_said
from meeting_tui.ui.parsing import TypedText
from meeting_tui.ui.textual_inside import (
    DISPATCH,
    active_message_pump,
    dispatch_of,
    screens_in_view,
)
from meeting_tui.views.pieces import Line, Piece, line, plain, wrap
from meeting_tui.words import say

LAST_INPUTS = 40
READ_SECONDS = 5.0
"""So long nothing takes the place of what was said of a fault."""


class Boundary(App[int]):
    """An app that goes on after a fault."""

    language = "en"

    def __init__(self, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self.fault_file = FaultFile()
        self._inputs: deque[tuple[float, events.Event | str]] = deque(maxlen=LAST_INPUTS)
        self._untold = ""
        self._told_at: float | None = None
        self._is_noting = False
        self.has_left = False
        """Whether somebody left; else the program ended by a fault."""

    @property
    def fault_folder(self) -> Path | None:
        """Where faults are written to; None where there is no session."""
        return None

    def fault_facts(self) -> dict[str, str | int]:
        """What else helps to repeat a fault, none of it people's words."""
        return {}

    def tell_fault(self, sentence: str) -> bool:
        """Say that something went wrong; False where that cannot be seen now."""
        return False

    def faulty(self, fault: BaseException, where: str, *, is_told: bool = False) -> None:
        """Write a fault down, and say so once; `is_told` where it stands already for all to see."""
        if self._is_noting:
            return  # telling of a fault went wrong
        self._is_noting = True
        try:
            if isinstance(fault, Exception):
                self._exception = self._exception or fault  # for the tests of the screens
            if self._write_down(fault, where) and not is_told:
                self._untold, self._told_at = self._fault_sentence("screen.fault"), None
        finally:
            self._is_noting = False
        self.tell_untold()

    def tell_untold(self) -> None:
        """Say what could not be said yet."""
        if not self.fault_to_tell or self._is_noting:
            return
        self._is_noting = True
        try:
            if self.tell_fault(self._untold) and self._told_at is None:
                self._told_at = time.monotonic()
        except Exception:  # noqa: BLE001 - it is written down, and is told another time
            self.log.error("a fault could not be told")
        finally:
            self._is_noting = False

    @property
    def fault_to_tell(self) -> str:
        """What is not said yet, or so lately that nobody has read it; else nothing."""
        if self._told_at is not None and time.monotonic() - self._told_at > READ_SECONDS:
            self._untold, self._told_at = "", None
        return self._untold

    @property
    def fault_in_view(self) -> str:
        """What was said so lately that what is said now goes beside it."""
        return "" if self._told_at is None else self.fault_to_tell

    def fault_lines(self, fault: Exception, panel: Widget, width: int, height: int) -> list[Line]:
        """What stands in the place of a panel, or of a part of it, that cannot be drawn."""
        self.faulty(fault, f"drawing {described(panel)}", is_told=True)
        return self.fault_told(width, height)

    def fault_told(self, width: int, height: int) -> list[Line]:
        """That a panel could not be drawn, and where the fault is written."""
        told = line(Piece(self._fault_sentence("screen.fault_in_panel"), "over"))
        return wrap(told, width)[: max(height, 1)]

    @contextmanager
    def boundary(self, where: str) -> Iterator[None]:
        """What goes wrong within is written down and told, and what follows is done."""
        try:
            yield
        except Exception as fault:  # noqa: BLE001 - that is what a boundary is
            self.faulty(fault, where)

    def _fault_sentence(self, key: str) -> str:
        folder = self.fault_folder
        if folder is None or not self.fault_file.is_written:
            return say(f"{key}_unwritten", self.language)
        return say(key, self.language, file=f"{folder.name}/{FAULTS}")

    def _write_down(self, fault: BaseException, where: str) -> bool:
        folder = self.fault_folder
        if folder is None:
            return True
        width, height = self.size
        stack = screens_in_view(self)
        focused = stack[-1].focused if stack else None
        facts: dict[str, str | int | Sequence[str]] = {
            "terminal": f"{width} x {height}, {os.environ.get('TERM', '-')}",
            "screen": str(self.current_mode),
            "where": where,
            **self.fault_facts(),
            "screens": " ".join(type(each).__name__ for each in stack),
            "focus": described(focused) if focused else "-",
            "last_inputs": list(inputs_said(self._inputs_said(), time.monotonic())),
        }
        return self.fault_file.note(fault, folder, datetime.now(UTC), facts)

    # What goes on, and what is heard of it

    def remember_input(self, what: events.Event | str) -> None:
        """Keep one of the last inputs, to be said without its text if something goes wrong."""
        self._inputs.append((time.monotonic(), what))

    def _inputs_said(self) -> list[tuple[float, str]]:
        return [(at, input_said(each)) for at, each in self._inputs]

    def exit(self, *given: Any, **named: Any) -> None:
        """Leave, as somebody wished."""
        self.has_left = True
        super().exit(*given, **named)

    def _handle_exception(self, error: Exception) -> None:
        """What Textual calls with an exception nobody caught, and then it ends; here it goes on."""
        caught = error.error if isinstance(error, WorkerFailed) else error
        pump = active_message_pump.get(self)
        whose = described(pump) if isinstance(pump, Widget) else "app"
        self.faulty(caught, f"{whose}: a timer, a worker, the layout or the making of its parts")

    def panic(self, *renderables: Any) -> None:
        """Nobody is shown a traceback in place of the meeting."""

    async def _dispatch_message(self, message: Message) -> None:
        with self.boundary(f"app: {said_message(message)}"):
            await super()._dispatch_message(message)

    def _register_child(
        self, parent: DOMNode, child: Widget, before: int | None, after: int | None
    ) -> None:
        self._enclose(child)
        super()._register_child(parent, child, before, after)

    def _enclose(self, widget: Widget) -> None:
        """Put a widget behind the boundary: its own methods are called within it."""
        own = vars(widget)
        own[DISPATCH] = partial(self._dispatched, widget, dispatch_of(widget))
        own["render_lines"] = partial(self._rendered, widget, widget.render_lines)
        for name in ("get_content_width", "get_content_height"):
            own[name] = partial(self._measured, widget, getattr(widget, name))

    async def _dispatched(
        self, widget: Widget, dispatch: Callable[[Message], Awaitable[None]], message: Message
    ) -> None:
        try:
            await dispatch(message)
        except Exception as fault:  # noqa: BLE001 - the widget goes on with its next message
            self.faulty(fault, f"{described(widget)}: {said_message(message)}")
        if isinstance(message, Worker.StateChanged):
            self._hear_worker(message.worker)

    def _hear_worker(self, worker: Worker[Any]) -> None:
        """A worker that may fail quietly says so here; Textual tells of all others."""
        if worker.state is WorkerState.ERROR and not worker.exit_on_error and worker.error:
            self.faulty(worker.error, "in a worker")

    def _rendered(
        self, widget: Widget, render: Callable[[Region], list[Strip]], crop: Region
    ) -> list[Strip]:
        try:
            return render(crop)
        except Exception as fault:  # noqa: BLE001 - the other panels are drawn
            width, height = widget.outer_size
            told = [plain(each) for each in self.fault_lines(fault, widget, width, height)]
            texts = [told[y] if y < len(told) else "" for y in range(crop.y, crop.bottom)]
            style = widget.rich_style if isinstance(widget, Screen) else None
            strips = (Strip([Segment(text, style)]) for text in texts)
            return [each.adjust_cell_length(width).crop(crop.x, crop.right) for each in strips]

    def _measured(self, widget: Widget, measure: Callable[..., int], *given: Any) -> int:
        try:
            return measure(*given)
        except Exception as fault:  # noqa: BLE001 - the screen is laid out
            self.faulty(fault, f"measuring {described(widget)}")
            return 1

    # What goes wrong outside of messages

    def hear_tasks_and_threads(self) -> None:
        """Hear of faults in tasks and threads that nobody waits for."""
        loop = asyncio.get_running_loop()

        def of_task(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
            fault = context.get("exception")
            if isinstance(fault, Exception):
                self.faulty(fault, "in a task")

        def of_thread(told: threading.ExceptHookArgs) -> None:
            if isinstance(told.exc_value, Exception):
                name = told.thread.name if told.thread else "-"
                loop.call_soon_threadsafe(self.faulty, told.exc_value, f"in the thread {name}")

        loop.set_exception_handler(of_task)
        threading.excepthook = of_thread


def described(widget: Widget) -> str:
    """A widget by its kind and id, which are names of the program."""
    return f"{type(widget).__name__}{f'#{widget.id}' if widget.id else ''}"


def said_message(message: Message) -> str:
    """A message by its kind."""
    return type(message).__qualname__


def input_said(what: events.Event | str) -> str:
    """An input without what was typed: keys that type are `a character`."""
    if isinstance(what, str):
        return what
    if isinstance(what, events.Key):
        types = what.character and what.is_printable
        return "key: a character" if types else f"key: {what.key}"
    if isinstance(what, TypedText):
        return f"{len(what.text)} characters typed"
    if isinstance(what, events.Paste):
        return f"{len(what.text)} characters pasted"
    if isinstance(what, events.Resize):
        return f"size {what.size.width} x {what.size.height}"
    if isinstance(what, events.MouseEvent):
        return f"{type(what).__name__} at {what.x}, {what.y}"
    return type(what).__name__
