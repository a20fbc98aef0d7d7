"""What is said in and of the lines that every screen has, in English and Chinese."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "line.now_is": ("now {day}, {time}", "现在{day} {time}"),
    "line.saving": ("saving: {line}", "正在存盘：{line}"),
    "line.refused_late": (
        "{line}: {why} ↑ brings the line back.",
        "{line}：{why}按↑取回该行。",
    ),
    "line.left": (
        "Line emptied, nothing was done. ↑ brings it back.",
        "输入行已清空，未执行。按↑取回。",
    ),
}
