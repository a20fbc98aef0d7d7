"""One event made durable, against the least a disk can do for it.

The log syncs once a commit, so it costs about as much as one fdatasync and a little more.
"""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from benchmarks.days import workshop
from benchmarks.figures import Row, against, aimed, milliseconds, taking_turns
from benchmarks.long_days import long_day
from meeting_tui.session_log.sqlite import open_sqlite

TITLE = "Append one event durably (SQLite WAL, FULL), against 4 KiB and fdatasync"
QUICK = 20

PAGE = b"\0" * 4096


def run(rounds: int = 800) -> list[Row]:
    """A row for the log and one for the bare disk."""
    with workshop() as folder:
        log = open_sqlite(folder / "log.db", writer=True, desk="bench")
        file = os.open(folder / "bare", os.O_RDWR | os.O_CREAT)
        entries = list(long_day(rounds + 1))
        places = count()

        def append() -> None:
            place = next(places)
            log.append([entries[place]], place)

        append()
        _overwrite(file, folder)
        taken = taking_turns(
            rounds, lambda: milliseconds(append), lambda: milliseconds(lambda: _overwrite(file))
        )
        os.close(file)
        log.close()
    ours, disk = against(
        Row("append of one event", tuple(taken[0])), Row("4 KiB + fdatasync", tuple(taken[1]))
    )
    return [aimed(ours, "about 2.4 x, at most 5 x", lambda row: (row.ratio or 0) <= 5), disk]


def _overwrite(file: int, _: Path | None = None) -> None:
    os.lseek(file, 0, os.SEEK_SET)
    os.write(file, PAGE)
    # macOS and Windows have no fdatasync; fsync is then the least there is.
    getattr(os, "fdatasync", os.fsync)(file)
