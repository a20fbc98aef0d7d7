"""What somebody at the desk asks for; each becomes events or a refusal.

A command names delegations as somebody meant them (`Who`) and ids as the agenda has them; whether
it is allowed now is for `decide` alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from meeting_tui.meeting.records import Who


@dataclass(frozen=True, slots=True)
class Command:
    """Base of all commands."""


@dataclass(frozen=True, slots=True)
class OpenMeeting(Command):
    pass


@dataclass(frozen=True, slots=True)
class Suspend(Command):
    text: str = ""


@dataclass(frozen=True, slots=True)
class Resume(Command):
    pass


@dataclass(frozen=True, slots=True)
class Adjourn(Command):
    text: str = ""


@dataclass(frozen=True, slots=True)
class OpenItem(Command):
    item: str


@dataclass(frozen=True, slots=True)
class OpenSegment(Command):
    segment: str


@dataclass(frozen=True, slots=True)
class CloseItem(Command):
    waiting: str = "refuse"
    """What becomes of names that wait: `refuse`, `carry` or `not_reached`."""


@dataclass(frozen=True, slots=True)
class ReopenItem(Command):
    item: str


@dataclass(frozen=True, slots=True)
class Inscribe(Command):
    whom: tuple[Who, ...]
    item: str | None = None
    segment: str | None = None
    kind: str | None = None
    via: str = "floor"
    about: str = ""
    insist: bool = False
    """Also after the list was closed."""


@dataclass(frozen=True, slots=True)
class Withdraw(Command):
    who: Who


@dataclass(frozen=True, slots=True)
class MarkAbsent(Command):
    who: Who


@dataclass(frozen=True, slots=True)
class TakeTextOnly(Command):
    who: Who


@dataclass(frozen=True, slots=True)
class Move(Command):
    who: Who
    place: int


@dataclass(frozen=True, slots=True)
class Swap(Command):
    first: Who
    second: Who


@dataclass(frozen=True, slots=True)
class OpenList(Command):
    pass


@dataclass(frozen=True, slots=True)
class CloseList(Command):
    pass


@dataclass(frozen=True, slots=True)
class Next(Command):
    insist: bool = False


@dataclass(frozen=True, slots=True)
class GiveFloor(Command):
    who: Who
    insist: bool = False


@dataclass(frozen=True, slots=True)
class Yield(Command):
    pass


@dataclass(frozen=True, slots=True)
class Pause(Command):
    pass


@dataclass(frozen=True, slots=True)
class Continue(Command):
    pass


@dataclass(frozen=True, slots=True)
class RaisePointOfOrder(Command):
    who: Who
    text: str = ""


@dataclass(frozen=True, slots=True)
class Rule(Command):
    text: str


@dataclass(frozen=True, slots=True)
class AskReply(Command):
    who: Who


@dataclass(frozen=True, slots=True)
class SetLimit(Command):
    seconds: int
    scope: str = "default"
    """`default`, `tier`, `kind`, `delegation` or `place` (a place in the waiting list)."""
    key: str = ""
    known: bool = True
    """Whether the delegation is in the directory."""


@dataclass(frozen=True, slots=True)
class Extend(Command):
    seconds: int


@dataclass(frozen=True, slots=True)
class Note(Command):
    text: str
    questions: tuple[str, ...] = ()
    kind: str = "statement"
    stance: str = "none"
    audience: str = "report"
    on: Who | int | None = None
    """A delegation (its latest intervention), an intervention's number, or None for the floor's."""


@dataclass(frozen=True, slots=True)
class CorrectPoint(Command):
    point: str
    text: str
    questions: tuple[str, ...] = ()
    kind: str = "statement"
    stance: str = "none"
    audience: str = "report"


@dataclass(frozen=True, slots=True)
class Identify(Command):
    typed_name: str
    who: Who


@dataclass(frozen=True, slots=True)
class Decide(Command):
    text: str


@dataclass(frozen=True, slots=True)
class ReceiveDocument(Command):
    who: Who
    text: str


@dataclass(frozen=True, slots=True)
class Undo(Command):
    pass


@dataclass(frozen=True, slots=True)
class Redo(Command):
    pass


@dataclass(frozen=True, slots=True)
class NoteClockJump(Command):
    """Given by the desk, not by a person."""

    cause: str
    seconds: float


@dataclass(frozen=True, slots=True)
class DiscountGap(Command):
    """The last gap does not count as speaking time."""
