"""What a body's earlier meetings taught: a small file of the user, made again from the sessions.

It is named after the body and holds sums alone, a paragraph for each meeting: no names of
delegations and no texts. Somebody may read it, copy it to another machine, or delete it; then the
rules of procedure count alone until it is made again. A session that has begun keeps the figures
it began with in its log, whatever becomes of the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, suppress
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from msgspec import Struct, ValidationError, convert, to_builtins
from msgspec.structs import replace

from meeting_tui.agenda.model import Agenda, Words
from meeting_tui.agenda.rules import Earlier, Rules
from meeting_tui.desk.rescued import mark_of
from meeting_tui.desk.sessions import list_sessions
from meeting_tui.errors import AgendaError, EarlierError, MeetingTuiError, why
from meeting_tui.forecast.learning import (
    NOTHING,
    Sums,
    Taught,
    is_sound,
    rules_after,
    taught_in,
)
from meeting_tui.meeting.entry import Entry, SessionStarted
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.outside import EARLIER, read_outside
from meeting_tui.patterns import late_pattern
from meeting_tui.session_log.files import legal_name, make_folder_alone, os_reason, write_atomic
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.words import Sentence

SCHEMA = 1
ENDING = ".toml"
_WORD = late_pattern(r"[\w.]+")
_BODY = late_pattern(r'^body = "([^"\\]+)"', re.MULTILINE)
_APART = ("sorts", "asking")
"""Sums that are read apart; the second, of older files, counted requests in another way."""
_DIGITS = 6
_HEAD = """\
# What earlier meetings of one body teach the timekeeper of meeting-tui. These are sums alone, of
# natural logarithms of the part of its limit that a turn took, and of the seconds between turns:
# no names of delegations, no texts. You may read this file, copy it to another computer, or delete
# it. To see what follows from it:
#     meeting-tui forecast --prior {body}
"""


class Lesson(Struct, frozen=True, forbid_unknown_fields=True):
    """What one meeting taught."""

    session: str
    """Name of its session."""
    mark: str
    """What tells the session from others of its name, wherever it lies."""
    date: date
    """On which it was opened, in its agenda's zone."""
    entries: int
    """In its log when it taught this."""
    rules: str
    """Id of the rules of procedure."""
    taught: Taught


class Prior(Struct, frozen=True):
    """What the earlier meetings of a body taught, in the order of their days."""

    body: str
    path: Path
    lessons: tuple[Lesson, ...] = ()

    @property
    def taught(self) -> Taught:
        """All of them together."""
        return sum((each.taught for each in self.lessons), NOTHING)


class Known(Struct, frozen=True):
    """The rules that a meeting begins under, and the earlier meetings that changed them."""

    rules: Rules
    earlier: Earlier | None = None
    fault: EarlierError | None = None
    """Why what they taught cannot be used."""


def earlier_folder() -> Path:
    """The folder of the files, a file for each body."""
    from platformdirs import user_state_path

    return user_state_path("meeting-tui", appauthor=False) / "earlier"


def prior_path(body: str) -> Path:
    """Where the file of a body is looked for."""
    return earlier_folder() / f"{legal_name(body)}{ENDING}"


def body_of(agenda: Agenda, rules: Rules, usual: str = "") -> str:
    """The id of the body that meets: as its rules name it, else the settings (`usual`).

    Where neither does it goes by the short title of its agenda; empty where that has no letters.
    """
    named = rules.body or _preset_body(rules.id) or usual
    return named.casefold() if named else id_of_title(agenda.short_title.en)


def id_of_title(title: str) -> str:
    """The id of a body by its title: `ATT WGTR` is `att-wgtr`; an id stays as it is."""
    return "-".join(_WORD.findall(title)).casefold()


def _preset_body(rules_id: str) -> str | None:
    """What the rules of that id name now: a log of an older version says nothing of a body."""
    from meeting_tui.agenda.presets import load_rules, rules_ids

    return load_rules(rules_id).body if rules_id in rules_ids() else None


def known_for(agenda: Agenda, rules: Rules, usual: str = "") -> Known:
    """The rules with what earlier meetings of the body taught, as far as that can be used."""
    body = body_of(agenda, rules, usual)
    if not body:
        return Known(rules)
    named = replace(rules, body=body)
    try:
        taught = read_prior(body).taught
    except EarlierError as fault:
        return Known(named, fault=fault)
    if not taught.meetings:
        return Known(named)
    return Known(rules_after(named, taught), Earlier(taught.meetings, taught.turns.count))


def read_prior(body: str) -> Prior:
    """What the file of that body holds; nothing where there is none.

    Raises EarlierError, with what is wrong and what to do, for a file that cannot be used.
    """
    path = prior_path(body)
    with suppress(OSError):  # which is said when it is read
        if not path.exists():
            return Prior(body, path)
    # Mostly there is none.
    from meeting_tui.agenda.decoding import read_text
    from meeting_tui.agenda.toml_reading import read_toml

    try:
        text = read_text(path, EARLIER)
        return Prior(body, path, _lessons(read_toml(text, path), body))
    except AgendaError as fault:
        raise EarlierError(
            fault.what, path=path, line=fault.line, expected=_what_now(body)
        ) from fault
    except (ValidationError, _Unfit) as fault:
        what = Sentence("earlier.unfit", said=str(fault))
        raise EarlierError(what, path=path, expected=_what_now(body)) from fault


class _Unfit(ValueError):
    """A figure that no meeting teaches."""


def _what_now(body: str) -> Sentence:
    return Sentence("earlier.want", body=body)


def _lessons(document: Mapping[str, Any], body: str) -> tuple[Lesson, ...]:
    written = dict(document)
    if written.pop("schema", None) != SCHEMA or written.pop("body", None) != body:
        raise _Unfit(f'schema = {SCHEMA}, body = "{body}"')
    rows = written.pop("meetings", ())
    if written or not isinstance(rows, tuple) or not all(isinstance(row, dict) for row in rows):
        raise _Unfit("[[meetings]]")
    lessons = [_lesson(row) for row in rows]
    if len({each.mark for each in lessons}) < len(lessons):
        raise _Unfit("mark")
    return tuple(lessons)


def _lesson(row: dict[str, Any]) -> Lesson:
    head = {key: row[key] for key in Lesson.__struct_fields__ if key in row}
    sums = {key: value for key, value in row.items() if key not in head and key not in _APART}
    sorts = convert(row.get("sorts", {}), dict[str, dict[str, Sums]])
    by_sort = {(kind, tier): each for kind in sorts for tier, each in sorts[kind].items()}
    taught = replace(convert({**sums, "meetings": 1}, Taught), sorts=by_sort)
    lesson = convert({**head, "taught": NOTHING}, Lesson, from_attributes=True)
    if not is_sound(taught):
        raise _Unfit(f"{lesson.session}")
    return replace(lesson, taught=taught)


def prior_text(prior: Prior) -> str:
    """The file as it is written; equal lessons make an equal text."""
    lines = [_HEAD.format(body=prior.body), f"schema = {SCHEMA}", f"body = {_text(prior.body)}"]
    for each in prior.lessons:
        taught = to_builtins(replace(each.taught, sorts={}))
        lines += [
            "",
            "[[meetings]]",
            f"session = {_text(each.session)}",
            f"mark = {_text(each.mark)}",
        ]
        lines += [f"date = {each.date.isoformat()}", f"entries = {each.entries}"]
        lines.append(f"rules = {_text(each.rules)}")
        lines += [
            f"{name} = {_table(sums)}"
            for name, sums in taught.items()
            if name not in ("meetings", "sorts")
        ]
        lines += [
            f"sorts.{_text(kind)}.{_text(tier)} = {_table(to_builtins(sums))}"
            for (kind, tier), sums in each.taught.sorts.items()
        ]
    return "\n".join(lines) + "\n"


def _table(sums: Mapping[str, Any]) -> str:
    return f"{{ {', '.join(f'{name} = {_number(value)}' for name, value in sums.items())} }}"


def _number(value: float | Mapping[str, Any] | Sequence[float]) -> str:
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f"{value:.{_DIGITS}f}"
    if isinstance(value, Mapping):
        return _table(value)
    return f"[{', '.join(map(_number, value))}]"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def lesson_of(meeting: Meeting) -> Lesson | None:
    """What a meeting teaches; None for one that is not over, a rehearsal, and a damaged log."""
    state = meeting.state
    first, last = meeting.entries[0], meeting.last
    is_whole = last.seq == len(meeting.entries) and not (meeting.apart or state.losses)
    if state.rehearsal or state.phase != "adjourned" or not is_whole:
        return None
    # Only what was foreseen then is a trial of it: the same whenever the file is made again.
    taught = taught_in(state, state.rules if state.earlier else None)
    if not taught.meetings or state.opened_at is None:
        return None
    day = state.opened_at.astimezone(state.agenda.time_zone).date()
    return Lesson(state.session, mark_of(first), day, last.seq, state.rules.id, taught)


def learn(sessions: Path, body: str, usual: str = "") -> Prior:
    """Bring the file of a body up to date with the sessions of a folder, and give what it holds.

    What sessions elsewhere taught stays; so does the file where nothing is new. Raises EarlierError
    as `read_prior` does, WriteRefused where the file cannot be written.
    """
    prior = read_prior(body)
    lessons = {each.mark: each for each in prior.lessons}
    for mark, lesson in _new_lessons(sessions, body, usual, lessons):
        lessons.pop(mark, None)
        if lesson is not None:
            lessons[mark] = lesson
    in_order = sorted(lessons.values(), key=lambda each: (each.date, each.session, each.mark))
    if tuple(in_order) == prior.lessons:
        return prior
    text = prior_text(replace(prior, lessons=tuple(in_order)))
    try:
        make_folder_alone(prior.path.parent)
    except OSError as fault:
        raise WriteRefused(os_reason(fault), prior.path, why(fault)) from fault
    write_atomic(prior.path, text.encode("utf-8"))
    return read_prior(body)


def _new_lessons(
    sessions: Path, body: str, usual: str, known: Mapping[str, Lesson]
) -> Iterator[tuple[str, Lesson | None]]:
    """What each session of the body teaches that has other entries than when it taught last."""
    for folder in list_sessions(sessions):
        # A session that cannot be read teaches nothing new.
        with suppress(MeetingTuiError, OSError), closing(folder.read()) as log:
            first = next(log.read(), None)
            if first is None or _body_in(first, usual) != body:
                continue
            mark = mark_of(first)
            if mark not in known or _is_behind(known[mark], log.head().seq):
                yield mark, lesson_of(replay(log.read()))


def _is_behind(lesson: Lesson, entries: int) -> bool:
    """Whether a session has other entries than when it taught, or taught nothing of breaks yet."""
    return lesson.entries != entries or not lesson.taught.stretches.count


def _body_in(first: Entry, usual: str) -> str:
    """The body of the session that begins so; empty for a rehearsal, which teaches nothing."""
    started = first.event
    if not isinstance(started, SessionStarted) or started.rehearsal:
        return ""
    return body_of(started.agenda, started.rules, usual)


def rules_of(prior: Prior) -> Rules:
    """The rules of procedure a body meets under, without anything learned."""
    from meeting_tui.agenda.presets import load_rules, rules_ids

    theirs = [each for each in rules_ids() if load_rules(each).body == prior.body]
    used = [each.rules for each in reversed(prior.lessons) if each.rules in rules_ids()]
    return load_rules(next(iter((*theirs, *used, "flat"))))


def title_of(sessions: Path, prior: Prior, usual: str = "") -> Words:
    """What people call a body: as its newest session does, else its rules, else its id."""
    for folder in list_sessions(sessions):
        with suppress(MeetingTuiError, OSError), closing(folder.read()) as log:
            first = next(log.read(), None)
            if first is not None and _body_in(first, usual) == prior.body:
                started = first.event
                assert isinstance(started, SessionStarted)
                return started.agenda.short_title
    rules = rules_of(prior)
    return rules.name if rules.body == prior.body else Words(en=prior.body, zh=prior.body)


def bodies(sessions: Path, usual: str = "") -> list[str]:
    """The bodies of which there is a file, or a session in that folder, in order."""
    found = {_body_of_file(path) for path in earlier_folder().glob(f"*{ENDING}")}
    for folder in list_sessions(sessions):
        with suppress(MeetingTuiError, OSError), closing(folder.read()) as log:
            found |= {_body_in(first, usual) for first in islice(log.read(), 1)}
    return sorted(found - {""})


def _body_of_file(path: Path) -> str:
    """The body that a file names; what is wrong with the file is told when it is read."""
    with suppress(OSError):
        named = _BODY.search(read_outside(path, EARLIER).decode("utf-8", "replace"))
        if named:
            return str(named[1])
    return path.stem
