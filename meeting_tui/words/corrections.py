"""The week after the meeting: corrections, the checklist, calling the report final.

The refusals and the words of the acts stand here and are looked up with all others.
"""

SENTENCES: dict[str, tuple[str, str]] = {
    "corrections.attributed": ("Intervention {number} was {name}", "第 {number} 次发言归于{name}"),
    "corrections.attributed_group": (
        "Intervention {number} was {name} ({group})",
        "第 {number} 次发言归于{name}（{group}）",
    ),
    "corrections.attributed_aligned": (
        "{told}; aligned with it: {states}",
        "{told}；附议国：{states}",
    ),
    "corrections.times": (
        "Intervention {number}: {began}–{ended}, {name}",
        "第 {number} 次发言：{began} 至 {ended}，{name}",
    ),
    "corrections.began": ("{name} began at {began}", "{name}于 {began} 开始发言"),
    "corrections.filed": ("Point {point} belongs under item {item}", "要点{point}归入项目{item}"),
    "corrections.filed_back": (
        "Point {point} belongs under the item of its intervention",
        "要点{point}归回其发言所属项目",
    ),
    "corrections.purged": (
        "Purged for good: the text of point {point} on intervention {number}; files exported to other"
        " folders are not touched",
        "已永久删除文本：第 {number} 次发言的要点{point}；导出至其他文件夹的文件不受影响",
    ),
    "corrections.nothing_left": ("(purged)", "（已清除）"),
    "corrections.bands": ("The report counts so: {bands}", "报告计数用词：{bands}"),
    "corrections.finalised": ("The report is final", "报告定稿"),
    "corrections.finalised_open_one": (
        "The report is final, with one open point",
        "报告定稿，尚有 1 项未处理",
    ),
    "corrections.finalised_open": (
        "The report is final, with {count} open points",
        "报告定稿，尚有 {count} 项未处理",
    ),
    "corrections.ticked": ("Ticked off the checklist: {id}", "核对表已勾销：{id}"),
    "corrections.unticked": ("Back on the checklist: {id}", "重新列入核对表：{id}"),
    "corrections.open_id": ("{id}: {told}", "{id}：{told}"),
    "corrections.ticked_off": ("Ticked off: {ids}.", "已勾销：{ids}。"),
    "corrections.open_unknown_name": (
        "“{name}” is in no directory: `identify {name} as D`",
        "“{name}”不在名录中：identify {name} as D",
    ),
    "corrections.open_unknown_group": (
        "The group “{name}” is in no list: `identify {name} as eu`, or `as group`",
        "集团“{name}”不在名单中：identify {name} as eu，或 as group",
    ),
    "corrections.open_no_question": (
        "A point of {name} ({number}) is on no question: `tag {point} …`",
        "{name}（{number}）的一个要点未标问题：tag {point} …",
    ),
    "corrections.open_text_awaited": (
        "The text of {name} ({number}) is awaited: `received on {number}`",
        "待收{name}（{number}）的文本：received on {number}",
    ),
    "corrections.open_no_points": (
        "Nothing is noted on {name} ({number}, {times}): `note on {number} …`",
        "{name}（{number}，{times}）无要点：note on {number} …",
    ),
    "corrections.open_short_turn": (
        "{name} ({number}) spoke for no time at {times}: `times {number} …`",
        "{name}（{number}）发言时长为零，{times}：times {number} …",
    ),
    "corrections.open_long_turn": (
        "{name} ({number}) spoke for {span}: `times {number} …`",
        "{name}（{number}）发言长达 {span}：times {number} …",
    ),
    "corrections.open_overlap": (
        "{name} ({number}) began while {other} still spoke: `times {number} …`",
        "{name}（{number}）开始时第 {other} 次发言尚未结束：times {number} …",
    ),
    "corrections.open_through_break": (
        "{name} ({number}) speaks on past the end of sitting {sitting}: `times {number} …`",
        "{name}（{number}）发言延续至第 {sitting} 次会议结束之后：times {number} …",
    ),
    "corrections.open_clock_gap": (
        "A gap of the clock of {span} counts for {name} ({number}): `times {number} …`",
        "时钟缺口 {span} 计入{name}（{number}）：times {number} …",
    ),
    "corrections.open_long_item": (
        "Item {item} was open for {span}, longer than its sitting",
        "项目{item}持续{span}，超过所在会议的时长",
    ),
    "corrections.open_item_open": (
        "Item {item} was never closed",
        "项目{item}从未结束",
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
        "Whose was intervention {n}? Type the delegation, with its group in brackets.",
        "第 {n} 次发言归于谁？请输入代表团，集团置于括号内。",
    ),
    "corrections.would_time": (
        "When did intervention {n} begin and end? Change the times and press Enter.",
        "第 {n} 次发言何时开始、何时结束？修改时间后按 Enter。",
    ),
    "corrections.none_open": (
        "Nothing is open; the report may be called final: `finalise`",
        "无未处理事项；可定稿：finalise",
    ),
    "corrections.count_open_one": ("One open point:", "1 项未处理："),
    "corrections.count_open": ("{count} open points:", "{count} 项未处理："),
    "corrections.is_final": ("The report is final since {time}.", "报告已于 {time} 定稿。"),
    "corrections.verified_purged_one": (
        "One event was purged; what is left of it is as the purge recorded it.",
        "1 个事件已清除文本；所余内容与清除记录相符。",
    ),
    "corrections.verified_purged": (
        "{count} events were purged; what is left of them is as the purges recorded it.",
        "{count} 个事件已清除文本；所余内容与清除记录相符。",
    ),
}

ACTS: dict[str, tuple[str, str]] = {
    "act.attribute": (
        "Say whose an intervention was, in the capacity typed: `attribute 7 fra(eu)`; aligned States"
        " stay unless others are typed.",
        "确定某次发言属于谁、以何身份：attribute 7 fra(eu)；未另行输入附议国时保留原附议国。",
    ),
    "act.attribute.label": ("Attribute", "归属"),
    "act.times": (
        "Say when an intervention began and ended, local times of its day.",
        "更正某次发言的起止时间（当日当地时间）。",
    ),
    "act.began": (
        "Say when the speaker began, also while the turn runs: clock, limit and forecast follow.",
        "更正发言开始的时间，发言中亦可：计时、时限和预测随之更正。",
    ),
    "act.began.label": ("Began", "开始时间"),
    "act.ended": (
        "Say when the speaker ended; a turn that still runs ends then.",
        "更正发言结束的时间；仍在进行的发言即于该时结束。",
    ),
    "act.ended.label": ("Ended", "结束时间"),
    "act.times.label": ("Times", "起止时间"),
    "act.file": (
        "File a point under the item it belongs to, or move it to the statement it belongs to (`file n5"
        " on mex`) or to the item itself (`file n5 on item 3`); its questions stay.",
        "将要点归入所属项目，或移至所属发言（file n5 on mex）或项目本身（file n5 on item 3）；所标问题不变。",
    ),
    "act.file.label": ("File", "归入"),
    "act.purge": (
        "Remove the text of a point off the record for good, and what says the same elsewhere; only the"
        " trace stays. It asks first: `purge! n5` does it.",
        "永久删除不入记录要点的文本及其他相同文字，仅留痕迹。先行确认：purge! n5。",
    ),
    "act.purge.label": ("Purge", "清除"),
    "act.bands": (
        "Say from how many delegations on the report says one, few, some, several, many.",
        "设定报告中各量词所对应的代表团数。",
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
        "Call the report final; with open points only as `finalise!`.",
        "报告定稿；尚有未处理事项时须用 finalise!。",
    ),
    "act.finalise.label": ("Finalise", "定稿"),
}

REFUSALS: dict[str, tuple[str, str]] = {
    "refusal.number_expected": (
        "Which intervention? {found} is no number of one.",
        "第几次发言？{found} 不是发言序号。",
    ),
    "refusal.clock_expected": (
        "When? {found} is no time of day; type it as 10:05 or 10:05:30.",
        "什么时间？{found} 不是时刻；请输入 10:05 或 10:05:30。",
    ),
    "refusal.attributed_so": (
        "Intervention {number} is recorded as {whose} already.",
        "第 {number} 次发言已记为 {whose}。",
    ),
    "refusal.times_while_speaking": (
        "{name} still has the floor. To put the beginning right: `began 10:05:30`.",
        "{name}仍在发言。如要更正开始时间：began 10:05:30。",
    ),
    "refusal.times_backwards": (
        "An intervention ends after it begins.",
        "发言的结束须晚于开始。",
    ),
    "refusal.times_in_future": (
        "That time is still to come.",
        "该时间尚未到来。",
    ),
    "refusal.times_within_pauses": (
        "The time of intervention {number} stood still for all of that.",
        "该时段内第 {number} 次发言始终处于暂停。",
    ),
    "refusal.times_overlap": (
        "That overlaps intervention {number} of {name} ({times}).",
        "与第 {number} 次发言（{name}，{times}）重叠。",
    ),
    "refusal.times_are_so": (
        "Intervention {number} is recorded with these times already.",
        "第 {number} 次发言已记为该起止时间。",
    ),
    "refusal.file_under_missing": (
        "Where to? `file n5 under 3` (an item), `file n5 on mex` or `file n5 on 12` (a statement).",
        "归入何处？如 file n5 under 3（项目）、file n5 on mex 或 file n5 on 12（发言）。",
    ),
    "refusal.filed_so": (
        "Point {point} is under item {item} already.",
        "要点{point}已在项目{item}之下。",
    ),
    "refusal.purge_needs_off_record": (
        "Point {point} is not off the record; mark it so first: `correct {point} /off-record …`.",
        "要点{point}不是不入记录；请先用 correct {point} /off-record … 标记。",
    ),
    "refusal.purge_asks": (
        "This removes the text of point {point} for good, from the session, its drafts and exports; no"
        " undo. `purge! {point}` does it.",
        "此操作将永久删除要点{point}的文本，包括本次会议的草稿和导出文件，不可撤销。确认请输入 purge! {point}。",
    ),
    "refusal.purge_asks_also": (
        "This removes the text of point {point} for good, from the session, its drafts and exports; no"
        " undo. The same text elsewhere goes too: {also}. `purge! {point}` does it.",
        "此操作将永久删除要点{point}的文本，包括本次会议的草稿和导出文件，不可撤销。其他相同文字一并删除：{also}。"
        "确认请输入 purge! {point}。",
    ),
    "refusal.purged_already": (
        "The text of point {point} is gone already.",
        "要点{point}的文本已清除。",
    ),
    "refusal.purge_not_undone": (
        "What was purged (point {point}) is gone for good, so nothing up to it can be taken back.",
        "要点{point}已永久清除，此前的操作不能再撤回。",
    ),
    "refusal.no_such_band": (
        "{found} is no band; type `bands one=1 few=2 …` (words: {words}; most=half or most=never).",
        "{found} 不是量词；请输入 bands one=1 few=2 …（可用：{words}；most=half 或 most=never）。",
    ),
    "refusal.bands_not_ascending": (
        "Words and numbers rise together, in this order: {words}.",
        "量词与数字须同按此序递增：{words}。",
    ),
    "refusal.bands_from_one": (
        "The first word counts from one on, so that every number has a word.",
        "第一个量词须从 1 起，使每个数都有量词。",
    ),
    "refusal.bands_are_so": (
        "The report counts so already: {bands}.",
        "报告已如此计数：{bands}。",
    ),
    "refusal.finalise_before_end": (
        "The meeting is not over; `adjourn` first.",
        "会议尚未结束；请先 adjourn。",
    ),
    "refusal.not_on_checklist": (
        "“{id}” is not on the checklist. Open there: {ids}.",
        "核对表上没有“{id}”。未处理：{ids}。",
    ),
    "refusal.ticked_already": ("{id} is ticked off already.", "{id}已经勾销。"),
    "refusal.not_ticked": ("{id} was not ticked off.", "{id}尚未勾销。"),
    "refusal.tick_what": (
        "Which one? Type its id from the checklist, such as `tick n12`.",
        "勾销哪一项？请输入核对表上的编号，如 tick n12。",
    ),
    "refusal.finalised_already": (
        "The report is final already.",
        "报告已经定稿。",
    ),
    "refusal.finalise_open_one": (
        "One point is still open (see the checklist); `finalise!` insists.",
        "尚有 1 项未处理（见核对表）；用 finalise! 坚持定稿。",
    ),
    "refusal.finalise_open": (
        "{count} points are still open (see the checklist); `finalise!` insists.",
        "尚有 {count} 项未处理（见核对表）；用 finalise! 坚持定稿。",
    ),
}
