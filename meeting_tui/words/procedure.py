"""Procedure and the room: tiers, kinds, phases, who waits: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "procedure.sum": ("{parts}: {clock}", "{parts}：{clock}"),
    "procedure.request_at": ("{nth} at place {place}", "{nth}：第{place}位"),
    "procedure.request_reply": ("{nth} a right of reply", "{nth}：答辩"),
    "procedure.request_elsewhere": ("{nth} on item {item}", "{nth}：项目{item}"),
    "procedure.comma": (", ", "，"),
    "procedure.between": (", ", "、"),
    "procedure.and_last_spoken": ("{first}, and {last}", "{first}，{last}"),
    "procedure.and_last": ("{first} and {last}", "{first}，{last}"),
    "procedure.sum_order": ("{length} for points of order", "程序问题{length}"),
    "procedure.sum_speaker": ("{length} left for the speaker", "正在发言者还有{length}"),
    "procedure.sum_turns": ("{count} speakers at {length}", "{count}位发言者各{length}"),
    "procedure.sum_turn": ("1 speaker at {length}", "1位发言者{length}"),
    "procedure.sum_more_turns": ("{count} at {length}", "{count}位各{length}"),
    "procedure.sum_presentations": ("{length} of presentations", "专题介绍{length}"),
    "procedure.sum_between": ("{seconds} s between them", "每次交接{seconds}秒"),
    "procedure.sum_closing": ("{length} to close", "结束语{length}"),
    "procedure.sum_kept": ("{length} kept for later requests", "为后续申请保留{length}"),
    "procedure.sum_nothing": ("nobody to speak", "无待发言"),
    "procedure.limit_of": ("{length}", "{length}"),
    "procedure.limit_of_tier": ("{length} for {tier}", "{tier}{length}"),
    "procedure.with_sum": ("{text} ({sum})", "{text}（{sum}）"),
    "procedure.limit": (
        "With a limit of {limits}, all are heard by {clock}",
        "发言时限设为{limits}，全部发言可于{clock}前结束",
    ),
    "procedure.limit_not_enough": (
        "Even with a limit of {limits}, all are heard only by {clock}, after {target}",
        "即使时限为{limits}，全部发言也要到{clock}才结束，晚于{target}",
    ),
    "procedure.limit_not_needed": (
        "With a limit of {limits}, all are heard by {clock}, no later than {target}",
        "时限为{limits}，全部发言可于{clock}前结束，不晚于{target}",
    ),
    "procedure.close_by": (
        "Close the list by {clock}: room for {count} more before {target}, {each} each",
        "请于{clock}前截止登记：{target}之前还可容纳{count}位，每位{each}",
    ),
    "procedure.close_by_often": (
        "Close the list by {clock}: room for {count} more before {target}, {each} each. One asks"
        " about every {every}",
        "请于{clock}前截止登记：{target}之前还可容纳{count}位，每位{each}，约每{every}有一位申请",
    ),
    "procedure.close_full": (
        "Close the list now: there is no room for more before {target}",
        "请立即截止登记：{target}之前已无法再容纳其他发言者",
    ),
    "procedure.close_now": (
        "Close the list now: ends {clock}",
        "立即截止登记：{clock}结束",
    ),
    "procedure.close_saves": (
        "Close the list now: ends {clock} instead of {open_clock}, {minutes} min less",
        "立即截止登记：{clock}结束，而非{open_clock}，节省{minutes}分钟",
    ),
    "procedure.close_saves_if": (
        "Close the list now: ends {clock}. Left open: about {open_clock} (a request about every {every})",
        "现在截止登记：{clock}结束。不截止：约{open_clock}结束（约每{every}有一位申请）",
    ),
    "procedure.every_minutes": ("{count} {count:minute|minutes}", "{count}分钟"),
    "procedure.every_halves": ("{count}.5 minutes", "{count}.5分钟"),
    "procedure.every_seconds": ("{count} {count:second|seconds}", "{count}秒"),
    "procedure.block_whole": ("Item {item} keeps its {length}", "项目{item}仍有{length}"),
    "procedure.block_eaten": (
        "Item {item} loses {minutes} min of its {length}",
        "项目{item}的{length}将被占用{minutes}分钟",
    ),
    "procedure.block_eaten_hours": (
        "Item {item} loses {lost} of its {length}",
        "项目{item}的{length}将被占用{lost}",
    ),
    "procedure.block_because": ("{told} {causes}", "{told}，{causes}"),
    "procedure.cause_late": ("because it starts late", "因开始较晚"),
    "procedure.cause_shorter": ("because the sitting is shorter", "因会议较短"),
    "procedure.cause_carried": ("because of lists carried over", "因结转名单"),
    "procedure.block_late_hours": ("{lost} because it starts late", "因开始较晚{lost}"),
    "procedure.block_shorter_hours": (
        "{lost} because the sitting is shorter",
        "因会议较短{lost}",
    ),
    "procedure.block_carried_hours": (
        "{lost} because of lists carried over",
        "因结转名单{lost}",
    ),
    "procedure.block_late": ("{minutes} because it starts late", "因开始较晚{minutes}分钟"),
    "procedure.block_shorter": (
        "{minutes} because the sitting is shorter",
        "因会议较短{minutes}分钟",
    ),
    "procedure.block_carried": (
        "{minutes} because of lists carried over",
        "因结转名单{minutes}分钟",
    ),
    "procedure.lists_left_out": (
        "without the {count:list|lists} kept for {count:item|items} {items}",
        "不含项目{items}保留的名单",
    ),
    "procedure.carry_over_advice": (
        "{count} of {waiting} cannot speak before {clock}, even with a limit of {limits}. Close the"
        " list and carry it over",
        "即使时限为{limits}，{waiting}位中仍有{count}位在{clock}前无法发言：请截止登记并结转",
    ),
    "procedure.carry_over_no_limit": (
        "{count} of {waiting} cannot speak before {clock}. Close the list and carry it over",
        "{waiting}位中有{count}位在{clock}前无法发言：请截止登记并结转",
    ),
    "procedure.day_too_long": (
        "which items to shorten or move. The day is {length} too long",
        "哪些项目须缩短或移动。全天超出{length}",
    ),
    "procedure.length_minutes": ("{minutes} min", "{minutes}分钟"),
    "procedure.propose_day": (
        "The agenda is {minutes} too long for our sittings. I propose to decide which items to"
        " shorten or move.",
        "议程比会议时间长{minutes}。我建议决定哪些项目须缩短或移动。",
    ),
    # Who will still ask while the list is open.
    "procedure.newcomers": ("about {count} more to come", "预计另有约{count}位"),
    "procedure.and_newcomers": (
        "{told}, and about {count} more to come",
        "{told}，预计另有约{count}位",
    ),
    # What of the item no name waits for.
    "procedure.part_orders": ("{count} {count:point|points} of order", "{count}项程序问题"),
    "procedure.part_speaker": ("the end of the present statement", "正在进行的发言"),
    "procedure.part_presentations": (
        "{count:presentation|presentations} {segments}",
        "专题介绍{segments}",
    ),
    "procedure.part_closing": ("the closing words", "结束语"),
    "procedure.and_comma": ("{first}, {last}", "{first}、{last}"),
    "procedure.and_number": ("{first} and {last}", "{first}、{last}"),
    "procedure.and_part": ("{first} and {last}", "{first}和{last}"),
    "procedure.no_room": (
        "There is not enough time for {besides} before {clock}",
        "{clock}前时间不够：{besides}",
    ),
    "procedure.postpone_limit": (
        "With a limit of {limits}, all on the list can speak. {told}",
        "发言时限设为{limits}，名单上的均可发言。{told}",
    ),
    "procedure.postpone_later": (
        "{told}. Hear {count:it|them} later",
        "{told}。请另作安排",
    ),
    "procedure.hear_later": ("Hear {what} later", "{what}请另作安排"),
    "procedure.the_presentations": ("the {count:presentation|presentations}", "专题介绍"),
    "procedure.the_replies": ("the {count:right|rights} of reply", "答辩"),
    # What the Chair might say, in words as they are spoken.
    "procedure.number_1": ("one", "1"),
    "procedure.number_2": ("two", "2"),
    "procedure.number_3": ("three", "3"),
    "procedure.number_4": ("four", "4"),
    "procedure.number_5": ("five", "5"),
    "procedure.number_6": ("six", "6"),
    "procedure.number_7": ("seven", "7"),
    "procedure.number_8": ("eight", "8"),
    "procedure.number_9": ("nine", "9"),
    "procedure.number_10": ("ten", "10"),
    "procedure.speakers": ("{number} more {count:speaker|speakers}", "{number}位发言者"),
    "procedure.replies": ("{number} {count:right|rights} of reply", "{number}项答辩"),
    "procedure.speakers_and": ("{first} and {last}", "{first}和{last}"),
    "procedure.speakers_comma": ("{first}, {last}", "{first}、{last}"),
    "procedure.presentations": (
        "{number} {count:presentation|presentations}",
        "{number}项专题介绍",
    ),
    "procedure.minutes": ("{number} {count:minute|minutes}", "{number}分钟"),
    "procedure.hours_spoken": ("{number} {count:hour|hours}", "{number}小时"),
    "procedure.hours_and": ("{hours} and {minutes}", "{hours}{minutes}"),
    "procedure.no_minutes": ("less than a minute", "不到1分钟"),
    "procedure.minutes_half": ("{number} and a half minutes", "{number}分30秒"),
    "procedure.minutes_seconds": (
        "{number} {minutes:minute|minutes} {seconds} {seconds:second|seconds}",
        "{number}分{seconds}秒",
    ),
    "procedure.seconds": ("{count} {count:second|seconds}", "{count}秒"),
    "procedure.propose_limit": (
        "I have {requests}. To hear all by {clock}, I propose a limit of {limits}.",
        "还有{requests}。为在{clock}前听取全部发言，我建议发言时限为{limits}。",
    ),
    "procedure.propose_have": (
        "I have {requests} and {minutes} left.",
        "还有{requests}，还剩{minutes}。",
    ),
    "procedure.propose": ("{told} I propose {what}.", "{told}我建议{what}。"),
    "procedure.propose_way_limit": ("a limit of {limits}", "发言时限为{limits}"),
    "procedure.propose_way_later": (
        "to hear {besides} in the next sitting",
        "在下次会议听取{besides}",
    ),
    "procedure.propose_way_written": ("to receive {besides} in writing", "以书面接收{besides}"),
    "procedure.propose_then_later": (
        "{besides} would be heard in the next sitting.",
        "{besides}在下次会议听取。",
    ),
    "procedure.propose_then_written": (
        "{besides} would be received in writing.",
        "{besides}以书面提交。",
    ),
    "procedure.propose_both": ("{told} {then}", "{told}{then}"),
    "procedure.propose_close": (
        "I have {requests} and {minutes} left. I propose to close the list.",
        "还有{requests}，还剩{minutes}。我建议截止发言名单。",
    ),
    "procedure.propose_close_item": (
        "I have {requests} and {minutes} left for this item. I propose to close the list.",
        "还有{requests}，本项目还剩{minutes}。我建议截止发言名单。",
    ),
    "procedure.propose_close_late": (
        "I have {requests}, and the time for this item is over. I propose to close the list.",
        "还有{requests}，本项目时间已到。我建议截止发言名单。",
    ),
    "procedure.propose_carry": (
        "I have {requests} and {minutes} left. I propose to close the list and to hear the remaining"
        " speakers in the next sitting.",
        "还有{requests}，还剩{minutes}。我建议截止发言名单，其余发言者在下次会议发言。",
    ),
    "procedure.propose_rest": (
        "I have {requests} and {minutes} left. I propose to close the list and to receive the"
        " remaining statements in writing.",
        "还有{requests}，还剩{minutes}。我建议截止发言名单，其余发言以书面提交。",
    ),
    "procedure.hours": ("{hours} h", "{hours}小时"),
    "procedure.hours_minutes": ("{hours} h {minutes:02}", "{hours}小时{minutes:02}分"),
    "procedure.names_and_more": ("{names} and {count} more", "{names}，另有{count}位"),
    "procedure.unknown_word": ("“{word}”", "“{word}”"),
    "procedure.unknown_word_near": ("“{word}” ({near}?)", "“{word}”（{near}？）"),
    "procedure.words_and_more": ("{words} and {count} more", "{words}，另有{count}个"),
    "procedure.later_day": ("+{days} d {clock}", "+{days}天 {clock}"),
    "procedure.other_day": ("{day} {clock}", "{day} {clock}"),
    "procedure.clock_day": ("{day} {month} {year}", "{year}年{month}{day}日"),
    "procedure.clock_skipped": (
        "there is no {clock} on {day}, because the clocks change",
        "{day}因调整时钟没有 {clock}",
    ),
    "procedure.clock_twice": ("{clock} comes twice on {day}", "{day}有两个 {clock}"),
    "procedure.clock_offset": (
        "{clock} is not the time there on {day}",
        "{day}当地没有 {clock} 这一时间",
    ),
    "procedure.clock_no_year": ("the calendar has no {day}", "日历中没有{day}"),
    "procedure.clock_weekday": (
        "{day} is on another day of the week",
        "{day}不是所写的星期几",
    ),
    "procedure.clock_on_day": ("{weekday} {day} {clock}", "{day} {weekday} {clock}"),
    "procedure.clock_either": ("{first} or {second}", "{first} 或 {second}"),
    "procedure.clock_write": ("{what}; write {expected}", "{what}；请写 {expected}"),
    "procedure.day": ("{day} {month}", "{month}{day}日"),
    "procedure.moment": ("{day}, {clock}", "{day} {clock}"),
    "procedure.odd": ("Looks odd: {what}", "看来异常：{what}"),
    "procedure.odd_which": ("{name} ({length})", "{name}（{length}）"),
    "procedure.and_more": ("{which} and {count} more", "{which}，另有{count}项"),
    "procedure.odd_long_turn": (
        "interventions of one hour or more: {which}",
        "一小时以上的发言：{which}",
    ),
    "procedure.odd_short_turn": (
        "interventions of less than three seconds: {which}",
        "不足三秒的发言：{which}",
    ),
    "procedure.odd_late_start": (
        "sittings that began one hour or more late: {which}",
        "晚开一小时以上的会议：{which}",
    ),
    "procedure.odd_early_start": (
        "sittings that began one hour or more early: {which}",
        "早开一小时以上的会议：{which}",
    ),
    "procedure.odd_not_held": ("sittings that were not held: {which}", "未举行的会议：{which}"),
    "procedure.odd_no_minutes": (
        "items with no planned time: {which}",
        "计划时间为零的项目：{which}",
    ),
    "procedure.odd_out_of_order": (
        "items opened in another order than planned: {which}",
        "未按计划次序讨论的项目：{which}",
    ),
    "procedure.odd_long_item": (
        "items open an hour or more longer than their sittings: {which}",
        "持续时间超过所在会议一小时以上的项目：{which}",
    ),
    "procedure.odd_beyond_day": (
        "a list longer than all sittings: item {which}",
        "名单所需时间超过全部会议：项目{which}",
    ),
    "room.suspended_within": (
        "suspended since {since}; sitting {number} ends {end}",
        "自 {since} 暂停；第{number}次会议 {end} 结束",
    ),
    "room.resumes_with": (
        "Suspended. To continue sitting {number}, type `resume`",
        "暂停中：输入 resume 继续第{number}次会议",
    ),
    "room.resumes_next": (
        "Suspended. To begin sitting {number} (planned {start}), type `resume`",
        "暂停中：输入 resume 开始第{number}次会议（原定 {start}）",
    ),
    "room.break_over": (
        "The break is over. Sitting {number} was planned for {start}. To begin, type `resume`",
        "休息时间已过：第{number}次会议原定 {start} 开始。输入 resume 开始",
    ),
    "room.the_chair": ("The Chair", "主席"),
    "room.presides": ("presiding: {person}", "主持：{person}"),
    "room.word_order": ("POINT OF ORDER", "程序问题"),
    "room.row_presides": ("PRESIDING", "主持"),
    "room.presides_since": ("{person}, since {since}", "{person}，自{since}起"),
    "room.fact_presides": ("{person} presides.", "由{person}主持会议。"),
    "room.draft_presided": (
        "From {times}, {person} presided.",
        "{times}由{person}主持会议。",
    ),
    "room.draft_presides": (
        "Since {start}, {person} has presided.",
        "{start}起由{person}主持会议。",
    ),
    "room.names_and_replies": (
        "{count} {count:name|names} and {replies} {replies:right|rights} of reply",
        "{count}个代表团和{replies}项答辩",
    ),
    "room.replies": ("{replies} {replies:right|rights} of reply", "{replies}项答辩"),
    "room.on_another_item": ("{kind}, on item {item}", "{kind}，项目{item}"),
    "room.taken_with": ("{id} with {items}", "{id}（与{items}合并）"),
    "room.draft_together": (
        "From {times} it was taken together with {items}; what was said then is counted once.",
        "{times}与{items}合并审议；其间的发言只计一次。",
    ),
    "room.draft_together_now": (
        "Since {start} it has been taken together with {items}; what is said is counted once.",
        "{start}起与{items}合并审议；其间的发言只计一次。",
    ),
    "room.chair_together": (
        "This item was discussed together with {items}.",
        "本项目与{items}合并审议。",
    ),
    "room.item_told": ("item {id}", "项目{id}"),
    "room.attendance": ("Attendance", "出席情况"),
    "room.column_present": ("Present", "出席"),
    "room.column_absent": ("Absent", "缺席"),
    "room.unlisted": ("Not on the list of delegations", "代表团名单以外"),
    "room.were_present": (
        "Present: {delegations}. The Secretariat, the Chair and guests are not counted.",
        "出席：{delegations}。秘书处、主席和嘉宾不计在内。",
    ),
    "room.took_part": (
        "Attendance was not recorded. {delegations} took part: they asked for the floor or handed in a"
        " text.",
        "未记录出席情况。参加会议者：{delegations}（要求发言或提交文本）。",
    ),
    "room.recorded_not_told": (
        "Attendance was recorded. Without counts it is not shown.",
        "已记录出席情况；不列数字时不予显示。",
    ),
    "room.not_recorded": ("Attendance was not recorded.", "未记录出席情况。"),
    "room.quorum_needed": (
        "The quorum is {open} to open the meeting and {decide} to take decisions.",
        "法定人数：开会须有{open}个代表团出席，作出决定须有{decide}个。",
    ),
    "room.quorum_decides": ("There was a quorum for decisions.", "已达到作出决定的法定人数。"),
    "room.quorum_opens": (
        "There was a quorum to open the meeting, but not for decisions.",
        "已达到开会的法定人数，但未达到作出决定的法定人数。",
    ),
    "room.quorum_missed": ("There was no quorum.", "未达到法定人数。"),
    "room.row_quorum": ("QUORUM", "法定人数"),
    "room.quorum_now": (
        "{here} of {of} present; needed: {open} to open, {decide} to decide",
        "{of}个中{here}个出席；开会需{open}个，决定需{decide}个",
    ),
    "room.count_now": ("{told} ({count} marked in all)", "{told}（共标记{count}个）"),
}
