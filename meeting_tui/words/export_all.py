"""What is said when a session leaves or comes back: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "export.kept": (
        "{path} is not as this program wrote it and was left; the new one is “{name}” beside it.",
        "{path} 与本程序所写的不同，已保留不动；新文件为同一文件夹中的“{name}”。",
    ),
    "export.unread": (
        "The log is damaged: its first {read} events are exported, {unread} are lost or come after"
        " one that is.",
        "记录已损坏：前{read}条事件已导出，另有{unread}条丢失或在丢失的事件之后。",
    ),
    "export.unverified": (
        "The log was altered; every file of the report says so. `session verify` tells where.",
        "记录曾被改动；报告的每个文件均已注明。用 `session verify` 可查明何处。",
    ),
    "export.text_gone": (
        "The text “{file}” that was received is not in the session's folder as it was; it is left"
        " out.",
        "收到的文本“{file}”已不在会议文件夹中或与收到时不同，未导出。",
    ),
    "export.record_note": (
        "The secretariat's own record of the session “{session}”. Not for handing on.\n"
        "\n"
        "These files name every delegation with what it said, and hold notes meant for the\n"
        "secretariat alone. What may be handed on lies one folder up. What was said off the record\n"
        "is in neither.",
        "秘书处关于“{session}”的内部记录，请勿外传。\n"
        "\n"
        "这些文件列明每个代表团及其发言，并含有仅供秘书处使用的笔记。\n"
        "可以外传的文件在上一级文件夹。不供记录的内容两处都没有。",
    ),
    "export.making": ("Writing everything out", "正在导出全部文件"),
    "export.writing": ("onto the disk", "写入磁盘"),
    "export.all_alone": (
        "“all” writes a folder; it goes with no other format and not into a pipe",
        "“all”会写出一个文件夹，不能与其他格式并用，也不能输出到管道",
    ),
    "export.imported": (
        "{name}: made from {path} with {count} events.",
        "{name}：已由 {path} 建立，共{count}条事件。",
    ),
    "export.texts_imported": (
        "Texts received that came with it: {count}.",
        "一并带来的已收文本：{count}份。",
    ),
    "export.import_no_file": ("{path}: {reason}", "{path}：{reason}"),
    "export.import_foreign": (
        "{path} is no session.toml and no session.json that this program wrote.",
        "{path} 不是本程序写出的 session.toml 或 session.json。",
    ),
    "export.import_no_log": (
        "{path} holds no session log, so no session can be made from it.",
        "{path} 不含会议记录，无法据以建立会议。",
    ),
    "export.import_altered": (
        "{path} was altered since it was written, so no session is made from it.",
        "{path} 写出后曾被改动，因此不据以建立会议。",
    ),
    "export.import_newer": (
        "{path} was written by a newer version of the program (schema {schema}).",
        "{path} 由较新版本的程序写出（格式版本{schema}）。",
    ),
}
