"""Who was in the room, by kind of delegation, and whether that is a quorum.

Present is who was marked so, asked for the floor in the room, raised a point of order or handed in
a text; absent is which member of the meeting did none of these. Members are the kinds that the
quorum counts, else the States Parties. Where nobody was marked, nobody is known to be absent.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.agenda.rules import Quorum
from meeting_tui.delegations.directory import Directory
from meeting_tui.delegations.model import KINDS
from meeting_tui.meeting.details import delegations_present
from meeting_tui.meeting.heard import NOT_AWAITED
from meeting_tui.meeting.state import MeetingState

_MEMBERS = ("state_party",)
"""Who is awaited where the rules have no quorum."""


class KindPresent(Struct, frozen=True):
    """One kind of delegation: who of it was in the room."""

    kind: str
    present: tuple[str, ...]
    """Codes, in the English alphabetical order of the names; then the names of guests."""
    absent: tuple[str, ...]
    """Members alone; of other kinds nobody is awaited."""
    is_podium: bool
    """Secretariat, Chair and guests: nobody awaits them, and they do not count."""
    is_member: bool = False


class QuorumNow(Struct, frozen=True):
    """How many are needed of those who count, and how many are there."""

    of: int
    here: int
    to_open: int
    to_decide: int


class Attendance(Struct, frozen=True):
    """Who was in the room."""

    kinds: tuple[KindPresent, ...]
    """In the order of the directory's kinds; those of which it has nobody are left out."""
    unlisted: tuple[str, ...]
    """Names as typed that are in no directory, present too."""
    is_recorded: bool
    """Whether anybody was marked; else only those who took part are known."""
    quorum: QuorumNow | None
    """None where the rules of procedure have none."""

    @property
    def count(self) -> int:
        """How many delegations were in the room, the podium apart."""
        here = (len(each.present) for each in self.kinds if not each.is_podium)
        return sum(here) + len(self.unlisted)


def attendance(state: MeetingState, directory: Directory) -> Attendance:
    """Who was in the room, as far as it is known."""
    here = delegations_present(state)
    quorum = state.rules.quorum
    members = quorum.delegation_kinds if quorum else _MEMBERS
    guests = tuple(sorted(state.guests & here))
    kinds = [_of_kind(kind, here, directory, is_member=kind in members) for kind in KINDS]
    kinds = [_with_names(each, guests) if each.kind == "guest" else each for each in kinds]
    known = {code for each in kinds for code in each.present}
    return Attendance(
        kinds=tuple(each for each in kinds if each.present or each.absent),
        unlisted=tuple(sorted(here - known)),
        is_recorded=bool(state.present),
        quorum=_quorum(quorum, kinds) if quorum else None,
    )


def _with_names(kind: KindPresent, guests: tuple[str, ...]) -> KindPresent:
    """The guests, those by their own name after the place that the directory has for one."""
    return replace(kind, present=(*kind.present, *guests))


def _of_kind(
    kind: str, here: frozenset[str], directory: Directory, *, is_member: bool
) -> KindPresent:
    codes = directory.in_english_order(e.code for e in directory.all() if e.kind == kind)
    return KindPresent(
        kind=kind,
        present=tuple(each for each in codes if each in here),
        absent=tuple(each for each in codes if each not in here) if is_member else (),
        is_podium=kind in NOT_AWAITED,
        is_member=is_member,
    )


def _quorum(quorum: Quorum, kinds: list[KindPresent]) -> QuorumNow:
    counted = [each for each in kinds if each.kind in quorum.delegation_kinds]
    here = sum(len(each.present) for each in counted)
    of = here + sum(len(each.absent) for each in counted)
    return QuorumNow(of, here, quorum.needed_to_open(of), quorum.needed_to_decide(of))
