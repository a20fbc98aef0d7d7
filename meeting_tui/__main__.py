"""Lets `python -m meeting_tui` do what the command `meeting-tui` does."""

from __future__ import annotations

import sys

from meeting_tui.cli import main

if __name__ == "__main__":
    sys.exit(main())
