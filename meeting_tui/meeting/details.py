"""What is kept of a statement besides its points, and who is known to be in the room.

A detail recorded again replaces the one before; the log keeps both.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from meeting_tui.delegations.model import STATES
from meeting_tui.meeting.declared import NOTES, Act, Decides, Happening, Seat, Teller, When
from meeting_tui.meeting.entry import Command, Entry, Event
from meeting_tui.meeting.facts import KeptFile, On, Presence, ReceivedText, Who
from meeting_tui.meeting.notes import intervention_meant
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.state import MeetingState
from meeting_tui.meeting.syntax import (
    NAMES,
    Fields,
    Part,
    on_a_statement,
    on_statement,
    part,
    said,
)
from meeting_tui.meeting.tokens import complete
from meeting_tui.text import fold
from meeting_tui.words import say

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


class HearLanguage(Command, frozen=True):
    """In which language a statement was made."""

    language: str
    interpreted: bool = False
    on: On = None


class NamePerson(Command, frozen=True):
    """Who spoke for the delegation."""

    person: str
    title: str = ""
    on: On = None


class MarkStatement(Command, frozen=True):
    """A mark on a statement, or no longer."""

    mark: str
    holds: bool = True
    on: On = None


class ReceiveText(Command, frozen=True):
    """The text of a statement came in."""

    on: On = None
    path: str = ""
    """The file that was named; whoever keeps the session copies it before this is decided."""
    kept: KeptFile | None = None
    """The copy."""


class ChangeAlignment(Command, frozen=True):
    """Which States aligned with a group statement."""

    aligned: tuple[str, ...] | None
    """None: those that the directory has for the group."""
    on: On = None
    usual: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Group -> the States that usually align with its statements, as the directory has them."""


class NotePresence(Command, frozen=True):
    """Who is in the room, or was marked so by mistake."""

    whom: tuple[Who, ...]
    here: bool = True


class LanguageHeard(Event, frozen=True):
    """A statement was made in a language, heard in it or through interpretation."""

    name = "language_heard"
    intervention: str
    language: str
    """`ar`, `zh`, `en`, `fr`, `ru`, `es`, or a name as typed."""
    interpreted: bool = False


class PersonNamed(Event, frozen=True):
    """Who spoke for the delegation."""

    name = "person_named"
    intervention: str
    person: str
    title: str = ""


class StatementMarked(Event, frozen=True):
    """A statement was given a mark, or is without it again."""

    name = "statement_marked"
    intervention: str
    mark: str
    """`awaited`, `check` or `record`."""
    holds: bool = True


class TextReceived(Event, frozen=True):
    """The written text of a statement came in; nothing of it is awaited any more."""

    name = "text_received"
    intervention: str
    file: str | None
    """Its name in the session's `texts` folder, where a file was kept."""
    size: int | None
    """In bytes."""
    sha256: str | None
    """Of the file's content, in hexadecimal."""


class AlignmentChanged(Event, frozen=True):
    """These States, and no others, aligned with a statement made on behalf of a group."""

    name = "alignment_changed"
    intervention: str
    aligned: tuple[str, ...]


class PresenceNoted(Event, frozen=True):
    """Delegations were seen in the room, or were marked so by mistake."""

    name = "presence_noted"
    delegations: tuple[str, ...]
    """Codes, or names as typed where they are in no directory."""
    here: bool = True
    unknown: tuple[str, ...] = ()
    """Those of them that are in no directory."""


Outcome = tuple[Event, ...] | Refusal

MARKS = {"awaited": "text_awaited", "check": "check_against_delivery", "record": "for_record"}
"""What a statement may be marked with -> the field of the intervention that says so."""

_NOT_IN_THE_ROOM = ("email", "online")
"""Ways of asking for the floor that do not show that a delegation is in the room."""
_SPOKE = ("speaking", "spoke")


def delegations_present(state: MeetingState) -> frozenset[str]:
    """Codes of the delegations known to be in the room, now or earlier in the meeting.

    Marked so, or they asked for the floor there, raised a point of order or handed in a text.
    A request sent by e-mail shows nothing until it was spoken on.
    """
    asked = (
        each.delegation
        for each in state.inscriptions.values()
        if each.outcome in _SPOKE or (each.via not in _NOT_IN_THE_ROOM and each.outcome != "absent")
    )
    raised = (each.delegation for each in state.points_of_order.values())
    handed_in = (each.delegation for each in state.documents)
    return frozenset((*state.present, *asked, *raised, *handed_in))


def hear_language(state: MeetingState, command: HearLanguage, now: datetime) -> Outcome:
    """Record in which language a statement was made and how it was heard."""
    about = intervention_meant(state, command.on)
    if isinstance(about, Refusal):
        return about
    return (LanguageHeard(about.id, command.language, command.interpreted),)


def name_person(state: MeetingState, command: NamePerson, now: datetime) -> Outcome:
    """Record who spoke for the delegation."""
    about = intervention_meant(state, command.on)
    if isinstance(about, Refusal):
        return about
    return (PersonNamed(about.id, command.person, command.title),)


def mark_statement(state: MeetingState, command: MarkStatement, now: datetime) -> Outcome:
    """Mark a statement, or take the mark off."""
    about = intervention_meant(state, command.on)
    if isinstance(about, Refusal):
        return about
    return (StatementMarked(about.id, command.mark, command.holds),)


def receive_text(state: MeetingState, command: ReceiveText, now: datetime) -> Outcome:
    """Record that the text of a statement came, with the file that was kept if there is one."""
    about = intervention_meant(state, command.on)
    if isinstance(about, Refusal):
        return about
    kept = command.kept
    if kept is None:
        if command.path:
            return refuse("file_kept_nowhere", file=command.path)
        return (TextReceived(about.id, None, None, None),)
    return (TextReceived(about.id, kept.name, kept.size, kept.sha256),)


def change_alignment(state: MeetingState, command: ChangeAlignment, now: datetime) -> Outcome:
    """Record which States aligned with a statement made on behalf of a group."""
    about = intervention_meant(state, command.on)
    if isinstance(about, Refusal):
        return about
    asked = state.asked_by(about)
    if asked.group is None:
        return refuse("spoke_for_itself", name=asked.name)
    aligned = command.aligned
    if aligned is None:
        aligned = dict(command.usual).get(asked.group, asked.aligned)
    return (AlignmentChanged(about.id, aligned),)


def note_presence(state: MeetingState, command: NotePresence, now: datetime) -> Outcome:
    """Record that delegations are in the room, or that they were marked so by mistake."""
    return (
        PresenceNoted(
            delegations=tuple(dict.fromkeys(each.code for each in command.whom)),
            here=command.here,
            unknown=tuple(dict.fromkeys(each.code for each in command.whom if not each.known)),
        ),
    )


def on_language(state: MeetingState, event: LanguageHeard, entry: Entry) -> None:
    """The statement was made in that language."""
    _keep(state, event.intervention, language=event.language, interpreted=event.interpreted)


def on_person(state: MeetingState, event: PersonNamed, entry: Entry) -> None:
    """That person spoke."""
    _keep(state, event.intervention, person=event.person, title=event.title)


def on_marked(state: MeetingState, event: StatementMarked, entry: Entry) -> None:
    """The mark holds, or no longer."""
    _keep(state, event.intervention, **{MARKS[event.mark]: event.holds})


def on_text(state: MeetingState, event: TextReceived, entry: Entry) -> None:
    """The text is there; a file kept before stays linked where none came with this."""
    before = state.interventions[event.intervention].text
    text = ReceivedText(entry.at, event.file, event.size, event.sha256)
    if event.file is None and before is not None:
        text = before
    _keep(state, event.intervention, text=text, text_awaited=False)


def on_alignment(state: MeetingState, event: AlignmentChanged, entry: Entry) -> None:
    """Those States aligned with the statement."""
    _keep(state, event.intervention, aligned=event.aligned)


def on_presence(state: MeetingState, event: PresenceNoted, entry: Entry) -> None:
    """They are among those present, or no longer because of this mark."""
    for each in event.delegations:
        state.present.pop(each, None)
        if event.here:
            state.present[each] = Presence(each, each not in event.unknown, entry.at)


def _keep(state: MeetingState, intervention: str, **details: Any) -> None:
    state.interventions[intervention] = replace(state.interventions[intervention], **details)


def language_name(code: str, language: str) -> str:
    """The name of a language spoken, in the reader's; a name as typed is its own."""
    return say(f"details.language_{code}", language) if code in INTERPRETED else code


def size_told(size: int) -> str:
    """A size in bytes, as people read it: `214 kB`."""
    return f"{size} B" if size < 1000 else f"{size / 1000:,.0f} kB"


def _heard(teller: Teller, event: LanguageHeard) -> str:
    key = "details.heard_interpreted" if event.interpreted else "details.heard"
    spoken = language_name(event.language, teller.language)
    return teller.say(key, name=teller.who(event.intervention), spoken=spoken)


def _person(teller: Teller, event: PersonNamed) -> str:
    name, person = teller.who(event.intervention), event.person
    if event.title:
        return teller.say("details.person_titled", name=name, person=person, title=event.title)
    return teller.say("details.person", name=name, person=person)


def _marked(teller: Teller, event: StatementMarked) -> str:
    key = f"details.marked_{event.mark}" if event.holds else f"details.unmarked_{event.mark}"
    return teller.say(key, name=teller.who(event.intervention))


def _received(teller: Teller, event: TextReceived) -> str:
    name = teller.who(event.intervention)
    if event.file is None:
        return teller.say("details.received", name=name)
    size = size_told(event.size or 0)
    return teller.say("details.received_file", name=name, file=event.file, size=size)


def _aligned(teller: Teller, event: AlignmentChanged) -> str:
    name = teller.who(event.intervention)
    if not event.aligned:
        return teller.say("details.aligned_none", name=name)
    return teller.say("details.aligned", name=name, states=teller.names(event.aligned))


def _seen(teller: Teller, event: PresenceNoted) -> str:
    key = "details.present" if event.here else "details.not_present"
    told = teller.say(key, names=teller.names(event.delegations))
    return teller.say("room.count_now", told=told, count=len(teller.state.present))


HAPPENINGS = (
    Happening(LanguageHeard, on_language, _heard, (NOTES,), stays=True),
    Happening(PersonNamed, on_person, _person, (NOTES,), stays=True),
    Happening(StatementMarked, on_marked, _marked, (NOTES,), stays=True),
    Happening(TextReceived, on_text, _received, (NOTES,), stays=True),
    Happening(AlignmentChanged, on_alignment, _aligned, (NOTES,), stays=True),
    Happening(PresenceNoted, on_presence, _seen, (NOTES,), stays=True),
)


_COMMAS = ",，、"


def _spoken(reader: Reader) -> Fields | Refusal:
    """`LANG [interpreted] [on D|N]`; the statement may be named before it."""
    on = on_statement(reader)
    if isinstance(on, Refusal):
        return on
    if reader.is_done:
        return refuse("language_missing")
    language = language_named(reader.take().text)
    word = reader.keyword(("interpreted",))
    on = on_statement(reader) if on is None else on
    if isinstance(on, Refusal):
        return on
    return {"language": language, "interpreted": word == "interpreted", "on": on}


def _named(reader: Reader) -> Fields | Refusal:
    """`NAME[, TITLE]`."""
    token = reader.peek()
    if token is not None and token.quoted:
        reader.take()
        name, title = token.text, reader.rest()
    else:
        words = reader.rest()
        end = min((at for comma in _COMMAS if (at := words.find(comma)) >= 0), default=len(words))
        name, title = words[:end].strip(), words[end + 1 :].strip()
    return {"person": name, "title": title} if name else refuse("person_missing")


def _mark(reader: Reader) -> Fields | Refusal:
    """`[not] awaited|check|record`."""
    holds = not said(reader, "not")
    token = reader.peek()
    if token is None:
        return refuse("statement_mark_missing")
    found = complete(token.word, MARKS)
    if not isinstance(found, str):
        return refuse("no_such_statement_mark", found=token.text)
    reader.take()
    return {"mark": found, "holds": holds}


def _file(reader: Reader) -> str:
    """A path; with spaces it is quoted, or stands as it is."""
    token = reader.peek()
    if token is None or not token.quoted:
        return reader.rest()
    return reader.take().text


def _aligned_with(reader: Reader) -> Fields | Refusal:
    """`none|default|D [D ...]`."""
    everybody = reader.lexicon.directory.all()
    usual = tuple(
        (group, each.aligned_by_default) for each in everybody for group in each.speaks_for
    )
    if said(reader, "none"):
        return {"aligned": (), "usual": usual}
    if said(reader, "default"):
        return {"aligned": None, "usual": usual}
    whom = reader.whom()
    if isinstance(whom, Refusal):
        return whom
    other = next((each for each in whom if each.kind not in STATES), None)
    if other is not None:
        return refuse("aligns_no_state", name=other.name)
    return {"aligned": tuple(dict.fromkeys(each.code for each in whom)), "usual": usual}


def _of_statement(
    act: str, command: type[Command], rule: Decides, event: type[Event], *parts: Part
) -> Act:
    """An act that keeps something of a statement."""
    return Act(act, "notes", {command: rule}, parts, When.EVER, Seat.NOTES, events=(event,))


ACTS = (
    _of_statement(
        "heard",
        HearLanguage,
        hear_language,
        LanguageHeard,
        Part("LANG [interpreted] [on D|N]", _spoken, NAMES),
    ),
    _of_statement(
        "person",
        NamePerson,
        name_person,
        PersonNamed,
        on_a_statement(),
        Part("NAME[, TITLE]", _named),
    ),
    _of_statement(
        "mark",
        MarkStatement,
        mark_statement,
        StatementMarked,
        on_a_statement(),
        Part("[not] awaited|check|record", _mark),
    ),
    _of_statement(
        "received",
        ReceiveText,
        receive_text,
        TextReceived,
        on_a_statement(),
        part("[FILE]", "path", _file),
    ),
    _of_statement(
        "aligned",
        ChangeAlignment,
        change_alignment,
        AlignmentChanged,
        on_a_statement(),
        Part("none|default|D [D ...]", _aligned_with, NAMES),
    ),
    _of_statement(
        "present",
        NotePresence,
        note_presence,
        PresenceNoted,
        part("[not]", "here", lambda reader: not said(reader, "not")),
        part("D [D ...]", "whom", lambda reader: reader.whom(), NAMES),
    ),
)


_NAMES = {
    "ar": ("Arabic", "العربية", "arabe", "árabe", "арабский", "阿拉伯语", "阿文", "阿拉伯文"),
    "zh": ("Chinese", "Mandarin", "中文", "汉语", "chinois", "chino", "китайский", "华语"),
    "en": ("English", "英语", "英文", "anglais", "inglés", "английский"),
    "fr": ("French", "français", "法语", "法文", "francés", "французский"),
    "ru": ("Russian", "русский", "俄语", "俄文", "russe", "ruso"),
    "es": ("Spanish", "español", "西班牙语", "西文", "西班牙文", "espagnol", "испанский"),
}


INTERPRETED = tuple(_NAMES)
"""Codes of the languages there is interpretation from and into."""


_CODES = {fold(name): code for code, names in _NAMES.items() for name in (code, *names)}


def language_named(text: str) -> str:
    """The code of one of the six languages, by code or name; any other as it is typed."""
    return _CODES.get(fold(text), text)
