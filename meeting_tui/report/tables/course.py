"""The course of the meeting: the schedule as planned and as held, and what was put right.

The session log is a table too, which names everybody.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from meeting_tui.forecast.lateness import minutes_late
from meeting_tui.meeting.facts import Correction, ScheduleChange, SittingRun
from meeting_tui.report.draft.corrections import reported
from meeting_tui.report.leaving import EventLine
from meeting_tui.report.read_model import ItemReport, SegmentReport
from meeting_tui.report.tables.model import NAMED, Column, Table, Term, table
from meeting_tui.report.tables.teller import Teller, span

_Corrected = tuple[Correction, str, str]
"""A correction, with what stood before and what stands now as they may be told."""
_WITHOUT_NAMES = ("point", "bands")
"""Corrections that say nothing of whose it was."""


class _Part(Struct, frozen=True):
    """A sitting, an item or a segment, as planned and as held."""

    sort: str
    id: str
    title: str = ""
    state: Term | None = None
    planned: tuple[datetime | None, datetime | None] = (None, None)
    planned_seconds: float | None = None
    imported: tuple[datetime | None, datetime | None] = (None, None)
    held: tuple[datetime | None, datetime | None] = (None, None)
    held_seconds: float | None = None


def schedule(teller: Teller) -> Table:
    """One row for each sitting, item and segment; imported times where they are not the plan's."""
    reasons: dict[str, list[str]] = {}
    for each in teller.report.schedule_changes:
        if each.reason:
            reasons.setdefault(each.place, []).append(teller.text(each.reason, each.act))
    columns: list[Column[_Part]] = [
        Column("sort", lambda each: teller.word("excel.sort_", each.sort)),
        Column("subject_id", lambda each: each.id),
        Column("called", lambda each: each.title, is_prose=True),
        Column("state", lambda each: each.state),
        Column("planned_start", lambda each: teller.local(each.planned[0])),
        Column("planned_end", lambda each: teller.local(each.planned[1])),
        Column("planned_seconds", lambda each: span(each.planned_seconds)),
        Column("held_start", lambda each: teller.local(each.held[0])),
        Column("held_end", lambda each: teller.local(each.held[1])),
        Column("held_seconds", lambda each: span(each.held_seconds)),
        Column("late_minutes", lambda each: _late(teller, each.planned[1], each.held[1])),
        Column("imported_start", lambda each: teller.local(each.imported[0])),
        Column("imported_end", lambda each: teller.local(each.imported[1])),
        Column("together", lambda each: _together(teller, each)),
        Column("reason", lambda each: "\n".join(reasons.get(each.id, ())), is_prose=True),
    ]
    return table("schedule", columns, _parts(teller), teller.naming, held=2)


def _together(teller: Teller, part: _Part) -> str:
    """The items that an item was taken together with."""
    taken = [each.items for each in teller.report.together if part.sort == "item"]
    others = (each for items in taken if part.id in items for each in items if each != part.id)
    return " ".join(dict.fromkeys(others))


def _late(teller: Teller, planned: datetime | None, held: datetime | None) -> int | None:
    """Minutes that it ended later than planned, negative when earlier, as the screens say."""
    if planned is None or held is None:
        return None
    return minutes_late(teller.report.forecast.seen, planned, held)


def _parts(teller: Teller) -> list[_Part]:
    found = [_sitting(each) for each in teller.report.sittings]
    for item in teller.report.items:
        found.append(_item(teller, item))
        found += [_segment(teller, each) for each in item.segments]
    return found


def _sitting(run: SittingRun) -> _Part:
    opened, ended = run.opened_at, run.suspended_at
    return _Part(
        sort="sitting",
        id=run.id,
        planned=(run.planned_start, run.planned_end),
        planned_seconds=_seconds(run.planned_start, run.planned_end),
        held=(opened, ended),
        held_seconds=_seconds(opened, ended),
    )


def _item(teller: Teller, item: ItemReport) -> _Part:
    times = next(each for each in teller.report.forecast.day.items if each.id == item.plan.id)
    imported = (times.imported_start, times.imported_end)
    planned = (times.planned_start, times.planned_end)
    return _Part(
        sort="item",
        id=item.plan.id,
        title=teller.voice.words(item.plan.title),
        state=teller.word("more.phase_", item.run.phase),
        planned=planned,
        planned_seconds=60 * item.plan.minutes,
        imported=(None, None) if imported == planned else imported,
        held=(item.run.opened_at, item.run.closed_at),
        held_seconds=item.seconds if item.run.opened_at else None,
    )


def _segment(teller: Teller, segment: SegmentReport) -> _Part:
    plan, run = segment.plan, segment.run
    held = (run.opened_at, run.closed_at) if run else (None, None)
    return _Part(
        sort="segment",
        id=plan.id,
        title=teller.voice.segment_title(plan),
        planned_seconds=60 * plan.minutes if plan.minutes else None,
        held=held,
        held_seconds=segment.seconds if run else None,
    )


def _seconds(start: datetime | None, end: datetime | None) -> float | None:
    nothing = timedelta(0)
    return max(end - start, nothing).total_seconds() if start and end else None


def schedule_changes(teller: Teller) -> Table:
    """One row for each change of the schedule, with its reason."""
    columns: list[Column[ScheduleChange]] = [
        Column("at", lambda each: teller.local(each.at)),
        Column("change", lambda each: teller.word("excel.change_", each.kind)),
        Column("place", lambda each: each.place),
        Column("was", lambda each: each.was),
        # What was added has a title that somebody wrote.
        Column("becomes", lambda each: teller.text(each.becomes, each.act), is_prose=True),
        Column("reason", lambda each: teller.text(each.reason, each.act), is_prose=True),
        Column("hand", lambda each: each.hand, NAMED),
    ]
    return table("schedule_changes", columns, teller.report.schedule_changes, teller.naming)


def corrections(teller: Teller) -> Table:
    """One row for each correction, but for those of points that were ever for others.

    Without names those of points and of the words it counts with, and neither when nor of which: a
    time or a number is that of a statement.
    """
    found = [
        (each, teller.text(each.before, each.subject), teller.text(each.after, each.subject))
        for each in reported(teller.voice)
        if teller.is_named or each.what in _WITHOUT_NAMES
    ]
    if not teller.is_named:
        found.sort(key=lambda each: (each[0].what, *each[1:]))
    columns: list[Column[_Corrected]] = [
        Column("at", lambda each: teller.local(each[0].at), NAMED),
        Column("what", lambda each: teller.word("excel.corrected_", each[0].what)),
        Column("subject", lambda each: each[0].subject, NAMED),
        Column("before", lambda each: each[1], is_prose=True),
        Column("after", lambda each: each[2], is_prose=True),
        Column("hand", lambda each: each[0].author, NAMED),
    ]
    return table("corrections", columns, found, teller.naming)


def events(teller: Teller) -> Table:
    """One row for each event that may leave, in the order of the log."""
    columns: list[Column[tuple[int, EventLine]]] = [
        Column("number", lambda each: each[0]),
        Column("at", lambda each: teller.local(each[1].at)),
        Column("recorded_at", lambda each: teller.local(each[1].recorded_at)),
        Column("event", lambda each: each[1].event),
        Column("item", lambda each: each[1].item),
        Column("segment", lambda each: each[1].segment),
        Column("delegation", lambda each: each[1].delegation),
        Column("name", lambda each: teller.report.name(each[1].delegation)),
        Column("subject", lambda each: each[1].subject),
        Column("text", lambda each: each[1].text),
        Column("details", lambda each: each[1].details),
        Column("taken_back", lambda each: each[1].is_taken_back),
        Column("desk", lambda each: each[1].desk),
        Column("hand", lambda each: each[1].hand),
    ]
    return table("events", columns, enumerate(teller.report.events, 1), NAMED)
