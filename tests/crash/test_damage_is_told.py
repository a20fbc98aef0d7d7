"""Files damaged at random: a session is gone on with, and nothing is missing without a word.

`DAMAGE_ROUNDS` says how many files of each kind are damaged (8 by default; the benchmark takes
200).
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import lru_cache
from pathlib import Path

import pytest

from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.verifying import check_session
from meeting_tui.desk.visiting import visit
from meeting_tui.errors import LogDamaged, MeetingTuiError
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.losses import EventsLost
from meeting_tui.meeting.refusal import Refusal
from tests.desk.long_session import folder_of_this_process, long_session, turn
from tests.desk.seat import SEAT
from tests.desk.test_losses_noted import killed

ROUNDS = int(os.environ.get("DAMAGE_ROUNDS", "8"))
PAGE, FRAME = 4096, 4096 + 24

Damage = Callable[[Path, random.Random], None]


def flip_bits(file: Path, chance: random.Random) -> None:
    """One to three bits, anywhere."""
    content = bytearray(file.read_bytes())
    for _ in range(chance.randint(1, 3)):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    file.write_bytes(content)


def cut(file: Path, chance: random.Random) -> None:
    """Its end, up to a third of it."""
    size = file.stat().st_size
    os.truncate(file, size - chance.randint(1, size // 3))


def zero(file: Path, chance: random.Random) -> None:
    """A stretch of bytes, up to three pages."""
    content = bytearray(file.read_bytes())
    at = chance.randrange(len(content))
    length = min(chance.choice((512, PAGE, 3 * PAGE)), len(content) - at)
    content[at : at + length] = bytes(length)
    file.write_bytes(content)


def edit_row(file: Path, chance: random.Random) -> None:
    """A row is removed, or its content changed and its hash left."""
    with closing(sqlite3.connect(file)) as database, database:
        (last,) = database.execute("SELECT max(seq) FROM entry").fetchone()
        number = chance.randint(2, last)
        if chance.random() < 0.3:
            database.execute("DELETE FROM entry WHERE seq = ?", (number,))
            return
        (content,) = database.execute(
            "SELECT content FROM entry WHERE seq = ?", (number,)
        ).fetchone()
        at = content.index(b'"what":{') + 8
        changed = bytearray(content)
        changed[chance.randrange(at, len(changed) - 2)] = ord(chance.choice("abcxyz019"))
        database.execute("UPDATE entry SET content = ? WHERE seq = ?", (bytes(changed), number))


KINDS: dict[str, tuple[str, bool, tuple[Damage, ...]]] = {
    "log.db-wal of a killed program: bits flipped, cut or zeroed": (
        "log.db-wal", True, (flip_bits, cut, zero)
    ),
    "log.db without a session.toml: bits flipped, cut, zeroed or a row changed": (
        "log.db", False, (flip_bits, cut, zero, edit_row)
    ),
    "log.db beside a whole session.toml: bits flipped, cut, zeroed or a row changed": (
        "log.db", True, (flip_bits, cut, zero, edit_row)
    ),
}  # fmt: skip
"""What is damaged -> its name, whether the text stays, and how."""


@lru_cache
def _made(is_killed: bool) -> tuple[SessionFolder, tuple[Entry, ...]]:
    folder = long_session(folder_of_this_process())
    if is_killed:
        killed(folder, *(line for number in range(12) for line in turn(number)))
    else:
        with visit(folder, SEAT, "en") as visitor:
            assert not isinstance(visitor.do("inscribe ita"), Refusal)
    log = folder.read()
    entries = tuple(log.read())
    log.close()
    return folder, entries


def damage_one(place: Path, kind: str, chance: random.Random) -> tuple[int | None, int]:
    """Damage a session and go on with it: how many events are missing, how many without a word.

    None are where the session cannot be opened, and says so: its first event is gone. Raises what
    no damage may raise.
    """
    name, has_text, damages = KINDS[kind]
    source, entries = _made(name == "log.db-wal")
    folder = SessionFolder(place / "day")
    shutil.copytree(source.path, folder.path)
    if not has_text:
        folder.toml.unlink(missing_ok=True)
    before = (folder.path / name).read_bytes()
    chance.choice(damages)(folder.path / name, chance)
    is_hurt = (folder.path / name).read_bytes() != before
    try:
        is_noticed = bool(check_session(folder, is_text=False).findings)
    except MeetingTuiError:
        is_noticed = True
    try:
        with visit(folder, SEAT, "en") as visitor:
            found = {each.seq: each for each in visitor.intake.meeting.entries}
            told = {
                number
                for each in visitor.intake.meeting.entries
                if isinstance(each.event, EventsLost)
                for number in range(each.event.first_number, each.event.last_number + 1)
            }
            assert not isinstance(visitor.do('document "A visitor" text'), Refusal)
            last = visitor.intake.meeting.last
    except LogDamaged:
        return None, 0
    missing = [each for each in entries if found.get(each.seq) != each]
    silent = [each for each in missing if each.seq not in told]
    if missing and is_hurt and not is_noticed:
        silent = missing
    checked = check_session(folder, is_text=False)
    assert checked.findings == checked.in_text == ()
    assert bool(checked.unseen) == bool(missing)
    with visit(folder, SEAT, "en") as visitor:
        assert visitor.mended is None
        assert last in visitor.intake.meeting.entries
    return len(missing), len(silent)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_missing_without_a_word(tmp_path: Path, kind: str) -> None:
    chance = random.Random(kind)
    for number in range(ROUNDS):
        missing, silent = damage_one(tmp_path / str(number), kind, chance)
        assert silent == 0, f"round {number}: {silent} of {missing} missing events are not told"
        if "whole session.toml" in kind:
            assert missing is not None and missing <= 1, (
                "but for what was entered since the text was written"
            )
        shutil.rmtree(tmp_path / str(number))
