"""What fits and the advice: as one line for the officer, and as a sentence for the Chair."""

from __future__ import annotations

from meeting_tui.forecast.advice import Advice
from meeting_tui.forecast.figures import OpenItem, Projection
from meeting_tui.forecast.fitting import ToCome
from meeting_tui.forecast.saying import Saying, minutes
from meeting_tui.forecast.spoken import counted, spoken_hours, spoken_length
from meeting_tui.forecast.sums import sum_of_open


def besides_said(saying: Saying, part: ToCome, *, is_alone: bool = True) -> str:
    """What of a part no name waits for: `presentations 2.6 and 2.7`; the closing words if alone.

    Among others (not `is_alone`) numbers stand without an `and`, as the others have theirs.
    """
    told = []
    is_alone = is_alone and not part.orders and not part.speaker
    if part.orders:
        told.append(saying.say("procedure.part_orders", count=part.orders))
    if part.speaker:
        told.append(saying.say("procedure.part_speaker"))
    if part.presentations:
        listed = saying.joined(
            part.presentations, "procedure.and_number" if is_alone else "procedure.and_comma"
        )
        count = len(part.presentations)
        told.append(saying.say("procedure.part_presentations", count=count, segments=listed))
    if part.closing and part.count == 1:
        told.append(saying.say("procedure.part_closing"))
    return saying.joined(told, "procedure.and_part")


def newcomers_said(saying: Saying, item: OpenItem | None, told: str = "") -> str:
    """What is told of a list, with how many more are to come: `all 5 can speak and about 4 ...`."""
    count = item.newcomers.count if item is not None else 0
    if not count:
        return told
    if not told:
        return saying.say("procedure.newcomers", count=count)
    return saying.say("procedure.and_newcomers", told=told, count=count)


def say_advice(
    saying: Saying, advice: Advice, *, with_sum: bool = True, is_missed_said: bool = False
) -> str:
    """The line for the officer, with its sum where there is room for that.

    `is_missed_said`: that there is no time for some of it is said beside, and not here again.
    """
    if advice.step == "carry_over":
        return _carry_over(saying, advice)
    if advice.step == "postpone":
        return _postpone(saying, advice, is_missed_said=is_missed_said)
    if advice.limit is not None:
        return saying.limit(advice.limit, with_sum=with_sum)
    if advice.saves is not None:
        return saying.saves(advice.saves)
    assert advice.closing is not None  # the last step has one
    return saying.latest_close(advice.closing)


def say_proposal(saying: Saying, advice: Advice, *, is_last_sitting: bool = False) -> str:
    """What the Chair might say: "I have three more speakers and twelve minutes left. ..."."""
    left = minutes(advice.seconds_left)
    if advice.step == "limit" and advice.limit is not None:
        return saying.say(
            "procedure.propose_limit",
            requests=_requests(saying, advice),
            clock=saying.clock(advice.until),
            limits=_limits_spoken(saying, advice),
        )
    if advice.step == "postpone":
        return _propose_later(saying, advice, is_last_sitting=is_last_sitting)
    if advice.step == "carry_over":
        key = "propose_rest" if is_last_sitting else "propose_carry"
    elif left <= 0:
        return saying.say("procedure.propose_close_late", requests=_requests(saying, advice))
    else:
        key = "propose_close_item" if advice.step == "close_now" else "propose_close"
    return saying.say(
        f"procedure.{key}",
        requests=_requests(saying, advice, "speakers_comma"),
        minutes=_minutes_left(saying, advice),
    )


def _limits_spoken(saying: Saying, advice: Advice) -> str:
    assert advice.limit is not None
    return saying.limits(advice.limit, lambda each: spoken_length(saying.say, each))


def _minutes_left(saying: Saying, advice: Advice) -> str:
    left = minutes(advice.seconds_left)
    return counted(saying.say, "minutes", left) if left > 0 else saying.say("procedure.no_minutes")


def _propose_later(saying: Saying, advice: Advice, *, is_last_sitting: bool) -> str:
    """All who wait are heard, if need be under a limit; what does not fit comes later."""
    told = saying.say(
        "procedure.propose_have",
        requests=_requests(saying, advice, "speakers_comma"),
        minutes=_minutes_left(saying, advice),
    )
    how = "written" if is_last_sitting else "later"
    besides = _put_off(saying, advice.beyond)
    if advice.limit is None:
        what = saying.say(f"procedure.propose_way_{how}", besides=besides)
        return saying.say("procedure.propose", told=told, what=what)
    what = saying.say("procedure.propose_way_limit", limits=_limits_spoken(saying, advice))
    told = saying.say("procedure.propose", told=told, what=what)
    if not besides:
        return told
    then = saying.say(f"procedure.propose_then_{how}", besides=besides[0].upper() + besides[1:])
    return saying.say("procedure.propose_both", told=told, then=then)


def _put_off(saying: Saying, beyond: ToCome) -> str:
    """The presentations and rights of reply that are for later; empty without any."""
    told = [counted(saying.say, "replies", beyond.replies)] if beyond.replies else []
    besides = ToCome(presentations=beyond.presentations)
    if beyond.presentations:
        told.insert(0, besides_said(saying, besides, is_alone=not told))
    return saying.joined(told, "procedure.and_part")


def _requests(saying: Saying, advice: Advice, joined: str = "speakers_and") -> str:
    """How many wait; the lists on other screens have rights of reply apart."""
    counts = {
        "speakers": advice.waiting - advice.replies,
        "replies": advice.replies,
        "presentations": advice.presentations,
    }
    told = [counted(saying.say, sort, count) for sort, count in counts.items() if count]
    return saying.joined(told, f"procedure.{joined}")


def _carry_over(saying: Saying, advice: Advice) -> str:
    params: dict[str, str | int] = {
        "count": advice.left_over,
        "waiting": advice.waiting,
        "clock": saying.clock(advice.until),
    }
    if advice.limit is None:
        return saying.say("procedure.carry_over_no_limit", **params)
    return saying.say("procedure.carry_over_advice", limits=saying.limits(advice.limit), **params)


def _postpone(saying: Saying, advice: Advice, *, is_missed_said: bool) -> str:
    """What has no room, and under which limit all who wait can speak."""
    beyond, later = advice.beyond, _put_off(saying, advice.beyond)
    if is_missed_said:
        return _postpone_said(saying, advice)
    besides = later if beyond.replies else besides_said(saying, beyond)
    told = saying.say("procedure.no_room", besides=besides, clock=saying.clock(advice.until))
    if advice.limit is not None:
        limits = saying.limits(advice.limit)
        told = saying.say("procedure.postpone_limit", told=told, limits=limits)
    if later:
        count = len(beyond.presentations) + beyond.replies
        told = saying.say("procedure.postpone_later", told=told, count=count)
    return told


def _postpone_said(saying: Saying, advice: Advice) -> str:
    """The same where what has no room is named already: `Hear the presentations later`."""
    beyond = advice.beyond
    later = [
        saying.say(f"procedure.the_{sort}", count=count)
        for sort, count in (
            ("presentations", len(beyond.presentations)),
            ("replies", beyond.replies),
        )
        if count
    ]
    what = saying.joined(later, "procedure.and_part")
    told = saying.say("procedure.hear_later", what=what) if later else ""
    if advice.limit is None:
        return told
    limits = saying.limits(advice.limit)
    return saying.say("procedure.postpone_limit", told=told, limits=limits).rstrip(". 。")


def sum_said(projection: Projection, saying: Saying) -> str | None:
    """How the full-time end of the open item comes about; None while none is open."""
    if projection.item is None:
        return None
    return saying.sum(sum_of_open(projection.seen.state, projection.item))


def day_said(saying: Saying, over: int) -> str:
    """What there is to decide about a day that is too long by so many minutes; empty for none."""
    return saying.say("procedure.day_too_long", length=saying.length(over)) if over else ""


def day_proposal_said(saying: Saying, over: int) -> str:
    """What the Chair might say of it."""
    if not over:
        return ""
    return saying.say("procedure.propose_day", minutes=spoken_hours(saying.say, over))


def proposal_said(projection: Projection, found: Advice, saying: Saying) -> str:
    """What the Chair might say of an advice."""
    sitting, last = projection.sitting, projection.seen.sittings[-1]
    is_last = sitting is not None and sitting.id == last.id
    return say_proposal(saying, found, is_last_sitting=is_last)
