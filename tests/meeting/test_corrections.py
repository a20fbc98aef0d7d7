"""Corrections week: whose a statement was, when, where a point belongs, the words for how many."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from meeting_tui.meeting.acts import ACTS
from meeting_tui.meeting.attributions import PointFiled
from meeting_tui.meeting.bands import bands_line
from meeting_tui.meeting.declared import When
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.facts import DEFAULT_BANDS, Bands, Inscription, Intervention
from meeting_tui.meeting.meeting import replay
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.telling import tell_act
from tests.meeting.room import Room, directory


def spoken() -> Room:
    """Mexico spoke 10:01:00 to 10:02:00 as number 1, France for the EU to 10:05 as number 2."""
    room = Room().opened("2")
    room.at("10:01:00").do("floor mex!", "note p1 p4 our reports")
    room.at("10:02:00").do("floor fra(eu+alb)!", "note p1 theirs")
    room.at("10:05:00").do("yield")
    return room.at("10:30:00")


def turn(room: Room, number: int) -> Intervention:
    return room.state.interventions[f"s{number}"]


def made_by(room: Room, number: int) -> Inscription:
    return room.state.made_by(turn(room, number))


def told(room: Room, line: str, language: str = "en") -> str:
    entries = room.tried(line)
    assert not isinstance(entries, Refusal), entries
    return retold(room, entries, language)


def retold(room: Room, entries: tuple[Entry, ...], language: str = "en") -> str:
    return tell_act(room.state, entries, language, lambda code: directory().name(code, language))


def trail(room: Room) -> list[tuple[str, str, str, str]]:
    return [(c.what, c.subject, c.before, c.after) for c in room.state.corrections]


class TestAttribution:
    """`attribute N D`."""

    def test_it_is_theirs_from_now_on_in_the_capacity_typed(self) -> None:
        room = spoken()

        assert (
            told(room, "attribute 1 fra(eu)")
            == "Intervention 1 is now France's, for the European Union"
        )

        asked = made_by(room, 1)
        assert (asked.delegation, asked.name, asked.delegation_kind) == (
            "FRA",
            "France",
            "state_party",
        )
        assert (asked.capacity, asked.group, asked.tier) == ("group", "EU", made_by(room, 2).tier)
        assert trail(room) == [("attribution", "s1", "MEX", "FRA(EU)")]

    def test_aligned_states_are_those_typed(self) -> None:
        room = spoken()
        room.do("aligned on 2 alb mda")

        room.do("attribute 2 fra(eu+nor)")

        assert made_by(room, 2).aligned == ("NOR",)
        assert trail(room) == [("attribution", "s2", "FRA(EU+ALB+MDA)", "FRA(EU+NOR)")]

    def test_aligned_states_stay_and_are_told_where_none_are_typed(self) -> None:
        room = spoken()
        room.do("aligned on 2 ukr mda")

        sentence = (
            "Intervention 2 is now Germany's, for the European Union; aligned with it: Ukraine,"
            " Republic of Moldova"
        )
        assert told(room, "attribute 2 deu(eu)") == sentence
        assert made_by(room, 2).aligned == ("UKR", "MDA")
        assert told(room, "attribute 2 eu") == (
            "Intervention 2 is now European Union's; aligned with it: Ukraine, Republic of Moldova"
        )
        assert told(room, "attribute 2 fra(eu＋nor)", "zh") == (
            "第2个发言改归法国，代表欧洲联盟；赞同国：挪威"
        )
        room.do("aligned on 2 none")
        assert (
            told(room, "attribute 2 deu(eu)")
            == "Intervention 2 is now Germany's, for the European Union"
        )
        assert made_by(room, 2).aligned == ()

    def test_aligned_states_of_another_group_or_of_none_do_not_stay(self) -> None:
        room = spoken()

        room.do("attribute 2 fra(ag)")
        assert (made_by(room, 2).group, made_by(room, 2).aligned) == ("UNRG:AG", ())
        room.do("attribute 2 fra(eu+alb)", "attribute 2 fra")
        assert (made_by(room, 2).group, made_by(room, 2).aligned) == (None, ())

    def test_questions_that_do_not_ask_the_new_kind_are_marked(self) -> None:
        room = spoken()
        before = room.state.points["n1"]

        room.do("attribute 1 icrc")

        assert (before.not_asked, room.state.points["n1"].not_asked) == ((), ("P4",))
        assert made_by(room, 1).capacity == "organisation"

    def test_a_name_nobody_knows_and_while_it_speaks(self) -> None:
        room = spoken()
        room.do("floor jpn!", 'attribute 3 "Somebody"')

        assert not made_by(room, 3).known
        assert room.held.id == "s3"

    def test_undo_and_redo(self) -> None:
        room = spoken()
        before = room.state
        room.do("attribute 1 jpn", "undo")
        assert made_by(room, 1).delegation == "MEX"
        assert room.state.interventions == before.interventions
        room.do("redo")
        assert made_by(room, 1).delegation == "JPN"
        assert replay(room.meeting.entries).state == room.meeting.state

    @pytest.mark.parametrize(
        ("line", "code"),
        [
            ("attribute", "number_missing"),
            ("attribute mex", "number_expected"),
            ("attribute 1", "name_missing"),
            ("attribute 1 mex jpn", "words_left"),
            ("attribute 9 mex", "no_such_intervention"),
            ("attribute 1 mex", "attributed_so"),
        ],
    )
    def test_refusals(self, line: str, code: str) -> None:
        assert spoken().refused(line) == code


class TestTimes:
    """`times N HH:MM[:SS] HH:MM[:SS]`."""

    def test_they_hold_everywhere(self) -> None:
        room = spoken()

        line = "times 1 10:00:40 10:01:50"
        assert told(room, line) == "Intervention 1 (Mexico): now 10:00:40–10:01:50"

        assert turn(room, 1).used_seconds(room.now) == 70
        assert trail(room) == [("times", "s1", "10:01:00-10:02:00", "10:00:40-10:01:50")]
        room.do("undo")
        assert turn(room, 1).used_seconds(room.now) == 60

    def test_pauses_in_between_count(self) -> None:
        room = spoken()
        room.do("floor jpn!")
        room.later(10).do("pause")
        room.later(60).do("continue")
        room.later(10).do("yield")

        assert room.refused("times 3 10:30:10 10:31:10") == "times_within_pauses"
        room.do("times 3 10:29 10:31:20")

        assert turn(room, 3).used_seconds(room.now) == 80

    def test_hours_without_seconds_and_full_width_colons(self) -> None:
        room = spoken()

        room.do("times 2 10：03 10:04：30")

        assert turn(room, 2).used_seconds(room.now) == 90

    @pytest.mark.parametrize(
        ("line", "code"),
        [
            ("times 1", "clock_missing"),
            ("times 1 10:01", "clock_missing"),
            ("times 1 10:01 25:00", "clock_expected"),
            ("times 1 10:60 10:01", "clock_expected"),
            ("times 1 10:01 10:02:60", "clock_expected"),
            ("times x 10:01 10:02", "number_expected"),
            ("times 1 10:01 10:02 more", "words_left"),
            ("times 9 10:01 10:02", "no_such_intervention"),
            ("times 1 10:01 10:02", "times_are_so"),
            ("times 1 10:02 10:01", "times_backwards"),
            ("times 1 10:01 10:01", "times_backwards"),
            ("times 2 10:03 10:31", "times_in_future"),
            ("times 1 10:01 10:02:01", "times_overlap_first"),
            ("times 2 10:01:59 10:05", "times_overlap_first"),
        ],
    )
    def test_refusals(self, line: str, code: str) -> None:
        assert spoken().refused(line) == code

    def test_not_while_it_speaks_nor_over_who_speaks(self) -> None:
        room = spoken()
        room.do("floor jpn!")

        assert room.refused("times 3 10:29 10:30") == "times_while_speaking"
        room.later(60)
        assert room.refused("times 2 10:02 10:30:30") == "times_overlap"


class TestFiling:
    """`file POINT under ITEM`."""

    def test_the_point_goes_and_comes_back(self) -> None:
        room = spoken()

        assert told(room, "file n1 under 3") == "Point n1 is now under item 3"
        filed = room.state.points["n1"]
        assert (filed.item, filed.questions) == ("3", ("P1", "P4"))
        assert told(room, "file N1 under 2").endswith("the item of its intervention")

        assert room.state.points["n1"].item is None
        assert trail(room) == [("item", "n1", "2", "3"), ("item", "n1", "3", "2")]

    def test_it_stays_when_the_point_is_corrected(self) -> None:
        room = spoken()
        room.do("file n1 under 3", "correct n1 p1 other words")

        assert room.state.points["n1"].item == "3"

    @pytest.mark.parametrize(
        ("line", "code"),
        [
            ("file", "point_missing"),
            ("file n9 under 3", "no_such_point"),
            ("file n1", "file_under_missing"),
            ("file n1 in 3", "file_under_missing"),
            ("file n1 under", "item_missing"),
            ("file n1 under 99", "no_such_item"),
            ("file n1 under 2", "filed_so"),
            ("file n1 under 3 now", "words_left"),
        ],
    )
    def test_refusals(self, line: str, code: str) -> None:
        assert spoken().refused(line) == code


class TestBands:
    """`bands WORD=N ...`."""

    def test_a_table_of_ones_own_and_the_usual_one(self) -> None:
        room = spoken()
        line = "bands one=1 few=2 some=5 many=9 most=never"

        assert told(room, line) == f"Words for numbers in the report: {line.removeprefix('bands ')}"

        words = (("one", 1), ("few", 2), ("some", 5), ("many", 9))
        assert room.state.bands == Bands(words, has_most=False)
        room.do("bands default")
        assert room.state.bands == DEFAULT_BANDS
        assert [c[0] for c in trail(room)] == ["bands", "bands"]
        room.do("undo", "undo")
        assert room.state.bands == DEFAULT_BANDS

    def test_the_line_of_the_usual_table(self) -> None:
        assert bands_line(DEFAULT_BANDS) == "one=1 few=2 some=4 several=7 many=11 most=half"

    @pytest.mark.parametrize(
        ("line", "code"),
        [
            ("bands", "band_missing"),
            ("bands most=half", "band_missing"),
            ("bands one=1 most=all", "no_such_band"),
            ("bands one=1 all=5", "no_such_band"),
            ("bands one=x", "no_such_band"),
            ("bands one=0", "no_such_band"),
            ("bands one=1 one=2", "no_such_band"),
            ("bands one=12345678", "no_such_band"),
            ("bands one=" + "9" * 5000, "no_such_band"),
            ("bands one", "no_such_band"),
            ("bands one=1 few=3 some=3", "bands_not_ascending"),
            ("bands few=1 one=2", "bands_not_ascending"),
            ("bands few=2 some=3", "bands_from_one"),
            ("bands default", "bands_are_so"),
            ("bands default now", "words_left"),
        ],
    )
    def test_refusals(self, line: str, code: str) -> None:
        assert spoken().refused(line) == code


ALLOWED = {
    "note": "note on 1 late",
    "correct": "correct n1 p1 other",
    "propose": "propose on 1 something",
    "position": "position 1 supports p1",
    "heard": "heard fr on 1",
    "person": "person on 1 Jane Roe",
    "mark": "mark on 1 check",
    "received": "received on 1",
    "aligned": "aligned on 2 none",
    "present": "present nga",
    "document": "document mex statement",
    "identify": 'identify "Nobody Here" as jpn',
    "attribute": "attribute 1 jpn",
    "times": "times 1 10:01 10:01:30",
    "began": "began on 1 10:00:50",
    "ended": "ended on 1 10:01:40",
    "file": "file n1 under 3",
    "tag": "tag n1 a1",
    "statement": "statement on 1 A text ¶ of two paragraphs",
    "points": "points on 1 one ¶ two",
    "strike": "strike n1 because never said",
    "purge": "purge! n3",
    "bands": "bands one=1 many=3",
    "finalise": "finalise!",
    "preside": "preside at 10:03 Vice-Chair",
    "undo": "undo",
    "redo": "redo",
    "tick": "tick item 2",
    "untick": "untick item 2",
}
"""Acts of the week after, each as it may be typed in `ended`."""

REFUSED = {
    "open": ("open", "adjourned"),
    "resume": ("resume", "adjourned_not_suspended"),
    "withdraw": ("withdraw mex", "does_not_wait_nobody_does"),
    "absent": ("absent mex", "does_not_wait_nobody_does"),
    "text_only": ("text-only mex", "does_not_wait_nobody_does"),
    "seen": ("seen", "nothing_lost"),
}
"""Acts that may be typed then and refuse in a sentence of their own; all others are refused as
`tests/properties/test_every_act.py` has it."""


def ended() -> Room:
    room = spoken()
    room.do("note on 1 /off-record a secret", 'document "Nobody Here" text')
    room.at("17:00:00").do("adjourn!")
    return room.at("18:00:00")


def test_what_is_done_in_the_week_after_is_declared_so() -> None:
    ever = {each.id for each in ACTS if each.when is When.EVER}
    assert ALLOWED.keys() | REFUSED.keys() <= ever


@pytest.mark.parametrize("act", ALLOWED)
def test_what_is_put_right_after_the_meeting(act: str) -> None:
    room = ended()
    if act == "redo":
        room.do("undo")
    elif act == "undo":
        room.do("note on 1 late")
    elif act == "untick":
        room.do("tick item 2")

    assert room.do(ALLOWED[act])


@pytest.mark.parametrize("act", REFUSED)
def test_what_nobody_can_do_any_more_says_why(act: str) -> None:
    room = ended()
    entries = len(room.meeting.entries)
    line, code = REFUSED[act]

    assert room.refused(line) == code
    assert len(room.meeting.entries) == entries


def test_a_number_that_no_intervention_has_in_an_entry_of_another_desk() -> None:
    room = spoken()
    entry = replace(room.meeting.last, event=PointFiled("n1", "3"))

    assert retold(room, (entry,), "zh") == "要点n1归入项目3"
