"""Makes docs/commands.md from the registry of acts and the catalogue of sentences.

Run it after an act, its key or its sentence changed: `.venv/bin/python docs/make_commands.py`. A
test compares the file with what this makes.
"""

from __future__ import annotations

from pathlib import Path

from meeting_tui.meeting.acts import ACTS
from meeting_tui.meeting.declared import Act
from meeting_tui.ui.own_keys import KEYS
from meeting_tui.ui.screen_keys import editing_keys_of
from meeting_tui.ui.ui_acts import UI_ACTS, UiAct
from meeting_tui.words import say

PAGE = Path(__file__).with_name("commands.md")

GROUPS = {
    "sitting": "The sitting",
    "item": "Items and segments",
    "list": "The speakers' list",
    "floor": "The floor and its time",
    "order": "Points of order and rights of reply",
    "notes": "Notes, decisions, texts",
    "schedule": "The schedule",
    "record": "Corrections",
}

SUGGESTING = {"limit_fit": "floor"}
"""Acts of the screen that suggest an act of the meeting, and the group of that."""

KEY_NAMES = {"full_stop": ".", "comma": ",", "plus": "+", "exclamation_mark": "!", "semicolon": ";"}

HEAD = """\
# Commands

One act a line: on the input line of the screen, in `meeting-tui do SESSION LINE ...`, and in a
script. Words are read without case, and a beginning that only one word has is enough (`yi` for
`yield`). A line that begins with a delegation inscribes it: `mex fra(eu) zaf`.

| what stands in a line | what may be typed for it |
|---|---|
| `D` | a delegation: its code (`mex`), its name in any of six languages, or its first letters |
| `"D"` | the same; needed for a name of several words that is in no directory |
| `D(eu)`, `D(eu+alb)` | the same on behalf of a group; further States that align with it |
| `ID` | an item (`2`) or a segment (`2.1`) of the agenda |
| `SITTING`, `MINUTES` | a sitting of the agenda (`2`); whole minutes (`45`) |
| `HH:MM` | a time of day in the agenda's zone: `15:30`; in an hour that comes twice `02:30+01:00` |
| `M:SS` | minutes and seconds: `2:30` |
| `N` | a place in the list or the number of an intervention |
| `X` | the number of a disputed act: `x1` |
| `TAG` | a question (`a1`, `A1:`, `A1-A3`) or topic (`advisory-group`) or a proposal made (`r1`) |
| `LANG` | a language: `ar` `zh` `en` `fr` `ru` `es`, or any other name |
| `FILE` | a file, in quotes if its path begins with one; copied into the session |
| `KIND` | `/proposal` `/request` `/offer` `/asks` `/figure` `/announces` |
| `STANCE` | `/supports` `/conditional` `/reserves` `/opposes` |
| `AUDIENCE` | `/internal` `/off-record` |
| `TEXT` | anything to the end of the line, kept as typed |

If a note itself begins with `on`, write `/statement` first. If it begins with a tag or a slash and
a word, put it in quotation marks, which stay as typed.

An exclamation mark means "anyway": `next!` within three seconds of another `next`, `floor D!` for a
delegation not on the list, `inscribe! D` after the list was closed, `adjourn!` while names are
waiting or items are left. `undo` undoes one whole act at a time; `undo floor` undoes the last act
on the floor, whatever was inscribed since then.
"""


def page() -> str:
    """The whole of docs/commands.md."""
    parts = [HEAD]
    for group, title in GROUPS.items():
        parts.append(f"\n## {title}\n\n| line | key | what it does |  |\n|---|---|---|---|\n")
        parts += [row(act) for act in ACTS if act.group == group]
        parts += [suggesting_row(each) for each in UI_ACTS if SUGGESTING.get(each.id) == group]
    return "".join(parts)


def row(act: Act) -> str:
    """One act as a line of its table."""
    syntax = act.syntax.replace("|", "\\|")
    named = [key_name(key) for key in KEYS.get(act.id, ())]
    keys = " ".join(f"`{each}`" for each in (*named, *editing_keys_of(act.id)))
    english, chinese = say(f"act.{act.id}"), say(f"act.{act.id}", "zh")
    return f"| `{syntax}` | {keys} | {english} | {chinese} |\n"


def suggesting_row(act: UiAct) -> str:
    """A line that sets nothing by itself, as a line of the table of what it suggests."""
    english, chinese = say(f"screen.act_{act.id}"), say(f"screen.act_{act.id}", "zh")
    return f"| `{act.syntax}` |  | {english}. | {chinese}。 |\n"


def key_name(key: str) -> str:
    """A key as it is printed on the keyboard."""
    return KEY_NAMES.get(key) or "+".join(part.capitalize() for part in key.split("+"))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
