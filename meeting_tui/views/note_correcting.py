"""A point that is being put right in the line of notes: which one, its tags, where it moves to.

`:correct n5 a1 text` corrects and tags anew, `:file n5 on 7` moves, `:file n5 on 7 as a1 text` does
both, `:strike n5 because …` strikes.
"""

from __future__ import annotations

import re

from meeting_tui.agenda.model import Agenda
from meeting_tui.meeting.facts import Point
from meeting_tui.meeting.notes import noted, point_line
from meeting_tui.meeting.point_tags import tagged_line
from meeting_tui.meeting.proposals import proposals_made
from meeting_tui.meeting.state import MeetingState
from meeting_tui.patterns import late_pattern
from meeting_tui.views.noting import ITEM, here, item_of_key, leading

_ACTING = late_pattern(r"[:：]\s*(correct|file|tag|strike!?)\s+(n\d+)(?=\s|$)", re.IGNORECASE)
_ALONE = late_pattern(r"(?:correct\s+)?(n\d+)", re.IGNORECASE)
_PLACE = late_pattern(r"\s*on\s+(item\s+)?(\S+)(?:\s+as(?:\s+|$)|\s*$)", re.IGNORECASE)


def point_in(line: str, state: MeetingState) -> Point | None:
    """The point that a line puts right, or None."""
    found = _ACTING.match(line)
    return noted(state, found[2].casefold()) if found else None


def point_named(act: str, state: MeetingState) -> Point | None:
    """The point that an act names and nothing else: `correct n5`, `n5`."""
    found = _ALONE.fullmatch(act.strip())
    return noted(state, found[1].casefold()) if found else None


def correcting(point: Point) -> str:
    """The line in which a point stands to be corrected."""
    return f":correct {point.id} {point_line(point)}"


def is_untouched(line: str, point: Point) -> bool:
    """Whether a point stands in the line as it was put there."""
    return line == correcting(point)


def beside(point: Point, state: MeetingState) -> list[str]:
    """The points of the same statement, or of the same item, in the order noted."""
    if point.intervention:
        return list(state.points_of[point.intervention])
    return [each.id for each in state.item_notes.values() if each.item == point.item]


def neighbour(point: Point, steps: int, state: MeetingState) -> Point:
    """The point so many places after this one; at an end, the last one there."""
    ids = beside(point, state)
    at = min(max(ids.index(point.id) + steps, 0), len(ids) - 1)
    return noted(state, ids[at]) or point


def reading(line: str) -> str | None:
    """What the line lets the point read, from its tags on; None where it says nothing of that."""
    acting = _ACTING.match(line)
    if acting is None or acting[1].casefold() not in ("correct", "file"):
        return None
    if acting[1].casefold() == "correct":
        return line[acting.end() :].strip()
    found = _PLACE.match(line, acting.end())
    return (line[found.end() :].strip() or None) if found else None


def drops(line: str, after: str, point: Point) -> bool:
    """Whether something that was typed in the line is not in the one that takes its place."""
    said, acting = reading(line), _ACTING.match(line)
    if said is not None:
        return after == striking(point) and said != point_line(point)
    is_moving = acting is not None and acting[1].casefold() == "file"
    return not is_moving and line.strip() != striking(point).strip()


def retagged(line: str, point: Point, question: str, state: MeetingState) -> str:
    """The line with a question put on the point in it, or taken off."""
    said = reading(line)
    rest = point_line(point) if said is None else said
    agenda: Agenda = state.agenda
    typed = leading(rest, agenda, proposals_made(state))
    wanted = {*typed.questions} ^ {question}
    tags = [each.id for each in agenda.questions if each.id in wanted]
    marks = [each.text for each in typed.marks]
    text = rest[typed.end :]
    if marks:
        text = " ".join([*(each.lower() for each in tags), *marks, text])
    else:
        text = tagged_line(tags, text)
    to = place_in(line, state)
    return _line(point, text, to if to != own_place(point) else None, state)


def moved(line: str, point: Point, steps: int, state: MeetingState) -> str:
    """The line that moves the point, from where the line puts it, so many statements on.

    What was typed of the point goes with it.
    """
    keys = list(state.interventions)
    now = here(state)
    if not point.intervention:
        keys.append(own_place(point))
    elif item_of_key(now):
        keys.append(now or "")
    at = keys.index(place_in(line, state) or own_place(point))
    to = keys[min(max(at + steps, 0), len(keys) - 1)]
    said = reading(line)
    text = point_line(point) if said is None else said
    return _line(point, text, to if to != own_place(point) else None, state)


def _line(point: Point, text: str, to: str | None, state: MeetingState) -> str:
    """The line that lets the point read so, and be at that place if it is another than its own."""
    if to is None:
        return f":correct {point.id} {text}"
    item = item_of_key(to)
    where = f"item {item}" if item else str(state.interventions[to].number)
    changed = f" as {text}" if text and text != point_line(point) else ""
    return f":file {point.id} on {where}{changed}"


def own_place(point: Point) -> str:
    """Where the point belongs: an intervention's id, or `item 3`."""
    return point.intervention or f"{ITEM}{point.item}"


def place_in(line: str, state: MeetingState) -> str | None:
    """Where a line of this kind moves a point to."""
    acting = _ACTING.match(line)
    found = _PLACE.match(line, acting.end()) if acting else None
    if acting is None or acting[1].casefold() != "file" or found is None:
        return None
    if found[1]:
        return f"{ITEM}{found[2]}"
    numbered = (key for key, each in state.interventions.items() if str(each.number) == found[2])
    return next(numbered, None)


def striking(point: Point) -> str:
    """The line that strikes a point, but for its reason."""
    return f":strike {point.id} because "
