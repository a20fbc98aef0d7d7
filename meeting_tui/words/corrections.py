"""The week after the meeting: corrections, the checklist, calling the report final.

The refusals and the words of the acts stand here and are looked up with all others.
"""

SENTENCES: dict[str, tuple[str, str]] = {
    "corrections.attributed": (
        "Intervention {number} is now {name}'s",
        "第{number}个发言改归{name}",
    ),
    "corrections.attributed_group": ("{told}, {group}", "{told}，{group}"),
    "corrections.attributed_aligned": (
        "{told}; aligned with it: {states}",
        "{told}；赞同国：{states}",
    ),
    "corrections.times": (
        "Intervention {number} ({name}): now {began}–{ended}",
        "第{number}个发言（{name}）：改为 {began} 至 {ended}",
    ),
    "corrections.began": ("{name} began at {began}", "{name}于 {began} 开始发言"),
    "corrections.filed": ("Point {point} is now under item {item}", "要点{point}归入项目{item}"),
    "corrections.filed_back": (
        "Point {point} is back under the item of its intervention",
        "要点{point}归回其发言所属项目",
    ),
    "corrections.purged": (
        "Text of point {point} on intervention {number} removed for good. Not touched: files"
        " exported to other folders",
        "已永久删除文本：第{number}个发言的要点{point}。未处理：导出至其他文件夹的文件",
    ),
    "corrections.nothing_left": ("(text removed)", "（文本已删除）"),
    "corrections.bands": ("Words for numbers in the report: {bands}", "报告中的数量用语：{bands}"),
    "corrections.finalised": ("The report is final", "报告定稿"),
    "corrections.finalised_open_one": (
        "The report is final, with one open point",
        "报告定稿，尚有1项未处理事项",
    ),
    "corrections.finalised_open": (
        "The report is final, with {count} open {count:point|points}",
        "报告定稿，尚有{count}项未处理事项",
    ),
    "corrections.draft_again": (
        "The report is a draft again; `finalise` makes it final.",
        "报告重新成为草案；finalise 可再次定稿。",
    ),
    "corrections.ticked": ("Ticked off the checklist: {id}", "核对表已勾销：{id}"),
    "corrections.unticked": ("Back on the checklist: {id}", "重新列入核对表：{id}"),
    "corrections.open_id": ("{id}: {told}", "{id}：{told}"),
    "corrections.ticked_off": ("Ticked off: {ids}.", "已勾销：{ids}。"),
    "corrections.open_unknown_name": (
        "“{name}” is not in the directory: `identify {name} as D`",
        "“{name}”不在名录中：identify {name} as D",
    ),
    "corrections.open_unknown_group": (
        "The group “{name}” is in no list: `identify {name} as eu`, or `as group`",
        "集团“{name}”不在名单中：identify {name} as eu，或 as group",
    ),
    "corrections.open_outside_group": (
        "{name} ({number}) spoke {group} and is not a member: `attribute {number} …`",
        "{name}（{number}）{group}发言，但并非成员：attribute {number} …",
    ),
    "corrections.open_no_question": (
        "A point of {name} ({number}) has no question: `tag {point} …`",
        "{name}（{number}）的一个要点未标问题：tag {point} …",
    ),
    "corrections.open_text_awaited": (
        "Text of {name} ({number}) not received yet: `received on {number}`",
        "待收{name}（{number}）的文本：received on {number}",
    ),
    "corrections.open_no_points": (
        "No points on {name} ({number}, {times}): `note on {number} …`",
        "{name}（{number}，{times}）没有要点：note on {number} …",
    ),
    "corrections.open_text_alone": (
        "The text of {name} ({number}, {times}) is kept, but no points: `note on {number} …`",
        "{name}（{number}，{times}）的发言稿已保存，但没有要点：note on {number} …",
    ),
    "corrections.open_short_turn": (
        "{name} ({number}) spoke for 0 seconds at {times}: `times {number} …`",
        "{name}（{number}）发言时长为零，{times}：times {number} …",
    ),
    "corrections.open_long_turn": (
        "{name} ({number}) spoke for {span}: `times {number} …`",
        "{name}（{number}）发言长达 {span}：times {number} …",
    ),
    "corrections.open_overlap": (
        "{name} ({number}) began before {other} had ended: `times {number} …`",
        "{name}（{number}）开始时，第{other}个发言尚未结束：times {number} …",
    ),
    "corrections.open_through_break": (
        "{name} ({number}) is recorded past the end of sitting {sitting}: `times {number} …`",
        "{name}（{number}）发言记到第{sitting}次会议结束之后：times {number} …",
    ),
    "corrections.open_clock_gap": (
        "The turn of {name} ({number}) includes a clock gap of {span}: `times {number} …`",
        "{name}（{number}）的发言时间包含 {span} 的时钟缺口：times {number} …",
    ),
    "corrections.open_long_item": (
        "Item {item} was open for {span}, longer than its sitting",
        "项目{item}持续{span}，超过所在会议的时长",
    ),
    "corrections.open_item_open": (
        "Item {item} was never closed",
        "项目{item}从未结束",
    ),
    "corrections.open_both_sides": (
        "{name} ({number}) says otherwise on “{title}” than on {question} ({earlier}): if this replaces"
        " it, `tag {point} {question} {topic}`",
        "{name}（{number}）关于“{title}”的立场与就{question}所持立场（{earlier}）相反：如已取代，tag {point}"
        " {question} {topic}",
    ),
    "corrections.open_by_hand": (
        "“{word}” may show who spoke where names are left out: `correct {point} …`",
        "不列名时，“{word}”仍可能表明发言者：correct {point} …",
    ),
    "corrections.open_by_hand_elsewhere": (
        "“{word}” may show who spoke where names are left out: rewrite it in the report",
        "不列名时，“{word}”仍可能表明发言者：请在报告中改写",
    ),
    "corrections.open_conclusion": (
        "The Chair's conclusion on item {item} is still to be written in the report",
        "项目{item}的主席结论尚待写入报告",
    ),
    "corrections.open_conclusions": (
        "The general conclusions are still to be written in the report",
        "总体结论尚待写入报告",
    ),
    "corrections.open_recommendation": (
        "The recommendation on “{title}” is still to be written in the report",
        "关于“{title}”的建议尚待写入报告",
    ),
    "corrections.open_attachment": (
        "The text of the attachment “{title}” is still to be written in the report",
        "附件“{title}”的案文尚待写入报告",
    ),
    "corrections.open_demonstration": (
        "This is a demonstration; every statement is invented",
        "这是演示；所有发言均为虚构",
    ),
    "corrections.open_rehearsal": (
        "This is a rehearsal; its times are simulated",
        "这是演练；时间为模拟",
    ),
    "corrections.would_attribute": (
        "Who made intervention {n}? Type the delegation, with its group in brackets.",
        "第{n}个发言是谁的？请输入代表团，集团置于括号内。",
    ),
    "corrections.would_time": (
        "When did intervention {n} begin and end? Change the times and press Enter.",
        "第{n}个发言何时开始、何时结束？修改时间后按回车。",
    ),
    "corrections.none_open": (
        "No open points. To make the report final: `finalise`",
        "没有未处理事项。如要定稿：finalise",
    ),
    "corrections.count_open_one": ("One open point:", "未处理事项1项："),
    "corrections.count_open": ("{count} open {count:point|points}:", "未处理事项{count}项："),
    "corrections.is_final": ("The report has been final since {time}.", "报告已于 {time} 定稿。"),
    "corrections.verified_purged_one": (
        "One entry was purged; the rest of it matches what the purge recorded.",
        "1条记录已清除文本；所余内容与清除记录相符。",
    ),
    "corrections.verified_purged": (
        "{count} {count:entry was|entries were} purged; the rest of them matches what the purges recorded.",
        "{count}条记录已清除文本；所余内容与清除记录相符。",
    ),
}

ACTS: dict[str, tuple[str, str]] = {
    "act.attribute": (
        "Say who made an intervention, and on whose behalf: `attribute 7 fra(eu)`. Aligned States"
        " stay unless you type others.",
        "更正某次发言的发言者和身份：attribute 7 fra(eu)；未另行输入赞同国时保留原赞同国。",
    ),
    "act.attribute.label": ("Attribute", "归属"),
    "act.times": (
        "Correct when an intervention began and ended, in local time of that day.",
        "更正某次发言的起止时间（当日当地时间）。",
    ),
    "act.began": (
        "Correct when the speaker began, also during the turn. Clock, limit and forecast follow.",
        "更正发言开始的时间，发言中亦可：计时、时限和预测随之更正。",
    ),
    "act.began.label": ("Began", "开始时间"),
    "act.ended": (
        "Correct when the speaker ended; a turn still open ends at that time.",
        "更正发言结束的时间；仍在进行的发言即于该时结束。",
    ),
    "act.ended.label": ("Ended", "结束时间"),
    "act.times.label": ("Times", "起止时间"),
    "act.file": (
        "File a point under the item it belongs to, or move it to the statement it belongs to (`file n5"
        " on mex`) or to the item itself (`file n5 on item 3`); its questions stay. `as …` corrects it"
        " at the same time: `file n5 on mex as a1 new text`.",
        "将要点归入所属项目，或移至所属发言（file n5 on mex）或项目本身（file n5 on item 3）；所标问题不变。"
        "加 as 可同时更正：file n5 on mex as a1 新文字。",
    ),
    "act.file.label": ("File", "归入"),
    "act.purge": (
        "Remove the text of an off-record point for good, and equal text elsewhere; only a trace"
        " stays. It asks first: `purge! n5` does it.",
        "永久删除不予记录的要点的文本及其他相同文字，仅留痕迹。先行确认：purge! n5。",
    ),
    "act.purge.label": ("Purge", "清除"),
    "act.bands": (
        "Set from which number the report says one, few, some, several, many.",
        "设定报告从几个代表团起用某一数量用语（一个、几个、一些……）。",
    ),
    "act.bands.label": ("Bands", "量词"),
    "act.tick": (
        "Tick something off the checklist by its id: it stays as it is.",
        "按编号勾销核对表上的一项：保持原样。",
    ),
    "act.tick.label": ("Tick off", "勾销"),
    "act.untick": (
        "Put something back on the checklist.",
        "将一项重新列入核对表。",
    ),
    "act.untick.label": ("Untick", "取消勾销"),
    "act.finalise": (
        "Make the report final. If points are still open, type `finalise!`.",
        "报告定稿；尚有未处理事项时须用 finalise!。",
    ),
    "act.finalise.label": ("Finalise", "定稿"),
}

REFUSALS: dict[str, tuple[str, str]] = {
    "refusal.number_expected": (
        "Which intervention? {found} is not a number.",
        "第几次发言？{found} 不是发言序号。",
    ),
    "refusal.clock_expected": (
        "When? {found} is not a time. Write 10:05 or 10:05:30.",
        "什么时间？{found} 不是时刻；请输入 10:05 或 10:05:30。",
    ),
    "refusal.attributed_so": (
        "Intervention {number} is already recorded as {whose}.",
        "第{number}个发言已记为 {whose}。",
    ),
    "refusal.times_while_speaking": (
        "{name} is still speaking. To correct the beginning: `began 10:05:30`",
        "{name}仍在发言。如要更正开始时间：began 10:05:30。",
    ),
    "refusal.time_not_one": ("{what}.", "{what}。"),
    "refusal.times_backwards": (
        "The end must be later than the beginning.",
        "结束时间须晚于开始时间。",
    ),
    "refusal.times_in_future": ("That time has not come yet.", "该时间尚未到来。"),
    "refusal.times_within_pauses": (
        "The clock of intervention {number} was stopped during all of that time.",
        "该时段内第{number}个发言的计时始终处于暂停。",
    ),
    "refusal.times_overlap_first": (
        "That overlaps intervention {number} of {name} ({times}). First type `{first}`.",
        "与第{number}个发言（{name}，{times}）重叠。请先输入 {first}。",
    ),
    "refusal.times_overlap": (
        "That overlaps intervention {number}, {name} ({times}).",
        "与第{number}个发言（{name}，{times}）重叠。",
    ),
    "refusal.times_are_so": (
        "Intervention {number} already has these times.",
        "第{number}个发言的起止时间已是如此。",
    ),
    "refusal.file_under_missing": (
        "Where to? `file n5 under 3` (an item), `file n5 on mex` or `file n5 on 12` (a statement).",
        "归入何处？如 file n5 under 3（项目）、file n5 on mex 或 file n5 on 12（发言）。",
    ),
    "refusal.filed_so": (
        "Point {point} is already under item {item}.",
        "要点{point}已在项目{item}之下。",
    ),
    "refusal.purge_needs_off_record": (
        "Point {point} is not off the record. Mark it first: `correct {point} /off-record …`.",
        "要点{point}未标为不予记录；请先输入 correct {point} /off-record …。",
    ),
    "refusal.purge_asks": (
        "This removes the text of point {point} for good, from the session, its drafts and exports; no"
        " undo. `purge! {point}` does it.",
        "此操作将永久删除要点{point}的文本，包括本次会议的草案和导出文件，不可撤销。确认请输入 purge! {point}。",
    ),
    "refusal.purge_asks_also": (
        "This removes the text of point {point} for good, from the session, its drafts and exports; no"
        " undo. The same text elsewhere goes too: {also}. `purge! {point}` does it.",
        "此操作将永久删除要点{point}的文本，包括本次会议的草案和导出文件，不可撤销。其他相同文字一并删除：{also}。"
        "确认请输入 purge! {point}。",
    ),
    "refusal.purged_already": (
        "The text of point {point} has already been removed.",
        "要点{point}的文本已清除。",
    ),
    "refusal.purge_not_undone": (
        "Point {point} was purged for good, so nothing before that can be undone.",
        "要点{point}已永久清除，此前的操作不能再撤回。",
    ),
    "refusal.no_such_band": (
        "Unknown: {found}. Type `bands one=1 few=2 …` (words: {words}; most=half or most=never).",
        "未知用语：{found}。请输入 bands one=1 few=2 …（可用：{words}；most=half 或 most=never）。",
    ),
    "refusal.bands_not_ascending": (
        "The numbers must rise in the order of the words: {words}.",
        "数字须按用语的次序递增：{words}。",
    ),
    "refusal.bands_from_one": (
        "The first word must start at 1, so that every number has a word.",
        "第一个用语须从1起，使每个数都有用语。",
    ),
    "refusal.bands_are_so": ("The report already uses: {bands}.", "报告已采用：{bands}。"),
    "refusal.finalise_before_end": (
        "The meeting is not over. First type `adjourn`.",
        "会议尚未结束；请先 adjourn。",
    ),
    "refusal.not_on_checklist": (
        "“{id}” is not on the checklist. Open there: {ids}.",
        "核对表上没有“{id}”。未处理事项：{ids}。",
    ),
    "refusal.ticked_already": ("{id} is ticked off already.", "{id}已经勾销。"),
    "refusal.not_ticked": ("{id} was not ticked off.", "{id}尚未勾销。"),
    "refusal.tick_what": (
        "Which one? Type its id from the checklist, such as `tick n12`.",
        "勾销哪一项？请输入核对表上的编号，如 tick n12。",
    ),
    "refusal.finalised_already": ("The report is already final.", "报告已经定稿。"),
    "refusal.finalise_open_one": (
        "One open point is left (see the checklist). To make the report final anyway: `finalise!`",
        "尚有1项未处理事项（见核对表）。如仍要定稿：finalise!",
    ),
    "refusal.finalise_open": (
        "{count} open {count:point is|points are} left (see the checklist). To make the report"
        " final anyway: `finalise!`",
        "尚有{count}项未处理事项（见核对表）。如仍要定稿：finalise!",
    ),
}
