"""What a session that somebody hands over may hold: what the program itself could have written.

Its hashes may be right whatever is in it. So its plan is checked as a plan that is to be run, its
rules as rules, and each word of its events that stands for a choice is one of those there are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from meeting_tui.agenda.model import DELEGATION_KINDS, Agenda
from meeting_tui.agenda.plan_checks import plan_findings
from meeting_tui.agenda.presets import rules_findings
from meeting_tui.agenda.rules import Rules
from meeting_tui.meeting.clock_gaps import ASKED, MOVED, STEP, GapCounted, GapDiscounted
from meeting_tui.meeting.entry import Entry, SessionStarted
from meeting_tui.meeting.floor import FloorGiven
from meeting_tui.meeting.notes import ItemNoted, PointNoted
from meeting_tui.meeting.records import AUDIENCES, KINDS, STANCES
from meeting_tui.meeting.schedule_changes import MatterAdded
from meeting_tui.meeting.speakers_list import VIA, Inscribed
from meeting_tui.session_log.bounds import is_zone
from meeting_tui.words import Sentence

CHOICES = {
    "delegation_kind": (*DELEGATION_KINDS, "chair", "unknown"),
    "capacity": ("national", "group", "organisation"),
    "via": VIA,
    "stance": STANCES,
    "audience": AUDIENCES,
    "cause": (*ASKED, STEP, MOVED),
    "scope": ("default", "tier", "kind", "delegation", "inscription"),
}
"""Field of an event -> the words that may stand in it, whatever event has it."""
_MAY_BE_NOBODYS = (GapCounted, GapDiscounted)
"""A gap of the clock may be of a point of order, and of no intervention."""
_OTHER_RULES = "plan_fault.unknown_rules"
"""No fault here: the rules are in the session, whatever they are called."""


def unfit(entries: Iterable[Entry], apart: Collection[int] = ()) -> Sentence | None:
    """The first thing that no session of the program's own holds; None where all is well.

    `apart` are the numbers of entries that have no effect, as what they speak of was lost.
    """
    first, *rest = (each for each in entries if each.seq not in apart)
    assert isinstance(first.event, SessionStarted)  # else it is no meeting at all
    agenda, rules = first.event.agenda, first.event.rules
    plan = _of_plan(agenda, rules)
    named = _named(agenda, rest)
    events = chain.from_iterable(_of_event(each, rules, named) for each in rest)
    return next(chain(plan, events), None)


def _named(agenda: Agenda, entries: Iterable[Entry]) -> dict[str, frozenset[str]]:
    """Field of an event -> the ids of what there is of its kind in the whole session."""
    events = [each.event for each in entries]
    parts = [part.id for item in agenda.items for part in item.segments]
    added = [each.segment for each in events if isinstance(each, MatterAdded)]
    given = [each for each in events if isinstance(each, FloorGiven)]
    noted = [each.point for each in events if isinstance(each, PointNoted | ItemNoted)]
    return {
        "item": frozenset(item.id for item in agenda.items),
        "segment": frozenset((*parts, *added)),
        "intervention": frozenset(each.intervention for each in given),
        "inscription": frozenset(e.inscription for e in events if isinstance(e, Inscribed)),
        "point": frozenset(noted),
    }


def _of_plan(agenda: Agenda, rules: Rules) -> Iterator[Sentence]:
    if not is_zone(agenda.zone):
        what = Sentence("plan_fault.unknown_zone", name=agenda.zone)
        yield Sentence("fault.at", place="zone", what=what)
        return
    for finding in chain(plan_findings(agenda), rules_findings(rules)):
        if finding.what.key != _OTHER_RULES:
            where = ".".join(map(str, finding.place))
            yield Sentence("fault.at", place=where, what=finding.what)


def _of_event(
    entry: Entry, rules: Rules, named: Mapping[str, Collection[str]]
) -> Iterator[Sentence]:
    event = entry.event
    for field, words in (*_choices(event, rules).items(), *named.items()):
        found = getattr(event, field, None)
        is_nobodys = found == "" and isinstance(event, _MAY_BE_NOBODYS)
        if found is not None and found not in words and not is_nobodys:
            what = Sentence("plan_fault.unknown_value", value=str(found))
            place = Sentence("log_fault.event", seq=str(entry.seq))
            inside = Sentence("fault.at", place=f"{event.name}.{field}", what=what)
            yield Sentence("fault.at", place=place, what=inside)


def _choices(event: object, rules: Rules) -> dict[str, tuple[str, ...]]:
    tiers = ("", *(tier.id for tier in rules.tiers))
    if isinstance(event, Inscribed):
        return CHOICES | {"kind": tuple(kind.id for kind in rules.kinds), "tier": tiers}
    return CHOICES | {"kind": KINDS, "tier": tiers}
