"""What somebody at the desk asks for; each becomes events or a refusal.

A command names delegations as somebody meant them (`Who`) and ids as the agenda has them; whether
it is allowed now is for `decide` alone.
"""

from __future__ import annotations

from datetime import time

from meeting_tui.meeting.records import OnItem, Who
from meeting_tui.record import record


@record
class Command:
    """Base of all commands."""


@record
class OpenMeeting(Command):
    pass


@record
class Suspend(Command):
    text: str = ""


@record
class Resume(Command):
    pass


@record
class Adjourn(Command):
    text: str = ""
    insist: bool = False
    """Also while names wait or items were not taken up."""


@record
class OpenItem(Command):
    item: str


@record
class OpenSegment(Command):
    segment: str


@record
class CloseItem(Command):
    waiting: str = "refuse"
    """What becomes of names that wait: `refuse`, `carry` or `not_reached`."""


@record
class ReopenItem(Command):
    item: str


@record
class Inscribe(Command):
    whom: tuple[Who, ...]
    item: str | None = None
    segment: str | None = None
    kind: str | None = None
    via: str = "floor"
    about: str = ""
    insist: bool = False
    """Also after the list was closed, and once more for who waits already."""
    as_group: bool = False
    """They speak for a group, though it is in no list: with a group's rank and limit."""


@record
class Withdraw(Command):
    who: Who


@record
class MarkAbsent(Command):
    who: Who


@record
class TakeTextOnly(Command):
    who: Who


@record
class Move(Command):
    who: Who
    place: int


@record
class Swap(Command):
    first: Who
    second: Who


@record
class OpenList(Command):
    pass


@record
class CloseList(Command):
    pass


@record
class Next(Command):
    insist: bool = False


@record
class GiveFloor(Command):
    who: Who
    insist: bool = False


@record
class Yield(Command):
    pass


@record
class Pause(Command):
    pass


@record
class Continue(Command):
    pass


@record
class RaisePointOfOrder(Command):
    who: Who
    text: str = ""


@record
class Rule(Command):
    text: str


@record
class AskReply(Command):
    who: Who


@record
class SetLimit(Command):
    seconds: int
    scope: str = "default"
    """`default`, `tier`, `kind`, `delegation` or `place` (a place in the waiting list)."""
    key: str = ""
    known: bool = True
    """Whether the delegation is in the directory."""
    also: tuple[SetLimit, ...] = ()
    """Further limits set by the same act, so that one undo takes back all of them."""


@record
class Extend(Command):
    seconds: int


@record
class Note(Command):
    text: str
    questions: tuple[str, ...] = ()
    kind: str = "statement"
    stance: str = "none"
    audience: str = "report"
    on: Who | int | OnItem | None = None
    """A delegation (its latest intervention), an intervention's number, an item itself, or None for
    the floor's."""
    topics: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    stance_on: tuple[str, ...] | None = None
    """Those of its tags that the stance is on; None: all."""


@record
class CorrectPoint(Command):
    point: str
    text: str
    questions: tuple[str, ...] = ()
    kind: str = "statement"
    stance: str = "none"
    audience: str = "report"
    topics: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    stance_on: tuple[str, ...] | None = None


@record
class Decide(Command):
    text: str


@record
class ReceiveDocument(Command):
    who: Who
    text: str


@record
class PlanMove(Command):
    item: str
    sitting: str | None
    before: str | None
    is_last: bool
    reason: str


@record
class PlanTime(Command):
    place: str
    """An item or a segment."""
    minutes: int
    reason: str


@record
class PlanSplit(Command):
    item: str
    minutes: int
    sitting: str
    reason: str


@record
class PlanAdd(Command):
    item: str
    minutes: int
    title: str
    reason: str


@record
class PlanDrop(Command):
    segment: str
    reason: str


@record
class PlanHold(Command):
    segment: str
    reason: str


@record
class PlanSitting(Command):
    sitting: str
    start: time
    end: time
    reason: str


@record
class Undo(Command):
    pass


@record
class UndoFloor(Command):
    """Take back the latest act of the floor, whatever was done to the list since."""


@record
class Redo(Command):
    pass


@record
class NoteClockJump(Command):
    """Given by the desk, not by a person."""

    cause: str
    seconds: float


@record
class SeeLosses(Command):
    """What was lost of the log is seen and need not be told any more."""


@record
class DiscountGap(Command):
    """The last gap does not count as speaking time."""


@record
class CountGap(Command):
    """The last gap does count as speaking time."""
