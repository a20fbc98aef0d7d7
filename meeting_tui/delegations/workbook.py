"""The first sheet of an Excel workbook as rows of text, so that a list need not be saved as CSV."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree

from meeting_tui.errors import DirectoryError
from meeting_tui.outside import COLUMNS, MB, UnfitFile, said_size
from meeting_tui.packages import checked_package
from meeting_tui.patterns import late_pattern
from meeting_tui.words import Sentence

_LARGEST = 8 * MB
"""So many bytes a sheet, or its texts, may have when unpacked; a list of 10,000 rows has 4 MB."""
_NO_WORKBOOK = (
    *(zipfile.BadZipFile, ElementTree.ParseError, IndexError, KeyError, ValueError),
    *(RuntimeError, zlib.error),
)
_STRINGS = "xl/sharedStrings.xml"
_SHEET = late_pattern(r"xl/worksheets/sheet(\d+)\.xml")
_COLUMN = late_pattern(r"[A-Z]+")
_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sheet_rows(raw: bytes, path: Path | str | None = None) -> Iterator[tuple[int, list[str]]]:
    """The number and the cells of each row; raises DirectoryError for what is no workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(checked_package(raw))) as parts:
            sheets = sorted(
                (int(found[1]), name)
                for name in parts.namelist()
                if (found := _SHEET.fullmatch(name))
            )
            strings = _strings(parts) if _STRINGS in parts.namelist() else []
            rows = list(_rows(part_of(parts, sheets[0][1]), strings))
    except UnfitFile as fault:
        raise DirectoryError(fault.said, path=path) from fault
    except _NO_WORKBOOK as fault:
        what = Sentence("list_fault.no_workbook")
        expected = Sentence("list_fault.want_workbook")
        raise DirectoryError(what, path=path, expected=expected) from fault
    yield from rows


def part_of(parts: zipfile.ZipFile, name: str) -> ElementTree.Element:
    """One part of a package, read; raises UnfitFile for one larger than any program writes."""
    text = parts.read(name)
    if len(text) > _LARGEST:
        raise UnfitFile(Sentence("fault.swollen", most=said_size(_LARGEST)))
    return ElementTree.fromstring(text)


def _strings(parts: zipfile.ZipFile) -> list[str]:
    """The texts that cells refer to by number."""
    return [_text(each) for each in part_of(parts, _STRINGS).iter(f"{_SPACE}si")]


def _text(element: ElementTree.Element) -> str:
    """A text of one or several runs, without how it is pronounced."""
    runs = [element, *element.findall(f"{_SPACE}r")]
    return "".join(part.text or "" for run in runs for part in run.findall(f"{_SPACE}t"))


def _rows(sheet: ElementTree.Element, strings: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(sheet.iter(f"{_SPACE}row"), 1):
        cells: list[str] = []
        for cell in row.iter(f"{_SPACE}c"):
            value, column = _value(cell, strings), _place(cell.get("r", ""), len(cells))
            if value or column == len(cells):
                _refuse_far(column)
                cells += [""] * (column + 1 - len(cells))
                cells[column] = value
        yield int(row.get("r", number)), cells


def _refuse_far(column: int) -> None:
    """Raise UnfitFile for a cell so far to the right that filling up to it would take long."""
    if column >= COLUMNS:
        raise UnfitFile(Sentence("list_fault.too_wide", most=COLUMNS))


def _place(reference: str, after: int) -> int:
    """The column of a cell, from 0; the next one where it does not say."""
    found = _COLUMN.match(reference)
    if found is None:
        return after
    place = 0
    for letter in found[0]:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _value(cell: ElementTree.Element, strings: Sequence[str]) -> str:
    inline = cell.find(f"{_SPACE}is")
    if inline is not None:
        return _text(inline)
    value = cell.findtext(f"{_SPACE}v") or ""
    return strings[int(value)] if cell.get("t") == "s" else value
