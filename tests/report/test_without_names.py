"""What has no names has none anywhere, and nothing in it leads back to one that spoke."""

from __future__ import annotations

import html
import io
import random
import re
import zipfile
from collections.abc import Callable
from html import unescape
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from msgspec.structs import replace

from meeting_tui.meeting.facts import Inscription
from meeting_tui.report.blocks import Bullets, Document, Dropped, Heading, Notice, Paragraph, Table
from meeting_tui.report.draft import annex_draft, report_draft
from meeting_tui.report.draft.voice import is_on_show
from meeting_tui.report.markdown_export import markdown, markdown_files
from meeting_tui.report.read_model import MeetingReport, Statement
from meeting_tui.report.word import word_file, word_files
from meeting_tui.report.word.body import inline_text
from tests.report.full_day import full_report
from tests.report.hard_day import adjourned, begin, mid_day, report
from tests.report.name_search import names_in, presenters
from tests.report.workbooks import parts_of, sheet_of, values, workbook_of


def text_of(report: MeetingReport) -> str:
    """The Chair's report and the secretariat's annex."""
    return markdown_files(report)["report.md"].decode() + markdown(annex_draft(report))


def names_left_in_draft(report: MeetingReport) -> list[str]:
    text = text_of(report)
    return names_in(text, allowed=presenters(report), set_aside=[report.agenda.chair or ""])


@pytest.mark.unmeasured
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("naming", ["counted", "anonymous"])
@pytest.mark.parametrize("with_names", [False, True])
def test_the_draft_of_the_full_day_names_nobody(
    naming: str, language: str, with_names: bool
) -> None:
    report = full_report(naming, language, with_names=with_names)

    assert names_left_in_draft(report) == []
    assert presenters(report) == ({"NOR"} if with_names else set())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_search_finds_those_that_a_draft_names(language: str) -> None:
    found = names_left_in_draft(full_report("named", language))

    for code in ("CAF", "TTO", "EU", "CARMS"):
        assert full_report("named", language).directory.name(code, language) in found


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_those_on_show_are_named_in_a_draft(naming: str, language: str) -> None:
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


def everything_in(file: bytes) -> str:
    """All that stands in any part of the package: texts, attributes, names of files."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        parts = [package.read(name).decode("utf-8") for name in sorted(package.namelist())]
    words = [" ".join(re.findall(r"<w:t[ >][^<]*|<dc:[^<]*|<cp:[^<]*", part)) for part in parts]
    return unescape(re.sub(r"<[^>]*>", " ", " ".join(words)))


def names_left_in_word(model: MeetingReport) -> list[str]:
    (file,) = word_files(model).values()
    return names_in(
        everything_in(file), allowed=presenters(model), set_aside=[model.agenda.chair or ""]
    )


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_no_part_of_the_file_names_anybody(naming: str, language: str) -> None:
    assert names_left_in_word(full_report(naming, language, with_names=True)) == []


def test_the_search_finds_those_that_a_word_file_names() -> None:
    assert "Trinidad and Tobago" in names_left_in_word(full_report("named"))


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


def names_left(model: MeetingReport) -> list[str]:
    """Names in the texts and in what else the parts of the file say, tags left aside."""
    text = "\n".join(
        html.unescape(re.sub(r"</?(?:\w+:)?\w+|\bxmlns\S*|\br=\S+", " ", xml))
        for xml in parts_of(model).values()
    )
    return names_in(text, allowed=presenters(model), set_aside=[model.agenda.chair or ""])


@pytest.mark.unmeasured
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("naming", ["counted", "anonymous"])
@pytest.mark.parametrize("with_names", [False, True])
def test_the_full_day_names_nobody(naming: str, language: str, with_names: bool) -> None:
    assert names_left(full_report(naming, language, with_names=with_names)) == []


@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_the_hard_day_names_nobody(naming: str) -> None:
    for model in (
        report(mid_day(), naming=naming),
        report(adjourned(), "18:30:00", naming=naming, language="zh"),
    ):
        assert names_left(model) == []
        every = "".join(parts_of(model).values())
        # Who is on no list is not named either.
        assert "Ποτάμι" not in every


def test_the_search_finds_those_that_are_named() -> None:
    found = names_left(full_report("named"))

    for name in ("Central African Republic", "EU", "CARMS", "Tuvalu"):
        assert name in found


@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_those_on_show_are_named(naming: str) -> None:
    every = parts_of(full_report(naming, with_names=True))["xl/sharedStrings.xml"]

    for name in ("ATT Secretariat", "Norway", "Norway informs its parliament; a delegation does"):
        assert name in every


@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_points_without_names_are_in_no_order_of_speaking(naming: str) -> None:
    sheet = sheet_of(full_report(naming), "Points")
    heads = [cell.value for cell in sheet[1]]
    rows = [dict(zip(heads, row, strict=True)) for row in sheet.iter_rows(2, values_only=True)]

    assert not {"Point", "No.", "At (Europe/Zurich)", "Noted by"} & {*heads}
    assert "Kind of delegation" not in heads
    places = [
        (str(row["Filed under item"]), str(row["Questions"] or ""), str(row["Kind of point"]))
        for row in rows
    ]
    texts = [row["Text"] for row in rows]
    assert [place[0] for place in places] == sorted(place[0] for place in places)
    for before, after in zip(range(len(rows)), range(1, len(rows)), strict=False):
        same = ("Filed under item", "Questions", "Kind of point", "Stance")
        if all(rows[before][key] == rows[after][key] for key in same):
            assert texts[before] <= texts[after]


def test_where_names_were_taken_out_is_said() -> None:
    about = dict(values(sheet_of(full_report("counted", with_names=True), "About")))

    assert about["Texts from which a name was removed"]
    assert "not named" in str(about["Names"])


SHEETS = ("Interventions", "Points", "Coverage", "Inscriptions", "Corrections")
TELLING = {
    "Kind of delegation",
    "Region",
    "Tier",
    "Capacity",
    "Group",
    "Requested by",
    "Requested at (Europe/Zurich)",
    "Given at (Europe/Zurich)",
    "Yielded at (Europe/Zurich)",
    "At (Europe/Zurich)",
    "Limit",
    "Time over",
    "Time paused",
    "No.",
    "Request",
    "Point",
    "About",
}
"""Headings of columns that say of one row when, by what sort of delegation, or in which place."""
MODELS: dict[str, Callable[[str], MeetingReport]] = {
    "full day": lambda naming: full_report(naming, with_names=True),
    "hard day": lambda naming: report(adjourned(), "18:30:00", naming=naming),
}


def _shuffled(given: list[Statement], chance: random.Random) -> list[Statement]:
    """The same statements, each made by another of those who spoke, at another time."""
    makers = chance.sample(given, len(given))
    return [
        replace(
            maker,
            points=each.points,
            intervention=replace(
                maker.intervention, item=each.intervention.item, segment=each.intervention.segment
            ),
        )
        for each, maker in zip(given, makers, strict=True)
    ]


def another_made_it(model: MeetingReport, chance: random.Random) -> MeetingReport:
    """The day with all that was said on a segment said by another of those who spoke on it."""
    places = dict.fromkeys((e.intervention.item, e.intervention.segment) for e in model.statements)
    found: list[Statement] = []
    for place in places:
        here = [
            each
            for each in model.statements
            if (each.intervention.item, each.intervention.segment) == place
        ]
        others = [each for each in here if not is_on_show(each.asked)]
        found += [each for each in here if is_on_show(each.asked)]
        found += _shuffled(others, chance)
    chance.shuffle(found)
    return replace(model, statements=tuple(found))


def another_asked(model: MeetingReport, chance: random.Random) -> MeetingReport:
    """The day with each request made by another delegation, in another way and another order."""
    asked = [each for each in model.inscriptions if not is_on_show(each)]
    owners = chance.sample(asked, len(asked))
    made: list[Inscription] = [
        replace(owner, item=each.item, outcome=each.outcome)
        for each, owner in zip(asked, owners, strict=True)
    ]
    made += [each for each in model.inscriptions if is_on_show(each)]
    chance.shuffle(made)
    return replace(model, inscriptions=tuple(made))


@pytest.mark.unmeasured
@pytest.mark.parametrize("day", sorted(MODELS))
@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_it_reads_the_same_whoever_of_them_said_it(naming: str, day: str) -> None:
    model = MODELS[day](naming)
    chance = random.Random(7)
    other = another_asked(another_made_it(model, chance), chance)
    assert other.statements != model.statements

    one, two = workbook_of(model), workbook_of(other)

    for title in ("Interventions", "Points", "Inscriptions", "Corrections"):
        assert values(one[title]) == values(two[title]), title


@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_no_column_tells_one_row_from_another_by_who_or_when(naming: str) -> None:
    book = workbook_of(full_report(naming, with_names=True))

    for title in SHEETS:
        assert not TELLING & {cell.value for cell in book[title][1]}, title


@pytest.mark.parametrize("naming", ["counted", "anonymous"])
def test_those_who_are_not_named_have_one_row_for_each_place(naming: str) -> None:
    for title, wide in (("Interventions", 2), ("Inscriptions", 2)):
        heads, *rows = values(sheet_of(full_report(naming, with_names=True), title))
        name = heads.index("Name")
        places = [tuple(row[:wide]) for row in rows if not row[name]]
        assert len(places) == len(set(places))
        assert {row[name] for row in rows} >= {None, "ATT Secretariat", "Norway"}


def test_the_sums_are_those_of_the_record() -> None:
    model = full_report("counted")
    heads, *rows = values(sheet_of(model, "Interventions"))
    named = values(sheet_of(full_report("named"), "Interventions"))
    asked_heads, *asked = values(sheet_of(model, "Inscriptions"))

    assert sum(row[heads.index("Statements")] for row in rows) == len(named) - 1
    spoken = sum(row[heads.index("Time spoken")].total_seconds() for row in rows)
    assert spoken == pytest.approx(sum(each.seconds for each in model.statements), abs=0.1)
    count = sum(row[asked_heads.index("Requests")] for row in asked)
    assert count == len(model.inscriptions)


def test_anonymous_has_no_counts() -> None:
    book = workbook_of(full_report("anonymous"))

    for title in ("Interventions", "Inscriptions", "Points", "Coverage"):
        figures = [
            cell
            for row in values(book[title])[1:]
            for cell in row
            if isinstance(cell, int | float) and not isinstance(cell, bool)
        ]
        assert figures == [], title


def test_points_are_sorted_by_what_is_shown_of_them() -> None:
    sheet = values(sheet_of(full_report("counted", with_names=True), "Points"))
    heads, *rows = sheet
    keys = ("Filed under item", "Questions", "Kind of point", "Stance")
    texts: dict[tuple[object, ...], list[str]] = {}
    for row in rows:
        cells = dict(zip(heads, row, strict=True))
        texts.setdefault(tuple(cells[key] for key in keys), []).append(str(cells["Text"] or ""))

    assert any(len(each) > 1 for each in texts.values())
    assert all(each == sorted(each) for each in texts.values())


def test_without_names_corrections_tell_neither_when_nor_of_which() -> None:
    named = values(sheet_of(report(adjourned(), "18:30:00"), "Corrections"))
    counted = values(sheet_of(report(adjourned(), "18:30:00", naming="counted"), "Corrections"))

    assert named[0][:3] == ["At (Europe/Zurich)", "What", "About"]
    assert counted[0] == ["What", "Before", "After"]
    assert {row[0] for row in counted[1:]} == {"point"}
    assert len(counted) == 1 + sum(row[1] == "point" for row in named[1:])
