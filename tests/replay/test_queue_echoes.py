"""What the bot printed after each change of its queue is what our list shows at that moment."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.replay.irc_meeting import ChatMeeting, read_messages
from tests.replay.queue_acts import QUEUE, QueueAct, echoed_names
from tests.replay.room import Room

CLIENTS = "samples/meetings/scribe2-clients"


@pytest.mark.parametrize(("name", "changes"), [("bip-01.txt", 8), ("quassel-01.txt", 4)])
def test_every_echoed_queue_is_ours(shared: Path, name: str, changes: int) -> None:
    meeting = ChatMeeting(read_messages(shared / CLIENTS / name, date(2021, 2, 9)))
    compared: list[tuple[list[str], list[str]]] = []

    def compare(act: QueueAct, room: Room) -> None:
        if act.sort == "echo":
            compared.append((room.names_waiting, echoed_names(act)))

    meeting.hold(compare).no_loose_end()

    assert sum(act.sort in QUEUE for act in meeting.acts) == changes
    assert len(compared) == changes
    for ours, echoed in compared:
        assert ours == echoed


def test_a_beginning_of_a_name_gives_the_floor_and_empties_the_queue(shared: Path) -> None:
    meeting = ChatMeeting(read_messages(shared / CLIENTS / "quassel-01.txt"))
    queues: list[list[str]] = []

    def note_queue(act: QueueAct, room: Room) -> None:
        if act.sort == "echo":
            queues.append(room.names_waiting)

    room = meeting.hold(note_queue)

    first, second = (act.sender for act in meeting.acts if act.sort == "join")
    called = [act.name for act in meeting.acts if act.sort == "ack"]
    assert [len(each) for each in called] == [3, 3]
    assert queues == [[first], [first, second], [second], []]
    assert [name for name, _ in room.spoken(meeting.end)] == [first, second]


def test_the_reason_is_kept_as_the_bot_repeats_it(shared: Path) -> None:
    meeting = ChatMeeting(read_messages(shared / CLIENTS / "quassel-01.txt"))
    room = meeting.hold()
    asked = next(iter(room.meeting.state.inscriptions.values()))
    repeated = [
        each.text.partition("you wanted to ")[2]
        for each in meeting.messages
        if each.text.startswith(f"{asked.name}, you wanted to ")
    ]
    assert repeated == [asked.about]
