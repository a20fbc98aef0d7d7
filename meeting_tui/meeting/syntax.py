"""What may stand behind the words of an act: each part with its text and with how it is read.

An act declares its parts; the syntax that people are shown and what a typed line means are both
made from them, so that neither can say what the other does not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from meeting_tui.meeting.facts import On, OnItem, Who
from meeting_tui.meeting.refusal import Refusal, refuse

if TYPE_CHECKING:
    from meeting_tui.meeting.reader import Reader


NAMES, ITEMS, SEGMENTS = "names", "items", "segments"
"""What a part takes, for whoever offers completions."""
BECAUSE = "because"
PARAGRAPH = "¶"
"""Between two paragraphs of a text typed in one line."""

Fields = Mapping[str, Any]


class Part(Struct, frozen=True):
    """One part of a line."""

    shown: str
    """As the syntax shows it; empty for what is not typed as a word of its own."""
    read: Callable[[Reader], Fields | Refusal]
    """Reads it from the line: fields of the command, or a refusal that says what was expected."""
    takes: str = ""
    """What completion offers for it: `NAMES`, `ITEMS` or `SEGMENTS`."""


def part(shown: str, into: str, read: Callable[[Reader], Any], takes: str = "") -> Part:
    """A part that fills one field of the command."""

    def fields(reader: Reader) -> Fields | Refusal:
        found = read(reader)
        return found if isinstance(found, Refusal) else {into: found}

    return Part(shown, fields, takes)


def request(into: str = "who") -> Part:
    """A delegation that waits, and which of its requests."""
    return part("D [2nd]", into, lambda reader: reader.request(), NAMES)


def delegation(into: str = "who", *, apart: bool = True) -> Part:
    """One delegation. `apart`: "on behalf of" belongs to it; not where text follows."""
    return part("D", into, lambda reader: reader.who(apart=apart), NAMES)


def span_of_time(into: str = "seconds") -> Part:
    """A span, in seconds."""
    return part("M:SS", into, lambda reader: reader.seconds())


def clock(into: str) -> Part:
    """A time of day."""
    return part("HH:MM[:SS]", into, lambda reader: reader.clock())


def text(into: str = "text") -> Part:
    """Free text to the end of the line, which must be there."""
    return part("TEXT", into, lambda reader: reader.rest() or refuse("text_missing"))


def optional_text(into: str = "text") -> Part:
    """Free text to the end of the line, if there is any."""
    return part("[TEXT]", into, lambda reader: reader.rest())


def any_text(into: str = "text") -> Part:
    """Text to the end of the line; what it must be is for the rule to say."""
    return part("TEXT", into, lambda reader: reader.rest())


def with_reason(*parts: Part) -> tuple[Part, ...]:
    """Parts, then `because` and the reason for what they say.

    The reason is what stands behind the last `because`, so a title may hold that word too.
    """

    def read(reader: Reader) -> Fields | Refusal:
        words, found = _up_to_reason(reader), dict[str, Any]()
        for each in parts:
            fields = each.read(words)
            if isinstance(fields, Refusal):
                return fields
            found |= fields
        reason = words.finished() or reader.rest() or refuse("plan_because", line=words.line)
        return reason if isinstance(reason, Refusal) else {**found, "reason": reason}

    shown = " ".join((*(each.shown for each in parts), BECAUSE, "TEXT"))
    return (Part(shown, read, parts[0].takes),)


def _up_to_reason(reader: Reader) -> Reader:
    """Reads what stands before the last `because`; `reader` goes on behind it."""
    places = (n for n, each in enumerate(reader.tokens) if each.word == BECAUSE and n >= reader.at)
    until = max(places, default=len(reader.tokens))
    end = reader.tokens[until].start if until < len(reader.tokens) else len(reader.line)
    words = reader.of(reader.line[:end].strip())
    words.at, reader.at = reader.at, min(until + 1, len(reader.tokens))
    return words


def next_word(reader: Reader) -> str:
    """The next word as typed; empty where there is none."""
    return "" if reader.is_done else reader.take().text


def number(into: str = "number") -> Part:
    """The number of an intervention."""

    def read(reader: Reader) -> int | Refusal:
        token = reader.peek()
        if token is None:
            return refuse("number_missing")
        if token.number is None:
            return refuse("number_expected", found=token.text)
        reader.take()
        return token.number

    return part("N", into, read)


def point(into: str = "point") -> Part:
    """The id of a point."""
    return part(
        "POINT",
        into,
        lambda reader: refuse("point_missing") if reader.is_done else reader.take().word,
    )


def item(into: str = "item") -> Part:
    """An item of the agenda; a segment is refused with a word of its own."""

    def read(reader: Reader) -> str | Refusal:
        found, agenda = next_word(reader), reader.lexicon.agenda
        if agenda.item(found) is None and agenda.segment(found):
            return refuse("is_segment", segment=found)
        return found if agenda.item(found) else no_such_item(reader, found)

    return part("ID", into, read, ITEMS)


def segment(into: str = "segment") -> Part:
    """A segment of the agenda."""

    def read(reader: Reader) -> str | Refusal:
        found = next_word(reader)
        return found if reader.lexicon.agenda.segment(found) else no_such_segment(reader, found)

    return part("ID", into, read, SEGMENTS)


def insisted(into: str = "insist") -> Part:
    """Whether the act's own word was typed with an exclamation mark."""
    return part("", into, lambda reader: reader.insists)


def everybody(into: str = "directory") -> Part:
    """The delegations there are, for a decision that looks names up."""
    return part("", into, lambda reader: reader.lexicon.directory)


def on_a_statement(into: str = "on") -> Part:
    """The statement that is meant, where one is named."""
    return part("[on D|N]", into, on_statement, NAMES)


def on_statement(reader: Reader) -> On | Refusal:
    """`on D|N`, where it stands next: the statement meant; else None, and nothing is read."""
    token = reader.peek()
    if token is None or token.word != "on" or reader.peek(1) is None:
        return None
    item = on_item(reader)
    if item is not None:
        return item if isinstance(item, Refusal) else refuse("not_on_an_item", item=item.item)
    reader.take()
    found = statement(reader)
    if isinstance(found, Refusal) and found.code.startswith("not_a_name"):
        return refuse("has_not_spoken", name=reader.take().text)
    return found


def on_item(reader: Reader) -> OnItem | None | Refusal:
    """`on item ID`, where it stands next; else None, and nothing is read."""
    on, item = reader.peek(), reader.peek(1)
    if on is None or item is None or (on.word, item.word) != ("on", "item"):
        return None
    reader.at += 2
    found = next_word(reader)
    return OnItem(found) if reader.lexicon.agenda.item(found) else no_such_item(reader, found)


def statement(reader: Reader) -> Who | int | Refusal:
    """`D|N`: the delegation, or the number of the intervention."""
    token = reader.peek()
    if token is not None and token.number is not None:
        reader.take()
        return token.number
    return reader.who(apart=False)


def at_time(reader: Reader) -> time | None | Refusal:
    """`at HH:MM[:SS]`, where it stands next; else None, and nothing is read."""
    token = reader.peek()
    if token is None or token.word != "at":
        return None
    reader.take()
    return reader.clock()


def said(reader: Reader, word: str) -> bool:
    """Whether that word stands next; read only then."""
    token = reader.peek()
    if token is None or token.word != word:
        return False
    reader.take()
    return True


def paragraphs(line: str) -> list[str]:
    """The paragraphs of a text typed in one line."""
    return [each.strip() for each in line.split(PARAGRAPH) if each.strip()]


def no_such_item(reader: Reader, text: str) -> Refusal:
    """The refusal for a word that is no item, or for none at all, naming those there are."""
    items = ", ".join(item.id for item in reader.lexicon.agenda.items)
    return (
        refuse("no_such_item", item=text, items=items)
        if text
        else refuse("item_missing", items=items)
    )


def no_such_segment(reader: Reader, text: str) -> Refusal:
    """The refusal for a word that is no segment, or for none at all, naming those there are."""
    segments = ", ".join(each.id for item in reader.lexicon.agenda.items for each in item.segments)
    if not segments:
        return refuse("no_segments")
    if not text:
        return refuse("segment_missing", segments=segments)
    return refuse("no_such_segment", segment=text, segments=segments)
