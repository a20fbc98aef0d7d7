"""What of a report only a hand can do before it is issued, in numbers."""

from __future__ import annotations

from meeting_tui.report.draft.chair import report_draft
from meeting_tui.report.draft.chair_items import ROOM, to_complete
from meeting_tui.report.draft.voice import Voice
from meeting_tui.report.read_model import REPORTED, MeetingReport


def blanks(report: MeetingReport) -> int:
    """In how many places of the Chair's report there is room that nobody has filled."""
    voice = Voice(report, is_clean=True)
    room = [to_complete(voice, key) for key in ROOM]
    return sum(each in room for each in report_draft(report).blocks)


def by_hand(report: MeetingReport) -> int:
    """How many notes and decisions may still show who spoke; none where the report has names."""
    voice = Voice(report)
    if voice.discretion is None:
        return 0
    for statement, point in voice.said.all:
        voice.people(point.text, point.id, voice.own_names(statement))
    for item in report.items:
        for note in item.notes:
            if note.audience in REPORTED:
                voice.people(note.text, note.id)
    for decision in report.decisions:
        voice.people(decision.text, decision.id)
    return len(voice.discretion.by_hand)
