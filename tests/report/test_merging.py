"""Without names no row and no total tells of one delegation alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_tui.report.merging import merged, merged_times
from meeting_tui.report.tables.people import speaking_time
from meeting_tui.report.tables.statements import inscriptions, speeches
from meeting_tui.report.tables.teller import Teller
from tests.report.draft_text import draft, part, said
from tests.report.full_day import full_report
from tests.report.hard_day import begin, report, run


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
