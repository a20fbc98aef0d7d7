"""The ways of a replay: every key that would act in the meeting goes from moment to moment here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace

from meeting_tui.ui.act_line import ActLine
from meeting_tui.ui.help_lines import HelpEntry
from meeting_tui.ui.replay_acts import REPLAY_ACTS
from meeting_tui.ui.replay_completing import PlacesCompleter
from meeting_tui.ui.ui_acts import UI_ACTS
from meeting_tui.ui.ways import Ways
from meeting_tui.ui.widgets.completion import Complete
from meeting_tui.ui.widgets.key_bar import KeyHint
from meeting_tui.views.pieces import Line, Piece, line

if TYPE_CHECKING:
    from meeting_tui.ui.palette import Offered
    from meeting_tui.ui.replay_app import ReplayApp

_PAIRS = (
    ("minute", "+ -", "minute_on", 128),
    ("item", ". ,", "item_on", 127),
    ("edge", "< >", "start", 88),
)
"""Steps whose keys are shown together: label, keys, what a click does, importance."""
_WRITE = ("screen.how", "screen.edit")
"""How the actions begin that start to write something."""
_EDGES = {"home": "start", "end": "end"}
"""Keys of the edges, if no list has them."""
GO = "go "
_NOT_HERE = ("save_elsewhere", "export")


class ReplayWays(Ways):
    """Stepping instead of acting."""

    app: ReplayApp

    def keys(self, mode: str, own: dict[str, str]) -> dict[str, str]:
        steps = {each.key: each.id for each in REPLAY_ACTS}
        reads = {key: act for key, act in own.items() if not act.startswith(_WRITE)}
        return {**_EDGES, "question_mark": "help", **reads, **steps}

    def hints(self, own: list[KeyHint]) -> list[KeyHint]:
        app = self.app
        steps = [
            KeyHint(
                each.key_name,
                app.say(f"replay.hint_{each.id}"),
                f"app.act('{each.id}')",
                True,
                130 - place,
            )
            for place, each in enumerate(REPLAY_ACTS[:2])
        ]
        steps += [
            KeyHint(keys, app.say(f"replay.hint_{word}"), f"app.act('{act}')", True, rank)
            for word, keys, act, rank in _PAIRS
        ]
        return [*steps, *self._of_screen(own)]

    def _of_screen(self, own: list[KeyHint]) -> Iterator[KeyHint]:
        for hint in own:
            if hint.action == "screen.choose":
                label = self.app.say("replay.hint_go_there")
                yield replace(hint, description=label, importance=126)
            elif not hint.action.startswith(("app.act(", *_WRITE)):
                yield hint

    def placeholder(self, own: str) -> str:
        return self.app.say("replay.placeholder")

    def completer(self) -> Complete:
        app = self.app
        directory = app.desk.table.directory
        return PlacesCompleter(lambda: app.moments, directory, lambda: app.language)

    def at_right(self) -> Line:
        moments = self.app.moments
        number, count = moments.turns_begun(self.app.glance.now), len(moments.turns)
        told = self.app.say("replay.turn_of", number=number, count=count)
        return line(Piece(told, "paused"), " ")

    def takes(self, typed: str, field: ActLine) -> bool:
        return self.app.go_where(typed, field)

    def goes_to(self, at: datetime) -> bool:
        self.app.go_to(at)
        return True

    def takes_row(self, key: str | None) -> bool:
        sort, _, rest = (key or "").partition(" ")
        if sort in ("item", "segment", "part"):
            self.app.go_where(f"{GO}item {rest.partition(' ')[0]}", None)
        return True

    def refuses(self) -> bool:
        self.app.refuse()
        return True

    def help(self, entries: Sequence[HelpEntry]) -> Sequence[HelpEntry]:
        here = [
            each
            for each in entries
            if each.group in ("replay", "screen") and each.id not in _NOT_HERE
        ]
        return sorted(here, key=lambda each: each.group)

    def offered(self, acts: Iterator[Offered]) -> Iterator[Offered]:
        from meeting_tui.ui.palette import Offered

        app = self.app
        for each in REPLAY_ACTS:
            label, sentence = app.say(f"replay.label_{each.id}"), app.say(f"replay.act_{each.id}")
            yield Offered(each.id, label, each.typed, each.key_name, sentence, None)
        go, what = app.say("replay.label_go"), app.say("replay.act_go")
        yield Offered(GO, go, "go PLACE", "", what, None)
        for typed, label, sentence in app.places():
            yield Offered(f"{GO}{typed}", label, typed, "", sentence, None)
        of_screen = {each.id for each in UI_ACTS} - {*_NOT_HERE}
        yield from (each for each in acts if each.act_id in of_screen)

    def chooses(self, act_id: str) -> bool:
        app = self.app
        if act_id == GO:
            app.begin_line(GO)
        elif act_id.startswith(GO):
            app.go_where(act_id, None)
        elif any(each.id == act_id for each in REPLAY_ACTS):
            app.do_act(act_id)
        else:
            return False
        return True
