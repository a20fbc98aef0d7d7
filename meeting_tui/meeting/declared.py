"""What is declared of an act and of an event, all of it once, in the file of its noun.

A noun's file ends in its `ACTS` and its `HAPPENINGS`; `acts` and `happenings` collect them, and
every table there is (rules, changes, sentences, filters, keys, completions) is made from these. A
`Teller` tells an event, in one language and from the state right after it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import Struct
from msgspec.structs import force_setattr

from meeting_tui.agenda.local_times import local_text
from meeting_tui.delegations.directory import group_name, group_table
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import Part
from meeting_tui.words import say

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


Outcome: TypeAlias = tuple[Event, ...] | Refusal
"""What a command comes to: events, at least one, or a refusal that says why."""

FLOOR, LIST, NOTES = "floor", "list", "notes"
DECISIONS, SCHEDULE, CORRECTIONS = "decisions", "schedule", "corrections"
SORTS = (NOTES, FLOOR, LIST, DECISIONS, SCHEDULE, CORRECTIONS)
"""The sorts of events that the record can be narrowed to."""


NameOf: TypeAlias = Callable[[str], str]
"""A delegation's code -> its name in the reader's language; an unknown code is its own name."""

ToldOf: TypeAlias = Callable[[str], str]
"""An act -> what was told of it when it was done."""


class Teller(Struct, frozen=True):
    """What a sentence on an event may need; people's text is put in as it is, never marked up."""

    state: MeetingState
    """Right after the event."""
    language: str
    name_of: NameOf
    told_of: ToldOf | None
    at: datetime
    """When it took effect; UTC."""

    def say(self, key: str, **params: str | int) -> str:
        """A sentence of the catalogue."""
        return say(key, self.language, **params)

    def told(self, event: Event, case: str = "", **params: str | int) -> str:
        """The event's own sentence, or the one for a case of it."""
        key = f"happened.{event.name}.{case}" if case else f"happened.{event.name}"
        return say(key, self.language, **params)

    def who(self, key: str) -> str:
        """The name of whoever an inscription, intervention or point of order is."""
        state = self.state
        if key in state.interventions:
            key = state.interventions[key].inscription
        if key in state.struck:
            asked = state.struck[key].asked
            return self.name_of(asked.delegation) if asked else self.say("happened.unknown")
        if key in state.inscriptions:
            return self.name_of(state.inscriptions[key].delegation)
        if key in state.points_of_order:
            return self.name_of(state.points_of_order[key].delegation)
        return self.say("happened.unknown")

    def number(self, intervention: str) -> str:
        """The number of an intervention, be it struck."""
        found = self.state.interventions.get(intervention)
        if found is None and intervention in self.state.struck:
            found = self.state.struck[intervention].intervention
        return str(found.number) if found else self.say("happened.no_number")

    def clock(self, instant: datetime, *, seconds: bool = False) -> str:
        """A moment as people read it, in the agenda's zone."""
        return local_text(instant.astimezone(self.state.agenda.time_zone), seconds=seconds)

    def title(self, item: str) -> str:
        """The title of an item; the id of one that the agenda does not have."""
        found = self.state.agenda.item(item)
        return found.title.say(self.language) if found else item

    def both(self, parts: Iterable[str]) -> str:
        """Several named one after the other."""
        return self.say("happened.and").join(parts)

    def names(self, codes: Iterable[str]) -> str:
        """Several delegations."""
        return self.both(self.name_of(each) for each in codes)

    def marked(self, name: str, marks: Sequence[str]) -> str:
        """A name with what is remarked of it in brackets."""
        if not marks:
            return name
        return self.say("happened.in_brackets", name=name, marks=self.both(marks))


def for_group(group: str, language: str) -> str:
    """`for the African Group`; a group that is in no list by what was typed: `for Friends`."""
    key = "happened.for_group" if group in group_table() else "happened.for_unknown_group"
    return say(key, language, group=group_name(group, language))


class Together(Struct, frozen=True):
    """How several events of one act that share something are told in one sentence."""

    shared: Callable[[Teller, Any], str]
    """What events must have in common to be told together."""
    told: Callable[[Teller, Sequence[Any]], str]


class Happening(Struct, frozen=True):
    """One kind of event: how it changes the state, how it is told, where it is found."""

    kind: type[Event]
    change: Callable[[MeetingState, Any, Entry], None]
    """Lets it take effect on the state, in place."""
    told: Callable[[Teller, Any], str]
    """It in one line of plain words, from the state right after it."""
    sorts: tuple[str, ...] = ()
    """What the record shows it under."""
    together: Together | None = None
    counted: Callable[[Any], Iterable[str]] | None = None
    """The sorts of ids it uses, where that is more than the one it makes."""
    of_floor: bool = False
    """`undo floor` takes it back."""
    with_floor: bool = False
    """`undo floor` takes it back along with what is of the floor."""
    stays: bool = False
    """It may have happened since, and `undo floor` still takes back what was before it."""
    never_undone: bool = False
    """It is of no act and goes on having effect."""
    leaves_final: bool = False
    """A final report stays final when it is recorded."""
    corrects: bool = False
    """It puts right what was recorded."""

    def counts(self, event: Event) -> Iterable[str]:
        """The sorts of ids an event of this kind uses, so that none is given out again."""
        if self.counted is not None:
            return self.counted(event)
        return (event.makes,) if event.makes else ()


class When(Enum):
    """When an act may be done; what else it takes is for its rule to say."""

    SITTING = "in a sitting that is open"
    MEETING = "until the meeting is adjourned"
    EVER = "also once the meeting is adjourned"
    """Putting right what is recorded, and what comes in late."""


class Seat(Enum):
    """Who may do an act, where several work on one meeting."""

    FLOOR = "the seat that runs the floor"
    NOTES = "any seat that takes notes, too"


Decides: TypeAlias = Callable[[Any, Any, datetime], Outcome]
"""The state, or the whole meeting, a command and the time now (UTC) -> what it comes to."""


class Act(Struct, frozen=True):
    """One act a person can do at the meeting."""

    id: str
    group: str
    """`sitting`, `item`, `list`, `floor`, `order`, `notes`, `schedule` or `record`."""
    rules: Mapping[type[Command], Decides]
    """What it asks for -> what decides on it."""
    parts: tuple[Part, ...] = ()
    when: When = When.MEETING
    seat: Seat = Seat.FLOOR
    probe: Command | None = None
    """What is tried to know whether its key does anything now; None where it needs more words."""
    at_once: bool = False
    """Its key does it without its parts, all of which may be left out."""
    of_log: bool = False
    """Its rules look at the whole log, not only at the state."""
    events: tuple[type[Event], ...] = ()
    """What it comes to, where a seat for notes may do it: a shared log takes no others from one."""
    make: Callable[..., Command | Refusal] | None = None
    """The command, from the fields its parts read; None: the one there is a rule for."""
    words: tuple[str, ...] = ()
    """The words that name it: by default those of its id, `close_item` -> ("close", "item")."""

    def __post_init__(self) -> None:
        if not self.words:
            force_setattr(self, "words", tuple(self.id.split("_")))

    @property
    def syntax(self) -> str:
        """The whole line as it may be typed."""
        return " ".join((*self.words, *(each.shown for each in self.parts if each.shown)))

    @property
    def line(self) -> str:
        """What its key or the palette types: a whole line, or a beginning that ends in a space."""
        waits = not self.at_once and any(each.shown for each in self.parts)
        return " ".join(self.words) + (" " if waits else "")

    @property
    def bare(self) -> Command | None:
        """What its words alone ask for; None where more of a line has to be read for it."""
        asked = next(iter(self.rules))
        is_whole = len(asked.__struct_defaults__) == len(asked.__struct_fields__)
        return asked() if is_whole and not (self.make or self.line.endswith(" ")) else None

    def read(self, reader: Reader) -> Command | Refusal:
        """The command that the rest of a line means, or a refusal that says what was expected."""
        fields: dict[str, Any] = {}
        for part in self.parts:
            found = part.read(reader)
            if isinstance(found, Refusal):
                return found
            fields |= found
        make = self.make or next(iter(self.rules))
        return reader.finished() or make(**fields)


class Given(Struct, frozen=True):
    """A command that nobody types: the desk gives it."""

    rules: Mapping[type[Command], Decides]
    when: When = When.MEETING
