"""A TOML text as a document, or where and why it is none."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from meeting_tui.agenda.decoding import even_lines
from meeting_tui.agenda.shape import tidied
from meeting_tui.errors import AgendaError

_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_SAID = {
    "Invalid date or datetime": (
        "there is no such day or time",
        "one that exists, like 2026-03-19T10:00:00",
    ),
    "Cannot overwrite a value": ("the key is there already", "each key once in its table"),
    "Invalid value": (
        "the value is not readable",
        "a text in quotes, a number, a date, true or false, a list or a table",
    ),
    "Expected '='": ("a key has no value", 'a line like id = "1"'),
    "Illegal character '\\n'": ("the text is not closed", "a quote before the end of the line"),
}
"""What the reader says of the commonest slips, and how it is put to people here."""


def read_toml(text: str, path: Path | str) -> dict[str, Any]:
    """The document in `text`, its texts cleaned and its lists tuples.

    Raises AgendaError naming `path` and the line where the text is not TOML or holds nothing.
    """
    text = even_lines(text)
    try:
        document: dict[str, Any] = tidied(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _error(str(error), text, path) from error
    except RecursionError:
        what = "lists are nested too deeply"
        raise AgendaError(what, path=path, line=1, expected="a few levels") from None
    except ValueError as error:
        what = "a number is too long"
        raise AgendaError(what, path=path, line=1, expected="at most 18 digits") from error
    if not document:
        raise AgendaError("the file is empty", path=path, line=1, expected="keys like id = ...")
    return document


def _error(message: str, text: str, path: Path | str) -> AgendaError:
    found = _PLACE.search(message)
    if found is None or found[1] is None:
        last = text.rstrip("\n").count("\n") + 1
        what = "the file ends too early"
        return AgendaError(what, path=path, line=last, expected="a closing quote or bracket")
    said = message[: found.start()]
    known = (put for start, put in _SAID.items() if said.startswith(start))
    what, expected = next(known, (f"not TOML ({said})", 'a line like id = "1"'))
    return AgendaError(what, path=path, line=int(found[1]), expected=expected)
