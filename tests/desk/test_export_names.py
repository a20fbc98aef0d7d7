"""Outside `record` no byte of the folder of everything names a delegation that is not to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from meeting_tui.desk.bundle import Choice
from meeting_tui.desk.pdf import find_libreoffice
from meeting_tui.desk.sessions import SessionFolder
from tests.desk.exported import everything, files_below, kept, texts_in
from tests.report.full_day import full_day, full_report
from tests.report.name_search import names_in, presenters


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> SessionFolder:
    """The full day, its notes naming others, with a text received under a telling name."""
    return kept(full_day(with_names=True), tmp_path_factory.mktemp("names") / "day")


def exported(session: SessionFolder, target: Path, choice: Choice) -> dict[str, bytes]:
    written = everything(session, target, choice)
    return files_below(written.paths[-1].parent)


@pytest.mark.parametrize(("naming", "language"), [("counted", "en"), ("anonymous", "zh")])
def test_what_may_be_handed_on_names_nobody(
    session: SessionFolder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    naming: str,
    language: str,
) -> None:
    if naming == "anonymous":
        # Once is enough for what is slow to print.
        monkeypatch.setattr("meeting_tui.desk.pdf.find_libreoffice", lambda: None)
    files = exported(session, tmp_path, Choice(language, naming))
    outside = {name: made for name, made in files.items() if not name.startswith("record/")}
    report = full_report(naming, language, with_names=True)

    for name, content in outside.items():
        text = "\n".join([name, *texts_in(name, content)])
        found = names_in(text, allowed=presenters(report), set_aside=[report.agenda.chair or ""])
        assert found == [], name
    assert {"report.md", "report.docx", "speakers.md", "manifest.json"} <= outside.keys()
    has_pdf = naming == "counted" and find_libreoffice() is not None
    assert ("report.pdf" in outside) == has_pdf


@pytest.mark.parametrize("naming", ["counted", "named"])
def test_the_search_finds_those_that_are_named(
    session: SessionFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, naming: str
) -> None:
    monkeypatch.setattr("meeting_tui.desk.pdf.find_libreoffice", lambda: None)
    files = exported(session, tmp_path, Choice("en", naming))
    named = {"record/session.toml", "record/speeches.csv", "record/handover.md"}
    named |= (
        {"record/report.xlsx", "record/speakers.docx"} if naming == "counted" else {"report.md"}
    )

    for name in named:
        assert names_in("\n".join(texts_in(name, files[name]))), name
    assert ("record/speakers.md" in files) == (naming == "counted")
    assert {"record/session.json", "record/events.csv"} <= files.keys()


def test_the_record_says_that_it_is_not_for_handing_on(
    session: SessionFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("meeting_tui.desk.pdf.find_libreoffice", lambda: None)
    for language, sentence in (("en", "Not for handing on."), ("zh", "请勿外传")):
        files = exported(session, tmp_path / language, Choice(language))
        assert sentence in files["record/READ-ME-FIRST.txt"].decode()
