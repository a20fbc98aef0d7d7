"""What is said in and of the lines that every screen has, in English and Chinese."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "line.now_is": ("now {day}, {time}", "现在{day} {time}"),
    "line.left": (
        "Line emptied, nothing was done. ↑ brings it back.",
        "输入行已清空，未执行。按↑取回。",
    ),
}
