"""The line at the top of every screen: which meeting, what time it is, when the sitting ends.

That of a replay is one bar from edge to edge that cannot be taken for a meeting.
"""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from meeting_tui.forecast.figures import SittingNow
from meeting_tui.meeting.sittings import sitting_to_begin
from meeting_tui.meeting.spans import format_used
from meeting_tui.text import cells, fit
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece, fit_line, line, line_cells, plain, sides


def top_line(look: Look, width: int) -> Line:
    """The top line in `width` cells; the time of day stands in the middle."""
    if look.is_replay:
        return replay_top_line(look, width)
    state = look.state
    title = Piece(f" {state.agenda.short_title.say(look.language)}", "heading")
    if state.rehearsal:
        sign = Piece(f" {_rehearsal(look)} ", "nearly reverse strong")
        short = line(sign, title)
    else:
        short = line(title)
    held = replace(look, now=day_held(look))
    day = Piece(f"  {day_text(held, long=width >= 110)}", "muted")
    right = sitting_line(look)
    for time in _times(look, day_text(held, long=False)):
        room = width - line_cells(right) - cells(time.text) - 4
        if line_cells((*short, day)) <= room:
            break
    left = (*short, day) if line_cells((*short, day)) <= room else short
    if look.others:
        bare = sitting_line(look, with_number=False)
        found = _with_others(look, (left, short), (right, bare), width - cells(time.text) - 4)
        left, right = found or (left, right)
        room = width - line_cells(right) - cells(time.text) - 4
    left_width = min(line_cells(left), max(room, 0))
    middle = max(min((width - cells(time.text)) // 2, room + 2), left_width + 2)
    return sides(
        (*fit_line(left, left_width), Piece(" " * (middle - left_width)), time), right, width
    )


def _with_others(
    look: Look, lefts: tuple[Line, Line], rights: tuple[Line, Line], width: int
) -> tuple[Line, Line] | None:
    """What stands left and right with who else is there, which is worth more than the day.

    Where their names have no room beside the number of the sitting, that goes; else they are
    counted. None where there is no room for that either.
    """
    named = look.say("seats.with", names=look.listed(look.others))
    counted = look.say("seats.with_so_many", count=len(look.others))
    ways = [
        ((*left, Piece(f"  {told}", "muted")), right)
        for told in (named, counted)
        for right in rights
        for left in lefts
    ]
    return next((w for w in ways if line_cells(w[0]) + line_cells(w[1]) <= width), None)


def _times(look: Look, held: str) -> list[Piece]:
    """The time of day, with its day where that is another one and there is room."""
    time, today = look.clock(look.now, seconds=True), day_text(look, long=False)
    plainly = Piece(time, "strong")
    if today == held:
        return [plainly]
    return [Piece(look.say("line.now_is", day=today, time=time), "muted"), plainly]


def day_held(look: Look) -> datetime:
    """An instant of the day the meeting is or was held on: that of the week after is none."""
    state = look.state
    if not any(each.opened_at for each in state.sittings.values()):
        return look.now
    last = max(each.planned_end for each in state.sittings.values())
    zone = state.agenda.time_zone
    at = state.adjourned_at or look.now
    return last if at.astimezone(zone).date() > last.astimezone(zone).date() else at


def _rehearsal(look: Look) -> str:
    kind = "demonstration" if look.state.demonstration else "rehearsal"
    if look.pace == 1:
        return look.say(f"screen.{kind}")
    return look.say(f"screen.{kind}_speed", speed=f"{look.pace:g}")


def day_text(look: Look, *, long: bool) -> str:
    """The day of the meeting as it is held."""
    local = look.now.astimezone(look.zone)
    key = "screen.day_long" if long else "screen.day_short"
    return look.say(
        key,
        weekday=look.say(f"screen.weekday_{local.weekday()}"),
        day=local.day,
        month=look.say(f"screen.month_{local.month}"),
        year=local.year,
    )


def sitting_line(look: Look, *, with_number: bool = True) -> Line:
    """How the sitting stands, and how long it still has."""
    sitting = look.projection.sitting
    if sitting is None:
        return line(Piece(look.say("screen.adjourned"), "muted"), " ")
    number = look.sitting_number(sitting.id)
    end = _clock(look, sitting.planned_end)
    if not sitting.is_held:
        return line(Piece(_between(look, sitting, number), "nearly strong"), " ")
    left = sitting.seconds_left
    ends = look.say("screen.ends", end=end)
    if with_number:
        ends = look.say("screen.sitting_ends", number=number, end=end)
    ends += look.say("procedure.comma")
    if left >= 0:
        rest = look.say("screen.time_left", left=format_used(left))
        return line(ends, Piece(rest, "strong" if left > 600 else "nearly strong"), " ")
    over = look.say("screen.time_over", over=format_used(-left))
    return line(ends, Piece(over, "over strong"), " ")


def _between(look: Look, sitting: SittingNow, number: int) -> str:
    """Before the meeting opens, and while it is suspended: when it goes on."""
    state = look.state
    if state.phase == "planned":
        start = _clock(look, sitting.planned_start)
        return look.say("screen.not_opened", number=number, start=start)
    run = state.sittings[state.sitting or sitting.id]
    since = _clock(look, run.suspended_at or look.now)
    coming, begins, ends = sitting_to_begin(state, look.now)
    place = look.sitting_number(coming.id)
    if coming.id == state.sitting:
        if look.now >= ends:
            return look.say("screen.suspended", since=since)
        return look.say("room.suspended_within", since=since, number=place, end=_clock(look, ends))
    if begins <= look.now:
        return look.say("screen.suspended", since=since)
    return look.say("screen.suspended_until", since=since, number=place, start=_clock(look, begins))


def _clock(look: Look, instant: datetime) -> str:
    """A time beside the day that the line shows: of another day with that."""
    shown = day_held(look).astimezone(look.zone).date()
    return replace(look.room_clock, today=shown).text(instant)


ROLE = "paused reverse strong"


def replay_top_line(look: Look, width: int) -> Line:
    """What is shown and when, in `width` cells; the mark is the last that is cut."""
    mark = look.say("replay.mark", time=look.clock(look.now, seconds=True))
    title = look.state.agenda.short_title.say(look.language)
    day = f"  {day_text(look, long=width >= 110)}"
    named = [f"  {title}", day]
    if look.room_clock.names_day:
        # Of several days it is the day that tells which moment is shown.
        named = [day, f"  {title}"]
    if look.state.rehearsal:
        kind = "demonstration" if look.state.demonstration else "rehearsal"
        named.insert(1 if look.room_clock.names_day else 0, f"  {look.say(f'screen.{kind}')}")
    parts = [f" {mark} ", *named]
    right = f" {plain(sitting_line(look))}"
    room = width - cells(right)
    left = ""
    for part in parts:
        if left and cells(left + part) > room:
            break
        left += part
    if room < cells(left):
        return (Piece(fit(left, width), ROLE),)
    return Piece(fit(left, room), ROLE), Piece(right, ROLE)
