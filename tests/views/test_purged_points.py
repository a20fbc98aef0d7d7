"""What a replay shows of a point whose text was purged after the moment looked at."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from meeting_tui.forecast.projection import project
from meeting_tui.meeting.meeting import replay
from meeting_tui.views import coverage
from meeting_tui.views.coverage import counted, coverage_rows
from meeting_tui.views.look import Look
from meeting_tui.views.notes import points_of
from meeting_tui.views.noting import Noting
from meeting_tui.views.pieces import plain
from meeting_tui.views.points import point_lines
from meeting_tui.views.record import RecordBook
from meeting_tui.views.record_detail import detail_lines
from tests.views.held import Held, mexico_then_japan


def before_the_purge(held: Held, language: str) -> Look:
    earlier = replay(held.intake.meeting.entries[:-1])
    look = replace(held.look(language), state=earlier.state)
    return replace(look, known=project(earlier.state, held.now))


def purged() -> Held:
    held = mexico_then_japan()
    held.do("note a1 /off-record a whisper", "correct n2 a1 /off-record one more", "purge! n2")
    return held


@pytest.mark.parametrize(("language", "said"), [("en", "(text removed)"), ("zh", "（文本已删除）")])
def test_a_point_says_that_it_was_purged(language: str, said: str) -> None:
    held = purged()
    look = before_the_purge(held, language)
    theirs = points_of(look, Noting().target(look.state))
    [line] = point_lines(look, theirs, 80)
    assert f"{said} " in plain(line)

    found = counted(look, "4")
    shown = [
        plain(line)
        for row in coverage_rows(look, found)
        for line in coverage.point_lines(look, "4", row.key, 76)
    ]
    assert [said in line for line in shown].count(True) == 1


def test_the_record_says_so_of_what_the_point_read_then() -> None:
    held = purged()
    look = before_the_purge(held, "en")
    entries = held.intake.meeting.entries[:-1]
    book = RecordBook()
    book.follow(look, entries)
    shown = [plain(each).rstrip() for each in detail_lines(look, book, entries[-2], 60)]
    assert "text now       (text removed)" in shown
