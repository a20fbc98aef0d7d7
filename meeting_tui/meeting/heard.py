"""Which regions and kinds of delegation have not spoken on an item: whom the Chair may look to.

Coverage, slip and report ask here, so that they name the same ones.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from meeting_tui.delegations.directory import REGION, Directory
from meeting_tui.delegations.model import STATES
from meeting_tui.meeting.records import Inscription
from meeting_tui.meeting.state import MeetingState

NOT_AWAITED = ("secretariat", "guest")
"""Kinds of delegation that nobody waits to hear from."""


class Unheard(Struct, frozen=True):
    """Who has not been heard, in the order of the directory's own lists."""

    regions: tuple[str, ...]
    """Ids of regional groups (`UNRG:AG`)."""
    kinds: tuple[str, ...]
    """Kinds of delegation of which there are any."""


def unheard(state: MeetingState, item: str | None, directory: Directory) -> Unheard:
    """The regions and kinds of delegation not heard so far on that item, or (None) on any.

    A region is heard in one of its States, and in a statement on behalf of one: the members of the
    group that it was made for, and the States aligned with it.
    """
    invited = directory.all()
    regions = sorted(
        {group for each in invited for group in each.groups if group.startswith(REGION)}
    )
    kinds = dict.fromkeys(each.kind for each in invited if each.kind not in NOT_AWAITED)
    asked = [state.made_by(each) for each in state.interventions.values() if each.is_on(item)]
    spoke = {each.delegation_kind for each in asked}
    heard = {region for each in asked for region in _regions_behind(each, directory)}
    return Unheard(
        tuple(each for each in regions if each not in heard),
        tuple(each for each in kinds if each not in spoke),
    )


def _regions_behind(asked: Inscription, directory: Directory) -> Iterator[str]:
    """The regions that a statement speaks for."""
    own = (asked.delegation,) if asked.delegation_kind in STATES else ()
    group = directory.members(asked.group) if asked.group else ()
    for code in (*own, *group, *asked.aligned):
        region = directory.region(code)
        if region:
            yield region
