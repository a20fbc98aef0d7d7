"""Every sheet of the workbook reads as it did.

Made again by `python -m tests.report.golden_excel` after a meant change.
"""

from __future__ import annotations

import pytest

from tests.report.golden_excel import GOLDEN, READINGS


def test_there_is_a_golden_file_for_every_workbook_and_no_other() -> None:
    assert sorted(READINGS) == sorted(path.name for path in GOLDEN.iterdir())


@pytest.mark.parametrize("file", sorted(READINGS))
def test_the_workbook_reads_as_it_did(file: str) -> None:
    assert READINGS[file]() == (GOLDEN / file).read_text(encoding="utf-8")
