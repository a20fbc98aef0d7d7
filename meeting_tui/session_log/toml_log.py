"""The whole session log as a TOML file that people can read and the database can be rebuilt from.

Each event is a block of its own with its hash, so that damage to one block costs that block:
what is whole is kept, the rest is set aside in a file beside it and counted.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import tomli_w
from msgspec import Struct

from meeting_tui.errors import SessionError, why
from meeting_tui.meeting.entry import SCHEMA_VERSION, Entry
from meeting_tui.outside import LOG, PLAN, UnfitFile, read_outside, refuse_swollen_toml
from meeting_tui.session_log.chain import Head, Row, gaps
from meeting_tui.session_log.codec import canonical, decode_bytes, parse
from meeting_tui.session_log.files import free_name, write_atomic
from meeting_tui.session_log.remains import SetAside, believed
from meeting_tui.session_log.store import EMPTY, WriteRefused
from meeting_tui.session_log.toml_block import block_text
from meeting_tui.session_log.upcast import NewerSchema
from meeting_tui.words import Sentence

_PREFACE = """\
# Session log, written by meeting-tui. Every event is here; `meeting-tui session rebuild` makes the
# database from this file, and `session verify` tells whether a word of it was changed.
"""
_ORDER = ("seq", "id", "act", "at", "recorded_at", "desk", "hand", "name", "schema")
_BLOCK = re.compile(rb"^[ \t]*\[\[event\]\][ \t]*\r?$", re.MULTILINE)
_LONGEST_PIECE = 2 * PLAN
"""The first event holds the agenda."""
TOO_LARGE = 1 << 63
"""No number of a log is as large; one of many digits could not even be said."""
BOM = b"\xef\xbb\xbf"


class LoadedLog(Struct, frozen=True):
    """What a TOML session log holds."""

    name: str
    """Of the session; empty when the header is damaged."""
    rows: tuple[Row, ...]
    """Every whole event, in order; numbers are missing where `missing` says so."""
    head: Head
    """As the header records it, else of the last whole event."""
    missing: tuple[tuple[int, int], ...]
    """First and last number of each stretch of events that is not here."""
    set_aside: SetAside | None

    @property
    def entries(self) -> Iterator[Entry]:
        """The events, decoded and upgraded."""
        return (decode_bytes(row.content) for row in self.rows)


def dump_session(name: str, rows: Iterable[Row], head: Head) -> str:
    """The TOML of a log, from its rows as they are stored; raises LogDamaged for one unreadable."""
    return "\n".join([header_text(name, head), *map(event_text, rows)])


def header_text(name: str, head: Head, schema: int = SCHEMA_VERSION) -> str:
    """What stands before the events."""
    header = {"name": name, "schema": schema, "count": head.seq, "head": head.hash}
    return f"{_PREFACE}\n{tomli_w.dumps({'session': header})}"


def event_text(row: Row) -> str:
    """The block of one event; raises LogDamaged where its content cannot be read."""
    content = parse(row.content)
    block: dict[str, Any] = {key: content[key] for key in _ORDER if key in content}
    return block_text(block | {"hash": row.hash, **content})


def load_session_toml(path: Path) -> LoadedLog:
    """The log in that file: all that is whole; the rest goes to `<name>.set-aside-<n>` beside it.

    Raises SessionError when there is no such file or it may not be read, NewerSchema.
    """
    try:
        text = read_outside(path, LOG).removeprefix(BOM)
    except OSError as fault:
        raise SessionError(Sentence("fault.at", place=str(path), what=why(fault))) from fault
    start, *blocks = pieces(text)
    name, recorded, header_is_whole = _header(start)
    offered = [part for block in blocks for part in _offered(block)]
    rows = believed(row for _, row in offered if row is not None)
    head = recorded or (Head(rows[-1].seq, rows[-1].hash) if rows else EMPTY)
    kept = set(map(id, rows))
    rest = [b"" if id(row) in kept else piece for piece, row in offered]
    if not header_is_whole and start.strip():
        rest.insert(0, start)
    end = max(head.seq, rows[-1].seq if rows else 0)
    return LoadedLog(name, rows, head, gaps((row.seq for row in rows), end), _put_aside(path, rest))


def name_in(text: bytes) -> str:
    """The name of the session a log is of, as its header says; empty where that is damaged."""
    return _header(pieces(text.removeprefix(BOM))[0])[0]


def pieces(text: bytes) -> list[bytes]:
    """The header, then each event with its heading."""
    starts = [0, *(match.start() for match in _BLOCK.finditer(text)), len(text)]
    return [text[here:there] for here, there in pairwise(starts)]


def table_of(piece: bytes) -> dict[str, Any]:
    """The TOML of a piece; empty where it cannot be read."""
    try:
        if len(piece) > _LONGEST_PIECE:
            return {}
        text = piece.decode()
        refuse_swollen_toml(text)
        return tomllib.loads(text)
    except (ValueError, RecursionError, UnfitFile):
        return {}


def _header(piece: bytes) -> tuple[str, Head | None, bool]:
    match table_of(piece):
        case {"session": {"schema": int(schema)}} if SCHEMA_VERSION < schema < TOO_LARGE:
            raise NewerSchema(schema)
        case {"session": {"name": str(name), "count": int(count), "head": str(hash_)}} if (
            count < TOO_LARGE
        ):
            return name, Head(count, hash_), True
    return "", None, False


def row_of(piece: bytes) -> Row | None:
    """The event of a block as it would be stored; None where there is none."""
    match table_of(piece):
        case {"event": [{"hash": str(hash_), "seq": int(seq), "id": str(id_)} as block]}:
            content = {key: value for key, value in block.items() if key != "hash"}
            try:
                return Row(seq, id_, canonical(content), hash_)
            except (ValueError, TypeError):
                # A value that no log holds, such as a TOML date.
                return None
    return None


def _offered(block: bytes) -> list[tuple[bytes, Row | None]]:
    """The event of a block; what a cut heading of the next left behind it is a piece of its own."""
    row = row_of(block)
    if row is None:
        whole, end, cut = block.rstrip(b"\r\n").rpartition(b"\n")
        row = row_of(whole)
        if row is not None:
            return [(whole + end, row), (cut, None)]
    return [(block, row)]


def _has(file: Path, content: bytes) -> bool:
    try:
        return read_outside(file, LOG) == content
    except OSError:
        return False


def _put_aside(path: Path, pieces: list[bytes]) -> SetAside | None:
    """Keep the damaged pieces beside the file; whole events stand between them as nothing."""
    content = b"".join(pieces)
    if not content:
        return None
    stretches = sum(bool(here) and not before for before, here in pairwise([b"", *pieces]))
    there = sorted(path.parent.glob(f"{path.name}.set-aside-*"))
    known = next((file for file in there if _has(file, content)), None)
    if known is None:
        known = free_name(path, "set-aside")
        try:
            write_atomic(known, content)
        except WriteRefused:
            known = None
    return SetAside(known, len(content), stretches)
