"""The look: a dark theme, a light theme and one without colour, and the palette of roles.

Screens never name a colour. A piece of text has a role (`on_time`, `over`, `muted`), the palette of
the current theme says how that role looks, and every role that carries meaning comes with a word.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec import Struct, field
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.theme import Theme

DARK = Theme(
    name="meeting-dark",
    primary="#4db8ff",
    secondary="#9fb3c8",
    accent="#4db8ff",
    success="#5fd38d",
    warning="#ffc857",
    error="#ff7b72",
    foreground="#e8edf2",
    background="#0e1318",
    surface="#141b22",
    panel="#1b242d",
    dark=True,
    variables={
        "on-time": "#5fd38d",
        "nearly": "#ffc857",
        "over": "#ff7b72",
        "paused": "#c3a6ff",
        "muted": "#9dabb9",
        "track": "#6b7c8d",
        "cursor": "#173a55",
        "cursor-blurred": "#202b35",
        "border": "#4db8ff",
        "border-blurred": "#3a4754",
        "block-cursor-background": "#173a55",
        "block-cursor-foreground": "#ffffff",
        "input-cursor-background": "#4db8ff",
        "input-cursor-foreground": "#0e1318",
        "input-selection-background": "#1f5f8b",
        "scrollbar": "#3a4754",
        "scrollbar-background": "#0e1318",
    },
)

LIGHT = Theme(
    name="meeting-light",
    primary="#005a9c",
    secondary="#44546a",
    accent="#005a9c",
    success="#0b6b34",
    warning="#855300",
    error="#b3261e",
    foreground="#14191f",
    background="#fbfcfd",
    surface="#f1f4f7",
    panel="#e5eaef",
    dark=False,
    variables={
        "on-time": "#0b6b34",
        "nearly": "#855300",
        "over": "#b3261e",
        "paused": "#5a3fb0",
        "muted": "#55616e",
        "track": "#8a97a5",
        "cursor": "#cfe6f8",
        "cursor-blurred": "#e5eaef",
        "border": "#005a9c",
        "border-blurred": "#b5c0cb",
        "block-cursor-background": "#cfe6f8",
        "block-cursor-foreground": "#14191f",
        "input-cursor-background": "#005a9c",
        "input-cursor-foreground": "#fbfcfd",
        "input-selection-background": "#b7d9f2",
        "scrollbar": "#b5c0cb",
        "scrollbar-background": "#fbfcfd",
    },
)

PLAIN = Theme(
    name="meeting-plain",
    ansi=True,
    primary="ansi_default",
    secondary="ansi_default",
    accent="ansi_default",
    success="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    variables={
        **dict.fromkeys(("on-time", "nearly", "over", "paused", "muted"), "ansi_default"),
        **dict.fromkeys(("track", "cursor", "cursor-blurred", "border"), "ansi_default"),
        **dict.fromkeys(("border-blurred", "scrollbar", "scrollbar-background"), "ansi_default"),
        **dict.fromkeys(("ansi-background", "ansi-foreground"), "ansi_default"),
        **dict.fromkeys(("text-muted", "text-disabled"), "ansi_default"),
        "block-cursor-background": "ansi_default",
        "block-cursor-text-style": "bold reverse",
        "input-cursor-text-style": "reverse",
    },
)

THEMES = (DARK, LIGHT, PLAIN)

VARIABLE_DEFAULTS: Mapping[str, str] = {
    name: DARK.variables[name]
    for name in ("on-time", "nearly", "over", "paused", "muted", "track", "cursor")
}
"""For `App.get_theme_variable_defaults`, so that style sheets may use our names in any theme."""

_TEXT_STYLES: Mapping[str, Style] = {
    "strong": Style(bold=True),
    "italic": Style(italic=True),
    "underline": Style(underline=True),
    "reverse": Style(reverse=True),
    "struck": Style(strike=True),
}

_PLAIN_STYLES: Mapping[str, Style] = {
    "accent": Style(bold=True),
    "heading": Style(bold=True),
    "muted": Style(dim=True),
    "track": Style(dim=True),
    "nearly": Style(bold=True),
    "over": Style(bold=True, underline=True),
    "paused": Style(italic=True),
    "cursor": Style(reverse=True),
    "cursor_blurred": Style(underline=True),
}


def begin_in(app: App[Any], theme: str) -> None:
    """Begin in a theme of ours: changed later, it would style the first screen twice."""
    for each in THEMES:
        app.register_theme(each)
    app.set_reactive(App.theme, theme)
    app.stylesheet.set_variables(app.get_css_variables())


def no_colour(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the user asked for no colour: `NO_COLOR` is there and not empty (no-color.org)."""
    return bool(environ.get("NO_COLOR"))


def theme_name(choice: str, environ: Mapping[str, str] = os.environ) -> str:
    """The theme to use for the setting `dark` or `light`; `NO_COLOR` outranks it.

    By itself Textual only turns colours to grey under `NO_COLOR`. Its filter that removes them all
    is chosen when the app is made with `ansi_color=True`: pass `ansi_color=no_colour() or None`.
    """
    if no_colour(environ):
        return PLAIN.name
    return LIGHT.name if choice == "light" else DARK.name


class Palette(Struct, frozen=True, eq=False):
    """How each role looks in one theme."""

    roles: Mapping[str, Style]
    """Role -> style; roles that mark a whole row (`cursor`, `cursor_blurred`) are among them."""
    is_plain: bool = False
    """Whether there are no colours in it."""

    _joined: dict[str, Style] = field(default_factory=dict)

    def style(self, role: str) -> Style:
        """The style of one role or several separated by spaces, such as `over strong`.

        Raises KeyError for an unknown role, as a piece drawn in no style would hide a mistake.
        """
        found = self._joined.get(role)
        if found is None:
            found = Style.combine([self.roles[word] for word in role.split()])
            self._joined[role] = found
        return found


def palette_from(variables: Mapping[str, str], *, plain: bool = False) -> Palette:
    """The palette for a theme's CSS variables; `plain` uses bold, dim and reverse only."""
    if plain:
        names = ("on_time", "nearly", "over", "paused", "accent", "muted", "heading", "track")
        blank = dict.fromkeys((*names, "cursor", "cursor_blurred", "info"), Style())
        return Palette({**_TEXT_STYLES, **blank, **_PLAIN_STYLES}, is_plain=True)

    def colour(name: str, fallback: str) -> str:
        return Color.parse(variables.get(name) or variables[fallback]).hex6

    accent = colour("accent", "primary")
    return Palette(
        {
            **_TEXT_STYLES,
            "info": Style(),
            "on_time": Style(color=colour("on-time", "success")),
            "nearly": Style(color=colour("nearly", "warning")),
            "over": Style(color=colour("over", "error"), bold=True),
            "paused": Style(color=colour("paused", "secondary")),
            "accent": Style(color=accent),
            "heading": Style(color=accent, bold=True),
            "muted": Style(color=colour("muted", "secondary")),
            "track": Style(color=colour("track", "secondary")),
            "cursor": Style(bgcolor=colour("cursor", "panel")),
            "cursor_blurred": Style(bgcolor=colour("cursor-blurred", "surface")),
        }
    )


@cache
def _palette_of(name: str, colours: frozenset[tuple[str, str]], plain: bool) -> Palette:
    return palette_from(dict(colours), plain=plain)


_USED = ("on-time", "nearly", "over", "paused", "muted", "track", "cursor", "cursor-blurred")
_FALLBACKS = ("accent", "primary", "success", "warning", "error", "secondary", "panel", "surface")


def palette_for(app: App[Any]) -> Palette:
    """The palette of the theme the app shows now; also for a theme that is not ours."""
    theme = app.current_theme
    variables = app.theme_variables
    used = frozenset((name, variables[name]) for name in _USED + _FALLBACKS if name in variables)
    return _palette_of(theme.name, used, theme.ansi or app.native_ansi_color)
