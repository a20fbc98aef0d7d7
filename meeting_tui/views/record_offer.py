"""What Enter offers on an event: to put right what it recorded, or to take its act back."""

from __future__ import annotations

from msgspec import Struct

from meeting_tui.meeting.attributions import times_typed
from meeting_tui.meeting.entry import Entry, Event
from meeting_tui.meeting.floor import FloorGiven, FloorYielded
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.names import unknown_names
from meeting_tui.meeting.notes import ItemNoted, PointCorrected, PointNoted, noted, point_line
from meeting_tui.views.look import Look
from meeting_tui.views.record import RecordBook


class Offer(Struct, frozen=True):
    """A line to begin with, and what to say about it."""

    line: str
    """Empty when nothing can be done about the event."""
    sentence: str


def offer(look: Look, meeting: Meeting, book: RecordBook, entry: Entry) -> Offer:
    """What can be done about an event now."""
    event, state = entry.event, meeting.state
    if entry.act in book.undone_by:
        if meeting.undone_acts and meeting.undone_acts[-1] == entry.act:
            what = book.told_of(entry.act)
            return Offer("redo", look.say("record.would_bring_back", what=what))
        return Offer("", look.say("record.is_undone"))
    point = noted(state, str(getattr(event, "point", "")))
    if isinstance(event, PointNoted | ItemNoted | PointCorrected) and point:
        now = point_line(point)
        sentence = look.say("record.would_correct", point=event.point)
        return Offer(f"correct {event.point} {now}", sentence)
    name = str(getattr(event, "delegation", ""))
    if getattr(event, "known", True) is False and name in unknown_names(state):
        sentence = look.say("record.would_identify", name=name)
        return Offer(f'identify "{name}" as ', sentence)
    if meeting.done_acts and meeting.done_acts[-1] == entry.act:
        what = book.told_of(entry.act)
        return Offer("undo", look.say("record.would_take_back", what=what))
    return _statement_put_right(look, event) or Offer("", look.say("record.only_latest"))


def _statement_put_right(look: Look, event: Event) -> Offer | None:
    """On who had the floor: whose it was; on its end: its times. Once the statement is over."""
    if not isinstance(event, FloorGiven | FloorYielded):
        return None
    turn = look.state.interventions.get(event.intervention)
    if turn is None or turn.yielded_at is None:
        return None
    number = turn.number
    if isinstance(event, FloorGiven):
        return Offer(f"attribute {number} ", look.say("corrections.would_attribute", n=number))
    times = " ".join(times_typed(look.state, turn))
    return Offer(f"times {number} {times}", look.say("corrections.would_time", n=number))
