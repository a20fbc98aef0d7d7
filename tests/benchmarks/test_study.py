"""The study's own arithmetic: what is looked at, when, and what it is compared with."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.bench_study import (
    Case,
    Line,
    Rival,
    closed,
    interval,
    lines,
    missing,
    rival_of,
    tried,
)
from benchmarks.debates import Spoken, council
from benchmarks.held import EVERY, RECESS, Glance, glances, without
from meeting_tui.agenda.presets import load_rules

FLAT = load_rules("flat")


def debate(*lengths: float, gap: float = 0, begins: float = 0) -> tuple[Spoken, ...]:
    """Turns of so many seconds one behind the other."""
    turns = []
    for length in lengths:
        turns.append(Spoken(begins, begins + length))
        begins += length + gap
    return tuple(turns)


def glance(**known: float | None) -> Glance:
    usual = {"truth": 100, "middle": 90, "late": 120, "full": 300, "waiting": 2}
    return Glance(**{**usual, "spoken": None, "left": 2, "turns": 6, **known})  # type: ignore[arg-type]


def test_a_debate_is_looked_at_after_each_turn_and_once_a_minute() -> None:
    seen = list(glances((debate(100, 100, 100, 100, gap=10),), FLAT))
    after = [each for each in seen if each.spoken is None]
    during = [each for each in seen if each.spoken is not None]

    assert [each.truth for each in after] == [330, 220, 110]
    assert [each.truth for each in during] == [430 - EVERY * n for n in range(8)]
    assert [each.waiting for each in after] == [each.left for each in after] == [3, 2, 1]
    assert all(each.left == each.waiting + 1 for each in during)
    assert [each.third for each in after] == [0, 1, 2]
    assert all(0 < each.middle <= each.late for each in seen)


def test_debates_of_a_few_turns_are_heard_but_not_looked_at() -> None:
    assert list(glances((debate(50, 50, 50),), FLAT)) == []
    assert list(glances(((),), FLAT)) == []
    short, long = debate(50, 50, 50), debate(*[50] * 4, begins=200)

    alone, behind = (next(glances(held, FLAT)) for held in ((long,), (short, long)))

    assert alone.truth == behind.truth == 200
    assert behind.middle < alone.middle


def test_nobody_looks_during_a_recess_and_cases_before_it_are_told_apart() -> None:
    first, last = debate(50, 50), debate(50, 50, begins=100 + RECESS)
    seen = list(glances(((*first, *last),), FLAT))

    assert [each.has_recess for each in seen if each.spoken is None] == [True, True, False]
    assert not any(200 < each.truth < RECESS for each in seen)


def test_turns_that_begin_before_the_last_one_is_over_wait_for_it() -> None:
    held = (Spoken(0, 60), Spoken(40, 50), Spoken(55, 90), Spoken(90, 90))

    assert [each.waiting for each in glances((held,), FLAT) if each.spoken is None] == [3, 2, 1]


def test_names_that_are_missing_come_before_their_turn() -> None:
    held = (debate(*[60] * 40),)
    (opened,) = without(held, 0.5, 1)
    late = [turn for turn in opened if turn.asks]

    assert 10 < len(late) < 30
    assert all(0 <= (turn.asks or 0) <= turn.begins for turn in opened)
    assert without(held, 0.0, 1)[0][5].asks == 0
    first = next(glances((opened,), FLAT))
    assert first.waiting < 39
    assert first.left == 40


def test_rules_of_thumb_are_learned_from_what_was_seen() -> None:
    seen = [glance(waiting=2, truth=each) for each in range(10, 30)]
    rival = rival_of([(debate(50, 70),)], [*seen, glance(spoken=5, waiting=1, truth=44)])

    assert rival.by_mean_turn(glance(waiting=3)) == 180
    assert rival.by_mean_turn(glance(waiting=3, spoken=20)) == 220
    assert rival.by_mean_turn(glance(waiting=3, spoken=90)) == 180
    assert rival.by_table(glance(waiting=2)) == 19.5
    assert rival.by_table(glance(waiting=4)) == 39
    assert rival.by_table(glance(waiting=1, spoken=3)) == 44
    assert Rival(60, {}).by_table(glance(waiting=2)) == 120


def test_intervals_are_those_of_whole_sittings() -> None:
    same = [Case(n, glance(truth=100)) for n in range(9)]
    one = [Case(0, glance(truth=each)) for each in range(100)]
    two = [Case(n, glance(truth=100 * n)) for n in (1, 2) for _ in range(50)]

    def truth(case: Case) -> float:
        return case.seen.truth

    assert interval(same, truth, 0.5) == interval(same, truth, None) == (100, 100)
    assert interval(one, truth, 0.5) == (49, 49)
    assert interval(two, truth, None) == (100, 200)


def test_a_line_tells_errors_shares_and_how_many() -> None:
    seen = [glance(truth=each) for each in (80, 100, 110, 130)]
    line = Line("a body", [Case(n, each, 150, 100) for n, each in enumerate(seen)])

    assert line.error == 15
    assert list(line.rivals) == [45, 15]
    assert (line.below(lambda case: case.seen.middle), line.below(lambda case: 120)) == (25, 75)
    assert line.markdown().startswith("| a body | 4 / 4 | 15 (10–20) | 45 | 15 | 25 % (")
    assert list(Line("limits", [Case(0, glance())]).rivals) == [200, None]
    assert [row.holds for row in line.rows()] == [None] * 3
    assert [row.holds for row in Line("many", [*line.cases] * 50).rows()] == [True, False, False]


def test_every_look_falls_into_one_length_and_one_third() -> None:
    known = [
        Case(0, glance(left=left, turns=60, spoken=None if left % 2 else 1.0), 1, 1)
        for left in range(1, 60)
    ]
    found = {line.what: len(line.cases) for line in lines("x", known)}

    assert found["x"] == 59
    assert sum(found[f"x, {each}"] for each in ("1–5 turns left", "6–10 turns left")) == 10
    assert found["x, 11–40 turns left"] + found["x, 41 and more"] == 49
    assert sum(found[f"x, {each} third"] for each in ("first", "second", "last")) == 59
    assert "x, no recess to come" not in found


def test_recesses_to_come_are_told_apart_with_the_same_parts() -> None:
    known = [Case(0, glance(left=2 + 6 * (n % 2), has_recess=n % 3 == 0), 1, 1) for n in range(12)]
    found = {line.what: len(line.cases) for line in lines("x", known)}

    assert (found["x"], found["x, no recess to come"]) == (12, 8)
    assert found["x, no recess to come, 1–5 turns left"] == 4
    assert all(case.seen.has_recess is False for case in list(lines("x", known))[-1].cases)


def test_each_half_is_tried_with_what_the_other_teaches() -> None:
    slow = (debate(*[200] * 4), debate(*[200] * 4, begins=900))
    fast = (debate(*[20] * 4), debate(*[20] * 4, begins=900))
    cases = tried([slow, fast], FLAT, closed)

    assert {case.mean_turn for case in cases if case.seen.spoken is None} >= {60, 600}
    assert {case.sitting for case in cases} == {0, 1}
    assert all(case.table is not None for case in cases)
    assert len(tried([slow, fast], FLAT, missing(0.5))) == len(cases)


def test_a_sitting_without_votes_is_left_out(tmp_path: Path) -> None:
    turns = [["S1", 0, 10, 1], ["S2", 20, 30, 0], ["S3", 60, 5, 0], ["S2", 80, 9, 0]]
    sittings = [{"turns": turns, "votes": []}, {"turns": turns, "votes": [[70, "1"]]}]
    path = tmp_path / "sittings.json"
    path.write_text(json.dumps({"sittings": sittings}), encoding="utf-8")

    assert council(path) == [((Spoken(20, 50), Spoken(60, 65)), (Spoken(80, 89),))]
