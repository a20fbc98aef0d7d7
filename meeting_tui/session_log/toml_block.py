"""One event as a block of TOML: the same bytes as the library writes, but faster.

A day has thousands of events, nearly all of plain words, numbers and lists of words. These are
written here; everything else goes through the library.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from typing import Any

import tomli_w

_BARE = re.compile("[A-Za-z0-9_-]+")
_NOT_PLAIN = re.compile(r'["\\]')
_SHORTEST = 100
"""A block with fewer characters may fit on one line, and then the library writes it on one."""


def block_text(block: Mapping[str, Any]) -> str:
    """`[[event]]` and a line for each key; raises TypeError for what TOML cannot hold."""
    parts = {key: value for key, value in block.items() if isinstance(value, Mapping)}
    own = _lines(block, parts)
    within = [_lines(each, ()) for each in parts.values()]
    whole = all(_BARE.fullmatch(key) for key in parts) and None not in within
    if own is None or len(own) < _SHORTEST or not whole:
        return tomli_w.dumps({"event": [block]})
    below = [f"\n[event.{key}]\n{text}" for key, text in zip(parts, within, strict=True)]
    return f"[[event]]\n{own}{''.join(below)}"


def _lines(table: Mapping[str, Any], leave: Container[str]) -> str | None:
    """The keys of a table except those to leave out; None for what is left to the library."""
    lines = []
    for key, value in table.items():
        if key in leave:
            continue
        told = _literal(value)
        if told is None or not _BARE.fullmatch(key):
            return None
        lines.append(f"{key} = {told}\n")
    return "".join(lines)


def _literal(value: object) -> str | None:
    """The value as the library would write it; None for what is left to the library."""
    if isinstance(value, str):
        # What does not print, and quotes, have to be escaped.
        is_plain = value.isprintable() and not _NOT_PLAIN.search(value)
        return f'"{value}"' if is_plain else None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    return _array(value) if isinstance(value, list) else None


def _array(values: list[object]) -> str | None:
    """A list of words, one a line."""
    if not values:
        return "[]"
    told = [_literal(each) if isinstance(each, str) else None for each in values]
    if None in told:
        return None
    return "[\n" + "".join(f"    {each},\n" for each in told) + "]"
