"""The Chair's draft report, as such a body issues it.

It says what was discussed and what came of it, without codes, planned minutes or figures, and
leaves room where the Chair writes: a conclusion on each item, the recommendations, the text of what
is attached. All the rest is in the secretariat's annex.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from meeting_tui.report.blocks import Block, Bullets, Document, Heading, Notice, Paragraph, plain
from meeting_tui.report.draft.chair_items import ROOM, chair_item, is_told, to_complete
from meeting_tui.report.draft.chair_recommendations import attachments, recommendations
from meeting_tui.report.draft.opening import document, is_in_chair, unreal
from meeting_tui.report.draft.voice import Voice
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.text import clean_line


def report_draft(report: MeetingReport) -> Document:
    """The Chair's report in the report's language, named as its naming says.

    A draft until it is declared final, and as long as there is room left that nobody has filled.
    """
    voice = Voice(report, is_clean=True)
    body: list[Block] = [*_notices(voice), *_introduction(voice)]
    for each in report.items:
        if is_told(voice, each):
            body += chair_item(voice, each)
    body += [*recommendations(voice), *_next_steps(voice), *attachments(voice)]
    is_draft = report.finalised_at is None or blanks(voice, body) > 0
    local = report.local(report.finalised_at or report.now)
    return document(
        voice,
        "chair.title_draft" if is_draft else "chair.title",
        body,
        is_draft=is_draft,
        foot=voice.say("chair.foot", date=voice.date(local.date()), time=voice.time_of_day(local)),
    )


def blanks(voice: Voice, body: Sequence[Block]) -> int:
    """In how many places there is room that the Chair has to fill."""
    room = [to_complete(voice, key) for key in ROOM]
    return sum(each in room for each in body)


def _notices(voice: Voice) -> Iterator[Notice]:
    """What must not be missed in whatever is handed on; all else is noticed in the annex."""
    yield from unreal(voice)
    if voice.report.naming == "named":
        yield Notice(voice.say("draft.attribution.named"))


def _introduction(voice: Voice) -> Iterator[Block]:
    yield Heading(1, voice.say("draft.introduction"))
    yield _numbered(voice.sentences(_meeting(voice)))
    if voice.report.naming != "named":
        yield _numbered(voice.sentences(_nature(voice)))
    yield _numbered(_heard(voice))
    untold = [each for each in voice.report.items if each.run.opened_at is None]
    if untold and voice.report.opened_at is not None:
        key = "chair.items_not_taken_up" if voice.is_over else "chair.items_to_come"
        yield Paragraph(plain(voice.say(key)))
        titles = (voice.words(each.plan.title) for each in untold)
        yield Bullets(tuple(plain(title) for title in titles))


def _meeting(voice: Voice) -> Iterator[str]:
    """When and where it was held, and who chaired it."""
    report, agenda = voice.report, voice.report.agenda
    day = voice.date(agenda.date)
    if report.opened_at is None:
        yield voice.say("draft.planned", date=day)
    elif agenda.venue:
        yield voice.say("draft.held_at", date=day, venue=voice.words(agenda.venue))
    else:
        yield voice.say("draft.held", date=day)
    if agenda.chair and is_in_chair(report):
        key = "draft.chair" if report.opened_at else "draft.chair_planned"
        yield voice.say(key, chair=agenda.chair)
    persons = dict.fromkeys(clean_line(each.person) for each in report.presided if each.person)
    for person in persons:
        key = "chair.presided_in_part" if is_in_chair(report) else "draft.chair"
        yield voice.say(key, chair=voice.presiding(person))


def _nature(voice: Voice) -> Iterator[str]:
    yield voice.say("chair.nature")
    yield voice.say("chair.unnamed")


def _heard(voice: Voice) -> str:
    statements = voice.report.statements
    if not statements:
        return voice.say("draft.nobody_heard")
    by = voice.said.count(statements).by
    if not by.total:
        return voice.say("chair.podium_alone")
    if not voice.is_counted:
        return voice.say("draft.heard_anonymous")
    return voice.say("chair.heard", who=voice.classes(by))


def _next_steps(voice: Voice) -> Iterator[Block]:
    steps = voice.report.agenda.next_steps
    if not steps:
        return
    yield Heading(1, voice.say("chair.next_steps"))
    lines = []
    for each in steps:
        day = voice.days(each.date, each.until or each.date)
        lines.append(plain(voice.say("draft.colon", who=day, text=voice.words(each.what))))
    yield Bullets(tuple(lines))


def _numbered(text: str) -> Paragraph:
    return Paragraph(plain(text), numbered=True)
