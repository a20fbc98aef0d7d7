"""The advice of the timekeeper: as one line for the officer, and as a sentence for the Chair."""

from __future__ import annotations

from meeting_tui.forecast.advice import Advice
from meeting_tui.forecast.saying import Saying, minutes


def say_advice(saying: Saying, advice: Advice) -> str:
    """The line for the officer, with its sum."""
    if advice.step == "carry_over":
        return _carry_over(saying, advice)
    if advice.limit is not None:
        return saying.limit(advice.limit)
    if advice.saves is not None:
        return saying.saves(advice.saves)
    assert advice.closing is not None  # the fourth step has one
    return saying.latest_close(advice.closing)


def say_proposal(saying: Saying, advice: Advice, *, is_last_sitting: bool = False) -> str:
    """What the Chair might say: "I see three more requests and twelve minutes; ..."."""
    requests, left = _requests(saying, advice), minutes(advice.seconds_left)
    told = _counted(saying, "minutes", max(0, left))
    left_said = saying.say("procedure.before", minutes=told, clock=saying.clock(advice.until))
    if advice.step == "limit" and advice.limit is not None:
        limits, clock = saying.limits(advice.limit), saying.clock(advice.until)
        return saying.say("procedure.propose_limit", requests=requests, clock=clock, limits=limits)
    if advice.step == "carry_over":
        key = "procedure.propose_rest" if is_last_sitting else "procedure.propose_carry"
        return saying.say(key, requests=requests, minutes=left_said)
    if left <= 0:
        return saying.say("procedure.propose_close_late", requests=requests)
    return saying.say("procedure.propose_close", requests=requests, minutes=left_said)


def _requests(saying: Saying, advice: Advice) -> str:
    """How many wait; the lists on other screens have rights of reply apart."""
    told = _counted(saying, "requests", advice.waiting)
    if not advice.replies:
        return told
    key = "procedure.with_reply" if advice.replies == 1 else "procedure.with_replies"
    return saying.say(key, requests=told, count=advice.replies)


def _counted(saying: Saying, key: str, count: int) -> str:
    return saying.say(f"procedure.{key}_one" if count == 1 else f"procedure.{key}", count=count)


def _carry_over(saying: Saying, advice: Advice) -> str:
    params: dict[str, str | int] = {
        "count": advice.left_over,
        "waiting": advice.waiting,
        "clock": saying.clock(advice.until),
    }
    if advice.limit is None:
        return saying.say("procedure.carry_over_no_limit", **params)
    return saying.say("procedure.carry_over_advice", limits=saying.limits(advice.limit), **params)
