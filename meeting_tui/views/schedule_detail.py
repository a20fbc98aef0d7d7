"""What belongs to the row under the cursor, and what the day comes to.

Everything the agenda says of an item and has no place on another screen is here: who opens it, its
segments and their conditions, what is merged, notes, questions, deadlines and next steps.
"""

from __future__ import annotations

from meeting_tui.agenda.model import Item, Segment
from meeting_tui.forecast.figures import ItemTimes
from meeting_tui.forecast.oddities import oddities, say_oddity
from meeting_tui.forecast.saying import Saying
from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.items import CloseItem, OpenItem, OpenSegment, ReopenItem
from meeting_tui.meeting.state import MeetingState
from meeting_tui.text import cells
from meeting_tui.views.day_axis import PLANNED, Axis, Span, bar, hours
from meeting_tui.views.hanging import hanging
from meeting_tui.views.look import Glance
from meeting_tui.views.pieces import Line, Piece, fit_line, line
from meeting_tui.views.schedule import dated_notes, dates_text, sitting_title
from meeting_tui.views.schedule_changes import change_lines, was_planned
from meeting_tui.views.schedule_times import (
    MINUTE,
    actual_parts,
    apart,
    axis,
    block_role,
    pace_and_late,
    planned_parts,
    projected_parts,
    span_text,
)
from meeting_tui.views.wrapped import wrap

LABEL = 10
TIMES, TIMES_WITH_DAYS, TIMES_OF_SEVERAL_DAYS, TIMES_OFFSETS = 13, 18, 23, 12
TITLE_MARGIN = 4
"""Cells of the border that its title does not get, beyond the panel's own text."""

_OPENERS = {
    "chair": "screen.kind_chair",
    "secretariat": "screen.kind_secretariat",
    "guest speaker": "screen.kind_guest",
    "delegations": "draft.delegations_at_large",
    "states": "sheet.column.states",
    "states parties": "more.heard_state_party",
    "all": "happened.everybody",
}


def take_up(state: MeetingState, key: str | None) -> tuple[Command, str] | None:
    """What Enter on a row proposes: the command, and the line that says it; None for no act."""
    sort, _, name = (key or "").partition(" ")
    if sort == "segment":
        return OpenSegment(name), f"segment {name}"
    if sort != "item":
        return None
    return {
        "planned": (OpenItem(name), f"item {name}"),
        "open": (CloseItem("carry"), "close item"),
    }.get(state.items[name].phase, (ReopenItem(name), f"reopen {name}"))


def detail_title(glance: Glance, key: str | None) -> str:
    """The whole title of the row, for the border of its panel."""
    sort, name = _sort_and_name(key)
    agenda = glance.state.agenda
    if sort == "item":
        item = agenda.item(name)
        title = item.title.say(glance.language) if item else ""
        return glance.say("more.detail_item", item=name, title=title)
    if sort == "segment":
        segment = agenda.segment(name)
        title = segment.title.say(glance.language) if segment else ""
        return glance.say("more.segment", id=name, title=title)
    if sort == "sitting":
        number = [each.id for each in agenda.sittings].index(name)
        return sitting_title(glance, number + 1, glance.projection.day.sittings[number])
    return glance.say("more.dates")


def _sort_and_name(key: str | None) -> tuple[str, str]:
    """What a row is of; the later part of a split item is the item."""
    sort, _, name = (key or "").partition(" ")
    return ("item", name.partition(" ")[0]) if sort == "part" else (sort, name)


def detail_lines(glance: Glance, key: str | None, width: int) -> list[Line]:
    """The three bars of an item, then all that the agenda says of the row."""
    sort, name = _sort_and_name(key)
    agenda = glance.state.agenda
    if sort == "item":
        item = agenda.item(name)
        times = next((each for each in glance.projection.day.items if each.id == name), None)
        if item and times:
            return [
                *_bars(glance, times, width),
                *_figures(glance, times, width),
                *_block_lines(glance, times, width),
                *_whole_title(detail_title(glance, key), width),
                *change_lines(glance, (name, *(each.id for each in item.segments)), width),
                *_item_lines(glance, item, width),
            ]
    if sort == "segment":
        segment = agenda.segment(name)
        title = _whole_title(detail_title(glance, key), width)
        changes = change_lines(glance, (name,), width)
        return [*title, *changes, *_segment_lines(glance, segment, width)] if segment else []
    if sort == "sitting":
        return _sitting_lines(glance, name, width)
    lines: list[Line] = []
    for place, (kind, dated) in enumerate(dated_notes(agenda)):
        role = "accent strong" if key == f"date {place}" else "muted"
        told = f"{glance.say(f'more.{kind}')}  {dates_text(glance, dated)}  "
        lines += hanging(line(Piece(told, role)), dated.what.say(glance.language), width, indent=4)
    return lines


def _whole_title(title: str, width: int) -> list[Line]:
    """The title once more where the border of the panel has no room for all of it."""
    if cells(title) <= width - TITLE_MARGIN:
        return []
    return wrap((Piece(title, "strong"),), width)


def _bars(glance: Glance, times: ItemTimes, width: int) -> list[Line]:
    """Planned, actual and projected, one below the other on the axis of the day."""
    line_of_day = axis(glance)
    times_cells = _times_cells(line_of_day)
    room = max(width - LABEL - times_cells, 0)
    actual = span_text(glance, times.opened_at, times.closed_at)
    projected = ""
    if times.coming:
        begins = times.coming[0][0] if times.phase != "open" else None
        projected = span_text(glance, begins, times.coming[-1][1])
    rows = (
        ("planned", _planned_text(glance, times), planned_parts(times)),
        ("actual", actual, actual_parts(glance, times)),
        ("projected", projected, projected_parts(glance, times)),
    )
    lines: list[Line] = [(Piece(" " * (LABEL + times_cells)), *hours(line_of_day, room))]
    for word, told, parts in rows:
        label = fit_line((Piece(glance.say(f"more.column_{word}"), "muted"),), LABEL)
        when = fit_line((Piece(told or "–", "strong" if word == "projected" else ""),), times_cells)
        lines.append((*label, *when, *bar(line_of_day, parts, room)))
    return lines


def _times_cells(line_of_day: Axis) -> int:
    """As many cells as times take there."""
    more = TIMES_OFFSETS if line_of_day.clocks_go_back else 0
    if line_of_day.is_of_several:
        return TIMES_OF_SEVERAL_DAYS + more
    return (TIMES_WITH_DAYS if line_of_day.has_later_days else TIMES) + more


def _planned_text(glance: Glance, times: ItemTimes) -> str:
    return span_text(glance, times.parts[0].start, times.parts[0].end)


def _figures(glance: Glance, times: ItemTimes, width: int) -> list[Line]:
    """When it ends at full time, at pace and in the late case, and how far that is from plan."""
    if not times.coming or times.ends_at is None:
        return [*wrap((apart(glance, times),), width), *_was(glance, times, width)]
    pace, late = pace_and_late(glance, times)
    label = fit_line((Piece(glance.say("schedule.ends"), "muted"),), LABEL)
    told = line(
        *label,
        Piece(f"{glance.say('schedule.at_full')} ", "muted"),
        Piece(glance.clock(times.ends_at), "strong"),
        Piece(f"  {glance.say('schedule.at_pace')} ", "muted"),
        Piece(pace),
        Piece(f"  {glance.say('schedule.in_late_case')} " if late else "", "muted"),
        Piece(f"{late}  "),
        apart(glance, times),
    )
    return [*wrap(told, width), *_was(glance, times, width)]


def _was(glance: Glance, times: ItemTimes, width: int) -> list[Line]:
    """What the imported agenda had, if the plan is another now."""
    if not was_planned(glance, times):
        return []
    before = span_text(glance, times.imported_start, times.imported_end)
    return wrap((Piece(glance.say("schedule.imported", times=before), "nearly"),), width)


def _block_lines(glance: Glance, times: ItemTimes, width: int) -> list[Line]:
    """What is eaten of the time that belongs to the item alone."""
    block = glance.projection.day.block
    if block is None or block.item != times.id:
        return []
    saying = Saying.of(glance.projection, glance.language)
    told = saying.block(block)
    if block.late_eaten_seconds:
        pace, late = (
            round(each / MINUTE) for each in (block.pace_eaten_seconds, block.late_eaten_seconds)
        )
        told = _joined(glance, [told, glance.say("schedule.block_cases", pace=pace, late=late)])
    return wrap((Piece(told, block_role(glance, block)),), width)


def _item_lines(glance: Glance, item: Item, width: int) -> list[Line]:
    agenda = glance.state.agenda
    lines = wrap((Piece(_kind(glance, item.kind, item.minutes, item.opener)),), width)
    between = "、" if glance.language == "zh" else ", "
    merged = between.join(each.id for each in agenda.merged_from(item.id))
    questions = " ".join(each.id for each in agenda.questions if each.item == item.id)
    told = [glance.say("more.merged_from", segments=merged)] if merged else []
    told += [glance.say("more.asks_questions", questions=questions)] if questions else []
    for each in told:
        lines += wrap((Piece(each),), width)
    lines += _notes(glance, item, width)
    for segment in item.segments:
        first = line(Piece(f"{segment.id} ", "accent strong"))
        title = segment.title.say(glance.language)
        what = glance.say("more.segment_about", title=title, about=_about(glance, segment))
        lines += hanging(first, what, width)
        lines += _notes(glance, segment, width)
    return lines


def _sitting_lines(glance: Glance, sitting: str, width: int) -> list[Line]:
    """The sitting on the axis, and what was changed about it."""
    run = next(each for each in glance.projection.day.sittings if each.id == sitting)
    line_of_day = axis(glance)
    times_cells = _times_cells(line_of_day)
    room = max(width - LABEL - times_cells, 0)
    label = fit_line((Piece(glance.say("more.column_planned"), "muted"),), LABEL)
    when = fit_line((Piece(span_text(glance, run.planned_start, run.planned_end)),), times_cells)
    span = Span(run.planned_start, run.planned_end, PLANNED, "muted")
    return [
        (Piece(" " * (LABEL + times_cells)), *hours(line_of_day, room)),
        (*label, *when, *bar(line_of_day, (span,), room)),
        *change_lines(glance, (sitting,), width),
        *_odd_lines(glance, width),
    ]


def _odd_lines(glance: Glance, width: int) -> list[Line]:
    """Everything that looks odd of the day; a sitting says it, as no item is the place for it."""
    saying = Saying.of(glance.projection, glance.language)
    told = [say_oddity(saying, each) for each in oddities(glance.projection)]
    return [row for each in told for row in wrap((Piece(each, "muted"),), width)]


def _segment_lines(glance: Glance, segment: Segment, width: int) -> list[Line]:
    lines = wrap((Piece(_about(glance, segment)),), width)
    theirs = [each.id for each in glance.state.agenda.questions if each.segment == segment.id]
    if theirs:
        told = glance.say("more.asks_questions", questions=" ".join(theirs))
        lines += wrap((Piece(told),), width)
    return [*lines, *_notes(glance, segment, width)]


def _about(glance: Glance, segment: Segment) -> str:
    """Kind, minutes, opener, condition and what is merged into it, in one sentence."""
    parts = [_kind(glance, segment.kind, segment.minutes, segment.opener)]
    if segment.each_minutes:
        parts.append(glance.say("more.each_minutes", minutes=segment.each_minutes))
    if segment.merges:
        parts.append(glance.say("more.merges", item=segment.merges))
    if segment.condition:
        parts.append(segment.condition.say(glance.language))
    return _joined(glance, parts)


def _kind(glance: Glance, kind: str, minutes: int | None, opener: str | None) -> str:
    parts = [glance.say(f"more.phase_kind_{kind}")]
    if minutes:
        parts.append(glance.say("more.minutes", minutes=minutes))
    if opener:
        parts.append(glance.say("more.opened_by", opener=_opener(glance, opener)))
    return _joined(glance, parts)


def _opener(glance: Glance, opener: str) -> str:
    """Who opens it; the agenda says so in English, and those who often do have a word in others."""
    key = _OPENERS.get(opener.casefold())
    return opener if key is None or glance.language == "en" else glance.say(key)


def _joined(glance: Glance, parts: list[str]) -> str:
    return ("；" if glance.language == "zh" else "; ").join(parts)


def _notes(glance: Glance, of: Item | Segment, width: int) -> list[Line]:
    lines: list[Line] = []
    for each in of.notes:
        text = each.text.say(glance.language)
        told = glance.say("more.note", number=each.number, text=text)
        lines += hanging(line(Piece("  ")), told, width, "muted")
    return lines
