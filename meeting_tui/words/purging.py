"""What is said of a purge beyond that it was done: what it could not reach, and what waits."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "purge.drafts_left": (
        "These drafts were changed by hand and kept; the purged words in them are covered. Check"
        " whether they still hint at it: {paths}.",
        "以下草案经人工修改，予以保留，其中的原文已遮盖，请查看是否仍有暗示：{paths}。",
    ),
    "purge.owed": (
        "The purge is recorded. The text is still in the files ({why}); it is removed the next time"
        " the session is opened or written.",
        "清除已记录；文件中的原文尚未覆盖（{why}），下次写入或打开本次会议时完成。",
    ),
}
