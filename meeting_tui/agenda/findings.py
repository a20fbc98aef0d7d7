"""What is wrong with a file, and the one sentence that says so.

Every check of this room gives findings; only here do they become errors with a line, a table and a
key as they stand in the file, so that all of them read alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import dropwhile
from pathlib import Path
from typing import NamedTuple

from meeting_tui.agenda.toml_lines import Place, key_lines, line_of
from meeting_tui.errors import AgendaError
from meeting_tui.words import Sentence


class Finding(NamedTuple):
    """One thing wrong in a document."""

    place: Place
    what: Sentence
    expected: Sentence | str | None = None


def errors_of(findings: Iterable[Finding], text: str, path: Path | str) -> tuple[AgendaError, ...]:
    """The findings as errors of the file `path` with that `text`, in the order of its lines."""
    lines: dict[Place, int] | None = None
    errors = []
    for finding in findings:
        lines = key_lines(text) if lines is None else lines
        errors.append(
            AgendaError(
                finding.what,
                path=path,
                line=line_of(finding.place, lines),
                key=shown_key(finding.place) or None,
                expected=finding.expected,
            )
        )
    return tuple(sorted(errors, key=lambda error: error.line or 0))


def shown_key(place: Place) -> str:
    """A place as it stands in the file: `zone`, `[[items.segments]] title.en`."""
    parts = list(dropwhile(lambda part: isinstance(part, int), reversed(place)))[::-1]
    inner = 0
    for number, part in enumerate(parts, start=1):
        if isinstance(part, int):
            inner = number
    table = ".".join(str(part) for part in parts[:inner] if isinstance(part, str))
    key = ".".join(str(part) for part in parts[inner:])
    return f"[[{table}]] {key}" if table else key


def table_name(place: Place) -> str:
    """The list of tables at that place, as its headers name it: `[[items.segments]]`."""
    return f"[[{'.'.join(part for part in place if isinstance(part, str))}]]"


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """The known word that was most likely meant, or None; `likeness` is from 0 to 1 (equal)."""
    from difflib import get_close_matches  # late: only needed once something is wrong

    folded = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), folded, n=1, cutoff=likeness)
    return folded[found[0]] if found else None


def one_of(word: str, known: Iterable[str]) -> Sentence | str:
    """What was expected instead of `word`: the nearest known one, else the whole choice."""
    names = list(known)
    meant = nearest(word, names)
    if meant is not None:
        return f'"{meant}"'
    choice = tuple(f'"{name}"' for name in names)
    if len(choice) > 1:
        return Sentence("fault.one_of", names=choice)
    return choice[0] if choice else Sentence("plan_fault.no_such_key")
