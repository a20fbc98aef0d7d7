"""Notes on an item itself; points moved, tagged anew and struck: key -> (English, Chinese).

The refusals and the words of the acts stand here and are looked up with all others.
"""

SENTENCES: dict[str, tuple[str, str]] = {
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
        "{name}的第 {number} 次发言已删去：{reason}",
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
    "refusal.tagged_so": ("Point {point} is tagged so already.", "要点{point}的题号已是如此。"),
    "refusal.no_such_tag": (
        "{found} is no question, topic or proposal; type `tag n5 a1 a6`, or `tag n5 none`.",
        "{found} 不是问题、主题或提案；请输入 tag n5 a1 a6 或 tag n5 none。",
    ),
    "refusal.strike_reason": (
        "Say why, for the record: `strike {what} because …`.",
        "请说明理由以便记录：strike {what} because …",
    ),
    "refusal.strike_what": (
        "{found} is no point and no number: `strike n5 because …` strikes a point, `strike 7 because"
        " …` a statement.",
        "{found} 不是要点或发言序号：strike n5 because … 删去要点，strike 7 because … 删去发言。",
    ),
    "refusal.struck_already": ("{what} is struck already.", "{what} 已删去。"),
    "refusal.strike_while_speaking": (
        "{name} has the floor; `yield` first, then strike.",
        "{name}正在发言；请先 yield，再删去。",
    ),
    "refusal.strike_has_notes": (
        "Intervention {number} of {name} has notes or a text: {points}. Move them (`file n5 on N`), or"
        " strike all with `strike! {number} because …`.",
        "{name}的第 {number} 次发言有记录或文本：{points}。请先移走（file n5 on N），或用"
        " strike! {number} because … 一并删去。",
    ),
}
