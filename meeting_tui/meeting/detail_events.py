"""What was recorded of a statement besides its points, and who was seen in the room."""

from __future__ import annotations

from typing import ClassVar

from meeting_tui.meeting.event_base import Event
from meeting_tui.record import record


@record
class LanguageHeard(Event):
    """A statement was made in a language, heard in it or through interpretation."""

    name: ClassVar[str] = "language_heard"
    intervention: str
    language: str
    """`ar`, `zh`, `en`, `fr`, `ru`, `es`, or a name as typed."""
    interpreted: bool = False


@record
class PersonNamed(Event):
    """Who spoke for the delegation."""

    name: ClassVar[str] = "person_named"
    intervention: str
    person: str
    title: str = ""


@record
class StatementMarked(Event):
    """A statement was given a mark, or is without it again."""

    name: ClassVar[str] = "statement_marked"
    intervention: str
    mark: str
    """`awaited`, `check` or `record`."""
    holds: bool = True


@record
class TextReceived(Event):
    """The written text of a statement came in; nothing of it is awaited any more."""

    name: ClassVar[str] = "text_received"
    intervention: str
    file: str | None
    """Its name in the session's `texts` folder, where a file was kept."""
    size: int | None
    """In bytes."""
    sha256: str | None
    """Of the file's content, in hexadecimal."""


@record
class AlignmentChanged(Event):
    """These States, and no others, aligned with a statement made on behalf of a group."""

    name: ClassVar[str] = "alignment_changed"
    intervention: str
    aligned: tuple[str, ...]


@record
class PresenceNoted(Event):
    """Delegations were seen in the room, or were marked so by mistake."""

    name: ClassVar[str] = "presence_noted"
    delegations: tuple[str, ...]
    """Codes, or names as typed where they are in no directory."""
    here: bool = True
    unknown: tuple[str, ...] = ()
    """Those of them that are in no directory."""


DETAIL_EVENTS = (
    LanguageHeard,
    PersonNamed,
    StatementMarked,
    TextReceived,
    AlignmentChanged,
    PresenceNoted,
)
