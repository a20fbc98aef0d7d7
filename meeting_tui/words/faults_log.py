"""What is wrong with a session log, and why it cannot be read or written."""

SENTENCES: dict[str, tuple[str, str]] = {}
