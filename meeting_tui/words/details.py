"""What is recorded of a statement besides its points, and on positions: key -> (English, Chinese).

The refusals and the words of the acts stand here and are looked up with all others.
"""

SENTENCES: dict[str, tuple[str, str]] = {
    "details.language_ar": ("Arabic", "阿拉伯语"),
    "details.language_zh": ("Chinese", "中文"),
    "details.language_en": ("English", "英语"),
    "details.language_fr": ("French", "法语"),
    "details.language_ru": ("Russian", "俄语"),
    "details.language_es": ("Spanish", "西班牙语"),
    "details.heard": ("{name} speaks {spoken}", "{name}使用{spoken}发言"),
    "details.heard_interpreted": (
        "{name} speaks {spoken}, heard through interpretation",
        "{name}使用{spoken}发言，经口译听取",
    ),
    "details.person": ("Speaking for {name}: {person}", "{name}发言人：{person}"),
    "details.person_titled": (
        "Speaking for {name}: {person}, {title}",
        "{name}发言人：{person}，{title}",
    ),
    "details.marked_awaited": ("The text of {name} is awaited", "待收{name}的发言稿"),
    "details.unmarked_awaited": (
        "The text of {name} is no longer awaited",
        "不再等待{name}的发言稿",
    ),
    "details.marked_check": (
        "{name}: the text is to be checked against delivery",
        "{name}：发言稿以现场发言为准",
    ),
    "details.unmarked_check": (
        "{name}: no check against delivery",
        "{name}：无须与现场发言核对",
    ),
    "details.marked_record": ("{name}: for the record", "{name}：要求载入记录"),
    "details.unmarked_record": ("{name}: not for the record", "{name}：不要求载入记录"),
    "details.received": ("The text of {name} has come", "已收到{name}的发言稿"),
    "details.received_file": (
        "The text of {name} has come, kept as texts/{file} ({size})",
        "已收到{name}的发言稿，存为 texts/{file}（{size}）",
    ),
    "details.aligned": ("Aligned with {name}: {states}", "与{name}立场一致：{states}"),
    "details.aligned_none": ("No State aligned with {name}", "没有国家与{name}立场一致"),
    "details.present": ("In the room: {names}", "在场：{names}"),
    "details.not_present": ("Not marked as in the room: {names}", "取消在场标记：{names}"),
    "details.interpreted": ("interpreted", "经口译"),
    "details.text_awaited": ("text awaited", "待收文本"),
    "details.text_received": ("text received", "已收文本"),
    "details.check_against_delivery": ("check delivery", "以发言为准"),
    "details.for_record": ("for record", "载入记录"),
}

ACTS: dict[str, tuple[str, str]] = {
    "act.propose": (
        "Note a proposal; it gets an id (`r1`) that others' points can be tagged with.",
        "记录一项提案；提案获得编号（r1），供其他要点标注。",
    ),
    "act.propose.label": ("Propose", "提案"),
    "act.position": (
        "Note where a delegation stands on a question, a topic or a proposal.",
        "记录代表团对某一问题、议题或提案的立场。",
    ),
    "act.position.label": ("Position", "立场"),
    "act.heard": (
        "Record the language of a statement, and that it was heard through interpretation.",
        "记录发言所用语言，以及是否经口译听取。",
    ),
    "act.heard.label": ("Heard", "发言语言"),
    "act.person": (
        "Record who spoke for the delegation, with the title behind a comma.",
        "记录代表团的发言人，逗号后为职务。",
    ),
    "act.person.label": ("Person", "发言人"),
    "act.mark": (
        "Mark a statement: its text is awaited, check against delivery, for the record.",
        "标记发言：待收文本、以现场发言为准、载入记录。",
    ),
    "act.mark.label": ("Mark", "标记"),
    "act.received": (
        "Record that the text of a statement came; a file is copied into the session.",
        "记录已收到发言稿；文件会复制到会议记录中。",
    ),
    "act.received.label": ("Received", "收到发言稿"),
    "act.aligned": (
        "Say which States aligned with a group statement, whatever is usual.",
        "确定哪些国家赞同这次集团发言。",
    ),
    "act.aligned.label": ("Aligned", "赞同国"),
    "act.present": (
        "Mark delegations as in the room; asking for the floor there says so by itself.",
        "标记在场的代表团；当场要求发言者自动视为在场。",
    ),
    "act.present.label": ("Present", "在场"),
}

REFUSALS: dict[str, tuple[str, str]] = {
    "refusal.language_missing": (
        "Which language? ar, zh, en, fr, ru, es, or any other: `heard fr interpreted`.",
        "哪种语言？ar、zh、en、fr、ru、es 或其他：heard fr interpreted。",
    ),
    "refusal.person_missing": (
        "Who spoke? `person Jane Roe, Ambassador`.",
        "谁在发言？如 person 张三, 大使。",
    ),
    "refusal.no_such_statement_mark": (
        "{found} is no mark; there are: awaited, check, record.",
        "没有标记 {found}；可用：awaited、check、record。",
    ),
    "refusal.spoke_for_itself": (
        "{name} did not speak for a group, so nobody aligns with the statement.",
        "{name}并非代表集团发言，没有赞同国。",
    ),
    "refusal.aligns_no_state": (
        "{name} is no State of the directory; only States align with a statement.",
        "{name}不是名录中的国家；只有国家可赞同发言。",
    ),
    "refusal.no_such_stance": (
        "{found} is no stance; there are: {stances}.",
        "没有立场 {found}；可用：{stances}。",
    ),
    "refusal.position_on_nothing": (
        "On what? {found} is no question, topic or proposal; there are: {tags}.",
        "对什么的立场？{found} 不是问题、议题或提案；现有：{tags}。",
    ),
    "refusal.file_kept_nowhere": (
        "{file} cannot be kept here; `received` alone records that the text came.",
        "此处无法保存 {file}；只输入 received 可记录已收到文本。",
    ),
    "refusal.file_missing": (
        "There is no file {file}; nothing was recorded.",
        "没有文件 {file}；未作任何记录。",
    ),
    "refusal.files_alike": (
        "More than one file is named {name}, with signs that are not seen; rename one. Nothing was recorded.",
        "有多个文件名为 {name}，只有不可见字符不同；请改名。未作任何记录。",
    ),
    "refusal.file_is_folder": (
        "{file} is no file that can be copied; nothing was recorded.",
        "{file} 不是可复制的文件；未作任何记录。",
    ),
    "refusal.file_unreadable": (
        "{file} cannot be read ({reason}); nothing was recorded.",
        "无法读取 {file}（{reason}）；未作任何记录。",
    ),
    "refusal.file_not_copied": (
        "{file} could not be copied into the session ({reason}); nothing was recorded.",
        "无法将 {file} 复制到会议记录（{reason}）；未作任何记录。",
    ),
}
