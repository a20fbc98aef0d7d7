"""A delegation as a line names it, before anything has happened."""

from __future__ import annotations

from meeting_tui.delegations.model import STATES as STATES
from meeting_tui.record import record


@record
class Who:
    """A delegation as somebody named it, with the capacity it was named in."""

    code: str
    """Code of the directory, or the name as typed when it is not in it."""
    name: str
    kind: str
    known: bool = True
    group: str | None = None
    aligned: tuple[str, ...] = ()
    group_known: bool = True
    """Whether the group is in the list; else it is as somebody typed it."""
    outside: str = ""
    """The name of the group spoken for, where a State is no member of it."""
    nth: int | None = None
    """Which of its requests that wait, from 1 in the order of `requests_of`; None: not said."""

    @property
    def capacity(self) -> str:
        """`group` on behalf of one, `national` for States, `organisation` for all others."""
        if self.group is not None:
            return "group"
        return "national" if self.kind in STATES else "organisation"
