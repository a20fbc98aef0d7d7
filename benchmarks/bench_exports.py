"""The full day written out, a format at a time and all at once, against reading its log alone.

LibreOffice prints the PDF in a program of its own and is told apart: nothing here makes it quicker.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from shutil import rmtree

from benchmarks.days import play_day, workshop
from benchmarks.figures import Row, against, aimed, milliseconds, taking_turns
from meeting_tui.desk.bundle import Bundle, Choice, Leaf
from meeting_tui.desk.exporting import export_files
from meeting_tui.desk.reading import read_session
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.typesetting import find_libreoffice
from meeting_tui.desk.written_files import Memory, write_new_folder
from meeting_tui.meeting.meeting import replay

TITLE = "Exports of the full day, from opening the log to the bytes"
QUICK = 1

FORMATS = ("json", "markdown", "word", "excel", "csv", "sheets", "toml")
STATEMENTS, POINTS = 300, 4
FEW = 12
"""Statements where it is only to be seen that the rows come."""
CODES = ("mex", "fra", "bra", "zaf", "jpn", "ken", "per", "nor", "che", "aut")


def run(rounds: int = 11) -> list[Row]:
    """A row a format, rows for everything at once, and one for the log alone."""
    statements = STATEMENTS if rounds > QUICK else FEW
    with workshop() as folder:
        day = SessionFolder(play_day(folder, "day"))
        script = folder / "long-list.script"
        script.write_text("\n".join(_long_list(statements)) + "\n", encoding="utf-8")
        long = SessionFolder(play_day(folder, "long", script=script))
        acts = [
            partial(_fold, day),
            partial(_everything, day, folder),
            partial(_everything, long, folder),
            *(partial(_export, day, name) for name in FORMATS),
        ]
        for act in acts if rounds > QUICK else ():
            act()
        alone, whole, longer, *each = taking_turns(
            rounds, *(partial(milliseconds, a) for a in acts)
        )
        anew, bare = taking_turns(
            max(1, rounds // 4), partial(_started, _command(day)), partial(_started, ["-c", ""])
        )
        printed = _printed(day) if rounds > QUICK else []
    rows = Row("log read and folded alone", tuple(alone))
    start = Row("a bare interpreter, started", tuple(bare))
    return [
        _timed(Row("every file but the PDF, to the disk", tuple(whole)), rows, 1000),
        _timed(
            Row(f"the same of {statements} statements x {POINTS} points", tuple(longer)), rows, 2000
        ),
        *(
            _timed(Row(name, tuple(taken)), rows, 500)
            for name, taken in zip(FORMATS, each, strict=True)
        ),
        rows,
        against(Row("the program started for every format", tuple(anew)), start)[0],
        start,
        *printed,
    ]


def _timed(row: Row, rows: Row, most: int) -> Row:
    aim = f"under {most} ms"
    return aimed(against(row, rows)[0], aim, lambda taken: taken.p(50) < most)


def _fold(session: SessionFolder) -> None:
    with closing(session.read()) as log:
        replay(log.read())


def _export(session: SessionFolder, name: str) -> None:
    export_files(session, (name,), Choice("en"))


def _everything(session: SessionFolder, folder: Path) -> None:
    """What `--format all` makes, without LibreOffice."""
    bundle = Bundle(session, read_session(session), Choice("en"), lambda sentence: None)
    leaves: list[Leaf] = []
    for name, make in bundle.steps():
        leaves += make() if name != "pdf" else []
    out = folder / "everything"
    write_new_folder({leaf.name: leaf.content for leaf in leaves}, out, Memory(out.parent, out))
    rmtree(out)


def _command(session: SessionFolder) -> list[str]:
    formats = ",".join(FORMATS)
    return ["-m", "meeting_tui", "export", str(session.path), "--format", formats]


def _started(arguments: list[str]) -> float:
    command = [sys.executable, *arguments]
    return milliseconds(lambda: subprocess.run(command, check=True, capture_output=True))


def _printed(session: SessionFolder) -> list[Row]:
    """LibreOffice alone, once, where it is installed."""
    if find_libreoffice() is None:
        return []
    return [Row("pdf, LibreOffice included", (milliseconds(lambda: _export(session, "pdf")),))]


def _long_list(statements: int) -> Iterator[str]:
    """A script of a day with so many statements and points."""
    yield "10:00:00 open"
    yield "10:00:01 item 4"
    at = 36_002
    for number in range(statements):
        acts = [f"inscribe {CODES[number % len(CODES)]}", "next"]
        acts += [f"note a{1 + point % 6} point {number} {point}" for point in range(POINTS)]
        for act in [*acts, "yield"]:
            yield f"{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02} {act}"
            at += 1 if act != "yield" else 4
