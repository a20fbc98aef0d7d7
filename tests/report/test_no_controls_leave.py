"""What cannot stand in a file is left out, and it is said where; no mark steers other text."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache

import docx
import pytest
from msgspec.structs import replace

from meeting_tui.delegations.directory import load_directory
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.meeting.notes import PointCorrected, PointNoted
from meeting_tui.meeting.speakers_list import Inscribed
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
from meeting_tui.report.formats import FORMATS
from meeting_tui.report.from_meeting import report_on
from meeting_tui.report.word import word_file
from meeting_tui.text import not_xml, unsteered, xml_safe
from tests.report.hard_day import adjourned
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


HOSTILE = "a\x1b[31mb\x85c\x9bd\u202ee\u2066f\ufeffg\x07"
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067]")
"""Isolates that let the other side choose (U+2068, U+2069) are ours: they keep Arabic apart."""
READ_AS_IT_STANDS = [each.name for each in FORMATS if each.name not in ("pdf",)]


@cache
def hostile_meeting() -> Meeting:
    """A log of an older version, or of another program, in which such texts are kept."""
    return replay(_with(entry) for entry in adjourned().entries)


def _with(entry: Entry) -> Entry:
    event = entry.event
    if isinstance(event, PointNoted | PointCorrected) and event.text:
        return replace(entry, event=replace(event, text=f"{event.text} {HOSTILE}"))
    if isinstance(event, Inscribed):
        name = f"{event.display_name} {HOSTILE}"
        return replace(entry, event=replace(event, display_name=name, about=HOSTILE))
    return entry


@pytest.mark.parametrize("name", READ_AS_IT_STANDS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_none_leaves_in_any_format(name: str, language: str) -> None:
    meeting = hostile_meeting()
    now = max(entry.at for entry in meeting.entries)
    report = report_on(
        meeting, load_directory(), now=now, verified=True, language=language, naming="named"
    )
    found = next(each for each in FORMATS if each.name == name)

    for file, content in found.export(report).items():
        for part, text in _texts(content):
            steering = STEERING.search(text)
            assert steering is None, (file, part, text[max(0, steering.start() - 40) :][:80])


def _texts(content: bytes) -> list[tuple[str, str]]:
    if not content.startswith(b"PK"):
        return [("", content.decode("utf-8"))]
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        names = [each for each in parts.namelist() if each.endswith(".xml")]
        return [(name, parts.read(name).decode("utf-8")) for name in names]


@pytest.mark.parametrize(
    ("text", "left"), [("plain", "plain"), ("a\tb\nc", "a\tb\nc"), (HOSTILE, "a[31mbcdefg")]
)
def test_tabs_and_lines_stay_where_steering_goes(text: str, left: str) -> None:
    assert unsteered(text) == left
