"""Word files as a program that reads them finds them: whole, equal, in the right direction."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from meeting_tui.report.blocks import Column, Document, Paragraph, Table, plain
from meeting_tui.report.word import word_file
from meeting_tui.report.word.body import SIZES, column_widths
from meeting_tui.report.word.styles import BODY_WIDTH
from meeting_tui.text import xml_safe
from tests.report.golden_word import GOLDEN, bodies, part_of
from tests.report.word_documents import ARABIC, HARD_TEXTS, hard_document, long_document

HEAD_ROW = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


def opened(document: Document) -> docx.document.Document:
    return docx.Document(io.BytesIO(word_file(document)))


def one_paragraph(text: str, language: str = "en") -> Document:
    empty = Document("T", "", "", "", language, is_draft=False, blocks=())
    return replace(empty, blocks=(Paragraph(plain(text)),))


def lines_of(text: str) -> str:
    """A text with its line ends as the library reads them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("file", ["hard.en.xml", "hard.zh.xml"])
def test_body_is_as_it_was(file: str) -> None:
    assert bodies()[file] == (GOLDEN / file).read_text(encoding="utf-8")


def test_equal_documents_give_equal_bytes_without_a_time() -> None:
    made = word_file(hard_document())

    with zipfile.ZipFile(io.BytesIO(made)) as package:
        times = {entry.date_time for entry in package.infolist()}
        names = package.namelist()
    assert made == word_file(hard_document())
    assert times == {(1980, 1, 1, 0, 0, 0)}
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
    assert "dcterms" not in part_of(made, "docProps/core.xml").partition(">")[2].partition("?>")[2]


@pytest.mark.parametrize("text", HARD_TEXTS)
def test_every_text_comes_back_equal(text: str) -> None:
    assert lines_of(text) in [each.text for each in opened(hard_document()).paragraphs]


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_any_text_comes_back_without_what_xml_cannot_hold(text: str) -> None:
    # The other line ends of Unicode are line ends in Word too.
    kept = lines_of(xml_safe(text)).translate(dict.fromkeys((0x85, 0x2028, 0x2029), "\n"))

    assert opened(one_paragraph(text)).paragraphs[-1].text == kept


def test_cells_come_back_equal() -> None:
    table = opened(hard_document()).tables[0]

    assert [[cell.text for cell in row.cells] for row in table.rows][2] == [
        "Egypt & <co>",
        "ישראל (x)",
        "-0:15",
    ]


@pytest.mark.parametrize(("language", "locale"), [("en", "en-GB"), ("zh", "zh-CN")])
def test_properties_name_the_text_and_nobody(language: str, locale: str) -> None:
    properties = opened(hard_document(language)).core_properties

    assert properties.title == "Working Group on Transparency and Review"
    assert properties.language == locale
    assert properties.author == properties.comments == ""


def test_page_is_a4_with_head_foot_and_page_numbers() -> None:
    made = opened(hard_document())
    section = made.sections[0]

    assert section.page_width is not None and round(section.page_width.mm) == 210
    assert section.page_height is not None and round(section.page_height.mm) == 297
    assert section.header.paragraphs[0].text == "WGTR · 19 March 2026 · DRAFT"
    footer = part_of(word_file(hard_document()), "word/footer1.xml")
    assert 'w:instr=" PAGE "' in footer
    assert 'w:instr=" NUMPAGES "' in footer


def test_a_long_foot_has_the_page_on_a_line_of_its_own() -> None:
    footer = opened(replace(hard_document(), foot="counted from the log " * 9)).sections[0].footer

    assert len(footer.paragraphs) == 2
    assert "Page" not in footer.paragraphs[0].text


def test_styles_name_a_chinese_font_and_chinese_forms() -> None:
    styles = part_of(word_file(hard_document("zh")), "word/styles.xml")

    assert 'w:eastAsia="SimSun"' in styles
    assert 'w:eastAsia="zh-CN"' in styles
    assert "MS Mincho" not in styles


def test_numbered_paragraphs_are_one_list() -> None:
    made = opened(hard_document())
    numbered = [
        each for each in made.paragraphs if each.style and each.style.name == "Report Paragraph"
    ]

    assert len(numbered) == 3 + len(HARD_TEXTS)
    assert "<w:numId" not in part_of(word_file(hard_document()))
    assert part_of(word_file(hard_document()), "word/styles.xml").count("<w:numId ") == 2


def test_arabic_is_marked_inside_a_sentence_a_list_and_a_cell() -> None:
    body = part_of(word_file(hard_document()))
    sentence = next(part for part in body.split("<w:p>") if "The delegation of Egypt" in part)

    assert "<w:bidi/>" not in sentence
    assert f'<w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">{ARABIC}</w:t>' in sentence
    assert '<w:pStyle w:val="ReportBullet"/><w:bidi/>' in body
    assert '<w:pStyle w:val="ReportCell"/><w:bidi/>' in body
    assert '<w:pStyle w:val="ReportHeadCell"/><w:bidi/>' in body


def test_chinese_emphasis_is_a_face_and_never_slanted() -> None:
    run = next(
        part for part in part_of(word_file(hard_document("zh"))).split("<w:r>") if "一些" in part
    )

    assert 'w:hint="eastAsia"' in run
    assert 'w:eastAsia="KaiTi"' in run
    assert "<w:i/>" not in run


def test_emphasis_is_slanted_elsewhere() -> None:
    document = one_paragraph("")
    made = word_file(replace(document, blocks=(Paragraph(plain("one", "emphasis")),)))

    assert "<w:i/><w:iCs/>" in part_of(made)


def test_every_table_repeats_its_head_and_keeps_its_rows_whole() -> None:
    body = part_of(word_file(long_document(40)))

    assert body.count(HEAD_ROW) == 1
    assert body.count("<w:cantSplit/>") == 41


def test_an_empty_table_says_so_in_one_row() -> None:
    for language, sentence in (("en", "Nothing to list."), ("zh", "无内容。")):
        empty = opened(hard_document(language)).tables[1]
        assert [cell.text for cell in empty.rows[1].cells] == [sentence] * 2


def test_a_crowded_table_is_set_smaller() -> None:
    columns = tuple(Column(f"Constitutionally{number}") for number in range(7))
    crowded = replace(one_paragraph(""), blocks=(Table(columns, ()),))

    assert '<w:sz w:val="' in part_of(word_file(crowded))


ORDER = {
    "pPr": "pStyle keepNext keepLines numPr pBdr shd tabs bidi spacing ind jc outlineLvl",
    "rPr": "rFonts b bCs i iCs color sz szCs rtl lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan shd",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
    "lvl": "start numFmt pStyle lvlText lvlJc pPr",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol"
    " listSeparator",
    "font": "altName family",
}
"""The order that the format asks for; Word offers to repair a file that has another."""


@pytest.mark.parametrize("language", ["en", "zh"])
def test_word_finds_nothing_to_repair(language: str) -> None:
    with zipfile.ZipFile(io.BytesIO(word_file(hard_document(language)))) as package:
        parts = [name for name in package.namelist() if re.fullmatch(r"word/\w+\.xml", name)]
        trees = [etree.fromstring(package.read(name)) for name in parts]

    checked = set()
    for element in (
        each for tree in trees for each in tree.iter(*(qn(f"w:{tag}") for tag in ORDER))
    ):
        kind = etree.QName(element).localname
        order = ORDER[kind].split()
        places = [order.index(etree.QName(child).localname) for child in element]
        assert places == sorted(set(places)), etree.tostring(element)
        checked.add(kind)
    assert checked == set(ORDER)


def test_columns_are_wide_by_their_shares() -> None:
    table = Table((Column("a", 1), Column("b", 3)), (("x", "y"),))

    widths, size = column_widths(table, 8000)

    assert widths == (2000, 6000)
    assert size == SIZES[0]


def test_no_column_is_narrower_than_its_longest_word() -> None:
    table = Table((Column("Delegation", 1), Column("Said", 30)), (("Liechtenstein", "x"),))

    widths, size = column_widths(table, BODY_WIDTH)

    assert sum(widths) == BODY_WIDTH
    # Thirteen letters of nine points, each about half as wide as high.
    assert widths[0] > 13 * 9 * 20 * 0.4
    assert size == SIZES[0]


def test_a_table_of_many_columns_is_set_smaller_before_it_breaks_a_word() -> None:
    table = Table(tuple(Column("Implementation") for _ in range(7)), ())

    widths, size = column_widths(table, BODY_WIDTH)

    assert sum(widths) == BODY_WIDTH
    assert size < SIZES[0]


@pytest.mark.parametrize("count", [30, 60])
def test_what_cannot_fit_is_shared_out_all_the_same(count: int) -> None:
    table = Table(tuple(Column("Implementation") for _ in range(count)), ())

    widths, size = column_widths(table, BODY_WIDTH)

    assert sum(widths) == BODY_WIDTH
    assert min(widths) > 0
    assert size == SIZES[-1]


def test_an_address_without_a_space_does_not_take_the_whole_table() -> None:
    table = Table((Column("Where"), Column("Said")), (("https://example.org/" + "a" * 200, "x"),))

    widths, _ = column_widths(table, BODY_WIDTH)

    assert widths[1] > 2000


def test_chinese_may_be_broken_after_any_character() -> None:
    table = Table((Column("代表团", 1), Column("发言", 9)), (("圣文森特和格林纳丁斯", "好"),))

    widths, _ = column_widths(table, BODY_WIDTH)

    assert widths == (907, 8164)
