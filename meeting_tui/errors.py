"""Every error the program raises on purpose, in one tree.

MeetingTuiError
├── InvalidInput            what a person wrote cannot be used; says where and what was expected
│   ├── AgendaError
│   ├── DirectoryError
│   ├── SettingsError
│   ├── ScriptError
│   ├── EarlierError        what earlier meetings taught
│   └── TemplateError       a Word template of one's own cannot be filled in
├── SessionError            a session cannot be opened, found or made
│   ├── SessionBusy         another program is writing this session
│   └── SessionExists
├── UnfitFile               no file that can be read, or too large (`meeting_tui.outside`)
├── PdfNotMade              LibreOffice is not there, or gave no PDF
└── LogError                the session log could not be kept
    ├── ConflictError       another writer appended the same number first
    ├── LogUnwritable       the disk refused (full, read-only, locked)
    └── LogDamaged          what is stored is not what was written

A refusal of the meeting's rules is not an error: it is a value (`meeting_tui.meeting.refusal`).
"""

from __future__ import annotations

import errno
from pathlib import Path

from meeting_tui.words import Sentence, in_language


class MeetingTuiError(Exception):
    """Base of all errors raised on purpose.

    `str()` is one clear English sentence; `sentence(language)` the one to show a person.
    """

    title = Sentence("fault.title")

    def __init__(self, said: Sentence | str = "") -> None:
        """`said` is a text only where another program or the system says it."""
        self.said = said
        super().__init__(str(said))

    def sentence(self, language: str) -> str:
        """What happened, in the language `en` or `zh`."""
        return in_language(self.said, language)


class InvalidInput(MeetingTuiError):
    """Something a person wrote cannot be used."""

    title = Sentence("fault.title_input")

    def __init__(
        self,
        what: Sentence | str,
        *,
        path: Path | str | None = None,
        line: int | None = None,
        key: str | None = None,
        expected: Sentence | str | None = None,
    ) -> None:
        self.what = what
        self.path = path
        self.line = line
        self.key = key
        self.expected = expected
        super().__init__(self._whole())

    def _whole(self) -> Sentence | str:
        place = "" if self.path is None else str(self.path)
        if self.line is not None:
            place = f"{place}:{self.line}"
        said = self.what
        for where in (self.key, place):
            if where:
                said = Sentence("fault.at", place=where, what=said) if str(said) else where
        if self.expected:
            return Sentence("fault.expected", what=said, expected=self.expected)
        return said


class AgendaError(InvalidInput):
    """An agenda file (or the rules in it) cannot be used."""

    title = Sentence("fault.title_agenda")


class DirectoryError(InvalidInput):
    """A list of delegations cannot be used."""

    title = Sentence("fault.title_list")


class SettingsError(InvalidInput):
    """The settings file cannot be used."""

    title = Sentence("fault.title_settings")


class ScriptError(InvalidInput):
    """A script of timed lines cannot be used."""

    title = Sentence("fault.title_script")


class EarlierError(InvalidInput):
    """The file of what a body's earlier meetings taught cannot be used."""

    title = Sentence("fault.title_earlier")


class TemplateError(InvalidInput):
    """A Word template cannot be filled in; the key is the tag that fails."""

    title = Sentence("fault.title_template")


class PdfNotMade(MeetingTuiError):
    """LibreOffice is not installed, or did not turn the report into PDF."""

    title = Sentence("fault.title_pdf")


class SessionError(MeetingTuiError):
    """A session cannot be opened, found or made."""

    title = Sentence("fault.title_session")


class SessionBusy(SessionError):
    """Another program is writing this session."""

    title = Sentence("fault.title_busy")


class SessionExists(SessionError):
    """A session of that name is there already."""

    title = Sentence("fault.title_exists")


class LogError(MeetingTuiError):
    """The session log could not be kept."""

    title = Sentence("fault.title_log")


class ConflictError(LogError):
    """Another writer appended the same number first."""


class LogUnwritable(LogError):
    """The disk refused: full, read-only or locked."""

    title = Sentence("fault.title_unwritable")


class LogDamaged(LogError):
    """What is stored is not what was written."""

    title = Sentence("fault.title_damaged")


_WHY = {
    "EACCES": Sentence("fault.no_permission"),
    "EBUSY": Sentence("fault.held"),
    "EDQUOT": Sentence("fault.no_quota"),
    "EEXIST": Sentence("fault.exists"),
    "EFBIG": Sentence("fault.too_large"),
    "EINVAL": Sentence("fault.invalid_argument"),
    "EIO": Sentence("fault.device_failed"),
    "EISDIR": Sentence("fault.a_folder"),
    "ENAMETOOLONG": Sentence("fault.name_too_long"),
    "ELOOP": Sentence("fault.a_link"),
    "ENODEV": Sentence("fault.no_device"),
    "ENOENT": Sentence("fault.not_there"),
    "ENOSPC": Sentence("fault.no_space"),
    "ENOTDIR": Sentence("fault.no_folder"),
    "ENOTEMPTY": Sentence("fault.not_empty"),
    "EPERM": Sentence("fault.not_permitted"),
    "EROFS": Sentence("fault.read_only"),
    "ETIMEDOUT": Sentence("fault.timed_out"),
    "ETXTBSY": Sentence("fault.file_held"),
}
"""By name, as not every system has all of them."""


def told(fault: BaseException) -> Sentence | str:
    """What any error says, to be put in a sentence; one without words by its name."""
    if isinstance(fault, MeetingTuiError):
        return fault.said
    if isinstance(fault, OSError):
        return why(fault)
    return str(fault) or type(fault).__name__


def why(fault: OSError) -> Sentence | str:
    """The reason of an error of the operating system; what is not known here in its own words."""
    if isinstance(fault, MeetingTuiError):
        return fault.said
    known = _WHY.get(errno.errorcode.get(fault.errno or 0, ""))
    return known or fault.strerror or str(fault)
