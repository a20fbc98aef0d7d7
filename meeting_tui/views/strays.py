"""What a note-taker should mind about the tags of a point that was kept all the same.

Delegates stray to the questions of other items, and a slip of the finger makes a question that is
not there; both are kept as typed and said, so that neither is found out only in the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from meeting_tui.agenda.model import Agenda, Question
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.notes import ItemNoted, PointCorrected, PointNoted, noted
from meeting_tui.meeting.proposals import proposals_made
from meeting_tui.meeting.telling import tell_act
from meeting_tui.text import cells, fit
from meeting_tui.views.look import Look
from meeting_tui.views.note_beginning import leading, not_a_question
from meeting_tui.views.noting import Noting
from meeting_tui.views.stance_asked import counts_on_nothing

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
