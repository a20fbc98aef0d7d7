"""A block of TOML is that of the library, whatever stands in it."""

from __future__ import annotations

import tomllib

import pytest
import tomli_w
from hypothesis import example, given, settings
from hypothesis import strategies as st

from meeting_tui.session_log.codec import encode
from meeting_tui.session_log.toml_log import block_text
from tests.report.full_day import full_day
from tests.report.hard_day import adjourned

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VALUES = st.one_of(
    TEXTS,
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.booleans(),
    st.lists(TEXTS, max_size=3),
    st.lists(st.integers(), max_size=2),
    st.lists(st.dictionaries(TEXTS, TEXTS, max_size=2), max_size=2),
    st.dictionaries(TEXTS, TEXTS, max_size=2),
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(TEXTS, VALUES, max_size=6))
@example({"text": "long enough to be on lines of its own " * 4, "what": {"n": 1, "w": []}})
@example({"text": "long enough to be on lines of its own " * 4, "what": {"n": {"m": 1}}})
@example({"text": "long enough to be on lines of its own " * 4, "w w": {}, "a": [{"n": 1}]})
@example({"text": '"quoted" \\ and \x7f, \u3000 wide, \n lines', "codes": ["MEX", 'a"b']})
def test_a_block_is_what_the_library_writes(block: dict[str, object]) -> None:
    written = block_text(block)

    assert written == tomli_w.dumps({"event": [block]})
    assert tomllib.loads(written) == {"event": [block]}


def test_what_toml_cannot_hold_is_refused() -> None:
    with pytest.raises(TypeError):
        block_text({"text": None})


def test_the_events_of_whole_days_are_what_the_library_writes() -> None:
    for meeting in (full_day(with_names=True), adjourned()):
        for entry in meeting.entries:
            block = encode(entry)
            assert block_text(block) == tomli_w.dumps({"event": [block]})
