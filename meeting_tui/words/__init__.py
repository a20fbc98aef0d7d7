"""Every sentence people read, once, in English and Chinese side by side.

An area module holds `SENTENCES`: key -> (English, Chinese). A key is looked up by its first word
(`refusal.nobody_waits` is in `refusals`), so a screen loads only the areas it says something from.
"""

from __future__ import annotations

from importlib import import_module

LANGUAGES = ("en", "zh")

AREAS = {
    "refusal": "refusals",
    "act": "acts",
    "happened": "happened",
    "screen": "screens",
    "notes": "notes_screen",
    "record": "record_screen",
    "report": "report",
    "draft": "report_draft",
    "digest": "report_digest",
    "sheet": "report_sheets",
    "shell": "shell",
    "procedure": "procedure",
    "widget": "widgets",
    "more": "more_screens",
    "forecast": "forecast_command",
    "slip": "slip",
    "word": "word_export",
    "excel": "excel_export",
    "plan": "schedule_acts",
    "details": "details",
    "schedule": "schedule_screen",
    "replay": "replay",
    "times": "times_screen",
    "export": "export_all",
    "corrections": "corrections",
    "preview": "report_screen",
    "preview": "report_screen",
}

_loaded: dict[str, dict[str, tuple[str, str]]] = {}


def sentences(area: str) -> dict[str, tuple[str, str]]:
    """All sentences of one area, key -> (English, Chinese)."""
    if area not in _loaded:
        module = import_module(f"meeting_tui.words.{AREAS[area]}")
        _loaded[area] = module.SENTENCES
    return _loaded[area]


def say(key: str, language: str = "en", **params: str | int) -> str:
    """The sentence of that key with its values filled in.

    Values are put in as they are: text of people is never formatted a second time.
    Raises KeyError for an unknown key, as a missing sentence is a defect a test finds.
    """
    english, chinese = sentences(key.partition(".")[0])[key]
    sentence = chinese if language == "zh" else english
    return sentence.format(**params) if params else sentence
