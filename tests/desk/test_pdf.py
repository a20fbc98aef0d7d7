"""PDF by LibreOffice: beside one that is open, within a limit, and said where it is missing."""

from __future__ import annotations

import re
import shutil
import stat
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from meeting_tui.desk import typesetting
from meeting_tui.errors import PdfNotMade
from meeting_tui.report.word import word_file
from tests.report.word_documents import hard_document, long_document

needs_libreoffice = pytest.mark.skipif(
    typesetting.find_libreoffice() is None, reason="LibreOffice is not installed here"
)
needs_shell = pytest.mark.skipif(sys.platform == "win32", reason="stand-ins are shell scripts")


def stand_in(folder: Path, script: str) -> Path:
    """A program in LibreOffice's place."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def printed_text(content: bytes, folder: Path) -> list[str]:
    """The text of each page."""
    path = folder / "printed.pdf"
    path.write_bytes(content)
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8").split("\f")[:-1]


@needs_libreoffice
def test_a_long_table_repeats_its_head_on_every_page(tmp_path: Path) -> None:
    pages = printed_text(typesetting.pdf_of(word_file(long_document())), tmp_path)

    assert len(pages) > 10
    assert all("Delegation" in page and "Minutes" in page for page in pages)
    words = {word for page in pages for word in page.split()}
    assert {"Liechtenstein", "Herzegovina", "Capacity", "implementation"} <= words
    assert f"Page 2 of {len(pages)}" in pages[1]


@needs_libreoffice
def test_it_is_tagged_for_those_who_hear_it_read_out(tmp_path: Path) -> None:
    content = typesetting.pdf_of(word_file(hard_document("zh")))
    path = tmp_path / "printed.pdf"
    path.write_bytes(content)
    told = subprocess.run(["pdfinfo", "-struct", str(path)], capture_output=True, check=True)
    tags = Counter(line.split()[0].rstrip(":") for line in told.stdout.decode().splitlines())

    assert re.search(rb"/MarkInfo ?<</Marked true>>", content)
    assert re.search(rb"/StructTreeRoot \d+ 0 R", content)
    assert re.search(rb"/Lang ?\(zh-CN\)", content)
    assert b"/DisplayDocTitle true" in content
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert [tags[each] for each in ("Document", "H1", "H2", "H3", "H4")] == [1, 2, 1, 1, 1]
    assert [tags[each] for each in ("Table", "TR", "TH", "TD")] == [2, 5, 5, 7]
    assert tags["L"] and tags["LI"] == tags["LBody"]


@needs_libreoffice
def test_equal_reports_are_equal_files() -> None:
    source = word_file(hard_document())
    first = typesetting.pdf_of(source)
    time.sleep(1.1)  # the moment it was made is another second

    assert typesetting.pdf_of(source) == first


@needs_libreoffice
def test_hard_content_is_printed_in_chinese(tmp_path: Path) -> None:
    (page,) = printed_text(typesetting.pdf_of(word_file(hard_document("zh"))), tmp_path)

    for text in (
        "A & B <c>",
        "=1+1; @SUM(A1); -0:15",
        "Việt Nam",
        "中国建议设立咨询小组",
        "第 1 页",
    ):
        assert text in page


def test_it_is_said_where_libreoffice_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "find_libreoffice", lambda: None)

    with pytest.raises(PdfNotMade, match="LibreOffice is not installed here") as caught:
        typesetting.pdf_of(b"")
    assert "本机未安装" in caught.value.sentence("zh")


@needs_shell
def test_what_takes_too_long_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = stand_in(tmp_path, f"(sleep 2; touch {tmp_path}/late) & sleep 60")
    monkeypatch.setattr(typesetting, "find_libreoffice", lambda: program)

    began = time.monotonic()
    with pytest.raises(PdfNotMade, match="more than 1 second"):
        typesetting.pdf_of(b"x", timeout=0.6)

    assert time.monotonic() - began < 20
    subprocess.run(["sleep", "2"], check=True)
    assert not (tmp_path / "late").exists()


@needs_shell
def test_a_failure_is_told_in_its_own_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        typesetting, "find_libreoffice", lambda: stand_in(tmp_path, "echo no disk; exit 3")
    )

    with pytest.raises(PdfNotMade, match="did not make the PDF: no disk"):
        typesetting.pdf_of(b"x")


def test_a_program_that_cannot_be_started_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typesetting, "find_libreoffice", lambda: tmp_path / "nowhere")

    with pytest.raises(PdfNotMade, match="did not make the PDF"):
        typesetting.pdf_of(b"x")


@needs_shell
def test_it_is_found_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = stand_in(tmp_path, "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert typesetting.find_libreoffice() == program


@pytest.mark.parametrize(
    ("platform", "variable", "place"),
    [
        ("win32", "ProgramFiles", "LibreOffice/program/soffice.com"),
        ("darwin", "HOME", "Applications/LibreOffice.app/Contents/MacOS/soffice"),
    ],
)
def test_it_is_found_where_installers_put_it(
    platform: str, variable: str, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / place
    program.parent.mkdir(parents=True)
    program.touch()
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setenv(variable, str(tmp_path))

    assert typesetting.find_libreoffice() == program


@pytest.mark.parametrize("place", ["/usr/lib/libreoffice/program/soffice", "/snap/bin/libreoffice"])
def test_it_is_found_where_linux_keeps_it(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(Path, "is_file", lambda path: path == Path(place))

    assert typesetting.find_libreoffice() == Path(place)


@needs_shell
def test_windows_ends_all_it_started_by_its_own_means(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = stand_in(tmp_path, "exec sleep 60")
    asked: list[list[str]] = []
    monkeypatch.setattr(typesetting, "find_libreoffice", lambda: program)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(subprocess, "run", lambda command, **_: asked.append(command))

    with pytest.raises(PdfNotMade, match="was stopped"):
        typesetting.pdf_of(b"x", timeout=0.2)

    assert [command[:3] for command in asked] == [["taskkill", "/F", "/T"]]


def test_it_is_nowhere_where_nothing_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(typesetting, "_usual_places", lambda: iter([tmp_path / "soffice"]))
    monkeypatch.setattr(shutil, "which", lambda name: None)

    assert typesetting.find_libreoffice() is None


def test_the_moment_it_was_made_is_taken_out() -> None:
    def made(moment: str, mark: str) -> bytes:
        return (
            f"<</Title(x)\n/CreationDate(D:{moment}Z')>>\n/ID [ <{mark}>\n<{mark}> ]\n"
            f"/DocChecksum /{mark}\n>>"
            f"<xmp:CreateDate>{moment}Z</xmp:CreateDate>"
        ).encode()

    one = made("20260319100000", "0123456789ABCDEF" * 2)
    other = made("20260319235959", "FEDCBA9876543210" * 2)

    assert typesetting.steady(one) == typesetting.steady(other)
    assert len(typesetting.steady(one)) == len(one)
    assert typesetting.steady(one) != typesetting.steady(one.replace(b"Title(x)", b"Title(y)"))
