"""What a damaged database still tells: its tables row by row, and the bare bytes of its pages.

Where its second file is damaged, the frames behind the damage are put in their places too. It is
read in a copy, so that SQLite's own repairs cannot touch the original.

SQLite gives nothing of a file that was cut, or whose first page or a page of the tree is damaged,
although every other page is whole; so rows are also read straight from the pages, without the tree
that leads to them. The layout is that of <https://www.sqlite.org/fileformat2.html#b_tree_pages>.
"""

from __future__ import annotations

import re
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from meeting_tui.errors import LogDamaged
from meeting_tui.outside import LOG, read_outside
from meeting_tui.session_log.chain import Head, Row
from meeting_tui.session_log.codec import parse
from meeting_tui.session_log.sqlite_check import completed, hides_commits
from meeting_tui.session_log.sqlite_file import LAYOUT, keeps_head, read_database
from meeting_tui.session_log.store import Draft, draft_as_stored

# A stored record is content then hash, unbroken within its page; control characters are escaped in
# the content and present in every record's header, so a match cannot run on into the next.
_RECORD = re.compile(rb'(\{"act":"[^\x00-\x1f]*?"what":\{[^\x00-\x1f]*?\}\})([0-9a-f]{64})')

_MOST_SINGLE = 100_000
"""Numbers asked for one by one."""
_OF_OTHER_KINDS = (
    "SELECT count(*) FROM entry"
    " WHERE typeof(id) <> 'text' OR typeof(content) <> 'blob' OR typeof(hash) <> 'text'"
)
PAGE = 4096
"""Bytes of a page, as the driver makes them."""
_LEAF = 0x0D
_FIRST_HEADER = 100
_MOST_BYTES = 1 << 26
_TEXT, _BLOB = 13, 12
"""The first kinds of a text and of bytes; a byte more is two further."""
Cells = tuple[int, str, bytes, str]


class Remains(Struct, frozen=True):
    """What could be read of a database."""

    rows: tuple[Row, ...]
    """Everything found, in any order, some of it perhaps twice."""
    drafts: dict[str, Draft]
    head: Head | None
    """As the database's own table records it; None when that cannot be read."""
    sound: tuple[Row, ...] | None
    """The rows of its table as they stand; None where SQLite itself finds the file damaged."""
    is_head_kept: bool = False
    """Whether it says that `log.head` belongs to it."""


def read_remains(database: Path, last: int = 0) -> Remains:
    """Everything readable in that file, if it is there, and in the commits beside it.

    `last` is the number of an event that is known to have been, and is looked for.
    """
    raw = read_database(database) if database.exists() else b""
    unfinished = companion(database, "-wal")
    raw_unfinished = read_outside(unfinished, LOG) if unfinished.exists() else b""
    with TemporaryDirectory(prefix="meeting-tui-") as place:
        copy = Path(place, database.name)
        copy.write_bytes(raw)
        if raw_unfinished:
            companion(copy, "-wal").write_bytes(raw_unfinished)
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            plain = tuple(_stored(connection, "ASC"))
            head = _head(connection)
            rows = [*plain, *_moved(plain)]
            drafts = dict(_drafts(connection))
            is_hidden = bool(raw_unfinished) and (
                not raw or hides_commits(raw_unfinished, companion(copy, "-shm"))
            )
            numbers = range(1, max(last, head.seq if head else 0) + 1)
            if is_hidden or head is None or [row.seq for row in plain] != list(numbers):
                rows += [*_in_pieces(connection, plain, numbers)]
                rows += [*_carved(raw_unfinished), *_carved(raw), *_in_pages(raw)]
            sound = plain if not is_hidden and _is_sound(connection) else None
            is_head_kept = _keeps_head(connection)
    if is_hidden:
        rest, of_rest, later = _behind_damage(raw, raw_unfinished, last)
        rows, drafts, head = [*rows, *rest], drafts | of_rest, later or head
    return Remains(tuple(dict.fromkeys(rows)), drafts, head, sound, is_head_kept)


def _behind_damage(
    raw: bytes, raw_unfinished: bytes, last: int
) -> tuple[list[Row], dict[str, Draft], Head | None]:
    """What the frames of a damaged second file tell, put where they belong in the database.

    Once without the damaged ones, and once with them, as most of such a page may be good.
    """
    rows: list[Row] = []
    drafts: dict[str, Draft] = {}
    head = None
    for only_whole in (False, True):
        content = completed(raw, raw_unfinished, only_whole=only_whole)
        if not content:
            continue  # neither file tells anything
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            connection.deserialize(content)
            plain = tuple(_stored(connection, "ASC"))
            head = _head(connection) or head
            numbers = range(1, max(last, head.seq if head else 0) + 1)
            rows += [*plain, *_in_pieces(connection, plain, numbers), *_in_pages(content)]
            drafts |= dict(_drafts(connection))
    return rows, drafts, head


def _in_pieces(
    connection: sqlite3.Connection, plain: tuple[Row, ...], numbers: range
) -> Iterator[Row]:
    """What reading from the front did not give: from the end, then each number by itself."""
    backwards = tuple(_stored(connection, "DESC"))
    yield from backwards
    there = {row.seq for row in (*plain, *backwards)}
    for number in numbers[:_MOST_SINGLE]:
        if number not in there:
            yield from _stored(connection, "ASC", f"WHERE seq = {number}")


def companion(database: Path, ending: str) -> Path:
    """The file beside a database that belongs to it: `-wal` or `-shm`."""
    return database.with_name(database.name + ending)


def _select(connection: sqlite3.Connection, query: str) -> Iterator[tuple[object, ...]]:
    """The rows up to the first that cannot be read; damage ends a query and is no surprise here."""
    try:
        yield from connection.execute(query)
    except sqlite3.DatabaseError:
        return


def _is_sound(connection: sqlite3.Connection) -> bool:
    """Whether the file is a database with the tables of a session log, each readable.

    What only writing needs counts too: opening refuses a file without it.
    """
    try:
        checked = connection.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
        layout = connection.execute("PRAGMA user_version").fetchone() == (LAYOUT,)
        odd = connection.execute(_OF_OTHER_KINDS).fetchone()
        drafts = connection.execute("SELECT slot, text, at FROM draft").fetchall()
    except sqlite3.DatabaseError:
        return False
    are_texts = all(isinstance(value, str) for values in drafts for value in values)
    return checked and layout and odd == (0,) and are_texts


def _stored(connection: sqlite3.Connection, order: str, where: str = "") -> Iterator[Row]:
    """In one order, as one damaged page hides everything behind it."""
    last: int | None = None
    columns = "seq, id, CAST(content AS BLOB), CAST(hash AS TEXT)"
    for found in _select(connection, f"SELECT {columns} FROM entry {where} ORDER BY seq {order}"):
        match found:
            case (int(seq), str(id_), bytes(content), str(hash_)):
                if last is not None and (seq <= last if order == "ASC" else seq >= last):
                    return  # a garbled page, which would be given again and again
                last = seq
                yield Row(seq, id_, content, hash_)


def _moved(rows: tuple[Row, ...]) -> Iterator[Row]:
    """Rows that stand elsewhere than their content says, at the place it says."""
    for row in rows:
        for found in _as_it_says(row.content, row.hash):
            if found != row:
                yield found


def _head(connection: sqlite3.Connection) -> Head | None:
    match list(_select(connection, "SELECT seq, hash FROM head")):
        case [(int(seq), str(hash_))]:
            return Head(seq, hash_)
    return None


def _keeps_head(connection: sqlite3.Connection) -> bool:
    try:
        return keeps_head(connection)
    except sqlite3.DatabaseError:
        return False


def _drafts(connection: sqlite3.Connection) -> Iterator[tuple[str, Draft]]:
    for slot, text, at in _select(connection, "SELECT slot, text, at FROM draft"):
        yield draft_as_stored(slot, text, at)


def _in_pages(raw: bytes) -> Iterator[Row]:
    """Rows of pages that the database leads to no more."""
    for seq, id_, content, hash_ in rows_in_pages(raw):
        yield Row(seq, id_, content, hash_)


def _carved(raw: bytes) -> Iterator[Row]:
    """Rows found in bytes that are no database any more."""
    for content, hash_ in _RECORD.findall(raw):
        yield from _as_it_says(content, hash_.decode())


def _as_it_says(content: bytes, hash_: str) -> Iterator[Row]:
    """The row of a content under its own number and id, if it can be read."""
    try:
        found = parse(content)
    except LogDamaged:
        return
    match found:
        case {"seq": int(seq), "id": str(id_)}:
            yield Row(seq, id_, content, hash_)


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
