"""The plan of one meeting: its sittings, items, segments and questions.

A plan is read once and never changes while the meeting runs; what happens to it is events.
"""

from __future__ import annotations

from datetime import UTC, datetime
from datetime import date as Day  # noqa: N812 - fields are named date and would hide it
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

Language = Literal["en", "zh"]

Id = Annotated[str, StringConstraints(pattern=r"^[\w.-]+$")]
"""An id as people type it: letters, digits, dots, hyphens, underscores, no spaces."""

Text = Annotated[str, StringConstraints(min_length=1)]

PHASE_KINDS = ("adoption", "presentation", "discussion", "structured", "qa", "decision")
"""What an item or a segment may be; rules of procedure name them in `leads_segments`."""

QUESTION_SETS = ("preparatory", "annex")

DELEGATION_KINDS = (
    "state_party",
    "signatory",
    "observer_state",
    "igo",
    "ngo",
    "industry",
    "secretariat",
    "guest",
)
"""The kinds of delegation a question may ask and a tier may hold."""


class Frozen(BaseModel):
    """Base of all plan and rules models: immutable, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(Frozen):
    """A text in the languages it exists in; English always."""

    en: Text
    zh: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _in_english_alone(cls, value: object) -> object:
        return {"en": value} if isinstance(value, str) else value

    def say(self, language: str) -> str:
        """The text in `language`, English where it is missing."""
        return self.zh if language == "zh" and self.zh else self.en


class Sitting(Frozen):
    """One continuous meeting time with interpreters; its end is a hard limit."""

    id: Id
    start: datetime
    """Aware, in the agenda's zone."""
    end: datetime

    @property
    def seconds(self) -> float:
        """Its length in seconds of real time, right also when the clocks change in it."""
        return (self.end.astimezone(UTC) - self.start.astimezone(UTC)).total_seconds()


class Endnote(Frozen):
    """A note of the agenda worth keeping beside the item it explains."""

    number: int
    text: Words


class Segment(Frozen):
    """A phase of an item: presentation, discussion, questions and answers, decision."""

    id: Id
    title: Words
    kind: str
    """One of `PHASE_KINDS`."""
    opener: Text | None = None
    minutes: Annotated[int, Field(ge=1)] | None = None
    """Planned minutes."""
    each_minutes: Annotated[int, Field(ge=1)] | None = None
    """Planned minutes of each presentation, where several are given."""
    condition: Words | None = None
    """Held only if this is true (the FAQ segment)."""
    merges: Id | None = None
    """Another item, of which a part is heard here."""
    notes: tuple[Endnote, ...] = ()


class Item(Frozen):
    """One item of the agenda, with its official number as id."""

    id: Id
    title: Words
    kind: str
    """One of `PHASE_KINDS`."""
    opener: Text | None = None
    minutes: Annotated[int, Field(ge=0)]
    """Planned minutes for the whole item."""
    sitting: str | None = None
    """The sitting it is planned in; by default the first with room left (`plan.planned_items`)."""
    segments: tuple[Segment, ...] = ()
    notes: tuple[Endnote, ...] = ()


class Question(Frozen):
    """One question asked of delegations beforehand."""

    id: Annotated[Id, AfterValidator(str.upper)]
    """As typed, upper case: `A1`, `P3`."""
    set: str
    """One of `QUESTION_SETS`."""
    item: str
    segment: str | None = None
    asks: tuple[str, ...] = ()
    """Those of `DELEGATION_KINDS` it asks; empty means all."""
    short: Words
    text: Words


class DatedNote(Frozen):
    """A deadline before the meeting or a step after it."""

    date: Day
    until: Day | None = None
    what: Words


class Agenda(Frozen):
    """The annotated agenda of one meeting as it is run."""

    schema_version: int = 1
    id: Id
    title: Words
    body: Words
    short_title: Words
    """For the top line of the screen: `ATT WGTR`."""
    date: Day
    zone: str
    """IANA name; every instant people see is in it."""
    venue: Words | None = None
    chair: Text | None = None
    dated: Day | None = None
    original_language: Id | None = None
    rules: str
    """Id of the rules of procedure it is run under."""
    sittings: Annotated[tuple[Sitting, ...], Field(min_length=1)]
    items: Annotated[tuple[Item, ...], Field(min_length=1)]
    questions: tuple[Question, ...] = ()
    deadlines: tuple[DatedNote, ...] = ()
    next_steps: tuple[DatedNote, ...] = ()

    def item(self, item_id: str) -> Item | None:
        """The item of that id, or None."""
        return next((item for item in self.items if item.id == item_id), None)

    def item_of_segment(self, segment_id: str) -> Item | None:
        """The item that holds that segment, or None."""
        return next(
            (item for item in self.items if any(s.id == segment_id for s in item.segments)), None
        )

    def segment(self, segment_id: str) -> Segment | None:
        """The segment of that id, or None."""
        return next((s for item in self.items for s in item.segments if s.id == segment_id), None)

    def sitting(self, sitting_id: str) -> Sitting | None:
        """The sitting of that id, or None."""
        return next((sitting for sitting in self.sittings if sitting.id == sitting_id), None)

    def merged_from(self, item_id: str) -> tuple[Segment, ...]:
        """The segments, of other items, in which a part of that item is heard."""
        return tuple(s for item in self.items for s in item.segments if s.merges == item_id)

    def question(self, question_id: str) -> Question | None:
        """The question of that id (any case), or None."""
        wanted = question_id.upper()
        return next((q for q in self.questions if q.id.upper() == wanted), None)
