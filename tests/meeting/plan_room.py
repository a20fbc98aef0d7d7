"""A day to plan otherwise: a full morning, a three-hour block, a segment on condition."""

from __future__ import annotations

from msgspec.structs import replace

from meeting_tui.agenda.model import Agenda, Item, Segment
from meeting_tui.meeting.schedule import plan_now
from tests.meeting.room import ZONE, Room, agenda, words_for

FAQ = Segment(
    id="2.9",
    title=words_for("Frequently asked"),
    kind="presentation",
    minutes=10,
    condition=words_for("Only if proposals came in"),
)


def day() -> Agenda:
    """Items 1, 2, 3, 5 and 6 in the morning, 4 all afternoon; 2.9 only on condition."""
    plan = agenda()
    one, two, three = (replace(each, sitting="1") for each in plan.items)
    return replace(
        plan,
        items=(
            one,
            replace(two, segments=(*two.segments, FAQ)),
            three,
            item("4", 180, "2"),
            item("5", 10, "1"),
            item("6", 5, "1"),
        ),
    )


def item(name: str, minutes: int, sitting: str | None) -> Item:
    return Item(
        id=name,
        title=words_for(f"Item {name}"),
        kind="discussion",
        minutes=minutes,
        sitting=sitting,
    )


def planned(room: Room) -> dict[str, str]:
    """Where each item is planned: `10:00-10:10`, `10:10-11:10 15:00-15:30`."""
    return {
        each.item: " ".join(
            f"{part.start.astimezone(ZONE):%H:%M}-{part.end.astimezone(ZONE):%H:%M}"
            for part in each.parts
        )
        for each in plan_now(room.state).values()
    }


def minutes(room: Room) -> dict[str, int]:
    return {each.id: each.minutes for each in room.state.agenda.items}
