"""A meeting's own list of delegations beside the one that comes with the program."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from meeting_tui.delegations.directory import load_directory
from meeting_tui.delegations.table import parse_table
from meeting_tui.desk.own_list import (
    OWN_LIST,
    Change,
    beside,
    changes,
    directory_of,
    keep_own_list,
    read_own_list,
)
from meeting_tui.errors import DirectoryError

LIST = (
    "code,name_en,kind,group_memberships,aliases,status_date\n"
    "UNIDIR,UN Institute for Disarmament Research,igo,,Disarmament Research,\n"
    "PER,Peru,state_party,UNRG:GRULAC;WGTR_CHAIR_STATE,Republic of the Incas,2026-03-01\n"
    "KEN,Kenya,state_party,,,\n"
)


def workbook(path: Path) -> Path:
    """The same list as an Excel file."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, LIST.splitlines()[0].split(","))
        sheet.write_row(1, 0, ["UNIDIR", "UN Institute for Disarmament Research", "igo"])
        sheet.write(1, 4, "Disarmament Research")
        sheet.write_row(2, 0, ["PER", "Peru", "state_party", "UNRG:GRULAC;WGTR_CHAIR_STATE"])
        sheet.write(2, 4, "Republic of the Incas")
        sheet.write_datetime(2, 5, date(2026, 3, 1))
        sheet.write_row(3, 0, ["KEN", "Kenya", "state_party"])
    return path


def test_rows_add_and_change_and_leave_the_rest() -> None:
    directory = beside(parse_table(LIST.encode()))

    unidir, kenya, peru = (directory.get(code) for code in ("UNIDIR", "KEN", "PER"))
    assert unidir is not None and unidir.kind == "igo"
    assert kenya is not None and (kenya.kind, kenya.groups) == ("state_party", ("UNRG:AG",))
    assert peru is not None and peru.status_date == date(2026, 3, 1)
    assert directory.named("disarmament research") is unidir
    assert directory.named("Republic of the Incas") is peru
    assert directory.named("Республика Перу") is peru
    assert len(directory.all()) == len(load_directory().all()) + 1


def test_what_it_adds_and_changes_is_said() -> None:
    assert list(changes(parse_table(LIST.encode()))) == [
        Change("UNIDIR", "", "", "UN Institute for Disarmament Research"),
        Change("PER", "aliases", "–", "Republic of the Incas"),
        Change("KEN", "kind", "observer_state", "state_party"),
    ]


def test_a_workbook_says_the_same_as_a_csv(tmp_path: Path) -> None:
    assert read_own_list(workbook(tmp_path / "list.xlsx")) == parse_table(LIST.encode())


@pytest.mark.parametrize("kind", ["no workbook", "no sheet", "entity"])
def test_what_is_no_workbook_is_refused(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "list.xlsx"
    if kind == "no workbook":
        path.write_bytes(b"PK\x03\x04 and no more")
    else:
        with zipfile.ZipFile(path, "w") as parts:
            parts.writestr("xl/other.xml", "<a/>")
            if kind == "entity":
                parts.writestr("xl/worksheets/sheet1.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a/>')
    with pytest.raises(DirectoryError, match="workbook"):
        read_own_list(path)


def test_cells_without_a_place_and_in_runs_are_read() -> None:
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    cells = "".join(f'<c t="inlineStr"><is><t>{each}</t></is></c>' for each in ("code", "name_en"))
    runs = '<c r="C1" t="inlineStr"><is><r><t>ki</t></r><r><t>nd</t></r></is></c>'
    header = f"<row>{cells}{runs}</row>"
    body = '<row><c t="str"><v>UNX</v></c><c t="str"><v>Unix</v></c><c t="str"><v>ngo</v></c></row>'
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as parts:
        parts.writestr(
            "xl/worksheets/sheet1.xml",
            f"<worksheet {space}><sheetData>{header}{body}</sheetData></worksheet>",
        )
    (found,) = parse_table(raw.getvalue())
    assert (found.code, found.name, found.kind) == ("UNX", "Unix", "ngo")


def test_a_list_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DirectoryError, match="cannot be read"):
        read_own_list(tmp_path / "nowhere.csv")


def test_the_session_keeps_it(tmp_path: Path) -> None:
    assert directory_of(tmp_path) is load_directory()
    keep_own_list(tmp_path, parse_table(LIST.encode()))

    assert (tmp_path / OWN_LIST).exists()
    first = directory_of(tmp_path)
    assert first.get("UNIDIR") is not None
    assert directory_of(tmp_path) is first
