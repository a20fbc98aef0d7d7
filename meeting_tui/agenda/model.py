"""The plan of one meeting: its sittings, items, segments and questions.

A plan is read once and never changes while the meeting runs; what happens to it is events.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from datetime import date as Day  # noqa: N812 - fields are named date and would hide it
from typing import TYPE_CHECKING, Annotated, Literal
from zoneinfo import ZoneInfo

from meeting_tui.agenda.checks import AN_ID, FROM_ONE, FROM_ZERO, NOT_EMPTY, UPPER_CASE, Frozen
from meeting_tui.patterns import late_pattern

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

Language = Literal["en", "zh"]

Id = Annotated[str, AN_ID]
"""An id as people type it: letters, digits, dots, hyphens, underscores, no spaces."""

Text = Annotated[str, NOT_EMPTY]

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


class Words(Frozen, frozen=True):
    """A text in the languages it exists in; English always."""

    en: Text
    zh: Text | None = None

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        from pydantic_core.core_schema import no_info_before_validator_function

        schema = super().__get_pydantic_core_schema__(source, handler)
        return no_info_before_validator_function(_in_english_alone, schema)

    def say(self, language: str) -> str:
        """The text in `language`, English where it is missing."""
        return self.zh if language == "zh" and self.zh else self.en


def _in_english_alone(value: object) -> object:
    """A text in English alone may be written as that text."""
    return {"en": value} if isinstance(value, str) else value


class Sitting(Frozen, frozen=True):
    """One continuous meeting time with interpreters; its end is a hard limit."""

    id: Id
    start: datetime
    """Aware, in the agenda's zone."""
    end: datetime

    @property
    def seconds(self) -> float:
        """Its length in seconds of real time, right also when the clocks change in it."""
        return (self.end.astimezone(UTC) - self.start.astimezone(UTC)).total_seconds()


class Endnote(Frozen, frozen=True):
    """A note of the agenda worth keeping beside the item it explains."""

    number: int
    text: Words


class Segment(Frozen, frozen=True):
    """A phase of an item: presentation, discussion, questions and answers, decision."""

    id: Id
    title: Words
    kind: str
    """One of `PHASE_KINDS`."""
    opener: Text | None = None
    minutes: Annotated[int, FROM_ONE] | None = None
    """Planned minutes."""
    each_minutes: Annotated[int, FROM_ONE] | None = None
    """Planned minutes of each presentation, where several are given."""
    condition: Words | None = None
    """Held only if this is true (the FAQ segment)."""
    merges: Id | None = None
    """Another item, of which a part is heard here."""
    notes: tuple[Endnote, ...] = ()


class Item(Frozen, frozen=True):
    """One item of the agenda, with its official number as id."""

    id: Id
    title: Words
    kind: str
    """One of `PHASE_KINDS`."""
    minutes: Annotated[int, FROM_ZERO]
    """Planned minutes for the whole item."""
    opener: Text | None = None
    sitting: str | None = None
    """The sitting it is planned in; by default the first with room left (`plan.planned_items`)."""
    segments: tuple[Segment, ...] = ()
    notes: tuple[Endnote, ...] = ()


_OPEN = late_pattern(
    r"\W*((to|in|on|at|by|for|with|from) )?(how|what|which|who|whom|whose|when|where|why)\b", re.I
)
"""How a question begins to which "yes, we agree" is no answer."""


class Question(Frozen, frozen=True):
    """One question asked of delegations beforehand."""

    id: Annotated[Id, UPPER_CASE]
    """As typed, upper case: `A1`, `P3`."""
    set: str
    """One of `QUESTION_SETS`."""
    item: str
    short: Words
    text: Words
    segment: str | None = None
    asks: tuple[str, ...] = ()
    """Those of `DELEGATION_KINDS` it asks; empty means all."""
    positions: bool | None = None
    """Whether one can be for or against it; None: as its wording says, see `takes_positions`."""

    @property
    def takes_positions(self) -> bool:
        """Whether support for it is counted. An open question ("how do you ...") has answers."""
        if self.positions is not None:
            return self.positions
        return _OPEN.match(self.text.en) is None


class Topic(Frozen, frozen=True):
    """A matter on which positions are collected, wherever in the meeting it comes up."""

    id: Id
    """As typed before a point: `advisory-group`."""
    title: Words
    item: str
    """Where it is under discussion."""
    questions: tuple[Annotated[Id, UPPER_CASE], ...] = ()
    """Whoever answers one of these speaks to it."""
    segments: tuple[Id, ...] = ()
    """Segments that are wholly about it."""
    own_section: bool = True
    """Whether the report has a section of its own for it."""
    attachment: bool = False
    """Whether the Chair's report carries a proposal on it as an attachment, as of a mandate."""


class DatedNote(Frozen, frozen=True):
    """A deadline before the meeting or a step after it."""

    date: Day
    what: Words
    until: Day | None = None


class Agenda(Frozen, frozen=True):
    """The annotated agenda of one meeting as it is run."""

    id: Id
    title: Words
    body: Words
    short_title: Words
    """For the top line of the screen: `ATT WGTR`."""
    date: Day
    zone: str
    """IANA name; every instant people see is in it."""
    rules: str
    """Id of the rules of procedure it is run under."""
    sittings: Annotated[tuple[Sitting, ...], NOT_EMPTY]
    items: Annotated[tuple[Item, ...], NOT_EMPTY]
    schema_version: int = 1
    venue: Words | None = None
    chair: Text | None = None
    dated: Day | None = None
    original_language: Id | None = None
    questions: tuple[Question, ...] = ()
    topics: tuple[Topic, ...] = ()
    deadlines: tuple[DatedNote, ...] = ()
    next_steps: tuple[DatedNote, ...] = ()
    delegations: Text | None = None
    """A list of delegations of its own, CSV or Excel, beside the agenda's file."""

    @property
    def time_zone(self) -> ZoneInfo:
        """The zone in which people see every instant."""
        return ZoneInfo(self.zone)

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

    def topic(self, topic_id: str) -> Topic | None:
        """The topic of that id (any case), or None."""
        wanted = topic_id.casefold()
        return next((each for each in self.topics if each.id.casefold() == wanted), None)
