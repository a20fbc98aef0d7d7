"""Speaking time is shown as bars, and the bars are the cells of its table."""

from __future__ import annotations

import re

import pytest

from meeting_tui.report.read_model import MeetingReport
from tests.report.full_day import full_report
from tests.report.hard_day import begin, report
from tests.report.workbooks import parts_of, sheet_of, values

RANGE = re.compile(r"<c:f>'?([^'!]+)'?!\$([A-Z])\$(\d+):\$[A-Z]\$(\d+)</c:f>")


def charts(model: MeetingReport) -> list[str]:
    return [xml for name, xml in sorted(parts_of(model).items()) if name.startswith("xl/charts/")]


@pytest.mark.parametrize(
    ("naming", "titles"),
    [
        ("named", ["by delegation", "by kind", "by region"]),
        ("counted", ["by kind", "by region"]),
        ("anonymous", ["by kind", "by region"]),
    ],
)
def test_there_is_a_chart_for_each_grouping(naming: str, titles: list[str]) -> None:
    found = charts(full_report(naming))

    assert len(found) == len(titles)
    for xml, title in zip(found, titles, strict=True):
        assert f"<a:t>Speaking time {title}</a:t>" in xml
        assert '<c:barDir val="bar"/>' in xml


def test_bars_are_the_cells_of_their_grouping() -> None:
    model = full_report("named")
    rows = values(sheet_of(model, "Speaking time"))
    column = rows[0].index("Time spoken")

    for xml, by in zip(charts(model), ("delegation", "kind", "region"), strict=True):
        (_, names, first, last), (sheet, times, *same) = RANGE.findall(xml)
        assert (sheet, [first, last]) == ("Speaking time", same)
        assert (names, times) == ("A", chr(ord("A") + column))
        shown = rows[int(first) - 1 : int(last)]
        assert {row[1] for row in shown} == {by}
        # Nobody who spoke is left out; who did not may stand between.
        spoke = [row[0] for row in rows if row[1] == by and row[column]]
        assert [row[0] for row in shown if row[column]] == spoke


def test_the_chart_of_a_chinese_workbook_is_chinese() -> None:
    found = charts(full_report("named", "zh"))

    assert "各代表团发言时间" in found[0]
    assert "'发言时间'!" in found[0] or "发言时间!" in found[0]


def test_there_is_no_chart_where_nobody_spoke() -> None:
    assert charts(report(begin(), "09:30:00")) == []
