"""The wheel carries what an installed `meeting-tui` needs from any folder, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


def test_wheel_holds_the_package_and_the_plans(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=CHECKOUT,
        capture_output=True,
        check=True,
    )
    (wheel,) = tmp_path.glob("meeting_tui-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    sources = (CHECKOUT / "meeting_tui").rglob("*")
    wanted = {
        path.relative_to(CHECKOUT).as_posix()
        for path in sources
        if path.suffix in {".py", ".toml", ".csv", ".json", ".tcss", ".script", ".sql"}
    }
    plans = {f"meeting_tui/_agendas/{path.name}" for path in (CHECKOUT / "agendas").glob("*.toml")}

    assert "meeting_tui/_agendas/2026-03-19-wgtr.toml" in plans
    assert wanted | plans <= names
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"meeting_tui"}
