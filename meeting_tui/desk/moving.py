"""Going on in another place while the meeting runs: "save elsewhere".

The other log gets a writer of its own, which fills it first, so that a disk that hangs holds nobody
up; only when the whole session is there does the desk go over to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from meeting_tui.desk.writer import OpenLog, Writer
from meeting_tui.errors import ConflictError
from meeting_tui.meeting.entry import Entry
from meeting_tui.session_log.purges import begins_with
from meeting_tui.session_log.store import Draft, SessionLog
from meeting_tui.words import Sentence


class Moving:
    """A session on its way into another log."""

    def __init__(
        self, open_log: OpenLog, entries: Sequence[Entry], drafts: Mapping[str, Draft]
    ) -> None:
        """`entries` are all there are so far, also those that are not on disk."""
        self.seq = entries[-1].seq
        """The last entry the other log holds once its writer has loaded."""
        self._drafts = dict(drafts)
        whole = tuple(entries)
        self.writer = Writer(lambda: _filled(open_log(), whole, dict(self._drafts)))

    def catch_up(self, entries: Sequence[Entry], drafts: Mapping[str, Draft]) -> None:
        """Give the other log what came since."""
        since = [entry for entry in entries if entry.seq > self.seq]
        if since:
            self.writer.append(since)
        for slot in self._drafts.keys() - drafts.keys():
            self.writer.keep_draft(slot, "", self._drafts[slot].at)
        for slot, draft in drafts.items():
            if self._drafts.get(slot) != draft:
                self.writer.keep_draft(slot, draft.text, draft.at)
        # Even with nothing to catch up: the desk is to hear that all is on disk.
        self.writer.flush(0.0)

    def finish(self, entries: Sequence[Entry], drafts: Mapping[str, Draft]) -> bool:
        """Catch up and let the other log go; False when something is not in it."""
        self.catch_up(entries, drafts)
        return self.writer.close()


def _filled(log: SessionLog, entries: tuple[Entry, ...], drafts: Mapping[str, Draft]) -> SessionLog:
    """A log that holds the session, also where it was kept before.

    Raises ConflictError, letting the log go, where another meeting is kept.
    """
    try:
        held = tuple(log.read())
        if not begins_with(entries, held):
            raise ConflictError(Sentence("log_fault.another_meeting"))
        if len(held) < len(entries):
            log.append(entries[len(held) :], held[-1].seq if held else 0)
        for slot in log.drafts().keys() - drafts.keys():
            log.drop_draft(slot)
        for slot, draft in drafts.items():
            log.keep_draft(slot, draft.text, draft.at)
    except BaseException:
        log.close()
        raise
    return log
