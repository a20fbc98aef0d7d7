"""The line of the Notes screen: whom its text belongs to, its tags, its draft.

Before anything is done with the line it is asked again whom it belongs to, since the floor may
have changed since the last letter.
"""

from __future__ import annotations

from meeting_tui.meeting.proposals import proposals_made
from meeting_tui.ui.completing import NoteCompleter
from meeting_tui.ui.parsing import read_alt_digits_as_keys
from meeting_tui.ui.port import Frame
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.screens.notes_view import NotesView
from meeting_tui.ui.widgets.typed_line import Complete
from meeting_tui.views.notes import item_shown, questions_of
from meeting_tui.views.noting import ACT_SIGNS, Noting, from_draft, with_next_kind
from meeting_tui.views.points import tag_examples


class NotesLine(MeetingScreen):
    """What is being written and on whom, as a part of the screen it is written on."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        read_alt_digits_as_keys()
        self.noting = Noting()

    @property
    def types_ahead(self) -> bool:
        """Only behind points: behind any other act the floor may be another's."""
        return all(each.line.startswith("note ") for each in self.port.sent)

    @property
    def view(self) -> NotesView:
        """Everything around the line."""
        return self.query_one("#view", NotesView)

    def placeholder(self) -> str:
        tags = tag_examples(questions_of(self.port.desk.state, self.item_in_view))
        key = "notes.placeholder_tags" if tags else "notes.placeholder"
        return self.port.placeholder(self.frame.say(key, tags=tags))

    @property
    def typed_act(self) -> str:
        """The act behind its sign; a point is none."""
        value = self.act_line.value
        return value[1:] if value.startswith(ACT_SIGNS) else ""

    def stand_on(self, subject: str) -> None:
        """Note on that intervention."""
        state = self.port.desk.state
        ids, here = list(state.interventions), self.noting.target(state)
        if subject in ids:
            self.action_step(ids.index(subject) - (ids.index(here.id) if here else len(ids)))

    def keys_of_empty_line(self) -> dict[str, str]:
        return {}  # a point may begin with any sign

    def completer(self) -> Complete:
        frame = self.frame
        return NoteCompleter(
            super().completer(),
            lambda: frame.port.desk.state.agenda,
            frame.language,
            lambda: {key: made.text for key, made in proposals_made(frame.port.desk.state).items()},
        )

    @property
    def draft(self) -> str:
        if not self.is_mounted:
            return super().draft
        self.follow_line()
        return self.noting.draft(self.port.desk.state)

    def take_draft(self, text: str) -> None:
        self.noting = from_draft(text, self.port.desk.state)
        self.act_line.put(self.noting.text)

    def on_screen_resume(self) -> None:
        # Textual calls the base's own handler too, which then shows it.
        self.noting = self.noting.following()

    def action_step(self, steps: int) -> None:
        """Note on an earlier or later intervention."""
        self.follow_line()
        self.noting = self.noting.stepped(self.port.desk.state, steps)
        self.show_state()

    def action_follow(self) -> None:
        """Note on whoever speaks now; a begun text stays with whom it was begun on."""
        self.follow_line()
        if not self.noting.text.strip():
            self.noting = self.noting.following()
            self.show_state()

    def action_next_kind(self) -> None:
        """Mark the point as the next kind: proposal, request, offer ... none."""
        self.follow_line()
        if self.noting.is_act:
            return
        value, caret = self.act_line.value, self.act_line.cursor_position
        marked = with_next_kind(value, self.port.desk.state.agenda)
        self.act_line.put(marked, max(len(marked) - (len(value) - caret), 0))

    def follow_line(self) -> None:
        """What stands in the line belongs to what was in view when it was begun."""
        typed = self.noting.typed(self.act_line.value, self.view.in_view)
        self.noting = typed.at_moment(self.port.desk.state)

    @property
    def item_in_view(self) -> str | None:
        """The item whose questions are shown."""
        return item_shown(self.glance, self.shown)

    @property
    def shown(self) -> Noting:
        """What is noted on as it is shown."""
        return self.noting
