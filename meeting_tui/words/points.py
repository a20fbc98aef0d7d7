"""Notes on an item itself; points moved, tagged anew and struck: key -> (English, Chinese).

The refusals and the words of the acts stand here and are looked up with all others.
"""

SENTENCES: dict[str, tuple[str, str]] = {
    # A position without words of its own
    "points.supports_to": ("supports {what}", "支持{what}"),
    "points.conditional_to": ("supports {what}, with conditions", "有条件支持{what}"),
    "points.reserves_to": ("has reservations on {what}", "对{what}持保留意见"),
    "points.opposes_to": ("opposes {what}", "反对{what}"),
    "points.supports_on": ("expresses support on {what}", "就{what}表示支持"),
    "points.conditional_on": (
        "expresses support, with conditions, on {what}",
        "就{what}表示有条件支持",
    ),
    "points.reserves_on": ("has reservations on {what}", "就{what}持保留意见"),
    "points.opposes_on": ("expresses opposition on {what}", "就{what}表示反对"),
    "points.stance_question": ("question {id}", "问题{id}"),
    "points.stance_topic": ("“{id}”", "“{id}”"),
    "points.stance_proposal": ("the proposal {id}", "提案{id}"),
    "points.stance_and": (" and ", "和"),
    "points.item_noted": ("Noted on item {item}: {text}", "记于项目{item}：{text}"),
    "points.moved": (
        "Point {point} belongs to {name} ({number})",
        "要点{point}改归{name}（{number}）",
    ),
    "points.moved_to_item": (
        "Point {point} is a note on item {item}",
        "要点{point}改为项目{item}的记录",
    ),
    "points.struck": ("Point {point} is struck: {reason}", "要点{point}已删去：{reason}"),
    "points.statement_struck": (
        "Intervention {number} of {name} is struck: {reason}",
        "{name}的第{number}个发言已删去：{reason}",
    ),
    "points.statement_kept": (
        "Text of the statement of {name}: {text}",
        "{name}的发言全文：{text}",
    ),
    "points.kept_one": ("text of 1 paragraph", "全文 1 段"),
    "points.kept": ("text of {count} {count:paragraph|paragraphs}", "全文 {count} 段"),
    "points.ask_paste": (
        "{count} {count:paragraph|paragraphs} pasted on {name}. Enter: keep them as the text of the statement · Tab: as"
        " {count} {count:point|points} · Esc: neither, they stay in the line",
        "为{name}粘贴了 {count} 段。回车：作为发言全文保存 · Tab：作为 {count} 条要点 · Esc：留在输入行",
    ),
    "points.on_item": ("item {item}", "项目{item}"),
    "points.heading": ("Notes on the item", "关于本项目的记录"),
}

ACTS: dict[str, tuple[str, str]] = {
    "act.tag": (
        "Say anew what a point is on; its text stays: `tag n5 a1 a6`, `tag n5 none`.",
        "重新标注要点的题号，文字不变：tag n5 a1 a6；tag n5 none 去掉题号。",
    ),
    "act.tag.label": ("Tag", "题号"),
    "act.statement": (
        "Keep the text of a statement with it, as it was made; `¶` parts its paragraphs. The record finds"
        " its words.",
        "将发言全文与该次发言一并保存；段落之间用 ¶ 隔开。可在记录中检索。",
    ),
    "act.statement.label": ("Statement", "全文"),
    "act.points": (
        "Note several points at once, parted by `¶`; one undo takes them all back.",
        "一次记录多条要点，用 ¶ 隔开；一次撤销即可全部收回。",
    ),
    "act.points.label": ("Points", "多条要点"),
    "act.strike": (
        "Strike a point, or a statement that never was (its number), with a reason. It leaves the"
        " notes, the counts and the report; the log keeps it.",
        "删去一条要点，或并未发生的发言（用其序号），须说明理由。不再计入记录、统计和报告；日志仍予保留。",
    ),
    "act.strike.label": ("Strike", "删去"),
}

REFUSALS: dict[str, tuple[str, str]] = {
    "refusal.item_takes_no_position": (
        "A note on item {item} is nobody's, so it takes no position and makes no proposal; `note on D"
        " …` names who does.",
        "关于项目{item}的记录不属于任何代表团，不能表明立场或提出提案；请用 note on D … 指明由谁提出。",
    ),
    "refusal.moved_so": (
        "Point {point} belongs to {name} ({number}) already.",
        "要点{point}已归{name}（{number}）。",
    ),
    "refusal.two_stances": (
        "A line takes one stance, not both {first} and {second}. Write two lines, one for each.",
        "一行只能有一个立场，不能同时写 {first} 和 {second}。请分两行写，每行一个。",
    ),
    "refusal.two_kinds": (
        "A line takes one kind, not both {first} and {second}. Write two lines, one for each.",
        "一行只能有一个类别，不能同时写 {first} 和 {second}。请分两行写，每行一个。",
    ),
    "refusal.two_audiences": (
        "A line takes one audience, not both {first} and {second}. Keep one of them.",
        "一行只能有一个范围，不能同时写 {first} 和 {second}。请只留一个。",
    ),
    "refusal.nothing_changed": (
        "Nothing changed: point {point} reads so already.",
        "没有改动：要点{point}已是如此。",
    ),
    "refusal.tagged_so": ("Point {point} is tagged so already.", "要点{point}的题号已是如此。"),
    "refusal.no_such_tag": (
        "{found} is not a question, topic or proposal. Type `tag n5 a1 a6` or `tag n5 none`.",
        "{found} 不是问题、主题或提案；请输入 tag n5 a1 a6 或 tag n5 none。",
    ),
    "refusal.strike_reason": (
        "Say why, for the record: `strike {what} because …`.",
        "请说明理由以便记录：strike {what} because …",
    ),
    "refusal.strike_what": (
        "Strike what? {found} is not a point or a number. A point: `strike n5 because …`. A"
        " statement: `strike 7 because …`",
        "{found} 不是要点或发言序号：strike n5 because … 删去要点，strike 7 because … 删去发言。",
    ),
    "refusal.statement_kept_so": (
        "The statement of {name} ({number}) has this text already.",
        "{name}的发言（{number}）已有此全文。",
    ),
    "refusal.struck_already": ("{what} is struck already.", "{what} 已删去。"),
    "refusal.strike_while_speaking": (
        "{name} has the floor; `yield` first, then strike.",
        "{name}正在发言；请先 yield，再删去。",
    ),
    "refusal.strike_has_notes": (
        "Intervention {number} of {name} has notes or a text: {points}. Move them (`file n5 on N`), or"
        " strike all with `strike! {number} because …`.",
        "{name}的第{number}个发言有记录或文本：{points}。请先移走（file n5 on N），或用"
        " strike! {number} because … 一并删去。",
    ),
}
