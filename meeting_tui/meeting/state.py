"""The meeting as it stands: a fold over the session log.

`evolve` changes it in place, event by event, and nothing else does; its facts are frozen, so a
shallow copy (`snapshot`) is a safe picture for another thread.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from datetime import datetime

from msgspec import Struct, field
from msgspec.structs import replace

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.rules import Earlier, Rules
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.facts import (
    DEFAULT_BANDS,
    Bands,
    Correction,
    Decision,
    Dispute,
    Document,
    Gap,
    HeldTime,
    Inscription,
    Intervention,
    ItemRun,
    Loss,
    Point,
    PointOfOrder,
    Presence,
    Presiding,
    ScheduleChange,
    SegmentRun,
    SittingRun,
    Struck,
    Together,
)


class MeetingState(Struct):
    """Everything the rules and the screens need to know."""

    session: str
    agenda: Agenda
    """As it is run now: items in their official order, with minutes, segments, sittings and their
    times as they were changed."""
    rules: Rules
    imported: Agenda
    """As it was when the session began."""
    rehearsal: bool = False
    earlier: Earlier | None = None
    """What the timekeeper learned from before this meeting; None for nothing."""
    demonstration: bool = False
    """A rehearsal in which every statement is invented, to look around in."""
    phase: str = "planned"
    """`planned`, `open`, `suspended` or `adjourned`."""
    opened_at: datetime | None = None
    adjourned_at: datetime | None = None
    sitting: str | None = None
    sittings: dict[str, SittingRun] = field(default_factory=dict)
    items: dict[str, ItemRun] = field(default_factory=dict)
    segments: dict[str, SegmentRun] = field(default_factory=dict)
    segment_times: dict[str, HeldTime] = field(default_factory=dict)
    """Segment -> how long it has been gone through."""
    item: str | None = None
    """The open item."""
    last_item: str | None = None
    inscriptions: dict[str, Inscription] = field(default_factory=dict)
    asked_as: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Folded code or typed name -> inscriptions that are or once were under it, to be looked at."""
    lists: dict[str, list[str]] = field(default_factory=dict)
    """Item -> inscriptions that wait, in order."""
    replies: list[str] = field(default_factory=list)
    """Rights of reply that wait, in the order asked."""
    left: list[str] = field(default_factory=list)
    """Inscriptions that no longer wait, heard or not, in the order in which they left."""
    interventions: dict[str, Intervention] = field(default_factory=dict)
    floor: str | None = None
    """The intervention that has the floor."""
    last_intervention: str | None = None
    last_next_at: datetime | None = None
    points_of_order: dict[str, PointOfOrder] = field(default_factory=dict)
    pending_order: list[str] = field(default_factory=list)
    """Points of order not ruled yet, in the order they are heard."""
    limits: dict[tuple[str, str], int] = field(default_factory=dict)
    points: dict[str, Point] = field(default_factory=dict)
    points_of: dict[str, list[str]] = field(default_factory=dict)
    """Intervention -> its points, in the order noted."""
    item_notes: dict[str, Point] = field(default_factory=dict)
    """Notes on items themselves, which are nobody's, by id."""
    statement_texts: dict[str, str] = field(default_factory=dict)
    """Intervention -> its text as it was made, a paragraph a line."""
    struck: dict[str, Struck] = field(default_factory=dict)
    """Points and interventions that do not stand, by id; they count nowhere."""
    decisions: list[Decision] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    present: dict[str, Presence] = field(default_factory=dict)
    """Delegations that somebody marked as present, by code."""
    presiding: list[Presiding] = field(default_factory=list)
    """Who took the chair when, in that order; before the first it is the Chair."""
    together: list[Together] = field(default_factory=list)
    """Which items were taken together, from when to when."""
    corrections: list[Correction] = field(default_factory=list)
    bands: Bands = DEFAULT_BANDS
    """The words the report counts with."""
    guests: frozenset[str] = frozenset()
    """Names in no directory that are said to be those of guests."""
    ticked: frozenset[tuple[str, str]] = frozenset()
    """What was ticked off the checklist: kind and subject of what is open."""
    finalised_at: datetime | None = None
    """Since when the report is no longer a draft; anything recorded makes it one again."""
    gaps: list[Gap] = field(default_factory=list)
    losses: list[Loss] = field(default_factory=list)
    """What of the log is lost or set apart, as it was found."""
    running_order: tuple[str, ...] = ()
    """Items in the order in which they are planned."""
    splits: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    """Item -> (sitting, minutes) of each part, where it is planned in several."""
    dropped: frozenset[str] = frozenset()
    """Segments that will not be held."""
    kept: frozenset[str] = frozenset()
    """Segments held on condition whose condition has come true."""
    schedule_changes: list[ScheduleChange] = field(default_factory=list)
    writers: dict[str, str] = field(default_factory=dict)
    """Statement -> who said that they write on it."""
    note_turns: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Who takes turns -> on every so manieth statement, from which number on."""
    corrected_at: dict[str, tuple[int, str]] = field(default_factory=dict)
    """Point, or statement whose it was said to be -> the number and desk of the entry that
    corrected it last."""
    rivals: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Statement -> who said at the same time whose it is, and whose; until one settles it."""
    disputes: dict[str, Dispute] = field(default_factory=dict)
    """Acts that are disputed and not settled yet, by id."""
    counts: dict[str, int] = field(default_factory=dict)
    """How many ids of each sort were ever given out; ids of undone acts are not used again."""

    def snapshot(self) -> MeetingState:
        """A copy that later events do not change."""
        twin = copy(self)
        for name in self.__struct_fields__:
            value = getattr(self, name)
            if isinstance(value, dict):
                holds_lists = isinstance(next(iter(value.values()), None), list)
                held = {k: list(v) for k, v in value.items()} if holds_lists else dict(value)
                setattr(twin, name, held)
            elif isinstance(value, list):
                setattr(twin, name, list(value))
        return twin

    def new_ids(self, sort: str) -> Iterator[str]:
        """Fresh ids of one sort: `i7`, `i8` ... for inscriptions; an event takes its own."""
        number = self.counts.get(sort, 0)
        while True:
            number += 1
            yield f"{ID_LETTERS[sort]}{number}"

    @property
    def joined(self) -> tuple[str, ...]:
        """The items taken together with the open one, in the order of the agenda."""
        open_item = self.item
        return tuple(
            run.id
            for run in self.items.values()
            if open_item and run.joined_to == open_item and run.phase == "open"
        )

    def corrected_unseen(self, point: str, seen: int, desk: str) -> bool:
        """Whether another desk corrected a point after the entry that this one had seen."""
        seq, by = self.corrected_at.get(point, (0, desk))
        return by != desk and seq > seen

    def keep_correction(
        self, entry: Entry, what: str, subject: str, before: str, after: str
    ) -> None:
        """Keep what was put right, and what it was before."""
        self.corrections.append(Correction(entry.at, entry.hand, what, subject, before, after))

    def leave_list(self, inscription: str, outcome: str, *, out_of_order: bool = False) -> None:
        """Take an inscription off whatever list it waits on and give it its outcome."""
        found = self.inscriptions[inscription]
        held = self.replies if inscription in self.replies else self.lists[found.item]
        held.remove(inscription)
        self.left.append(inscription)
        found = replace(found, outcome=outcome, out_of_order=out_of_order)
        self.inscriptions[inscription] = found

    @property
    def presides(self) -> Presiding | None:
        """Who presides now in the Chair's place, and since when; None while the Chair does."""
        last = self.presiding[-1] if self.presiding else None
        return last if last and last.person else None

    def heard_under(self, item: str | None) -> str | None:
        """The item on whose list requests wait: the open one for those taken together with it."""
        return self.item if item in self.joined else item

    def speaking(self) -> Intervention | None:
        """The intervention that has the floor (its time may stand still), or None."""
        return self.interventions[self.floor] if self.floor else None

    def asked_by(self, intervention: Intervention) -> Inscription:
        """The inscription an intervention came from."""
        return self.inscriptions[intervention.inscription]

    def made_by(self, intervention: Intervention) -> Inscription:
        """The same with the States that aligned with this statement, however it was asked for."""
        asked = self.asked_by(intervention)
        aligned = intervention.aligned
        return asked if aligned is None else replace(asked, aligned=aligned)


ID_LETTERS = {
    "inscription": "i",
    "intervention": "s",
    "point_of_order": "o",
    "point": "n",
    "decision": "d",
    "document": "t",
    "proposal": "r",
    "dispute": "x",
}
"""The sort of thing -> the letter its ids begin with."""


def unknown_names(state: MeetingState) -> tuple[str, ...]:
    """Names in use of which nobody has said who they are, in the order they came up."""
    return tuple(each for each in free_names(state) if each not in state.guests)


def free_names(state: MeetingState) -> tuple[str, ...]:
    """Names in use that are not in the directory, those of guests among them."""
    asked = [each.delegation for each in state.inscriptions.values() if not each.known]
    raised = [each.delegation for each in state.points_of_order.values() if not each.known]
    sent = [each.delegation for each in state.documents if not each.known]
    seen = [each.delegation for each in state.present.values() if not each.known]
    return tuple(dict.fromkeys((*asked, *raised, *sent, *seen)))
