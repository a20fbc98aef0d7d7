"""The Chair's draft report, as such a body issues it.

It says what was discussed and what came of it, without codes, planned minutes or figures, and
leaves room where the Chair writes: a conclusion on each item, the recommendations, the text of what
is attached. All the rest is in the secretariat's annex.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from meeting_tui.agenda.model import Question, Topic
from meeting_tui.meeting.facts import Inscription
from meeting_tui.meeting.left_to_do import takes_conclusion
from meeting_tui.meeting.positions import Subject
from meeting_tui.meeting.proposals import PROPOSAL
from meeting_tui.report.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Notice,
    Paragraph,
    Run,
    numbered,
    plain,
)
from meeting_tui.report.draft.digest import Place, addressed, digest, is_of_presentation, stances
from meeting_tui.report.draft.items import (
    not_opened,
    place_of,
    points_here,
    proposals,
    questions_on,
    said_on,
    topic_silent,
    what_came_of_it,
)
from meeting_tui.report.draft.opening import document, held_on, in_chair, is_in_chair, unreal
from meeting_tui.report.draft.voice import PRESENTATION, Voice, finished, is_on_show, lower
from meeting_tui.report.leaving import REPORTED
from meeting_tui.report.positions import Said, own_topic
from meeting_tui.report.read_model import NAMED_KINDS, ItemReport, MeetingReport, Statement
from meeting_tui.text import capital, clean_line

_NEAR_THE_END = timedelta(minutes=5)
"""Nobody else is given the floor so shortly before the planned end."""
_ROOM = ("chair.conclusion", "chair.conclusions", "chair.recommendation", "chair.attachment_text")
"""Sentences that leave room for what the Chair writes."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def report_draft(report: MeetingReport) -> Document:
    """The Chair's report in the report's language, named as its naming says.

    A draft until it is declared final, and as long as there is room left that nobody has filled.
    """
    voice = Voice(report, is_clean=True)
    body: list[Block] = [*_notices(voice), *_introduction(voice)]
    for each in report.items:
        if _is_told(voice, each):
            body += _chair_item(voice, each)
    body += [*_recommendations(voice), *_next_steps(voice), *_attachments(voice)]
    is_draft = report.finalised_at is None or _blanks(voice, body) > 0
    local = report.local(report.finalised_at or report.now)
    return document(
        voice,
        "chair.title_draft" if is_draft else "chair.title",
        body,
        is_draft=is_draft,
        foot=voice.say("chair.foot", date=voice.date(local.date()), time=voice.time_of_day(local)),
    )


def _blanks(voice: Voice, body: Sequence[Block]) -> int:
    """In how many places there is room that the Chair has to fill."""
    room = [_to_complete(voice, key) for key in _ROOM]
    return sum(each in room for each in body)


def _notices(voice: Voice) -> Iterator[Notice]:
    """What must not be missed in whatever is handed on; all else is noticed in the annex."""
    yield from unreal(voice)
    if voice.report.naming == "named":
        yield Notice(voice.say("draft.attribution.named"))


def _introduction(voice: Voice) -> Iterator[Block]:
    yield Heading(1, voice.say("draft.introduction"))
    yield numbered(voice.sentences(_meeting(voice)))
    if voice.report.naming != "named":
        yield numbered(voice.sentences(_nature(voice)))
    yield numbered(_heard(voice))
    untold = [each for each in voice.report.items if each.run.opened_at is None]
    if untold and voice.report.opened_at is not None:
        key = "chair.items_not_taken_up" if voice.is_over else "chair.items_to_come"
        yield Paragraph(plain(voice.say(key)))
        titles = (voice.words(each.plan.title) for each in untold)
        yield Bullets(tuple(plain(title) for title in titles))


def _meeting(voice: Voice) -> Iterator[str]:
    """When and where it was held, and who chaired it."""
    report, agenda = voice.report, voice.report.agenda
    yield held_on(voice, voice.date(agenda.date))
    yield from in_chair(voice)
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


def _is_told(voice: Voice, told: ItemReport) -> bool:
    """Whether there is anything to tell of an item."""
    decided = any(each.item == told.plan.id for each in voice.report.decisions)
    noted = any(each.audience in REPORTED for each in told.notes)
    is_said = noted or bool(points_here(voice, told.plan.id))
    return told.run.opened_at is not None or decided or is_said


def _chair_item(voice: Voice, told: ItemReport) -> Iterator[Block]:
    """An item, with room for the Chair's conclusion."""
    plan = told.plan
    title = voice.words(plan.title)
    if takes_conclusion(plan):
        title = voice.say("digest.item", id=plan.id, title=title)
    yield Heading(1, title, f"item {plan.id}")
    joint = [each.items for each in voice.report.together if plan.id in each.items]
    if joint:
        others_ids = dict.fromkeys(each for items in joint for each in items if each != plan.id)
        items = voice.listed([voice.say("room.item_told", id=each) for each in others_ids])
        yield numbered(voice.say("room.chair_together", items=items))
    yield from _spoken(voice, told)
    yield from _questions(voice, told)
    yield from _other_points(voice, told)
    for note in told.notes:
        if note.audience in REPORTED and note.text:
            yield numbered(finished(voice.people(note.text, note.id)))
    decided = [each for each in voice.report.decisions if each.item == plan.id]
    said = points_here(voice, plan.id)
    yield from what_came_of_it(voice, said, decided, Place(plan.id), has_topic=False)
    yield from _not_reached(voice, told)
    if told.run.opened_at is not None and takes_conclusion(plan):
        yield _to_complete(voice, "chair.conclusion")


def _spoken(voice: Voice, told: ItemReport) -> Iterator[Block]:
    """Presentations, then who exchanged views; or that it was not taken up by itself."""
    item_id = told.plan.id
    given = [each for each in voice.report.statements if each.intervention.is_on(item_id)]
    on_show = [each for each in given if is_on_show(each.asked)]
    others = [each for each in given if each not in on_show]
    for each in on_show:
        if each.intervention.item == item_id:
            yield from _shown(voice, each)
    if told.run.opened_at is None:
        yield numbered(voice.sentences(not_opened(voice, item_id)))
    elif others:
        yield numbered(_exchange(voice, others))
    elif not on_show:
        yield numbered(voice.say("digest.no_exchange"))


def _to_complete(voice: Voice, key: str) -> Paragraph:
    """Room for what the Chair writes."""
    return Paragraph((Run(voice.say(key), "emphasis"),), numbered=True)


def _shown(voice: Voice, statement: Statement) -> Iterator[Block]:
    """A presentation; what else was said from the podium only where something was noted of it."""
    points = tuple(
        (Run(voice.point(statement, each)),)
        for each in statement.reported
        if is_of_presentation((statement, each)) and each.text
    )
    who = capital(voice.in_sentence(statement.asked))
    if statement.asked.kind == PRESENTATION:
        run = statement.intervention
        segment = voice.report.agenda.segment(run.segment) if run.segment else None
        if segment is None:
            yield numbered(voice.say("chair.presentation", who=who))
        else:
            title = voice.segment_title(segment)
            yield numbered(voice.say("chair.presentation_on", who=who, title=title))
        if points:
            yield Paragraph(plain(voice.say("digest.lead.none")))
    elif points:
        yield numbered(voice.say("chair.podium_noted", who=who))
    if points:
        yield Bullets(points)


def _exchange(voice: Voice, statements: Sequence[Statement]) -> str:
    by = voice.said.count(statements)
    who = capital(voice.who_many(by))
    return voice.say("digest.one_took_floor" if by.by.total == 1 else "digest.exchange", who=who)


def _questions(voice: Voice, told: ItemReport) -> Iterator[Block]:
    """The questions that were addressed one by one, then those that were not."""
    asked = [
        each for each in questions_on(voice, told.plan) if own_topic(voice.report, each) is None
    ]
    for each in asked:
        if voice.said.on_question(each.id):
            yield from _question(voice, each)
    silent = [each for each in asked if not voice.said.on_question(each.id)]
    if silent and told.run.opened_at is not None:
        titles = (voice.say("digest.quoted", text=voice.words(each.short)) for each in silent)
        yield numbered(voice.say("chair.unaddressed", titles=voice.listed(list(titles))))


def _question(voice: Voice, asked: Question) -> Iterator[Block]:
    yield Heading(2, capital(voice.words(asked.short)), f"question {asked.id}")
    yield from said_on(voice, asked)


def _other_points(voice: Voice, told: ItemReport) -> Iterator[Block]:
    """What is on no question; what is on a proposal stands under that."""
    item_id = told.plan.id
    proposed = {each.proposal for each in voice.said.points if each.kind == PROPOSAL}
    untagged = [
        each
        for each in voice.said.on_no_question(item_id)
        if not is_of_presentation(each) and proposed.isdisjoint(each[1].proposals)
    ]
    blocks = list(digest(voice, untagged, Place(item_id)))
    if blocks and any(each.item == item_id for each in voice.report.agenda.questions):
        yield Heading(2, voice.say("digest.other_points"))
    yield from blocks


def _not_reached(voice: Voice, told: ItemReport) -> Iterator[Block]:
    """What was not reached: parts of the item, and delegations on its list."""
    said = [*_parts_not_held(voice, told), *_not_heard(voice, told.plan.id)]
    if said:
        yield numbered(voice.sentences(said))


def _parts_not_held(voice: Voice, told: ItemReport) -> Iterator[str]:
    """Segments not held, where the item was run by its segments and is over."""
    if told.run.closed_at is None or not any(each.run for each in told.segments):
        return
    plans = [each.plan for each in told.segments if each.run is None]
    open_ones = [each for each in plans if each.condition is None]
    if open_ones:
        titles = [voice.say("digest.quoted", text=voice.segment_title(each)) for each in open_ones]
        key = "chair.part_not_held" if len(titles) == 1 else "chair.parts_not_held"
        yield voice.say(key, titles=voice.listed(titles))
    for each in plans:
        if each.condition is not None:
            condition = lower(voice.words(each.condition))
            title = voice.segment_title(each)
            yield voice.say("digest.segment_without", title=title, condition=condition)


def _not_heard(voice: Voice, item_id: str) -> Iterator[str]:
    for told, outcomes in (
        ("not_reached", ("not_reached", "waiting") if voice.is_over else ("not_reached",)),
        ("text_only", ("text_only",)),
    ):
        asked = [
            each
            for each in voice.report.inscriptions
            if each.item == item_id
            and each.outcome in outcomes
            and each.delegation_kind not in NAMED_KINDS
        ]
        if not asked:
            continue
        why = told if told == "text_only" else _why_not_reached(voice, item_id)
        if voice.is_named:
            yield from _named_not_heard(voice, asked, item_id, why)
        elif not voice.is_counted:
            yield voice.say(f"chair.{why}_anonymous")
        else:
            count = voice.in_figures(len(asked))
            plural = "one" if len(asked) == 1 else "other"
            yield capital(voice.say(f"chair.{why}.{plural}", count=count))


def _named_not_heard(
    voice: Voice, asked: Sequence[Inscription], item_id: str, why: str
) -> Iterator[str]:
    """Who did not take the floor, and who spoke on the item and did not a second time."""
    given = [each for each in voice.report.statements if each.intervention.is_on(item_id)]
    spoke = {each.asked.delegation for each in given} if why != "text_only" else set[str]()
    for key, those in (
        (f"chair.{why}_named", [each for each in asked if each.delegation not in spoke]),
        (f"chair.{why}_again", [each for each in asked if each.delegation in spoke]),
    ):
        if those:
            names = dict.fromkeys(voice.who_briefly(each) for each in those)
            yield voice.say(key, who=voice.listed(list(names)))


def _why_not_reached(voice: Voice, item_id: str) -> str:
    """`not_reached` where planned time had run out, else what ended the item before that.

    It had run out where the item had been open as long as planned, or where its sitting was within
    five minutes of its planned end.
    """
    report = voice.report
    told = next(each for each in report.items if each.plan.id == item_id)
    is_closed = told.run.phase == "closed" and told.run.closed_at != report.adjourned_at
    ended = (told.run.closed_at if is_closed else report.adjourned_at) or report.now
    held = [each for each in report.sittings if each.opened_at and each.opened_at <= ended]
    is_item_over = 0 < told.plan.minutes * 60 <= told.seconds
    if is_item_over or (held and ended >= held[-1].planned_end - _NEAR_THE_END):
        return "not_reached"
    return "closed_before" if is_closed else "adjourned_before"


def _recommendations(voice: Voice) -> Iterator[Block]:
    """The conclusions of the Chair, then each matter that a recommendation is to be made on."""
    yield Heading(1, voice.say("chair.recommendations"))
    yield _to_complete(voice, "chair.conclusions")
    for each in voice.report.agenda.topics:
        if each.own_section:
            yield from _topic(voice, each)


def _topic(voice: Voice, told: Topic) -> Iterator[Block]:
    yield Heading(2, voice.words(told.title), f"topic {told.id}")
    said = _said_on_topic(voice, told)
    place = Place(told.item, told.questions, Subject("topic", told.id))
    yield numbered(voice.sentences(_topic_facts(voice, told, said)))
    if not told.attachment:
        yield from _proposed(voice, said, place)
    yield from digest(voice, said, place)
    if told.attachment:
        which = _attachment_name(voice, told)
        yield numbered(voice.say("chair.see_attachment", attachment=which))
    else:
        yield _to_complete(voice, "chair.recommendation")


def _topic_facts(voice: Voice, told: Topic, said: Sequence[Said]) -> Iterator[str]:
    if not said:
        yield topic_silent(voice, told, "chair.topic_silent")
        return
    yield place_of(voice, said)
    spoke = [statement for statement, _ in said]
    by = voice.said.count(spoke)
    yield addressed(voice, by, "digest.topic_addressed")
    held = stances(voice, Subject("topic", told.id), spoke)
    if held:
        yield held


def _said_on_topic(voice: Voice, told: Topic) -> list[Said]:
    return [each for each in voice.said.on_topic(told) if not is_of_presentation(each)]


def _proposed(voice: Voice, said: Sequence[Said], place: Place) -> Iterator[Block]:
    proposed = list(proposals(voice, said, place))
    if proposed:
        yield Paragraph(plain(voice.say("digest.topic_proposals")))
        yield from proposed


def _attachments(voice: Voice) -> Iterator[Block]:
    """A proposal of the Chair on each topic that has one attached, with what was proposed."""
    for told in _attached(voice):
        name, title = _attachment_name(voice, told), voice.words(told.title)
        heading = voice.say("chair.attachment", attachment=_as_heading(name), title=title)
        yield Heading(1, heading, f"attachment {told.id}", on_new_page=True)
        place = Place(told.item, told.questions, Subject("topic", told.id))
        yield from _proposed(voice, _said_on_topic(voice, told), place)
        yield _to_complete(voice, "chair.attachment_text")


def _attached(voice: Voice) -> list[Topic]:
    return [each for each in voice.report.agenda.topics if each.own_section and each.attachment]


def _attachment_name(voice: Voice, told: Topic) -> str:
    """`the attachment`, or with a letter where there are several."""
    attached = _attached(voice)
    if len(attached) == 1:
        return voice.say("chair.the_attachment")
    letter = _LETTERS[attached.index(told) % len(_LETTERS)]
    return voice.say("chair.attachment_of_several", letter=letter)


def _as_heading(name: str) -> str:
    return capital(name.removeprefix("the "))
