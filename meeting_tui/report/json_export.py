"""The meeting as JSON: the exchange format that other programs rely on.

Its shape is described by `docs/session.schema.json`. Keys are never removed, only added. It is the
record of the meeting, so it names delegations whatever the naming of the report.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable
from datetime import datetime
from typing import Any

from meeting_tui.meeting.attendance import Attendance
from meeting_tui.meeting.facts import Inscription, Intervention, Point, SittingRun
from meeting_tui.meeting.positions import Position
from meeting_tui.report.plain_values import duration, forecast_with
from meeting_tui.report.positions import Count, WhatWasSaid, proposals, title
from meeting_tui.report.read_model import ItemReport, MeetingReport, Statement
from meeting_tui.text import json_plain

SCHEMA = 1

Table = dict[str, Any]
"""One object of the export; its keys are in the schema."""


def json_files(report: MeetingReport) -> dict[str, bytes]:
    """`session.json`: UTF-8, two spaces deep, one LF at the end."""
    text = json_plain(json.dumps(tables(report), ensure_ascii=False, indent=2))
    return {"session.json": f"{text}\n".encode("utf-8", "replace")}


def tables(report: MeetingReport) -> Table:
    """The whole export as plain values."""
    at, made = _Instants(report), proposals(report)
    return {
        "schema": SCHEMA,
        "language": report.language,
        "agenda": _agenda(report),
        "session": {
            "name": report.session,
            "state": report.phase,
            "opened_at": at(report.opened_at),
            "adjourned_at": at(report.adjourned_at),
            "rehearsal": report.rehearsal,
            **({"demonstration": True} if report.demonstration else {}),
        },
        **_room(report, at),
        "sittings": [_sitting(each, at) for each in report.sittings],
        "items": [_item(each, report, at) for each in report.items],
        "inscriptions": [_inscription(each, at) for each in report.inscriptions],
        "interventions": [_intervention(each, made, at) for each in report.statements],
        **_orders(report, at),
        **_papers(report, at),
        "limits": [
            {"scope": each.scope, "key": each.key, "seconds": each.seconds}
            for each in report.limits
        ],
        **_position_tables(report, made),
        "coverage": {question: list(codes) for question, codes in report.coverage.items()},
        "speaking_time": {
            code: {"interventions": spoken.interventions, "seconds": duration(spoken.seconds)}
            for code, spoken in report.speaking_time.items()
        },
        "forecast": forecast_with(report.forecast, report.advice, report.language),
        **_put_right(report, at),
        "report": _report_state(report, at),
        "verified": report.verified,
    }


def _sitting(run: SittingRun, at: _Instants) -> Table:
    return {
        "id": run.id,
        "planned_start": at(run.planned_start),
        "planned_end": at(run.planned_end),
        "opened_at": at(run.opened_at),
        "suspended_at": at(run.suspended_at),
    }


class _Instants:
    """Instants in the agenda's zone, ISO 8601 with offset."""

    def __init__(self, report: MeetingReport) -> None:
        self._report = report

    def __call__(self, instant: datetime | None) -> str | None:
        if instant is None:
            return None
        timespec = "milliseconds" if instant.microsecond else "seconds"
        return self._report.local(instant).isoformat(timespec=timespec)


def _agenda(report: MeetingReport) -> Table:
    agenda, language = report.agenda, report.language
    return {
        "id": agenda.id,
        "title": agenda.title.say(language),
        "body": agenda.body.say(language),
        "short_title": agenda.short_title.say(language),
        "date": agenda.date.isoformat(),
        "zone": agenda.zone,
        "venue": agenda.venue.say(language) if agenda.venue else None,
        "chair": agenda.chair,
        "rules": agenda.rules,
        "questions": [
            {
                "id": each.id,
                "set": each.set,
                "item": each.item,
                "segment": each.segment,
                "asks": list(each.asks),
                "short": each.short.say(language),
                "text": each.text.say(language),
            }
            for each in agenda.questions
        ],
    }


def _item(item: ItemReport, report: MeetingReport, at: _Instants) -> Table:
    return {
        "id": item.plan.id,
        "title": item.plan.title.say(report.language),
        "state": item.run.phase,
        "planned_minutes": item.plan.minutes,
        "opened_at": at(item.run.opened_at),
        "closed_at": at(item.run.closed_at),
        "seconds": duration(item.seconds),
        "segments": [
            {
                "id": each.plan.id,
                "title": each.plan.title.say(report.language),
                "opened_at": at(each.run.opened_at if each.run else None),
                "closed_at": at(each.run.closed_at if each.run else None),
                "seconds": duration(each.seconds),
            }
            for each in item.segments
        ],
        **({"notes": [_point(each, (), at) for each in item.notes]} if item.notes else {}),
    }


def _inscription(asked: Inscription, at: _Instants) -> Table:
    return {
        "id": asked.id,
        "item": asked.item,
        "segment": asked.segment,
        "delegation": asked.delegation,
        "name": asked.name,
        "delegation_kind": asked.delegation_kind,
        "known": asked.known,
        "tier": asked.tier,
        "kind": asked.kind,
        "capacity": asked.capacity,
        "group": asked.group,
        "aligned": list(asked.aligned),
        "via": asked.via,
        "about": asked.about,
        "inscribed_at": at(asked.inscribed_at),
        "outcome": asked.outcome,
        "out_of_order": asked.out_of_order,
        "group_known": asked.group_known,
    }


def _intervention(statement: Statement, made: Container[str], at: _Instants) -> Table:
    given, asked = statement.intervention, statement.asked
    return {
        "id": given.id,
        "number": given.number,
        "inscription": given.inscription,
        "item": given.item,
        "items": list(given.items),
        "segment": given.segment,
        "delegation": asked.delegation,
        "name": asked.name,
        "kind": asked.kind,
        "capacity": asked.capacity,
        "group": asked.group,
        "aligned": list(asked.aligned),
        "given_at": at(given.given_at),
        "yielded_at": at(given.yielded_at),
        "seconds": duration(statement.seconds),
        "paused_seconds": duration(statement.paused_seconds),
        "limit_seconds": given.limit_seconds,
        "over_seconds": duration(statement.over_seconds),
        **_statement_details(given, at),
        **({"statement": statement.text} if statement.text else {}),
        "points": [_point(each, made, at) for each in statement.points],
    }


def _point(point: Point, made: Container[str], at: _Instants) -> Table:
    return {
        "id": point.id,
        "at": at(point.at),
        "author": point.author,
        "questions": list(point.questions),
        "not_asked": list(point.not_asked),
        **_point_tags(point, made),
        "kind": point.kind,
        "stance": point.stance,
        "audience": point.audience,
        "corrected": point.corrected,
        "item": point.item,
        "text": point.text,
    }


def _orders(report: MeetingReport, at: _Instants) -> Table:
    return {
        "points_of_order": [
            {
                "id": each.id,
                "delegation": each.delegation,
                "name": each.name,
                "item": each.item,
                "text": each.text,
                "raised_at": at(each.raised_at),
                "interrupted": each.interrupted,
                "ruled_at": at(each.ruled_at),
                "ruling": each.ruling,
                "lapsed_at": at(each.lapsed_at),
            }
            for each in report.points_of_order
        ],
        "rulings": [
            {"point_of_order": each.id, "item": each.item, "at": at(each.ruled_at), "text": text}
            for each in report.points_of_order
            if (text := each.ruling) is not None
        ],
    }


def _papers(report: MeetingReport, at: _Instants) -> Table:
    return {
        "decisions": [
            {"id": each.id, "item": each.item, "at": at(each.at), "text": each.text}
            for each in report.decisions
        ],
        "documents": [
            {
                "id": each.id,
                "delegation": each.delegation,
                "name": each.name,
                "item": each.item,
                "at": at(each.at),
                "text": each.text,
            }
            for each in report.documents
        ],
    }


def _put_right(report: MeetingReport, at: _Instants) -> Table:
    """What was corrected, changed in the plan or interrupted."""
    return {
        "corrections": [
            {
                "at": at(each.at),
                "author": each.author,
                "what": each.what,
                "subject": each.subject,
                "before": each.before,
                "after": each.after,
            }
            for each in report.corrections
        ],
        "schedule_changes": [
            {
                "at": at(each.at),
                "by": each.hand,
                "change": each.kind,
                "place": each.place,
                "was": each.was,
                "becomes": each.becomes,
                "reason": each.reason,
            }
            for each in report.schedule_changes
        ],
        "gaps": [
            {
                "at": at(each.at),
                "cause": each.cause,
                "seconds": duration(each.seconds),
                "discounted": each.discounted,
            }
            for each in report.gaps
        ],
    }


def _room(report: MeetingReport, at: _Instants) -> Table:
    """Who presided from when to when, who was present, and which items were taken together.

    The Chair has no name there.
    """
    return {
        "presiding": [
            {
                "person": each.person or None,
                "is_chair": not each.person,
                "from": at(each.since),
                "until": at(each.until),
            }
            for each in report.presided
        ],
        "presence": _presence(report.attendance),
        "together": [
            {"items": list(each.items), "from": at(each.since), "until": at(each.until)}
            for each in report.together
        ],
    }


def _presence(found: Attendance) -> Table:
    quorum = found.quorum
    return {
        "recorded": found.is_recorded,
        "count": found.count,
        "kinds": [
            {
                "kind": each.kind,
                "podium": each.is_podium,
                "present": list(each.present),
                "absent": list(each.absent),
            }
            for each in found.kinds
        ],
        "unlisted": list(found.unlisted),
        "quorum": {
            "of": quorum.of,
            "present": quorum.here,
            "to_open": quorum.to_open,
            "to_decide": quorum.to_decide,
        }
        if quorum
        else None,
    }


def _statement_details(given: Intervention, at: _Instants) -> Table:
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


def _point_tags(point: Point, made: Container[str]) -> Table:
    """What a point is on besides questions, of proposals only those of `made`, which leave."""
    return {
        "topics": list(point.topics),
        "proposals": [each for each in point.proposals if each in made],
        "proposal": point.proposal if point.proposal in made else None,
    }


def _position_tables(report: MeetingReport, made: dict[str, Point]) -> Table:
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


def _report_state(report: MeetingReport, at: _Instants) -> Table:
    """Whether the report is final, and from how many delegations on it says which word."""
    bands = report.bands
    return {
        "finalised_at": at(report.finalised_at),
        "bands": {**dict(bands.words), "most": "half" if bands.has_most else "never"},
    }
