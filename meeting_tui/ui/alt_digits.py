"""Alt with a digit as a separate key, on every terminal.

Most terminals send Alt+2 as Escape and 2. Textual reads that as what Option+2 types on a Mac (`™`),
so the key would write a sign into the note instead of adding a tag.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import cast

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

DIGITS = "1234567890"


def read_alt_digits_as_keys() -> None:
    """Read Escape and a digit as `alt+1` to `alt+0` from now on.

    What a Mac types for Option with a digit arrives as that sign itself and stays text.
    """
    sequences = cast("MutableMapping[str, object]", ANSI_SEQUENCES_KEYS)
    for digit in DIGITS:
        sequences.pop(f"\x1b{digit}", None)
