"""A TOML text as a document, or where and why it is none."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from meeting_tui.agenda.decoding import even_lines
from meeting_tui.agenda.shape import tidied
from meeting_tui.errors import AgendaError
from meeting_tui.outside import UnfitFile, refuse_swollen_toml
from meeting_tui.patterns import late_pattern
from meeting_tui.words import Sentence

_PLACE = late_pattern(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_A_LINE = Sentence("plan_fault.want_line", example='id = "1"')
_SAID = {
    "Invalid date or datetime": (
        Sentence("plan_fault.no_such_moment"),
        Sentence("plan_fault.want_moment", example="2026-03-19T10:00:00"),
    ),
    "Cannot overwrite a value": (
        Sentence("plan_fault.key_twice"),
        Sentence("plan_fault.want_key_once"),
    ),
    "Invalid value": (
        Sentence("plan_fault.no_value"),
        Sentence("plan_fault.want_value"),
    ),
    "Expected '='": (Sentence("plan_fault.bare_key"), _A_LINE),
    "Illegal character '\\n'": (
        Sentence("plan_fault.open_text"),
        Sentence("plan_fault.want_quote"),
    ),
}
"""What the reader says of the commonest slips, and how it is put to people here."""


def read_toml(text: str, path: Path | str) -> dict[str, Any]:
    """The document in `text`, its texts cleaned and its lists tuples.

    Raises AgendaError naming `path` and the line where the text is not TOML or holds nothing.
    """
    text = even_lines(text)
    try:
        refuse_swollen_toml(text)
        document: dict[str, Any] = tidied(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _error(str(error), text, path) from error
    except UnfitFile as error:
        raise AgendaError(error.said, path=path) from error
    except RecursionError:
        what, expected = Sentence("plan_fault.nested"), Sentence("plan_fault.few_levels")
        raise AgendaError(what, path=path, line=1, expected=expected) from None
    except ValueError as error:
        what, expected = (
            Sentence("plan_fault.long_number"),
            Sentence("plan_fault.want_digits", digits=18),
        )
        raise AgendaError(what, path=path, line=1, expected=expected) from error
    if not document:
        what, expected = Sentence("plan_fault.empty_file"), Sentence("plan_fault.want_keys")
        raise AgendaError(what, path=path, line=1, expected=expected)
    return document


def _error(message: str, text: str, path: Path | str) -> AgendaError:
    found = _PLACE.search(message)
    if found is None or found[1] is None:
        last = text.rstrip("\n").count("\n") + 1
        what, expected = Sentence("plan_fault.ends_early"), Sentence("plan_fault.want_closing")
        return AgendaError(what, path=path, line=last, expected=expected)
    said = message[: found.start()]
    known = (put for start, put in _SAID.items() if said.startswith(start))
    what, expected = next(known, (Sentence("plan_fault.not_toml", said=said), _A_LINE))
    return AgendaError(what, path=path, line=int(found[1]), expected=expected)
