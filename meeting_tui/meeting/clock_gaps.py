"""Gaps of the machine's clock: it slept, or somebody set it.

The desk notices and notes the gap; it counts as time used until somebody says that it does not.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from meeting_tui.meeting.commands import DiscountGap, NoteClockJump
from meeting_tui.meeting.events import ClockJumped, Entry, Event, GapDiscounted
from meeting_tui.meeting.records import Gap
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState


def note_jump(
    state: MeetingState, command: NoteClockJump, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Note in the log that the clock jumped."""
    return (ClockJumped(command.cause, command.seconds),)


def discount_gap(
    state: MeetingState, command: DiscountGap, now: datetime
) -> tuple[Event, ...] | Refusal:
    """Do not count the last sleep as time used by whoever had the floor through it."""
    gap = state.gaps[-1] if state.gaps else None
    if gap is None or gap.discounted or gap.cause != "sleep" or gap.spoke is None:
        return refuse("no_gap")
    spoke = state.interventions[gap.spoke]
    if (gap.at - spoke.given_at).total_seconds() < gap.seconds:
        return refuse("gap_before_speaker", name=state.asked_by(spoke).name)
    return (GapDiscounted(spoke.id, gap.seconds),)


def on_jump(state: MeetingState, event: ClockJumped, entry: Entry) -> None:
    """The gap is known, and whose time ran through it."""
    speaking = state.speaking()
    spoke = speaking.id if speaking and speaking.paused_since is None else None
    state.gaps.append(Gap(entry.at, event.cause, event.seconds, spoke))


def on_discounted(state: MeetingState, event: GapDiscounted, entry: Entry) -> None:
    """The gap is a pause of whoever spoke, even when they have ended since."""
    found, gap = state.interventions[event.intervention], state.gaps[-1]
    slept = (gap.at - timedelta(seconds=event.seconds), gap.at)
    state.interventions[found.id] = replace(
        found,
        paused_seconds=found.paused_seconds + event.seconds,
        pauses=(*found.pauses, slept),
    )
    state.gaps[-1] = replace(gap, discounted=True)
