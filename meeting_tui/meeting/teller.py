"""Who tells what happened, in one language and from the state right after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import TypeAlias

from msgspec import Struct

from meeting_tui.agenda.local_times import local_text
from meeting_tui.delegations.names import group_name, group_table
from meeting_tui.meeting.entry import Event
from meeting_tui.meeting.state import MeetingState
from meeting_tui.words import say

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
