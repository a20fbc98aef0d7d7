"""What the key of an act means, and why an act that is not allowed now is not.

A key types its line: whole acts are done at once, others wait in the input line for the rest. On
the Floor screen an act on a delegation takes the one under the cursor.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from meeting_tui.delegations.directory import Directory
from meeting_tui.meeting.acts import act_meant, decide
from meeting_tui.meeting.facts import Inscription, Who
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal, refusal_told
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import ordinal, requests_of
from meeting_tui.ui.own_keys import keys_of, printed
from meeting_tui.ui.port import Frame
from meeting_tui.ui.ui_acts import UI_ACTS
from meeting_tui.ui.widgets.key_bar import KeyHint

ONCE_A_PRESS = ("undo", "redo")
"""A key that is held down takes back one act, not the whole day."""

ON_CURSOR = ("withdraw", "floor", "absent", "text_only")


def why_not(
    meeting: Meeting, act_id: str, now: datetime, language: str, directory: Directory
) -> str | None:
    """Why an act is not allowed now, as a sentence; None when it is, or needs more words."""
    probe = act_meant(meeting.state, act_id).probe
    if probe is None:
        return None
    outcome = decide(meeting, probe, now)
    return refusal_told(outcome, language, directory) if isinstance(outcome, Refusal) else None


def request_line(state: MeetingState, asked: Inscription) -> str:
    """A request that waits, as it is typed: `mex`, or `mex 2nd` where Mexico waits twice."""
    who = Who(asked.delegation, asked.name, asked.delegation_kind, asked.known)
    theirs = [each.id for each in requests_of(state, who)]
    name = asked.delegation.lower() if asked.known else quoted(asked.delegation)
    if len(theirs) < 2 or asked.id not in theirs:
        return name
    return f"{name} {ordinal(theirs.index(asked.id) + 1)}"


def quoted(name: str) -> str:
    """A free name as it is typed."""
    return f"「{name}」" if '"' in name else f'"{name}"'


FIRST_ACTS = 3
"""So many acts come before the screens in the key bar, the others behind them."""
TURNING = 109
"""How important the key is that turns to the other of two screens."""

WAYS_OUT = {"show_floor": 131, "quit": 130}
"""How important the ways out of a screen are: on a small one Leave must not stand alone."""


def key_hints(frame: Frame, mode: str, shown_acts: Sequence[str]) -> list[KeyHint]:
    """The hints for the screen of that mode; an act without a key has none."""
    turning = next((each for each in UI_ACTS if each.is_between(mode)), None)
    first = FIRST_ACTS if turning is None else FIRST_ACTS - 1  # its key takes the place of one
    hints = []
    for rank, act_id in enumerate(shown_acts):
        act = act_meant(frame.port.desk.state, act_id)
        names = keys_of(act, frame.own_keys).names
        if names:
            hints.append(
                KeyHint(
                    names[0],
                    frame.say(f"act.{act.id}.label"),
                    f"app.act('{act.id}')",
                    frame.port.may(act.id) is None,
                    100 - rank if rank < first else 60 - rank,
                )
            )
    for each in UI_ACTS:
        here = each.action == f"app.show('{mode}')"
        key = keys_of(each, frame.own_keys).anywhere
        if key and each.importance and (each.again or not here):
            label = frame.say(f"screen.label_{f'show_{each.again}' if here else each.id}")
            importance = TURNING if each is turning else each.importance
            importance = WAYS_OUT.get(each.id, importance) if mode != "floor" else importance
            hints.append(KeyHint(printed(key), label, each.pressed, True, importance))
    return hints
