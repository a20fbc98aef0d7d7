"""A real browser, started once for all tests of a worker; skipped with the reason without one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.web.serving import OPENING, Meeting, Site, begun, served

LOGS = ("aiohttp", "asyncio", "meeting_tui")
expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = (
        shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )
    if found is None:
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    return begun(tmp_path, *OPENING)


@pytest.fixture
def room(meeting: Meeting, caplog: pytest.LogCaptureFixture) -> Iterator[Site]:
    with served(meeting) as found:
        yield found
    # Whoever goes, and however, writes nothing on the officer's terminal.
    said = [*caplog.get_records("call"), *caplog.get_records("teardown")]
    assert [each.getMessage() for each in said if each.name.startswith(LOGS)] == []


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    faults: list[str] = []
    found = context.new_page()
    found.on("pageerror", lambda fault: faults.append(str(fault)))
    found.set_default_timeout(15_000)
    yield found
    context.close()
    assert faults == []
