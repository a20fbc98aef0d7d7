"""`export word,pdf counted en` on the screen: files written in a thread, the floor never waits.

What a key writes into the line holds whom the report will name and its language, so that nothing
leaves otherwise than it stood there.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec import Struct

from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.settings import SEPARATORS
from meeting_tui.errors import MeetingTuiError
from meeting_tui.meeting.counting import GROUP_MEMBERS
from meeting_tui.ui.port import Frame
from meeting_tui.views.look import Choice
from meeting_tui.words import LANGUAGES, say

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


def export_report(frame: Frame, typed: str, session: SessionFolder) -> None:
    """Begin the line, or do what it says; what is wrong with it is said in a sentence."""
    shown = frame.report_choice
    if not typed.strip():
        said = f"{shown.naming} {shown.language} {_MEMBERS}{shown.members}"
        frame.begin_line(f"export {ALL} {said}")
        frame.tell(frame.say("preview.export_how", formats=_named()), "info")
        return
    order = read_order(typed, Choice("counted", shown.language, shown.members), frame.language)
    if isinstance(order, str):
        frame.tell(order, "refusal")
    elif frame.work_behind(partial(_work, frame, order, session), GROUP):
        frame.tell(frame.say("preview.exporting", what=", ".join(order.formats)))
    else:
        frame.tell(frame.say("preview.exporting_still"), "refusal")


def known_formats() -> tuple[str, ...]:
    """The formats by name, everything first."""
    from meeting_tui.report.formats import FORMATS

    return (ALL, "toml", *(each.name for each in FORMATS))


def read_order(typed: str, otherwise: Choice, language: str) -> Order | str:
    """What a line asks for, in any order; a sentence when a word of it is nothing known."""
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


def _work(frame: Frame, order: Order, session: SessionFolder) -> None:
    """In a thread: write, and tell what came of it."""

    def progress(done: int, count: int, what: str) -> None:
        told = frame.say("preview.exporting_of", what=what, done=done, count=count)
        frame.hand_over(partial(frame.tell, told))

    try:
        separator = SEPARATORS[frame.settings.csv_separator.value]
        told = write_out(order, session, progress, frame.language, separator)
    except MeetingTuiError as fault:
        refused = frame.say("preview.not_exported", reason=fault.sentence(frame.language))
        frame.hand_over(partial(frame.tell, refused, "refusal", seconds=TOLD_SECONDS))
    else:
        frame.hand_over(partial(frame.tell, told, "saved", seconds=TOLD_SECONDS))


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
