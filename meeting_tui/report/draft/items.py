"""One item of the agenda in a report: when, what was presented, what was said, what came of it.

So are the topics that this year's report must carry recommendations on, each in a section of its
own, wherever it was spoken of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from meeting_tui.agenda.model import Item, Question, Topic
from meeting_tui.meeting.facts import Decision, Point, Together
from meeting_tui.meeting.positions import Subject
from meeting_tui.report.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    Inline,
    Paragraph,
    Run,
    Table,
    numbered,
    plain,
)
from meeting_tui.report.draft.digest import (
    Place,
    addressed,
    bullet,
    digest,
    in_telling_order,
    is_of_presentation,
    stances,
)
from meeting_tui.report.draft.voice import PRESENTATION, Voice, is_on_show, lower
from meeting_tui.report.leaving import REPORTED
from meeting_tui.report.positions import Said, item_of, own_topic
from meeting_tui.report.read_model import ItemReport, Statement
from meeting_tui.text import capital

_STRUCTURED = "structured"
"""The kind of item that is told with the coverage of its questions."""
_PRACTICAL = "annex"
"""The set of questions that a structured discussion follows."""


def item(voice: Voice, told: ItemReport) -> Iterator[Block]:
    """Everything of an item, also of one that was never opened."""
    plan = told.plan
    title = voice.say("digest.item", id=plan.id, title=voice.words(plan.title))
    yield Heading(1, title, f"item {plan.id}")
    yield numbered(voice.sentences(_times(voice, told)))
    given = [each for each in voice.report.statements if each.intervention.is_on(plan.id)]
    on_show = [each for each in given if is_on_show(each.asked)]
    for each in (each for each in on_show if each.intervention.item == plan.id):
        yield from _shown(voice, each)
    if told.run.opened_at is not None:
        yield numbered(_exchange(voice, [each for each in given if each not in on_show]))
    yield from _points(voice, told)
    yield from _own_notes(voice, told)
    decided = [each for each in voice.report.decisions if each.item == plan.id]
    said = points_here(voice, plan.id)
    if told.run.opened_at is not None or said or decided:
        has_topic = any(e.own_section and e.item == plan.id for e in voice.report.agenda.topics)
        yield from what_came_of_it(voice, said, decided, Place(plan.id), has_topic=has_topic)


def _times(voice: Voice, told: ItemReport) -> Iterator[str]:
    run, planned = told.run, voice.minutes(60 * told.plan.minutes)
    if run.opened_at is None:
        yield from not_opened(voice, told.plan.id)
    else:
        end = run.closed_at or voice.report.now
        values = {
            "start": voice.clock(run.opened_at),
            "held": voice.held(voice.minutes_held(run.opened_at, end, told.seconds)),
            "planned": planned,
        }
        if run.closed_at is None:
            yield voice.say("digest.item_open", **values)
        elif voice.clock(run.opened_at) == voice.clock(end):
            yield voice.say("digest.item_at_once", **{**values, "start": voice.clock(end)})
        else:
            yield voice.say(
                "digest.item_times", **values, times=_from_to(voice, run.opened_at, end)
            )
    for each in voice.report.together:
        if told.plan.id in each.items:
            yield _together(voice, each, told.plan.id)
    if run.phase == "carried":
        yield voice.say("digest.item_carried")
    if run.closed_at is not None:
        yield from _not_held(voice, told)
    for home in voice.report.items:
        for segment in home.segments:
            if segment.run is not None and segment.plan.merges == told.plan.id:
                title = voice.segment_title(segment.plan)
                yield voice.say("digest.item_merged", title=title, id=home.plan.id)


def _from_to(voice: Voice, start: datetime, end: datetime) -> str:
    """`from 12:56 to 13:00 and from 15:00 to 15:06`: the breaks between sittings are no part."""
    spans = voice.clocks_held(start, end)
    return voice.listed(
        [voice.say("digest.from_to", start=first, end=last) for first, last in spans]
    )


def not_opened(voice: Voice, item_id: str) -> Iterator[str]:
    """That an item was not taken up (yet), and under which items the points on it were made."""
    yield voice.say("digest.item_not_opened" if voice.is_over else "digest.item_to_come")
    said = points_here(voice, item_id)
    if said:
        yield voice.say("digest.made_under", items=voice.items_of(each for each, _ in said))


def topic_silent(voice: Voice, told: Topic, otherwise: str) -> str:
    """That nobody spoke on a topic, or that it was not taken up (yet) where its item was not.

    `otherwise`: what to say where its item was taken up.
    """
    if any(each.plan.id == told.item and each.run.opened_at for each in voice.report.items):
        return voice.say(otherwise)
    return voice.say("digest.topic_not_opened" if voice.is_over else "digest.topic_to_come")


def _together(voice: Voice, taken: Together, item_id: str) -> str:
    """With which other items an item was taken together, and when."""
    others = [each for each in taken.items if each != item_id]
    items = voice.listed([voice.say("room.item_told", id=each) for each in others])
    if taken.until is None:
        start = voice.clock(taken.since)
        return voice.say("room.draft_together_now", start=start, items=items)
    times = voice.times_held(taken.since, taken.until)
    return voice.say("room.draft_together", times=times, items=items)


def _not_held(voice: Voice, told: ItemReport) -> Iterator[str]:
    """Segments that were not held, with the condition they stood under."""
    titles = []
    for segment in (each.plan for each in told.segments if each.run is None):
        title = voice.say("digest.quoted", text=voice.segment_title(segment))
        if segment.condition is not None:
            condition = lower(voice.words(segment.condition))
            title += voice.marks([voice.say("digest.on_condition", condition=condition)])
        titles.append(title)
    if titles:
        key = "chair.part_not_held" if len(titles) == 1 else "chair.parts_not_held"
        yield voice.say(key, titles=voice.listed(titles))


def _shown(voice: Voice, statement: Statement) -> Iterator[Block]:
    """A presentation, or what was said from the podium, with its points on no question."""
    run = statement.intervention
    values = {
        "who": voice.on_show(statement),
        "times": voice.times(run.given_at, run.yielded_at),
    }
    segment = voice.report.agenda.segment(run.segment) if run.segment else None
    if statement.asked.kind != PRESENTATION:
        text = capital(voice.say("digest.podium_spoke", **values))
    elif segment is None:
        text = capital(voice.say("digest.presentation", **values))
    else:
        title = voice.segment_title(segment)
        text = capital(voice.say("digest.presentation_on", title=title, **values))
    yield numbered(text)
    own = [
        (Run(voice.point(statement, each)),)
        for each in statement.reported
        if is_of_presentation((statement, each)) and each.text
    ]
    if own:
        yield Bullets(tuple(own))


def _exchange(voice: Voice, statements: Sequence[Statement]) -> str:
    if not statements:
        return voice.say("digest.no_exchange")
    by = voice.said.count(statements)
    who = capital(voice.who_many(by))
    if by.by.total == 1:
        return voice.say("digest.one_took_floor", who=who)
    return voice.say("digest.exchange", who=who)


def _points(voice: Voice, told: ItemReport) -> Iterator[Block]:
    report, plan = voice.report, told.plan
    asked = questions_on(voice, plan)
    own = [each for each in asked if own_topic(report, each) is None]
    if plan.kind == _STRUCTURED and own:
        yield from _coverage(voice, own)
    if told.run.opened_at is not None or any(voice.said.on_question(each.id) for each in own):
        for each in own:
            yield from _question(voice, each)
    titles = [
        voice.say("digest.quoted", text=voice.words(each.title))
        for each in report.agenda.topics
        if each.own_section and each.item == plan.id and voice.said.on_topic(each)
    ]
    if titles:
        key = "digest.see_topic" if len(titles) == 1 else "digest.see_topics"
        yield numbered(voice.say(key, titles=voice.listed(titles)))
    yield from _other_points(voice, plan.id, is_all=not asked)


def _own_notes(voice: Voice, told: ItemReport) -> Iterator[Block]:
    """What was noted on the item itself."""
    notes = [each for each in told.notes if each.audience in REPORTED and each.text]
    if notes:
        yield Heading(2, voice.say("points.heading"))
        yield Bullets(tuple((Run(voice.people(each.text, each.id)),) for each in notes))


def questions_on(voice: Voice, plan: Item) -> list[Question]:
    """The questions of an item as they are discussed: the practical ones are its structure."""
    asked = [each for each in voice.report.agenda.questions if each.item == plan.id]
    if plan.kind == _STRUCTURED:
        asked.sort(key=lambda each: each.set != _PRACTICAL)
    return asked


def _question(voice: Voice, asked: Question) -> Iterator[Block]:
    """What was said on a question, by whomever and under whatever item."""
    heading = voice.say("digest.question", id=asked.id, short=voice.words(asked.short))
    yield Heading(2, heading, f"question {asked.id}")
    yield from said_on(voice, asked, _filed_elsewhere(voice, asked))


def said_on(voice: Voice, asked: Question, more: str = "") -> Iterator[Block]:
    """By how many a question was addressed, who holds what, and what was said; `more` of it."""
    said = voice.said.answers(asked.id)
    spoke = [statement for statement, _ in said]
    by = voice.said.count(spoke)
    text = voice.words(asked.text)
    told = (
        addressed(voice, by, "digest.addressed", text)
        if said
        else voice.say("digest.not_addressed", text=text),
        stances(voice, Subject("question", asked.id), spoke),
        more,
    )
    yield numbered(voice.sentences(each for each in told if each))
    place = Place(asked.item, (asked.id,), Subject("question", asked.id))
    yield from digest(voice, voice.said.told_under(asked), place)


def _filed_elsewhere(voice: Voice, asked: Question) -> str:
    """Under which items the rest of what was said on a question stands; or nothing."""
    # By their ids: to compare whole points takes long where there are hundreds.
    here = {point.id for _, point in voice.said.told_under(asked)}
    said = voice.said.on_question(asked.id)
    others = {item_of(each) for each in said if each[1].id not in here}
    ids = [each.plan.id for each in voice.report.items if each.plan.id in others]
    return voice.say("digest.filed_elsewhere", ids=voice.listed(ids)) if ids else ""


def _coverage(voice: Voice, questions: Sequence[Question]) -> Iterator[Block]:
    """Which questions were addressed and by how many."""
    said = {each.id: voice.said.answers(each.id) for each in questions}
    silent = [each for each, points in said.items() if not points]
    yield Heading(2, voice.say("digest.coverage"))
    if silent:
        yield numbered(voice.say("digest.unaddressed", ids=voice.listed(silent)))
    else:
        yield numbered(voice.say("digest.none_unaddressed", count=len(questions)))
    if not voice.is_counted:
        return
    columns = (
        Column(voice.say("sheet.column.question"), 1),
        Column(voice.say("sheet.column.short"), 6),
        Column(voice.say("sheet.column.spoke"), 4),
        Column(voice.say("sheet.column.statements"), 2, is_figure=True),
        Column(voice.say("sheet.column.states", members=voice.members), 2, is_figure=True),
    )
    rows = []
    for each in questions:
        by = voice.said.count(statement for statement, _ in said[each.id])
        figures = (voice.classes(by.by), str(by.statements), str(by.states))
        rows.append((each.id, voice.words(each.short), *figures))
    yield Table(columns, tuple(rows))


def _other_points(voice: Voice, item_id: str, *, is_all: bool) -> Iterator[Block]:
    """What is on no question, but for what is told with the presentation it was made in."""
    untagged = [each for each in voice.said.on_no_question(item_id) if not is_of_presentation(each)]
    told = list(digest(voice, untagged, Place(item_id)))
    if told and not is_all:
        yield Heading(2, voice.say("digest.other_points"))
    yield from told


def points_here(voice: Voice, item_id: str) -> list[Said]:
    """The points of an item, each once; those of a topic with its own section are told there."""
    report = voice.report
    found: dict[str, Said] = {}
    for asked in report.agenda.questions:
        if asked.item == item_id and own_topic(report, asked) is None:
            found |= {each[1].id: each for each in voice.said.told_under(asked)}
    found |= {each[1].id: each for each in voice.said.on_no_question(item_id)}
    return sorted(found.values(), key=lambda each: each[1].at)


def what_came_of_it(
    voice: Voice,
    said: Sequence[Said],
    decided: Sequence[Decision],
    place: Place,
    *,
    has_topic: bool,
) -> Iterator[Block]:
    """Decisions, proposals, requests and offers among what was said, each under its heading.

    `has_topic`: other proposals on the item are told in a section of their own.
    """
    parts = {
        "decision": _decisions(voice, decided),
        "proposal": list(proposals(voice, said, place)),
        "assistance": list(_assistance(voice, said, place)),
    }
    headings = {
        "decision": "digest.decisions",
        "proposal": "digest.proposals",
        "assistance": "digest.assistance",
    }
    for part, blocks in parts.items():
        if blocks:
            yield Heading(2, voice.say(headings[part]))
            yield from blocks
    missing = [
        voice.say(
            "digest.no_other_proposal" if has_topic and part == "proposal" else f"digest.no_{part}"
        )
        for part, blocks in parts.items()
        if not blocks
    ]
    if missing and not voice.is_clean:
        yield numbered(voice.sentences(missing))


def proposals(voice: Voice, said: Sequence[Said], place: Place) -> Iterator[Block]:
    """The proposals among what was said, then who supports or opposes which."""
    made = [each for each in said if each[1].kind == "proposal"]
    lines = tuple(
        (*line, *_holding(voice, point))
        for statement, point in made
        for line in bullet(voice, statement, point, place)
    )
    if lines:
        yield Bullets(lines)
    if voice.is_clean:
        for each in made:
            yield from _views(voice, each, place)
    for _, point in made:
        held = "" if voice.is_clean else _held(voice, point)
        if held:
            text = voice.say("digest.on_proposal", id=point.proposal or "", text=held)
            yield numbered(text)


def _views(voice: Voice, proposed: Said, place: Place) -> Iterator[Block]:
    """What was said on a proposal: a clean text has no number that would lead back to it."""
    statement, point = proposed
    if point.proposal is None:
        return
    here = Place(place.item, place.questions, Subject("proposal", point.proposal))
    said = list(digest(voice, voice.said.on_proposal(point.proposal), here))
    if said:
        text = voice.point(statement, point)
        yield numbered(voice.say("digest.views_on_proposal", text=text))
        yield from said


def _holding(voice: Voice, point: Point) -> Iterator[Run]:
    """Who supports or opposes a proposal, behind its text: a clean text has no number for it."""
    held = _held(voice, point) if voice.is_clean else ""
    if held:
        yield Run(voice.say("digest.behind_proposal", text=held))


def _held(voice: Voice, point: Point) -> str:
    if point.proposal is None:
        return ""
    spoke = (statement for statement, _ in voice.said.on_proposal(point.proposal))
    return stances(voice, Subject("proposal", point.proposal), spoke)


def _assistance(voice: Voice, said: Sequence[Said], place: Place) -> Iterator[Block]:
    for kind in ("request", "offer"):
        lines = _lines(voice, in_telling_order(voice, said), kind, place)
        if lines:
            yield Paragraph(plain(voice.say(f"digest.lead.{kind}")))
            yield Bullets(lines)


def _lines(voice: Voice, said: Sequence[Said], kind: str, place: Place) -> tuple[Inline, ...]:
    return tuple(
        line
        for statement, point in said
        if point.kind == kind
        for line in bullet(voice, statement, point, place)
    )


def _decisions(voice: Voice, decided: Sequence[Decision]) -> list[Block]:
    def when(decision: Decision) -> tuple[Run, ...]:
        said = voice.say("digest.decided", time=voice.clock(decision.at))
        return () if voice.is_clean else (Run(said),)

    def listed(decision: Decision) -> tuple[Run, ...]:
        is_shown = voice.is_listed(decision.id) and not voice.is_clean
        return (Run(voice.marks([decision.id]), "muted"),) if is_shown else ()

    lines = tuple(
        (
            *when(each),
            Run(voice.people(each.text, each.id)),
            *listed(each),
        )
        for each in decided
    )
    return [Bullets(lines)] if lines else []


def topics(voice: Voice) -> Iterator[Block]:
    """The topics of the agenda that have a section of their own, in its order."""
    for each in voice.report.agenda.topics:
        if each.own_section:
            yield from _topic(voice, each)


def _topic(voice: Voice, told: Topic) -> Iterator[Block]:
    """Who holds what on a topic, what was proposed, what was said, wherever it was said."""
    title = voice.say("digest.topic", title=voice.words(told.title))
    yield Heading(1, title, f"topic {told.id}")
    said = [each for each in voice.said.on_topic(told) if not is_of_presentation(each)]
    place = Place(told.item, told.questions, Subject("topic", told.id))
    if not said:
        yield numbered(topic_silent(voice, told, "digest.topic_silent"))
        return
    spoke = [statement for statement, _ in said]
    by = voice.said.count(spoke)
    held = stances(voice, Subject("topic", told.id), spoke)
    if not held and by.statements:
        held = voice.say("digest.topic_no_stance")
    facts = (place_of(voice, said), addressed(voice, by, "digest.topic_addressed"), held)
    yield numbered(voice.sentences(each for each in facts if each))
    proposed = list(proposals(voice, said, place))
    if proposed:
        yield Paragraph(plain(voice.say("digest.topic_proposals")))
        yield from proposed
    else:
        yield numbered(voice.say("digest.topic_no_proposals"))
    yield from digest(voice, said, place)


def place_of(voice: Voice, said: Sequence[Said]) -> str:
    """Under which items a matter was discussed, whatever the agenda planned."""
    return voice.say("digest.topic_place", items=voice.items_of(each for each, _ in said))
