"""Asking a server that may be far away, frozen or gone, without waiting for it.

Each question is put in a thread of the link's own. An answer that takes longer than a moment is not
waited for: whoever asks goes on as without the server, and finds the answer when asking again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import Any, TypeVar

from msgspec import Struct, field

from meeting_tui.errors import MeetingTuiError
from meeting_tui.session_log.postgres_server import Unreachable

Answer = TypeVar("Answer")
RETRY_SECONDS = 2.0
"""So often a server that does not answer is tried again, where nobody waits for it."""
MOMENT_SECONDS = 0.5
"""So long an answer is waited for: less than it takes until the desk says that a disk is silent."""


class _Question(Struct):
    what: object
    """What tells it from others, so that an answer that came late is found."""
    ask: Callable[[], Any]
    answer: Future[Any] = field(default_factory=Future)


class Link:
    """The way to one server; all its methods but `close` belong to one thread."""

    def __init__(self, place: str, reach: Callable[[], None]) -> None:
        """`reach` connects anew; it raises MeetingTuiError where the server does not answer."""
        self._place = place
        self._reach = reach
        self._questions: SimpleQueue[_Question | None] = SimpleQueue()
        self._late: _Question | None = None
        """A question whose answer nobody has seen yet."""
        self.has_missed = False
        """Whether the server was away, or an answer of it was not used: there may be news."""
        self._is_up = threading.Event()
        self._is_up.set()
        self._is_closed = threading.Event()
        threading.Thread(target=self._run, name="link", daemon=True).start()

    @property
    def is_up(self) -> bool:
        """Whether the server answered when it was asked last, and it is not being asked now."""
        return self._is_up.is_set() and (self._late is None or self._late.answer.done())

    def ask(
        self, what: object, ask: Callable[[], Answer], patience_seconds: float = MOMENT_SECONDS
    ) -> Answer:
        """The answer; raises what the question raises, and Unreachable where there is none yet.

        Where it came late, it is that of the same question (`what`) when it was asked before.
        """
        late = self._late
        if late is not None and late.answer.done():
            self._late = None
            if late.what == what:
                found: Answer = late.answer.result()
                return found
            self.has_missed = True
        if not self.is_up:
            raise Unreachable(self._place)
        question = _Question(what, ask)
        self._questions.put(question)
        try:
            answer: Answer = question.answer.result(patience_seconds)
        except TimeoutError:
            self._late = question
            raise Unreachable(self._place) from None
        return answer

    def broke(self) -> None:
        """The connection broke: it is made anew in the background."""
        if self._is_up.is_set():
            self._is_up.clear()
            self._questions.put(_Question(None, self._try))

    def close(self, last: Callable[[], None]) -> None:
        """Try no more; `last` lets go of the connections, for which nobody waits long."""
        self._is_closed.set()
        is_let_go = threading.Event()

        def let_go() -> None:
            last()
            is_let_go.set()

        self._questions.put(_Question(None, let_go))
        self._questions.put(None)
        is_let_go.wait(MOMENT_SECONDS)

    def _run(self) -> None:
        while question := self._questions.get():
            try:
                question.answer.set_result(question.ask())
            except BaseException as fault:  # noqa: BLE001 - raised where it was asked
                if isinstance(fault, Unreachable):
                    self.broke()
                question.answer.set_exception(fault)

    def _try(self) -> None:
        while not self._is_closed.wait(RETRY_SECONDS):
            try:
                self._reach()
            except MeetingTuiError:
                continue
            self.has_missed = True
            self._is_up.set()
            return
