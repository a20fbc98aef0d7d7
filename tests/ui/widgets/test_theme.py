"""The themes: every role can be read on its ground, and no colour means none."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.theme import Theme

from meeting_tui.ui.theme import (
    DARK,
    LIGHT,
    PLAIN,
    THEMES,
    VARIABLE_DEFAULTS,
    no_colour,
    palette_for,
    palette_from,
    theme_name,
)
from meeting_tui.ui.widgets.painted import paint
from meeting_tui.views.pieces import Piece, line


def _luminance(colour: str) -> float:
    channels = [part / 255 for part in Color.parse(colour).rgb]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", ["on-time", "nearly", "over", "paused", "muted", "accent"])
def test_every_role_is_readable_on_every_ground(theme: Theme, role: str) -> None:
    colour = theme.accent if role == "accent" else theme.variables[role]
    grounds = (theme.background, theme.surface, theme.variables["cursor"])
    assert colour is not None
    for ground in grounds:
        assert ground is not None
        assert contrast(colour, ground) >= 4.5, (role, ground)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_text_has_the_highest_contrast(theme: Theme) -> None:
    assert theme.foreground is not None and theme.background is not None
    assert contrast(theme.foreground, theme.background) >= 12
    assert contrast(theme.foreground, theme.variables["cursor"]) >= 7


@pytest.mark.parametrize(
    ("choice", "environ", "name"),
    [
        ("dark", {}, "meeting-dark"),
        ("light", {}, "meeting-light"),
        ("light", {"NO_COLOR": "1"}, "meeting-plain"),
        ("dark", {"NO_COLOR": ""}, "meeting-dark"),
    ],
)
def test_the_setting_and_no_color_choose_the_theme(
    choice: str, environ: dict[str, str], name: str
) -> None:
    assert theme_name(choice, environ) == name
    assert no_colour(environ) == (name == "meeting-plain")


def test_roles_are_joined_and_an_unknown_one_is_a_mistake() -> None:
    palette = palette_from({**DARK.to_color_system().generate(), **DARK.variables})
    style = palette.style("nearly strong")
    assert style.bold and style.color is not None and style.color.name == "#ffc857"
    with pytest.raises(KeyError):
        palette.style("urgent")


def test_the_plain_palette_has_the_same_roles_and_no_colour() -> None:
    coloured = palette_from(DARK.to_color_system().generate())
    plain = palette_from({}, plain=True)
    assert set(plain.roles) == set(coloured.roles)
    assert all(style.color is None and style.bgcolor is None for style in plain.roles.values())
    assert plain.style("cursor").reverse and plain.style("over").underline


class _Themed(App[None]):
    CSS = "Screen { background: $background; color: $on-time; border: solid $over; }"

    def __init__(self, theme: str, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(VARIABLE_DEFAULTS)


@pytest.mark.parametrize("name", [DARK.name, LIGHT.name, PLAIN.name, "nord"])
async def test_each_theme_can_be_used_also_one_that_is_not_ours(name: str) -> None:
    app = _Themed(name, ansi_color=True if name == PLAIN.name else None)
    async with app.run_test(size=(60, 20)):
        palette = palette_for(app)
        assert palette is palette_for(app)
        assert (palette.style("over").color is None) == (name == PLAIN.name)


async def test_no_color_leaves_no_colour_in_what_is_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = _Themed(theme_name("dark", {"NO_COLOR": "1"}), ansi_color=no_colour({"NO_COLOR": "1"}))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        for strip in strips:
            for segment in strip.apply_filter(app._filters[-1], Color(0, 0, 0)):
                style = segment.style
                assert style is None or style.color is None or style.color.is_default
                assert style is None or style.bgcolor is None or style.bgcolor.is_default


def test_brackets_are_painted_as_they_are_typed() -> None:
    """What looks like markup is text."""
    for text in ("[State Party] asked", "[缔约国]", "[", "[/]", "]", "[link=http://x]y", "[b]x"):
        strip = paint(line(Piece(text, "over")), 30, palette_from(DARK.variables | _BASIC), Style())
        assert strip.text.rstrip() == text
        assert strip.cell_length == 30


_BASIC = {
    "accent": "#4db8ff",
    "success": "#00ff00",
    "warning": "#ffff00",
    "error": "#ff0000",
    "secondary": "#888888",
    "panel": "#111111",
    "surface": "#111111",
}
