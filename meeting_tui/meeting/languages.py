"""The languages statements are made in: the six with interpretation, by code or by name."""

from __future__ import annotations

from meeting_tui.text import fold

_NAMES = {
    "ar": ("Arabic", "العربية", "arabe", "árabe", "арабский", "阿拉伯语", "阿文", "阿拉伯文"),
    "zh": ("Chinese", "Mandarin", "中文", "汉语", "chinois", "chino", "китайский", "华语"),
    "en": ("English", "英语", "英文", "anglais", "inglés", "английский"),
    "fr": ("French", "français", "法语", "法文", "francés", "французский"),
    "ru": ("Russian", "русский", "俄语", "俄文", "russe", "ruso"),
    "es": ("Spanish", "español", "西班牙语", "西文", "西班牙文", "espagnol", "испанский"),
}

INTERPRETED = tuple(_NAMES)
"""Codes of the languages there is interpretation from and into."""

_CODES = {fold(name): code for code, names in _NAMES.items() for name in (code, *names)}


def language_named(text: str) -> str:
    """The code of one of the six languages, by code or name; any other as it is typed."""
    return _CODES.get(fold(text), text)
