"""Limits at five scopes; they hold from now on and never cut who is speaking."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from meeting_tui.agenda.model import Words
from meeting_tui.meeting.facts import Who
from meeting_tui.meeting.limits import LimitSet, limit_for
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.meeting.speakers_list import Inscribe
from tests.meeting.room import Room, wgtr_rules


def limits(room: Room) -> dict[str, int | None]:
    return {
        code: limit_for(room.state, room.state.inscriptions[key])
        for item in room.state.lists.values()
        for key in item
        for code in [room.state.inscriptions[key].delegation]
    }


@pytest.mark.parametrize(
    ("line", "scope"),
    [
        ("limit 2:00", ("default", "")),
        ("limit 2:00 for states", ("tier", "states")),
        ("limit 2:00 for observer_states", ("tier", "observer_states")),
        ("limit 2:00 for OBSERVER-states", ("tier", "observer_states")),
        ("limit 2:00 for oth", ("tier", "others")),
        ("limit 2:00 for statement", ("kind", "statement")),
        ("limit 2:00 for quest", ("kind", "question")),
        ("limit 2:00 for Right of reply", ("kind", "reply")),
        ('limit 2:00 for "right of reply"', ("kind", "reply")),
        ("limit 2:00 for 答辩权", ("kind", "reply")),
        ("limit 2:00 for Group statements", ("tier", "group")),
        ("limit 2:00 for mex", ("delegation", "MEX")),
        ("limit 2:00 for South Africa", ("delegation", "ZAF")),
        ("limit 2:00 for gr", ("delegation", "GRC")),
        ('limit 2:00 for "France"', ("delegation", "FRA")),
        ("limit 2:00 for 2", ("inscription", "i2")),
        ("LIMIT 2：00", ("default", "")),
    ],
)
def test_a_limit_is_for_all_a_tier_a_kind_a_delegation_or_a_place(
    line: str, scope: tuple[str, str]
) -> None:
    room = Room().opened()
    room.do("inscribe mex fra")

    assert room.do(line) == (LimitSet(*scope, 120),)


def test_limits_of_the_rules() -> None:
    room = Room().opened()
    room.do("inscribe mex carms eu", "inscribe fra kind question")

    assert limits(room) == {"MEX": 180, "CARMS": 180, "EU": 300, "FRA": 120}


def test_the_narrowest_limit_counts() -> None:
    room = Room().opened()
    room.do("inscribe mex fra carms eu", "limit 2:30")
    assert limits(room) == {"MEX": 150, "FRA": 150, "CARMS": 150, "EU": 300}
    room.do("limit 2:00 for states", "limit 4:00 for group")
    assert limits(room) == {"MEX": 120, "FRA": 120, "CARMS": 150, "EU": 240}
    room.do("limit 1:45 for statement")
    assert limits(room) == {"MEX": 105, "FRA": 105, "CARMS": 105, "EU": 105}
    room.do("limit 5:00 for fra")
    assert limits(room)["FRA"] == 300
    room.do("limit 0:30 for 3")
    assert limits(room)["FRA"] == 30
    room.do("floor fra")
    assert room.held.limit_seconds == 30


def test_presentations_have_the_minutes_of_their_segment() -> None:
    room = Room().opened("2")
    room.do("inscribe mex kind presentation for 2.2", "inscribe carms kind presentation")
    assert limits(room) == {"MEX": 25 * 60, "CARMS": 180}
    room.do("segment 2.1")
    assert limits(room) == {"MEX": 25 * 60, "CARMS": 7 * 60}
    room.do("segment 2.3")
    assert limits(room)["CARMS"] == 180


def test_a_kind_the_rules_do_not_know_has_the_limit_of_its_tier() -> None:
    room = Room().opened()
    room.do(Inscribe((Who("EU", "European Union", "igo", True, "EU"),), kind="toast"))

    assert limits(room) == {"EU": 300}


def test_a_tier_without_a_limit_takes_the_default() -> None:
    room = Room(rules=wgtr_rules(default_limit_seconds=200)).opened()
    room.do("inscribe mex")

    assert limits(room) == {"MEX": 200}


def test_a_limit_never_cuts_who_speaks() -> None:
    room = Room().opened()
    room.do("inscribe mex fra", "next")
    room.later(60).do("limit 1:00", "limit 0:30 for mex")

    assert room.held.limit_seconds == 180
    room.do("next")
    assert room.held.limit_seconds == 60


def test_extend_is_for_whoever_speaks_alone() -> None:
    room = Room().opened()
    room.do("inscribe mex fra", "next", "extend 1:30")
    assert room.held.limit_seconds == 270
    room.later(60).do("undo")
    assert room.held.limit_seconds == 180
    room.do("redo", "next")
    assert room.held.limit_seconds == 180


def test_a_limit_for_a_name_in_use_that_is_in_no_directory() -> None:
    room = Room().opened()
    room.do('inscribe "Friends of the List"', 'limit 1:00 for "friends of the list"')
    assert limits(room) == {"Friends of the List": 60}

    room.do('identify "Friends of the List" as nga')
    assert limits(room) == {"NGA": 60}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("limit", "span_missing"),
        ("limit soon", "span_expected"),
        ("limit 2:75", "span_expected"),
        ("limit 0:00", "limit_not_positive"),
        ("extend 0:00", "limit_not_positive"),
        ("extend", "span_missing"),
        ("extend 1:00 more", "words_left"),
        ("limit 2:00 mex", "words_left"),
        ("limit 2:00 for", "words_left"),
        ("limit 2:00 for mex fra", "words_left"),
        ("limit 2:00 for 3", "no_such_place"),
        ("limit 2:00 for 0", "no_such_place"),
        ("limit 2:00 for 2 3", "words_left"),
        ("limit 2:00 for states all", "words_left"),
        ("limit 2:00 for o", "ambiguous_word"),
        ("limit 2:00 for observers", "limit_for_whom"),
        ("limit 2:00 for united", "ambiguous_name"),
    ],
)
def test_limits_that_cannot_be(line: str, code: str) -> None:
    room = Room().opened()
    room.do("inscribe mex fra jpn", "next")

    assert room.refused(line) == code


def test_hours_may_be_typed() -> None:
    room = Room().opened()

    assert room.do("limit 1:02:30") == (LimitSet("default", "", 3750),)


def test_several_limits_are_one_act_and_one_undo_takes_back_all() -> None:
    room = Room().opened()
    room.do("inscribe mex fra carms eu", "limit 2:30")
    done = room.do("limit 2:00 and 3:15 for group and 1:00 for mex and 0:45 for 3")

    assert done == (
        LimitSet("tier", "group", 195),
        LimitSet("delegation", "MEX", 60),
        LimitSet("inscription", "i2", 45),
        LimitSet("default", "", 120),
    )
    assert limits(room) == {"MEX": 60, "FRA": 45, "CARMS": 120, "EU": 195}
    room.do("undo")
    assert limits(room) == {"MEX": 150, "FRA": 150, "CARMS": 150, "EU": 300}


def test_a_name_with_and_in_it_is_one_name() -> None:
    room = Room().opened()

    done = room.do("limit 2:00 for Antigua and Barbuda and 3:00 for group")
    assert done == (LimitSet("delegation", "ATG", 120), LimitSet("tier", "group", 180))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("limit 2:00 and", "span_missing"),
        ("limit 2:00 and 3:00", "words_left"),
        ("limit 2:00 and 3:00 for group and 4:00 for group", "words_left"),
        ("limit 2:00 and 3:00 fpr group", "words_left"),
        ("limit 2:00 for group 3:00", "words_left"),
        ("limit 2:00 and 0:00 for group", "limit_not_positive"),
        ("limit 2:00 and 3:00 for 9", "no_such_place"),
    ],
)
def test_several_limits_are_set_together_or_not_at_all(line: str, code: str) -> None:
    room = Room().opened()

    assert room.refused(line) == code
    assert not room.state.limits


def test_a_limit_for_a_word_that_is_nearly_a_name_names_the_tiers_and_kinds() -> None:
    room = Room(rules=wgtr_rules()).opened()
    refusal = room.tried("limit 2:15 for igo")
    assert isinstance(refusal, Refusal)
    assert refusal.code == "limit_for_near"
    assert refusal.params["tiers"] == "group, states, observer_states, others"
    assert str(refusal.params["kinds"]).startswith("statement, presentation, question, reply")
    assert room.refused("limit 2:15 for !") not in ("limit_for_near", "limit_for_whom")


@pytest.mark.parametrize(
    ("kind", "id_"),
    [
        ("question", "question"),
        ("QUEST", "question"),
        ("questions", "question"),
        ("explanations of vote", "explanation"),
        ('"explanation of vote"', "explanation"),
        ("Explanation of Vote", "explanation"),
        ("解释投票", "explanation"),
        ("“解释投票”", "explanation"),
    ],
)
def test_a_kind_is_named_by_its_id_or_by_the_name_that_is_shown(kind: str, id_: str) -> None:
    rules = wgtr_rules()
    name = Words(en="Explanation of vote", zh="解释投票")
    explanation = replace(rules.kinds[0], id="explanation", name=name)
    room = Room(rules=replace(rules, kinds=(*rules.kinds, explanation))).opened()
    room.do(f"inscribe mex kind {kind} via desk", f"limit 1:10 for {kind}")

    (asked,) = room.state.inscriptions.values()
    assert (asked.kind, asked.via) == (id_, "desk")
    assert limit_for(room.state, asked) == 70


@pytest.mark.parametrize(
    "line", ["limit 2:00 segment 2.2", "limit 2:00 for segment 2.2", "limit 2:00 for 2.2"]
)
def test_a_limit_of_a_segment_holds_for_all_who_speak_in_it(line: str) -> None:
    room = Room().opened("2")
    room.do("segment 2.1", "inscribe mex", "inscribe eu", "inscribe fra for 2.2", "reply per")
    told = room.do(line)

    assert told == (LimitSet("segment", "2.2", 120),)
    assert limits(room) == {"MEX": 180, "EU": 300, "FRA": 120}
    room.do("segment 2.2")
    assert limits(room) == {"MEX": 120, "EU": 120, "FRA": 120}
    room.do("limit 4:00 for mex", "limit 2:30 for group")
    assert limits(room) == {"MEX": 240, "EU": 120, "FRA": 120}
    reply = room.state.inscriptions[room.state.replies[0]]
    assert limit_for(room.state, reply) == 120
    assert room.do("limit 0:45 segment 2.2") and limit_for(room.state, reply) == 120
    room.do("segment 2.3")
    assert limits(room)["EU"] == 150


def test_a_limit_of_a_segment_goes_before_its_planned_minutes() -> None:
    room = Room().opened("2")
    room.do("segment 2.1", "inscribe sec kind presentation")
    assert limits(room) == {"SEC": 7 * 60}
    room.do("limit 10:00 for 2.1")
    assert limits(room) == {"SEC": 600}


def test_whoever_speaks_keeps_the_limit_when_one_is_set_for_the_segment() -> None:
    room = Room().opened("2")
    room.do("segment 2.2", "inscribe mex fra", "next")
    room.do("limit 1:30 segment 2.2")
    assert room.held.limit_seconds == 180
    room.later(10).do("next")
    assert room.held.limit_seconds == 90


def test_a_segment_that_is_none_has_no_limit() -> None:
    room = Room().opened("2")
    assert room.refused("limit 2:00 segment 9.9") == "no_such_segment"
    assert room.refused("limit 2:00 segment") == "segment_missing"
    assert room.do("limit 2:00 and 1:00 for 2.2") == (
        LimitSet("segment", "2.2", 60),
        LimitSet("default", "", 120),
    )
