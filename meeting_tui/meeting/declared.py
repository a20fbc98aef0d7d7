"""What is declared of an act and of an event: all of it once, in the file of its noun.

A noun's file ends in its `ACTS` and its `HAPPENINGS`; `acts` and `happenings` collect them, and
every table there is (rules, changes, sentences, filters, keys, completions) is made from these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from msgspec import Struct

from meeting_tui.meeting.entry import Entry, Event
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.teller import Teller

Outcome: TypeAlias = tuple[Event, ...] | Refusal
"""What a command comes to: events, at least one, or a refusal that says why."""

FLOOR, LIST, NOTES = "floor", "list", "notes"
DECISIONS, SCHEDULE, CORRECTIONS = "decisions", "schedule", "corrections"
SORTS = (NOTES, FLOOR, LIST, DECISIONS, SCHEDULE, CORRECTIONS)
"""The sorts of events that the record can be narrowed to."""


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
