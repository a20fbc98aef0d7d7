"""The forecast and speaking time as plain values, for JSON.

The JSON export, `meeting-tui forecast --json` and `meeting-tui times --json` give these objects.
Instants are of the agenda's zone; a forecast is no finer than a second, and names delegations by
their requests alone.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from meeting_tui.agenda.rules import Earlier
from meeting_tui.forecast.advice import Advice, advice
from meeting_tui.forecast.figures import Block, Cut, Day, ItemTimes, OpenItem, Projection
from meeting_tui.forecast.figures import SittingNow as Sitting
from meeting_tui.forecast.fitting import ToCome
from meeting_tui.forecast.oddities import oddities, say_oddity
from meeting_tui.forecast.saying import Saying
from meeting_tui.forecast.saying_advice import proposal_said, say_advice, sum_said
from meeting_tui.forecast.turns import Turn
from meeting_tui.meeting.heard import not_heard
from meeting_tui.meeting.speaking_time import SpeakingTime, TimeRow, speaking_time
from meeting_tui.views.look import Look
from meeting_tui.views.speaking_times import Naming

Table = dict[str, Any]
"""One object of the export; its keys are in the schema."""


def forecast_table(projection: Projection, language: str) -> Table:
    """The forecast as it was at the projection's `now`, its sentences in `language`.

    With what there is to decide then, however short the time for which that has been so.
    """
    return forecast_with(projection, advice(projection), language)


def forecast_with(projection: Projection, found: Advice | None, language: str) -> Table:
    """The same with what is advised, as it is told elsewhere."""
    state = projection.seen.state
    at = _Moments(state.agenda.time_zone)
    saying = Saying.of(projection, language)
    day = projection.day
    return {
        "at": at(projection.now),
        "sitting": _sitting(projection.sitting, at) if projection.sitting else None,
        "open_item": _open_item(projection, projection.item, saying, at)
        if projection.item
        else None,
        "advice": _advice(projection, found, saying, at) if found else None,
        "items": [_item(each, at) for each in day.items],
        "day": _day(day, at),
        "cuts": [_cut(each, at) for each in day.cuts],
        "block": _block(day.block, saying) if day.block else None,
        "rests_on": _rests_on(state.earlier),
        "oddities": [
            {"sort": each.sort, "text": say_oddity(saying, each)} for each in oddities(projection)
        ],
    }


def _rests_on(earlier: Earlier | None) -> Table | None:
    """The earlier meetings that pace and late case start from."""
    return {"meetings": earlier.meetings, "interventions": earlier.turns} if earlier else None


class _Moments:
    """Instants to the second in one zone, ISO 8601 with offset."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._zone = zone

    def __call__(self, instant: datetime | None) -> str | None:
        if instant is None:
            return None
        nearest = (instant + timedelta(microseconds=500_000)).astimezone(self._zone)
        return nearest.replace(microsecond=0).isoformat()


def duration(seconds: float) -> int | float:
    """Seconds with at most three decimals, whole ones as an integer."""
    rounded = round(seconds, 3)
    return int(rounded) if rounded == int(rounded) else rounded


def _seconds(value: float | None) -> int | None:
    return None if value is None else round(value)


def _sitting(sitting: Sitting, at: _Moments) -> Table:
    return {
        "id": sitting.id,
        "is_held": sitting.is_held,
        "planned_start": at(sitting.planned_start),
        "planned_end": at(sitting.planned_end),
        "seconds_left": _seconds(sitting.seconds_left),
    }


def _open_item(projection: Projection, item: OpenItem, saying: Saying, at: _Moments) -> Table:
    return {
        "id": item.id,
        "planned_end": at(item.planned_end),
        "ends_at": at(item.ends_at),
        "pace_ends_at": at(item.pace_ends_at),
        "late_ends_at": at(item.late_ends_at),
        "difference_seconds": _seconds(item.difference_seconds),
        "sum": sum_said(projection, saying),
        "waiting": len(item.turns),
        "expected_newcomers": item.newcomers.count,
        "fits": item.fits,
        "left_over": item.left_over,
        "heard": _part(item.heard),
        "beyond": _part(item.beyond),
        "hand_over_seconds": item.hand_over_seconds,
        "turns": [_turn(each, at) for each in item.turns],
    }


def _part(part: ToCome) -> Table:
    return {
        "points_of_order": part.orders,
        "speaker": part.speaker,
        "speakers": part.speakers,
        "replies": part.replies,
        "presentations": list(part.presentations),
        "closing_words": part.closing,
    }


def _turn(turn: Turn, at: _Moments) -> Table:
    return {
        "inscription": turn.inscription,
        "limit_seconds": turn.limit_seconds,
        "turn_at": at(turn.turn_at),
        "ends_at": at(turn.ends_at),
        "pace_ends_at": at(turn.pace_ends_at),
        "late_ends_at": at(turn.late_ends_at),
        "is_after_sitting": turn.is_after_sitting,
    }


def _advice(projection: Projection, found: Advice, saying: Saying, at: _Moments) -> Table:
    acts = found.limit.acts if found.limit and found.step in ("limit", "postpone") else ()
    return {
        "step": found.step,
        "until": at(found.until),
        "limits": [
            {"scope": scope, "key": key, "seconds": seconds} for scope, key, seconds in acts
        ],
        "text": say_advice(saying, found),
        "proposal": proposal_said(projection, found, saying),
    }


def _item(item: ItemTimes, at: _Moments) -> Table:
    return {
        "id": item.id,
        "state": item.phase,
        "planned_start": at(item.planned_start),
        "planned_end": at(item.planned_end),
        "starts_at": at(item.starts_at),
        "pace_starts_at": at(item.pace_starts_at),
        "late_starts_at": at(item.late_starts_at),
        "ends_at": at(item.ends_at),
        "pace_ends_at": at(item.pace_ends_at),
        "late_ends_at": at(item.late_ends_at),
        "difference_seconds": _seconds(item.difference_seconds),
        "overflow_seconds": _seconds(item.overflow_seconds),
        "parts": [
            {"sitting": each.sitting, "start": at(each.start), "end": at(each.end)}
            for each in item.parts
        ],
        "imported_start": at(item.imported_start),
        "imported_end": at(item.imported_end),
    }


def _day(day: Day, at: _Moments) -> Table:
    return {
        "planned_end": at(day.planned_end),
        "ends_at": at(day.ends_at),
        "pace_ends_at": at(day.pace_ends_at),
        "late_ends_at": at(day.late_ends_at),
        "difference_seconds": _seconds(day.difference_seconds),
        "overflow_seconds": _seconds(day.overflow_seconds),
        "not_reached": list(day.not_reached),
    }


def _cut(cut: Cut, at: _Moments) -> Table:
    return {
        "sitting": cut.sitting,
        "at": at(cut.at),
        "item": cut.item,
        "behind": list(cut.behind),
    }


def _block(block: Block, saying: Saying) -> Table:
    return {
        "item": block.item,
        "planned_seconds": _seconds(block.planned_seconds),
        "eaten_seconds": _seconds(block.eaten_seconds),
        "pace_eaten_seconds": _seconds(block.pace_eaten_seconds),
        "late_eaten_seconds": _seconds(block.late_eaten_seconds),
        "text": saying.block(block),
    }


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
