"""The Help (F1 or `?`): every key and every act, searchable, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from textual import events
from textual.widget import Widget

from meeting_tui.agenda.rules import Rules
from meeting_tui.meeting.acts import ACTS
from meeting_tui.meeting.spans import clock_text
from meeting_tui.text import cells, fold
from meeting_tui.ui.own_keys import keys_of
from meeting_tui.ui.port import Frame
from meeting_tui.ui.screen_keys import NOTE_KEYS, REPORT_KEYS, editing_keys_of
from meeting_tui.ui.screens.line_list_screen import LineListScreen
from meeting_tui.ui.ui_acts import REPLAY_ACTS, UI_ACTS
from meeting_tui.ui.widgets.line_list import LineList
from meeting_tui.ui.widgets.painted import Painted
from meeting_tui.views.columns import Row
from meeting_tui.views.pieces import EMPTY, Line, Piece, fit_line, hanging, sides
from meeting_tui.words import say

KEYS_CELLS = 11
SYNTAX_CELLS = 46
GROUPS = (
    "screen",
    "sitting",
    "item",
    "list",
    "floor",
    "order",
    "notes",
    "note_keys",
    "schedule",
    "record",
    "report_keys",
    "kinds",
    "replay",
)
WIDE = 110
"""From this width on, what an act does stands beside its line instead of below it."""


class HelpEntry(Struct, frozen=True):
    """One act, or one kind of speech."""

    id: str
    group: str
    keys: str
    syntax: str
    sentence: str

    def fits(self, words: Sequence[str]) -> bool:
        """Whether it contains all of these folded words."""
        said = fold(f"{self.keys} {self.syntax} {self.sentence}")
        return all(word in said for word in words)


def help_entries(own: Mapping[str, str], rules: Rules, language: str) -> list[HelpEntry]:
    """Everything there is: the acts of the screen, of the meeting, and the kinds of speech."""
    entries = [
        HelpEntry(
            each.id,
            "screen",
            " ".join(keys_of(each, own).names),
            each.syntax,
            say(f"screen.act_{each.id}", language),
        )
        for each in UI_ACTS
    ]
    entries += _acts(own, language)
    entries += [
        HelpEntry(
            f"key_{each.id}",
            "note_keys",
            each.printed,
            each.syntax,
            say(f"notes.key_{each.id}", language),
        )
        for each in NOTE_KEYS
    ]
    entries += _report_keys(language)
    entries += _kinds(rules, language)
    entries += [
        HelpEntry(
            f"replay_{each.id}",
            "replay",
            each.key_name,
            each.typed,
            say(f"replay.act_{each.id}", language),
        )
        for each in REPLAY_ACTS
    ]
    entries.append(HelpEntry("go", "replay", "", "11:42", say("replay.act_go", language)))
    return sorted(entries, key=lambda each: GROUPS.index(each.group))


def _acts(own: Mapping[str, str], language: str) -> Iterator[HelpEntry]:
    """The acts of the meeting; a key of the Schedule begins the line for the row it is on."""
    for each in ACTS:
        keys = " ".join((*keys_of(each, own).names, *editing_keys_of(each.id)))
        yield HelpEntry(each.id, each.group, keys, each.syntax, say(f"act.{each.id}", language))


def _report_keys(language: str) -> Iterator[HelpEntry]:
    """What the keys of the Report screen do, by the names they have in its key bar."""
    for each in REPORT_KEYS:
        name, what = (
            say(f"preview.key_{each.id}", language),
            say(f"preview.help_{each.id}", language),
        )
        yield HelpEntry(f"key_{each.id}", "report_keys", each.printed, name, what)


def _kinds(rules: Rules, language: str) -> Iterator[HelpEntry]:
    """The kinds of speech in the order they are heard, each with the line that asks for it."""
    for kind in sorted(rules.kinds, key=lambda each: (each.rank, each.own_lane)):
        name = kind.name.say(language)
        if kind.pauses_floor:
            syntax, what = "order D [TEXT]", "pauses"
        elif kind.own_lane:
            syntax, what = "reply D", "own_lane"
        elif kind.id == rules.default_kind:
            syntax, what = "inscribe D", "ordinary"
        else:
            what = "leads" if kind.leads_segments else "listed"
            syntax = f"inscribe D kind {kind.id}"
        limit = clock_text(kind.limit_seconds) if kind.limit_seconds else ""
        said = say(f"record.kind_{what}", language)
        said = say("record.kind_limit", language, limit=limit, what=said) if limit else said
        yield HelpEntry(f"kind {kind.id}", "kinds", "", syntax, f"{name}, {said}")


def help_rows(
    entries: Sequence[HelpEntry], words: Sequence[str], language: str, width: int
) -> list[Row[Line]]:
    """The entries that fit, under the names of their groups, in `width` cells."""
    rows: list[Row[Line]] = []
    group = ""
    for entry in entries:
        if not entry.fits(words):
            continue
        if entry.group != group:
            group = entry.group
            if rows:
                rows.append(Row(f"before {group}", EMPTY, can_select=False))
            title = Piece(say(f"record.group_{group}", language), "heading")
            rows.append(Row(f"group {group}", (title,), can_select=False))
        for number, drawn in enumerate(_lines(entry, width)):
            key = f"{entry.group} {entry.id}"
            rows.append(Row(f"{key} {number}" if number else key, drawn, can_select=not number))
    return rows


def _lines(entry: HelpEntry, width: int) -> list[Line]:
    keys = (*fit_line((Piece(entry.keys, "accent strong"),), KEYS_CELLS), Piece(" "))
    if width < WIDE:
        blank = (Piece(" " * (KEYS_CELLS + 1)),)
        return [
            *hanging(keys, entry.syntax, width, "strong"),
            *hanging(blank, entry.sentence, width, "muted"),
        ]
    if cells(entry.syntax) > SYNTAX_CELLS:
        blank = (Piece(" " * (KEYS_CELLS + SYNTAX_CELLS + 2)),)
        return [
            (*keys, Piece(entry.syntax, "strong")),
            *hanging(blank, entry.sentence, width, "muted"),
        ]
    syntax = fit_line((Piece(entry.syntax, "strong"),), SYNTAX_CELLS)
    return hanging((*keys, *syntax, Piece(" ")), entry.sentence, width, "muted")


LEAST_WIDTH = 40


def _as_made(row: Row[Line], width: int, has_cursor: bool) -> Line:
    return row.content


class HelpScreen(LineListScreen):
    """The acts, grouped; made from the registries, so it promises nothing that is not there."""

    MODE = "help"

    DEFAULT_CSS = """
    HelpScreen #help_line, HelpScreen #help_how { background: $surface; }
    HelpScreen #lines { padding: 0 0; }
    """

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.found = ""
        self.shown = self.count = 0

    def compose_body(self) -> Iterable[Widget]:
        yield Painted(lambda width, _: [self._help_line(width)], id="help_line")
        lines: LineList[Line] = LineList(_as_made, id="lines")
        lines.can_focus = False
        yield lines
        yield Painted(lambda *_: [self._how_line()], id="help_how")

    def show_state(self) -> None:
        """The acts are always the same; their rows depend on the width."""
        frame = self.frame
        entries = help_entries(frame.own_keys, self.look.state.rules, frame.language)
        entries = list(frame.port.help(entries))
        words = [fold(word) for word in self.found.split()]
        self.shown, self.count = sum(each.fits(words) for each in entries), len(entries)
        width = max(self.line_list.row_width, LEAST_WIDTH)
        self.line_list.set_rows(help_rows(entries, words, frame.language, width))
        self.query_one("#help_line", Painted).redraw()

    def find(self, typed: str) -> bool:
        """Show the acts with these words."""
        self.found = typed
        self.show_state()
        return True

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(self.refresh_all)

    def action_leave_find(self) -> None:
        """Escape: show every act again, then go back to the previous screen."""
        if self.found:
            self.find("")
        else:
            self.frame.action_return()

    def _help_line(self, width: int) -> Line:
        frame = self.frame
        if self.found:
            key = "record.help_found" if self.shown else "record.help_nothing"
            told = frame.say(key, shown=self.shown, count=self.count)
            words = Piece(f"  {frame.say('record.filter', words=self.found)}", "accent")
            ends = Piece(f"{frame.say('record.filter_ends')} ", "muted")
            return sides((Piece(f" {told}", "strong"), words), (ends,), width)
        title = Piece(f" {frame.say('record.help_title', count=self.count)}", "strong")
        return sides((title,), (Piece(f"{frame.say('record.help_back')} ", "muted"),), width)

    def _how_line(self) -> Line:
        return (Piece(f" {self.frame.say('record.help_how')}", "muted"),)
