"""A text that leaves, in Markdown: headings, numbered paragraphs, lists, tables, notices.

Everything in the blocks is taken as text, ours too: every sign that the common flavours of Markdown
give a meaning to is escaped where it could have one, and text written from right to left is
isolated, so that it does not turn what stands around it. A notice is set as a quotation, so that it
stands out also where it is read as plain text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from meeting_tui.patterns import late_pattern
from meeting_tui.report.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Inline,
    Notice,
    Paragraph,
    Run,
    Table,
)
from meeting_tui.report.draft import report_draft
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.text import clean_line

_STYLES = {"strong": "**", "emphasis": "*"}
_NOT_CLOSING = tuple("：；，。、？！）》”")
_ALWAYS = late_pattern(r"[\\`*_\[\]<>|~#$^]")
_ENTITY = late_pattern(r"&(?=[#\w])")
_LINK = late_pattern(r":(?=//)|(?<=www)\.|@(?=\w)", re.IGNORECASE)
_LINE_START = late_pattern(r"^([-+=:])|^(\d{1,9})([.)])(?=\s|$)")
_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"


def markdown_files(report: MeetingReport, draft: Document | None = None) -> dict[str, bytes]:
    """`report.md`: UTF-8, lines ended by LF; of the report's `draft` where it was made already."""
    return {"report.md": markdown(draft or report_draft(report)).encode("utf-8", "replace")}


def markdown(document: Document) -> str:
    """The document as text; what stands on every page is at its end, once."""
    parts = [f"# {escaped(document.title)}", f"**{escaped(document.subtitle)}**"]
    parts.append(escaped(document.head))
    number = 0
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.numbered:
            number += 1
            parts.append(f"{number}. {_line(block.runs)}")
        else:
            parts.append("\n".join(_lines(block)))
    parts += ["---", escaped(document.foot)]
    return "\n\n".join(parts) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {escaped(block.text)}"
        case Paragraph():
            yield _line(block.runs)
        case Bullets():
            yield from (f"- {_line(each)}" for each in block.lines)
        case Table():
            yield from _table(block)
        case Notice():
            yield f"> **{escaped(block.text)}**"


def _line(runs: Inline) -> str:
    return "".join(_run(each) for each in runs)


def _run(run: Run) -> str:
    """A run in its style; spaces, and signs that nothing parts from what follows, outside it.

    Markdown takes stars between a sign like `：` and a letter for stars.
    """
    text = run.text.strip(" ")
    sign = _STYLES.get(run.style, "")
    if not text or not sign:
        return f"{_spaces(run.text)}{escaped(text)}{_spaces(run.text[::-1])}" if text else run.text
    after = _spaces(run.text[::-1])
    inside = text[:-1] if not after and text.endswith(_NOT_CLOSING) else text
    outside = escaped(text[len(inside) :]) + after
    styled = f"{sign}{escaped(inside)}{sign}" if inside else ""
    return f"{_spaces(run.text)}{styled}{outside}"


def _spaces(text: str) -> str:
    """The spaces it begins with."""
    return text[: len(text) - len(text.lstrip(" "))]


def _table(table: Table) -> Iterator[str]:
    yield _row(each.heading for each in table.columns)
    yield "|" + "|".join(" ---: " if each.is_figure else " --- " for each in table.columns) + "|"
    yield from (_row(each) for each in table.rows)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(escaped(each) for each in cells) + " |"


def escaped(text: str) -> str:
    """`text` in one line, wherever in a line it is put, as Markdown that renders as `text`."""
    plain = clean_line(text)
    safe = _ALWAYS.sub(_with_backslash, plain)
    safe = _LINK.sub(_with_backslash, _ENTITY.sub(_with_backslash, safe))
    safe = _LINE_START.sub(_not_at_start, safe)
    if _runs_right_to_left(plain):
        return f"{_ISOLATE}{safe}{_END_OF_ISOLATE}"
    return safe


def _with_backslash(found: re.Match[str]) -> str:
    return f"\\{found.group()}"


def _not_at_start(found: re.Match[str]) -> str:
    sign, digits, dot = found.groups()
    return f"\\{sign}" if sign else f"{digits}\\{dot}"


def _runs_right_to_left(text: str) -> bool:
    if text.isascii():
        return False
    return any(unicodedata.bidirectional(sign) in ("R", "AL", "AN") for sign in text)
