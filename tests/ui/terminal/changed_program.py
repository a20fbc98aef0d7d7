"""The program with one thing changed, for tests in a real terminal; the first argument names it."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from meeting_tui.ui import files_behind

NOW = "fail-now"
"""A file that says when to fail."""


class Fault(Exception):
    """What no code of ours expects."""


def failing(*_: Any, **__: Any) -> Any:
    raise Fault("zebra crossing")


def home() -> Path:
    """The folder of the test."""
    return Path(os.environ["XDG_DATA_HOME"])


def fenced() -> None:
    """Nothing typed at random is written outside the test's own folder."""
    from meeting_tui.desk import received_texts

    nowhere = home() / "no-folder"
    nowhere.touch()
    for module in (files_behind, received_texts):
        vars(module)["path_typed"] = lambda typed, base=None: nowhere / (Path(typed).name or "x")


def panel() -> None:
    """One panel of the Floor cannot be drawn."""
    from meeting_tui.ui.screens import floor_screen

    vars(floor_screen)["panel"] = failing


def loop() -> None:
    """The screen's own loop ends with a fault once told so, which nothing can go on from."""
    from meeting_tui.ui.boundary import Boundary

    async def failing_loop(self: Boundary) -> None:
        while not (home() / NOW).exists():
            await asyncio.sleep(0.05)
        failing()

    changed: Any = Boundary
    changed._process_messages_loop = failing_loop


def key() -> None:
    """The key of an act fails."""
    from meeting_tui.ui.live_port import LivePort

    changed: Any = LivePort
    changed.do_act = failing


CHANGES: dict[str, Callable[[], None]] = {
    "fenced": fenced,
    "panel": panel,
    "loop": loop,
    "key": key,
}

if __name__ == "__main__":
    from meeting_tui.cli import main

    CHANGES[sys.argv.pop(1)]()
    sys.exit(main())
