"""The foot of the screen: as many keys as fit that do something now, the important ones first.

It is made from the registry of actions, so it shows no key that does nothing. A key that is not
allowed now is grey, and a click on it is passed on so that the screen can say why.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from textual import events
from textual.message import Message

from meeting_tui.ui.widgets.painted import Painted
from meeting_tui.views.pieces import Line, Piece, line_cells

GAP = 2
"""Cells between two keys."""


class KeyHint(Struct, frozen=True):
    """One key and what it does."""

    key: str
    """As it is printed on the keyboard: `F2`, `Space`, `Ctrl+Q`."""
    description: str
    action: str
    """The Textual action that a click runs, such as `give_floor` or `app.quit`."""
    enabled: bool = True
    importance: int = 0
    """The lowest is left out first when the window is narrow; among equals the last."""

    @property
    def pieces(self) -> Line:
        """How it is shown."""
        if not self.enabled:
            return (Piece(self.key, "muted"), Piece(f" ({self.description})", "muted"))
        return (Piece(self.key, "accent strong"), Piece(f" {self.description}"))


def fitting(hints: Sequence[KeyHint], width: int) -> tuple[KeyHint, ...]:
    """The hints that fit into `width` cells, in their given order."""
    by_rank = sorted(range(len(hints)), key=lambda index: (-hints[index].importance, index))
    kept: set[int] = set()
    used = 0
    for index in by_rank:
        size = line_cells(hints[index].pieces) + (GAP if kept else 0)
        if used + size > width:
            break  # a less important one does not take the place of a more important one
        kept.add(index)
        used += size
    return tuple(hints[index] for index in sorted(kept))


class KeyBar(Painted):
    """The keys of the screen in one line."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hints: tuple[KeyHint, ...] = ()

    class GreyedClicked(Message):
        """A click on a key that is not allowed now; the screen says why."""

        def __init__(self, hint: KeyHint) -> None:
            super().__init__()
            self.hint = hint

    def show_keys(self, hints: Sequence[KeyHint]) -> None:
        """Shows these keys; equal ones again cost nothing."""
        self._hints = tuple(hints)
        self.redraw()

    def lines(self, width: int, height: int) -> Sequence[Line]:
        parts: list[Piece] = []
        for hint in fitting(self._hints, width):
            parts += [Piece(" " * GAP), *hint.pieces] if parts else hint.pieces
        return [tuple(parts)]

    async def on_click(self, event: events.Click) -> None:
        hint = self._hint_at(event.get_content_offset_capture(self).x)
        if hint is None:
            return
        if hint.enabled:
            await self.app.run_action(hint.action, self.screen)
        else:
            self.post_message(self.GreyedClicked(hint))

    def _hint_at(self, x: int) -> KeyHint | None:
        start = 0
        for hint in fitting(self._hints, self.content_size.width):
            end = start + line_cells(hint.pieces)
            if start <= x < end:
                return hint
            start = end + GAP
        return None
