"""What the Notes screen says: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "notes.title_points": ("Points", "要点"),
    "notes.title_questions": ("Questions", "问题"),
    "notes.placeholder": (
        "A point, then Enter  ·  / marks  ·  : a command",
        "输入要点后回车  ·  / 标记  ·  : 操作",
    ),
    "notes.placeholder_tags": (
        "A point, then Enter  ·  {tags} tags  ·  / marks  ·  : a command",
        "输入要点后回车  ·  {tags} 题号  ·  / 标记  ·  : 操作",
    ),
    "notes.belongs": ("{tags} belongs to item {item}", "{tags}属于项目{item}"),
    "notes.belong": ("{tags} belong to item {item}", "{tags}属于项目{item}"),
    "notes.no_question": (
        "{word} is not a question; kept as text",
        "{word}不是题号，已作为文字保留",
    ),
    "notes.ask_stance": (
        "{stance}: {on}, as tagged before? Enter: yes · Tab: without {tags}, counted on nothing ·"
        " Esc: back to the line, to name it: /supports {example}",
        "{stance}：是指上一行的{on}吗？回车：是 · Tab：不带{tags}，不计入 · Esc：回到输入行写明对象，"
        "如 /supports {example}",
    ),
    "notes.ask_stance_open": (
        "{stance}: what? {tags} only collects answers. Enter: keep it, counted on nothing · Tab:"
        " without {tags} · Esc: back to the line, to name it: /supports {example}",
        "{stance}：对象是什么？{tags}只收集答复，不计支持。回车：照此保存 · Tab：不带{tags} · Esc：回到输入行"
        "写明对象，如 /supports {example}",
    ),
    "notes.ask_no_question": (
        "{word} is not a question. Enter: keep the line as text, without {tags} · Tab: with {tags} ·"
        " Esc: back to the line",
        "{word}不是题号。回车：作为文字保存，不带{tags} · Tab：带{tags} · Esc：回到输入行",
    ),
    "notes.ask_no_question_alone": (
        "{word} is not a question. Enter: keep the line as text · Esc: back to the line",
        "{word}不是题号。回车：作为文字保存 · Esc：回到输入行",
    ),
    "notes.ask_no_question_behind": (
        "{word} is not a question. Enter: keep it as text, with {tags} · Esc: back to the line",
        "{word}不是题号。回车：作为文字保存，带{tags} · Esc：回到输入行",
    ),
    "notes.counts_on_nothing": (
        "{tags} only collects answers, so no support is counted; name what they support, as in"
        " /supports {example}",
        "{tags}只收集答复，此立场不计入；如需计入，请写明对象，如 /supports {example}",
    ),
    "notes.between": ("; ", "；"),
    "notes.nobody_yet": (
        "Nobody has spoken yet, so a point has no intervention to go to",
        "尚无人发言：要点须属于某次发言",
    ),
    "notes.on_item": ("Noting on item {item} itself", "正在记录：项目{item}本身"),
    "notes.nobody_spoke_on_it": ("nobody has spoken on it yet", "尚无人就此发言"),
    "notes.noting_on": ("Notes on {name}", "正在记录：{name}"),
    "notes.speaks_now": ("speaking now", "正在发言"),
    "notes.interrupted": ("interrupted by a point of order", "因程序问题中断"),
    "notes.spoke_last": ("spoke last; nobody has the floor", "刚发言完，目前无人发言"),
    "notes.noting_before": ("▲ EARLIER: notes on {name}", "▲ 先前发言：正在记录{name}"),
    "notes.not_now": ("not speaking now", "并非当前发言者"),
    "notes.not_last": ("not the last speaker", "并非最后发言者"),
    "notes.escape_follows": ("Esc: now", "Esc 回到现在"),
    "notes.speaks_meanwhile": ("{name} is speaking", "{name}正在发言"),
    "notes.lost": (
        "The intervention for this text was undone. To choose another: Alt+↑ or Alt+↓",
        "这段文字所属的发言已撤销：按 Alt+↑ 或 Alt+↓ 另选",
    ),
    "notes.before_mark": ("▲ {name} (earlier)", "▲ {name}（先前）"),
    "notes.lost_mark": ("undone", "已撤销"),
    "notes.act_mark": ("act", "操作"),
    "notes.points_0": ("no points yet", "尚无要点"),
    "notes.points_1": ("1 point", "1条要点"),
    "notes.points_many": ("{count} points", "{count}条要点"),
    "notes.no_points_then": ("There were no notes at this moment.", "此时尚无要点。"),
    "notes.no_points": ("No notes yet. Type a line and press Enter.", "尚无要点。输入一行后回车。"),
    "notes.earlier_lines": (
        "↑ {count} earlier {count:line|lines}, PgUp",
        "↑ 前面还有{count}行，PgUp",
    ),
    "notes.later_lines": ("↓ {count} later {count:line|lines}, PgDn", "↓ 后面还有{count}行，PgDn"),
    "notes.corrected": ("(corrected)", "（已更正）"),
    "notes.not_asked_mark": ("({questions}: not meant for it)", "（{questions}未问该方）"),
    "notes.mark_proposal": ("proposal", "提案"),
    "notes.mark_request": ("request for assistance", "请求援助"),
    "notes.mark_offer": ("offer", "提供"),
    "notes.mark_asks": ("asks", "提问"),
    "notes.mark_figure": ("figure", "数据"),
    "notes.mark_announces": ("announces", "宣布"),
    "notes.mark_supports": ("supports", "支持"),
    "notes.mark_conditional": ("supports with conditions", "有条件支持"),
    "notes.mark_reserves": ("reserves", "保留"),
    "notes.mark_opposes": ("opposes", "反对"),
    "notes.mark_internal": ("INTERNAL", "内部"),
    "notes.mark_off-record": ("OFF THE RECORD", "不记录"),
    "notes.colon": (": ", "："),
    "notes.comma": (", ", "，"),
    "notes.questions_of": ("Questions, item {item}", "问题，项目{item}"),
    "notes.no_questions": ("Item {item} asks no questions", "项目{item}没有问题"),
    "notes.no_item": ("No item is open", "没有进行中的项目"),
    "notes.answered_by": ("answered by", "已回答"),
    "notes.this_speaker": ("this speaker", "该发言者已答"),
    "notes.nobody": ("nobody yet", "尚无人答"),
    "notes.not_asked": ("not asked", "未问该方"),
    "notes.legend": (
        "● this speaker   ○ others   blank: nobody",
        "● 该发言者   ○ 他方   空白：无人",
    ),
    "notes.before": ("Earlier: {names}", "先前：{names}"),
    "notes.before_one": ("{name} {count}", "{name} {count}条"),
    "notes.next": ("next: {names}", "下一位：{names}"),
    "notes.next_nobody": ("next: nobody is waiting", "下一位：无人等候"),
    "notes.pending_order": ("Point of order: {name}", "程序问题：{name}"),
    "notes.tags_now": ("Tags: {tags}", "题号：{tags}"),
    "notes.tags_none": ("No tags", "无题号"),
    "notes.no_question_number": (
        "The item has {count} {count:question|questions}; there is no number {number}",
        "该项目有{count}个问题：没有第{number}个",
    ),
    "notes.line_is_full": (
        "There is text in the line. Press Enter to keep it, then Ctrl+E",
        "输入行中有文字：先按回车保存，再按 Ctrl+E",
    ),
    "notes.nothing_to_correct": ("You have no points to correct", "您没有可更正的要点"),
    "notes.correcting": (
        "{point}: ↑ ↓ another point · Alt+1…9 tag · Alt+↑ Alt+↓ move to another statement · Ctrl+X"
        " strike · Esc leave",
        "{point}：↑ ↓ 另选要点 · Alt+1…9 题号 · Alt+↑ Alt+↓ 移至其他发言 · Ctrl+X 删去 · Esc 离开",
    ),
    "notes.correcting_on": ("Correcting {point}, on {name}", "更正 {point}：{name}"),
    "notes.moving": (
        "Move {point} to {name}? Enter: yes · Alt+↑ ↓: another statement · Esc: no",
        "将 {point} 移至{name}？回车：是 · Alt+↑ Alt+↓ 另选发言 · Esc：不移动",
    ),
    "notes.moving_changed": (
        "Move {point} to {name} with the new text? Enter: yes · Alt+↑ ↓: another statement · Esc: no",
        "将 {point} 移至{name}并更正文字？回车：是 · Alt+↑ Alt+↓ 另选发言 · Esc：不移动",
    ),
    "notes.hint_tag": ("question", "题号"),
    "notes.hint_mark": ("kind", "类别"),
    "notes.hint_earlier": ("earlier", "先前"),
    "notes.hint_correct": ("correct", "更正"),
    "notes.hint_act": ("command", "操作"),
    "notes.key_tag": (
        "Tag the next points with a question, or remove the tag; `-` removes all tags",
        "为之后的要点加上或去掉题号；输入 - 全部去掉",
    ),
    "notes.key_mark": (
        "Mark the kind of this point, its stance or its audience (/supports /internal)",
        "标记本要点的类别；斜杠也可标记立场和范围（/supports /internal）",
    ),
    "notes.key_earlier": (
        "Take notes on an earlier intervention; in an empty line ↑ alone is enough",
        "为更早的发言记要点；输入行为空时按 ↑ 即可",
    ),
    "notes.key_now": (
        "Back to the current speaker, in an empty line; a new speaker or item does this too",
        "输入行为空时回到当前发言者；换人发言或换项目时也会自动回到",
    ),
    "notes.key_later": (
        "Take notes on a later intervention, and finally on the current speaker",
        "为更晚的发言记要点，最后回到当前发言者",
    ),
    "notes.key_correct": (
        "Put your last point into the line to correct it; there ↑ and ↓ go to others, Alt+digit"
        " changes tags, Alt+↑ and Alt+↓ move it to another statement, Esc leaves",
        "把您最后一条要点放回输入行更正；此时 ↑ ↓ 另选，Alt+数字改题号，Alt+↑ Alt+↓ 移至其他发言，Esc 离开",
    ),
    "notes.key_strike": (
        "Strike the point in the line; type the reason",
        "删去输入行中的要点；请输入理由",
    ),
    "notes.key_act": (
        "After a colon, type a command instead of a point",
        "冒号之后是会议操作，而非要点",
    ),
    "notes.key_up": ("Show earlier points", "显示前面的要点"),
    "notes.key_down": ("Show later points", "显示后面的要点"),
}
