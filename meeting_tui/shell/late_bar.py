"""A progress bar that shows only for work that takes a while, and only to somebody who looks."""

from __future__ import annotations

import sys
from threading import Lock, Timer
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

AFTER_SECONDS = 0.5


class LateBar:
    """Counts what is done; on a terminal it begins to show it after half a second."""

    def __init__(self, title: str, *, is_shown: bool, after: float = AFTER_SECONDS) -> None:
        self._title = title
        self._lock = Lock()
        self._made, self._of, self._name = 0, 0, ""
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._timer = Timer(after, self.show) if is_shown else None

    def __enter__(self) -> LateBar:
        if self._timer is not None:
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._timer is not None:
            self._timer.cancel()
        with self._lock:
            # A bar that would begin now has nothing to show any more.
            self._timer = None
            if self._bar is not None:
                self._bar.stop()

    def tell(self, made: int, of: int, name: str) -> None:
        """So much is made, and what is made next."""
        with self._lock:
            self._made, self._of, self._name = made, of, name
            if self._bar is not None and self._task is not None:
                self._bar.update(self._task, completed=made, total=of, named=name)

    @property
    def is_drawn(self) -> bool:
        """Whether it is on the screen."""
        with self._lock:
            return self._bar is not None

    def show(self) -> None:
        """Draw it, unless the work is done."""
        # Most exports are over before; they do not wait for what draws.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        with self._lock:
            if self._timer is None:
                return
            self._bar = Progress(
                TextColumn("{task.description}", markup=False),
                BarColumn(),
                MofNCompleteColumn(),
                TextColumn("{task.fields[named]}", markup=False),
                console=Console(file=sys.stderr),
                transient=True,
            )
            self._task = self._bar.add_task(
                self._title, total=self._of or None, completed=self._made, named=self._name
            )
            self._bar.start()
