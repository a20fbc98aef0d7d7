"""Who may open which page: a link with a long random token, exchanged for a cookie.

All tokens of a session come from one secret, kept in the user's own state folder, so that links
hold over a restart and no list of tokens lies about. A link that is revoked gets the next number:
its token and every cookie that came of it are worth nothing from then on.
"""

from __future__ import annotations

import hmac
import json
import secrets
from base64 import b32encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from meeting_tui.outside import SETTINGS, read_outside
from meeting_tui.session_log.files import write_atomic

ONE_FOR_ALL = ("display", "slip", "agenda")
"""The pages that have one link for everybody."""
EACH_THEIR_OWN = ("notes", "request")
"""Those that have one for each person or delegation: `notes-AB`, `request-mex`."""
PAGES = (*ONE_FOR_ALL, *EACH_THEIR_OWN)
_TOKEN_LETTERS = 32
"""160 bits in letters that can be read out."""
_SECRET_BYTES = 32


class Link(Struct, frozen=True):
    """A link as it is handed out."""

    word: str
    """What it is called: `display`, `request-mex`."""
    number: int = 0
    """How many times it was revoked."""

    @property
    def page(self) -> str:
        """The page it opens."""
        return self.word.partition("-")[0]

    @property
    def subject(self) -> str:
        """Whose it is: initials, or the code of a delegation; empty for one for everybody."""
        return self.word.partition("-")[2]


class Links:
    """The links of one session."""

    def __init__(self, file: Path) -> None:
        """`file`: where its secret is or will be kept. Raises WriteRefused, OSError."""
        self._file = file
        kept = _read(file)
        self._secret = kept[0] if kept else secrets.token_bytes(_SECRET_BYTES)
        self._numbers = kept[1] if kept else {}
        self._changed = 0
        self._by_token: dict[bytes, str] = {}
        if kept is None:
            self._keep()
        self._changed = self._stamp()

    def offer(self, words: Iterable[str]) -> None:
        """Let these links be opened, beside those offered before."""
        self._by_token |= {_mixed(self.token(word)): word for word in words}

    def token(self, word: str) -> str:
        """The token of a link."""
        return self._made("link", self.now(word))

    def by_token(self, token: str) -> Link | None:
        """The link that a token is of; None for one that is none, or no longer."""
        word = self._by_token.get(_mixed(token))
        return None if word is None else self.now(word)

    def cookie(self, link: Link) -> str:
        """What a browser keeps in exchange for the token."""
        return f"{link.word}.{self._made('cookie', link)}"

    def by_cookie(self, cookie: str) -> Link | None:
        """The link that a browser was let in by; None where it was not, or is no longer."""
        word, _, proof = cookie.rpartition(".")
        link = self.now(word)
        wanted = self._made("cookie", link)
        return link if proof.isascii() and hmac.compare_digest(proof, wanted) else None

    def revoke(self, word: str) -> None:
        """Whoever has the link now has it for nothing. Raises WriteRefused."""
        self._numbers[word] = self._numbers.get(word, 0) + 1
        self._keep()

    def look(self) -> None:
        """Take up what was revoked elsewhere since, if the file says so."""
        if (stamp := self._stamp()) == self._changed:
            return
        self._changed = stamp
        kept = _read(self._file)
        if kept is not None:
            words = tuple(self._by_token.values())
            self._secret, self._numbers = kept
            self._by_token.clear()
            self.offer(words)

    def now(self, word: str) -> Link:
        """The link of that name as it is now."""
        return Link(word, self._numbers.get(word, 0))

    def _made(self, sort: str, link: Link) -> str:
        said = f"{sort} {link.word} {link.number}".encode("utf-8", "replace")
        digest = hmac.digest(self._secret, said, "sha256")
        return b32encode(digest).decode("ascii").lower()[:_TOKEN_LETTERS]

    def _stamp(self) -> int:
        try:
            return self._file.stat().st_mtime_ns
        except OSError:
            return self._changed

    def _keep(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        told = {"secret": self._secret.hex(), "revoked": self._numbers}
        write_atomic(self._file, json.dumps(told).encode("ascii") + b"\n")


def _mixed(token: str) -> bytes:
    """What a token is looked up by, so that the time it takes tells nothing of the token."""
    return sha256(token.encode("utf-8", "replace")).digest()


def _read(file: Path) -> tuple[bytes, dict[str, int]] | None:
    try:
        found = json.loads(read_outside(file, SETTINGS))
        secret = bytes.fromhex(found["secret"])
        numbers = {str(word): int(number) for word, number in found["revoked"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return (secret, numbers) if len(secret) == _SECRET_BYTES else None


def links_file(session: str, mark: str) -> Path:
    """Where the secret of a session's links is kept, for its user alone."""
    from platformdirs import user_state_path

    return user_state_path("meeting-tui", appauthor=False) / "links" / f"{session}-{mark}.json"
