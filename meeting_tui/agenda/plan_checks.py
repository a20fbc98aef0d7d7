"""What may be wrong in a plan although each key of it is right.

Each check reads the whole plan and gives its findings; a plan without any can be run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC
from itertools import chain

from meeting_tui.agenda.findings import Finding, one_of
from meeting_tui.agenda.local_times import local_text
from meeting_tui.agenda.model import (
    DELEGATION_KINDS,
    PHASE_KINDS,
    QUESTION_SETS,
    Agenda,
    DatedNote,
    Item,
    Sitting,
    Topic,
)
from meeting_tui.agenda.presets import rules_ids
from meeting_tui.agenda.toml_lines import Place
from meeting_tui.patterns import late_pattern
from meeting_tui.words import Sentence, Value

SCHEMA_VERSION = 1


NOTE_WORD = "on"
"""`note on D` begins so; a question of that id could not be told from it."""

_PROPOSAL = late_pattern(r"r\d+", re.IGNORECASE)
"""How the ids of proposals look, which are given out while the meeting runs."""


def plan_findings(agenda: Agenda) -> Iterator[Finding]:
    """Everything that keeps this plan from being run."""
    return chain(
        _facts(agenda),
        _sittings(agenda),
        _phase_ids(agenda),
        _items(agenda),
        _questions(agenda),
        _topics(agenda),
        _dated("deadlines", agenda.deadlines),
        _dated("next_steps", agenda.next_steps),
    )


def _facts(agenda: Agenda) -> Iterator[Finding]:
    if agenda.schema_version != SCHEMA_VERSION:
        what = Sentence("plan_fault.unknown_version", version=agenda.schema_version)
        yield Finding(("schema_version",), what, str(SCHEMA_VERSION))
    yield from _unknown("plan_fault.unknown_rules", agenda.rules, ("rules",), rules_ids())
    first = min(sitting.start for sitting in agenda.sittings).date()
    if agenda.date != first:
        what = Sentence("plan_fault.not_first_day", date=str(agenda.date))
        yield Finding(("date",), what, str(first))


def _sittings(agenda: Agenda) -> Iterator[Finding]:
    yield from _twice(
        (("sittings", n, "id"), sitting.id) for n, sitting in enumerate(agenda.sittings)
    )
    # Two times of one zone are compared by their clocks alone, which come twice in one night.
    spans = [(each.start.astimezone(UTC), each.end.astimezone(UTC)) for each in agenda.sittings]
    for number, sitting in enumerate(agenda.sittings):
        start, end = spans[number]
        if sitting.seconds <= 0:
            what = Sentence("plan_fault.ends_before", id=sitting.id)
            later = Sentence("plan_fault.later_than", time=local_text(sitting.start))
            yield Finding(("sittings", number, "end"), what, later)
        for other, before in enumerate(agenda.sittings[:number]):
            place = ("sittings", number, "start")
            both: dict[str, Value] = {"id": sitting.id, "other": before.id, "span": _span(before)}
            if start < spans[other][1] and spans[other][0] < end:
                later = Sentence("plan_fault.or_later", time=local_text(before.end))
                yield Finding(place, Sentence("plan_fault.overlaps", **both), later)
            elif start < spans[other][0]:
                in_order = Sentence("plan_fault.in_order")
                yield Finding(place, Sentence("plan_fault.comes_after", **both), in_order)


def _span(sitting: Sitting) -> Sentence:
    return Sentence(
        "plan_fault.span",
        start=local_text(sitting.start),
        end=local_text(sitting.end),
        day=f"{sitting.start:%d.%m.%Y}",
    )


def _phase_ids(agenda: Agenda) -> Iterator[Finding]:
    """Items and segments share their ids: `inscribe mex for ID` names either."""
    ids: list[tuple[Place, str]] = []
    for number, item in enumerate(agenda.items):
        ids.append((("items", number, "id"), item.id))
        for part, segment in enumerate(item.segments):
            ids.append((("items", number, "segments", part, "id"), segment.id))
    return _twice(ids)


def _items(agenda: Agenda) -> Iterator[Finding]:
    together = _minutes_together(agenda)
    sittings = [sitting.id for sitting in agenda.sittings]
    for number, item in enumerate(agenda.items):
        place: Place = ("items", number)
        yield from _unknown(
            "plan_fault.unknown_item_kind", item.kind, (*place, "kind"), PHASE_KINDS
        )
        if item.sitting is not None:
            yield from _unknown(
                "plan_fault.unknown_sitting", item.sitting, (*place, "sitting"), sittings
            )
        if 0 <= together < item.minutes:
            what = Sentence("plan_fault.too_long_item", id=item.id)
            yield Finding((*place, "minutes"), what, Sentence("plan_fault.or_less", most=together))
        yield from _segments(agenda, item, place)


def _minutes_together(agenda: Agenda) -> int:
    """The whole minutes of all sittings; -1 where one has no length, which is found elsewhere."""
    lengths = [sitting.seconds for sitting in agenda.sittings]
    return int(sum(lengths)) // 60 if min(lengths) > 0 else -1


def _segments(agenda: Agenda, item: Item, place: Place) -> Iterator[Finding]:
    planned = sum(segment.minutes or 0 for segment in item.segments if segment.condition is None)
    if planned > item.minutes:
        what = Sentence("plan_fault.segments_take", id=item.id, minutes=planned)
        expected = Sentence("plan_fault.or_shorter", minutes=planned)
        yield Finding((*place, "minutes"), what, expected)
    others = [other.id for other in agenda.items if other.id != item.id]
    for number, segment in enumerate(item.segments):
        here = (*place, "segments", number)
        yield from _unknown(
            "plan_fault.unknown_segment_kind", segment.kind, (*here, "kind"), PHASE_KINDS
        )
        if segment.each_minutes is not None and segment.kind != "presentation":
            what = Sentence("plan_fault.no_presentation", id=segment.id)
            expected = Sentence("plan_fault.want_presentation")
            yield Finding((*here, "each_minutes"), what, expected)
        if segment.merges is not None:
            yield from _unknown(
                "plan_fault.no_other_item", segment.merges, (*here, "merges"), others
            )


def _questions(agenda: Agenda) -> Iterator[Finding]:
    yield from _twice(
        (("questions", n, "id"), asked.id) for n, asked in enumerate(agenda.questions)
    )
    items = [item.id for item in agenda.items]
    for number, question in enumerate(agenda.questions):
        place: Place = ("questions", number)
        if question.id.casefold() == NOTE_WORD:
            yield _typed_word(question.id, place, "A1")
        yield from _unknown("plan_fault.unknown_set", question.set, (*place, "set"), QUESTION_SETS)
        yield from _unknown("plan_fault.unknown_item", question.item, (*place, "item"), items)
        yield from _segment_of(agenda, question.item, question.segment, (*place, "segment"))
        for position, kind in enumerate(question.asks):
            here = (*place, "asks", position)
            yield from _unknown("plan_fault.unknown_delegation_kind", kind, here, DELEGATION_KINDS)


def _segment_of(
    agenda: Agenda, item_id: str, segment_id: str | None, place: Place
) -> Iterator[Finding]:
    item = agenda.item(item_id)
    if segment_id is not None and item is not None:
        segments = [segment.id for segment in item.segments]
        yield from _unknown("plan_fault.no_segment", segment_id, place, segments, item=item.id)


def _topics(agenda: Agenda) -> Iterator[Finding]:
    """Topics are typed before a point like questions, so no id may be both."""
    asked = [question.id for question in agenda.questions]
    topics = ((("topics", n, "id"), topic.id) for n, topic in enumerate(agenda.topics))
    yield from _twice((*(((), each) for each in dict.fromkeys(asked)), *topics))
    items = [item.id for item in agenda.items]
    for number, topic in enumerate(agenda.topics):
        place: Place = ("topics", number)
        yield from _typed_otherwise(topic, place)
        yield from _unknown("plan_fault.unknown_item", topic.item, (*place, "item"), items)
        for position, question in enumerate(topic.questions):
            here = (*place, "questions", position)
            yield from _unknown("plan_fault.unknown_question", question, here, asked)
        for position, segment in enumerate(topic.segments):
            yield from _segment_of(agenda, topic.item, segment, (*place, "segments", position))


def _typed_otherwise(topic: Topic, place: Place) -> Iterator[Finding]:
    """The finding of an id that the typed line reads as something else."""
    if topic.id.casefold() == NOTE_WORD or _PROPOSAL.fullmatch(topic.id):
        yield _typed_word(topic.id, place, "advisory-group")


def _typed_word(id_: str, place: Place, example: str) -> Finding:
    expected = Sentence("plan_fault.another_id_as", example=example)
    return Finding((*place, "id"), Sentence("plan_fault.typed_word", id=id_), expected)


def _dated(table: str, notes: tuple[DatedNote, ...]) -> Iterator[Finding]:
    for number, note in enumerate(notes):
        if note.until is not None and note.until < note.date:
            days = {"until": str(note.until), "date": str(note.date)}
            what = Sentence("plan_fault.until_before", **days)
            yield Finding((table, number, "until"), what, Sentence("plan_fault.last_day"))


def _unknown(
    key: str, word: str, place: Place, known: Iterable[str], **values: str
) -> Iterator[Finding]:
    """The finding that `word` is none of those known; `key` is that of the sentence."""
    names = list(known)
    if word not in names:
        yield Finding(place, Sentence(key, word=word, **values), one_of(word, names))


def _twice(ids: Iterable[tuple[Place, str]]) -> Iterator[Finding]:
    """Ids that were given before; typed words have no case, so neither have they."""
    seen: set[str] = set()
    for place, one in ids:
        if one.casefold() in seen:
            yield Finding(
                place, Sentence("plan_fault.twice", id=one), Sentence("plan_fault.own_id")
            )
        seen.add(one.casefold())
