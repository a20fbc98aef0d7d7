"""The advice of the timekeeper: as one line for the officer, and as a sentence for the Chair."""

from __future__ import annotations

from meeting_tui.forecast.advice import Advice
from meeting_tui.forecast.figures import Projection
from meeting_tui.forecast.saying import Saying, minutes
from meeting_tui.forecast.spoken import counted, spoken_length
from meeting_tui.forecast.sums import sum_of_open


def say_advice(saying: Saying, advice: Advice, *, with_sum: bool = True) -> str:
    """The line for the officer, with its sum where there is room for that."""
    if advice.step == "carry_over":
        return _carry_over(saying, advice)
    if advice.limit is not None:
        return saying.limit(advice.limit, with_sum=with_sum)
    if advice.saves is not None:
        return saying.saves(advice.saves)
    assert advice.closing is not None  # the fourth step has one
    return saying.latest_close(advice.closing)


def say_proposal(saying: Saying, advice: Advice, *, is_last_sitting: bool = False) -> str:
    """What the Chair might say: "I have three more speakers and twelve minutes left. ..."."""
    left = minutes(advice.seconds_left)
    if advice.step == "limit" and advice.limit is not None:
        limits = saying.limits(advice.limit, lambda each: spoken_length(saying.say, each))
        return saying.say(
            "procedure.propose_limit",
            requests=_requests(saying, advice, "speakers_and"),
            clock=saying.clock(advice.until),
            limits=limits,
        )
    if advice.step == "carry_over":
        key = "propose_rest" if is_last_sitting else "propose_carry"
    elif left <= 0:
        requests = _requests(saying, advice, "speakers_and")
        return saying.say("procedure.propose_close_late", requests=requests)
    else:
        key = "propose_close"
    return saying.say(
        f"procedure.{key}",
        requests=_requests(saying, advice, "speakers_comma"),
        minutes=counted(saying.say, "minutes", max(0, left)),
    )


def _requests(saying: Saying, advice: Advice, joined: str) -> str:
    """How many wait; the lists on other screens have rights of reply apart."""
    speakers = advice.waiting - advice.replies
    told = counted(saying.say, "speakers", speakers)
    if not advice.replies:
        return told
    replies = counted(saying.say, "replies", advice.replies)
    if not speakers:
        return replies
    return saying.say(f"procedure.{joined}", speakers=told, replies=replies)


def _carry_over(saying: Saying, advice: Advice) -> str:
    params: dict[str, str | int] = {
        "count": advice.left_over,
        "waiting": advice.waiting,
        "clock": saying.clock(advice.until),
    }
    if advice.limit is None:
        return saying.say("procedure.carry_over_no_limit", **params)
    return saying.say("procedure.carry_over_advice", limits=saying.limits(advice.limit), **params)


def sum_said(projection: Projection, saying: Saying) -> str | None:
    """How the full-time end of the open item comes about; None while none is open."""
    if projection.item is None:
        return None
    return saying.sum(sum_of_open(projection.seen.state, projection.item))


def proposal_said(projection: Projection, found: Advice, saying: Saying) -> str:
    """What the Chair might say of an advice."""
    sitting, last = projection.sitting, projection.seen.sittings[-1]
    is_last = sitting is not None and sitting.id == last.id
    return say_proposal(saying, found, is_last_sitting=is_last)
