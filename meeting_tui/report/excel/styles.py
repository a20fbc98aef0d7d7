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
_RIGHT: dict[str, Any] = {**_TOP, "align": "right", "indent": 1}
"""Apart from a text in the next column."""
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
    "count": {**_TOP, "num_format": "0", "align": "center"},
    "number": {**_RIGHT, "num_format": "0"},
    "figure": {**_RIGHT, "num_format": "0.###"},
    "moment": {**_TOP, "num_format": MOMENT, "align": "left"},
    "span": {**_RIGHT, "num_format": SPAN},
    "share": {**_RIGHT, "num_format": "0.0%"},
    "late_minutes": {**_RIGHT, "num_format": LATE},
    "flag": {**_TOP, "align": "center"},
    "not_asked": {**_TOP, "align": "center", "font_color": "#808080", "bg_color": "#EDEDED"},
    "nothing": {"italic": True},
}
_FEET: dict[str, dict[str, Any]] = {
    "": {},
    "first": {"bold": True, "top": 1},
    "other": {"bold": True},
}


class Styles:
    """The formats of one workbook, each made when it is first used."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, str], Format] = {}

    def __call__(self, name: str, foot: str = "") -> Format:
        """The format of that name; `foot`: as in the `first` or an `other` row of sums."""
        key = (name, foot)
        if key not in self._made:
            self._made[key] = self._book.add_format({**_LOOKS[name], **_FEET[foot]})
        return self._made[key]
