"""The read model of a meeting: figures are derived here, and what may not leave is left behind."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from meeting_tui.agenda.model import Segment
from meeting_tui.delegations.directory import Directory
from meeting_tui.forecast.calm import ToDecide
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.attendance import attendance
from meeting_tui.meeting.checklist import open_points
from meeting_tui.meeting.counting import GROUP_MEMBERS, members_counted, states_behind
from meeting_tui.meeting.days import span_on_day
from meeting_tui.meeting.facts import (
    NOT_HELD,
    STANCES,
    Correction,
    Intervention,
    ItemRun,
    Point,
    SittingRun,
)
from meeting_tui.meeting.item_notes import notes_on
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.notes import noted
from meeting_tui.meeting.positions import (
    TAKEN,
    Position,
    Side,
    Subject,
    position_on,
    subjects,
)
from meeting_tui.meeting.presiding import presided
from meeting_tui.meeting.proposals import proposals_made
from meeting_tui.meeting.questions import answered_by, points_on
from meeting_tui.meeting.speaking_time import GROUPINGS, speaking_time, spoken
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.waiting_order import in_list_order
from meeting_tui.report.leaving import (
    LEAVING,
    OFF_RECORD,
    REPORTED,
    corrections_speaking_of,
    event_lines,
    speaking_of,
    strikes,
)
from meeting_tui.report.read_model import (
    NAMINGS,
    ItemReport,
    Limit,
    MeetingReport,
    SegmentReport,
    Statement,
)


def report_on(
    meeting: Meeting,
    directory: Directory,
    *,
    now: datetime,
    verified: bool,
    language: str = "en",
    naming: str = "counted",
    with_annex: bool = False,
    group_members: str = "present",
) -> MeetingReport:
    """The meeting as it stands at `now` (UTC), in `language`, attributed as `naming` says.

    `verified`: whether the session log was found unaltered. `group_members`, one of
    `GROUP_MEMBERS`: which members of a group stand behind its statements. Raises ValueError for
    another naming or another choice of members.
    """
    _check("naming", naming, NAMINGS)
    _check("group_members", group_members, GROUP_MEMBERS)
    state, corrections = meeting.state, _corrections(meeting.state)
    return MeetingReport(
        session=state.session,
        phase=state.phase,
        rehearsal=state.rehearsal,
        verified=verified,
        now=now,
        language=language,
        naming=naming,
        with_annex=with_annex,
        group_members=group_members,
        statements=_statements(state, directory, group_members, corrections, now),
        corrections=corrections,
        events=event_lines(meeting),
        times={by: speaking_time(state, now, directory, by) for by in GROUPINGS},
        positions=_positions(state, directory, group_members),
        directory=directory,
        **_of_directory(state, directory, language, now),
        **_of_state(state, now),
        **_of_time(meeting, now),
    )


def _check(what: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise ValueError(f"{what} is one of {', '.join(known)}, not {value}")


def _of_directory(
    state: MeetingState, directory: Directory, language: str, now: datetime
) -> dict[str, Any]:
    """Who was there, what they and their groups are called, and where a name may be left over."""
    codes, groups = _named(state)
    return {
        "attendance": attendance(state, directory),
        "open_points": open_points(state, now, directory),
        "names": {code: directory.name(code, language) for code in codes},
        "group_names": {group: directory.group_name(group, language) for group in groups},
    }


def _of_state(state: MeetingState, now: datetime) -> dict[str, Any]:
    """What is taken over from the state, or counted in it, without a choice to be made."""
    return {
        "agenda": state.agenda,
        "rules": state.rules,
        "demonstration": state.demonstration,
        "opened_at": state.opened_at,
        "adjourned_at": state.adjourned_at,
        "sittings": _sittings(state, now),
        "items": _items(state, now),
        "inscriptions": in_list_order(state),
        "presided": presided(state),
        "together": tuple(state.together),
        "points_of_order": tuple(state.points_of_order.values()),
        "decisions": tuple(state.decisions),
        "documents": tuple(state.documents),
        "limits": tuple(Limit(*place, seconds) for place, seconds in state.limits.items()),
        "bands": state.bands,
        "strikes": strikes(state),
        "finalised_at": state.finalised_at,
        "gaps": tuple(state.gaps),
        "losses": tuple(state.losses),
        "schedule_changes": tuple(state.schedule_changes),
        "coverage": answered_by(state),
        "speaking_time": spoken(state, now),
    }


def _of_time(meeting: Meeting, now: datetime) -> dict[str, Any]:
    """When it will end, and what there is to decide, as the screens tell it."""
    seen = project(meeting.state, now)
    return {"forecast": seen, "advice": ToDecide(seen, meeting.stood).advice}


def _corrections(state: MeetingState) -> tuple[Correction, ...]:
    """Those that may leave: none of a point that is off the record, or ever was, or was struck.

    Nor of a statement that never was. That something was purged says that there was something.
    """
    mark = f"/{OFF_RECORD}"
    hidden = {
        each.subject for each in state.corrections if mark in f"{each.before} {each.after}".split()
    }
    leaving = [
        each
        for each in state.corrections
        if each.what not in ("point", "item", "place", "strike", "purge")
        or (
            each.what != "strike"
            and each.subject not in hidden
            and (point := noted(state, each.subject)) is not None
            and point.audience != OFF_RECORD
        )
    ]
    return corrections_speaking_of(leaving, state.agenda, proposals_made(state, LEAVING))


def _positions(
    state: MeetingState, directory: Directory, group_members: str
) -> dict[Subject, Position]:
    spoken_to = {each for point in state.points.values() for each in point.proposals}
    spoken_to |= {
        each.proposal or "" for each in state.points.values() if each.stance != STANCES[0]
    }
    return {
        each: position_on(
            state,
            each,
            members_of=directory.members,
            group_members=group_members,
            audiences=REPORTED,
        )
        if each.sort != "proposal" or each.id in spoken_to
        else Position(each, tuple(Side(stance) for stance in TAKEN))
        for each in subjects(state, audiences=REPORTED)
    }


def _statements(
    state: MeetingState,
    directory: Directory,
    group_members: str,
    corrections: Iterable[Correction],
    now: datetime,
) -> tuple[Statement, ...]:
    members = members_counted(state, directory.members, group_members)
    corrected = {each.subject for each in corrections if each.what == "point"}
    told = frozenset(proposals_made(state, REPORTED))
    found = []
    for each in state.interventions.values():
        asked = state.made_by(each)
        used = each.used_seconds(now)
        over = used - each.limit_seconds if each.limit_seconds is not None else 0.0
        found.append(
            Statement(
                intervention=each,
                asked=asked,
                seconds=used,
                paused_seconds=_paused(each, now),
                over_seconds=max(0.0, over),
                states_behind=states_behind(asked, members),
                points=_points(state, each, corrected),
                told=told,
                text=state.statement_texts.get(each.id, ""),
            )
        )
    return tuple(found)


def _points(
    state: MeetingState, intervention: Intervention, corrected: Container[str]
) -> tuple[Point, ...]:
    """Those that leave; that one was corrected shows only where the correction may be seen."""
    made = proposals_made(state, LEAVING)
    leaving = (speaking_of(each, made) for each in points_on(state, intervention, LEAVING))
    return tuple(replace(each, corrected=each.id in corrected) for each in leaving if each)


def _paused(intervention: Intervention, now: datetime) -> float:
    standing = (now - intervention.paused_since).total_seconds() if intervention.paused_since else 0
    return intervention.paused_seconds + max(0.0, standing)


def _sittings(state: MeetingState, now: datetime) -> tuple[SittingRun, ...]:
    """Those to come on the days the meeting is held, once it was opened."""
    found = []
    for each in state.agenda.sittings:
        is_moved = state.opened_at is not None
        start, end = span_on_day(state, each, now) if is_moved else (each.start, each.end)
        found.append(state.sittings.get(each.id, SittingRun(each.id, start, end)))
    return tuple(found)


def _items(state: MeetingState, now: datetime) -> tuple[ItemReport, ...]:
    found = []
    for plan in state.agenda.items:
        run = state.items.get(plan.id, ItemRun(plan.id))
        segments = tuple(_segment(state, each, now) for each in plan.segments)
        notes = tuple(each for each in notes_on(state, plan.id) if each.audience in LEAVING)
        found.append(ItemReport(plan, run, run.open_seconds(now), segments, notes))
    return tuple(found)


def _segment(state: MeetingState, plan: Segment, now: datetime) -> SegmentReport:
    held = state.segment_times.get(plan.id, NOT_HELD)
    return SegmentReport(plan, state.segments.get(plan.id), held.at(now))


def _named(state: MeetingState) -> tuple[set[str], set[str]]:
    """The codes of known delegations and the ids of groups that occur."""
    asked = list(state.inscriptions.values())
    codes = {each.delegation for each in asked if each.known}
    codes |= {code for each in asked for code in each.aligned}
    codes |= {code for each in state.interventions.values() for code in each.aligned or ()}
    codes |= {each.delegation for each in state.points_of_order.values() if each.known}
    codes |= {each.delegation for each in state.documents if each.known}
    return codes, {each.group for each in asked if each.group}
