"""What JSON tells of statements besides their points, and of positions."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from datetime import datetime
from typing import Any

from meeting_tui.agenda.model import Agenda
from meeting_tui.meeting.positions import Position, Subject
from meeting_tui.meeting.records import Intervention, Point
from meeting_tui.report.positions import Count, WhatWasSaid
from meeting_tui.report.read_model import MeetingReport

Table = dict[str, Any]
Instants = Callable[[datetime | None], str | None]


def statement_details(given: Intervention, at: Instants) -> Table:
    """How a statement was heard, who made it, and what becomes of its text."""
    text = given.text
    return {
        "language": given.language,
        "interpreted": given.interpreted,
        "person": given.person,
        "title": given.title,
        "text_awaited": given.text_awaited,
        "check_against_delivery": given.check_against_delivery,
        "for_record": given.for_record,
        "text": {
            "received_at": at(text.at),
            "file": text.file,
            "size": text.size,
            "sha256": text.sha256,
        }
        if text
        else None,
    }


def point_tags(point: Point, made: Container[str]) -> Table:
    """What a point is on besides questions, of proposals only those of `made`, which leave."""
    return {
        "topics": list(point.topics),
        "proposals": [each for each in point.proposals if each in made],
        "proposal": point.proposal if point.proposal in made else None,
    }


def proposals(report: MeetingReport) -> dict[str, Point]:
    """The proposals that leave, by id."""
    return {
        point.proposal: point
        for statement in report.statements
        for point in statement.points
        if point.proposal and point.kind == "proposal"
    }


def position_tables(report: MeetingReport, made: dict[str, Point]) -> Table:
    """The topics of the agenda, and who holds what on each question, topic and proposal."""
    classes = WhatWasSaid(report)
    return {
        "topics": [
            {
                "id": each.id,
                "title": each.title.say(report.language),
                "item": each.item,
                "questions": list(each.questions),
                "segments": list(each.segments),
                "own_section": each.own_section,
                "attachment": each.attachment,
            }
            for each in report.agenda.topics
        ],
        "group_members": report.group_members,
        "positions": [
            {
                "sort": subject.sort,
                "id": subject.id,
                "title": title(subject, report.agenda, made, report.language),
                **_sides(position, classes.sides(subject)),
            }
            for subject, position in report.positions.items()
        ],
    }


def _sides(position: Position, counts: Iterable[tuple[str, Count]]) -> Table:
    by_class = {stance: dict(each.by.told) for stance, each in counts}
    sides: Table = {
        each.stance: {
            "statements": list(each.statements),
            "states": list(each.states),
            "by_class": by_class.get(each.stance, {}),
        }
        for each in position.sides
    }
    return {**sides, "set_aside": list(position.set_aside)}


def title(subject: Subject, agenda: Agenda, made: dict[str, Point], language: str) -> str:
    """What a subject is called: the question in short, the topic, the proposal as noted."""
    if subject.sort == "proposal":
        return made[subject.id].text
    question, topic = agenda.question(subject.id), agenda.topic(subject.id)
    if subject.sort == "question" and question:
        return question.short.say(language)
    return topic.title.say(language) if topic else subject.id


def report_state(report: MeetingReport, at: Instants) -> Table:
    """Whether the report is final, and from how many delegations on it says which word."""
    bands = report.bands
    return {
        "finalised_at": at(report.finalised_at),
        "bands": {**dict(bands.words), "most": "half" if bands.has_most else "never"},
    }
