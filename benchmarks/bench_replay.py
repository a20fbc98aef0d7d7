"""A million events folded into one meeting, and separately what decoding one costs.

No meeting is as long; it shows that nothing in the fold grows with the number of events before.
"""

from __future__ import annotations

from itertools import islice

from benchmarks.figures import Row, against, aimed, milliseconds
from benchmarks.long_days import long_day
from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.meeting import Meeting
from meeting_tui.session_log.codec import canonical, decode_bytes, encode

TITLE = "Replay: microseconds an event, folded one by one as a desk does; decoding apart"
QUICK = 2000
DECODED = 20_000
PARTS = 10


def run(events: int = 1_000_000) -> list[Row]:
    """Rows for both halves of the fold, the whole, and for decoding."""
    stream = long_day(events)
    meeting = Meeting(next(stream))
    size = max(events // PARTS, 1)
    parts = []
    for _ in range(PARTS):
        # Made beforehand, so that the fold alone is timed.
        made = list(islice(stream, size))
        parts.append(_microseconds(meeting, made))
    stored = [canonical(encode(each)) for each in meeting.entries[1 : DECODED + 1]]
    decoded = milliseconds(lambda: [decode_bytes(each) for each in stored]) * 1000 / len(stored)
    whole = sum(parts) / len(parts)
    early, late = tuple(parts[: PARTS // 2]), tuple(parts[PARTS // 2 :])
    last, first = against(
        Row(f"fold, second half of {events:,}, a tenth each", late, "us"),
        Row("fold, first half", early, "us"),
    )
    return [
        aimed(last, "at most 2 x the first half", lambda row: (row.ratio or 0) <= 2),
        first,
        Row(f"fold, all {events:,} ({whole * events / 1e6:.1f} s)", (whole,), "us"),
        Row(f"decode one ({len(stored):,} tried)", (decoded,), "us"),
    ]


def _microseconds(meeting: Meeting, entries: list[Entry]) -> float:
    def fold() -> None:
        for entry in entries:
            meeting.apply(entry)

    return milliseconds(fold) * 1000 / max(len(entries), 1)
