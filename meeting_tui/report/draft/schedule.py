"""What was planned otherwise while the meeting was run, and the reasons that were given."""

from __future__ import annotations

from collections.abc import Iterator

from meeting_tui.meeting.records import ScheduleChange
from meeting_tui.report.blocks import Block, Bullets, Heading, Inline, Paragraph, Run, plain
from meeting_tui.report.draft.voice import Voice


def schedule_changes(voice: Voice) -> Iterator[Block]:
    """Each change of the schedule with when and why, in the order they were made."""
    yield Heading(2, voice.say("draft.schedule"))
    changes = voice.report.schedule_changes
    if changes:
        yield Bullets(tuple(_change(voice, each) for each in changes))
    else:
        yield Paragraph(plain(voice.say("draft.no_schedule")), numbered=True)


def _change(voice: Voice, change: ScheduleChange) -> Inline:
    what = voice.say(f"draft.change.{change.kind}", **_values(voice, change))
    time = voice.clock(change.at)
    return (
        Run(voice.say("draft.changed", time=time, what=what)),
        Run(voice.people(change.reason, change.act)),
    )


def _values(voice: Voice, change: ScheduleChange) -> dict[str, str]:
    """What was planned and what is, as people read it; see the table in `docs/formats.md`."""
    was, becomes = change.was, change.becomes
    if change.kind == "move":
        was, becomes = _where(voice, was), _where(voice, becomes)
    elif change.kind == "split":
        was, becomes = _shares(voice, was), _shares(voice, becomes)
    elif change.kind == "add":
        minutes, _, title = becomes.partition(" ")
        was, becomes = voice.minutes(60 * int(minutes)), voice.people(title, change.place)
    elif change.kind == "time":
        was = voice.minutes(60 * int(was)) if was else voice.say("draft.none")
        becomes = voice.minutes(60 * int(becomes))
    return {"place": change.place, "was": was, "becomes": becomes}


def _where(voice: Voice, place: str) -> str:
    sitting, _, before = place.removesuffix(" last").partition(" before ")
    if before:
        return voice.say("schedule.place_before", sitting=sitting, before=before)
    return voice.say("schedule.place_last", sitting=sitting)


def _shares(voice: Voice, parts: str) -> str:
    pairs = [each.split(": ") for each in parts.split(", ")]
    return voice.listed(
        [voice.say("schedule.share", sitting=where, minutes=minutes) for where, minutes in pairs]
    )
