"""Where a shared log is and how it is reached: addresses, passwords, certificates."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from meeting_tui.errors import InvalidInput, LogError
from meeting_tui.session_log.postgres_roles import grant, people, set_up
from meeting_tui.session_log.postgres_server import (
    NotConnected,
    Unreachable,
    address_for,
    connected,
    password_line,
    server_at,
    translated,
)
from tests.desk.shared_table import Network
from tests.postgres import Postgres, started

ELSEWHERE = "postgresql://ana@db.example.int/meetings"


@pytest.mark.parametrize(
    ("address", "environment", "mode"),
    [
        (ELSEWHERE, {}, "verify-full"),
        (ELSEWHERE, {"PGSSLMODE": "disable"}, "verify-full"),
        (f"{ELSEWHERE}?sslmode=require", {}, "require"),
        (f"{ELSEWHERE}?sslmode=disable", {}, "disable"),
        ("postgresql://ana@localhost/meetings", {}, None),
        ("postgresql://ana@127.0.0.1:5433/meetings", {}, None),
        ("postgresql://ana@[::1]/meetings", {}, None),
        ("postgresql://ana@/meetings", {}, None),
        ("postgresql:///meetings?host=/var/run/postgresql", {}, None),
        ("postgresql://ana@localhost,db.example.int/meetings", {}, "verify-full"),
        ("postgresql://ana@localhost/meetings?hostaddr=192.0.2.1", {}, "verify-full"),
        ("postgresql://ana@/meetings", {"PGHOST": "db.example.int"}, "verify-full"),
        ("postgresql://ana@localhost/meetings", {"PGHOSTADDR": "192.0.2.1"}, "verify-full"),
        ("postgresql://ana@/meetings?service=there", {}, "verify-full"),
        ("postgresql://ana@/meetings", {"PGSERVICE": "there"}, "verify-full"),
        ("postgresql://ana@127.0.0.1.example.int/meetings", {}, "verify-full"),
        ("postgresql://ana@localhost.example.int/meetings", {}, "verify-full"),
    ],
)
def test_the_certificate_is_checked_unless_the_server_is_here_or_it_is_said_otherwise(
    address: str, environment: dict[str, str], mode: str | None
) -> None:
    assert server_at(address, environment).settings.get("sslmode") == mode


def test_authorities_are_those_of_the_system_where_there_is_no_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    before = server_at(ELSEWHERE).settings.get("sslrootcert")
    (tmp_path / ".postgresql").mkdir()
    (tmp_path / ".postgresql" / "root.crt").touch()

    assert before == "system"
    assert "sslrootcert" not in server_at(ELSEWHERE).settings
    given = server_at(f"{ELSEWHERE}?sslrootcert=/etc/own.crt")
    assert given.settings["sslrootcert"] == "/etc/own.crt"


@pytest.mark.parametrize(
    ("address", "place"),
    [
        (ELSEWHERE, "ana@db.example.int/meetings"),
        ("postgres://db.example.int:6000/meetings", "db.example.int:6000/meetings"),
        ("postgresql://ana@/m%C3%A9?host=/tmp", "ana@/tmp/mé"),
    ],
)
def test_a_server_is_shown_by_who_where_and_what(address: str, place: str) -> None:
    assert server_at(address).place == place


@pytest.mark.parametrize("address", ["", "meetings", "http://ana@host/x", "host=x dbname=y"])
def test_what_is_no_address_is_refused_with_what_is_one(address: str) -> None:
    with pytest.raises(InvalidInput, match="postgresql://LOGIN@HOST/DATABASE"):
        server_at(address)


@pytest.mark.parametrize(
    ("address", "other"),
    [
        (ELSEWHERE, "postgresql://bob@db.example.int/meetings"),
        (
            "postgresql://ana@db.example.int:6000/meetings?sslrootcert=/etc/own.crt",
            "postgresql://bob@db.example.int:6000/meetings?sslrootcert=%2Fetc%2Fown.crt",
        ),
        (
            "postgresql://ana@/meetings?host=/tmp/pg&port=6000",
            "postgresql://bob@/meetings?host=%2Ftmp%2Fpg&port=6000",
        ),
        ("postgresql://ana@a,b/meetings", "postgresql://bob@/meetings?host=a%2Cb"),
        ("postgresql:///meetings", "postgresql://bob@/meetings"),
    ],
)
def test_another_person_reaches_the_same_place(address: str, other: str) -> None:
    server = server_at(address)

    assert address_for(server, "bob") == other
    reached = server_at(address_for(server, "bob")).settings
    assert reached == {**server.settings, "user": "bob"}


def test_the_line_for_a_password_is_spelled_as_it_is_read() -> None:
    server = server_at("postgresql://ana@db.example.int:6000/a%3Ab")

    assert password_line(server, "b\\c", "s:x") == r"db.example.int:6000:a\:b:b\\c:s\:x"
    assert password_line(server_at("postgresql:///"), "bob", "x") == "localhost:5432:*:bob:x"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("consuming input failed: SSL connection has been closed unexpectedly", "does not answer"),
        ("consuming input failed: SSL SYSCALL error: EOF detected", "does not answer"),
        ("sending query failed: SSL SYSCALL error: Connection timed out", "does not answer"),
        ("SSL error: unexpected eof while reading", "does not answer"),
        ("server closed the connection unexpectedly", "does not answer"),
        ("FATAL:  sorry, too many clients already", "no connection left"),
        (
            "FATAL:  remaining connection slots are reserved for roles of SUPERUSER",
            "no connection left",
        ),
        ("FATAL:  the database system is in recovery mode", "does not answer"),
        ("SSL error: certificate verify failed", "certificate could not be verified"),
        ('FATAL:  role "bob" does not exist', "does not accept this login"),
    ],
)
def test_what_the_driver_says_of_a_connection_that_is_not_there(said: str, found: str) -> None:
    with pytest.raises(LogError, match=found), translated(server_at(ELSEWHERE)):
        raise psycopg.OperationalError(said)


@pytest.fixture(scope="module")
def guarded() -> Iterator[tuple[Postgres, Path]]:
    """A server with a certificate, that asks who comes over the network for a password."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl to make a certificate with")
    with started() as postgres:
        postgres.stop()
        key, certificate = postgres.folder / "server.key", postgres.folder / "server.crt"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
             "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
            check=True, capture_output=True,
        )  # fmt: skip
        key.chmod(0o600)
        owner = postgres.data.stat()
        if os.getuid() == 0:
            os.chown(key, owner.st_uid, owner.st_gid)
        (postgres.data / "pg_hba.conf").write_text(
            "local all all trust\nhostssl all admin 127.0.0.1/32 trust\n"
            "hostssl all all 127.0.0.1/32 scram-sha-256\n",
            encoding="ascii",
        )
        files = ("-c", f"ssl_key_file={key}", "-c", f"ssl_cert_file={certificate}")
        postgres.start("-c", "ssl=on", *files)
        yield postgres, certificate


def test_over_the_network_with_password_and_certificate(
    guarded: tuple[Postgres, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    postgres, certificate = guarded
    database = postgres.new_database()
    admin = server_at(postgres.address("admin", database))
    set_up(admin)
    login = f"{database}_ana"
    password = grant(admin, login, "officer", "AS").password
    assert password
    there = f"postgresql://{login}@localhost:{postgres.port}/{database}?hostaddr=127.0.0.1"
    checked = f"{there}&sslmode=verify-full"
    trusting = server_at(f"{checked}&sslrootcert={certificate}")
    kept = tmp_path / "pgpass"
    kept.write_text(password_line(trusting, login, password) + "\n", encoding="utf-8")
    kept.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(kept))

    assert [each.hand for each in people(trusting)] == ["AS"]
    with pytest.raises(NotConnected, match="certificate could not be verified"):
        people(server_at(f"{checked}&sslrootcert=system"))
    with pytest.raises(NotConnected, match="certificate could not be verified"):
        people(server_at(f"{checked}&sslrootcert={tmp_path / 'none.crt'}"))
    other = checked.replace("@localhost", "@db.example.int")
    with pytest.raises(NotConnected, match="certificate could not be verified"):
        people(server_at(f"{other}&sslrootcert={certificate}"))
    with pytest.raises(NotConnected):
        people(server_at(f"{there}&sslmode=disable"))

    kept.write_text(password_line(trusting, login, "wrong") + "\n", encoding="utf-8")
    with pytest.raises(NotConnected, match="password") as fault:
        people(trusting)
    assert "wrong" not in str(fault.value).replace("it is wrong", "")
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "none"))
    with pytest.raises(NotConnected, match="no password was found"):
        people(trusting)
    assert password not in postgres.said()


def test_a_connection_with_a_certificate_that_is_cut_off_is_made_again(
    guarded: tuple[Postgres, Path],
) -> None:
    postgres, certificate = guarded
    network = Network(postgres.port)
    server = server_at(
        f"postgresql://admin@localhost:{network.port}/postgres?hostaddr=127.0.0.1"
        f"&sslmode=verify-full&sslrootcert={certificate}"
    )
    connection = connected(server)

    network.cut()
    with pytest.raises(Unreachable), translated(server):
        connection.execute("SELECT 1")
    with pytest.raises(Unreachable):
        connected(server)

    network.mend()
    connected(server).close()
