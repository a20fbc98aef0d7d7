"""How long a statement may be: limits at five scopes, the narrowest counts.

A limit holds from now on. It never touches whoever is speaking; `extend` does, for that one only.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from meeting_tui.agenda.local_times import clock_of, local_text
from meeting_tui.agenda.rules import Tier
from meeting_tui.meeting.declared import FLOOR, Act, Happening, Teller, Together, When
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import Inscription
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.schedule import PlanSitting, retime_sitting
from meeting_tui.meeting.spans import span
from meeting_tui.meeting.state import MeetingState, free_names
from meeting_tui.meeting.syntax import NAMES, Fields, Part, segment, span_of_time
from meeting_tui.meeting.tokens import Token
from meeting_tui.meeting.waiting_order import waiting
from meeting_tui.text import fold

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


class SetLimit(Command, frozen=True):
    seconds: int
    scope: str = "default"
    """`default`, `tier`, `kind`, `segment`, `delegation` or `place` (in the waiting list)."""
    key: str = ""
    known: bool = True
    """Whether the delegation is in the directory."""
    also: tuple[SetLimit, ...] = ()
    """Further limits set by the same act, so that one undo takes back all of them."""


class Extend(Command, frozen=True):
    seconds: int


class LimitSet(Event, frozen=True):
    """A limit from now on; whoever speaks keeps the limit they were given."""

    name = "limit_set"
    scope: str
    """`default`, `tier`, `kind`, `segment`, `delegation` or `inscription`."""
    key: str
    """Id within the scope; empty for the default."""
    seconds: int


class LimitExtended(Event, frozen=True):
    """Whoever speaks was given more time."""

    name = "limit_extended"
    intervention: str
    seconds: int


def limit_for(state: MeetingState, inscription: Inscription) -> int | None:
    """The limit in seconds a waiting inscription would get now; None without one.

    Narrowest first: this inscription, its delegation, the segment it is heard in, its kind of
    speech, its tier, the default. Rights of reply keep their own in every segment.
    """
    for scope, key in (("inscription", inscription.id), ("delegation", inscription.delegation)):
        if (scope, key) in state.limits:
            return state.limits[scope, key]
    in_segment = state.limits.get(("segment", _segment_of(state, inscription)))
    if in_segment is not None and not _is_apart(state, inscription):
        return in_segment
    if ("kind", inscription.kind) in state.limits:
        return state.limits["kind", inscription.kind]
    of_kind = _limit_of_kind(state, inscription)
    if of_kind is not None:
        return of_kind
    if ("tier", inscription.tier) in state.limits:
        return state.limits["tier", inscription.tier]
    tier = state.rules.tier(inscription.tier)
    if tier and tier.limit_seconds is not None:
        return tier.limit_seconds
    return default_limit(state)


def tiers_with_own_limit(state: MeetingState) -> tuple[tuple[Tier, int], ...]:
    """The tiers that a limit for everybody does not touch, each with its own in seconds."""
    own = (
        (tier, state.limits.get(("tier", tier.id), tier.limit_seconds))
        for tier in state.rules.tiers
    )
    return tuple((tier, seconds) for tier, seconds in own if seconds is not None)


def default_limit(state: MeetingState) -> int:
    """The limit in seconds where nothing narrower is set."""
    return state.limits.get(("default", ""), state.rules.default_limit_seconds)


def _limit_of_kind(state: MeetingState, inscription: Inscription) -> int | None:
    kind = state.rules.kind(inscription.kind)
    if kind is None:
        return None
    if kind.own_lane:
        limits = state.rules.replies.limits_seconds
        return limits[min(replies_heard(state, inscription), len(limits) - 1)]
    if kind.limit_from_segment:
        return _minutes_of_segment(state, inscription)
    return kind.limit_seconds


def replies_heard(state: MeetingState, inscription: Inscription) -> int:
    """How many replies of the same delegation on the same item were heard before this one."""
    return sum(
        1
        for each in state.inscriptions.values()
        if each.id != inscription.id
        and each.delegation == inscription.delegation
        and each.item == inscription.item
        and each.kind == inscription.kind
        and each.outcome in ("spoke", "speaking")
    )


def _segment_of(state: MeetingState, inscription: Inscription) -> str:
    """The segment in which it is heard; empty where its item stands in none."""
    return inscription.segment or state.items[inscription.item].segment or ""


def _is_apart(state: MeetingState, inscription: Inscription) -> bool:
    """Whether it waits apart from the speakers' list, as a right of reply does."""
    kind = state.rules.kind(inscription.kind)
    return kind is not None and kind.own_lane


def _minutes_of_segment(state: MeetingState, inscription: Inscription) -> int | None:
    segment = state.agenda.segment(_segment_of(state, inscription))
    if segment is None:
        return None
    minutes = segment.each_minutes or segment.minutes
    return minutes * 60 if minutes else None


def set_limit(state: MeetingState, command: SetLimit, now: datetime) -> tuple[Event, ...] | Refusal:
    """Set limits for all, a tier, a kind of speech, a delegation or one place of the list.

    That for all comes last, so that what is said of it names the others as they are now.
    """
    events: list[Event] = []
    for each in sorted((command, *command.also), key=lambda one: one.scope == "default"):
        found = _set_one(state, each)
        if isinstance(found, Refusal):
            return found
        events.append(found)
    return tuple(events)


def _set_one(state: MeetingState, command: SetLimit) -> LimitSet | Refusal:
    if command.seconds <= 0:
        return refuse("limit_not_positive")
    if state.phase == "adjourned":
        return refuse("adjourned")
    if command.scope == "delegation" and not command.known:
        return _limit_for_unknown(state, command)
    if command.scope != "place":
        return LimitSet(command.scope, command.key, command.seconds)
    listed = waiting(state)
    place = int(command.key)
    if not 1 <= place <= len(listed):
        return refuse("no_such_place", place=place, length=len(listed))
    return LimitSet("inscription", listed[place - 1].id, command.seconds)


def _limit_for_unknown(state: MeetingState, command: SetLimit) -> LimitSet | Refusal:
    """A name that is not in the directory has a limit only if it is in use; else it is a slip."""
    typed = next((each for each in free_names(state) if fold(each) == fold(command.key)), None)
    if typed is None:
        tiers = ", ".join(tier.id for tier in state.rules.tiers)
        kinds = ", ".join(kind.id for kind in state.rules.kinds)
        return refuse("limit_for_whom", name=command.key, tiers=tiers, kinds=kinds)
    return LimitSet("delegation", typed, command.seconds)


def extend(state: MeetingState, command: Extend, now: datetime) -> tuple[Event, ...] | Refusal:
    """Give whoever speaks more time; while nobody does, the sitting may be meant."""
    speaking = state.speaking()
    if speaking is None:
        return _longer_sitting(state, command, now)
    if speaking.limit_seconds is None:
        return refuse("no_limit_to_extend")
    if command.seconds <= 0:
        return refuse("limit_not_positive")
    return (LimitExtended(speaking.id, command.seconds),)


def _longer_sitting(state: MeetingState, command: Extend, now: datetime) -> Refusal:
    """The refusal while nobody speaks; from a minute on it offers so much more to the sitting."""
    sitting = state.agenda.sitting(state.sitting or "")
    minutes = math.ceil(command.seconds / 60)
    if sitting is None or command.seconds < 60:
        return refuse("nobody_speaks")
    later = sitting.end.astimezone(UTC) + timedelta(minutes=minutes)
    ends = (sitting.start, later.astimezone(sitting.end.tzinfo))
    start, end = (local_text(each) for each in ends)
    clocks = [clock_of(each) for each in ends]
    longer = retime_sitting(state, PlanSitting(sitting.id, clocks[0], clocks[1], ""), now)
    if isinstance(longer, Refusal):
        return refuse("nobody_speaks")
    line = f"plan sitting {sitting.id} {start} {end} because "
    return refuse("extend_sitting", sitting=sitting.id, end=end, line=line)


def on_limit_set(state: MeetingState, event: LimitSet, entry: Entry) -> None:
    """The limit holds for whoever is given the floor from here on."""
    state.limits[event.scope, event.key] = event.seconds


def on_limit_extended(state: MeetingState, event: LimitExtended, entry: Entry) -> None:
    """Only the one who speaks has more time."""
    found = state.interventions[event.intervention]
    limit = (found.limit_seconds or 0) + event.seconds
    state.interventions[found.id] = replace(found, limit_seconds=limit)


def _limit(teller: Teller, event: LimitSet) -> str:
    limit = span(event.seconds)
    kept = _kept_limits(teller) if event.scope == "default" else ""
    if kept:
        return teller.told(event, "kept", kept=kept, limit=limit)
    return teller.told(event, who=_limited(teller, event), limit=limit)


def _limits(teller: Teller, events: Sequence[LimitSet]) -> str:
    """Limits set at once, that for all first: `1:45; 2:45 for group statements`."""
    in_order = sorted(events, key=lambda one: one.scope != "default")
    limits = teller.say("happened.between").join(_limit_of(teller, each) for each in in_order)
    named = [each.key for each in events if each.scope == "tier"]
    is_for_all = any(each.scope == "default" for each in events)
    kept = _kept_limits(teller, named) if is_for_all else ""
    key = "happened.limits_set.kept" if kept else "happened.limits_set"
    return teller.say(key, limits=limits, kept=kept)


def _limit_of(teller: Teller, event: LimitSet) -> str:
    limit = span(event.seconds)
    if event.scope == "default":
        return limit
    return teller.say("happened.limit_of", limit=limit, who=_limited(teller, event))


def _kept_limits(teller: Teller, named: Sequence[str] = ()) -> str:
    """The tiers with limits of their own, except those named: `group statements (5:00)`."""
    return teller.both(
        f"{tier.name.say(teller.language)} ({span(limit)})"
        for tier, limit in tiers_with_own_limit(teller.state)
        if tier.id not in named
    )


def _limited(teller: Teller, event: LimitSet) -> str:
    """Whose limit it is."""
    rules = teller.state.rules
    if event.scope == "tier":
        tier = rules.tier(event.key)
        return tier.name.say(teller.language) if tier else event.key
    if event.scope == "kind":
        kind = rules.kind(event.key)
        return kind.name.say(teller.language) if kind else event.key
    if event.scope == "segment":
        return teller.say("happened.limit_in_segment", segment=event.key)
    if event.scope == "delegation":
        return teller.name_of(event.key)
    if event.scope == "inscription":
        return teller.who(event.key)
    return teller.say("happened.everybody")


HAPPENINGS = (
    Happening(
        LimitSet, on_limit_set, _limit, (FLOOR,), Together(lambda t, e: "", _limits), stays=True
    ),
    Happening(
        LimitExtended,
        on_limit_extended,
        lambda t, e: t.told(e, name=t.who(e.intervention), span=span(e.seconds)),
        (FLOOR,),
        of_floor=True,
    ),
)


def _limits_typed(reader: Reader) -> Fields | Refusal:
    """Several with `and` between: `2:00 and 3:15 for group`; `2:00 segment 4.2`, `2:00 for 4.2`.

    A whole number after `for` is a place of the waiting list.
    """
    first = _one_limit(reader)
    others: list[SetLimit] = []
    while not isinstance(first, Refusal) and _is_and(reader.peek()):
        joined = reader.take()
        other = _one_limit(reader)
        if isinstance(other, Refusal):
            return other
        if any((each.scope, each.key) == (other.scope, other.key) for each in (first, *others)):
            return refuse("words_left", word=reader.line[joined.start :])
        others.append(other)
    return first if isinstance(first, Refusal) else {"first": first, "also": tuple(others)}


def _with_others(first: SetLimit, also: tuple[SetLimit, ...]) -> SetLimit:
    return replace(first, also=also)


def _is_and(token: Token | None) -> bool:
    return token is not None and token.word == "and"


def _one_limit(reader: Reader) -> SetLimit | Refusal:
    seconds = reader.seconds()
    if isinstance(seconds, Refusal):
        return seconds
    if reader.is_done or _is_and(reader.peek()):
        return SetLimit(seconds)
    token = reader.take()
    if token.word == "segment":
        return _in_segment(reader, seconds)
    subject = reader.peek()
    if token.word != "for" or subject is None:
        return refuse("words_left", word=token.text)
    if subject.word == "segment" or reader.lexicon.agenda.segment(subject.text):
        if subject.word == "segment":
            reader.take()
        return _in_segment(reader, seconds)
    if subject.number is not None:
        reader.take()
        return SetLimit(seconds, "place", str(subject.number))
    scope = _tier_or_kind(reader, subject)
    if isinstance(scope, Refusal):
        return scope
    if scope:
        return SetLimit(seconds, *scope)
    who = reader.who()
    if isinstance(who, Refusal):
        return _with_scopes(reader, who)
    return SetLimit(seconds, "delegation", who.code, who.known)


def _in_segment(reader: Reader, seconds: int) -> SetLimit | Refusal:
    """The segment that is named next."""
    found = segment().read(reader)
    if isinstance(found, Refusal):
        return found
    return SetLimit(seconds, "segment", found["segment"])


def _with_scopes(reader: Reader, refusal: Refusal) -> Refusal:
    """The refusal of a name that is nearly another's, with the tiers and kinds there are."""
    if refusal.code != "not_a_name_near":
        return refusal
    rules = reader.lexicon.rules
    return refuse(
        "limit_for_near",
        word=refusal.params["word"],
        near=refusal.params["near"],
        tiers=", ".join(tier.id for tier in rules.tiers),
        kinds=", ".join(kind.id for kind in rules.kinds),
    )


def _tier_or_kind(reader: Reader, token: Token) -> tuple[str, str] | None | Refusal:
    """The tier or kind of speech named next; a delegation's code goes before its beginning."""
    rules = reader.lexicon.rules
    scopes = {kind.id: "kind" for kind in rules.kinds} | {tier.id: "tier" for tier in rules.tiers}
    titles = {kind.id: kind.name for kind in rules.kinds}
    found = reader.titled(titles | {tier.id: tier.name for tier in rules.tiers})
    is_whole = token.word.replace("-", "_") in scopes
    if not (found or is_whole) and reader.lexicon.directory.exact(token.text):
        return None
    meant = found or reader.keyword(scopes)
    return (scopes[meant], meant) if isinstance(meant, str) else meant


ACTS = (
    Act("extend", "floor", {Extend: extend}, (span_of_time(),), When.SITTING, probe=Extend(30)),
    Act(
        "limit",
        "floor",
        {SetLimit: set_limit},
        (Part("M:SS [for TIER|KIND|SEGMENT|D|N] [and …]", _limits_typed, NAMES),),
        make=_with_others,
    ),
)
