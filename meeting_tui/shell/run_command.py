"""`meeting-tui run`: open a meeting on the screen or line by line, or look back at one."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from meeting_tui.agenda.checks import LAST_YEAR
from meeting_tui.agenda.local_times import NotOne
from meeting_tui.agenda.model import Agenda
from meeting_tui.agenda.rules import Earlier, Rules
from meeting_tui.delegations.model import Delegation
from meeting_tui.desk.clock import LAST_SECOND, THIS, SystemClock
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.opening import NothingKept, Opened, begin, open_session, rehearsal_start
from meeting_tui.desk.own_list import directory_of, keep_own_list
from meeting_tui.desk.sessions import SessionFolder, free_name
from meeting_tui.errors import InvalidInput, SessionError
from meeting_tui.session_log.files import legal_name
from meeting_tui.shell.call import Shell, agenda_path
from meeting_tui.shell.choosing import chosen, offered
from meeting_tui.shell.common import AT, Misuse, Speed, shell_of, time_asked, with_shell
from meeting_tui.shell.going_on import learn_from, refuse_keys, seat_of, sit, with_terminal
from meeting_tui.words import Sentence

if TYPE_CHECKING:
    from meeting_tui.desk.replay import ReplayDesk


@click.command("run")
@click.argument("what", required=False, metavar="[AGENDA|SESSION]")
@click.option("--session", help="Name of the session; by default the agenda's own.")
@click.option(
    "--rehearse",
    is_flag=False,
    flag_value=1.0,
    default=None,
    type=Speed(),
    metavar="[SPEED]",
    help="Run it on a simulated clock, SPEED times as fast, in a separate session.",
)
@click.option(
    "--at",
    metavar=AT,
    help="Show the session as it was then; with --rehearse, when to begin. Local time.",
)
@click.option(
    "--delegations",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A list of delegations of your own (CSV or Excel) beside the built-in one.",
)
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and slow links.")
@click.option("--theme", type=click.Choice(["dark", "light"]), help="Colours of the screen.")
@click.option("--hand", help="Your initials, kept with what you enter.")
@click.option(
    "--as",
    "role",
    type=click.Choice(["floor", "notes", "view"]),
    default="floor",
    help="What you do at the meeting, where several sit at it: run the floor, take notes, look on.",
)
@click.option("--name", help="Your name, shown to the other seats.")
@click.option(
    "--shared", "at_server", metavar="NAME", help="The meeting is on that server: see `shared`."
)
@with_shell
def command(
    shell: Shell,
    what: str | None,
    session: str | None,
    rehearse: float | None,
    at: str | None,
    delegations: Path | None,
    plain: bool,
    theme: str | None,
    hand: str | None,
    role: str,
    name: str | None,
    at_server: str | None,
) -> int:
    """Open a meeting: begin or continue the session of an AGENDA, or continue a SESSION.

    With --at the session is shown as it was at that time, and nothing is written.
    """
    _made_ready(plain=plain)
    if at_server is not None and (rehearse, at, session) != (None,) * 3:
        raise Misuse(Sentence("shared_fault.only_as_it_is"), "--shared")
    if what is None:
        what = chosen(shell, only_sessions=at is not None and rehearse is None)
    seat = seat_of(shell, role, hand, name)
    if not plain:
        refuse_keys(shell)
    chosen_theme = theme or str(shell.settings.theme.value)
    if at is not None and rehearse is None:
        return _look_back(shell, what, session, at, seat, None if plain else chosen_theme)
    if at_server is None:
        opened = _open(shell, what, session, rehearse, at, seat, delegations)
    else:
        opened, seat = _shared(shell, what, seat, at_server)
        opened = _with_list(opened, _own_list(shell, delegations))
    code = _sat(shell, opened, seat, rehearse, None if plain else chosen_theme)
    learn_from(shell, opened)
    return code


def _sat(
    shell: Shell, opened: Opened, seat: Seat, rehearse: float | None, theme: str | None
) -> int:
    """Sit at the meeting until the person leaves; line by line without a `theme`."""
    if theme is None:
        from meeting_tui.shell.plain import run_plain

        return run_plain(opened, seat, shell.language, rehearse)
    return sit(shell, opened, seat, theme, rehearse)


def _made_ready(*, plain: bool) -> None:
    if plain:
        gc.enable()
    else:
        with_terminal()


def _shared(shell: Shell, what: str, seat: Seat, at_server: str) -> tuple[Opened, Seat]:
    """A seat at a meeting on a server; that of an agenda is begun there, unless it is there."""
    # Only a meeting on a server waits for what connects to it.
    from meeting_tui.desk.shared_seat import begin_shared, is_to_begin, open_shared
    from meeting_tui.desk.sharing import server_named

    server = server_named(shell.settings, at_server)
    path, meeting = agenda_path(what), what
    if path is not None:
        from meeting_tui.agenda.toml_file import load_agenda

        agenda = load_agenda(path)
        meeting = agenda.id
        if is_to_begin(server, meeting, shell.sessions):
            rules, earlier = _taught(shell, agenda)
            own = _own_list(shell, None, agenda, path)
            begin_shared(server, agenda, rules, earlier)
            taken = open_shared(server, meeting, shell.sessions, seat, seat.role)
            return _with_list(taken.opened, own), taken.seat
    taken = open_shared(server, meeting, shell.sessions, seat, seat.role)
    return taken.opened, taken.seat


@click.pass_context
def choose(ctx: click.Context) -> int:
    """Ask what to run, and run it; with `--json` say what there is."""
    shell = shell_of(ctx)
    if shell.as_json:
        shell.tell_json([{"path": path, "name": shown} for path, shown in offered(shell)])
        return 0
    what = chosen(shell)
    result = ctx.invoke(command, what=what, sessions=str(shell.sessions), lang=shell.language)
    return int(result or 0)


def _look_back(
    shell: Shell, what: str, session: str | None, at: str, seat: Seat, theme: str | None
) -> int:
    """Show a session as it stood; line by line without a `theme`."""

    desk, note = replay_of(shell, what, session, at, seat)
    if theme is None:
        from meeting_tui.shell.plain import PlainReplay, lines_in

        return PlainReplay(desk, shell.language).run(lines_in(), note)
    from meeting_tui.ui.running import run_replay

    return run_replay(desk, shell.settings, theme, note)


def _open(
    shell: Shell,
    what: str,
    session: str | None,
    rehearse: float | None,
    at: str | None,
    seat: Seat,
    delegations: Path | None,
) -> Opened:
    path = agenda_path(what)
    if path is None:
        _only_for_new(at)
        own = _own_list(shell, delegations)
        return _with_list(open_session(shell.find(what), seat, role=seat.role), own)
    # A session that is gone on with needs no agenda file.
    from meeting_tui.agenda.toml_file import load_agenda

    agenda = load_agenda(path)
    name = session or (f"{agenda.id}-rehearsal" if rehearse else agenda.id)
    folder = SessionFolder(shell.sessions / legal_name(name))
    if folder.is_there() and rehearse and session is None:
        folder = free_name(name, shell.sessions)
    if folder.is_there():
        own = _own_list(shell, delegations)
        try:
            opened = _with_list(open_session(folder, seat, role=seat.role), own)
        except NothingKept as fault:
            shell.tell(fault.sentence(shell.language), is_error=True)
        else:
            return _gone_on(opened, at)
    now = _begins(agenda, at) if rehearse else _today()
    if not rehearse:
        _only_for_new(at)
    own = _own_list(shell, delegations, agenda, path)
    _begin(shell, folder, agenda, now, seat, is_rehearsal=rehearse is not None)
    return _with_list(open_session(folder, seat, is_new=True, role=seat.role), own)


def _begin(
    shell: Shell,
    folder: SessionFolder,
    agenda: Agenda,
    now: datetime,
    seat: Seat,
    *,
    is_rehearsal: bool,
) -> None:
    """Begin a session with what the body's earlier meetings taught, where that can be used."""
    rules, earlier = _taught(shell, agenda)
    begin(folder, agenda, now, seat, rehearsal=is_rehearsal, rules=rules, earlier=earlier)


def _taught(shell: Shell, agenda: Agenda) -> tuple[Rules | None, Earlier | None]:
    """The rules as earlier meetings of the body changed them, and what did; None for nothing."""
    if not shell.settings.learn.value:
        return None, None
    # A session that is gone on with keeps what it began with.
    from meeting_tui.agenda.presets import load_rules
    from meeting_tui.desk.earlier import known_for

    known = known_for(agenda, load_rules(agenda.rules), shell.body)
    if known.fault:
        shell.tell(shell.say("earlier.not_used", fault=known.fault.said), is_error=True)
    return known.rules, known.earlier


def _with_list(opened: Opened, own: Sequence[Delegation] | None) -> Opened:
    """The session with a list of its own, where one was given."""
    if own is not None:
        keep_own_list(opened.folder.path, own)
    return opened


def _gone_on(opened: Opened, at: str | None) -> Opened:
    try:
        _only_for_new(at)
    except click.UsageError:
        opened.close()
        raise
    return opened


def _only_for_new(at: str | None) -> None:
    if at is not None:
        raise Misuse(Sentence("fault.at_of_rehearsal"))


def _today() -> datetime:
    """The instant now; SessionError where nothing can be added to the machine's date."""
    if THIS.wall() > LAST_SECOND:
        raise SessionError(Sentence("fault.clock_beyond", year=LAST_YEAR))
    return SystemClock().now()


def _begins(agenda: Agenda, at: str | None) -> datetime:
    """The simulated instant a rehearsal begins at."""
    if at is None:
        return rehearsal_start(agenda)
    zone = agenda.time_zone
    first = agenda.sittings[0]
    found = time_asked(at).of(first.start, zone, lambda each: first.start <= each <= first.end)
    if isinstance(found, NotOne):
        raise InvalidInput(found.what, key="--at", expected=found.expected)
    return found


def replay_of(
    shell: Shell, what: str, session: str | None, at: str, seat: Seat
) -> tuple[ReplayDesk, str]:
    """The session as it stood at a time, and what is to be said of it first, if anything.

    Raises SessionError where there is no such session, click.BadParameter for what is no time.
    """
    from meeting_tui.desk.as_it_stood import instant_asked
    from meeting_tui.desk.replay import Guide, Replay, ReplayDesk

    wanted = time_asked(at)
    replay = Replay(_folder(shell, what, session))
    guide = Guide(replay.moments, directory_of(replay.folder.path), shell.language)
    newest = max(entry.at for entry in replay.meeting.entries)
    going = guide.to(instant_asked(replay.meeting, newest, wanted), at.strip())
    begins = going.at or replay.moments.end
    return ReplayDesk(replay, seat, begins), going.sentence


def _folder(shell: Shell, what: str, session: str | None) -> SessionFolder:
    """The session of that name, or the one that goes by the name of the agenda."""
    path = agenda_path(what)
    if path is None:
        return shell.find(what)
    from meeting_tui.agenda.toml_file import load_agenda

    name = session or load_agenda(path).id
    folder = SessionFolder(shell.sessions / legal_name(name))
    if not folder.is_there():
        raise SessionError(Sentence("replay.no_session", name=name))
    return folder


def _own_list(
    shell: Shell, given: Path | None, agenda: Agenda | None = None, beside: Path | None = None
) -> tuple[Delegation, ...] | None:
    """The list of delegations that was given, or the agenda's own; None where there is none."""
    if given is None and (agenda is None or agenda.delegations is None):
        return None
    from meeting_tui.shell.delegations_command import own_list_asked

    return own_list_asked(shell, given, agenda, beside)
