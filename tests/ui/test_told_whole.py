"""What the program says is whole on a small screen, beside the clock and the input line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual._compositor import Compositor

from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.widgets.message_line import MessageLine
from meeting_tui.ui.widgets.painted import Painted
from meeting_tui.views.keeping import Keeping
from meeting_tui.views.pieces import line_cells, plain
from meeting_tui.views.waiting import LANE_ROWS, lanes_lines
from tests.ui.seen import line_of, seen, until
from tests.views.day_room import look_at

OpenedApp = Callable[..., MeetingApp]
SMALL = (80, 24)
OPEN = ("open", "item 0")
LONG = "; ".join(f"{number}. A sentence that says what to do next" for number in range(6))


def told(app: MeetingApp) -> str:
    """What the message line shows, as one line."""
    shown = app.screen.query_one("#message", MessageLine)
    return " ".join(" ".join(shown.text_of(n) for n in range(shown.size.height)).split())


async def entered(app: MeetingApp, text: str) -> None:
    line_of(app).put(text)
    await line_of(app).action_submit()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("adjourn", "type `adjourn!`. Items not taken up: 5, 6. Still waiting (11): Uruguay,"),
        ("limit fit 16:30", "1:00 to close and 15 s between them: 16:42)"),
        ("mxe qwe brz frx hng", "A new name goes in quotation marks."),
    ],
)
async def test_a_refusal_is_whole_and_covers_neither_clock_nor_input(
    opened_app: OpenedApp, typed: str, says: str
) -> None:
    app = opened_app("16:20")
    async with app.run_test(size=SMALL) as pilot:
        await entered(app, typed)
        await until(lambda: says in told(app))
        await pilot.pause()
        assert "…" not in told(app)
        assert "0:0" in seen(app) and "of 3:00" in seen(app), "the clock"
        assert line_of(app).value == typed and typed in seen(app)
        assert "1 Uruguay" in seen(app), "who is next"


@pytest.mark.parametrize("key", ["f2", "f3", "f4", "f5", "f6", "f7", "f8"])
async def test_a_long_answer_is_whole_on_every_screen(opened_app: OpenedApp, key: str) -> None:
    app = opened_app("16:20")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(key)
        await pilot.pause()
        app.tell(LONG)
        await until(lambda: LONG in told(app))
        await pilot.pause()
        line = line_of(app)
        assert line.region.height == 1 and line.region.bottom < SMALL[1], "the input line is there"
        assert "16:19" in seen(app).splitlines()[0] and "Ctrl+Q" in seen(app).splitlines()[-1]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("mex fra bra per chl nor che aut jpn ita", "Inscribed: Mexico, France, Brazil"),
        ("adjourn", "Items not taken up"),
    ],
)
async def test_an_answer_has_its_lines_as_soon_as_it_is_painted(
    opened_app: OpenedApp, monkeypatch: pytest.MonkeyPatch, typed: str, says: str
) -> None:
    heights: list[int] = []
    app = opened_app("16:20")
    render = Compositor.render_update

    def painted(compositor: Compositor, *given: Any, **named: Any) -> Any:
        shown = app.screen.query_one("#message", MessageLine)
        if says in plain(shown._left):
            heights.append(shown.size.height)
        return render(compositor, *given, **named)

    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        monkeypatch.setattr(Compositor, "render_update", painted)
        await entered(app, typed)
        await until(lambda: says in told(app))
        await pilot.pause()

    assert heights[0] > 1 and {*heights} == {heights[0]}


async def test_what_comes_to_stand_later_is_whole_too(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.pause()
        shown = app.shown
        assert shown is not None and not shown.query("#trouble")
        app.port.desk._standing.keeping = Keeping(trouble="owed")
        shown.show_keeping()
        for _ in range(3):
            await pilot.pause()
        standing = shown.query_one("#trouble", Painted)
        said = " ".join(standing.text_of(row).strip() for row in range(standing.size.height))
        assert said == f"▲ {app.say('screen.trouble_owed')}"
        assert standing.region.bottom == shown.message_line.region.y

        app.port.desk._standing.keeping = Keeping()
        shown.show_keeping()
        await pilot.pause()
        assert not standing.display


async def test_what_stands_until_it_is_over_is_whole(opened_app: OpenedApp) -> None:
    app = opened_app("10:38")
    app.port.desk._standing.keeping = Keeping(trouble="owed")
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.pause()
        standing = app.screen.query_one("#trouble", Painted)
        shown = " ".join(standing.text_of(row).strip() for row in range(standing.size.height))
        assert shown == f"▲ {app.say('screen.trouble_owed')}"


def lanes(width: int, *lines: str, language: str = "en") -> list[str]:
    drawn = lanes_lines(look_at("10:00", *OPEN, *lines, language=language), width)
    assert all(line_cells(each) <= width for each in drawn)
    return [plain(each) for each in drawn]


def test_who_sent_a_text_is_whole_in_as_many_lines_as_it_needs() -> None:
    sent = ("can", "gbr", "bih", "caf")
    shown = "".join(lanes(78, "reply per", *(f"document {each} report" for each in sent)))

    assert "Reply Peru" in shown
    assert "Canada, United Kingdom, Bosnia and Herzegovina, Central African Republic" in shown


@pytest.mark.parametrize(
    ("language", "width", "rest"), [("en", 78, " and 5 more"), ("zh", 56, "，另有5位")]
)
def test_where_many_sent_texts_the_last_are_counted(language: str, width: int, rest: str) -> None:
    codes = "can gbr bih caf mex che fra deu ita esp jpn per nor swe nzl kor zaf gha ken mli"
    shown = lanes(width, *(f"document {each} report" for each in codes.split()), language=language)

    assert len(shown) <= LANE_ROWS and "…" not in "".join(shown)
    assert shown[-1].endswith(rest), shown


def test_what_waits_apart_fits_every_width() -> None:
    asked = [f"reply {each}" for each in ("gbr", "bih", "caf")]
    for width in range(40, 120):
        assert len(lanes(width, *asked, "order swe", "document can x")) <= LANE_ROWS


async def test_of_a_long_note_two_lines_are_said_back(opened_app: OpenedApp) -> None:
    app = opened_app("16:20:30")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await entered(app, f"note {'a word and ' * 60}the end")
        # While it is on its way to the disk, the whole line may be shown as being saved.
        await until(lambda: told(app).startswith("› Note on") and "…" in told(app))
        await until(lambda: "on disk" in told(app))
        await pilot.pause(0.3)
        assert app.screen.query_one("#message", MessageLine).size.height <= 2
