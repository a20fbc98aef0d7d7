"""The lines that answer and explain: messages, keys, the clock as shown, a window too small."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from meeting_tui.ui.widgets.key_bar import KeyBar, KeyHint, fitting
from meeting_tui.ui.widgets.message_line import Kind, MessageLine, message
from meeting_tui.ui.widgets.painted import Painted, Ticking
from meeting_tui.ui.widgets.too_small import TooSmall
from meeting_tui.ui.widgets.typed_line import TypedLine
from meeting_tui.views.clock import ClockFace, clock_lines, until_next_look
from meeting_tui.views.pieces import line, plain
from meeting_tui.words import LANGUAGES, sentences


@pytest.mark.parametrize(
    ("kind", "language", "shown"),
    [
        ("info", "en", "› [x]"),
        ("refusal", "en", "✗ Not done: [x]"),
        ("warning", "en", "▲ Attention: [x]"),
        ("saved", "zh", "✓ 已保存： [x]"),
        ("ask", "en", "? [x]"),
    ],
)
def test_a_message_has_a_sign_and_a_word(kind: Kind, language: str, shown: str) -> None:
    assert plain(message("[x]", kind, language)) == shown


def test_every_sentence_of_the_widgets_is_in_both_languages() -> None:
    assert all(all(pair) and len(pair) == len(LANGUAGES) for pair in sentences("widget").values())


HINTS = (
    KeyHint("F2", "Floor", "floor", importance=5),
    KeyHint("Space", "Next", "act", importance=9),
    KeyHint("F7", "Slip", "slip", importance=1),
    KeyHint("Ctrl+Q", "Quit", "act", enabled=False, importance=8),
)


@pytest.mark.parametrize(
    ("width", "keys"),
    [
        (80, ["F2", "Space", "F7", "Ctrl+Q"]),
        (36, ["F2", "Space", "Ctrl+Q"]),
        (30, ["Space", "Ctrl+Q"]),
        (12, ["Space"]),
        (5, []),
    ],
)
def test_the_important_keys_stay_when_it_is_narrow(width: int, keys: list[str]) -> None:
    assert [hint.key for hint in fitting(HINTS, width)] == keys


class _Screenful(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.face: ClockFace | None = ClockFace(30.0, 180.0, "ON TIME", "on_time", paused=True)
        self.clock = Ticking(
            lambda width, height: clock_lines(self.face, width, height, "en"),
            until_next=lambda: until_next_look(self.face),
        )
        self.message = MessageLine()
        self.keys = KeyBar()
        self.field = TypedLine()
        self.lines = ["one", "two", "three"]
        self.panel = Painted(lambda width, height: [line(text) for text in self.lines])
        self.happened: list[str] = []

    def compose(self) -> ComposeResult:
        yield from (self.clock, self.panel, self.message, self.field, self.keys, TooSmall())

    def on_mount(self) -> None:
        self.clock.styles.height = 4
        self.panel.styles.height = 3
        self.field.focus()

    def action_act(self) -> None:
        self.happened.append("act")

    def on_key_bar_greyed_clicked(self, greyed: KeyBar.GreyedClicked) -> None:
        self.happened.append(f"greyed {greyed.hint.key}")


async def test_a_click_on_a_key_acts_and_on_a_greyed_one_asks_why() -> None:
    app = _Screenful()
    async with app.run_test(size=(80, 24)) as pilot:
        app.keys.show_keys(HINTS)
        await pilot.click(app.keys, offset=(11, 0))
        await pilot.click(app.keys, offset=(79, 0))
        assert app.happened == []  # a bare action is the screen's, which has none here
        app.keys.show_keys([KeyHint("Space", "Next", "app.act"), HINTS[3]])
        await pilot.click(app.keys, offset=(2, 0))
        await pilot.click(app.keys, offset=(14, 0))
        await pilot.pause()
        assert app.happened == ["act", "greyed Ctrl+Q"]


async def test_a_message_is_whole_never_parsed_and_goes_when_its_time_is_over() -> None:
    app = _Screenful()
    async with app.run_test(size=(60, 24)) as pilot:
        app.message.show_right(line("on disk 11:42:06"))
        told = "[/] the list of item 2 is closed since 11:40; open it first"
        app.message.show(f"{told}, or inscribe for item 3, which is still to come", "refusal")
        await pilot.pause()
        shown = [app.message.render_line(row).text.rstrip() for row in range(3)]
        assert shown[0].startswith("✗ Not done: [/] the list of item 2")
        assert shown[1].startswith("open it first") and shown[1].endswith("which is still to")
        assert shown[2].startswith("come  ") and shown[2].endswith("on disk 11:42:06")
        app.message.show("Quit? Press Ctrl+Q again.", "ask", seconds=0.01)
        await pilot.pause(0.05)
        assert app.message.render_line(0).text.split() == ["on", "disk", "11:42:06"]
        assert app.message.size.height == 1


async def test_a_message_without_end_takes_a_quarter_of_the_screen() -> None:
    app = _Screenful()
    async with app.run_test(size=(60, 24)) as pilot:
        app.message.show_right(line("on disk 11:42:06"))
        app.message.show("word " * 500, "warning")
        await pilot.pause()
        assert app.message.size.height == 6
        assert app.message.render_line(5).text.split()[-4:] == ["word…", "on", "disk", "11:42:06"]
        await pilot.resize_terminal(60, 40)
        await pilot.pause()
        app.message.show("word " * 60, "warning")
        await pilot.pause()
        assert "…" not in "".join(app.message.render_line(row).text for row in range(10))


async def test_what_is_offered_while_somebody_types_takes_one_line() -> None:
    app = _Screenful()
    async with app.run_test(size=(60, 24)) as pilot:
        app.message.show("word " * 30, "info")
        app.message.show_line(line("Mexico, " * 30))
        await pilot.pause()
        assert app.message.size.height == 1
        app.message.show_idle("word " * 30)
        app.message.clear()
        await pilot.pause()
        assert app.message.size.height == 3, "what stands there otherwise is whole too"


async def test_only_changed_lines_are_painted_and_nothing_is_laid_out() -> None:
    app = _Screenful()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        layouts: list[object] = []
        app.screen.screen_layout_refresh_signal.subscribe(app.panel, layouts.append)
        assert not app.panel.redraw() and not app.clock.redraw()
        app.lines[1] = "second"
        assert app.panel.redraw()
        assert app.face is not None
        app.face = ClockFace(31.0, 180.0, "ON TIME", "on_time", paused=True)
        app.clock.tick()
        await pilot.pause()
        assert app.panel.render_line(1).text.startswith("second")
        assert app.face.text == "2:29"
        assert "0:31 of 3:00" in app.clock.render_line(2).text
        app.face = None
        app.clock.tick()
        assert app.clock.render_line(0).text.startswith("Nobody has the floor")
        await pilot.pause()
        assert layouts == []


async def test_a_running_clock_shows_the_next_second_by_itself() -> None:
    app = _Screenful()
    async with app.run_test(size=(80, 24)) as pilot:
        app.face = ClockFace(30.98, 180.0, "ON TIME", "on_time")
        app.clock.tick()
        assert "0:30 of 3:00" in app.clock.render_line(2).text
        app.face = ClockFace(31.01, 180.0, "ON TIME", "on_time")
        await pilot.pause(0.08)
        assert "0:31 of 3:00" in app.clock.render_line(2).text


async def test_below_the_least_size_a_sentence_and_the_typing_goes_on() -> None:
    """Smaller and larger again while the clock runs, and nothing is lost."""
    app = _Screenful()
    async with app.run_test(size=(120, 40)) as pilot:
        cover = app.query_one(TooSmall)
        covered: list[bool] = []
        for size in ((60, 20), (59, 20), (60, 19), (60, 20), (20, 3)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            covered.append(cover.display)
        assert covered == [False, True, True, False, True]
        assert "20 × 3" in str(cover.render())
        await pilot.press("k")
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert not cover.display
        assert app.field.value == "k" and app.field.has_focus


@pytest.mark.parametrize(
    ("face", "wait"),
    [
        (ClockFace(134.25, 180.0, "", "on_time"), 0.75),
        (ClockFace(175.9, 180.0, "", "nearly"), 0.1),
        (ClockFace(175.0, 180.0, "", "nearly"), 0.25),
        (ClockFace(134.25, 180.0, "", "paused", paused=True), 1.0),
        (ClockFace(134.25, 180.0, "", "on_time", pace=60.0), 0.1),
    ],
)
def test_the_clock_looks_again_when_the_text_is_due_to_change(face: ClockFace, wait: float) -> None:
    assert until_next_look(face) == pytest.approx(wait, abs=0.003)
