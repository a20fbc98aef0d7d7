"""Text removed from a log for good, so that the rest can still be proved to be as it was.

A purge seals each entry it redacted: the hash of what is left of it, behind the hash of the entry
before. The entry keeps the hash it had, which the next one follows. So a change before, in or
after a redacted entry shows, and a redaction that no purge sealed is an alteration.

Drafts are searched for what was purged as well. A typed text differs from the one that was kept: in
accents, in spaces, by a letter not typed yet, by another order of words. A draft that comes close
is removed, because a lost draft can be typed again but a kept one cannot be taken back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.notes import ItemNoted, PointCorrected, PointNoted
from meeting_tui.meeting.purged_points import PointPurged, silenced, without_text
from meeting_tui.session_log.chain import PURGE, Head, Row, link, linked
from meeting_tui.session_log.codec import canonical, decode_bytes, encode
from meeting_tui.text import cells, clean_block

_RUN_CELLS = 12
"""A common stretch narrower than this on a terminal proves nothing yet, ..."""
_SHARE = 0.4
"""... nor does one that is less of the text than this."""
_FIRST_WORDS = 3
"""A line names the point it corrects among its first so many words."""


class Gone(Struct, frozen=True):
    """What a purge removed."""

    texts: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    """Ids of the points that contained it."""

    def is_said_in(self, draft: str) -> bool:
        """Whether a draft contains it, or most of it, or corrects such a point."""
        if not self.texts and not self.points:
            return False
        typed = _plain(draft)
        return _names(typed, self.points) or any(_says(typed, text) for text in self.texts)

    def among(self, drafts: Iterable[tuple[str, str]]) -> tuple[str, ...]:
        """The slots whose draft contains it, from pairs of slot and text."""
        return tuple(slot for slot, text in drafts if self.is_said_in(text))


def _plain(text: str) -> str:
    """The text without anything in which typed texts may differ."""
    return " ".join(unicodedata.normalize("NFKC", clean_block(text)).casefold().split())


def _names(typed: str, points: Collection[str]) -> bool:
    named = re.findall(r"[a-z]+[0-9]+", " ".join(typed.split()[:_FIRST_WORDS]))
    return any(point.casefold() in named for point in points) and not typed.startswith("note")


def _says(typed: str, text: str) -> bool:
    text = _plain(text)
    if not text:
        return False
    if _stands_in(typed, text):
        return True
    # Seldom needed, and slow to load.
    from difflib import SequenceMatcher

    found = SequenceMatcher(None, typed, text, autojunk=False).find_longest_match()
    run = cells(text[found.b : found.b + found.size].strip())
    return run >= max(_RUN_CELLS, _SHARE * cells(text))


def _stands_in(typed: str, text: str) -> bool:
    """Whether the text contains it as it is; a short one must be a word of its own."""
    if len(text) > _RUN_CELLS or not text.isascii():
        return text in typed
    return re.search(rf"(?<!\w){re.escape(text)}(?!\w)", typed) is not None


class Appended(Struct, frozen=True):
    """What appending some entries comes to."""

    rows: tuple[Row, ...]
    redacted: tuple[Row, ...] = ()
    """Rows stored before, as they are to be from now on."""
    gone: Gone = Gone()
    """What went."""


def sealed(entries: Sequence[Entry], after: Head, stored: Iterable[Row]) -> Appended:
    """The rows of entries that go on from `after`; a purge among them redacts rows before it.

    `stored` are all rows there are, looked at only where something is purged.
    """
    known: dict[int, Row] | None = None
    rows: list[Row] = []
    redacted: dict[int, Row] = {}
    texts: list[str] = []
    points: list[str] = []
    for entry in entries:
        if isinstance(entry.event, PointPurged):
            if known is None:
                known = {row.seq: row for row in (*stored, *rows)}
            points.append(entry.event.point)
            gone = _redact(known, entry.event, texts)
            seals = tuple(link(_hash_before(known, row.seq), row.content) for row in gone)
            numbers = tuple(row.seq for row in gone)
            redacted |= {row.seq: row for row in gone}
            if not entry.event.seals:  # else it comes from another log, as it was sealed there
                entry = replace(entry, event=replace(entry.event, redacted=numbers, seals=seals))
        rows += linked((entry,), Head(after.seq, rows[-1].hash if rows else after.hash))
        if known is not None:
            known[entry.seq] = rows[-1]
    new = {row.seq for row in rows}
    return Appended(
        rows=tuple(redacted.get(row.seq, row) for row in rows),
        redacted=tuple(row for row in redacted.values() if row.seq not in new),
        gone=Gone(tuple(dict.fromkeys(texts)), tuple(dict.fromkeys(points))),
    )


def _redact(known: Mapping[int, Row], purge: PointPurged, texts: list[str]) -> list[Row]:
    """What is left of the rows of a point, also of one whose text is gone already.

    What they said goes to `texts`.
    """
    point, others = purge.point, purge.others or ()
    named = f'"point":"{point}"'.encode()
    found = []
    for row in known.values():
        if row.id in others:
            entry = decode_bytes(row.content)
            left = canonical(encode(replace(entry, event=silenced(entry.event))))
            found.append(replace(row, content=left))
            continue
        if named not in row.content:
            continue
        entry = decode_bytes(row.content)
        event = entry.event
        if isinstance(event, PointNoted | PointCorrected | ItemNoted) and event.point == point:
            left = canonical(encode(replace(entry, event=without_text(event, point))))
            found.append(replace(row, content=left))
            if event.text:
                texts.append(event.text)
    return found


def _hash_before(known: Mapping[int, Row], number: int) -> str:
    before = known.get(number - 1)
    return before.hash if before else ""


def completed(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows of which none says what a purge among them removed.

    They may come from a copy that was written before.
    """
    kept = {row.seq: row for row in rows}
    for seq, purge in _purged(kept.values()):
        if row := kept.get(seq):
            entry = decode_bytes(row.content)
            left = without_text(entry.event, purge.point)
            if entry.id in (purge.others or ()):
                left = silenced(entry.event)
            if left != entry.event:
                content = canonical(encode(replace(entry, event=left)))
                kept[seq] = replace(row, content=content)
    return tuple(kept.values())


def _purged(rows: Iterable[Row]) -> tuple[tuple[int, PointPurged], ...]:
    events = (decode_bytes(row.content).event for row in rows if PURGE in row.content)
    return tuple(
        (number, event)
        for event in events
        if isinstance(event, PointPurged)
        for number in event.redacted
    )


def redactions(rows: Iterable[Row]) -> tuple[int, ...]:
    """Numbers of the entries that the purges among these rows redacted."""
    return tuple(sorted({number for number, _ in _purged(rows)}))


def is_same(row: Row, entry: Entry) -> bool:
    """Whether a stored row is that entry, which may not know yet what its purge sealed."""
    if row.content == canonical(encode(entry)):
        return True
    if not isinstance(entry.event, PointPurged):
        return False
    try:
        stored = decode_bytes(row.content)
    except LogDamaged:
        return False
    if not isinstance(stored.event, PointPurged):
        return False
    return replace(stored, event=replace(stored.event, redacted=(), seals=())) == entry


def begins_with(entries: Sequence[Entry], held: Sequence[Entry]) -> bool:
    """Whether `held`, the entries of another log, are the first of these, whatever is purged."""
    purges = [each.event for each in entries if isinstance(each.event, PointPurged)]
    first = list(entries[: len(held)])
    if not purges:
        return list(held) == first
    return [_bare(each, purges) for each in held] == [_bare(each, purges) for each in first]


def _bare(entry: Entry, purges: Iterable[PointPurged]) -> Entry:
    event = entry.event
    if isinstance(event, PointPurged):
        return replace(entry, event=replace(event, redacted=(), seals=()))
    for purge in purges:
        event = without_text(event, purge.point)
        event = silenced(event) if entry.id in (purge.others or ()) else event
    return replace(entry, event=event)


def purged_of(entries: Iterable[Entry], new: Iterable[Entry]) -> Gone:
    """What those entries say that the purges among the `new` ones remove."""
    points = {each.event.point for each in new if isinstance(each.event, PointPurged)}
    if not points:
        return Gone()
    told = (
        each.event
        for each in entries
        if isinstance(each.event, PointNoted | PointCorrected | ItemNoted)
    )
    texts = (each.text for each in told if each.point in points and each.text)
    return Gone(tuple(dict.fromkeys(texts)), tuple(sorted(points)))
