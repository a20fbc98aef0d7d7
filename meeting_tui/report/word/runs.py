"""People's text as runs of Word: escaped, its line ends kept, right-to-left parts marked as such.

Word does not work out the direction of a run by itself: an Arabic name inside an English sentence
has to say so, and a paragraph that begins with one is set from the right.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from meeting_tui.report.blocks import Inline

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_RTL_LETTERS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RTL = re.compile(f"[{_RTL_LETTERS}](?:[{_RTL_LETTERS}\\W\\d_]*[{_RTL_LETTERS}])?")
_FIRST_LETTER = re.compile(r"[^\W\d_]")
_CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]")
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_MUTED = "595959"


def is_right_to_left(text: str) -> bool:
    """Whether a text is set from the right: its first letter is Arabic, Hebrew or the like."""
    first = None if text.isascii() else _FIRST_LETTER.search(text)
    return first is not None and _RTL.match(first.group()) is not None


def inline_text(runs: Inline) -> str:
    """What a paragraph says, without its styles."""
    return "".join(run.text for run in runs)


def inline_xml(runs: Inline, language: str) -> str:
    """The runs of a paragraph, as XML."""
    return "".join(run_xml(run.text, language, style=run.style) for run in runs)


def run_xml(text: str, language: str, *, style: str = "", half_points: int | None = None) -> str:
    """One text in one style as XML; its size in half points where it is not its style's."""
    if text.isascii():
        return _run(text, _properties(style, half_points))
    pieces = []
    start = 0
    for found in _RTL.finditer(text):
        pieces.append((text[start : found.start()], False))
        pieces.append((found.group(), True))
        start = found.end()
    pieces.append((text[start:], False))
    return "".join(
        _run(piece, _properties(style, half_points, language, piece, is_rtl=is_rtl))
        for piece, is_rtl in pieces
        if piece
    )


def _properties(
    style: str,
    half_points: int | None,
    language: str = "en",
    text: str = "",
    *,
    is_rtl: bool = False,
) -> str:
    """`w:rPr`, its parts in the order that the format asks for."""
    is_chinese = bool(text) and not is_rtl and _CHINESE.search(text) is not None
    parts = []
    if is_chinese and language == "zh":
        # Quotation marks and dashes are then taken from the Chinese font too; emphasis is a face
        # of its own, as slanted Chinese is hard to read.
        face = ' w:eastAsia="KaiTi"' if style == "emphasis" else ""
        parts.append(f'<w:rFonts w:hint="eastAsia"{face}/>')
    if style == "strong":
        parts.append("<w:b/><w:bCs/>")
    elif style == "emphasis" and not is_chinese:
        parts.append("<w:i/><w:iCs/>")
    elif style == "muted":
        parts.append(f'<w:color w:val="{_MUTED}"/>')
    if half_points is not None:
        parts.append(f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>')
    if is_rtl:
        parts.append("<w:rtl/>")
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


def _run(text: str, properties: str) -> str:
    if not text:
        return ""
    lines = [
        "<w:tab/>".join(
            f'<w:t xml:space="preserve">{escape(part)}</w:t>' if part else ""
            for part in line.split("\t")
        )
        for line in _LINE_END.split(text)
    ]
    return f"<w:r>{properties}{'<w:br/>'.join(lines)}</w:r>"
