"""What was changed in the plan since the agenda was imported: marks in the rows, and the reasons.

The imported agenda is kept in the state, so a row can say what was there before.
"""

from __future__ import annotations

from meeting_tui.agenda.model import Segment
from meeting_tui.forecast.figures import ItemTimes
from meeting_tui.meeting.records import ScheduleChange
from meeting_tui.views.hanging import hanging
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece, line


def was_planned(look: Look, times: ItemTimes) -> str:
    """`was 12:15` for the end of an item in the imported agenda; empty if it is unchanged."""
    if times.imported_end != times.planned_end:
        return look.say("schedule.was", what=look.clock(times.imported_end))
    if times.imported_start != times.planned_start:
        return look.say("schedule.was", what=f"{look.clock(times.imported_start)}–")
    return ""


def was_minutes(look: Look, segment: Segment) -> str:
    """`was 10 min`, `added` or `will be held`; empty for a segment as it was imported."""
    if segment_was_added(look, segment.id):
        return look.say("schedule.added")
    before = look.state.imported.segment(segment.id)
    if before and before.minutes != segment.minutes:
        minutes = before.minutes
        what = look.say("more.minutes", minutes=minutes) if minutes else "–"
        return look.say("schedule.was", what=what)
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
    if before.end != now.end:
        return look.say("schedule.was", what=look.clock(before.end))
    if before.start != now.start:
        return look.say("schedule.was", what=f"{look.clock(before.start)}–")
    return ""


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
    return {"place": change.place, "was": was or "–", "becomes": becomes}


def _where(look: Look, place: str) -> str:
    """`sitting 2, before item 6`, from `2 before 6`."""
    sitting, _, before = place.removesuffix(" last").partition(" before ")
    if before:
        return look.say("schedule.place_before", sitting=sitting, before=before)
    return look.say("schedule.place_last", sitting=sitting)


def _shares(look: Look, parts: str) -> str:
    """`30 min in sitting 1, 10 min in sitting 2`, from `1: 30, 2: 10`."""
    between = "，" if look.language == "zh" else ", "
    return between.join(
        look.say("schedule.share", sitting=sitting, minutes=minutes)
        for sitting, minutes in (each.split(": ") for each in parts.split(", "))
    )
