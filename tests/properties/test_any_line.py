"""Whatever is typed, in whatever moment, is done or politely refused; nothing raises."""

from __future__ import annotations

import pytest
from hypothesis import given

from meeting_tui.meeting.refusal import Refusal
from tests.meeting.room import Room, said
from tests.properties.typed_lines import any_lines

MOMENTS: dict[str, tuple[str, ...]] = {
    "before the meeting": (),
    "no item": ("open",),
    "nobody speaks": ("open", "item 2", 'inscribe mex fra(eu) "smith"'),
    "somebody speaks": ("open", "item 3", "inscribe mex nga", "next", "note x", "reply per"),
    "point of order": ("open", "item 2", "segment 2.1", "inscribe mex", "next", "order fra"),
    "suspended": ("open", "item 2", "inscribe mex", "next", "suspend"),
    "adjourned": ("open", "item 2", "inscribe mex", "next", "adjourn!"),
}


@pytest.mark.parametrize("moment", MOMENTS)
@given(line=any_lines)
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
