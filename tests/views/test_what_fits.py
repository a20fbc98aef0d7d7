"""On the morning of 19 March every screen and command says the same of what fits."""

from __future__ import annotations

from functools import cache

import pytest

from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.desk.intake import Intake, Seat, started
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.report.plain_values import forecast_table, forecast_with
from meeting_tui.text import cells
from meeting_tui.views.agenda_column import agenda_rows
from meeting_tui.views.forecast_text import forecast_lines
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import plain
from meeting_tui.views.plain import standing, to_decide
from meeting_tui.views.schedule import draw_schedule, schedule_rows
from meeting_tui.views.schedule_detail import totals
from meeting_tui.views.slip import Slip, make_slip
from meeting_tui.views.timekeeper import (
    advice_text,
    decision_lines,
    not_before,
    one_line,
    panel,
)
from meeting_tui.views.waiting import heading_line
from tests.views.day_room import CHECKOUT, at, directory

CODES = (
    "arg aus aut bel ben bra can che chl chn col cri cze deu dnk dom ecu esp est fin fra gbr gha "
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
    begun = ("open", "item 2", "segment 2.1", f"inscribe {names}", *lines)
    return held((clock, begun), language=language)


def held(
    *timed: tuple[str, tuple[str, ...]],
    now: str = "",
    language: str = "en",
    is_calm: bool = False,
) -> Look:
    """The day with these lines entered at these times; seen at the last of them, or at `now`.

    With `is_calm`, advice waits its minute.
    """
    agenda = load_agenda(CHECKOUT / "agendas" / "2026-03-19-wgtr.toml")
    seat = Seat("script")
    first = started("day", agenda, load_rules(agenda.rules), at("09:00"), seat)
    intake = Intake(Meeting(first), directory(), seat)
    for clock, lines in timed:
        for line in lines:
            outcome = intake.propose(line, at(clock))
            assert not isinstance(outcome, Refusal), (line, outcome)
            intake.accept(outcome)
    meeting, seen_at = intake.meeting, at(now or timed[-1][0])
    stood = meeting.stood if is_calm else None
    return Look.of(meeting.state, seen_at, directory(), language, stood)


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
    assert not_before(look).startswith("Presentations 2.2, 2.4, 2.6, 2.7 and items ")
    assert advice_text(look).startswith("With a limit of 2:00, all are heard by 12:59 (")


@pytest.mark.parametrize(("clock", "count", "cannot"), [("12:25", 15, 0), ("12:36", 14, 1)])
def test_under_the_least_limit_those_are_counted_who_then_cannot_speak(
    clock: str, count: int, cannot: int
) -> None:
    look = item_2(clock, codes(count))

    assert advice_text(look).startswith(
        f"{cannot} of {count} cannot speak before 13:00, even with a limit of 1:30"
        if cannot
        else "With a limit of 2:00, all on the list can speak. There is not enough time for"
    )


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("count", [2, 15, 29])
def test_what_has_no_time_is_named_once_on_a_small_screen(count: int, language: str) -> None:
    look = item_2("12:24" if count < 20 else "11:24", codes(count), language=language)
    told = " ".join(plain(each).strip() for each in decision_lines(look, 80))
    assert told.count("2.7") == 1
    assert "Hear the presentation" in told or "专题介绍请另作安排" in told or count == 29
    assert "12:24" not in told and "…" not in told


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("count", [1, 15, 38])
def test_the_end_of_an_item_takes_one_line_of_a_small_screen(count: int, language: str) -> None:
    look = item_2("12:24", codes(count), language=language)
    told = plain(one_line(look, 80))
    assert cells(told) <= 80
    assert look.clock(look.projection.item.ends_at) in told  # type: ignore[union-attr]


def test_the_chair_is_told_the_same_in_chinese() -> None:
    look = item_2("12:24", "mex jpn", "next", language="zh")

    assert make_slip(look).fit == "等候的1位可发言，但时间不够：专题介绍2.7"
    assert not_before(look).startswith("13:00前无法进行：专题介绍2.7和项目")


def test_a_slip_of_which_all_has_time_says_only_that() -> None:
    slip: Slip = make_slip(item_2("10:10", "mex jpn", "next"))

    assert (slip.fit, slip.all_fit) == ("room for the one waiting", True)


def more_to_come(language: str = "en") -> Look:
    """Item 1 has taught that requests come; item 2 has its first five."""
    return held(
        ("10:00", ("open", "item 1", f"inscribe {codes(6)}")),
        ("10:15", (f"inscribe {codes(12)}",)),
        ("10:20", ("close item carry", "item 2", "segment 2.1", "inscribe mex jpn kaz ken kor")),
        now="10:21",
        language=language,
    )


def test_how_many_are_still_to_come_is_the_same_everywhere() -> None:
    look = more_to_come()
    count = forecast_table(look.projection, "en")["open_item"]["expected_newcomers"]

    told = f"about {count} more to come"
    assert count == 8
    assert make_slip(look).more == f"2 more, and {told}"
    assert plain(heading_line(look, 76)).startswith(f" Waiting 5, list open, and {told} ")
    assert plain(heading_line(look, 56)).startswith(" Waiting 5, list open  ")
    assert any(plain(each) == f"all 5 can speak, and {told}" for each in panel(look, 60))
    assert f"About {count} more to come." in standing(look)
    assert any(each.startswith(f"About {count} more to come") for each in forecast_lines(look))
    assert make_slip(more_to_come("zh")).more == "另有2位，预计另有约8位"


def test_of_a_closed_list_nobody_is_to_come() -> None:
    look = more_to_come()
    closed = held(
        ("10:00", ("open", "item 1", f"inscribe {codes(6)}")),
        ("10:15", (f"inscribe {codes(12)}",)),
        ("10:20", ("close item carry", "item 2", "inscribe mex jpn kaz", "close list")),
        now="10:21",
    )
    assert make_slip(look).more != make_slip(closed).more == "list closed"
    for told in (*everywhere(closed), *standing(closed)):
        assert "more to come" not in told


def test_where_nobody_waits_those_to_come_are_told_alone() -> None:
    look = held(
        ("10:00", ("open", "item 1", "inscribe mex")),
        ("10:15", (f"inscribe {codes(30)}",)),
        ("10:20", ("close item carry", "item 2")),
        now="10:20",
    )
    assert make_slip(look).more == "about 33 more to come"
    assert plain(heading_line(look, 76)).startswith(" Waiting 0, list open, and about 33 more")
    assert any(plain(each) == "about 33 more to come" for each in panel(look, 60))


MOVED = (
    "open",
    "item 0",
    "plan move 5 to 2 last because the list is long",
    "plan move 6 to 2 last because the list is long",
)


def moved(clock: str = "10:01") -> Look:
    """Items 5 and 6 planned behind item 4, which has all of the second sitting."""
    return held(("10:00", MOVED), now=clock)


def test_a_plan_that_is_longer_than_the_sittings_is_not_on_plan() -> None:
    look = moved()
    (said,) = [each for each in panel(look, 40) if plain(each).startswith("ends")]

    assert plain(said) == "ends       18:15  after 18:00"
    assert "on_time" not in {piece.role for piece in said}
    assert "after 18:00" in plain(totals(look, 120)[0])
    assert "on plan" not in plain(totals(look, 120)[0])
    assert "after 18:00" in plain(one_line(held(("10:00", MOVED), ("10:05", ("close item",)))))


def test_whatever_begins_only_after_the_last_sitting_is_named() -> None:
    rows = [plain(draw_schedule(row, 120, False)) for row in schedule_rows(moved("11:15"), set())]

    assert any("Item 4 is interrupted at 18:00; after that: item 5, item 6" in row for row in rows)
    assert moved().projection.day.cuts[-1].behind == ("5", "6")


def test_a_day_that_is_too_long_is_something_to_decide_on_every_screen() -> None:
    look = moved()
    told = list(forecast_lines(look))
    decide = "hich items to shorten or move. The day is 15 min too long"

    assert "Nothing to decide now" not in told
    assert f"To decide: w{decide}" in told
    assert advice_text(look) == f"W{decide}"
    assert to_decide(look) == [f"To decide: w{decide}."]
    assert f"To decide: w{decide}" in plain(totals(look, 120)[1])
    assert f"To decide: w{decide}" in " ".join(map(plain, decision_lines(look, 200)))
    assert make_slip(look).sentence == (
        "“The agenda is 15 minutes too long for our sittings. "
        "I propose to decide which items to shorten or move.”"
    )
    assert make_slip(look).sentence[1:-1] in told[told.index(f"To decide: w{decide}") + 1]
    assert "全天超出15分钟" in advice_text(held(("10:00", MOVED), now="10:01", language="zh"))
    assert "Nothing to decide now" in list(forecast_lines(held(("10:00", MOVED[:2]), now="10:01")))


def test_two_who_can_speak_are_both() -> None:
    look = item_2("10:50", codes(2))

    assert "Both of those waiting can speak before 13:00" in list(forecast_lines(look))
    assert "both can speak" in plain(one_line(look))
    assert "room for both" in make_slip(look).fit


def test_one_item_that_is_not_reached_is_an_item() -> None:
    told = list(forecast_lines(held(("10:00", MOVED[:2]), now="12:58")))
    one = [each for each in told if each.startswith("Not reached before")]
    assert one
    assert all(("items " in each) == (", " in each) for each in one), one
    assert any(each.startswith("The agenda goes on for") for each in told)


def test_a_segment_on_condition_says_what_was_decided_of_it() -> None:
    def told(*lines: str) -> str:
        rows = agenda_rows(held(("10:00", ("open", "item 2", *lines))))
        return next(
            f"{each.content.sign.strip()} {each.content.time}"
            for each in rows
            if each.key == "segment 2.9"
        )

    assert told() == "· if any"
    assert told("plan drop 2.9 because nothing came in") == "✗ cancelled"
    assert told("plan hold 2.9 because two came in") == "· 10′"


def test_in_chinese_no_case_is_called_the_latest() -> None:
    # Where people take less than their limit, full time is later than the late case.
    look = item_2("10:10", codes(29), language="zh")

    assert "最" not in "".join(map(plain, panel(look, 40)))


def test_the_minutes_of_a_segment_leave_out_lunch_and_what_came_after_its_item() -> None:
    look = held(
        ("12:00", ("open", "item 2")),
        ("12:50", ("segment 2.2",)),
        ("13:00", ("suspend",)),
        ("15:00", ("resume",)),
        ("15:44", ("close item carry",)),
        ("15:45", ("item 4",)),
        now="17:24",
    )
    rows = {each.key: each for each in schedule_rows(look, {"2"})}

    assert "54 of 10 min" in plain(draw_schedule(rows["segment 2.2"], 120, False))


def test_what_there_is_to_decide_is_told_after_a_minute_on_every_screen_at_once() -> None:
    early, late = (
        held(
            ("12:00", ("open", "item 2", "segment 2.1", f"inscribe {codes(30)}")),
            now=clock,
            is_calm=True,
        )
        for clock in ("12:00:50", "12:01")
    )

    # The meeting begins two hours late: until then, and not only then, the day is to be decided.
    day = "Which items to shorten or move. The day is 2 h 46 too long"
    assert make_slip(early).sentence.startswith("“The agenda is two hours and 46 minutes too")
    assert advice_text(early) == day
    assert to_decide(early)[2:] == [f"To decide: w{day[1:]}."]
    assert "Advice" not in "\n".join(forecast_lines(early))
    assert "Nothing to decide" not in "\n".join(forecast_lines(early))
    assert make_slip(late).sentence.startswith("“I have 30 more speakers")
    assert advice_text(late) in "\n".join(forecast_lines(late))
    assert to_decide(late)[-1] == f"To decide: {advice_text(late)}."
    told = forecast_with(late.projection, late.advice, "en")["advice"]
    assert told["text"] == advice_text(late)
