"""What belongs to a name in a typed line: brackets, "on behalf of", an exclamation mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.delegations.directory import Directory
from meeting_tui.delegations.model import STATES
from meeting_tui.meeting import name_words as around
from meeting_tui.meeting.facts import Who
from meeting_tui.meeting.name_words import behind_phrase
from meeting_tui.meeting.naming import Named, Naming
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.patterns import late_pattern
from meeting_tui.text import clean_line


class Capacities:
    """The names of a line in the capacities they are named in."""

    def __init__(self, naming: Naming) -> None:
        self._naming = naming

    def one(self, *, apart: bool) -> Named | Refusal | None:
        """The first name with what belongs to it; None where no name stands.

        `apart`: brackets behind a space and "on behalf of" belong to it; not where text follows.
        """
        refused: Refusal | None = None
        for each in self._naming.bare(0) if self._naming.pieces else ():
            for whole in self.with_capacity(each, apart=apart):
                if isinstance(whole, Refusal):
                    refused = refused or whole
                elif self._is_apart(whole.end):
                    return whole
        return refused

    def unknown(self, *, apart: bool) -> Named | Refusal | None:
        """The first word as a name that is in no directory, with what belongs to it."""
        first = self._naming.pieces[0]
        name = clean_line(first.text)
        if first.sort != "word" or not name:
            return None
        named = Named(Who(name, name, "unknown", known=False), first.start, first.end)
        return next(self.with_capacity(named, apart=apart))

    def _is_apart(self, end: int) -> bool:
        """Whether the name ends there, and Chinese does not go on."""
        before, after = (self._naming.piece(self._naming.place(end) - n) for n in (1, 0))
        return not (before and after and before.sort == after.sort == "han")

    def with_capacity(self, named: Named, *, apart: bool = True) -> Iterator[Named | Refusal]:
        """A name with the brackets, or "on behalf of", and the exclamation mark behind it."""
        n = self._naming.place(named.end)
        behind = self._naming.piece(n)
        if behind is not None and behind.sort == "space" and apart:
            behind = self._naming.piece(n + 1)
        if behind is not None and behind.sort == "bracket":
            found = spoken_for(behind.text[1:-1], self._naming.directory)
            if isinstance(found, Refusal):
                yield found
                return
            plus = "+" in behind.text.replace("＋", "+")
            spoken = self._speaking_for(named, found, behind.end, names_aligned=plus)
            yield self._insisting(spoken)
            return
        if apart:
            yield from self._on_behalf(named)
        yield self._insisting(named)

    def _insisting(self, named: Named) -> Named:
        following = self._naming.piece(self._naming.place(named.end))
        if following is None or following.sort != "bang":
            return named
        return replace(named, end=following.end, insists=True)

    def _on_behalf(self, named: Named) -> Iterator[Named | Refusal]:
        """The same, with what stands behind "on behalf of", the longest known name first."""
        start = named.end
        while start < len(self._naming.line) and self._naming.line[start] in " ,，、\u00a0\u3000":
            start += 1
        begin = around.behind_phrase(self._naming.line, start)
        if begin is None:
            return
        behalf = Naming(self._naming.line, begin, self._naming.directory)
        if not behalf.pieces:
            yield refuse("group_missing")
            return
        ends = tuple(group_ends(behalf))
        for end in ends:
            found = spoken_for(self._naming.line[begin:end], self._naming.directory)
            whole = behind_members(self._naming.line, end)
            if isinstance(found, Refusal):
                yield found
            elif found.group is not None and whole > end:
                yield self._insisting(self._speaking_for(named, found, whole))
            elif found.group is None and self._joins(end):
                yield refuse("spoken_for_apart", name=named.who.name)
                return
            elif (not found.is_known or end == ends[0]) and (joined := self._joined(end)):
                typed = self._naming.line[begin:end]
                yield refuse("behalf_and", name=named.who.name, group=typed, other=joined)
                return
            else:
                yield self._insisting(self._speaking_for(named, found, end))

    def _speaking_for(
        self, named: Named, found: SpokenFor, end: int, *, names_aligned: bool = False
    ) -> Named:
        """The same name, speaking for others."""
        who = named.who
        if found.group is None and not found.aligned:
            return replace(named, end=end)
        changed = replace(
            who,
            group=found.group,
            aligned=tuple(code for code in found.aligned if code != who.code),
            group_known=found.is_known,
            outside=outside(who, found, self._naming.directory),
        )
        return replace(named, who=changed, end=end, names_aligned=names_aligned)

    def _joins(self, end: int) -> bool:
        """Whether a joining word follows, so that it is open who speaks and who is spoken for."""
        n = self._behind_space(end)
        return n < len(self._naming.pieces) and self._naming.is_joint(n)

    def _joined(self, end: int) -> str:
        """The name behind a joining word that follows, as it is typed; empty where none does."""
        if not self._joins(end):
            return ""
        n = self._behind_space(end)
        while n < len(self._naming.pieces) and (
            self._naming.is_joint(n) or self._naming.pieces[n].sort == "space"
        ):
            n += 1
        found = self._naming.bare(n) if n < len(self._naming.pieces) else ()
        return next((self._naming.line[each.start : each.end] for each in found), "")

    def _behind_space(self, end: int) -> int:
        """The place behind the spaces at an offset."""
        n = self._naming.place(end)
        while (each := self._naming.piece(n)) and each.sort == "space":
            n += 1
        return n


def group_ends(naming: Naming) -> Iterator[int]:
    """Where the group that a line begins with may end: a known name, then any place at all.

    A name that nobody knows ends before a joining word, or else with its entry.
    """
    first = naming.pieces[0]
    if first.sort == "quoted":
        yield first.end
        return
    within, _ = naming.ends(0)
    text, directory = naming.line, naming.directory
    known = [e for e in within if known_spoken_for(text[first.start : e], directory)]
    yield from reversed(known)
    last = first.start
    for n, each in enumerate(naming.pieces if not known else ()):
        if each.sort in ("mark", "number", "bang") or around.is_option(each):
            break
        if last > first.start and naming.is_joint(n):
            yield last
        last = last if each.sort == "space" else each.end
    if last > first.start:
        yield last


def outside(who: Who, found: SpokenFor, directory: Directory) -> str:
    """The name of a known group whose members are known and of which a State is none; or empty."""
    members = directory.members(found.group) if found.group and found.is_known else ()
    is_meant = who.known and who.kind in STATES and bool(members)
    return (
        directory.group_in_sentence(found.group or "")
        if is_meant and who.code not in members
        else ""
    )


_PLUS = late_pattern(r"[+＋]")


_BETWEEN = late_pattern(r"\s*(?:[,，、;；،؛&]|\b(?:and|et|y|e|и|و)\b|和|与|及|以及)\s*")


_QUOTES = late_pattern(r'"([^"]*)"|“([^”]*)”|「([^」]*)」')


_ARTICLE = late_pattern(r"(?:the|la|le|les|el|los|las)\s+|l['’]", re.IGNORECASE)


_MEMBERS = late_pattern(
    r"(?:its|their)(?: \d+)? member states|ses états membres|sus estados miembros|其成员国",
    re.IGNORECASE,
)
"""What a group's statement says besides the group's name."""


_AND_MEMBERS = late_pattern(
    rf"[\s,，]*(?:\b(?:and|et|y)\b|和|与|以?及)\s*(?:de\s+)?(?:{_MEMBERS.pattern})", re.IGNORECASE
)


_NEAR_LENGTH = 4
"""So short a word is a group's id; one that is nearly another's is a slip."""


class SpokenFor(Struct, frozen=True):
    """In what capacity somebody speaks."""

    group: str | None
    """The group's id, or what was typed of one that is in no list; None for States alone.

    With no States either: for those it always speaks for.
    """
    aligned: tuple[str, ...] = ()
    """Codes of further States spoken for."""
    is_known: bool = True
    """Whether the group is in the list."""


def spoken_for(text: str, directory: Directory) -> SpokenFor | Refusal:
    """What stands in brackets behind a name: `eu+alb`, `on behalf of the African Group`, `swe`."""
    text = clean_line(text)
    text = text[behind_phrase(text + " ", 0) or 0 :]
    first, *others = (clean_line(each) for each in _PLUS.split(text))
    if not first:
        return refuse("group_missing")
    aligned = _states(others, directory)
    if isinstance(aligned, Refusal):
        return aligned
    known = SpokenFor(None) if _MEMBERS.fullmatch(first) else _known(first, directory)
    if known is None:
        return _unknown(first, aligned, directory)
    codes = (*known.aligned, *aligned)
    return SpokenFor(known.group, tuple(dict.fromkeys(codes)))


def behind_members(line: str, end: int) -> int:
    """The offset behind "and its member States" where that follows a group's name; else `end`."""
    found = _AND_MEMBERS.match(line, end)
    return found.end() if found else end


def known_spoken_for(text: str, directory: Directory) -> SpokenFor | None:
    """The group or State of exactly that name; None for any other."""
    bare = _ARTICLE.sub("", text, count=1) if _ARTICLE.match(text) else text
    for name in dict.fromkeys((text, bare)):
        group = directory.group(name)
        if group is not None:
            return SpokenFor(group)
        found = directory.named(name)
        if found is not None and found.kind in STATES:
            return SpokenFor(None, (found.code,))
    return None


def _known(text: str, directory: Directory) -> SpokenFor | None:
    """The group, the State, or several of them, if every name in the text is one."""
    whole = known_spoken_for(text, directory)
    if whole is not None:
        return whole
    parts = [each for each in _BETWEEN.split(text) if each and not _MEMBERS.fullmatch(each)]
    found = [known_spoken_for(each, directory) for each in parts]
    known = [each for each in found if each is not None]
    groups = [each.group for each in known if each.group is not None]
    if not found or len(known) < len(found) or len(groups) > 1:
        return None
    return SpokenFor(
        groups[0] if groups else None, tuple(c for each in known for c in each.aligned)
    )


def _states(names: list[str], directory: Directory) -> tuple[str, ...] | Refusal:
    """The codes of those behind a plus sign."""
    codes = []
    for name in names:
        found = directory.named(name)
        if found is None:
            return refuse("aligned_unknown", name=name)
        codes.append(found.code)
    return tuple(dict.fromkeys(codes))


def _unknown(text: str, aligned: tuple[str, ...], directory: Directory) -> SpokenFor | Refusal:
    """A group kept as it is typed; one that is nearly a known one, and not quoted, is refused."""
    quoted = _QUOTES.fullmatch(text)
    if quoted:
        name = clean_line(next(each for each in quoted.groups() if each is not None))
        return SpokenFor(name, aligned, is_known=False) if name else refuse("group_missing")
    near = directory.groups_near(text) if len(text) <= _NEAR_LENGTH else ()
    if near:
        return refuse("group_near", found=text, near=", ".join(near))
    return SpokenFor(text, aligned, is_known=False)
