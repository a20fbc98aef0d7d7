"""The typed line: no letter is lost, nothing acts by itself, the caret is where it is seen."""

from __future__ import annotations

from typing import ClassVar

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from meeting_tui.ui.widgets.typed_line import Completion, History, TypedLine

NAMES = ("Kenya", "Kazakhstan", "Sierra Leone")


def complete(value: str, caret: int) -> list[Completion]:
    start = value.rfind(" ", 0, caret) + 1
    word = value[start:caret].casefold()
    if word == "zaf":
        return [Completion("zaf", "South Africa", start)]
    return [Completion(name, name, start) for name in NAMES if word and name.casefold()[:1] in word]


class _Desk(App[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "act('next')"),
        Binding("up", "act('up')"),
    ]

    def __init__(self, *, yields_arrows: bool = False) -> None:
        super().__init__()
        self.line = TypedLine(complete=complete, yields_arrows=yields_arrows)
        self.said: list[Message] = []
        self.acts: list[str] = []

    def compose(self) -> ComposeResult:
        yield Static("above", id="above")
        yield self.line

    def on_mount(self) -> None:
        self.line.focus()

    def on_typed_line_entered(self, message: TypedLine.Entered) -> None:
        self.said.append(message)

    def on_typed_line_suggested(self, message: TypedLine.Suggested) -> None:
        self.said.append(message)

    def on_faithful_input_multi_line_pasted(self, message: TypedLine.MultiLinePasted) -> None:
        self.said.append(message)

    def action_act(self, name: str) -> None:
        self.acts.append(name)

    def entered(self) -> list[str]:
        return [one.value for one in self.said if isinstance(one, TypedLine.Entered)]

    def pasted(self) -> TypedLine.MultiLinePasted:
        return [one for one in self.said if isinstance(one, TypedLine.MultiLinePasted)][-1]


async def test_invisible_letters_are_kept_and_steering_signs_are_not() -> None:
    app = _Desk()
    async with app.run_test(size=(60, 20)) as pilot:
        kept = (
            "a",
            "\u3000",
            "\u00a0",
            "\u202f",
            "\u200c",
            "\u200d",
            "\u200f",
            "\u00ad",
            "中",
            "[",
        )
        for character in (*kept, "\u202e", "\ufeff"):
            app.line.post_message(events.Key(f"U+{ord(character):04x}", character))
        await pilot.pause()
        assert app.line.value == "".join(kept)
        assert app.line.draft == app.line.value
        assert app.acts == []


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n", "\u2028"])
async def test_pasted_lines_are_joined_whatever_ends_them(end: str) -> None:
    """Nothing is lost, nothing merges, and no pasted letter is taken for a key."""
    app = _Desk()
    async with app.run_test(size=(60, 20)) as pilot:
        app.line.put("A6 ")
        app.line.post_message(events.Paste(end.join(["next", " two[/]", "", "三\tdrei\x07", ""])))
        await pilot.pause()
        assert app.line.value == "A6 next two[/] 三 drei"
        assert app.acts == [] and app.entered() == []
        assert app.pasted().lines == ("next", "two[/]", "三 drei")


async def test_pasted_lines_can_be_taken_as_points_until_the_text_changes() -> None:
    app = _Desk()
    async with app.run_test(size=(60, 20)) as pilot:
        app.line.put("A6 end", caret=3)
        app.line.post_message(events.Paste("one\ntwo\n"))
        await pilot.pause()
        assert app.line.value == "A6 one twoend"
        assert app.pasted().take() == ("one", "two")
        assert (app.line.value, app.line.cursor_position) == ("A6 end", 3)
        assert app.pasted().take() == ()
        app.line.post_message(events.Paste(" one line "))
        await pilot.pause()
        assert app.line.value == "A6  one line end"


async def test_enter_waits_for_an_answer_and_a_refusal_keeps_the_text() -> None:
    app = _Desk()
    async with app.run_test(size=(60, 20)) as pilot:
        app.line.put("  limit 9 ")
        await pilot.press("enter", "enter")
        assert app.entered() == ["limit 9"]  # a second Enter does not enter it twice
        app.line.refuse()
        assert app.line.value == "  limit 9 " and app.line.selection.is_empty
        await pilot.press("enter", "x")
        app.line.accept()
        assert app.entered() == ["limit 9", "limit 9"]
        assert app.line.value == "x"  # typed before the answer came
        for typed_since, left in (("", "plan because "), ("b", "plan b")):
            app.line.put("plan ")
            await pilot.press("enter", *typed_since)
            app.line.refuse("plan because ")
            assert (app.line.value, app.line.cursor_position) == (left, len(left))


async def test_escape_never_removes_text() -> None:
    """Also when a letter follows so quickly that it reads as Alt and the letter."""
    app = _Desk()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("k", "escape", "escape")
        assert app.line.value == "k"
        app.line.post_message(events.Key("alt+n", None))
        await pilot.pause()
        assert app.line.value == "k" and app.acts == [] and app.entered() == []


async def test_tab_takes_the_completion_and_then_the_next() -> None:
    app = _Desk()
    async with app.run_test(size=(60, 20)) as pilot:
        app.line.put("zaf ")
        await pilot.press("k")
        shown = [one for one in app.said if isinstance(one, TypedLine.Suggested)][-1]
        assert [one.label for one in shown.completions] == ["Kenya", "Kazakhstan"]
        assert app.line.render_line(0).text.startswith("zaf kenya")  # grey after the caret
        await pilot.press("tab")
        assert app.line.value == "zaf Kenya"
        await pilot.press("tab")
        assert app.line.value == "zaf Kazakhstan"
        await pilot.press("shift+tab")
        assert app.line.value == "zaf Kenya"
        app.line.put("x")
        await pilot.press("tab")  # nothing to complete: the focus must not wander off
        assert app.line.has_focus and app.line.value == "x"
        app.line.put("s")
        await pilot.press("right")
        assert app.line.value == "Sierra Leone"


async def test_what_a_code_stands_for_is_shown_after_it() -> None:
    app = _Desk()
    async with app.run_test(size=(60, 20)) as pilot:
        app.line.put("zaf")
        await pilot.pause()
        assert app.line.render_line(0).text.startswith("zaf")
        assert Completion("zaf", "South Africa").ghost("zaf", 3) == ""
        assert Completion("ZAF", "South Africa").ghost("sou", 3) == "  South Africa"


async def test_earlier_lines_come_back_and_so_does_the_one_being_written() -> None:
    app = _Desk(yields_arrows=True)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("up")
        assert app.acts == ["up"]  # on an empty line the arrows are the screen's
        for text in ("inscribe mex", "limit 2:30"):
            app.line.put(text)
            app.line.accept()
        app.line.put("unsent")
        await pilot.press("up", "up", "up")
        assert app.line.value == "inscribe mex"
        await pilot.press("down", "down", "down")
        assert app.line.value == "unsent"


def test_history_keeps_an_edited_line_and_no_repetition() -> None:
    history = History(most=2)
    for text in ("a", "b", "b", "c", ""):
        history.remember(text)
    assert history.earlier("draft") == "c"
    assert history.earlier("c") == "b"
    assert history.earlier("b") is None
    history.stop()
    assert history.earlier("b edited") == "c"
    assert history.later() == "b edited"
    assert history.later() is None


async def test_the_terminal_s_cursor_sits_on_the_caret() -> None:
    """Input methods open there; each wide character counts two cells."""
    app = _Desk()
    async with app.run_test(size=(60, 20)) as pilot:
        app.line.put("汉字" * 7 + "，")
        await pilot.pause()
        assert app.cursor_position == (30, 1)
        await pilot.press("left", "left")
        assert app.cursor_position == (26, 1)
        app.line.put("汉" * 50)
        await pilot.pause()
        assert app.cursor_position.x == 59
        await pilot.press("home")
        assert app.cursor_position == (0, 1)
        app.query_one("#above").styles.height = 4
        await pilot.pause()
        assert app.cursor_position == (0, 4)  # moved with the line


async def test_another_field_does_not_move_the_terminal_s_cursor() -> None:
    app = _Desk()
    async with app.run_test(size=(60, 20)) as pilot:
        other = TypedLine()
        await app.mount(other)
        app.line.put("abc")
        await pilot.pause()
        other.put("restored draft")
        await pilot.pause()
        assert app.cursor_position == (3, 1)


async def test_letters_scroll_the_line_and_lay_nothing_out() -> None:
    app = _Desk()
    async with app.run_test(size=(30, 8)) as pilot:
        await pilot.pause()
        layouts: list[object] = []
        app.screen.screen_layout_refresh_signal.subscribe(app.line, layouts.append)
        text = "".join(chr(ord("a") + n % 26) for n in range(50))
        await pilot.press(*text)
        await pilot.pause()
        shown = app.line.render_line(0).text
        assert shown.rstrip() and text.endswith(shown.rstrip())
        assert app.cursor_position == app.line.cursor_screen_offset
        await pilot.press("home")
        await pilot.pause()
        assert app.line.render_line(0).text.startswith("abcdef")
        app.line.put("")
        await pilot.pause()
        assert layouts == []
