"""`meeting-tui do`: acts on a session from the shell, each durable before it is told."""

from __future__ import annotations

import json

import click

from meeting_tui.desk.sitting_in import sit_in
from meeting_tui.meeting.refusal import Refusal
from meeting_tui.shell.common import Shell, with_shell
from meeting_tui.text import display
from meeting_tui.words import say


@click.command("do")
@click.argument("session")
@click.argument("lines", nargs=-1, required=True, metavar="LINE...")
@with_shell
def command(shell: Shell, session: str, lines: tuple[str, ...]) -> int:
    """Do one or more acts in SESSION, in the command language; stops at the first that is refused."""
    with sit_in(shell.find(session), shell.seat("shell"), shell.language) as table:
        for line in lines:
            outcome = table.do(line)
            if isinstance(outcome, Refusal):
                sentence = say(f"refusal.{outcome.code}", shell.language, **outcome.params)
                if shell.as_json:
                    told = {"line": line, "refused": outcome.code, "why": sentence}
                    click.echo(json.dumps(told, ensure_ascii=False))
                click.echo(display(shell.say("shell.refused_do", sentence=sentence)), err=True)
                return 1
            told_line = table.tell(outcome)
            if shell.as_json:
                done = {"line": line, "did": told_line, "events": [e.id for e in outcome]}
                click.echo(json.dumps(done, ensure_ascii=False))
            else:
                click.echo(display(told_line))
    return 0
