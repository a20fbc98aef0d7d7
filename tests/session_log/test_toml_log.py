"""The TOML session log: complete, exact, and of use when it is damaged."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from meeting_tui.errors import SessionError
from meeting_tui.meeting.entry import SCHEMA_VERSION
from meeting_tui.meeting.happenings import EVENTS
from meeting_tui.meeting.items import ItemClosed
from meeting_tui.meeting.purged_points import PointPurged
from meeting_tui.session_log import toml_log
from meeting_tui.session_log.chain import GENESIS, Head, Row, verify
from meeting_tui.session_log.codec import NewerSchema
from meeting_tui.session_log.store import EMPTY, WriteRefused, chained
from meeting_tui.session_log.toml_log import LoadedLog, dump_session, load_session_toml
from tests.session_log.meeting_day import entry, meeting_day
from tests.strategies import entries

FIXTURES = Path(__file__).parent / "fixtures"
DAY = meeting_day(3)
ROWS = chained(DAY, EMPTY)
HEAD = Head(ROWS[-1].seq, ROWS[-1].hash)
TEXT = dump_session("small", ROWS, HEAD).encode()
STARTS = [*toml_log._BLOCK.finditer(TEXT)]


def block(number: int) -> bytes:
    """The bytes of the event of that number."""
    ends = [*(match.start() for match in STARTS), len(TEXT)]
    return TEXT[ends[number - 1] : ends[number]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "session.toml"


def load(path: Path, content: bytes) -> LoadedLog:
    path.write_bytes(content)
    return load_session_toml(path)


def numbers(loaded: LoadedLog) -> list[int]:
    return [row.seq for row in loaded.rows]


def test_what_is_dumped_is_loaded(path: Path) -> None:
    loaded = load(path, TEXT)

    assert loaded == LoadedLog("small", ROWS, HEAD, (), None)
    assert tuple(loaded.entries) == DAY
    assert [file.name for file in path.parent.iterdir()] == ["session.toml"]


def test_it_is_toml_that_people_can_read() -> None:
    whole = tomllib.loads(TEXT.decode())

    assert whole["session"] == {
        "name": "small",
        "schema": SCHEMA_VERSION,
        "count": 15,
        "head": HEAD.hash,
    }
    assert list(whole["event"][3])[:8] == [
        *("seq", "id", "act", "at", "recorded_at", "desk", "hand", "name")
    ]
    assert whole["event"][3]["what"]["display_name"] == "Mexico"
    assert "第二行" in TEXT.decode()


KINDS = tuple(kind for kind in EVENTS if kind is not PointPurged)
"""A purge changes the entries before it; see `test_purges`."""


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(KINDS), min_size=1, max_size=4), st.text(max_size=5), st.data())
def test_any_log_comes_back(path: Path, kinds: list[type], name: str, data: st.DataObject) -> None:
    name = name.encode("utf-8", "replace").decode()
    day = [replace(data.draw(entries(kind, seq=n)), id=f"a-{n}") for n, kind in enumerate(kinds, 1)]
    rows = chained(day, EMPTY)
    head = Head(rows[-1].seq, rows[-1].hash)

    loaded = load(path, dump_session(name, rows, head).encode())

    assert loaded == LoadedLog(name, rows, head, (), None)
    assert list(loaded.entries) == day
    assert dump_session(name, loaded.rows, loaded.head) == path.read_text(encoding="utf-8")


def test_an_empty_log_comes_back(path: Path) -> None:
    assert load(path, dump_session("small", (), EMPTY).encode()) == LoadedLog(
        "small", (), EMPTY, (), None
    )


@pytest.mark.parametrize("text", [b"\xef\xbb\xbf" + TEXT, TEXT.replace(b"\n", b"\r\n")])
def test_what_an_editor_did_to_it_does_not_matter(path: Path, text: bytes) -> None:
    assert load(path, text) == LoadedLog("small", ROWS, HEAD, (), None)


@pytest.mark.parametrize("version", range(SCHEMA_VERSION + 1))
def test_a_log_of_every_version_opens(version: int) -> None:
    loaded = load_session_toml(FIXTURES / f"v{version}.toml")

    assert loaded.set_aside is None
    assert loaded.missing == ()
    assert verify(loaded.rows, loaded.head) == ()
    hand = "desk-1" if version == 0 else "ak"
    assert tuple(loaded.entries) == tuple(replace(entry, hand=hand) for entry in meeting_day(2))


def test_a_log_of_a_newer_version_is_named_as_such(path: Path) -> None:
    newer = TEXT.replace(b"\nschema = 2\n", f"\nschema = {SCHEMA_VERSION + 1}\n".encode())

    with pytest.raises(NewerSchema):
        load(path, newer)
    assert [file.name for file in path.parent.iterdir()] == ["session.toml"]


def test_a_file_that_is_not_there_is_said_to_be_so(path: Path) -> None:
    with pytest.raises(SessionError, match=r"session\.toml: No such file"):
        load_session_toml(path)


def test_a_cut_last_event_costs_that_event(path: Path) -> None:
    cut = TEXT[:-20]
    loaded = load(path, cut)

    assert numbers(loaded) == list(range(1, 15))
    assert loaded.missing == ((15, 15),)
    assert loaded.set_aside is not None
    assert loaded.set_aside.bytes == len(block(15)) - 20
    assert loaded.set_aside.pieces == 1
    assert loaded.set_aside.path == path.with_name("session.toml.set-aside-1")
    assert loaded.set_aside.path.read_bytes() == block(15)[:-20]


def test_an_event_added_after_a_cut_one_is_read(path: Path) -> None:
    added = chained([entry(15, ItemClosed("4"))], Head(14, ROWS[13].hash))
    fresh = dump_session("small", added, Head(15, added[0].hash)).encode()
    glued = TEXT[:-20] + b"\n" + fresh[toml_log._BLOCK.search(fresh).start() :]  # type: ignore[union-attr]
    loaded = load(path, glued)

    assert loaded.rows == (*ROWS[:14], *added)
    assert loaded.set_aside is not None


@pytest.mark.parametrize("cut", range(0, len(TEXT), 211))
def test_a_cut_anywhere_is_no_reason_not_to_start(path: Path, cut: int) -> None:
    loaded = load(path, TEXT[:cut])

    whole = [n for n in range(1, 16) if cut >= (STARTS[n].start() - 1 if n < 15 else len(TEXT))]
    assert numbers(loaded) == whole
    assert loaded.rows == ROWS[: len(whole)]
    kept = loaded.set_aside.bytes if loaded.set_aside else 0
    assert kept <= cut


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(TEXT) - 1), wrong=st.binary(min_size=1, max_size=40))
def test_damage_anywhere_costs_what_it_hits(path: Path, at: int, wrong: bytes) -> None:
    damaged = TEXT[:at] + wrong + TEXT[at + len(wrong) :]
    loaded = load(path, damaged)

    assert set(loaded.rows) <= set(ROWS)
    hit = {n for n, match in enumerate(STARTS, 1) if at - 600 < match.start() < at + 41}
    assert len(loaded.rows) >= 15 - max(len(hit), 1) - 1


def test_a_damaged_event_in_the_middle_costs_that_event(path: Path) -> None:
    loaded = load(path, TEXT.replace(block(7), block(7).replace(b"seq = 7", b'seq = "7')))

    assert numbers(loaded) == [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15]
    assert loaded.missing == ((7, 7),)
    assert loaded.set_aside is not None
    assert loaded.set_aside.pieces == 1


def test_an_altered_event_is_set_aside(path: Path) -> None:
    loaded = load(path, TEXT.replace(block(4), block(4).replace(b"Mexico", b"Malta")))

    assert loaded.missing == ((4, 4),)
    assert loaded.rows == (*ROWS[:3], *ROWS[4:])


def test_an_altered_hash_costs_its_event_only(path: Path) -> None:
    loaded = load(path, TEXT.replace(ROWS[4].hash.encode(), b"f" * 64, 1))

    assert loaded.missing == ((5, 5),)


def test_the_second_of_two_equal_events_is_set_aside(path: Path) -> None:
    loaded = load(path, TEXT + b"\n" + block(15))

    assert loaded.rows == ROWS
    assert loaded.set_aside is not None
    assert loaded.set_aside.bytes == len(block(15))


def test_events_in_the_wrong_order_are_put_right(path: Path) -> None:
    start = TEXT[: STARTS[0].start()]
    loaded = load(path, start + b"".join(block(n) + b"\n" for n in range(15, 0, -1)))

    assert loaded.rows == ROWS
    assert loaded.set_aside is None


def test_a_lost_tail_is_known_from_the_header(path: Path) -> None:
    loaded = load(path, TEXT[: STARTS[10].start()])

    assert loaded.missing == ((11, 15),)
    assert loaded.set_aside is None


@pytest.mark.parametrize(
    "header", [b"[session]\nname = 3\n\n", b"[session\n", b"\xff\xff\n", b"count = 3\n"]
)
def test_a_damaged_header_costs_the_header(path: Path, header: bytes) -> None:
    loaded = load(path, header + TEXT[STARTS[0].start() :])

    assert loaded.name == ""
    assert loaded.rows == ROWS
    assert loaded.head == HEAD
    assert loaded.set_aside is not None
    assert loaded.set_aside.bytes == len(header)


@pytest.mark.parametrize("content", [TEXT.decode().encode("utf-16"), b"\0" * 5000, b"x"])
def test_nothing_that_can_be_read_is_all_set_aside(path: Path, content: bytes) -> None:
    loaded = load(path, content)

    assert loaded.rows == ()
    assert loaded.head == Head(0, GENESIS)
    assert loaded.set_aside is not None
    assert loaded.set_aside.bytes == len(content)


def test_an_empty_file_holds_nothing(path: Path) -> None:
    assert load(path, b"") == LoadedLog("", (), EMPTY, (), None)


def test_an_event_with_a_value_no_log_holds_is_set_aside(path: Path) -> None:
    odd = TEXT.replace(
        block(15), block(15).replace(b"[event.what]", b"[event.what]\nd = 2026-03-19")
    )
    loaded = load(path, odd)

    assert loaded.missing == ((15, 15),)


def test_the_same_damage_is_set_aside_once(path: Path) -> None:
    first = load(path, TEXT[:-20]).set_aside
    again = load_session_toml(path).set_aside
    other = load(path, TEXT[:-30]).set_aside

    assert first == again
    assert other is not None
    assert other.path == path.with_name("session.toml.set-aside-2")


def test_where_nothing_can_be_written_the_damage_is_still_counted(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(where: Path, content: bytes) -> None:
        raise WriteRefused("read_only", where)

    monkeypatch.setattr(toml_log, "write_atomic", refuse)
    loaded = load(path, TEXT[:-20])

    assert len(loaded.rows) == 14
    assert loaded.set_aside is not None
    assert loaded.set_aside.path is None


def test_rows_of_any_source_are_dumped(path: Path) -> None:
    rows = [Row(row.seq, row.id, row.content, row.hash) for row in ROWS[:2]]

    assert (
        load(path, dump_session("x", iter(rows), Head(2, rows[1].hash)).encode()).rows == ROWS[:2]
    )
