"""What was recorded of a statement, its points included, and who was seen, in one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from meeting_tui.meeting.details import (
    AlignmentChanged,
    LanguageHeard,
    PersonNamed,
    PresenceNoted,
    StatementMarked,
    TextReceived,
)
from meeting_tui.meeting.entry import Event
from meeting_tui.meeting.languages import INTERPRETED
from meeting_tui.meeting.notes import PointCorrected, PointNoted, is_bare, point_line, point_text
from meeting_tui.words import say


def language_name(code: str, language: str) -> str:
    """The name of a language spoken, in the reader's; a name as typed is its own."""
    return say(f"details.language_{code}", language) if code in INTERPRETED else code


def size_told(size: int) -> str:
    """A size in bytes, as people read it: `214 kB`."""
    return f"{size} B" if size < 1000 else f"{size / 1000:,.0f} kB"


class DetailTeller(Struct, frozen=True):
    """Who tells it, in one language."""

    language: str
    who: Callable[[str], str]
    """An intervention -> the name of the delegation that made it."""
    name_of: Callable[[str], str]
    """A delegation's code -> its name; an unknown code is its own name."""
    marked: int
    """How many delegations are marked as in the room."""

    def tell(self, event: Event) -> str:
        """One event in one line. Raises KeyError for an event of another kind."""
        return _TOLD[type(event)](self, event)

    def say(self, key: str, **params: str | int) -> str:
        return say(key, self.language, **params)

    def names(self, codes: tuple[str, ...]) -> str:
        return self.say("happened.and").join(self.name_of(each) for each in codes)


def _noted(teller: DetailTeller, event: PointNoted) -> str:
    text = _line(teller, event)
    told: dict[str, str | int] = {"name": teller.who(event.intervention), "text": text}
    if event.proposal:
        told["text"] = f"{event.proposal}: {told['text']}"
    if event.not_asked:
        questions = teller.say("happened.and").join(event.not_asked)
        return teller.say("happened.point_noted.not_asked", questions=questions, **told)
    return teller.say("happened.point_noted", **told)


def _line(teller: DetailTeller, event: PointNoted | PointCorrected) -> str:
    """A point as it would be typed; a position without words of its own in a sentence."""
    if not event.text:
        return teller.say("corrections.nothing_left")
    return point_text(event, teller.language) if is_bare(event) else point_line(event)


def _corrected(teller: DetailTeller, event: PointCorrected) -> str:
    text = _line(teller, event)
    return teller.say("happened.point_corrected", point=event.point, text=text)


def _heard(teller: DetailTeller, event: LanguageHeard) -> str:
    key = "details.heard_interpreted" if event.interpreted else "details.heard"
    spoken = language_name(event.language, teller.language)
    return teller.say(key, name=teller.who(event.intervention), spoken=spoken)


def _person(teller: DetailTeller, event: PersonNamed) -> str:
    name, person = teller.who(event.intervention), event.person
    if event.title:
        return teller.say("details.person_titled", name=name, person=person, title=event.title)
    return teller.say("details.person", name=name, person=person)


def _marked(teller: DetailTeller, event: StatementMarked) -> str:
    key = f"details.marked_{event.mark}" if event.holds else f"details.unmarked_{event.mark}"
    return teller.say(key, name=teller.who(event.intervention))


def _received(teller: DetailTeller, event: TextReceived) -> str:
    name = teller.who(event.intervention)
    if event.file is None:
        return teller.say("details.received", name=name)
    size = size_told(event.size or 0)
    return teller.say("details.received_file", name=name, file=event.file, size=size)


def _aligned(teller: DetailTeller, event: AlignmentChanged) -> str:
    name = teller.who(event.intervention)
    if not event.aligned:
        return teller.say("details.aligned_none", name=name)
    return teller.say("details.aligned", name=name, states=teller.names(event.aligned))


def _seen(teller: DetailTeller, event: PresenceNoted) -> str:
    key = "details.present" if event.here else "details.not_present"
    told = teller.say(key, names=teller.names(event.delegations))
    return teller.say("room.count_now", told=told, count=teller.marked)


_TOLD: dict[type[Event], Callable[[DetailTeller, Any], str]] = {
    PointNoted: _noted,
    PointCorrected: _corrected,
    LanguageHeard: _heard,
    PersonNamed: _person,
    StatementMarked: _marked,
    TextReceived: _received,
    AlignmentChanged: _aligned,
    PresenceNoted: _seen,
}

TOLD_HERE = tuple(_TOLD)
"""The kinds of events that are told here."""
