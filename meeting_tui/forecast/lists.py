"""How long the list of an item takes that is not open: names put down beforehand, or carried over.

Nobody speaks on it now and its segments are still to come, so a list is only a sum.
"""

from __future__ import annotations

from meeting_tui.forecast.outlook import Outlook
from meeting_tui.forecast.seen import Seen
from meeting_tui.forecast.to_come import to_come
from meeting_tui.meeting.state import MeetingState


def list_outlook(seen: Seen, item_id: str) -> tuple[float, float, float]:
    """Seconds of the list and closing words of an item at full time, at pace and in the late case.

    All nothing while nobody waits on it. A hand-over stands between two speakers, none before the
    first.
    """
    state = seen.state
    item = state.agenda.item(item_id)
    if item is None or not state.lists.get(item_id):
        return 0.0, 0.0, 0.0
    outlook = Outlook(seen.pace, seen.hand_over, before=0)
    outlook.add(to_come(state, item), gap=0)
    outlook.add_fixed(state.rules.timekeeper.closing_words_seconds)
    middle, late = outlook.figures()
    return outlook.full, middle, late


def carried_lists(state: MeetingState) -> tuple[str, ...]:
    """The items carried over with names still waiting, in the order of the agenda."""
    return tuple(
        each.id
        for each in state.agenda.items
        if state.items[each.id].phase == "carried" and state.lists.get(each.id)
    )
