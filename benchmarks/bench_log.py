"""What it costs to keep an event and to read a day back, against the bare disk in the same run.

The bare disk is an overwrite of 4 KiB made durable: nothing that survives a loss of power can cost
less. The two are taken in turn, so that whatever else the machine does hits both.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from meeting_tui.meeting.events import Entry, Event, FloorGiven, FloorYielded, Inscribed, PointNoted
from meeting_tui.session_log.chain import verify
from meeting_tui.session_log.sqlite import open_sqlite
from meeting_tui.session_log.toml_log import dump_session, load_session_toml

BEGIN = datetime(2026, 3, 19, 9, tzinfo=UTC)
APPENDS = 400
DAY = 5_000
SAMPLE = 50_000
MILLION = 1_000_000
ROUNDS = 5


def event(seq: int) -> Event:
    """What happens at that number: turn after turn, each with a note."""
    turn = seq // 4
    if seq % 4 == 0:
        return Inscribed(
            f"i-{turn}", "4", "MEX", "Mexico", "state_party", "states", "statement", "national",
            "desk",
        )  # fmt: skip
    if seq % 4 == 1:
        return FloorGiven(f"v-{turn}", f"i-{turn}", "4", limit_seconds=180)
    if seq % 4 == 2:
        words = "supports the proposal and asks for time until the next meeting to consult"
        return PointNoted(f"p-{turn}", f"v-{turn}", words, ("A1", "A6"))
    return FloorYielded(f"v-{turn}")


def entries(first: int, last: int) -> list[Entry]:
    """Entries of those numbers, ten seconds apart."""
    made = []
    for seq in range(first, last + 1):
        at = BEGIN + timedelta(seconds=10 * seq)
        made.append(Entry(seq, f"b-{seq}", f"b-{seq}", at, at, "b", "b", event(seq)))
    return made


def make(folder: Path, count: int) -> Path:
    """A closed log of so many events."""
    path = folder / f"{count}" / "log.db"
    log = open_sqlite(path, writer=True)
    for first in range(1, count + 1, DAY):
        log.append(entries(first, min(first + DAY - 1, count)), first - 1)
    log.close()
    return path


def seconds(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def best(act: Callable[[], object]) -> float:
    return min(seconds(act) for _ in range(ROUNDS))


def appends(folder: Path) -> list[tuple[str, float, str]]:
    """One event appended and one bare overwrite, in turn."""
    log = open_sqlite(folder / "append" / "log.db", writer=True)
    bare = os.open(folder / "bare", os.O_RDWR | os.O_CREAT)
    sync = getattr(os, "fdatasync", os.fsync)
    block = os.urandom(4096)
    os.write(bare, block)
    sync(bare)

    def overwrite() -> None:
        os.lseek(bare, 0, os.SEEK_SET)
        os.write(bare, block)
        sync(bare)

    kept, disk = [], []
    for entry in entries(1, APPENDS):
        kept.append(seconds(lambda entry=entry: log.append([entry], entry.seq - 1)) * 1000)  # type: ignore[misc]
        disk.append(seconds(overwrite) * 1000)
    log.close()
    os.close(bare)
    of_log, of_disk = quantiles(kept, n=100), quantiles(disk, n=100)
    return [
        ("append, p50", of_log[49], "ms"),
        ("append, p99", of_log[98], "ms"),
        ("bare overwrite of 4 KiB, p50", of_disk[49], "ms"),
        ("bare overwrite of 4 KiB, p99", of_disk[98], "ms"),
        ("append against the bare disk, p50", of_log[49] / of_disk[49], "x"),
    ]


def reading(path: Path) -> float:
    """Seconds to open a log and decode all of it, nothing kept."""
    log = open_sqlite(path, writer=False)
    took = seconds(lambda: sum(1 for _ in log.read()))
    log.close()
    return took


def reopening(folder: Path) -> list[tuple[str, float, str]]:
    """A day of 5,000 events: read back, verified, written as TOML and loaded from it."""
    path = make(folder, DAY)
    log = open_sqlite(path, writer=False)
    toml = path.with_name("session.toml")
    text = dump_session("bench", log.rows(), log.head())
    toml.write_text(text, encoding="utf-8", newline="\n")
    found = [
        ("reopen 5,000 events", min(reading(path) for _ in range(ROUNDS)) * 1000, "ms"),
        ("verify 5,000 events", best(lambda: verify(log.rows(), log.head())) * 1000, "ms"),
        (
            "write session.toml of 5,000 events",
            best(lambda: dump_session("bench", log.rows(), log.head())) * 1000,
            "ms",
        ),
        ("load session.toml of 5,000 events", seconds(lambda: load_session_toml(toml)), "s"),
    ]
    log.close()
    return found


def million(folder: Path) -> list[tuple[str, float, str]]:
    """The same of a log that nobody has; truly read only with BENCH_MILLION=1."""
    if os.environ.get("BENCH_MILLION") == "1":
        return [("read 1,000,000 events", reading(make(folder, MILLION)), "s")]
    took = reading(make(folder, SAMPLE))
    return [
        (f"read {SAMPLE:,} events", took, "s"),
        (f"read 1,000,000 events, extrapolated from {SAMPLE:,}", took * MILLION / SAMPLE, "s"),
    ]


def run() -> list[tuple[str, float, str]]:
    """What was measured: name, value, unit."""
    with TemporaryDirectory(prefix="meeting-tui-bench-", dir=Path.cwd()) as place:
        folder = Path(place)
        return [*appends(folder), *reopening(folder), *million(folder)]


if __name__ == "__main__":
    for name, value, unit in run():
        print(f"{name:55} {value:10.3f} {unit}")
