"""Whether the file of a session log is sound, found out before anything is written to it.

A page that only writing needs (an index) reads well for days and then refuses every act; and what
stands behind a damaged place of the second file, SQLite overwrites with the next act. So all of it
is looked at by one who only reads, and what is damaged is left for mending as it is.

The second file, `log.db-wal`, is read frame by frame. SQLite reads it up to the first frame that is
not whole and takes that for its end. Each frame is proved by the sums of the one before, so those
behind a damaged one can still be told whole from damaged. The layout is that of
<https://www.sqlite.org/fileformat2.html#the_write_ahead_log>.
"""

from __future__ import annotations

import sqlite3
import struct
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import pairwise
from pathlib import Path
from time import sleep

from msgspec import Struct

from meeting_tui.errors import LogDamaged, LogError
from meeting_tui.outside import LOG, open_outside, read_outside
from meeting_tui.session_log.acknowledged import Acknowledged, read_acknowledged
from meeting_tui.session_log.files import SESSION_TOML
from meeting_tui.session_log.sqlite_file import check_layout, is_gone, translated
from meeting_tui.words import Sentence

_INTERVAL_SECONDS = 0.05
_HEADER = struct.Struct(">8I")
_FRAME = struct.Struct(">6I")
_SIZES = tuple(1 << bits for bits in range(9, 17))
_TRIED = 9
_SHARED = struct.Struct("=2I")
_VERSION = 3007000
_IS_READY_AT, _COUNT_AT, _SALTS_AT = 12, 16, 32
_WHOLE = 0xFFFFFFFF


class HiddenCommits(LogDamaged):
    """Commits stand behind a damaged place, where SQLite does not read them."""


def refuse_damaged(path: Path, *, is_mended: bool = False, tries: int = 1) -> None:
    """Raise LogDamaged where the database could not be read wholly, or not be written.

    Also where commits stand behind a damaged place, or, but for one just mended, it has not what
    was acknowledged last. `tries`: more than one where somebody may be writing.
    Raises LogError for tables of a newer version or of another program, WriteRefused. Some
    milliseconds for a long day.
    """
    journal = path.with_name(f"{path.name}-journal")
    if is_gone(path) or journal.exists():
        return  # nothing is there yet, or whoever opens it says what is wrong
    # The driver, as it opens the file, notes how far it can read the second one.
    with _looked_at(path) as connection:
        layout = check_layout(connection, path)
    # With no connection open: a file that is closed takes all the locks of this process with it,
    # and whoever opens the log then begins the shared file anew under the eyes of the driver.
    unfinished = _unfinished(path)
    if _hides(unfinished, path.with_name(f"{path.name}-shm"), tries):
        what = Sentence("log_fault.hidden_commits", file=unfinished.name)
        raise HiddenCommits(Sentence("fault.at", place=str(path), what=what))
    if layout == 0:
        _refuse_foreign(path)
        return
    with _looked_at(path) as connection:
        if connection.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
            raise _damaged(path, Sentence("log_fault.driver_malformed"))
        last = read_acknowledged(path.parent, _first(connection))
        if last and not is_mended and not _has(connection, last):
            raise _damaged(path, Sentence("log_fault.lacks_acknowledged", seq=last.seq))


def _refuse_foreign(path: Path) -> None:
    """Raise where the tables are another program's: nothing of it is touched, but to be mended."""
    with _looked_at(path) as connection:
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
            return  # cut off while the tables were made
    what = Sentence("log_fault.no_session_log", path=str(path))
    raise LogDamaged(what) if path.with_name(SESSION_TOML).exists() else LogError(what)


@contextmanager
def _looked_at(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that only reads, and leaves no second file where there is none."""
    at_rest = "" if _unfinished(path).exists() else "&immutable=1"
    where = f"{path.resolve().as_uri()}?mode=ro{at_rest}"
    with (
        translated(path),
        closing(sqlite3.connect(where, uri=True, isolation_level=None)) as connection,
    ):
        yield connection


def _unfinished(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _hides(unfinished: Path, counted: Path, tries: int) -> bool:
    """Whether it hides commits; one that is on its way to the disk just now is none."""
    try:
        raw = read_outside(unfinished, LOG)
        for number in range(tries):
            if not hides_commits(raw, counted):
                return False
            if number < tries - 1:
                sleep(_INTERVAL_SECONDS)
        with open_outside(unfinished, LOG) as file:  # begun anew, it tells of another round
            return file.read(32) == raw[:32]
    except FileNotFoundError:
        return False  # none there, or whoever wrote has put all of it into the first and ended


def _first(connection: sqlite3.Connection) -> str | None:
    found = connection.execute("SELECT hash FROM entry WHERE seq = 1").fetchone()
    return str(found[0]) if found else None


def _has(connection: sqlite3.Connection, last: Acknowledged) -> bool:
    query = "SELECT hash FROM entry WHERE seq = ?"
    return bool(connection.execute(query, (last.seq,)).fetchone() == (last.hash,))


def _damaged(path: Path, what: Sentence) -> LogDamaged:
    return LogDamaged(Sentence("fault.at", place=str(path), what=what))


class Frame(Struct, frozen=True):
    """One page as it was written."""

    page: int
    """Its number in the database, from 1."""
    pages: int
    """How many the database has from here on, where the frame ends a commit; else 0."""
    content: bytes
    is_whole: bool
    """Whether its sums say so."""


class _Layout(Struct, frozen=True):
    """How a file is to be read."""

    size: int
    """Of a page, bytes."""
    order: str
    """In which the sums read their words."""
    salts: tuple[int, ...]
    """What marks the frames of the present round."""

    def starts(self, raw: bytes) -> range:
        """Where each frame begins; a last one that is cut is left out."""
        step = _FRAME.size + self.size
        return range(_HEADER.size, len(raw) - step + 1, step)


def frames(raw: bytes) -> Iterator[Frame]:
    """The frames of the present round, in order, whole or not, without those of older ones."""
    layout = _layout(raw)
    if layout is None:
        return
    before = _HEADER.unpack_from(raw)[6:]
    for at in layout.starts(raw):
        page, pages, *salts, sum_1, sum_2 = _FRAME.unpack_from(raw, at)
        content = raw[at + _FRAME.size : at + _FRAME.size + layout.size]
        if tuple(salts) == layout.salts:
            found = summed(raw[at : at + 8] + content, before, layout.order)
            yield Frame(page, pages, content, found == (sum_1, sum_2))
        before = sum_1, sum_2


def _layout(raw: bytes) -> _Layout | None:
    """As the header says, or, where that is damaged, as most of the frames do."""
    if len(raw) < _HEADER.size + _FRAME.size:
        return None
    magic, _, size, _, *salts, sum_1, sum_2 = _HEADER.unpack_from(raw)
    order = ">" if magic & 1 else "<"
    if summed(raw[:24], (0, 0), order) == (sum_1, sum_2) and size in _SIZES:
        return _Layout(size, order, tuple(salts))
    guesses = [_guess(raw, size) for size in _SIZES]
    _, found = max(guesses, key=lambda guess: guess[0])
    return found


def _guess(raw: bytes, size: int) -> tuple[int, _Layout | None]:
    """A layout with pages of that size, and how many frames are so; one alone proves nothing."""
    layout = _Layout(size, "<", ())
    marks = Counter(_FRAME.unpack_from(raw, at)[2:4] for at in layout.starts(raw))
    marks.pop((0, 0), None)
    salts, count = marks.most_common(1)[0] if marks else ((), 0)
    if count < 2:
        return 0, None
    kinds = [_Layout(size, order, salts) for order in "<>"]
    return count, max(kinds, key=lambda kind: _proved(raw, kind))


def _proved(raw: bytes, layout: _Layout) -> int:
    """How many of the first frames are whole as the sums of that layout say."""
    starts = layout.starts(raw)[:_TRIED]
    proved = 0
    for before, at in pairwise(starts):
        sums = _FRAME.unpack_from(raw, before)[4:]
        content = raw[at : at + 8] + raw[at + _FRAME.size : at + _FRAME.size + layout.size]
        proved += summed(content, sums, layout.order) == _FRAME.unpack_from(raw, at)[4:]
    return proved


def summed(content: bytes, before: tuple[int, ...], order: str) -> tuple[int, int]:
    """SQLite's sums over a content, going on from those before."""
    one, two = before
    for first, second in struct.iter_unpack(f"{order}2I", content):
        one = (one + first + two) & _WHOLE
        two = (two + second + one) & _WHOLE
    return one, two


def hides_commits(raw: bytes, counted: Path) -> bool:
    """Whether commits stand behind the place where SQLite stops reading, of the bytes of a file.

    `counted` is the file `-shm` in which SQLite has noted how far it reads; looked at last, so that
    one who writes meanwhile has only noted more.
    """
    if len(raw) < _HEADER.size + _FRAME.size:
        return False
    layout = _layout(raw)
    if layout is None:
        return any(raw)
    read = _read_so_far(counted)
    if _has_begun_anew(raw, counted):
        return False
    if read is None:
        read = _whole_so_far(raw)
    for at in layout.starts(raw)[read:]:
        _, pages, *salts, _, _ = _FRAME.unpack_from(raw, at)
        if pages and tuple(salts) == layout.salts:
            return True
    return False


def _read_so_far(counted: Path) -> int | None:
    """How many frames SQLite reads, as it noted; None where that cannot be read."""
    try:
        header = read_outside(counted, LOG)[: _COUNT_AT + 4]
    except OSError:
        return None
    if len(header) < _COUNT_AT + 4:
        return None
    is_known = _SHARED.unpack_from(header)[0] == _VERSION and header[_IS_READY_AT] == 1
    return struct.unpack_from("=I", header, _COUNT_AT)[0] if is_known else None


def _has_begun_anew(raw: bytes, counted: Path) -> bool:
    """Whether the driver has said that the file begins anew, and has not written that there yet."""
    try:
        with open_outside(counted, LOG) as file:
            salts = file.read(_SALTS_AT + 8)[_SALTS_AT:]
    except OSError:
        return False
    return len(salts) == 8 and any(salts) and salts != raw[16:24]


def _whole_so_far(raw: bytes) -> int:
    """The same found by the sums of all frames, which takes a tenth of a second for a full file."""
    ends = 0
    for count, frame in enumerate(frames(raw), start=1):
        if not frame.is_whole:
            break
        ends = count if frame.pages else ends
    return ends


def completed(database: bytes, raw: bytes, *, only_whole: bool) -> bytes:
    """The database with every frame put in its place, the whole ones or all of them."""
    found = [frame for frame in frames(raw) if frame.is_whole or not only_whole]
    if not found:
        return database
    size = len(found[0].content)
    ends = (max(frame.page, frame.pages) for frame in found if frame.is_whole)
    pages = max([len(database) // size, *ends])
    content = bytearray(database.ljust(pages * size, b"\0"))
    for frame in found:
        if 0 < frame.page <= pages:
            content[(frame.page - 1) * size : frame.page * size] = frame.content
    # Read without its second file, whose frames stand in it now.
    content[18:20] = b"\1\1"
    return bytes(content)
