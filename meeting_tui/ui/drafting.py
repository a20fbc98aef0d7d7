"""Everything about a draft that takes time: the report, its blocks, its lines, what it lacks."""

from __future__ import annotations

from collections.abc import Sequence

from meeting_tui.agenda.local_times import local_text
from meeting_tui.delegations.directory import Directory
from meeting_tui.desk.exporting import Previewing
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.meeting.entry import Entry
from meeting_tui.report.blocks import Document
from meeting_tui.report.draft import annex_draft, report_draft
from meeting_tui.report.on_screen import Layout, Shown
from meeting_tui.views.look import Choice, Look
from meeting_tui.views.missing import Lack, lacks


class Drafting:
    """Makes one draft after another; never two at a time, in whatever thread."""

    def __init__(self, directory: Directory, language: str) -> None:
        """`language` is that of the screen, in which it is said what is missing."""
        self._directory = directory
        self._language = language
        self._previewing = Previewing(directory)
        self._layout = Layout()
        self._made_for: tuple[int, str, Choice] | None = None
        self._document: Document | None = None
        self._lacks: tuple[Lack, ...] = ()

    def make(
        self, entries: Sequence[Entry], folder: SessionFolder, choice: Choice, width: int
    ) -> Shown:
        """The draft of these entries in lines of at most `width` cells.

        For another width alone nothing but the lines is made anew.
        """
        asked = (len(entries), entries[-1].id, choice)
        if self._document is None or asked != self._made_for:
            self._document = self._draft(entries, folder, choice)
            self._made_for = asked
        state, now = self._previewing.state, self._previewing.now
        return Shown(
            laid=self._layout.lay_out(self._document, width),
            width=width,
            lacks=self._lacks,
            as_of=local_text(now.astimezone(state.agenda.time_zone), seconds=True),
            entries=len(entries),
            is_final=not self._document.is_draft,
            choice=choice,
        )

    def _draft(self, entries: Sequence[Entry], folder: SessionFolder, choice: Choice) -> Document:
        report = self._previewing.report(
            entries,
            folder,
            language=choice.language,
            naming=choice.naming,
            group_members=choice.members,
        )
        state, now = self._previewing.state, self._previewing.now
        self._lacks = lacks(Look.of(state, now, self._directory, self._language))
        return annex_draft(report) if choice.document == "annex" else report_draft(report)
