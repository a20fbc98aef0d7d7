"""`meeting-tui forecast`: when it will end and what would make it end on time, now or as it stood.

It reads only, so that the Chair's office may ask while the session is open at the table. With
`--prior` it says what the finished meetings of a body teach, and brings their file up to date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp, log
from typing import TYPE_CHECKING, Any

import click

from meeting_tui.agenda.model import Words
from meeting_tui.agenda.rules import Rules
from meeting_tui.desk.as_it_stood import as_it_stood
from meeting_tui.desk.own_list import directory_of
from meeting_tui.errors import EarlierError
from meeting_tui.shell.call import Shell
from meeting_tui.shell.common import AT, Misuse, time_asked, with_shell
from meeting_tui.text import cells, fit
from meeting_tui.views.look import Look
from meeting_tui.words import Sentence

if TYPE_CHECKING:
    from meeting_tui.desk.earlier import Prior

EVERY = ""
"""`--prior` without the name of a body."""
FIGURES = (
    *("share", "opening", "closing", "fading", "taper", "growth"),
    *("spread", "items_spread", "mean_lean", "spread_lean", "carried", "drift"),
    *("handover_seconds", "handover_spread"),
    *("middle_level", "late_level", "late_growth"),
    *("newcomers", "newcomers_spread", "newcomers_early"),
    *("newcomers_later", "newcomers_fading", "newcomers_drawn"),
    *("break_minutes", "break_power", "break_length", "break_length_spread"),
)
RULES_HAVE = ("handover_seconds",)
"""Those that are not among the timekeeper's."""
PARTS = ("share", "middle_level", "late_level", "carried", "newcomers_early", "newcomers_spread")
"""Told in per cent."""
SHORTER = {
    "newcomers_fading": -log(2),
    "newcomers_drawn": log(2),
    "closing": -1.0,
    "fading": -log(2),
    "taper": -log(2),
    "growth": log(2),
    "opening": 1.0,
}
"""Told in per cent of another turn: what its logarithm is taken times."""
APART = ("spread", "items_spread", "drift", "handover_spread", "break_length_spread")
"""Deviations of logarithms, told in per cent of the length."""
COLUMN_CELLS = 9


@click.command("forecast")
@click.argument("session", required=False)
@click.option(
    "--at",
    metavar=AT,
    help="Show the meeting as it was then. Local time; by default its newest entry.",
)
@click.option(
    "--prior",
    is_flag=False,
    flag_value=EVERY,
    default=None,
    metavar="[BODY]",
    help="Say what finished meetings of BODY (or of every body) teach, instead of a SESSION.",
)
@with_shell
def command(shell: Shell, session: str | None, at: str | None, prior: str | None) -> int:
    """Say when SESSION will end, who can speak, and what would make it end on time."""
    if prior is not None:
        if session is not None or at is not None:
            raise Misuse(Sentence("earlier.alone"))
        return _priors(shell, prior)
    if session is None:
        raise Misuse(Sentence("earlier.session_or_prior"))
    folder = shell.find(session)
    stood = as_it_stood(folder, None if at is None else time_asked(at))
    meeting, names = stood.meeting, directory_of(folder.path)
    look = Look.of(meeting.state, stood.now, names, shell.language, meeting.stood)
    if shell.as_json:
        from meeting_tui.report.plain_values import forecast_with

        shell.tell_json(forecast_with(look.projection, look.advice, shell.language))
        return 0
    from meeting_tui.views.forecast_text import forecast_lines

    for line in forecast_lines(look):
        shell.tell(line)
    return 0


def _priors(shell: Shell, body: str) -> int:
    """What the earlier meetings of that body teach, or of each; the exit code."""
    # A forecast itself needs none of it.
    from meeting_tui.desk.earlier import bodies, id_of_title, learn

    found: list[Prior] = []
    faults = 0
    known = bodies(shell.sessions, shell.body)
    meant = [each for each in known if id_of_title(each) == id_of_title(body)]
    for each in (meant or [body.casefold()]) if body else known:
        try:
            found.append(learn(shell.sessions, each, shell.body))
        except EarlierError as fault:
            shell.tell(fault.sentence(shell.language), is_error=True)
            faults += 1
    if shell.as_json:
        tables = [_table(each) for each in found]
        shell.tell_json(tables if body == EVERY else tables[0] if tables else None)
    else:
        for line in _lines(shell, found):
            shell.tell(line)
        if not (faults or any(prior.lessons for prior in found)):
            key = "nothing_of" if body and known else "nothing"
            told = shell.say("procedure.comma").join(known)
            shell.tell(shell.say(f"earlier.{key}", body=body, known=told))
    return min(faults, 1)


def _lines(shell: Shell, priors: list[Prior]) -> Iterator[str]:
    from meeting_tui.desk.earlier import title_of

    for number, prior in enumerate(prior for prior in priors if prior.lessons):
        if number:
            yield ""
        meetings, turns = len(prior.lessons), prior.taught.turns.count
        title = title_of(shell.sessions, prior, shell.body).say(shell.language)
        yield shell.say("earlier.head", title=title, meetings=meetings, turns=turns)
        for each in prior.lessons:
            date, count = each.date.isoformat(), each.taught.turns.count
            yield shell.say("earlier.meeting", date=date, session=each.session, turns=count)
        yield shell.say("earlier.file", path=str(prior.path))
        yield ""
        yield from _figures(shell, prior)


def _figures(shell: Shell, prior: Prior) -> Iterator[str]:
    """Each figure as it was learned, and as the rules of procedure have it."""
    from meeting_tui.desk.earlier import rules_of
    from meeting_tui.forecast.learning import rules_after

    rules = rules_of(prior)
    learned = rules_after(rules, prior.taught)
    known, language = _values(rules), shell.language
    rows: list[Sequence[str]] = [("", shell.say("earlier.learned"), shell.say("earlier.rules"))]
    values = _values(learned)
    for name, value in values.items():
        if name.startswith("break_") and not values["break_minutes"]:
            continue
        rows.append((shell.say(f"earlier.{name}"), *_both(shell, name, value, known[name])))
        if name == "share":
            for (sort, was), (_, now) in zip(_shares(rules), _shares(learned), strict=True):
                if now is not None:
                    before = known["share"] if was is None else was
                    title = f"  {sort.say(language)}"
                    rows.append((title, *_both(shell, "share", now, before)))
    room = max(cells(title) for title, _, _ in rows) + 2
    for title, now_told, was_told in rows:
        yield f"{fit(title, room)}{fit(now_told, COLUMN_CELLS)}{was_told}".rstrip()


def _values(rules: Rules) -> dict[str, float]:
    known = rules.timekeeper
    return {name: getattr(rules if name in RULES_HAVE else known, name) for name in FIGURES}


def _shares(rules: Rules) -> Iterator[tuple[Words, float | None]]:
    """The tiers and kinds of speech, with their shares where they have one of their own."""
    yield from ((tier.name, tier.share) for tier in rules.tiers)
    yield from ((kind.name, kind.share) for kind in rules.kinds)


def _both(shell: Shell, name: str, *values: float) -> list[str]:
    if name in PARTS:
        return [shell.say("earlier.percent", share=round(100 * value)) for value in values]
    if name in SHORTER:
        logs = [SHORTER[name] * value for value in values]
        return [shell.say("earlier.percent", share=round(100 * exp(each))) for each in logs]
    if name in APART:
        return [shell.say("earlier.percent", share=round(100 * exp(each) - 100)) for each in values]
    if name in RULES_HAVE:
        return [shell.say("earlier.seconds", seconds=round(value)) for value in values]
    if name in ("break_minutes", "break_length"):
        return [
            shell.say("earlier.minutes", minutes=round(value)) if value else "–" for value in values
        ]
    if name in ("newcomers", "newcomers_later"):
        return [f"{value:.1f}" if value else "–" for value in values]
    return [f"{value:.2f}" for value in values]


def _table(prior: Prior) -> dict[str, Any]:
    """The same for programs."""
    from meeting_tui.desk.earlier import rules_of
    from meeting_tui.forecast.learning import rules_after

    rules = rules_of(prior)
    learned = rules_after(rules, prior.taught)
    return {
        "body": prior.body,
        "file": str(prior.path),
        "rules": rules.id,
        "meetings": [
            {
                "session": each.session,
                "date": each.date.isoformat(),
                "interventions": each.taught.turns.count,
            }
            for each in prior.lessons
        ],
        "interventions": prior.taught.turns.count,
        "learned": _told(learned),
        "of_rules": _told(rules),
    }


def _told(rules: Rules) -> dict[str, Any]:
    return {
        **_values(rules),
        "tiers": {tier.id: tier.share for tier in rules.tiers if tier.share is not None},
        "kinds": {kind.id: kind.share for kind in rules.kinds if kind.share is not None},
    }
