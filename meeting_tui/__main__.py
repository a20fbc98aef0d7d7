"""The program: `meeting-tui`, or `python -m meeting_tui`.

Starting makes many objects and drops few: looking for garbage meanwhile takes a tenth of it. It is
begun with once a command is known that does more than start (`cli`), or the first screen stands.
"""

from __future__ import annotations

import gc
import sys

gc.disable()

from meeting_tui.cli import main  # noqa: E402 - a part of the start

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
