"""Every format, byte for byte, with content that is hard to export.

Made again by `python -m tests.report.golden_files` after a meant change, and the sheets of the
workbook by `python -m tests.report.golden_excel`.
"""

from __future__ import annotations

import pytest

from meeting_tui.meeting.meeting import replay
from tests.report import golden_excel
from tests.report.golden_files import GOLDEN, exports
from tests.report.hard_day import adjourned, report

MADE = exports()


def test_there_is_a_golden_file_for_every_export_and_no_other() -> None:
    assert sorted(MADE) == sorted(path.name for path in GOLDEN.iterdir())


@pytest.mark.parametrize("file", sorted(MADE))
def test_export_is_as_it_was(file: str) -> None:
    assert MADE[file].decode() == (GOLDEN / file).read_bytes().decode()


def test_exports_of_the_same_meeting_are_equal() -> None:
    assert exports() == MADE


def test_a_replayed_log_gives_an_equal_report() -> None:
    live = adjourned()

    assert report(replay(live.entries)) == report(live)


def test_there_is_a_golden_file_for_every_workbook_and_no_other() -> None:
    golden = golden_excel.GOLDEN

    assert sorted(golden_excel.READINGS) == sorted(path.name for path in golden.iterdir())


@pytest.mark.parametrize("file", sorted(golden_excel.READINGS))
def test_the_workbook_reads_as_it_did(file: str) -> None:
    read = golden_excel.READINGS[file]()

    assert read == (golden_excel.GOLDEN / file).read_text(encoding="utf-8")
