"""The terminal: the only room that knows Textual."""

from __future__ import annotations

import os

# Textual reads it once, when it is first imported; at 60 a key waits up to 17 ms for its frame.
os.environ.setdefault("TEXTUAL_FPS", "120")
