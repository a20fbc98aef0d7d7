"""What is asked where somebody supports something and nothing in the line says what.

The tags may be left from the line before, and a question may be one that nobody can agree with;
neither is guessed.
"""

from __future__ import annotations

from collections.abc import Sequence

from meeting_tui.meeting.notes import STANCES, PointCorrected, PointNoted
from meeting_tui.meeting.proposals import PROPOSAL, proposals_made
from meeting_tui.meeting.reader import complete
from meeting_tui.views.look import Look
from meeting_tui.views.noting import MARKS, Noting, is_mark, leading


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


def capital(text: str) -> str:
    """The text with a capital letter first."""
    return text[:1].upper() + text[1:]


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
