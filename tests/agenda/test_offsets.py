"""The offset from UTC is told in an hour that comes twice, and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting_tui.agenda.offsets import offset_where_twice

ZONES = ("Europe/Zurich", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai", "UTC")
INSTANTS = st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("instant", "zone", "offset"),
    [
        ("2026-10-24T23:59:59+00:00", "Europe/Zurich", ""),
        ("2026-10-25T00:00:00+00:00", "Europe/Zurich", "+02:00"),
        ("2026-10-25T01:59:59+00:00", "Europe/Zurich", "+01:00"),
        ("2026-10-25T02:00:00+00:00", "Europe/Zurich", ""),
        ("2026-03-29T01:00:00+00:00", "Europe/Zurich", ""),
        ("2026-11-01T05:30:00.250000+00:00", "America/New_York", "-04:00"),
        ("2026-11-01T06:30:00+00:00", "America/New_York", "-05:00"),
        ("2026-10-25T00:30:00+00:00", "Asia/Shanghai", ""),
    ],
)
def test_offset(instant: str, zone: str, offset: str) -> None:
    local = datetime.fromisoformat(instant).astimezone(ZoneInfo(zone))

    assert offset_where_twice(local) == offset


@given(INSTANTS, st.sampled_from(ZONES))
def test_with_it_a_local_time_is_one_instant(instant: datetime, zone: str) -> None:
    local = instant.astimezone(ZoneInfo(zone))
    others = (instant + timedelta(minutes=each) for each in (-60, -30, 30, 60))

    for other in (each.astimezone(ZoneInfo(zone)) for each in others):
        told, also = ((f"{each:%d %H:%M:%S}", offset_where_twice(each)) for each in (local, other))
        assert told != also
