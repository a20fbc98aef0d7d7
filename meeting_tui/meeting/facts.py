"""The things a meeting has, as facts: when it was given, paused, yielded; never "seconds left".

All instants are UTC, all spans are seconds of real time. Figures are derived by functions that
take the time now as a parameter.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from msgspec import Struct

from meeting_tui.delegations.model import STATES


class Who(Struct, frozen=True):
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


KINDS = ("statement", "proposal", "request", "offer", "asks", "figure", "announces")
STANCES = ("none", "supports", "conditional", "reserves", "opposes")
AUDIENCES = ("report", "internal", "off-record")

On = Who | int | None
"""A delegation (its latest intervention), an intervention's number, or None for the floor's."""


class KeptFile(Struct, frozen=True):
    """A file that was copied into the session's folder."""

    name: str
    size: int
    """In bytes."""
    sha256: str


class OnItem(Struct, frozen=True):
    """An item itself, where a statement or whoever speaks could be meant."""

    item: str


class SittingRun(Struct, frozen=True):
    """One sitting as it is held."""

    id: str
    planned_start: datetime
    planned_end: datetime
    opened_at: datetime | None = None
    suspended_at: datetime | None = None


class ItemRun(Struct, frozen=True):
    """One item as it is taken up."""

    id: str
    phase: str = "planned"
    """`planned`, `open`, `closed` or `carried` (closed with names still waiting)."""
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    open_since: datetime | None = None
    """Since when it has been open without break; None while closed or between sittings."""
    seconds: float = 0.0
    """Time it was open before `open_since`."""
    segment: str | None = None
    is_list_open: bool = True
    joined_to: str | None = None
    """The open item it is taken together with, or was when both were carried over."""
    alone_seconds: float = 0.0
    """Time it was open before it was taken together with that one."""

    def open_seconds(self, now: datetime) -> float:
        """How long it has been open, suspensions not counted."""
        running = (now - self.open_since).total_seconds() if self.open_since else 0.0
        return self.seconds + max(0.0, running)


class SegmentRun(Struct, frozen=True):
    """One segment's time within its item."""

    id: str
    opened_at: datetime
    closed_at: datetime | None = None


class Inscription(Struct, frozen=True):
    """One request for the floor, from asking to its outcome."""

    id: str
    item: str
    delegation: str
    name: str
    delegation_kind: str
    known: bool
    tier: str
    kind: str
    capacity: str
    group: str | None
    aligned: tuple[str, ...]
    via: str
    about: str
    segment: str | None
    inscribed_at: datetime
    outcome: str = "waiting"
    """`waiting`, `speaking`, `spoke`, `withdrew`, `absent`, `not_reached` or `text_only`."""
    out_of_order: bool = False
    placed_by_hand: bool = False
    group_known: bool = True
    """Whether the group is in the list; else it is as somebody typed it."""
    is_member: bool = True
    """False: a State speaks for a group it does not belong to."""

    @property
    def is_identified(self) -> bool:
        """Whether it is clear who asked: one of the directory, or a guest by a name of its own."""
        return self.known or self.delegation_kind == "guest"


class ReceivedText(Struct, frozen=True):
    """The written text of a statement, handed in."""

    at: datetime
    file: str | None = None
    """Its name in the session's `texts` folder; None where it was received and no file kept."""
    size: int | None = None
    """In bytes."""
    sha256: str | None = None
    """Of the file's content, in hexadecimal."""


class Intervention(Struct, frozen=True):
    """One statement from the floor."""

    id: str
    number: int
    inscription: str
    item: str
    segment: str | None
    given_at: datetime
    limit_seconds: int | None
    yielded_at: datetime | None = None
    paused_since: datetime | None = None
    paused_seconds: float = 0.0
    pauses: tuple[tuple[datetime, datetime], ...] = ()
    """From when to when it stood still, also where other times were typed since."""
    language: str | None = None
    """What was spoken: `fr`, or a name as typed; None while nobody said so."""
    interpreted: bool | None = None
    """Whether it was heard through interpretation; None while nobody said which language it was."""
    person: str = ""
    """Who spoke for the delegation."""
    title: str = ""
    text_awaited: bool = False
    """The delegation promised its written text and has not handed it in."""
    check_against_delivery: bool = False
    for_record: bool = False
    """To be on the record as a statement, at the delegation's request."""
    text: ReceivedText | None = None
    aligned: tuple[str, ...] | None = None
    """States aligned with this statement; None: as the request for the floor has it."""
    also: tuple[str, ...] = ()
    """Items it belongs to as well, since they were taken together."""

    @property
    def items(self) -> tuple[str, ...]:
        """All items it belongs to, the one it was given on first."""
        return (self.item, *self.also)

    def is_on(self, item: str | None) -> bool:
        """Whether it belongs to an item; to None, which is all, every one does."""
        return item is None or item in self.items

    def used_seconds(self, now: datetime) -> float:
        """Time spoken, pauses not counted; never negative."""
        end = self.yielded_at or now
        standing = (end - self.paused_since).total_seconds() if self.paused_since else 0.0
        used = (end - self.given_at).total_seconds() - self.paused_seconds - max(0.0, standing)
        return max(0.0, used)

    def paused_between(self, began: datetime, ended: datetime) -> float:
        """Seconds of its pauses that lie between two instants."""
        inside = ((min(ended, over) - max(began, since)) for since, over in self.pauses)
        return sum(max(0.0, each.total_seconds()) for each in inside)

    def left_seconds(self, now: datetime) -> float | None:
        """Time left of the limit, negative when over; None without a limit."""
        return None if self.limit_seconds is None else self.limit_seconds - self.used_seconds(now)


class PointOfOrder(Struct, frozen=True):
    """A point of order and the Chair's ruling on it."""

    id: str
    delegation: str
    name: str
    known: bool
    item: str | None
    text: str
    raised_at: datetime
    interrupted: str | None
    """The intervention whose time stands still for it."""
    ruled_at: datetime | None = None
    ruling: str | None = None
    lapsed_at: datetime | None = None


class Point(Struct, frozen=True):
    """One line of a note."""

    id: str
    intervention: str
    """Empty for a note on an item itself."""
    at: datetime
    author: str
    text: str
    questions: tuple[str, ...]
    kind: str
    stance: str
    audience: str
    not_asked: tuple[str, ...]
    corrected: bool = False
    topics: tuple[str, ...] = ()
    """Topics of the agenda it was tagged with."""
    proposals: tuple[str, ...] = ()
    """Proposals it speaks to, by id."""
    proposal: str | None = None
    """The id it was given as a proposal: `r1`."""
    item: str | None = None
    """The item it was filed under, or is itself on; None: its intervention's."""
    stance_on: tuple[str, ...] | None = None
    """Those of its tags that its stance is on; None: all."""
    rival: str = ""
    """What another seat made of it at the same time, by whom; until one of them settles it."""


POINT_TAGS = ("questions", "topics", "proposals")
_ALONE = ("text", "kind", "stance", "audience", "stance_on")


def put_together(base: Point, mine: Any, theirs: Point) -> tuple[dict[str, Any], bool]:
    """What two made of a point without knowing of each other; whether both changed the same.

    Tags that either added or took away, and what one alone changed; of the same, what `mine` says.
    """
    held: dict[str, Any] = {}
    is_rival = False
    for name in POINT_TAGS:
        was, said, now = (getattr(each, name) for each in (base, mine, theirs))
        added = tuple(each for each in said if each not in (*was, *now))
        held[name] = (*(each for each in now if each in said or each not in was), *added)
    for name in _ALONE:
        was, said, now = (getattr(each, name) for each in (base, mine, theirs))
        held[name] = now if said == was else said
        is_rival = is_rival or (was not in (said, now) and said != now)
    return held, is_rival


class Decision(Struct, frozen=True):
    """What the meeting decided, as the Chair put it."""

    id: str
    item: str
    at: datetime
    text: str


class Document(Struct, frozen=True):
    """A text received from a delegation."""

    id: str
    delegation: str
    name: str
    known: bool
    item: str | None
    at: datetime
    text: str


GAP_OF_TEXT = "…"
"""Where a text belongs in what is told without it."""


class Dispute(Struct, frozen=True):
    """An act done where it was not known that another ran the floor, for the officer to settle."""

    id: str
    desk: str
    author: str
    line: str
    """As it may be typed, without `text`."""
    text: str
    done_at: datetime
    told: tuple[str, ...]
    """What it was, with a gap for `text`: in English and in Chinese."""
    about: tuple[str, ...]
    """Whom and what it was about."""

    @property
    def whole_line(self) -> str:
        """As it may be typed."""
        return f"{self.line} {self.text}".rstrip()

    def said(self, language: str) -> str:
        """What it was, in plain words."""
        told = self.told[-1] if language == "zh" else self.told[0]
        return told.replace(GAP_OF_TEXT, self.text, 1) if self.text else told


class Correction(Struct, frozen=True):
    """What was put right after it was recorded, and what it was before."""

    at: datetime
    author: str
    what: str
    """`point`, `delegation`, `attribution`, `times`, `item`, `place`, `strike`, `purge`, `bands`"""
    subject: str
    before: str
    after: str


class Bands(Struct, frozen=True):
    """The words a report counts delegations with."""

    words: tuple[tuple[str, int], ...]
    """Word -> from how many on, smallest first."""
    has_most: bool = True
    """Whether more than half of those who spoke on a point are "most"."""


BAND_WORDS = ("one", "few", "some", "several", "many")
DEFAULT_BANDS = Bands((("one", 1), ("few", 2), ("some", 4), ("several", 7), ("many", 11)))


class Loss(Struct, frozen=True):
    """What of the log is lost, or has no effect since something is."""

    seq: int
    """Of the entry that tells of it."""
    at: datetime
    """When it was found."""
    first: int = 0
    last: int = 0
    """Numbers of the lost events; 0 where none are."""
    since: datetime | None = None
    until: datetime | None = None
    """Between which moments they were recorded, as far as that is known."""
    file: str = ""
    is_replaced: bool = False
    apart: tuple[int, ...] = ()
    """Numbers of the events that have no effect."""
    is_seen: bool = False


class Gap(Struct, frozen=True):
    """The machine slept, its clock was set, or the session was closed while the meeting ran."""

    at: datetime
    cause: str
    seconds: float
    spoke: str | None = None
    """The intervention whose time ran through it."""
    heard: str | None = None
    """The point of order that was heard through it."""
    discounted: bool = False
    is_settled: bool = False
    """Somebody said whether it counts."""


class Presiding(Struct, frozen=True):
    """Somebody presides, from then on."""

    person: str
    """As typed; empty for the Chair."""
    since: datetime
    until: datetime | None = None


class Presence(Struct, frozen=True):
    """Somebody saw the delegation in the room."""

    delegation: str
    known: bool
    at: datetime


class Together(Struct, frozen=True):
    """Items that were taken together, from then on."""

    items: tuple[str, ...]
    """In the order of the agenda."""
    since: datetime
    until: datetime | None = None


class ScheduleChange(Struct, frozen=True):
    """What was changed in the plan while the meeting was run, and why.

    `was` and `becomes` are plain values, the same in every language; what they look like for each
    kind is in `docs/formats.md`.
    """

    at: datetime
    act: str
    """Id of the act."""
    kind: str
    """`move`, `time`, `split`, `add`, `drop`, `hold` or `sitting`."""
    place: str
    """The item, segment or sitting."""
    was: str
    becomes: str
    reason: str
    hand: str


class Struck(Struct, frozen=True):
    """A point or a statement that does not stand."""

    at: datetime
    author: str
    reason: str
    point: Point | None = None
    intervention: Intervention | None = None
    asked: Inscription | None = None
    """What the statement came from."""


class HeldTime(Struct, frozen=True):
    """How long a segment has been gone through, without breaks."""

    seconds: float = 0.0
    """Before `since`."""
    since: datetime | None = None
    """From when it runs; None while it stands still."""

    def at(self, now: datetime) -> float:
        """Seconds up to `now`."""
        running = (now - self.since).total_seconds() if self.since else 0.0
        return self.seconds + max(0.0, running)


NOT_HELD = HeldTime()
