"""`meeting-tui run ... --at`: which session to look back at, and at what moment to begin."""

from __future__ import annotations

from meeting_tui.desk.as_it_stood import instant_asked
from meeting_tui.desk.own_list import directory_of
from meeting_tui.desk.replay import Guide, Replay, ReplayDesk
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.table import Seat
from meeting_tui.errors import SessionError
from meeting_tui.session_log.files import legal_name
from meeting_tui.shell.common import Shell, agenda_path, time_asked
from meeting_tui.words import Sentence


def replay_of(
    shell: Shell, what: str, session: str | None, at: str, seat: Seat
) -> tuple[ReplayDesk, str]:
    """The session as it stood at a time, and what is to be said of it first, if anything.

    Raises SessionError where there is no such session, click.BadParameter for what is no time.
    """
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
