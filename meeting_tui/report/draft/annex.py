"""The secretariat's annex to the Chair's report: everything that the report leaves out.

It holds all codes, times and figures, what looks odd, and on request who said what.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from meeting_tui.delegations.model import KINDS
from meeting_tui.meeting.attendance import KindPresent, QuorumNow
from meeting_tui.meeting.facts import Inscription, PointOfOrder
from meeting_tui.meeting.spans import clock_span
from meeting_tui.meeting.speaking_time import SpeakingTime, TimeRow
from meeting_tui.report.blocks import (
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    Inline,
    Notice,
    Paragraph,
    Run,
    Table,
    listed,
    numbered,
    plain,
)
from meeting_tui.report.draft.corrections import corrections
from meeting_tui.report.draft.digest import Place, text_of
from meeting_tui.report.draft.items import item as told_item
from meeting_tui.report.draft.items import topics
from meeting_tui.report.draft.opening import (
    document,
    introduction,
    oddities,
    schedule_changes,
    state_notice,
)
from meeting_tui.report.draft.voice import Voice
from meeting_tui.report.merging import MERGED, is_of_one, merged, merged_times
from meeting_tui.report.read_model import MeetingReport, Statement
from meeting_tui.text import capital, clean_line
from meeting_tui.views.speaking_times import Naming, percents

_UNHEARD = ("not_reached", "text_only", "withdrew", "absent", "waiting")
_UNLISTED = "unknown"
"""Kind of a delegation that is not in the directory."""


def annex_draft(report: MeetingReport) -> Document:
    """The whole annex, in the report's language and named as its naming says."""
    voice = Voice(report)
    body = [*introduction(voice), *schedule_changes(voice)]
    for each in report.items:
        body += told_item(voice, each)
    for part in (
        topics,
        _points_of_order,
        _unheard_and_texts,
        _attendance,
        speakers_by_item,
        _speaking_time,
        corrections,
        _attribution,
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


def _points_of_order(voice: Voice) -> Iterator[Block]:
    """Points of order with the Chair's rulings."""
    yield Heading(1, voice.say("sheet.orders"))
    raised = (_order(voice, each) for each in voice.report.points_of_order)
    yield listed(raised, numbered(voice.say("sheet.no_orders")))


def _order(voice: Voice, order: PointOfOrder) -> Inline:
    time, who = voice.clock(order.raised_at), voice.other(order.delegation)
    head = voice.say("sheet.raised", time=time, who=who)
    runs = [Run(head)]
    if order.text:
        runs = [
            Run(voice.say("draft.colon", who=head, text="")),
            Run(voice.people(order.text, order.id)),
        ]
    if order.ruling is not None and order.ruled_at is not None:
        runs.append(Run(voice.say("sheet.ruling", time=voice.clock(order.ruled_at))))
        runs.append(Run(voice.people(order.ruling, order.id)))
    else:
        runs.append(Run(voice.say("sheet.lapsed" if order.lapsed_at else "sheet.not_ruled")))
    return tuple(runs)


def _unheard_and_texts(voice: Voice) -> Iterator[Block]:
    """Requests for the floor by what became of them, texts received and awaited."""
    yield Heading(1, voice.say("sheet.unheard"))
    unheard = {each: _by_item(voice, each) for each in _UNHEARD}
    if voice.report.statements and not any(unheard.values()):
        yield numbered(voice.say("sheet.all_reached"))
    for outcome, who in unheard.items():
        if who:
            yield numbered(voice.say(f"sheet.outcome.{outcome}", who=who))
    yield from _texts(voice)


def _by_item(voice: Voice, outcome: str) -> str:
    """Who it was, or how many, item by item."""
    parts = []
    for item in voice.report.items:
        asked = [
            each
            for each in voice.report.inscriptions
            if each.item == item.plan.id and each.outcome == outcome
        ]
        if asked:
            who = requests(voice, asked)
            parts.append(voice.say("sheet.under_item", id=item.plan.id, who=who))
    return voice.say("draft.semicolon").join(parts)


def requests(voice: Voice, asked: Sequence[Inscription]) -> str:
    """Whose requests they are; those that may not be named are counted."""
    shown = [voice.who_briefly(each) for each in asked if voice.may_name(each)]
    unnamed = sum(not voice.may_name(each) for each in asked)
    if unnamed:
        shown.append(voice.number("requests", unnamed))
    return voice.listed(shown)


def _texts(voice: Voice) -> Iterator[Block]:
    report = voice.report
    if report.documents:
        yield Paragraph(plain(voice.say("sheet.texts_received")))
        yield Bullets(
            tuple(
                (*_owner(voice, each.delegation), Run(voice.people(each.text, each.id)))
                for each in report.documents
            )
        )
    received = of_statements(voice, lambda each: each.intervention.text is not None)
    if received:
        yield numbered(voice.say("sheet.texts_of_statements", who=received))
    kept = of_statements(voice, lambda each: bool(each.text))
    if kept:
        yield numbered(voice.say("sheet.texts_kept", who=kept))
    if not (received or kept or report.documents):
        yield numbered(voice.say("sheet.no_texts"))
    awaited = of_statements(voice, lambda each: each.intervention.text_awaited)
    if awaited:
        yield numbered(voice.say("sheet.texts_awaited", who=awaited))
    else:
        yield numbered(voice.say("sheet.no_texts_awaited"))


def _owner(voice: Voice, delegation: str) -> Iterator[Run]:
    if voice.is_named:
        who = voice.other(delegation)
        yield Run(voice.say("draft.colon", who=who, text=""), "strong")


def of_statements(voice: Voice, is_meant: Callable[[Statement], bool]) -> str:
    """Whose statements those are, item by item."""
    parts = []
    for item in voice.report.items:
        meant = [
            each
            for each in voice.report.statements
            if each.intervention.item == item.plan.id and is_meant(each)
        ]
        if meant:
            who = _speakers(voice, meant)
            parts.append(voice.say("sheet.under_item", id=item.plan.id, who=who))
    return voice.say("draft.semicolon").join(parts)


def _speakers(voice: Voice, statements: Iterable[Statement]) -> str:
    """Who spoke, each once; those that may not be named by how many statements they made."""
    given = list(statements)
    named = dict.fromkeys(
        voice.who_briefly(each.asked) for each in given if voice.may_name(each.asked)
    )
    unnamed = sum(not voice.may_name(each.asked) for each in given)
    shown = [*named, *([voice.number("statements", unnamed)] if unnamed else [])]
    return voice.listed(shown)


def _attendance(voice: Voice) -> Iterator[Block]:
    """How many were present, whether that was a quorum, and who, where all are named."""
    found = voice.report.attendance
    yield Heading(1, voice.say("room.attendance"))
    yield numbered(voice.sentences(_facts(voice)))
    rows = [_present(voice, each) for each in found.kinds]
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


def _present(voice: Voice, kind: KindPresent) -> tuple[str, ...]:
    called = Naming(voice.report.directory, voice.report.language).kind(kind.kind)
    present, absent = (
        voice.listed([voice.report.directory.name(each, voice.report.language) for each in codes])
        for codes in (kind.present, kind.absent)
    )
    return capital(called), present, absent


def speakers_by_item(voice: Voice) -> Iterator[Block]:
    """One row for each item: who spoke, in order; those without names by kind."""
    yield Heading(1, voice.say("sheet.speakers"))
    rows: list[tuple[str, ...]] = []
    for item in voice.report.items:
        given = [e for e in voice.report.statements if e.intervention.is_on(item.plan.id)]
        if given:
            rows.append((item.plan.id, str(len(given)), _who_spoke(voice, given)))
    if not rows:
        yield numbered(voice.say("sheet.no_speakers"))
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


def _who_spoke(voice: Voice, given: Sequence[Statement]) -> str:
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


def _speaking_time(voice: Voice) -> Iterator[Block]:
    """Speaking time by kind and by region; by delegation where all are named."""
    yield Heading(1, voice.say("sheet.speaking_time"))
    if not voice.report.statements:
        yield numbered(voice.say("sheet.no_speakers"))
        return
    if not voice.is_named and is_of_one(voice.report.times["kind"]):
        yield numbered(voice.say("sheet.time_of_one"))
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
    rows = [_time_row(voice, _row_name(voice, each, times.by), each, shares) for each in times.rows]
    rows.append(_time_row(voice, voice.say("times.floor"), times.floor, shares))
    rows.append(_time_row(voice, voice.say("times.total"), times.total, {}))
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


def _time_row(voice: Voice, name: str, row: TimeRow, shares: Mapping[str, str]) -> tuple[str, ...]:
    counts = (str(row.delegations), str(row.interventions))
    percent = shares.get(row.id)
    share = voice.say("times.percent", percent=percent) if percent else "–"
    return (name, *counts, clock_span(row.seconds), share)


def _attribution(voice: Voice) -> Iterator[Block]:
    """Every statement in order with its points; nothing unless names and annex were asked for."""
    if not (voice.is_named and voice.report.with_annex):
        return
    yield Heading(1, voice.say("sheet.annex"))
    yield Notice(voice.say("sheet.annex_warning"))
    for each in voice.report.statements:
        yield from _statement(voice, each)
    if not voice.report.statements:
        yield numbered(voice.say("sheet.no_speakers"))


def _statement(voice: Voice, statement: Statement) -> Iterator[Block]:
    run = statement.intervention
    who = voice.with_person(statement)
    yield Heading(2, voice.say("sheet.statement", number=run.number, who=who))
    facts = voice.say(
        "sheet.statement_facts",
        item=run.segment or run.item,
        times=voice.times(run.given_at, run.yielded_at),
        length=clock_span(statement.seconds),
    )
    yield Paragraph(plain(facts))
    lines = (text_of(voice, statement, each, Place(run.item)) for each in statement.reported)
    empty = "sheet.text_alone" if statement.text else "sheet.nothing_noted"
    yield listed(filter(None, lines), Paragraph(plain(voice.say(empty))))
