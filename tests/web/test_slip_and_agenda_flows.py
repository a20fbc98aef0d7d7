"""The Chair's slip and the agenda in a real browser; and whether everybody can read the pages."""

from __future__ import annotations

import re
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.web.serving import Site, begun, served

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
    expect(page.locator("li.open .was")).to_have_text(re.compile("Planned .+"))
    expect(page.locator("li.open .is")).to_have_text(re.compile("Expected .+"))
    room.meeting.do("close item not-reached", "item 5")
    expect(page.locator("li.done .number")).to_have_text(["4"])
    expect(page.locator("li.open .number")).to_have_text("5")
    page.click("#language")
    expect(page.locator("li.open .word")).to_have_text("进行中")


def test_no_page_shuts_anybody_out_nor_passes_for_a_meeting(room: Site, page: Page) -> None:
    room.meeting.do("floor mex", "note a1 a point")
    for word in ("display", "slip", "agenda", "notes-AB", "request-MEX"):
        for theme in ("dark", "light"):
            page.goto(f"{room.links[word]}&lang=en&theme={theme}")
            expect(page.locator("#mark")).to_have_text("REHEARSAL")
            found = Axe().run(page).response["violations"]
            serious = [
                (each["id"], [node["html"][:200] for node in each["nodes"]])
                for each in found
                if each["impact"] in ("serious", "critical")
            ]
            assert serious == [], (word, theme)
