"""The one picture of a meeting that every export is made from.

It holds what may leave and nothing else: a point off the record is not in it, neither its text nor
that there was one. Instants are UTC as in the state; `local` puts them into the agenda's zone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import ClassVar

from msgspec import Struct

from meeting_tui.agenda.model import Agenda, Item, Segment
from meeting_tui.agenda.rules import Rules
from meeting_tui.delegations.directory import Directory
from meeting_tui.delegations.model import PODIUM
from meeting_tui.forecast.advice import Advice
from meeting_tui.forecast.figures import Projection
from meeting_tui.meeting.attendance import Attendance
from meeting_tui.meeting.checklist import Open
from meeting_tui.meeting.facts import (
    Bands,
    Correction,
    Decision,
    Document,
    Gap,
    Inscription,
    Intervention,
    ItemRun,
    Loss,
    Point,
    PointOfOrder,
    Presiding,
    ScheduleChange,
    SegmentRun,
    SittingRun,
    Together,
)
from meeting_tui.meeting.positions import Position, Subject
from meeting_tui.meeting.speaking_time import SpeakingTime, Spoken
from meeting_tui.report.leaving import REPORTED, EventLine, speaking_of
from meeting_tui.values import WithAsides

NAMINGS = ("named", "counted", "anonymous")
"""How a report draft attributes what was said; see `docs/formats.md`."""

NAMED_KINDS = PODIUM
"""Who speaks from the podium (Secretariat, Chair, guest) is named in every report."""
_A_MOMENT = timedelta(microseconds=1)


class SegmentReport(Struct, frozen=True):
    """A segment as planned and, where it was taken up, as held."""

    plan: Segment
    run: SegmentRun | None
    seconds: float = 0.0
    """How long it was gone through, suspensions and what came between not counted."""


class ItemReport(Struct, frozen=True):
    """An item of the agenda, also one that was never opened."""

    plan: Item
    run: ItemRun
    seconds: float
    """How long it was open, suspensions not counted."""
    segments: tuple[SegmentReport, ...]
    notes: tuple[Point, ...] = ()
    """On the item itself, which nobody said; internal ones included."""


class Statement(Struct, frozen=True):
    """One intervention with the request it came from and what was noted on it."""

    intervention: Intervention
    asked: Inscription
    """The request it came from, with the States that aligned with the statement as it was made."""
    seconds: float
    """Time spoken, net of pauses; up to now while it is running."""
    paused_seconds: float
    over_seconds: float
    """Beyond its limit; 0 without one."""
    states_behind: frozenset[str]
    """The speaker's own State, its group's members as `group_members` says, those aligned."""
    points: tuple[Point, ...]
    """In the order noted, internal ones included."""
    told: frozenset[str]
    """Ids of the proposals of the meeting that a text may name that is handed on."""
    text: str = ""
    """Its text as it was made, a paragraph a line; empty where none was kept."""

    @property
    def reported(self) -> tuple[Point, ...]:
        """Its points that may stand in a text that is handed on."""
        reported = (each for each in self.points if each.audience in REPORTED)
        return tuple(told for each in reported if (told := speaking_of(each, self.told)))


class Limit(Struct, frozen=True):
    """A limit set during the meeting that holds now."""

    scope: str
    """`default`, `tier`, `kind`, `delegation` or `inscription`."""
    key: str
    seconds: int


class MeetingReport(WithAsides, frozen=True, eq=False):
    """A meeting as it stood at the instant `now`, ready to be exported."""

    ASIDES: ClassVar[frozenset[str]] = frozenset({"directory", "separator"})

    session: str
    phase: str
    """`planned`, `open`, `suspended` or `adjourned`."""
    rehearsal: bool
    demonstration: bool
    """Every statement is invented."""
    verified: bool
    """Whether the session log was found unaltered when the report was made."""
    now: datetime
    language: str
    naming: str
    """One of `NAMINGS`."""
    with_annex: bool
    """Whether a draft that names delegations has the annex of who said what."""
    group_members: str
    """Which members of a group stand behind its statements: `none`, `present` or `all`."""
    agenda: Agenda
    rules: Rules
    opened_at: datetime | None
    adjourned_at: datetime | None
    sittings: tuple[SittingRun, ...]
    """All sittings of the plan, held or not."""
    items: tuple[ItemReport, ...]
    inscriptions: tuple[Inscription, ...]
    """Item by item, in the order in which they left the list, then as they wait."""
    statements: tuple[Statement, ...]
    """In the order in which the floor was given."""
    together: tuple[Together, ...]
    """Which items were taken together, from when to when."""
    attendance: Attendance
    """Who was in the room, by kind, and the quorum where the rules have one."""
    presided: tuple[Presiding, ...]
    """Who presided from when to when, from the opening on; the Chair has no name there."""
    points_of_order: tuple[PointOfOrder, ...]
    decisions: tuple[Decision, ...]
    documents: tuple[Document, ...]
    corrections: tuple[Correction, ...]
    strikes: tuple[Correction, ...]
    """What was struck, without what it said; see `report.leaving`."""
    schedule_changes: tuple[ScheduleChange, ...]
    """What was planned otherwise while the meeting was run, in that order."""
    limits: tuple[Limit, ...]
    gaps: tuple[Gap, ...]
    coverage: Mapping[str, tuple[str, ...]]
    """Question -> the delegations that answered it, sorted."""
    speaking_time: Mapping[str, Spoken]
    """Delegation -> how often and how long it has spoken, counted kinds of speech only."""
    times: Mapping[str, SpeakingTime]
    """The same by `kind`, `region` and `delegation`."""
    positions: Mapping[Subject, Position]
    """Who holds what on each question, topic and proposal, from the points for the report."""
    forecast: Projection
    """When it will end, as seen at `now`."""
    advice: Advice | None
    """What there was to decide then; None where there was nothing."""
    names: Mapping[str, str]
    """Code -> the delegation's name in `language`."""
    group_names: Mapping[str, str]
    bands: Bands
    """The words a report counts with."""
    open_points: tuple[Open, ...]
    """What is to be looked at before the report is final."""
    finalised_at: datetime | None
    """Since when the report is no longer a draft; None while it is one."""
    events: tuple[EventLine, ...]
    directory: Directory
    """Whom there is to name, and by which names they may have been called."""
    separator: str = ","
    """What stands between the cells of a CSV table: a comma, a semicolon or a tab."""
    losses: tuple[Loss, ...] = ()
    """What of the session log is lost, or has no effect since something is."""
    anchor: str = ""
    """What proves later that the log is still the same up to here; empty where nothing does."""

    def local(self, instant: datetime) -> datetime:
        """The instant in the agenda's zone."""
        return instant.astimezone(self.agenda.time_zone)

    def name(self, delegation: str) -> str:
        """The delegation's name in the report's language; a name as typed is its own."""
        return self.names.get(delegation, delegation)

    def group_name(self, group: str) -> str:
        """The group's name in the report's language; a group nobody knows is its own name."""
        return self.group_names.get(group, group)


def days_held(report: MeetingReport) -> tuple[date, ...]:
    """The local days on which sittings were held, in order; none before the meeting was opened."""
    ends = [
        each
        for run in report.sittings
        if run.opened_at
        for each in (run.opened_at, run.suspended_at or report.now)
    ]
    return _days(report, ends)


def days_planned(report: MeetingReport) -> tuple[date, ...]:
    """The local days of the sittings of the agenda, in order."""
    sittings = report.agenda.sittings
    # What ends at midnight is no sitting of the day that begins then.
    return _days(report, [at for each in sittings for at in (each.start, each.end - _A_MOMENT)])


def days_of(report: MeetingReport) -> tuple[date, ...]:
    """The days held, and those of the sittings still to come; of a planned meeting all of them."""
    held = days_held(report)
    if not held:
        return days_planned(report)
    if report.phase == "adjourned":
        return held
    to_come = [run.planned_start for run in report.sittings if run.opened_at is None]
    return tuple(sorted({*held, *_days(report, to_come)}))


def days_iso(report: MeetingReport) -> str:
    """`2026-03-19`, or the first and the last: `2026-03-19 – 2026-03-20`."""
    days = days_of(report)
    first, last = days[0].isoformat(), days[-1].isoformat()
    return first if first == last else f"{first} – {last}"


def _days(report: MeetingReport, instants: Iterable[datetime]) -> tuple[date, ...]:
    return tuple(sorted({report.local(each).date() for each in instants}))
