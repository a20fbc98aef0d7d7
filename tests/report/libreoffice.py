"""LibreOffice as a reader of what was exported, with a profile of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from meeting_tui.desk.typesetting import find_libreoffice

PROGRAM = find_libreoffice()
needs_libreoffice = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")

TIMEOUT = 240.0
_CSV = "Text - txt - csv (StarCalc):44,34,76,1,{columns},1033,false,{detect},false"
"""Comma, double quote, UTF-8, from the first line; how columns are read; whether numbers are."""


def as_texts(columns: int) -> str:
    """The filter that reads every column as text."""
    formats = "/".join(f"{number}/2" for number in range(1, columns + 1))
    return _CSV.format(columns=formats, detect="false")


def as_opened() -> str:
    """The filter that reads numbers, dates and times as such, as a double click does."""
    return _CSV.format(columns="", detect="true")


def read_in(files: dict[str, bytes], folder: Path, *, infilter: str = "") -> dict[str, Path]:
    """Let LibreOffice open each file and save it as a workbook; name -> where that is."""
    assert PROGRAM is not None
    target = folder / "saved"
    sources = []
    for name, content in files.items():
        sources.append(folder / name)
        sources[-1].write_bytes(content)
    command = [
        str(PROGRAM),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault"),
        *([f"--infilter={infilter}"] if infilter else []),
        *("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(target)),
        *map(str, sources),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=TIMEOUT)
    return {each.name: target / f"{each.stem}.xlsx" for each in sources}
