"""Sheets beside the report: speakers by item, follow-ups, and the handover to the next note-taker.

They obey the naming of the report; for the secretariat's own use they are made with names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from meeting_tui.report.blocks import Block, Column, Document, Heading, Paragraph, Table, plain
from meeting_tui.report.draft.handover import handover
from meeting_tui.report.draft.opening import document, oddities
from meeting_tui.report.draft.speaking import speakers_by_item
from meeting_tui.report.draft.voice import Voice, capital
from meeting_tui.report.markdown_text import clock_span
from meeting_tui.report.read_model import MeetingReport, Statement


def speakers_sheet(report: MeetingReport) -> Document:
    """Who spoke on each item, when and how long; without names how many of each kind."""
    voice = Voice(report)
    body = list(_speakers(voice) if voice.is_named else speakers_by_item(voice))
    return document(voice, "sheet.speakers", [*oddities(voice), *body])


def _speakers(voice: Voice) -> Iterator[Block]:
    for item in voice.report.items:
        given = [e for e in voice.report.statements if e.intervention.item == item.plan.id]
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
    """What has to be done after the meeting, with whoever has to do it where that is known."""
    voice = Voice(report)
    body: list[Block] = []
    for part, rows in _follow_ups(voice).items():
        body.append(Heading(1, voice.say(f"sheet.follow_up.{part}")))
        if rows:
            body.append(Table(_columns(voice), tuple(rows)))
        else:
            body.append(Paragraph(plain(voice.say(f"sheet.no_follow_up.{part}"))))
    return document(voice, "sheet.follow_ups", [*oddities(voice), *body])


def _columns(voice: Voice) -> tuple[Column, ...]:
    return (
        Column(voice.say("sheet.column.item"), 1),
        Column(voice.say("sheet.column.from"), 2),
        Column(voice.say("sheet.column.text"), 5),
        Column(voice.say("sheet.column.owner"), 2),
    )


def _follow_ups(voice: Voice) -> dict[str, list[tuple[str, ...]]]:
    """Rows of item, from whom, text, owner: whoever offers or promises; else to be assigned."""
    report, open_owner = voice.report, voice.say("sheet.owner_open")
    chair = voice.say("sheet.meeting")
    rows: dict[str, list[tuple[str, ...]]] = {
        "decision": [
            (each.item, chair, voice.people(each.text, each.id), open_owner)
            for each in report.decisions
        ],
        "request": [],
        "offer": [],
        "text": [],
    }
    for statement, point in voice.said.all:
        if point.kind in ("request", "offer"):
            who = _from(voice, statement)
            text = voice.people(point.text, point.id, voice.own_names(statement))
            owner = who if point.kind == "offer" else open_owner
            rows[point.kind].append((statement.intervention.item, who, text, owner))
    for each in report.statements:
        if each.intervention.text_awaited:
            who = _from(voice, each)
            number = voice.say("sheet.text_of", number=each.intervention.number)
            rows["text"].append((each.intervention.item, who, number, who))
    return rows


def _from(voice: Voice, statement: Statement) -> str:
    return capital(voice.in_sentence(statement.asked))


def handover_sheet(report: MeetingReport) -> Document:
    """One page for the next note-taker: where we are, what is open, who waits, what was said."""
    voice = Voice(report)
    body = list(handover(voice))
    return document(voice, "sheet.handover", [*oddities(voice), *body])
