"""The Chair's report and its sheets as blocks: what is said, apart from the format it is set in."""

from __future__ import annotations

from meeting_tui.report.draft.report import report_draft

__all__ = ["report_draft"]
