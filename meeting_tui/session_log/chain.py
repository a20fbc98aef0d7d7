"""Proof that a log was not altered, and which events of a damaged one can still be trusted.

Each event's hash covers its content and the hash before. The head (number and hash of the last
event) is kept apart, so that a missing tail shows as well. Several sources may offer a row for one
number; the hashes show which one is whole. A gap does not make the rows after it worthless.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from msgspec import MsgspecError, Struct
from msgspec.json import Decoder

from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.losses import EventsLost
from meeting_tui.session_log.codec import canonical, decode_bytes, encode, parse
from meeting_tui.words import Sentence

GENESIS = "0" * 64
"""The hash before the first event."""
PURGE = b'"point_purged"'
"""Stands in the content of every purge."""
LOST = b'"events_lost"'
"""Stands in the content of every entry that tells of lost ones."""

APART = b'"events_set_apart"'
"""Stands in the content of every entry that tells which others have no effect."""
_MOST_LOST = 1_000_000

What = Literal[
    "altered",
    "removed",
    "reordered",
    "inserted",
    "header",
    "foreign",
    "file",
    "hidden",
    "replaced",
]
"""Of a log as text alone: a `header` not as written, `foreign` text in or behind an event; of a
database: a `file` that reads well and would refuse the next act, one that holds `hidden` events
behind a damaged place, and one `replaced` by another."""
Seals = Mapping[int, Collection[str]]
"""Number of a redacted entry -> what it may hash to, behind the one before; see `purges`."""


class Row(Struct, frozen=True):
    """One event as it is stored."""

    seq: int
    id: str
    content: bytes
    """Canonical JSON of everything but the hash."""
    hash: str
    """64 hexadecimal digits."""


class Head(Struct, frozen=True):
    """Number and hash of the last event; 0 and GENESIS for an empty log."""

    seq: int
    hash: str


class Finding(Struct, frozen=True):
    """What is wrong with a log, and where."""

    what: What
    seq: int
    last: int
    """The last number it concerns; the same as `seq` for one event."""


def anchor(head: Head) -> str:
    """The first 16 digits of a hash in fours, to be noted on paper: `4c5d-0e1a-9b3c-7d2e`."""
    return "-".join(head.hash[at : at + 4] for at in range(0, 16, 4))


def link(previous: str, content: bytes) -> str:
    """The hash of a content that follows `previous`."""
    return sha256(previous.encode("ascii", "replace") + content).hexdigest()


def check_numbers(entries: Sequence[Entry], expected_seq: int) -> None:
    """Raise ValueError unless the entries go on from `expected_seq` without a gap.

    Numbers that an entry among them says are lost may be missing: a log goes on elsewhere as it is.
    """
    numbers = [entry.seq for entry in entries]
    wanted = list(range(expected_seq + 1, expected_seq + 1 + len(numbers)))
    if numbers == wanted:
        return
    told = [entry.event for entry in entries if isinstance(entry.event, EventsLost)]
    lost = {n for each in told for n in range(each.first_number, each.last_number + 1)}
    if numbers != [n for n in range(expected_seq + 1, numbers[-1] + 1) if n not in lost]:
        raise ValueError(f"entries numbered {numbers} do not follow {expected_seq}")


def linked(entries: Iterable[Entry], after: Head) -> tuple[Row, ...]:
    """The rows of entries that go on from `after`; of a purge, without what it takes away."""
    rows, previous = [], after.hash
    for entry in entries:
        content = canonical(encode(entry))
        previous = link(previous, content)
        rows.append(Row(entry.seq, entry.id, content, previous))
    return tuple(rows)


def read_seals(rows: Iterable[Row]) -> dict[int, set[str]]:
    """The seals that the purges of a log hold."""
    seals: dict[int, set[str]] = {}
    for content in _holding(rows, PURGE):
        match content:
            case {"name": "point_purged", "what": {"redacted": [*numbers], "seals": [*found]}}:
                for number, seal in zip(numbers, found, strict=False):
                    if isinstance(number, int) and isinstance(seal, str):
                        seals.setdefault(number, set()).add(seal)
    return seals


def _holding(rows: Iterable[Row], sign: bytes) -> Iterator[Any]:
    """The contents that hold the sign of their kind, as far as they can be read."""
    for row in rows:
        if sign in row.content:
            with suppress(LogDamaged):
                yield parse(row.content)


def follows(row: Row, previous: str, seals: Seals) -> bool:
    """Whether a row is what was written behind that hash, or what a purge left of it."""
    found = link(previous, row.content)
    return found == row.hash or found in seals.get(row.seq, ())


def verify(rows: Iterable[Row], head: Head | None = None) -> tuple[Finding, ...]:
    """Everything wrong with a log, by number; empty for a log as it was written.

    Without a head a removed tail cannot show. An event after a removed one is not judged, as the
    hash it follows is gone. Who recomputes every hash and the head too is found only by comparing
    with another copy.
    """
    findings: list[Finding] = []
    by_number: dict[int, list[Row]] = {}
    highest = 0
    rows = list(rows)
    seals = read_seals(rows)
    for row in rows:
        number, readable = _number(row)
        if not readable:
            findings.append(Finding("altered", row.seq, row.seq))
        elif number < highest or number != row.seq:
            findings.append(Finding("reordered", number, number))
        highest = max(highest, number)
        by_number.setdefault(number, []).append(row)
    chain, inserted = _genuine(by_number, head, seals)
    findings += (Finding("inserted", number, number) for number in inserted)
    end = head.seq if head is not None else max(chain, default=0)
    findings += (Finding("removed", first, last) for first, last in gaps(chain, end))
    findings += _altered(chain, head, seals)
    return tuple(_tidy(findings, set(inserted)))


def check_whole(rows: Iterable[Row], head: Head) -> frozenset[str]:
    """The hashes of a log in which each event follows the one before, up to the head.

    Where events are lost, and the log says so itself, the next goes on. Raises LogDamaged at the
    first that does not.
    """
    last, hash_ = 0, GENESIS
    hashes: list[str] = []
    rows = list(rows)
    seals = read_seals(rows)
    lost = noted_lost(rows)
    for row in rows:
        is_next = row.seq == last + 1 and follows(row, hash_, seals)
        if not is_next and not (row.seq > last + 1 and lost.issuperset(range(last + 1, row.seq))):
            raise LogDamaged(Sentence("log_fault.does_not_follow", seq=row.seq, last=last))
        last, hash_ = row.seq, row.hash
        hashes.append(hash_)
    if (last, hash_) != (head.seq, head.hash):
        what = Sentence("log_fault.ends_otherwise", last=last, seq=head.seq)
        raise LogDamaged(what)
    return frozenset(hashes)


def noted_lost(rows: Iterable[Row]) -> frozenset[int]:
    """Numbers of the events that the log itself says are lost."""
    lost: set[int] = set()
    for content in _holding(rows, LOST):
        match content:
            case {
                "name": "events_lost",
                "what": {"first_number": int(first), "last_number": int(last), **more},
            } if not more.get("replaced"):
                lost.update(range(first, min(last, first + _MOST_LOST) + 1))
    return frozenset(lost)


def but_noted(findings: tuple[Finding, ...], rows: Iterable[Row]) -> tuple[Finding, ...]:
    """Findings without the gaps that the log itself tells of."""
    lost = noted_lost(rows) if findings else frozenset()
    return tuple(
        each
        for each in findings
        if each.what != "removed" or not lost.issuperset(range(each.seq, each.last + 1))
    )


def gaps(numbers: Iterable[int], end: int) -> tuple[tuple[int, int], ...]:
    """What is missing of 1 to `end` in ascending numbers, as first and last of each stretch."""
    found: list[tuple[int, int]] = []
    previous = 0
    for number in [*numbers, end + 1]:
        if number > previous + 1:
            found.append((previous + 1, number - 1))
        previous = number
    return tuple(found)


class _Numbered(Struct):
    seq: int
    id: str


_read_numbered = Decoder(_Numbered).decode


def _number(row: Row) -> tuple[int, bool]:
    """The number a row has by its own content, and whether that can be read and names its id."""
    try:
        row.content.decode()
        if b"\\u" not in row.content:  # which may be half a pair, and is seldom there
            found = _read_numbered(row.content)
            return found.seq, found.id == row.id
    except (MsgspecError, ValueError, RecursionError):
        pass  # looked at once more, with care
    try:
        content = parse(row.content)
    except LogDamaged:
        return row.seq, False
    number = content.get("seq")
    if type(number) is not int:
        return row.seq, False
    return number, content.get("id") == row.id


def _genuine(
    by_number: dict[int, list[Row]], head: Head | None, seals: Seals
) -> tuple[dict[int, Row], list[int]]:
    """One row a number, and the numbers where there was one too many."""
    chain: dict[int, Row] = {}
    inserted: list[int] = []
    for number in sorted(by_number):
        if number < 1 or (head is not None and number > head.seq):
            inserted.append(number)
            continue
        candidates = by_number[number]
        previous = GENESIS if number == 1 else getattr(chain.get(number - 1), "hash", "")
        linked = [row for row in candidates if follows(row, previous, seals)]
        chain[number] = (linked or candidates)[0]
        inserted += [number] * (len(candidates) - 1)
    return chain, inserted


def _altered(chain: dict[int, Row], head: Head | None, seals: Seals) -> list[Finding]:
    findings = []
    believed: set[str] = {GENESIS}
    before = 0
    for number in sorted(chain):
        row = chain[number]
        if number == before + 1 and not any(follows(row, each, seals) for each in believed):
            findings.append(Finding("altered", number, number))
            # Only the hash may have been touched: then the next event follows the true one.
            believed = {row.hash, *(link(previous, row.content) for previous in believed)}
        else:
            believed = {row.hash}
        before = number
    if head is not None and before == head.seq and head.hash not in believed:
        findings.append(Finding("altered", max(before, 1), max(before, 1)))
    return findings


def _tidy(findings: list[Finding], inserted: set[int]) -> list[Finding]:
    """Each finding once, by number; an inserted event is not out of order besides."""
    kept = {
        finding
        for finding in findings
        if not (finding.what == "reordered" and finding.seq in inserted)
    }
    return sorted(kept, key=lambda finding: (finding.seq, finding.what))


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
