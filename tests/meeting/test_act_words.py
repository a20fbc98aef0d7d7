"""Every act is explained in both languages, and the reference in docs/ says the same."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from meeting_tui import words
from meeting_tui.meeting.acts import ACTS
from meeting_tui.meeting.declared import Act
from meeting_tui.text import cells

DOCS = Path(__file__).resolve().parents[2] / "docs"
LABEL_CELLS = 12


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.id)
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_act_has_a_sentence_and_a_short_name(act: Act, language: str) -> None:
    sentence = words.say(f"act.{act.id}", language)
    label = words.say(f"act.{act.id}.label", language)

    assert sentence.endswith((".", "。"))
    assert 0 < cells(label) <= LABEL_CELLS


def test_no_sentence_is_of_an_act_that_is_gone() -> None:
    ids = {act.id for act in ACTS}

    assert {key.split(".")[1] for key in words.sentences("act")} == ids
    assert len({act.id for act in ACTS}) == len(ACTS)
    assert len({act.words for act in ACTS}) == len(ACTS)


def test_short_names_are_told_apart() -> None:
    for language in words.LANGUAGES:
        labels = [words.say(f"act.{act.id}.label", language) for act in ACTS]
        assert len(set(labels)) == len(labels)


def test_the_reference_of_commands_is_current() -> None:
    spec = spec_from_file_location("make_commands", DOCS / "make_commands.py")
    assert spec is not None
    assert spec.loader is not None
    maker = module_from_spec(spec)
    spec.loader.exec_module(maker)
    page = maker.page()

    assert {act.group for act in ACTS} == set(maker.GROUPS)
    assert (DOCS / "commands.md").read_text(encoding="utf-8") == page, (
        "run .venv/bin/python docs/make_commands.py"
    )
