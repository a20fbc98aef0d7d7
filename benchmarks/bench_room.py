"""Pages at browsers: how soon an act is on all of them, and whether the officer's keys notice.

The server is a process of its own, as in the room; so are the pages, which take in what browsers
do. One page is a real one, in Chromium, if it is installed.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from benchmarks.bench_keys import key_to_paint, told
from benchmarks.days import MIDDAY, play_day, workshop
from benchmarks.figures import Row, against, aimed
from benchmarks.terminal import CHECKOUT, Terminal, surroundings
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.visiting import Visitor, visit
from meeting_tui.meeting.refusal import Refusal

TITLE = "200 screens and 100 delegations' pages on the officer's computer"
QUICK = 2
NEEDS_PTY = True

DISPLAYS, REQUESTS = 200, 100
FEW = (4, 2)
"""So many of each where the rounds are few."""
MANY_ROUNDS = 20
GAP_SECONDS = 0.3
_PAINTED = """() => {
  const seen = document.body.dataset;
  new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => {
    seen.painted = performance.timeOrigin + performance.now();
    seen.count = Number(seen.count || 0) + 1;
  }))).observe(document.querySelector('#more'), { childList: true, subtree: true });
}"""


def run(rounds: int = 100) -> list[Row]:
    """Commit to the last page and to Chromium's paint; keys at the desk beside pages."""
    displays, requests = (DISPLAYS, REQUESTS) if rounds >= MANY_ROUNDS else FEW
    with workshop() as folder, ExitStack() as room:
        play_day(folder, "day", MIDDAY)
        desk = room.enter_context(_desk(folder))
        alone = _keys(desk, rounds)
        server, links = room.enter_context(_served(folder))
        wanted = [f"{displays} {links['display']}"]
        asking = [link for word, link in links.items() if word.startswith("request-")]
        wanted += [f"1 {link}" for link in asking[:requests]]
        pages = room.enter_context(_opened(wanted))
        page = room.enter_context(_chromium(links["display"])) if rounds >= MANY_ROUNDS else None
        beside = _keys(desk, rounds)
        with visit(SessionFolder(folder / "day"), Seat("shell", "ef"), "en") as visitor:
            last, painted = _acts(desk, visitor, pages, page, rounds)
        size = _megabytes(server.pid)
    count = displays + requests
    row = Row(f"commit to the last of {count} pages", tuple(last))
    rows = [aimed(row, "p99 at most 250 ms", lambda each: each.p(99) <= 250)]
    if painted:
        row = Row("commit to painted by Chromium beside them", tuple(painted))
        rows.append(aimed(row, "p99 at most 250 ms", lambda each: each.p(99) <= 250))
    rows += against(
        Row(f"comma at the desk, durable, with {count} pages", tuple(beside)),
        Row("the same without pages", tuple(alone)),
    )
    return [*rows, Row(f"memory of the server with {count} pages", (size,), "MB")]


def _acts(
    desk: Terminal, visitor: Visitor, pages: subprocess.Popen[str], page: Any, rounds: int
) -> tuple[list[float], list[float]]:
    """Milliseconds from the commit to the last page, and to the paint of a real one."""
    last, painted = [], []
    for number in range(rounds):
        desk.collect(GAP_SECONDS)
        outcome = visitor.do("open list" if number % 2 else "close list")
        done, at = time.perf_counter(), time.time()
        assert not isinstance(outcome, Refusal), outcome
        assert pages.stdout is not None
        seen = json.loads(pages.stdout.readline())
        last.append(max(0.0, max(seen) - done) * 1000)
        if page is not None:
            page.locator(f'body[data-count="{number + 1}"]').wait_for(state="attached")
            instant = float(page.locator("body").get_attribute("data-painted"))
            painted.append(max(0.0, instant - at * 1000))
    return last, painted


def _keys(desk: Terminal, rounds: int) -> list[float]:
    seen = told("clock stopped", "clock running again")
    return [key_to_paint(desk, ",", seen) for _ in range(2 * rounds)]


@contextmanager
def _desk(folder: Path) -> Iterator[Terminal]:
    """The officer's screen."""
    command = (sys.executable, "-m", "meeting_tui", "run", "day", "--sessions", folder)
    with Terminal(command, surroundings(folder), 120, 36) as desk:
        desk.until_text("on disk", "Space")
        desk.collect(1.0)
        yield desk


@contextmanager
def _served(folder: Path) -> Iterator[tuple[subprocess.Popen[str], dict[str, str]]]:
    """What serves, and its links."""
    command = [sys.executable, "-m", "meeting_tui", "--sessions", str(folder), "serve", "day"]
    with _process([*command, "--port", "0", "--requests"], folder) as server:
        assert server.stdout is not None
        links: dict[str, str] = {}
        while "request-ZWE" not in links:
            word, link = server.stdout.readline().split()
            links[word] = link
        yield server, links


@contextmanager
def _opened(wanted: list[str]) -> Iterator[subprocess.Popen[str]]:
    """Pages, once all of them show something."""
    with _process([sys.executable, "-m", "benchmarks.room_pages"], None) as pages:
        assert pages.stdin is not None and pages.stdout is not None
        pages.stdin.write("\n".join([*wanted, "", ""]))
        pages.stdin.flush()
        assert pages.stdout.readline() == "open\n"
        yield pages


@contextmanager
def _process(command: list[str], home: Path | None) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        command,
        cwd=CHECKOUT,
        env=surroundings(home) if home else None,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@contextmanager
def _chromium(link: str) -> Iterator[Any]:
    """A real page that notes when it was painted; None without a browser."""
    import shutil

    from playwright.sync_api import sync_playwright

    found = shutil.which("chromium") or shutil.which("google-chrome")
    if found is None:
        yield None
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.goto(link)
        page.locator("html[data-news=some]").wait_for(state="attached")
        page.wait_for_timeout(500)
        page.evaluate(_PAINTED)
        yield page
        browser.close()


def _megabytes(pid: int) -> float:
    """Memory of a process that is its own (Linux: /proc, else `ps`)."""
    status = Path(f"/proc/{pid}/status")
    if status.exists():
        line = next(each for each in status.read_text().splitlines() if each.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    told_size = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=True
    )
    return int(told_size.stdout) / 1024
