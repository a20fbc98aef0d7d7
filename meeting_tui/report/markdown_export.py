"""The draft of the Chair's report in Markdown: what happened, item by item, and what was said.

It is a draft until somebody declares it final, and says so. Names stand in it only where the naming
of the report allows; the podium (Secretariat, Chair, guest) is named always.
"""

from __future__ import annotations

from collections.abc import Iterator

from meeting_tui.agenda.model import Segment
from meeting_tui.meeting.records import SegmentRun
from meeting_tui.report.markdown_facts import facts, item_times, segment_times, sittings
from meeting_tui.report.markdown_said import (
    decisions,
    documents,
    orders,
    outcomes,
    points_by_question,
    statements,
)
from meeting_tui.report.markdown_text import escaped
from meeting_tui.report.read_model import ItemReport, MeetingReport, Statement
from meeting_tui.report.voice import Voice


def markdown_files(report: MeetingReport) -> dict[str, bytes]:
    """`report.md`: UTF-8, lines ended by LF."""
    return {"report.md": markdown(report).encode("utf-8", "replace")}


def markdown(report: MeetingReport) -> str:
    """The draft as text."""
    voice = Voice(report)
    blocks = [*facts(voice), *sittings(voice)]
    for item in report.items:
        blocks += _item(voice, item)
    return "\n\n".join([*blocks, *_without_item(voice)]) + "\n"


def _item(voice: Voice, item: ItemReport) -> Iterator[str]:
    item_id = item.plan.id
    title = voice.say("report.item", id=escaped(item_id), title=voice.words(item.plan.title))
    yield f"## {title}"
    yield item_times(voice, item)
    given = [each for each in voice.report.statements if each.intervention.item == item_id]
    held = {each.plan.id for each in item.segments if each.run}
    yield from statements(voice, (s for s in given if s.intervention.segment not in held))
    for segment in item.segments:
        if segment.run:
            yield from _segment(voice, segment.plan, segment.run, given)
    yield from points_by_question(voice, item_id)
    yield from decisions(voice, item_id)
    yield from outcomes(voice, item_id)
    yield from orders(voice, item_id)
    yield from documents(voice, item_id)


def _segment(voice: Voice, plan: Segment, run: SegmentRun, given: list[Statement]) -> Iterator[str]:
    title = voice.words(plan.title)
    yield f"### {voice.say('report.segment', id=escaped(plan.id), title=title)}"
    yield segment_times(voice, run)
    yield from statements(voice, (s for s in given if s.intervention.segment == plan.id))


def _without_item(voice: Voice) -> Iterator[str]:
    """Points of order and texts from before the first item."""
    blocks = [*orders(voice, None), *documents(voice, None)]
    if blocks:
        yield f"## {voice.say('report.without_item')}"
        yield from blocks
