"""What the Chair's slip consists of: few words, and three numbers to be read from afar.

Texts are ready to be shown, in one language, so that screen and printer say the same.
"""

from __future__ import annotations

from msgspec import Struct


class Figure(Struct, frozen=True):
    """One number to be read from afar."""

    label: str
    """What it is of: `ITEM 2 ENDS`."""
    digits: str
    """Digits, `:` and `+` alone: `0:46`, `12:31`, `78`."""
    word: str
    """What the digits mean: `left of 3:00`."""
    is_late: bool
    """Over time, or later than planned."""
    row: tuple[str, str]
    """The same as a row of plain text: label and words."""


class Slip(Struct, frozen=True):
    """What the Chair sees; all texts in one language."""

    head: str
    """The meeting and the time of day."""
    topic: str
    """The item or segment under discussion; empty while none is open."""
    presides: str
    """Who presides in the Chair's place; empty while the Chair does."""
    quorum: str
    """How many are present and needed; empty without a quorum, or while nobody is marked."""
    now: str
    """Who has the floor, whose point of order it is, or why nobody speaks."""
    now_more: str
    """In what capacity, or who waits for the ruling."""
    is_order: bool
    """A point of order waits for its ruling."""
    speaker: Figure | None
    item: Figure | None
    sitting: Figure | None
    next: tuple[tuple[str, str], ...]
    """Who comes next, three at most: name and capacity."""
    next_short: tuple[str, ...]
    """Their capacities where there is less room: groups by their short names."""
    more: str
    """How many come behind them, and whether the list is closed."""
    orders: str
    """Who raised points of order; empty for nobody, as with `replies`."""
    replies: str
    fit: str
    """How many of those who wait the sitting has room for; empty while nobody waits."""
    all_fit: bool
    unheard: str
    """Regions and kinds of delegation not heard on the item; empty until somebody spoke on it."""
    questions: str
    """Questions nobody has addressed, in short words; empty until somebody spoke on the item."""
    sentence: str
    """What the Chair might say; empty when there is nothing to decide."""
