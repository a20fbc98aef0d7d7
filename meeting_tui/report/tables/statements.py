"""Interventions, requests for the floor and points as tables.

Without names there is no row for each intervention or request: it would tell by its time, its kind
or its place whose it was, and so whose points. There they stand as what they come to; only who is
named in every report has rows of its own. Nor is a point told by the statement it was made in, nor
do rows follow the order of speaking: whoever was in the room would know whose each was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from msgspec import Struct

from meeting_tui.meeting.facts import Inscription, Point
from meeting_tui.meeting.notes import point_text
from meeting_tui.meeting.spans import whole_seconds
from meeting_tui.meeting.speaking_time import kind_of
from meeting_tui.report.draft.corrections import reported
from meeting_tui.report.leaving import REPORTED
from meeting_tui.report.merging import merged
from meeting_tui.report.positions import Said, item_of, of_delegations, proposals
from meeting_tui.report.read_model import Statement
from meeting_tui.report.tables.model import COUNTED, NAMED, Column, Row, Table, Term, table
from meeting_tui.report.tables.teller import Teller, joined, span

_Asked = Callable[[Row], Inscription]
_OUTCOMES = ("spoke", "speaking", "waiting", "not_reached", "text_only", "withdrew", "absent")


def speeches(teller: Teller) -> Table:
    """One row for each intervention, in the order the floor was given; without names their sums."""
    if not teller.is_named:
        return _speeches_in_all(teller)
    columns: list[Column[Statement]] = [
        Column("number", lambda each: each.intervention.number),
        Column("item", lambda each: each.intervention.item),
        Column("segment", lambda each: each.intervention.segment),
        *_who(teller, lambda each: each.asked),
        Column("kind", lambda each: teller.kind_of_speech(each.asked.kind)),
        *_for_whom(teller, lambda each: each.asked),
        Column("via", lambda each: teller.word("record.value_", each.asked.via)),
        Column("inscribed_at", lambda each: teller.local(each.asked.inscribed_at)),
        Column("given_at", lambda each: teller.local(each.intervention.given_at)),
        Column("yielded_at", lambda each: teller.local(each.intervention.yielded_at)),
        Column("seconds", lambda each: span(each.seconds)),
        Column("paused_seconds", lambda each: span(each.paused_seconds)),
        Column("limit_seconds", lambda each: span(each.intervention.limit_seconds)),
        Column("over_seconds", lambda each: span(each.over_seconds)),
        Column("out_of_order", lambda each: each.asked.out_of_order),
        Column("also_items", lambda each: joined(each.intervention.also)),
        *_said(teller),
        *_heard(teller),
    ]
    return table("speeches", columns, teller.report.statements, teller.naming, held=5)


def _who(teller: Teller, asked: _Asked[Row]) -> list[Column[Row]]:
    """Whose it was; a delegation that may not be named leaves its cells empty."""
    return [
        Column("delegation", lambda each: teller.code(asked(each))),
        Column("name", lambda each: teller.name(asked(each))),
        Column("delegation_kind", lambda each: teller.kind(kind_of(asked(each))), NAMED),
    ]


def _for_whom(teller: Teller, asked: _Asked[Row]) -> list[Column[Row]]:
    return [
        Column("capacity", lambda each: teller.word("record.value_", asked(each).capacity), NAMED),
        Column("group", lambda each: asked(each).group, NAMED),
        Column("aligned", lambda each: joined(asked(each).aligned), NAMED),
    ]


def _said(teller: Teller) -> list[Column[Statement]]:
    return [
        Column(
            "questions",
            lambda each: joined(dict.fromkeys(q for p in each.reported for q in p.questions)),
            NAMED,
        ),
        Column("points", lambda each: len(each.reported)),
        Column(
            "notes",
            lambda each: "\n".join(point_text(p, teller.report.language) for p in each.reported),
            NAMED,
            is_prose=True,
        ),
    ]


def _heard(teller: Teller) -> list[Column[Statement]]:
    """How it was heard, who made it, and what becomes of its text."""
    return [
        Column("region", lambda each: teller.region(each.asked), NAMED),
        Column("states_behind", lambda each: len(each.states_behind), NAMED),
        Column("language", lambda each: teller.spoken(each.intervention.language), NAMED),
        Column("interpreted", lambda each: each.intervention.interpreted, NAMED),
        Column("person", lambda each: each.intervention.person, NAMED),
        Column("title", lambda each: each.intervention.title, NAMED),
        Column("text_awaited", lambda each: each.intervention.text_awaited, NAMED),
        Column("text_received", lambda each: _text_at(teller, each), NAMED),
        Column("text_file", _text_file, NAMED),
        Column("check", lambda each: each.intervention.check_against_delivery, NAMED),
        Column("for_record", lambda each: each.intervention.for_record, NAMED),
    ]


def _text_at(teller: Teller, statement: Statement) -> datetime | None:
    text = statement.intervention.text
    return teller.local(text.at) if text else None


def _text_file(statement: Statement) -> str | None:
    text = statement.intervention.text
    return text.file if text else None


def inscriptions(teller: Teller) -> Table:
    """One row for each request for the floor and what became of it; without names their sums."""
    if not teller.is_named:
        return _inscriptions_in_all(teller)
    columns: list[Column[Inscription]] = [
        Column("request", lambda each: each.id),
        Column("item", lambda each: each.item),
        Column("segment", lambda each: each.segment),
        *_who(teller, lambda each: each),
        Column("region", teller.region, NAMED),
        Column("tier", lambda each: each.tier, NAMED),
        Column("kind", lambda each: teller.kind_of_speech(each.kind)),
        *_for_whom(teller, lambda each: each),
        Column("via", lambda each: teller.word("record.value_", each.via)),
        Column("about", lambda each: each.about, NAMED, is_prose=True),
        Column("inscribed_at", lambda each: teller.local(each.inscribed_at)),
        Column("outcome", lambda each: teller.word("excel.outcome_", each.outcome)),
        Column("out_of_order", lambda each: each.out_of_order),
    ]
    return table("inscriptions", columns, teller.report.inscriptions, teller.naming, held=5)


def points(teller: Teller) -> Table:
    """One row for each point for the report; without names in the order of what they are on."""
    report, made = teller.report, proposals(teller.report)
    said = list(teller.voice.said.all)
    corrected = {each.subject for each in reported(teller.voice)}
    texts = {each[1].id: _point_text(teller, each) for each in said}
    columns: list[Column[Said]] = [
        Column("point", lambda each: each[1].id, NAMED),
        Column("number", lambda each: each[0].intervention.number, NAMED),
        Column("item", lambda each: each[0].intervention.item),
        Column("filed_under", item_of),
        Column("segment", lambda each: each[0].intervention.segment, NAMED),
        *_who(teller, lambda each: each[0].asked),
        *_tags(set(made)),
        Column("point_kind", lambda each: teller.word("record.value_", each[1].kind)),
        Column("stance", lambda each: teller.stance(each[1].stance)),
        Column("text", lambda each: texts[each[1].id], is_prose=True),
        Column("at", lambda each: teller.local(each[1].at), NAMED),
        Column("author", lambda each: each[1].author, NAMED),
        Column("corrected", lambda each: each[1].corrected and each[1].id in corrected, NAMED),
        Column("is_replaced", lambda each: _is_replaced(teller, each[1])),
    ]
    if not teller.is_named:
        items = {each.plan.id: place for place, each in enumerate(report.items)}
        said.sort(key=lambda each: _place(items, each, texts[each[1].id]))
    return table("points", columns, said, teller.naming, held=2 if teller.is_named else 1)


def item_notes(teller: Teller) -> Table:
    """One row for each note on an item itself, which nobody said, item by item."""
    notes = [
        note
        for item in teller.report.items
        for note in item.notes
        if note.audience in REPORTED and note.text
    ]
    corrected = {each.subject for each in reported(teller.voice)}
    columns: list[Column[Point]] = [
        Column("point", lambda each: each.id, NAMED),
        Column("item", lambda each: each.item),
        Column("questions", lambda each: joined(each.questions)),
        Column("topics", lambda each: joined(each.topics)),
        Column("point_kind", lambda each: teller.word("record.value_", each.kind)),
        Column("text", lambda each: teller.text(each.text, each.id), is_prose=True),
        Column("at", lambda each: teller.local(each.at), NAMED),
        Column("author", lambda each: each.author, NAMED),
        Column("corrected", lambda each: each.corrected and each.id in corrected, NAMED),
    ]
    return table("item_notes", columns, notes, teller.naming)


def _tags(made: set[str]) -> list[Column[Said]]:
    """What a point is on; a proposal that does not leave is not named."""
    return [
        Column("questions", lambda each: joined(each[1].questions)),
        Column("topics", lambda each: joined(each[1].topics)),
        Column("proposals", lambda each: joined(p for p in each[1].proposals if p in made)),
        Column("proposal", lambda each: each[1].proposal if each[1].proposal in made else None),
    ]


def _is_replaced(teller: Teller, point: Point) -> bool:
    """Whether a later stance took the place of the one it holds, on any subject."""
    return any(point.id in each.replaced for each in teller.report.positions.values())


def _place(items: dict[str, int], said: Said, text: str) -> tuple[object, ...]:
    """By all that is shown of it, and by nothing that is not."""
    statement, point = said
    place = items.get(item_of(said), len(items))
    on = (point.topics, point.proposals, point.proposal or "", statement.intervention.item)
    return place, point.questions, point.kind, point.stance, text, on


def _point_text(teller: Teller, said: Said) -> str:
    statement, point = said
    text = point_text(point, teller.report.language)
    return teller.text(text, point.id, teller.voice.own_names(statement))


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


def _speeches_in_all(teller: Teller) -> Table:
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
    order = sorted(groups, key=lambda key: (_in_agenda(places, key[0], key[1]), key[2]))
    unnamed = {key: _delegations_in(groups[key]) for key in order if not key[2]}
    together = {keys[0]: keys for keys in merged(unnamed)}
    rows = []
    for key in order:
        if key[2]:
            rows.append(_Given(key[0], key[1], groups[key][0].asked, tuple(groups[key])))
        elif key in together:
            rows.append(_given_together(together[key], groups))
    return rows


def _delegations_in(given: Iterable[Statement]) -> int:
    return len({each.asked.delegation for each in of_delegations(given)})


def _given_together(
    keys: tuple[tuple[str, str | None, str], ...],
    groups: dict[tuple[str, str | None, str], list[Statement]],
) -> _Given:
    """The interventions of one segment, or of several that one delegation each spoke in."""
    items = ", ".join(dict.fromkeys(key[0] for key in keys))
    segments = ", ".join(key[1] for key in keys if key[1]) or None
    return _Given(items, segments, None, tuple(each for key in keys for each in groups[key]))


def _inscriptions_in_all(teller: Teller) -> Table:
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
        groups, key=lambda key: (_in_agenda(places, key[0], None), _OUTCOMES.index(key[1]), key[2])
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


def _in_agenda(places: dict[str, int], item: str, segment: str | None) -> tuple[int, str]:
    """What is in no agenda any more comes last."""
    named = segment or item
    return places.get(named, len(places)), named


def _delegations(given: _Given) -> int | None:
    """Of how many they are; of one that is named that goes without saying."""
    if given.asked is not None:
        return None
    return _delegations_in(given.statements)


def _seconds(given: _Given) -> timedelta | None:
    return span(sum(whole_seconds(each.seconds) for each in given.statements))
