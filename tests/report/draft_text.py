"""The annex and the Chair's report as plain lines, whole or in part, for tests to look into."""

from __future__ import annotations

from meeting_tui.meeting.meeting import Meeting
from meeting_tui.report.blocks import Block, Bullets, Document, Heading, Notice, Paragraph, Table
from meeting_tui.report.draft import annex_draft, report_draft
from meeting_tui.report.read_model import MeetingReport
from tests.report.hard_day import begin, report, run


def lines_of(block: Block) -> list[str]:
    match block:
        case Paragraph():
            return ["".join(each.text for each in block.runs)]
        case Bullets():
            return ["".join(each.text for each in line) for line in block.lines]
        case Table():
            return [" | ".join(each) for each in block.rows]
        case Heading() | Notice():
            return [block.text]


def text_of(document: Document) -> str:
    return "\n".join(line for block in document.blocks for line in lines_of(block))


def draft(model: MeetingReport) -> str:
    """The secretariat's annex, that has everything in it."""
    return text_of(annex_draft(model))


def issued(model: MeetingReport) -> str:
    """The Chair's report."""
    return text_of(report_draft(model))


def part(model: MeetingReport, place: str, *, is_issued: bool = False) -> str:
    """What stands in the annex (or the Chair's report) under the heading of that place."""
    found: list[str] = []
    level = 0
    for block in (report_draft if is_issued else annex_draft)(model).blocks:
        if isinstance(block, Heading):
            if level and block.level <= level:
                break
            level = block.level if block.place == place else level
        if level:
            found += lines_of(block)
    return "\n".join(found)


def said(*entered: str, naming: str = "counted", meeting: Meeting | None = None) -> MeetingReport:
    """A meeting with item 1 open and these lines entered."""
    script = "\n".join(f"10:00:00 {each}" for each in ("open", "item 1", *entered))
    return report(run(meeting or begin(), script), naming=naming)
