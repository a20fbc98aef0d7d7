"""The agenda of 19 March 2026 holds everything that its annotated agenda says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from meeting_tui.agenda.model import Agenda, Item, Segment
from meeting_tui.agenda.plan import planned_items
from meeting_tui.agenda.presets import load_rules
from meeting_tui.agenda.toml_file import check_agenda, load_agenda

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / "agendas" / "2026-03-19-wgtr.toml"
SOURCE = ROOT.parent / "shared" / "mission" / "annotated-agenda-zh.txt"


@pytest.fixture(scope="module")
def agenda() -> Agenda:
    return load_agenda(FILE)


def phases_of(agenda: Agenda) -> list[Item | Segment]:
    phases: list[Item | Segment] = []
    for item in agenda.items:
        phases += [item, *item.segments]
    return phases


def test_its_date_place_chair_rules_and_sittings(agenda: Agenda) -> None:
    assert check_agenda(FILE) == ()
    assert agenda.date == date(2026, 3, 19)
    assert agenda.zone == "Europe/Zurich"
    assert agenda.chair == "Ms Milagros Winkelried Salazar (Peru)"
    assert (agenda.dated, agenda.original_language) == (date(2026, 2, 17), "en")
    assert agenda.short_title.en == "ATT WGTR"
    assert load_rules(agenda.rules).id == "att-wgtr"
    assert [f"{s.id} {s.start.isoformat()} {s.end.isoformat()}" for s in agenda.sittings] == [
        "1 2026-03-19T10:00:00+01:00 2026-03-19T13:00:00+01:00",
        "2 2026-03-19T15:00:00+01:00 2026-03-19T18:00:00+01:00",
    ]


def test_items_and_segments(agenda: Agenda) -> None:
    assert [(item.id, item.kind, item.opener) for item in agenda.items] == [
        ("0", "adoption", "Chair"),
        ("1", "discussion", None),
        ("2", "discussion", None),
        ("3", "discussion", "Chair"),
        ("4", "structured", "Chair"),
        ("5", "discussion", "Chair"),
        ("6", "discussion", None),
    ]
    assert [(s.id, s.kind, s.opener) for item in agenda.items for s in item.segments] == [
        ("1.1", "presentation", "Secretariat"),
        ("1.2", "discussion", "delegations"),
        ("2.1", "discussion", "Chair"),
        ("2.2", "presentation", "Secretariat"),
        ("2.3", "discussion", "Chair"),
        ("2.4", "presentation", "Secretariat"),
        ("2.5", "discussion", "delegations"),
        ("2.6", "presentation", "Secretariat"),
        ("2.7", "presentation", "States"),
        ("2.8", "discussion", "delegations"),
        ("2.9", "decision", "Chair"),
        ("4.1", "presentation", "Chair"),
        ("4.2", "presentation", "guest speaker"),
        ("4.3", "presentation", "States Parties"),
        ("4.4", "qa", "all"),
        ("4.5", "discussion", "all"),
    ]


def test_only_the_faq_segment_is_conditional(agenda: Agenda) -> None:
    segments = [segment for item in agenda.items for segment in item.segments]
    assert [segment.id for segment in segments if segment.condition] == ["2.9"]
    faq = agenda.segment("2.9")
    assert faq is not None
    assert faq.condition is not None
    assert "5 March 2026" in faq.condition.en


def test_platform_part_of_item_3_is_heard_in_2_5(agenda: Agenda) -> None:
    assert [segment.id for segment in agenda.merged_from("3")] == ["2.5"]
    assert agenda.merged_from("2") == ()


def test_plan_fills_both_sittings_and_item_4_has_one(agenda: Agenda) -> None:
    spans = [
        f"{planned.item} {planned.sitting} {planned.start:%H:%M}-{planned.end:%H:%M}"
        for planned in planned_items(agenda)
    ]
    assert spans == [
        "0 1 10:00-10:10",
        "1 1 10:10-10:45",
        "2 1 10:45-12:15",
        "3 1 12:15-12:45",
        "4 2 15:00-18:00",
        "5 1 12:45-12:55",
        "6 1 12:55-13:00",
    ]
    item = agenda.item("4")
    assert item is not None
    assert item.minutes == 180


def test_segments_add_up_to_their_items(agenda: Agenda) -> None:
    for item in agenda.items:
        held = [segment.minutes or 0 for segment in item.segments if not segment.condition]
        assert not held or sum(held) == item.minutes


def test_endnotes_stand_beside_what_they_explain(agenda: Agenda) -> None:
    phases = phases_of(agenda)
    assert [(note.number, phase.id) for phase in phases for note in phase.notes] == [
        (1, "2.1"),
        (2, "2.2"),
        (3, "2.2"),
        (4, "2.4"),
        (5, "2.4"),
        (6, "2.6"),
        (7, "2.9"),
        (8, "4"),
    ]
    assert all(note.text.zh for phase in phases for note in phase.notes)


def test_questions_with_item_segment_and_audience(agenda: Agenda) -> None:
    others = ("signatory", "observer_state", "igo", "ngo", "industry")
    asked = [(q.id, q.set, q.item, q.segment, q.asks) for q in agenda.questions]
    assert asked == [
        ("P1", "preparatory", "1", "1.2", ()),
        ("P2", "preparatory", "2", "2.1", ()),
        ("P3", "preparatory", "2", "2.3", ()),
        ("P4", "preparatory", "2", "2.5", ("state_party",)),
        ("P5", "preparatory", "2", "2.2", others),
        ("P6", "preparatory", "2", "2.8", ()),
        ("P7", "preparatory", "4", "4.5", ()),
        ("P8", "preparatory", "5", None, ()),
        *((f"A{number}", "annex", "4", None, ()) for number in range(1, 9)),
    ]
    assert all(q.short.zh and q.text.zh for q in agenda.questions)


def test_topics_of_which_the_report_must_speak(agenda: Agenda) -> None:
    found = [(each.id, each.item, each.questions, each.segments) for each in agenda.topics]
    assert found == [
        ("advisory-group", "2", ("P3",), ("2.3",)),
        ("tool-and-platform", "2", ("P4",), ("2.4", "2.5")),
        ("next-mandate", "5", ("P8",), ()),
    ]
    assert all(each.own_section and each.title.zh for each in agenda.topics)


def test_dates_before_and_after(agenda: Agenda) -> None:
    assert [(note.date, note.until) for note in agenda.deadlines] == [(date(2026, 3, 5), None)]
    assert [(note.date, note.until) for note in agenda.next_steps] == [
        (date(2026, 5, 27), date(2026, 5, 28)),
        (date(2026, 8, 24), date(2026, 8, 28)),
    ]


@pytest.mark.skipif(not SOURCE.exists(), reason="the Chinese source is not beside the checkout")
def test_chinese_titles_are_those_of_the_source(agenda: Agenda) -> None:
    source = "".join(SOURCE.read_text(encoding="utf-8").split())
    phases = phases_of(agenda)
    titles = [agenda.title, agenda.short_title, *(phase.title for phase in phases)]
    for title in titles:
        assert title.zh is not None
        assert "".join(title.zh.split()) in source
    # The source names the Treaty with the Conference, and the Conference with the group.
    treaty, conference, group = "《武器贸易条约》", "第十二届缔约国会议", "透明度和报告工作组"
    assert agenda.body.zh == treaty + conference + group
    assert treaty + conference in source
    assert conference + group in source


def test_only_the_advisory_group_can_be_agreed_with(agenda: Agenda) -> None:
    assert [each.id for each in agenda.questions if each.takes_positions] == ["P3"]
    assert all(each.positions is not None for each in agenda.questions)
