"""The rules of procedure that come with the program, and what a rules file may not say."""

from __future__ import annotations

from importlib.resources import files

import pytest

from meeting_tui.agenda.model import DELEGATION_KINDS
from meeting_tui.agenda.presets import load_rules, parse_rules, rules_ids
from meeting_tui.agenda.rules import TimekeeperRules
from meeting_tui.errors import AgendaError

FLAT = (files("meeting_tui.agenda") / "presets" / "flat.toml").read_text(encoding="utf-8")


def test_presets_are_named_and_read_once() -> None:
    assert rules_ids() == ("att-wgtr", "flat")
    for rules_id in rules_ids():
        assert load_rules(rules_id).id == rules_id
        assert load_rules(rules_id) is load_rules(rules_id)


def test_unknown_rules_name_the_nearest() -> None:
    with pytest.raises(AgendaError) as refused:
        load_rules("att_wgtr")
    sentence = 'unknown rules of procedure "att_wgtr"; expected "att-wgtr"'
    assert str(refused.value) == sentence


def test_att_tiers_are_in_the_order_of_speaking() -> None:
    rules = load_rules("att-wgtr")
    assert [(tier.id, tier.limit_seconds) for tier in rules.tiers] == [
        ("group", 300),
        ("states", None),
        ("observer_states", None),
        ("others", None),
    ]
    assert rules.default_limit_seconds == 180
    assert [rules.tier_place(tier) for tier in ("group", "others", "nobody")] == [0, 3, 4]
    states = rules.tier("states")
    assert states is not None
    assert states.name.say("zh") == "缔约国和签署国"
    assert rules.tier("nobody") is None


@pytest.mark.parametrize(
    ("kind", "for_group", "tier"),
    [
        ("state_party", True, "group"),
        ("igo", True, "group"),
        ("state_party", False, "states"),
        ("signatory", False, "states"),
        ("observer_state", False, "observer_states"),
        ("igo", False, "others"),
        ("ngo", False, "others"),
        ("industry", False, "others"),
        ("secretariat", False, "others"),
        ("guest", False, "others"),
        ("not in the directory", False, "others"),
    ],
)
def test_att_tier_of_a_delegation(kind: str, for_group: bool, tier: str) -> None:
    assert load_rules("att-wgtr").tier_for(kind, for_group=for_group).id == tier


def test_flat_rules_have_one_tier_for_everybody() -> None:
    rules = load_rules("flat")
    assert {
        rules.tier_for(kind, for_group=group).id
        for kind in DELEGATION_KINDS
        for group in (True, False)
    } == {"everybody"}
    assert rules.default_limit_seconds == 180


@pytest.mark.parametrize("rules_id", ["att-wgtr", "flat"])
def test_every_preset_has_the_kinds_of_speech_that_are_needed(rules_id: str) -> None:
    rules = load_rules(rules_id)
    kinds = {kind.id: kind for kind in rules.kinds}
    assert set(kinds) >= {"statement", "presentation", "question", "reply", "point_of_order"}
    assert rules.default_kind == "statement"
    assert kinds["presentation"].limit_from_segment
    assert kinds["presentation"].leads_segments == ("presentation",)
    assert [kind.id for kind in rules.kinds if kind.own_lane] == ["reply"]
    assert [kind.id for kind in rules.kinds if kind.pauses_floor] == ["point_of_order"]
    assert [kind.id for kind in rules.kinds if not kind.counted] == ["point_of_order"]
    assert rules.replies.limits_seconds == (120, 60)
    assert (rules.next_guard_seconds, rules.handover_seconds) == (3.0, 20)
    assert rules.points_of_order_first == "first_raised"
    assert rules.kind("song") is None
    assert rules.kind("reply") is kinds["reply"]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            'default_limit = "3:00"',
            "default_limit = 180",
            'rules.toml:6: default_limit: "180" is not a length of time; '
            'expected minutes and seconds in quotes, like "2:30"',
        ),
        (
            'default_limit = "3:00"',
            'default_limit = "0:00"',
            'rules.toml:6: default_limit: "0:00" is not a length of time; '
            'expected minutes and seconds in quotes, like "2:30"',
        ),
        (
            'limits = ["2:00", "1:00"]',
            'limits = ["2:00", "1:75"]',
            'rules.toml:53: replies.limits: "1:75" is not a length of time; '
            'expected minutes and seconds in quotes, like "2:30"',
        ),
        (
            'limits = ["2:00", "1:00"]',
            "limits = []",
            "rules.toml:53: replies.limits: is empty; "
            "expected a list of one or more values in square brackets",
        ),
        (
            'default_limit = "3:00"',
            "default_limit_seconds = 180",
            'rules.toml:6: default_limit_seconds: unknown key; expected "default_limit"',
        ),
        (
            'default_limit = "3:00"\n',
            "",
            'rules.toml:1: default_limit: is missing; expected a line like default_limit = "3:00"',
        ),
        (
            'default_limit = "3:00"',
            'default_limt = "3:00"',
            'rules.toml:6: default_limt: unknown key; expected "default_limit"',
        ),
        (
            "[replies]",
            "[answers]",
            "rules.toml:1: replies: is missing; expected a [replies] table",
        ),
        (
            "counted = false",
            'counted = "no"',
            'rules.toml:50: [[kinds]] counted: is a text, "no"; expected true or false',
        ),
        (
            'id = "question"',
            'id = "statement"',
            'rules.toml:37: [[kinds]] id: "statement" is already used; expected another id',
        ),
        (
            'default_kind = "statement"',
            'default_kind = "statment"',
            'rules.toml:5: default_kind: unknown kind of speech "statment"; expected "statement"',
        ),
        (
            '"ngo"',
            '"ngos"',
            'rules.toml:14: [[tiers]] delegation_kinds: unknown kind of delegation "ngos"; '
            'expected "ngo"',
        ),
        (
            'leads_segments = ["presentation"]',
            'leads_segments = ["presentations"]',
            'rules.toml:34: [[kinds]] leads_segments: unknown kind of segment "presentations"; '
            'expected "presentation"',
        ),
        (
            'points_of_order_first = "first_raised"',
            'points_of_order_first = "last"',
            'rules.toml:9: points_of_order_first: unknown value "last"; '
            "expected 'first_raised' or 'last_raised'",
        ),
    ],
)
def test_rules_that_cannot_be_used(old: str, new: str, sentence: str) -> None:
    assert old in FLAT
    with pytest.raises(AgendaError) as refused:
        parse_rules(FLAT.replace(old, new, 1), "rules.toml")
    assert str(refused.value) == sentence


QUORUM = """
[quorum]
delegation_kinds = ["state_party", "signatory"]
to_open = "1/3"
to_decide = "majority"
"""


def test_a_quorum_is_a_share_or_a_majority_of_those_who_count() -> None:
    assert parse_rules(FLAT, "rules.toml").quorum is None
    quorum = parse_rules(FLAT + QUORUM, "rules.toml").quorum
    assert quorum is not None
    needed = [(quorum.needed_to_open(of), quorum.needed_to_decide(of)) for of in (3, 10, 116, 0)]
    assert needed == [(1, 2), (4, 6), (39, 59), (0, 1)]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            '"1/3"',
            '"a third"',
            'rules.toml:91: quorum.to_open: "a third" is not a share; '
            'expected a share such as "1/3", or "majority"',
        ),
        (
            'to_decide = "majority"\n',
            "",
            "rules.toml:89: quorum.to_decide: is missing; "
            'expected a line like to_decide = "majority"',
        ),
        (
            '"signatory"',
            '"signatories"',
            'rules.toml:90: quorum.delegation_kinds: unknown kind of delegation "signatories"; '
            'expected "signatory"',
        ),
        (
            'delegation_kinds = ["state_party", "signatory"]\n',
            "",
            "rules.toml:89: quorum.delegation_kinds: is missing; "
            'expected a line like delegation_kinds = ["state_party"]',
        ),
    ],
)
def test_a_quorum_that_means_nothing_is_refused(old: str, new: str, sentence: str) -> None:
    with pytest.raises(AgendaError) as refused:
        parse_rules(FLAT + QUORUM.replace(old, new), "rules.toml")
    assert str(refused.value) == sentence


def test_a_guard_of_no_time_is_none() -> None:
    rules = parse_rules(FLAT.replace('"0:03"', '"0:00"').replace('"0:20"', '"0:00"'), "rules.toml")
    assert (rules.next_guard_seconds, rules.handover_seconds) == (0, 0)


def with_timekeeper(*lines: str) -> str:
    head, _, _ = FLAT.partition("[timekeeper]")
    return "\n".join([head.rstrip(), "[timekeeper]", *lines, ""])


def test_timekeeper_may_be_left_out_or_said_in_part() -> None:
    plain = parse_rules(with_timekeeper().replace("[timekeeper]", ""), "rules.toml").timekeeper
    some = parse_rules(
        with_timekeeper('closing_words = "0:00"', 'least_limit = "2:00"', "share = 1"), "rules.toml"
    ).timekeeper

    assert plain == TimekeeperRules()
    assert (some.closing_words_seconds, some.least_limit_seconds, some.share) == (0, 120, 1.0)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("share = 0", "timekeeper.share: 0.0 is out of range; expected 0.05 to 2.0"),
        ("spread = 1.5", "timekeeper.spread: 1.5 is out of range; expected 0.0 to 1.0"),
        ("taper = -0.1", "timekeeper.taper: -0.1 is out of range; expected 0.0 to 0.5"),
        ("handover_turns = 0", "timekeeper.handover_turns: 0 is too small; expected 1 or more"),
        (
            'least_limit = "0:00"',
            'timekeeper.least_limit: "0:00" is not a length of time; '
            'expected minutes and seconds in quotes, like "2:30"',
        ),
        ("drifts = 0.1", 'timekeeper.drifts: unknown key; expected "drift"'),
    ],
)
def test_timekeeper_figures_that_no_meeting_has(line: str, sentence: str) -> None:
    with pytest.raises(AgendaError) as raised:
        parse_rules(with_timekeeper(line), "rules.toml")

    assert str(raised.value).partition(": ")[2] == sentence


@pytest.mark.parametrize("table", ["tiers", "kinds"])
def test_share_of_a_tier_or_a_kind_is_held_within_bounds(table: str) -> None:
    text = FLAT.replace(f"[[{table}]]\n", f"[[{table}]]\nshare = 3.0\n", 1)
    with pytest.raises(AgendaError, match=rf"\[\[{table}\]\] share: 3.0 is out of range"):
        parse_rules(text, "rules.toml")
