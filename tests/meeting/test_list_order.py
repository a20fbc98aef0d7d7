"""All requests in the order of the lists: who left, as they left; who waits, as they wait."""

from __future__ import annotations

from meeting_tui.meeting.waiting_order import in_list_order
from tests.meeting.room import Room, shown


def in_order(room: Room) -> list[str]:
    return [shown(each) for each in in_list_order(room.state)]


def test_who_waits_stands_as_the_list_has_them() -> None:
    room = Room().opened()
    room.do("inscribe mex jpn bra fra", "move fra 1", "swap mex bra", "inscribe! ken(eu)")

    assert in_order(room) == room.waiting
    assert in_order(room) != sorted(in_order(room))
    room.do("undo")
    assert in_order(room) == ["FRA", "BRA", "JPN", "MEX"]


def test_who_left_stands_before_who_waits_in_the_order_they_left() -> None:
    room = Room().opened()
    room.do("inscribe mex jpn bra fra chl", "reply ken", "floor chl")
    room.do("withdraw bra", "yield", "absent jpn")

    assert in_order(room) == ["CHL", "BRA", "JPN", "MEX", "FRA", "KEN"]


def test_those_not_reached_stand_as_they_waited() -> None:
    room = Room().opened()
    room.do("inscribe mex jpn bra", "move bra 1", "close item not-reached")

    assert in_order(room) == ["BRA", "MEX", "JPN"]


def test_items_stand_as_the_agenda_has_them() -> None:
    room = Room()
    room.do("inscribe mex for 3", "inscribe fra for 2", "inscribe bra for 3", "move bra 1")

    assert in_order(room) == ["FRA", "BRA", "MEX"]
