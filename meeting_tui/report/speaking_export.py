"""Speaking time as plain values: who spoke for how long and who was not heard, for JSON."""

from __future__ import annotations

from typing import Any

from meeting_tui.meeting.heard import not_heard
from meeting_tui.meeting.speaking_time import SpeakingTime, TimeRow, speaking_time
from meeting_tui.report.json_export import duration
from meeting_tui.views.look import Look
from meeting_tui.views.speaking_times import Naming


def times_table(look: Look, by: str = "delegation", item: str | None = None) -> dict[str, Any]:
    """Speaking time and who was not heard, for JSON; seconds as in the export, shares 0 to 1."""
    found, naming = (
        speaking_time(look.state, look.now, look.directory, by, item),
        Naming(look.directory, look.language),
    )
    missing = not_heard(look.state, look.directory, item)
    return {
        "by": by,
        "item": item,
        **_figures(found.total),
        "without_podium": _figures(found.floor),
        "rows": [_row(each, found, naming) for each in found.rows],
        "not_heard": {
            "waiting": list(missing.waiting),
            "missed": list(missing.missed),
            "regions": list(missing.regions),
            "kinds": list(missing.kinds),
            "elsewhere": list(missing.elsewhere),
        },
    }


def _row(row: TimeRow, found: SpeakingTime, naming: Naming) -> dict[str, Any]:
    told = {"id": row.id, "name": naming.row(row.id, found.by), **_figures(row)}
    return {**told, "share": round(row.share, 4)}


def _figures(row: TimeRow) -> dict[str, Any]:
    return {
        "interventions": row.interventions,
        "seconds": duration(row.seconds),
        "group_seconds": duration(row.group_seconds),
        "average_seconds": duration(row.average_seconds),
        "delegations": row.delegations,
        "known": row.known,
    }
