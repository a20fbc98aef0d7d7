"""Points: the lines of a note, each belonging to one intervention.

A correction is a further event; what the point read before is kept and exported with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from meeting_tui.meeting.declared import (
    CORRECTIONS,
    NOTES,
    Act,
    Happening,
    Seat,
    Teller,
    Together,
    When,
)
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import (
    AUDIENCES,
    KINDS,
    POINT_TAGS,
    STANCES,
    Intervention,
    On,
    OnItem,
    Point,
    Who,
    put_together,
)
from meeting_tui.meeting.point_marks import UNMARKED, marked, point_marks, recorded, stance_told
from meeting_tui.meeting.point_tags import tagged_line
from meeting_tui.meeting.proposals import PROPOSAL, counted_id, latest_id, new_id
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import (
    NAMES,
    Fields,
    Part,
    any_text,
    on_item,
    on_statement,
    part,
    point,
    said,
)
from meeting_tui.meeting.waiting_order import same_delegation

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


class Note(Command, frozen=True):
    text: str
    questions: tuple[str, ...] = ()
    kind: str = "statement"
    stance: str = "none"
    audience: str = "report"
    on: Who | int | OnItem | None = None
    """A delegation (its latest intervention), an intervention's number, an item itself, or None for
    the floor's."""
    topics: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    stance_on: tuple[str, ...] | None = None
    """Those of its tags that the stance is on; None: all."""


class CorrectPoint(Command, frozen=True):
    point: str
    text: str
    questions: tuple[str, ...] = ()
    kind: str = "statement"
    stance: str = "none"
    audience: str = "report"
    topics: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    stance_on: tuple[str, ...] | None = None
    seen: int | None = None
    """The last entry its author had seen when the correction was begun; the desk fills it in."""
    desk: str = ""
    base: Point | None = None
    """The point as its author had seen it; the same, and the author's desk."""


class TagPoint(Command, frozen=True):
    """What a point is on, its text left as it is."""

    point: str
    questions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    seen: int | None = None
    desk: str = ""
    base: Point | None = None


class PointNoted(Event, frozen=True):
    """A note-taker wrote a line on an intervention."""

    name = "point_noted"
    makes = "point"
    point: str
    intervention: str
    text: str
    questions: tuple[str, ...] = ()
    kind: str = "statement"
    stance: str = "none"
    audience: str = "report"
    not_asked: tuple[str, ...] = ()
    """Those of `questions` that do not ask this kind of delegation."""
    topics: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    """Proposals it speaks to."""
    proposal: str | None = None
    """The id given to it as a proposal."""
    stance_on: tuple[str, ...] | None = None
    """Those of its tags that the stance is on; None: all."""


class PointCorrected(Event, frozen=True):
    """The point reads so from now on; what it read before stays in the log."""

    name = "point_corrected"
    point: str
    text: str
    questions: tuple[str, ...]
    kind: str
    stance: str
    audience: str
    not_asked: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    proposals: tuple[str, ...] = ()
    proposal: str | None = None
    """The id given to it as a proposal by this; one it has already stays without being said."""
    stance_on: tuple[str, ...] | None = None
    beside: bool | None = None
    """True where another seat corrected it at the same time, unseen: what it made of it is kept."""


class ItemNoted(Event, frozen=True):
    """A note-taker wrote a line on an item, which nobody said: a note of its own."""

    name = "item_noted"
    makes = "point"
    point: str
    item: str
    text: str
    questions: tuple[str, ...] = ()
    kind: str = "statement"
    audience: str = "report"
    topics: tuple[str, ...] = ()


_NEVER = datetime(1, 1, 1, tzinfo=UTC)


def note(state: MeetingState, command: Note, now: datetime) -> tuple[Event, ...] | Refusal:
    """Add a point to the intervention that has or last had the floor, or to a named one."""
    if not command.text:
        return refuse("empty_note")
    if isinstance(command.on, OnItem):
        return _note_on_item(state, command, command.on.item)
    own = item_itself(state) if command.on is None else None
    if own is not None:
        return _note_on_item(state, command, own)
    latest = latest_here(state) if command.on is None else None
    about = latest or intervention_meant(state, command.on)
    if isinstance(about, Refusal):
        return about
    return (
        PointNoted(
            point=next(state.new_ids("point")),
            intervention=about.id,
            text=command.text,
            questions=command.questions,
            kind=command.kind,
            stance=command.stance,
            audience=command.audience,
            not_asked=not_asked(state, about, command.questions),
            topics=command.topics,
            proposals=command.proposals,
            proposal=new_id(state, command.kind),
            stance_on=command.stance_on,
        ),
    )


def item_itself(state: MeetingState) -> str | None:
    """The open item, where nobody has spoken on it or since it was opened; else None."""
    return state.item if latest_here(state) is None else None


def latest_here(state: MeetingState) -> Intervention | None:
    """Who has or last had the floor; before anybody has it on a reopened item, the last before."""
    last = state.interventions.get(state.floor or state.last_intervention or "")
    if last is None or state.item is None or state.floor or last.is_on(state.item):
        return last
    since = state.items[state.item].open_since
    if since is not None and last.given_at > since:  # a reply on another item
        return last
    spoken = reversed(state.interventions.values())
    return next((each for each in spoken if each.is_on(state.item)), None)


def _note_on_item(state: MeetingState, command: Note, item: str) -> tuple[Event, ...] | Refusal:
    """Add a note to an item itself; only a delegation takes positions and makes proposals."""
    if command.stance != STANCES[0] or command.kind == PROPOSAL or command.proposals:
        return refuse("item_takes_no_position", item=item)
    point = next(state.new_ids("point"))
    of_point = (command.questions, command.kind, command.audience, command.topics)
    return (ItemNoted(point, item, command.text, *of_point),)


def noted(state: MeetingState, point: str) -> Point | None:
    """A point of that id, on a statement or on an item itself."""
    return state.points.get(point) or state.item_notes.get(point)


def intervention_meant(state: MeetingState, on: Who | int | None) -> Intervention | Refusal:
    """A delegation's latest intervention, the one of a number, or the one on the floor (None)."""
    if on is None:
        latest = state.last_intervention
        return state.interventions[latest] if latest else refuse("nobody_has_spoken")
    if isinstance(on, int):
        found = next((i for i in state.interventions.values() if i.number == on), None)
        return found or refuse("no_such_intervention", number=on, last=len(state.interventions))
    theirs = [
        each
        for each in state.interventions.values()
        if same_delegation(state.asked_by(each).delegation, on)
    ]
    return theirs[-1] if theirs else refuse("has_not_spoken", name=on.name)


def not_asked(
    state: MeetingState, intervention: Intervention, questions: tuple[str, ...]
) -> tuple[str, ...]:
    """Those of the questions that do not ask the kind of delegation that spoke."""
    kind = state.asked_by(intervention).delegation_kind
    found = (state.agenda.question(each) for each in questions)
    return tuple(each.id for each in found if each and each.asks and kind not in each.asks)


def correct_point(
    state: MeetingState, command: CorrectPoint, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Let a point read otherwise from now on."""
    if not command.text:
        return refuse("empty_note")
    point = noted(state, command.point)
    if point is None:
        return refuse("no_such_point", point=command.point)
    turn = state.interventions.get(point.intervention)
    if turn is None and (
        command.stance != STANCES[0] or PROPOSAL in (command.kind, *command.proposals)
    ):
        return refuse("item_takes_no_position", item=point.item or "")
    event = corrected_on(state, command, point, turn)
    if command.seen is not None and state.corrected_unseen(point.id, command.seen, command.desk):
        event = beside(state, event, command.base, point)
    if reads_so(point, event):
        return refuse("nothing_changed", point=point.id)
    return (event,)


def beside(
    state: MeetingState, event: PointCorrected, base: Point | None, theirs: Point
) -> PointCorrected:
    """A correction beside another that its author had not seen: both hold where they can.

    `base`: how the author saw it, if that is known. Where both changed the same, it is marked.
    """
    if base is None:
        return replace(event, beside=True)
    held, is_rival = put_together(base, event, theirs)
    tags = tuple(each for name in POINT_TAGS for each in held[name])
    if is_bare(event) and is_bare(theirs) and event.stance == theirs.stance:
        held["text"], is_rival = recorded(event.stance, tags), False
    if held["stance_on"] is not None:
        held["stance_on"] = tuple(each for each in held["stance_on"] if each in tags) or None
    turn = state.interventions.get(theirs.intervention)
    marked = not_asked(state, turn, held["questions"]) if turn else ()
    return replace(event, **held, not_asked=marked, beside=True if is_rival else None)


def corrected_on(
    state: MeetingState, command: CorrectPoint, point: Point, turn: Intervention | None
) -> PointCorrected:
    """How a point reads from now on, as one of that statement (None: of an item itself)."""
    return PointCorrected(
        point=point.id,
        text=command.text,
        questions=command.questions,
        kind=command.kind,
        stance=command.stance,
        audience=command.audience,
        not_asked=not_asked(state, turn, command.questions) if turn else (),
        topics=command.topics,
        proposals=command.proposals,
        proposal=new_id(state, command.kind, point.proposal),
        stance_on=command.stance_on,
    )


def reads_so(point: Point, event: PointCorrected) -> bool:
    """Whether a point reads so already."""
    return _corrected(point, event) == replace(point, corrected=True)


def tag_point(state: MeetingState, command: TagPoint, now: datetime) -> tuple[Event, ...] | Refusal:
    """Let a point be on these questions, topics and proposals, and read as it does."""
    point = noted(state, command.point)
    if point is None:
        return refuse("no_such_point", point=command.point)
    seen = (command.seen, command.desk, command.base)
    if command.base is not None and state.corrected_unseen(point.id, command.seen or 0, seen[1]):
        point = command.base  # what others made of it since is no matter of these tags
    tags = (command.questions, command.topics, command.proposals)
    if tags == (point.questions, point.topics, point.proposals):
        return refuse("tagged_so", point=point.id)
    text = point.text
    if is_bare(point) and any(tags):
        text = recorded(point.stance, tuple(each for sort in tags for each in sort))
    read_so = (point.kind, point.stance, point.audience)
    correction = CorrectPoint(point.id, text, tags[0], *read_so, tags[1], tags[2], None, *seen)
    return correct_point(state, correction, now)


def makes_proposal(event: Event) -> bool:
    """Whether an event gives out the id of a proposal; one of a log that had none noted it."""
    if isinstance(event, PointNoted):
        return event.kind == PROPOSAL
    return isinstance(event, PointCorrected) and event.proposal is not None


def point_line(point: Point | PointNoted | PointCorrected | ItemNoted) -> str:
    """A point as it would be typed: marks, then text."""
    if isinstance(point, ItemNoted):
        point = noted_so(point, _NEVER, "")
    typed = {each: each.lower() for each in point.questions}
    objects = point.stance_on or ()
    tags = (*point.questions, *point.topics, *point.proposals)
    marks = [typed.get(each, each) for each in tags if each not in objects]
    if point.kind != KINDS[0]:
        marks.append(f"/{point.kind}")
    if point.stance != STANCES[0]:
        marks += [f"/{point.stance}", *(typed.get(each, each) for each in objects)]
    if point.audience != AUDIENCES[0]:
        marks.append(f"/{point.audience}")
    if marks and not marks[-1].startswith("/"):
        return tagged_line(marks, point.text)
    return " ".join([*marks, point.text])


def noted_so(event: ItemNoted, at: datetime, author: str) -> Point:
    """A note on an item as a point that is nobody's."""
    return Point(
        id=event.point,
        intervention="",
        at=at,
        author=author,
        text=event.text,
        questions=event.questions,
        kind=event.kind,
        stance=STANCES[0],
        audience=event.audience,
        not_asked=(),
        topics=event.topics,
        item=event.item,
    )


def on_noted(state: MeetingState, event: PointNoted, entry: Entry) -> None:
    """The point stands at the end of its intervention's points."""
    state.points[event.point] = Point(
        id=event.point,
        intervention=event.intervention,
        at=entry.at,
        author=entry.hand,
        text=event.text,
        questions=event.questions,
        kind=event.kind,
        stance=event.stance,
        audience=event.audience,
        not_asked=event.not_asked,
        topics=event.topics,
        proposals=event.proposals,
        proposal=event.proposal or (latest_id(state) if event.kind == PROPOSAL else None),
        stance_on=event.stance_on,
    )
    state.points_of.setdefault(event.intervention, []).append(event.point)


def on_corrected(state: MeetingState, event: PointCorrected, entry: Entry) -> None:
    """The point reads so; what it read before is among the corrections."""
    held = state.item_notes if event.point in state.item_notes else state.points
    before = held[event.point]
    after = _corrected(before, event)
    if event.beside:
        after = replace(after, rival=_rival(state, before))
    state.corrected_at[event.point] = (entry.seq, entry.desk)
    if after.proposal is None and event.kind == PROPOSAL:
        after = replace(after, proposal=counted_id(state))
    held[event.point] = after
    state.keep_correction(entry, "point", event.point, point_line(before), point_line(after))


def _rival(state: MeetingState, before: Point) -> str:
    """What it read before, with whose correction that was."""
    about = (each for each in reversed(state.corrections) if each.subject == before.id)
    by = next((each.author for each in about), "")
    return f"{by}: {point_line(before)}" if by else point_line(before)


def _corrected(point: Point, event: PointCorrected) -> Point:
    """The point as the correction lets it read."""
    return replace(
        point,
        rival="",
        text=event.text,
        questions=event.questions,
        kind=event.kind,
        stance=event.stance,
        audience=event.audience,
        not_asked=event.not_asked,
        corrected=True,
        topics=event.topics,
        proposals=event.proposals,
        proposal=point.proposal or event.proposal,
        stance_on=event.stance_on,
    )


_NO_STANCE = "none"


_Noted = Point | PointNoted | PointCorrected | ItemNoted


def is_bare(point: Point | PointNoted | PointCorrected) -> bool:
    """Whether a point says no more than where somebody stands."""
    has_one = point.stance != _NO_STANCE
    return not point.text or (has_one and point.text == recorded(point.stance, _tags(point)))


def point_text(point: _Noted, language: str) -> str:
    """What a point says; a bare position in a sentence; empty for a text that was purged."""
    if isinstance(point, ItemNoted) or not (point.text and point.stance != _NO_STANCE):
        return point.text
    if not is_bare(point):
        return point.text
    sorts = {"question": point.questions, "topic": point.topics, "proposal": point.proposals}
    return stance_told(point.stance, sorts, language)


def _tags(point: Point | PointNoted | PointCorrected) -> tuple[str, ...]:
    return (*point.questions, *point.topics, *point.proposals)


def _point_told(teller: Teller, event: PointNoted) -> str:
    name, text = teller.who(event.intervention), _line_told(teller, event)
    if event.proposal:
        text = f"{event.proposal}: {text}"
    if event.not_asked:
        questions = teller.both(event.not_asked)
        return teller.told(event, "not_asked", name=name, text=text, questions=questions)
    return teller.told(event, name=name, text=text)


def _line_told(teller: Teller, event: PointNoted | PointCorrected) -> str:
    """A point as it would be typed; a position without words of its own in a sentence."""
    if not event.text:
        return teller.say("corrections.nothing_left")
    return point_text(event, teller.language) if is_bare(event) else point_line(event)


def _points_told(teller: Teller, events: Sequence[PointNoted]) -> str:
    name = teller.who(events[0].intervention)
    return teller.say("happened.points_noted", count=len(events), name=name)


def item_note_told(teller: Teller, event: ItemNoted) -> str:
    """A note on an item itself, in one line."""
    text = point_line(event) if event.text else teller.say("corrections.nothing_left")
    return teller.say("points.item_noted", item=event.item, text=text)


def item_notes_told(teller: Teller, events: Sequence[ItemNoted]) -> str:
    """Several notes on one item: how many they are."""
    return teller.say("happened.points_noted.item", count=len(events), item=events[0].item)


def sorts_counted(event: PointNoted | PointCorrected | ItemNoted) -> Iterator[str]:
    """The sorts of ids that a point uses: its own, and that of a proposal it makes."""
    if event.makes:
        yield event.makes
    if makes_proposal(event):
        yield PROPOSAL


HAPPENINGS = (
    Happening(
        PointNoted,
        on_noted,
        _point_told,
        (NOTES,),
        Together(lambda t, e: e.intervention, _points_told),
        sorts_counted,
        stays=True,
    ),
    Happening(
        PointCorrected,
        on_corrected,
        lambda t, e: t.told(e, point=e.point, text=_line_told(t, e)),
        (NOTES, CORRECTIONS),
        counted=sorts_counted,
        stays=True,
        corrects=True,
    ),
)


def _proposed(**fields: Any) -> Note:
    return Note(**{**fields, "kind": PROPOSAL})


def _tags_typed(reader: Reader) -> Fields | Refusal:
    """`TAG ...`, or `none`."""
    if said(reader, "none"):
        return {}
    marks = point_marks(reader)
    if isinstance(marks, Refusal):
        return marks
    tags = {each: marks[each] for each in ("questions", "topics", "proposals")}
    left = reader.peek()
    more = {marks["kind"], marks["stance"], marks["audience"]}.difference(UNMARKED)
    if left or more:
        return refuse("no_such_tag", found=left.text if left else f"/{min(more)}")
    if not any(tags.values()):
        return refuse("tag_missing")
    return tags


def _on_statement(reader: Reader) -> On | Refusal:
    """`on D|N`; a text that begins with that word is told how it is written."""
    found = on_statement(reader)
    if isinstance(found, Refusal) and found.code == "has_not_spoken":
        return refuse("note_on_unheard", name=found.params["name"])
    return found


_ON_STATEMENT = part("[on D|N]", "on", _on_statement, NAMES)
_ON_ANYTHING = part("[on D|N|item ID]", "on", lambda r: on_item(r) or _on_statement(r), NAMES)


ACTS = (
    Act(
        "note",
        "notes",
        {Note: note},
        (_ON_ANYTHING, marked(), any_text()),
        When.EVER,
        Seat.NOTES,
        events=(PointNoted, ItemNoted),
    ),
    Act(
        "correct",
        "record",
        {CorrectPoint: correct_point},
        (point(), marked(), any_text()),
        When.EVER,
        Seat.NOTES,
        events=(PointCorrected,),
    ),
    Act(
        "propose",
        "notes",
        {Note: note},
        (_ON_STATEMENT, marked("[TAG ...]"), any_text()),
        When.EVER,
        Seat.NOTES,
        make=_proposed,
        events=(PointNoted,),
    ),
    Act(
        "tag",
        "record",
        {TagPoint: tag_point},
        (point(), Part("TAG [TAG ...]|none", _tags_typed)),
        When.EVER,
        Seat.NOTES,
        events=(PointCorrected,),
    ),
)
