"""A long line costs as much as it is long: four times the letters, about four times the time."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from meeting_tui.meeting.language import LONGEST_LINE, read_line
from meeting_tui.meeting.point_tags import beginning
from meeting_tui.meeting.reader import LONGEST_NAMES
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.tokens import Token, closed, tokenise
from tests.meeting.room import Room, said

SIGNS = ("(", "a(", "(a", "mex(", "（", "“", "「", '"', "[", "(a) ", "a1,", "x")
TIMES = 4
MOST = 9
"""The square would be sixteen; what little is always the same makes it less than four."""


def taken(work: Callable[[], object]) -> float:
    """Seconds of the processor."""
    began = process_time()
    work()
    return process_time() - began


def growth(short: Callable[[], object], long: Callable[[], object]) -> float:
    """How many times as long the second takes; what takes no time to speak of is as good.

    One that seems long is looked at again: other programs may have had the processor's memory.
    """
    shortest, longest = taken(short), taken(long)
    for _ in range(4):
        if longest < MOST * max(shortest, 0.005):
            break
        shortest, longest = max(shortest, taken(short)), min(longest, taken(long))
    return longest / max(shortest, 0.005)


@pytest.mark.unmeasured
@pytest.mark.parametrize("sign", SIGNS)
def test_words_are_found_in_time_that_grows_with_the_line(sign: str) -> None:
    short, long = (sign * (n // len(sign)) for n in (10_000, 10_000 * TIMES))

    assert growth(lambda: tokenise(short), lambda: tokenise(long)) < MOST


@pytest.mark.unmeasured
@pytest.mark.parametrize("sign", SIGNS)
def test_the_beginning_of_a_point_is_found_so_too(sign: str) -> None:
    short, long = (sign * (n // len(sign)) for n in (10_000, 10_000 * TIMES))

    def read(line: str) -> None:
        beginning(line, lambda word: None, lambda word: False)

    assert growth(lambda: read(short), lambda: read(long)) < MOST


@pytest.mark.unmeasured
@pytest.mark.parametrize("sign", [*SIGNS, "mex ", "中"])
@pytest.mark.parametrize("head", ["", "note on mex ", "points "])
def test_a_line_is_read_so_too(head: str, sign: str) -> None:
    lexicon = Room().opened().lexicon
    long = LONGEST_NAMES - len(head)
    lines = [head + sign * (n // len(sign)) for n in (long // TIMES, long)]

    assert growth(lambda: read_line(lines[0], lexicon), lambda: read_line(lines[1], lexicon)) < MOST


@pytest.mark.parametrize("line", ["note " + "(" * LONGEST_LINE, "x" * (LONGEST_LINE + 1)])
def test_a_line_longer_than_any_is_refused_with_both_lengths(line: str) -> None:
    said = Room().opened().sentence(line)

    assert said == (
        f"The line has {len(line)} characters; at most {LONGEST_LINE} can be entered at once."
    )


@pytest.mark.parametrize("head", ["inscribe ", "", "present "])
def test_a_line_of_names_longer_than_all_states_is_refused(head: str) -> None:
    line = head + "mex " * (LONGEST_NAMES // 4 + 3)

    assert "a line of names may have at most 8000." in Room().opened().sentence(line)


def test_a_statement_of_an_hour_is_taken_whole() -> None:
    room = Room().opened()
    room.do("inscribe mex", "next")
    text = "We thank the Chair. " * 2_900

    assert not isinstance(room.tried(f"statement on mex {text}"), Refusal)


def test_brackets_at_the_end_of_a_word_are_its_group_as_before() -> None:
    assert [
        (each.text, each.group) for each in tokenise("fra(eu+alb) a(b)c (eu) x( y) a“b（c）")
    ] == [
        ("fra", "eu+alb"),
        ("a", "b"),
        ("c", None),
        ("(eu)", None),
        ("x", " y"),
        ("a“b", "c"),
    ]


def test_a_quotation_mark_that_nothing_closes_stands_as_it_is() -> None:
    assert closed("“a” “b 「c") == "“a” \0b \0c"
    assert tokenise("“a b” “c d 「e") == (
        Token("a b", 0, True),
        Token("“c", 6),
        Token("d", 9),
        Token("「e", 11),
    )


DIGITS = "9" * 5000
WITH_NUMBERS = (
    "bands one={}", "limit {}", "limit {}:{}", "limit {} for mex", "limit 2:00 for {}",
    "withdraw mex {}th", "move mex {}", "extend {}", "extend {} s", "note on {} x", "{}. mex, fra",
    "{} mex {} fra", "note a1-a{} x", "note a{}-a{} x", "plan time 3 {} because x",
    "plan split 3 {} then 2 because x", "plan add 3 {} title because x",
    "plan sitting 2 {}:00 {}:00 because x", "times {} 10:00 10:01", "attribute {} mex",
    "file n{} on {}", "strike {} because x", "tick n{}", "began {}", "began 10:00:{}",
    "began 10:00+{}", "purge n{}", "correct n{} x", "floor {}", "item {}", "segment {}.{}",
    "preside at {} x", "received on {}",
)  # fmt: skip


@pytest.mark.parametrize("line", WITH_NUMBERS)
def test_a_number_of_any_length_is_refused_with_a_sentence(line: str) -> None:
    room = Room().at("10:00:00")
    room.do("open", "item 2", "inscribe mex fra", "next", "note x")
    found = room.tried(line.format(DIGITS, DIGITS))

    assert (isinstance(found, Refusal) and said(found)) or line.startswith(("{}", "note"))
