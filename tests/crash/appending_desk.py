"""A desk that enters event after event and says which are acknowledged, until it is killed."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from meeting_tui.session_log.files import SESSION_TOML, write_atomic
from meeting_tui.session_log.sqlite import open_sqlite
from meeting_tui.session_log.toml_log import dump_session
from tests.session_log.meeting_day import BEGIN, entry_at


def main(folder: Path) -> None:
    """Go on from where the log ends; a line is printed only after what it says is durable."""
    log = open_sqlite(folder / "log.db", writer=True, desk="desk-1")
    seq = log.head().seq
    for turns in count():
        log.keep_draft("note", f"draft before {seq + 1}", BEGIN)
        print("draft", seq + 1, flush=True)
        for size in (1, 3, 4):
            log.append([entry_at(seq + n) for n in range(1, size + 1)], seq)
            seq += size
            print("event", seq, flush=True)
        if turns % 4 == 3:
            text = dump_session("small", log.rows(), log.head())
            write_atomic(folder / SESSION_TOML, text.encode())
            print("toml", seq, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
