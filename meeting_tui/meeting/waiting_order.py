"""In what order delegations wait, and how one is found among them.

The order is by tiers of the rules of procedure and by time of request within a tier; `move` and
`swap` override it. Source: ATT Rules of Procedure, rule 20 (States Parties and signatories are one
tier; observer States after them; other observers last; group statements have precedence).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from meeting_tui.meeting.facts import Inscription, Who
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.text import fold
from meeting_tui.words import Sentence, Value

NAMED_AT_MOST = 5
"""So many of those who wait are named in a refusal."""


def waiting(state: MeetingState, item: str | None = None) -> tuple[Inscription, ...]:
    """Who waits for an item (the open one by default), in the order `next` follows."""
    item = item or state.item
    if item is None:
        return ()
    return tuple(state.inscriptions[each] for each in state.lists.get(item, ()))


def everybody_waiting(state: MeetingState) -> tuple[Inscription, ...]:
    """All who wait, on any item and for a right of reply."""
    listed = [state.inscriptions[each] for ids in state.lists.values() for each in ids]
    return (*listed, *(state.inscriptions[each] for each in state.replies))


def in_list_order(state: MeetingState) -> tuple[Inscription, ...]:
    """All requests as the lists have them, item by item in the order of the agenda.

    Of an item first those who left its list, in the order they left it, then those who wait, in
    the order `next` follows: the list, and after it the rights of reply.
    """
    places = {each.id: place for place, each in enumerate(state.agenda.items)}
    gone = (state.inscriptions[each] for each in state.left)
    return tuple(sorted((*gone, *everybody_waiting(state)), key=lambda each: places[each.item]))


def is_same(inscription: Inscription, who: Who) -> bool:
    """Whether an inscription is of the delegation somebody named."""
    return same_delegation(inscription.delegation, who)


def same_delegation(delegation: str, who: Who) -> bool:
    """Whether a stored delegation is the one named; unknown names without accents or case."""
    return delegation == who.code or fold(delegation) == fold(who.code)


def note_name(state: MeetingState, asked: Inscription) -> None:
    """Note under which name a request was made, or is from now on."""
    name = fold(asked.delegation)
    state.asked_as[name] = (*state.asked_as.get(name, ()), asked.id)


def requests_of(state: MeetingState, who: Who) -> tuple[Inscription, ...]:
    """All that a delegation waits for: on the open item, replies, on other items."""
    replies = (state.inscriptions[each] for each in state.replies)
    listed = {each.id: each for each in (*waiting(state), *replies, *everybody_waiting(state))}
    return tuple(each for each in listed.values() if is_same(each, who))


def find_waiting(state: MeetingState, who: Who, *, is_one: bool = False) -> Inscription | Refusal:
    """The waiting inscription meant: the one said, or the first of the open item, replies, others.

    `is_one`: refused where the delegation waits so more than once and it is not said which.
    """
    theirs = requests_of(state, who)
    if not theirs:
        return not_waiting(state, who)
    if who.nth is not None:
        if who.nth <= len(theirs):
            return theirs[who.nth - 1]
        return refuse("waits_not_so_often", name=who.name, count=len(theirs))
    own = (theirs[0].item, theirs[0].id in state.replies)
    pool = [each for each in theirs if (each.item, each.id in state.replies) == own]
    named_so = [each for each in pool if each.group == who.group] or pool
    if is_one and len(named_so) > 1:
        return which_one(state, who)
    return named_so[0]


def which_one(state: MeetingState, who: Who) -> Refusal:
    """The refusal that asks which request is meant, naming them."""
    listed = [each.id for each in waiting(state)]
    told: list[Value] = []
    for n, each in enumerate(requests_of(state, who), 1):
        if each.id in listed:
            place = listed.index(each.id) + 1
            told.append(Sentence("procedure.request_at", nth=ordinal(n), place=place))
        elif each.id in state.replies:
            told.append(Sentence("procedure.request_reply", nth=ordinal(n)))
        else:
            told.append(Sentence("procedure.request_elsewhere", nth=ordinal(n), item=each.item))
    return refuse("waits_more_than_once", name=who.name, requests=tuple(told))


def ordinal(n: int) -> str:
    """`1st`, `2nd`, `3rd`, `11th`: which of several requests is meant, as it is typed."""
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{n}{'th' if n % 100 in (11, 12, 13) else endings.get(n % 10, 'th')}"


def first_of(who: Who, inscriptions: Sequence[Inscription]) -> Inscription | None:
    """The first inscription of a delegation, one in the capacity it was named in before others."""
    theirs = [each for each in inscriptions if is_same(each, who)]
    named_so = (each for each in theirs if each.group == who.group)
    return next(named_so, theirs[0] if theirs else None)


def not_waiting(state: MeetingState, who: Who) -> Refusal:
    """The refusal for a name that does not wait, saying who does."""
    names = [each.name for each in waiting(state)] or [
        each.name for each in everybody_waiting(state)
    ]
    if not names:
        return refuse("does_not_wait_nobody_does", name=who.name)
    return refuse("does_not_wait", name=who.name, waiting=some_of(names))


def some_of(names: Sequence[str], most: int = NAMED_AT_MOST) -> Value:
    """The names, as a refusal lists them: the first of many, and how many more there are."""
    if len(names) <= most + 1:
        return tuple(names)
    return Sentence("procedure.names_and_more", names=tuple(names[:most]), count=len(names) - most)


def place_for(state: MeetingState, new: Inscription, listed: Sequence[str]) -> int:
    """Where a new request joins a list: behind those of its rank, before those of a later one."""
    key = order_key(state, new.item)
    place, rank = len(listed), key(new)
    for n in range(len(listed) - 1, -1, -1):
        each = state.inscriptions[listed[n]]
        if each.placed_by_hand:
            continue
        if key(each) <= rank:
            return n + 1
        place = n
    return place


def put_in_order(state: MeetingState, item: str) -> None:
    """Order a list anew, since its segment or somebody's tier changed; hand-placed ones stay."""
    listed = [state.inscriptions[each] for each in state.lists.get(item, ())]
    key = order_key(state, item)
    by_rule = iter(sorted((each for each in listed if not each.placed_by_hand), key=key))
    state.lists[item] = [each.id if each.placed_by_hand else next(by_rule).id for each in listed]


OrderKey = Callable[[Inscription], tuple[int, int, int, int]]


def order_key(state: MeetingState, item: str) -> OrderKey:
    """What requests on an item are ordered by: segment, rank of the kind, tier, order of request.

    Presentations lead in a segment of their kind; requests made for a later segment wait behind.
    """
    plan = state.agenda.item(item)
    segments = {each.id: n for n, each in enumerate(plan.segments if plan else ())}
    here = state.items[item].segment
    now_at = segments.get(here or "", 0)
    phase = plan.segments[now_at].kind if plan and here in segments else ""
    kinds = {kind.id: kind for kind in state.rules.kinds}

    def key(inscription: Inscription) -> tuple[int, int, int, int]:
        kind = kinds.get(inscription.kind)
        leads = kind is not None and phase in kind.leads_segments
        is_later = segments.get(inscription.segment or "", 0) > now_at
        return (
            2 if is_later else 0 if leads else 1,
            kind.rank if kind else 1,
            state.rules.tier_place(inscription.tier),
            int(inscription.id[1:]),
        )

    return key
