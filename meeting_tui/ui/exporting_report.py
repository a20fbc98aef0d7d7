"""`export word,pdf counted en` on the screen: files written in a thread, the floor never waits.

What a key writes into the line holds whom the report will name and its language, so that nothing
leaves otherwise than it stood there.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.settings import SEPARATORS
from meeting_tui.errors import MeetingTuiError
from meeting_tui.report.on_screen import Choice
from meeting_tui.ui.act_keys import prefill
from meeting_tui.words import LANGUAGES, say

if TYPE_CHECKING:
    from meeting_tui.ui.app import MeetingApp

ALL = "all"
_MEMBERS = "members-"
"""Before the members of groups that are counted: `members-present`."""
GROUP = "export"
TOLD_SECONDS = 120.0


class Order(Struct, frozen=True):
    """What somebody wants written out."""

    formats: tuple[str, ...]
    """`all` alone for everything in a dated folder."""
    choice: Choice


def export_report(app: MeetingApp, typed: str) -> None:
    """Begin the line, or do what it says; what is wrong with it is said in a sentence."""
    shown = app.report_choice
    if not typed.strip():
        prefill(app, f"export {ALL} {shown.naming} {shown.language} {_MEMBERS}{shown.members}")
        app.tell(app.say("preview.export_how", formats=_named()), "info")
        return
    order = read_order(typed, Choice("counted", shown.language, shown.members), app.language)
    if isinstance(order, str):
        app.tell(order, "refusal")
    elif any(each.group == GROUP and each.is_running for each in app.workers):
        app.tell(app.say("preview.exporting_still"), "refusal")
    else:
        app.tell(app.say("preview.exporting", what=", ".join(order.formats)))
        work = partial(_work, app, order, app.files.folder)
        app.run_worker(work, thread=True, exit_on_error=False, group=GROUP)


def known_formats() -> tuple[str, ...]:
    """The formats by name, everything first."""
    from meeting_tui.report.formats import FORMATS

    return (ALL, "toml", *(each.name for each in FORMATS))


def read_order(typed: str, otherwise: Choice, language: str) -> Order | str:
    """What a line asks for, in any order; a sentence when a word of it is nothing known."""
    from meeting_tui.meeting.counting import GROUP_MEMBERS
    from meeting_tui.report.formats import format_named
    from meeting_tui.report.read_model import NAMINGS

    naming, of_report, members = otherwise.naming, otherwise.language, otherwise.members
    formats = list[str]()
    for word in typed.casefold().replace("，", ",").replace(",", " ").split():
        if word in NAMINGS:
            naming = word
        elif word in LANGUAGES:
            of_report = word
        elif word.removeprefix(_MEMBERS) in GROUP_MEMBERS and word.startswith(_MEMBERS):
            members = word.removeprefix(_MEMBERS)
        elif word in (ALL, "toml") or format_named(word):
            formats.append(word)
        else:
            return say("preview.no_such_word", language, word=word, formats=_named())
    if not formats:
        return say("preview.no_format", language, formats=_named())
    wanted = (ALL,) if ALL in formats else tuple(dict.fromkeys(formats))
    return Order(wanted, Choice(naming, of_report, members))


def _work(app: MeetingApp, order: Order, session: SessionFolder) -> None:
    """In a thread: write, and tell what came of it."""

    def progress(done: int, count: int, what: str) -> None:
        told = app.say("preview.exporting_of", what=what, done=done, count=count)
        app.call_later(app.tell, told)

    try:
        separator = SEPARATORS[app.settings.csv_separator.value]
        told = write_out(order, session, progress, app.language, separator)
    except MeetingTuiError as fault:
        refused = app.say("preview.not_exported", reason=fault.sentence(app.language))
        app.call_later(partial(app.tell, refused, "refusal", seconds=TOLD_SECONDS))
    else:
        app.call_later(partial(app.tell, told, "saved", seconds=TOLD_SECONDS))


def write_out(
    order: Order,
    session: SessionFolder,
    progress: Callable[[int, int, str], None],
    language: str,
    separator: str = ",",
) -> str:
    """Write the files; says in `language` where they are and what was left out.

    `separator`: between the cells of CSV tables. Raises MeetingTuiError naming what could not be
    written.
    """
    from meeting_tui.desk.bundle import Choice as Wanted
    from meeting_tui.desk.export_all import export_all
    from meeting_tui.desk.exporting import export_files
    from meeting_tui.desk.reading import read_session
    from meeting_tui.desk.written_files import write_files

    reading = read_session(session)
    place = session.path / "export"
    choice = order.choice
    wanted = Wanted(
        choice.language, choice.naming, group_members=choice.members, separator=separator
    )
    told: list[str] = []
    if order.formats == (ALL,):
        written = export_all(session, reading, place, wanted, tell=told.append, progress=progress)
    else:
        files: dict[str, bytes] = {}
        for number, name in enumerate(order.formats):
            progress(number, len(order.formats), name)
            files |= export_files(session, (name,), wanted, tell=told.append, reading=reading)
        written = write_files(files, place, session.path)
    told += [each.sentence(language) for each in written.kept]
    return _told(written.paths, list(dict.fromkeys(told)), language)


def _told(paths: tuple[Path, ...], left_out: list[str], language: str) -> str:
    if len(paths) == 1:
        told = say("preview.exported", language, path=str(paths[0]))
    else:
        folder = min((path.parent for path in paths), key=lambda each: len(each.parts))
        told = say("preview.exported_files", language, count=len(paths), path=str(folder))
    if left_out:
        return say("preview.exported_but", language, written=told, what=" ".join(left_out))
    return told


def _named() -> str:
    """The formats as an answer names them: the single tables of CSV would fill the line."""
    return ", ".join(each for each in known_formats() if not each.startswith("csv-"))
