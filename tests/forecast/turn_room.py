"""The plan that turns are looked at on, and what is looked at."""

from __future__ import annotations

from meeting_tui.meeting.floor import Next
from meeting_tui.meeting.items import OpenItem
from meeting_tui.meeting.sittings import OpenMeeting
from tests.forecast.room import Room, agenda, clock, item, segment

PLAN = agenda(
    item("1", 30),
    item(
        "2",
        120,
        segment("2.1", minutes=30),
        segment("2.2", "presentation", 20, each=10),
        segment("2.3", minutes=20),
        segment("2.4", "presentation", 10, condition="if asked for"),
        segment("2.5", "presentation", each=5),
        segment("2.6", minutes=10),
        segment("2.7", "decision", 10, condition="if any came in"),
    ),
    item("3", 60),
)
OPEN = OpenMeeting()
NEXT = Next(insist=True)


def opened(first: str = "1", instant: str = "10:00", handover: int = 20) -> Room:
    return Room(PLAN, handover).do(instant, OPEN, OpenItem(first))


def turns(room: Room, instant: str) -> list[str]:
    names = {each.id: each.delegation for each in room.state.inscriptions.values()}
    return [f"{names[t.inscription]} {clock(t.turn_at)}" for t in room.see(instant).turns]


def ends(room: Room, instant: str) -> str:
    seen = room.see(instant).item
    return clock(seen.list_ends_at) if seen else "-"
