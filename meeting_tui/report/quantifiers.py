"""How many is "some": the words a chair's report counts with.

There is no official convention, so the bands are a table that a session may replace. Where it is
known how many spoke on the matter, what share of them it was goes before the number: "all but two"
says more than "many" of 30 among 32. "All" and "consensus" are never said by themselves: silence is
not assent.
"""

from __future__ import annotations

from msgspec import Struct

from meeting_tui.meeting.records import DEFAULT_BANDS, Bands

MOST = "most"
MOST_FROM = 4
"""So many at least: two of three are a few, not most."""
MAJORITY = "majority"
MAJORITY_PERCENT = 75
ALL_BUT = "all_but"
ALL_BUT_PERCENT = 90
ALL_BUT_LEFT = 3
"""So many others at most."""
SHARES_AMONG = 10
"""Of fewer that spoke no larger share than "most" is told."""


class Quantity(Struct, frozen=True):
    """A word for a number, as a report says it."""

    word: str
    """One of the bands; `most`, `majority` or `all_but`."""
    left: int = 0
    """Of `all_but`: how many spoke on the matter and are not among them."""


def quantity(count: int, among: int | None = None, bands: Bands = DEFAULT_BANDS) -> Quantity:
    """The word for `count`, at least one, of `among` that spoke on the matter.

    `among`: None where those that spoke are themselves what is counted.
    """
    if bands.has_most and among is not None:
        share, left = 100 * count / among, among - count
        if among >= SHARES_AMONG and share >= ALL_BUT_PERCENT and 0 < left <= ALL_BUT_LEFT:
            return Quantity(ALL_BUT, left)
        if among >= SHARES_AMONG and share >= MAJORITY_PERCENT:
            return Quantity(MAJORITY)
        if count >= MOST_FROM and 2 * count > among:
            return Quantity(MOST)
    return Quantity(next(word for word, least in reversed(bands.words) if count >= least))
