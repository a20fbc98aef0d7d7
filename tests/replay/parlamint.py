"""Holds a ParlaMint transcript again: its times are to the second, with an offset."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.replay.room import Room, plan


@dataclass(frozen=True, slots=True)
class Speech:
    """One `u`: begun at, ended at (None where the excerpt is cut), by whom and how."""

    begun: datetime
    ended: datetime | None
    name: str
    procedure: str
    """What the speaker rose for, empty for a speech."""
    interruptions: tuple[str, ...]


def read_parlamint(path: Path) -> list[Speech]:
    """The speeches in the order of the file, which alone counts; its times are not sorted."""
    children = list(ET.fromstring(path.read_bytes()))
    speeches = []
    clock, name, procedure = datetime.min.replace(tzinfo=UTC), "", ""
    for n, each in enumerate(children):
        match each.tag, each.get("type"):
            case "note", "time":
                clock, procedure = _instant(each), ""
            case "note", "speaker":
                name = _words(each)
            case "note", "procedural":
                procedure = _words(each)
            case "u", _:
                after = children[n + 1 : n + 2]
                ended = _instant(after[0]) if after else None
                noted = each.iterfind(".//note[@type='unauthorized_interruption']")
                shouts = tuple(_words(shout) for shout in noted)
                speeches.append(Speech(clock, ended, name, procedure, shouts))
    return speeches


def hold(speeches: list[Speech]) -> Room:
    """Hold them again: shouts are notes, a procedural word is a point of order."""
    start = speeches[0].begun
    end = max(each.ended or each.begun for each in speeches)
    room = Room(plan([("1", "Sitting", [])], start, end))
    room.must("open", start)
    room.must("item 1", start)
    for each in speeches:
        if each.procedure:
            room.must(f'order "{each.name}" {each.procedure}', each.begun)
        else:
            room.must(f'inscribe "{each.name}"', each.begun)
            room.must("next", each.begun)
        for shout in each.interruptions:
            room.must(f"note {shout}", each.begun)
        if each.ended and not each.procedure:
            room.must("yield", each.ended)
    room.must("adjourn!", end)
    return room


def _instant(note: ET.Element) -> datetime:
    time = note.find("time")
    assert time is not None
    return datetime.fromisoformat(time.attrib["when"]).astimezone(UTC)


def _words(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())
