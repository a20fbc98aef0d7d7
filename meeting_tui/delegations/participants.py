"""A list of participants, as a secretariat has it, made into a list of delegations.

A name counts where a line or a cell of a table is that name and nothing else. What is not sure is
told and never guessed: a name that only looks like one is left out, a delegation that is in no
list is taken with the kind of the heading it stands under and a code that is made up.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.delegations.directory import Directory
from meeting_tui.delegations.model import STATES, Delegation
from meeting_tui.delegations.spreadsheet import decode
from meeting_tui.delegations.workbook import part_of, sheet_rows
from meeting_tui.errors import DirectoryError
from meeting_tui.outside import PACKAGE, UnfitFile
from meeting_tui.packages import checked_package
from meeting_tui.patterns import late_pattern
from meeting_tui.text import clean_line, fold
from meeting_tui.words import Sentence

NEW, KIND, NEAR, NO_KIND = "new", "kind", "near", "no_kind"
"""Doubts: in no list, code made up; the list gives another kind; looks like a name, left out; a
State that is in no list, left out."""
TAKEN = ("", NEW, KIND)
"""With these a line is taken into the list."""

_WORD_TEXT = "word/document.xml"
_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAB = f"{_SPACE}tab"
_NO_DOCUMENT = (zipfile.BadZipFile, ElementTree.ParseError, KeyError, ValueError, zlib.error)
_NUMBERED = late_pattern(r"^(?:\(?\d{1,3}[.)、]|\(?[a-z][.)]|[-–—•·*▪○])\s*")
_NOTED = late_pattern(r"(?:\s*\[[\w*]+\]|[*†‡¹²³:：])+$")
_CELLS = late_pattern(r"\t|;| {3,}")
_KINDS = {
    "state_party": r"states? part(?:y|ies)|states parties|états parties|estados partes|缔约国|"
    r"государства-участники|الدول الأطراف",
    "signatory": r"signator(?:y|ies)(?: states?)?|signatory states|états signataires|"
    r"estados signatarios|签署国|подписавшие государства|الدول الموقعة",
    "observer_state": r"observers?(?: states?)?|observer states|other states|états observateurs|"
    r"estados observadores|观察员国|государства-наблюдатели|الدول المراقبة",
    "igo": r"(?:international|regional|intergovernmental|inter-governmental)(?: and (?:regional|"
    r"international|intergovernmental))? organi[sz]ations?|organisations internationales|"
    r"organizaciones internacionales|国际组织|政府间组织|"
    r"международные организации|المنظمات الدولية",
    "ngo": r"civil society(?: organi[sz]ations?)?|non-?governmental organi[sz]ations?|ngos?|"
    r"société civile|sociedad civil|民间社会|非政府组织|гражданское общество|المجتمع المدني",
    "industry": r"industry(?: associations?)?|industrie|industria|业界|промышленность|الصناعة",
}
_HEADINGS = {kind: late_pattern(rf"(?:{words})", re.IGNORECASE) for kind, words in _KINDS.items()}
_PERSON = late_pattern(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|H\.?E|Sr|Sra|Mme|Mlle|M\.|Ambassador|Minister|Counsellor|Secretary|"
    r"Adviser|Advisor|Attach[eé]|Director|Officer|Head|Delegate|Representative|Deputy|Expert|"
    r"Ambassadeur|Embajador|Consejero|Conseiller)\b|先生|女士|大使|@",
)
_SMALL = frozenset(
    ("OF", "FOR", "THE", "AND", "ON", "IN", "DE", "DES", "DU", "LA", "LE", "LES", "ET")
)
_SHORTEST = 3
"""Letters of a code that is made up: those of two are of States."""
_MOST_WORDS = 8
"""A name has no more words; a longer line is a sentence."""


class Line(Struct, frozen=True):
    """A line of the list of participants with what it was taken for."""

    number: int
    """In the file, from 1; in Word, of the paragraph."""
    text: str
    delegation: Delegation | None
    """As it goes into the list, or (`NEAR`) what was perhaps meant."""
    doubt: str = ""


class Participants(Struct, frozen=True):
    """What a list of participants tells."""

    lines: tuple[Line, ...]
    """Those that name a delegation, or may; each delegation once."""
    passed_over: int
    """Lines of text that name none: persons, titles, addresses."""

    @property
    def delegations(self) -> tuple[Delegation, ...]:
        """What goes into the list, in the order of the file."""
        taken = (each.delegation for each in self.lines if each.doubt in TAKEN)
        return tuple(each for each in taken if each is not None)

    @property
    def unsure(self) -> tuple[Line, ...]:
        """Lines somebody should look at."""
        return tuple(each for each in self.lines if each.doubt)


def read_participants(raw: bytes, directory: Directory, path: Path | None = None) -> Participants:
    """The delegations that a text, Word, CSV or Excel file lists.

    Raises DirectoryError for a file that cannot be read, or that names no delegation.
    """
    lines: list[Line] = []
    seen: set[str] = set()
    kind: str | None = None
    passed_over = 0
    for number, cells in _lines(raw, path):
        names = [name for cell in cells if (name := _plain(cell))]
        heading = next((found for name in names if (found := _heading(name))), None)
        if heading and len(names) == 1:
            kind = heading
            continue
        named = _line(number, names, kind, directory, seen) if names else None
        if named is None:
            passed_over += bool(names)
            continue
        is_known = named.delegation is not None and named.doubt != NEW
        whose = named.delegation.code if named.delegation and is_known else fold(named.text)
        if whose not in seen:
            seen |= {whose, named.delegation.code if named.delegation else whose}
            lines.append(named)
    read = Participants(tuple(lines), passed_over)
    if not read.delegations:
        expected = Sentence("list_fault.want_names")
        raise DirectoryError(Sentence("list_fault.nobody"), path=path, expected=expected)
    return read


def _line(
    number: int, names: Sequence[str], kind: str | None, directory: Directory, seen: set[str]
) -> Line | None:
    """What a line names, the first of its cells that is a name; None for nobody."""
    for name in names:
        known = directory.named(name)
        if known is not None:
            if kind is None or kind == known.kind or not _is_other_kind(kind, known.kind):
                return Line(number, name, known)
            return Line(number, name, replace(known, kind=kind), KIND)
    name = names[0]
    if len(name.split()) > _MOST_WORDS or _PERSON.search(" ".join(names)) or "," in name:
        return None
    near = directory.near(name, 1) if len(names) == 1 or kind else ()
    if near and fold(name)[:2] == fold(near[0].name)[:2]:
        return Line(number, name, near[0], NEAR)
    if kind is None or len(names) > 1:
        return None
    if kind in STATES:
        return Line(number, name, None, NO_KIND)
    return Line(number, name, Delegation(_new_code(name, directory, seen), name, kind), NEW)


def _is_other_kind(kind: str, known: str) -> bool:
    """Whether a heading says something else: observers may be organisations too."""
    return (kind in STATES) == (known in STATES)


def _heading(name: str) -> str | None:
    return next((kind for kind, words in _HEADINGS.items() if words.fullmatch(name)), None)


def _plain(cell: str) -> str:
    """A cell without its number and the signs of footnotes."""
    return _NOTED.sub("", _NUMBERED.sub("", clean_line(cell).strip())).strip()


def _new_code(name: str, directory: Directory, seen: set[str]) -> str:
    """A code that nobody has: the letters the words begin with, or the one word."""
    words = [each for each in re.findall("[A-Z0-9]+", fold(name).upper()) if each not in _SMALL]
    many = len(words) > _SHORTEST - 1
    letters = "".join(each[0] if many else each[:4] for each in words)
    base = (letters if len(letters) >= _SHORTEST else f"{letters}ORG")[:8]
    codes = (base, *(f"{base}{number}" for number in range(2, 1000)))
    return next(each for each in codes if directory.exact(each) is None and each not in seen)


def _lines(raw: bytes, path: Path | None) -> Iterator[tuple[int, list[str]]]:
    """The lines of a file, each with its cells."""
    if not raw.startswith(PACKAGE):
        text = decode(raw, path)
        is_table = path is not None and path.suffix.casefold() == ".csv"
        cells = re.compile("[,;\t]") if is_table else _CELLS
        for number, line in enumerate(text.splitlines(), start=1):
            yield number, [each.strip('"') for each in cells.split(line)]
    elif (paragraphs := _paragraphs(raw, path)) is not None:
        yield from ((number, [text]) for number, text in enumerate(paragraphs, start=1))
    else:
        yield from sheet_rows(raw, path)


def _paragraphs(raw: bytes, path: Path | None) -> list[str] | None:
    """The paragraphs of a Word document, those in tables too; None for what is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(checked_package(raw))) as parts:
            if _WORD_TEXT not in parts.namelist():
                return None
            body = part_of(parts, _WORD_TEXT)
    except UnfitFile as fault:
        raise DirectoryError(fault.said, path=path) from fault
    except _NO_DOCUMENT as fault:
        what = Sentence("list_fault.no_document")
        expected = Sentence("list_fault.want_participants")
        raise DirectoryError(what, path=path, expected=expected) from fault
    return [
        "".join("\t" if each.tag == _TAB else each.text or "" for each in paragraph.iter())
        for paragraph in body.iter(f"{_SPACE}p")
    ]
