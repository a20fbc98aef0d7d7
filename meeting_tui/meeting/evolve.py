"""One event changes the state: the only place where a meeting's state is written."""

from __future__ import annotations

from meeting_tui.errors import LogDamaged
from meeting_tui.meeting.entry import Entry, SessionStarted
from meeting_tui.meeting.happenings import HAPPENINGS
from meeting_tui.meeting.records import ItemRun
from meeting_tui.meeting.state import MeetingState
from meeting_tui.words import Sentence

_FOLDS = {each.kind: (each.change, each.counts, each.leaves_final) for each in HAPPENINGS}


def begin(event: SessionStarted) -> MeetingState:
    """The state of a session in which nothing has happened yet."""
    return MeetingState(
        session=event.session,
        agenda=event.agenda,
        rules=event.rules,
        imported=event.agenda,
        rehearsal=event.rehearsal,
        demonstration=bool(event.demonstration),
        items={item.id: ItemRun(item.id) for item in event.agenda.items},
        running_order=tuple(item.id for item in event.agenda.items),
    )


def evolve(state: MeetingState, entry: Entry) -> None:
    """Let one entry take effect on the state, in place.

    Raises LogDamaged when it speaks of something that the log before it does not hold.
    """
    event = entry.event
    change, counts, leaves_final = _FOLDS[type(event)]
    for sort in counts(event):
        state.counts[sort] = state.counts.get(sort, 0) + 1
    if not leaves_final:
        # Whatever somebody records once the report was final makes it a draft again.
        state.finalised_at = None
    try:
        change(state, event, entry)
    except (KeyError, IndexError, ValueError) as fault:
        what = Sentence("log_fault.contradicts", seq=entry.seq, name=event.name)
        raise LogDamaged(what) from fault


def count(state: MeetingState, entry: Entry) -> None:
    """Count the id an entry uses, so that it is never given out again, even after an undo."""
    for sort in _FOLDS[type(entry.event)][1](entry.event):
        state.counts[sort] = state.counts.get(sort, 0) + 1
