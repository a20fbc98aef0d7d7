"""How a report begins: what must not be missed, the facts of the meeting, how it counts.

The last of them is what was planned otherwise while the meeting was run, with the reasons given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from meeting_tui.forecast.oddities import oddities as of_the_day
from meeting_tui.forecast.oddities import say_oddity
from meeting_tui.forecast.saying import Saying
from meeting_tui.meeting.clock_gaps import STOPPED
from meeting_tui.meeting.facts import Bands, Presiding, ScheduleChange, SittingRun
from meeting_tui.meeting.left_to_do import BLANKS, BY_HAND, STANDING, of_meeting, told_by_kind
from meeting_tui.report.blocks import (
    Block,
    Column,
    Document,
    Heading,
    Inline,
    Notice,
    Run,
    Table,
    listed,
    numbered,
)
from meeting_tui.report.draft.numbers import (
    ALL_BUT_LEFT,
    ALL_BUT_PERCENT,
    MAJORITY_PERCENT,
    MOST_FROM,
    SHARES_AMONG,
)
from meeting_tui.report.draft.voice import Voice
from meeting_tui.report.positions import of_delegations
from meeting_tui.report.read_model import (
    ItemReport,
    MeetingReport,
    SegmentReport,
    days_held,
    days_of,
    days_planned,
)
from meeting_tui.text import clean_line

_IDS_SHOWN = 12
"""So many ids of the checklist stand in a notice; the checklist has them all."""

_IN_ORDER = "flat"
"""The rules that are no body's: whoever asks first speaks first."""


def document(
    voice: Voice,
    title: str,
    blocks: Iterable[Block],
    *,
    is_draft: bool = False,
    foot: str = "",
    has_anchor: bool = False,
) -> Document:
    """Those blocks under a title (key of a sentence), with what stands on every page.

    `foot`: at the foot instead of the session and its moment. `has_anchor`: there too, what proves
    the log later.
    """
    report, agenda = voice.report, voice.report.agenda
    local = report.local(report.now)
    meeting, day = voice.words(agenda.short_title), voice.dates(days_of(report))
    head = "draft.head_draft" if is_draft else "draft.head"
    if report.demonstration:
        head = "draft.head_demonstration"
    return Document(
        title=voice.say(title),
        subtitle=voice.words(agenda.body),
        head=voice.say(head, meeting=meeting, date=day),
        foot=foot
        or voice.say(
            "draft.foot_anchor" if has_anchor and report.anchor else "draft.foot",
            anchor=report.anchor,
            session=report.session,
            date=voice.date(local.date()),
            time=voice.time_of_day(local),
            zone=agenda.zone,
        ),
        language=report.language,
        is_draft=is_draft,
        blocks=tuple(blocks),
    )


def state_notice(voice: Voice) -> Notice:
    """That it is a draft, and of when; or since when it is none."""
    final = voice.report.finalised_at
    local = voice.report.local(final or voice.report.now)
    when = {"date": voice.date(local.date()), "time": voice.time_of_day(local)}
    return Notice(voice.say("draft.final" if final else "draft.notice", **when))


def unreal(voice: Voice) -> Iterator[Notice]:
    """That it is of no meeting, or that its log could not be verified or lost something."""
    report = voice.report
    if report.rehearsal:
        kind = "demonstration" if report.demonstration else "rehearsal"
        yield Notice(voice.say(f"draft.{kind}"))
    if not report.verified:
        yield Notice(voice.say("draft.not_verified"))
    for loss in report.losses:
        if loss.last:
            place = str(loss.first) if loss.first == loss.last else f"{loss.first}-{loss.last}"
            count = loss.last - loss.first + 1
            yield Notice(voice.say("draft.lost", place=place, count=count))
        else:
            yield Notice(voice.say("draft.set_apart", count=len(loss.apart)))


def oddities(voice: Voice, *, of_day: bool = True) -> Iterator[Notice]:
    """What looks odd; made last, as it tells where names were taken out.

    `of_day`: also what looks unreal of the day's times.
    """
    report = voice.report
    yield from unreal(voice)
    unlisted = {each.delegation for each in report.inscriptions if not each.is_identified}
    if unlisted:
        yield Notice(voice.say("draft.unlisted", count=len(unlisted)))
    gaps = sum(each.cause != STOPPED for each in report.gaps)
    if gaps:
        yield Notice(voice.say("draft.gaps", count=gaps))
    if any(each.intervention.yielded_at is None for each in report.statements):
        yield Notice(voice.say("draft.still_speaking"))
    saying = Saying(report.agenda, report.rules, report.language)
    for odd in of_the_day(report.forecast) if of_day else ():
        yield Notice(say_oddity(saying, odd))
    if report.phase == "adjourned" and of_meeting(each.kind for each in report.open_points):
        yield Notice(_open_points(voice))
    if blanks := sum(each.kind in BLANKS for each in report.open_points):
        yield Notice(voice.say("export.blanks", count=blanks))
    if voice.discretion and voice.discretion.touched:
        places = voice.listed(voice.discretion.touched)
        yield Notice(voice.say("draft.names_taken_out", places=places))
    if voice.discretion and voice.discretion.by_hand:
        places = voice.listed(voice.discretion.by_hand)
        yield Notice(voice.say("draft.by_hand", places=places))


def _open_points(voice: Voice) -> str:
    """How many, of which kinds, and the first ids, as the checklist and F8 count them."""
    found = of_meeting(each.kind for each in voice.report.open_points)
    count, kinds = len(found), told_by_kind(found, voice.report.language)
    ids = list(dict.fromkeys(_open_ids(voice)))
    if not ids:
        return voice.say("sheet.checklist_open", count=count, kinds=kinds)
    key = "draft.open_points" if len(ids) <= _IDS_SHOWN else "draft.open_points_more"
    shown = voice.listed(ids) if len(ids) <= _IDS_SHOWN else voice.first(ids[:_IDS_SHOWN])
    return voice.say(key, ids=shown, count=count, kinds=kinds)


def _open_ids(voice: Voice) -> Iterator[str]:
    """What the checklist shows the rest by; a name only where all are named.

    Lines for a hand and what the Chair writes are told by themselves.
    """
    for each in voice.report.open_points:
        is_name = each.kind in ("unknown_name", "unknown_group") and not voice.is_named
        if each.kind not in (BY_HAND, *BLANKS, *STANDING):
            yield voice.say("draft.open_name") if is_name else each.id


def introduction(voice: Voice) -> Iterator[Block]:
    """The facts of the meeting, who was heard, and how this report attributes and counts."""
    yield Heading(1, voice.say("draft.introduction"))
    yield numbered(voice.sentences(_facts(voice)))
    yield numbered(voice.sentences(_sitting(voice, each) for each in voice.report.sittings))
    yield numbered(_heard(voice))
    attribution = voice.say(f"draft.attribution.{voice.report.naming}")
    yield numbered(voice.sentences((attribution, voice.say("draft.untranslated"))))
    if voice.is_counted:
        yield numbered(voice.sentences(_how_counted(voice)))
    yield Heading(2, voice.say("draft.items"))
    yield _times(voice)


def _facts(voice: Voice) -> Iterator[str]:
    report = voice.report
    held, planned = days_held(report), days_planned(report)
    yield held_on(voice, voice.dates(held or planned))
    if held and not set(held) <= set(planned):
        yield voice.say("draft.was_planned", date=voice.dates(planned))
    yield from in_chair(voice)
    for each in report.presided:
        if each.person:
            yield _presided(voice, each)
    key = "draft.rules_flat" if report.rules.id == _IN_ORDER else "draft.rules"
    key += "" if report.opened_at else "_planned"
    yield voice.say(key, name=voice.words(report.rules.name))


def held_on(voice: Voice, days: str) -> str:
    """When and where the meeting was held, or is planned."""
    venue = voice.report.agenda.venue
    if voice.report.opened_at is None:
        return voice.say("draft.planned", date=days)
    if venue is None:
        return voice.say("draft.held", date=days)
    return voice.say("draft.held_at", date=days, venue=voice.words(venue))


def in_chair(voice: Voice) -> Iterator[str]:
    """Who chairs it by the agenda, unless somebody else did all the time."""
    chair, opened_at = voice.report.agenda.chair, voice.report.opened_at
    if chair and is_in_chair(voice.report):
        yield voice.say("draft.chair" if opened_at else "draft.chair_planned", chair=chair)


def is_in_chair(report: MeetingReport) -> bool:
    """Whether the Chair of the agenda presided, at least for a time."""
    return not report.presided or any(not each.person for each in report.presided)


def _presided(voice: Voice, taken: Presiding) -> str:
    person = voice.presiding(clean_line(taken.person))
    if taken.until is None:
        return voice.say("room.draft_presides", person=person, start=voice.clock(taken.since))
    times = voice.times(taken.since, taken.until)
    return voice.say("room.draft_presided", person=person, times=times)


def _sitting(voice: Voice, run: SittingRun) -> str:
    planned = voice.times(run.planned_start, run.planned_end)
    if run.opened_at is None:
        key = "draft.sitting_not_held" if _is_missed(voice, run) else "draft.sitting_to_come"
        return voice.say(key, id=run.id, planned=planned)
    if run.suspended_at is None:
        start = voice.clock(run.opened_at)
        return voice.say("draft.sitting_open", id=run.id, start=start, planned=planned)
    start, end = voice.clocks(run.opened_at, run.suspended_at)
    return voice.say("draft.sitting_held", id=run.id, start=start, end=end, planned=planned)


def _is_missed(voice: Voice, run: SittingRun) -> bool:
    """Whether a sitting that was not opened will not be: it is over, or a later one was opened."""
    later = [each for each in voice.report.sittings if each.planned_start > run.planned_start]
    return voice.is_over or any(each.opened_at is not None for each in later)


def _heard(voice: Voice) -> str:
    statements = voice.report.statements
    if not statements:
        return voice.say("draft.nobody_heard")
    if not voice.is_counted:
        return voice.say("draft.heard_anonymous")
    by = voice.said.count(statements)
    podium = len(statements) - len(list(of_delegations(statements)))
    given = voice.number("statements", by.statements)
    spoken = voice.number("statements", podium)
    heard = []
    if by.statements:
        heard.append(voice.say("draft.heard", who=voice.classes(by.by), statements=given))
    if podium:
        heard.append(voice.say("draft.heard_podium", statements=spoken))
    return voice.sentences(heard)


def _how_counted(voice: Voice) -> Iterator[str]:
    members = voice.say(f"draft.members.{voice.report.group_members}")
    yield voice.say("draft.how_counted", members=members)
    yield voice.say("draft.bands", bands=bands_told(voice, voice.report.bands))


def bands_told(voice: Voice, bands: Bands) -> str:
    """From how many on which word is used, in words."""
    return voice.say("draft.semicolon").join(_bands(voice, bands))


def _bands(voice: Voice, bands: Bands) -> Iterator[str]:
    last_numbers = [least - 1 for _, least in bands.words[1:]]
    for (word, first), last in zip(bands.words, (*last_numbers, None), strict=True):
        if last is None:
            numbers = voice.say("draft.band_or_more", first=first)
        elif last == first:
            numbers = voice.say("draft.band_one", first=first)
        else:
            numbers = voice.say("draft.band_range", first=first, last=last)
        yield voice.say("draft.band", word=voice.say(f"draft.who.{word}"), numbers=numbers)
    if bands.has_most:
        yield voice.say("draft.band_most", least=MOST_FROM)
        yield voice.say("draft.band_majority", percent=MAJORITY_PERCENT, among=SHARES_AMONG)
        yield voice.say(
            "draft.band_all_but", percent=ALL_BUT_PERCENT, left=voice.in_figures(ALL_BUT_LEFT)
        )


def _times(voice: Voice) -> Table:
    planned = {each.id: each for each in voice.report.forecast.day.items}
    columns = (
        Column(voice.say("sheet.column.item"), 1),
        Column(voice.say("sheet.column.title"), 5),
        Column(voice.say("sheet.column.planned"), 2),
        Column(voice.say("sheet.column.held"), 2),
        Column(voice.say("sheet.column.minutes"), 2, is_figure=True),
    )
    rows: list[tuple[str, ...]] = []
    for each in voice.report.items:
        times = planned[each.plan.id]
        rows.append(
            (
                each.plan.id,
                voice.words(each.plan.title),
                voice.listed([voice.times(part.start, part.end) for part in times.parts]),
                _held(voice, each.run.opened_at, each.run.closed_at),
                f"{_minutes_of(voice, each)} ({each.plan.minutes})",
            )
        )
        rows += [_segment_row(voice, segment) for segment in each.segments if segment.run]
    return Table(columns, tuple(rows))


def _segment_row(voice: Voice, segment: SegmentReport) -> tuple[str, ...]:
    """A segment that was held; it is planned by its minutes alone."""
    plan, run = segment.plan, segment.run
    start, end = (run.opened_at, run.closed_at) if run else (None, None)
    held = _shown(voice.minutes_held(start, end, segment.seconds)) if start and end else "–"
    minutes = f"{held} ({plan.minutes or '–'})"
    return plan.id, voice.segment_title(plan), "", _held(voice, start, end), minutes


def _minutes_of(voice: Voice, item: ItemReport) -> str:
    start, end = item.run.opened_at, item.run.closed_at or voice.report.now
    return _shown(voice.minutes_held(start, end, item.seconds)) if start else "0"


def _shown(minutes: int) -> str:
    return str(minutes or "<1")


def _held(voice: Voice, start: datetime | None, end: datetime | None) -> str:
    return voice.times_held(start, end) if start else voice.say("draft.none")


def schedule_changes(voice: Voice) -> Iterator[Block]:
    """Each change of the schedule with when and why, in the order they were made."""
    yield Heading(2, voice.say("draft.schedule"))
    changes = (_change(voice, each) for each in voice.report.schedule_changes)
    yield listed(changes, numbered(voice.say("draft.no_schedule")))


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
