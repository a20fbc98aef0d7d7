"""Which States stand behind a statement, counted the same wherever a number of States is shown.

Coverage, the report, the workbook and JSON all count from here: with the members of a group that
were chosen, and from the points for the report alone. What is internal or off the record counts in
no figure that leaves the secretariat. Whoever only asks something about a question has not answered
it, be it the speaker or somebody who asks the speaker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from meeting_tui.delegations.model import PODIUM as PODIUM
from meeting_tui.delegations.model import STATES
from meeting_tui.meeting.details import delegations_present
from meeting_tui.meeting.facts import STANCES, Inscription, Point
from meeting_tui.meeting.state import MeetingState

Members = Callable[[str], tuple[str, ...]]
"""The codes of a group's members, none for a group nobody knows (`Directory.members`)."""

GROUP_MEMBERS = ("none", "present", "all")
"""Which members of a group stand behind a statement made on its behalf."""

FOR_THE_REPORT = ("report",)
"""Audiences whose points are counted."""

ASKS = "asks"
"""The kind of point that puts a question, and so answers none."""


def members_counted(state: MeetingState, members_of: Members, group_members: str) -> Members:
    """The members of a group that are counted, as `group_members` (of `GROUP_MEMBERS`) says.

    None but the speaker and those who aligned, those known to be in the room, or all. Raises
    ValueError for anything else.
    """
    if group_members not in GROUP_MEMBERS:
        raise ValueError(f"group_members is one of {', '.join(GROUP_MEMBERS)}, not {group_members}")
    if group_members == "all":
        return members_of
    here = delegations_present(state) if group_members == "present" else frozenset()
    return lambda group: tuple(each for each in members_of(group) if each in here)


def is_answer(point: Point) -> bool:
    """Whether a point answers the questions it is tagged with; any kind but a question does.

    A question does that takes a side on one of them: `a1 /asks /supports yes, but how often?`.
    """
    objects = point.questions if point.stance_on is None else point.stance_on
    is_side = point.stance != STANCES[0] and any(each in objects for each in point.questions)
    return point.kind != ASKS or is_side


def states_behind(asked: Inscription, members: Members) -> frozenset[str]:
    """The States behind a statement: the speaker's own, its group's members, those aligned."""
    own = {asked.delegation} if asked.delegation_kind in STATES else set()
    return frozenset(own | {*(members(asked.group) if asked.group else ())} | {*asked.aligned})


def states_behind_all(given: Iterable[Inscription], members: Members) -> frozenset[str]:
    """The States behind several statements, each once."""
    return frozenset().union(*(states_behind(each, members) for each in given))
