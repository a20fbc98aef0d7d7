"""A command, the meeting and the time now go in; events or a refusal come out.

Nothing is changed here and no clock is read.
"""

from __future__ import annotations

from datetime import datetime

from meeting_tui.meeting.acts import ACTS, GIVEN
from meeting_tui.meeting.declared import Act, Given, Outcome, When
from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import refuse

_DECLARED: tuple[Act | Given, ...] = (*ACTS, *GIVEN)
_RULES = {
    command: (rule, each.when, isinstance(each, Act) and each.of_log)
    for each in _DECLARED
    for command, rule in each.rules.items()
}


def decide(meeting: Meeting, command: Command, now: datetime) -> Outcome:
    """What a command comes to at the instant `now` (UTC): events, at least one, or a refusal."""
    rule, when, of_log = _RULES[type(command)]
    state = meeting.state
    if state.phase == "adjourned" and when is not When.EVER:
        return refuse("adjourned")
    if state.phase != "open" and when is When.SITTING:
        return refuse("not_in_sitting" if state.phase == "planned" else state.phase)
    return rule(meeting if of_log else state, command, now)
