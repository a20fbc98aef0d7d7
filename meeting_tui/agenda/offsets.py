"""Which of two it is, where the clocks go back and an hour comes twice."""

from __future__ import annotations

from datetime import datetime


def offset_where_twice(local: datetime) -> str:
    """`+02:00`, from UTC, where the zone of `local` has that time of day twice; else nothing.

    `local` is an instant put into its zone, so it is never a time that clocks skip.
    """
    first, second = (local.replace(fold=fold).utcoffset() for fold in (0, 1))
    return "" if first == second else local.isoformat()[-6:]
