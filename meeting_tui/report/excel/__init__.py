"""The meeting as a workbook for Excel and LibreOffice: what can be sorted, filtered and summed.

Nothing of the library is loaded before a workbook is asked for.
"""

from __future__ import annotations

from collections.abc import Callable

from meeting_tui.report.blocks import Dropped
from meeting_tui.report.read_model import MeetingReport

FILE = "report.xlsx"


def excel_files(
    report: MeetingReport, tell: Callable[[Dropped], None] | None = None
) -> dict[str, bytes]:
    """`report.xlsx`, a sheet for each table, delegations named as the report's naming allows.

    Equal reports give equal bytes. `tell` hears of every text that lost characters or its end; the
    last sheet says so too.
    """
    from meeting_tui.report.excel.workbook import workbook_file

    content, dropped = workbook_file(report)
    if tell is not None:
        for each in dropped:
            tell(each)
    return {FILE: content}
