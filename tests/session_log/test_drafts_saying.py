"""A draft that comes near to what was purged goes with it; any other stays."""

from __future__ import annotations

import unicodedata

import pytest

from meeting_tui.session_log.purges import Gone

TEXT = "Between us: le ministère signe vendredi"
CHINESE = "部长周五签署，请勿外传"


@pytest.mark.parametrize(
    "draft",
    [
        f"note /off-record {TEXT}",
        unicodedata.normalize("NFD", f"note {TEXT}"),
        TEXT.replace(" ", "\t"),
        TEXT.upper(),
        TEXT[:-1],
        f"{TEXT} et encore",
        "note /off-record between us: le ministère ne",
        "correct n2 /off-record He signs",
        "correct! N2 a1 He signs",
        "更正n2 他签署",
    ],
)
def test_a_draft_says_what_was_purged(draft: str) -> None:
    assert Gone((TEXT,), ("n2",)).is_said_in(draft)


@pytest.mark.parametrize(
    "draft", ["", "note Between us", "the ministers sign", "correct n20 a1 x", "note a1 x of n2"]
)
def test_a_draft_does_not_say_what_was_purged(draft: str) -> None:
    assert not Gone((TEXT,), ("n2",)).is_said_in(draft)


def test_a_short_text_is_words_of_its_own() -> None:
    assert Gone(("Yes.",)).is_said_in("note Yes. ")
    assert Gone(("Yes",)).is_said_in("note yes and no")
    assert not Gone(("Yes",)).is_said_in("note yesterday")


def test_chinese_needs_no_space_around_it() -> None:
    assert Gone((CHINESE,)).is_said_in(f"记{CHINESE}吧")
    assert Gone((CHINESE,)).is_said_in("记部长周五签署，请")
    assert not Gone((CHINESE,)).is_said_in("记部长发言")


def test_nothing_gone_is_said_nowhere() -> None:
    assert not Gone().is_said_in("note x")
    assert not Gone(("\u202e",)).is_said_in("note x")


def test_the_slots_are_told() -> None:
    gone = Gone((TEXT,), ("n2",))
    assert gone.among([("note", TEXT), ("floor", "mex"), ("line", "correct n2 x")]) == (
        "note",
        "line",
    )
