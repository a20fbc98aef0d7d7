"""Who was present, by kind of delegation, and the quorum where the rules have one."""

from __future__ import annotations

from collections.abc import Iterator

from meeting_tui.meeting.attendance import KindPresent, QuorumNow
from meeting_tui.report.blocks import Block, Column, Heading, Paragraph, Table, plain
from meeting_tui.report.draft.voice import Voice, capital
from meeting_tui.text import clean_line
from meeting_tui.views.speaking_times import Naming


def attendance(voice: Voice) -> Iterator[Block]:
    """How many were present, whether that was a quorum, and who, where all are named."""
    found = voice.report.attendance
    yield Heading(1, voice.say("room.attendance"))
    yield Paragraph(plain(voice.sentences(_facts(voice))), numbered=True)
    rows = [_row(voice, each) for each in found.kinds]
    rows = [row for row in rows if row[1:] != ("", "")]
    if not voice.is_named or not found.is_recorded:
        return
    if found.unlisted:
        typed = voice.listed([clean_line(each) for each in found.unlisted])
        rows.append((voice.say("room.unlisted"), typed, ""))
    columns = (
        Column(voice.say("sheet.column.kind"), 2),
        Column(voice.say("room.column_present"), 5),
        Column(voice.say("room.column_absent"), 5),
    )
    yield Table(columns, tuple(rows))


def _facts(voice: Voice) -> Iterator[str]:
    found = voice.report.attendance
    if found.count and (voice.is_counted or voice.is_named):
        number = voice.number("delegations", found.count)
        key = "room.were_present" if found.is_recorded else "room.took_part"
        yield voice.say(key, delegations=number)
    elif found.is_recorded:
        yield voice.say("room.recorded_not_told")
    else:
        yield voice.say("room.not_recorded")
    if found.quorum and found.is_recorded:
        yield from _quorum(voice, found.quorum)


def _quorum(voice: Voice, quorum: QuorumNow) -> Iterator[str]:
    yield voice.say("room.quorum_needed", open=quorum.to_open, decide=quorum.to_decide)
    if quorum.here >= quorum.to_decide:
        yield voice.say("room.quorum_decides")
    elif quorum.here >= quorum.to_open:
        yield voice.say("room.quorum_opens")
    else:
        yield voice.say("room.quorum_missed")


def _row(voice: Voice, kind: KindPresent) -> tuple[str, ...]:
    called = Naming(voice.report.directory, voice.report.language).kind(kind.kind)
    present, absent = (
        voice.listed([voice.report.directory.name(each, voice.report.language) for each in codes])
        for codes in (kind.present, kind.absent)
    )
    return capital(called), present, absent
