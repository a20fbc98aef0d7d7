"""What each page is told: the looks of the meeting in both languages, made once for all browsers.

Every text crosses the border of people's texts on the way out; a page shows it as text alone.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct

from meeting_tui.meeting.naming import as_named
from meeting_tui.text import display
from meeting_tui.views.look import Look
from meeting_tui.views.room_agenda import agenda_page
from meeting_tui.views.room_display import mark, room_clock, room_display
from meeting_tui.views.room_notes import notes_page
from meeting_tui.views.room_request import request_page
from meeting_tui.views.slip import make_slip
from meeting_tui.web.links import Link
from meeting_tui.words import LANGUAGES, say

LookIn = Callable[[str], Look]
"""A look at the meeting as it stands now, in a language."""


def told(link: Link, look_in: LookIn) -> dict[str, Any]:
    """What a page shows, for each language: plain values, instants as milliseconds since 1970."""
    return {each: _told(link, look_in(each)) for each in LANGUAGES}


def _told(link: Link, look: Look) -> dict[str, Any]:
    return {"mark": mark(look)} | _PAGES[link.page](look, link.subject)


def millis(instant: datetime) -> float:
    """Milliseconds since 1970, as browsers count."""
    return instant.timestamp() * 1000


def _display(look: Look, _: str) -> dict[str, Any]:
    shown = _plain(room_display(look))
    return shown | {"words": _words(look.language, _DISPLAY_WORDS)}


def _slip(look: Look, _: str) -> dict[str, Any]:
    shown = _plain(make_slip(look))
    clock = room_clock(look)
    return shown | {
        "head": look.state.agenda.short_title.say(look.language),
        "clock": _plain(clock) if clock else None,
        "words": _words(look.language, _SLIP_WORDS),
    }


def _agenda(look: Look, _: str) -> dict[str, Any]:
    shown = _plain(agenda_page(look))
    return shown | {"words": _words(look.language, _AGENDA_WORDS)}


def _request(look: Look, code: str) -> dict[str, Any]:
    found = look.directory.get(code)
    if found is None:
        return {}
    shown = _plain(request_page(look, as_named(found)))
    return shown | {"words": _words(look.language, _REQUEST_WORDS)}


def _notes(look: Look, hand: str) -> dict[str, Any]:
    shown = _plain(notes_page(look))
    return shown | {"hand": display(hand), "words": _words(look.language, _NOTES_WORDS)}


_PAGES: dict[str, Callable[[Look, str], dict[str, Any]]] = {
    "display": _display,
    "slip": _slip,
    "agenda": _agenda,
    "request": _request,
    "notes": _notes,
}
_EVERY_PAGE = ("no_news", "language", "theme")
_CLOCK = (
    "on_time",
    "nearly",
    "over",
    "paused",
    "no_limit",
    "order",
    "left_of",
    "over_limit",
    "used",
)
_DISPLAY_WORDS = (*_EVERY_PAGE, *_CLOCK, "next", "more", "nobody_next", "closed")
_SLIP_WORDS = (
    *_EVERY_PAGE,
    *_CLOCK,
    "next",
    "nobody_next",
    "questions",
    "unheard",
    "orders",
    "replies",
    "noted",
    "noted_done",
)
_REQUEST_WORDS = (
    *(*_EVERY_PAGE, *_CLOCK, "now_on", "has_floor", "own", "own_none", "ask_for", "about"),
    *("ask", "withdraw", "sure", "keep", "not_confirmed"),
)
_NOTES_WORDS = (
    *(*_EVERY_PAGE, *_CLOCK, "is_over", "line", "on", "speaks", "last", "nothing_noted"),
    *("to_send", "not_taken", "put_back", "questions_of", "keys", "correct", "follow", "enter"),
)
_AGENDA_WORDS = (*_EVERY_PAGE, "planned", "expected", "held")


def _words(language: str, names: tuple[str, ...]) -> dict[str, str]:
    """What the page itself says, with `{...}` where it fills in a number or a time."""
    return {name: say(f"page.{name}", language) for name in names}


def _plain(value: Struct) -> dict[str, Any]:
    """The fields of a look as plain values."""
    plain: dict[str, Any] = _safe(msgspec.to_builtins(value, builtin_types=(datetime,)))
    return plain


def _safe(value: Any) -> Any:
    if isinstance(value, str):
        return display(value)
    if isinstance(value, datetime):
        return millis(value)
    if isinstance(value, dict):
        return {key: _safe(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_safe(each) for each in value]
    return value
