"""What cannot stand in an office file is left out, and it is said where (C63)."""

from __future__ import annotations

import io

import docx
from msgspec.structs import replace

from meeting_tui.report.blocks import (
    Bullets,
    Column,
    Document,
    Dropped,
    Heading,
    Notice,
    Paragraph,
    Table,
    legible,
    plain,
)
from meeting_tui.report.word import word_file
from meeting_tui.text import not_xml, xml_safe
from tests.report.word_documents import hard_document

BAD = Document(
    title="Ti\x00tle",
    subtitle="",
    head="head",
    foot="foot",
    language="en",
    is_draft=True,
    blocks=(
        Notice("no\x0btice"),
        Heading(1, "Item\ud800 4", "item 4"),
        Paragraph(plain("pasted \x0b and \x00 here")),
        Bullets((plain("line\uffff"),)),
        Table((Column("he\x01ad"),), (("ce\udfffll",),)),
    ),
)


def test_every_character_left_out_is_told_with_its_place() -> None:
    _, dropped = legible(BAD)

    assert dropped == (
        Dropped("Title", "Title", ("U+0000",)),
        Dropped("Title", "notice", ("U+000B",)),
        Dropped("Item 4", "Item 4", ("U+D800",)),
        Dropped("Item 4", "pasted  and  here", ("U+000B", "U+0000")),
        Dropped("Item 4", "line", ("U+FFFF",)),
        Dropped("Item 4", "head", ("U+0001",)),
        Dropped("Item 4", "cell", ("U+DFFF",)),
    )


def test_the_export_succeeds_without_them() -> None:
    made = docx.Document(io.BytesIO(word_file(BAD)))

    assert [each.text for each in made.paragraphs][:4] == [
        "Title",
        "notice",
        "Item 4",
        "pasted  and  here",
    ]
    assert made.tables[0].cell(1, 0).text == "cell"


def test_what_is_whole_is_left_alone() -> None:
    whole = hard_document()

    cleaned, dropped = legible(whole)

    assert cleaned is whole
    assert dropped == ()


def test_cleaning_twice_changes_nothing_more() -> None:
    cleaned, _ = legible(BAD)

    assert legible(cleaned) == (cleaned, ())
    assert replace(cleaned, title="Title") == cleaned


def test_line_ends_tabs_and_every_script_stay() -> None:
    text = "a\tb\nc\rd é 中 مصر 🙂 \U0010ffff"

    assert xml_safe(text) == text
    assert not_xml(text) == ()
