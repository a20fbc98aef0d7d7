"""The turns to come on the open item: a list that works out a turn when it is looked at.

A screen shows the first few of two hundred; sums are made for all of them at every change, instants
only for those that are asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from copy import copy
from datetime import datetime
from typing import ClassVar, overload

from meeting_tui.forecast.outlook import Outlook
from meeting_tui.forecast.sitting_time import Course
from meeting_tui.forecast.to_come import Run
from meeting_tui.meeting.facts import Inscription
from meeting_tui.values import WithAsides

Piece = tuple[Inscription | None, str]
"""A turn, or a presentation that nobody is inscribed for, and the segment of a presentation."""


class Turn(WithAsides, frozen=True, eq=False):
    """When one who waits would have the floor, if everybody before used their full time.

    `pace_` is the middle case at today's pace, `late_` what nine cases in ten stay below; they are
    worked out when asked for, and are no part of what makes two turns equal.
    """

    ASIDES: ClassVar[frozenset[str]] = frozenset({"_list", "_place"})

    inscription: str
    turn_at: datetime
    ends_at: datetime
    limit_seconds: int
    """The time counted for it: its limit, or what stands for one where there is none."""
    is_after_sitting: bool
    """It would not be over by the planned end of the sitting."""
    _list: Turns
    _place: int

    @property
    def pace_turn_at(self) -> datetime:
        """When it would begin at today's pace."""
        return self._list.begins(self._place, 0)

    @property
    def pace_ends_at(self) -> datetime:
        """When it would be over at today's pace."""
        return self._list.ends(self._place, 0)

    @property
    def late_turn_at(self) -> datetime:
        """When it would begin in the late case."""
        return self._list.begins(self._place, 1)

    @property
    def late_ends_at(self) -> datetime:
        """When it would be over in the late case."""
        return self._list.ends(self._place, 1)


class Turns(Sequence[Turn]):
    """As `next` follows: the list, then the replies. It does not change."""

    def __init__(
        self,
        runs: Sequence[Run],
        floor: Outlook,
        gaps: tuple[float, float],
        course: Course,
        sitting_end: datetime,
    ) -> None:
        """Lay `runs` behind what is left of the floor.

        `gaps` are the seconds before the first turn or presentation and before every other turn.
        """
        self._floor, self._gaps = floor, gaps
        self.course, self._sitting_end = course, sitting_end
        self.outlook = copy(floor)
        """The sum with all of them."""
        self.outlook.add(runs, gaps[0])
        self._pieces: list[tuple[int, Inscription | None, str]] = []
        for seconds, asked, planned in runs:
            self._pieces += [(seconds, each, planned) for each in asked or (None,)]
        self._places = [n for n, piece in enumerate(self._pieces) if piece[1] is not None]
        self._full = [floor.full, *self._lay()]
        self._figures: list[tuple[float, float]] = []

    def _lay(self) -> Iterator[float]:
        """The seconds at which each piece is over at full time."""
        full = self._floor.full
        gap, hand_over = self._gaps
        for seconds, asked, _ in self._pieces:
            full += seconds if asked is None else gap + seconds
            gap = hand_over
            yield full

    def parted(self) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
        """What would be over by the planned end of the sitting, and what would not."""
        cut = bisect_right(self._full, self._sitting_end, lo=1, key=self.course.end) - 1
        pieces = [(asked, planned) for _, asked, planned in self._pieces]
        return tuple(pieces[:cut]), tuple(pieces[cut:])

    @property
    def gaps_seconds(self) -> float:
        """All hand-overs, what is left of the present one included."""
        return sum(self._gaps[n > 0] for n in self._places)

    def begins(self, place: int, case: int) -> datetime:
        """When a piece begins in the middle case (0) or the late case (1)."""
        before, after = self._figures_to(place + 1)[place : place + 2]
        return self.course.begin(min(before[case] + self._gaps[place > 0], after[case]))

    def ends(self, place: int, case: int) -> datetime:
        """When a piece is over in the middle case (0) or the late case (1)."""
        return self.course.end(self._figures_to(place + 1)[place + 1][case])

    def __len__(self) -> int:
        return len(self._places)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    @overload
    def __getitem__(self, index: int) -> Turn: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Turn, ...]: ...

    def __getitem__(self, index: int | slice) -> Turn | tuple[Turn, ...]:
        if isinstance(index, slice):
            return tuple(self._turn(place) for place in self._places[index])
        return self._turn(self._places[index])

    def _turn(self, place: int) -> Turn:
        seconds, asked, _ = self._pieces[place]
        ends_at = self.course.end(self._full[place + 1])
        return Turn(
            inscription=asked.id if asked else "",
            turn_at=self.course.begin(self._full[place] + self._gaps[place > 0]),
            ends_at=ends_at,
            limit_seconds=seconds,
            is_after_sitting=ends_at > self._sitting_end,
            _list=self,
            _place=place,
        )

    def _figures_to(self, place: int) -> list[tuple[float, float]]:
        """Middle and late case up to a place, worked out as far as they were asked for."""
        if not self._figures:
            self._figures.append(self._floor.figures())
            self._reached = copy(self._floor)
        for n in range(len(self._figures) - 1, place):
            seconds, asked, planned = self._pieces[n]
            who = () if asked is None else (asked,)
            self._reached.add([(seconds, who, planned)], self._gaps[n > 0])
            self._figures.append(self._reached.figures())
        return self._figures
