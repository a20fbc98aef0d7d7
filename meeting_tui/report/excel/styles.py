"""How cells look: one format for each sort of value, made once for a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

MOMENT = "yyyy-mm-dd hh:mm:ss"
SPAN = "[h]:mm:ss"
LATE = "+0;-0;0"

_TOP: dict[str, Any] = {"valign": "top"}
_LOOKS: dict[str, dict[str, Any]] = {
    "head": {
        "bold": True,
        "text_wrap": True,
        "valign": "bottom",
        "bg_color": "#DCE6F1",
        "bottom": 1,
    },
    "above": {"text_wrap": True, "valign": "bottom", "font_size": 9, "bg_color": "#DCE6F1"},
    "text": _TOP,
    "prose": {**_TOP, "text_wrap": True},
    "number": {**_TOP, "num_format": "0"},
    "figure": {**_TOP, "num_format": "0.###"},
    "moment": {**_TOP, "num_format": MOMENT, "align": "left"},
    "span": {**_TOP, "num_format": SPAN},
    "share": {**_TOP, "num_format": "0.0%"},
    "late_minutes": {**_TOP, "num_format": LATE},
    "flag": {**_TOP, "align": "center"},
    "not_asked": {**_TOP, "align": "center", "font_color": "#808080", "bg_color": "#EDEDED"},
    "nothing": {"italic": True},
}
_SUM = {"bold": True, "top": 1}


class Styles:
    """The formats of one workbook, each made when it is first used."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, bool], Format] = {}

    def __call__(self, name: str, *, is_sum: bool = False) -> Format:
        """The format of that name, as it is or as at the foot of a table."""
        key = (name, is_sum)
        if key not in self._made:
            look = {**_LOOKS[name], **(_SUM if is_sum else {})}
            self._made[key] = self._book.add_format(look)
        return self._made[key]
