"""Makes the pictures of report pages in docs/pictures, of the demonstration in both languages.

    PYTHONPATH=. .venv/bin/python docs/make_report_pages.py

from the checkout; English without names, Chinese with them.

LibreOffice prints the Word file as `--format pdf` does, and pdftoppm (poppler-utils) the pages.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from picture_tools import shrink_png

from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.desk.demonstration import begin_demonstration
from meeting_tui.desk.exporting import export_files
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.sessions import SessionFolder

PICTURES = Path(__file__).resolve().parent / "pictures"
AGENDA = PICTURES.parents[1] / "agendas" / "2026-03-19-wgtr.toml"
DOTS_PER_INCH = 84

CHOSEN = (
    ("en", "counted", ("Draft report of the Chair", "Item 4.", "Conclusions", "Attachment")),
    ("zh", "named", ("主席报告草案", "议程项目 4", "结论和建议", "附件")),
)
"""Language, naming, and how a line begins on each of the pages that are shown."""


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        session = SessionFolder(folder / "demo")
        begin_demonstration(session, load_agenda(AGENDA), Seat("demo"), "24:00:00")
        for language, naming, beginnings in CHOSEN:
            files = export_files(session, ("pdf",), language=language, naming=naming)
            printed = folder / f"{language}.pdf"
            printed.write_bytes(next(iter(files.values())))
            pages = _texts(printed)
            for number, beginning in enumerate(beginnings, start=1):
                target = PICTURES / f"report-{language}-{naming}-{number}"
                _draw(printed, _page_with(pages, beginning), target)
                print(target.with_suffix(".png"))


def _texts(printed: Path) -> list[str]:
    command = ["pdftotext", "-layout", "-enc", "UTF-8", str(printed), "-"]
    done = subprocess.run(command, check=True, capture_output=True)
    return done.stdout.decode("utf-8").split("\f")


def _page_with(pages: list[str], beginning: str) -> int:
    """The number of the first page that has a line beginning so."""
    for number, page in enumerate(pages, start=1):
        if any(line.strip().startswith(beginning) for line in page.splitlines()):
            return number
    raise SystemExit(f"no page has a line that begins with {beginning!r}")


def _draw(printed: Path, page: int, target: Path) -> None:
    """One page as a small PNG; `target` without its ending."""
    command = ["pdftoppm", "-png", "-singlefile", "-r", str(DOTS_PER_INCH)]
    command += ["-f", str(page), "-l", str(page), str(printed), str(target)]
    subprocess.run(command, check=True)
    shrink_png(target.with_suffix(".png"))


if __name__ == "__main__":
    main()
