"""Why a meeting cannot be opened, played or written out, as far as no log is at fault."""

SENTENCES: dict[str, tuple[str, str]] = {}
