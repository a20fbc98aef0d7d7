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
    "details.heard": ("{name}: statement in {spoken}", "{name}使用{spoken}发言"),
    "details.heard_interpreted": (
        "{name}: statement in {spoken}, heard through interpretation",
        "{name}使用{spoken}发言，经口译听取",
    ),
    "details.person": ("Speaking for {name}: {person}", "{name}代表：{person}"),
    "details.person_titled": (
        "Speaking for {name}: {person}, {title}",
        "{name}代表：{person}，{title}",
    ),
    "details.marked_awaited": ("Text still to come: {name}", "待收{name}的发言稿"),
    "details.unmarked_awaited": ("No text expected any more: {name}", "不再等待{name}的发言稿"),
    "details.marked_check": (
        "{name}: check the text against delivery",
        "{name}：发言稿以现场发言为准",
    ),
    "details.unmarked_check": (
        "{name}: no need to check the text against delivery",
        "{name}：发言稿无须与现场发言核对",
    ),
    "details.marked_record": ("{name}: for the record", "{name}：要求载入记录"),
    "details.unmarked_record": ("{name}: not for the record", "{name}：不要求载入记录"),
    "details.received": ("Text received: {name}", "已收到{name}的发言稿"),
    "details.received_file": (
        "Text received: {name}, saved as texts/{file} ({size})",
        "已收到{name}的发言稿，存为 texts/{file}（{size}）",
    ),
    "details.aligned": ("Aligned with {name}: {states}", "赞同{name}发言的国家：{states}"),
    "details.aligned_none": ("No State aligned with {name}", "没有国家赞同{name}的发言"),
    "details.present": ("In the room: {names}", "在场：{names}"),
    "details.not_present": ("No longer marked as in the room: {names}", "取消在场标记：{names}"),
    "details.interpreted": ("interpreted", "经口译"),
    "details.text_awaited": ("text awaited", "待收文本"),
    "details.text_received": ("text received", "已收文本"),
    "details.check_against_delivery": ("check delivery", "以发言为准"),
    "details.for_record": ("for record", "载入记录"),
}

ACTS: dict[str, tuple[str, str]] = {
    "act.propose": (
        "Note a proposal. It gets an id (`r1`) with which you can tag other points.",
        "记录一项提案；提案获得编号（r1），供其他要点标注。",
    ),
    "act.propose.label": ("Propose", "提案"),
    "act.position": (
        "Note a delegation's position on a question, a topic or a proposal.",
        "记录代表团对某一问题、议题或提案的立场。",
    ),
    "act.position.label": ("Position", "立场"),
    "act.heard": (
        "Record the language of a statement, and whether it was heard through interpretation.",
        "记录发言所用语言，以及是否经口译听取。",
    ),
    "act.heard.label": ("Heard", "发言语言"),
    "act.person": (
        "Record who spoke for the delegation; the title follows a comma.",
        "记录代表团的发言人，逗号后为职务。",
    ),
    "act.person.label": ("Person", "发言人"),
    "act.mark": (
        "Mark a statement: text awaited, check against delivery, or for the record.",
        "标记发言：待收文本、以现场发言为准、载入记录。",
    ),
    "act.mark.label": ("Mark", "标记"),
    "act.received": (
        "Record that the text of a statement was received; a file is copied into the session.",
        "记录已收到发言稿；文件会复制到会议日志文件夹中。",
    ),
    "act.received.label": ("Received", "收到发言稿"),
    "act.aligned": (
        "Say which States aligned with a group statement.",
        "确定哪些国家赞同这次集团发言。",
    ),
    "act.aligned.label": ("Aligned", "赞同国"),
    "act.present": (
        "Mark delegations as in the room. Those that ask for the floor there are marked by themselves.",
        "标记在场的代表团；当场要求发言者自动视为在场。",
    ),
    "act.present.label": ("Present", "在场"),
}

REFUSALS: dict[str, tuple[str, str]] = {
    "refusal.language_missing": (
        "Which language? ar, zh, en, fr, ru, es or another: `heard fr interpreted`",
        "哪种语言？ar、zh、en、fr、ru、es 或其他：heard fr interpreted。",
    ),
    "refusal.person_missing": (
        "Who spoke? Write: `person Jane Roe, Ambassador`",
        "谁在发言？如 person 张三, 大使。",
    ),
    "refusal.no_such_statement_mark": (
        "Unknown mark: {found}. Marks are: awaited, check, record.",
        "没有标记 {found}；可用：awaited、check、record。",
    ),
    "refusal.spoke_for_itself": (
        "{name} did not speak for a group, so no State can align with the statement.",
        "{name}并非代表集团发言，没有赞同国。",
    ),
    "refusal.aligns_no_state": (
        "{name} is not a State in the directory; only States can align with a statement.",
        "{name}不是名录中的国家；只有国家可赞同发言。",
    ),
    "refusal.no_such_stance": (
        "Unknown stance: {found}. Stances are: {stances}.",
        "没有立场 {found}；可用：{stances}。",
    ),
    "refusal.position_on_nothing": (
        "A position on what? {found} is not a question, topic or proposal. There are: {tags}.",
        "对什么的立场？{found} 不是问题、议题或提案；现有：{tags}。",
    ),
    "refusal.file_kept_nowhere": (
        "{file} cannot be saved here. To record only that the text was received: `received`",
        "此处无法保存 {file}；只输入 received 可记录已收到文本。",
    ),
    "refusal.file_missing": (
        "File not found: {file}. Nothing was recorded.",
        "找不到文件 {file}；未作任何记录。",
    ),
    "refusal.files_alike": (
        "Several files look like {name} but differ in invisible characters. Rename one. Nothing was recorded.",
        "有多个文件名为 {name}，只有不可见字符不同；请改名。未作任何记录。",
    ),
    "refusal.file_is_folder": (
        "{file} is not a file that can be copied. Nothing was recorded.",
        "{file} 不是可复制的文件；未作任何记录。",
    ),
    "refusal.file_unreadable": (
        "{file} cannot be read ({reason}). Nothing was recorded.",
        "无法读取 {file}（{reason}）；未作任何记录。",
    ),
    "refusal.file_not_copied": (
        "{file} could not be copied into the session ({reason}). Nothing was recorded.",
        "无法将 {file} 复制到会议日志文件夹（{reason}）；未作任何记录。",
    ),
}
