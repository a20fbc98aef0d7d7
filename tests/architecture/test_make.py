"""What `make` does for who sets the program up: its first start is as fast as its second."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
NO_BYTECODE = {"PYTHONDONTWRITEBYTECODE": "1"}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of two modules, with everything installed that the locks ask for."""
    if shutil.which("make") is None:
        pytest.skip("make is not installed")
    for name in ("Makefile", "pyproject.toml", "requirements.lock", "requirements-build.lock"):
        shutil.copy(CHECKOUT / name, tmp_path / name)
    for name in ("__init__.py", "desk/__init__.py"):
        module = tmp_path / "meeting_tui" / name
        module.parent.mkdir(exist_ok=True)
        module.write_text("")
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".venv/bin/python").symlink_to(sys.executable)
    (tmp_path / ".venv/.installed").touch()
    return tmp_path


def make(checkout: Path, *words: str) -> int:
    """Run make there as on a machine that writes no bytecode; its exit code."""
    run = subprocess.run(["make", *words], cwd=checkout, env=os.environ | NO_BYTECODE, check=False)
    return run.returncode


def compiled(checkout: Path) -> list[str]:
    """The modules of that checkout whose bytecode is newer than they are."""
    return [
        module.relative_to(checkout).as_posix()
        for module in sorted(checkout.rglob("meeting_tui/**/*.py"))
        if (bytecode := Path(cache_from_source(str(module)))).is_file()
        and bytecode.stat().st_mtime_ns >= module.stat().st_mtime_ns
    ]


def test_setup_compiles_every_module_also_where_python_writes_no_bytecode(checkout: Path) -> None:
    assert make(checkout, "setup") == 0

    assert compiled(checkout) == ["meeting_tui/__init__.py", "meeting_tui/desk/__init__.py"]
    assert make(checkout, "--question", "setup") == 0


def test_what_was_changed_since_is_compiled_before_it_runs(checkout: Path) -> None:
    make(checkout, "setup")
    changed = checkout / "meeting_tui/desk/__init__.py"
    changed.write_text("NEW = 1\n")
    later = (checkout / ".venv/.compiled").stat().st_mtime_ns + 1_000_000_000
    os.utime(changed, ns=(later, later))
    assert make(checkout, "--question", "setup") == 1

    assert make(checkout, "setup") == 0

    assert b"NEW" in Path(cache_from_source(str(changed))).read_bytes()
