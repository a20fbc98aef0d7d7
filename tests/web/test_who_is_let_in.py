"""Wrong links, links to other pages, other sites, guesses, what is too large: all stay outside."""

from __future__ import annotations

import http.client
import json
import re
import socket
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from meeting_tui.errors import SessionError
from meeting_tui.web.links import Link, Links
from meeting_tui.web.running import revoke
from meeting_tui.web.sheet import sheet
from tests.web.serving import Meeting, Site, served

Headers = dict[str, str]


def get(
    room: Site, path: str, headers: Headers | None = None, method: str = "GET"
) -> tuple[int, Headers, str]:
    """Status, headers and text of one request."""
    connection = http.client.HTTPConnection("127.0.0.1", room.port, timeout=20)
    connection.request(method, path, headers=headers or {})
    answer = connection.getresponse()
    found = (answer.status, dict(answer.getheaders()), answer.read().decode("utf-8", "replace"))
    connection.close()
    return found


def path_of(link: str) -> str:
    """What of a link stands behind the host."""
    parts = urlsplit(link)
    return f"{parts.path}?{parts.query}"


def cookie(room: Site, word: str) -> str:
    """The cookie that a link is exchanged for."""
    status, headers, _ = get(room, path_of(room.links[word]))
    assert status == 303
    return headers["Set-Cookie"].partition(";")[0]


UPGRADE = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version": "13",
}


def upgraded(room: Site, page: str, kept: str, origin: str) -> int:
    """The status of the answer to a page that wants to be told."""
    asked = socket.create_connection(("127.0.0.1", room.port), timeout=20)
    lines = [f"GET /{page}/live HTTP/1.1", f"Host: 127.0.0.1:{room.port}", f"Cookie: {kept}"]
    lines += [f"{name}: {value}" for name, value in UPGRADE.items()]
    lines += [f"Origin: {origin}"] if origin else []
    asked.sendall("\r\n".join([*lines, "", ""]).encode())
    status = int(asked.recv(64).split()[1])
    asked.close()
    return status


def test_a_page_without_a_link_says_how_to_get_one(room: Site) -> None:
    status, _, text = get(room, "/display")
    assert status == 403
    assert "ask the secretariat for the current link" in text


def test_a_link_is_exchanged_for_a_cookie_and_is_gone_from_the_address(room: Site) -> None:
    status, headers, _ = get(room, path_of(room.links["slip"]))
    assert (status, headers["Location"]) == (303, "/slip")
    assert "HttpOnly" in headers["Set-Cookie"] and "SameSite=Lax" in headers["Set-Cookie"]
    assert urlsplit(room.links["slip"]).query.removeprefix("key=") not in headers["Set-Cookie"]
    assert get(room, "/slip", {"Cookie": cookie(room, "slip")})[0] == 200


@pytest.mark.parametrize("page", ["slip", "notes", "request"])
def test_the_link_of_one_page_opens_no_other(room: Site, page: str) -> None:
    kept = cookie(room, "display").partition("=")[2]
    assert get(room, f"/{page}", {"Cookie": f"meeting_tui_{page}={kept}"})[0] == 403
    key = urlsplit(room.links["display"]).query
    assert get(room, f"/{page}?{key}")[0] == 403


def test_another_delegations_cookie_is_not_made_from_ones_own(room: Site) -> None:
    own = cookie(room, "request-MEX")
    assert get(room, "/request", {"Cookie": own})[0] == 200
    assert get(room, "/request", {"Cookie": own.replace("request-MEX", "request-JPN")})[0] == 403


@pytest.mark.parametrize("key", ["", "x" * 32, "é" * 8, "%00", "a" * 5000, "💣"])
def test_what_is_no_token_is_refused(room: Site, key: str) -> None:
    from urllib.parse import quote

    assert get(room, f"/display?key={quote(key)}")[0] == 403


def test_pages_of_other_sites_cannot_use_a_browsers_cookie(room: Site) -> None:
    kept = cookie(room, "notes-AB")
    assert upgraded(room, "notes", kept, room.origin) == 101
    for origin in ("http://evil.example", "null", "", f"https://127.0.0.1:{room.port}"):
        assert upgraded(room, "notes", kept, origin) == 403
    assert get(room, "/display", {"Origin": "http://evil.example"}, "POST")[0] == 403


def test_answers_let_a_browser_do_what_our_pages_do_and_no_more(room: Site) -> None:
    for path in ("/display", path_of(room.links["display"]), "/static/page.js", "/nowhere"):
        _, headers, _ = get(room, path)
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"


def test_pages_name_no_other_host(room: Site) -> None:
    kept = cookie(room, "notes-AB")
    pages = [get(room, "/notes", {"Cookie": kept})[2]]
    names = ("page", "display", "slip", "notes", "outbox", "request", "agenda")
    pages += [get(room, f"/static/{name}.js")[2] for name in names]
    pages += [get(room, f"/static/{name}.css")[2] for name in names if name != "outbox"]
    hosts = [each for text in pages for each in re.findall(r"(?:[a-z]+:)?//[a-z0-9.-]+", text)]
    assert hosts == []


def test_a_thousand_guesses_are_slowed_told_and_do_not_hold_up_the_floor(room: Site) -> None:
    begun = time.monotonic()
    refused = [get(room, f"/display?key={n:032}")[0] for n in range(9)]
    assert set(refused) == {403}
    assert time.monotonic() - begun < 5
    pending = [socket.create_connection(("127.0.0.1", room.port), timeout=20) for _ in range(21)]
    for n, each in enumerate(pending, 9):
        each.sendall(f"GET /display?key={n:032} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    assert [int(each.recv(64).split()[1]) for each in pending] == [403] * 21
    assert time.monotonic() - begun > 1  # from the tenth on, each waited
    for each in pending:
        each.close()
    assert {get(room, f"/display?key={n:032}")[0] for n in range(1000)} == {429}
    assert room.guessed == [("127.0.0.1", 10), ("127.0.0.1", 30)]
    room.meeting.do("next")


def test_what_is_too_large_or_no_sentence_of_ours_is_let_go(room: Site) -> None:
    kept = cookie(room, "request-MEX")
    assert get(room, "/display?key=" + "a" * 20_000)[0] == 400
    before = len(room.meeting.entries())
    for said in ("x" * 100_000, "[]", "7e9", "\x00", json.dumps({"ask": "99", "about": ""})):
        _say(room, kept, said)
    assert len(room.meeting.entries()) == before


def _say(room: Site, kept: str, said: str) -> None:
    """Say something on a socket as no page of ours would."""
    asked = socket.create_connection(("127.0.0.1", room.port), timeout=20)
    lines = ["GET /request/live HTTP/1.1", f"Host: 127.0.0.1:{room.port}", f"Cookie: {kept}"]
    lines += [f"{name}: {value}" for name, value in UPGRADE.items()]
    asked.sendall("\r\n".join([*lines, f"Origin: {room.origin}", "", ""]).encode())
    asked.recv(4096)
    content = said.encode()
    size = len(content)
    head = bytes([0x81]) + (
        bytes([0x80 | size]) if size < 126 else bytes([0xFF]) + size.to_bytes(8, "big")
    )
    try:
        asked.sendall(head + b"\0\0\0\0" + content)
        time.sleep(0.05)
    except OSError:
        pass  # it was let go in the middle
    asked.close()


def test_a_link_that_is_revoked_opens_nothing_any_more(room: Site, tmp_path: Path) -> None:
    kept = cookie(room, "agenda")
    assert get(room, "/agenda", {"Cookie": kept})[0] == 200
    Links(room.meeting.folder.path.parent / "links.json").revoke("agenda")
    deadline = time.monotonic() + 20
    while get(room, "/agenda", {"Cookie": kept})[0] != 403:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    assert get(room, path_of(room.links["agenda"]))[0] == 403
    assert get(room, path_of(room.links["slip"]))[0] == 303


@pytest.mark.parametrize("word", ["nonsense", "display-AB", "notes", "request-", "request-XYZ"])
def test_no_link_is_said_to_be_revoked_that_there_is_not(meeting: Meeting, word: str) -> None:
    with pytest.raises(SessionError, match="There is no link"):
        revoke(meeting.folder, word)


def test_a_code_on_the_sheet_is_as_large_as_its_place() -> None:
    made = sheet("Meeting", {"display": "https://192.0.2.1/display?key=a"}, {}, "", "en")
    assert re.search(r'<svg [^>]*viewBox="0 0 \d+ \d+"', made)
    assert not re.search(r'<svg [^>]*width="', made)


def test_links_hold_over_a_restart(meeting: Meeting) -> None:
    with served(meeting) as first:
        before = {word: urlsplit(link).query for word, link in first.links.items()}
    with served(meeting) as second:
        assert {word: urlsplit(link).query for word, link in second.links.items()} == before


def test_the_file_of_the_secret_is_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "links" / "one.json"
    links = Links(file)
    links.offer(["display"])
    assert file.stat().st_mode & 0o077 == 0
    assert links.token("display") not in file.read_text("ascii")
    assert links.by_token(links.token("display")) == Link("display")
    assert links.by_token(links.token("slip")) is None  # not handed out
    file.write_text("{broken", "ascii")
    assert Links(file).by_token(links.token("display")) is None


def test_a_reader_that_takes_nothing_holds_up_nobody(room: Site) -> None:
    kept = cookie(room, "display")
    idle = []
    for _ in range(30):
        asked = socket.create_connection(("127.0.0.1", room.port), timeout=20)
        lines = ["GET /display/live HTTP/1.1", f"Host: 127.0.0.1:{room.port}", f"Cookie: {kept}"]
        lines += [f"{name}: {value}" for name, value in UPGRADE.items()]
        asked.sendall("\r\n".join([*lines, f"Origin: {room.origin}", "", ""]).encode())
        idle.append(asked)
    begun = time.monotonic()
    room.meeting.do("next")
    assert get(room, "/display", {"Cookie": kept})[0] == 200
    assert time.monotonic() - begun < 5
    for asked in idle:
        asked.close()
