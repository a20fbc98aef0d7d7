"""Interventions, requests for the floor and points as tables.

Without names a point is not told by the statement it was made in, nor are points in the order they
were made: whoever was in the room would know whose each was.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from meeting_tui.meeting.notes import point_text
from meeting_tui.meeting.records import Inscription, Point
from meeting_tui.meeting.speaking_time import kind_of
from meeting_tui.report.draft.corrections import reported
from meeting_tui.report.leaving import REPORTED
from meeting_tui.report.positions import Said, item_of, proposals
from meeting_tui.report.read_model import Statement
from meeting_tui.report.tables.model import NAMED, Column, Row, Table, table
from meeting_tui.report.tables.teller import Teller, joined, span
from meeting_tui.report.tables.totals import inscriptions_in_all, speeches_in_all

_Asked = Callable[[Row], Inscription]


def speeches(teller: Teller) -> Table:
    """One row for each intervention, in the order the floor was given; without names their sums."""
    if not teller.is_named:
        return speeches_in_all(teller)
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
        return inscriptions_in_all(teller)
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
