"""The bytes of a spreadsheet, CSV or workbook, as rows of clean text, whoever wrote them.

Secretariats keep their lists in Excel, which writes the separator and code page of the machine it
runs on. What can be recognised is read; what cannot be read is refused with the place and a remedy.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from meeting_tui.errors import DirectoryError
from meeting_tui.outside import COLUMNS, PACKAGE
from meeting_tui.text import clean_line, spreadsheet_plain
from meeting_tui.words import Sentence

SEPARATORS = (",", ";", "\t")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Chinese Excel writes pairs of high bytes; accented letters of Latin pages mostly stand alone.
_CHINESE_PAGE = re.compile(rb"(?:[\x00-\x7f]|[\xa1-\xf7][\xa1-\xfe])*")


class Row(Struct, frozen=True):
    """One row below the header."""

    line: int
    """Where it begins in the file, the first line being 1."""
    cells: dict[str, str]
    """Column (lower case) -> clean text; cells left out at the end are empty."""


def decode(raw: bytes, path: Path | str | None = None) -> str:
    """The text of `raw`: UTF-8, UTF-16, a Chinese or a Western code page.

    Raises DirectoryError when it is none of them.
    """
    encoding = _encoding(raw)
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise DirectoryError(
            Sentence("list_fault.not_readable", encoding=encoding),
            path=path,
            line=line,
            expected=Sentence("list_fault.want_utf8"),
        ) from error


def _encoding(raw: bytes) -> str:
    """The name of the encoding that `raw` seems to be in."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return encoding
    if b"\x00" in raw[:2]:
        return "utf-16-be" if raw[:1] == b"\x00" else "utf-16-le"
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return "gb18030" if _CHINESE_PAGE.fullmatch(raw) else "cp1252"
    return "utf-8"


def rows(raw: bytes, path: Path | str | None = None) -> Iterator[Row]:
    """The rows of a workbook or of a CSV separated by comma, semicolon or tab, no empty ones.

    Raises DirectoryError for bytes that are no text, for a broken quotation and for a row with more
    cells than the header.
    """
    header: list[str] = []
    for line, values in _sheet(raw, path) if raw.startswith(PACKAGE) else _lines(raw, path):
        if len(values) > COLUMNS:
            what = Sentence("list_fault.too_wide", most=COLUMNS)
            raise DirectoryError(what, path=path, line=line)
        cells = [clean_line(spreadsheet_plain(value)) for value in values]
        if not any(cells):
            continue
        if not header:
            header = [cell.lower() for cell in cells]
            continue
        if any(cells[len(header) :]):
            raise DirectoryError(
                Sentence("list_fault.cells", cells=len(cells), columns=len(header)),
                path=path,
                line=line,
                expected=Sentence("list_fault.want_quoted"),
            )
        cells += [""] * (len(header) - len(cells))
        yield Row(line, dict(zip(header, cells, strict=False)))


def _sheet(raw: bytes, path: Path | str | None) -> Iterator[tuple[int, list[str]]]:
    """The rows of a workbook."""
    from meeting_tui.delegations.workbook import sheet_rows

    return sheet_rows(raw, path)


def _lines(raw: bytes, path: Path | str | None) -> Iterator[tuple[int, list[str]]]:
    """The lines of a CSV, each with the number of its first."""
    text = decode(raw, path)
    first = text.partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        for values in reader:
            yield line, values
            line = reader.line_num + 1
    except csv.Error as error:
        raise DirectoryError(
            Sentence("list_fault.unreadable_row", said=str(error)),
            path=path,
            line=line,
            expected=Sentence("list_fault.want_closed"),
        ) from error
