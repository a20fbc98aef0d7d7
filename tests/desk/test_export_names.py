"""Outside `record` no byte of the folder of everything names a delegation that is not to be."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from meeting_tui.desk.bundle import Choice
from meeting_tui.desk.typesetting import find_libreoffice
from tests.desk.exported import everything, files_below, kept, texts_in
from tests.report.full_day import full_day, full_report
from tests.report.name_search import names_in, presenters

Exported = Callable[[str, str], dict[str, bytes]]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """Gives what was written in a language, naming so: the full day, its notes naming others."""
    folder = tmp_path_factory.mktemp("names")
    session = kept(full_day(with_names=True), folder / "day")

    @cache
    def files(language: str, naming: str) -> dict[str, bytes]:
        with pytest.MonkeyPatch.context() as patch:
            if naming != "counted":
                # Once is enough for what is slow to print.
                patch.setattr("meeting_tui.desk.typesetting.find_libreoffice", lambda: None)
            written = everything(session, folder / naming, Choice(language, naming))
        return files_below(written.paths[-1].parent)

    return files


@pytest.mark.unmeasured
@pytest.mark.parametrize(("naming", "language"), [("counted", "en"), ("anonymous", "zh")])
def test_what_may_be_handed_on_names_nobody(exported: Exported, naming: str, language: str) -> None:
    files = exported(language, naming)
    outside = {name: made for name, made in files.items() if not name.startswith("record/")}
    report = full_report(naming, language, with_names=True)

    for name, content in outside.items():
        text = "\n".join([name, *texts_in(name, content)])
        found = names_in(text, allowed=presenters(report), set_aside=[report.agenda.chair or ""])
        assert found == [], name
    assert {"report.md", "report.docx", "speakers.md", "manifest.json"} <= outside.keys()
    has_pdf = naming == "counted" and find_libreoffice() is not None
    assert ("report.pdf" in outside) == has_pdf


@pytest.mark.unmeasured
@pytest.mark.parametrize("naming", ["counted", "named"])
def test_the_search_finds_those_that_are_named(exported: Exported, naming: str) -> None:
    files = exported("en", naming)
    named = {"record/session.toml", "record/speeches.csv", "record/handover.md"}
    named |= (
        {"record/report.xlsx", "record/speakers.docx"} if naming == "counted" else {"report.md"}
    )

    for name in named:
        assert names_in("\n".join(texts_in(name, files[name]))), name
    assert ("record/speakers.md" in files) == (naming == "counted")
    assert {"record/session.json", "record/events.csv"} <= files.keys()


@pytest.mark.parametrize(
    ("naming", "language", "sentence"),
    [("counted", "en", "Do not pass it on."), ("anonymous", "zh", "请勿外传")],
)
def test_the_record_says_that_it_is_not_for_handing_on(
    exported: Exported, naming: str, language: str, sentence: str
) -> None:
    assert sentence in exported(language, naming)["record/READ-ME-FIRST.txt"].decode()
