"""`meeting-tui export` in Word and PDF: with a template, and where something is amiss."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from meeting_tui.desk import exporting, typesetting
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import PdfNotMade
from meeting_tui.report.blocks import Document, Heading, Paragraph, plain
from tests.shell.calling import Call


def paragraphs(content: bytes) -> list[str]:
    return [each.text for each in docx.Document(io.BytesIO(content)).paragraphs]


def own_template(path: Path, *texts: str) -> Path:
    made = docx.Document()
    for text in texts:
        made.add_paragraph(text)
    made.save(str(path))
    return path


def test_the_report_is_written_in_the_language_asked_for(
    day: Path, tmp_path: Path, call: Call
) -> None:
    told = call("--lang", "zh", "export", "day", "--format", "docx", "--to", tmp_path)

    assert (told.code, told.err) == (0, "")
    assert told.out.strip() == str(tmp_path / "report-zh.docx")
    made = docx.Document(str(tmp_path / "report-zh.docx"))
    assert made.core_properties.language == "zh-CN"
    assert made.paragraphs[0].text == "主席报告草案"


def test_files_of_two_languages_and_namings_stand_side_by_side(
    day: Path, tmp_path: Path, call: Call
) -> None:
    formats = "word,markdown,excel,csv-points,handover,json,toml"
    for language in ("en", "zh"):
        for naming in ("counted", "named"):
            asked = ("--names", naming, "--format", formats, "--to", tmp_path / "out")
            assert call("--lang", language, "export", "day", *asked).code == 0

    made = {each.name for each in (tmp_path / "out").iterdir()}
    plain_names = {"report.docx", "report.md", "report.xlsx", "handover.md", "handover.docx"}
    named = {name.replace(".", "-named.") for name in plain_names}
    chinese = {name.replace(".", "-zh.") for name in plain_names}
    both = {name.replace(".", "-zh-named.") for name in plain_names}
    records = {"points.csv", "points-zh.csv", "session.json", "session.toml"}
    assert made == {*plain_names, *named, *chinese, *both, *records}


def test_a_template_of_ones_own_is_filled_in(day: Path, tmp_path: Path, call: Call) -> None:
    own = own_template(tmp_path / "own.docx", "House style", "{{ title }}", "{{p body }}")

    told = call("export", "day", "--format", "word", "--template", own, "--to", tmp_path)

    assert told.code == 0
    made = paragraphs((tmp_path / "report.docx").read_bytes())
    assert made[:2] == ["House style", "Draft report of the Chair"]
    assert len(made) > 20


def test_a_fault_names_file_tag_and_reason_and_leaves_no_file(
    day: Path, tmp_path: Path, call: Call
) -> None:
    own = own_template(tmp_path / "own.docx", "{{ titel }}")

    told = call("export", "day", "--format", "word", "--template", own, "--to", tmp_path / "out")

    assert (told.code, told.out) == (1, "")
    assert told.err.splitlines() == [
        f"meeting-tui: {own}: {{{{ titel }}}}: a template has no “titel”"
    ]
    assert not (tmp_path / "out").exists()


def test_a_template_that_is_not_there_is_a_sentence(day: Path, tmp_path: Path, call: Call) -> None:
    told = call("export", "day", "--format", "word", "--template", tmp_path / "none.docx")

    assert (told.code, len(told.err.splitlines())) == (1, 1)
    assert "none.docx" in told.err


def test_a_template_for_what_has_no_pages_is_wrong_usage(day: Path, call: Call) -> None:
    told = call("export", "day", "--format", "json,md", "--template", "own.docx")

    assert told.code == 2
    assert "word or pdf" in told.err


def test_the_sample_is_a_template_that_works(day: Path, tmp_path: Path, call: Call) -> None:
    sample = tmp_path / "house" / "report-template.docx"

    told = call("export", "--template-sample", sample)
    assert (told.code, told.out) == (0, f"Template to start from: {sample}\n")
    assert call("export", "day", "--format", "word", "--to", tmp_path / "a").code == 0
    with_sample = ("--format", "word", "--template", sample, "--to", tmp_path / "b")
    assert call("export", "day", *with_sample).code == 0

    built_in, filled = ((tmp_path / name / "report.docx").read_bytes() for name in "ab")
    assert paragraphs(filled) == paragraphs(built_in)


def test_a_sample_never_replaces_what_somebody_worked_on(tmp_path: Path, call: Call) -> None:
    own = own_template(tmp_path / "own.docx", "hours of work")

    told = call("export", "--template-sample", own)

    assert told.code == 1
    assert "already exists" in told.err
    assert docx.Document(str(own)).paragraphs[0].text == "hours of work"


def test_the_pages_are_printed(
    day: Path, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typesetting, "pdf_of", lambda content: content[:2] + b" printed")

    told = call("export", "day", "--format", "pdf", "--to", tmp_path)

    assert told.code == 0
    assert (tmp_path / "report.pdf").read_bytes() == b"PK printed"


def test_without_libreoffice_the_rest_is_written_and_it_is_said(
    day: Path, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typesetting, "find_libreoffice", lambda: None)

    alone = call("export", "day", "--format", "pdf", "--to", tmp_path)
    assert (alone.code, alone.out) == (1, "")
    assert "LibreOffice is not installed here" in alone.err

    among = call("export", "day", "--format", "word,pdf,md", "--to", tmp_path)
    assert among.code == 0
    assert "LibreOffice is not installed here" in among.err
    assert sorted(path.name for path in tmp_path.glob("report.*")) == ["report.docx", "report.md"]


def test_nobody_listening_a_missing_pdf_is_an_error(
    day: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typesetting, "find_libreoffice", lambda: None)
    folder = SessionFolder(day)

    with pytest.raises(PdfNotMade):
        exporting.export_files(folder, ("md", "pdf"), language="en", naming="counted")


def test_nobody_listening_characters_are_left_out_all_the_same(
    day: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = Document("Ti\x00tle", "", "head", "foot", "en", is_draft=True, blocks=())
    monkeypatch.setattr("meeting_tui.report.draft.report_draft", lambda report: bad)

    files = exporting.export_files(SessionFolder(day), ("word",), language="en", naming="named")

    assert paragraphs(files["report-named.docx"]) == ["Title"]


def test_characters_left_out_are_told_with_their_place(
    day: Path, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = (Heading(1, "Item 4"), Paragraph(plain("pasted\x0b text")))
    bad = Document("Title", "", "head", "foot", "en", is_draft=True, blocks=blocks)
    monkeypatch.setattr("meeting_tui.report.draft.report_draft", lambda report: bad)

    told = call("export", "day", "--format", "word", "--to", tmp_path)

    assert told.code == 0
    assert told.err.splitlines() == [
        "Left out, because a Word file cannot hold it: U+000B, under “Item 4”, in “pasted text”"
    ]
    assert "pasted text" in paragraphs((tmp_path / "report.docx").read_bytes())
