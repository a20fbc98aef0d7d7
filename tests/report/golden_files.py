"""The exports that are compared byte for byte, and how they are made again after a meant change.

    python -m tests.report.golden_files

from the checkout; then read the difference before it is committed.
"""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from meeting_tui.report.formats import format_named
from tests.report.hard_day import adjourned, begin, mid_day, report

GOLDEN = Path(__file__).with_name("golden")


def exports() -> dict[str, bytes]:
    """Name of the golden file -> what the program makes now."""
    empty, middle, over = begin(rehearsal=True), mid_day(), adjourned()
    evening = "18:30:00"
    made = {
        "empty.en": (report(empty, "09:30:00", naming="counted", verified=False), "markdown"),
        "middle.en.named": (report(middle), "markdown"),
        "day.en.named": (report(over, evening), "markdown"),
        "day.zh.counted": (report(over, evening, language="zh", naming="counted"), "markdown"),
        "day.en.anonymous": (report(over, evening, naming="anonymous"), "markdown"),
        "annex.empty.en": (
            report(empty, "09:30:00", naming="counted", verified=False),
            "annex",
        ),
        "annex.middle.en.named": (report(middle), "annex"),
        "annex.day.en.named": (replace(report(over, evening), with_annex=True), "annex"),
        "annex.day.zh.counted": (report(over, evening, language="zh", naming="counted"), "annex"),
        "annex.day.en.anonymous": (report(over, evening, naming="anonymous"), "annex"),
        "middle": (report(middle), "json"),
        "day.zh": (report(over, evening, language="zh"), "json"),
        "day.en": (report(over, evening), "csv"),
        "empty.zh": (report(empty, "09:30:00", language="zh"), "csv"),
    }
    files = {}
    for prefix, (model, name) in made.items():
        chosen = format_named(name)
        assert chosen is not None
        for file, content in chosen.export(model).items():
            if not file.endswith(".docx"):  # Word files have tests of their own
                files[f"{prefix}.{file}".removeprefix("annex.")] = content
    return files


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for old in GOLDEN.iterdir():
        old.unlink()
    for file, content in exports().items():
        (GOLDEN / file).write_bytes(content)
