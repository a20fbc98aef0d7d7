"""Writing what leaves a session: whole files, made beside their place and renamed into it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.session_log.files import write_atomic
from meeting_tui.session_log.store import SessionLog
from meeting_tui.session_log.toml_log import dump_session


def write_session_toml(folder: SessionFolder, log: SessionLog) -> None:
    """Write the whole session log as text beside its database; raises WriteRefused."""
    text = dump_session(folder.name, log.rows(), log.head())
    write_atomic(folder.toml, text.encode("utf-8"))


def write_files(files: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Write files into a folder, made where it is missing; their paths. Raises WriteRefused."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in files.items():
        path = folder / name
        write_atomic(path, content)
        written.append(path)
    return tuple(written)
