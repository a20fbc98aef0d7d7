"""Whatever is typed, in whatever moment, is done and told or politely refused; nothing raises."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.telling import tell_newest
from meeting_tui.words import LANGUAGES
from tests.meeting.room import Room, said
from tests.properties.lines_of_acts import any_act
from tests.properties.typed_lines import MOMENTS, any_lines

BARE_DASH = re.compile(r"(?<![\w:])–(?![\w:])")
"""What a table shows in an empty cell, and no sentence in place of a word."""


def assert_whole(line: str, *sentences: str) -> None:
    """Each sentence says something, and none has a dash where a word is missing."""
    assert all(sentences)
    assert "–" in line or not [each for each in sentences if BARE_DASH.search(each)], sentences


@st.composite
def cut_short(draw: st.DrawFn) -> str:
    """The line of an act up to one of its words, by somebody who does not know how it goes on."""
    words = draw(any_act).split()
    return " ".join(words[: draw(st.integers(1, len(words)))])


@pytest.mark.parametrize("moment", MOMENTS)
@given(line=st.one_of(any_lines, any_act, cut_short()))
def test_any_line_is_done_or_refused_with_a_sentence(moment: str, line: str) -> None:
    room = Room().at("10:00:00")
    room.do(*MOMENTS[moment])
    length = len(room.meeting.entries)
    found = room.tried(line)

    if isinstance(found, Refusal):
        assert_whole(line, said(found), said(found, "zh"))
        assert len(room.meeting.entries) == length
    else:
        assert len(room.meeting.entries) == length + len(found)
        assert found
        told = {language: tell_newest(room.meeting, found, language, str) for language in LANGUAGES}
        assert_whole(line, *told.values())
        assert told["en"] != told["zh"]
