"""The schedule as rows: sittings, items, their segments; planned, actual, projected.

Items stand in the order in which they are planned, where the end of a sitting cuts them is a line
between them, and what was changed says what was imported. All figures are of the projection.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import TypedDict

from meeting_tui.agenda.model import Agenda, DatedNote, Item, Segment
from meeting_tui.forecast.figures import Cut, ItemTimes
from meeting_tui.meeting.records import SittingRun
from meeting_tui.views.columns import Row
from meeting_tui.views.day_axis import ACTUAL, PLANNED, Axis, Span, minute
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Piece
from meeting_tui.views.schedule_changes import (
    reason_dropped,
    segment_was_added,
    sitting_was,
    was_changed,
    was_minutes,
    was_planned,
)
from meeting_tui.views.schedule_row import ScheduleRow
from meeting_tui.views.schedule_times import (
    MINUTE,
    actual_parts,
    apart,
    axis,
    ends_in_a_part,
    pace_and_late,
    part_runs,
    part_spans,
    planned_parts,
    projected_parts,
    runs,
    span_text,
)

Rows = Iterator[Row[ScheduleRow]]


class Ends(TypedDict, total=False):
    """The columns of a row that say when the whole of an item ends."""

    pace: str
    late: str
    difference: Piece


def schedule_rows(look: Look, unfolded: Collection[str] = ()) -> list[Row[ScheduleRow]]:
    """Each sitting with its items in the order planned, then the dates before and after the day.

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
    items = sorted(look.projection.day.items, key=lambda each: each.planned_start)
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
    found = [
        (part.start, times, number)
        for times in look.projection.day.items
        for number, part in enumerate(times.parts)
        if part.sitting == sitting
        if not number or times.parts[number - 1].sitting != sitting
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
    content = ScheduleRow(
        sign,
        f"{item.id} {item.title.say(look.language)}",
        role,
        was=was_planned(look, times),
        planned=span_text(look, times.parts[0].start, times.parts[0].end),
        runs=runs(look, times),
        **({} if ends_in_a_part(times) else _ends(look, times)),
        axis=line_of_day,
        parts=(
            *planned_parts(times),
            *actual_parts(look, times),
            *projected_parts(look, times),
        ),
    )
    yield Row(f"item {item.id}", content)
    is_unfolded = times.phase == "open" or times.id in unfolded
    for segment in item.segments:
        if is_unfolded or was_changed(look, segment):
            yield _segment_row(look, line_of_day, item, segment)


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
    between = "、" if look.language == "zh" else ", "
    behind = between.join(look.say("more.item_name", item=each) for each in cut.behind)
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
    held = span_text(look, run.opened_at, run.closed_at) if run else ""
    content = ScheduleRow(
        f"  {sign}",
        f"{segment.id} {title}",
        role,
        was=was_minutes(look, segment),
        planned=_planned_minutes(look, segment),
        runs=(Piece(held),),
        difference=took,
        axis=line_of_day,
        parts=parts,
    )
    return Row(f"segment {segment.id}", content)


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
