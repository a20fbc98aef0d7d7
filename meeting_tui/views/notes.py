"""Notes as lines: on whom and with what, said where the eye rests, beside the item's questions.

Who spoke before and who comes next, what is kept of a statement besides its points, who answered
each question, and whether this speaker has.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from meeting_tui.agenda.model import Question
from meeting_tui.meeting.details import language_name
from meeting_tui.meeting.facts import Intervention, Point
from meeting_tui.meeting.item_notes import notes_on
from meeting_tui.meeting.questions import answered_by
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import waiting
from meeting_tui.text import fit
from meeting_tui.views.columns import Column, row_line
from meeting_tui.views.floor import heading, on_another_item
from meeting_tui.views.look import Look
from meeting_tui.views.note_correcting import place_in, point_in, reading
from meeting_tui.views.noting import Noting, here, item_of_key
from meeting_tui.views.pieces import Line, Piece, fit_line, line, line_cells, sides, wrap


def details_said(look: Look, said: Intervention) -> str:
    """`text awaited · French, interpreted · Ms Roe, Ambassador`; empty where nothing is kept.

    Marks stand first: they are the shortest, and what was just recorded is looked for there.
    """
    comma = look.say("notes.comma")
    parts = _told(look, "text_awaited", said.text_awaited)
    parts += _told(look, "text_received", said.text is not None)
    parts += _told(look, "check_against_delivery", said.check_against_delivery)
    parts += _told(look, "for_record", said.for_record)
    text = look.state.statement_texts.get(said.id)
    if text is not None:
        count = text.count("\n") + 1
        key = "points.kept_one" if count == 1 else "points.kept"
        parts.append(look.say(key, count=count))
    if said.language is not None:
        heard = language_name(said.language, look.language)
        parts.append(comma.join([heard, *(_told(look, "interpreted", said.interpreted))]))
    if said.person:
        parts.append(comma.join([said.person, *([said.title] if said.title else [])]))
    return " · ".join(parts)


def _told(look: Look, key: str, holds: bool | None) -> list[str]:
    return [look.say(f"details.{key}")] if holds else []


_COLUMNS = (
    Column("number", 2, priority=7, align="right"),
    Column("sign", 1, priority=9),
    Column("id", 3, priority=10),
    Column("words", 10, weight=1, priority=6),
    Column("count", 3, priority=8, align="right"),
    Column("note", 13, priority=5),
)
_COMPACT_CELLS = 13
_BESIDE_WORDS = 14
"""Cells of a row besides its words: number, sign, id, count."""


class QuestionRow(Struct, frozen=True):
    """One question, as it is shown for the speaker of the notes."""

    number: int
    """Alt with this digit adds the tag."""
    id: str
    words: str
    answers: int
    """Delegations that answered it."""
    is_answered: bool
    """By this speaker."""
    is_asked: bool
    """Of this speaker's kind of delegation."""
    is_tagged: bool
    """It is among the tags of the point being written."""

    @property
    def sign(self) -> Piece:
        """● this speaker, ○ others, nothing for nobody."""
        if self.is_answered:
            return Piece("●", "on_time")
        return Piece("○" if self.answers else " ", "muted")


def questions_of(state: MeetingState, item: str | None) -> tuple[Question, ...]:
    """The questions of an item in the order of their keys: on the whole item, then on a segment."""
    together = (item, *(state.joined if item == state.item else ()))
    found = [each for each in state.agenda.questions if each.item in together]
    return tuple(sorted(found, key=lambda question: question.segment is not None))


def question_rows(
    state: MeetingState,
    item: str | None,
    target: Intervention | None,
    tags: Sequence[str],
    language: str,
) -> list[QuestionRow]:
    """The rows for an item and the speaker of the notes."""
    answers = answered_by(state)
    asked = state.asked_by(target) if target else None
    return [
        QuestionRow(
            number,
            question.id,
            question.short.say(language),
            len(answers.get(question.id, ())),
            asked is not None and asked.delegation in answers.get(question.id, ()),
            asked is None or not question.asks or asked.delegation_kind in question.asks,
            question.id in tags,
        )
        for number, question in enumerate(questions_of(state, item), 1)
    ]


def question_lines(
    look: Look, item: str | None, rows: Sequence[QuestionRow], width: int, height: int
) -> list[Line]:
    """The panel in `width` x `height` cells; if the rows do not fit, only their counts."""
    if item is None:
        return [line(Piece(f" {look.say('notes.no_item')}", "muted"))]
    if not rows:
        return [line(Piece(f" {look.say('notes.no_questions', item=item)}", "muted"))]
    title = line(Piece(f" {look.say('notes.questions_of', item=item)}", "heading"))
    answered = Piece(f"{look.say('notes.answered_by')} ", "muted")
    heading = sides(title, line(answered), width)
    whole = [one for row in rows for one in _whole(look, row, width)]
    if len(whole) + 3 <= height:
        legend = line(Piece(f" {look.say('notes.legend')}", "muted"))
        return [heading, *whole, (), legend]
    if len(rows) + 1 <= height:
        return [heading, *(row_line(_COLUMNS, _cells(look, row), width) for row in rows)]
    counts = _compact(rows, width)
    return [heading, *counts] if len(counts) < height else counts


def compact_rows(count: int, width: int) -> int:
    """Rows that the heading and the counts of so many questions take."""
    return 1 + -(-count // max(width // _COMPACT_CELLS, 1))


def _whole(look: Look, row: QuestionRow, width: int) -> list[Line]:
    """One question with all its words, in as many lines as they take."""
    room = max(width - _BESIDE_WORDS, 10)
    role = "" if row.is_asked else "muted"
    told = row.words if row.is_asked else f"{row.words} ({look.say('notes.not_asked')})"
    words = wrap(line(Piece(told, role)), room)
    first = (
        Piece(f"{row.number:>2} ", "muted"),
        row.sign,
        Piece(" "),
        *fit_line(line(Piece(row.id, _id_role(row))), 4),
        *fit_line(words[0], room),
        Piece(f"{row.answers:>4} ", "strong" if row.answers else "nearly"),
    )
    return [first, *((Piece(" " * 9), *rest) for rest in words[1:])]


def _cells(look: Look, row: QuestionRow) -> dict[str, Piece]:
    role = "" if row.is_asked else "muted"
    if row.is_answered:
        note = Piece(look.say("notes.this_speaker"), "on_time")
    elif not row.is_asked:
        note = Piece(look.say("notes.not_asked"), "muted")
    else:
        note = Piece("" if row.answers else look.say("notes.nobody"), "nearly")
    return {
        "number": Piece(str(row.number), "muted"),
        "sign": row.sign,
        "id": Piece(row.id, _id_role(row)),
        "words": Piece(row.words, role),
        "count": Piece(str(row.answers), "strong" if row.answers else "nearly"),
        "note": note,
    }


def _id_role(row: QuestionRow) -> str:
    return "accent strong reverse" if row.is_tagged else "accent strong"


def _compact(rows: Sequence[QuestionRow], width: int) -> list[Line]:
    """Number, sign, question and count, as many in a line as fit."""
    each_line = max(width // _COMPACT_CELLS, 1)
    found: list[Line] = []
    for start in range(0, len(rows), each_line):
        parts: list[Piece] = []
        for row in rows[start : start + each_line]:
            count = str(row.answers)
            used = 6 + len(row.id) + len(count)
            parts += [
                Piece(f" {row.number} ", "muted"),
                row.sign,
                Piece(" "),
                Piece(row.id, _id_role(row)),
                Piece(f" {count}"),
                Piece(" " * max(_COMPACT_CELLS - used, 1)),
            ]
        found.append(tuple(parts))
    return found


BEFORE = 4
"""So many earlier interventions are named."""
TITLE_CELLS = 12
"""Less of a title than this says nothing."""
COMING = 3
"""So many who wait are named."""


def who_line(look: Look, width: int) -> Line:
    """Who has the floor, in what capacity, on what; in one line beside the clock."""
    state = look.state
    if state.pending_order:
        raised = state.points_of_order[state.pending_order[0]]
        told = look.say("notes.pending_order", name=look.name(raised.delegation))
        return line(Piece(f" {told}", "over strong"), f"  {raised.text}")
    on = heading(look)
    speaking = state.speaking()
    if speaking is None:
        return line(Piece(f" {on}", "muted"))  # that nobody speaks is said by the clock beside it
    on = on_another_item(look, speaking) or on
    asked = state.made_by(speaking)
    name = line(
        Piece(f" {_loud(look, speaking)}", "strong"),
        Piece("" if asked.is_identified else " ?", "nearly"),
    )
    whole, number = look.capacity(asked), on.split("  ")[0]
    ways = [(whole, on), (whole, number), (look.short_capacity(asked), number)]
    shown = [
        (*name, Piece(f"  {capacity}"), Piece(f"  {about}", "muted")) for capacity, about in ways
    ]
    whole_line, numbered, _ = shown
    if line_cells(numbered) + TITLE_CELLS <= width:
        return whole_line  # the title is cut where the line ends
    return next((each for each in shown if line_cells(each) <= width), shown[-1])


def points_of(look: Look, target: Intervention | None) -> tuple[Point, ...]:
    """The points of an intervention, in the order noted."""
    if target is None:
        return ()
    state = look.state
    return tuple(state.points[each] for each in state.points_of.get(target.id, ()))


def points_shown(look: Look, noting: Noting) -> tuple[Point, ...]:
    """The points of what is noted on, be it the item itself, in the order noted."""
    item = noting.target_item(look.state)
    if item is not None:
        return notes_on(look.state, item)
    return points_of(look, noting.target(look.state))


def target_lines(look: Look, noting: Noting, width: int) -> list[Line]:
    """Whom the points belong to, and what else is kept of that statement.

    That stands in the same line where the whole of it has room, else below, and is never cut.
    """
    first = target_line(look, noting, width)
    target = None if noting.is_lost(look.state) else noting.target(look.state)
    details = details_said(look, target) if target else ""
    if target is None or not details:
        return [first]
    kept = Piece(details, "accent")
    if not _is_before(look, target):
        whom, is_now, right, short = _whom(look, target)
        kept_too = line("  ", kept)
        # What is kept is worth more than the number, and than that who speaks now does.
        ways = [(line(*whom, *is_now, *kept_too), right), (line(*whom, *is_now, *kept_too), short)]
        ways.append((line(*whom, *kept_too), short))
        for left, at_right in ways:
            if line_cells(left) + line_cells(at_right) + 2 <= width:
                return [sides(left, at_right, width)]
    return [first, *(line(" ", *each) for each in wrap(line(kept), width - 1))]


def _whom(look: Look, target: Intervention) -> tuple[Line, Line, Line, Line]:
    """Who is noted on, how that one stands, number and count of points, the count alone."""
    state, count = look.state, _count(look, len(points_of(look, target)))
    writer = look.writer(target)
    count = f"{count}{look.say('notes.comma')}{writer}" if writer else count
    number = look.say("screen.intervention_number", number=target.number)
    key = "notes.speaks_now" if state.floor == target.id else "notes.spoke_last"
    if state.floor == target.id and state.pending_order:
        key = "notes.interrupted"
    told = look.say("notes.noting_on", name=_loud(look, target))
    return (
        line(Piece(f" {told}", "heading")),
        line(f"  {look.say(key)}"),
        line(Piece(f"{number}{look.say('notes.comma')}{count} ", "muted")),
        line(Piece(f"{count} ", "muted")),
    )


def target_line(look: Look, noting: Noting, width: int) -> Line:
    """Whom the points belong to, and plainly when that is not who speaks now."""
    state = look.state
    if noting.is_lost(state):
        return line(Piece(f" {look.say('notes.lost')}", "over strong"))
    target, item = noting.target(state), noting.target_item(state)
    point = point_in(noting.text, state)
    if point is not None:
        name = _loud(look, target) if target else look.say("points.on_item", item=item or "")
        told = look.say("notes.correcting_on", point=point.id, name=name)
        return line(Piece(f" {told}", "heading"))
    if item is not None:
        return _item_line(look, item, width)
    if target is None:
        return line(Piece(f" {look.say('notes.nobody_yet')}", "nearly"))
    whom, is_now, right, short = _whom(look, target)
    if _is_before(look, target):
        ways = [
            (_before_line(look, noting, target, width - line_cells(each)), each)
            for each in (right, short)
        ]
        # How to come back is worth more than the number.
        left, right = max(ways, key=lambda way: len(way[0]))
        return sides(left, right, width)
    left = (*whom, *is_now)
    has_room = line_cells(left) + line_cells(right) + 2 <= width
    return sides(left, right if has_room else short, width)


def _item_line(look: Look, item: str, width: int) -> Line:
    """That the points go to the item itself, and who speaks meanwhile."""
    count = line(Piece(f"{_count(look, len(notes_on(look.state, item)))} ", "muted"))
    told = line(Piece(f" {look.say('notes.on_item', item=item)}", "heading"))
    speaking = look.state.speaking()
    key = "notes.speaks_meanwhile" if speaking else "notes.nobody_spoke_on_it"
    name = look.speaker(speaking) if speaking else ""
    left = line(*told, f"  {look.say(key, name=name)}")
    return sides(left, count, width)


def _before_line(look: Look, noting: Noting, target: Intervention, room: int) -> Line:
    """That the points go to an earlier one, who speaks instead, and how to come back."""
    speaking = look.state.speaking()
    told = look.say("notes.noting_before", name=_loud(look, target))
    not_now = look.say("notes.not_now" if speaking else "notes.not_last")
    shortest = line(Piece(f" {told} ", "nearly strong reverse"))
    parts = [Piece(f" {not_now}", "nearly strong")]
    if not noting.is_begun:
        parts.append(Piece(f" · {look.say('notes.escape_follows')}", "nearly"))
    if speaking:
        meanwhile = look.say("notes.speaks_meanwhile", name=look.speaker(speaking))
        parts.append(Piece(f" · {meanwhile}", "muted"))
    ways = [(*shortest, *parts[:n]) for n in range(len(parts), 0, -1)]
    return next((each for each in ways if line_cells(each) + 2 <= room), shortest)


def lead_line(look: Look, noting: Noting, most: int) -> Line:
    """What stands before the text: for whom, if not for who speaks now, and the tags."""
    state = look.state
    if noting.is_act:
        return line(Piece(f" {look.say('notes.act_mark')} ", "accent reverse"), " ")
    parts = [Piece(" ")]
    target = noting.target(state)
    if noting.is_lost(state):
        parts += [Piece(f" {look.say('notes.lost_mark')} ", "over reverse"), Piece(" ")]
    elif target is not None and _is_before(look, target):
        told = look.say("notes.before_mark", name=look.speaker(target))
        room = max(most - 14, 8)
        shown = fit(told, room) if line_cells(line(told)) > room else told
        parts += [Piece(f" {shown} ", "nearly reverse"), Piece(" ")]
    own_item = noting.target_item(state)
    if own_item is not None:
        parts += [Piece(f" {look.say('points.on_item', item=own_item)} ", "reverse"), Piece(" ")]
    for tag in noting.effective_tags(state.agenda):
        question = state.agenda.question(tag)
        item = target.item if target else own_item or state.item
        is_here = question is not None and question.item == item
        parts += [Piece(tag, "accent strong" if is_here else "nearly strong"), Piece(" ")]
    parts.append(Piece("▏", "muted"))
    return tuple(parts)


def correcting_said(look: Look, noting: Noting) -> str:
    """Which point the line puts right and with which keys; empty for none."""
    state = look.state
    point = point_in(noting.text, state)
    if point is None:
        return ""
    to = place_in(noting.text, state)
    if to is None:
        return look.say("notes.correcting", point=point.id)
    item, turn = item_of_key(to), state.interventions.get(to)
    name = look.say("points.on_item", item=item or "")
    if turn:
        name = f"{look.speaker(turn)} ({turn.number})"
    is_changed = reading(noting.text) is not None
    return look.say(
        "notes.moving_changed" if is_changed else "notes.moving", point=point.id, name=name
    )


def asked_lines(told: str, width: int) -> list[Line]:
    """What is asked above the line, whole."""
    if not told:
        return []
    return [(Piece(" "), *each) for each in wrap(line(Piece(told, "nearly strong")), width - 2)]


def around_line(look: Look, noting: Noting, width: int) -> Line:
    """Who spoke before with their numbers of points, and who comes next."""
    state = look.state
    target = noting.target(state)
    ids = list(state.interventions)
    at = ids.index(target.id) if target else len(ids)
    earlier = [state.interventions[each] for each in reversed(ids[:at])]
    coming = [look.name(each.delegation) for each in waiting(state)]
    coming += [look.name(state.inscriptions[each].delegation) for each in state.replies]
    told = _who_comes(look, coming, width // 2)
    right = line(Piece(f"{fit(told, min(line_cells(line(told)), width // 2))} "))
    before = _who_spoke(look, earlier, width - line_cells(right) - 2)
    return sides(line(Piece(before, "muted")), right, width)


def _who_comes(look: Look, names: list[str], room: int) -> str:
    """As many names as are whole in so many cells, and how many more there are."""
    told = look.say("notes.next" if names else "notes.next_nobody", names="")
    for count in range(min(len(names), COMING), 0, -1):
        more = f" +{len(names) - count}" if len(names) > count else ""
        told = look.say("notes.next", names=look.listed(names[:count]) + more)
        if line_cells(line(told)) <= room:
            break
    return told


def _who_spoke(look: Look, earlier: list[Intervention], room: int) -> str:
    """The latest with their numbers of points, as many as are whole in so many cells."""
    points_of = look.state.points_of
    names = [
        look.say("notes.before_one", name=look.speaker(each), count=len(points_of.get(each.id, ())))
        for each in earlier[:BEFORE]
    ]
    told = ""
    for count in range(len(names), 0, -1):
        told = f" ↑ {look.say('notes.before', names=look.listed(names[:count]))}"
        if line_cells(line(told)) <= room:
            break
    return told


def item_shown(look: Look, noting: Noting) -> str | None:
    """The item whose questions are shown: of the intervention chosen, else the open one."""
    state = look.state
    target, own_item = noting.target(state), noting.target_item(state)
    if own_item is not None:
        return own_item
    if target is not None and (_is_before(look, target) or state.floor == target.id):
        return target.item
    return state.item or (target.item if target else None)


def _is_before(look: Look, target: Intervention) -> bool:
    return here(look.state) != target.id


def _loud(look: Look, intervention: Intervention) -> str:
    name = look.speaker(intervention)
    return name.upper() if look.language == "en" else name


def _count(look: Look, count: int) -> str:
    if count > 1:
        return look.say("notes.points_many", count=count)
    return look.say(f"notes.points_{count}")
