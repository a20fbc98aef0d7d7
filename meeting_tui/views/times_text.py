"""Speaking time as plain lines: a table with bars for a printer, sentences to listen to.

The sums and names are those of the screen; nothing here is in colour.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from meeting_tui.delegations.directory import Directory
from meeting_tui.forecast.clocks import RoomClock
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.not_heard import not_heard
from meeting_tui.meeting.spans import whole_seconds
from meeting_tui.meeting.speaking_time import GROUPINGS, SpeakingTime, TimeRow, speaking_time
from meeting_tui.meeting.state import MeetingState
from meeting_tui.text import cells, fit
from meeting_tui.views.speaking_times import Naming, bar_parts, percents
from meeting_tui.words import Sentence, in_language, say

if TYPE_CHECKING:
    from meeting_tui.views.plain_facts import Facts

LINE_CELLS, LEAST_BAR, LEAST_NAME, MOST_NAME = 80, 8, 20, 38
_FIGURES = {"time": 9, "spoke": 7, "average": 9, "share": 7, "heard": 11, "group": 11}
"""Column -> cells, those before the figure included."""
_COMMAND = ("times", "时间")


class TimesText(Struct, frozen=True):
    """Speaking time of an item, or of all (None), said in one language."""

    state: MeetingState
    now: datetime
    """UTC."""
    directory: Directory
    language: str
    by: str = "delegation"
    item: str | None = None

    @property
    def found(self) -> SpeakingTime:
        """The sums."""
        return speaking_time(self.state, self.now, self.directory, self.by, self.item)

    @property
    def naming(self) -> Naming:
        """The names."""
        return Naming(self.directory, self.language)

    def lines(self) -> Iterator[str]:
        """The table with its bars, then who was not heard."""
        found = self.found
        clock = RoomClock.of(project(self.state, self.now), self.language)
        title = self.state.agenda.short_title.say(self.language)
        yield self._say(
            "times.head",
            title=title,
            clock=clock.moment(self.now),
            what=self._what(),
            where=self._where(),
        )
        yield ""
        if found.total.interventions:
            yield from (each.rstrip() for each in self._table(found))
        else:
            yield self._nobody()
        yield ""
        yield self._say("times.title_not_heard", where=self._where())
        for line in self.naming.missing_lines(not_heard(self.state, self.directory, self.item)):
            yield f"  {line}"

    def _table(self, found: SpeakingTime) -> Iterator[str]:
        shown = ["time", "spoke", "average", "share"]
        shown += ["heard"] if found.by != "delegation" else []
        shown += ["group"] if found.total.group_seconds else []
        names = {each.id: self.naming.row(each.id, found.by) for each in found.rows}
        in_room = (names[each.id] for each in found.rows if not each.is_podium)
        widest = max(map(cells, in_room), default=0)
        name_cells = min(max(widest, LEAST_NAME), MOST_NAME)
        heads = {each: self._say(f"times.column_{each}") for each in shown}
        longest = max((each.seconds for each in found.rows if not each.is_podium), default=0.0)
        bar_cells = LINE_CELLS - name_cells - sum(_FIGURES[each] for each in shown) - 2
        yield _line("", heads, name_cells, shown)
        shares = percents(found)
        for each in found.rows:
            bar = bar_parts(each.seconds, each.group_seconds, longest, bar_cells)
            drawn = "".join(bar) if bar_cells >= LEAST_BAR and not each.is_podium else ""
            written = _line(
                names[each.id], self._figures(each, shares.get(each.id)), name_cells, shown
            )
            yield f"{written}  {drawn}"
        if found.floor.interventions != found.total.interventions:
            label = self._say("times.floor")
            yield _line(label, self._figures(found.floor, "100"), name_cells, shown)
        yield _line(self._say("times.total"), self._figures(found.total), name_cells, shown)

    def _figures(self, row: TimeRow, share: str | None = None) -> dict[str, str]:
        if not row.interventions:
            known = self._say("times.of", heard=0, known=row.known)
            return {"time": "–", "heard": known}
        of = self._say("times.of", heard=row.delegations, known=row.known)
        return {
            "time": _clock(row.seconds),
            "spoke": self._say("times.count", count=row.interventions),
            "average": _clock(row.average_seconds),
            "share": self._say("times.percent", percent=share) if share else "",
            "heard": of if row.known else str(row.delegations),
            "group": _clock(row.group_seconds) if row.group_seconds else "",
        }

    def told(self, facts: Facts) -> list[str]:
        """The same in sentences, for the line mode; spans are in words."""
        found = self.found
        if not found.total.interventions:
            told = [self._nobody()]
        else:
            whole = facts.span(found.total.seconds)
            what, where, count = self._what(), self._where(), found.total.interventions
            told = [self._say("times.told", what=what, where=where, count=count, span=whole)]
        shares = percents(found)
        for number, row in enumerate((each for each in found.rows if each.interventions), 1):
            told.append(self._told_row(number, row, facts, shares.get(row.id, "0")))
        missing = not_heard(self.state, self.directory, self.item)
        lines = self.naming.missing_lines(missing)
        if self.naming.missing(missing):
            lines = [self._say("times.told_not_heard", line=line) for line in lines]
        return [*told, *lines]

    def _told_row(self, number: int, row: TimeRow, facts: Facts, share: str) -> str:
        params: dict[str, str | int] = {
            "number": number,
            "name": self.naming.row(row.id, self.by),
            "span": facts.span(row.seconds),
            "share": self._say("times.from_podium"),
        }
        if not row.is_podium:
            params["share"] = self._say("times.percent", percent=share)
        if row.interventions == 1:
            return self._say("times.told_once", **params)
        return self._say("times.told_row", count=row.interventions, **params)

    def _what(self) -> str:
        return self._say(f"times.by_{self.by}")

    def _where(self) -> str:
        if self.item is None:
            return self._say("times.on_day")
        return self._say("times.on_item", item=self.item)

    def _nobody(self) -> str:
        if self.item is None:
            return self._say("times.nobody")
        return self._say("times.nobody_on_item", item=self.item)

    def _say(self, key: str, **params: str | int) -> str:
        return say(key, self.language, **params)


def _line(name: str, figures: dict[str, str], name_cells: int, shown: list[str]) -> str:
    row = [fit(name, name_cells)]
    for each in shown:
        figure = figures.get(each, "")
        row.append(" " * max(_FIGURES[each] - cells(figure), 1) + figure)
    return "".join(row)


def _clock(seconds: float) -> str:
    minutes, second = divmod(whole_seconds(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def no_such_item(state: MeetingState, item: str) -> Sentence | None:
    """None, or the sentence that the agenda has no item of that id."""
    if state.agenda.item(item):
        return None
    items = tuple(each.id for each in state.agenda.items)
    return Sentence("times.no_item", item=item, items=items)


def times_asked(line: str) -> str | None:
    """What stands behind `times` in a typed line, or None for another line.

    With times of day it is the act that corrects those of an intervention.
    """
    first, _, rest = line.strip().partition(" ")
    is_act = any(each in rest for each in ":：")
    return rest.strip() if first.casefold() in _COMMAND and not is_act else None


def times_told(facts: Facts, asked: str) -> list[str]:
    """The answer to `times [ITEM] [by delegation|kind|region]`."""
    item, by = None, GROUPINGS[0]
    items = [each.id for each in facts.state.agenda.items]
    words = [word for word in asked.casefold().split() if word != "by"]
    for word in words:
        grouping = next((each for each in GROUPINGS if each.startswith(word)), None)
        named = next((id for id in items if id.casefold() == word), None)
        if named:
            item = named
        elif grouping:
            by = grouping
        else:
            return [
                in_language(no_such_item(facts.state, word) or "", facts.language),
                say("times.asked_so", facts.language, line=f"times {asked}"),
            ]
    text = TimesText(facts.state, facts.now, facts.directory, facts.language, by, item)
    return text.told(facts)
