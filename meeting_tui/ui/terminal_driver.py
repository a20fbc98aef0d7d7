"""The terminal, on systems that have ptys: what it sends is read our way, and it may go away.

A window that is closed or a connection that breaks ends reading and writing with an error. The
program then leaves as if it had been asked to, so that nothing stays behind that holds the session.
"""

from __future__ import annotations

import asyncio
import os
import selectors
import signal
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from typing import Any, TextIO, cast

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from meeting_tui.ui.boundary import Boundary
from meeting_tui.ui.parsing import TerminalParser

READ_BYTES = 16 * 1024
IDLE_SECONDS = 0.1
HOLDING_SECONDS = 0.02
"""How long it waits for more while something is kept back, an Escape perhaps."""
ENDED_BY = (
    (signal.SIGHUP, signal.SIGTERM, signal.SIGQUIT, signal.SIGINT)
    if hasattr(signal, "SIGHUP")
    else ()
)
"""Ctrl+C is a key here; SIGINT comes from elsewhere."""


class TerminalGone(events.Event, bubble=False):
    """There is no terminal any more, or the system asks the program to end."""


class TerminalDriver(LinuxDriver):
    """Textual's driver with our reading of keys; it notices that the terminal is gone."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._is_gone = False
        self._file = cast("Any", _Outlet(cast("TextIO", self._file), self._gone))

    def start_application_mode(self) -> None:
        """Take the terminal over; a request of the system to end is heard from now on."""
        try:
            super().start_application_mode()  # type: ignore[no-untyped-call]
        except BaseException:
            self.stop_application_mode()
            raise
        loop = asyncio.get_running_loop()
        for each in ENDED_BY:
            loop.add_signal_handler(each, self._gone)

    def _run_input_thread(self) -> None:
        """Read until the program leaves; what cannot be read is left out, and the next is read."""
        while not (self.exit_event.is_set() or self._is_gone):
            try:
                self.run_input_thread()
            except Exception as fault:  # noqa: BLE001 - without this thread no key is heard
                self._tell(fault)
                self.exit_event.wait(IDLE_SECONDS)

    def _tell(self, fault: Exception) -> None:
        app = self._app
        if isinstance(app, Boundary):
            app.call_later(app.faulty, fault, "reading the terminal")

    def run_input_thread(self) -> None:
        """Read until the program leaves or the terminal is gone."""
        parser = TerminalParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(HOLDING_SECONDS if parser.holds else IDLE_SECONDS):
                    sent = self._read()
                    if not sent:
                        self._gone()
                        return
                    text = decode(sent)  # nothing yet, where it ends within a character
                    self._pass_on(parser.feed(text) if text else ())
                self._pass_on(parser.tick())

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, READ_BYTES)
        except OSError:  # how Linux tells that the other side of a pty is closed
            return b""

    def _pass_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def _gone(self) -> None:
        if not self._is_gone:
            self._is_gone = True
            self.send_message(TerminalGone())


class _Outlet:
    """A terminal to write to; once it is gone, what is written goes nowhere."""

    def __init__(self, file: TextIO, gone: Callable[[], None]) -> None:
        self._file = file
        self._gone = gone

    def write(self, text: str) -> None:
        try:
            self._file.write(text)
        except UnicodeEncodeError:  # half a character, which no terminal can be sent
            self.write(text.encode("utf-8", "replace").decode())
        except OSError:
            self._gone()

    def flush(self) -> None:
        try:
            self._file.flush()
        except OSError:
            self._gone()

    def fileno(self) -> int:
        return self._file.fileno()

    def isatty(self) -> bool:
        return self._file.isatty()
