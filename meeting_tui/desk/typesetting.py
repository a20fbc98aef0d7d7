"""The report in pages: as a Word file, or as that file printed to PDF by LibreOffice.

LibreOffice is used if it is installed; it runs beside an open one, with a profile of its own that
is made for this one file and then removed. No other program is used, and nothing is sent anywhere.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from meeting_tui.errors import PdfNotMade, why
from meeting_tui.report.blocks import Document, Dropped
from meeting_tui.report.formats import Format
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.report.word import word_files
from meeting_tui.text import clean_line
from meeting_tui.words import Sentence, say

TIMEOUT = 180.0
"""Seconds that one file may take; a long day takes three, a first start on a slow disk about
twenty.
"""

_FORMAT = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"}}'
)
"""Tagged, as PDF/UA requires: a screen reader announces headings, lists and tables."""
_MOMENT = re.compile(
    rb"/(?:CreationDate|ModDate) ?\(D:[^)]*\)"
    rb"|<xmp:(?P<what>CreateDate|ModifyDate|MetadataDate)>[^<]*</xmp:(?P=what)>"
)
_MARK = re.compile(rb"(?<=[</])[0-9A-F]{32}(?=[>\s])")
"""What makes one PDF differ from another: its two identifiers and LibreOffice's checksum."""
_NAMES = ("soffice", "libreoffice")
_LONGEST_REASON = 200


def find_libreoffice() -> Path | None:
    """The program that prints, in the usual paths of this system; None if it is not installed."""
    for name in _NAMES:
        if found := shutil.which(name):
            return Path(found)
    return next((path for path in _usual_places() if path.is_file()), None)


def _usual_places() -> Iterator[Path]:
    """Where installers put it without adding it to the PATH."""
    if sys.platform == "win32":
        for variable in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)"):
            if folder := os.environ.get(variable):
                # The `.com` waits for the work to be done; the `.exe` comes back at once.
                yield Path(folder) / "LibreOffice" / "program" / "soffice.com"
    elif sys.platform == "darwin":
        for root in (Path("/"), Path.home()):
            yield root / "Applications" / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"
    else:
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
        yield Path("/usr/lib/libreoffice/program/soffice")
        yield Path("/snap/bin/libreoffice")


def pdf_of(word_file: bytes, *, timeout: float = TIMEOUT) -> bytes:
    """The content of a `.docx` as the content of a PDF.

    Raises PdfNotMade if LibreOffice is missing, fails, or takes more than `timeout` seconds.
    """
    program = find_libreoffice()
    if program is None:
        raise PdfNotMade(Sentence("word.pdf_without_libreoffice"))
    # Something of the profile may still be held for a moment on Windows.
    with TemporaryDirectory(prefix="meeting-tui-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / "report.docx"
        source.write_bytes(word_file)
        said = _print(program, source, timeout)
        printed = folder / "report.pdf"
        if not printed.is_file():
            raise PdfNotMade(Sentence("word.pdf_failed", reason=said))
        return steady(printed.read_bytes())


def steady(pdf: bytes) -> bytes:
    """A PDF without the time at which it was made, so that equal reports give equal files.

    No length and no position changes, because the page table of a PDF counts bytes.
    """
    undated = _MOMENT.sub(lambda found: b" " * len(found[0]), pdf)
    bare = _MARK.sub(lambda found: b"0" * len(found[0]), undated)
    mark = sha256(bare).hexdigest()[:32].upper().encode("ascii")
    return _MARK.sub(mark, undated)


def _print(program: Path, source: Path, timeout: float) -> str:
    """Let the program make the PDF beside its source, and return what the program printed."""
    # Into a file: a pipe would stay open as long as anything that the program started.
    told = source.with_name("said.txt")
    command = [
        str(program),
        f"-env:UserInstallation={(source.parent / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault"),
        *("--convert-to", _FORMAT),
        *("--outdir", str(source.parent), str(source)),
    ]
    try:
        with told.open("wb") as output:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
    except OSError as fault:
        raise PdfNotMade(Sentence("word.pdf_failed", reason=why(fault))) from fault
    try:
        code = process.wait(timeout)
    except subprocess.TimeoutExpired as fault:
        _end(process)
        raise PdfNotMade(Sentence("word.pdf_late", seconds=round(timeout))) from fault
    said = told.read_bytes().decode("utf-8", "replace")
    return clean_line(said)[:_LONGEST_REASON] or str(code)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and its children: the one that prints is a child."""
    if sys.platform == "win32":
        ended = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(ended, check=False, capture_output=True)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def typeset(
    report: MeetingReport,
    wanted: Format,
    template: bytes | None = None,
    tell: Callable[[str], None] | None = None,
    draft: Document | None = None,
) -> dict[str, bytes]:
    """File name -> content of a format with pages, in a template if one is given.

    `tell` gets a sentence for each text that lost characters; `draft` is the report if it was made
    already. Raises TemplateError, PdfNotMade.
    """
    language = report.language

    def heard(dropped: Dropped) -> None:
        if tell is not None:
            tell(
                say(
                    "word.dropped",
                    language,
                    signs=" ".join(dropped.signs),
                    place=dropped.place,
                    nearby=dropped.nearby,
                )
            )

    files = word_files(report, template, heard, draft)
    if not wanted.is_printed:
        return files
    return {name.replace(".docx", ".pdf"): pdf_of(content) for name, content in files.items()}
