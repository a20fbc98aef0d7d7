"""A list of participants becomes a list of delegations; what is not sure is told."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from meeting_tui.delegations.directory import load_directory
from meeting_tui.delegations.participants import Participants, read_participants
from meeting_tui.delegations.table import parse_table, table_bytes
from meeting_tui.errors import DirectoryError

TEXT = """LIST OF PARTICIPANTS

STATES PARTIES
1. ARGENTINA
Ms Ana Pérez, Counsellor
2) Costa Rica
Mr John Jordan
- Côte d'Ivoire
Germany*
Argentina
Mexio
Ruritania
République de Corée
SIGNATORY STATES
Malaysia
China
Observers
Holy See
International and regional organizations
European Union
Organisation of Friendly States
Civil society:
Control Arms
Friends of Reporting
This is a sentence about Mexico and about many other things too
"""


def read(text: str, name: str = "list.txt") -> Participants:
    return read_participants(text.encode(), load_directory(), Path(name))


def told(found: Participants) -> list[tuple[str, str, str]]:
    return [
        (each.delegation.code if each.delegation else "", each.doubt, each.text)
        for each in found.unsure
    ]


def test_the_lines_that_are_names_are_the_list() -> None:
    found = read(TEXT)

    assert " ".join(each.code for each in found.delegations) == (
        "ARG CRI CIV DEU KOR MYS CHN VAT EU OFS CARMS FRIEREPO"
    )
    assert found.passed_over == 4
    assert found.lines[0].number == 4


def test_what_is_not_sure_is_told_and_not_guessed() -> None:
    assert told(read(TEXT)) == [
        ("MEX", "near", "Mexio"),
        ("", "no_kind", "Ruritania"),
        ("CHN", "kind", "China"),
        ("OFS", "new", "Organisation of Friendly States"),
        ("FRIEREPO", "new", "Friends of Reporting"),
    ]


def test_the_headings_say_the_kind_of_what_is_in_no_list() -> None:
    kinds = {each.code: each.kind for each in read(TEXT).delegations}

    assert (kinds["OFS"], kinds["FRIEREPO"], kinds["CHN"]) == ("igo", "ngo", "signatory")
    assert kinds["VAT"] == "observer_state"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("缔约国\n墨西哥\n2、法国\n民间社会\n某某研究所", ["MEX", "FRA", "ORG"]),
        ("ÉTATS PARTIES\nMexique\nAllemagne", ["MEX", "DEU"]),
        ("Country\tDelegate\nMexico\tMs Roe\nJapan\tMr Doe", ["MEX", "JPN"]),
        ("Mexico      Ms Jane Roe     Counsellor", ["MEX"]),
        ("Industry\nUS Makers\nUS Makers\nUK Makers", ["USMAKE", "UKMAKE"]),
        ("NGOs\nPublic Arms Review\nPrivate Arms Review", ["PAR", "PAR2"]),
    ],
)
def test_lists_in_other_forms(text: str, codes: list[str]) -> None:
    assert [each.code for each in read(text).delegations] == codes


def test_a_table_is_read_by_its_cells() -> None:
    table = 'Name,Position,State\n"Roe, Jane",Counsellor,Mexico\nJohn Doe,Expert,Japan\n'

    assert [each.code for each in read(table, "list.csv").delegations] == ["MEX", "JPN"]


def test_a_workbook_and_a_word_document_are_read() -> None:
    book, document = Workbook(), Document()
    sheet = book.active
    assert sheet is not None
    document.add_heading("Signatory States")
    for number, name in enumerate(("Malaysia", "Thailand"), start=1):
        sheet.append([number, f"Ms {number}", name])
        document.add_paragraph(name)
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "Turkey"
    for made in (book, document):
        content = io.BytesIO()
        made.save(content)
        found = read_participants(content.getvalue(), load_directory(), Path("list"))
        assert [each.code for each in found.delegations][:2] == ["MYS", "THA"]
    assert [each.code for each in found.delegations] == ["MYS", "THA", "TUR"]
    assert not found.unsure


@pytest.mark.parametrize(
    "raw", [b"", b"hello\nworld\n", b"PK\x03\x04 no package", b"Mexio", b"\x81\x82\xff"]
)
def test_a_file_that_names_nobody_is_refused(raw: bytes) -> None:
    with pytest.raises(DirectoryError):
        read_participants(raw, load_directory(), Path("list"))


def test_what_is_written_is_read_again_as_a_list_of_ones_own() -> None:
    found = read(TEXT).delegations

    again = parse_table(table_bytes(found))

    assert [(each.code, each.name, each.kind) for each in again] == [
        (each.code, each.name, each.kind) for each in found
    ]
