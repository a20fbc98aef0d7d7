"""A desk that purges a point and is killed at a step of it: argument 1 the folder, 2 the step."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from meeting_tui.session_log import sqlite, sqlite_file
from meeting_tui.session_log.files import SESSION_TOML, write_atomic
from meeting_tui.session_log.sqlite import open_sqlite
from meeting_tui.session_log.toml_log import dump_session
from tests.session_log.purged_session import SECRET, purge, spoken

STEPS = ("in the act", "written", "text rewritten", "packed", "emptied", "done")


def then_die(step: Callable[..., Any]) -> Callable[..., Any]:
    """The step, and the end of the program as a power cut is."""

    def stepping(*values: Any) -> Any:
        step(*values)
        os._exit(9)

    return stepping


def dying(*values: Any) -> None:
    os._exit(9)


def main(folder: Path, step: str) -> None:
    """Make the session, then purge it as far as the step."""
    room = spoken()
    log = open_sqlite(folder / "log.db", writer=True, desk="desk")
    log.append(room.meeting.entries, 0)
    log.keep_draft("note", f"note /off-record {SECRET}", room.now)
    text = dump_session("trial", log.rows(), log.head())
    write_atomic(folder / SESSION_TOML, text.encode())
    module: Any = sqlite_file
    store: Any = sqlite
    if step == "in the act":
        store.owe_scrubbing = then_die(sqlite_file.owe_scrubbing)
    elif step == "written":
        store.scrub = dying
    elif step == "text rewritten":
        module._rewrite_text = then_die(module._rewrite_text)
    elif step == "packed":
        module._empty_write_ahead = dying
    elif step == "emptied":
        module._empty_write_ahead = then_die(module._empty_write_ahead)
    log.append(purge(room), room.meeting.last.seq)
    os._exit(9)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
