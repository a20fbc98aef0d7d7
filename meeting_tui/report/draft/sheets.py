"""Sheets beside the report: speakers by item, follow-ups, and the handover to the next note-taker.

They obey the naming of the report; for the secretariat's own use they are made with names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from meeting_tui.meeting.spans import clock_span
from meeting_tui.report.blocks import Block, Column, Document, Heading, Paragraph, Table, plain
from meeting_tui.report.draft.handover import handover
from meeting_tui.report.draft.opening import document, oddities
from meeting_tui.report.draft.speaking import speakers_by_item
from meeting_tui.report.draft.voice import Voice, capital
from meeting_tui.report.read_model import MeetingReport, Statement


def speakers_sheet(report: MeetingReport) -> Document:
    """Who spoke on each item, when and how long; without names how many of each kind."""
    voice = Voice(report)
    body = list(_speakers(voice) if voice.is_named else speakers_by_item(voice))
    return document(voice, "sheet.speakers", [*oddities(voice, of_day=False), *body])


def _speakers(voice: Voice) -> Iterator[Block]:
    for item in voice.report.items:
        given = [e for e in voice.report.statements if e.intervention.is_on(item.plan.id)]
        title = voice.say("digest.item", id=item.plan.id, title=voice.words(item.plan.title))
        yield Heading(1, title, f"item {item.plan.id}")
        if given:
            yield _spoken(voice, given)
        else:
            yield Paragraph(plain(voice.say("sheet.no_speakers")))


def _spoken(voice: Voice, given: Sequence[Statement]) -> Table:
    columns = (
        Column(voice.say("sheet.column.number"), 1, is_figure=True),
        Column(voice.say("sheet.column.times"), 2),
        Column(voice.say("sheet.column.speaker"), 6),
        Column(voice.say("sheet.column.time"), 1, is_figure=True),
    )
    return Table(columns, tuple(_spoke(voice, each) for each in given))


def _spoke(voice: Voice, statement: Statement) -> tuple[str, ...]:
    run = statement.intervention
    times = voice.times(run.given_at, run.yielded_at)
    who = voice.with_person(statement)
    return str(run.number), times, who, clock_span(statement.seconds)


def follow_ups_sheet(report: MeetingReport) -> Document:
    """What has to be done after the meeting, with whoever has to do it where that may be said."""
    voice = Voice(report)
    body: list[Block] = []
    if not voice.is_named:
        body.append(Paragraph(plain(voice.say("sheet.owners_elsewhere"))))
    for part, rows in _follow_ups(voice).items():
        body.append(Heading(1, voice.say(f"sheet.follow_up.{part}")))
        if rows:
            body.append(Table(_columns(voice), tuple(rows)))
        else:
            body.append(Paragraph(plain(voice.say(f"sheet.no_follow_up.{part}"))))
    return document(voice, "sheet.follow_ups", [*oddities(voice, of_day=False), *body])


def _columns(voice: Voice) -> tuple[Column, ...]:
    owner = (Column(voice.say("sheet.column.owner"), 2),) if voice.is_named else ()
    return (
        Column(voice.say("sheet.column.item"), 1),
        Column(voice.say("sheet.column.from"), 2),
        Column(voice.say("sheet.column.text"), 5),
        *owner,
    )


def _follow_ups(voice: Voice) -> dict[str, list[tuple[str, ...]]]:
    """Rows of item, from whom, text and, with names, owner: whoever offers or promises."""
    report, chair = voice.report, voice.say("sheet.meeting")
    found: dict[str, list[tuple[str, ...]]] = {
        "decision": [
            _row(voice, each.item, chair, voice.people(each.text, each.id))
            for each in report.decisions
        ],
        "request": [],
        "offer": [],
    }
    for statement, point in voice.said.all:
        if point.kind in ("request", "offer"):
            who = _from(voice, statement)
            text = voice.point(statement, point)
            owner = who if point.kind == "offer" else None
            found[point.kind].append(_row(voice, statement.intervention.item, who, text, owner))
    if not voice.is_named:
        for kind in ("request", "offer"):
            found[kind] = _in_agendas_order(voice, found[kind])
    return {**found, "text": _texts_promised(voice)}


def _row(voice: Voice, item: str, who: str, text: str, owner: str | None = None) -> tuple[str, ...]:
    """A row; nobody's is to be assigned, and without names nobody is said to own it."""
    last = (owner or voice.say("sheet.owner_open"),) if voice.is_named else ()
    return item, who, text, *last


def _texts_promised(voice: Voice) -> list[tuple[str, ...]]:
    """Without names how many on each item: the number of a statement says whose it is."""
    awaited = [each for each in voice.report.statements if each.intervention.text_awaited]
    found = []
    unnamed: Counter[str] = Counter()
    for each in awaited:
        item = each.intervention.item
        if voice.may_name(each.asked):
            who = _from(voice, each)
            text = voice.say("sheet.text_of", number=each.intervention.number)
            found.append(_row(voice, item, who, text, who))
        else:
            unnamed[item] += 1
    who = capital(voice.say("draft.delegations_at_large"))
    for item, count in unnamed.items():
        many = voice.say("sheet.texts_of", statements=voice.number("statements", count))
        found.append((item, who, many if voice.is_counted else voice.say("sheet.some_texts")))
    return found if voice.is_named else _in_agendas_order(voice, found)


def _in_agendas_order(voice: Voice, rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Sorted by item and by what is shown, not in the order of speaking."""
    places = {each.plan.id: place for place, each in enumerate(voice.report.items)}
    return sorted(rows, key=lambda row: (places.get(row[0], len(places)), row))


def _from(voice: Voice, statement: Statement) -> str:
    return capital(voice.in_sentence(statement.asked))


def handover_sheet(report: MeetingReport) -> Document:
    """One page for the next note-taker: where we are, what is open, who waits, what was said."""
    voice = Voice(report)
    body = list(handover(voice))
    return document(voice, "sheet.handover", [*oddities(voice), *body])
