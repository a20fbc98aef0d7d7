"""The Report screen: whom it names, what is missing, what is written out. `SCREEN` belongs to the
sentences of all screens and is looked up with them.
"""

SENTENCES: dict[str, tuple[str, str]] = {
    "preview.placeholder": ("A command, or export word,pdf", "操作，或 export word,pdf"),
    "preview.draft": ("DRAFT", "草案"),
    "preview.final": ("FINAL", "定稿"),
    "preview.as_of": ("as of {time}", "截至 {time}"),
    "preview.making": ("updating…", "正在更新…"),
    "preview.first": ("Making the draft…", "正在生成草案…"),
    "preview.failed": ("The draft could not be made: {reason}", "未能生成草案：{reason}"),
    "preview.naming_named": ("NAMED", "具名"),
    "preview.naming_counted": ("COUNTED", "计数"),
    "preview.naming_anonymous": ("ANONYMOUS", "匿名"),
    "preview.means_named": (
        "Every delegation is named with what it said",
        "写明谁说了什么：列出各代表团名称",
    ),
    "preview.means_counted": (
        "“Several States”: only the podium and presenters are named",
        "“若干国家”：仅列出主席台和专题介绍者",
    ),
    "preview.means_anonymous": (
        "No names, no numbers: only the podium and presenters are named",
        "不列名、不计数：仅列出主席台和专题介绍者",
    ),
    "preview.language_en": ("English", "英文"),
    "preview.language_zh": ("Chinese", "中文"),
    "preview.title_parts": ("Parts", "各部分"),
    "preview.title_missing": ("What is missing", "缺漏"),
    "preview.pages": ("{first}–{last} of {count}", "{first}–{last}，共 {count} 行"),
    "preview.part_of": ("{number} of {count}", "{number}/{count}"),
    "preview.none_missing": ("✓ Nothing is missing", "✓ 无缺漏"),
    "preview.missing": ("! Missing {count}: ", "! 缺 {count}："),
    "preview.counted": ("{what} {count}", "{what} {count}"),
    "preview.between": (", ", "，"),
    "preview.kind_unknown_name": ("unknown names", "未知名称"),
    "preview.kind_unknown_group": ("unknown groups", "未知集团"),
    "preview.kind_text_awaited": ("texts awaited", "待收文本"),
    "preview.kind_no_points": ("without points", "无要点"),
    "preview.kind_no_question": ("without a question", "未标问题"),
    "preview.kind_times": ("odd times", "时间存疑"),
    "preview.kind_item_open": ("items never closed", "项目未结束"),
    "preview.kind_rehearsal": ("rehearsal", "演练"),
    "preview.kind_demonstration": ("demonstration", "演示"),
    "preview.kind_not_reached": ("not reached", "未轮到"),
    "preview.to_do": ("To do before it is final: {count}", "定稿前须处理：{count}"),
    "preview.said_in_it": (
        "Not reached (the report says so): {count}",
        "未轮到，报告将写明：{count}",
    ),
    "preview.nothing_to_do": ("The checklist has no open points", "核对表无未处理事项"),
    "preview.not_heard": ("{name} was not reached on item {item}", "项目{item}：{name}未轮到"),
    "preview.not_taken_up": ("Item {item} was not taken up: {title}", "项目{item}未审议：{title}"),
    "preview.key_naming": ("Names", "列名"),
    "preview.key_language": ("Language", "语言"),
    "preview.key_part": ("Part", "部分"),
    "preview.key_page": ("Page", "翻页"),
    "preview.key_missing": ("Missing", "缺漏"),
    "preview.key_go": ("Go there", "前往"),
    "preview.key_back": ("Text", "正文"),
    "preview.document_report": ("{state} REPORT", "{state}：主席报告"),
    "preview.document_annex": ("{state} ANNEX", "{state}：秘书处附件"),
    "preview.key_document": ("Annex", "附件"),
    "preview.key_members": ("Members", "成员"),
    "preview.key_tick": ("Tick off", "勾销"),
    "preview.help_tick": (
        "Tick what is missing under the cursor off the checklist: it stays as it is",
        "勾销光标处的缺漏：保持原样",
    ),
    "preview.tick_where": (
        "Press Enter, go to a line of what is missing, then + ticks it off.",
        "按 Enter，移到缺漏的一行，再按 + 勾销。",
    ),
    "preview.key_bands": ("Bands", "量词"),
    "preview.key_export": ("Export", "导出"),
    "preview.help_naming": (
        "How the report names delegations: named, counted, anonymous; Shift+Tab goes back",
        "报告如何列名：具名、计数、匿名；Shift+Tab 反向",
    ),
    "preview.help_language": (
        "The language of the report; the screen keeps its own",
        "报告语言，与界面语言无关",
    ),
    "preview.help_part": ("Go to another part of the report", "转到报告的其他部分"),
    "preview.help_page": ("Turn the pages of the report", "报告翻页"),
    "preview.help_missing": (
        "What is missing; Enter on a line goes there, Esc goes back to the text",
        "缺什么；在一行上按 Enter 前往其处，Esc 回到正文",
    ),
    "preview.help_document": (
        "The Chair's report as it is issued, or the secretariat's annex with all the rest",
        "主席报告正文，或载有其余内容的秘书处附件",
    ),
    "preview.help_members": (
        "Which group members are counted, here and on Coverage: none, those present, all",
        "此处和问题页计入集团的哪些成员：不计、在场者、全体",
    ),
    "preview.members_none": ("no members", "不计成员"),
    "preview.members_present": ("members present", "计在场成员"),
    "preview.members_all": ("all members", "计全体成员"),
    "preview.help_bands": (
        "Start a line that sets how many is “some”",
        "开始输入设定数量用语的一行",
    ),
    "preview.help_export": (
        "Start a line that exports the report as shown",
        "开始输入按所示内容导出报告的一行",
    ),
    "preview.bands_how": ("Change the numbers, then press Enter", "修改数字后按回车"),
    "preview.export_how": (
        "Press Enter to export; formats: {formats}",
        "按回车导出；格式：{formats}",
    ),
    "preview.no_such_word": (
        "Unknown format: “{word}”. Formats: {formats}; with named, counted or anonymous; en or zh",
        "“{word}”不是格式；可用 {formats}，以及 named、counted、anonymous，en、zh",
    ),
    "preview.no_format": ("Which format? {formats}", "哪种格式？{formats}"),
    "preview.exporting": ("Exporting {what} …", "正在写 {what} …"),
    "preview.exporting_of": (
        "Exporting {what} ({done} of {count}) …",
        "正在写 {what}（{done}/{count}）…",
    ),
    "preview.exporting_still": (
        "The last export is still running. Try again in a moment",
        "上一次导出尚未写完；请稍候再试",
    ),
    "preview.exported": ("{path}", "{path}"),
    "preview.exported_files": (
        "{count} {count:file|files} in {path}",
        "{count}个文件，位于 {path}",
    ),
    "preview.exported_but": ("{written}. Left out: {what}", "{written}。未含：{what}"),
    "preview.not_exported": ("Nothing was exported: {reason}", "未导出：{reason}"),
    "preview.not_in_replay": (
        "This is a replay: the preview shows that moment. To export, use the meeting or `meeting-tui export`",
        "这是回放：预览为该时刻；请在会议中或用 meeting-tui export 导出",
    ),
}

SCREEN: dict[str, tuple[str, str]] = {
    "screen.label_show_report": ("Report", "报告"),
    "screen.label_export": ("Export", "导出"),
    "screen.act_show_report": (
        "Show the Report: the draft, how it names delegations, what is missing",
        "显示报告页：草案内容、是否列名、缺什么",
    ),
    "screen.act_export": (
        "Export the report in the formats, naming and language you type",
        "导出报告：按所输入的格式、列名方式和语言",
    ),
}
