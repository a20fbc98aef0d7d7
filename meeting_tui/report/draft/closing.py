"""How a report ends: points of order, who was not heard, the texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from meeting_tui.meeting.records import Inscription, PointOfOrder
from meeting_tui.report.blocks import (
    Block,
    Bullets,
    Heading,
    Inline,
    Paragraph,
    Run,
    plain,
)
from meeting_tui.report.draft.voice import Voice
from meeting_tui.report.read_model import Statement

_UNHEARD = ("not_reached", "text_only", "withdrew", "absent", "waiting")


def points_of_order(voice: Voice) -> Iterator[Block]:
    """Points of order with the Chair's rulings."""
    yield Heading(1, voice.say("sheet.orders"))
    raised = voice.report.points_of_order
    if raised:
        yield Bullets(tuple(_order(voice, each) for each in raised))
    else:
        yield _numbered(voice.say("sheet.no_orders"))


def _order(voice: Voice, order: PointOfOrder) -> Inline:
    time, who = voice.clock(order.raised_at), voice.other(order.delegation)
    head = voice.say("sheet.raised", time=time, who=who)
    runs = [Run(head)]
    if order.text:
        runs = [
            Run(voice.say("draft.colon", who=head, text="")),
            Run(voice.people(order.text, order.id)),
        ]
    if order.ruling is not None and order.ruled_at is not None:
        runs.append(Run(voice.say("sheet.ruling", time=voice.clock(order.ruled_at))))
        runs.append(Run(voice.people(order.ruling, order.id)))
    else:
        runs.append(Run(voice.say("sheet.lapsed" if order.lapsed_at else "sheet.not_ruled")))
    return tuple(runs)


def unheard_and_texts(voice: Voice) -> Iterator[Block]:
    """Requests for the floor by what became of them, texts received and awaited."""
    yield Heading(1, voice.say("sheet.unheard"))
    unheard = {each: _by_item(voice, each) for each in _UNHEARD}
    if voice.report.statements and not any(unheard.values()):
        yield _numbered(voice.say("sheet.all_reached"))
    for outcome, who in unheard.items():
        if who:
            yield _numbered(voice.say(f"sheet.outcome.{outcome}", who=who))
    yield from _texts(voice)


def _numbered(text: str) -> Paragraph:
    return Paragraph(plain(text), numbered=True)


def _by_item(voice: Voice, outcome: str) -> str:
    """Who it was, or how many, item by item."""
    parts = []
    for item in voice.report.items:
        asked = [
            each
            for each in voice.report.inscriptions
            if each.item == item.plan.id and each.outcome == outcome
        ]
        if asked:
            who = requests(voice, asked)
            parts.append(voice.say("sheet.under_item", id=item.plan.id, who=who))
    return voice.say("draft.semicolon").join(parts)


def requests(voice: Voice, asked: Sequence[Inscription]) -> str:
    """Whose requests they are; those that may not be named are counted."""
    shown = [voice.who_briefly(each) for each in asked if voice.may_name(each)]
    unnamed = sum(not voice.may_name(each) for each in asked)
    if unnamed:
        shown.append(voice.number("requests", unnamed))
    return voice.listed(shown)


def _texts(voice: Voice) -> Iterator[Block]:
    report = voice.report
    if report.documents:
        yield Paragraph(plain(voice.say("sheet.texts_received")))
        yield Bullets(
            tuple(
                (*_owner(voice, each.delegation), Run(voice.people(each.text, each.id)))
                for each in report.documents
            )
        )
    received = of_statements(voice, lambda each: each.intervention.text is not None)
    if received:
        yield _numbered(voice.say("sheet.texts_of_statements", who=received))
    kept = of_statements(voice, lambda each: bool(each.text))
    if kept:
        yield _numbered(voice.say("sheet.texts_kept", who=kept))
    if not (received or kept or report.documents):
        yield _numbered(voice.say("sheet.no_texts"))
    awaited = of_statements(voice, lambda each: each.intervention.text_awaited)
    if awaited:
        yield _numbered(voice.say("sheet.texts_awaited", who=awaited))
    else:
        yield _numbered(voice.say("sheet.no_texts_awaited"))


def _owner(voice: Voice, delegation: str) -> Iterator[Run]:
    if voice.is_named:
        who = voice.other(delegation)
        yield Run(voice.say("draft.colon", who=who, text=""), "strong")


def of_statements(voice: Voice, is_meant: Callable[[Statement], bool]) -> str:
    """Whose statements those are, item by item."""
    parts = []
    for item in voice.report.items:
        meant = [
            each
            for each in voice.report.statements
            if each.intervention.item == item.plan.id and is_meant(each)
        ]
        if meant:
            who = speakers(voice, meant)
            parts.append(voice.say("sheet.under_item", id=item.plan.id, who=who))
    return voice.say("draft.semicolon").join(parts)


def speakers(voice: Voice, statements: Iterable[Statement]) -> str:
    """Who spoke, each once; those that may not be named by how many statements they made."""
    given = list(statements)
    named = dict.fromkeys(
        voice.who_briefly(each.asked) for each in given if voice.may_name(each.asked)
    )
    unnamed = sum(not voice.may_name(each.asked) for each in given)
    shown = [*named, *([voice.number("statements", unnamed)] if unnamed else [])]
    return voice.listed(shown)
