"""What is said of a purge beyond that it was done: what it could not reach, and what waits."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "purge.drafts_left": (
        "Changed by hand and kept, with the words themselves covered; see whether it hints at what was"
        " purged: {paths}.",
        "以下草稿经人工修改，予以保留，其中的原文已遮盖，请查看是否仍有暗示：{paths}。",
    ),
    "purge.owed": (
        "It is recorded; its text is still in the files ({why}) and goes when the session is next"
        " written or opened.",
        "清除已记录；文件中的原文尚未覆盖（{why}），下次写入或打开本次会议时完成。",
    ),
}
