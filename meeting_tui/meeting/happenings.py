"""Every kind of event there is, collected from the files of the nouns."""

from __future__ import annotations

from meeting_tui.meeting import (
    attributions,
    bands,
    checklist,
    clock_gaps,
    decisions,
    details,
    floor,
    floor_control,
    item_notes,
    items,
    leaving,
    limits,
    losses,
    names,
    note_turns,
    notes,
    point_of_order,
    presiding,
    purged_points,
    schedule_changes,
    sittings,
    slip_seen,
    speakers_list,
    statement_texts,
    striking,
    turn_times,
)
from meeting_tui.meeting.declared import CORRECTIONS, SORTS, Happening, Teller
from meeting_tui.meeting.entry import ActRedone, ActUndone, Entry, Event, SessionStarted
from meeting_tui.meeting.state import MeetingState


def _of_whole_log(state: MeetingState, event: Event, entry: Entry) -> None:
    """Refuse: a start, and what is taken back or holds again, change no state by themselves.

    Raises ValueError.
    """
    raise ValueError(event.name)


def _started(teller: Teller, event: SessionStarted) -> str:
    title = event.agenda.title.say(teller.language)
    return teller.told(event, session=event.session, title=title)


def _taken_back(teller: Teller, event: ActUndone | ActRedone) -> str:
    if teller.told_of is None:
        return teller.told(event)
    return teller.told(event, "what", what=teller.told_of(event.act))


HAPPENINGS: tuple[Happening, ...] = (
    Happening(SessionStarted, _of_whole_log, _started, never_undone=True),
    Happening(ActUndone, _of_whole_log, _taken_back, (CORRECTIONS,)),
    Happening(ActRedone, _of_whole_log, _taken_back, (CORRECTIONS,)),
    *attributions.HAPPENINGS,
    *bands.HAPPENINGS,
    *checklist.HAPPENINGS,
    *clock_gaps.HAPPENINGS,
    *decisions.HAPPENINGS,
    *details.HAPPENINGS,
    *floor.HAPPENINGS,
    *floor_control.HAPPENINGS,
    *item_notes.HAPPENINGS,
    *items.HAPPENINGS,
    *leaving.HAPPENINGS,
    *limits.HAPPENINGS,
    *losses.HAPPENINGS,
    *names.HAPPENINGS,
    *notes.HAPPENINGS,
    *note_turns.HAPPENINGS,
    *point_of_order.HAPPENINGS,
    *presiding.HAPPENINGS,
    *purged_points.HAPPENINGS,
    *schedule_changes.HAPPENINGS,
    *sittings.HAPPENINGS,
    *slip_seen.HAPPENINGS,
    *speakers_list.HAPPENINGS,
    *statement_texts.HAPPENINGS,
    *striking.HAPPENINGS,
    *turn_times.HAPPENINGS,
)

EVENTS: tuple[type[Event], ...] = tuple(each.kind for each in HAPPENINGS)
"""Every kind of event there is."""

BY_KIND = {each.kind: each for each in HAPPENINGS}
"""Kind of event -> what is declared of it."""


def of_sort(sort: str) -> tuple[type[Event], ...]:
    """The kinds of events that the record shows under one of `SORTS`."""
    assert sort in SORTS
    return tuple(each.kind for each in HAPPENINGS if sort in each.sorts)
