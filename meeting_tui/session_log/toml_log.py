"""The whole session log as a TOML file that people can read and the database can be rebuilt from.

Each event is a block of its own with its hash, so that damage to one block costs that block:
what is whole is kept, the rest is set aside in a file beside it and counted. Blocks of plain words,
numbers and lists of words, nearly all there are, are written here, as the library would but faster.

Loading is forgiving and keeps what is good; checking is for those who ask if anybody was at the
file, so it looks at every block in file order and at whatever is no block.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import tomli_w
from msgspec import Struct

from meeting_tui.errors import LogDamaged, SessionError, why
from meeting_tui.meeting.entry import SCHEMA_VERSION, Entry
from meeting_tui.outside import LOG, PLAN, UnfitFile, read_outside, refuse_swollen_toml
from meeting_tui.patterns import late_pattern
from meeting_tui.session_log.chain import Finding, Head, Row, SetAside, believed, gaps, verify
from meeting_tui.session_log.codec import NewerSchema, canonical, decode_bytes, parse
from meeting_tui.session_log.files import free_name, write_atomic
from meeting_tui.session_log.store import EMPTY, WriteRefused
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
_BARE = late_pattern("[A-Za-z0-9_-]+")
_NOT_PLAIN = late_pattern(r'["\\]')
_SHORTEST = 100
"""A block with fewer characters may fit on one line, and then the library writes it on one."""
_HEADER_KEYS = {"name", "schema", "count", "head"}
_SEQ = re.compile(rb"^seq = (\d{1,15})[ \t]*\r?$", re.MULTILINE)
_HASH = re.compile(rb'^hash = "([0-9a-f]{64})"', re.MULTILINE)
_LONGEST_TAIL = 50
"""Lines behind an event that are looked through for its end."""


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


class CheckedText(Struct, frozen=True):
    """What was found in a session.toml."""

    findings: tuple[Finding, ...]
    rows: tuple[Row, ...]
    """A row for each block in file order, whole or not."""


def check_session_toml(path: Path) -> CheckedText:
    """Everything wrong with that file; raises SessionError where it cannot be read, NewerSchema.

    All of the text is what the program writes, comments and the session's name too; only a byte
    order mark, line ends and blank lines between the blocks may have changed.
    """
    try:
        text = read_outside(path, LOG).removeprefix(BOM)
    except OSError as fault:
        raise SessionError(Sentence("fault.at", place=str(path), what=why(fault))) from fault
    start, *blocks = pieces(text)
    head = _checked_header(start)
    rows: list[Row] = []
    findings: list[Finding] = []
    for block in blocks:
        before = rows[-1].seq if rows else 0
        row, is_all = _read(block)
        rows.append(row or _unreadable(block, before + 1))
        if not is_all:
            findings.append(Finding("foreign", rows[-1].seq, rows[-1].seq))
    if not (head and _is_as_written(start, head, {path.absolute().parent.name, _session_of(rows)})):
        findings.append(Finding("header", 0, 0))
    findings += verify(rows, head)
    return CheckedText(tuple(_plain(findings, rows)), tuple(rows))


def _checked_header(piece: bytes) -> Head | None:
    """Number and hash of the last event; None for a header that is not as it is written."""
    table = table_of(piece)
    match table:
        case {"session": {"schema": int(schema)}} if SCHEMA_VERSION < schema < TOO_LARGE:
            raise NewerSchema(schema)
        case {
            "session": {
                "name": str(),
                "schema": int(schema),
                "count": int(count),
                "head": str(hash_),
            }
        } if (
            0 <= schema <= SCHEMA_VERSION
            and count < TOO_LARGE
            and len(table) == 1
            and table["session"].keys() == _HEADER_KEYS
        ):
            return Head(count, hash_)
    return None


def _session_of(rows: list[Row]) -> str:
    """The name the session began under; empty where its first event cannot be read."""
    try:
        started = parse(rows[0].content) if rows else {}
    except LogDamaged:
        return ""
    match started:
        case {"name": "session_started", "what": {"session": str(name)}}:
            return name
    return ""


def _is_as_written(start: bytes, head: Head, names: set[str]) -> bool:
    """Whether a header is what the program writes, under a name that the session has or had.

    The folder may be called otherwise by now; without a first event nothing is known of the name.
    """
    header = table_of(start)["session"]
    name = header["name"]
    is_known = name in names or "" in names
    return is_known and _bare(start) == _bare(header_text(name, head, header["schema"]).encode())


def _bare(text: bytes) -> bytes:
    """Without what an editor may have done to the ends of lines."""
    return text.replace(b"\r\n", b"\n").strip(b"\r\n")


def _read(block: bytes) -> tuple[Row | None, bool]:
    """The event of a block, and whether the block is nothing but that."""
    row = row_of(block)
    if row is not None:
        return row, _bare(block) == _bare(event_text(row).encode())
    lines = block.splitlines(keepends=True)
    for left_out in range(1, min(_LONGEST_TAIL, len(lines))):
        row = row_of(b"".join(lines[:-left_out]))
        if row is not None and _is_event(row):
            return row, False
    return None, True


def _is_event(row: Row) -> bool:
    """Whether a shortened block is an event still; part of one is not."""
    return b'"what":{' in row.content


def _unreadable(block: bytes, number: int) -> Row:
    """What stands for a block that cannot be read, at the number it seems to have."""
    seq, hash_ = _SEQ.search(block), _HASH.search(block)
    return Row(int(seq[1]) if seq else number, "", block, hash_[1].decode() if hash_ else "")


def _plain(findings: list[Finding], rows: list[Row]) -> list[Finding]:
    """Without what only follows from a block whose own hash cannot be read."""
    lost = {row.seq + 1 for row in rows if not row.hash}
    kept = [f for f in findings if not (f.what == "altered" and f.seq in lost)]
    return sorted(dict.fromkeys(kept), key=lambda finding: (finding.seq, finding.what))
