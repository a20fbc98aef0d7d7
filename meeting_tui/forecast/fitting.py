"""What still fits into the sitting, and what does not: one count for every screen and sentence.

All of the open item that is still to come stands one behind the other, so the end of the sitting
parts it once: what is over by then at full time fits, and all behind it does not.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import accumulate

from msgspec import Struct

from meeting_tui.forecast.seen import Seen
from meeting_tui.forecast.to_come import seconds_left, seconds_of_orders
from meeting_tui.forecast.turns import Piece, Turns


class ToCome(Struct, frozen=True):
    """What is still to come on the open item, or a part of that, each sort counted."""

    orders: int = 0
    """Points of order that wait for their ruling."""
    speaker: int = 0
    """1 for whoever has the floor."""
    speakers: int = 0
    """Names on the list."""
    replies: int = 0
    presentations: tuple[str, ...] = ()
    """Segments of the presentations to come, as far as nobody is inscribed for them."""
    closing: int = 0
    """1 for the closing words."""

    @property
    def turns(self) -> int:
        """Names on the list and replies."""
        return self.speakers + self.replies

    @property
    def count(self) -> int:
        """All of it."""
        floor = self.orders + self.speaker
        return floor + self.turns + len(self.presentations) + self.closing


def part(
    seen: Seen, turns: Turns, list_ends_at: datetime, sitting_end: datetime
) -> tuple[ToCome, ToCome]:
    """What would be over by the planned end of the sitting at full time, and what would not.

    `turns` stand behind the floor; `list_ends_at` is the end of the closing words.
    """
    state, now = seen.state, seen.now
    ends = [
        seen.resumes + timedelta(seconds=each) for each in accumulate(seconds_of_orders(state, now))
    ]
    orders = sum(each <= sitting_end for each in ends)
    speaks = int(state.speaking() is not None)
    floor = (*ends[-1:], seen.resumes)[0] + timedelta(seconds=seconds_left(state, now))
    speaker = speaks * (floor <= sitting_end)
    closes = int(state.rules.timekeeper.closing_words_seconds > 0)
    closing = closes * (list_ends_at <= sitting_end)
    heard, beyond = turns.parted()
    replies = frozenset(state.replies)
    return (
        _counted(heard, replies, orders, speaker, closing),
        _counted(beyond, replies, len(ends) - orders, speaks - speaker, closes - closing),
    )


def _counted(
    pieces: Iterable[Piece], replies: frozenset[str], orders: int, speaker: int, closing: int
) -> ToCome:
    turns = [asked.id in replies for asked, _ in pieces if asked is not None]
    return ToCome(
        orders=orders,
        speaker=speaker,
        speakers=turns.count(False),
        replies=turns.count(True),
        presentations=tuple(planned for asked, planned in pieces if asked is None),
        closing=closing,
    )
