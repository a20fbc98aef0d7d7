"""Interventions and requests for the floor without names: what they come to, not one by one.

A row for each would tell by its time, its kind or its place whose it was, and so whose points.
Only who is named in every report has rows of its own. No row follows the order of speaking.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from msgspec import Struct

from meeting_tui.meeting.records import Inscription
from meeting_tui.meeting.spans import whole_seconds
from meeting_tui.report.merging import merged
from meeting_tui.report.positions import of_delegations
from meeting_tui.report.read_model import Statement
from meeting_tui.report.tables.model import COUNTED, Column, Table, Term, table
from meeting_tui.report.tables.teller import Teller, span

_OUTCOMES = ("spoke", "speaking", "waiting", "not_reached", "text_only", "withdrew", "absent")


class _Given(Struct, frozen=True):
    """The interventions of one segment, of all delegations or of one that is named."""

    item: str
    segment: str | None
    asked: Inscription | None
    """Whose they are, where that may be said."""
    statements: tuple[Statement, ...]


class _Requests(Struct, frozen=True):
    """The requests on an item with one outcome, of all delegations or of one that is named."""

    item: str
    outcomes: tuple[str, ...]
    asked: Inscription | None
    count: int


def speeches_in_all(teller: Teller) -> Table:
    """One row for each item and segment, apart for each of those who are named; agenda's order."""
    columns: list[Column[_Given]] = [
        Column("item", lambda each: each.item),
        Column("segment", lambda each: each.segment),
        Column("delegation", lambda each: _code(each.asked)),
        Column("name", lambda each: _name(teller, each.asked)),
        Column("statements", lambda each: len(each.statements), COUNTED),
        Column("delegations", _delegations, COUNTED),
        Column("seconds", _seconds, COUNTED),
        Column("points", lambda each: sum(len(s.reported) for s in each.statements), COUNTED),
    ]
    return table("speeches", columns, _given(teller), teller.naming)


def _given(teller: Teller) -> list[_Given]:
    groups: dict[tuple[str, str | None, str], list[Statement]] = {}
    for each in teller.report.statements:
        run, code = each.intervention, teller.code(each.asked) or ""
        groups.setdefault((run.item, run.segment, code), []).append(each)
    places = _places(teller)
    order = sorted(groups, key=lambda key: (_place(places, key[0], key[1]), key[2]))
    unnamed = {key: _count(groups[key]) for key in order if not key[2]}
    together = {keys[0]: keys for keys in merged(unnamed)}
    rows = []
    for key in order:
        if key[2]:
            rows.append(_Given(key[0], key[1], groups[key][0].asked, tuple(groups[key])))
        elif key in together:
            rows.append(_given_together(together[key], groups))
    return rows


def _count(given: Iterable[Statement]) -> int:
    return len({each.asked.delegation for each in of_delegations(given)})


def _given_together(
    keys: tuple[tuple[str, str | None, str], ...],
    groups: dict[tuple[str, str | None, str], list[Statement]],
) -> _Given:
    """The interventions of one segment, or of several that one delegation each spoke in."""
    items = ", ".join(dict.fromkeys(key[0] for key in keys))
    segments = ", ".join(key[1] for key in keys if key[1]) or None
    return _Given(items, segments, None, tuple(each for key in keys for each in groups[key]))


def inscriptions_in_all(teller: Teller) -> Table:
    """One row for each item and outcome, apart for each of those who are named; agenda's order."""
    columns: list[Column[_Requests]] = [
        Column("item", lambda each: each.item),
        Column("outcome", lambda each: _outcomes(teller, each.outcomes)),
        Column("delegation", lambda each: _code(each.asked)),
        Column("name", lambda each: _name(teller, each.asked)),
        Column("requests", lambda each: each.count, COUNTED),
    ]
    return table("inscriptions", columns, _requests(teller), teller.naming, held=2)


def _requests(teller: Teller) -> list[_Requests]:
    groups: dict[tuple[str, str, str], list[Inscription]] = {}
    for each in teller.report.inscriptions:
        key = (each.item, each.outcome, teller.code(each) or "")
        groups.setdefault(key, []).append(each)
    places = _places(teller)
    order = sorted(
        groups, key=lambda key: (_place(places, key[0], None), _OUTCOMES.index(key[1]), key[2])
    )
    unnamed = {key: len({each.delegation for each in groups[key]}) for key in order if not key[2]}
    together = {keys[0]: keys for keys in merged(unnamed)}
    rows = []
    for key in order:
        asked = groups[key][0] if key[2] else None
        for keys in [(key,)] if key[2] else [together[key]] if key in together else []:
            items = ", ".join(dict.fromkeys(each[0] for each in keys))
            outcomes = tuple(dict.fromkeys(each[1] for each in keys))
            count = sum(len(groups[each]) for each in keys)
            rows.append(_Requests(items, outcomes, asked, count))
    return rows


def _outcomes(teller: Teller, outcomes: Iterable[str]) -> Term:
    """What became of them; of several that stand together, all."""
    terms = [teller.word("excel.outcome_", each) for each in outcomes]
    return Term(" ".join(each.id for each in terms), ", ".join(each.said for each in terms))


def _code(asked: Inscription | None) -> str | None:
    return asked.delegation if asked else None


def _name(teller: Teller, asked: Inscription | None) -> str | None:
    return teller.name(asked) if asked else None


def _places(teller: Teller) -> dict[str, int]:
    """Item or segment -> its place in the agenda."""
    found: list[str] = []
    for item in teller.report.items:
        found += [item.plan.id, *(each.plan.id for each in item.segments)]
    return {each: place for place, each in enumerate(found)}


def _place(places: dict[str, int], item: str, segment: str | None) -> tuple[int, str]:
    """What is in no agenda any more comes last."""
    named = segment or item
    return places.get(named, len(places)), named


def _delegations(given: _Given) -> int | None:
    """Of how many they are; of one that is named that goes without saying."""
    if given.asked is not None:
        return None
    return _count(given.statements)


def _seconds(given: _Given) -> timedelta | None:
    return span(sum(whole_seconds(each.seconds) for each in given.statements))
