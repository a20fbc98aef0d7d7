"""Regular expressions that are compiled when they are first used, not when the program starts.

Compiling all that the command language and the names of States need takes as long as a fifth of
what comes before the first frame, and none of them is used before somebody types.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Stands for a pattern; has its methods from the first use on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._made_of = pattern, flags

    def __getattr__(self, name: str) -> Any:
        method = getattr(re.compile(*self._made_of), name)
        setattr(self, name, method)
        return method


def late_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, of a pattern that is compiled at its first use.

    Raises re.error only then; a test compiles them all.
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))
