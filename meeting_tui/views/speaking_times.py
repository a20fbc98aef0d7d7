"""Speaking time in names and figures: bars on the screen, lines for a printer, sentences to hear.

The sums are made in `meeting.speaking_time`; here they get their names in one language, so that a
screen, a printed line and a table of JSON say the same. Bars are exact to an eighth of a cell; what
was spoken for a group is dotted. They are quiet but for whoever speaks now, as a wall of colour
tires. The podium has a word in place of a bar, or a guest's hour would leave all others none.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from meeting_tui.delegations.directory import Directory
from meeting_tui.delegations.model import KINDS
from meeting_tui.meeting.heard import NOT_AWAITED, NotHeard, not_heard
from meeting_tui.meeting.spans import format_used, in_words, passed, whole_seconds
from meeting_tui.meeting.speaking_time import (
    GROUPINGS,
    ORGANISATIONS,
    OUTSIDE,
    PODIUM,
    SpeakingTime,
    TimeRow,
    speaking_time,
)
from meeting_tui.meeting.state import MeetingState
from meeting_tui.text import cells, fit
from meeting_tui.views.columns import Cell, Column, Row, lay_out, row_line
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import (
    Line,
    Piece,
    fit_line,
    hanging,
    line,
    line_cells,
    sides_by_word,
    wrap,
)
from meeting_tui.words import Sentence, in_language, say

DOTTED, EIGHTHS = "▒", " ▏▎▍▌▋▊▉█"
_DELEGATIONS = ("waiting", "missed", "elsewhere")


class Naming(Struct, frozen=True):
    """Names of delegations, kinds and regions in one language."""

    directory: Directory
    language: str

    def row(self, row: str, by: str) -> str:
        """The name of a row of speaking time."""
        if by == "kind":
            return self.kind(row)
        return self.region(row) if by == "region" else self.delegation(row)

    def delegation(self, code: str) -> str:
        """A delegation's name; one nobody knows as it was typed."""
        return self.directory.name(code, self.language)

    def kind(self, kind: str) -> str:
        """A kind of delegation, in the plural."""
        plural = kind in KINDS and kind not in NOT_AWAITED
        return say(f"more.heard_{kind}" if plural else f"screen.kind_{kind}", self.language)

    def region(self, region: str) -> str:
        """A region, or what stands for one."""
        if region in (OUTSIDE, ORGANISATIONS, PODIUM):
            return say(f"times.region_{region}", self.language)
        return self.directory.group_name(region, self.language)

    def missing(self, found: NotHeard) -> list[tuple[str, tuple[str, ...]]]:
        """Label and names of those not heard, the most urgent first; none where none are."""
        named = {
            "waiting": map(self.delegation, found.waiting),
            "regions": map(self.region, found.regions),
            "kinds": map(self.kind, found.kinds),
            "missed": map(self.delegation, found.missed),
            "elsewhere": map(self.delegation, found.elsewhere),
        }
        lines = []
        for which, names in named.items():
            who, label = tuple(names), say(f"times.{which}", self.language)
            if which in _DELEGATIONS:
                label = say("times.who_counted", self.language, label=label, count=len(who))
            if who:
                lines.append((label, who))
        return lines

    def missing_lines(self, found: NotHeard) -> list[str]:
        """The same as whole lines; one that says so where nobody is missing."""
        between = say("times.between", self.language)
        lines = [
            say("times.line", self.language, label=label, who=between.join(who))
            for label, who in self.missing(found)
        ]
        return lines or [say("times.each_heard", self.language)]


def bar_parts(seconds: float, group_seconds: float, longest: float, width: int) -> tuple[str, str]:
    """A bar as long as its part of the longest, in `width` cells and exact to an eighth of one.

    What was spoken for a group comes first, dotted, in whole cells; who spoke at all has some.
    """
    if seconds <= 0 or longest <= 0 or width <= 0:
        return "", ""
    eighths = max(round(seconds / longest * width * 8), 1)
    full, rest = divmod(min(eighths, width * 8), 8)
    if group_seconds >= seconds:
        return DOTTED * max(round(eighths / 8), 1), ""
    dotted = min(round(group_seconds / seconds * full), full)
    return DOTTED * dotted, EIGHTHS[8] * (full - dotted) + (EIGHTHS[rest] if rest else "")


def percents(times: SpeakingTime) -> dict[str, str]:
    """Row -> its share in whole per cent; together they are 100, by the largest remainder.

    What is less than one per cent and not nothing is `<1`; the podium has no share.
    """
    exact = {each.id: each.share * 100 for each in times.rows if each.share > 0}
    whole = {key: int(share) for key, share in exact.items()}
    lacking = 100 - sum(whole.values()) if exact else 0
    for key in sorted(exact, key=lambda key: whole[key] - exact[key])[:lacking]:
        whole[key] += 1
    return {key: str(share) if share else "<1" for key, share in whole.items()}


LINE_CELLS, LEAST_BAR, LEAST_NAME, MOST_NAME = 80, 8, 20, 38
_FIGURES = {"time": 9, "spoke": 7, "average": 9, "share": 7, "heard": 11, "group": 11}
"""Column -> cells, those before the figure included."""
_COMMAND = ("times", "时间")


def figures(look: Look, row: TimeRow, share: str | None = None) -> dict[str, str]:
    """Column -> figure of a row, empty where there is none; `share` in per cent."""
    spoke = row.interventions > 0
    heard = str(row.delegations)
    if row.known:
        heard = look.say("times.of", heard=row.delegations, known=row.known)
    return {
        "time": format_used(row.seconds) if spoke else "–",
        "spoke": look.say("times.count", count=row.interventions) if spoke else "",
        "average": format_used(whole_seconds(row.average_seconds)) if spoke else "",
        "share": look.say("times.percent", percent=share) if share else "",
        "heard": heard,
        "group": format_used(row.group_seconds) if row.group_seconds else "",
    }


class TimesText(Struct, frozen=True):
    """Speaking time of an item, or of all (None), said in one language."""

    look: Look
    by: str = "delegation"
    item: str | None = None

    @property
    def found(self) -> SpeakingTime:
        """The sums."""
        return speaking_time(
            self.look.state, self.look.now, self.look.directory, self.by, self.item
        )

    @property
    def missing(self) -> NotHeard:
        """Who was not heard."""
        return not_heard(self.look.state, self.look.directory, self.item)

    @property
    def naming(self) -> Naming:
        """The names."""
        return Naming(self.look.directory, self.look.language)

    def lines(self) -> Iterator[str]:
        """The table with its bars, then who was not heard."""
        found = self.found
        title = self.look.state.agenda.short_title.say(self.look.language)
        yield self.look.say(
            "times.head",
            title=title,
            clock=self.look.room_clock.moment(self.look.now),
            what=self._what(),
            where=self._where(),
        )
        yield ""
        if found.total.interventions:
            yield from (each.rstrip() for each in self._table(found))
        else:
            yield self._nobody()
        yield ""
        yield self.look.say("times.title_not_heard", where=self._where())
        for each in self.naming.missing_lines(
            not_heard(self.look.state, self.look.directory, self.item)
        ):
            yield f"  {each}"

    def _table(self, found: SpeakingTime) -> Iterator[str]:
        shown = ["time", "spoke", "average", "share"]
        shown += ["heard"] if found.by != "delegation" else []
        shown += ["group"] if found.total.group_seconds else []
        names = {each.id: self.naming.row(each.id, found.by) for each in found.rows}
        in_room = (names[each.id] for each in found.rows if not each.is_podium)
        widest = max(map(cells, in_room), default=0)
        name_cells = min(max(widest, LEAST_NAME), MOST_NAME)
        heads = {each: self.look.say(f"times.column_{each}") for each in shown}
        longest = max((each.seconds for each in found.rows if not each.is_podium), default=0.0)
        bar_cells = LINE_CELLS - name_cells - sum(_FIGURES[each] for each in shown) - 2
        yield _line("", heads, name_cells, shown)
        shares = percents(found)
        for each in found.rows:
            bar = bar_parts(each.seconds, each.group_seconds, longest, bar_cells)
            drawn = "".join(bar) if bar_cells >= LEAST_BAR and not each.is_podium else ""
            written = _line(
                names[each.id], figures(self.look, each, shares.get(each.id)), name_cells, shown
            )
            yield f"{written}  {drawn}"
        if found.floor.interventions != found.total.interventions:
            label = self.look.say("times.floor")
            yield _line(label, figures(self.look, found.floor, "100"), name_cells, shown)
        yield _line(
            self.look.say("times.total"), figures(self.look, found.total), name_cells, shown
        )

    def told(self) -> list[str]:
        """The same in sentences, for the line mode; spans are in words."""
        found = self.found
        if not found.total.interventions:
            told = [self._nobody()]
        else:
            whole = in_words(passed(found.total.seconds), self.look.language)
            what, where, count = self._what(), self._where(), found.total.interventions
            told = [self.look.say("times.told", what=what, where=where, count=count, span=whole)]
        shares = percents(found)
        for number, row in enumerate((each for each in found.rows if each.interventions), 1):
            told.append(self._told_row(number, row, shares.get(row.id, "0")))
        lines = self.naming.missing_lines(self.missing)
        if self.naming.missing(self.missing):
            lines = [self.look.say("times.told_not_heard", line=line) for line in lines]
        return [*told, *lines]

    def _told_row(self, number: int, row: TimeRow, share: str) -> str:
        params: dict[str, str | int] = {
            "number": number,
            "name": self.naming.row(row.id, self.by),
            "span": in_words(passed(row.seconds), self.look.language),
            "share": self.look.say("times.from_podium"),
        }
        if not row.is_podium:
            params["share"] = self.look.say("times.percent", percent=share)
        if row.interventions == 1:
            return self.look.say("times.told_once", **params)
        return self.look.say("times.told_row", count=row.interventions, **params)

    def _what(self) -> str:
        return self.look.say(f"times.by_{self.by}")

    def _where(self) -> str:
        if self.item is None:
            return self.look.say("times.on_day")
        return self.look.say("times.on_item", item=self.item)

    def _nobody(self) -> str:
        if self.item is None:
            return self.look.say("times.nobody")
        return self.look.say("times.nobody_on_item", item=self.item)


def _line(name: str, figures: dict[str, str], name_cells: int, shown: list[str]) -> str:
    row = [fit(name, name_cells)]
    for each in shown:
        figure = figures.get(each, "")
        row.append(" " * max(_FIGURES[each] - cells(figure), 1) + figure)
    return "".join(row)


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


def times_told(look: Look, asked: str) -> list[str]:
    """The answer to `times [ITEM] [by delegation|kind|region]`."""
    item, by = None, GROUPINGS[0]
    items = [each.id for each in look.state.agenda.items]
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
                in_language(no_such_item(look.state, word) or "", look.language),
                say("times.asked_so", look.language, line=f"times {asked}"),
            ]
    return TimesText(look, by, item).told()


NOW, UNKNOWN = " ▶", " ?"


class TimeLine(Struct, frozen=True):
    """What one row shows; rows that look the same are equal."""

    name: str
    mark: str
    """` ▶` behind whoever speaks now, ` ?` behind a name nobody knows; never cut."""
    seconds: int
    group_seconds: int
    longest: int
    """Seconds of the longest row, which fills its bar."""
    instead: str
    """Words in place of a bar."""
    columns: tuple[Column, ...]
    figures: tuple[tuple[str, str], ...]
    """Column -> figure."""


def items_to_choose(look: Look) -> tuple[str | None, ...]:
    """All items together (None), then those that were taken up or that somebody waits for."""
    state = look.state
    each_item = (item.id for item in state.agenda.items)
    shown = (
        item for item in each_item if state.items[item].phase != "planned" or state.lists.get(item)
    )
    return (None, *shown)


def item_at_first(look: Look) -> str | None:
    """The open item, else the last one that was; all together before and after the meeting."""
    state = look.state
    return None if state.phase == "adjourned" else state.item or state.last_item


def next_grouping(by: str, step: int) -> str:
    """The grouping after (`step` 1) or before (-1) this one; after the last comes the first."""
    return GROUPINGS[(GROUPINGS.index(by) + step) % len(GROUPINGS)]


def header_line(look: Look, found: SpeakingTime, width: int) -> Line:
    """By what the rows are made, of which item, and how many there are to choose from."""
    shown = items_to_choose(look)
    place = shown.index(found.item) + 1 if found.item in shown else 1
    which = look.say("more.which_item", place=place, count=len(shown))
    planned = look.state.agenda.item(found.item) if found.item else None
    parts = [Piece(f" {look.say(f'times.by_{found.by}')}", "heading")]
    if planned is None:
        parts.append(Piece(f"  {look.say('times.whole_day')}", "strong"))
    else:
        parts.append(Piece(f"  {look.say('times.item', item=planned.id)}", "strong"))
        parts.append(Piece(f"  {planned.title.say(look.language)}"))
    return sides_by_word(tuple(parts), line(Piece(f"{which} ", "accent")), width)


def time_rows(look: Look, found: SpeakingTime) -> list[Row[TimeLine]]:
    """One row each, the longest first."""
    naming = Naming(look.directory, look.language)
    now_at = _speaks_now(look, found)
    longest = max((int(each.seconds) for each in found.rows if not each.is_podium), default=0)
    columns, shares, rows = columns_of(look, found), percents(found), []
    for each in found.rows:
        mark = UNKNOWN if _is_unknown(look, found, each) else ""
        mark += NOW if each.id == now_at else ""
        content = TimeLine(
            name=naming.row(each.id, found.by),
            mark=mark,
            seconds=int(each.seconds),
            group_seconds=int(each.group_seconds),
            longest=longest,
            instead=look.say("times.from_podium") if each.is_podium else "",
            columns=columns,
            figures=tuple(figures(look, each, shares.get(each.id)).items()),
        )
        rows.append(Row(each.id, content))
    return rows


def _speaks_now(look: Look, found: SpeakingTime) -> str | None:
    """The row of whoever has the floor; None by kinds and regions, which have many."""
    speaking = look.state.speaking()
    if speaking is None or found.by != "delegation" or found.item not in (None, speaking.item):
        return None
    now_at = look.state.asked_by(speaking).delegation
    return now_at if any(each.id == now_at for each in found.rows) else None


def _is_unknown(look: Look, found: SpeakingTime, row: TimeRow) -> bool:
    is_guest = row.id in look.state.guests  # whose name is in no directory either
    return found.by == "delegation" and not is_guest and look.directory.get(row.id) is None


def columns_of(look: Look, found: SpeakingTime) -> tuple[Column, ...]:
    """The columns of a grouping; how many were heard of how many is told of kinds and regions."""
    is_one = found.by == "delegation"
    naming, least = Naming(look.directory, look.language), 20
    if not is_one:  # few and long: they are not cut while an average can give way
        least = max(min(cells(naming.row(each.id, found.by)), 38) for each in found.rows)
    columns = [
        Column("name", least, weight=1, priority=10, most=40),
        Column("bar", 8, weight=3, priority=8, most=90),
        Column("time", 7, priority=9, align="right"),
        Column("spoke", 6, priority=7, align="right"),
        Column("average", 7, priority=5, align="right"),
        Column("share", 5, priority=6, align="right"),
    ]
    if not is_one:
        columns.append(Column("heard", 9, priority=7, align="right"))
    if found.total.group_seconds > 0:
        columns.append(Column("group", 9, priority=4, align="right"))
    return tuple(columns)


def draw_time(row: Row[TimeLine], width: int, has_cursor: bool) -> Line:
    """One row in `width` cells."""
    content = row.content
    columns = content.columns
    rooms = {each.column.key: each.width for each in lay_out(columns, width)}
    figures: dict[str, Cell] = {key: Piece(figure) for key, figure in content.figures}
    mark = Piece(content.mark, "accent strong")
    name = Piece(content.name, "" if content.seconds else "muted")
    spare = rooms["name"] - line_cells((mark,))
    fitted = (name,) if line_cells((name,)) <= spare else fit_line((name,), max(spare, 1))
    time = dict(content.figures)["time"]
    figures["time"] = Piece(time, "strong" if content.seconds else "muted")
    figures["name"] = (*fitted, mark)
    figures["bar"] = Piece(content.instead, "muted")
    if not content.instead:
        figures["bar"] = _bar(content, rooms.get("bar", 0))
    return row_line(columns, figures, width)


def _bar(content: TimeLine, width: int) -> Line:
    parts = bar_parts(content.seconds, content.group_seconds, content.longest, width)
    own = "accent" if NOW in content.mark else "track"
    return line(Piece(parts[0], "paused"), Piece(parts[1], own))


def heading_line(look: Look, found: SpeakingTime, width: int) -> Line:
    """The words above the columns."""
    columns = columns_of(look, found)
    heads: dict[str, Cell] = {
        key: Piece(look.say(f"times.column_{key}"), "muted")
        for key in ("time", "spoke", "average", "share", "heard", "group")
    }
    told = look.say("times.delegations", count=found.floor.delegations)
    return row_line(columns, {**heads, "name": Piece(told, "muted")}, width)


def feet(look: Look, found: SpeakingTime, width: int) -> list[Line]:
    """What the rows add up to, and what the signs mean that occur in them."""
    if not found.total.interventions:
        told = look.say("times.nobody")
        if found.item is not None:
            told = look.say("times.nobody_on_item", item=found.item)
        return wrap((Piece(told, "muted"),), width)
    whole = "total" if found.floor.interventions == found.total.interventions else "floor"
    shown: dict[str, Cell] = {
        key: Piece(figure, "strong") for key, figure in figures(look, found.floor, "100").items()
    }
    total = row_line(
        columns_of(look, found),
        {**shown, "name": Piece(look.say(f"times.{whole}"), "strong"), "share": ""},
        width,
    )
    signs = _signs(look, found)
    return [total, *(wrap(signs, width) if signs else ())]


def _signs(look: Look, found: SpeakingTime) -> Line:
    """What the signs mean that occur in the rows, each sign as it looks there."""
    now_at = _speaks_now(look, found)
    unknown = any(_is_unknown(look, found, each) for each in found.rows)
    occur = (
        ("times.sign_group", DOTTED, "paused", found.total.group_seconds > 0),
        ("times.sign_now", NOW.strip(), "accent", now_at is not None),
        ("screen.kind_unknown", UNKNOWN.strip(), "accent", unknown),
    )
    parts: list[Piece] = []
    for key, sign, role, occurs in occur:
        if occurs:
            told = look.say(key, name=look.name(now_at or ""))
            parts += [Piece("   " if parts else ""), Piece(sign, role), Piece(f" {told}", "muted")]
    return tuple(parts)


def missing_lines(look: Look, missing: NotHeard, width: int) -> list[Line]:
    """Who was not heard, the most urgent first."""
    naming = Naming(look.directory, look.language)
    told = naming.missing(missing)
    if not told:
        return wrap((Piece(look.say("times.each_heard"), "on_time"),), width)
    between = look.say("times.between")
    lines: list[Line] = []
    for label, who in told:
        head = look.say("times.line", label=label, who="")
        lines += hanging(line(Piece(head, "nearly strong")), between.join(who), width, indent=2)
    return lines


def missing_title(look: Look, item: str | None) -> str:
    """The name of the panel with those not heard."""
    where = look.say("times.on_day") if item is None else look.say("times.on_item", item=item)
    return look.say("times.title_not_heard", where=where)
