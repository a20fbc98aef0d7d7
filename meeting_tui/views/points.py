"""The points of one intervention as lines, and what to mind about the tags of each.

The newest is at the bottom and none of their text is cut. Where somebody supports something and
nothing in the line says what, it is asked: the tags may be left from the line before. Delegates
stray to the questions of other items, and a slip of the finger makes a question that is not there;
both are kept as typed and said, so that neither is found out only in the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from meeting_tui.agenda.model import Agenda, Question
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.facts import STANCES, Point
from meeting_tui.meeting.notes import (
    ItemNoted,
    PointCorrected,
    PointNoted,
    is_bare,
    noted,
    point_text,
)
from meeting_tui.meeting.proposals import PROPOSAL, proposals_made
from meeting_tui.meeting.telling import tell_act
from meeting_tui.meeting.tokens import complete
from meeting_tui.text import capital, cells, fit
from meeting_tui.views.look import Look
from meeting_tui.views.noting import MARKS, Noting, is_mark, leading, not_a_question
from meeting_tui.views.pieces import Line, Piece, fit_line, line, wrap

_TIME_CELLS = 8
_MOST_AUTHOR_CELLS = 6
_GAP = Piece("  ")


def point_lines(look: Look, points: Sequence[Point], width: int) -> list[Line]:
    """All points in `width` cells: time, tags, marks and text, author."""
    return [each for rows in _rows(look, points, width, 0, None) for each in rows]


def numbered_rows(
    look: Look, points: Sequence[Point], width: int, chosen: str | None = None
) -> list[list[Line]]:
    """The lines of each point, its number before them; a cursor stands at the `chosen` one."""
    return _rows(look, points, width, max((cells(each.id) for each in points), default=0), chosen)


def _rows(
    look: Look, points: Sequence[Point], width: int, id_cells: int, chosen: str | None
) -> list[list[Line]]:
    tag_cells = _tag_cells(points, 14 if width >= 90 else 8)
    author_cells = min(max((cells(p.author) for p in points), default=0), _MOST_AUTHOR_CELLS)
    clocks = [look.clock(each.at, seconds=True) for each in points]
    time_cells = max([_TIME_CELLS, *map(cells, clocks)])
    # One cell stays free on either side, so that no line touches the edge.
    text_cells = width - 2 - (id_cells + 1 if id_cells else 0) - time_cells - 4 - tag_cells
    text_cells -= author_cells + 2 if author_cells else 0
    shown: list[list[Line]] = []
    for point in points:
        rows: list[Line] = []
        shown.append(rows)
        is_chosen = point.id == chosen
        texts = wrap(point_pieces(look, point), text_cells)
        tags = wrap(line(Piece(point_tags(point), "accent strong")), tag_cells)
        for n in range(max(len(texts), len(tags))):
            time = look.clock(point.at, seconds=True) if n == 0 else ""
            sign = Piece("▸" if is_chosen and n == 0 else " ", "accent strong")
            number = Piece(point.id if n == 0 else "", "accent strong" if is_chosen else "muted")
            row = [
                sign,
                *(fit_line(line(number), id_cells, align="right") if id_cells else ()),
                *((Piece(" "),) if id_cells else ()),
                *fit_line(line(Piece(time, "muted")), time_cells),
                _GAP,
                *fit_line(tags[n] if n < len(tags) else (), tag_cells),
                _GAP,
                *fit_line(texts[n] if n < len(texts) else (), text_cells),
            ]
            if n == 0 and author_cells:
                author = line(Piece(point.author, "muted"))
                row += [_GAP, *fit_line(author, author_cells)]
            rows.append(tuple(row))
    return shown


def in_view(look: Look, lines: list[Line], height: int, scrolled: int) -> list[Line]:
    """`height` of the lines, `scrolled` lines above the newest; told is what is above and below."""
    if not lines:
        key = "notes.no_points_then" if look.is_replay else "notes.no_points"
        key = "seats.no_points_view" if look.looks_on else key
        hint = line(Piece(f" {look.say(key)}", "muted"))
        return [*[()] * max(height - 1, 0), hint]
    scrolled = min(scrolled, most_scrolled(len(lines), height))
    end = len(lines) - scrolled
    begin = max(end - height, 0)
    shown: list[Line] = [*[()] * max(height - len(lines), 0), *lines[begin:end]]
    if begin and height > 2:
        shown[0] = _told(look, "earlier_lines", begin + 1)
    if scrolled and height > 2:
        shown[-1] = _told(look, "later_lines", scrolled + 1)
    return shown


def most_scrolled(count: int, height: int) -> int:
    """How far `count` lines can be scrolled up in `height` rows."""
    return max(count - height, 0)


def _told(look: Look, key: str, count: int) -> Line:
    return line(Piece(f" {look.say(f'notes.{key}', count=count)}", "muted"))


def _tag_cells(points: Sequence[Point], most: int) -> int:
    longest = max((cells(point_tags(point)) for point in points), default=0)
    return min(max(longest, 2), most)


def point_tags(point: Point) -> str:
    """What the point is on, but for topics, whose ids are too long for a column."""
    return " ".join((*point.questions, *point.proposals))


def point_pieces(look: Look, point: Point) -> Line:
    """Its id as a proposal, topics and marks, text, and what there is to mind about it."""
    # Of a position without words of its own its sentence says all.
    stance = "none" if is_bare(point) and point.text else point.stance
    defaults = ((point.kind, "statement"), (stance, "none"))
    marks = [*point.topics]
    marks += [look.say(f"notes.mark_{mark}") for mark, default in defaults if mark != default]
    parts: list[Piece] = []
    if point.audience != "report":
        told = look.say(f"notes.mark_{point.audience}")
        parts += [Piece(told, "over strong"), Piece(" ")]
    if point.proposal and point.kind == PROPOSAL:
        parts += [Piece(point.proposal, "accent strong"), Piece(" ")]
    if marks:
        said = look.say("notes.comma").join(marks) + look.say("notes.colon")
        parts.append(Piece(said, "accent"))
    # A replay comes to points whose text was purged since.
    text = point_text(point, look.language)
    parts.append(Piece(text) if text else Piece(look.say("corrections.nothing_left"), "muted"))
    if point.not_asked:
        told = look.say("notes.not_asked_mark", questions=" ".join(point.not_asked))
        parts += [Piece(" "), Piece(told, "nearly")]
    if point.corrected:
        parts += [Piece(" "), Piece(look.say("notes.corrected"), "muted")]
    if point.rival:
        parts += [Piece(" "), Piece(look.say("notes.rival", text=point.rival), "over")]
    return tuple(parts)


def stance_asked(look: Look, noting: Noting, value: str) -> str | None:
    """The question to ask before `value` is kept as a point; None where nothing is in doubt."""
    if not noting.is_left_over or not noting.tags:
        return None
    agenda, made = look.state.agenda, proposals_made(look.state)
    typed = leading(value, agenda, made)
    marks = [
        complete(each.text[1:].casefold(), MARKS) for each in typed.marks if is_mark(each.text)
    ]
    names_something = typed.questions or len(marks) < len(typed.marks) or PROPOSAL in marks
    stance = next((each for each in marks if each in STANCES), None)
    if stance is None or names_something:
        return None
    on = takes_positions(look, noting.tags)
    return look.say(
        "notes.ask_stance" if on else "notes.ask_stance_open",
        stance=capital(look.say(f"notes.mark_{stance}")),
        on=" ".join(on),
        tags=" ".join(noting.tags),
        example=next((each.id for each in agenda.topics), "r1"),
    )


def counts_on_nothing(look: Look, event: PointNoted | PointCorrected) -> str:
    """That a stance is on open questions alone; empty where it counts, or where there is none."""
    agenda = look.state.agenda
    named = event.questions if event.stance_on is None else event.stance_on
    is_on_more = event.topics or event.proposals or event.proposal
    if event.stance == STANCES[0] or not named or is_on_more or takes_positions(look, named):
        return ""
    example = next((each.id for each in agenda.topics), "r1")
    return look.say("notes.counts_on_nothing", tags=" ".join(event.questions), example=example)


def takes_positions(look: Look, tags: Sequence[str]) -> tuple[str, ...]:
    """Those of the questions on which, or on a topic of which, support is counted."""
    agenda = look.state.agenda
    of_topics = {question for topic in agenda.topics for question in topic.questions}
    found = filter(None, map(agenda.question, tags))
    return tuple(each.id for each in found if each.takes_positions or each.id in of_topics)


KEPT_CELLS = 50
"""So much is shown of what was kept, so that what to mind about it has room behind it."""


def tag_examples(questions: Sequence[Question]) -> str:
    """One or two of an item's questions as they may be typed: `a1 a6`; empty where it asks none."""
    apart = (0, (len(questions) + 1) // 2)
    return " ".join(questions[n].id.lower() for n in apart if n < len(questions))


def stray_sentences(look: Look, tags: Iterable[str], item: str | None) -> list[str]:
    """For tags of questions that another item asks, whose they are."""
    agenda, elsewhere = look.state.agenda, dict[str, list[str]]()
    here = _heard_under(agenda, item)
    for question in filter(None, map(agenda.question, tags)):
        if question.item not in here:
            elsewhere.setdefault(question.item, []).append(question.id)
    between = look.say("notes.comma")
    return [
        look.say(
            "notes.belongs" if len(ids) == 1 else "notes.belong", tags=between.join(ids), item=other
        )
        for other, ids in elsewhere.items()
    ]


def tag_in_doubt(look: Look, noting: Noting, value: str) -> str | None:
    """The question to ask where a line begins with a tag that is none, or has one behind others.

    With the tags of the line, or those put on for it, it is kept after Enter; left-over ones only
    after Tab.
    """
    agenda = look.state.agenda
    typed = leading(value, agenda, proposals_made(look.state))
    word = not_a_question(agenda, value[typed.end :])
    if word is None:
        return None
    tags = " ".join(typed.questions or noting.tags)
    if not tags:
        return look.say("notes.ask_no_question_alone", word=word)
    is_left_over = noting.is_left_over and not typed.questions
    key = "notes.ask_no_question" if is_left_over else "notes.ask_no_question_behind"
    return look.say(key, word=word, tags=tags)


def to_mind(look: Look, entry: Entry, hand: str) -> str:
    """What `hand` should mind about a point it just noted or corrected; empty for nothing."""
    event, state = entry.event, look.state
    if not isinstance(event, PointNoted | PointCorrected | ItemNoted) or entry.hand != hand:
        return ""
    point = noted(state, event.point)
    if point is None:
        return ""
    turn = state.interventions.get(point.intervention)
    told = stray_sentences(look, event.questions, turn.item if turn else point.item)
    wrong = not_a_question(state.agenda, event.text)
    nothing = "" if isinstance(event, ItemNoted) else counts_on_nothing(look, event)
    if nothing:
        told.append(nothing)
    if wrong:
        told.append(look.say("notes.no_question", word=wrong))
    return look.say("notes.between").join(told)


def kept_and_to_mind(look: Look, act: Sequence[Entry], hand: str) -> str:
    """On whom points were noted in one act and what to mind about them; empty for nothing."""
    minded = list(dict.fromkeys(filter(None, (to_mind(look, each, hand) for each in act))))
    if not minded:
        return ""
    kept = tell_act(look.state, act, look.language, look.name)
    shown = fit(kept, min(cells(kept), KEPT_CELLS))
    return look.say("notes.between").join([shown, *minded])


def _heard_under(agenda: Agenda, item: str | None) -> set[str | None]:
    """The item, and those of which a part is heard in it."""
    planned = agenda.item(item) if item else None
    return {item, *(each.merges for each in (planned.segments if planned else ()))}
