"""People's text inside Markdown: it reads as it was written and never becomes markup.

Every sign that the common flavours of Markdown give a meaning to is escaped where it could have
one; text written from right to left is isolated, so that it does not turn what stands around it.
"""

from __future__ import annotations

import re
import unicodedata

from meeting_tui.meeting.spans import clock_text, whole_seconds
from meeting_tui.text import clean_line

_ALWAYS = re.compile(r"[\\`*_\[\]<>|~#$^]")
_ENTITY = re.compile(r"&(?=[#\w])")
_LINK = re.compile(r":(?=//)|(?<=www)\.|@(?=\w)", re.IGNORECASE)
_LINE_START = re.compile(r"^([-+=:])|^(\d{1,9})([.)])(?=\s|$)")
_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"


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


def clock_span(seconds: float) -> str:
    """A length of time as `m:ss` or `h:mm:ss`, to the nearest second."""
    return clock_text(whole_seconds(seconds))
