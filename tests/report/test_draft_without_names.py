"""A draft without names has none anywhere: in headings, in tables, in what people wrote."""

from __future__ import annotations

import pytest

from meeting_tui.report.draft import annex_draft
from meeting_tui.report.markdown_export import markdown, markdown_files
from meeting_tui.report.read_model import MeetingReport
from tests.report.full_day import full_report
from tests.report.name_search import names_in, presenters


def text_of(report: MeetingReport) -> str:
    """The Chair's report and the secretariat's annex."""
    return markdown_files(report)["report.md"].decode() + markdown(annex_draft(report))


def names_left(report: MeetingReport) -> list[str]:
    text = text_of(report)
    return names_in(text, allowed=presenters(report), set_aside=[report.agenda.chair or ""])


@pytest.mark.unmeasured
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("naming", ["counted", "anonymous"])
@pytest.mark.parametrize("with_names", [False, True])
def test_the_full_day_names_nobody(naming: str, language: str, with_names: bool) -> None:
    report = full_report(naming, language, with_names=with_names)

    assert names_left(report) == []
    assert presenters(report) == ({"NOR"} if with_names else set())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_search_finds_those_that_are_named(language: str) -> None:
    found = names_left(full_report("named", language))

    for code in ("CAF", "TTO", "EU", "CARMS"):
        assert full_report("named", language).directory.name(code, language) in found


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_those_on_show_are_named(naming: str, language: str) -> None:
    report = full_report(naming, language, with_names=True)
    text = text_of(report)

    for code in ("SEC", "CHAIR", "NOR"):
        assert report.directory.name(code, language) in text


def test_names_in_peoples_text_become_a_neutral_phrase() -> None:
    text = text_of(full_report("counted", with_names=True))

    assert "we agree with two delegations, not with another delegation" in text
    assert "同意两个代表团的意见，其中国家做法不一" in text
    assert "Norway informs its parliament; a delegation does too" in text
    assert "As proposed by a delegation, noted." in text
    assert "Names were replaced in the text of " in text


def test_named_drafts_leave_peoples_text_alone() -> None:
    text = text_of(full_report("named", with_names=True))

    assert "we agree with Mexico and the Republic of Korea, not with FRA" in text
    assert "Names were replaced" not in text
