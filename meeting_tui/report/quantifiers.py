"""How many is "some": the words a chair's report counts with.

There is no official convention, so the bands are a table of ours that may be replaced. "All" and
"consensus" are never said by themselves: silence is not assent.
"""

from __future__ import annotations

from meeting_tui.record import record


@record
class Band:
    """A word and the smallest number of delegations it stands for."""

    at_least: int
    word: str
    """Ends the key of its sentence: `report.who.several`."""


BANDS: tuple[Band, ...] = (
    Band(1, "one"),
    Band(2, "few"),
    Band(4, "some"),
    Band(7, "several"),
    Band(11, "many"),
)
"""The bands used unless others are given, smallest first."""

MOST = "most"
MOST_FROM = 4
"""So many at least: two of three are a few, not most."""


def quantifier(count: int, among: int | None = None, bands: tuple[Band, ...] = BANDS) -> str:
    """The word for `count` delegations, at least one; `most` if over half of `among` spoke so.

    `among`: those who spoke on the point; None where they are themselves what is counted.
    """
    if among is not None and count >= MOST_FROM and 2 * count > among:
        return MOST
    return next((band.word for band in reversed(bands) if count >= band.at_least), bands[0].word)
