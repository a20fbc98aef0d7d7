"""What can be asked line by line besides the acts of the meeting, in English and Chinese."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "asked.list": (
        "Who is waiting, when each asked, and when each turn will come.",
        "等候名单：何时要求发言、何时轮到。",
    ),
    "asked.times": ("Who spoke for how long.", "各代表团的发言时间。"),
    "asked.checklist": (
        "What is still open before the report can be final.",
        "报告定稿前尚待处理的事项。",
    ),
    "asked.slip": ("What the Chair's slip shows now.", "主席便条现在的内容。"),
    "asked.limit_fit": (
        "Which limit ends the open item by a time; it only suggests.",
        "使当前项目在该时刻前结束的时限；并不设定。",
    ),
    "asked.save": ("Save the session in another folder from now on.", "此后将会议存入另一文件夹。"),
    "asked.quit": ("Quit. You can continue later.", "退出；之后可再打开。"),
}
