"""`meeting-tui serve` beyond the computer: with TLS and its fingerprint, codes and a sheet."""

from __future__ import annotations

import hashlib
import os
import socket
import ssl
import subprocess
import sys
from pathlib import Path

from tests.web.serving import CHECKOUT, OPENING, begun


def test_other_computers_are_served_with_tls_whose_fingerprint_is_told(tmp_path: Path) -> None:
    sheet = tmp_path / "links.html"
    folder = begun(tmp_path, *OPENING).folder.path
    command = [
        *(sys.executable, "-m", "meeting_tui", "--sessions", str(folder.parent), "serve"),
        *(folder.name, "--host", "0.0.0.0", "--port", "0", "--requests", "--notes", "AB"),
        *("--qr", "--sheet", str(sheet)),
    ]
    state = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state")}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen(command, text=True, cwd=CHECKOUT, env=state, **pipes)  # type: ignore[call-overload]
    try:
        first = process.stdout.readline().split()
        port = int(first[1].split(":")[2].partition("/")[0])
        assert first[0] == "display" and first[1].startswith("https://")
        proof = hashlib.sha256(certificate("127.0.0.1", port)).hexdigest().upper()
    finally:
        process.terminate()
        links, said = process.communicate(timeout=30)
    assert process.returncode == 0, said
    words = [line.split()[0] for line in links.splitlines()]
    assert words[:3] == ["slip", "agenda", "notes-AB"]
    assert "request-MEX" in words and "request-FRA" in words
    assert not {"request-CHAIR", "request-SEC", "request-GUEST"} & {*words}
    fingerprint = ":".join(proof[n : n + 2] for n in range(0, 64, 2))
    assert fingerprint in said and "█" in said
    printed = sheet.read_text("utf-8")
    assert fingerprint in printed and printed.count("<svg") == len(words) + 1
    assert "Mexico" in printed
    assert sheet.stat().st_mode & 0o077 == 0


def certificate(host: str, port: int) -> bytes:
    """The certificate that a server shows, whoever made it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with socket.create_connection((host, port), 20) as asked, context.wrap_socket(asked) as safe:
        found = safe.getpeercert(binary_form=True)
    assert found is not None
    return found
