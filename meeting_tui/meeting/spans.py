"""Lengths of time as the room reads them."""

from __future__ import annotations


def span(seconds: float) -> str:
    """Seconds as `M:SS` or `H:MM:SS`, rounded down, without a sign."""
    minutes, second = divmod(int(abs(seconds)), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
