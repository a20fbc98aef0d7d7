"""How many is "some": the words a chair's report counts with.

There is no official convention, so the bands are a table that a session may replace. "All" and
"consensus" are never said by themselves: silence is not assent.
"""

from __future__ import annotations

from meeting_tui.meeting.records import DEFAULT_BANDS, Bands

MOST = "most"
MOST_FROM = 4
"""So many at least: two of three are a few, not most."""


def quantifier(count: int, among: int | None = None, bands: Bands = DEFAULT_BANDS) -> str:
    """The word for `count` delegations, at least one; `most` if over half of `among` spoke so.

    `among`: those who spoke on the point; None where they are themselves what is counted.
    """
    if bands.has_most and among is not None and count >= MOST_FROM and 2 * count > among:
        return MOST
    return next(word for word, least in reversed(bands.words) if count >= least)
