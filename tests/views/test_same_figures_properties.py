"""On any day the screen, the slip, the subcommands and the line mode say the same figures."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from meeting_tui.forecast.saying_advice import besides_said
from meeting_tui.meeting.floor import Next
from meeting_tui.meeting.limits import SetLimit
from meeting_tui.meeting.spans import in_words, left, passed
from meeting_tui.meeting.waiting_order import waiting
from meeting_tui.report.plain_values import forecast_table
from meeting_tui.views.agenda_column import agenda_rows
from meeting_tui.views.floor import NEXT_TOLD, queue, speaker_face
from meeting_tui.views.forecast_text import forecast_lines
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import plain
from meeting_tui.views.plain import counts_told, floor_told, item_told, next_told, time_told
from meeting_tui.views.plain import to_decide as decided
from meeting_tui.views.slip import make_slip, slip_lines
from meeting_tui.views.timekeeper import difference, not_before, one_line
from meeting_tui.views.top import sitting_line
from meeting_tui.views.waiting import list_state, waiting_rows
from tests.forecast.room import Room, at, inscribe
from tests.forecast.test_forecast_properties import OPEN, PLAN, rooms
from tests.meeting.room import directory


def look_at(drawn: tuple[Room, datetime], later: float) -> Look:
    room, now = drawn
    return Look.of(room.state, now + timedelta(seconds=later), directory(), "en")


looks = st.builds(look_at, rooms(), st.floats(0, 5400).map(lambda each: round(each, 2)))


@given(looks)
def test_the_time_of_the_speaker_is_that_of_the_clock(look: Look) -> None:
    shown, slip = speaker_face(look), make_slip(look)
    if shown is None:
        assert slip.speaker is None
        return
    assert slip.speaker is not None
    assert slip.speaker.digits == shown.text
    rest = shown.remaining_seconds
    assert rest is not None
    told = in_words(left(rest) if rest > 0 else passed(-rest), "en")
    assert any(told in each for each in floor_told(look))
    assert passed(shown.used_seconds) + (left(rest) if rest > 0 else -passed(-rest)) == (
        shown.limit_seconds
    )


@given(looks)
def test_the_sitting_has_the_same_time_left_everywhere(look: Look) -> None:
    sitting, slip = look.projection.sitting, make_slip(look)
    assert sitting is not None
    assert slip.sitting is not None
    assume(sitting.is_held)
    whole = passed(abs(sitting.seconds_left))
    assert slip.sitting.digits.lstrip("+") == str(whole // 60)
    *_, hours, minutes, seconds = [0, *_clock_of(plain(sitting_line(look)).split(", ")[-1])]
    assert hours * 3600 + minutes * 60 + seconds == whole
    assert in_words(whole, "en") in time_told(look)[-1]
    assert f"{whole // 60} min" in list(forecast_lines(look))[1]


def _clock_of(text: str) -> list[int]:
    found = re.search(r"\d+(?::\d\d)+", text)
    assert found is not None
    return [int(each) for each in found[0].split(":")]


@given(looks)
def test_the_item_ends_at_one_time_and_is_as_late_everywhere(look: Look) -> None:
    item, slip = look.projection.item, make_slip(look)
    assert item is not None
    assert slip.item is not None
    clock = look.clock(item.ends_at)
    assert f"ends {clock}," in slip.item.row[1]
    assert f" {clock}  " in plain(one_line(look))
    assert clock in item_told(look)[0]
    assert {row.key: row.content.time for row in agenda_rows(look)}[f"item {item.id}"] == clock
    row = next(each for each in forecast_lines(look) if each.startswith(f"{item.id}  "))
    assert clock in row
    off = difference(look, item.planned_end, item.ends_at)
    assert slip.item.is_late == (off.role == "over")
    if slip.item.is_late:
        assert row.endswith(off.text)
        assert f", {off.text.removeprefix('+')} late" in slip.item.row[1]


@given(looks)
def test_the_same_come_next_and_as_many_wait(look: Look) -> None:
    slip, names = make_slip(look), [look.name(each.delegation) for each in queue(look)]
    assert [name for name, _ in slip.next] == names[:NEXT_TOLD]
    told = next_told(look)
    assert len(told) == bool(names)
    if names:
        numbered = [f"{n}. {name}" for n, name in enumerate(names[:NEXT_TOLD], 1)]
        assert all(each in told[0] for each in numbered)
        assert f"{len(numbered) + 1}. " not in told[0]
    listed = [row.key for row in waiting_rows(look) if row.can_select]
    assert listed == [each.id for each in waiting(look.state)]
    assert str(len(listed)) in list_state(look)
    assert counts_told(look).startswith(f"Waiting: {len(listed)},")
    more = len(names) - NEXT_TOLD
    assert (str(more) in slip.more) if more > 0 else not re.search(r"\d", slip.more)


@given(looks)
def test_as_many_are_cut_off_everywhere(look: Look) -> None:
    item = look.projection.item
    assert item is not None
    cut = [row.content.divider for row in waiting_rows(look) if row.key == "cut"]
    slip, lines = make_slip(look), " ".join(forecast_lines(look))
    assert slip.all_fit == (item.beyond.count == 0)
    if not item.turns:
        assert (slip.fit == "") == (item.beyond.count == 0)
        return
    says = "\n".join(decided(look))
    if not item.left_over:
        assert cut == []
        assert "will not be heard" not in says
        return
    assert f"{item.left_over}" in says
    assert f"{item.left_over}" in plain(one_line(look))
    assert f"{item.left_over}" in lines
    for divider in cut:
        assert f"{item.left_over}" in divider


@given(looks)
def test_what_else_has_no_time_is_the_same_everywhere(look: Look) -> None:
    item, sitting = look.projection.item, look.projection.sitting
    assert item is not None
    assert sitting is not None
    besides, listed = (
        besides_said(look.saying, item.beyond, is_alone=each) for each in (True, False)
    )
    assert (besides != "") == (item.beyond.count > item.left_over + item.beyond.closing) or (
        item.beyond.closing == item.beyond.count == 1
    )
    places = [
        make_slip(look).fit,
        "\n".join(forecast_lines(look)),
        "\n".join(decided(look)),
        not_before(look)[:1].lower() + not_before(look)[1:],
    ]
    for told in places:
        assert besides in told or listed in told
        assert besides or "not enough time" not in told
    table = forecast_table(look.projection, "en")["open_item"]
    assert table["beyond"]["presentations"] == list(item.beyond.presentations)
    assert table["beyond"]["speakers"] + table["beyond"]["replies"] == item.left_over
    for each in item.beyond.presentations:
        assert each in besides


@given(looks)
def test_what_the_slip_shows_is_what_it_prints(look: Look) -> None:
    slip = make_slip(look)
    printed = "\n".join(slip_lines(slip, "en"))
    for figure in (slip.item, slip.sitting):
        assert figure is None or figure.row[1] in printed
    for name, _ in slip.next:
        assert name in printed


def test_a_long_limit_reads_the_same_on_the_slip_and_on_the_floor() -> None:
    room, start = Room(PLAN), at("10:00")
    room.do(start, *OPEN, inscribe("d1"), SetLimit(5400, "default", ""), Next())
    look = look_at((room, start), 600)
    shown, slip = speaker_face(look), make_slip(look)
    assert shown is not None
    assert slip.speaker is not None
    assert (shown.text, slip.speaker.digits) == ("1:20:00", "1:20:00")
    assert slip.speaker.word == "left of 1:30:00"
