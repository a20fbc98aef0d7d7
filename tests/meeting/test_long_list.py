"""A very long list is inscribed in time that grows with its length; nobody waits twice."""

from __future__ import annotations

import pytest

from meeting_tui import text
from meeting_tui.meeting.facts import Who
from meeting_tui.meeting.items import OpenItem
from meeting_tui.meeting.leaving import Withdraw
from meeting_tui.meeting.names import Identify
from meeting_tui.meeting.sittings import OpenMeeting
from meeting_tui.meeting.speakers_list import Inscribe
from tests.forecast.room import Room, agenda, item

PLAN = agenda(item("1", 60), item("2", 60))


def unlisted(name: str) -> Who:
    return Who(code=name, name=name, kind="other", known=False)


def opened() -> Room:
    return Room(PLAN).do("10:00", OpenMeeting(), OpenItem("1"))


def test_names_are_folded_as_often_as_they_are_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[str] = []
    fold = text.fold

    def counted(text: str) -> str:
        folded.append(text)
        return fold(text)

    for module in ("speakers_list", "waiting_order"):
        monkeypatch.setattr(f"meeting_tui.meeting.{module}.fold", counted)
    room = opened()
    for number in range(200):
        room.do("10:00", Inscribe((unlisted(f"Délégation {number}"),)))
    assert len(room.waiting()) == 200
    assert len(folded) <= 4 * 200


def test_whoever_was_identified_waits_under_the_new_name_only() -> None:
    room = opened().do("10:00", Inscribe((unlisted("Örtland"),)))
    known = Who(code="mex", name="Mexico", kind="state_party")
    room.do("10:01", Identify("ortland", known))
    room.do("10:02", Inscribe((unlisted("ÖRTLAND"), known)))
    assert [each.delegation for each in room.waiting()] == ["mex", "ÖRTLAND"]


def test_whoever_withdrew_may_ask_again() -> None:
    name = unlisted("Örtland")
    room = opened().do("10:00", Inscribe((name,)), Withdraw(name))
    assert len(room.do("10:01", Inscribe((name, name))).waiting()) == 1
