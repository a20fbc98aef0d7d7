"""A file of Word as bytes that are equal whenever the document is: no times, one order.

What the libraries save carries the moment it was saved; two exports of one session could then not
be told from two that differ.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from meeting_tui.errors import MeetingTuiError
from meeting_tui.words import Sentence

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE = 0o644 << 16
_BODY = "word/document.xml"
_PAGE = b"<w:sectPr"
"""What comes behind all text."""
_FIRST = "[Content_Types].xml"
"""Programs that read a stream look for it at the beginning."""


def packed(document: WordDocument, body: str = "") -> bytes:
    """The document as the content of a `.docx`, the same bytes for the same content.

    Raises MeetingTuiError where the machine's date is before 1980.
    `body`: paragraphs and tables as XML, put in at its end; a long one is not taken apart again.
    """
    saved = io.BytesIO()
    try:
        document.save(saved)
    except ValueError as fault:
        if "1980" not in str(fault):
            raise
        # The library stamps what it saves with the machine's date.
        raise MeetingTuiError(Sentence("fault.clock_before_1980")) from fault
    steady = io.BytesIO()
    with (
        zipfile.ZipFile(saved) as source,
        zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, date_time=_EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            content = source.read(name)
            if name == _BODY and body:
                content = content.replace(_PAGE, body.encode("utf-8") + _PAGE, 1)
            target.writestr(entry, content)
    return steady.getvalue()
