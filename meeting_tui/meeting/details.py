"""What is kept of a statement besides its points, and who is known to be in the room.

A detail recorded again replaces the one before; the log keeps both.
"""

from __future__ import annotations

from meeting_tui.meeting.state import MeetingState

_NOT_IN_THE_ROOM = ("email",)
"""Ways of asking for the floor that do not show that a delegation is in the room."""
_SPOKE = ("speaking", "spoke")


def delegations_present(state: MeetingState) -> frozenset[str]:
    """Codes of the delegations known to be in the room, now or earlier in the meeting.

    Marked so, or they asked for the floor there, raised a point of order or handed in a text.
    A request sent by e-mail shows nothing until it was spoken on.
    """
    asked = (
        each.delegation
        for each in state.inscriptions.values()
        if each.outcome in _SPOKE or (each.via not in _NOT_IN_THE_ROOM and each.outcome != "absent")
    )
    raised = (each.delegation for each in state.points_of_order.values())
    handed_in = (each.delegation for each in state.documents)
    return frozenset((*state.present, *asked, *raised, *handed_in))
