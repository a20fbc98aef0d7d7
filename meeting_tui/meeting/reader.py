"""Reading one typed line word by word; each act of the registry reads its own rest with this."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import time
from itertools import takewhile

from msgspec.structs import replace

from meeting_tui.agenda.model import Words
from meeting_tui.meeting.clock_words import MINUTES_AT_MOST, longest_clock, longest_span
from meeting_tui.meeting.facts import Who
from meeting_tui.meeting.lexicon import Lexicon
from meeting_tui.meeting.name_words import JOINING
from meeting_tui.meeting.naming import Named
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.tokens import Token, complete, tokenise
from meeting_tui.patterns import late_pattern
from meeting_tui.text import clean_line, fold
from meeting_tui.words import LANGUAGES

LONGEST_NAMES = 8_000
"""Letters of a line of names; all States, written out, have half as many."""
_LONGEST_TITLE = 12
"""Words of the longest title of a tier or a kind of speech that is looked for."""
_ORDINAL = late_pattern(r"([1-9]\d?)(?:st|nd|rd|th)|第([1-9]\d?)[个次]?")


class Reader:
    """The words of a line and how far they are read."""

    def __init__(self, line: str, lexicon: Lexicon) -> None:
        self.line = clean_line(line)
        self.lexicon = lexicon
        self.tokens = tokenise(self.line)
        self.at = 0
        self.insists = False
        """The act's own word was typed with an exclamation mark."""
        self.named: Named | None = None
        """The delegation read last, with what stood behind its name."""

    def of(self, line: str) -> Reader:
        """What reads another line by the same names."""
        return Reader(line, self.lexicon)

    @property
    def is_done(self) -> bool:
        """Whether every word is read."""
        return self.at >= len(self.tokens)

    def peek(self, ahead: int = 0) -> Token | None:
        """The next word without reading it."""
        place = self.at + ahead
        return self.tokens[place] if place < len(self.tokens) else None

    def take(self) -> Token:
        """The next word; there must be one."""
        token = self.tokens[self.at]
        self.at += 1
        return token

    @property
    def offset(self) -> int:
        """Where in the line the next word begins."""
        token = self.peek()
        return len(self.line) if token is None else token.start

    def go_to(self, offset: int) -> None:
        """Reads on from a place of the line, be it within a word."""
        read = [each for each in self.tokens if each.start < offset]
        following = tokenise(self.line[offset:])
        moved = (replace(each, start=each.start + offset) for each in following)
        self.tokens, self.at = (*read, *moved), len(read)

    def rest(self) -> str:
        """All that is not read, exactly as typed, quotation marks included."""
        token = self.peek()
        self.at = len(self.tokens)
        return "" if token is None else self.line[token.start :]

    def who(self, *, apart: bool = True, is_exact: bool = False) -> Who | Refusal:
        """The delegation named next; `is_exact`: a word that is no name stands for none.

        `apart`: "on behalf of", and brackets behind a space, belong to it; not where text follows.
        """
        token = self.peek()
        if token is None:
            return refuse("name_missing")
        found = self.lexicon.one_name(self.line, token.start, apart=apart, is_exact=is_exact)
        if isinstance(found, Refusal):
            return found
        self.named = found
        self._go_to(found.end)
        return found.who

    def request(self) -> Who | Refusal:
        """The delegation named next, and with `2nd` which of its requests."""
        who = self.who()
        token = self.peek()
        found = _ORDINAL.fullmatch(token.word) if token else None
        if isinstance(who, Refusal) or found is None or token is None:
            return who
        self.at += 1
        if token.insists and self.named is not None:
            self.named = replace(self.named, insists=True)
        return replace(who, nth=int(found[1] or found[2]))

    def whom(self, *, is_first: bool = True) -> tuple[Who, ...] | Refusal:
        """All delegations named next, up to an option of `inscribe` or the end of the line.

        `is_first`: whether none is named before, so that no word can join one to it.
        """
        token = self.peek()
        if token is None:
            return refuse("name_missing")
        too_long = too_long_for_names(self.line[token.start :])
        if too_long:
            return too_long
        found = self.lexicon.names(self.line, token.start, is_first=is_first)
        if isinstance(found, Refusal):
            return found
        named, end = found
        self._go_to(end)
        return tuple(each.who for each in named)

    def joining_word(self) -> None:
        """Passes over a word that joins two names, if one stands next."""
        token = self.peek()
        if token is not None and token.is_bare and token.text in JOINING:
            self.at += 1

    def _go_to(self, end: int) -> None:
        """Go on with the first word that begins at an offset or behind it."""
        while self.at < len(self.tokens) and self.tokens[self.at].start < end:
            self.at += 1

    def keyword(self, words: Iterable[str]) -> str | None | Refusal:
        """The next word if it is one of `words` or the unique beginning of one; read only then."""
        token = self.peek()
        if token is None:
            return None
        found = complete(token.word, words)
        if isinstance(found, str):
            self.at += 1
        return found

    def titled(self, titles: Mapping[str, Words]) -> str | None:
        """The one of these ids whose title, in any language, or of several, stands next.

        It is read only then.
        """
        said = [(words.say(each), id_) for id_, words in titles.items() for each in LANGUAGES]
        ids = {fold(_of_several(title)): id_ for title, id_ in said}
        ids |= {fold(title): id_ for title, id_ in said}
        ahead = [each.text for each in self.tokens[self.at :]]
        for count in range(min(len(ahead), _LONGEST_TITLE), 0, -1):
            found = ids.get(fold(" ".join(ahead[:count])))
            if found is not None:
                self.at += count
                return found
        return None

    def seconds(self) -> int | Refusal:
        """A span (`2:30`, `2 min`, `90 s`; a small bare number is minutes), in seconds."""
        token = self.peek()
        found = longest_span(self._words())
        if found is None and token is not None and token.number is not None:
            if not 0 < token.number <= MINUTES_AT_MOST:
                return refuse("span_of_what", found=token.number)
            found = token.number * 60, 1
        if token is None:
            return refuse("span_missing")
        if found is None:
            return refuse("span_expected", found=token.text)
        self.at += found[1]
        return found[0]

    def clock(self) -> time | Refusal:
        """A time of day (`10:05`, `10.05`, `3 p.m.`)."""
        token = self.peek()
        if token is None:
            return refuse("clock_missing")
        found = longest_clock(self._words())
        if found is None:
            return refuse("clock_expected", found=token.text)
        self.at += found[1]
        return found[0]

    def _words(self) -> list[str]:
        """The next words as far as they are bare."""
        return [each.text for each in takewhile(lambda each: each.is_bare, self.tokens[self.at :])]

    def finished(self) -> Refusal | None:
        """A refusal when words are left over."""
        token = self.peek()
        return refuse("words_left", word=self.line[token.start :]) if token else None


def _of_several(title: str) -> str:
    """A title as English says it of several: `presentations`, `rights of reply`."""
    first, of, rest = title.partition(" of ")
    return f"{first}s{of}{rest}"


def too_long_for_names(text: str) -> Refusal | None:
    """A refusal for a text that is longer than any list of delegations."""
    if len(text) <= LONGEST_NAMES:
        return None
    return refuse("names_too_long", length=len(text), most=LONGEST_NAMES)
