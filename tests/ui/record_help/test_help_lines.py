"""The help tells every act of both registries, in both languages, and the kinds of speech."""

from __future__ import annotations

import pytest

from meeting_tui.agenda.presets import load_rules
from meeting_tui.ui.own_keys import EVERY_ACT
from meeting_tui.ui.screens.help_screen import GROUPS, HelpEntry, help_entries, help_rows
from meeting_tui.views.pieces import line_cells, plain
from tests.meeting.room import wgtr_rules


def entries(language: str = "en", **own: str) -> list[HelpEntry]:
    return help_entries(own, wgtr_rules(), language)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [58, 79, 119, 199])
def test_every_act_is_there_with_its_line(language: str, width: int) -> None:
    rows = help_rows(entries(language), (), language, width)
    shown = "\n".join(plain(row.content) for row in rows)

    assert max(line_cells(row.content) for row in rows) <= width
    if width >= 119:
        assert [each.syntax for each in EVERY_ACT if each.syntax not in shown] == []
    assert {row.key for row in rows if row.key.startswith("group ")} == {
        f"group {group}" for group in GROUPS
    }


def test_keys_of_ones_own_are_told() -> None:
    found = {
        each.id: each.keys for each in entries(next="ctrl+t", show_record="f11", undo="equals_sign")
    }

    assert (found["next"], found["show_record"]) == ("Space Ctrl+T", "F11")
    assert found["undo"] == "= Ctrl+Z"
    assert found["help"] == "? F1"


def test_kinds_of_speech_are_named_once_in_the_order_they_are_heard() -> None:
    told = {each.syntax: each.sentence for each in entries() if each.group == "kinds"}
    usual = ["order D [TEXT]", "inscribe D", "inscribe D kind presentation"]
    rules = load_rules("att-wgtr")

    assert len(told) == len(rules.kinds)
    assert [*told][:3] == usual and [*told][-1] == "reply D"
    assert told["inscribe D kind question"].startswith("Question,")
    assert "interrupts" in told["order D [TEXT]"] and "2:00" in told["inscribe D kind question"]


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        (("point", "order"), ["order", "ruling", "kind point_of_order"]),
        (("f9",), ["next"]),
        (("[text]", "suspend"), ["suspend"]),
        (("nothing has this",), []),
    ],
)
def test_find_looks_into_keys_lines_and_sentences(words: tuple[str, ...], ids: list[str]) -> None:
    assert [each.id for each in entries() if each.fits(words)] == ids


def test_groups_without_an_act_that_fits_are_left_out() -> None:
    rows = help_rows(entries(), ("ruling",), "en", 119)

    assert [row.key for row in rows if row.key.startswith("group")] == [
        "group order",
        "group kinds",
    ]
