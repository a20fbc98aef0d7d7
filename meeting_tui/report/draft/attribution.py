"""The annex of who said what, statement by statement; only on request, never without names."""

from __future__ import annotations

from collections.abc import Iterator

from meeting_tui.meeting.spans import clock_span
from meeting_tui.report.blocks import Block, Bullets, Heading, Notice, Paragraph, plain
from meeting_tui.report.draft.digest import Place, text_of
from meeting_tui.report.draft.voice import Voice
from meeting_tui.report.read_model import Statement


def attribution(voice: Voice) -> Iterator[Block]:
    """Every statement in order with its points; nothing unless names and annex were asked for."""
    if not (voice.is_named and voice.report.with_annex):
        return
    yield Heading(1, voice.say("sheet.annex"))
    yield Notice(voice.say("sheet.annex_warning"))
    for each in voice.report.statements:
        yield from _statement(voice, each)
    if not voice.report.statements:
        yield Paragraph(plain(voice.say("sheet.no_speakers")), numbered=True)


def _statement(voice: Voice, statement: Statement) -> Iterator[Block]:
    run = statement.intervention
    who = voice.with_person(statement)
    yield Heading(2, voice.say("sheet.statement", number=run.number, who=who))
    facts = voice.say(
        "sheet.statement_facts",
        item=run.segment or run.item,
        times=voice.times(run.given_at, run.yielded_at),
        length=clock_span(statement.seconds),
    )
    yield Paragraph(plain(facts))
    lines = tuple(
        line
        for point in statement.reported
        if (line := text_of(voice, statement, point, Place(run.item)))
    )
    empty = "sheet.text_alone" if statement.text else "sheet.nothing_noted"
    yield Bullets(lines) if lines else Paragraph(plain(voice.say(empty)))
