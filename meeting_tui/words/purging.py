"""What is said of a purge beyond that it was done: what it could not reach, and what waits."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "purge.drafts_left": (
        "Changed by hand and left as it is, look whether it says what was purged: {paths}.",
        "以下草稿经人工修改，未予删除，请查看其中是否仍有已清除的文字：{paths}。",
    ),
}
