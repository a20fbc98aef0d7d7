"""The Chair's report and its sheets as blocks: what is said, apart from the format it is set in."""

from __future__ import annotations

from meeting_tui.report.draft.annex import annex_draft
from meeting_tui.report.draft.chair import report_draft
from meeting_tui.report.draft.sheets import follow_ups_sheet, handover_sheet, speakers_sheet

__all__ = ["annex_draft", "follow_ups_sheet", "handover_sheet", "report_draft", "speakers_sheet"]
