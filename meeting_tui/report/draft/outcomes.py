"""What came of a discussion: proposals with who holds what on them, help wanted and offered,
decisions; and one paragraph that says which of these there were none of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from meeting_tui.meeting.positions import Subject
from meeting_tui.meeting.records import Decision, Point
from meeting_tui.report.blocks import Block, Bullets, Heading, Inline, Paragraph, Run, plain
from meeting_tui.report.draft.digest import Place, bullet, digest, in_telling_order, stances
from meeting_tui.report.draft.voice import Voice
from meeting_tui.report.positions import Said


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
        yield Paragraph(plain(voice.sentences(missing)), numbered=True)


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
            yield Paragraph(plain(text), numbered=True)


def _views(voice: Voice, proposed: Said, place: Place) -> Iterator[Block]:
    """What was said on a proposal: a clean text has no number that would lead back to it."""
    statement, point = proposed
    if point.proposal is None:
        return
    here = Place(place.item, place.questions, Subject("proposal", point.proposal))
    said = list(digest(voice, voice.said.on_proposal(point.proposal), here))
    if said:
        text = voice.point(statement, point)
        yield Paragraph(plain(voice.say("digest.views_on_proposal", text=text)), numbered=True)
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
    return stances(voice, Subject("proposal", point.proposal), voice.said.count(spoke))


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
