"""The command language: one act a line, in words a person would say.

Words are compared without case, a unique beginning suffices. A line that begins with a delegation
inscribes: `mex fra(eu) zaf`.
"""

from __future__ import annotations

from difflib import get_close_matches

from meeting_tui.meeting.acts import ACTS, act
from meeting_tui.meeting.declared import Act
from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.lexicon import Lexicon
from meeting_tui.meeting.name_list import NameList
from meeting_tui.meeting.naming import Naming
from meeting_tui.meeting.reader import Reader, too_long_for_names
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.tokens import complete

FIRST_WORDS = frozenset(
    (
        *("open", "suspend", "resume", "adjourn", "item", "segment", "close", "reopen"),
        *("inscribe", "withdraw", "absent", "text-only", "move", "swap", "next", "floor"),
        *("yield", "pause", "continue", "order", "ruling", "reply", "limit", "extend"),
        *("note", "decision", "document", "undo", "redo"),
    )
)
"""The words of the command language as it was agreed. Their unique beginnings go on meaning them
whatever acts are added: `f mex` gives Mexico the floor though `file` begins so too, and `at` is
Austria though `attribute` begins so."""


SIGNS = {
    ".": "yield",
    ",": "pause` / `continue",
    "!": "order DELEGATION",
    "+": "extend M:SS",
    ";": "note TEXT",
}
"""Keys of the screen that are signs -> what is typed in their place."""

LONGEST_LINE = 60_000
"""Letters that a line may have: a statement of an hour has fewer."""


def read_line(line: str, lexicon: Lexicon) -> Command | Refusal:
    """The command a typed line means, or a refusal that says what was expected."""
    if len(line) > LONGEST_LINE:
        return refuse("line_too_long", length=len(line), most=LONGEST_LINE)
    if line.strip() in SIGNS:
        return refuse("sign_key", sign=line.strip(), line=SIGNS[line.strip()])
    reader = Reader(line, lexicon)
    if reader.is_done:
        return refuse("empty_line")
    found = _act_meant(reader)
    return found if isinstance(found, Refusal) else found.read(reader)


def _act_meant(reader: Reader) -> Act | Refusal:
    first = reader.tokens[0]
    if first.quoted:
        return act("inscribe")
    if first.word in {each.words[0] for each in ACTS}:
        return _act_named(reader, first.word)
    too_long = too_long_for_names(reader.line)
    if too_long:
        return too_long
    naming = reader.lexicon.naming(reader.line)
    if naming.begins():
        return act("inscribe")
    word = complete(first.word, FIRST_WORDS)
    if word is None and reader.lexicon.is_short_code(first):
        return act("inscribe")
    if word is None and not _begins_a_name(reader):
        word = complete(first.word, {each.words[0] for each in ACTS})
    if isinstance(word, str):
        return _act_named(reader, word)
    return word or _name_or_act(reader, naming)


def _begins_a_name(reader: Reader) -> bool:
    """Whether names begin with the first two words: `State of …` is no beginning of an act."""
    words = " ".join(each.text for each in reader.tokens[:2])
    return len(reader.tokens) > 1 and bool(reader.lexicon.directory.starting(words))


def _name_or_act(reader: Reader, naming: Naming) -> Act | Refusal:
    """What a line is that begins with neither: perhaps names, one of them mistyped."""
    first = reader.tokens[0]
    found = NameList(naming).read()
    is_slip = isinstance(found, Refusal) and found.code in (
        *("not_a_name", "not_a_name_near", "not_names"),
    )
    if not is_slip or naming.names_any():
        return act("inscribe")
    names = sorted({each.words[0] for each in ACTS})
    if reader.lexicon.directory.starting(first.text):
        names = []
    near = get_close_matches(first.word, names, n=1)
    if near:
        return refuse("no_such_act_near", word=first.text, near=near[0])
    return found if isinstance(found, Refusal) else act("inscribe")


def _act_named(reader: Reader, word: str) -> Act | Refusal:
    first = reader.take()
    reader.insists = first.insists
    single = next((each for each in ACTS if each.words == (word,)), None)
    doubles = [each for each in ACTS if each.words[0] == word and len(each.words) == 2]
    if single is not None and not doubles:
        return single
    second = reader.peek()
    found = complete(second.word, [each.words[1] for each in doubles]) if second else None
    if isinstance(found, str):
        reader.insists = reader.take().insists or reader.insists
        return next(each for each in doubles if each.words[1] == found)
    if single:
        return single
    return refuse("second_word", word=word, words=", ".join(each.words[1] for each in doubles))
