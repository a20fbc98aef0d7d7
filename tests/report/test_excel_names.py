"""A workbook without names has none in any byte of it."""

from __future__ import annotations

import html
import re

import pytest

from meeting_tui.report.read_model import MeetingReport
from tests.report.full_day import full_report
from tests.report.hard_day import adjourned, mid_day, report
from tests.report.name_search import names_in, presenters
from tests.report.workbooks import parts_of, sheet_of, values


def names_left(model: MeetingReport) -> list[str]:
    """Names in the texts and in what else the parts of the file say, tags left aside."""
    text = "\n".join(
        html.unescape(re.sub(r"</?(?:\w+:)?\w+|\bxmlns\S*|\br=\S+", " ", xml))
        for xml in parts_of(model).values()
    )
    return names_in(text, allowed=presenters(model), set_aside=[model.agenda.chair or ""])


@pytest.mark.unmeasured
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("naming", ["counted", "anonymous"])
@pytest.mark.parametrize("with_names", [False, True])
def test_the_full_day_names_nobody(naming: str, language: str, with_names: bool) -> None:
    assert names_left(full_report(naming, language, with_names=with_names)) == []


@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_the_hard_day_names_nobody(naming: str) -> None:
    for model in (
        report(mid_day(), naming=naming),
        report(adjourned(), "18:30:00", naming=naming, language="zh"),
    ):
        assert names_left(model) == []
        every = "".join(parts_of(model).values())
        # Who is on no list is not named either.
        assert "Ποτάμι" not in every


def test_the_search_finds_those_that_are_named() -> None:
    found = names_left(full_report("named"))

    for name in ("Central African Republic", "EU", "CARMS", "Tuvalu"):
        assert name in found


@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_those_on_show_are_named(naming: str) -> None:
    every = parts_of(full_report(naming, with_names=True))["xl/sharedStrings.xml"]

    for name in ("ATT Secretariat", "Norway", "Norway informs its parliament; a delegation does"):
        assert name in every


@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_points_without_names_are_in_no_order_of_speaking(naming: str) -> None:
    sheet = sheet_of(full_report(naming), "Points")
    heads = [cell.value for cell in sheet[1]]
    rows = [dict(zip(heads, row, strict=True)) for row in sheet.iter_rows(2, values_only=True)]

    assert not {"Point", "No.", "At (Europe/Zurich)", "Noted by"} & {*heads}
    assert "Kind of delegation" not in heads
    places = [
        (str(row["Filed under item"]), str(row["Questions"] or ""), str(row["Kind of point"]))
        for row in rows
    ]
    texts = [row["Text"] for row in rows]
    assert [place[0] for place in places] == sorted(place[0] for place in places)
    for before, after in zip(range(len(rows)), range(1, len(rows)), strict=False):
        same = ("Filed under item", "Questions", "Kind of point", "Stance")
        if all(rows[before][key] == rows[after][key] for key in same):
            assert texts[before] <= texts[after]


def test_where_names_were_taken_out_is_said() -> None:
    about = dict(values(sheet_of(full_report("counted", with_names=True), "About")))

    assert about["Texts from which a name was removed"]
    assert "not named" in str(about["Names"])
