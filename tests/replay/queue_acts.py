"""Finds in chat messages what people did to the speakers' queue, as the W3C's bot reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from tests.replay.irc import Message

QUEUE = ("join", "leave", "ack")
"""The acts that change the queue."""


@dataclass(frozen=True, slots=True)
class QueueAct:
    """One act: `join`, `leave`, `ack`, `topic`, `agendum`, `echo` or `note`."""

    sort: str
    at: datetime
    sender: str
    name: str = ""
    """Whom it concerns; a bot's number of the agendum."""
    text: str = ""
    """The reason, the title, the words noted, or the queue as the bot prints it."""


_JOIN = re.compile(r"q\+(?P<text>.*)", re.IGNORECASE)
_OTHER = re.compile(r" +(?P<name>[\w.()-]+)")
_LEAVE = re.compile(r"q-(?P<text>.*)", re.IGNORECASE)
_ACK = re.compile(r"ack +(?P<name>\S+).*", re.IGNORECASE)
_TOPIC = re.compile(r"(?:sub)?topic: *(?P<text>.+)", re.IGNORECASE)
_TAKEN_UP = re.compile(r"agendum (?P<name>\d+)(?: --|\.) (?P<text>.+?)(?:taken up .*|$)")
_ECHO = re.compile(r"sees (?P<text>.+) on the speaker queue")
_SAID = re.compile(r"(?P<name>[\w.()/-]+): +(?P<text>\S.*)")
_MORE = re.compile(r"(?:\.\.\.|…) *(?P<text>\S.*)")


def queue_acts(messages: Iterable[Message]) -> Iterator[QueueAct]:
    """The acts in a log, in its order; notes are those on people of the chat or the queue."""
    messages = list(messages)
    nicks = {each.sender.casefold(): each.sender for each in messages if each.sender}
    noted: dict[str, str] = {}
    for message in messages:
        act = _bots_act(message) if message.sender.casefold() == "zakim" else _queue_act(message)
        if act is None and not message.action:
            act = _note(message, nicks, noted)
        if act is not None:
            if act.sort == "join":
                nicks.setdefault(act.name.casefold(), act.name)
            yield act


def _queue_act(message: Message) -> QueueAct | None:
    at, sender, text = message.at, message.sender, message.text
    if message.action:
        return None
    if found := _JOIN.fullmatch(text):
        other = _OTHER.fullmatch(found["text"])
        if other:
            return QueueAct("join", at, sender, other["name"])
        reason = re.sub(r"^\s*(?:to\b|:)?\s*", "", found["text"], flags=re.IGNORECASE)
        return QueueAct("join", at, sender, sender, reason.strip())
    if found := _LEAVE.fullmatch(text):
        return QueueAct("leave", at, sender, sender)
    if found := _ACK.fullmatch(text):
        name = sender if found["name"].casefold() == "me" else found["name"]
        return QueueAct("ack", at, sender, name)
    if found := _TOPIC.fullmatch(text):
        return QueueAct("topic", at, sender, text=found["text"])
    return None


def _bots_act(message: Message) -> QueueAct | None:
    if message.action:
        found = _ECHO.fullmatch(message.text)
        return QueueAct("echo", message.at, message.sender, text=found["text"]) if found else None
    found = _TAKEN_UP.fullmatch(message.text)
    if found is None or message.text.endswith(", closed"):
        return None
    title = found["text"].strip(' "-')
    return QueueAct("agendum", message.at, message.sender, found["name"], title)


def _note(message: Message, nicks: dict[str, str], noted: dict[str, str]) -> QueueAct | None:
    found = _SAID.fullmatch(message.text)
    if found and found["name"].casefold() in nicks:
        noted[message.sender] = nicks[found["name"].casefold()]
    elif found is None and message.sender in noted:
        found = _MORE.fullmatch(message.text)
    else:
        noted.pop(message.sender, None)
        return None
    if found is None:
        return None
    return QueueAct("note", message.at, message.sender, noted[message.sender], found["text"])


def echoed_names(act: QueueAct) -> list[str]:
    """The queue as the bot prints it, first to speak first."""
    return [] if act.text == "no one" else act.text.split(", ")
