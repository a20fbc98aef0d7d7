"""A position without words of its own, such as `position jpn opposes p3`.

It is recorded as it would be typed (`opposes p3`), and people read a sentence in its place.
"""

from __future__ import annotations

from collections.abc import Mapping

from meeting_tui.meeting.events import PointCorrected, PointNoted
from meeting_tui.meeting.point_events import ItemNoted
from meeting_tui.meeting.records import Point
from meeting_tui.words import say

_NO_STANCE = "none"
_Noted = Point | PointNoted | PointCorrected | ItemNoted


def recorded(stance: str, tags: tuple[str, ...]) -> str:
    """What is written down in place of its words: `opposes p3`."""
    return " ".join([stance, *(each.lower() for each in tags)])


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


def stance_told(stance: str, on: Mapping[str, tuple[str, ...]], language: str) -> str:
    """`opposes the proposal r1`, `expresses opposition on question P3`.

    `on`: `question`, `topic`, `proposal` -> the ids of that sort that it is on.
    """
    told = (
        say(f"points.stance_{sort}", language, id=each) for sort, ids in on.items() for each in ids
    )
    way = "on" if on["question"] or on["topic"] else "to"
    what = say("points.stance_and", language).join(told)
    return say(f"points.{stance}_{way}", language, what=what)


def _tags(point: Point | PointNoted | PointCorrected) -> tuple[str, ...]:
    return (*point.questions, *point.topics, *point.proposals)
