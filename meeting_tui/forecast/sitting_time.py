"""Time in which the meeting can be held: sums of it fold over breaks, for lunch is not time.

Breaks and sitting ends do not move. After the last sitting time runs on, so that what does not fit
is seen and not squeezed away.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class SittingTime:
    """The spans (start, end; UTC) of all sittings, in the order of time."""

    spans: tuple[tuple[datetime, datetime], ...]

    def earliest(self, at: datetime) -> datetime:
        """The first instant of a sitting from `at` on; `at` itself behind the last sitting."""
        for start, end in self.spans:
            if at < end:
                return at if at >= start else start
        return at

    def after(self, at: datetime, span: timedelta) -> datetime:
        """The instant at which a span of sitting time has passed since `at`.

        A span that fills a sitting is over at its end; `after(at, timedelta())` is `at`.
        """
        if not span:
            return at
        for start, end in self.spans:
            if at < end:
                begun = at if at >= start else start
                reached = begun + span
                if reached <= end:
                    return reached
                span = reached - end
                at = end
        return at + span
