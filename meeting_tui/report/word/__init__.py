"""A document as a file of Word: in the built-in style, or in a template of one's own.

Nothing of the libraries is loaded before a file is asked for.
"""

from __future__ import annotations

from collections.abc import Callable

from meeting_tui.report.blocks import Document, Dropped, legible
from meeting_tui.report.read_model import MeetingReport

FILE = "report.docx"


def word_files(
    report: MeetingReport,
    template: bytes | None = None,
    tell: Callable[[Dropped], None] | None = None,
    draft: Document | None = None,
) -> dict[str, bytes]:
    """The draft of the report, `report.docx`; `tell` hears of every text that lost characters.

    `draft`: where it was made already. Raises TemplateError.
    """
    from meeting_tui.report.draft import report_draft

    document, dropped = legible(draft or report_draft(report))
    if tell is not None:
        for each in dropped:
            tell(each)
    return {FILE: word_file(document, template)}


def word_file(document: Document, template: bytes | None = None) -> bytes:
    """The content of a `.docx`; equal documents give equal bytes.

    `template`: the content of a `.docx` with tags, else the built-in style is used. Characters that
    no XML can hold are left out (`meeting_tui.report.blocks` says which). Raises TemplateError.
    """
    document, _ = legible(document)
    if template is None:
        from meeting_tui.report.word.built_in import built_in_file

        return built_in_file(document)
    from meeting_tui.report.word.template import filled_template

    return filled_template(document, template)


def sample_template(language: str) -> bytes:
    """The content of a `.docx` that gives the built-in look, to make one's own template from."""
    from meeting_tui.report.word.built_in import sample_file

    return sample_file(language)
