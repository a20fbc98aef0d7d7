"""`meeting-tui shared`: setting a server up, letting people in, moving meetings there and back."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from meeting_tui.session_log.postgres import adopt, open_postgres
from meeting_tui.session_log.postgres_server import server_at
from meeting_tui.session_log.sqlite import open_sqlite
from tests.desk.seat import AGENDA
from tests.postgres import Postgres, SharedRoom, plain
from tests.shell.calling import Call, Called

NAMES = count(1)
Shared = Callable[..., Called]


@pytest.fixture
def address(shared_room: SharedRoom) -> Callable[[str], str]:
    """The address by which the person with those initials reaches the server."""

    def of(hand: str) -> str:
        server = shared_room.person("viewer" if hand == "vw" else "officer", hand)
        return shared_room.postgres.address(server.settings["user"], shared_room.database)

    return of


@pytest.fixture
def officer(call: Call, address: Callable[[str], str]) -> Shared:
    """Calls `shared` as the officer whose entries the session `day` has."""

    def shared(*arguments: str) -> Called:
        return call("shared", *arguments, "--shared", address("ak"))

    return shared


@pytest.fixture
def signed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is entered from now on is signed by the officer."""
    monkeypatch.setenv("MEETING_TUI_HAND", "ak")


def name() -> str:
    """A meeting that is on the server under no other test's name."""
    return f"day {next(NAMES)}"


def test_a_database_is_set_up_once_and_then_renewed(call: Call, postgres: Postgres) -> None:
    at = ("--shared", postgres.address("admin", postgres.new_database()))

    before = call("shared", "list", *at)
    first, second = call("shared", "init", *at), call("shared", "init", *at)

    assert before.code == 1
    assert "no shared log was set up in this database" in before.err
    assert (first.code, second.code) == (0, 0)
    assert "the shared log is set up" in first.out
    assert "up to date" in second.out
    assert call("shared", "list", *at).out == "There are no meetings yet.\n"


def test_people_are_let_in_and_told_what_they_need(call: Call, postgres: Postgres) -> None:
    database = postgres.new_database()
    at = ("--shared", postgres.address("admin", database))
    login = f"{database}_ana"
    call("shared", "init", *at)

    told = call("shared", "grant", login, "--as", "note-taker", "--hand", "AS", *at)
    again = call("shared", "grant", login, "--as", "officer", *at)
    renewed = call("shared", "grant", login, "--as", "officer", "--new-password", *at)

    assert f"{login}: note-taker, signs as AS." in told.out
    assert 'hand = "AS"' in told.out
    assert f'meetings = "postgresql://{login}@/{database}?host=' in told.out
    line = re.search(rf":{postgres.port}:{database}:{login}:(\S{{32}})$", told.out, re.MULTILINE)
    assert line
    assert "keeps the password" in again.out
    assert line[1] not in renewed.out and re.search(rf":{login}:\S{{32}}$", renewed.out, re.M)
    listed = call("--json", "shared", "list", *at).json
    assert listed == {
        "meetings": [],
        "people": [{"login": login, "hand": "AS", "right": "officer"}],
    }
    # The server has each statement in its log: none holds a password.
    assert line[1] not in postgres.said()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("grant", "x", "--as", "viewer"), "give the initials of x"),
        (("grant", "x", "--as", "viewer", "--hand", "ak"), "the initials ak belong to"),
        (("grant", "", "--as", "viewer", "--hand", "x"), "cannot be a login"),
        (("grant", "x" * 64, "--as", "viewer", "--hand", "x"), "cannot be a login"),
        (("revoke", "x"), "x has no rights here"),
    ],
)
def test_names_that_cannot_be_are_refused(
    call: Call,
    shared_room: SharedRoom,
    address: Callable[[str], str],
    arguments: tuple[str, ...],
    told: str,
) -> None:
    address("ak")
    at = shared_room.postgres.address("admin", shared_room.database)

    refused = call("shared", *arguments, "--shared", at)

    assert refused.code == 1
    assert told in refused.err


def test_initials_are_never_changed_nor_given_to_another(call: Call, postgres: Postgres) -> None:
    database = postgres.new_database()
    at = ("--shared", postgres.address("admin", database))
    call("shared", "init", *at)
    call("shared", "grant", f"{database}_a", "--as", "viewer", "--hand", "AA", *at)

    changed = call("shared", "grant", f"{database}_a", "--as", "viewer", "--hand", "BB", *at)
    call("shared", "revoke", f"{database}_a", *at)
    given = call("shared", "grant", f"{database}_b", "--as", "viewer", "--hand", "AA", *at)

    assert "signs as AA, and this cannot be changed" in changed.err
    assert "the initials AA belong to" in given.err
    assert f"{database}_a (AA): no rights any more" in call("shared", "list", *at).out


def test_who_is_no_administrator_lets_nobody_in(officer: Shared) -> None:
    for arguments in (("grant", "x", "--as", "viewer", "--hand", "x"), ("init",)):
        refused = officer(*arguments)

        assert refused.code == 1
        assert "no rights" in refused.err


def test_a_meeting_goes_there_and_back_byte_for_byte(
    call: Call, officer: Shared, day: Path, sessions: Path
) -> None:
    meeting = name()

    pushed = officer("push", "day", "--name", meeting)
    pulled = officer("pull", meeting, "--session", "copy")

    assert (pushed.code, pulled.code) == (0, 0), pushed.err + pulled.err
    assert re.search(r"Both have \d+ entries and the same hashes; the last is", pushed.out)
    assert rows_of(sessions / "copy") == rows_of(day)
    assert call("session", "verify", "copy").code == 0
    assert f"{meeting}: {len(rows_of(day))} entries" in officer("list").out


def rows_of(session: Path) -> list[object]:
    log = open_sqlite(session / "log.db", writer=False)
    try:
        return list(log.rows())
    finally:
        log.close()


@pytest.mark.usefixtures("signed", "day")
def test_whoever_has_more_gives_the_rest(call: Call, officer: Shared, sessions: Path) -> None:
    meeting = name()
    officer("push", "day", "--name", meeting)
    officer("pull", meeting, "--session", "copy")
    call("do", "day", "inscribe che")

    behind = officer("pull", meeting, "--session", "day")
    sent = officer("push", "day", "--name", meeting)
    ahead = officer("push", "copy", "--name", meeting)
    fetched = officer("pull", meeting, "--session", "copy")
    equal = officer("pull", meeting, "--session", "copy")

    assert [each.code for each in (behind, sent, ahead, fetched, equal)] == [0] * 5
    assert "nothing to fetch. day has 1 entry more" in behind.out
    assert "1 entry sent" in sent.out
    assert "nothing to send. The server has 1 entry more" in ahead.out
    assert "1 entry fetched into session copy" in fetched.out
    assert "already have the same entries" in equal.out
    assert rows_of(sessions / "copy") == rows_of(sessions / "day")


@pytest.mark.usefixtures("signed", "day")
def test_where_each_has_what_the_other_lacks_nothing_is_moved(
    call: Call, officer: Shared, sessions: Path
) -> None:
    meeting = name()
    officer("push", "day", "--name", meeting)
    officer("pull", meeting, "--session", "copy")
    call("do", "day", "inscribe che")
    call("do", "copy", "inscribe fji")
    officer("push", "day", "--name", meeting)
    before = rows_of(sessions / "copy")

    for refused in (
        officer("push", "copy", "--name", meeting),
        officer("pull", meeting, "--session", "copy"),
    ):
        assert refused.code == 1
        assert "each have entries that the other lacks" in refused.err
    assert rows_of(sessions / "copy") == before


@pytest.mark.usefixtures("day")
def test_the_rest_is_taken_only_from_whoever_signed_it(
    call: Call, officer: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = name()
    officer("push", "day", "--name", meeting)
    monkeypatch.setenv("MEETING_TUI_HAND", "xx")
    call("do", "day", "inscribe che")

    refused = officer("push", "day", "--name", meeting)

    assert refused.code == 1
    assert "the entry is signed xx, which is not you" in refused.err


@pytest.mark.usefixtures("signed", "day")
def test_what_was_purged_goes_from_both(call: Call, officer: Shared, sessions: Path) -> None:
    meeting = name()
    call("do", "day", "note on fra /off-record said in confidence")
    officer("push", "day", "--name", meeting)
    officer("pull", meeting, "--session", "copy")
    assert call("do", "day", "purge! n2").code == 0

    pushed, pulled = (
        officer("push", "day", "--name", meeting),
        officer("pull", meeting, "--session", "copy"),
    )

    assert (pushed.code, pulled.code) == (0, 0), pushed.err + pulled.err
    assert rows_of(sessions / "copy") == rows_of(sessions / "day")
    assert call("session", "verify", "copy").code == 0
    assert call("session", "verify", "day").code == 0
    for file in (sessions / "copy").rglob("*"):
        assert not file.is_file() or b"in confidence" not in file.read_bytes()
    # One that was pushed only now, and pulled into a folder of its own.
    assert officer("push", "day", "--name", name()).code == 0
    assert officer("pull", meeting, "--session", "anew").code == 0
    assert rows_of(sessions / "anew") == rows_of(sessions / "day")


@pytest.mark.usefixtures("signed", "day")
def test_received_texts_go_with_it(
    call: Call, officer: Shared, sessions: Path, tmp_path: Path
) -> None:
    meeting = name()
    (tmp_path / "mexico.txt").write_bytes(b"as it was handed in\0")
    assert call("do", "day", f"received on fra {tmp_path / 'mexico.txt'}").code == 0

    pushed = officer("push", "day", "--name", meeting)
    pulled = officer("pull", meeting, "--session", "copy")

    assert "Received texts moved too: 1." in pushed.out
    assert "Received texts moved too: 1." in pulled.out
    texts = "texts/mexico.txt"
    assert (sessions / "copy" / texts).read_bytes() == (sessions / "day" / texts).read_bytes()
    shutil.rmtree(sessions / "day" / "texts")
    assert "not found: 1" in officer("push", "day", "--name", name()).err


def test_who_looks_on_fetches_and_sends_nothing(
    call: Call, officer: Shared, day: Path, address: Callable[[str], str]
) -> None:
    meeting = name()
    officer("push", "day", "--name", meeting)
    viewer = ("--shared", address("vw"))

    fetched = call("shared", "pull", meeting, "--session", "copy", *viewer)
    sent = call("shared", "push", "day", "--name", name(), *viewer)

    assert fetched.code == 0
    assert sent.code == 1
    assert "no rights" in sent.err


@pytest.mark.usefixtures("day")
def test_what_was_altered_on_the_server_makes_no_session(
    officer: Shared, shared_room: SharedRoom, sessions: Path
) -> None:
    meeting = name()
    officer("push", "day", "--name", meeting)
    with plain(shared_room.admin) as connection:
        connection.execute(
            "UPDATE meeting_tui.entry e SET content = replace(convert_from(content, 'UTF8'),"
            " '[transfers]', '[nothing]')::bytea FROM meeting_tui.meeting m"
            " WHERE m.number = e.meeting AND m.name = %s",
            (meeting,),
        )

    altered = officer("pull", meeting, "--session", "copy")

    assert altered.code == 3
    assert "does not follow" in altered.err
    assert not (sessions / "copy").exists()


@pytest.mark.usefixtures("day")
def test_a_damaged_session_is_not_sent(
    officer: Shared, shared_room: SharedRoom, day: Path, address: Callable[[str], str]
) -> None:
    log = open_sqlite(day / "log.db", writer=False)
    rows = list(log.rows())
    log.close()
    forged = [*rows[:4], rows[5], *rows[6:]]
    server = server_at(address("ak"))

    with pytest.raises(Exception, match="does not follow") as fault:
        adopt(server, name(), forged)

    assert fault.type.__name__ == "NotAllowed"
    with pytest.raises(Exception, match="no meeting"):
        open_postgres(server, f"day {next(NAMES) - 1}")


def test_a_server_is_named_in_the_settings(
    call: Call, address: Callable[[str], str], settings_file: Path
) -> None:
    settings_file.write_text(f'[shared]\none = "{address("ak")}"\n', encoding="utf-8")
    alone = call("shared", "list")
    settings_file.write_text(
        f'[shared]\none = "{address("ak")}"\ntwo = "postgresql://x@127.0.0.1:1/y"\n',
        encoding="utf-8",
    )

    assert alone.code == 0
    assert "choose one with `--shared NAME`" in call("shared", "list").err
    assert call("shared", "list", "--shared", "one").code == 0
    assert "does not answer" in call("shared", "list", "--shared", "two").err
    assert "no server “three”" in call("shared", "list", "--shared", "three").err
    assert '"one": "postgresql://' in call("settings").out


@pytest.fixture
def settings_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    path = tmp_path / "config" / "meeting-tui" / "settings.toml"
    path.parent.mkdir(parents=True)
    return path


SECRET = "hunter2hunter2"


@pytest.mark.parametrize(
    "given",
    [
        f"postgresql://ana:{SECRET}@127.0.0.1:1/meetings",
        f"postgresql://ana@127.0.0.1:1/meetings?password={SECRET}",
        f"postgresql://ana@127.0.0.1:1/meetings?passw%6Frd={SECRET}",
        f"postgresql://ana:{SECRET}@[::1/meetings",
        f"postgresql://ana@127.0.0.1:1/meetings?nonsense={SECRET}",
        f"postgres://ana:{SECRET}@127.0.0.1:x/meetings",
        f"host=127.0.0.1 password={SECRET}",
        f"ana:{SECRET}@host",
        f"postgresqll://ana:{SECRET}@host/x",
    ],
)
def test_a_password_in_an_address_is_refused_and_told_to_nobody(
    call: Call, given: str, settings_file: Path
) -> None:
    at_once = call("shared", "list", "--shared", given)
    settings_file.write_text(f'[shared]\none = "{given}"\n', encoding="utf-8")
    in_file = call("shared", "list")

    for refused in (at_once, in_file):
        assert refused.code == 1
        assert refused.err
        assert SECRET not in refused.out + refused.err


def test_no_server_at_all(call: Call) -> None:
    assert "no server was named" in call("shared", "list").err
    assert "未指定服务器" in call("--lang", "zh", "shared", "list").err


@pytest.mark.usefixtures("day")
def test_a_seat_at_a_meeting_on_the_server_line_by_line(
    call: Call, officer: Shared, address: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = name()
    officer("push", "day", "--name", meeting)
    lines = "note written by hand\nnext\nsave elsewhere\nquit\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))

    sat = call("run", meeting, "--plain", "--as", "notes", "--shared", address("ak"))

    assert sat.code == 0
    assert "Everything is on disk" in sat.out
    assert "Refused" in sat.out  # a seat for notes does not run the floor
    assert "cannot be saved elsewhere" in sat.out
    beside = call("do", meeting, "note of no seat")
    assert beside.code == 1
    assert f"copy of a meeting on a server: `meeting-tui run {meeting} --shared NAME`" in beside.err
    assert call("session", "verify", meeting).code == 0
    assert officer("pull", meeting).out.startswith(f"{meeting}: folder and server already have")


def test_a_meeting_is_begun_on_the_server_by_its_agenda(
    call: Call,
    address: Callable[[str], str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    meeting = name().replace(" ", "-")
    text = AGENDA.read_text(encoding="utf-8").replace('"2026-03-19-wgtr"', f'"{meeting}"', 1)
    agenda = tmp_path / "plan.toml"
    agenda.write_text(text, encoding="utf-8")

    def sit(hand: str, *options: str) -> Called:
        monkeypatch.setattr("sys.stdin", io.StringIO("open\nquit\n"))
        shared = ("--shared", address(hand), "--sessions", str(tmp_path / hand))
        return call("run", str(agenda), "--plain", *shared, *options)

    refused = sit("vw", "--as", "view")
    begun = sit("ak")
    joined = sit("vw", "--as", "view")

    assert refused.code == 1 and "has not been begun yet; an officer begins it" in refused.err
    assert begun.code == joined.code == 0, begun.err + joined.err
    assert "Sitting 1" in begun.out
    assert "This seat only looks on" in joined.out
    listed = call("shared", "list", "--shared", address("ak")).out
    assert f"{meeting}: 2 entries" in listed


def test_a_meeting_begun_on_this_computer_is_sent_and_not_begun_twice(
    call: Call, address: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("quit\n"))
    assert call("run", str(AGENDA), "--plain").code == 0

    refused = call("run", str(AGENDA), "--plain", "--shared", address("ak"))

    assert refused.code == 1
    assert "`meeting-tui shared push 2026-03-19-wgtr` sends it" in refused.err


@pytest.mark.parametrize("options", [("--rehearse",), ("--session", "x")])
def test_a_meeting_on_a_server_is_opened_by_its_name_alone(
    call: Call, options: tuple[str, ...]
) -> None:
    misused = call("run", "day", "--plain", "--shared", "one", *options)

    assert misused.code == 2
    assert "by its name or its agenda alone" in misused.err
