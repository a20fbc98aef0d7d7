"""What is said of the line everything is typed in, in English and Chinese."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "line.left": (
        "Line emptied, nothing was done. ↑ brings it back.",
        "输入行已清空，未执行。按↑取回。",
    ),
}
