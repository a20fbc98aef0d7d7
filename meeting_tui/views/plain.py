"""How the meeting stands, in sentences one can listen to: what the line mode tells.

Times are spoken in words ("1 minute 20 seconds"); a screen reader makes nothing of columns. The
Chair's slip and the checklist are told in the sentences that the subcommands print.
"""

from __future__ import annotations

from typing import Any

from meeting_tui.agenda.local_times import local_text
from meeting_tui.forecast.saying_advice import besides_said, day_said, say_advice
from meeting_tui.meeting.checklist import all_open, open_points, tell_open
from meeting_tui.meeting.facts import Inscription
from meeting_tui.meeting.left_to_do import of_meeting
from meeting_tui.meeting.spans import in_words, left, passed
from meeting_tui.meeting.waiting_order import waiting
from meeting_tui.views.clock import ClockFace
from meeting_tui.views.floor import NEXT_TOLD, order_face, orders_raised, queue, speaker_face
from meeting_tui.views.keeping import Keeping, break_over, disputes_told
from meeting_tui.views.look import Look
from meeting_tui.views.slip import make_slip, slip_lines

_SLIP, _CHECKLIST = ("slip", "便条"), ("checklist", "核对表")
_DISPUTED = ("disputed", "存疑")
OVER_SECONDS = 1
"""From so many seconds over its time on an intervention is told of."""


def facts(look: Look, keeping: Keeping) -> list[str]:
    """Time, sitting, item, who speaks, who is next, how many wait, whether it is on disk."""
    disputed = filter(None, (disputes_told(look),))
    return [
        *(*time_told(look), *_presiding(look), *standing(look)),
        *(*disputed, disk_told(look, keeping)),
    ]


def facts_then(look: Look) -> list[str]:
    """The same of a moment that is looked back at: nothing is said of the disk."""
    return [*time_told(look), *standing(look)]


def standing(look: Look) -> list[str]:
    """The item, who speaks, who is next, how many wait, and what there is to decide."""
    told = [*item_told(look), *floor_told(look), *next_told(look), counts_told(look)]
    return [*told, *_newcomers(look), *to_decide(look)]


def _newcomers(look: Look) -> list[str]:
    """How many more are to come; nothing where nobody is expected."""
    item = look.projection.item
    count = item.newcomers.count if item is not None else 0
    return [look.say("shell.fact_newcomers", count=count)] if count else []


def to_decide(look: Look) -> list[str]:
    """Who is cut off by the end of the sitting, and the one line of advice; else nothing."""
    item, found = look.projection.item, look.advice
    told = []
    if item is not None and item.left_over:
        end = look.clock(item.cut_at)
        told.append(look.say("shell.fact_cut", end=end, fits=item.fits, left=item.left_over))
    besides = besides_said(look.saying, item.beyond) if item is not None else ""
    if item is not None and besides:
        end = look.clock(item.cut_at)
        told.append(look.say("shell.fact_no_room", besides=besides, end=end))
    if found is not None:
        told.append(look.say("shell.fact_advice", text=say_advice(look.saying, found)))
    elif look.day_over:
        told.append(look.say("shell.fact_advice", text=day_said(look.saying, look.day_over)))
    return told


def time_told(look: Look) -> list[str]:
    """The time, and how long the sitting still has."""
    told = [look.say("shell.fact_time", time=moment(look))]
    if look.state.rehearsal:
        kind = "demonstration" if look.state.demonstration else "rehearsal"
        told.insert(0, look.say(f"shell.fact_{kind}"))
    sitting = look.projection.sitting
    if sitting is None:
        return [*told, look.say("shell.fact_adjourned")]
    number = look.sitting_number(sitting.id)
    start, end = look.clock(sitting.planned_start), look.clock(sitting.planned_end)
    if not sitting.is_held:
        over = break_over(look)
        key = f"shell.fact_{look.state.phase}"
        return [*told, over[1] if over else look.say(key, number=number, start=start, end=end)]
    key = "shell.fact_sitting" if sitting.seconds_left >= 0 else "shell.fact_sitting_over"
    span = in_words(passed(abs(sitting.seconds_left)), look.language)
    return [*told, look.say(key, number=number, end=end, span=span)]


def item_told(look: Look) -> list[str]:
    """The open item, its segment, and when it ends at full time."""
    open_item = look.projection.item
    found = look.state.agenda.item(look.state.item) if look.state.item else None
    if open_item is None or found is None:
        return [look.say("shell.fact_no_item")]
    title = found.title.say(look.language)
    ends = look.clock(open_item.ends_at)
    told = [look.say("shell.fact_item", item=found.id, title=title, end=ends)]
    told += _segment(look, found.id)
    for each in filter(None, map(look.state.agenda.item, look.state.joined)):
        title = each.title.say(look.language)
        told.append(look.say("shell.fact_joined", item=each.id, title=title))
        told += _segment(look, each.id)
    return told


def floor_told(look: Look) -> list[str]:
    """Who speaks and for how long, and points of order not ruled."""
    state = look.state
    told = [look.say("shell.fact_order", name=name) for name in orders_raised(look)]
    heard = order_face(look)
    if heard is not None:
        span = in_words(passed(heard.used_seconds), look.language)
        told.append(look.say("shell.fact_order_clock", span=span))
    speaking, shown = state.speaking(), speaker_face(look)
    if speaking is None or shown is None:
        return [*told, look.say("shell.fact_nobody")]
    told.append(look.say("shell.fact_speaks", who=who(look, state.asked_by(speaking))))
    told.append(_clock_told(look, shown))
    if shown.paused:
        told.append(look.say("shell.fact_paused"))
    return told


def _clock_told(look: Look, shown: ClockFace) -> str:
    used = in_words(passed(shown.used_seconds), look.language)
    rest, limit = shown.remaining_seconds, shown.limit_seconds
    if rest is None or limit is None:
        return look.say("shell.fact_no_limit", used=used)
    key = "shell.fact_left" if rest > 0 else "shell.fact_over"
    return look.say(
        key, used=used, limit=in_words(left(limit), look.language), span=_rest(look, rest)
    )


def _rest(look: Look, rest: float) -> str:
    """What is left of a limit or over it, in the seconds that the clock shows."""
    return in_words(left(rest) if rest > 0 else passed(-rest), look.language)


def over_time(look: Look) -> tuple[str, str] | None:
    """The intervention that is over its time, and the sentence that says so."""
    speaking, shown = look.state.speaking(), speaker_face(look)
    rest = shown.remaining_seconds if shown else None
    if speaking is None or rest is None or rest > -OVER_SECONDS:
        return None
    name = look.name(look.state.asked_by(speaking).delegation)
    return speaking.id, look.say("shell.over_time", name=name, span=_rest(look, rest))


def next_told(look: Look) -> list[str]:
    """Who is next."""
    told = queue(look)[:NEXT_TOLD]
    if not told:
        return []
    names = look.say("happened.between").join(
        f"{n}. {who(look, asked)}" for n, asked in enumerate(told, 1)
    )
    return [look.say("shell.fact_next", names=names)]


def counts_told(look: Look) -> str:
    """How many wait, for the floor and for a right of reply, and how many have spoken."""
    state = look.state
    run = state.items.get(state.item) if state.item else None
    is_open = "open" if run is None or run.is_list_open else "closed"
    spoken = sum(each.yielded_at is not None for each in state.interventions.values())
    return look.say(
        f"shell.fact_counts_{is_open}",
        waiting=len(waiting(state)),
        replies=len(state.replies),
        spoken=spoken,
    )


def disk_told(look: Look, keeping: Keeping) -> str:
    """Whether everything is on disk."""
    if keeping.standing == "away":
        key = "shared.fact_to_send" if keeping.waiting else "shared.fact_no_server"
        return look.say(key, count=keeping.waiting)
    if not keeping.is_saved:
        return look.say("shell.fact_not_on_disk", count=keeping.waiting)
    if keeping.saved_at is None:
        return look.say("shell.fact_all_on_disk")
    return look.say("shell.fact_on_disk", time=look.clock(keeping.saved_at, seconds=True))


def list_told(look: Look) -> list[str]:
    """The waiting list, one a line, with when each would speak at full time."""
    turns = {turn.inscription: turn for turn in look.projection.turns}
    told = []
    for number, asked in enumerate(waiting(look.state), 1):
        turn, key, params = turns.get(asked.id), "shell.list_row_untimed", {}
        if turn is not None:
            key = "shell.list_row_late" if turn.is_after_sitting else "shell.list_row"
            params = {"time": look.clock(turn.turn_at)}
        told.append(look.say(key, number=number, who=who(look, asked), **params))
    for each in look.state.replies:
        told.append(look.say("shell.list_reply", who=who(look, look.state.inscriptions[each])))
    return told or [look.say("shell.list_empty")]


def who(look: Look, asked: Inscription) -> str:
    """A delegation with its capacity where it is not its own."""
    name = look.name(asked.delegation)
    if asked.group and asked.group != asked.delegation:
        group = look.directory.group_in_sentence(asked.group, look.language)
        return look.say("shell.who_for", name=name, group=group)
    if asked.aligned and not asked.group:
        names = look.listed(look.name(each) for each in asked.aligned)
        return f"{name} ({look.say('happened.also_for', names=names)})"
    return name if asked.known else look.say("shell.who_unknown", name=name)


def moment(look: Look) -> str:
    """The time now, with its day where the meeting is not all on that of the agenda."""
    return look.room_clock.moment(look.now, seconds=True)


def _segment(look: Look, item: str) -> list[str]:
    """The segment that an item is at, if any."""
    run = look.state.items[item]
    segment = look.state.agenda.segment(run.segment) if run.segment else None
    if segment is None:
        return []
    name = segment.title.say(look.language)
    return [look.say("shell.fact_segment", segment=segment.id, title=name)]


def _presiding(look: Look) -> list[str]:
    """Who presides in the Chair's place; nothing while the Chair does."""
    taken = look.state.presides
    return [look.say("room.fact_presides", person=taken.person)] if taken else []


def is_slip_asked(line: str) -> bool:
    """Whether a typed line asks for the slip."""
    return line.strip().casefold() in _SLIP


def slip_told(look: Look) -> list[str]:
    """The answer to it; blank lines, which a voice makes nothing of, are left out."""
    return [each for each in slip_lines(make_slip(look), look.language) if each.strip()]


def is_disputed_asked(line: str) -> bool:
    """Whether a typed line asks for what is disputed."""
    return line.strip().casefold() in _DISPUTED


def is_checklist_asked(line: str) -> bool:
    """Whether a typed line asks for the checklist."""
    return line.strip().casefold() in _CHECKLIST


def checklist_lines(look: Look) -> list[str]:
    """How many points are open before the report is final, then each with what settles it."""
    found = open_points(look.state, look.now, look.directory)
    told = _finalised(look)
    ticked = _ticked(look)
    last = [look.say("corrections.ticked_off", ids=", ".join(ticked))] if ticked else []
    count = len(of_meeting(each.kind for each in found))
    if count == 1:
        told.append(look.say("corrections.count_open_one"))
    elif count:
        told.append(look.say("corrections.count_open", count=count))
    elif not told:
        key = "corrections.none_open_rehearsal" if found else "corrections.none_open"
        told.append(look.say(key))
    lines = (tell_open(each, look.state, look.language, look.name) for each in found)
    return [*told, *lines, *last]


def checklist_table(look: Look) -> dict[str, Any]:
    """The same for programs."""
    found, finalised_at = open_points(look.state, look.now, look.directory), look.state.finalised_at
    return {
        "finalised_at": finalised_at.isoformat() if finalised_at else None,
        "open": [
            {
                "id": each.id,
                "kind": each.kind,
                "subject": each.subject,
                "item": each.place,
                **each.params,
                "sentence": tell_open(each, look.state, look.language, look.name),
            }
            for each in found
        ],
        "ticked": list(_ticked(look)),
    }


def _ticked(look: Look) -> tuple[str, ...]:
    """Ids of what would be open too, had nobody ticked it off."""
    ticked = (
        each.id
        for each in all_open(look.state, look.now, look.directory)
        if (each.kind, each.subject) in look.state.ticked
    )
    return tuple(dict.fromkeys(ticked))


def _finalised(look: Look) -> list[str]:
    """That the report is final, and since when; nothing while it is not."""
    if look.state.finalised_at is None:
        return []
    at = look.state.finalised_at.astimezone(look.zone)
    return [look.say("corrections.is_final", time=f"{at:%Y-%m-%d} {local_text(at)}")]
