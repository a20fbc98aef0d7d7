"""The group somebody speaks for, as a sentence says it."""

from __future__ import annotations

from meeting_tui.delegations.names import group_name, group_table
from meeting_tui.words import say


def for_group(group: str, language: str) -> str:
    """`for the African Group`; a group that is in no list by what was typed: `for Friends`."""
    key = "happened.for_group" if group in group_table() else "happened.for_unknown_group"
    return say(key, language, group=group_name(group, language))
