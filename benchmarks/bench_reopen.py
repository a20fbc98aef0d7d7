"""Reopening a session of 5,000 events: reading, checking and folding its log.

Against reading the same rows from the same file and doing nothing with them.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks.days import workshop
from benchmarks.figures import Row, against, aimed, milliseconds, taking_turns
from benchmarks.long_days import long_day
from meeting_tui.meeting.meeting import replay
from meeting_tui.session_log.chain import verify
from meeting_tui.session_log.sqlite import open_sqlite
from meeting_tui.session_log.toml_log import dump_session

TITLE = "Reopen a session of 5,000 events"
QUICK = 2
EVENTS = 5000


def run(rounds: int = 9) -> list[Row]:
    """Rows for opening, the check of the hashes, the TOML text, and the rows alone."""
    with workshop() as folder:
        path = folder / "log.db"
        log = open_sqlite(path, writer=True, desk="bench")
        log.append(list(long_day(EVENTS)), 0)
        log.close()
        acts = [
            partial(milliseconds, partial(act, path)) for act in (_reopen, _verify, _as_text, _rows)
        ]
        for act in acts:
            act()
        taken = taking_turns(rounds, *acts)
    rows = Row("the rows alone", tuple(taken[3]))
    opened, _ = against(Row("read, decode and fold", tuple(taken[0])), rows)
    verified, _ = against(Row("check every hash", tuple(taken[1])), rows)
    text, _ = against(Row("write it whole as TOML", tuple(taken[2])), rows)
    return [aimed(opened, "at most 60 ms", lambda row: row.p(50) <= 60), verified, text, rows]


def _reopen(path: Path) -> None:
    with closing(open_sqlite(path, writer=False)) as log:
        meeting = replay(log.read())
    if meeting.last.seq != EVENTS:
        raise SystemExit(f"{meeting.last.seq} events instead of {EVENTS}")


def _verify(path: Path) -> None:
    with closing(open_sqlite(path, writer=False)) as log:
        if verify(log.rows(), log.head()):
            raise SystemExit("the log does not hold")


def _as_text(path: Path) -> None:
    with closing(open_sqlite(path, writer=False)) as log:
        dump_session("bench", log.rows(), log.head())


def _rows(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("SELECT * FROM entry ORDER BY seq").fetchall()
