"""The command `meeting-tui`: has done what was typed, and says errors plainly.

Exit codes: 0 done, 1 refused or invalid, 2 wrong usage, 3 the log is damaged.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from typing import Any

from meeting_tui.errors import LogDamaged, MeetingTuiError, why
from meeting_tui.words import LANGUAGES, Sentence, in_language

OPTIONS: dict[str, tuple[str, ...]] = {
    "sessions": (),
    "lang": LANGUAGES,
    "theme": ("dark", "light"),
    "hand": (),
    "name": (),
}
"""The options of `run` that are read without the library of the command line: the values of each,
if it does not take any."""


def asked_plainly(arguments: list[str]) -> dict[str, str] | None:
    """What `run NAME` and those options ask for, by name; None for whatever else was typed.

    The rest, and all that is typed wrong, is for the library of the command line.
    """
    if arguments[:1] != ["run"] or os.name == "nt":  # there the library expands `*` and `~`
        return None
    asked: dict[str, str] = {}
    rest = iter(arguments[1:])
    for part in rest:
        name, value = (part[2:], next(rest, "")) if part.startswith("--") else ("what", part)
        allowed = OPTIONS.get(name, ()) or (value,)
        if name in asked or name not in (*OPTIONS, "what") or value not in allowed:
            return None
        if not value or value.startswith("-"):
            return None
        asked[name] = value
    return asked if "what" in asked else None


def main(arguments: list[str] | None = None) -> int:
    """Run the program; the exit code."""
    gc.set_threshold(100_000)  # most commands make many objects, drop few, and end soon
    _speak_safely()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has gone; what Python still holds of it must not complain.
        sys.stdout = io.StringIO()
        return 1
    return code


def _run(arguments: list[str] | None) -> int:
    call: dict[str, Any] = {}  # what was asked for, and the language that was settled on
    try:
        return _done(arguments, call)
    except MeetingTuiError as fault:
        return _complain(fault.said, call, 3 if isinstance(fault, LogDamaged) else 1)
    except (EOFError, KeyboardInterrupt):
        _echo("")
        return 1
    except BrokenPipeError:
        raise
    except OSError as fault:
        place = str(fault.filename) if fault.filename else Sentence("fault.the_system")
        return _complain(Sentence("fault.at", place=place, what=why(fault)), call, 1)
    except Exception as fault:
        # The program's edge: a person gets a sentence, a programmer may have the whole of it.
        if os.environ.get("MEETING_TUI_TRACEBACK"):
            raise
        return _complain(_unforeseen(fault), call, 1)


def _done(arguments: list[str] | None, call: dict[str, Any]) -> int:
    """Do what was typed: go on with a meeting, or whatever else there is; the exit code."""
    if asked := asked_plainly(sys.argv[1:] if arguments is None else arguments):
        from meeting_tui.shell.going_on import go_on

        code = go_on(asked, call)
        if code is not None:
            return code
    # Only a meeting that is gone on with starts without the library of the command line.
    from meeting_tui.shell.commands import called

    def tell(said: Sentence) -> None:
        for line in in_language(said, _language(call)).split("\n"):
            _echo(line)

    return called(arguments, call, tell)


def _complain(said: Sentence | str, call: dict[str, Any], code: int) -> int:
    _echo(f"meeting-tui: {in_language(said, _language(call))}")
    return code


def _language(call: dict[str, Any]) -> str:
    """The language to complain in: the one settled on, else the likeliest."""
    # Most calls have nothing to complain of.
    from meeting_tui.desk.settings import likely_language

    return call.get("spoken") or likely_language(call.get("language"))


def _echo(line: str) -> None:
    from click import echo

    from meeting_tui.text import display

    echo(display(line), err=True)


def _unforeseen(fault: Exception) -> Sentence:
    kind, said = type(fault).__name__, str(fault)
    return Sentence("fault.unforeseen", kind=kind, said=said, variable="MEETING_TUI_TRACEBACK")


def _speak_safely() -> None:
    """UTF-8 into pipes whatever the locale; a character that cannot be shown ends nothing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")
