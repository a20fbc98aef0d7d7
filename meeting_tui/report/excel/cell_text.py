"""Text as a cell of Excel can hold it, with a note of what had to be left out and where.

A cell holds 32,767 characters, as UTF-16 counts them, and no character that XML cannot hold.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from meeting_tui.report.blocks import Dropped
from meeting_tui.text import ELLIPSIS, clean_block, clean_line, fit, not_xml, xml_safe

LONGEST = 32_767
_NEARBY = 40
_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class CellTexts:
    """Makes texts fit for cells and remembers what they lost."""

    def __init__(self) -> None:
        self.dropped: list[Dropped] = []
        """What was left out, cell by cell."""

    def fitting(self, text: str, cell: tuple[str, int, int]) -> str:
        """`text` as that cell (sheet, row and column from 0) shows it."""
        if text.isascii() and text.isprintable() and len(text) <= LONGEST:
            return text.strip()
        signs = [f"U+{ord(sign):04X}" for sign in not_xml(text)]
        shown = clean_block(xml_safe(text))
        if _units(shown) > LONGEST:
            shown = _beginning(shown)
            signs.append(ELLIPSIS)
        if signs:
            nearby = fit(clean_line(shown), _NEARBY).rstrip()
            self.dropped.append(Dropped(_place(*cell), nearby, tuple(signs)))
        return shown


def _place(sheet: str, row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    return f"{sheet}, {xl_rowcol_to_cell(row, column)}"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _beginning(text: str) -> str:
    """As much as fits, ending in `…`."""
    cut = text.encode("utf-16-le")[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore")
    return cut + ELLIPSIS


def library_text(text: str) -> str:
    """`text` as XlsxWriter is told it, so that the cell reads so.

    A text in `<r>` and `</r>` would be taken for the XML of a cell in several styles: such a one is
    handed over as that XML.
    """
    if not (text.startswith("<r>") and text.endswith("</r>")):
        return text
    inside = escape(_ESCAPE_LIKE.sub("_x005F_", text))
    return f'<r><t xml:space="preserve">{inside}</t></r>'
