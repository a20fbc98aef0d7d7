"""Makes the pictures of the pages for browsers in docs/pictures: a part of `make pictures`.

They show the demonstration in the afternoon, as Chromium draws what is served. The clock stands
still, so that every picture shows the same moment; names on the command line select some.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from picture_tools import find_browser, shrink_png
from playwright.sync_api import Browser, sync_playwright

from meeting_tui.agenda.toml_file import load_agenda
from meeting_tui.desk.clock import RehearsalClock
from meeting_tui.desk.demonstration import begin_demonstration
from meeting_tui.desk.intake import Seat
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.visiting import visit
from tests.web.serving import AGENDA, Meeting, Site, served

CHECKOUT = Path(__file__).resolve().parents[1]
PICTURES = CHECKOUT / "docs" / "pictures"
MOMENT = "16:20:30"
"""Item 4: somebody speaks, others wait, the questions of the annex are answered."""
HARDLY = 1e-6
"""Seconds of the meeting in a second: the clock of a picture stands still."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page, at a size."""

    name: str
    link: str
    """What its link is called."""
    width: int
    height: int
    chosen: str = ""
    """What else stands in the address: `lang=both`."""
    typed: str = ""
    """What somebody has begun to type."""


PICTURED = (
    PagePicture("page-display", "display", 1280, 720, "lang=both"),
    PagePicture("page-slip", "slip", 1024, 768, "lang=en"),
    PagePicture("page-notes", "notes-AB", 1280, 800, "lang=en", "papers are shown on request"),
    PagePicture("page-request", "request-MEX", 390, 844, "lang=en"),
    PagePicture("page-agenda", "agenda", 390, 844, "lang=en"),
)


@contextmanager
def served_at(folder: Path, moment: str) -> Iterator[Site]:
    """The pages of the demonstration at a local time, which stays."""
    session = SessionFolder(folder / "demo")
    begin_demonstration(session, load_agenda(AGENDA), Seat("demo"), moment)
    at = datetime.fromisoformat(f"2026-03-19T{moment}").replace(tzinfo=ZoneInfo("Europe/Zurich"))
    with visit(session, Seat("desk", "EK"), "en"):  # pages go by the clock of who was there first
        RehearsalClock(at, HARDLY).keep(session.path)
        with served(Meeting(session)) as site:
            yield site


def taken(picture: PagePicture, site: Site, browser: Browser, png: Path) -> Path:
    """Have a page drawn; the file."""
    size = {"width": picture.width, "height": picture.height}
    context = browser.new_context(viewport=size)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{site.links[picture.link]}&{picture.chosen}")
    page.locator("html[data-news=some]").wait_for(state="attached")
    page.keyboard.type(picture.typed)
    page.wait_for_timeout(500)
    page.screenshot(path=png)
    context.close()
    return png


def main(names: list[str]) -> int:
    """Make the pictures, or those named; 2 for a name there is not."""
    unknown = set(names) - {each.name for each in PICTURED}
    if unknown:
        print(f"there is no picture {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    wanted = [each for each in PICTURED if not names or each.name in names]
    with (
        tempfile.TemporaryDirectory() as folder,
        served_at(Path(folder), MOMENT) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for each in wanted:
            png = taken(each, site, browser, PICTURES / f"{each.name}.png")
            shrink_png(png)
            print(f"{png.relative_to(CHECKOUT)}  {png.stat().st_size // 1024} kB")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
