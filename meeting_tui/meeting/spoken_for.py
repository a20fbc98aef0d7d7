"""For whom somebody speaks: a group, States by name, or a group that nobody knows yet."""

from __future__ import annotations

import re

from msgspec import Struct

from meeting_tui.delegations.directory import Directory
from meeting_tui.delegations.model import STATES
from meeting_tui.meeting.name_words import behind_phrase
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.text import clean_line

_PLUS = re.compile(r"[+＋]")
_BETWEEN = re.compile(r"\s*(?:[,，、;；،؛&]|\b(?:and|et|y|e|и|و)\b|和|与|及|以及)\s*")
_QUOTES = re.compile(r'"([^"]*)"|“([^”]*)”|「([^」]*)」')
_ARTICLE = re.compile(r"(?:the|la|le|les|el|los|las)\s+|l['’]", re.IGNORECASE)
_MEMBERS = re.compile(
    r"(?:its|their)(?: \d+)? member states|ses états membres|sus estados miembros|其成员国",
    re.IGNORECASE,
)
"""What a group's statement says besides the group's name."""
_AND_MEMBERS = re.compile(
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
