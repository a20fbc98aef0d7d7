"""How long finding a delegation takes at each key, against a plain scan of a dictionary.

What is typed must be answered within 5 ms a key. The scan is the least any look-up could do: every
name folded beforehand, no ranking, no typing errors; so the ratio says what the ranking costs.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from statistics import quantiles

from meeting_tui.delegations.directory import Directory, load_directory
from meeting_tui.delegations.names import every_name
from meeting_tui.text import fold

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
ROUNDS = 20


def keys() -> list[str]:
    """The text in the input line after each key."""
    return [text[: end + 1] for text in TYPED for end in range(len(text))]


def milliseconds(act: Callable[[str], object], texts: Iterable[str]) -> list[float]:
    """How long the act took for each text."""
    taken = []
    for text in texts:
        start = time.perf_counter()
        act(text)
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def timed(act: Callable[[], object]) -> float:
    """How many milliseconds the act took."""
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def line(label: str, taken: list[float]) -> str:
    """p50, p95 and p99 of a series, in milliseconds."""
    cuts = quantiles(taken, n=100)
    return f"{label:<22} p50 {cuts[49]:7.3f}  p95 {cuts[94]:7.3f}  p99 {cuts[98]:7.3f} ms"


def main() -> None:
    """Print a start, the warming up and a key; then a key against the scan."""
    print(f"load_directory         {timed(load_directory):7.3f} ms")
    directory: Directory = load_directory()
    print(f"first code             {timed(lambda: directory.exact('mex')):7.3f} ms")
    print(f"warm, all languages    {timed(directory.warm):7.3f} ms")
    folded = {fold(name): each for each in directory.all() for name in every_name(each)}

    def scan(text: str) -> object:
        wanted = fold(text)
        return [each for name, each in folded.items() if wanted in name]

    # Interleaved, so that a busy moment of the machine falls on both.
    ours: list[float] = []
    plain: list[float] = []
    for _ in range(ROUNDS):
        ours += milliseconds(directory.look_up, keys())
        plain += milliseconds(scan, keys())
    print(line("look_up, each key", ours))
    print(line(f"scan of {len(folded)} names", plain))
    ratio = quantiles(ours, n=100)[94] / quantiles(plain, n=100)[94]
    print(f"ratio at p95           {ratio:7.1f}")


if __name__ == "__main__":
    main()
