"""Who spoke: speakers by item, and speaking time by kind and region; names where they may stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from meeting_tui.delegations.model import KINDS
from meeting_tui.meeting.spans import clock_span
from meeting_tui.meeting.speaking_time import SpeakingTime, TimeRow
from meeting_tui.report.blocks import Block, Column, Heading, Paragraph, Table, plain
from meeting_tui.report.draft.voice import Voice, capital
from meeting_tui.report.merging import MERGED, is_of_one, merged, merged_times
from meeting_tui.report.read_model import Statement
from meeting_tui.views.speaking_times import Naming, percents

_UNLISTED = "unknown"
"""Kind of a delegation that is not in the directory."""


def speakers_by_item(voice: Voice) -> Iterator[Block]:
    """One row for each item: who spoke, in order; those without names by kind."""
    yield Heading(1, voice.say("sheet.speakers"))
    rows: list[tuple[str, ...]] = []
    for item in voice.report.items:
        given = [e for e in voice.report.statements if e.intervention.is_on(item.plan.id)]
        if given:
            rows.append((item.plan.id, str(len(given)), who_spoke(voice, given)))
    if not rows:
        yield Paragraph(plain(voice.say("sheet.no_speakers")), numbered=True)
        return
    columns = [
        Column(voice.say("sheet.column.item"), 1),
        Column(voice.say("sheet.column.statements"), 2, is_figure=True),
        Column(voice.say("sheet.column.speakers"), 9),
    ]
    if not voice.is_counted:
        columns[1:2] = []
        rows = [(row[0], *row[2:]) for row in rows]
    yield Table(tuple(columns), tuple(rows))


def who_spoke(voice: Voice, given: Sequence[Statement]) -> str:
    """Speakers in the order of their first statement; those without names by kind, in no order."""
    named = dict.fromkeys(voice.who(each.asked) for each in given if voice.may_name(each.asked))
    others = {
        each.asked.delegation: each.asked.delegation_kind
        for each in given
        if not voice.may_name(each.asked)
    }
    counted = dict(sorted(Counter(others.values()).items(), key=_kind_order))
    kinds = [
        _kind_count(voice, group[0] if len(group) == 1 else MERGED, sum(counted[k] for k in group))
        for group in merged(counted)
    ]
    return voice.say("draft.semicolon").join([*named, *kinds])


def _kind_order(counted: tuple[str, int]) -> int:
    kind, _ = counted
    return KINDS.index(kind) if kind in KINDS else len(KINDS)


def _kind_count(voice: Voice, kind: str, count: int) -> str:
    name = _kind(voice, kind)
    return voice.say("sheet.kind_count", kind=name, count=count) if voice.is_counted else name


def _kind(voice: Voice, kind: str) -> str:
    if kind == MERGED:
        return voice.say("sheet.merged_speakers")
    if kind == _UNLISTED:
        return voice.say("sheet.unlisted_kind")
    return Naming(voice.report.directory, voice.report.language).kind(kind)


def speaking_time(voice: Voice) -> Iterator[Block]:
    """Speaking time by kind and by region; by delegation where all are named."""
    yield Heading(1, voice.say("sheet.speaking_time"))
    if not voice.report.statements:
        yield Paragraph(plain(voice.say("sheet.no_speakers")), numbered=True)
        return
    if not voice.is_named and is_of_one(voice.report.times["kind"]):
        yield Paragraph(plain(voice.say("sheet.time_of_one")), numbered=True)
        return
    for by in ("kind", "region", "delegation") if voice.is_named else ("kind", "region"):
        times = voice.report.times[by]
        yield Heading(2, voice.say(f"sheet.by_{by}"))
        yield _table(voice, times if voice.is_named else merged_times(times))


def _table(voice: Voice, times: SpeakingTime) -> Table:
    columns = [
        Column(voice.say(f"sheet.column.{times.by}"), 5),
        Column(voice.say("sheet.column.delegations"), 2, is_figure=True),
        Column(voice.say("sheet.column.statements"), 2, is_figure=True),
        Column(voice.say("sheet.column.time"), 2, is_figure=True),
        Column(voice.say("sheet.column.share"), 2, is_figure=True),
    ]
    shares = {**percents(times), times.floor.id: "100" if times.floor.share else ""}
    rows = [_row(voice, _row_name(voice, each, times.by), each, shares) for each in times.rows]
    rows.append(_row(voice, voice.say("times.floor"), times.floor, shares))
    rows.append(_row(voice, voice.say("times.total"), times.total, {}))
    # Each delegation is one; anonymous drafts count nothing.
    left_out = slice(1, 3) if not voice.is_counted else slice(1, 2)
    if times.by == "delegation" or not voice.is_counted:
        del columns[left_out]
        rows = [(row[0], *row[left_out.stop :]) for row in rows]
    return Table(tuple(columns), tuple(rows))


def _row_name(voice: Voice, row: TimeRow, by: str) -> str:
    if row.id == MERGED:
        return voice.say(f"sheet.merged_{by}")
    if by == "kind":
        return capital(_kind(voice, row.id))
    return Naming(voice.report.directory, voice.report.language).row(row.id, by)


def _row(voice: Voice, name: str, row: TimeRow, shares: Mapping[str, str]) -> tuple[str, ...]:
    counts = (str(row.delegations), str(row.interventions))
    percent = shares.get(row.id)
    share = voice.say("times.percent", percent=percent) if percent else "–"
    return (name, *counts, clock_span(row.seconds), share)
