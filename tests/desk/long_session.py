"""A session of a few hundred entries at a real plan, to be damaged; made once, then copied."""

from __future__ import annotations

import atexit
import shutil
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

from meeting_tui.desk.opening import begin
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.visiting import visit
from meeting_tui.meeting.refusal import Refusal
from tests.desk.seat import MORNING, SEAT, plan

TURNS = 60
_NAMES = ("mex", "fra", "zaf", "ken", "deu", "bra")
FIRST = ("open", "item 0")


def turn(number: int) -> tuple[str, ...]:
    """The lines of one statement."""
    name = _NAMES[number % len(_NAMES)]
    noted = f"note a1 /supports what {name} said for the {number}th time " + "on and on " * 12
    return (f"inscribe {name}", f"floor! {name}", noted, "yield")


def do(folder: SessionFolder, lines: Sequence[str]) -> None:
    """Enter the lines, none of which may be refused."""
    with visit(folder, SEAT, "en") as visitor:
        for line in lines:
            outcome = visitor.do(line)
            assert not isinstance(outcome, Refusal), (line, outcome)


def folder_of_this_process() -> Path:
    """A new folder, removed when the process ends."""
    folder = Path(mkdtemp(prefix="meeting-tui-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@lru_cache
def _made() -> Path:
    folder = SessionFolder(folder_of_this_process() / "day")
    begin(folder, plan(), MORNING, SEAT, rehearsal=True)
    do(folder, [*FIRST, *(line for number in range(TURNS) for line in turn(number))])
    return folder.path


def long_session(place: Path) -> SessionFolder:
    """A copy of it there, called `day`."""
    shutil.copytree(_made(), place / "day")
    return SessionFolder(place / "day")
