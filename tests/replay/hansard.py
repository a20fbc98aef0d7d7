"""Holds a sitting of the Canadian House of Commons again from its Hansard, in either language.

Orders of business are items, subjects are segments. The clock stands on a grid of five minutes,
so that several speak at one time: the order of the text is kept, no time is made up. Whoever speaks
is inscribed and given the floor by `next`; points of order, the Chair's rulings on them and the
speaker who goes on are told by the text.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.replay.room import Room, plan


@dataclass(frozen=True, slots=True)
class Turn:
    """One intervention of the record, or the title of an order (`order`) or subject (`subject`)."""

    sort: str
    at: datetime
    text: str
    name: str = ""
    person: str = ""
    """The record's number of whoever speaks, equal in both languages."""

    @property
    def is_chair(self) -> bool:
        """Whether the Chair speaks."""
        return _CHAIR.search(self.name) is not None


_CHAIR = re.compile(r"^The .*Speaker|^L[ea] .*[Pp]résident")
_RAISES = re.compile(r"(?:rise|rising) on a point of order|invoque le Règlement", re.IGNORECASE)
_ANNOUNCES = re.compile(r"on (?:a|another) point of order", re.IGNORECASE)
_ON_POINTS = re.compile(r"points of order|rappels? au règlement", re.IGNORECASE)
_OPENING = 120
"""Characters in which a member says what the word is asked for."""


def read_hansard(path: Path) -> list[Turn]:
    """The titles and interventions of a sitting in their order; the times printed, as UTC."""
    root = ET.fromstring(path.read_bytes())
    held = {each.attrib["Name"]: _words(each) for each in root.iter("ExtractedItem")}
    year, month, day = (int(held[f"MetaDateNum{each}"]) for each in ("Year", "Month", "Day"))
    return list(_turns(root, datetime(year, month, day, tzinfo=UTC)))


def _turns(root: ET.Element, clock: datetime) -> Iterator[Turn]:
    titled = True
    for each in root.iter():
        if each.tag == "Timestamp":
            hour, minute = int(each.attrib["Hr"]), int(each.attrib["Mn"])
            clock = clock.replace(hour=hour, minute=minute)
        elif each.tag == "OrderOfBusinessTitle":
            yield Turn("order", clock, _words(each))
        elif each.tag == "SubjectOfBusiness":
            titled = False
        elif each.tag in ("SubjectOfBusinessTitle", "SubjectOfBusinessQualifier") and not titled:
            titled = True
            yield Turn("subject", clock, _words(each))
        elif each.tag == "Intervention":
            yield _intervention(each, clock)


def _intervention(each: ET.Element, clock: datetime) -> Turn:
    speaking, content = each.find("PersonSpeaking"), each.find("Content")
    assert speaking is not None
    assert content is not None
    label = _words(speaking).rstrip(": ")
    name = label if _CHAIR.search(label) else label.split(" (")[0]
    affiliation = next(speaking.iter("Affiliation"))
    return Turn("speech", clock, _words(content), name, affiliation.attrib["DbId"])


def _words(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


class HouseSitting:
    """One sitting and the room it is held again in."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        self.turns = turns
        self.start = next(each.at for each in turns if each.sort == "speech")
        self.end = turns[-1].at
        self._ids = {n: f"{each.sort[0]}{n}" for n, each in enumerate(turns)}
        self.room = Room(plan(self._items(), self.start, self.end))
        self.became: list[str] = []
        """What each intervention became: `floor`, `order`, `ruling`, `continue` or `pause`."""
        self._on_points = False

    def _items(self) -> list[tuple[str, str, list[tuple[str, str]]]]:
        items: list[tuple[str, str, list[tuple[str, str]]]] = [("0", "Opening", [])]
        for n, each in enumerate(self.turns):
            if each.sort == "order":
                items.append((self._ids[n], each.text, []))
            elif each.sort == "subject":
                items[-1][2].append((self._ids[n], each.text))
        return items

    def hold(self) -> Room:
        """Hold it from beginning to end."""
        self.room.must("open", self.start)
        self.room.must("item 0", self.start)
        for n, turn in enumerate(self.turns):
            if turn.sort == "speech":
                self.became.append(self._speech(turn))
            else:
                self._title(n, turn)
        self.room.must("adjourn!", self.end)
        return self.room

    def _title(self, n: int, turn: Turn) -> None:
        self._on_points = _ON_POINTS.fullmatch(turn.text) is not None
        if self.room.name_speaking is not None:
            self._insist_on("yield", turn.at)
        if turn.sort == "subject":
            self.room.must(f"segment {self._ids[n]}", turn.at)
        else:
            self._insist_on("close item", turn.at)
            self.room.must(f"item {self._ids[n]}", turn.at)

    def _speech(self, turn: Turn) -> str:
        room, state = self.room, self.room.meeting.state
        opening = turn.text[:_OPENING]
        if turn.is_chair and state.pending_order:
            room.must(f"ruling {turn.text}", turn.at)
            return "ruling"
        if turn.is_chair and room.name_speaking and _ANNOUNCES.search(opening):
            room.must("pause", turn.at)
            return "pause"
        announced = bool(self.became) and self.became[-1] == "pause"
        if not turn.is_chair and (announced or self._on_points or _RAISES.search(opening)):
            room.must(f'order "{turn.name}" {turn.text}', turn.at)
            return "order"
        if turn.name == room.name_speaking and _stands_still(room):
            self._insist_on("continue", turn.at)
            return "continue"
        room.must(f'inscribe "{turn.name}"', turn.at)
        self._insist_on("next", turn.at)
        return "floor"

    def _insist_on(self, line: str, at: datetime) -> None:
        """Do it, after a ruling on every point of order the record leaves without one."""
        while (refusal := self.room.do(line, at)) is not None:
            if refusal.code == "next_twice":
                line = "next!"
            else:
                assert refusal.code == "point_of_order_pending"
                self.room.must("ruling none in the record", at)


def _stands_still(room: Room) -> bool:
    speaking = room.meeting.state.speaking()
    return speaking is not None and speaking.paused_since is not None
