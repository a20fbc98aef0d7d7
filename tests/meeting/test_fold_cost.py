"""A long day stays cheap: work is counted, not timed, so that no slow machine decides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from meeting_tui.meeting import meeting as fold
from meeting_tui.meeting import waiting_order
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.facts import Inscription
from meeting_tui.meeting.meeting import evolve, replay
from meeting_tui.meeting.state import MeetingState
from tests.meeting.room import Room


def test_a_request_is_compared_with_few_of_those_who_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    order_key = waiting_order.order_key

    def counted(state: MeetingState, item: str) -> Callable[[Inscription], tuple[int, ...]]:
        key = order_key(state, item)

        def counting(each: Inscription) -> tuple[int, ...]:
            nonlocal compared
            compared += 1
            return key(each)

        return counting

    monkeypatch.setattr(waiting_order, "order_key", counted)
    room = Room().opened()
    for number in range(300):
        room.do(f'inscribe "Organisation {number}"')

    assert len(room.waiting) == 300
    assert compared <= 2 * 300


def test_a_log_is_folded_once_however_much_was_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    room = Room().opened()
    for number in range(40):
        room.do(f'inscribe "Organisation {number}"', "undo", "redo", "undo")
    entries = room.meeting.entries
    evolved = 0

    def counted(state: MeetingState, entry: Entry) -> None:
        nonlocal evolved
        evolved += 1
        evolve(state, entry)

    monkeypatch.setattr(fold, "evolve", counted)

    assert replay(entries).state == room.state
    assert evolved <= len(entries)
