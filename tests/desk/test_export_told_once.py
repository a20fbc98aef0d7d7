"""What several files share is made once: to tell a long day takes longer than to write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from meeting_tui.desk import bundle
from meeting_tui.desk.bundle import Bundle, Choice
from meeting_tui.desk.reading import read_session
from meeting_tui.report.blocks import Document
from meeting_tui.report.draft import report_draft
from meeting_tui.report.formats import format_named
from meeting_tui.report.read_model import MeetingReport
from tests.desk.exported import kept
from tests.report.hard_day import adjourned


def test_the_draft_is_told_once_for_markdown_and_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def counted(report: MeetingReport) -> Document:
        told.append(report.naming)
        return report_draft(report)

    monkeypatch.setattr(bundle, "report_draft", counted)
    session = kept(adjourned(), tmp_path / "day")
    reading = read_session(session)
    made = Bundle(session, reading, Choice("en"), lambda sentence: None)
    steps = dict(made.steps())
    files = {leaf.name: leaf.content for name in ("markdown", "word") for leaf in steps[name]()}

    assert told == ["counted"]
    alone = reading.report(language="en")
    for name, file in (("markdown", "report.md"), ("word", "report.docx")):
        chosen = format_named(name)
        assert chosen is not None
        assert chosen.export(alone) == {file: files[file]}
