"""How points and statements are put right: moved, tagged anew, struck."""

from __future__ import annotations

from meeting_tui.meeting.attributions import FilePoint
from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.item_notes import MovePoint
from meeting_tui.meeting.notes import AUDIENCES, KINDS, STANCES, CorrectPoint, Note, TagPoint
from meeting_tui.meeting.read_list_acts import no_such_item
from meeting_tui.meeting.read_other_acts import on_item, on_statement, point_marks, statement
from meeting_tui.meeting.reader import Reader
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.statement_texts import KeepStatement, NotePoints
from meeting_tui.meeting.striking import StrikePoint, StrikeStatement

_NONE = "none"
_UNMARKED = (KINDS[0], STANCES[0], AUDIENCES[0])
_BECAUSE = "because"
AS = "as"
"""Between where a point belongs and how it reads there."""

PARAGRAPH = "¶"
"""Between two paragraphs of a text typed in one line."""


def file(reader: Reader) -> Command | Refusal:
    """`file POINT under ITEM`, `file POINT on D|N|item ITEM [as TEXT]`."""
    if reader.is_done:
        return refuse("no_such_point", point="–")
    point = reader.take().word
    token = reader.peek()
    if token is not None and token.word == "on" and reader.peek(1) is not None:
        return _moved(reader, point)
    if token is None or token.word != "under":
        return refuse("file_under_missing")
    reader.take()
    token = reader.peek()
    agenda = reader.lexicon.agenda
    if token is None or agenda.item(token.text) is None:
        return no_such_item(reader, token.text if token else "–")
    reader.take()
    return reader.finished() or FilePoint(point, token.text)


def _moved(reader: Reader, point: str) -> Command | Refusal:
    """`on D|N|item ITEM [as [TAG ...] [KIND] [STANCE] [AUDIENCE] TEXT]`."""
    itself = on_item(reader)
    if isinstance(itself, Refusal):
        return itself
    if itself is None:
        reader.take()
    on = itself or statement(reader)
    if isinstance(on, Refusal):
        return on
    token = reader.peek()
    if token is None or token.word != AS:
        return reader.finished() or MovePoint(point, on)
    reader.take()
    marks = point_marks(reader)
    if isinstance(marks, Refusal):
        return marks
    return MovePoint(point, on, CorrectPoint(point, reader.rest(), **marks))


def keep(reader: Reader) -> Command | Refusal:
    """`statement [on D|N] TEXT [¶ TEXT ...]`."""
    on = on_statement(reader)
    if isinstance(on, Refusal):
        return on
    paragraphs = _paragraphs(reader.rest())
    return KeepStatement("\n".join(paragraphs), on) if paragraphs else refuse("text_missing")


def several(reader: Reader) -> Command | Refusal:
    """`points [on D|N|item ID] TEXT [¶ TEXT ...]`, each with tags and marks of its own."""
    on = on_item(reader) or on_statement(reader)
    if isinstance(on, Refusal):
        return on
    notes: list[Note] = []
    for each in _paragraphs(reader.rest()):
        of_point = Reader(each, reader.lexicon)
        marks = point_marks(of_point)
        if isinstance(marks, Refusal):
            return marks
        notes.append(Note(of_point.rest(), on=on, **marks))
    return NotePoints(tuple(notes)) if notes else refuse("text_missing")


def _paragraphs(text: str) -> list[str]:
    return [each.strip() for each in text.split(PARAGRAPH) if each.strip()]


def tag(reader: Reader) -> Command | Refusal:
    """`tag POINT TAG ...`, `tag POINT none`."""
    if reader.is_done:
        return refuse("no_such_point", point="–")
    point = reader.take().word
    token = reader.peek()
    if token is not None and token.word == _NONE:
        reader.take()
        return reader.finished() or TagPoint(point)
    marks = point_marks(reader)
    if isinstance(marks, Refusal):
        return marks
    found = TagPoint(point, marks["questions"], marks["topics"], marks["proposals"])
    left = reader.peek()
    says_more = (marks["kind"], marks["stance"], marks["audience"]) != _UNMARKED
    if left is not None or says_more or found == TagPoint(point):
        return refuse("no_such_tag", found=left.text if left else "–")
    return found


def strike(reader: Reader) -> Command | Refusal:
    """`strike POINT because TEXT`, `strike N because TEXT`."""
    if reader.is_done:
        return refuse("strike_what", found="–")
    token = reader.take()
    following = reader.peek()
    if following is not None and following.word == _BECAUSE:
        reader.take()
    reason = reader.rest()
    if not reason:
        return refuse("strike_reason", what=token.text)
    if token.number is not None:
        return StrikeStatement(token.number, reason, reader.insists)
    return StrikePoint(token.word, reason)
