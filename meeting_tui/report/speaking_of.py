"""What is said on proposals, without those that do not leave.

A position on a proposal that was made off the record would tell by its `r1` that there was one: so
the tag goes, a stance that was on nothing else with it, and a point that said no more than that.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from typing import TypeVar

from msgspec.structs import replace

from meeting_tui.agenda.model import Agenda
from meeting_tui.meeting.notes import PointCorrected, PointNoted, is_bare, recorded
from meeting_tui.meeting.records import STANCES, Correction, Point

_Noted = TypeVar("_Noted", bound=Point | PointNoted | PointCorrected)
_PROPOSAL = re.compile(r"r\d+")


def speaking_of(point: _Noted, told: Container[str]) -> _Noted | None:
    """The point with no proposals among its tags but those of `told`; None where nothing is left.

    The same point comes back where all of them are.
    """
    kept = tuple(each for each in point.proposals if each in told)
    if kept == point.proposals:
        return point
    objects = tuple(
        each for each in point.stance_on or () if each not in point.proposals or each in told
    )
    point = replace(point, stance_on=objects or None)
    tags = (*point.questions, *point.topics, *kept)
    if is_bare(point):
        text = recorded(point.stance, tags) if point.text else ""
        return replace(point, proposals=kept, text=text) if tags else None
    return replace(point, proposals=kept, stance=point.stance if tags else STANCES[0])


def corrections_speaking_of(
    corrections: Iterable[Correction], agenda: Agenda, told: Container[str]
) -> tuple[Correction, ...]:
    """The same for what was corrected; without those that changed nothing but what is not told."""
    found = []
    for each in corrections:
        before, after = (_line(line, agenda, told) for line in (each.before, each.after))
        if each.what != "point" or (before, after) == (each.before, each.after):
            found.append(each)
        elif before != after:
            found.append(replace(each, before=before, after=after))
    return tuple(found)


def _line(line: str, agenda: Agenda, told: Container[str]) -> str:
    """A point as it is typed, tags and marks before its text."""
    words = line.split(" ")
    leading, is_closed = 0, False
    while leading < len(words) and not is_closed and _is_leading(words[leading], agenda):
        is_closed = words[leading].endswith(":")
        leading += 1
    before, text = [each.removesuffix(":") for each in words[:leading]], " ".join(words[leading:])
    kept = [each for each in before if not _PROPOSAL.fullmatch(each) or each in told]
    if kept == before:
        return line
    for stance in STANCES[1:]:
        if text == recorded(stance, _tags(before)):
            text = recorded(stance, _tags(kept))
    if is_closed and kept:
        kept[-1] += ":"
    return " ".join([*kept, text])


def _is_leading(word: str, agenda: Agenda) -> bool:
    """Whether it is a mark or a tag; a tag may have a colon behind it, which ends the tags."""
    tag = word.removesuffix(":")
    is_tag = agenda.question(tag) or agenda.topic(tag) or _PROPOSAL.fullmatch(tag)
    return bool(is_tag) or word.startswith("/")


def _tags(words: list[str]) -> tuple[str, ...]:
    return tuple(each for each in words if not each.startswith("/"))
