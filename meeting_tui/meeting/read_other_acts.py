"""How the acts on sittings, items, notes, decisions and texts are typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import time
from typing import TypedDict

from meeting_tui.meeting.decisions import ReceiveDocument
from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.items import CloseItem, JoinItems, OpenSegment
from meeting_tui.meeting.notes import AUDIENCES, KINDS, STANCES, CorrectPoint, Note
from meeting_tui.meeting.point_tags import MARK, Beginning, Word, beginning
from meeting_tui.meeting.presiding import TakeChair
from meeting_tui.meeting.read_list_acts import no_such_item
from meeting_tui.meeting.reader import Reader, complete
from meeting_tui.meeting.records import OnItem, Who
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.sittings import Adjourn
from meeting_tui.meeting.tokens import closed
from meeting_tui.text import fold

CHAIR_NAMES = ("chair", "the chair", "主席")
_AND = ("and", "with", "&", "和")
_MARK = re.compile(r"/[^\W\d][\w-]*$")
_MARKS = (*KINDS, *STANCES[1:], *AUDIENCES[1:])
_SLASHED = re.compile(r"(?<![\w/])/([a-z][a-z-]*)(?![\w/])")
_QUOTED = re.compile(r"(?<!\w)(?:\"[^\"]*\"|“[^”]*”|「[^」]*」)")
_TELLING = 4
"""From how many letters on the beginning of an audience mark within a text is taken for one."""
_AROUND = ' "“”「」'


def plain(command: Command) -> Callable[[Reader], Command | Refusal]:
    """How an act without anything behind its word is read."""
    return lambda reader: reader.finished() or command


def optional_text(make: Callable[[str], Command]) -> Callable[[Reader], Command | Refusal]:
    """How an act with free text that may be left out is read."""
    return lambda reader: make(reader.rest())


def adjourn(reader: Reader) -> Command | Refusal:
    """`adjourn [TEXT]`, `adjourn! [TEXT]`."""
    return Adjourn(reader.rest(), reader.insists)


def preside(reader: Reader) -> Command | Refusal:
    """`preside [at HH:MM[:SS]] NAME`; `preside chair` for the Chair."""
    at = _at(reader)
    if isinstance(at, Refusal):
        return at
    token = reader.peek()
    is_whole = token is not None and token.quoted and reader.peek(1) is None
    person = token.text if token and is_whole else reader.rest()
    if not person:
        return refuse("presides_who")
    chair = reader.lexicon.agenda.chair or ""
    names = (*CHAIR_NAMES, fold(chair))
    return TakeChair("" if fold(person) in names else person, at)


def _at(reader: Reader) -> time | None | Refusal:
    """`at HH:MM[:SS]`, where it stands next; else None, and nothing is read."""
    token = reader.peek()
    if token is None or token.word != "at":
        return None
    reader.take()
    return reader.clock()


def text(make: Callable[[str], Command]) -> Callable[[Reader], Command | Refusal]:
    """How an act that needs free text is read."""

    def read(reader: Reader) -> Command | Refusal:
        words = reader.rest()
        return make(words) if words else refuse("text_missing")

    return read


def item(make: Callable[[str], Command]) -> Callable[[Reader], Command | Refusal]:
    """How an act on an item of the agenda is read."""

    def read(reader: Reader) -> Command | Refusal:
        if reader.is_done:
            return no_such_item(reader, "–")
        token = reader.take()
        if reader.lexicon.agenda.item(token.text):
            return reader.finished() or make(token.text)
        if reader.lexicon.agenda.segment(token.text):
            return refuse("is_segment", segment=token.text)
        return no_such_item(reader, token.text)

    return read


def join(reader: Reader) -> Command | Refusal:
    """`join ID [ID ...]`."""
    ids = []
    while not reader.is_done:
        token = reader.take()
        if token.word in _AND:
            continue
        if reader.lexicon.agenda.item(token.text) is None:
            return no_such_item(reader, token.text)
        ids.append(token.text)
    return JoinItems(tuple(ids)) if ids else no_such_item(reader, "–")


def segment(reader: Reader) -> Command | Refusal:
    """`segment ID`."""
    token = reader.take() if not reader.is_done else None
    agenda = reader.lexicon.agenda
    if token is None or agenda.segment(token.text) is None:
        ids = ", ".join(each.id for item in agenda.items for each in item.segments)
        return refuse("no_such_segment", segment=token.text if token else "–", segments=ids)
    return reader.finished() or OpenSegment(token.text)


def close_item(reader: Reader) -> Command | Refusal:
    """`close item`, `close item carry`, `close item not-reached`."""
    word = reader.keyword(("carry", "not-reached"))
    becomes = word.replace("-", "_") if isinstance(word, str) else "refuse"
    return reader.finished() or CloseItem(becomes)


def on_statement(reader: Reader) -> Who | int | None | Refusal:
    """`on D|N`, where it stands next: the statement meant; else None, and nothing is read."""
    token = reader.peek()
    if token is None or token.word != "on" or reader.peek(1) is None:
        return None
    reader.take()
    found = statement(reader)
    if isinstance(found, Refusal) and found.code.startswith("not_a_name"):
        return refuse("has_not_spoken", name=token.text if (token := reader.peek()) else "–")
    return found


def on_item(reader: Reader) -> OnItem | None | Refusal:
    """`on item ID`, where it stands next; else None, and nothing is read."""
    on, item = reader.peek(), reader.peek(1)
    if on is None or item is None or (on.word, item.word) != ("on", "item"):
        return None
    named = reader.peek(2)
    if named is None or reader.lexicon.agenda.item(named.text) is None:
        return no_such_item(reader, named.text if named else "–")
    for _ in range(3):
        reader.take()
    return OnItem(named.text)


def statement(reader: Reader) -> Who | int | Refusal:
    """`D|N`: the delegation, or the number of the intervention."""
    token = reader.peek()
    if token is not None and token.number is not None:
        reader.take()
        return token.number
    return reader.who(apart=False)


def note(reader: Reader) -> Command | Refusal:
    """`note [on D|N|item ID] [TAG ...] [KIND] [STANCE] [AUDIENCE] TEXT`."""
    on = on_item(reader) or on_statement(reader)
    if isinstance(on, Refusal):
        return on
    marks = point_marks(reader)
    if isinstance(marks, Refusal):
        return marks
    return Note(reader.rest(), on=on, **marks)


def correct(reader: Reader) -> Command | Refusal:
    """`correct POINT [TAG ...] [KIND] [STANCE] [AUDIENCE] TEXT`."""
    if reader.is_done:
        return refuse("no_such_point", point="–")
    point = reader.take().text
    marks = point_marks(reader)
    if isinstance(marks, Refusal):
        return marks
    return CorrectPoint(point, reader.rest(), **marks)


class Marks(TypedDict):
    """What stands before a point's text."""

    questions: tuple[str, ...]
    topics: tuple[str, ...]
    proposals: tuple[str, ...]
    kind: str
    stance: str
    audience: str
    stance_on: tuple[str, ...] | None


def point_marks(reader: Reader, stance: str | None = None) -> Marks | Refusal:
    """The tags and slash marks before a point's text; the text is free, see `_late_mark`.

    A tag is the id of a question, of a topic, or of a proposal that was made.
    `stance`: the one that was said before them.
    """
    offset = reader.offset
    found = beginning(reader.line[offset:], reader.lexicon.tag, _is_mark)
    chosen = {"stance": stance} if stance else {}
    for typed in found.ids(MARK):
        mark = complete(fold(typed)[1:], _MARKS)
        if isinstance(mark, Refusal):
            return mark
        if mark is None:
            return refuse("no_such_mark", mark=typed, marks=" ".join(f"/{m}" for m in _MARKS))
        sort = "kind" if mark in KINDS else "stance" if mark in STANCES else "audience"
        if chosen.setdefault(sort, mark) != mark:
            return _two(sort, f"/{chosen[sort]}", f"/{mark}")
    reader.go_to(offset + found.end)
    return _late_mark(reader, chosen.get("stance")) or Marks(
        questions=found.ids("questions"),
        topics=found.ids("topics"),
        proposals=found.ids("proposals"),
        kind=chosen.get("kind", KINDS[0]),
        stance=chosen.get("stance", STANCES[0]),
        audience=chosen.get("audience", AUDIENCES[0]),
        stance_on=_objects(found),
    )


def _two(sort: str, first: str, second: str) -> Refusal:
    """The refusal of two different marks of one sort, of which the last would win unseen."""
    if sort == "kind":
        return refuse("two_kinds", first=first, second=second)
    if sort == "stance":
        return refuse("two_stances", first=first, second=second)
    return refuse("two_audiences", first=first, second=second)


def _objects(found: Beginning) -> tuple[str, ...] | None:
    """The tags behind a mark of stance, where others stand before it."""
    places = [n for n, each in enumerate(found.words) if _is_stance(each)]
    tags = [(n, each.text) for n, each in enumerate(found.words) if each.sort != MARK]
    behind = tuple(dict.fromkeys(tag for n, tag in tags if places and n > places[0]))
    return behind if behind and len(behind) < len({tag for _, tag in tags}) else None


def _is_stance(word: Word) -> bool:
    return word.sort == MARK and complete(fold(word.text)[1:], _MARKS) in STANCES


def _is_mark(word: str) -> bool:
    return _MARK.match(fold(word)) is not None


def _late_mark(reader: Reader, stance: str | None) -> Refusal | None:
    """A refusal where a mark of audience or stance is a word of the text, outside quotation marks.

    As text it would keep nothing back and count for nobody, and the report would print it.
    """
    text = _QUOTED.sub(" ", closed(fold(reader.line[reader.offset :]).replace("_", "-")))
    for found in _SLASHED.finditer(text):
        mark = found[1].rstrip("-")
        meant = complete(mark, _MARKS) if len(mark) >= _TELLING else None
        if stance and meant in STANCES and meant != stance:
            return _two("stance", f"/{stance}", f"/{meant}")
        if meant in STANCES or meant in AUDIENCES[1:]:
            word, _, _ = reader.rest().partition(" ")
            return refuse("mark_in_text", word=word, mark=f"/{mark}")
    return None


def document(reader: Reader) -> Command | Refusal:
    """`document D TEXT`."""
    who = reader.who(apart=False)
    if isinstance(who, Refusal):
        return who
    words = reader.rest()
    return ReceiveDocument(who, words) if words else refuse("text_missing")
