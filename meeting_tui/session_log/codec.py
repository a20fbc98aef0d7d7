"""How an entry is written and read back strictly, and how a log of an older version is opened.

Every store and the TOML log use the same tree of plain values, so a log can move between them byte
for byte. Everything that is read is checked: an unknown key is damage, not an extension. The
content of an older version is upgraded version by version as it is read; the stored content is
never rewritten, so its hashes stay valid.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, cast

from msgspec import Meta, MsgspecError, Raw, Struct, convert
from msgspec.json import Decoder
from msgspec.json import encode as json_bytes
from msgspec.structs import replace

from meeting_tui.agenda.checks import Frozen, defaults_of, is_day, table_schema
from meeting_tui.errors import LogDamaged, LogError
from meeting_tui.meeting.entry import SCHEMA_VERSION, Entry, Event, SessionStarted
from meeting_tui.meeting.happenings import EVENTS
from meeting_tui.patterns import late_pattern
from meeting_tui.session_log.bounds import OutOfBounds, beyond, is_zone
from meeting_tui.words import Sentence

if TYPE_CHECKING:
    from pydantic import TypeAdapter


JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"

_LONGEST_SHOWN = 60
_TEXTS = ("id", "act", "desk", "hand", "name")
_KEYS = frozenset({"schema", "seq", "at", "recorded_at", "what", *_TEXTS})
_ODD_OFFSET = late_pattern(r"T.*[+-]\d\d:\d\d:\d\d(\.\d+)?$")
_KINDS: dict[str, type[Event]] = {kind.name: kind for kind in EVENTS}
_read_table = Decoder(dict[str, Any]).decode


def encode(entry: Entry) -> dict[str, JSON]:
    """The entry as plain values: no None, instants in UTC, tuples as lists.

    Raises ValueError for an instant without a zone and for a value of a type no log can hold.
    """
    return {
        "schema": SCHEMA_VERSION,
        "seq": entry.seq,
        "id": entry.id,
        "act": entry.act,
        "at": _instant(entry.at),
        "recorded_at": _instant(entry.recorded_at),
        "desk": entry.desk,
        "hand": entry.hand,
        "name": entry.event.name,
        "what": _what(entry.event),
    }


@cache
def _canonical() -> Callable[[Any], str]:
    from json import JSONEncoder  # late: a log is read without it, as our program writes it

    return JSONEncoder(
        sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode


def canonical(content: Mapping[str, JSON]) -> bytes:
    """The canonical text of a content, which is hashed: sorted keys, compact, UTF-8.

    Raises ValueError for a float that is not finite and for half a surrogate pair.
    """
    return _canonical()(content).encode()


def decode_bytes(content: bytes) -> Entry:
    """The entry of a stored content; one of an older version is upgraded first.

    Raises LogDamaged, naming the place, and NewerSchema if a newer version wrote it.
    """
    return _as_written(content) or decode(parse(content))


def decode(content: Mapping[str, JSON]) -> Entry:
    """The entry of a content as plain values; raises as `decode_bytes` does."""
    current = upcast(content)
    try:
        entry = _as_written(json_bytes(current))
    except (ValueError, OverflowError, RecursionError):  # no JSON can hold it
        entry = None
    return entry or _read_carefully(current)


class _Content(Struct, forbid_unknown_fields=True):
    """A content as the present version writes it; what `what` is follows from the name."""

    schema: Annotated[int, Meta(ge=SCHEMA_VERSION, le=SCHEMA_VERSION)]
    seq: Annotated[int, Meta(ge=1)]
    id: str
    act: str
    at: datetime
    recorded_at: datetime
    desk: str
    hand: str
    name: str
    what: Raw


_read_content = Decoder(_Content).decode


def _as_written(content: bytes) -> Entry | None:
    """The entry of a content that is just as our program writes it, None for any other."""
    try:
        read = _read_content(content)
        event = _reader(read.name)(read.what)
    except (MsgspecError, ValueError, KeyError, RecursionError):
        return None
    for moment in (read.at, read.recorded_at):
        if moment.tzinfo is not UTC or not is_day(moment):
            return None
    if beyond(event) is not None:
        return None
    if isinstance(event, SessionStarted):
        event = _in_zone(event)
    return Entry(
        read.seq, read.id, read.act, read.at, read.recorded_at, read.desk, read.hand, event
    )


@cache
def _reader(name: str) -> Callable[[Raw | bytes], Event]:
    """Reads an event of that name; KeyError where there is none."""
    kind, absent = _KINDS[name], _absent(name)
    if absent:
        return lambda what: convert({**absent, **_read_table(what)}, kind)
    return Decoder(kind).decode


def _read_carefully(current: Mapping[str, JSON]) -> Entry:
    """The entry of a content of the present version, or LogDamaged with what is wrong with it."""
    where = Sentence("log_fault.event", seq=str(current.get("seq")))
    if current.keys() != _KEYS:
        _refuse_keys(current.keys(), _KEYS, where)
        missing = tuple(sorted(_KEYS - current.keys()))
        raise _damaged(where, Sentence("log_fault.missing", names=missing))
    seq = current["seq"]
    if type(seq) is not int or seq < 1:
        raise _damaged(where, Sentence("log_fault.no_number"))
    for key in _TEXTS:
        if not isinstance(current[key], str):
            raise _damaged(where, Sentence("log_fault.no_text", name=key))
    identity, act, desk, hand, name = (cast("str", current[key]) for key in _TEXTS)
    return Entry(
        seq=seq,
        id=identity,
        act=act,
        at=_moment(current["at"], where, "at"),
        recorded_at=_moment(current["recorded_at"], where, "recorded_at"),
        desk=desk,
        hand=hand,
        event=_event(name, current["what"], where),
    )


def parse(content: bytes) -> dict[str, JSON]:
    """The plain values of a stored content; raises LogDamaged where they cannot be read."""
    from json import loads

    try:
        value = loads(content.decode(), parse_constant=_not_finite)
        if b"\\u" in content:  # as our program writes it, only controls are spelled so
            canonical(value)
    except (ValueError, RecursionError) as fault:
        raise LogDamaged(Sentence("log_fault.unreadable_event", said=str(fault))) from fault
    if not isinstance(value, dict):
        raise LogDamaged(Sentence("log_fault.event_no_table"))
    return value


def _not_finite(text: str) -> None:
    raise ValueError(f"{text} is no number")


def _instant(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise ValueError(f"an instant without a zone cannot be logged: {moment}")
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _moment(value: JSON, where: Sentence, key: str) -> datetime:
    if not isinstance(value, str):
        raise _damaged(where, Sentence("log_fault.no_instant", name=key, value=repr(value)))
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as fault:
        what = Sentence("log_fault.no_instant", name=key, value=repr(value))
        raise _damaged(where, what) from fault
    if moment.tzinfo is None:
        raise _damaged(where, Sentence("log_fault.no_zone", name=key, value=repr(value)))
    if not is_day(moment):
        what = Sentence("log_fault.beyond", value=value)
        raise OutOfBounds(
            Sentence("fault.at", place=where, what=Sentence("fault.at", place=key, what=what))
        )
    return moment if moment.tzinfo is UTC else moment.astimezone(UTC)


def _what(event: Event) -> dict[str, JSON]:
    return _table(event, _instant)


def _table(said: Any, instant: Callable[[datetime], str]) -> dict[str, JSON]:
    """The fields of an event, of the plan or of the rules, without those that hold nothing."""
    table: dict[str, JSON] = {}
    for key, is_float, usual in _spelling(cast("Hashable", type(said))):
        value = getattr(said, key)
        if value is not None and value != usual:
            table[key] = float(value) if is_float else _plain(value, instant)
    return table


def _plain(value: object, instant: Callable[[datetime], str]) -> JSON:
    if isinstance(value, (str, int, float)):
        return value
    if isinstance(value, tuple):
        return [_plain(part, instant) for part in value]
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Frozen):
        # What is planned keeps the offset it was planned in.
        return _table(value, _as_planned)
    raise ValueError(f"a {type(value).__name__} cannot be logged")


def _as_planned(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _event(name: str, what: JSON, where: Sentence) -> Event:
    if name not in _KINDS:
        raise _damaged(where, Sentence("log_fault.no_such_event", name=repr(name)))
    if not isinstance(what, dict):
        raise _damaged(where, Sentence("log_fault.no_table", name=name))
    known = frozenset(_KINDS[name].__struct_fields__)
    if not what.keys() <= known:
        _refuse_keys(what.keys(), known, Sentence("fault.at", place=where, what=name))
    if name == SessionStarted.name:
        what = _with_usual_offsets(what)
    try:
        event = _reader(name)(json_bytes(what))
    except (MsgspecError, ValueError, OverflowError, RecursionError):
        event = _checked(name, {**_absent(name), **what}, where)
    found = beyond(event)
    if found is not None:
        outside = Sentence("log_fault.beyond", value=_shown(found[1]))
        inside = Sentence("fault.at", place=f"{name}.{found[0]}", what=outside)
        raise OutOfBounds(Sentence("fault.at", place=where, what=inside))
    return _in_zone(event) if isinstance(event, SessionStarted) else event


def _shown(value: object) -> str:
    """A value as it can be put into a sentence; a number may have more digits than can be said."""
    try:
        text = repr(value)
    except ValueError:
        return "10 ** 4300"
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _checked(name: str, what: Mapping[str, JSON], where: Sentence) -> Event:
    """The event as pydantic reads it; raises LogDamaged with what pydantic finds wrong."""
    from pydantic_core import to_json

    try:
        # JSON and strict: texts become instants and tuples, and nothing else is bent to fit.
        return _adapter(name).validate_json(to_json(what, inf_nan_mode="null"), strict=True)
    except (ValueError, OverflowError) as fault:
        raise _damaged(where, _complaint(name, fault)) from fault


def _complaint(name: str, fault: ValueError | OverflowError) -> Sentence:
    from pydantic import ValidationError

    place, said = name, str(fault)
    if isinstance(fault, ValidationError):
        first = fault.errors(include_url=False)[0]
        place, said = ".".join([name, *map(str, first["loc"])]), first["msg"]
    return Sentence("fault.at", place=place, what=Sentence("log_fault.does_not_fit", said=said))


def _damaged(where: Sentence, what: Sentence) -> LogDamaged:
    return LogDamaged(Sentence("fault.at", place=where, what=what))


def _in_zone(event: SessionStarted) -> SessionStarted:
    """Put the sittings back in the agenda's zone; the log keeps only their offset."""
    if not is_zone(event.agenda.zone):
        return event
    zone = event.agenda.time_zone
    sittings = tuple(
        replace(sitting, start=sitting.start.astimezone(zone), end=sitting.end.astimezone(zone))
        for sitting in event.agenda.sittings
    )
    return replace(event, agenda=replace(event.agenda, sittings=sittings))


def _with_usual_offsets(what: dict[str, JSON]) -> dict[str, JSON]:
    """The plan with offsets of whole minutes: long ago zones had seconds in theirs."""
    match what:
        case {"agenda": {"sittings": [*sittings]}}:
            changed = [
                {key: _in_utc(value) for key, value in sitting.items()}
                if isinstance(sitting, dict)
                else sitting
                for sitting in sittings
            ]
            return {**what, "agenda": {**cast("Any", what["agenda"]), "sittings": changed}}
    return what


def _in_utc(value: JSON) -> JSON:
    if isinstance(value, str) and _ODD_OFFSET.search(value):
        with suppress(ValueError):
            return _instant(datetime.fromisoformat(value))
    return value


def _refuse_keys(found: object, known: frozenset[str], where: Sentence) -> None:
    unknown = set(cast("set[str]", found)) - known
    if unknown:
        names = tuple(sorted(map(repr, unknown)))
        raise _damaged(where, Sentence("log_fault.unknown_key", names=names))


@cache
def _adapter(name: str) -> TypeAdapter[Event]:
    from pydantic import GetPydanticSchema, TypeAdapter

    reads = GetPydanticSchema(lambda kind, handler: table_schema(kind, handler))
    read: TypeAdapter[Event] = TypeAdapter(cast("Any", Annotated[_KINDS[name], reads]))
    return read


@cache
def _spelling(kind: type[Any]) -> tuple[tuple[str, bool, Any], ...]:
    """The fields of a kind, whether each is a float (`3` is then written `3.0`), and a value.

    With that value it is left out, as in logs from before there was such a field.
    """
    declared, usual = kind.__annotations__, defaults_of(kind)
    always = kind.ALWAYS if issubclass(kind, Frozen) else None
    return tuple(
        (name, "float" in declared[name], None if always is None or name in always else usual[name])
        for name in kind.__struct_fields__
    )


@cache
def _absent(name: str) -> dict[str, None]:
    """The keys of a kind that are read as None if they are absent, though none is the default."""
    kind = _KINDS[name]
    required = kind.__struct_fields__[: len(kind.__struct_fields__) - len(kind.__struct_defaults__)]
    return {key: None for key in required if "None" in kind.__annotations__[key]}


class NewerSchema(LogError):
    """The log was written by a newer version of the program; it is not damaged."""

    title = Sentence("fault.title_newer")

    def __init__(self, schema: int) -> None:
        self.schema = schema
        super().__init__(Sentence("log_fault.newer_schema", schema=schema, known=SCHEMA_VERSION))


def upcast(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """The content as the present version would have written it.

    Raises NewerSchema, or LogDamaged if the version cannot be read.
    """
    schema = content.get("schema")
    if schema == SCHEMA_VERSION and type(schema) is int:
        return content
    if type(schema) is not int or schema < 0:
        where = Sentence("log_fault.event", seq=str(content.get("seq")))
        what = Sentence("log_fault.no_version", schema=repr(schema))
        raise LogDamaged(Sentence("fault.at", place=where, what=what))
    if schema > SCHEMA_VERSION:
        raise NewerSchema(schema)
    lifted = dict(content)
    for version in range(schema, SCHEMA_VERSION):
        lifted = {**UPCASTS[version](lifted), "schema": version + 1}
    return lifted


def _from_0(content: dict[str, Any]) -> dict[str, Any]:
    """Version 0 did not record whose hand it was, and called the way of asking `route`."""
    lifted = {"hand": content.get("desk", ""), **content}
    what = content.get("what")
    if content.get("name") == "inscribed" and isinstance(what, dict) and "route" in what:
        lifted["what"] = {("via" if key == "route" else key): what[key] for key in what}
    return lifted


def _from_1(content: dict[str, Any]) -> dict[str, Any]:
    """Version 1 had no changes of the schedule; everything else is written the same way."""
    return content


UPCASTS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {0: _from_0, 1: _from_1}
"""Version -> what upgrades a content of it to the next version."""
