"""The screens by name; each is imported when first shown, so that the first frame comes fast."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from textual.screen import Screen

_SCREENS = {
    "floor": "FloorScreen",
    "notes": "NotesScreen",
    "coverage": "CoverageScreen",
    "times": "TimesScreen",
    "schedule": "ScheduleScreen",
    "record": "RecordScreen",
    "slip": "SlipScreen",
    "report": "ReportScreen",
    "help": "HelpScreen",
}


def _maker(mode: str, name: str) -> Callable[[], Screen[None]]:
    def make() -> Screen[None]:
        module = import_module(f"meeting_tui.ui.screens.{mode}_screen")
        screen: Screen[None] = getattr(module, name)()
        return screen

    return make


MODES: dict[str, str | Callable[[], Screen[None]]] = {
    mode: _maker(mode, name) for mode, name in _SCREENS.items()
}
