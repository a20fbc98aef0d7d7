"""Lists of delegations as spreadsheets write them: read, refused with the place, written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_tui.delegations.directory import load_directory
from meeting_tui.delegations.model import KINDS, Delegation
from meeting_tui.delegations.table import COLUMNS, parse_table, table_bytes
from meeting_tui.errors import DirectoryError

HEADER = "code,name_en,kind"
LIST = f"{HEADER},name_zh\nMEX,Mexico,state_party,墨西哥\nPER,Peru,state_party,秘鲁\n"


def names(raw: bytes) -> list[str]:
    return [each.name for each in parse_table(raw)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_first_row_is_clean_in_every_encoding(encoding: str, end: str) -> None:
    mexico, peru = parse_table(LIST.replace("\n", end).encode(encoding))
    assert (mexico.code, mexico.name, mexico.name_zh) == ("MEX", "Mexico", "墨西哥")
    assert (peru.code, peru.name, peru.name_zh) == ("PER", "Peru", "秘鲁")


def test_excels_semicolons_and_code_page() -> None:
    raw = "code;name_en;kind\r\nCIV;Côte d'Ivoire;state_party\r\nTUR;Türkiye;signatory\r\n"
    assert names(raw.encode("cp1252")) == ["Côte d'Ivoire", "Türkiye"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_tabs_in_utf_16(encoding: str) -> None:
    raw = "code\tname_en\tkind\tname_zh\nPER\tPeru\tstate_party\t秘鲁\n".encode(encoding)
    assert [(each.code, each.name_zh) for each in parse_table(raw)] == [("PER", "秘鲁")]


def test_the_list_written_and_read_again_is_the_same() -> None:
    everybody = load_directory().all()
    again = parse_table(table_bytes(everybody))
    assert again == everybody
    assert [each.source for each in again] == [each.source for each in everybody]


def test_a_spreadsheet_opens_what_is_written_rightly() -> None:
    written = table_bytes(
        [
            Delegation("PER", "Peru", "state_party", name_zh="秘鲁"),
            Delegation("GRC", "Ελλάδα", "state_party"),
            Delegation("EGY", "مصر", "observer_state", aliases=("=HYPERLINK(1)", "Egypt")),
        ]
    )
    assert written.startswith(b"\xef\xbb\xbfcode,")
    assert all(name in written.decode("utf-8-sig") for name in ("秘鲁", "Ελλάδα", "مصر"))
    assert b",'=HYPERLINK(1);Egypt," in written
    assert parse_table(written)[2].aliases == ("=HYPERLINK(1)", "Egypt")


@st.composite
def lists(draw: st.DrawFn) -> list[Delegation]:
    """Lists as people make them: any text for names, several groups and aliases."""
    letters = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=6)
    text = st.text("aZ9 éñ秘мع'\"(),;=+-@|", max_size=12).map(lambda name: name.strip(" '") or "x")
    several = st.lists(text.map(lambda name: name.replace(";", "").strip() or "x"), max_size=3)
    return [
        Delegation(
            code,
            draw(text),
            draw(st.sampled_from(KINDS)),
            name_zh=draw(st.none() | text),
            groups=tuple(draw(st.lists(letters, max_size=3))),
            aliases=tuple(draw(several)),
            status_date=draw(st.none() | st.dates()),
            status_open=draw(st.booleans()),
        )
        for code in draw(st.lists(letters, min_size=1, max_size=5, unique=True))
    ]


@given(lists())
def test_any_list_survives_being_written_and_read(delegations: list[Delegation]) -> None:
    assert parse_table(table_bytes(delegations)) == tuple(delegations)


def test_every_column_has_an_effect() -> None:
    assert COLUMNS[:3] == ("code", "alpha2", "name_en")
    raw = (
        ",".join(COLUMNS) + ",remark\n"
        'nor,no,Norway,挪威,state_party,"EU_ALIGNED_X; NORDIC;;","Norge; Noreg",'
        "2025-01-31,Yes,seen,-\n"
        "EU,,European Union,,igo,GROUP_SPEAKER:EU;GROUP_SPEAKER:EU_ALIGNED_X,,,no,,\n"
        "\n , ,\n"
    )
    norway, union = parse_table(raw.encode())
    assert norway == Delegation(
        code="NOR",
        name="Norway",
        kind="state_party",
        alpha2="NO",
        name_zh="挪威",
        groups=("EU_ALIGNED_X", "NORDIC"),
        aliases=("Norge", "Noreg"),
        status_date=date(2025, 1, 31),
        status_open=True,
    )
    assert norway.source == "seen"
    assert (union.speaks_for, union.aligned_by_default) == (("EU",), ("NOR",))


def test_cells_are_cleaned_and_may_hold_line_ends_and_separators() -> None:
    raw = f'{HEADER}\nABC,"A\x1b, b\nc\u202e",guest\n'
    assert names(raw.encode()) == ["A, b c"]


def test_letters_of_two_come_from_the_note_of_sources_too() -> None:
    raw = f"{HEADER},source_note\nPER,Peru,state_party,iso2=PE | S1\nSAS,Survey,ngo,none\n"
    assert [each.alpha2 for each in parse_table(raw.encode())] == ["PE", None]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "list.csv: it has no delegations; expected the columns code, name_en, kind"),
        (
            f"{HEADER}\n",
            "list.csv: it has no delegations; expected the columns code, name_en, kind",
        ),
        (
            "code,name\nMEX,Mexico\n",
            "list.csv:2: name_en: the column is missing; expected code, name_en, kind",
        ),
        (
            f"{HEADER}\nMEX,,state_party\n",
            "list.csv:2: name_en: empty; expected a value in each row",
        ),
        (
            f"{HEADER}\nM X,Mexico,state_party\n",
            "list.csv:2: code: “M X”; expected 2 to 12 letters and digits, such as MEX or ICRC",
        ),
        (
            f"{HEADER}\nMEX,Mexico,party\n",
            f"list.csv:2: kind: “party”; expected one of {', '.join(KINDS)}",
        ),
        (
            f'{HEADER}\nABC,"A\nb",guest\n\nMEX,Mexico,guest\nmex,Mexico,guest\n',
            "list.csv:6: code: MEX is already on line 5",
        ),
        (
            f"{HEADER},alpha2\nMEX,Mexico,guest,MX\nMXX,Other,guest,mx\n",
            "list.csv:3: alpha2: MX already belongs to MEX",
        ),
        (
            f"{HEADER},alpha2\nMEX,Mexico,guest,M1\n",
            "list.csv:2: alpha2: “M1”; expected two letters, such as MX",
        ),
        (
            f"{HEADER},status_date\nMEX,Mexico,guest,19.3.2026\n",
            "list.csv:2: status_date: “19.3.2026”; expected a day, such as 2026-03-19",
        ),
        (
            f"{HEADER},status_open\nMEX,Mexico,guest,maybe\n",
            "list.csv:2: status_open: “maybe”; expected yes, no or nothing",
        ),
        (
            f"{HEADER}\nCOD,Congo, Democratic Republic,observer_state\n",
            "list.csv:2: 4 cells in a table of 3 columns; expected quotation marks around a cell"
            " that contains the separator",
        ),
        (
            f'{HEADER}\nMEX,Mexico,guest\nPER,"Peru,guest\n',
            "list.csv:3: the row cannot be read (unexpected end of data); expected a closing"
            " quotation mark for each opening one",
        ),
    ],
)
def test_a_bad_list_is_refused_with_the_place(text: str, sentence: str) -> None:
    with pytest.raises(DirectoryError) as refused:
        parse_table(text.encode(), "list.csv")
    assert str(refused.value) == sentence


def test_bytes_that_are_no_text_are_refused_with_a_remedy() -> None:
    with pytest.raises(DirectoryError) as refused:
        parse_table(f"{HEADER}\nMEX,M".encode() + b"\xe9\x81x,guest", "list.csv")
    assert str(refused.value) == (
        "list.csv:2: the text cannot be read as cp1252;"
        " expected a CSV saved as UTF-8 (in Excel: CSV UTF-8)"
    )


@given(st.binary(max_size=200))
def test_no_file_crashes_the_reader(raw: bytes) -> None:
    try:
        delegations = parse_table(raw, "any")
    except DirectoryError as refused:
        assert str(refused).startswith("any")
    else:
        assert all(each.kind in KINDS for each in delegations)


def test_a_list_of_ones_own_is_a_directory_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "ours.csv"
    path.write_bytes(LIST.encode("utf-16"))
    directory = load_directory(path)
    assert [each.code for each in directory.all()] == ["MEX", "PER"]
    found = directory.exact("秘鲁")
    assert found is not None and found.code == "PER"
    path.write_text("code,name_en\nMEX,Mexico\n", encoding="utf-8")
    with pytest.raises(DirectoryError, match=r"ours\.csv:2: kind: the column is missing"):
        load_directory(path)
    with pytest.raises(FileNotFoundError):
        load_directory(tmp_path / "none.csv")
