"""A desk without a screen: acts and a draft typed letter by letter, until it is killed.

It says on its output what was shown (an act) and what was typed (so many letters, and when).
"""

from __future__ import annotations

import queue
import sys
import time
from collections.abc import Callable
from pathlib import Path

from meeting_tui.desk.desk import Accepted, Desk, What
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.opening import open_session, sit_down
from meeting_tui.desk.sessions import SessionFolder

TEXT = "what the delegate read out went on and on " * 50
EVERY_SECONDS = 0.004


def main(folder: Path) -> None:
    """Go on with the session: an act now and then, typing all the while."""
    seat = Seat("desk", "ab")
    calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    opened = open_session(SessionFolder(folder), seat)
    desk = sit_down(opened, seat, calls.put)
    desk.listen(tell)
    acts = ["open", "item 0", "inscribe mex", "next"] if desk.state.phase == "planned" else []
    typed = len(opened.restored.drafts.get("notes", "")) if opened.restored else 0
    print("restored", typed, time.time(), flush=True)
    while True:
        do(desk, acts.pop(0) if acts else f"inscribe {'ken' if typed % 2 else 'fra'}")
        for _ in range(10):
            typed += 1
            desk.keep_draft("notes", TEXT[:typed])
            print("typed", typed, time.time(), flush=True)
            time.sleep(EVERY_SECONDS)
            while not calls.empty():
                calls.get()()
        desk.tick()


def do(desk: Desk, line: str) -> None:
    """Enter a line; what comes of it is told later."""
    desk.submit(line)


def tell(what: What) -> None:
    """Say that an act was shown."""
    if isinstance(what, Accepted):
        print("shown", what.entries[-1].seq, time.time(), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
