"""The secretariat's annex to the Chair's report: everything that the report leaves out.

It holds all codes, times and figures, what looks odd, and on request who said what.
"""

from __future__ import annotations

from meeting_tui.report.blocks import Document
from meeting_tui.report.draft.attendance import attendance
from meeting_tui.report.draft.attribution import attribution
from meeting_tui.report.draft.closing import points_of_order, unheard_and_texts
from meeting_tui.report.draft.corrections import corrections
from meeting_tui.report.draft.items import item
from meeting_tui.report.draft.opening import (
    document,
    introduction,
    oddities,
    state_notice,
)
from meeting_tui.report.draft.schedule import schedule_changes
from meeting_tui.report.draft.speaking import speakers_by_item, speaking_time
from meeting_tui.report.draft.topics import topics
from meeting_tui.report.draft.voice import Voice
from meeting_tui.report.read_model import MeetingReport


def annex_draft(report: MeetingReport) -> Document:
    """The whole annex, in the report's language and named as its naming says."""
    voice = Voice(report)
    body = [*introduction(voice), *schedule_changes(voice)]
    for each in report.items:
        body += item(voice, each)
    for part in (
        topics,
        points_of_order,
        unheard_and_texts,
        attendance,
        speakers_by_item,
        speaking_time,
        corrections,
        attribution,
    ):
        body += part(voice)
    blocks = [state_notice(voice), *oddities(voice), *body]
    return document(
        voice,
        "draft.title_annex",
        blocks,
        is_draft=report.finalised_at is None,
        has_anchor=True,
    )
