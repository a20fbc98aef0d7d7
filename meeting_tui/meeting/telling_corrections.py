"""What was put right in the week after, in one line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from meeting_tui.agenda.local_times import local_text
from meeting_tui.delegations.names import group_name, group_table
from meeting_tui.meeting.attributions import (
    InterventionAttributed,
    PointFiled,
    TimesCorrected,
    times_line,
)
from meeting_tui.meeting.bands import BandsSet
from meeting_tui.meeting.checklist import BLANKS, BY_HAND, ChecklistTicked, Open, ReportFinalised
from meeting_tui.meeting.entry import Event
from meeting_tui.meeting.notes import noted
from meeting_tui.meeting.purged_points import PointPurged
from meeting_tui.meeting.spans import span
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.turn_times import BeginningCorrected
from meeting_tui.words import say

NameOf = Callable[[str], str]


class CorrectionTeller(Struct, frozen=True):
    """Who tells it, in one language."""

    state: MeetingState
    language: str
    who: Callable[[str], str]
    """An intervention -> the name of the delegation that made it."""
    name_of: NameOf
    """A delegation's code -> its name; an unknown code is its own name."""

    def tell(self, event: Event) -> str:
        """One event in one line. Raises KeyError for an event of another kind."""
        return _TOLD[type(event)](self, event)

    def say(self, key: str, **params: str | int) -> str:
        return say(key, self.language, **params)

    def number(self, intervention: str) -> str:
        found = self.state.interventions.get(intervention)
        return str(found.number) if found else "–"

    def clock(self, instant: datetime) -> str:
        return local_text(instant.astimezone(ZoneInfo(self.state.agenda.zone)), seconds=True)


def tell_open(found: Open, state: MeetingState, language: str, name_of: NameOf) -> str:
    """One open point of the checklist, in one sentence."""
    params = dict(found.params)
    if "delegation" in params:
        params["name"] = name_of(str(params.pop("delegation")))
    if "topic" in params and (topic := state.agenda.topic(str(params["topic"]))):
        params["title"] = topic.title.say(language)
    if "seconds" in params:
        params["span"] = span(int(params.pop("seconds")))
    if "group" in params:
        params["group"] = for_group(str(params.pop("group")), language)
    if found.subject in state.interventions:
        params["times"] = times_line(state, state.interventions[found.subject])
    is_kept = found.kind == "no_points" and bool(state.statement_texts.get(found.subject))
    kind = "text_alone" if is_kept else found.kind
    if kind == BY_HAND and noted(state, found.subject) is not None:
        params["point"] = found.subject
    elif kind == BY_HAND:
        kind = "by_hand_elsewhere"
    told = say(f"corrections.open_{kind}", language, **params)
    is_short = found.subject in state.interventions or found.subject in state.points
    is_short = is_short or found.kind in (BY_HAND, *BLANKS)
    # Items and names are in the sentence itself.
    return say("corrections.open_id", language, id=found.id, told=told) if is_short else told


def _attributed(teller: CorrectionTeller, event: InterventionAttributed) -> str:
    name = teller.name_of(event.delegation)
    number = teller.number(event.intervention)
    told = teller.say("corrections.attributed", number=number, name=name)
    if event.group is not None and event.group != event.delegation:
        group = for_group(event.group, teller.language)
        told = teller.say("corrections.attributed_group", told=told, group=group)
    if not event.aligned:
        return told
    states = teller.say("happened.and").join(teller.name_of(each) for each in event.aligned)
    return teller.say("corrections.attributed_aligned", told=told, states=states)


def _times(teller: CorrectionTeller, event: TimesCorrected) -> str:
    return teller.say(
        "corrections.times",
        number=teller.number(event.intervention),
        name=teller.who(event.intervention),
        began=teller.clock(event.given_at),
        ended=teller.clock(event.yielded_at),
    )


def _began(teller: CorrectionTeller, event: BeginningCorrected) -> str:
    began = teller.clock(event.given_at)
    return teller.say("corrections.began", name=teller.who(event.intervention), began=began)


def _filed(teller: CorrectionTeller, event: PointFiled) -> str:
    if event.item is None:
        return teller.say("corrections.filed_back", point=event.point)
    return teller.say("corrections.filed", point=event.point, item=event.item)


def _purged(teller: CorrectionTeller, event: PointPurged) -> str:
    number = teller.number(event.intervention)
    return teller.say("corrections.purged", point=event.point, number=number)


def _bands(teller: CorrectionTeller, event: BandsSet) -> str:
    told = [f"{word}={n}" for word, n in zip(event.words, event.at_least, strict=True)]
    most = "most=half" if event.has_most else "most=never"
    return teller.say("corrections.bands", bands=" ".join([*told, most]))


def _ticked(teller: CorrectionTeller, event: ChecklistTicked) -> str:
    key = "corrections.ticked" if event.holds else "corrections.unticked"
    return teller.say(key, id=Open(next(iter(event.kinds), ""), event.subject).id)


def _finalised(teller: CorrectionTeller, event: ReportFinalised) -> str:
    if event.open_points == 0:
        return teller.say("corrections.finalised")
    if event.open_points == 1:
        return teller.say("corrections.finalised_open_one")
    return teller.say("corrections.finalised_open", count=event.open_points)


_TOLD: dict[type[Event], Callable[[CorrectionTeller, Any], str]] = {
    InterventionAttributed: _attributed,
    TimesCorrected: _times,
    BeginningCorrected: _began,
    PointFiled: _filed,
    PointPurged: _purged,
    BandsSet: _bands,
    ChecklistTicked: _ticked,
    ReportFinalised: _finalised,
}


def for_group(group: str, language: str) -> str:
    """`for the African Group`; a group that is in no list by what was typed: `for Friends`."""
    key = "happened.for_group" if group in group_table() else "happened.for_unknown_group"
    return say(key, language, group=group_name(group, language))
