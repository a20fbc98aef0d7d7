"""On the morning of 19 March every screen and command says the same of what fits."""

from __future__ import annotations

from functools import cache

import pytest

from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.desk.intake import Intake, Seat, started
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.report.plain_values import forecast_table
from meeting_tui.views.forecast_text import forecast_lines
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import plain
from meeting_tui.views.plain import to_decide
from meeting_tui.views.slip import Slip, make_slip
from meeting_tui.views.timekeeper import advice_text, not_before, one_line
from tests.views.day_room import CHECKOUT, at, directory

CODES = (
    "arg aus aut bel ben bra can che chl chn col cri cze deu dnk dom ecu esp est fin fra gbr ghi "
    "grc gtm hrv hun irl isl ita jam jpn kaz ken kor ltu lva mex mlt"
)


@cache
def codes(count: int) -> str:
    """So many States that can be inscribed."""
    known = [each for each in CODES.split() if directory().get(each)]
    assert len(known) >= count
    return " ".join(known[:count])


def item_2(clock: str, names: str, *lines: str, language: str = "en") -> Look:
    """Item 2 opened at a time with these names on its list, and seen at once."""
    agenda = load_agenda(CHECKOUT / "agendas" / "2026-03-19-wgtr.toml")
    seat = Seat("script")
    first = started("day", agenda, load_rules(agenda.rules), at("09:00"), seat)
    intake = Intake(Meeting(first), directory(), seat)
    for line in ("open", "item 2", "segment 2.1", f"inscribe {names}", *lines):
        outcome = intake.propose(line, at(clock))
        assert not isinstance(outcome, Refusal), (line, outcome)
        intake.accept(outcome)
    return Look.of(intake.meeting.state, at(clock), directory(), language)


def everywhere(look: Look) -> list[str]:
    """What each screen and command says of the list and of what to decide, one text each."""
    slip = make_slip(look)
    advised = forecast_table(look.projection, look.language)
    told = advised["advice"] or {"text": "", "proposal": ""}
    return [
        f"{slip.fit} {slip.sentence}",
        f"{plain(one_line(look))} {not_before(look)} {advice_text(look)}",
        "\n".join(forecast_lines(look)),
        "\n".join(to_decide(look)),
        f"{told['text']} {told['proposal']}",
    ]


def test_nobody_who_can_be_heard_is_carried_over() -> None:
    look = item_2("12:24", "mex jpn", "next")

    assert make_slip(look).fit == "room for the one waiting, but not for presentation 2.7"
    assert make_slip(look).sentence == (
        "“I have one more speaker, four presentations and 36 minutes left. "
        "I propose to hear presentation 2.7 in the next sitting.”"
    )
    for told in everywhere(look):
        assert "0 of 1" not in told
        assert "close the list" not in told
        assert "resentation 2.7" in told


def test_with_35_names_the_presentations_are_what_has_no_time() -> None:
    look = item_2("11:24", codes(35), "limit 2:15")

    assert make_slip(look).fit == (
        "room for all 35, but not for presentations 2.2, 2.4, 2.6 and 2.7"
    )
    for told in everywhere(look):
        assert "0 of 35" not in told


def test_a_limit_is_advised_beside_what_it_is_for() -> None:
    look = item_2("11:16", codes(29))

    assert make_slip(look).fit == (
        "room for all 29, but not for presentations 2.2, 2.4, 2.6 and 2.7"
    )
    assert make_slip(look).sentence == (
        "“I have 29 more speakers and four presentations. "
        "To hear all by 13:00, I propose a limit of two minutes.”"
    )
    assert not_before(look).startswith("Presentations 2.2, 2.4, 2.6 and 2.7 and items ")
    assert advice_text(look).startswith("With a limit of 2:00, all are heard by 12:59 (")


@pytest.mark.parametrize(("clock", "count", "cannot"), [("12:25", 15, 0), ("12:36", 14, 1)])
def test_under_the_least_limit_those_are_counted_who_then_cannot_speak(
    clock: str, count: int, cannot: int
) -> None:
    look = item_2(clock, codes(count))

    assert advice_text(look).startswith(
        f"{cannot} of {count} cannot speak before 13:00, even with a limit of 1:30"
        if cannot
        else "With a limit of 1:30, all who are waiting can speak. There is not enough time for"
    )


def test_the_chair_is_told_the_same_in_chinese() -> None:
    look = item_2("12:24", "mex jpn", "next", language="zh")

    assert make_slip(look).fit == "等候的1位可发言，但时间不够：专题介绍2.7"
    assert not_before(look).startswith("13:00前无法进行：专题介绍2.7和项目")


def test_a_slip_of_which_all_has_time_says_only_that() -> None:
    slip: Slip = make_slip(item_2("10:10", "mex jpn", "next"))

    assert (slip.fit, slip.all_fit) == ("room for the one waiting", True)
