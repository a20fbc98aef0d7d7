"""Whoever was at a session.toml is found: at its header, its events, their order or beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from meeting_tui.errors import SessionError
from meeting_tui.meeting.entry import SCHEMA_VERSION
from meeting_tui.session_log.chain import Head, Row, link
from meeting_tui.session_log.codec import NewerSchema
from meeting_tui.session_log.store import EMPTY, chained
from meeting_tui.session_log.toml_log import check_session_toml, dump_session, pieces
from tests.session_log.meeting_day import meeting_day

FIXTURES = Path(__file__).parent / "fixtures"
ROWS = chained(meeting_day(3), EMPTY)
HEAD = Head(ROWS[-1].seq, ROWS[-1].hash)
TEXT = dump_session("small", ROWS, HEAD).encode()
START, *BLOCKS = pieces(TEXT)
LAST = len(BLOCKS)


def joined(*numbers: int) -> bytes:
    return START + b"\n".join(BLOCKS[number - 1].rstrip(b"\n") + b"\n" for number in numbers)


def found(folder: Path, text: bytes) -> list[tuple[str, int, int]]:
    path = folder / "session.toml"
    path.write_bytes(text)
    findings = check_session_toml(path).findings
    assert [file.name for file in folder.iterdir()] == ["session.toml"]
    return [(finding.what, finding.seq, finding.last) for finding in findings]


def one_more() -> bytes:
    content = ROWS[-1].content.replace(f'"seq":{LAST}'.encode(), f'"seq":{LAST + 1}'.encode())
    content = content.replace(ROWS[-1].id.encode(), b"desk-1-999")
    row = Row(LAST + 1, "desk-1-999", content, link(HEAD.hash, content))
    return TEXT + b"\n" + pieces(dump_session("small", [row], HEAD).encode())[1]


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        b"\xef\xbb\xbf" + TEXT,
        TEXT.replace(b"\n", b"\r\n"),
        TEXT + b"\n\n",
        dump_session("small", (), EMPTY).encode(),
        *((FIXTURES / f"v{version}.toml").read_bytes() for version in range(SCHEMA_VERSION + 1)),
    ],
)
def test_a_file_as_it_was_written_is_whole(tmp_path: Path, text: bytes) -> None:
    assert found(tmp_path, text) == []


ALL = range(1, LAST + 1)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (joined(1, 2, 3, 4, 6, 5, *range(7, LAST + 1)), ("reordered", 5, 5)),
        (joined(*range(LAST, 0, -1)), ("reordered", 1, 1)),
        (joined(*ALL, LAST), ("inserted", LAST, LAST)),
        (joined(1, 2, 3, 3, *range(4, LAST + 1)), ("inserted", 3, 3)),
        (joined(1, 2, *range(5, LAST + 1)), ("removed", 3, 4)),
        (joined(*range(1, LAST - 1)), ("removed", LAST - 1, LAST)),
        (one_more(), ("inserted", LAST + 1, LAST + 1)),
        (TEXT.replace(b"Mexico", b"Malta"), ("altered", 4, 4)),
        (TEXT.replace(BLOCKS[-1], BLOCKS[-1].replace(b"T", b"U", 1)), ("altered", LAST, LAST)),
        (TEXT.replace(BLOCKS[-1], BLOCKS[-1].replace(b'id = "', b'id = "x')), None),
        (TEXT.replace(BLOCKS[6], BLOCKS[6].replace(b"seq = 7", b'seq = "7')), ("altered", 7, 7)),
        (TEXT.replace(ROWS[4].hash.encode(), b"f" * 64), ("altered", 5, 5)),
        (TEXT[:-20], ("altered", LAST, LAST)),
        (TEXT + b"garbage\n", ("foreign", LAST, LAST)),
        (TEXT + b"\n[more]\nx = 1\n", ("foreign", LAST, LAST)),
        (TEXT + b"# a word from somebody\n", ("foreign", LAST, LAST)),
        (TEXT.replace(BLOCKS[3], BLOCKS[3] + b"\xff\xfe\n"), ("foreign", 4, 4)),
        (TEXT[len(START) :], ("header", 0, 0)),
        (joined(1, 2, 3)[len(START) :], ("header", 0, 0)),
        (TEXT.replace(b"count = ", b"count_ = ", 1), ("header", 0, 0)),
        (TEXT.replace(f"count = {LAST}\n".encode(), b"", 1), ("header", 0, 0)),
        (TEXT.replace(b"schema = 2\n", b"", 1), ("header", 0, 0)),
        (TEXT.replace(b"schema = 2\n", b'schema = "x"\n', 1), ("header", 0, 0)),
        (TEXT.replace(b"schema = 2\n", b"schema = -1\n", 1), ("header", 0, 0)),
        (TEXT.replace(b"[session]", b"[session]\nmore = 1", 1), ("header", 0, 0)),
        (TEXT.replace(b"[session]", b"x = 1\n[session]", 1), ("header", 0, 0)),
        (TEXT.replace(HEAD.hash.encode(), b"a" * 64, 1), ("altered", LAST, LAST)),
        (b"", ("header", 0, 0)),
        (b"\0" * 500, ("header", 0, 0)),
    ],
)
def test_whoever_was_at_it_is_found(
    tmp_path: Path, text: bytes, what: tuple[str, int, int] | None
) -> None:
    assert (what or ("altered", LAST, LAST)) in found(tmp_path, text)


def test_an_unreadable_event_does_not_blame_the_next(tmp_path: Path) -> None:
    broken = BLOCKS[6].replace(b'hash = "', b'hash "')
    assert found(tmp_path, TEXT.replace(BLOCKS[6], broken)) == [("altered", 7, 7)]


def test_a_newer_file_is_said_to_be_newer(tmp_path: Path) -> None:
    with pytest.raises(NewerSchema):
        found(tmp_path, TEXT.replace(b"schema = 2\n", b"schema = 9\n", 1))
    with pytest.raises(SessionError, match="No such file"):
        check_session_toml(tmp_path / "other.toml")
