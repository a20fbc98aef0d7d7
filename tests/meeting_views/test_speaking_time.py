"""Who has had how much of the floor, by delegation, kind and region; and who was not heard."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from meeting_tui.meeting.heard import NotHeard, not_heard
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.spans import clock_span, span, whole_seconds
from meeting_tui.meeting.speaking_time import (
    CHAIR,
    GROUPINGS,
    ORGANISATIONS,
    OUTSIDE,
    PODIUM,
    SpeakingTime,
    TimeRow,
    speaking_time,
    spoken,
)
from meeting_tui.report.from_meeting import report_on
from meeting_tui.report.json_export import tables
from tests.meeting.room import Room, directory
from tests.properties import typed_lines

ITEMS = (None, "1", "2", "3")


def view(room: Room, by: str = "delegation", item: str | None = None) -> SpeakingTime:
    return speaking_time(room.state, room.now, directory(), by, item)


def times(found: SpeakingTime) -> dict[str, tuple[int, float]]:
    """Id -> how often and how many seconds, of those who spoke."""
    return {each.id: (each.interventions, each.seconds) for each in found.rows if each.delegations}


def speak(room: Room, who: str, seconds: float) -> None:
    room.do(f"floor {who}!")
    room.later(seconds)


def a_morning() -> Room:
    """Two items; Mexico twice on 3, the EU and Denmark for it, Control Arms, a name unknown."""
    room = Room().opened("2")
    speak(room, "usa", 40)
    room.do("yield", "close item not-reached", "item 3")
    for who, seconds in (
        ("mex", 60),
        ("eu", 90),
        ("dnk(eu)", 30),
        ("carms", 45),
        ('"The List"', 15),
        ("mex", 20),
    ):
        speak(room, who, seconds)
        room.do("yield")
        room.later(5)
    return room


def test_delegations_are_told_the_longest_first_and_pauses_do_not_count() -> None:
    room = a_morning()
    speak(room, "jpn", 100)
    room.do("pause")
    room.later(600)

    found = view(room, item="3")

    assert [each.id for each in found.rows] == ["JPN", "EU", "MEX", "CARMS", "DNK", "The List"]
    assert times(found)["MEX"] == (2, 80)
    assert times(found)["JPN"] == (1, 100)
    assert found.rows[2].average_seconds == 40
    assert found.total.seconds == 360
    assert (found.total.interventions, found.total.delegations) == (7, 6)
    assert found.rows[0].share == pytest.approx(100 / 360)


def test_time_for_a_group_is_apart_and_belongs_to_who_made_the_statement() -> None:
    found = view(a_morning())

    apart = {each.id: each.group_seconds for each in found.rows if each.group_seconds}
    assert apart == {"EU": 90, "DNK": 30}
    assert found.total.group_seconds == 120


@pytest.mark.parametrize(
    ("by", "item", "expected"),
    [
        ("delegation", "2", {"USA": (1, 40)}),
        ("delegation", "1", {}),
        (
            "kind",
            "3",
            {
                "state_party": (3, 110),
                "igo": (1, 90),
                "ngo": (1, 45),
                "unknown": (1, 15),
            },
        ),
        (
            "region",
            None,
            {
                "UNRG:GRULAC": (2, 80),
                "UNRG:WEOG": (1, 30),
                OUTSIDE: (1, 40),
                ORGANISATIONS: (3, 150),
            },
        ),
    ],
)
def test_one_item_or_the_day_by_each_grouping(
    by: str, item: str | None, expected: dict[str, tuple[int, float]]
) -> None:
    assert times(view(a_morning(), by, item)) == expected


def test_regions_and_kinds_are_there_without_a_word_and_say_how_many_were_heard() -> None:
    room = a_morning()

    regions = {each.id: (each.delegations, each.known) for each in view(room, "region").rows}
    assert regions == {
        "UNRG:GRULAC": (1, 33),
        "UNRG:WEOG": (1, 28),
        "UNRG:AG": (0, 54),
        "UNRG:APG": (0, 54),
        "UNRG:EEG": (0, 23),
        OUTSIDE: (1, 4),
        ORGANISATIONS: (3, 16),
    }
    kinds = {each.id: (each.delegations, each.known) for each in view(room, "kind").rows}
    assert kinds["state_party"] == (2, 116)
    assert kinds["industry"] == (0, 1)
    assert kinds["unknown"] == (1, 0)
    assert "secretariat" not in kinds


def test_nobody_has_spoken_yet() -> None:
    found = view(Room())

    assert found.rows == ()
    assert found.total == TimeRow("", known=216)
    assert found.total.average_seconds == 0


def test_the_podium_counts_stands_last_and_has_no_share() -> None:
    room = a_morning()
    speak(room, "sec", 600)

    for by, key in zip(GROUPINGS, ("SEC", "secretariat", PODIUM), strict=True):
        found = view(room, by, "3")
        last = found.rows[-1]
        assert (last.id, last.seconds, last.share, last.is_podium) == (key, 600, 0, True)
        assert sum(each.share for each in found.rows) == pytest.approx(1)
        assert (found.total.seconds, found.total.delegations) == (860, 6)
        assert (found.floor.seconds, found.floor.delegations, found.floor.known) == (260, 5, 212)
    assert [each.id for each in view(room, "region", "2").rows].count(PODIUM) == 0


def test_by_kind_the_chair_stands_apart_from_the_secretariat() -> None:
    room = a_morning()
    speak(room, "sec", 600)
    speak(room, "chair", 300)

    last, chair = view(room, "kind", "3").rows[-2:]
    assert [(each.id, each.seconds, each.is_podium) for each in (last, chair)] == [
        ("secretariat", 600, True),
        (CHAIR, 300, True),
    ]
    assert view(room, "region", "3").rows[-1].seconds == 900


def test_another_grouping_is_refused() -> None:
    with pytest.raises(ValueError, match="by alphabet"):
        view(Room(), "alphabet")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.one_of(typed_lines.joining, typed_lines.steering, typed_lines.floor_lines),
            st.integers(0, 300),
        ),
        max_size=25,
    )
)
def test_every_grouping_adds_up_to_the_same_and_to_the_export(
    lines: list[tuple[str, int]],
) -> None:
    room = Room().opened("3")
    room.do("inscribe mex fra(eu) carms che")
    for line, seconds in lines:
        assert isinstance(room.tried(line), tuple | Refusal)
        room.later(seconds)

    for item in ITEMS:
        each_way = [view(room, by, item) for by in GROUPINGS]
        whole = each_way[0].total
        for found in each_way:
            assert replace(found.total, seconds=0.0, group_seconds=0.0) == replace(
                whole, seconds=0.0, group_seconds=0.0
            )
            assert found.total.seconds == pytest.approx(whole.seconds)
            assert sum(row.interventions for row in found.rows) == whole.interventions
            assert sum(row.delegations for row in found.rows) >= whole.delegations
            for name in ("seconds", "group_seconds"):
                total = sum(getattr(row, name) for row in found.rows)
                assert total == pytest.approx(getattr(whole, name))
            shares = sum(row.share for row in found.rows)
            assert shares == pytest.approx(found.floor.share)
        assert times(each_way[0]) == {
            code: (each.interventions, each.seconds)
            for code, each in spoken(room.state, room.now, item).items()
        }
    report = report_on(room.meeting, directory(), now=room.now, verified=True)
    exported = tables(report)["speaking_time"]
    rows = view(room).rows
    assert exported == {
        row.id: {"interventions": row.interventions, "seconds": row.seconds} for row in rows
    }


def missing(room: Room, item: str | None = "3") -> NotHeard:
    return not_heard(room.state, directory(), item)


def test_who_asked_and_was_not_heard() -> None:
    room = Room().opened("3")
    room.do("inscribe mex ken per zaf jam", "inscribe ken for 2", "absent per", "withdraw zaf")
    room.do("text-only jam", "floor mex")
    room.do("inscribe mex")

    assert missing(room).waiting == ("KEN",)
    assert missing(room).missed == ("PER",)
    assert missing(room, None).waiting == ("KEN",)
    assert missing(room, "2").waiting == ("KEN",)
    assert missing(room, "2").missed == ()

    room.do("inscribe per")
    assert (missing(room).waiting, missing(room).missed) == (("PER", "KEN"), ())
    room.do("yield", "close item not-reached")
    assert set(missing(room).missed) == {"KEN", "PER"}


def test_who_spoke_elsewhere_alone_and_which_regions_are_silent() -> None:
    room = a_morning()
    speak(room, "sec", 10)
    room.do("yield")

    found = missing(room, "2")
    assert found.elsewhere == ("MEX", "EU", "DNK", "CARMS", "The List")
    assert missing(room, "3").elsewhere == ("USA",)
    assert missing(room, None).elsewhere == ()
    assert "UNRG:GRULAC" in found.regions and "ngo" in found.kinds
    assert "UNRG:GRULAC" not in missing(room, None).regions
    assert set(missing(room, None).kinds) == {"observer_state", "industry"}


def test_rows_of_fractions_add_up_to_the_totals_as_they_are_shown() -> None:
    room = Room().opened()
    for who in ("mex", "mex", "mex", "jpn", "jpn", "bra"):
        speak(room, who, 10.5)
    for by in GROUPINGS:
        found = view(room, by)
        assert sum(row.seconds for row in found.rows) == found.total.seconds == 66
        assert all(row.seconds == int(row.seconds) for row in found.rows)
    had = spoken(room.state, room.now)
    assert {code: each.seconds for code, each in had.items()} == {"MEX": 33, "JPN": 22, "BRA": 11}
    made = tables(report_on(room.meeting, directory(), now=room.now, verified=True))
    assert made["speaking_time"]["MEX"] == {"interventions": 3, "seconds": 33}


@pytest.mark.parametrize(
    ("seconds", "whole"), [(0, 0), (0.49, 0), (0.5, 1), (1.5, 2), (2.5, 3), (59.999, 60)]
)
def test_a_length_is_rounded_to_the_nearest_second_half_a_second_up(
    seconds: float, whole: int
) -> None:
    assert whole_seconds(seconds) == whole
    assert clock_span(seconds) == span(whole)
