"""`meeting-tui serve`: pages for the room's screen, the Chair's tablet and all who have a link."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from meeting_tui.shell.call import Shell
from meeting_tui.shell.common import Misuse, with_shell
from meeting_tui.text import clean_line
from meeting_tui.words import Sentence

PORT = 8765
LOOPBACK = "127.0.0.1"


@click.command("serve")
@click.argument("session")
@click.option("--host", default=LOOPBACK, help="The address to serve at. Usually this computer.")
@click.option("--port", default=PORT, type=click.IntRange(0, 65535), help="0: any that is free.")
@click.option("--notes", multiple=True, metavar="INITIALS", help="A link for a note-taker.")
@click.option("--requests", is_flag=True, help="A link for each delegation to ask for the floor.")
@click.option("--cert", type=click.Path(path_type=Path), help="The certificate, a PEM file.")
@click.option("--key", type=click.Path(path_type=Path), help="The certificate's key.")
@click.option("--insecure", is_flag=True, help="Serve other computers without TLS.")
@click.option("--qr", is_flag=True, help="Show a QR code of each link, but those of delegations.")
@click.option("--sheet", type=click.Path(path_type=Path), help="Write a page of links to print.")
@click.option("--revoke", multiple=True, metavar="LINK", help="Make a link worthless, and end.")
@with_shell
def command(
    shell: Shell,
    session: str,
    host: str,
    port: int,
    notes: tuple[str, ...],
    requests: bool,
    cert: Path | None,
    key: Path | None,
    insecure: bool,
    qr: bool,
    sheet: Path | None,
    revoke: tuple[str, ...],
) -> int:
    """Serve the pages of SESSION to browsers until this is ended: a link a line.

    Other computers are served (--host) only with TLS: with the certificate of --cert and --key, or
    with one made here, whose fingerprint is told.
    """
    if (cert is None) != (key is None):
        raise Misuse(Sentence("page.cert_and_key"), "--cert")
    folder = shell.find(session)
    # Only this command waits for what speaks HTTP.
    from meeting_tui.web import running

    for word in map(clean_line, revoke):
        running.revoke(folder, word)
        shell.tell(shell.say("page.revoked", link=word))
    if revoke:
        return 0
    files = (cert, key) if cert and key else None
    wanted = running.Wanted(host, port, notes, requests, files, insecure, sheet, qr)
    say = partial(shell.tell, is_error=True)
    told = running.Told(shell.tell, partial(click.echo, err=True), say, shell.language)
    running.serve(folder, wanted, told)
    return 0
