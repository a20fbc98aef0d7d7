"""Every minute of three days, each figure of the Chair's slip is what the log comes to by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

import pytest

from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.views.look import Look
from meeting_tui.views.slip import make_slip, slip_lines
from tests.report.hard_day import directory
from tests.scenarios.by_hand import LEAST, PLANNED_END, SITTINGS, STEP, ZONE, ByHand, between, clock
from tests.scenarios.late_day import DAY, LONG_LIST
from tests.scenarios.test_one_end_everywhere import played

SPOKEN = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
MANY = (
    "arg aus aut bel ben bra can che chl chn col cri cze deu dnk dom ecu esp est fin fra gbr gha "
    "grc gtm hrv hun irl isl ita jam jpn kaz ken kor"
)


def busy() -> Meeting:
    """From 10:52 on 35 delegations ask on item 2, and three presentations are still to come."""
    rng, names = Random(4), MANY.split()
    lines = [f"10:52:00 inscribe {' '.join(names[:15])}"]
    lines.append(f"10:57:00 inscribe {' '.join(names[15:25])}")
    at, turn = clock(10, 57) + timedelta(seconds=20), 0
    while at < clock(12, 42):
        lines.append(f"{at:%H:%M:%S} next!")
        at, turn = at + timedelta(seconds=rng.randint(60, 230)), turn + 1
        if rng.random() < 0.25:
            lines.append(f"{at:%H:%M:%S} yield")
            at += timedelta(seconds=rng.randint(5, 60))
        if turn == 6:
            lines.append(f"{at:%H:%M:%S} inscribe " + " ".join(names[25:]))
        if turn == 25:
            lines.append(f"{at:%H:%M:%S} inscribe mex per zaf nor swe")
        if turn == 27:
            lines.append(f"{at:%H:%M:%S} reply tur")
    more = (*lines, "12:46:00 yield", "13:00:30 suspend lunch")
    return played(DAY, "10:51:00", more)


def minutes(meeting: Meeting) -> Iterator[tuple[ByHand, datetime, str]]:
    """The meeting by hand, the time and the slip, at every full minute."""
    entries, shown, hand = meeting.entries, replay(meeting.entries[:1]), ByHand()
    place, now = 1, entries[1].at.replace(second=0)
    while now <= entries[-1].at:
        while place < len(entries) and entries[place].at <= now:
            shown.apply(entries[place])
            hand.read(entries[place])
            place += 1
        look = Look.of(shown.state, now, directory(), "en", shown.stood)
        told = (" ".join(each.split()) for each in slip_lines(make_slip(look), "en"))
        yield hand, now.astimezone(ZONE), " / ".join(told)
        now += timedelta(minutes=1)


@pytest.mark.parametrize("day", ["full day", "long list", "busy"])
def test_every_figure_of_the_slip_is_what_the_log_comes_to(day: str) -> None:
    scripts = {"full day": DAY, "long list": LONG_LIST}
    meeting = played(scripts[day], "18:10:00", ()) if day in scripts else busy()
    proposals = 0
    for hand, now, slip in minutes(meeting):
        told, _, proposal = slip.partition("YOU MIGHT SAY ")
        hold_the_list(hand, now, told)
        if hand.item is not None:
            hold_the_ends(hand, now, told)
        if proposal:
            proposals += 1
            hold_the_proposal(hand, now, proposal)
    assert proposals > 40


def number(word: str | None) -> int:
    if word in SPOKEN:
        return SPOKEN.index(word) + 1
    return int(word or 0)


def found(pattern: str, told: str) -> list[str | None]:
    """What stands in the places of a pattern; None where it is not in the text."""
    match = re.search(pattern, told)
    return list(match.groups()) if match else [None] * re.compile(pattern).groups


def hold_the_list(hand: ByHand, now: datetime, told: str) -> None:
    """How many wait behind those named, how many will ask, and what the sitting has left."""
    waiting = len(hand.speakers) or len(hand.replies)
    assert number(found(r"(?<!about )\b(\d+) more\b", told)[0]) == max(0, waiting - 3), told
    assert number(found(r"about (\d+) more to come", told)[0]) == hand.more_to_come(now), told
    left, hour = found(r"(\d+) min left, ends (\d\d):00", told)
    if left is not None:
        assert int(left) == between(now, clock(number(hour))) // 60, told


def hold_the_ends(hand: ByHand, now: datetime, told: str) -> None:
    """When the item ends, and what of it has time before the end of the sitting."""
    ends = hand.ends(now)
    assert found(r"ITEM \w+ ends (\d\d:\d\d)", told) == [f"{ends:%H:%M}"], told
    if hand.sitting is None:
        return
    cut = SITTINGS[int(hand.sitting) - 1][1]
    pieces, _ = hand.course(now)
    turns = [each.ends <= cut for each in pieces if each.what == "turn"]
    if turns:
        some, of = found(r"room for (\d+) of (\d+)", told)
        has_room = {1: "room for the one waiting", 2: "room for both"}.get(
            len(turns), f"room for all {len(turns)}"
        )
        is_all = has_room in told
        assert is_all if all(turns) else (some, of) == (str(sum(turns)), str(len(turns))), told
    beyond = [each.what for each in pieces if each.what[0].isdigit() and each.ends > cut]
    named = found(r"not (?:enough time )?for presentations? ([\d., and]+)", told)[0]
    assert re.findall(r"\d\.\d", named or "") == beyond, told


def hold_the_proposal(hand: ByHand, now: datetime, proposal: str) -> None:
    """Whoever is counted in what the Chair might say, and whether what is proposed does it."""
    if "too long" in proposal:
        hours, rest = (found(rf"(\w+) {each}s?\b", proposal)[0] for each in ("hour", "minute"))
        assert 60 * number(hours) + number(rest) == hand.minutes_over(now), proposal
        return
    have = proposal.split(".")[0]
    assert number(found(r"(\w+) more speakers?", have)[0]) == len(hand.speakers), proposal
    assert number(found(r"(\w+) rights? of reply", have)[0]) == len(hand.replies), proposal
    pieces, _ = hand.course(now)
    to_come = [each.what for each in pieces if each.what[0].isdigit()]
    assert number(found(r"(\w+) presentations?", have)[0]) == len(to_come), proposal
    assert hand.item is not None and hand.sitting is not None
    if "the time for this item is over" in proposal:
        assert now >= PLANNED_END[hand.item]
    left, of_item = found(r"(?<!than )\b(\w+) minutes? left( for this item)?", have)
    if left is not None:
        end = PLANNED_END[hand.item] if of_item else SITTINGS[int(hand.sitting) - 1][1]
        assert number(left) == between(now, end) // 60, proposal
    hour, minute = found(r"To hear all by (\d\d):(\d\d)", proposal)
    if hour is not None:
        hold_the_limit(hand, now, proposal, clock(int(hour), number(minute)))
    elif re.search(r"would be heard|to hear", proposal):
        hold_what_is_put_off(hand, now, proposal)


def limit_in(proposal: str) -> int:
    """The limit that is proposed, in seconds; 0 for none."""
    whole, seconds = found(r"a limit of (\w+) minutes?(?: (\d+) seconds)?", proposal)
    if whole is not None:
        return number(whole) * 60 + number(seconds)
    half = found(r"a limit of (\w+) and a half minutes", proposal)[0]
    return number(half) * 60 + 30 if half else 0


def hold_the_limit(hand: ByHand, now: datetime, proposal: str, by: datetime) -> None:
    """With that limit all are heard in time; with 15 seconds more they are not."""
    limit = limit_in(proposal)
    assert hand.course(now, hand.under(limit))[1] <= by, proposal
    longer = min(limit + STEP, hand.limits[""])
    assert hand.course(now, hand.under(longer))[1] > by, proposal
    if "for group statements" in proposal:
        told = proposal.split(", and ")[1]
        assert limit_in(f"a limit of {told}") == hand.under(limit)["group"], proposal


def hold_what_is_put_off(hand: ByHand, now: datetime, proposal: str) -> None:
    """What is put off is what has no time, and with a longer limit more would have none."""
    assert hand.sitting is not None
    cut = SITTINGS[int(hand.sitting) - 1][1]

    def beyond(seconds: int) -> list[str]:
        pieces, _ = hand.course(now, hand.under(seconds))
        return [each.what for each in pieces if each.ends > cut]

    limit, present = limit_in(proposal), hand.limits[""]
    put_off = proposal.split("propose", 1)[1]
    if "remaining speakers" in proposal:
        assert "turn" in beyond(LEAST), proposal
        return
    left = beyond(limit or present)
    assert "turn" not in left
    assert re.findall(r"\d\.\d", put_off) == [each for each in left if each[0].isdigit()], proposal
    assert number(found(r"(\w+) rights? of reply", put_off)[0]) == left.count("reply"), proposal
    if limit:
        assert left == beyond(LEAST), proposal
        assert limit + STEP >= present or beyond(limit + STEP) != left, proposal
