"""`meeting-tui export`: a session in other formats, for the report.

A progress bar shows only for work that takes a while, and only to somebody who looks. The template
of one's own is read here, and one to begin with is written.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from threading import Lock, Timer
from types import TracebackType
from typing import TYPE_CHECKING

import click

from meeting_tui.desk.bundle import Choice
from meeting_tui.desk.export_all import export_all
from meeting_tui.desk.exporting import check_formats, export_files
from meeting_tui.desk.reading import Reading, read_session
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.settings import SEPARATORS
from meeting_tui.desk.written_files import Written, make_folder, write_files
from meeting_tui.errors import InvalidInput, TemplateError, told
from meeting_tui.meeting.counting import GROUP_MEMBERS
from meeting_tui.outside import TEMPLATE, read_outside
from meeting_tui.report.formats import FORMATS, format_named
from meeting_tui.session_log.files import write_atomic
from meeting_tui.shell.call import Shell
from meeting_tui.shell.common import Misuse, with_shell
from meeting_tui.words import Sentence

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

AFTER_SECONDS = 0.5
ALL = "all"
_KNOWN = ", ".join([ALL, *(each.name for each in FORMATS), "toml"])
_OPTIONS: tuple[Callable[[Callable[..., int]], Callable[..., int]], ...] = (
    click.argument("session", required=False),
    click.option(
        "--format",
        "formats",
        default="json",
        metavar="F[,F]",
        help=f"{_KNOWN}; json by default.",
    ),
    click.option(
        "--to",
        "target",
        metavar="DIR|-",
        help="A folder (the session's `export`), or - for a pipe.",
    ),
    click.option(
        "--names",
        type=click.Choice(["named", "counted", "anonymous"]),
        default="counted",
        help="How statements are attributed in the report draft.",
    ),
    click.option(
        "--count-members",
        "members",
        type=click.Choice(GROUP_MEMBERS),
        default="present",
        help="Which members of a group are counted for its statements.",
    ),
    click.option(
        "--annex",
        is_flag=True,
        help="Add all statements with speakers; needs --names named and --format annex.",
    ),
    click.option(
        "--separator",
        type=click.Choice([*SEPARATORS]),
        help="What separates the cells of CSV tables. `--format excel` does not need it.",
    ),
    click.option(
        "--private",
        is_flag=True,
        help="Only you may read the files, also outside the session's folder.",
    ),
    click.option(
        "--template",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="A Word document with tags, used for word and pdf.",
    ),
    click.option(
        "--template-sample",
        "sample",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Only write a template to start from, in the built-in style.",
    ),
)


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


class LateBar:
    """Counts what is done; on a terminal it begins to show it after half a second."""

    def __init__(self, title: str, *, is_shown: bool, after: float = AFTER_SECONDS) -> None:
        self._title = title
        self._lock = Lock()
        self._made, self._of, self._name = 0, 0, ""
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._timer = Timer(after, self.show) if is_shown else None

    def __enter__(self) -> LateBar:
        if self._timer is not None:
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._timer is not None:
            self._timer.cancel()
        with self._lock:
            # A bar that would begin now has nothing to show any more.
            self._timer = None
            if self._bar is not None:
                self._bar.stop()

    def tell(self, made: int, of: int, name: str) -> None:
        """So much is made, and what is made next."""
        with self._lock:
            self._made, self._of, self._name = made, of, name
            if self._bar is not None and self._task is not None:
                self._bar.update(self._task, completed=made, total=of, named=name)

    @property
    def is_drawn(self) -> bool:
        """Whether it is on the screen."""
        with self._lock:
            return self._bar is not None

    def show(self) -> None:
        """Draw it, unless the work is done."""
        # Most exports are over before; they do not wait for what draws.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        with self._lock:
            if self._timer is None:
                return
            self._bar = Progress(
                TextColumn("{task.description}", markup=False),
                BarColumn(),
                MofNCompleteColumn(),
                TextColumn("{task.fields[named]}", markup=False),
                console=Console(file=sys.stderr),
                transient=True,
            )
            self._task = self._bar.add_task(
                self._title, total=self._of or None, completed=self._made, named=self._name
            )
            self._bar.start()


def _options(function: Callable[..., int]) -> Callable[..., int]:
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


@click.command("export")
@_options
@with_shell
def command(
    shell: Shell,
    session: str | None,
    formats: str,
    target: str | None,
    names: str,
    members: str,
    annex: bool,
    separator: str | None,
    private: bool,
    template: Path | None,
    sample: Path | None,
) -> int:
    """Export SESSION, whatever state it is in."""
    if sample is not None:
        return write_sample(shell, sample)
    if session is None:
        raise Misuse(Sentence("fault.no_session_named"))
    folder = shell.find(session)
    wanted = _wanted(shell, formats, target)
    _refuse_what_does_not_go_together(wanted, names, annex, template, separator)
    place = folder.path / "export" if target in (None, "-") else Path(str(target))
    reading = read_session(folder)
    with told_of_template(template):
        content = None if template is None else read_template(template)
        parted = SEPARATORS[separator or shell.settings.csv_separator.value]
        is_private = private or shell.settings.private_exports.value
        choice = Choice(shell.language, names, annex, content, members, parted, is_private)
        if wanted == (ALL,):
            _tell_written(shell, _everything(shell, folder, reading, place, choice))
            return _code(reading)
        tell = partial(shell.tell, is_error=True)
        files = export_files(folder, wanted, choice, tell=tell, reading=reading)
    if target == "-":
        _to_pipe(files)
    else:
        written = write_files(files, place, folder.path, is_private=is_private)
        _tell_written(shell, written)
    return _code(reading)


def _refuse_what_does_not_go_together(
    wanted: tuple[str, ...],
    names: str,
    annex: bool,
    template: Path | None,
    separator: str | None,
) -> None:
    if template is not None and not any(_is_of_pages(name) for name in wanted):
        raise Misuse(Sentence("fault.template_of_pages"), "--template")
    if annex and (names != "named" or not {"annex", ALL}.intersection(wanted)):
        raise Misuse(Sentence("fault.annex_names"), "--annex")
    if separator is not None and not any(_is_csv(name) for name in wanted):
        raise Misuse(Sentence("fault.separator_of_tables"), "--separator")


def _code(reading: Reading) -> int:
    """That a log could not be read as it stands is damage, whatever was written of it."""
    return 3 if reading.is_damaged else 0


def _wanted(shell: Shell, formats: str, target: str | None) -> tuple[str, ...]:
    """The formats that are asked for, each once."""
    wanted = tuple(dict.fromkeys(each.strip() for each in formats.split(",") if each.strip()))
    if not wanted:
        raise Misuse(Sentence("fault.no_format_named"), "--format")
    if ALL in (each.casefold() for each in wanted):
        if len(wanted) > 1 or target == "-":
            raise Misuse(Sentence("export.all_alone"), "--format")
        return (ALL,)
    try:
        check_formats(wanted)
    except InvalidInput as fault:
        what = Sentence("fault.expected", what=fault.what, expected=fault.expected or "")
        raise Misuse(what, "--format") from fault
    return wanted


def _is_of_pages(name: str) -> bool:
    found = format_named(name)
    return name == ALL or (found is not None and found.is_of_pages)


def _is_csv(name: str) -> bool:
    return name == ALL or name.casefold().startswith("csv")


def _everything(
    shell: Shell, folder: SessionFolder, reading: Reading, place: Path, choice: Choice
) -> Written:
    """A dated folder; what could not be made is told once the bar is gone."""
    told: list[str] = []
    is_shown = sys.stderr.isatty() and not shell.as_json
    try:
        with LateBar(shell.say("export.making"), is_shown=is_shown) as bar:
            return export_all(folder, reading, place, choice, tell=told.append, progress=bar.tell)
    finally:
        for sentence in dict.fromkeys(told):
            shell.tell(sentence, is_error=True)


def _tell_written(shell: Shell, written: Written) -> None:
    for kept in written.kept:
        shell.tell(kept.sentence(shell.language), is_error=True)
    if shell.as_json:
        shell.tell_json([str(path) for path in written.paths])
    else:
        for path in written.paths:
            shell.tell(shell.say("shell.exported", path=str(path)))


def _to_pipe(files: dict[str, bytes]) -> None:
    if len(files) != 1:
        several = Sentence("fault.several_files", names=tuple(files), count=len(files))
        raise Misuse(several, "--to")
    sys.stdout.flush()
    sys.stdout.buffer.write(next(iter(files.values())))
    sys.stdout.buffer.flush()
