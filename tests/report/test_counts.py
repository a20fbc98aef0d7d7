"""By how many: each word for a number, one count for all figures, and no class of one alone."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from meeting_tui.meeting.counting import GROUP_MEMBERS, members_counted
from meeting_tui.meeting.facts import Bands
from meeting_tui.meeting.positions import Subject, position_on
from meeting_tui.meeting.questions import coverage
from meeting_tui.report.csv_export import positions_files
from meeting_tui.report.draft.numbers import Quantity, quantity
from meeting_tui.report.from_meeting import report_on
from meeting_tui.report.json_export import tables
from meeting_tui.report.merging import merged, merged_times
from meeting_tui.report.tables.people import speaking_time
from meeting_tui.report.tables.positions import coverage as coverage_table
from meeting_tui.report.tables.statements import inscriptions, speeches
from meeting_tui.report.tables.teller import Teller
from tests.report.draft_text import draft, issued, part, said
from tests.report.full_day import full_report
from tests.report.hard_day import begin, directory, local, report, run


@pytest.mark.parametrize(
    ("count", "word"),
    [
        (1, "one"),
        (2, "few"),
        (3, "few"),
        (4, "some"),
        (6, "some"),
        (7, "several"),
        (10, "several"),
        (11, "many"),
        (25, "many"),
        (60, "many"),
    ],
)
def test_a_count_has_the_word_of_its_band(count: int, word: str) -> None:
    assert quantity(count) == Quantity(word)


@pytest.mark.parametrize(
    ("count", "among", "word"),
    [(1, 1, "one"), (2, 3, "few"), (3, 3, "few"), (4, 8, "some"), (5, 8, "most"), (9, 9, "most")],
)
def test_most_is_over_half_and_never_all(count: int, among: int, word: str) -> None:
    assert quantity(count, among) == Quantity(word)


@pytest.mark.parametrize(
    ("count", "among", "told"),
    [
        (30, 32, Quantity("all_but", 2)),
        (9, 10, Quantity("all_but", 1)),
        (27, 30, Quantity("all_but", 3)),
        (28, 32, Quantity("majority")),
        (36, 40, Quantity("majority")),
        (24, 32, Quantity("majority")),
        (23, 32, Quantity("most")),
        (16, 32, Quantity("many")),
        (8, 9, Quantity("most")),
        (12, 12, Quantity("majority")),
    ],
)
def test_the_share_goes_before_the_number(count: int, among: int, told: Quantity) -> None:
    assert quantity(count, among) == told


def test_the_table_may_be_another_and_may_leave_shares_out() -> None:
    table = Bands((("one", 1), ("many", 2)), has_most=False)

    assert quantity(3, bands=table) == Quantity("many")
    assert quantity(9, 9, bands=table) == Quantity("many")
    assert quantity(30, 32, bands=table) == Quantity("many")


@given(among=st.integers(1, 200), data=st.data())
def test_a_larger_part_never_has_a_smaller_word(among: int, data: st.DataObject) -> None:
    order = ["one", "few", "some", "several", "many", "most", "majority", "all_but"]
    less = data.draw(st.integers(1, among))
    more = data.draw(st.integers(less, among))
    words = [quantity(each, among).word for each in (less, more)]

    if more < among:  # of all it is not said that they were all
        assert order.index(words[0]) <= order.index(words[1])


DAY = """
10:00:00 open
10:00:00 item 1
10:00:00 present deu pol mex
10:00:00 floor eu!
10:00:00 aligned alb
10:00:00 note a1 /supports yes
10:00:00 note a1 /internal /opposes to be checked
10:00:00 floor carms!
10:00:00 note a1 /supports yes
10:00:00 floor sec!
10:00:00 note a1 /supports from the podium
"""
BEHIND = {"none": 1, "present": 3, "all": 28}
SAID = {
    "none": "no members of groups counted",
    "present": "group members present counted",
    "all": "all group members counted",
}


@pytest.mark.parametrize("members", GROUP_MEMBERS)
def test_every_surface_counts_the_same_states_and_says_which_members(members: str) -> None:
    meeting = run(begin(), DAY)
    model = report_on(
        meeting, directory(), now=local("10:30:00"), verified=True, group_members=members
    )
    made = tables(model)
    a1 = next(each for each in made["positions"] if each["id"] == "A1")
    text = positions_files(model)["positions.csv"].decode("utf-8-sig")
    row = next(each for each in csv.DictReader(io.StringIO(text)) if each["stance"] == "supports")
    counted = members_counted(meeting.state, directory().members, members)
    shown = coverage(meeting.state, "1", members=counted)
    held = position_on(
        meeting.state,
        Subject("question", "A1"),
        members_of=directory().members,
        group_members=members,
    )

    assert len(held.states) == BEHIND[members]
    assert shown.states_behind[0] == BEHIND[members]
    assert len(a1["supports"]["states"]) == BEHIND[members]
    assert row[f"States ({SAID[members]})"] == str(BEHIND[members])
    assert made["group_members"] == members
    assert made["coverage"]["A1"] == ["CARMS", "EU"]
    assert shown.answered[0] == 2
    assert a1["opposes"] == {"statements": [], "states": [], "by_class": {}}


def test_no_surface_counts_a_question_as_an_answer() -> None:
    asked = "floor mex!|note a1 /asks how often?|floor chn!|note a1 yearly|note p4 /asks by whom?"
    lines = "\n".join(f"10:00:00 {each}" for each in ("open", "item 1", *asked.split("|")))
    model = report_on(run(begin(), lines), directory(), now=local("10:30:00"), verified=True)

    assert tables(model)["coverage"] == {"A1": ["CHN"]}
    by_code = {
        row[1]: row[4:6] for row in coverage_table(Teller(replace(model, naming="named"))).rows
    }
    assert (by_code["MEX"], by_code["CHN"]) == ((None, None), (1, None))
    annex, clean = draft(model), issued(model)
    for text in (annex, clean):
        assert text.count("No delegation addressed the question") == 1
        assert "by whom?" in text and "how often?" in text


@pytest.mark.parametrize(
    ("counts", "groups"),
    [
        ({"a": 3, "b": 2}, (("a",), ("b",))),
        ({"a": 3, "b": 1, "c": 1}, (("a",), ("b", "c"))),
        ({"a": 3, "b": 1, "c": 2}, (("a",), ("b", "c"))),
        ({"a": 0, "b": 1, "c": 4}, (("a",), ("b", "c"))),
        ({"a": 1}, (("a",),)),
        ({}, ()),
    ],
)
def test_a_class_of_one_goes_with_others(
    counts: dict[str, int], groups: tuple[tuple[str, ...], ...]
) -> None:
    assert merged(counts) == groups


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 5), max_size=8))
def test_every_class_is_in_one_group_and_none_is_of_one(counts: dict[str, int]) -> None:
    groups = merged(counts)

    assert sorted(key for group in groups for key in group) == sorted(counts)
    if sum(counts.values()) > 1:
        assert 1 not in [sum(counts[key] for key in group) for group in groups]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_row_of_the_full_day_is_of_one_delegation(language: str) -> None:
    model = full_report("counted", language, with_names=True)
    teller = Teller(model)

    for by in ("kind", "region"):
        rows = merged_times(model.times[by]).rows
        assert 1 not in [each.delegations for each in rows if not each.is_podium], by
    for table in (speeches(teller), inscriptions(teller)):
        heads = [each.key for each in table.heads]
        count = heads.index("delegations" if "delegations" in heads else "requests")
        unnamed = [row for row in table.rows if row[heads.index("delegation")] is None]
        assert unnamed
        assert 1 not in [row[count] for row in unnamed], table.name


def test_classes_of_one_are_told_together_in_the_annex() -> None:
    entered = ("floor mex!", "floor chn!", "floor eu!", "floor carms!")
    told = draft(said(*entered))

    assert "States Parties: 2; other delegations: 2" in told
    assert "Other kinds together | 2 | 2" in told
    assert "Civil society | 1" not in told
    assert "International organisations | 1" not in told
    named = draft(said(*entered, naming="named"))
    assert "International organisations | 1" in named


def test_the_time_of_a_single_delegation_is_not_told() -> None:
    model = said("floor mex!", "yield")
    told = draft(model)

    assert "Only one delegation took the floor. Its speaking time is not shown." in told
    assert "By kind of delegation" not in told
    assert speaking_time(Teller(model)).rows == speaking_time(Teller(model)).feet == ()
    assert part(said("floor mex!", naming="named"), "item 1")


def test_items_on_which_one_delegation_spoke_are_one_row() -> None:
    script = (
        "10:00:00 open\n10:00:00 item 1\n10:00:00 floor mex!\n10:01:00 yield\n"
        "10:02:00 close item\n10:02:00 item 2_b\n10:02:00 floor chn!\n10:04:00 yield"
    )
    teller = Teller(report(run(begin(), script), naming="counted"))
    (row,) = speeches(teller).rows

    assert row[0] == "1, 2_b"
    assert row[4:6] == (2, 2)
