"""Whatever is typed, in whatever moment, is done and told or politely refused; nothing raises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.telling import tell_newest
from meeting_tui.words import LANGUAGES
from tests.meeting.room import Room, said
from tests.properties.lines_of_acts import any_act
from tests.properties.typed_lines import MOMENTS, any_lines


@pytest.mark.parametrize("moment", MOMENTS)
@given(line=st.one_of(any_lines, any_act))
def test_any_line_is_done_or_refused_with_a_sentence(moment: str, line: str) -> None:
    room = Room().at("10:00:00")
    room.do(*MOMENTS[moment])
    length = len(room.meeting.entries)
    found = room.tried(line)

    if isinstance(found, Refusal):
        assert said(found)
        assert said(found, "zh")
        assert len(room.meeting.entries) == length
    else:
        assert len(room.meeting.entries) == length + len(found)
        assert found
        told = {language: tell_newest(room.meeting, found, language, str) for language in LANGUAGES}
        assert all(told.values())
        assert told["en"] != told["zh"]
