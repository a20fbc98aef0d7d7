"""Everything that leaves a session, in one folder that says what is in it.

What may be handed on lies at its top and names delegations as was chosen; what names everybody
lies in `record`, the secretariat's own. The manifest is written last: a folder without one is
unfinished.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from meeting_tui.desk.bundle import (
    MANIFEST,
    RECORD,
    USUAL_NAMING,
    Bundle,
    Choice,
    Leaf,
    listed,
    manifest,
)
from meeting_tui.desk.exporting import left_to_do
from meeting_tui.desk.reading import Reading
from meeting_tui.desk.sessions import SessionFolder
from meeting_tui.desk.written_files import (
    Known,
    Memory,
    Written,
    hash_of,
    kept_among,
    names_for,
    replace_files,
    write_new_folder,
)
from meeting_tui.errors import why
from meeting_tui.outside import LOG, read_outside
from meeting_tui.session_log.files import os_reason, write_atomic
from meeting_tui.session_log.store import WriteRefused
from meeting_tui.words import say

Progress = Callable[[int, int, str], None]
"""Hears how many files are made, of how many, and which comes next."""

_PARTS = (f"{RECORD}/", "")
"""Where a manifest lies, the one of the whole folder last."""


def export_all(
    session: SessionFolder,
    reading: Reading,
    target: Path,
    choice: Choice,
    *,
    tell: Callable[[str], None],
    progress: Progress = lambda made, of, name: None,
) -> Written:
    """Write everything into a dated folder below `target`; what was written, manifests included.

    `tell` hears a sentence for what could not be made or was left out. Raises WriteRefused naming
    the file, TemplateError.
    """
    for notice in reading.notices(choice.language):
        tell(notice)
    for notice in left_to_do(choice.report(reading)):
        tell(notice)
    bundle = Bundle(session, reading, choice, tell)
    leaves: list[Leaf] = []
    steps = bundle.steps()
    for number, (name, make) in enumerate(steps):
        progress(number, len(steps), name)
        leaves += make()
    progress(len(steps), len(steps), say("export.writing", choice.language))
    folder = _free_folder(target / folder_name(reading, choice))
    told = _Manifests(reading, choice, tuple(bundle.missing))
    memory = Memory(session.path, folder, is_private=choice.is_private)
    return _write(leaves, folder, told, memory)


def folder_name(reading: Reading, choice: Choice) -> str:
    """`2026-03-19-1805`: the newest entry, and whatever is not as usual.

    So what is made in another language or with other names does not take the place of the first.
    """
    parts = [
        f"{reading.local_as_of:%Y-%m-%d-%H%M}",
        "" if choice.language == "en" else choice.language,
        "" if choice.naming == USUAL_NAMING else choice.naming,
        "" if choice.group_members == "present" else f"members-{choice.group_members}",
    ]
    return "-".join(filter(None, parts))


def _free_folder(folder: Path) -> Path:
    """The folder, or one beside it where something stands there that is not ours."""
    number, candidate = 1, folder
    while candidate.exists() and not _is_ours(candidate):
        number += 1
        candidate = folder.with_name(f"{folder.name} ({number})")
    return candidate


def _is_ours(folder: Path) -> bool:
    """Whether no manifest of somebody else's lies in it."""
    places = [folder / f"{part}{MANIFEST}" for part in _PARTS]
    return folder.is_dir() and not any(place.exists() and listed(place) is None for place in places)


class _Manifests:
    """Makes the manifests once the names of the files are known."""

    def __init__(self, reading: Reading, choice: Choice, missing: Iterable[str]) -> None:
        self._reading = reading
        self._choice = choice
        self._missing = tuple(missing)

    def of(self, leaves: Iterable[Leaf], earlier: dict[str, list[dict[str, Any]]]) -> list[Leaf]:
        """The manifest of the record and then that of all, as files."""
        found: list[Leaf] = []
        for part in _PARTS:
            here = [each for each in [*leaves, *found] if _part_of(each.name) == part]
            if part == "":
                here += [each for each in found if each not in here]
            names = "named" if part else self._choice.naming
            content = manifest(
                self._reading,
                [_named_below(each, part) for each in here],
                language=self._choice.language,
                attribution=names,
                missing=[
                    each.removeprefix(part) for each in self._missing if _part_of(each) == part
                ],
                earlier=earlier.get(part, ()),
            )
            found.append(Leaf(f"{part}{MANIFEST}", content, "manifest", names))
        return found


def _part_of(name: str) -> str:
    return _PARTS[0] if name.startswith(_PARTS[0]) else ""


def _named_below(leaf: Leaf, part: str) -> Leaf:
    name = leaf.name.removeprefix(part)
    return Leaf(name, leaf.content, leaf.format, leaf.attribution, leaf.language)


def _write(leaves: list[Leaf], folder: Path, told: _Manifests, memory: Memory) -> Written:
    if not folder.exists():
        whole = [*leaves, *told.of(leaves, {})]
        write_new_folder({each.name: each.content for each in whole}, folder, memory)
        return Written(tuple(folder / each.name for each in whole), ())
    before = dict(_before(folder))
    known = _known(memory, before)
    contents = {each.name: each.content for each in leaves}
    names = names_for(contents, folder, known)
    placed = [
        Leaf(names[each.name], each.content, each.format, each.attribution, each.language)
        for each in leaves
    ]
    memory.keep(known)
    _unfinish(folder)
    replace_files({each.name: each.content for each in placed}, folder, memory)
    manifests = told.of(placed, _still_there(folder, before, {each.name for each in placed}))
    for each in manifests:
        write_atomic(folder / each.name, each.content, is_shared=memory.is_shared)
    memory.keep({})
    return Written(
        tuple(folder / each.name for each in [*placed, *manifests]), kept_among(names, folder)
    )


def _before(folder: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """What the manifests of the folder list, without each other."""
    for part in _PARTS:
        entries = listed(folder / f"{part}{MANIFEST}") or []
        yield part, [each for each in entries if not each["file"].endswith(MANIFEST)]


def _known(memory: Memory, before: dict[str, list[dict[str, Any]]]) -> Known:
    """What is ours in the folder: what its manifests list, or a write that was cut off left."""
    known = memory.known()
    for part, entries in before.items():
        for each in entries:
            name = f"{part}{each['file']}"
            known[name] = known.get(name, frozenset()) | {each["sha256"]}
    return known


def _still_there(
    folder: Path, before: dict[str, list[dict[str, Any]]], written: set[str]
) -> dict[str, list[dict[str, Any]]]:
    """Entries of files that were not made this time, and lie there as they were made before."""
    return {
        part: [
            each
            for each in entries
            if f"{part}{each['file']}" not in written
            and _is_unchanged(folder / f"{part}{each['file']}", each["sha256"])
        ]
        for part, entries in before.items()
    }


def _is_unchanged(path: Path, expected: str) -> bool:
    try:
        return hash_of(read_outside(path, LOG)) == expected
    except OSError:
        return False


def _unfinish(folder: Path) -> None:
    """Take the manifests away: until they are written anew the folder is not complete."""
    for part in reversed(_PARTS):
        path = folder / f"{part}{MANIFEST}"
        try:
            path.unlink(missing_ok=True)
        except OSError as fault:
            raise WriteRefused(os_reason(fault), path, why(fault)) from fault
