"""The cursor on the rows of a list, without a screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic

from meeting_tui.ui.widgets.scrolling import next_stop, stop_near
from meeting_tui.views.columns import Content, Row


class CursorRows(Generic[Content]):
    """Rows with a cursor that is on one that can be selected, or on none (`at` is -1)."""

    def __init__(self) -> None:
        self.rows: tuple[Row[Content], ...] = ()
        self.at = -1
        self._stops: tuple[bool, ...] = ()
        self._places: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def key(self) -> str | None:
        """The key of the row under the cursor."""
        return self.rows[self.at].key if self.at >= 0 else None

    def replace(self, rows: Sequence[Row[Content]]) -> None:
        """Takes other rows; the cursor stays on its row, else takes the one now in its place.

        Raises ValueError when two rows have the same key.
        """
        places = {row.key: index for index, row in enumerate(rows)}
        if len(places) != len(rows):
            raise ValueError("two rows of a list have the same key")
        key = self.key
        self.rows, self._places = tuple(rows), places
        self._stops = tuple(row.can_select for row in rows)
        stayed = -1 if key is None else self.stop_of(key)
        self.at = stayed if stayed >= 0 else self.near(max(self.at, 0))

    def place_of(self, key: str | None) -> int:
        """Where the row with that key is, or -1."""
        return -1 if key is None else self._places.get(key, -1)

    def stop_of(self, key: str) -> int:
        """The same, but -1 also if the cursor passes over it."""
        place = self.place_of(key)
        return place if self.can_stop(place) else -1

    def can_stop(self, place: int) -> bool:
        """Whether there is a row at that place that can be selected."""
        return 0 <= place < len(self._stops) and self._stops[place]

    def step(self, steps: int) -> int:
        """The place so many rows on that can be selected."""
        return next_stop(self._stops, self.at, steps)

    def near(self, place: int) -> int:
        """The place that can be selected nearest to `place`, below it if possible; -1 if none."""
        return stop_near(self._stops, min(max(place, 0), len(self._stops)))
