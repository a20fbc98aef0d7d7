"""What somebody asks to be put right in the week after the meeting; see `commands`."""

from __future__ import annotations

from datetime import time

from meeting_tui.delegations.directory import Directory
from meeting_tui.meeting.commands import Command
from meeting_tui.meeting.detail_commands import On
from meeting_tui.meeting.records import Who
from meeting_tui.record import record


@record
class Identify(Command):
    """Which delegation or group a typed name is, or another free name."""

    typed_name: str
    who: Who | None
    """None where what it is said to be is no delegation."""
    group: str | None = None
    """The id of the group it is said to be."""
    group_name: str = ""
    is_group: bool = False
    """It is said to be a group, as it was typed."""
    typed_who: Who | None = None
    """The delegation whose name was typed, which may wait under a name that is to be another."""


@record
class Attribute(Command):
    """Whose an intervention was, in which capacity."""

    number: int
    who: Who
    names_aligned: bool = False
    """Aligned States were typed; otherwise those recorded of the group's statement stay."""


@record
class CorrectTimes(Command):
    """When an intervention began and ended, local times of its day."""

    number: int
    began: time
    ended: time


@record
class CorrectBeginning(Command):
    """When a turn began, a local time; it may still run."""

    at: time
    on: On = None


@record
class CorrectEnd(Command):
    """When a turn ended, a local time; one that still runs ends so."""

    at: time
    on: On = None


@record
class FilePoint(Command):
    """Under which item a point belongs."""

    point: str
    item: str


@record
class PurgePoint(Command):
    """That what a point said may not stay."""

    point: str
    insist: bool = False
    """It was asked and is meant."""


@record
class SetBands(Command):
    """The words for how many; None: those the program has."""

    words: tuple[tuple[str, int], ...] | None
    has_most: bool = True


@record
class TickOff(Command):
    """Take what is open on something off the checklist, or put it back."""

    id: str
    """As the checklist shows it: `n12`, `s3`, `item 4`."""
    directory: Directory
    """Whose names a report may have to leave out."""
    holds: bool = True
    """False: it is put back."""


@record
class Finalise(Command):
    """That the report is finished."""

    directory: Directory
    """Whose names a report may have to leave out."""
    insist: bool = False
