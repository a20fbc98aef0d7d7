"""The points made on one matter, as a report tells them: by how many, who stands where, what.

Counted words stand before the points, never in place of them: the writer sees what the figure was
made of. The same digest serves questions, topics and what is on no question.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from msgspec import Struct

from meeting_tui.meeting.facts import STANCES, Point
from meeting_tui.meeting.notes import is_bare
from meeting_tui.meeting.positions import TAKEN, Subject
from meeting_tui.report.blocks import Block, Bullets, Inline, Paragraph, Run, plain
from meeting_tui.report.draft.voice import Voice, is_on_show
from meeting_tui.report.positions import Count, Said, item_of
from meeting_tui.report.read_model import Statement
from meeting_tui.text import capital

OUTCOMES = ("proposal", "request", "offer")
"""Kinds of points that are told by themselves, not among what was said on a question."""
_KINDS = ("asks", "figure", "announces")
"""Kinds of points that are listed apart, whatever stance they hold."""


REPLACED = "replaced"
"""In place of a stance: that of a position that a later one of the same speaker replaced."""


class Place(Struct, frozen=True):
    """Where points are told; a point says what it is on beyond that."""

    item: str
    questions: tuple[str, ...] = ()
    """What is told here is on these."""
    subject: Subject | None = None
    """What positions are taken on here."""

    @property
    def is_question(self) -> bool:
        """A question is answered; nobody supports it, as one supports a proposal."""
        return self.subject is not None and self.subject.sort == "question"


def digest(voice: Voice, said: Sequence[Said], place: Place) -> Iterator[Block]:
    """The points, each list under its own words; without proposals, requests and offers of help.

    A position that a later one replaced is in no list of positions: those come last, by themselves,
    and in a clean text among the points without a stance.
    """
    told = [each for each in in_telling_order(voice, said) if each[1].kind not in OUTCOMES]
    replaced = voice.said.replaced(place.subject)
    for sort in (*STANCES, *_KINDS, REPLACED):
        lines = tuple(
            line
            for statement, point in told
            if _sort(point, replaced, is_clean=voice.is_clean) == sort
            for line in bullet(voice, statement, point, place)
        )
        if lines:
            is_answer = place.is_question and sort in TAKEN
            lead = f"digest.lead_answer.{sort}" if is_answer else f"digest.lead.{sort}"
            yield Paragraph(plain(voice.say(lead)))
            yield Bullets(lines)


def in_telling_order(voice: Voice, said: Sequence[Said]) -> list[Said]:
    """The points as they are told: in the order of speaking only where all are named.

    Elsewhere that order would say whose a point was to whoever was in the room; there those who are
    named come first, and the others by what they said.
    """
    if voice.is_named:
        return list(said)
    return sorted(said, key=lambda each: _as_told(voice, each))


def _as_told(voice: Voice, said: Said) -> tuple[bool, str]:
    """By the text as it is shown: a name that was taken out shall not show in the order either."""
    statement, point = said
    text = voice.point(statement, point)
    return not voice.may_name(statement.asked), text.casefold()


def _sort(point: Point, replaced: Container[str], *, is_clean: bool) -> str:
    if point.kind not in _KINDS and point.id in replaced:
        return STANCES[0] if is_clean else REPLACED
    return point.kind if point.kind in _KINDS else point.stance


def bullet(voice: Voice, statement: Statement, point: Point, place: Place) -> Iterator[Inline]:
    """One point: who made it where that may be said, its text, what it is marked with.

    Nothing for a mere stance: it is counted, and says no more.
    """
    if is_bare(point):
        return
    by = ""
    if voice.may_name(statement.asked):
        by = voice.say("draft.colon", who=voice.who_briefly(statement.asked), text="")
    yield text_of(voice, statement, point, place, by=by)


def text_of(
    voice: Voice, statement: Statement, point: Point, place: Place, *, by: str = ""
) -> Inline:
    """A point: its number as a proposal, whom it is by, its text, its marks; clean, no numbers."""
    runs = []
    if point.proposal and point.kind == "proposal" and not voice.is_clean:
        runs.append(Run(voice.say("draft.colon", who=point.proposal, text=""), "strong"))
    if by:
        runs.append(Run(by, "strong"))
    if text := voice.point(statement, point):
        runs.append(Run(text))
    marks = "" if voice.is_clean else voice.marks(_marks(voice, statement, point, place))
    return (*runs, Run(marks, "muted")) if marks else tuple(runs)


def _marks(voice: Voice, statement: Statement, point: Point, place: Place) -> Iterator[str]:
    if voice.is_listed(point.id):
        yield point.id
    is_replaced = point.id in voice.said.replaced(place.subject)
    is_apart = point.kind in (*_KINDS, *OUTCOMES)
    if point.stance != STANCES[0] and is_apart != is_replaced:
        yield voice.say(f"digest.mark.{point.stance}")
    others = [each for each in (*point.questions, *point.proposals) if each not in place.questions]
    if others:
        key = "digest.mark.also" if place.questions else "digest.mark.on"
        yield voice.say(key, ids=voice.listed(sorted(others, key=_tag_order)))
    said_under = statement.intervention.item
    if said_under != place.item:
        yield voice.say("digest.mark.under", id=said_under)
    if statement.intervention.interpreted:
        yield voice.say("digest.mark.interpreted")
    # Whom a question does not ask would narrow down who spoke.
    if point.not_asked and voice.may_name(statement.asked):
        yield voice.say("digest.mark.not_asked")


def _tag_order(tag: str) -> tuple[str, int, str]:
    """`A3` before `A8`, `A8` before `A10`."""
    letters = tag.rstrip("0123456789")
    return letters.casefold(), int(tag[len(letters) :] or 0), tag


def is_of_presentation(said: Said) -> bool:
    """Whether a point is told with the presentation, or the words from the podium, it is from."""
    statement, point = said
    tagged = point.questions or point.topics or point.proposals or point.kind in OUTCOMES
    is_elsewhere = item_of(said) != statement.intervention.item
    return is_on_show(statement.asked) and not tagged and not is_elsewhere


def stances(voice: Voice, subject: Subject, spoke: Iterable[Statement]) -> str:
    """Who supports, has conditions or reservations, or is against, in one sentence; or nothing.

    `spoke`: the statements on the subject, of which "most" may be part; so is whoever takes a side
    in making a proposal.
    """
    key = "digest.answer" if subject.sort == "question" else "digest.stance"
    sides = voice.said.sides(subject)
    if not sides:
        return ""
    if not voice.is_counted:
        return _expressed(voice, [voice.say(f"{key}_anonymous.{stance}") for stance, _ in sides])
    by = voice.said.count((*spoke, *voice.said.taking_sides(subject)))
    clauses = [voice.say(f"{key}.{stance}", who=voice.who_many(held, by)) for stance, held in sides]
    first = voice.say("draft.clause").join(clauses[:-1])
    text = voice.say("draft.while", first=first, last=clauses[-1]) if first else clauses[-1]
    return voice.say("draft.full_stop", text=capital(text))


def _expressed(voice: Voice, views: Sequence[str]) -> str:
    """Which views there were, where it is not told by how many."""
    first = voice.say("digest.expressed_comma").join(views[:-1])
    what = voice.say("digest.expressed_and", first=first, last=views[-1]) if first else views[-1]
    return voice.say("digest.expressed", what=what)


def addressed(voice: Voice, by: Count, key: str, text: str = "") -> str:
    """By how many a question or a topic was taken up, in one sentence.

    `key`: `draft.addressed` or `draft.topic_addressed`; `text`: what the question is.
    """
    if not by.statements:
        return voice.say(f"{key}_podium", text=text)
    if not voice.is_counted:
        return voice.say(f"{key}_anonymous", text=text)
    return voice.say(key, who=capital(voice.who_many(by)), text=text)
