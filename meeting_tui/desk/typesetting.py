"""The report in pages: as a Word file, or as that file printed to PDF."""

from __future__ import annotations

from collections.abc import Callable

from meeting_tui.desk.pdf import pdf_of
from meeting_tui.report.blocks import Document, Dropped
from meeting_tui.report.formats import Format
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.report.word import word_files
from meeting_tui.words import say


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
