"""A local time becomes an instant in one place: `agenda/local_times.py`; so do zones and lengths.

Elsewhere nobody puts a date, a time of day and a zone together, or a zone to a time without one:
the hour that clocks skip, or have twice, would be guessed there.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "meeting_tui"
THE_PLACE = PACKAGE / "agenda" / "local_times.py"
MAKING = {"combine", "strptime", "fromtimestamp", "fromordinal"}
"""Of a datetime, out of parts; `fromtimestamp` is allowed with UTC."""
ZONES = {"agenda/model.py"}
"""Where the zone of a meeting is made of its name."""
NAMES_OF_ZONES = {
    "agenda/zone_times.py",
    "desk/playing.py",
    "session_log/bounds.py",
    "shell/session_command.py",
}
"""Where there is no agenda yet, or none that can be read, and its zone is a name."""


def guesses(path: Path, text: str) -> Iterator[str]:
    """A sentence for each aware datetime that is made of local parts."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and _makes_one(node):
            yield f"{path}:{node.lineno} {ast.unparse(node)}"


def _makes_one(call: ast.Call) -> bool:
    words = {each.arg: ast.unparse(each.value) for each in call.keywords}
    name = ast.unparse(call.func)
    said = [ast.unparse(each) for each in call.args] + list(words.values())
    if name.rpartition(".")[2] in MAKING and name.startswith(("datetime", "dt.")):
        return "UTC" not in said
    if name == "datetime":
        return words.get("tzinfo", "UTC") != "UTC" or len(call.args) > 7
    if name.endswith(".replace"):
        return "fold" in words or words.get("tzinfo", "None") not in ("None", "UTC")
    return False


def test_only_one_place_makes_an_instant_of_a_local_time() -> None:
    files = [path for path in sorted(PACKAGE.rglob("*.py")) if path != THE_PLACE]
    found = [
        each
        for path in files
        for each in guesses(path.relative_to(CHECKOUT), path.read_text(encoding="utf-8"))
    ]

    assert files
    assert found == []


def test_the_zone_of_a_meeting_is_made_in_one_place() -> None:
    made = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "ZoneInfo"
    }

    assert made == ZONES | NAMES_OF_ZONES


def test_lengths_of_time_are_taken_apart_in_one_place() -> None:
    taken_apart = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "divmod"
        if ast.unparse(node.args[1]) in ("60", "MINUTE")
    }

    assert taken_apart == {"meeting/spans.py", "forecast/spoken.py"}


def test_what_is_a_guess_is_seen() -> None:
    text = """
datetime.combine(day, clock, zone)
datetime(2026, 3, 19, 10, 0, tzinfo=zone)
written.replace(tzinfo=zone)
local.replace(fold=1)
datetime.strptime(text, "%H:%M")
datetime.fromtimestamp(0)
datetime.fromtimestamp(0, UTC)
datetime(1, 1, 1, tzinfo=UTC)
local.replace(tzinfo=None)
local.replace(minute=0)
"""
    seen = list(guesses(Path("a.py"), text))

    assert [each.split()[0] for each in seen] == [f"a.py:{n}" for n in range(2, 8)]
