"""`meeting-tui do`: acts on a session from the shell, each durable before it is told."""

from __future__ import annotations

import click

from meeting_tui.delegations.directory import Directory
from meeting_tui.desk.limit_fit import Suggestion
from meeting_tui.desk.opening import left_open_told, losses_told
from meeting_tui.desk.visiting import visit
from meeting_tui.meeting.refusal import Refusal, refusal_told
from meeting_tui.shell.call import Shell
from meeting_tui.shell.common import mended_sentences, with_shell
from meeting_tui.shell.going_on import seat_of
from meeting_tui.words import Sentence, in_language, with_asides


@click.command("do")
@click.argument("session")
@click.argument("lines", nargs=-1, required=True, metavar="LINE...")
@click.option(
    "--as",
    "role",
    type=click.Choice(["floor", "notes", "view"]),
    default="floor",
    help="Whose acts they are, where several sit at the meeting: of who runs the floor, a"
    " note-taker, or somebody who only looks on.",
)
@click.option("--hand", help="Your initials, kept with what you enter.")
@click.option("--name", help="Your name; without --hand its initials are kept.")
@with_shell
def command(
    shell: Shell,
    session: str,
    lines: tuple[str, ...],
    role: str,
    hand: str | None,
    name: str | None,
) -> int:
    """Do one or more acts in SESSION, in the command language; stop at the first refusal."""
    seat = seat_of(shell, "shell" if role == "floor" else role, hand, name)
    with visit(shell.find(session), seat, shell.language) as visitor:
        for sentence in mended_sentences(shell.say, visitor.mended) if visitor.mended else ():
            shell.tell(sentence, is_error=True)
        if visitor.head_trouble:
            shell.tell(in_language(visitor.head_trouble.sentence, shell.language), is_error=True)
        for sentence in losses_told(visitor.intake.meeting, shell.language):
            shell.tell(sentence, is_error=True)
        left_open = left_open_told(visitor.intake, shell.language)
        if left_open:
            shell.tell(left_open, is_error=True)
        for line in lines:
            suggestion = visitor.suggest(line)
            if suggestion is not None:
                if not _suggested(shell, line, suggestion):
                    return 1
                continue
            was_final = visitor.intake.meeting.state.finalised_at is not None
            asides = visitor.intake.asides(line)
            outcome = visitor.do(line)
            if isinstance(outcome, Refusal):
                return _refused(shell, line, outcome, visitor.intake.directory)
            if was_final and visitor.intake.meeting.state.finalised_at is None:
                asides = (*asides, Sentence("corrections.draft_again"))
            told = with_asides(visitor.tell(outcome), asides, shell.language)
            if shell.as_json:
                events = [entry.id for entry in outcome]
                shell.tell_json({"line": line, "did": told, "events": events})
            else:
                shell.tell(told)
    return 0


def _suggested(shell: Shell, line: str, suggestion: Suggestion) -> bool:
    """Tell what was suggested; whether it suffices."""
    sentence = suggestion.sentence
    if not suggestion.suffices:
        if shell.as_json:
            shell.tell_json({"line": line, "refused": "limit_fit", "why": sentence})
        shell.tell(sentence, is_error=True)
        return False
    if shell.as_json:
        told = {
            "line": line,
            "suggests": [suggestion.line] if suggestion.line else [],
            "why": sentence,
        }
        shell.tell_json(told)
        return True
    if suggestion.line:
        shell.tell(shell.say("forecast.suggests", line=suggestion.line))
    shell.tell(sentence)
    return True


def _refused(shell: Shell, line: str, refusal: Refusal, directory: Directory) -> int:
    sentence = refusal_told(refusal, shell.language, directory)
    if shell.as_json:
        shell.tell_json({"line": line, "refused": refusal.code, "why": sentence})
    shell.tell(shell.say("shell.refused_do", sentence=sentence), is_error=True)
    return 1
