"""The Chair's slip and the agenda in a real browser; and whether everybody can read the pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.web.serving import WORDS, Site, begun, served

LONG = (
    *("10:00:00 open", "10:00:01 item 4", "10:00:02 limit 20:00"),
    "10:00:03 inscribe mex jpn fra(eu) zaf ken jam nor chl deu ita esp prt che aut bel nld swe fin",
    "10:02:00 floor mex",
)


def test_the_slip_shows_what_the_chair_needs_and_tells_that_it_was_seen(
    tmp_path: Path, page: Page
) -> None:
    page.set_viewport_size({"width": 1024, "height": 768})
    with served(begun(tmp_path, *LONG)) as room:
        page.goto(f"{room.links['slip']}&lang=en")
        expect(page.locator("#now")).to_have_text("Mexico")
        expect(page.locator("#digits")).to_contain_text(":")
        expect(page.locator("#next li").first).to_contain_text("France")
        expect(page.locator("#sentence")).to_contain_text("“")
        page.click("#noted")
        expect(page.locator("#noted")).to_have_text("Noted ✓")
        assert room.meeting.entries()[-1].event.name == "slip_seen"


def test_the_agenda_says_what_is_done_what_is_on_and_what_comes_when(
    room: Site, page: Page
) -> None:
    page.goto(f"{room.links['agenda']}&lang=en")
    expect(page.locator("li.open .number")).to_have_text("4")
    expect(page.locator("section h2").first).to_contain_text("Sitting 1")
    room.meeting.do("close item not-reached", "item 5")
    expect(page.locator("li.done .number")).to_have_text(["4"])
    expect(page.locator("li.open .number")).to_have_text("5")
    page.click("#language")
    expect(page.locator("li.open .word")).to_have_text("进行中")


@pytest.mark.parametrize("word", ["display", "slip", "agenda", "notes-AB", "request-MEX"])
@pytest.mark.parametrize("theme", ["dark", "light"])
def test_no_page_shuts_anybody_out(room: Site, page: Page, word: str, theme: str) -> None:
    assert word in WORDS
    room.meeting.do("floor mex", "note a1 a point")
    page.goto(f"{room.links[word]}&lang=en&theme={theme}")
    expect(page.locator("body")).to_contain_text("Mexico" if word != "agenda" else "Sitting 1")
    found = Axe().run(page).response["violations"]
    serious = [
        (each["id"], [node["html"][:200] for node in each["nodes"]])
        for each in found
        if each["impact"] in ("serious", "critical")
    ]
    assert serious == []
