"""`export --separator`, and the setting: tables for a computer whose list separator is no comma."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shell.calling import Call


def head(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig").splitlines()[0]


def test_the_option_chooses_it(day: Path, tmp_path: Path, call: Call) -> None:
    told = call("export", "day", "--format", "csv", "--separator", "semicolon", "--to", tmp_path)

    assert told.code == 0
    assert {head(each).count(",") for each in tmp_path.glob("*.csv")} == {0}
    assert head(tmp_path / "speeches.csv").startswith("no.;item;segment;")


def test_the_setting_chooses_it_and_the_option_goes_before(
    day: Path, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text('csv_separator = "tab"\n', encoding="utf-8")
    monkeypatch.setattr("meeting_tui.desk.settings.settings_path", lambda: settings)

    call("export", "day", "--format", "csv-points", "--to", tmp_path / "set")
    call("export", "day", "--format", "all", "--to", tmp_path / "all")
    call("export", "day", "--format", "csv-points", "--separator", "comma", "--to", tmp_path)

    assert head(tmp_path / "set" / "points.csv").startswith("point\tno.\t")
    assert head(next((tmp_path / "all").glob("*/record/points.csv"))).startswith("point\tno.\t")
    assert head(tmp_path / "points.csv").startswith("point,no.,")


def test_what_it_cannot_be_is_said(
    day: Path, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call("export", "day", "--separator", "pipe").code == 2
    told = call("export", "day", "--separator", "tab")
    assert (told.code, "a separator works only with CSV tables" in told.err) == (2, True)

    settings = tmp_path / "settings.toml"
    settings.write_text('csv_separator = "|"\n', encoding="utf-8")
    monkeypatch.setattr("meeting_tui.desk.settings.settings_path", lambda: settings)
    told = call("export", "day")
    assert told.code == 1
    assert '"comma", "semicolon" or "tab"' in told.err


def test_help_names_the_workbook_as_the_way_for_excel(call: Call) -> None:
    assert "--format excel" in call("export", "--help").out
