"""By how many something was said, class by class: States, organisations, others.

A position of States is never told together with that of an organisation as one number: civil
society and industry are no delegations in support.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from meeting_tui.delegations.directory import Directory
from meeting_tui.delegations.model import STATES
from meeting_tui.meeting.records import Inscription

CLASSES = ("states", "regional", "international", "civil_society", "industry", "others")
"""Classes of delegations, in the order in which they are told."""

_OF_KIND = {"igo": "international", "ngo": "civil_society", "industry": "industry"}


class Tally(Struct, frozen=True):
    """How many of each class."""

    counts: tuple[int, ...] = (0,) * len(CLASSES)
    """In the order of `CLASSES`."""

    @property
    def states(self) -> int:
        """States that spoke, for themselves or for a group."""
        return self.counts[0]

    @property
    def others(self) -> int:
        """All that are no States."""
        return sum(self.counts[1:])

    @property
    def total(self) -> int:
        """All together."""
        return sum(self.counts)

    @property
    def told(self) -> tuple[tuple[str, int], ...]:
        """The classes that there are any of, each with how many."""
        return tuple(pair for pair in zip(CLASSES, self.counts, strict=True) if pair[1])


def class_of(asked: Inscription, directory: Directory) -> str:
    """The class of whoever asked for the floor; the podium belongs to none and is not asked for.

    An organisation that speaks for a group of States is a regional one; who is in no list is among
    the others.
    """
    if asked.delegation_kind in STATES:
        return "states"
    known = directory.get(asked.delegation) if asked.known else None
    if asked.delegation_kind == "igo" and known is not None and known.speaks_for:
        return "regional"
    return _OF_KIND.get(asked.delegation_kind, "others")


def tally(asked: Iterable[Inscription], directory: Directory) -> Tally:
    """How many of each class these are, each delegation once."""
    by_code = {each.delegation: class_of(each, directory) for each in asked}
    classes = list(by_code.values())
    return Tally(tuple(classes.count(each) for each in CLASSES))
