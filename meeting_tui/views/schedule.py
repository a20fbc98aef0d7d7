"""The schedule as rows: sittings, items and segments, as planned, as they were, as they come.

Title, plan, the course it takes and its distance from the plan are there on the smallest screen;
the ends at pace and in the late case follow, then the bars. What was changed in the plan since the
agenda was imported is marked, with its reason; the imported agenda is kept in the state, so a row
can say what was there before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from typing import TypedDict

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.agenda.model import Agenda, DatedNote, Item, Segment
from meeting_tui.forecast.figures import Cut, ItemTimes
from meeting_tui.meeting.facts import ScheduleChange, SittingRun
from meeting_tui.meeting.spans import MINUTE, minute
from meeting_tui.views.agenda_column import in_order
from meeting_tui.views.columns import Cell, Column, Row, lay_out, row_line
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece, fit_line, fit_words, hanging, line, line_cells
from meeting_tui.views.schedule_times import (
    ACTUAL,
    PLANNED,
    Axis,
    Mark,
    Span,
    actual_parts,
    apart,
    axis,
    bar,
    ends_in_a_part,
    hours,
    pace_and_late,
    part_runs,
    part_spans,
    planned_parts,
    projected_parts,
    runs,
    span_text,
    spans_text,
)

COLUMNS = (
    Column("title", 16, weight=3, priority=10, most=104),
    Column("planned", 12, priority=6),
    Column("runs", 11, priority=8),
    Column("pace", 5, priority=5),
    Column("late", 5, priority=5),
    Column("difference", 15, priority=9),
    Column("bar", 24, weight=2, priority=4),
)
_WITH_DAYS = {"planned": 17, "runs": 16, "pace": 10, "late": 10}
"""Where clocks say the days: `15:00–+1 d 16:34`."""
COLUMNS_WITH_DAYS = tuple(
    replace(each, least=_WITH_DAYS.get(each.key, each.least)) for each in COLUMNS
)
_OF_SEVERAL_DAYS = {**_WITH_DAYS, "runs": 21}
"""Where what was begun on one day went on on another: `Thu 15:20–Fri 10:12`."""
COLUMNS_OF_SEVERAL_DAYS = tuple(
    replace(each, least=_OF_SEVERAL_DAYS.get(each.key, each.least)) for each in COLUMNS
)
_OFFSETS = {"planned": 12, "runs": 12, "pace": 6, "late": 6}
"""What the columns have more in a night in which the clocks go back: `02:30+02:00`."""
HEADED = ("planned", "runs", "pace", "late", "difference")
CHANGED = "*"
"""Behind planned times that are not those imported."""


class ScheduleRow(Struct, frozen=True):
    """What one row shows."""

    sign: str
    title: str
    role: str = ""
    short: str = ""
    """The title where there is no room for all of it; empty where it is cut."""
    was: str = ""
    """What the imported agenda had in its place; empty where nothing was changed."""
    planned: str = ""
    runs: Line = ()
    """Actual times bare, projected ones strong."""
    pace: str = ""
    late: str = ""
    difference: Piece = Piece("")
    axis: Axis | None = None
    """None for a row of words without columns."""
    parts: tuple[Span | Mark, ...] = ()


def draw_schedule(row: Row[ScheduleRow], width: int, has_cursor: bool) -> Line:
    """One row in `width` cells."""
    content = row.content
    if content.axis is None:
        return (Piece(f"{content.sign} "), Piece(content.title, content.role))
    columns = _columns(content.axis)
    widths = _widths(columns, width)
    is_changed = CHANGED if content.was else ""
    cells: dict[str, Cell] = {
        "title": _title(content, widths["title"]),
        "planned": (Piece(content.planned, "muted"), Piece(is_changed, "nearly strong")),
        "runs": content.runs,
        "pace": Piece(content.pace),
        "late": Piece(content.late, "muted"),
        "difference": content.difference,
    }
    if "bar" in widths:
        cells["bar"] = bar(content.axis, content.parts, widths["bar"])
    return row_line(columns, cells, width)


def _title(content: ScheduleRow, width: int) -> Line:
    """Sign and title; at the right edge, for which the title gives way, what was there before."""
    sign, text = Piece(f"{content.sign} ", content.role), content.title
    if content.short and line_cells((sign, Piece(text))) > width:
        text = content.short
    title = (sign, Piece(text, content.role))
    was = Piece(content.was, "nearly")
    room = width - line_cells((was,)) - 1
    if not content.was or room < 8:
        return fit_words(title, width)
    return (*fit_line(fit_words(title, room), room), Piece(" "), was)


def heading_line(look: Look, day: Axis, width: int, title: Piece | None = None) -> Line:
    """The words above the columns, the hours above the bars; `title` stands above the items."""
    cells: dict[str, Cell] = {
        each: Piece(look.say(f"schedule.column_{each}"), "muted") for each in HEADED
    }
    item = title or Piece(look.say("schedule.column_item"), "muted")
    cells["title"] = (Piece("  "), item)
    columns = _columns(day)
    widths = _widths(columns, width)
    if "bar" in widths:
        cells["bar"] = hours(day, widths["bar"])
    return row_line(columns, cells, width)


def _columns(day: Axis) -> tuple[Column, ...]:
    columns = COLUMNS_WITH_DAYS if day.has_later_days else COLUMNS
    if day.is_of_several:
        columns = COLUMNS_OF_SEVERAL_DAYS
    if not day.clocks_go_back:
        return columns
    return tuple(replace(each, least=each.least + _OFFSETS.get(each.key, 0)) for each in columns)


def _widths(columns: tuple[Column, ...], width: int) -> dict[str, int]:
    """The cells of each column that has room in a row of `width` cells."""
    return {each.column.key: each.width for each in lay_out(columns, width)}


def was_planned(look: Look, times: ItemTimes) -> str:
    """`was 12:15` for the end of an item in the imported agenda; empty if it is unchanged."""
    imported = (times.imported_start, times.imported_end)
    return _was(look, imported, (times.planned_start, times.planned_end))


def was_minutes(look: Look, segment: Segment) -> str:
    """`was 10 min`, `added` or `will be held`; empty for a segment as it was imported."""
    if segment_was_added(look, segment.id):
        return look.say("schedule.added")
    before = look.state.imported.segment(segment.id)
    if before and before.minutes != segment.minutes:
        if before.minutes is None:
            return look.say("schedule.was", what=look.say("schedule.not_timed"))
        return look.say("schedule.was", what=look.say("more.minutes", minutes=before.minutes))
    return look.say("schedule.kept") if segment.id in look.state.kept else ""


def was_changed(look: Look, segment: Segment) -> bool:
    """Whether a segment is not as it was imported."""
    return segment.id in look.state.dropped or bool(was_minutes(look, segment))


def sitting_was(look: Look, sitting: str) -> str:
    """`was 18:00` for the end of a sitting, `was 15:00–` for its start; empty if unchanged."""
    state = look.state
    before, now = (
        next(each for each in agenda.sittings if each.id == sitting)
        for agenda in (state.imported, state.agenda)
    )
    return _was(look, (before.start, before.end), (now.start, now.end))


def _was(look: Look, before: tuple[datetime, datetime], now: tuple[datetime, datetime]) -> str:
    if before[1] != now[1]:
        return look.say("schedule.was", what=look.clock(before[1]))
    return look.say("schedule.was", what=f"{look.clock(before[0])}–") if before != now else ""


def segment_was_added(look: Look, segment: str) -> bool:
    """Whether a segment is a matter that was added during the meeting."""
    return look.state.imported.segment(segment) is None


def reason_dropped(look: Look, segment: str) -> str:
    """The reason that was given for not holding a segment."""
    changes = reversed(look.state.schedule_changes)
    return next(each.reason for each in changes if (each.kind, each.place) == ("drop", segment))


def change_lines(look: Look, places: tuple[str, ...], width: int) -> list[Line]:
    """Changes of these items, segments or sittings: what, when, by whom and why."""
    found = [each for each in look.state.schedule_changes if each.place in places]
    lines: list[Line] = []
    for each in found:
        first = line(Piece(f"{look.clock(each.at)} ", "nearly strong"))
        lines += hanging(first, _told(look, each), width)
    return lines


def _told(look: Look, change: ScheduleChange) -> str:
    what = look.say(f"schedule.change_{change.kind}", **_params(look, change))
    by = f" ({change.hand})" if change.hand else ""
    return look.say("schedule.change_because", what=what, reason=change.reason, by=by)


def _params(look: Look, change: ScheduleChange) -> dict[str, str]:
    """The values of a change as people read them."""
    was, becomes = change.was, change.becomes
    if change.kind == "move":
        was, becomes = (_where(look, each) for each in (was, becomes))
    elif change.kind == "split":
        was, becomes = (_shares(look, each) for each in (was, becomes))
    elif change.kind == "add":
        minutes, _, title = becomes.partition(" ")
        becomes = f"{title}, {look.say('more.minutes', minutes=minutes)}"
    return {"place": change.place, "was": was or look.say("schedule.not_timed"), "becomes": becomes}


def _where(look: Look, place: str) -> str:
    """`sitting 2, before item 6`, from `2 before 6`."""
    sitting, _, before = place.removesuffix(" last").partition(" before ")
    if before:
        return look.say("schedule.place_before", sitting=sitting, before=before)
    return look.say("schedule.place_last", sitting=sitting)


def _shares(look: Look, parts: str) -> str:
    """`30 min in sitting 1, 10 min in sitting 2`, from `1: 30, 2: 10`."""
    return look.say("procedure.comma").join(
        look.say("schedule.share", sitting=sitting, minutes=minutes)
        for sitting, minutes in (each.split(": ") for each in parts.split(", "))
    )


Rows = Iterator[Row[ScheduleRow]]


class Ends(TypedDict, total=False):
    """The columns of a row that say when the whole of an item ends."""

    pace: str
    late: str
    difference: Piece


def schedule_rows(look: Look, unfolded: Collection[str] = ()) -> list[Row[ScheduleRow]]:
    """Each sitting with its items as they come, then the dates before and after the day.

    The segments of the open item are there, and those of the items in `unfolded`.
    """
    day, line_of_day = look.projection.day, axis(look)
    cuts = {cut.sitting: cut for cut in day.cuts}
    rows: list[Row[ScheduleRow]] = []
    for number, sitting in enumerate(day.sittings, 1):
        rows.append(_sitting_row(look, line_of_day, number, sitting))
        cut = cuts.get(sitting.id)
        for times, part in _planned_in(look, sitting.id):
            if cut and times.id in cut.behind:
                rows.append(_cut_row(look, cut))
                cut = None
            if part:
                rows.append(_later_part_row(look, line_of_day, times, part))
            else:
                rows += _item_rows(look, line_of_day, times, unfolded)
        if cut:
            rows.append(_cut_row(look, cut))
    return [*rows, *_date_rows(look)]


def row_at_first(look: Look) -> str:
    """The row the cursor begins on: the open item, else the next to come, else the last."""
    items = [times for times, _, _ in in_order(look.projection.day)]
    for phase in ("open", "planned"):
        for each in items:
            if each.phase == phase:
                return f"item {each.id}"
    return f"item {items[-1].id}"


def item_of_row(look: Look, key: str | None) -> str | None:
    """The item a row is of, or belongs to as a segment or a part; None for any other row."""
    sort, _, rest = (key or "").partition(" ")
    if sort == "segment":
        items = look.state.agenda.items
        return next((item.id for item in items if _has_segment(item, rest)), None)
    return rest.partition(" ")[0] if sort in ("item", "part") else None


def _has_segment(item: Item, segment: str) -> bool:
    return any(each.id == segment for each in item.segments)


def _planned_in(look: Look, sitting: str) -> list[tuple[ItemTimes, int]]:
    """The items that begin or go on in a sitting, with the number of the part, as they follow."""
    items = in_order(look.projection.day)
    found = [(at, times, 0) for times, held_in, at in items if held_in == sitting]
    found += [
        (part.start, times, number)
        for times, _, _ in items
        for number, part in enumerate(times.parts)
        if number and part.sitting == sitting and times.parts[number - 1].sitting != sitting
    ]
    return [(times, part) for _, times, part in sorted(found, key=lambda each: each[0])]


def _sitting_row(
    look: Look, line_of_day: Axis, number: int, sitting: SittingRun
) -> Row[ScheduleRow]:
    spans = [Span(sitting.planned_start, sitting.planned_end, PLANNED, "track")]
    ends = sitting.suspended_at
    if sitting.opened_at:
        spans.append(Span(minute(sitting.opened_at), minute(ends or look.now), ACTUAL, "muted"))
    held = span_text(look, sitting.opened_at, ends)
    content = ScheduleRow(
        "─",
        sitting_title(look, number, sitting),
        "heading",
        short=sitting_title(look, number, sitting, short=True),
        was=sitting_was(look, sitting.id),
        planned=span_text(look, sitting.planned_start, sitting.planned_end),
        runs=(Piece(held),),
        axis=line_of_day,
        parts=tuple(spans),
    )
    return Row(f"sitting {sitting.id}", content)


def sitting_title(look: Look, number: int, sitting: SittingRun, *, short: bool = False) -> str:
    """`Sitting 3`, with its day where the meeting sits on several or not on the agenda's."""
    clock = look.room_clock
    if not clock.names_day:
        return look.say("more.sitting", number=number)
    date = sitting.planned_start.astimezone(clock.zone).date()
    day = clock.weekday(date) if short else clock.long_day(date)
    return look.say("more.sitting_on", number=number, day=day)


def _item_rows(look: Look, line_of_day: Axis, times: ItemTimes, unfolded: Collection[str]) -> Rows:
    item = look.state.agenda.item(times.id)
    if item is None:
        return
    sign, role = {
        "closed": ("✓", ""),
        "carried": ("↷", "nearly"),
        "open": ("▶", "accent strong"),
    }.get(times.phase, ("·", ""))
    held = runs(look, times)
    content = ScheduleRow(
        sign,
        f"{item.id} {item.title.say(look.language)}",
        role,
        was=was_planned(look, times),
        planned=span_text(look, times.parts[0].start, times.parts[0].end),
        runs=held[0] if held else (),
        **({} if ends_in_a_part(times) else _ends(look, times)),
        axis=line_of_day,
        parts=(
            *planned_parts(times),
            *actual_parts(look, times),
            *projected_parts(look, times),
        ),
    )
    yield Row(f"item {item.id}", content)
    yield from _further_rows(look, item.id, held)
    is_unfolded = times.phase == "open" or times.id in unfolded
    for segment in item.segments:
        if is_unfolded or was_changed(look, segment):
            yield _segment_row(look, line_of_day, item, segment)
            yield from _further_rows(look, segment.id, _segment_held(look, segment))


def _further_rows(look: Look, item: str, held: Sequence[Line]) -> Rows:
    """The times of an item, or a segment, in later sittings, below its row: a break is no part."""
    for number, run in enumerate(held[1:], 1):
        title = look.say("schedule.continued", item=item)
        content = ScheduleRow("↳", title, "muted", runs=run, axis=axis(look))
        yield Row(f"further {item} {number}", content, can_select=False)


def _ends(look: Look, times: ItemTimes) -> Ends:
    """When it ends at pace and in the late case, and how far its end is from the plan."""
    pace, late = pace_and_late(look, times)
    return {"pace": pace, "late": late, "difference": apart(look, times)}


def _later_part_row(
    look: Look, line_of_day: Axis, times: ItemTimes, number: int
) -> Row[ScheduleRow]:
    """What is planned of an item in a later sitting; a split item ends in the last of them."""
    part = times.parts[number]
    is_last = part.sitting == times.parts[-1].sitting
    content = ScheduleRow(
        "↳",
        look.say("schedule.continued", item=times.id),
        "muted",
        planned=span_text(look, part.start, part.end),
        runs=part_runs(look, times, number),
        **(_ends(look, times) if is_last and ends_in_a_part(times) else {}),
        axis=line_of_day,
        parts=(Span(part.start, part.end, PLANNED, "muted"), *part_spans(times, number)),
    )
    return Row(f"part {times.id} {number}", content)


def _cut_row(look: Look, cut: Cut) -> Row[ScheduleRow]:
    """Which item the end of a sitting cuts, and which come only after it."""
    behind = look.listed(look.say("more.item_name", item=each) for each in cut.behind)
    told = {"time": look.clock(cut.at), "item": cut.item or "", "behind": behind}
    key = "cut_both" if cut.item and behind else "cut_item" if cut.item else "cut_behind"
    content = ScheduleRow("┄", look.say(f"schedule.{key}", **told), "over")
    return Row(f"cut {cut.sitting}", content, can_select=False)


def _segment_row(look: Look, line_of_day: Axis, item: Item, segment: Segment) -> Row[ScheduleRow]:
    state = look.state
    title = segment.title.say(look.language)
    if segment.id in state.dropped:
        reason = reason_dropped(look, segment.id)
        told = look.say("schedule.dropped", segment=segment.id, reason=reason, title=title)
        return Row(f"segment {segment.id}", ScheduleRow("  ✗", told, "muted"))
    run = state.segments.get(segment.id)
    of_item = state.items[item.id]
    is_on = of_item.phase == "open" and of_item.segment == segment.id
    sign, role = ("▶", "accent") if is_on else ("✓", "muted") if run else ("·", "")
    took = Piece("")
    parts: tuple[Span, ...] = ()
    if run:
        until = run.closed_at or look.now
        used = round(state.segment_times[segment.id].at(look.now) / MINUTE)
        told = look.say("more.minutes_took", minutes=used)
        if segment.minutes:
            told = look.say("more.of_minutes", took=used, planned=segment.minutes)
        is_over = bool(segment.minutes and used > segment.minutes)
        took = Piece(told, "over" if is_over else "muted")
        parts = (Span(minute(run.opened_at), minute(until), ACTUAL, "accent"),)
    held = _segment_held(look, segment)
    content = ScheduleRow(
        f"  {sign}",
        f"{segment.id} {title}",
        role,
        was=was_minutes(look, segment),
        planned=_planned_minutes(look, segment),
        runs=held[0] if held else (),
        difference=took,
        axis=line_of_day,
        parts=parts,
    )
    return Row(f"segment {segment.id}", content)


def _segment_held(look: Look, segment: Segment) -> list[Line]:
    """From when to when it was held, without the breaks; none before it was."""
    run = look.state.segments.get(segment.id)
    told = spans_text(look, run.opened_at, run.closed_at) if run else []
    return [(Piece(each),) for each in told]


def _planned_minutes(look: Look, segment: Segment) -> str:
    is_open_question = segment.condition and segment.id not in look.state.kept
    if is_open_question and not segment_was_added(look, segment.id):
        return look.say("more.if_any")
    return look.say("more.minutes", minutes=segment.minutes) if segment.minutes else ""


def _date_rows(look: Look) -> list[Row[ScheduleRow]]:
    """Deadlines and next steps; what they say is in the panel of the row."""
    dates = dated_notes(look.state.agenda)
    if not dates:
        return []
    heading = ScheduleRow("─", look.say("more.dates"), "heading")
    rows = [Row("dates", heading, can_select=False)]
    for place, (_, dated) in enumerate(dates):
        when, what = dates_text(look, dated), dated.what.say(look.language)
        rows.append(Row(f"date {place}", ScheduleRow(" ", f"{when}  {what}")))
    return rows


def dated_notes(agenda: Agenda) -> tuple[tuple[str, DatedNote], ...]:
    """Deadlines, then next steps, each with the word for what it is (`deadline`, `next_step`)."""
    return (
        *(("deadline", each) for each in agenda.deadlines),
        *(("next_step", each) for each in agenda.next_steps),
    )


def dates_text(look: Look, dated: DatedNote) -> str:
    """`5 March`, or `27 May to 28 May`."""
    first = _date_text(look, dated.date)
    if dated.until is None:
        return first
    return look.say("more.date_span", first=first, last=_date_text(look, dated.until))


def _date_text(look: Look, day: date) -> str:
    is_chinese = look.language == "zh"
    month = str(day.month) if is_chinese else look.say(f"screen.month_{day.month}")
    return look.say("more.date", day=day.day, month=month)
