"""In what order delegations wait, and how one is found among them.

The order is by tiers of the rules of procedure and by time of request within a tier; `move` and
`swap` override it. Source: ATT Rules of Procedure, rule 20 (States Parties and signatories are one
tier; observer States after them; other observers last; group statements have precedence).
"""

from __future__ import annotations

from meeting_tui.meeting.records import Inscription, Who
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.text import fold


def waiting(state: MeetingState, item: str | None = None) -> tuple[Inscription, ...]:
    """Who waits for an item (the open one by default), in the order `next` follows.

    Presentations lead in a segment of their kind; requests made for a later segment wait behind.
    """
    item = item or state.item
    if item is None:
        return ()
    held = [state.inscriptions[each] for each in state.lists.get(item, ())]
    by_rule = iter(
        sorted(
            (each for each in held if not each.placed_by_hand),
            key=lambda each: _segment_place(state, each),
        )
    )
    return tuple(each if each.placed_by_hand else next(by_rule) for each in held)


def _segment_place(state: MeetingState, inscription: Inscription) -> int:
    run = state.items[inscription.item]
    plan = state.agenda.item(inscription.item)
    order = [segment.id for segment in plan.segments] if plan else []
    now_at = order.index(run.segment) if run.segment in order else 0
    if inscription.segment in order and order.index(inscription.segment) > now_at:
        return 2
    kind = state.rules.kind(inscription.kind)
    segment_kind = plan.segments[now_at].kind if plan and run.segment in order else ""
    return 0 if kind and segment_kind in kind.leads_segments else 1


def everybody_waiting(state: MeetingState) -> tuple[Inscription, ...]:
    """All who wait, on any item and for a right of reply."""
    listed = [state.inscriptions[each] for ids in state.lists.values() for each in ids]
    return (*listed, *(state.inscriptions[each] for each in state.replies))


def is_same(inscription: Inscription, who: Who) -> bool:
    """Whether an inscription is of the delegation somebody named."""
    return same_delegation(inscription.delegation, who)


def same_delegation(delegation: str, who: Who) -> bool:
    """Whether a stored delegation is the one named; unknown names are compared without accents or case."""
    return delegation == who.code or fold(delegation) == fold(who.code)


def find_waiting(state: MeetingState, who: Who) -> Inscription | Refusal:
    """The first waiting inscription of a delegation: open item, then replies, then other items."""
    replies = (state.inscriptions[each] for each in state.replies)
    for inscription in (*waiting(state), *replies, *everybody_waiting(state)):
        if is_same(inscription, who):
            return inscription
    return not_waiting(state, who)


def not_waiting(state: MeetingState, who: Who) -> Refusal:
    """The refusal for a name that does not wait, saying who does."""
    names = [each.name for each in waiting(state)] or [
        each.name for each in everybody_waiting(state)
    ]
    if not names:
        return refuse("does_not_wait_nobody_does", name=who.name)
    shown = ", ".join(names[:6]) + (f" … +{len(names) - 6}" if len(names) > 6 else "")
    return refuse("does_not_wait", name=who.name, waiting=shown)


def place_for(state: MeetingState, new: Inscription, listed: list[str]) -> int:
    """Where a new request joins a list: behind those of its rank, before those of a later one."""
    key = _rank(state, new)
    by_rule = [
        (n, state.inscriptions[each])
        for n, each in enumerate(listed)
        if not state.inscriptions[each].placed_by_hand
    ]
    later = [n for n, each in by_rule if _rank(state, each) > key]
    earlier = [n for n, each in by_rule if _rank(state, each) <= key]
    if earlier:
        return earlier[-1] + 1
    return later[0] if later else len(listed)


def _rank(state: MeetingState, inscription: Inscription) -> tuple[int, int]:
    kind = state.rules.kind(inscription.kind)
    return (kind.rank if kind else 1, state.rules.tier_place(inscription.tier))
