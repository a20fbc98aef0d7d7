"""The template of `meeting-tui export`: reading one, and writing one to begin with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from meeting_tui.desk.written_files import make_folder
from meeting_tui.errors import TemplateError, told
from meeting_tui.outside import TEMPLATE, read_outside
from meeting_tui.session_log.files import write_atomic
from meeting_tui.shell.common import Shell
from meeting_tui.words import Sentence


def read_template(path: Path) -> bytes:
    """The content of a template; raises TemplateError where it cannot be read."""
    try:
        return read_outside(path, TEMPLATE)
    except (OSError, ValueError) as fault:
        raise TemplateError(told(fault)) from fault


@contextmanager
def told_of_template(path: Path | None) -> Iterator[None]:
    """Name the file in what is told of a template that cannot be filled in."""
    try:
        yield
    except TemplateError as fault:
        raise TemplateError(fault.what, path=path, key=fault.key) from fault


def write_sample(shell: Shell, path: Path) -> int:
    """Write the sample template; one that is there already is left as it is."""
    from meeting_tui.report.word import sample_template

    if path.exists():
        raise TemplateError(Sentence("word.sample_exists", path=str(path)))
    make_folder(path.parent)
    write_atomic(path, sample_template(shell.language), is_shared=True)
    shell.tell(shell.say("word.sample_written", path=str(path)))
    return 0
