"""What of a report only a hand can do before it is issued, and all that is left to do, counted.

Texts of people that may still show who spoke where names are left out, and what the Chair writes.
The checklist, the Report screen, the handover sheet and the annex count with these kinds and say
them in these words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator

from msgspec import Struct

from meeting_tui.agenda.model import Agenda, Item
from meeting_tui.delegations.directory import Directory
from meeting_tui.delegations.model import STATES
from meeting_tui.meeting.counting import FOR_THE_REPORT, PODIUM
from meeting_tui.meeting.facts import Correction, Document, Inscription, PointOfOrder
from meeting_tui.meeting.questions import points_on
from meeting_tui.meeting.state import MeetingState
from meeting_tui.text import clean_line
from meeting_tui.words import say

BY_HAND = "by_hand"
"""Kind of what somebody has to rewrite where names are left out."""
BLANKS = ("conclusion", "conclusions", "recommendation", "attachment")
"""Kinds of what the Chair writes."""
TIMES = ("short_turn", "long_turn", "overlap", "through_break", "clock_gap", "long_item")
"""Kinds of open points about times."""
KINDS = (
    "disputed",
    "unknown_name",
    "unknown_group",
    "outside_group",
    "text_awaited",
    "no_points",
    "rival",
    "no_question",
    "both_sides",
    BY_HAND,
    "times",
    "item_open",
    "blank",
    "rehearsal",
    "demonstration",
)
"""In the order in which they are counted; `times` is any of `TIMES`, `blank` any of `BLANKS`."""
STANDING = ("rehearsal", "demonstration")
"""Kinds of what a whole session is: on its checklist, and no open point of the meeting."""
PRESENTATION = "presentation"
"""The kind of speech whose speakers are named in every report, where they are States."""
_NAMING = ("delegation", "attribution")
"""Corrections that say who it was, or was taken for."""
_DECIDES = ("adoption",)
"""Kinds of items that have no number and end in a decision, not in a conclusion of the Chair."""


class Text(Struct, frozen=True):
    """What somebody wrote, as far as it may stand in a report that is handed on."""

    subject: str
    """Id of the point, decision, point of order, text received, segment or change of schedule."""
    item: str
    """The item it belongs to; empty for none."""
    text: str
    keep: tuple[str, ...] = ()
    """Codes of delegations that are named in every report, where this is theirs."""


class Blank(Struct, frozen=True):
    """Room in the Chair's report that nobody has filled."""

    kind: str
    """`conclusions`, `conclusion` of an item, `recommendation` or `attachment` of a topic."""
    subject: str = ""
    """The item or the topic."""
    item: str = ""

    @property
    def params(self) -> dict[str, str | int]:
        """For its sentence."""
        if self.kind == "conclusions":
            return {}
        return {"item" if self.kind == "conclusion" else "topic": self.subject}


def counted_as(kind: str) -> str:
    """The one of `KINDS` among which an open point of that kind is counted."""
    if kind == "rival_whose":
        return "rival"
    return "times" if kind in TIMES else "blank" if kind in BLANKS else kind


def of_meeting(kinds: Iterable[str]) -> list[str]:
    """The kinds of the open points of the meeting, as they are counted."""
    return [each for each in kinds if each not in STANDING]


def told_by_kind(kinds: Iterable[str], language: str) -> str:
    """How many open points there are of each kind: `without a question 29, odd times 1`."""
    counts = Counter(map(counted_as, kinds))
    told = [
        say("preview.counted", language, what=say(f"preview.kind_{kind}", language), count=count)
        for kind in KINDS
        if kind not in STANDING
        if (count := counts[kind])
    ]
    return say("preview.between", language).join(told)


def is_on_show(asked: Inscription) -> bool:
    """Whether it is named in every report: the podium, and a State that gives a presentation."""
    return asked.delegation_kind in PODIUM or (
        asked.kind == PRESENTATION and asked.delegation_kind in STATES
    )


def unlisted_names(
    inscriptions: Iterable[Inscription],
    points_of_order: Iterable[PointOfOrder],
    documents: Iterable[Document],
    corrections: Iterable[Correction],
) -> frozenset[str]:
    """Names of those in no directory as they were typed, also if they were identified later.

    Not those of guests, whom every report names.
    """
    asked = tuple(inscriptions)
    guests = {each.name for each in asked if each.delegation_kind == "guest"}
    groups = (each.group for each in asked if each.group and not each.group_known)
    named: tuple[Inscription | PointOfOrder | Document, ...]
    named = (*asked, *points_of_order, *documents)
    unknown = (each.name for each in named if not each.known and each.name not in guests)
    typed = (each.before for each in corrections if each.what in _NAMING)
    return frozenset((*groups, *unknown, *typed))


def lines_by_hand(
    state: MeetingState, directory: Directory
) -> Iterator[tuple[Text, tuple[str, ...]]]:
    """Texts to rewrite where names are left out, with the words that may tell who spoke.

    In the order of the statements, then notes on items, decisions and the rest; a text each.
    """
    # Most of a meeting nobody asks for it, and it takes long to load.
    from meeting_tui.delegations.discretion import unnamed

    unlisted = unlisted_names(
        state.inscriptions.values(),
        state.points_of_order.values(),
        state.documents,
        state.corrections,
    )
    for each in _texts(state):
        words = unnamed(clean_line(each.text), directory, unlisted, each.keep).by_hand
        if words:
            yield each, words


def _texts(state: MeetingState) -> Iterator[Text]:
    for turn in state.interventions.values():
        asked = state.made_by(turn)
        keep = (asked.delegation,) if is_on_show(asked) else ()
        for point in points_on(state, turn, FOR_THE_REPORT):
            yield Text(point.id, point.item or turn.item, point.text, keep)
    for note in state.item_notes.values():
        if note.audience in FOR_THE_REPORT:
            yield Text(note.id, note.item or "", note.text)
    for decision in state.decisions:
        yield Text(decision.id, decision.item, decision.text)
    for order in state.points_of_order.values():
        for said in (order.text, order.ruling or ""):
            yield Text(order.id, order.item or "", said)
    for document in state.documents:
        yield Text(document.id, document.item or "", document.text)
    for change in state.schedule_changes:
        yield Text(change.act, "", change.reason)
        if change.kind == "add":
            yield Text(change.place, "", change.becomes.partition(" ")[2])


def takes_conclusion(item: Item) -> bool:
    """Whether the Chair concludes on an item, once it was taken up."""
    return item.kind not in _DECIDES


def blanks(agenda: Agenda, opened: Container[str]) -> Iterator[Blank]:
    """What the Chair writes, in the order of the report; `opened`: ids of items taken up."""
    for item in agenda.items:
        if item.id in opened and takes_conclusion(item):
            yield Blank("conclusion", item.id, item.id)
    yield Blank("conclusions")
    own = [each for each in agenda.topics if each.own_section]
    for topic in own:
        if not topic.attachment:
            yield Blank("recommendation", topic.id, topic.item)
    for topic in own:
        if topic.attachment:
            yield Blank("attachment", topic.id, topic.item)
