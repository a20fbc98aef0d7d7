"""A setting that does nothing is worse than none: each changes a figure that is shown.

The complaint: a start-time setting of another tool did nothing. Whoever adds a field to the rules
or the agenda that has to do with time has to add here what it changes.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.presets import parse_rules
from meeting_tui.agenda.rules import Rules, TimekeeperRules
from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.delegations.directory import load_directory
from meeting_tui.desk.intake import Intake, Seat, started
from meeting_tui.desk.playing import read_script
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.report.plain_values import forecast_table
from meeting_tui.ui.app import MeetingApp
from tests.scenarios.late_day import AGENDA, DAY, LONG_LIST, at, let_it_be, play_until, seated
from tests.ui.seen import until

PRESET = (files("meeting_tui.agenda") / "presets" / "att-wgtr.toml").read_text(encoding="utf-8")

CHANGES = {
    "default_limit": "4:00",
    "handover": "0:50",
    "tiers.group.limit": "8:00",
    "replies.limits": ["3:00", "1:00"],
    "timekeeper.closing_words": "5:00",
    "timekeeper.point_of_order": "4:00",
    "timekeeper.least_limit": "2:45",
    "timekeeper.share": 0.4,
    "timekeeper.spread": 0.7,
    "timekeeper.mean_lean": 0.6,
    "timekeeper.spread_lean": 0.6,
    "timekeeper.items_spread": 0.6,
    "timekeeper.drift": 0.3,
    "timekeeper.taper": 0.2,
    "timekeeper.opening": 0.3,
    "timekeeper.closing": 0.4,
    "timekeeper.fading": 0.2,
    "timekeeper.growth": 0.2,
    "timekeeper.carried": 0.1,
    "timekeeper.middle_level": 0.45,
    "timekeeper.late_level": 0.85,
    "timekeeper.late_growth": 0.2,
    "timekeeper.handover_spread": 0.1,
    "timekeeper.handover_turns": 100,
    "timekeeper.newcomers_later": 2.0,
    "timekeeper.newcomers_fading": 0.0,
    "timekeeper.newcomers_drawn": 1.0,
    "timekeeper.break_minutes": 90.0,
}
WITH_LIMITS = [each["id"] for each in tomllib.loads(PRESET)["kinds"] if "limit" in each]
CHANGES |= {f"kinds.{kind}.limit": "5:00" for kind in WITH_LIMITS}
"""Every length of time and number of the preset -> another value."""
NEWCOMERS = {
    "timekeeper.newcomers": 40.0,
    "timekeeper.newcomers_spread": 0.2,
    "timekeeper.newcomers_early": 0.1,
}
"""Of those who ask before the first turn: at 12:20 that is over."""
TOLD_APART = {
    "next_guard",
    "timekeeper.newcomers_items",
    *NEWCOMERS,
    "timekeeper.newcomers_place",
    "timekeeper.break_power",
    "timekeeper.break_length",
    "timekeeper.break_length_spread",
}
"""What is no figure: how soon `next` is taken again, see below, and the order of kinds (`rank`).
And what goes with the figures for newcomers and breaks, which the preset does not have; one of
older files counts for nothing."""
NOT_IN_THE_PRESET = {
    "tiers.states.limit": "1:00",
    "tiers.states.share": 0.3,
    "kinds.statement.limit": "1:00",
    "kinds.statement.share": 0.3,
}
"""Keys a rules file may have too."""
ASKING = ("aut", "jpn", "bra", "ken", "fji", "nor")
LINES = (
    "order per",
    *(f"inscribe {who} kind {kind}" for who, kind in zip(ASKING, WITH_LIMITS, strict=False)),
)
"""Entered at 12:20, so that everything is waited for."""

_TIME = re.compile(r"\d+:\d\d")


def leaves(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """The places of a document that hold a length of time or a number."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{place}.{key}".lstrip("."))
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for n, inner in enumerate(value):
            yield from leaves(inner, f"{place}.{inner.get('id', n)}")
    else:
        first = value[0] if isinstance(value, list) and value else value
        is_time = isinstance(first, str) and _TIME.fullmatch(first)
        if is_time or (isinstance(first, int | float) and not isinstance(first, bool)):
            yield place, value


def rules_with(place: str, value: Any) -> Rules:
    """The preset with one value changed, read as a rules file is."""
    lines = PRESET.split("\n")
    *table, key = place.split(".")
    begin = 0
    if table:
        head = f"[[{table[0]}]]" if len(table) == 2 else f"[{table[0]}]"
        named = f'id = "{table[-1]}"'
        begin = 1 + next(
            n
            for n, line in enumerate(lines)
            if line == head and (len(table) == 1 or lines[n + 1] == named)
        )
    ends = (n for n in range(begin, len(lines)) if lines[n].startswith("["))
    end = next(ends, len(lines))
    kept = [line for line in lines[begin:end] if not line.startswith(f"{key} =")]
    lines[begin:end] = [f"{key} = {value!r}".replace("'", '"'), *kept]
    return parse_rules("\n".join(lines), "changed.toml")


def intake_at(
    clock: str, *more: str, rules: Rules | None = None, plan: Agenda | None = None
) -> Intake:
    """The long list's day as it stands at a time under these rules and this plan."""
    plan, rules = plan or load_agenda(AGENDA), rules or parse_rules(PRESET, "att-wgtr.toml")
    seat = Seat("script")
    script = read_script(LONG_LIST, plan.date, plan.zone)
    first = started("day", plan, rules, script[0].at, seat, rehearsal=True)
    intake = Intake(Meeting(first), load_directory(), seat)
    lines = [(each.line, each.at) for each in script if each.at < at(clock)]
    for line, when in [*lines, *((each, at(clock)) for each in more)]:
        outcome = intake.propose(line, when)
        assert not isinstance(outcome, Refusal), (line, outcome)
        intake.accept(outcome)
    return intake


def figures(intake: Intake, clock: str) -> dict[str, Any]:
    """All figures of the forecast, as the export and the command show them."""
    return forecast_table(project(intake.meeting.state, at(clock)), "en")


@cache
def usual() -> dict[str, Any]:
    return figures(intake_at("12:20:00", *LINES), "12:20:00")


def test_every_time_and_number_of_the_preset_is_tried() -> None:
    places = {place for place, _ in leaves(tomllib.loads(PRESET)) if not place.endswith(".rank")}
    assert places == (CHANGES.keys() | TOLD_APART) - {"timekeeper.newcomers_place"}
    assert len(WITH_LIMITS) <= len(ASKING)


def test_every_field_of_the_timekeeper_is_in_the_preset() -> None:
    places = (each.split(".") for each in CHANGES.keys() | TOLD_APART)
    given = {place[1] for place in places if place[0] == "timekeeper"}
    assert {name.removesuffix("_seconds") for name in TimekeeperRules.__struct_fields__} == given


@pytest.mark.parametrize(("place", "value"), [*CHANGES.items(), *NOT_IN_THE_PRESET.items()])
def test_every_setting_of_the_rules_changes_a_figure(place: str, value: Any) -> None:
    changed = figures(intake_at("12:20:00", *LINES, rules=rules_with(place, value)), "12:20:00")
    assert changed != usual()


@pytest.mark.parametrize(
    ("place", "value"), [*NEWCOMERS.items(), ("timekeeper.newcomers_items", 50)]
)
def test_every_setting_for_newcomers_changes_how_many_are_expected(place: str, value: Any) -> None:
    name, plan = place.rpartition(".")[2], load_agenda(AGENDA)
    rules = rules_with("timekeeper.newcomers", 9.0)
    known = replace(rules.timekeeper, **{name: value})
    expected = [
        figures(intake_at("10:15:23", rules=each, plan=plan), "10:16:30")["open_item"]
        for each in (rules, replace(rules, timekeeper=known))
    ]
    assert expected[0] != expected[1]


def test_the_guard_of_the_rules_changes_how_soon_next_is_taken_again() -> None:
    for guard, is_refused in (("0:03", True), ("0:01", False)):
        intake = intake_at("12:22:55", rules=rules_with("next_guard", guard))
        intake.accept(accepted(intake, "next", "12:23:00"))
        assert isinstance(intake.propose("next", at("12:23:02")), Refusal) is is_refused


def accepted(intake: Intake, line: str, clock: str) -> tuple[Any, ...]:
    """The entries a line must add."""
    outcome = intake.propose(line, at(clock))
    assert not isinstance(outcome, Refusal), outcome
    return outcome


def sitting_moved(number: int, **minutes: int) -> Callable[[Agenda], Agenda]:
    """Another start or end of a sitting."""

    def moved(plan: Agenda) -> Agenda:
        sittings = list(plan.sittings)
        times: Any = {
            key: getattr(sittings[number], key) + timedelta(minutes=by)
            for key, by in minutes.items()
        }
        sittings[number] = replace(sittings[number], **times)
        return replace(plan, sittings=tuple(sittings))

    return moved


def item_minutes(item_id: str) -> Callable[[Agenda], Agenda]:
    """Five minutes less for an item."""

    def changed(plan: Agenda) -> Agenda:
        items = tuple(
            replace(each, minutes=each.minutes - 5) if each.id == item_id else each
            for each in plan.items
        )
        return replace(plan, items=items)

    return changed


def segment_minutes(segment_id: str, **minutes: Any) -> Callable[[Agenda], Agenda]:
    """Other minutes for a segment."""

    def changed(plan: Agenda) -> Agenda:
        items = tuple(
            replace(
                item,
                segments=tuple(
                    replace(each, **minutes) if each.id == segment_id else each
                    for each in item.segments
                ),
            )
            for item in plan.items
        )
        return replace(plan, items=items)

    return changed


@pytest.mark.parametrize(
    ("clock", "change"),
    [
        ("12:20:00", sitting_moved(0, start=30)),
        ("12:20:00", sitting_moved(0, end=-10)),
        ("12:20:00", sitting_moved(1, start=15)),
        ("12:20:00", sitting_moved(1, end=-15)),
        *[("12:20:00", item_minutes(each)) for each in ("0", "1", "2", "3", "4", "5")],
        ("11:10:00", segment_minutes("2.4", minutes=20)),
        ("11:45:30", segment_minutes("2.7", minutes=20)),
        ("15:29:10", segment_minutes("4.3", each_minutes=5)),
    ],
)
def test_every_time_of_the_agenda_changes_a_figure(
    clock: str, change: Callable[[Agenda], Agenda]
) -> None:
    plan = load_agenda(AGENDA)
    line = "inscribe che kind presentation"
    changed = figures(intake_at(clock, line, plan=change(plan)), clock)
    assert changed != figures(intake_at(clock, line), clock)


@pytest.mark.parametrize("sound", [True, False])
async def test_the_sound_setting_rings_when_the_limit_passes_or_does_not(
    tmp_path: Path, sound: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[str] = []
    monkeypatch.setattr(MeetingApp, "bell", lambda app: rung.append("rung"))
    session = play_until(tmp_path / "sessions", DAY, "10:38:00")
    (tmp_path / "settings.toml").write_text(f"sound = {str(sound).lower()}\n", encoding="utf-8")
    with seated(session, "10:38:00") as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await until(lambda: app.desk.state.speaking() is not None)
            await pilot.pause(0.7)
            let_it_be(app, "10:44:00")
            await pilot.pause(0.7)
    assert rung == (["rung"] if sound else [])
