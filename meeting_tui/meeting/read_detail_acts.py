"""How the acts on what is kept of a statement, on presence and on positions are typed."""

from __future__ import annotations

from meeting_tui.delegations.model import STATES
from meeting_tui.meeting.details import (
    MARKS,
    ChangeAlignment,
    HearLanguage,
    MarkStatement,
    NamePerson,
    NotePresence,
    ReceiveText,
)
from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.languages import language_named
from meeting_tui.meeting.notes import STANCES, Note, recorded
from meeting_tui.meeting.proposals import PROPOSAL
from meeting_tui.meeting.read_other_acts import on_statement, point_marks, statement
from meeting_tui.meeting.reader import Reader, complete
from meeting_tui.meeting.refusal import Refusal, refuse

_COMMAS = ",，、"


def heard(reader: Reader) -> Command | Refusal:
    """`heard LANG [interpreted] [on D|N]`."""
    on = on_statement(reader)
    if isinstance(on, Refusal):
        return on
    if reader.is_done:
        return refuse("language_missing")
    language = language_named(reader.take().text)
    word = reader.keyword(("interpreted",))
    if on is None:
        on = on_statement(reader)
        if isinstance(on, Refusal):
            return on
    return reader.finished() or HearLanguage(language, word == "interpreted", on)


def person(reader: Reader) -> Command | Refusal:
    """`person [on D|N] NAME[, TITLE]`."""
    on = on_statement(reader)
    if isinstance(on, Refusal):
        return on
    token = reader.peek()
    if token is not None and token.quoted:
        reader.take()
        name, title = token.text, reader.rest()
    else:
        words = reader.rest()
        end = min((at for comma in _COMMAS if (at := words.find(comma)) >= 0), default=len(words))
        name, title = words[:end].strip(), words[end + 1 :].strip()
    return NamePerson(name, title, on) if name else refuse("person_missing")


def mark(reader: Reader) -> Command | Refusal:
    """`mark [on D|N] [not] awaited|check|record`."""
    on = on_statement(reader)
    if isinstance(on, Refusal):
        return on
    holds = not _said(reader, "not")
    token = reader.peek()
    found = complete(token.word, MARKS) if token else None
    if not isinstance(found, str):
        return refuse("no_such_statement_mark", found=token.text if token else "–")
    reader.take()
    return reader.finished() or MarkStatement(found, holds, on)


def received(reader: Reader) -> Command | Refusal:
    """`received [on D|N] [FILE]`; a path with spaces is quoted, or stands as it is."""
    on = on_statement(reader)
    if isinstance(on, Refusal):
        return on
    token = reader.peek()
    if token is not None and token.quoted:
        reader.take()
        return reader.finished() or ReceiveText(on, token.text)
    return ReceiveText(on, reader.rest())


def aligned(reader: Reader) -> Command | Refusal:
    """`aligned [on D|N] none|default|D [D ...]`."""
    on = on_statement(reader)
    if isinstance(on, Refusal):
        return on
    everybody = reader.lexicon.directory.all()
    usual = tuple(
        (group, each.aligned_by_default) for each in everybody for group in each.speaks_for
    )
    token = reader.peek()
    if token is not None and token.word in ("none", "default"):
        reader.take()
        chosen = () if token.word == "none" else None
        return reader.finished() or ChangeAlignment(chosen, on, usual)
    whom = reader.whom()
    if isinstance(whom, Refusal):
        return whom
    other = next((each for each in whom if each.kind not in STATES), None)
    if other is not None:
        return refuse("aligns_no_state", name=other.name)
    codes = tuple(dict.fromkeys(each.code for each in whom))
    return reader.finished() or ChangeAlignment(codes, on, usual)


def present(reader: Reader) -> Command | Refusal:
    """`present [not] D [D ...]`."""
    here = not _said(reader, "not")
    whom = reader.whom()
    if isinstance(whom, Refusal):
        return whom
    return reader.finished() or NotePresence(whom, here)


def propose(reader: Reader) -> Command | Refusal:
    """`propose [on D|N] [TAG ...] TEXT`: a point of kind proposal."""
    on = on_statement(reader)
    if isinstance(on, Refusal):
        return on
    marks = point_marks(reader)
    if isinstance(marks, Refusal):
        return marks
    marks["kind"] = PROPOSAL
    return Note(reader.rest(), on=on, **marks)


def position(reader: Reader) -> Command | Refusal:
    """`position D|N supports|conditional|reserves|opposes TAG [TEXT]`: a point with that stance."""
    on = statement(reader)
    if isinstance(on, Refusal):
        return on
    token = reader.peek()
    stance = complete(token.word.removeprefix("/"), STANCES[1:]) if token else None
    if not isinstance(stance, str):
        stances = ", ".join(STANCES[1:])
        return refuse("no_such_stance", found=token.text if token else "–", stances=stances)
    reader.take()
    marks = point_marks(reader, stance)
    if isinstance(marks, Refusal):
        return marks
    tags = (*marks["questions"], *marks["topics"], *marks["proposals"])
    if not tags:
        return _on_nothing(reader)
    text = reader.rest() or recorded(stance, tags)
    return Note(text, on=on, **marks)


def _on_nothing(reader: Reader) -> Refusal:
    lexicon = reader.lexicon
    ids = [
        *(each.id.lower() for each in lexicon.agenda.questions),
        *(each.id for each in lexicon.agenda.topics),
        *lexicon.proposals,
    ]
    token = reader.peek()
    return refuse("position_on_nothing", found=token.text if token else "–", tags=", ".join(ids))


def _said(reader: Reader, word: str) -> bool:
    """Whether that word stands next; read only then."""
    token = reader.peek()
    if token is None or token.word != word:
        return False
    reader.take()
    return True
