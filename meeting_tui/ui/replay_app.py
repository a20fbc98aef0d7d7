"""A past session on the same screens: nothing can be entered, and the time stands still.

Keys and typed places go from moment to moment; every act of the meeting is refused in a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from meeting_tui.desk.desk import Desk
from meeting_tui.desk.opening import Opened
from meeting_tui.desk.replay_desk import Replay, ReplayDesk
from meeting_tui.desk.replay_line import Going, Guide
from meeting_tui.desk.replaying import Moments, whole_second
from meeting_tui.desk.settings import Settings
from meeting_tui.errors import MeetingTuiError
from meeting_tui.forecast.projection import project
from meeting_tui.meeting.telling import tell_newest
from meeting_tui.ui.act_line import ActLine
from meeting_tui.ui.app import MeetingApp
from meeting_tui.ui.replay_acts import ReplayAct, replay_act
from meeting_tui.ui.replay_ways import ReplayWays
from meeting_tui.ui.screens.meeting_screen import MeetingScreen
from meeting_tui.ui.ui_acts import UI_ACTS, ui_act_typed
from meeting_tui.ui.widgets.typed_line import TypedLine
from meeting_tui.views.look import Look

STANDS_STILL = 1e-6
"""Seconds of the meeting in a real second: no clock has to be checked again soon."""
TOLD_SECONDS = 60.0


class ReplayApp(MeetingApp):
    """One look at one session."""

    def __init__(
        self, desk: ReplayDesk, settings: Settings, theme: str = "dark", note: str = ""
    ) -> None:
        """`note` is shown first, for example that another moment was requested."""
        self._looks = desk
        self._note = note
        super().__init__(desk.replay, desk.table.seat, settings, theme)
        self.pace = STANDS_STILL
        self.ways = ReplayWays(self)

    def _sit(self, opened: Opened | Replay, speed: float | None) -> Desk:
        return self._looks

    def _keep_watch(self) -> None:
        """Nothing happens here by itself."""

    def _greet(self) -> None:
        told = self._note or self.say("replay.greeting", time=self._time)
        self.tell_first(told, "warning" if self._note else "info", seconds=TOLD_SECONDS)
        super()._greet()

    @property
    def glance(self) -> Look:
        """One look at the moment in view."""
        if self._glance is None:
            desk = self._looks
            self._glance = Look(
                desk.state,
                desk.at,
                project(desk.state, desk.at),
                desk.table.directory,
                self.language,
                group_members=self.report_choice.members,
                is_replay=True,
            )
        return self._glance

    @property
    def moments(self) -> Moments:
        """All places one can go to."""
        return self._looks.replay.moments

    @property
    def _time(self) -> str:
        return self.glance.clock(self._looks.at, seconds=True)

    @property
    def _guide(self) -> Guide:
        return Guide(self.moments, self._looks.table.directory, self.language)

    def may(self, act_id: str) -> str | None:
        """No act of the meeting is allowed in a replay."""
        return self.say("replay.nothing_recorded", time=self._time)

    def submit(self, text: str, field: TypedLine | None = None, slot: str | None = None) -> None:
        """Acts of the screen are done; those of the meeting are refused."""
        found = ui_act_typed(text)
        if found and found[0].id != "save_elsewhere":
            super().submit(text, field, slot)
            return
        if field:
            field.refuse()
        self.refuse()

    def do_act(self, act_id: str) -> None:
        """Step, or do an act of the screen."""
        step = replay_act(act_id)
        if step:
            self._step(step)
        elif any(each.id == act_id for each in UI_ACTS):
            super().do_act(act_id)
        else:
            self.refuse()

    def action_save_elsewhere(self, folder: str = "") -> None:
        """Nothing is saved in a replay."""
        self.refuse()

    def action_export_report(self, typed: str = "") -> None:
        """A replay exports nothing."""
        self.tell(self.say("preview.not_in_replay"), "refusal")

    def action_fit_limit(self, clock: str = "") -> None:
        """Say which limit would have ended the item by a time; there is no line to enter."""
        from meeting_tui.desk.limit_fit import fit_limit

        if not clock:
            self.begin_line("limit fit ")
            return
        suggestion = fit_limit(self.glance.state, self.glance.now, clock, self.language)
        self.tell(suggestion.sentence, "info", seconds=TOLD_SECONDS)

    def refuse(self) -> None:
        """Say that nothing can be entered here."""
        self.tell(self.say("replay.nothing_recorded", time=self._time), "refusal")

    def _step(self, step: ReplayAct) -> None:
        try:
            moved = self._looks.step(step.unit, step.by)
        except MeetingTuiError as fault:
            self.tell(fault.sentence(self.language), "refusal")
            return
        if not moved:
            key = "replay.is_end" if step.by > 0 else "replay.is_start"
            self.tell(self.say(key), "info")
            return
        self._show_moment("")

    def go_to(self, at: datetime) -> None:
        """Show the first moment at which something can be seen."""
        self._looks.go(self.moments.within(whole_second(at)))
        self._show_moment("")

    def go_where(self, typed: str, field: ActLine | None) -> bool:
        """Go where a typed line leads; False for a line that is something else."""
        going = self._guide.read(typed, self._looks.at)
        if going is None:
            return False
        if going.at is None:
            if field:
                field.refuse()
            self.tell(going.sentence, "warning")
            return True
        if field:
            field.accept()
        self._land(going, going.at)
        return True

    def _land(self, going: Going, at: datetime) -> None:
        self._looks.go(at)
        self._show_moment(going.sentence)

    def begin_line(self, text: str) -> None:
        """Begin a line for somebody to finish."""
        if isinstance(self.screen, MeetingScreen):
            self.screen.act_line.put(text)

    def places(self) -> Iterator[tuple[str, str, str]]:
        """The places one can go to by name: what to type, what it is called, when it was."""
        agenda, guide = self.glance.state.agenda, self._guide
        opened = dict.fromkeys(each.id for each in self.moments.openings if each.is_item)
        for id_ in opened:
            item = agenda.item(id_)
            title = item.title.say(self.language) if item else id_
            times = guide.times([each.at for each in self.moments.openings if each.id == id_])
            when = self.say("replay.place_item_when", times=times)
            yield f"item {id_}", self.say("replay.place_item", item=id_, title=title), when
        for code in dict.fromkeys(each.delegation for each in self.moments.turns):
            times = guide.times([each.at for each in self.moments.turns if each.delegation == code])
            name = self.glance.name(code)
            when = self.say("replay.place_name_when", times=times)
            yield code.lower(), self.say("replay.place_name", name=name), when

    def _show_moment(self, sentence: str) -> None:
        self._glance = None
        if isinstance(self.screen, MeetingScreen):
            self.screen.forget_suggestions()
            self.screen.refresh_all()
        self.tell(sentence or self._happened(), "info", seconds=TOLD_SECONDS)

    def _happened(self) -> str:
        """The newest act at this moment, and when it was."""
        entries = self._looks.table.meeting.entries
        act = entries[-1].act
        of_act = [each for each in entries[-50:] if each.act == act]
        glance = self.glance
        what = tell_newest(self._looks.table.meeting, of_act, self.language, glance.name)
        return self.say("replay.happened", time=glance.clock(of_act[0].at, seconds=True), what=what)

    def leave(self) -> bool:
        """Nothing has to be written any more."""
        return self.desk.leave()
