"""Sessions on disk to export: days of every kind, and what was written of them."""

from __future__ import annotations

import html
import io
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.desk.bundle import Choice
from meeting_tui.desk.export_all import export_all
from meeting_tui.desk.intake import Seat, started
from meeting_tui.desk.reading import read_session
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.written_files import Written
from meeting_tui.meeting.meeting import Meeting
from tests.report.full_day import CHECKOUT
from tests.report.hard_day import local, run

PLAN = CHECKOUT / "agendas" / "2026-03-19-wgtr.toml"


def kept(meeting: Meeting, folder: Path) -> SessionFolder:
    """A session of that meeting, as a desk would have kept it."""
    session = SessionFolder(folder)
    log = session.write("desk")
    try:
        log.append(meeting.entries, 0)
    finally:
        log.close()
    return session


def long_list(statements: int = 300, points: int = 4) -> Meeting:
    """A day of so many interventions with so many points each."""
    agenda = load_agenda(PLAN)
    first = started(
        "long",
        agenda,
        load_rules(agenda.rules),
        local("09:00:00"),
        Seat("desk", "ab"),
        rehearsal=False,
    )
    codes = ("mex", "fra", "bra", "zaf", "jpn", "ken", "per", "nor", "che", "aut")
    lines = ["10:00:00 open", "10:00:01 item 4"]
    at = 36_002
    for number in range(statements):
        code = codes[number % len(codes)]
        lines.append(f"{_clock(at)} inscribe {code}")
        lines.append(f"{_clock(at + 1)} next")
        lines += [f"{_clock(at + 2)} note a{1 + n % 6} point {number} {n}" for n in range(points)]
        lines.append(f"{_clock(at + 6)} yield")
        at += 7
    return run(Meeting(first), "\n".join(lines))


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def everything(
    session: SessionFolder,
    target: Path,
    choice: Choice | None = None,
    told: list[str] | None = None,
) -> Written:
    """The whole folder."""
    heard = [] if told is None else told
    reading = read_session(session)
    return export_all(session, reading, target, choice or Choice("en"), tell=heard.append)


def files_below(folder: Path) -> dict[str, bytes]:
    """Name -> content of every file."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def texts_in(name: str, content: bytes) -> Iterable[str]:
    """Every text of a file: parts of a zip one by one, a PDF as pdftotext reads it."""
    if name.endswith(".pdf"):
        tool = shutil.which("pdftotext")
        if tool is None:
            # It is printed from the Word file, which is looked at too.
            return
        done = subprocess.run([tool, "-", "-"], input=content, capture_output=True, check=True)
        yield done.stdout.decode()
        return
    try:
        with ZipFile(io.BytesIO(content)) as parts:
            for part in parts.namelist():
                yield part
                yield _without_tags(parts.read(part).decode("utf-8", "replace"))
    except BadZipFile:
        yield content.decode()


def _without_tags(xml: str) -> str:
    """Texts and values of a part; what languages and cells are called is no name of anybody."""
    xml = re.sub(r"<\w+:(?:lang|themeFontLang)\b[^>]*>|\bxmlns\S*|\br=\S+", " ", xml)
    return html.unescape(re.sub(r"</?(?:\w+:)?\w+|[\w:]+=", " ", xml))
