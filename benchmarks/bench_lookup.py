"""How long finding a delegation takes at each key, against a plain scan of a dictionary.

What is typed must be answered within 5 ms a key. The scan is the least any look-up could do: every
name folded beforehand, no ranking, no typing errors; so the ratio says what the ranking costs.
"""

from __future__ import annotations

from benchmarks.figures import Row, against, aimed, milliseconds
from meeting_tui.delegations.directory import Directory, every_name, load_directory
from meeting_tui.text import fold

TITLE = "Finding a delegation, at each key of eleven names typed"
QUICK = 1

TYPED = (
    "mexico",
    "cote divoire",
    "jamacia",
    "sieraleone",
    "norht macedonia",
    "bolivarian",
    "秘鲁",
    "Сербия",
    "مصر",
    "République centrafricaine",
    "nobody of that name",
)


def keys() -> list[str]:
    """The text in the input line after each key."""
    return [text[: end + 1] for text in TYPED for end in range(len(text))]


def run(rounds: int = 10) -> list[Row]:
    """Rows for loading and warming, and for a key against the scan."""
    loading = milliseconds(load_directory)
    directory: Directory = load_directory()
    warming = milliseconds(directory.warm)
    folded = {fold(name): each for each in directory.all() for name in every_name(each)}

    def scan(text: str) -> object:
        wanted = fold(text)
        return [each for name, each in folded.items() if wanted in name]

    ours: list[float] = []
    plain: list[float] = []
    for text in keys() * rounds:
        ours.append(milliseconds(lambda: directory.look_up(text)))  # noqa: B023 - done at once
        plain.append(milliseconds(lambda: scan(text)))  # noqa: B023 - done at once
    row, other = against(
        Row("look_up, each key", tuple(ours)), Row(f"scan of {len(folded)} names", tuple(plain))
    )
    return [
        aimed(row, "p95 under 5 ms", lambda row: row.p(95) < 5),
        other,
        Row("load the directory", (loading,)),
        Row("warm all languages, once", (warming,)),
    ]
