"""When it ends: the item, the sitting, the day, at full time; beside the floor or in one line."""

from __future__ import annotations

from datetime import datetime

from meeting_tui.forecast.block import lists_left_out
from meeting_tui.forecast.figures import OpenItem, SittingNow
from meeting_tui.forecast.fitting import ToCome
from meeting_tui.forecast.lateness import minutes_behind, minutes_late
from meeting_tui.forecast.saying_advice import besides_said, day_said, newcomers_said, say_advice
from meeting_tui.meeting.spans import hours_and_minutes
from meeting_tui.views.look import Look
from meeting_tui.views.pieces import Line, Piece, fit_line, hanging, line, line_cells, wrap

DECISION_ROWS = 3
"""So many lines of a narrow screen say what is cut and what would mend it."""
EDGES = 2
"""Columns: one at each side."""


def difference(
    look: Look,
    planned: datetime,
    ends: datetime | None,
    plus: tuple[str, str] = ("behind", "over"),
    *,
    in_words: bool = False,
) -> Piece:
    """How far an end is from its plan, in sitting time of the minutes shown, with its role.

    `+16 min`, `−1 h 05`, or `on plan`; `in_words` says `16 min late`. `plus` is the word for a
    later end, and its role. What was planned to last longer than the sittings is never on plan.
    """
    if ends is None:
        return Piece("")
    minutes = minutes_late(look.projection.seen, planned, ends)
    last_end = look.projection.day.sittings[-1].planned_end
    behind = minutes_behind(last_end, ends)
    if behind and minutes <= 0 and look.state.phase != "adjourned":
        told = look.say("screen.past_the_end", end=look.clock(last_end))
        return Piece(told, "over")
    if minutes == 0:
        return Piece(look.say("screen.on_plan"), "on_time")
    way, role = plus if minutes > 0 else ("ahead", "on_time")
    hours, rest = hours_and_minutes(minutes)
    where = "schedule" if in_words else "screen"
    if hours:
        return Piece(look.say(f"{where}.hours_{way}", hours=hours, minutes=f"{rest:02}"), role)
    return Piece(look.say(f"{where}.minutes_{way}", minutes=rest), role)


def one_line(look: Look, width: int | None = None) -> Line:
    """The item's end in one line, for narrow screens; what `width` has no room for is left out.

    First the planned end, as how far it is off stands beside it; then the end at pace.
    """
    parts = _item_line(look)
    for key in ("plan", "pace"):
        if width is not None and line_cells(tuple(parts.values())) > width:
            parts.pop(key, None)
    return tuple(parts.values())


def _item_line(look: Look) -> dict[str, Piece]:
    """The pieces of that line by what they say."""
    item, sitting = look.projection.item, look.projection.sitting
    if item is None or sitting is None:
        return {str(n): piece for n, piece in enumerate(_day_line(look))}
    planned = look.say("screen.planned", time=look.clock(item.planned_end))
    pace = look.say("screen.at_pace", time=look.clock(item.pace_ends_at))
    off = difference(look, item.planned_end, item.ends_at)
    told = _waiting_fit(look, item)
    role = "muted" if not item.left_over else "nearly strong"
    return {
        "item": Piece(f" {look.say('screen.item_ends', item=item.id)} ", "muted"),
        "ends": Piece(look.clock(item.ends_at), "strong"),
        "plan": Piece(f"  {planned}", "muted"),
        "off": Piece(f"  {off.text}" if off.text else "", off.role),
        "pace": Piece(f"  {pace}", "muted"),
        "told": Piece(f"   {told}" if told else "", role),
    }


def _waiting_fit(look: Look, item: OpenItem) -> str:
    """How many of those who wait can speak."""
    if not item.turns:
        return ""
    key = "screen.fit_all" if not item.left_over else "screen.fit_some"
    return look.say(key, fits=item.fits, rest=item.left_over)


def _day_line(look: Look) -> Line:
    day = look.projection.day
    if look.state.phase == "adjourned":
        return line(Piece(f" {look.say('screen.meeting_over')}", "muted"))
    of = "meeting" if look.room_clock.is_of_several else "day"
    return line(
        Piece(f" {look.say(f'screen.{of}_ends')} ", "muted"),
        Piece(look.clock(day.ends_at), "strong"),
        "  ",
        difference(look, day.planned_end, day.ends_at),
    )


def panel(look: Look, width: int) -> list[Line]:
    """The timekeeper as a column of lines; no late case while nobody waits to draw it from."""
    projection = look.projection
    lines: list[Line] = []
    item = projection.item
    if item is not None:
        lines += [
            line(Piece(look.say("screen.panel_item", item=item.id), "heading")),
            _row(look, "panel_planned", look.clock(item.planned_end)),
            *_end_rows(look, "panel_full_time", item.ends_at, item.planned_end, width),
            *_end_rows(look, "panel_pace", item.pace_ends_at, item.planned_end, width),
        ]
        if item.is_uncertain:
            lines += _end_rows(look, "panel_late", item.late_ends_at, item.planned_end, width)
        lines.append(())
    sitting = projection.sitting
    if sitting is not None:
        number = look.sitting_number(sitting.id)
        lines.append(line(Piece(look.say("screen.panel_sitting", number=number), "heading")))
        told = newcomers_said(look.saying, item, _waiting_fit(look, item)) if item else ""
        if item is not None and told:
            role = "" if not item.left_over else "nearly strong"
            lines += wrap(line(Piece(told, role)), width)
        missed = not_before(look)
        if missed:
            lines += wrap(line(Piece(missed, "over strong")), width)
        lines += _items_to_come(look, width)
        lines.append(())
    lines += _day_rows(look, width)
    told = advice_text(look, is_missed_said=bool(not_before(look)))
    if told:
        lines += [(), line(Piece(look.say("screen.panel_advice"), "heading"))]
        lines += wrap(line(Piece(told, "nearly strong")), width)
    return lines


def _day_rows(look: Look, width: int) -> list[Line]:
    """The day's end, whose kept lists it leaves out, and what is not reached."""
    day = look.projection.day
    of = "meeting" if look.room_clock.is_of_several else "day"
    lines = [line(Piece(look.say(f"screen.panel_{of}"), "heading"))]
    lines += _end_rows(look, "panel_ends", day.ends_at, day.planned_end, width)
    left_out = lists_left_out(look.projection.seen)
    if left_out:
        told = look.saying.lists_left_out(left_out)
        lines += wrap(line(Piece(told, "muted")), width)
    for each in day.not_reached:
        told = look.say("screen.panel_not_reached", item=each)
        lines.append(line(Piece(told, "over strong")))
    return lines


def decision_lines(look: Look, width: int) -> list[Line]:
    """What the end of the sitting cuts and what there is to decide, for narrow screens.

    The sum is left out where it takes a third line: the list below the clock has few enough.
    """
    with_sum, lines = (_decision_lines(look, width, with_sum=each) for each in (True, False))
    if len(with_sum) <= max(len(lines), DECISION_ROWS - 1):
        lines = with_sum
    if len(lines) > DECISION_ROWS:
        rest = [piece for each in lines[DECISION_ROWS - 1 :] for piece in (Piece(" "), *each)]
        lines = [*lines[: DECISION_ROWS - 1], fit_line(tuple(rest[1:]), width - EDGES)]
    return [(Piece(" "), *each) for each in lines]


def _decision_lines(look: Look, width: int, *, with_sum: bool) -> list[Line]:
    """The same in as many lines as it takes."""
    missed = not_before(look)
    told = advice_text(look, with_sum=with_sum, is_missed_said=bool(missed))
    if look.advice is None and look.day_over:  # the panel has a heading
        told = look.say("forecast.decide", text=day_said(look.saying, look.day_over))
    parts = [Piece(look.say("screen.full_stop", text=missed), "over strong")] if missed else []
    if told:
        parts.append(Piece(told, "nearly strong"))
    return wrap(tuple(parts), width - EDGES) if parts else []


def not_before(look: Look) -> str:
    """Who and which items will not be reached before the sitting ends; empty when all will."""
    projection = look.projection
    item, sitting = projection.item, projection.sitting
    if sitting is None:
        return ""
    beyond = item.beyond if item is not None else ToCome()
    waiting = beyond.speakers
    behind = [
        each for cut in projection.day.cuts if cut.sitting == sitting.id for each in cut.behind
    ]
    others = _others_missed(look, beyond, is_alone=not waiting and not behind)
    if others:
        return _missed(look, sitting, beyond, others, behind)
    if not waiting and not behind:
        return ""
    key = "missed_both" if waiting and behind else "missed_speakers" if waiting else "missed_items"
    return look.say(
        f"screen.{key}",
        end=look.clock(sitting.planned_end),
        count=waiting,
        number=len(behind),
        items=look.listed(behind),
    )


def _others_missed(look: Look, beyond: ToCome, *, is_alone: bool) -> list[str]:
    """Rights of reply, presentations and the like that the sitting has no time for."""
    besides = besides_said(look.saying, beyond, is_alone=is_alone and not beyond.replies)
    told = [look.say("screen.missed_replies", count=beyond.replies)] if beyond.replies else []
    return [*told, besides] if besides else told


def _missed(
    look: Look, sitting: SittingNow, beyond: ToCome, others: list[str], behind: list[str]
) -> str:
    """All of what is not reached in one sentence, each sort with its number."""
    count, number = beyond.speakers, len(behind)
    told = [look.say("screen.missed_count", count=count), *others] if count else others
    if behind:
        items = look.listed(behind)
        told = [*told, look.say("screen.missed_numbers", number=number, items=items)]
    what = look.saying.joined(told, "procedure.and_part")
    end = look.clock(sitting.planned_end)
    return look.say("screen.missed_all", what=what[0].upper() + what[1:], end=end)


def advice_text(look: Look, *, with_sum: bool = True, is_missed_said: bool = False) -> str:
    """What there is to decide, about the open item or else the day; empty when there is nothing.

    `is_missed_said`: what has no time is told beside it (`not_before`) and is not said again.
    """
    found = look.advice
    if found is None:
        told = day_said(look.saying, look.day_over)
        return told[:1].upper() + told[1:]
    item = look.projection.item
    now = item.beyond if item is not None else found.beyond
    later = (found.beyond.presentations, found.beyond.replies)
    is_same = is_missed_said and later == (now.presentations, now.replies)
    return say_advice(look.saying, found, with_sum=with_sum, is_missed_said=is_same)


def _end_rows(look: Look, key: str, ends: datetime, planned: datetime, width: int) -> list[Line]:
    """An end and its difference, which stands below it where both have no room in a line."""
    end = _row(look, key, look.clock(ends), "strong")
    off = (Piece("  "), difference(look, planned, ends))
    return [(*end, *off)] if line_cells((*end, *off)) <= width else [end, off]


def _row(look: Look, key: str, value: str, role: str = "") -> Line:
    return line(Piece(f"{look.say(f'screen.{key}')}  ", "muted"), Piece(value, role))


def _items_to_come(look: Look, width: int) -> list[Line]:
    """When the next items will be held; the breaks between sittings are no part of that."""
    comes = [
        (times.starts_at, times.ends_at, times.id)
        for times in look.projection.day.items
        if times.phase == "planned" and times.starts_at and times.ends_at
    ]
    return [
        row
        for starts, ends, item in sorted(comes)[:6]
        for row in hanging(
            line(Piece(look.say("screen.panel_to_come", item=item))),
            look.times_held(starts, ends),
            width,
        )
    ]


def rests_on(look: Look) -> str:
    """What pace and late case start from: earlier meetings of the body, or the rules alone."""
    earlier = look.state.earlier
    if earlier is None:
        return look.say("earlier.rests_on_rules")
    title = look.state.agenda.short_title.say(look.language)
    turns, meetings = earlier.turns, earlier.meetings
    start = look.say("earlier.rests_on_earlier", title=title, turns=turns, meetings=meetings)
    known = look.state.rules.timekeeper
    if not known.break_minutes:
        return start
    minutes, length = round(known.break_minutes), round(known.break_length)
    return look.say("earlier.breaks", start=start, minutes=minutes, length=length)
