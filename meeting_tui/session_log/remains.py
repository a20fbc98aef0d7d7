"""Which events of a damaged log can still be trusted.

Several sources may offer a row for one number; the chain of hashes shows which one is whole. A gap
does not make the rows after it worthless.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from meeting_tui.errors import LogDamaged
from meeting_tui.session_log.chain import GENESIS, Row, Seals, follows, link, read_seals
from meeting_tui.session_log.codec import decode_bytes


class SetAside(Struct, frozen=True):
    """What could not be kept in the log, and where it is now."""

    path: Path | None
    """None if the folder could not be written; then the original is unchanged."""
    bytes: int
    pieces: int
    """How many damaged stretches it consists of."""


def believed(offered: Iterable[Row]) -> tuple[Row, ...]:
    """One whole row for each number, in order; of equal rows the one offered first.

    A row is whole if it can be decoded and its hash follows the row before it. If nothing is known
    about the row before it, nothing may contradict the hash. Raises NewerSchema.
    """
    by_number: dict[int, list[Row]] = {}
    for row in offered:
        by_number.setdefault(row.seq, []).append(row)
    seals = read_seals(row for rows in by_number.values() for row in rows)
    kept: dict[int, Row] = {}
    for number in sorted(by_number):
        whole = [row for row in by_number[number] if _decodes(row)]
        before = _hashes_before(number, kept, by_number)
        if before:
            whole = [row for row in whole if any(follows(row, each, seals) for each in before)]
        else:
            after = by_number.get(number + 1, ())
            whole.sort(key=lambda row: not _is_followed(row, after, seals))
        if whole:
            kept[number] = whole[0]
    return tuple(kept.values())


def _hashes_before(
    number: int, kept: dict[int, Row], by_number: dict[int, list[Row]]
) -> frozenset[str]:
    """The hashes the row may follow; none if nothing is known about the row before it."""
    if number == 1:
        return frozenset({GENESIS})
    if number - 1 in kept:
        return frozenset({kept[number - 1].hash})
    damaged = by_number.get(number - 1, [])
    hashes = {row.hash for row in damaged}
    if number - 2 in kept:
        # Perhaps only the hash was hit: then the content still tells what it was.
        hashes |= {link(kept[number - 2].hash, row.content) for row in damaged}
    return frozenset(hashes)


def _is_followed(row: Row, after: Iterable[Row], seals: Seals) -> bool:
    return any(follows(follower, row.hash, seals) for follower in after)


def _decodes(row: Row) -> bool:
    try:
        entry = decode_bytes(row.content)
    except LogDamaged:
        return False
    return entry.seq == row.seq and entry.id == row.id
