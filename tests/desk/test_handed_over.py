"""A session that somebody hands over holds what the program could have written, or is not taken."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from meeting_tui.delegations.directory import load_directory
from meeting_tui.desk.bundle import Choice
from meeting_tui.desk.exporting import export_files
from meeting_tui.desk.importing import _folded as folded
from meeting_tui.desk.importing import _Refused as Refused
from meeting_tui.desk.importing import import_session
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.opening import open_session
from meeting_tui.desk.reading import LeavingLog, Reading, json_bytes, read_session
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.errors import LogDamaged, LogError, MeetingTuiError, SessionError
from meeting_tui.forecast.projection import project
from meeting_tui.report.formats import FORMATS
from meeting_tui.report.plain_values import forecast_table
from meeting_tui.session_log.chain import GENESIS, Head, Row, link
from meeting_tui.session_log.codec import canonical, encode
from meeting_tui.session_log.sqlite import make_sqlite
from meeting_tui.session_log.writer_lock import WriterLock
from meeting_tui.views.look import Look
from meeting_tui.views.slip import make_slip, slip_lines
from tests.report.hard_day import adjourned, mid_day

Content = dict[str, Any]
Place = tuple[str | int, ...]


@cache
def _contents(is_over: bool) -> tuple[Content, ...]:
    meeting = adjourned() if is_over else mid_day()
    found: list[Content] = [dict(encode(entry)) for entry in meeting.entries]
    given = next(each for each in found if each["name"] == "floor_given")
    text = {"file": "statement.docx", "size": 1, "sha256": "0" * 64}
    last = {**found[-1], "seq": len(found) + 1, "id": "desk-late", "act": "desk-late"}
    what = {"intervention": given["what"]["intervention"], **text}
    return (*found, {**last, "name": "text_received", "what": what})


def contents(*, is_over: bool = True) -> list[Content]:
    """A whole session as plain values, to be changed at will."""
    return deepcopy(list(_contents(is_over)))


def of(found: list[Content], name: str) -> Content:
    """The first event of that name."""
    return next(each for each in found if each["name"] == name)


def put(value: Any, place: Place, new: Any) -> None:
    for key in place[:-1]:
        value = value[key]
    value[place[-1]] = new


def chained(found: list[Content]) -> LeavingLog:
    """The events with all their hashes right."""
    rows: list[Row] = []
    previous = GENESIS
    for each in found:
        content = canonical(each)
        previous = link(previous, content)
        rows.append(Row(each["seq"], each["id"], content, previous))
    name = str(found[0]["what"]["session"])
    return LeavingLog(name, tuple(rows), Head(rows[-1].seq, previous), 0)


def files(found: list[Content], folder: Path) -> Iterator[Path]:
    """The session as it would be handed over, as TOML and as JSON."""
    log = chained(found)
    (folder / "session.toml").write_bytes(log.toml())
    tables = {"schema": 1, "agenda": {}, "session": {}}
    (folder / "session.json").write_bytes(json_bytes(tables, log))
    yield from (folder / "session.toml", folder / "session.json")


def kept(found: list[Content], folder: SessionFolder) -> SessionFolder:
    """The session as the folder of one, database and all."""
    log = chained(found)
    folder.path.mkdir(parents=True)
    lock = WriterLock(folder.database.with_suffix(".lock"), "theirs")
    make_sqlite(folder.database, log.rows, {}, lock)
    lock.release()
    return folder


PLAN: Place = ("what", "agenda")
BEYOND: list[tuple[str, Place, Any]] = [
    ("session_started", (*PLAN, "items", 0, "minutes"), 10**18),
    ("session_started", (*PLAN, "sittings", 1, "end"), "9999-12-31T23:59:59+01:00"),
    ("session_started", (*PLAN, "date"), "9999-12-31"),
    ("session_started", ("what", "rules", "default_limit_seconds"), -10),
    ("session_started", ("what", "rules", "replies", "limits_seconds"), [10**15]),
    ("session_started", ("what", "rules", "timekeeper", "share"), -1e300),
    ("limit_set", ("what", "seconds"), -10),
    ("limit_set", ("what", "seconds"), 10**15),
    ("text_received", ("what", "file"), "state\0ment.docx"),
    ("text_received", ("what", "file"), "../../.bashrc"),
    ("meeting_adjourned", ("at",), "9999-12-31T23:59:59Z"),
    ("meeting_adjourned", ("recorded_at",), "0001-01-01T00:00:00Z"),
]
"""What no log holds, whoever wrote it."""
UNFIT: list[tuple[str, Place, Any]] = [
    ("session_started", (*PLAN, "zone"), "Europe/Nowhere"),
    ("session_started", (*PLAN, "zone"), "../../etc/passwd"),
    ("session_started", (*PLAN, "items", 0, "kind"), "party"),
    ("session_started", ("what", "rules", "default_kind"), "song"),
    ("inscribed", ("what", "delegation_kind"), "a\0b"),
    ("inscribed", ("what", "capacity"), "king"),
    ("inscribed", ("what", "kind"), "song"),
    ("point_noted", ("what", "stance"), "adores"),
    ("point_noted", ("what", "audience"), "everybody"),
]
"""What no session of the program's own holds."""


@pytest.mark.parametrize(("name", "place", "value"), [*BEYOND, *UNFIT])
def test_what_no_plan_may_hold_is_not_taken_however_right_its_hashes(
    tmp_path: Path, name: str, place: Place, value: Any
) -> None:
    found = contents()
    put(of(found, name), place, value)

    for path in files(found, tmp_path):
        with pytest.raises((SessionError, LogError)) as refused:
            import_session(path, tmp_path / "sessions")
        said = str(refused.value)
        assert "holds what no session of this program holds" in said
        assert "no session was created" in said
        assert len(said.splitlines()) == 1
    assert not (tmp_path / "sessions").exists()


def test_what_says_nothing_is_not_taken_as_no_toml_could_say_it(tmp_path: Path) -> None:
    found = contents()
    of(found, "point_noted")["what"]["proposal"] = None
    log = chained(found)
    tables = {"schema": 1, "agenda": {}, "session": {}}
    (tmp_path / "session.json").write_bytes(json_bytes(tables, log))

    with pytest.raises(LogDamaged, match="was altered"):
        import_session(tmp_path / "session.json", tmp_path / "sessions")


@pytest.mark.parametrize(("name", "place", "value"), BEYOND)
def test_a_folder_with_what_no_log_holds_is_told_and_not_died_of(
    tmp_path: Path, name: str, place: Place, value: Any
) -> None:
    found = contents()
    put(of(found, name), place, value)
    folder = kept(found, SessionFolder(tmp_path / "day"))

    for work in (read_session, lambda it: open_session(it, Seat("desk-1")).close()):
        try:
            work(folder)
        except MeetingTuiError as fault:
            assert len(str(fault).splitlines()) == 1


def test_a_session_of_its_own_is_taken_as_ever(tmp_path: Path) -> None:
    for number, path in enumerate(files(contents(), tmp_path)):
        done = import_session(path, tmp_path / "sessions", name=f"again {number}")
        assert done.events == len(contents())


def _places(value: Any, place: Place = ()) -> Iterator[Place]:
    inner: Any = ()
    if isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, list):
        inner = enumerate(value)
    for key, each in inner:
        yield (*place, key)
        yield from _places(each, (*place, key))


OFTEN_ODD = st.sampled_from(
    [
        *(-10, -1, 0, 1, 7, 60, 10**6, 10**9, 10**15, 2**70, 1e308, -1e300, 0.5, True, False),
        *("", "x", "\0", "a\0b", "\x85\x9b", "\u202ex", "x" * 5000, "../../etc", "a/b", "=1+1"),
        *("9999-12-31T23:59:59Z", "2499-12-31T23:59:59Z", "1970-01-01T00:00:00Z", "9999-12-31"),
        *("2026-03-19T10:00:00+01:00", "Europe/Nowhere", "UTC", "Pacific/Apia", "[/]", "{x}"),
        *("group", "national", "statement", "r1", "A1", "1", "majority", "9/1"),
    ]
)
EXPORTS = tuple(each.name for each in FORMATS if each.name != "pdf")


@pytest.mark.unmeasured
@given(data=st.data(), is_over=st.booleans())
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
def test_whatever_is_taken_can_be_folded_shown_forecast_and_exported(
    data: st.DataObject, is_over: bool
) -> None:
    found = contents(is_over=is_over)
    event = data.draw(st.sampled_from(found))
    places = [place for place in _places(event) if place[0] not in ("schema", "seq", "name")]
    put(event, data.draw(st.sampled_from(places)), data.draw(st.one_of(OFTEN_ODD, st.text())))
    try:
        log = chained(found)
        meeting = folded(list(log.rows), log.head)
    except (MeetingTuiError, Refused, ValueError):
        assume(False)
    reading = Reading(meeting, log.rows, log.head, verified=True, directory=load_directory())
    now = reading.as_of

    projection = project(meeting.state, now)
    forecast_table(projection, "en")
    slip_lines(make_slip(Look.of(meeting.state, now, load_directory(), "zh")), "zh")
    chosen = data.draw(st.sampled_from(EXPORTS))
    export_files(SessionFolder(Path("nowhere")), (chosen,), Choice("en"), reading=reading)
