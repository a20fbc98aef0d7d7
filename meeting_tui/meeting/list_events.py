"""What happened to requests for the floor."""

from __future__ import annotations

from typing import ClassVar

from meeting_tui.meeting.event_base import Event
from meeting_tui.record import record


@record
class Inscribed(Event):
    """A delegation asked for the floor; tier and capacity are settled here for good."""

    name: ClassVar[str] = "inscribed"
    inscription: str
    item: str
    delegation: str
    """Code of the directory, or the name as typed when it is not in it."""
    display_name: str
    delegation_kind: str
    tier: str
    kind: str
    capacity: str
    """`national`, `group` or `organisation`."""
    via: str
    """`email`, `desk` or `floor`."""
    known: bool = True
    segment: str | None = None
    group: str | None = None
    aligned: tuple[str, ...] = ()
    about: str = ""
    group_known: bool = True
    """Whether the group is in the list; else it is as somebody typed it."""
    is_member: bool = True
    """False: a State speaks for a group it does not belong to, as somebody insisted."""


@record
class Withdrawn(Event):
    """A delegation took its request back."""

    name: ClassVar[str] = "withdrawn"
    inscription: str


@record
class FoundAbsent(Event):
    """A delegation was called and not in the room."""

    name: ClassVar[str] = "found_absent"
    inscription: str


@record
class TextHandedIn(Event):
    """Statement only: the text is taken, not read."""

    name: ClassVar[str] = "text_handed_in"
    inscription: str


@record
class NotReached(Event):
    """The item or meeting ended before it was called."""

    name: ClassVar[str] = "not_reached"
    inscription: str


@record
class Moved(Event):
    """A request was put at a place of the list by hand."""

    name: ClassVar[str] = "moved"
    inscription: str
    place: int
    """From 1, in the order shown."""


@record
class Swapped(Event):
    """Two requests changed places."""

    name: ClassVar[str] = "swapped"
    first: str
    second: str


@record
class ListOpened(Event):
    """The list takes requests again."""

    name: ClassVar[str] = "list_opened"
    item: str


@record
class ListClosed(Event):
    """The list takes no more requests."""

    name: ClassVar[str] = "list_closed"
    item: str


@record
class DelegationIdentified(Event):
    """A name that was not in the directory is this delegation."""

    name: ClassVar[str] = "delegation_identified"
    typed_name: str
    delegation: str
    display_name: str
    delegation_kind: str
    tier: str
    known: bool = True
    """Whether the new name is in the directory; else it is free, and marked as before."""
    inscription: str | None = None
    """The one request that is named anew; None for all under the typed name."""


@record
class GroupIdentified(Event):
    """A group that was in no list is this one, or these States; or it is one as it was typed."""

    name: ClassVar[str] = "group_identified"
    typed_group: str
    display_name: str
    tier: str
    """The group's rank; empty where States are spoken for, whose speaker keeps its own."""
    group: str | None
    aligned: tuple[str, ...] = ()
