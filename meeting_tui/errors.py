"""Every error the program raises on purpose, in one tree.

MeetingTuiError
├── InvalidInput            what a person wrote cannot be used; says where and what was expected
│   ├── AgendaError
│   ├── DirectoryError
│   ├── SettingsError
│   ├── ScriptError
│   └── TemplateError       a Word template of one's own cannot be filled in
├── SessionError            a session cannot be opened, found or made
│   ├── SessionBusy         another program is writing this session
│   └── SessionExists
├── PdfNotMade              LibreOffice is not there, or gave no PDF
└── LogError                the session log could not be kept
    ├── ConflictError       another writer appended the same number first
    ├── LogUnwritable       the disk refused (full, read-only, locked)
    └── LogDamaged          what is stored is not what was written

A refusal of the meeting's rules is not an error: it is a value (`meeting_tui.meeting.refusal`).
"""

from __future__ import annotations

from pathlib import Path


class MeetingTuiError(Exception):
    """Base of all errors raised on purpose; `str()` is one clear sentence."""

    title = "The program cannot go on with this"


class InvalidInput(MeetingTuiError):
    """Something a person wrote cannot be used."""

    title = "Invalid input"

    def __init__(
        self,
        what: str,
        *,
        path: Path | str | None = None,
        line: int | None = None,
        key: str | None = None,
        expected: str | None = None,
    ) -> None:
        self.what = what
        self.path = path
        self.line = line
        self.key = key
        self.expected = expected
        super().__init__(self._sentence())

    def _sentence(self) -> str:
        place = "" if self.path is None else str(self.path)
        if self.line is not None:
            place = f"{place}:{self.line}"
        parts = [part for part in (place, self.key, self.what) if part]
        sentence = ": ".join(parts)
        return f"{sentence}; expected {self.expected}" if self.expected else sentence


class AgendaError(InvalidInput):
    """An agenda file (or the rules in it) cannot be used."""

    title = "Invalid agenda"


class DirectoryError(InvalidInput):
    """A list of delegations cannot be used."""

    title = "Invalid list of delegations"


class SettingsError(InvalidInput):
    """The settings file cannot be used."""

    title = "Invalid settings"


class ScriptError(InvalidInput):
    """A script of timed lines cannot be used."""

    title = "Invalid script"


class TemplateError(InvalidInput):
    """A Word template cannot be filled in; the key is the tag that fails."""

    title = "Invalid template"


class PdfNotMade(MeetingTuiError):
    """LibreOffice is not installed, or did not turn the report into PDF."""

    title = "No PDF was made"


class SessionError(MeetingTuiError):
    """A session cannot be opened, found or made."""

    title = "The session cannot be used"


class SessionBusy(SessionError):
    """Another program is writing this session."""

    title = "The session is open elsewhere"


class SessionExists(SessionError):
    """A session of that name is there already."""

    title = "The session exists"


class LogError(MeetingTuiError):
    """The session log could not be kept."""

    title = "The session log failed"


class ConflictError(LogError):
    """Another writer appended the same number first."""


class LogUnwritable(LogError):
    """The disk refused: full, read-only or locked."""

    title = "The session log cannot be written"


class LogDamaged(LogError):
    """What is stored is not what was written."""

    title = "The session log is damaged"
