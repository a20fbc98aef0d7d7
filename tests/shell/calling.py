"""Calling `meeting-tui` in this process, as a shell would call it, with sessions of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from meeting_tui.cli import main

CHECKOUT = Path(__file__).resolve().parents[2]
AGENDA = str(CHECKOUT / "agendas" / "2026-03-19-wgtr.toml")


@dataclass(frozen=True)
class Called:
    """What a call gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The last line of the output."""
        return json.loads(self.out.splitlines()[-1])


Call = Callable[..., Called]
PlayOnce = Callable[..., Path]


def caller(sessions: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Calls the program with those sessions."""

    def call(*arguments: str | Path) -> Called:
        capsys.readouterr()
        code = main(["--sessions", str(sessions), *map(str, arguments)])
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        return Called(code, told.out, told.err)

    return call


def write_script(folder: Path, *lines: str) -> Path:
    """A script of those lines."""
    path = folder / "a.script"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
