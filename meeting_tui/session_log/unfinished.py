"""Files that a program cut off in between left beside a session.

What is written appears under its name only when it is whole; until then it lies under a name of its
own, with all that was to be in it, and nobody would ever look there again.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from meeting_tui.session_log.owner_alone import open_alone
from meeting_tui.session_log.writer_lock import is_claimed

_NAME = re.compile(r"\.[0-9a-f]{12}\.part")


def remove_unfinished(folders: Iterable[Path]) -> None:
    """Remove them from these folders, but what somebody is writing now.

    One that cannot be removed stays, and is tried again by whoever opens the session next.
    """
    for folder in folders:
        with suppress(OSError):
            for file in [each for each in folder.iterdir() if _NAME.fullmatch(each.name)]:
                _remove(file)


def _remove(file: Path) -> None:
    with suppress(OSError):
        number = open_alone(file, os.O_RDWR)
        try:
            is_left = is_claimed(number)
        finally:
            os.close(number)
        if not is_left:
            file.unlink()
