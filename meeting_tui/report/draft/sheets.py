"""Sheets beside the report: speakers by item, follow-ups, and the handover to the next note-taker.

They obey the naming of the report; for the secretariat's own use they are made with names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from meeting_tui.meeting.left_to_do import of_meeting, told_by_kind
from meeting_tui.meeting.spans import clock_span
from meeting_tui.report.blocks import (
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    Inline,
    Paragraph,
    Run,
    Table,
    listed,
    plain,
)
from meeting_tui.report.draft.annex import of_statements, requests, speakers_by_item
from meeting_tui.report.draft.opening import document, oddities
from meeting_tui.report.draft.voice import Voice
from meeting_tui.report.positions import Said
from meeting_tui.report.read_model import ItemReport, MeetingReport, Statement
from meeting_tui.text import capital

_LOOKED_BACK = timedelta(hours=1)
"""How far back the sheet tells what was said, in the meeting's own time."""
_LATEST = 3
"""So many points on each question, the newest."""


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
    body = list(_handover(voice))
    return document(voice, "sheet.handover", [*oddities(voice), *body])


def _handover(voice: Voice) -> Iterator[Block]:
    """Where we are, open threads, who waits, texts awaited, the last hour by question."""
    item = _open_item(voice)
    yield Heading(1, voice.say("sheet.where_we_are"))
    yield Bullets(tuple(plain(each) for each in _where(voice, item)))
    yield Heading(1, voice.say("sheet.open_threads"))
    yield listed(_threads(voice, item), Paragraph(plain(voice.say("sheet.no_open_threads"))))
    yield Heading(1, voice.say("sheet.who_waits"))
    yield Paragraph(plain(_waiting(voice)))
    yield Heading(1, voice.say("sheet.awaited"))
    awaited = of_statements(voice, lambda each: each.intervention.text_awaited)
    key = "sheet.texts_awaited" if awaited else "sheet.no_texts_awaited"
    yield Paragraph(plain(voice.say(key, who=awaited)))
    yield Heading(1, voice.say("sheet.last_hour"))
    yield listed(_last_hour(voice), Paragraph(plain(voice.say("sheet.nothing_last_hour"))))


def _open_item(voice: Voice) -> ItemReport | None:
    return next(
        (e for e in voice.report.items if e.run.phase == "open" and not e.run.joined_to), None
    )


def _where(voice: Voice, item: ItemReport | None) -> Iterator[str]:
    report = voice.report
    yield voice.say(f"sheet.phase.{report.phase}")
    if item is None or item.run.opened_at is None:
        yield voice.say("sheet.no_item_open")
    else:
        yield voice.say(
            "sheet.item_now",
            id=item.plan.id,
            title=voice.words(item.plan.title),
            start=voice.clock(item.run.opened_at),
        )
        segment = report.agenda.segment(item.run.segment) if item.run.segment else None
        if segment:
            yield voice.say("sheet.segment_now", id=segment.id, title=voice.segment_title(segment))
    if report.forecast.item:
        yield voice.say("sheet.ends_at", time=voice.clock(report.forecast.item.ends_at))
    for each in report.statements:
        if each.intervention.yielded_at is None:
            who = voice.in_sentence(each.asked)
            yield voice.say("sheet.speaks_now", who=who, length=clock_span(each.seconds))


def _threads(voice: Voice, item: ItemReport | None) -> Iterator[Inline]:
    """The checklist, points of order without a ruling, questions not taken up or asked."""
    report = voice.report
    found = of_meeting(each.kind for each in report.open_points)
    if found:
        kinds = told_by_kind(found, report.language)
        yield plain(voice.say("sheet.checklist_open", count=len(found), kinds=kinds))
    for each in report.points_of_order:
        if each.ruling is None and each.lapsed_at is None:
            head = voice.say("sheet.order_open", who=voice.other(each.delegation))
            yield (Run(head), Run(voice.people(each.text, each.id)))
    if item is None:
        return
    asked = [each for each in report.agenda.questions if each.item == item.plan.id]
    silent = [each.id for each in asked if not voice.said.answers(each.id)]
    if silent:
        yield plain(voice.say("digest.unaddressed", ids=voice.listed(silent)))
    for said in voice.said.all:
        if said[1].kind == "asks" and said[0].intervention.item == item.plan.id:
            yield (Run(voice.say("sheet.was_asked")), *_told(voice, said))


def _waiting(voice: Voice) -> str:
    report = voice.report
    by_id = {each.id: each for each in report.inscriptions}
    in_order = [by_id[each.inscription] for each in report.forecast.turns]
    others = [e for e in report.inscriptions if e.outcome == "waiting" and e not in in_order]
    waiting = [*in_order, *others]
    if not waiting:
        return voice.say("sheet.nobody_waits")
    return voice.say("draft.full_stop", text=requests(voice, waiting))


def _last_hour(voice: Voice) -> Iterator[Inline]:
    """How much was said on each question, and the newest points."""
    report = voice.report
    since = _hour_ago(report)
    recent = [each for each in voice.said.all if _said_at(each) >= since]
    for question in report.agenda.questions:
        said = [each for each in recent if question.id in each[1].questions]
        yield from _newest(voice, question.id, voice.words(question.short), said)
    untagged = [each for each in recent if not each[1].questions]
    yield from _newest(voice, "–", voice.say("digest.other_points"), untagged)


def _hour_ago(report: MeetingReport) -> datetime:
    """When the last hour of the meeting's own time began: breaks and what came after are no part.

    What was put right in the week after is not of the last hour.
    """
    left, since = _LOOKED_BACK, report.opened_at or report.now
    held = [each for each in report.sittings if each.opened_at is not None]
    for each in reversed(held):
        end = each.suspended_at or report.adjourned_at or report.now
        since = max(each.opened_at or end, end - left)
        left -= end - since
        if not left:
            break
    return since


def _said_at(said: Said) -> datetime:
    """When a point was made, also one that was noted later: no later than its statement ended."""
    statement, point = said
    ended = statement.intervention.yielded_at
    return min(point.at, ended) if ended else point.at


def _newest(voice: Voice, name: str, short: str, said: list[Said]) -> Iterator[Inline]:
    if not said:
        return
    runs = [Run(voice.say("sheet.said_on", id=name, short=short, count=len(said)), "strong")]
    for number, each in enumerate(said[-_LATEST:]):
        runs += [Run(voice.say("draft.between"))] if number else []
        runs += _told(voice, each)
    yield tuple(runs)


def _told(voice: Voice, said: Said) -> Iterator[Run]:
    statement, point = said
    text = voice.point(statement, point)
    if voice.may_name(statement.asked):
        yield Run(voice.say("draft.colon", who=voice.who_briefly(statement.asked), text=""))
    yield Run(text)
