"""Workbooks that are compared as they read, one row a line.

    python -m tests.report.golden_excel

from the checkout makes them again after a meant change; then read the difference.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from meeting_tui.report.read_model import MeetingReport
from tests.report.full_day import full_report
from tests.report.hard_day import begin, report
from tests.report.hard_tables import hard_report
from tests.report.workbooks import values, workbook_of

GOLDEN = Path(__file__).with_name("golden_xlsx")


def read_out(model: MeetingReport) -> str:
    """Each sheet under its name, cells apart by bars."""
    parts = []
    for sheet in workbook_of(model).worksheets:
        parts += [f"# {sheet.title}", *(" | ".join(map(_said, row)) for row in values(sheet)), ""]
    return "\n".join(line.rstrip() for line in parts)


def _said(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value + timedelta(milliseconds=500):%Y-%m-%d %H:%M:%S}"
    if isinstance(value, timedelta):
        return f"{round(value.total_seconds(), 1)} s"
    if isinstance(value, float):
        return str(round(value, 4))
    return str(value).replace("\n", "\\n")


READINGS: dict[str, Callable[[], str]] = {
    "hard.en.named.txt": lambda: read_out(hard_report()),
    "hard.zh.anonymous.txt": lambda: read_out(hard_report("anonymous", "zh")),
    "empty.zh.txt": lambda: read_out(
        report(begin(rehearsal=True), "09:30:00", language="zh", verified=False)
    ),
    "day.en.named.txt": lambda: read_out(full_report("named")),
    "day.zh.counted.txt": lambda: read_out(full_report("counted", "zh", with_names=True)),
}
"""Name of the golden file -> reads the workbook made now."""


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for file, read in READINGS.items():
        (GOLDEN / file).write_text(read(), encoding="utf-8", newline="\n")
