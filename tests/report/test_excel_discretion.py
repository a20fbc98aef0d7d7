"""Nothing in a workbook without names can be joined to one of the delegations that spoke.

Whoever was in the room knows who spoke, when, for how long and of which kind they are. So the
workbook has to stay the same whichever of them made a point, an intervention or a request.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from meeting_tui.meeting.records import Inscription
from meeting_tui.report.draft.voice import is_on_show
from meeting_tui.report.read_model import MeetingReport, Statement
from tests.report.full_day import full_report
from tests.report.hard_day import adjourned, report
from tests.report.workbooks import sheet_of, values, workbook_of

SHEETS = ("Interventions", "Points", "Coverage", "Inscriptions", "Corrections")
TELLING = {
    "Kind of delegation",
    "Region",
    "Tier",
    "Capacity",
    "Group",
    "Requested by",
    "Requested at (Europe/Zurich)",
    "Given at (Europe/Zurich)",
    "Yielded at (Europe/Zurich)",
    "At (Europe/Zurich)",
    "Limit",
    "Time over",
    "Time paused",
    "No.",
    "Request",
    "Point",
    "About",
}
"""Headings of columns that say of one row when, by what sort of delegation, or in which place."""
MODELS: dict[str, Callable[[str], MeetingReport]] = {
    "full day": lambda naming: full_report(naming, with_names=True),
    "hard day": lambda naming: report(adjourned(), "18:30:00", naming=naming),
}


def _shuffled(given: list[Statement], chance: random.Random) -> list[Statement]:
    """The same statements, each made by another of those who spoke, at another time."""
    makers = chance.sample(given, len(given))
    return [
        replace(
            maker,
            points=each.points,
            intervention=replace(
                maker.intervention, item=each.intervention.item, segment=each.intervention.segment
            ),
        )
        for each, maker in zip(given, makers, strict=True)
    ]


def another_made_it(model: MeetingReport, chance: random.Random) -> MeetingReport:
    """The day with all that was said on a segment said by another of those who spoke on it."""
    places = dict.fromkeys((e.intervention.item, e.intervention.segment) for e in model.statements)
    found: list[Statement] = []
    for place in places:
        here = [
            each
            for each in model.statements
            if (each.intervention.item, each.intervention.segment) == place
        ]
        others = [each for each in here if not is_on_show(each.asked)]
        found += [each for each in here if is_on_show(each.asked)]
        found += _shuffled(others, chance)
    chance.shuffle(found)
    return replace(model, statements=tuple(found))


def another_asked(model: MeetingReport, chance: random.Random) -> MeetingReport:
    """The day with each request made by another delegation, in another way and another order."""
    asked = [each for each in model.inscriptions if not is_on_show(each)]
    owners = chance.sample(asked, len(asked))
    made: list[Inscription] = [
        replace(owner, item=each.item, outcome=each.outcome)
        for each, owner in zip(asked, owners, strict=True)
    ]
    made += [each for each in model.inscriptions if is_on_show(each)]
    chance.shuffle(made)
    return replace(model, inscriptions=tuple(made))


@pytest.mark.unmeasured
@pytest.mark.parametrize("day", sorted(MODELS))
@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_it_reads_the_same_whoever_of_them_said_it(naming: str, day: str) -> None:
    model = MODELS[day](naming)
    chance = random.Random(7)
    other = another_asked(another_made_it(model, chance), chance)
    assert other.statements != model.statements

    one, two = workbook_of(model), workbook_of(other)

    for title in ("Interventions", "Points", "Inscriptions", "Corrections"):
        assert values(one[title]) == values(two[title]), title


@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_no_column_tells_one_row_from_another_by_who_or_when(naming: str) -> None:
    book = workbook_of(full_report(naming, with_names=True))

    for title in SHEETS:
        assert not TELLING & {cell.value for cell in book[title][1]}, title


@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_those_who_are_not_named_have_one_row_for_each_place(naming: str) -> None:
    for title, wide in (("Interventions", 2), ("Inscriptions", 2)):
        heads, *rows = values(sheet_of(full_report(naming, with_names=True), title))
        name = heads.index("Name")
        places = [tuple(row[:wide]) for row in rows if not row[name]]
        assert len(places) == len(set(places))
        assert {row[name] for row in rows} >= {None, "ATT Secretariat", "Norway"}


def test_the_sums_are_those_of_the_record() -> None:
    model = full_report("counted")
    heads, *rows = values(sheet_of(model, "Interventions"))
    named = values(sheet_of(full_report("named"), "Interventions"))
    asked_heads, *asked = values(sheet_of(model, "Inscriptions"))

    assert sum(row[heads.index("Statements")] for row in rows) == len(named) - 1
    spoken = sum(row[heads.index("Time spoken")].total_seconds() for row in rows)
    assert spoken == pytest.approx(sum(each.seconds for each in model.statements), abs=0.1)
    count = sum(row[asked_heads.index("Requests")] for row in asked)
    assert count == len(model.inscriptions)


def test_anonymous_has_no_counts() -> None:
    book = workbook_of(full_report("anonymous"))

    for title in ("Interventions", "Inscriptions", "Points", "Coverage"):
        figures = [
            cell
            for row in values(book[title])[1:]
            for cell in row
            if isinstance(cell, int | float) and not isinstance(cell, bool)
        ]
        assert figures == [], title


def test_points_are_sorted_by_what_is_shown_of_them() -> None:
    sheet = values(sheet_of(full_report("counted", with_names=True), "Points"))
    heads, *rows = sheet
    keys = ("Filed under item", "Questions", "Kind of point", "Stance")
    texts: dict[tuple[object, ...], list[str]] = {}
    for row in rows:
        cells = dict(zip(heads, row, strict=True))
        texts.setdefault(tuple(cells[key] for key in keys), []).append(str(cells["Text"] or ""))

    assert any(len(each) > 1 for each in texts.values())
    assert all(each == sorted(each) for each in texts.values())


def test_without_names_corrections_tell_neither_when_nor_of_which() -> None:
    named = values(sheet_of(report(adjourned(), "18:30:00"), "Corrections"))
    counted = values(sheet_of(report(adjourned(), "18:30:00", naming="counted"), "Corrections"))

    assert named[0][:3] == ["At (Europe/Zurich)", "What", "About"]
    assert counted[0] == ["What", "Before", "After"]
    assert {row[0] for row in counted[1:]} == {"point"}
    assert len(counted) == 1 + sum(row[1] == "point" for row in named[1:])
