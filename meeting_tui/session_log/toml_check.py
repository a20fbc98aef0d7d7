"""Whether a session.toml is word for word what was written: its header, and its events as they lie.

Loading such a file is forgiving and keeps what is good; this is for those who ask if anybody was
at it, so it looks at every block in file order and at whatever is no block.
"""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from meeting_tui.errors import LogDamaged, SessionError, why
from meeting_tui.meeting.entry import SCHEMA_VERSION
from meeting_tui.outside import LOG, read_outside
from meeting_tui.session_log.chain import Finding, Head, Row, verify
from meeting_tui.session_log.codec import parse
from meeting_tui.session_log.toml_log import (
    BOM,
    TOO_LARGE,
    event_text,
    header_text,
    pieces,
    row_of,
    table_of,
)
from meeting_tui.session_log.upcast import NewerSchema
from meeting_tui.words import Sentence

_HEADER_KEYS = {"name", "schema", "count", "head"}
_SEQ = re.compile(rb"^seq = (\d{1,15})[ \t]*\r?$", re.MULTILINE)
_HASH = re.compile(rb'^hash = "([0-9a-f]{64})"', re.MULTILINE)
_LONGEST_TAIL = 50
"""Lines behind an event that are looked through for its end."""


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
    head = _header(start)
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


def _header(piece: bytes) -> Head | None:
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
