"""Several people at one meeting: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "seats.did": ("{by}: {what}", "{by}：{what}"),
    "seats.writes": ("{by} writes", "{by}记录"),
    "seats.nobody_writes": ("nobody writes", "无人记录"),
    "seats.joined": ("You have joined the meeting.", "已加入会议。"),
    "seats.placeholder_view": ("This seat only looks on", "此席位仅供查看"),
    "seats.with": ("with {names}", "同席：{names}"),
    "seats.here": ("Also here: {names}.", "同席：{names}。"),
    "seats.alone": ("Nobody else is here now.", "现无他人同席。"),
    "seats.save_alone": (
        "Others are at this session, and their entries would stay in the old folder. Save it"
        " elsewhere once they have left.",
        "他人仍在此会议中，会继续写入原文件夹；待其离开后再另存。",
    ),
    "seats.role_floor": ("{name} (floor)", "{name}（会场）"),
    "seats.role_notes": ("{name} (notes)", "{name}（记录）"),
    "seats.role_view": ("{name} (looks on)", "{name}（查看）"),
    "seats.role_shell": ("{name} (shell)", "{name}（命令行）"),
}
