"""Logs of other chat clients: no message and no act is lost, whatever the stamps and line ends."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from tests.replay.irc import read_log
from tests.replay.irc_meeting import ChatMeeting, read_messages

FOLDER = "samples/meetings/scribe2-clients"
DAY = date(2021, 4, 20)

HELD: dict[str, tuple[int, dict[str, int]]] = {
    "28-wcag-act-irc.txt": (75, {"agendum": 3}),
    "bip-01.txt": (293, {"join": 4, "ack": 4, "echo": 8, "agendum": 5}),
    "crlf-rrsagent-01.txt": (26, {"topic": 1}),
    "id-03.txt": (181, {}),
    "irccloud-01.txt": (73, {"agendum": 5}),
    "irssi-01.txt": (39, {}),
    "irssi-02.txt": (79, {"agendum": 3}),
    "mirc-text-01.txt": (4, {}),
    "quassel-01.txt": (57, {"join": 2, "ack": 2, "echo": 4}),
    "quassel-03.txt": (56, {}),
    "qwebirc-01.txt": (42, {"agendum": 2}),
    "rrsagent-01.txt": (27, {"topic": 1}),
    "rrsagent-04.txt": (32, {"join": 2, "ack": 1}),
}
"""Log -> messages, and acts by sort (notes not counted)."""

RAW = {
    "join": re.compile(r"[>:|] *q\+", re.IGNORECASE),
    "leave": re.compile(r"[>:|] *q-", re.IGNORECASE),
    "ack": re.compile(r"[>:|] *ack ", re.IGNORECASE),
    "echo": re.compile(r"on the speaker queue$"),
    "agendum": re.compile(r"agendum \d+(?: --|\.) "),
}


@pytest.mark.parametrize("name", HELD)
def test_no_act_of_another_queue_is_lost(shared: Path, name: str) -> None:
    path = shared / FOLDER / name
    meeting = ChatMeeting(read_messages(path, DAY))
    messages, acts = HELD[name]
    found = Counter(act.sort for act in meeting.acts if act.sort != "note")

    assert len(meeting.messages) == messages
    assert found == acts
    lines = path.read_bytes().decode("utf-8").splitlines()
    for sort, pattern in RAW.items():
        assert found[sort] == sum(bool(pattern.search(line)) for line in lines), sort
    assert not any(set(each.text + each.sender) & set("\r\n\ufeff") for each in meeting.messages)
    meeting.hold().no_loose_end()


def test_every_log_of_the_folder_is_in_the_table(shared: Path) -> None:
    assert sorted(HELD) == sorted(each.name for each in (shared / FOLDER).iterdir())


def test_a_second_request_of_one_who_waits_is_refused(shared: Path) -> None:
    meeting = ChatMeeting(read_messages(shared / FOLDER / "rrsagent-04.txt", DAY))
    room = meeting.hold()
    assert room.refused == {"inscribe already_waits": 1}
    calls = [act for act in meeting.acts if act.sort == "ack"]
    assert [act.name for act in calls] == [act.sender for act in calls]
    assert [name for name, _ in room.spoken(meeting.end)] == [calls[0].sender]


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("bip-01.txt", "2019-04-18T09:52:41Z", "2019-04-18T11:54:38Z"),
        ("irccloud-01.txt", "2020-07-23T14:57:56Z", "2020-07-23T18:32:42Z"),
        ("irssi-01.txt", "2017-01-31T11:02:00Z", "2017-01-31T11:10:00Z"),
        ("irssi-02.txt", "2020-02-04T10:03:28Z", "2020-02-04T10:46:59Z"),
        ("quassel-01.txt", "2021-04-20T11:02:21Z", "2021-04-20T15:39:42Z"),
        ("quassel-03.txt", "2021-04-20T11:00:00Z", "2021-04-20T12:18:00Z"),
        ("qwebirc-01.txt", "2021-04-20T10:00:00Z", "2021-04-20T11:00:00Z"),
    ],
)
def test_every_stamp_is_read(shared: Path, name: str, first: str, last: str) -> None:
    messages = read_messages(shared / FOLDER / name, DAY)
    assert messages[0].at == datetime.fromisoformat(first)
    assert messages[-1].at == datetime.fromisoformat(last)


@pytest.mark.parametrize("name", ["mirc-text-01.txt", "28-wcag-act-irc.txt", "id-03.txt"])
def test_a_log_without_times_keeps_its_order(shared: Path, name: str) -> None:
    times = [each.at for each in read_messages(shared / FOLDER / name, DAY)]
    assert times == sorted(set(times))
    assert times[0].date() == DAY


def test_a_line_the_client_broke_is_whole_again(shared: Path) -> None:
    path = shared / FOLDER / "mirc-text-01.txt"
    broken = [line for line in path.read_text("utf-8").splitlines() if line.startswith(" ")]
    messages = read_messages(path, DAY)
    joined = [each.text for each in messages if broken[0].strip() in each.text]
    assert len(broken) == 2
    assert len(joined) == 1
    assert joined[0].endswith(broken[1].strip())


def test_chinese_and_japanese_text_stays_as_it_is(shared: Path) -> None:
    path = shared / FOLDER / "id-03.txt"
    lines = path.read_text("utf-8").splitlines()
    messages = read_messages(path, DAY)
    assert any(re.search("[\u3040-\u30ff\u4e00-\u9fff]", each.text) for each in messages)
    for line, message in zip(lines, messages, strict=True):
        assert line.removeprefix("<foo>").strip() == message.text


@pytest.mark.parametrize(
    ("stamp", "at"),
    [
        ("[12:05 am]", time(0, 5)),
        ("[1:09 am]", time(1, 9)),
        ("[12:18 pm]", time(12, 18)),
        ("[11:59 pm]", time(23, 59)),
        ("[09:07]", time(9, 7)),
        ("09:07:05", time(9, 7, 5)),
    ],
)
def test_a_clock_without_a_date_is_that_day(stamp: str, at: time) -> None:
    (message,) = read_log(f"{stamp} <ann> q+\r\n", DAY)
    assert message.at == datetime.combine(DAY, at, UTC)
    assert (message.sender, message.text) == ("ann", "q+")


def test_midnight_is_the_next_day() -> None:
    before, after = read_log("[11:59 pm] <ann> q+\n[12:01 am] <ann> q-\n", DAY)
    assert (after.at - before.at).total_seconds() == 120
