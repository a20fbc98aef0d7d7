"""What is said when a session leaves or comes back: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "export.kept": (
        "{path} was changed by hand, so it was not overwritten. The new one is “{name}” beside it.",
        "{path} 经人工修改，已保留不动；新文件为同一文件夹中的“{name}”。",
    ),
    "export.by_hand": (
        "{count} {count:line|lines} may still show who spoke. The annex says which; rewrite"
        " {count:it|them} by hand.",
        "{count}处文字仍可能看出发言者，具体见附件，请人工改写。",
    ),
    "export.blanks": (
        "{count} {count:place|places} in the report of the Chair {count:is|are} still to be"
        " completed.",
        "主席报告中仍有{count}处待补充。",
    ),
    "export.unread": (
        "The log is damaged. Its first {read} {read:entry was|entries were} exported; {unread}"
        " {unread:is|are} lost or {unread:comes|come} after a lost one.",
        "日志已损坏：已导出前{read}条记录，另有{unread}条丢失或在丢失的记录之后。",
    ),
    "export.unverified": (
        "The log was altered; every file of the report says so. To see where: `session verify`",
        "记录曾被改动；报告的每个文件均已注明。用 `session verify` 可查明何处。",
    ),
    "export.text_gone": (
        "The text “{file}” is no longer in the session's folder as it was received. It was left out.",
        "收到的文本“{file}”已不在会议文件夹中或与收到时不同，未导出。",
    ),
    "export.record_note": (
        "The secretariat's own record of the session “{session}”. Do not pass it on.\n\nThese files"
        " name every delegation and what it said, and hold notes meant only for the\nsecretariat."
        " Files that may be passed on are one folder up. What was said off the record\nis in neither"
        " folder.",
        "秘书处关于“{session}”的内部记录，请勿外传。\n\n这些文件列明每个代表团及其发言，并含有仅供秘书处使用的笔记。\n可以外传的文件在上一级文件夹。不供记录的内容两处都没有。",
    ),
    "export.making": ("Exporting everything", "正在导出全部文件"),
    "export.writing": ("to the disk", "写入磁盘"),
    "export.all_alone": (
        "“all” writes a folder; it cannot be combined with another format or written to a pipe",
        "“all”会写出一个文件夹，不能与其他格式并用，也不能输出到管道",
    ),
    "export.imported": (
        "{name}: created from {path}, with {count} {count:entry|entries}.",
        "{name}：已由 {path} 建立，共{count}条记录。",
    ),
    "export.texts_imported": (
        "{count} received {count:text|texts} came with it.",
        "一并带来的已收文本：{count}份。",
    ),
    "export.import_no_file": ("{path}: {reason}", "{path}：{reason}"),
    "export.import_foreign": (
        "{path} is not a session.toml or session.json written by this program.",
        "{path} 不是本程序写出的 session.toml 或 session.json。",
    ),
    "export.import_no_log": (
        "{path} holds no session log, so no session can be created from it.",
        "{path} 不含会议日志，无法据以建立会议。",
    ),
    "export.import_unfit": (
        "{path} holds what no session of this program holds, so no session was created from it ({reason}).",
        "{path} 含有本程序的会议日志不会有的内容，因此不据以建立会议（{reason}）。",
    ),
    "export.import_altered": (
        "{path} was altered after it was written, so no session was created from it.",
        "{path} 写出后曾被改动，因此不据以建立会议。",
    ),
    "export.import_newer": (
        "{path} was written by a newer version of the program (schema {schema}).",
        "{path} 由较新版本的程序写出（格式版本{schema}）。",
    ),
}
