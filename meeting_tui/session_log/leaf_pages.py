"""The rows of a database read straight from its pages, without the tree that leads to them.

SQLite gives nothing of a file that was cut, or whose first page or a page of the tree is damaged,
although every other page is whole. The layout is that of
<https://www.sqlite.org/fileformat2.html#b_tree_pages>.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

PAGE = 4096
"""Bytes of a page, as the driver makes them."""
_LEAF = 0x0D
_FIRST_HEADER = 100
_MOST_BYTES = 1 << 26
_TEXT, _BLOB = 13, 12
"""The first kinds of a text and of bytes; a byte more is two further."""

Cells = tuple[int, str, bytes, str]


def rows_in_pages(raw: bytes) -> Iterator[Cells]:
    """Number, id, content and hash of every row of an entry table that a leaf page holds."""
    for start in range(0, len(raw) - PAGE + 1, PAGE):
        head = start + (_FIRST_HEADER if start == 0 else 0)
        if raw[head] != _LEAF:
            continue
        (count,) = struct.unpack_from(">H", raw, head + 3)
        for place in range(min(count, (PAGE - 8) // 2)):
            try:
                (at,) = struct.unpack_from(">H", raw, head + 8 + 2 * place)
                row = _row(raw, start + at)
            except (IndexError, ValueError, struct.error):
                continue
            if row is not None:
                yield row


def _row(raw: bytes, at: int) -> Cells | None:
    """The row of a cell; None for one of another table."""
    length, at = _number(raw, at)
    seq, at = _number(raw, at)
    record = _record(raw, at, length)
    end, at = _number(record, 0)
    kinds = []
    while at < end:
        kind, at = _number(record, at)
        kinds.append(kind)
    match kinds:
        case [0, id_, content, hash_] if id_ % 2 and not content % 2 and hash_ % 2:
            first = end + (id_ - _TEXT) // 2
            second = first + (content - _BLOB) // 2
            third = second + (hash_ - _TEXT) // 2
            if len(record) == third:
                text = record[end:first].decode(), record[second:third].decode("ascii")
                return seq, text[0], record[first:second], text[1]
    return None


def _record(raw: bytes, at: int, length: int) -> bytes:
    """The bytes of a record, from its cell and the pages that it goes on in."""
    if not 0 < length < _MOST_BYTES:
        raise ValueError(length)
    most, least = PAGE - 35, (PAGE - 12) * 32 // 255 - 23
    here = length
    if length > most:
        here = least + (length - least) % (PAGE - 4)
        here = here if here <= most else least
    parts, left = [raw[at : at + here]], length - here
    page = struct.unpack_from(">I", raw, at + here)[0] if left else 0
    while left > 0:
        start = (page - 1) * PAGE
        if page < 1 or start + PAGE > len(raw):
            raise ValueError(page)
        parts.append(raw[start + 4 : start + 4 + min(left, PAGE - 4)])
        left -= PAGE - 4
        (page,) = struct.unpack_from(">I", raw, start)
    return b"".join(parts)


def _number(raw: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for place in range(9):
        byte = raw[at + place]
        if place == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    raise AssertionError
