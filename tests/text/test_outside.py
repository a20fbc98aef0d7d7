"""Files from outside are bounded before they are read; what unpacks is unpacked within bounds."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path

import pytest

from meeting_tui.outside import (
    DEEPEST_KEY,
    MB,
    VALUES,
    UnfitFile,
    blocks_of,
    open_outside,
    read_outside,
    refuse_swollen_json,
    refuse_swollen_toml,
    said_size,
)
from meeting_tui.packages import PARTS, checked_package
from tests import hostile_files as hostile

no_windows = pytest.mark.skipif(sys.platform == "win32", reason="no such pipes and devices there")


def test_a_file_within_its_bound_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 1000)

    assert read_outside(tmp_path / "a", 1000) == b"x" * 1000


@pytest.mark.parametrize(
    ("size", "most", "said"),
    [
        (1001, 1000, "too large: it has 1001 B, and at most 1000 B can be read"),
        (3 * MB, 2 * MB, "too large: it has 3 MB, and at most 2 MB can be read"),
    ],
)
def test_the_bound_is_said(tmp_path: Path, size: int, most: int, said: str) -> None:
    (tmp_path / "a").write_bytes(b"x" * size)

    with pytest.raises(UnfitFile) as refused:
        read_outside(tmp_path / "a", most)

    assert str(refused.value) == said


@no_windows
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (hostile.zeros, "this is a device, not a file"),
        (hostile.pipe, "this is a named pipe, not a file"),
        (hostile.listener, "this is a socket, not a file"),
    ],
)
def test_what_is_no_file_is_said_to_be_what_it_is(
    tmp_path: Path, make: hostile.Make, said: str
) -> None:
    with pytest.raises(UnfitFile, match=said):
        read_outside(make(tmp_path / "x"), MB)


def test_a_folder_is_said_to_be_a_folder(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        read_outside(tmp_path, MB)


def test_a_file_that_grows_while_it_is_read_is_not_followed_for_ever(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 100)

    with open_outside(tmp_path / "a", 100) as file:
        with (tmp_path / "a").open("ab") as more:
            more.write(b"y" * 100)
        with pytest.raises(UnfitFile, match="too large"):
            list(blocks_of(file, 100))


@no_windows
def test_no_handle_is_left_open(tmp_path: Path) -> None:
    def handles() -> int:
        return len(list(Path("/dev/fd").iterdir()))

    before = handles()
    for make in hostile.KINDS:
        with pytest.raises(OSError, match=r".*"):
            read_outside(make(tmp_path / make.__name__), MB)

    assert handles() == before


@pytest.mark.parametrize(
    ("size", "said"), [(0, "0 B"), (1536, "1.5 KB"), (2 * MB, "2 MB"), (1536 * MB, "1.5 GB")]
)
def test_a_size_is_said_as_people_say_it(size: int, said: str) -> None:
    assert said_size(size) == said


@pytest.mark.parametrize(
    "text",
    [
        ".".join(["a"] * (DEEPEST_KEY + 2)) + " = 1",
        "[" + " . ".join(['"a b"'] * (DEEPEST_KEY + 2)) + "]",
        "x = 1\n" + ".".join(["'a'"] * (DEEPEST_KEY + 2)) + " = 1",
        "a = [" + "1," * VALUES + "]",
    ],
)
def test_toml_that_takes_more_room_than_it_is_long_is_refused(text: str) -> None:
    with pytest.raises(UnfitFile):
        refuse_swollen_toml(text)


@pytest.mark.parametrize(
    "text",
    [
        "a.b.c.d = 1",
        f'text = "{"A sentence. " * 500}"',
        f'text = "{"." * 5000}"',
        f'text = "{" 1.2." * 500}"',
    ],
)
def test_a_long_text_in_toml_is_none_of_that(text: str) -> None:
    refuse_swollen_toml(text)


def test_json_of_more_values_than_a_session_has_is_refused() -> None:
    with pytest.raises(UnfitFile, match="too many values: at most 1000000"):
        refuse_swollen_json(b"[" + b"[]," * 600_000 + b"[]]")


def test_a_package_is_given_on_with_all_its_parts() -> None:
    parts = {"[Content_Types].xml": b"<a/>", "word/media/image1.png": bytes(range(256)) * 40}

    with zipfile.ZipFile(io.BytesIO(checked_package(hostile.package(parts)))) as taken:
        assert {name: taken.read(name) for name in taken.namelist()} == parts


def test_what_others_keep_in_a_package_is_left_as_it_is() -> None:
    parts = {"customXml/item1.xml": '<?xml version="1.0" encoding="utf-16"?><a/>'.encode("utf-16")}

    assert parts["customXml/item1.xml"] in checked_package(hostile.package(parts))


def test_a_package_of_very_many_parts_is_refused() -> None:
    parts = {f"{n}.xml": b"" for n in range(PARTS + 1)}

    with pytest.raises(UnfitFile, match="more parts than a document has"):
        checked_package(hostile.package(parts))


@pytest.mark.parametrize("cut", [10, 60, 200])
def test_a_package_that_is_cut_off_is_none(cut: int) -> None:
    whole = hostile.package({"word/document.xml": b"<a>" + os.urandom(400) + b"</a>"})

    with pytest.raises((zipfile.BadZipFile, ValueError)):
        checked_package(whole[:cut])


def test_a_part_with_another_sum_than_it_says_makes_no_package() -> None:
    whole = bytearray(hostile.package({"a.xml": b"<abcdefgh/>"}, zipfile.ZIP_STORED))
    whole[whole.index(b"abcdefgh")] ^= 1

    with pytest.raises(zipfile.BadZipFile):
        checked_package(bytes(whole))
