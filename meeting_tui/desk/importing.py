"""A session made from what was exported: `session.toml`, or `session.json` with the log in it.

Nothing is guessed and nothing is mended: a file that was altered since it was written makes no
session. What is made is equal to what was exported, event by event and hash by hash.

The hashes may be right whatever is in it. So its plan is checked as a plan that is to be run, its
rules as rules, and each word of its events that stands for a choice is one of those there are.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path
from shutil import rmtree
from typing import Any

from msgspec import Struct

from meeting_tui.agenda.model import DELEGATION_KINDS, Agenda
from meeting_tui.agenda.plan_checks import plan_findings
from meeting_tui.agenda.presets import rules_findings
from meeting_tui.agenda.rules import Rules
from meeting_tui.desk.reading import seal
from meeting_tui.desk.received_texts import TEXTS, Copied, TextFolder, digest_of
from meeting_tui.desk.sessions import SessionFolder, new_session
from meeting_tui.errors import LogDamaged, LogError, SessionError, SessionExists, told, why
from meeting_tui.meeting.clock_gaps import ASKED, MOVED, STEP, GapCounted, GapDiscounted
from meeting_tui.meeting.entry import SCHEMA_VERSION, Entry, SessionStarted
from meeting_tui.meeting.facts import AUDIENCES, KINDS, STANCES
from meeting_tui.meeting.floor import FloorGiven
from meeting_tui.meeting.meeting import Meeting, replay
from meeting_tui.meeting.notes import ItemNoted, PointNoted
from meeting_tui.meeting.schedule_changes import MatterAdded
from meeting_tui.meeting.speakers_list import VIA, Inscribed
from meeting_tui.outside import EXPORTED, UnfitFile, read_outside, refuse_swollen_json
from meeting_tui.report.json_export import SCHEMA
from meeting_tui.session_log.bounds import OutOfBounds, is_zone
from meeting_tui.session_log.chain import Head, Row, but_noted, verify
from meeting_tui.session_log.codec import NewerSchema, canonical, decode_bytes
from meeting_tui.session_log.files import make_folder_alone, os_reason, write_atomic
from meeting_tui.session_log.sqlite import make_sqlite
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.session_log.toml_log import (
    BOM,
    check_session_toml,
    dump_session,
    pieces,
    row_of,
    table_of,
)
from meeting_tui.session_log.writer_lock import WriterLock
from meeting_tui.words import Sentence, Value

CHOICES = {
    "delegation_kind": (*DELEGATION_KINDS, "chair", "unknown"),
    "capacity": ("national", "group", "organisation"),
    "via": VIA,
    "stance": STANCES,
    "audience": AUDIENCES,
    "cause": (*ASKED, STEP, MOVED),
    "scope": ("default", "tier", "kind", "segment", "delegation", "inscription"),
}
"""Field of an event -> the words that may stand in it, whatever event has it."""
_MAY_BE_NOBODYS = (GapCounted, GapDiscounted)
"""A gap of the clock may be of a point of order, and of no intervention."""
_OTHER_RULES = "plan_fault.unknown_rules"
"""No fault here: the rules are in the session, whatever they are called."""


def unfit(entries: Iterable[Entry], apart: Collection[int] = ()) -> Sentence | None:
    """The first thing that no session of the program's own holds; None where all is well.

    `apart` are the numbers of entries that have no effect, as what they speak of was lost.
    """
    first, *rest = (each for each in entries if each.seq not in apart)
    assert isinstance(first.event, SessionStarted)  # else it is no meeting at all
    agenda, rules = first.event.agenda, first.event.rules
    plan = _of_plan(agenda, rules)
    named = _named(agenda, rest)
    events = chain.from_iterable(_of_event(each, rules, named) for each in rest)
    return next(chain(plan, events), None)


def _named(agenda: Agenda, entries: Iterable[Entry]) -> dict[str, frozenset[str]]:
    """Field of an event -> the ids of what there is of its kind in the whole session."""
    events = [each.event for each in entries]
    parts = [part.id for item in agenda.items for part in item.segments]
    added = [each.segment for each in events if isinstance(each, MatterAdded)]
    given = [each for each in events if isinstance(each, FloorGiven)]
    noted = [each.point for each in events if isinstance(each, PointNoted | ItemNoted)]
    return {
        "item": frozenset(item.id for item in agenda.items),
        "segment": frozenset((*parts, *added)),
        "intervention": frozenset(each.intervention for each in given),
        "inscription": frozenset(e.inscription for e in events if isinstance(e, Inscribed)),
        "point": frozenset(noted),
    }


def _of_plan(agenda: Agenda, rules: Rules) -> Iterator[Sentence]:
    if not is_zone(agenda.zone):
        what = Sentence("plan_fault.unknown_zone", name=agenda.zone)
        yield Sentence("fault.at", place="zone", what=what)
        return
    for finding in chain(plan_findings(agenda), rules_findings(rules)):
        if finding.what.key != _OTHER_RULES:
            where = ".".join(map(str, finding.place))
            yield Sentence("fault.at", place=where, what=finding.what)


def _of_event(
    entry: Entry, rules: Rules, named: Mapping[str, Collection[str]]
) -> Iterator[Sentence]:
    event = entry.event
    for field, words in (*_choices(event, rules).items(), *named.items()):
        found = getattr(event, field, None)
        is_nobodys = found == "" and isinstance(event, _MAY_BE_NOBODYS)
        if found is not None and found not in words and not is_nobodys:
            what = Sentence("plan_fault.unknown_value", value=str(found))
            place = Sentence("log_fault.event", seq=str(entry.seq))
            inside = Sentence("fault.at", place=f"{event.name}.{field}", what=what)
            yield Sentence("fault.at", place=place, what=inside)


def _choices(event: object, rules: Rules) -> dict[str, tuple[str, ...]]:
    tiers = ("", *(tier.id for tier in rules.tiers))
    if isinstance(event, Inscribed):
        return CHOICES | {"kind": tuple(kind.id for kind in rules.kinds), "tier": tiers}
    return CHOICES | {"kind": KINDS, "tier": tiers}


class NotImported(SessionError):
    """A file that no session can be made from."""

    title = Sentence("fault.title_not_imported")


class WrittenByNewer(LogError):
    """A file of a newer version of the program."""

    title = Sentence("fault.title_newer_file")


class AlteredFile(LogDamaged):
    """A file that is not what was written."""

    title = Sentence("fault.title_altered")


class Imported(Struct, frozen=True):
    """A session that was made."""

    folder: SessionFolder
    events: int
    texts: int
    """How many of the texts received came with it."""


def import_session(path: Path, sessions: Path, *, name: str = "", desk: str = "shell") -> Imported:
    """Make a session of a file, under its own name or another.

    Raises SessionExists where that is taken, NotImported, AlteredFile and WrittenByNewer with one
    sentence, WriteRefused (then nothing is left).
    """
    try:
        own_name, head, rows = _read(path)
        meeting = _folded(rows, head)
    except _Refused as fault:
        raise fault.told(path) from fault
    except NewerSchema as fault:
        raise _Refused("newer", fault.schema).told(path) from fault
    except LogDamaged as fault:
        raise _Refused("altered").told(path) from fault
    folder = new_session(name or own_name or meeting.state.session, sessions)
    _refuse_taken(folder)
    _make(folder, own_name or folder.name, rows, head, desk)
    return Imported(folder, len(rows), _bring_texts(meeting, path, folder))


def import_rows(
    place: str, head: Head, rows: list[Row], folder: SessionFolder, desk: str = "shell"
) -> SessionFolder:
    """Make a session of the rows of another store, which has it at that place; the folder.

    Raises as `import_session`.
    """
    try:
        _folded(rows, head)
    except _Refused as fault:
        raise fault.told(place) from fault
    except NewerSchema as fault:
        raise _Refused("newer", fault.schema).told(place) from fault
    except LogDamaged as fault:
        raise _Refused("altered").told(place) from fault
    _refuse_taken(folder)
    _make(folder, folder.name, rows, head, desk)
    return folder


def _refuse_taken(folder: SessionFolder) -> None:
    if folder.path.exists() and any(folder.path.iterdir()):
        raise SessionExists(Sentence("meeting_fault.folder_there", path=str(folder.path)))


class _Refused(Exception):
    """Why a file makes no session, as the key of a sentence."""

    def __init__(self, why: str, schema: int = 0, reason: Sentence | str = "") -> None:
        self.why = why
        self.schema = schema
        self.reason = reason
        super().__init__(why)

    def told(self, path: Path | str) -> SessionError | LogError:
        """The error that is told."""
        params: dict[str, Value] = {"path": str(path), "schema": self.schema}
        params["reason"] = self.reason
        sentence = Sentence(f"export.import_{self.why}", **params)
        if self.why == "newer":
            return WrittenByNewer(sentence)
        return AlteredFile(sentence) if self.why == "altered" else NotImported(sentence)


def _read(path: Path) -> tuple[str, Head, list[Row]]:
    """The name, head and rows that the file holds."""
    try:
        content = read_outside(path, EXPORTED).removeprefix(BOM)
    except (OSError, ValueError) as fault:
        raise _Refused("no_file", reason=told(fault)) from fault
    if content.lstrip()[:1] == b"{":
        return _read_json(content)
    return _read_toml(path, content)


def _read_toml(path: Path, content: bytes) -> tuple[str, Head, list[Row]]:
    if b"[session]" not in content and b"[[event]]" not in content:
        raise _Refused("foreign")
    # A file that was altered is known at the first entry that cannot be read.
    if not all(row_of(block) for block in pieces(content)[1:]):
        raise _Refused("altered")
    found = check_session_toml(path)
    if but_noted(found.findings, found.rows):
        raise _Refused("altered")
    header = table_of(content.partition(b"[[event]]")[0])["session"]
    return header["name"], Head(header["count"], header["head"]), list(found.rows)


def _read_json(content: bytes) -> tuple[str, Head, list[Row]]:
    try:
        refuse_swollen_json(content)
        told = json.loads(content)
    except UnfitFile as fault:
        raise _Refused("no_file", reason=fault.said) from fault
    except (ValueError, RecursionError) as fault:
        raise _Refused("foreign") from fault
    if not isinstance(told, dict) or not {"schema", "agenda", "session"} <= told.keys():
        raise _Refused("foreign")
    schema = told["schema"]
    if isinstance(schema, int) and schema > SCHEMA:
        raise _Refused("newer", schema)
    match told:
        case {"log": {"schema": int(of_log)}} if of_log > SCHEMA_VERSION:
            raise _Refused("newer", of_log)
        case {"log": {"name": str(name), "count": int(count), "head": str(head), "events": [*all]}}:
            is_known = _is_version(schema, SCHEMA)
            is_known = is_known and _is_version(told["log"].get("schema"), SCHEMA_VERSION)
            if not (is_known and _is_writable(name) and told.get("sha256") == seal(told)):
                raise _Refused("altered")
            return name, Head(count, head), [_row(each) for each in all]
    raise _Refused("altered" if "log" in told else "no_log")


def _is_version(schema: object, known: int) -> bool:
    """Whether that is a version this program wrote; True and `"1"` are none."""
    return type(schema) is int and 1 <= schema <= known


def _is_writable(text: str) -> bool:
    """Whether a file can hold the text: half a surrogate pair, which JSON can say, it cannot."""
    return text.isascii() or text.encode("utf-8", "replace").decode() == text


def _row(told: Any) -> Row:
    match told:
        case {"hash": str(hash_), "seq": int(seq), "id": str(id_)}:
            content = {key: value for key, value in told.items() if key != "hash"}
            if _holds_nothing(content):
                raise _Refused("altered")  # what says nothing is not written
            try:
                return Row(seq, id_, canonical(content), hash_)
            except ValueError as fault:
                raise _Refused("altered") from fault
    raise _Refused("altered")


def _holds_nothing(value: Any) -> bool:
    """Whether a null stands anywhere in it, which no TOML can say."""
    if isinstance(value, dict):
        return any(map(_holds_nothing, value.values()))
    return value is None or (isinstance(value, list) and any(map(_holds_nothing, value)))


def _folded(rows: list[Row], head: Head) -> Meeting:
    """The meeting of the rows; raises LogDamaged unless all of it is there and goes together."""
    if but_noted(verify(rows, head), rows):
        raise LogDamaged(Sentence("log_fault.altered"))
    try:
        entries = [decode_bytes(row.content) for row in rows]
    except OutOfBounds as fault:
        raise _Refused("unfit", reason=fault.said) from fault
    meeting = replay(entries, strictly=True)
    what = unfit(entries, meeting.apart)
    if what is not None:
        raise _Refused("unfit", reason=what)
    return meeting


def _make(folder: SessionFolder, name: str, rows: list[Row], head: Head, desk: str) -> None:
    try:
        make_folder_alone(folder.path)
    except OSError as fault:
        raise WriteRefused(os_reason(fault), folder.path, why(fault)) from fault
    try:
        lock = WriterLock(folder.database.with_suffix(".lock"), desk)
        try:
            make_sqlite(folder.database, rows, {}, lock)
        finally:
            lock.release()
        write_atomic(folder.toml, dump_session(name, rows, head).encode("utf-8"))
    except BaseException:
        # It was empty or not there: a session that is only half there would pass for damaged.
        with suppress(OSError):
            rmtree(folder.path)
        raise


def _bring_texts(meeting: Meeting, path: Path, folder: SessionFolder) -> int:
    """Copy the texts received that lie beside the file as they were received."""
    found = {
        (text.file, text.sha256)
        for each in meeting.state.interventions.values()
        if (text := each.text) and text.file and Path(text.file).name == text.file
    }
    count = 0
    for file, expected in sorted(found, key=str):
        source = path.parent / TEXTS / str(file)
        try:
            is_it = digest_of(source) == expected
        except OSError:
            continue  # it was not handed on with the file, and the log says what it was
        if is_it and isinstance(TextFolder(folder.path).keep(str(source.resolve())), Copied):
            count += 1
    return count
