"""The report draft as a Word file: no name where none may be, in any of its parts."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from msgspec.structs import replace

from meeting_tui.report.blocks import (
    Bullets,
    Document,
    Dropped,
    Heading,
    Notice,
    Paragraph,
    Table,
)
from meeting_tui.report.draft import annex_draft, report_draft
from meeting_tui.report.read_model import MeetingReport
from meeting_tui.report.word import word_file, word_files
from meeting_tui.report.word.body import inline_text
from tests.report.full_day import full_report
from tests.report.hard_day import adjourned, begin, mid_day, report
from tests.report.name_search import names_in, presenters


def everything_in(file: bytes) -> str:
    """All that stands in any part of the package: texts, attributes, names of files."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        parts = [package.read(name).decode("utf-8") for name in sorted(package.namelist())]
    words = [" ".join(re.findall(r"<w:t[ >][^<]*|<dc:[^<]*|<cp:[^<]*", part)) for part in parts]
    return unescape(re.sub(r"<[^>]*>", " ", " ".join(words)))


def names_left(model: MeetingReport) -> list[str]:
    (file,) = word_files(model).values()
    return names_in(
        everything_in(file), allowed=presenters(model), set_aside=[model.agenda.chair or ""]
    )


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_no_part_of_the_file_names_anybody(naming: str, language: str) -> None:
    assert names_left(full_report(naming, language, with_names=True)) == []


def test_the_search_finds_those_that_are_named() -> None:
    assert "Trinidad and Tobago" in names_left(full_report("named"))


def test_the_full_day_opens_again_with_its_tables() -> None:
    (file,) = word_files(full_report()).values()
    made = docx.Document(io.BytesIO(file))
    annex = docx.Document(io.BytesIO(word_file(annex_draft(full_report()))))

    assert len(made.paragraphs) > 200
    assert made.tables == []
    assert "DRAFT" in made.sections[0].header.paragraphs[0].text
    assert annex.tables[0].rows[0].cells[0].text == "Item"
    assert "DRAFT" in annex.sections[0].header.paragraphs[0].text


def paragraphs_of(document: Document) -> list[str]:
    """What a reader reads outside the tables, block by block."""
    found = [document.title, document.subtitle]
    for block in document.blocks:
        match block:
            case Heading(text=text) | Notice(text=text):
                found.append(text)
            case Paragraph(runs=runs):
                found.append(inline_text(runs))
            case Bullets(lines=lines):
                found += [inline_text(line) for line in lines]
            case Table():
                found.append("")
    return found


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("moment", ["empty", "middle", "adjourned"])
def test_the_file_says_what_the_draft_says(moment: str, language: str) -> None:
    meeting = {"empty": begin, "middle": mid_day, "adjourned": adjourned}[moment]()
    model = report(meeting, "18:30:00", language=language)
    draft = report_draft(model)
    (file,) = word_files(model).values()

    made = docx.Document(io.BytesIO(file))

    assert [each.text for each in made.paragraphs] == paragraphs_of(draft)
    tables = [each for each in draft.blocks if isinstance(each, Table)]
    assert [
        [tuple(cell.text for cell in row.cells) for row in table.rows[1:]] for table in made.tables
    ] == [list(table.rows) for table in tables]


def test_equal_meetings_give_equal_files() -> None:
    assert word_files(full_report("named", "zh")) == word_files(full_report("named", "zh"))


def test_an_empty_day_has_its_sentences() -> None:
    (file,) = word_files(report(begin(), naming="counted")).values()

    made = docx.Document(io.BytesIO(file))

    # A head is never the last thing, nor followed at once by one of its level or above.
    levels = [_level(each) for each in made.element.body.iter(qn("w:p"))]
    for head, follower in zip(levels, [*levels[1:], 1], strict=True):
        assert head == 0 or follower == 0 or follower > head


def _level(paragraph: Any) -> int:
    """Of a head; 0 for any other paragraph."""
    found = re.fullmatch(r"Heading(\d)", paragraph.style or "")
    return int(found[1]) if found else 0


def test_what_was_left_out_is_told_with_its_place() -> None:
    model = report(begin())
    venue = replace(model.agenda, chair="Ms\x0b Ch\x00air")
    heard: list[Dropped] = []

    (file,) = word_files(replace(model, agenda=venue), tell=heard.append).values()

    assert {sign for each in heard for sign in each.signs} >= {"U+000B", "U+0000"}
    assert "Ms Chair" in everything_in(file)
