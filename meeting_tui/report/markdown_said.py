"""What a report draft says of people: who spoke, what was noted, what became of other requests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from meeting_tui.meeting.records import Inscription, Point, PointOfOrder
from meeting_tui.report.markdown_text import clock_span, escaped
from meeting_tui.report.positions import Count, Positions, count, positions
from meeting_tui.report.quantifiers import quantifier
from meeting_tui.report.read_model import Statement
from meeting_tui.report.voice import Voice, bullets

_UNHEARD = ("not_reached", "text_only", "withdrew", "absent", "waiting")


def statements(voice: Voice, given: Iterable[Statement]) -> Iterator[str]:
    """Who spoke and for how long; those who may not be named are counted or only mentioned."""
    spoke = list(given)
    named = [each for each in spoke if voice.may_name(each.asked)]
    others = [each for each in spoke if not voice.may_name(each.asked)]
    yield from bullets(_statement(voice, each) for each in named)
    if others:
        span = clock_span(sum(each.seconds for each in others))
        if voice.is_counted:
            by = count(others)
            who = voice.say(f"report.who.{quantifier(by.delegations)}")
            yield voice.say(
                "report.statements_counted", who=who, statements=by.statements, span=span
            )
        else:
            yield voice.say("report.statements_anonymous", span=span)


def _statement(voice: Voice, statement: Statement) -> str:
    run = statement.intervention
    who, span = voice.who(statement.asked), clock_span(statement.seconds)
    given = voice.clock(run.given_at)
    if run.yielded_at is None:
        line = voice.say("report.statement_running", given=given, span=span, who=who)
    else:
        yielded = voice.clock(run.yielded_at)
        line = voice.say("report.statement", given=given, yielded=yielded, span=span, who=who)
    return line + voice.marks(_remarks(voice, statement))


def _remarks(voice: Voice, statement: Statement) -> Iterator[str]:
    asked, rules = statement.asked, voice.report.rules
    kind = rules.kind(asked.kind)
    if kind and kind.id != rules.default_kind:
        yield voice.words(kind.name)
    if statement.over_seconds >= 1 and statement.intervention.limit_seconds is not None:
        limit = clock_span(statement.intervention.limit_seconds)
        yield voice.say("report.over", limit=limit, span=clock_span(statement.over_seconds))
    if asked.out_of_order:
        yield voice.say("report.out_of_order")
    if not asked.known:
        yield voice.say("report.not_in_list")


def points_by_question(voice: Voice, item: str) -> Iterator[str]:
    """The points made under an item, by question, with by how many each question was taken up."""
    found = positions(voice.report, item)
    if found:
        yield f"### {voice.say('report.points')}"
    for each in found:
        if each.question is None:
            yield f"#### {voice.say('report.no_question')}"
        else:
            short = voice.words(each.question.short)
            name = escaped(each.question.id)
            yield f"#### {voice.say('report.question', id=name, short=short)}"
            if voice.is_counted and each.count.delegations:
                yield voice.sentences(_counts(voice, each))
        yield from bullets(_point(voice, statement, point) for statement, point in each.said)


def _counts(voice: Voice, said: Positions) -> Iterator[str]:
    yield voice.say("report.counted", **_numbers(voice, said.count, None))
    for stance, by in said.stances:
        if by.delegations:
            numbers = _numbers(voice, by, said.count.delegations)
            named = voice.say(f"report.stance.{stance}")
            yield voice.say("report.counted_stance", stance=named, **numbers)


def _numbers(voice: Voice, by: Count, among: int | None) -> dict[str, str | int]:
    return {
        "who": voice.say(f"report.who.{quantifier(by.delegations, among)}"),
        "delegations": by.delegations,
        "statements": by.statements,
        "states": by.states,
    }


def _point(voice: Voice, statement: Statement, point: Point) -> str:
    marks = voice.marks(voice.point_marks(point, statement.asked))
    text = escaped(point.text)
    if not voice.may_name(statement.asked):
        return f"{text}{marks}"
    who = voice.who(statement.asked, with_aligned=False)
    return voice.say("report.said", who=f"{who}{marks}", text=text)


def decisions(voice: Voice, item: str) -> Iterator[str]:
    """What was decided under an item."""
    lines = [
        voice.say("report.said", who=voice.clock(each.at), text=escaped(each.text))
        for each in voice.report.decisions
        if each.item == item
    ]
    yield from _headed(voice.say("report.decisions"), lines)


def outcomes(voice: Voice, item: str) -> Iterator[str]:
    """Requests for the floor that were not heard, by what became of them."""
    asked = [each for each in voice.report.inscriptions if each.item == item]
    lines = []
    for outcome in _UNHEARD:
        theirs = [each for each in asked if each.outcome == outcome]
        if theirs:
            lines.append(voice.say(f"report.outcome.{outcome}", who=_requests(voice, theirs)))
    yield from _headed(voice.say("report.outcomes"), lines)


def _requests(voice: Voice, asked: list[Inscription]) -> str:
    shown = [voice.who(each) for each in asked if voice.may_name(each)]
    unnamed = sum(not voice.may_name(each) for each in asked)
    if unnamed:
        shown.append(voice.say("report.requests", count=unnamed))
    return voice.say("report.mark_comma").join(shown)


def orders(voice: Voice, item: str | None) -> Iterator[str]:
    """Points of order and the rulings on them."""
    raised = (each for each in voice.report.points_of_order if each.item == item)
    yield from _headed(voice.say("report.orders"), [_order(voice, each) for each in raised])


def _order(voice: Voice, order: PointOfOrder) -> str:
    time = voice.clock(order.raised_at)
    line = voice.say("report.raised", time=time, who=voice.other(order.delegation))
    if order.text:
        line = voice.say("report.said", who=line, text=escaped(order.text))
    if order.ruling is not None and order.ruled_at:
        ruled = voice.clock(order.ruled_at)
        ruling = voice.say("report.ruling", time=ruled, text=escaped(order.ruling))
    else:
        ruling = voice.say("report.lapsed" if order.lapsed_at else "report.no_ruling")
    return f"{line}{voice.say('report.mark_comma')}{ruling}"


def documents(voice: Voice, item: str | None) -> Iterator[str]:
    """Texts received; whose they are only where delegations are named."""
    lines = []
    for each in voice.report.documents:
        text = escaped(each.text)
        if each.item == item and voice.is_named:
            who = voice.other(each.delegation)
            lines.append(voice.say("report.said", who=who, text=text))
        elif each.item == item:
            lines.append(text)
    yield from _headed(voice.say("report.documents"), lines)


def _headed(heading: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"### {heading}"
        yield from bullets(lines)
