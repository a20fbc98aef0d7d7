"""What was done to a log afterwards is found, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from meeting_tui.session_log.chain import GENESIS, Finding, Head, Row, link, verify
from meeting_tui.session_log.store import EMPTY, chained
from tests.session_log.meeting_day import meeting_day

ROWS = chained(meeting_day(3), EMPTY)
HEAD = Head(ROWS[-1].seq, ROWS[-1].hash)


def altered(row: Row, old: bytes = b"desk-1", new: bytes = b"desk-9") -> Row:
    return replace(row, content=row.content.replace(b'"desk":"' + old, b'"desk":"' + new))


def found(rows: list[Row], head: Head | None = HEAD) -> list[tuple[str, int, int]]:
    return [(finding.what, finding.seq, finding.last) for finding in verify(rows, head)]


def test_a_log_as_written_holds() -> None:
    assert verify(ROWS, HEAD) == ()
    assert verify(iter(ROWS)) == ()
    assert verify([], EMPTY) == ()
    assert verify([]) == ()


def test_the_hash_covers_what_was_before() -> None:
    assert link(GENESIS, b"a") != link(link(GENESIS, b""), b"a")
    assert len(link("\ud800", b"a")) == 64


@pytest.mark.parametrize("place", range(len(ROWS)))
def test_an_altered_event_is_found(place: int) -> None:
    rows = list(ROWS)
    rows[place] = altered(rows[place])

    assert found(rows) == [("altered", place + 1, place + 1)]


@pytest.mark.parametrize("place", range(len(ROWS)))
def test_an_altered_hash_is_found(place: int) -> None:
    rows = list(ROWS)
    rows[place] = replace(rows[place], hash="f" * 64)

    assert found(rows) == [("altered", place + 1, place + 1)]


def test_an_event_altered_together_with_its_hash_is_found_at_the_break() -> None:
    rows = list(ROWS)
    changed = altered(rows[5])
    rows[5] = replace(changed, hash=link(rows[4].hash, changed.content))

    assert found(rows) == [("altered", 7, 7)]


def test_the_last_event_altered_together_with_its_hash_is_found_by_the_head() -> None:
    rows = list(ROWS)
    changed = altered(rows[-1])
    rows[-1] = replace(changed, hash=link(rows[-2].hash, changed.content))

    assert found(rows) == [("altered", 15, 15)]
    assert found(rows, None) == []


def test_an_altered_number_or_id_is_found() -> None:
    rows = list(ROWS)
    rows[3] = replace(rows[3], id="other")

    assert found(rows) == [("altered", 4, 4)]


@pytest.mark.parametrize(
    "content",
    [
        *(b"{", b"{}", b'{"seq":"4"}', b"\xff", b"[" * 100_000),
        b'{"seq":4,"id":"d-4","act":"\\ud800"}',
        b'{"seq":4,"id":"d-4","act":"\xff"}',
        b'{"seq":4,"id":"d-4","act":NaN}',
    ],
    ids=range(8),
)
def test_an_event_that_cannot_be_read_is_altered(content: bytes) -> None:
    rows = list(ROWS)
    rows[3] = replace(rows[3], content=content)

    assert found(rows) == [("altered", 4, 4)]


@pytest.mark.parametrize("place", range(len(ROWS)))
def test_a_removed_event_is_found(place: int) -> None:
    rows = [*ROWS[:place], *ROWS[place + 1 :]]

    assert found(rows) == [("removed", place + 1, place + 1)]


def test_a_removed_stretch_is_one_finding() -> None:
    assert found([*ROWS[:4], *ROWS[9:]]) == [("removed", 5, 9)]


def test_a_removed_tail_is_found_by_the_head() -> None:
    assert found(list(ROWS[:-3])) == [("removed", 13, 15)]
    assert found([]) == [("removed", 1, 15)]
    assert found(list(ROWS[:-3]), None) == []


def test_a_head_of_another_log_is_found() -> None:
    assert found(list(ROWS), Head(HEAD.seq, GENESIS)) == [("altered", 15, 15)]
    assert found([], Head(0, "f" * 64)) == [("altered", 1, 1)]


@pytest.mark.parametrize("place", range(len(ROWS) - 1))
def test_two_events_in_the_wrong_order_are_found(place: int) -> None:
    rows = list(ROWS)
    rows[place], rows[place + 1] = rows[place + 1], rows[place]

    assert found(rows) == [
        ("reordered", place + 1, place + 1),
        ("reordered", place + 2, place + 2),
    ] or found(rows) == [("reordered", place + 1, place + 1)]


def test_two_contents_exchanged_in_the_tables_are_found() -> None:
    rows = list(ROWS)
    rows[5], rows[6] = replace(ROWS[6], seq=6), replace(ROWS[5], seq=7)

    assert found(rows) == [("reordered", 6, 6), ("reordered", 7, 7)]


def test_an_event_put_in_between_is_found() -> None:
    extra = altered(ROWS[5])
    shifted = [replace(row, seq=row.seq + 1) for row in ROWS[6:]]

    rows = [*ROWS[:6], replace(extra, seq=7), *shifted]

    assert ("inserted", 6, 6) in found(rows)
    assert ("inserted", 6, 6) in found([*ROWS[:5], extra, *ROWS[5:]])


def test_an_event_added_at_the_end_is_found() -> None:
    more = chained(meeting_day(4)[15:16], HEAD)

    assert found([*ROWS, *more]) == [("inserted", 16, 16)]


def test_two_things_wrong_are_both_told() -> None:
    rows = [altered(ROWS[0]), *ROWS[1:8], *ROWS[9:]]

    assert verify(rows, HEAD) == (Finding("altered", 1, 1), Finding("removed", 9, 9))


@given(st.permutations(ROWS))
def test_any_other_order_is_found(rows: list[Row]) -> None:
    assert bool(verify(rows, HEAD)) == (tuple(rows) != ROWS)


@given(st.data())
def test_any_byte_altered_is_found_at_its_event(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(ROWS) - 1))
    content = bytearray(ROWS[place].content)
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    rows = list(ROWS)
    rows[place] = replace(rows[place], content=bytes(content))

    findings = verify(rows, HEAD)

    assert place + 1 in {number for f in findings for number in (f.seq, f.last)}
