"""A desk that keeps what was acknowledged last apart, until it is killed, by others or at a step.

Argument 1 is the folder, 2 the step at which it ends itself; without it, it goes on for ever.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from meeting_tui.desk import sessions, watched_log
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.session_log.sqlite import SqliteLog
from tests.session_log.meeting_day import entry_at

STEPS = ("opened", "first act", "head noted", "log marked", "put aside")


def then_die(step: Callable[..., Any]) -> Callable[..., Any]:
    """The step, and the end of the program as `kill -9` is."""

    def stepping(*values: Any, **named: Any) -> Any:
        step(*values, **named)
        os._exit(9)

    return stepping


def main(folder: Path, step: str) -> None:
    """Go on from where the log ends; a line is printed once what it says is durable."""
    if step == "head noted":
        watched_log.note_acknowledged = then_die(watched_log.note_acknowledged)  # type: ignore[attr-defined]
    elif step == "log marked":
        SqliteLog.note_keeps_head = then_die(SqliteLog.note_keeps_head)  # type: ignore[method-assign]
    elif step == "put aside":
        sessions.put_aside = then_die(sessions.put_aside)  # type: ignore[attr-defined]
    log = SessionFolder(folder).write("desk")
    if step == "opened":
        os._exit(9)
    seq = log.head().seq
    print("opened", 0, flush=True)
    while True:
        log.append([entry_at(seq + 1), entry_at(seq + 2)], seq)
        seq += 2
        print("event", seq, flush=True)
        if step == "first act":
            os._exit(9)
        log.keep_head(at_once=True)
        print("head", seq, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
