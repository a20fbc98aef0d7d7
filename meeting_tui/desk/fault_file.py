"""Faults of the program, in `faults.toml` in the session's folder, so that each can be repeated.

An entry says where in the program it was, on which versions and which window, and the last keys. It
never holds what people typed or recorded: keys that type are counted, and of the traceback there
are only the places, as values and messages may be somebody's words. A fault that comes again and
again is counted and not written each time.
"""

from __future__ import annotations

import os
import platform
import stat
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType

FAULTS = "faults.toml"
MOST_KINDS = 50
"""So many different faults are written down in one run of the program."""
MOST_BYTES = 1_000_000
"""A file that has grown so large takes no more."""
MOST_PLACES = 40
"""Of a traceback, the innermost."""
_PACKAGE = Path(__file__).resolve().parents[1]
_APPEND = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)

Facts = Mapping[str, str | int | Sequence[str]]
Kind = tuple[str, ...]


class FaultFile:
    """Writes down each fault once, and at the end how often it came."""

    def __init__(self) -> None:
        self.is_written = True
        """Whether the last new fault is in the file; False where the disk took it not."""
        self._counts: Counter[Kind] = Counter()

    @property
    def count(self) -> int:
        """How many faults there were in this run, each time counted."""
        return self._counts.total()

    def note(self, fault: BaseException, folder: Path, at: datetime, facts: Facts) -> bool:
        """Count a fault and write it down if it is new; whether it is.

        `facts`: what is known about the moment, none of it people's words.
        """
        kind = kind_of(fault)
        self._counts[kind] += 1
        if self._counts[kind] > 1 or len(self._counts) > MOST_KINDS:
            return False
        self.is_written = _append(folder / FAULTS, entry(fault, at, facts))
        return True

    def finish(self, folder: Path, at: datetime) -> None:
        """Write how often those came that came again; to be called once, at the end."""
        again = [each for each in self._counts.items() if each[1] > 1]
        if again:
            text = "".join(_table("again", _when(at, count, kind)) for kind, count in again)
            _append(folder / FAULTS, text)
        self._counts.clear()


def kind_of(fault: BaseException) -> Kind:
    """What makes two faults the same: the types and the innermost places of the whole chain."""
    return tuple(
        part for each in _chain(fault) for part in (_name(each), *places(each.__traceback__)[-2:])
    )


def entry(fault: BaseException, at: datetime, facts: Facts) -> str:
    """A fault as text in TOML."""
    known: dict[str, str | int | Sequence[str]] = {
        "at": at.isoformat(),
        "fault": _name(fault),
        "meeting_tui": version_of("meeting-tui"),
        "textual": version_of("textual"),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        **facts,
        "places": places(fault.__traceback__),
    }
    for number, cause in enumerate(_chain(fault)[1:], start=1):
        known[f"because_{number}"] = _name(cause)
        known[f"because_{number}_places"] = places(cause.__traceback__)
    return _table("fault", known)


def version_of(package: str) -> str:
    """The version that is installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:  # run from the sources
        return "-"


def places(trace: TracebackType | None) -> list[str]:
    """Where a fault was, the innermost place last: `ui/app.py:120 in leave`."""
    found: list[str] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        found.append(f"{_file(code.co_filename)}:{trace.tb_lineno} in {code.co_qualname}")
        trace = trace.tb_next
    return found[-MOST_PLACES:]


def _file(name: str) -> str:
    """A file within its package, so that no folder of somebody's machine is named."""
    path = Path(name)
    if path.is_relative_to(_PACKAGE):
        return path.relative_to(_PACKAGE.parent).as_posix()
    parts = path.parts
    if "site-packages" in parts:
        return "/".join(parts[parts.index("site-packages") + 1 :])
    return path.name


def _chain(fault: BaseException) -> list[BaseException]:
    """The fault, what it came of, and so on."""
    chain: list[BaseException] = []
    at: BaseException | None = fault
    while at is not None and at not in chain and len(chain) < 5:
        chain.append(at)
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
    return chain


def _name(fault: BaseException) -> str:
    return f"{type(fault).__module__.removeprefix('builtins')}.{type(fault).__qualname__}".lstrip(
        "."
    )


def _when(at: datetime, count: int, kind: Kind) -> Facts:
    return {"at": at.isoformat(), "fault": kind[0], "times": count, "places": kind[1:3]}


def _table(name: str, facts: Facts) -> str:
    from tomli_w import dumps

    return "\n" + dumps({name: [dict(facts)]})


def _append(path: Path, text: str) -> bool:
    """Add to a file that only its owner reads; whether that was possible."""
    try:
        number = os.open(path, _APPEND, stat.S_IRUSR | stat.S_IWUSR)
        with os.fdopen(number, "a", encoding="utf-8") as file:
            if os.fstat(number).st_size + len(text) > MOST_BYTES:
                return False
            file.write(text)
    except OSError:
        return False
    return True


def inputs_said(said: Sequence[tuple[float, str]], now: float) -> Iterator[str]:
    """The last inputs with the seconds that have passed since."""
    for when, what in said:
        yield f"{now - when:.2f} s before: {what}"
