"""A session in which something was said off the record and is to go, for tests of purging."""

from __future__ import annotations

from pathlib import Path

from meeting_tui.meeting.entry import Entry
from meeting_tui.meeting.refusal import Refusal
from tests.meeting.room import Room

SECRET = "Between us: the minister signs on Friday"
FIRST = "Between us, first wording"
KEPT = "Reports are public"
POINT = "n2"


def spoken() -> Room:
    """Mexico said something for the report, something off the record (twice worded), and more."""
    room = Room().opened()
    room.do("floor mex!", f"note a1 {KEPT}", f"note a1 /reserves /off-record {FIRST}")
    room.later(20).do(f"correct {POINT} a1 /off-record {SECRET}", "note a6 more")
    room.later(60).do("yield", "adjourn!")
    return room


def purge(room: Room) -> tuple[Entry, ...]:
    """The entries of the purge, not in effect yet."""
    from meeting_tui.desk.intake import mint
    from meeting_tui.meeting.acts import decide
    from meeting_tui.meeting.language import read_line

    command = read_line(f"purge! {POINT}", room.lexicon)
    assert not isinstance(command, Refusal)
    events = decide(room.meeting, command, room.now)
    assert not isinstance(events, Refusal)
    return mint(room.meeting.last.seq, events, room.now, room.now, room.seat)


def files_saying(folder: Path, *texts: str) -> list[str]:
    """The files under a folder in whose bytes a text stands, in any of the usual spellings."""
    spelled = [
        form
        for text in texts
        for form in (text.encode(), text.encode("utf-16-le"), text[:12].encode())
    ]
    found = (each for each in sorted(folder.rglob("*")) if each.is_file())
    return [each.name for each in found if any(form in each.read_bytes() for form in spelled)]
