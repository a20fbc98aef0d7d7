"""The facts of a report draft: which meeting, which sittings, which items from when to when."""

from __future__ import annotations

from collections.abc import Iterator

from meeting_tui.meeting.records import SegmentRun, SittingRun
from meeting_tui.report.markdown_text import clock_span, escaped
from meeting_tui.report.read_model import ItemReport
from meeting_tui.report.voice import Voice, bullets


def facts(voice: Voice) -> Iterator[str]:
    """The head: title, how it was made, what is odd, and the facts of the meeting."""
    report, agenda = voice.report, voice.report.agenda
    yield f"# {voice.say('report.title', title=voice.words(agenda.title))}"
    local = report.local(report.now)
    date, time = local.date().isoformat(), local.strftime("%H:%M:%S")
    yield voice.say("report.notice", date=date, time=time)
    yield from (f"**{line}**" for line in _warnings(voice))
    yield from bullets(_facts(voice))


def _warnings(voice: Voice) -> Iterator[str]:
    report = voice.report
    if report.rehearsal:
        yield voice.say("report.rehearsal")
    if not report.verified:
        yield voice.say("report.not_verified")


def _facts(voice: Voice) -> Iterator[str]:
    report, agenda = voice.report, voice.report.agenda
    yield voice.say("report.fact_body", text=voice.words(agenda.body))
    yield voice.say("report.fact_date", text=agenda.date.isoformat())
    if agenda.venue:
        yield voice.say("report.fact_venue", text=voice.words(agenda.venue))
    if agenda.chair:
        yield voice.say("report.fact_chair", text=escaped(agenda.chair))
    yield voice.say("report.fact_rules", text=voice.words(report.rules.name))
    yield voice.say("report.fact_zone", zone=escaped(agenda.zone))
    state = voice.say(f"report.state.{report.phase}")
    yield voice.say("report.fact_session", session=escaped(report.session), state=state)
    yield voice.say(f"report.naming.{report.naming}")
    unknown = {each.delegation for each in report.inscriptions if not each.known}
    if unknown:
        yield voice.say("report.unknown_names", count=len(unknown))
    if report.gaps:
        yield voice.say("report.clock_gaps", count=len(report.gaps))


def sittings(voice: Voice) -> Iterator[str]:
    """The sittings with their times."""
    yield f"## {voice.say('report.sittings')}"
    yield from bullets(_sitting(voice, each) for each in voice.report.sittings)


def _sitting(voice: Voice, run: SittingRun) -> str:
    start, end = voice.clock(run.planned_start), voice.clock(run.planned_end)
    name = escaped(run.id)
    if run.opened_at is None:
        return voice.say("report.sitting_planned", id=name, start=start, end=end)
    opened = voice.clock(run.opened_at)
    if run.suspended_at is None:
        return voice.say("report.sitting_open", id=name, opened=opened, start=start, end=end)
    ended = voice.clock(run.suspended_at)
    return voice.say(
        "report.sitting_held", id=name, opened=opened, ended=ended, start=start, end=end
    )


def item_times(voice: Voice, item: ItemReport) -> str:
    """When an item was open and for how long."""
    run, minutes = item.run, item.plan.minutes
    if run.opened_at is None:
        return voice.say("report.item_planned", minutes=minutes)
    opened, span = voice.clock(run.opened_at), clock_span(item.seconds)
    if run.closed_at is None:
        return voice.say("report.item_open", opened=opened, span=span, minutes=minutes)
    key = "report.item_carried" if run.phase == "carried" else "report.item_closed"
    closed = voice.clock(run.closed_at)
    return voice.say(key, opened=opened, closed=closed, span=span, minutes=minutes)


def segment_times(voice: Voice, run: SegmentRun) -> str:
    """When a segment was held."""
    opened = voice.clock(run.opened_at)
    if run.closed_at is None:
        return voice.say("report.segment_open", opened=opened)
    return voice.say("report.segment_closed", opened=opened, closed=voice.clock(run.closed_at))
