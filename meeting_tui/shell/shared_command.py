"""`meeting-tui shared`: a log on a PostgreSQL server, who may do what in it, moving meetings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import click

from meeting_tui.desk.sharing import Moved, pull, push, server_named
from meeting_tui.session_log.chain import anchor
from meeting_tui.session_log.postgres_roles import (
    Granted,
    Person,
    Right,
    grant,
    meetings,
    people,
    revoke,
    set_up,
)
from meeting_tui.session_log.postgres_server import Server, address_for, password_line
from meeting_tui.shell.call import Shell
from meeting_tui.shell.common import with_options, with_shell

_RIGHTS = ("officer", "note-taker", "viewer")


def _with_server(function: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--shared",
        "at",
        metavar="NAME",
        help="A server of the settings, or postgresql://LOGIN@HOST/DATABASE.",
    )(function)


@click.group("shared")
@with_options
def command() -> None:
    """Keep meetings on a PostgreSQL server, for seats on several machines."""


@command.command("init")
@_with_server
@with_shell
def init(shell: Shell, at: str | None) -> int:
    """Set a database up for shared meetings, or bring it up to this version of the program."""
    server = server_named(shell.settings, at)
    is_new = set_up(server)
    if shell.as_json:
        shell.tell_json({"server": server.place, "new": is_new})
        return 0
    shell.tell(shell.say("shared.made" if is_new else "shared.renewed", server=server.place))
    if is_new:
        shell.tell(shell.say("shared.next"))
    return 0


@command.command("grant")
@click.argument("login")
@click.option("--as", "right", type=click.Choice(_RIGHTS), required=True, help="What they may do.")
@click.option("--hand", default="", metavar="INITIALS", help="How their entries are signed.")
@click.option("--new-password", is_flag=True, help="Give an existing login a new password.")
@_with_server
@with_shell
def grant_rights(
    shell: Shell, login: str, right: str, hand: str, new_password: bool, at: str | None
) -> int:
    """Let LOGIN run the floor, take notes or look on, and print what that person needs."""
    server = server_named(shell.settings, at)
    wanted = cast("Right", right.replace("-", "_"))
    given = grant(server, login, wanted, hand, is_renewed=new_password)
    if shell.as_json:
        told = {**_person(given.person), "address": address_for(server, login)}
        shell.tell_json({**told, "password": given.password} if given.password else told)
        return 0
    told_right = shell.say(f"shared.right_{wanted}")
    shell.tell(shell.say("shared.granted", login=login, hand=given.person.hand, right=told_right))
    for sentence in _needs(shell, server, given):
        shell.tell(sentence)
    return 0


def _needs(shell: Shell, server: Server, given: Granted) -> list[str]:
    """What a person puts on their own computer, line by line."""
    login = given.person.login
    lines = [
        shell.say("shared.needs_settings"),
        f'    hand = "{given.person.hand}"',
        "    [shared]",
        f'    meetings = "{address_for(server, login)}"',
    ]
    if given.password is None:
        return [*lines, shell.say("shared.keeps_password", login=login)]
    line = password_line(server, login, given.password)
    return [*lines, shell.say("shared.needs_password"), f"    {line}"]


@command.command("revoke")
@click.argument("login")
@_with_server
@with_shell
def revoke_rights(shell: Shell, login: str, at: str | None) -> int:
    """Take all rights from LOGIN, at once; what they entered stays."""
    found = revoke(server_named(shell.settings, at), login)
    if shell.as_json:
        shell.tell_json({"login": login, "hand": found.hand, "right": None})
    else:
        shell.tell(shell.say("shared.revoked", login=login, hand=found.hand))
    return 0


@command.command("list")
@_with_server
@with_shell
def list_shared(shell: Shell, at: str | None) -> int:
    """List the meetings and the people."""
    server = server_named(shell.settings, at)
    kept, known = meetings(server), people(server)
    if shell.as_json:
        told = [{"meeting": each.name, "entries": each.entries} for each in kept]
        shell.tell_json({"meetings": told, "people": [_person(each) for each in known]})
        return 0
    for each in kept:
        shell.tell(shell.say("shared.meeting_row", name=each.name, count=each.entries))
    for one in known:
        right = shell.say(f"shared.right_{one.right or 'none'}")
        shell.tell(shell.say("shared.person_row", login=one.login, hand=one.hand, right=right))
    if not kept:
        shell.tell(shell.say("shared.no_meetings"))
    return 0


def _person(person: Person) -> dict[str, str | None]:
    right = person.right.replace("_", "-") if person.right else None
    return {"login": person.login, "hand": person.hand, "right": right}


@command.command("push")
@click.argument("session")
@click.option("--name", default="", metavar="NAME", help="Its name there, if not that of SESSION.")
@_with_server
@with_shell
def push_session(shell: Shell, session: str, name: str, at: str | None) -> int:
    """Send SESSION to the server, whole; or what the server lacks of it."""
    server = server_named(shell.settings, at)
    done = push(shell.find(session), server, name)
    return _told(shell, server, done, "there")


@command.command("pull")
@click.argument("meeting")
@click.option("--session", default="", metavar="NAME", help="Its name here, if not MEETING.")
@_with_server
@with_shell
def pull_meeting(shell: Shell, meeting: str, session: str, at: str | None) -> int:
    """Fetch MEETING from the server as a session, whole; or what the session lacks of it."""
    server = server_named(shell.settings, at)
    done = pull(server, meeting, shell.sessions, session)
    return _told(shell, server, done, "here")


def _told(shell: Shell, server: Server, done: Moved, side: str) -> int:
    """Tell what was moved to a side, `there` or `here`."""
    if shell.as_json:
        told: dict[str, Any] = {"session": done.folder.name, "path": str(done.folder.path)}
        told |= {"meeting": done.meeting, "server": server.place, "events": done.head.seq}
        told |= {"added": done.added, "ahead": done.ahead, "head": done.head.hash}
        shell.tell_json({**told, "texts": done.texts, "texts_missing": done.missing})
        return 0
    names = {"name": done.meeting, "folder": done.folder.name}
    if done.ahead:
        shell.tell(shell.say(f"shared.ahead_{side}", count=done.ahead, **names))
    elif done.added:
        shell.tell(shell.say(f"shared.moved_{side}", count=done.added, **names))
    else:
        shell.tell(shell.say("shared.equal", **names))
    if not done.ahead:
        shell.tell(shell.say("shared.proved", count=done.head.seq, anchor=anchor(done.head)))
    if done.texts:
        shell.tell(shell.say("shared.texts", count=done.texts))
    if done.missing:
        shell.tell(shell.say("shared.texts_missing", count=done.missing), is_error=True)
    return 0
