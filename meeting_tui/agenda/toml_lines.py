"""On which line of a TOML text each key stands.

The TOML reader keeps no places, but a person who must correct a file needs the line. This reads a
text that the TOML reader has accepted and only looks for keys; values are stepped over.
"""

from __future__ import annotations

import re

from meeting_tui.patterns import late_pattern

Place = tuple[str | int, ...]
"""A way into the document: keys, and numbers (from 0) into lists: `("items", 2, "minutes")`."""

_GAP = late_pattern(r"(?:[ \t\n]|#[^\n]*)*")
_BLANKS = late_pattern(r"[ \t]*")
_BARE = late_pattern(r"[A-Za-z0-9_-]+")
_SCALAR = late_pattern(r"[^,\]}#\n]+")
_STRING = late_pattern(
    r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL
)


def key_lines(text: str) -> dict[Place, int]:
    """The line (from 1) of each key, table and list element of `text`, which must be valid TOML."""
    return _Scan(text).lines


def line_of(place: Place, lines: dict[Place, int]) -> int:
    """The line of that place, or of the nearest table around it; 1 where even that is unknown."""
    while place and place not in lines:
        place = place[:-1]
    return lines.get(place, 1)


class _Scan:
    """One walk through the text, `at` being where it stands."""

    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n")
        self.at = 0
        self.lines: dict[Place, int] = {}
        self._lengths: dict[Place, int] = {}
        self._counted_to = 0
        self._line = 1
        self._document()

    def _document(self) -> None:
        table: Place = ()
        self._skip(_GAP)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip(_GAP)

    def _header(self) -> Place:
        """Steps over `[table]` or `[[list of tables]]`; the place that the keys below are in."""
        is_list = self.text.startswith("[[", self.at)
        line = self._line_here()
        self.at += 2 if is_list else 1
        place: Place = ()
        for part in self._dotted():
            place = (*self._last_of(place), part)
            self.lines.setdefault(place, line)
        self.at += 2 if is_list else 1
        if not is_list:
            return place
        number = self._lengths.get(place, 0)
        self._lengths[place] = number + 1
        self.lines[(*place, number)] = line
        return (*place, number)

    def _last_of(self, place: Place) -> Place:
        """The last table of a list of tables, as a header below it means; else the place itself."""
        return (*place, self._lengths[place] - 1) if place in self._lengths else place

    def _pair(self, table: Place) -> None:
        """Steps over `key = value`."""
        line = self._line_here()
        place = table
        for part in self._dotted():
            place = (*place, part)
            self.lines.setdefault(place, line)
        self.at += 1
        self._skip(_BLANKS)
        self._value(place)

    def _dotted(self) -> list[str]:
        """Steps over a dotted key; its parts. Ends before `=` or `]`."""
        parts = []
        while True:
            self._skip(_BLANKS)
            found = _STRING.match(self.text, self.at) or _BARE.match(self.text, self.at)
            assert found is not None  # the TOML reader has accepted the text
            self.at = found.end()
            parts.append(_unquoted(found.group()))
            self._skip(_BLANKS)
            if self.text[self.at] != ".":
                return parts
            self.at += 1

    def _value(self, place: Place) -> None:
        """Steps over a value, noting what is in a list or an inline table."""
        sign = self.text[self.at]
        if sign == "[":
            self._between("]", place, is_list=True)
        elif sign == "{":
            self._between("}", place, is_list=False)
        elif sign in "\"'":
            self._skip(_STRING)
        else:
            self._skip(_SCALAR)

    def _between(self, end: str, place: Place, *, is_list: bool) -> None:
        self.at += 1
        self._skip(_GAP)
        number = 0
        while self.text[self.at] != end:
            if is_list:
                self.lines[(*place, number)] = self._line_here()
                self._value((*place, number))
                number += 1
            else:
                self._pair(place)
            self._skip(_GAP)
            if self.text[self.at] == ",":
                self.at += 1
                self._skip(_GAP)
        self.at += 1

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self.text, self.at)
        self.at = self.at if found is None else found.end()

    def _line_here(self) -> int:
        self._line += self.text.count("\n", self._counted_to, self.at)
        self._counted_to = self.at
        return self._line


def _unquoted(key: str) -> str:
    """A key as the TOML reader gives it."""
    if key[0] == "'":
        return key[1:-1]
    if key[0] == '"':
        import tomllib

        return next(iter(tomllib.loads(f"{key} = 0")))
    return key
