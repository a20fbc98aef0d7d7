"""What was changed in the plan since the agenda was imported: marks in the rows, and the reasons.

The imported agenda is kept in the state, so a row can say what was there before.
"""

from __future__ import annotations

from meeting_tui.agenda.model import Segment
from meeting_tui.forecast.figures import ItemTimes
from meeting_tui.meeting.records import ScheduleChange
from meeting_tui.views.hanging import hanging
from meeting_tui.views.look import Glance
from meeting_tui.views.pieces import Line, Piece, line


def was_planned(glance: Glance, times: ItemTimes) -> str:
    """`was 12:15` for the end of an item in the imported agenda; empty if it is unchanged."""
    if times.imported_end != times.planned_end:
        return glance.say("schedule.was", what=glance.clock(times.imported_end))
    if times.imported_start != times.planned_start:
        return glance.say("schedule.was", what=f"{glance.clock(times.imported_start)}–")
    return ""


def was_minutes(glance: Glance, segment: Segment) -> str:
    """`was 10 min`, `added` or `will be held`; empty for a segment as it was imported."""
    if segment_was_added(glance, segment.id):
        return glance.say("schedule.added")
    before = glance.state.imported.segment(segment.id)
    if before and before.minutes != segment.minutes:
        minutes = before.minutes
        what = glance.say("more.minutes", minutes=minutes) if minutes else "–"
        return glance.say("schedule.was", what=what)
    return glance.say("schedule.kept") if segment.id in glance.state.kept else ""


def was_changed(glance: Glance, segment: Segment) -> bool:
    """Whether a segment is not as it was imported."""
    return segment.id in glance.state.dropped or bool(was_minutes(glance, segment))


def sitting_was(glance: Glance, sitting: str) -> str:
    """`was 18:00` for the end of a sitting, `was 15:00–` for its start; empty if unchanged."""
    state = glance.state
    before, now = (
        next(each for each in agenda.sittings if each.id == sitting)
        for agenda in (state.imported, state.agenda)
    )
    if before.end != now.end:
        return glance.say("schedule.was", what=glance.clock(before.end))
    if before.start != now.start:
        return glance.say("schedule.was", what=f"{glance.clock(before.start)}–")
    return ""


def segment_was_added(glance: Glance, segment: str) -> bool:
    """Whether a segment is a matter that was added during the meeting."""
    return glance.state.imported.segment(segment) is None


def reason_dropped(glance: Glance, segment: str) -> str:
    """The reason that was given for not holding a segment."""
    changes = reversed(glance.state.schedule_changes)
    return next(each.reason for each in changes if (each.kind, each.place) == ("drop", segment))


def change_lines(glance: Glance, places: tuple[str, ...], width: int) -> list[Line]:
    """Changes of these items, segments or sittings: what, when, by whom and why."""
    found = [each for each in glance.state.schedule_changes if each.place in places]
    lines: list[Line] = []
    for each in found:
        first = line(Piece(f"{glance.clock(each.at)} ", "nearly strong"))
        lines += hanging(first, _told(glance, each), width)
    return lines


def _told(glance: Glance, change: ScheduleChange) -> str:
    what = glance.say(f"schedule.change_{change.kind}", **_params(glance, change))
    by = f" ({change.hand})" if change.hand else ""
    return glance.say("schedule.change_because", what=what, reason=change.reason, by=by)


def _params(glance: Glance, change: ScheduleChange) -> dict[str, str]:
    """The values of a change as people read them."""
    was, becomes = change.was, change.becomes
    if change.kind == "move":
        was, becomes = (_where(glance, each) for each in (was, becomes))
    elif change.kind == "split":
        was, becomes = (_shares(glance, each) for each in (was, becomes))
    elif change.kind == "add":
        minutes, _, title = becomes.partition(" ")
        becomes = f"{title}, {glance.say('more.minutes', minutes=minutes)}"
    return {"place": change.place, "was": was or "–", "becomes": becomes}


def _where(glance: Glance, place: str) -> str:
    """`sitting 2, before item 6`, from `2 before 6`."""
    sitting, _, before = place.removesuffix(" last").partition(" before ")
    if before:
        return glance.say("schedule.place_before", sitting=sitting, before=before)
    return glance.say("schedule.place_last", sitting=sitting)


def _shares(glance: Glance, parts: str) -> str:
    """`30 min in sitting 1, 10 min in sitting 2`, from `1: 30, 2: 10`."""
    between = "，" if glance.language == "zh" else ", "
    return between.join(
        glance.say("schedule.share", sitting=sitting, minutes=minutes)
        for sitting, minutes in (each.split(": ") for each in parts.split(", "))
    )
