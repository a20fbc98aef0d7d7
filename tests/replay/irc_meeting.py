"""Holds a meeting recorded in a chat log again, line by line of the command language.

A topic is a segment, since the queue of a chat outlives its topics; an agendum the bot takes up is
an item. `ack` gives the floor to whom it names or begins to name: one who waits, or with insistence
one who is in the chat but not on the list.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from tests.replay.irc import Message, read_log
from tests.replay.queue_acts import QueueAct, queue_acts
from tests.replay.room import Room, plan


def read_messages(path: Path, day: date = date(2021, 1, 1)) -> list[Message]:
    """The messages of a log file, its line ends as they are."""
    return read_log(path.read_bytes().decode("utf-8"), day)


class ChatMeeting:
    """One chat, the room it is held again in, and what its acts come to."""

    def __init__(self, messages: Sequence[Message]) -> None:
        self.messages = messages
        self.acts = list(queue_acts(messages))
        self.nicks = sorted({each.sender for each in messages if each.sender})
        self.start, self.end = messages[0].at, max(each.at for each in messages)
        self._places = {n: f"t{n}" for n, each in enumerate(self.acts) if each.sort == "topic"}
        self.room = Room(plan(self._items(), self.start, self.end))

    def _items(self) -> list[tuple[str, str, list[tuple[str, str]]]]:
        items: list[tuple[str, str, list[tuple[str, str]]]] = [("0", "Before the agenda", [])]
        for n, act in enumerate(self.acts):
            if act.sort == "topic":
                items[-1][2].append((self._places[n], act.text))
            elif act.sort == "agendum":
                items.append((act.name, act.text, []))
        return items

    def hold(self, seen: Callable[[QueueAct, Room], None] = lambda act, room: None) -> Room:
        """Hold it from beginning to end; `seen` is told of every act once it was done."""
        room = self.room
        room.must("open", self.start)
        room.must("item 0", self.start)
        for n, act in enumerate(self.acts):
            self._do(n, act)
            seen(act, room)
        room.must("adjourn!", self.end)
        return room

    def _do(self, n: int, act: QueueAct) -> None:
        room = self.room
        match act.sort:
            case "join":
                about = f" about {act.text.lstrip(_QUOTES)}" if act.text else ""
                room.do(f'inscribe "{act.name}" via floor{about}', act.at)
            case "leave":
                room.do(f'withdraw "{act.name}"', act.at)
            case "ack":
                self._acknowledge(act)
            case "topic":
                self._end_speech(act)
                room.must(f"segment {self._places[n]}", act.at)
            case "agendum":
                self._end_speech(act)
                room.must("close item", act.at)
                room.must(f"item {act.name}", act.at)
            case "note":
                room.do(f'note on "{act.name}" {act.text}', act.at)

    def _end_speech(self, act: QueueAct) -> None:
        if self.room.name_speaking is not None:
            self.room.must("yield", act.at)

    def _acknowledge(self, act: QueueAct) -> None:
        name = _meant(act.name, self.room.names_waiting) or act.name
        if self.room.do(f'floor "{name}"', act.at) is None:
            return
        there = _meant(act.name, self.nicks)
        if there is not None and there != self.room.name_speaking:
            self.room.must(f'floor "{there}"!', act.at)


_QUOTES = '"“「'


def _meant(named: str, names: Sequence[str]) -> str | None:
    """The one of the names that is meant: itself in any case, else the first that begins so."""
    folded = named.casefold()
    whole = (each for each in names if each.casefold() == folded)
    begun = (each for each in names if each.casefold().startswith(folded))
    return next(whole, None) or next(begun, None)
