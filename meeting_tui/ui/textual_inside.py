"""What of Textual's own affairs we use: each of its names with a `_`, here and with its reason.

Textual may change them in any release, so nothing else in the program uses one that is not listed
here, and a test finds each in the installed Textual. What needs no instance of ours to stand in is
used through the functions below; the rest our classes override or call on themselves.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._compositor import ChopsUpdate, Compositor
from textual._context import active_message_pump
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.geometry import Region, Size
from textual.keys import _character_to_key
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

__all__ = ["ANSI_SEQUENCES_KEYS", "DISPATCH", "XTermParser", "active_message_pump"]

USED: dict[str, dict[str, str]] = {
    "textual.app.App": {
        "_screen_stacks": "what was opened, on every screen, also before the first is shown",
        "_modes": "which screens can be shown, after one could not be taken away",
        "_bindings": "the keys that somebody chose are known only once the program starts",
        "_exception": "the tests of the screens see a fault that the program went on after",
        "_handle_exception": "goes on where Textual ends the program",
        "_register_child": "puts every widget behind the boundary for faults",
        "_disable_notifications": "nothing is told in a box over the screen, so no place is made",
        "_disable_tooltips": "the same",
        "_css_update_count": "a screen that is made in the colours of now is not styled twice",
        "_batch_count": "what nobody would see is not painted",
    },
    "textual.message_pump.MessagePump": {
        "_dispatch_message": "what goes wrong with one message is not the end of all",
    },
    "textual.dom.DOMNode": {
        "_pruning": "a screen that is being taken away is not filled any more",
    },
    "textual.screen.Screen": {
        "_get_breakpoint_classes": "a screen knows how wide it is before it is styled, not after",
        "_css_update_count": "see above",
        "_compositor_refresh": "paints; see above",
        "_dirty_widgets": "and what waited to be painted is painted with it",
        "_layout_required": "an answer of two lines has its room before it is painted",
        "_refresh_layout": "the same",
        "_compositor": "the answer to a key is painted before anything else is worked out",
    },
    "textual._compositor.Compositor": {
        "_get_renders": "a widget gives the lines that changed, not all between the first and last",
        "_dirty_regions": "which those are",
    },
    "textual.widget.Widget": {
        "_scroll_update": "a list takes another height without laying the screen out",
        "_on_key": "a key on the empty line is an act, and a joiner is a letter",
    },
    "textual.widgets.Input": {
        "_on_paste": "all lines of a paste are kept",
        "_position_to_cell": "the terminal's cursor stands on the caret, where input methods open",
        "_suggestion": "what is offered in grey is ours",
    },
    "textual.command.CommandPalette": {
        "_action_command_list": "a page is counted in acts, not in lines",
        "_on_mount": "a palette that is not in view any more looks for nothing",
        "_gather_commands": "a palette that was closed looks for nothing",
        "_cancel_gather_commands": "and ends what it looks for",
    },
    "textual.drivers.linux_driver.LinuxDriver": {
        "_run_input_thread": "what cannot be read is left out, and the next is read",
        "_file": "a terminal that is gone is written to without a fault",
        "_app": "a fault of reading is told on the screen",
        "_debug": "handed on to the parser",
    },
}
"""Textual's class -> its name -> why it is used."""

DISPATCH = "_dispatch_message"


def dispatch_of(widget: Widget) -> Callable[[Message], Awaitable[None]]:
    """What hands a message to a widget."""
    return widget._dispatch_message


def all_screens(app: App[Any]) -> list[Screen[Any]]:
    """Whatever was opened, also what lies over the screens."""
    return [each for stack in app._screen_stacks.values() for each in stack]


def screens_in_view(app: App[Any]) -> list[Screen[Any]]:
    """The screen in view and what lies over it; none before the first and at the very end."""
    return list(app._screen_stacks.get(app.current_mode, ()))


def has_mode(app: App[Any], mode: str) -> bool:
    """Whether a screen of that name can be shown."""
    return mode in app._modes


def classes_of_size(app: App[Any], screen: Screen[Any]) -> Iterable[str]:
    """The classes that say how wide and how tall a screen will be."""
    width, height = app.size
    yield from screen._get_breakpoint_classes(width, app.HORIZONTAL_BREAKPOINTS or [])
    yield from screen._get_breakpoint_classes(height, app.VERTICAL_BREAKPOINTS or [])


def without_boxes(app: App[Any]) -> None:
    """Have no boxes made that lie over a screen for notifications and tooltips."""
    app._disable_notifications = app._disable_tooltips = True


def in_colours_of_now(app: App[Any], screen: Screen[Any]) -> None:
    """Let a screen that is made now be styled once: all style sheets are read already."""
    screen._css_update_count = app._css_update_count


def is_unseen(app: App[Any]) -> bool:
    """Whether what is painted now would not be shown, as more is to come at once."""
    return app._batch_count > 0


def paint_now(screen: Screen[Any], widgets: Iterable[Widget]) -> None:
    """Paint what changed of these widgets, without waiting for anything else.

    Along with what waited to be painted: Textual takes that for painted too. Where one of them is
    to be higher, all are given their places first.
    """
    screen._compositor.update_widgets({*widgets, *screen._dirty_widgets})
    if not screen._layout_required:
        screen._compositor_refresh()
        return
    screen._refresh_layout()
    screen._layout_required = False
    screen._dirty_widgets.clear()


def lay_out_before_painting(screen: Screen[Any]) -> None:
    """Give all their places before anything is painted again; else that comes a moment later."""
    screen._layout_required = True
    screen.check_idle()


class FewLines(Compositor):
    """Asks each widget for the lines that changed: the clock and the message stand far apart."""

    _changed: frozenset[Region] = frozenset()

    def render_partial_update(self) -> ChopsUpdate | None:
        """What changed, as Textual writes it."""
        self._changed = frozenset(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._changed = frozenset()

    def _get_renders(
        self, crop: Region | None = None
    ) -> Iterable[tuple[Region, Region, list[Strip]]]:
        if not self._changed:
            yield from super()._get_renders(crop)
            return
        bands = _bands(self._changed)
        for widget, (region, clip) in self.visible_widgets.items():
            for top, bottom in bands:
                shown = clip.intersection(Region(clip.x, top, clip.width, bottom - top))
                part = region.intersection(shown)
                if part and any(part.overlaps(each) for each in self._changed):
                    yield region, shown, widget.render_lines(part.translate(-region.offset))


def _bands(regions: Iterable[Region]) -> list[tuple[int, int]]:
    """The lines of these regions that follow each other: the first, and the one behind the last."""
    bands: list[tuple[int, int]] = []
    for each in sorted(regions, key=lambda region: region.y):
        if bands and each.y <= bands[-1][1]:
            bands[-1] = (bands[-1][0], max(bands[-1][1], each.bottom))
        else:
            bands.append((each.y, each.bottom))
    return bands


def is_taken_away(screen: Screen[Any]) -> bool:
    """Whether a screen is being taken away."""
    return screen._pruning


def scroll_over(widget: Widget, size: Size) -> None:
    """Let a widget scroll over so much, without laying the screen out."""
    widget._scroll_update(size)


def key_name_of(character: str) -> str:
    """How Textual names the key that types a character that is neither letter nor digit."""
    return _character_to_key(character)
