"""A process that appends to a log beside others, and says what was acknowledged to it."""

from __future__ import annotations

import sys
from pathlib import Path

from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import ConflictError
from meeting_tui.meeting.items import ItemClosed
from tests.session_log.meeting_day import entry


def main(folder: Path, desk: str, count: int) -> None:
    """Append so many entries, each behind whatever the others appended first."""
    log = SessionFolder(folder).write(desk, shares=True)
    log.share()
    known = log.head().seq
    for _ in range(count):
        while True:
            made = entry(known + 1, ItemClosed("4"), desk=desk)
            try:
                log.append([made], known)
            except ConflictError:
                known = max(each.seq for each in log.read(known))
                continue
            known = made.seq
            print(made.id, flush=True)
            log.keep_head()
            break
    log.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
