"""The forecast as plain lines: a table of ends, who fits, the advice with its sum, what is cut.

For a terminal, a pipe and a screen reader; everything is in words or in columns, nothing in colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from meeting_tui.delegations.directory import Directory
from meeting_tui.forecast.advice import advice
from meeting_tui.forecast.block import lists_left_out
from meeting_tui.forecast.clocks import RoomClock
from meeting_tui.forecast.figures import Day, ItemTimes, OpenItem, Projection, SittingNow
from meeting_tui.forecast.lateness import minutes_behind, minutes_late
from meeting_tui.forecast.oddities import oddities, say_oddity
from meeting_tui.forecast.projection import late_cases
from meeting_tui.forecast.saying import Saying, minutes
from meeting_tui.forecast.saying_advice import proposal_said, say_advice, sum_said
from meeting_tui.text import cells, fit
from meeting_tui.words import say

NAMES_TOLD = 30
"""So many of those who will not be heard are named."""
ITEM_CELLS, STATE_CELLS, FIGURE_CELLS = 29, 10, 8
_FIGURES = ("planned", "full", "pace", "late", "difference")


class ForecastText:
    """One projection, said in one language."""

    def __init__(self, projection: Projection, directory: Directory, language: str) -> None:
        state = projection.seen.state
        self._projection, self._state = projection, state
        self._directory, self._language = directory, language
        self._saying = Saying.of(projection, language)
        day = projection.day
        clocks = [self._clock(each) for each in (day.planned_end, *map(_ends, day.items))]
        # Clocks of other days name them.
        self._figure_cells = max(FIGURE_CELLS, 2 + max(map(cells, clocks)))

    def lines(self) -> Iterator[str]:
        """All of it, the table first."""
        projection = self._projection
        title = self._state.agenda.short_title.say(self._language)
        yield self._say("forecast.head", title=title, clock=self._saying.moment(projection.now))
        yield self._sitting(projection.sitting)
        yield ""
        yield from self._table(projection.day)
        yield ""
        if projection.item and projection.sitting:
            yield from self._list(projection.item, projection.sitting)
            yield from self._advice()
        yield from self._cuts(projection.day)
        for odd in oddities(projection):
            yield say_oddity(self._saying, odd)

    def _sitting(self, sitting: SittingNow | None) -> str:
        if sitting is None:
            return self._say("forecast.now_adjourned")
        start, end = self._clock(sitting.planned_start), self._clock(sitting.planned_end)
        if not sitting.is_held:
            return self._say("forecast.now_next", sitting=sitting.id, start=start, end=end)
        left = sitting.seconds_left
        key = "forecast.now_held" if left >= 0 else "forecast.now_over"
        whole = int(left // 60) if left >= 0 else minutes(-left)
        return self._say(key, sitting=sitting.id, end=end, minutes=whole)

    def _table(self, day: Day) -> Iterator[str]:
        yield self._row(
            self._say("forecast.item"), "", *(self._say(f"forecast.{each}") for each in _FIGURES)
        )
        drawn = late_cases(self._projection)
        for each in sorted(day.items, key=_runs):
            yield self._item(each, has_late=each.id in drawn)
        of = "meeting" if RoomClock.of(self._projection, "en").is_of_several else "day"
        ends = (day.planned_end, day.ends_at, day.pace_ends_at, day.late_ends_at if drawn else None)
        clocks = map(self._clock, ends)
        off = self._difference(day.planned_end, day.ends_at)
        yield self._row(self._say(f"forecast.{of}"), "", *clocks, off)
        told = self._saying.lists_left_out(lists_left_out(self._projection.seen))
        if told:
            yield told
        yield self._say("forecast.legend")
        if not drawn and self._state.phase != "adjourned":
            yield self._say("forecast.no_late")

    def _item(self, item: ItemTimes, *, has_late: bool) -> str:
        plan = self._state.agenda.item(item.id)
        title = f"{item.id}  {plan.title.say(self._language) if plan else ''}"
        is_over = item.closed_at is not None
        return self._row(
            title,
            self._say(f"forecast.state_{item.phase}"),
            self._clock(item.planned_end),
            self._clock(item.ends_at),
            "" if is_over else self._clock(item.pace_ends_at),
            "" if is_over else self._clock(item.late_ends_at if has_late else None),
            self._difference(item.planned_end, item.ends_at),
        )

    def _row(self, title: str, phase: str, *figures: str) -> str:
        row = [fit(title, ITEM_CELLS), " ", fit(phase, STATE_CELLS)]
        *clocks, last = figures
        return "".join((*row, *(fit(each, self._figure_cells) for each in clocks), last)).rstrip()

    def _list(self, item: OpenItem, sitting: SittingNow) -> Iterator[str]:
        added = sum_said(self._projection, self._saying)
        if added:
            yield self._say("forecast.sum", item=item.id, sum=added)
        clock, waiting = self._clock(item.cut_at), len(item.turns)
        if not waiting:
            yield self._say("forecast.list_empty")
            return
        if not item.left_over:
            key = "forecast.list_fits" if waiting > 1 else "forecast.list_fits_one"
            params = {"waiting": waiting} if waiting > 1 else {}
            yield self._say(key, clock=clock, **params)
            return
        names = [self._name(turn.inscription) for turn in item.turns]
        if item.fits:
            yield self._say(
                "forecast.list_cut",
                clock=clock,
                name=names[item.fits - 1],
                fits=item.fits,
                left=item.left_over,
            )
        else:
            yield self._say("forecast.list_cut_all", clock=clock, left=item.left_over)
        left = names[item.fits :]
        told = self._say("procedure.comma").join(left[:NAMES_TOLD])
        if len(left) > NAMES_TOLD:
            told = self._say("procedure.and_more", which=told, count=len(left) - NAMES_TOLD)
        yield self._say("forecast.not_heard", clock=clock, names=told)

    def _advice(self) -> Iterator[str]:
        found = advice(self._projection)
        if found is None:
            yield self._say("forecast.no_advice")
            return
        yield self._say("forecast.advice", text=say_advice(self._saying, found))
        proposal = proposal_said(self._projection, found, self._saying)
        yield self._say("forecast.proposal", text=proposal)

    def _cuts(self, day: Day) -> Iterator[str]:
        comma = self._say("procedure.comma")
        for cut in day.cuts:
            clock = self._clock(cut.at)
            if cut.item:
                yield self._say("forecast.cut_item", clock=clock, item=cut.item)
            if cut.behind:
                yield self._say("forecast.cut_behind", clock=clock, items=comma.join(cut.behind))
        if day.block and minutes(day.block.eaten_seconds):
            yield self._saying.block(day.block)
        if day.not_reached:
            yield self._say("forecast.not_reached", items=comma.join(day.not_reached))
        behind = minutes_behind(day.sittings[-1].planned_end, day.ends_at)
        if behind:
            yield self._say("forecast.overflow", minutes=behind)

    def _name(self, inscription: str) -> str:
        asked = self._state.inscriptions[inscription]
        return self._directory.name(asked.delegation, self._language)

    def _clock(self, instant: datetime | None) -> str:
        return self._saying.clock(instant) if instant else "–"

    def _say(self, key: str, **params: str | int) -> str:
        return say(key, self._language, **params)

    def _difference(self, planned: datetime, ends: datetime | None) -> str:
        """Sitting time with its sign, of the minutes shown."""
        if ends is None:
            return "–"
        return difference_told(minutes_late(self._projection.seen, planned, ends), self._language)


def difference_told(late: int, language: str) -> str:
    """Minutes against the plan, longer ones with hours: `+14 min`, `-5 h 02`, `0`."""
    if not late:
        return "0"
    sign = "+" if late > 0 else "-"
    hours, rest = divmod(abs(late), 60)
    if not hours:
        return say("forecast.off", language, sign=sign, minutes=rest)
    return say("forecast.off_hours", language, sign=sign, hours=hours, minutes=f"{rest:02}")


def _runs(item: ItemTimes) -> datetime:
    """Items stand in the order in which they were and will be held."""
    return item.starts_at or item.planned_start


def _ends(item: ItemTimes) -> datetime:
    return item.late_ends_at or item.planned_end
