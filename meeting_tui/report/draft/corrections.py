"""What was put right after it was recorded, as a report tells it: in words, never as it was typed.

Where delegations are not named only how many corrections of which sort there were is said: what
was changed would tell whose it was, and stands in the record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from meeting_tui.meeting.facts import AUDIENCES, KINDS, STANCES, Bands, Correction
from meeting_tui.meeting.notes import point_text
from meeting_tui.meeting.point_marks import recorded, stance_told
from meeting_tui.meeting.proposals import PROPOSAL
from meeting_tui.patterns import late_pattern
from meeting_tui.report.blocks import Block, Bullets, Heading, Inline, numbered, plain
from meeting_tui.report.draft.opening import bands_told
from meeting_tui.report.draft.voice import Voice
from meeting_tui.report.leaving import LEAVING, REPORTED, corrections_speaking_of
from meeting_tui.text import capital, clean_line

_OF_POINTS = ("point", "item", "place")
"""Corrections whose subject is a point."""
_SORTS = ("point", "item", "place", "strike", "attribution", "times", "delegation", "bands")
"""Sorts of corrections that a report tells, in the order it counts them."""
_PROPOSAL = late_pattern(r"r\d+")
_BETWEEN = late_pattern(r"-(?=\d\d:\d\d:\d\d)")
"""Between two times of day."""
_CAPACITY = late_pattern(r"(?P<who>[^()]+)\((?P<group>[^()+]+)(?P<aligned>[^()]*)\)")


class _Typed(Struct, frozen=True):
    """A point as it was typed, taken apart."""

    text: str
    tags: tuple[str, ...]
    kind: str
    stance: str


def corrections(voice: Voice) -> Iterator[Block]:
    """What was put right after it was recorded."""
    yield Heading(1, voice.say("sheet.corrections"))
    made = reported(voice)
    if not made:
        yield numbered(voice.say("sheet.no_corrections"))
    elif voice.is_named:
        yield Bullets(tuple(_told(voice, each) for each in made))
    else:
        yield numbered(_counted(voice, made))


def reported(voice: Voice) -> list[Correction]:
    """Those that a text to be handed on may tell.

    None of a point that is, or ever was, for others than the report, and not that one was purged.
    """
    marks = {f"/{audience}" for audience in LEAVING if audience not in REPORTED}
    told = set(_texts(voice)) - {
        each.subject
        for each in voice.report.corrections
        if each.what == "point" and not marks.isdisjoint(f"{each.before} {each.after}".split())
    }
    found = (
        each
        for each in voice.report.corrections
        if each.what in _SORTS and (each.what not in _OF_POINTS or each.subject in told)
    )
    made = {each.proposal or "" for each in voice.said.points if each.kind == PROPOSAL}
    leaving = corrections_speaking_of(found, voice.report.agenda, made)
    return sorted((*leaving, *voice.report.strikes), key=lambda each: each.at)


def _texts(voice: Voice) -> dict[str, str]:
    """What each point for the report says, by its id; also of notes on the items themselves."""
    notes = (note for item in voice.report.items for note in item.notes)
    noted = {each.id: each.text for each in notes if each.audience in REPORTED}
    return noted | {each.id: point_text(each, voice.report.language) for each in voice.said.points}


def _counted(voice: Voice, made: Sequence[Correction]) -> str:
    counts = Counter(each.what for each in made)
    sorts = [
        voice.say("sheet.kind_count", kind=voice.say(f"sheet.corrected.{sort}"), count=counts[sort])
        for sort in _SORTS
        if counts[sort]
    ]
    listed = voice.say("draft.semicolon").join(sorts)
    return voice.say("sheet.corrections_counted", sorts=listed)


def _told(voice: Voice, correction: Correction) -> Inline:
    tell: Callable[[Voice, Correction], str] = {
        "point": _point,
        "item": _item,
        "place": _moved,
        "strike": _strike,
        "attribution": _attribution,
        "times": _times,
        "delegation": _name,
        "bands": _bands,
    }[correction.what]
    text = tell(voice, correction)
    return plain(voice.say("sheet.corrected_at", time=voice.clock(correction.at), text=text))


def _point(voice: Voice, correction: Correction) -> str:
    before, after = (_typed(voice, each) for each in (correction.before, correction.after))
    what = voice.say("sheet.a_point")
    if before.tags == after.tags and after.tags:
        what = voice.say("sheet.a_point_on", ids=voice.listed(after.tags))
    return voice.say(
        "sheet.was_is",
        what=what,
        before=_quoted_point(voice, before, after),
        after=_quoted_point(voice, after, before),
    )


def _quoted_point(voice: Voice, point: _Typed, other: _Typed) -> str:
    """The text with what it is marked with, as far as the other version has that otherwise."""
    marks = []
    if point.tags != other.tags:
        key = "digest.mark.on" if point.tags else "sheet.on_nothing"
        marks.append(voice.say(key, ids=voice.listed(point.tags)))
    if point.kind != other.kind:
        marks.append(voice.say(f"record.value_{point.kind}"))
    if point.stance != other.stance:
        is_none = point.stance == STANCES[0]
        marks.append(voice.say("sheet.no_stance" if is_none else f"digest.mark.{point.stance}"))
    return voice.say("digest.quoted", text=_words(voice, point)) + voice.marks(marks)


def _words(voice: Voice, typed: _Typed) -> str:
    """What it says; a position without words of its own in a sentence."""
    if typed.stance == STANCES[0] or typed.text != recorded(typed.stance, typed.tags):
        return typed.text
    agenda = voice.report.agenda
    sorts = {
        "question": tuple(each for each in typed.tags if agenda.question(each)),
        "topic": tuple(each for each in typed.tags if agenda.topic(each)),
        "proposal": tuple(each for each in typed.tags if _PROPOSAL.fullmatch(each)),
    }
    return stance_told(typed.stance, sorts, voice.report.language)


def _typed(voice: Voice, line: str) -> _Typed:
    """Tags and marks stand before the text; what is neither begins it."""
    agenda = voice.report.agenda
    words = clean_line(line).split(" ")
    tags, kind, stance = [], KINDS[0], STANCES[0]
    is_closed = False
    while words and not is_closed:
        word = words[0].removesuffix(":")
        question, mark = agenda.question(word), word.removeprefix("/")
        if question or agenda.topic(word) or _PROPOSAL.fullmatch(word):
            tags.append(question.id if question else word)
            is_closed = words[0].endswith(":")
        elif mark == word or mark not in (*KINDS, *STANCES, *AUDIENCES):
            break
        elif mark in KINDS:
            kind = mark
        elif mark in STANCES:
            stance = mark
        del words[0]
    return _Typed(" ".join(words), tuple(tags), kind, stance)


def _item(voice: Voice, correction: Correction) -> str:
    before, after = (
        voice.say("sheet.under", id=each) for each in (correction.before, correction.after)
    )
    what = _quoted(voice, correction.subject)
    return voice.say("sheet.was_is", what=what, before=before, after=after)


def _quoted(voice: Voice, point: str) -> str:
    text = voice.say("digest.quoted", text=clean_line(_texts(voice)[point]))
    return voice.say("sheet.a_point_quoted", text=text)


def _moved(voice: Voice, correction: Correction) -> str:
    what = _quoted(voice, correction.subject)
    before, after = (_place(voice, each) for each in (correction.before, correction.after))
    return voice.say("sheet.was_is", what=what, before=before, after=after)


def _place(voice: Voice, line: str) -> str:
    """`on 7` and `on item 3` in words, with whose statement it is."""
    where = line.removeprefix("on ")
    if where.startswith("item "):
        return voice.say("sheet.on_item", id=where.removeprefix("item "))
    statements = voice.report.statements
    found = next((e for e in statements if str(e.intervention.number) == where), None)
    if found is None:
        return voice.say("sheet.in_statement", number=where)
    return voice.say("sheet.in_statement_of", number=where, who=voice.who_briefly(found.asked))


def _strike(voice: Voice, correction: Correction) -> str:
    reason = clean_line(correction.after)
    if not correction.before:
        what = voice.say("sheet.a_statement", number=correction.subject)
    else:
        place = _place(voice, correction.before)
        what = voice.say("sheet.a_point_placed", place=place)
    return voice.say("sheet.struck", what=what, reason=reason)


def _statement(voice: Voice, subject: str) -> str:
    runs = (each.intervention for each in voice.report.statements)
    number = next((each.number for each in runs if each.id == subject), 0)
    return voice.say("sheet.a_statement", number=number)


def _attribution(voice: Voice, correction: Correction) -> str:
    before, after = (_capacity(voice, each) for each in (correction.before, correction.after))
    what = _statement(voice, correction.subject)
    return voice.say("sheet.was_is_by", what=what, before=before, after=after)


def _capacity(voice: Voice, line: str) -> str:
    """`FRA(EU+ALB)` in words; a name as it was typed is its own."""
    report, directory = voice.report, voice.report.directory
    found = _CAPACITY.fullmatch(line)
    if found is None or directory.get(found["who"]) is None:
        return clean_line(directory.name(line, report.language))
    who, group = found["who"], found["group"]
    name = directory.name(who, report.language)
    if group != who:
        behalf = directory.group_in_sentence(group, report.language)
        name = voice.say("draft.on_behalf", name=name, group=behalf)
    aligned = [
        directory.name(each, report.language) for each in found["aligned"].split("+") if each
    ]
    if aligned:
        name = voice.say("draft.aligned", who=name, names=voice.listed(aligned))
    return name


def _times(voice: Voice, correction: Correction) -> str:
    before, after = (_span(voice, each) for each in (correction.before, correction.after))
    what = _statement(voice, correction.subject)
    return voice.say("sheet.was_is", what=what, before=before, after=after)


def _span(voice: Voice, line: str) -> str:
    """From when to when, or only from when for a turn that was still running."""
    start, *end = _BETWEEN.split(line)
    if not end:
        return voice.say("sheet.from_time", start=start)
    return voice.say("draft.span", start=start, end=end[0])


def _name(voice: Voice, correction: Correction) -> str:
    typed = voice.say("digest.quoted", text=clean_line(correction.before))
    name = voice.report.directory.name(correction.subject, voice.report.language)
    if clean_line(name) == clean_line(correction.before):
        return voice.say("sheet.is_confirmed", typed=typed)
    return voice.say("sheet.is_identified", typed=typed, name=clean_line(name))


def _bands(voice: Voice, correction: Correction) -> str:
    before, after = (_bands_line(voice, each) for each in (correction.before, correction.after))
    what = voice.say("sheet.corrected.bands")
    return voice.say("sheet.was_is", what=capital(what), before=before, after=after)


def _bands_line(voice: Voice, line: str) -> str:
    """`one=1 few=2 most=half` in words."""
    pairs = [each.partition("=") for each in line.split()]
    words = tuple((word, int(least)) for word, _, least in pairs if word != "most")
    return bands_told(voice, Bands(words, has_most=line.endswith("half")))
