"""A meeting that is gone on with on the screen: opened, sat at until one leaves, learnt from.

It is what is started in the middle of a meeting, and then the room waits. So it knows nothing of
the library of the command line, and `run NAME` comes here without it.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from meeting_tui.desk.elsewhere import NOTE, SessionMoved
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.opening import Opened, open_session
from meeting_tui.desk.seats import DESKS, Role, initials_of
from meeting_tui.desk.settings import load_settings
from meeting_tui.errors import MeetingTuiError, SessionError
from meeting_tui.shell.call import Shell, agenda_path
from meeting_tui.text import clean_line
from meeting_tui.words import Sentence, Value


def go_on(asked: Mapping[str, str], call: dict[str, Any]) -> int | None:
    """Go on with the session that was asked for; the exit code. None where an agenda was named.

    `asked`: `what`, and the options `sessions`, `lang`, `theme`, `hand` and `name`, if given.
    `call` is told the language that was settled on, to complain in it.
    """
    if agenda_path(asked["what"]) is not None:
        return None
    call["language"] = asked.get("lang")
    shell = called({"sessions": asked.get("sessions"), "language": asked.get("lang")}, call)
    with_terminal()
    seat = seat_of(shell, "floor", asked.get("hand"), asked.get("name"))
    refuse_keys(shell)
    try:
        opened = open_session(shell.find(asked["what"]), seat, role=seat.role)
    except SessionMoved as fault:
        raise moved(fault) from fault
    code = sit(shell, opened, seat, asked.get("theme"), None)
    learn_from(shell, opened)
    return code


def called(options: Mapping[str, str | None], call: dict[str, Any]) -> Shell:
    """How the program is to behave with these options; raises SettingsError."""
    shell = Shell(load_settings(options), bool(call.get("json")))
    call["spoken"] = shell.language
    return shell


def moved(fault: SessionMoved) -> SessionError:
    """That the session goes on in another folder, and how to open it there."""
    params: dict[str, Value] = {"old": str(fault.old), "new": str(fault.new), "note": NOTE}
    return SessionError(Sentence("shell.moved", **params))


def with_terminal() -> None:
    """Raises SessionError where there is no terminal that could show a screen."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise SessionError(Sentence("shell.no_terminal"))


def seat_of(shell: Shell, asked: str, hand: str | None, name: str | None) -> Seat:
    """The seat of somebody who does what was asked: `floor`, `notes` or `view`; or `shell`.

    Initials that are not given are those of the settings, else of the name.
    """
    role: Role = next(each for each in DESKS if each == asked)
    called = clean_line(name or "") or str(shell.settings.name.value)
    initials = clean_line(hand or "") or str(shell.settings.hand.value) or initials_of(called)
    return Seat(DESKS[role], initials, called, role)


def refuse_keys(shell: Shell) -> None:
    """Raises SettingsError for a key that cannot be one, before anything is opened."""
    from meeting_tui.ui.own_keys import own_keys

    own_keys(shell.settings)


def sit(shell: Shell, opened: Opened, seat: Seat, theme: str | None, rehearse: float | None) -> int:
    """Sit at the meeting on the screen until the person leaves; the exit code."""
    from meeting_tui.ui.running import run_screen

    chosen = theme or str(shell.settings.theme.value)
    return run_screen(opened, seat, shell.settings, chosen, rehearse)


def learn_from(shell: Shell, opened: Opened) -> None:
    """Once a meeting is over and left, let it teach; what is in the way is said and harms nothing.

    A rehearsal teaches nothing.
    """
    state = opened.meeting.state
    if state.phase != "adjourned" or state.rehearsal or not shell.settings.learn.value:
        return
    from meeting_tui.desk.earlier import body_of, learn

    body = body_of(state.agenda, state.rules, shell.body)
    if not body:
        return
    try:
        learn(opened.folder.path.parent, body, shell.body)
    except MeetingTuiError as fault:
        shell.tell(shell.say("earlier.not_learned", fault=fault.said), is_error=True)
