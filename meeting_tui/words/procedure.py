"""Sentences of this area: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {}
