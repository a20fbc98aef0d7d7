"""What happened, was changed or was put right, in one line each: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "happened.between": ("; ", "；"),
    "happened.and": (", ", "、"),
    "happened.in_brackets": ("{name} ({marks})", "{name}（{marks}）"),
    "happened.unknown_name": ("not in the directory", "名录外"),
    "happened.for_group": ("for the {group}", "代表{group}"),
    "happened.for_unknown_group": ("for {group}", "代表{group}"),
    "happened.also_for": ("also for {names}", "并代表{names}"),
    "happened.not_a_member": ("not a member", "非成员"),
    "happened.unknown_group": ("group not in the list", "名单外集团"),
    "happened.everybody": ("everybody", "全体"),
    "happened.unknown": ("somebody", "未知"),
    "happened.no_limit": ("no limit", "无时限"),
    "happened.no_time": ("time unknown", "用时不详"),
    "happened.no_number": ("number unknown", "序号不详"),
    "happened.session_started": (
        "Session {session} begins: {title}",
        "会议日志 {session} 开始：{title}",
    ),
    "happened.sitting_opened": (
        "Sitting {sitting} is open until {until}",
        "第{sitting}次会议开始，至 {until}",
    ),
    "happened.sitting_suspended": ("The sitting is suspended", "会议暂停"),
    "happened.sitting_suspended.text": ("The sitting is suspended: {text}", "会议暂停：{text}"),
    "happened.sitting_resumed": (
        "Sitting {sitting} continues until {until}",
        "第{sitting}次会议继续，至 {until}",
    ),
    "happened.sitting_resumed.begun": (
        "Sitting {sitting} has begun; it ends at {until}",
        "第{sitting}次会议开始，至 {until}",
    ),
    "happened.sitting_resumed.early": (
        "Sitting {sitting}, planned for {start}, has begun early; it ends at {until}",
        "原定 {start} 的第{sitting}次会议提前开始，至 {until}",
    ),
    "happened.meeting_adjourned": ("The meeting is adjourned", "会议休会"),
    "happened.meeting_adjourned.text": ("The meeting is adjourned: {text}", "会议休会：{text}"),
    "happened.chair_taken": ("{person} is presiding", "由{person}主持会议"),
    "happened.chair_taken.since": (
        "{person} has been presiding since {since}",
        "自 {since} 起由{person}主持会议",
    ),
    "happened.item_opened": ("Item {item} is open: {title}", "项目{item}开始：{title}"),
    "happened.items_joined": (
        "Items {items} are taken together",
        "项目{items}合并审议",
    ),
    "happened.item_reopened": ("Item {item} is open again: {title}", "项目{item}重新开始：{title}"),
    "happened.segment_opened": ("Segment {segment}: {title}", "环节{segment}：{title}"),
    "happened.item_closed": ("Item {item} is closed", "项目{item}结束"),
    "happened.item_closed.together": ("Items {items} are closed", "项目{items}结束"),
    "happened.item_closed.carried_together": (
        "Items {items} are closed; their list is kept",
        "项目{items}结束；等候名单保留",
    ),
    "happened.item_closed.carried": (
        "Item {item} is closed; its list is kept",
        "项目{item}结束；等候名单保留",
    ),
    "happened.replies_stay": (
        "{told}. {count:A right|Rights} of reply {count:stays|stay}, to be heard after the list of whichever item is open: {names}",
        "{told}。答辩保留，待任一项目的名单发言完毕后听取：{names}",
    ),
    "happened.limits_change": (
        "{told}. {count} {count:is|are} waiting, now with {now} instead of {before}",
        "{told}。仍有{count}位等候，时限由{before}改为{now}",
    ),
    "happened.clock_jumped": ("The computer slept for {span}", "电脑休眠了 {span}"),
    "happened.clock_jumped.forward": (
        "The computer's clock jumped forward by {span}",
        "电脑时钟拨快了 {span}",
    ),
    "happened.clock_jumped.back": (
        "The computer's clock jumped back by {span}",
        "电脑时钟拨慢了 {span}",
    ),
    "happened.clock_jumped.closed": (
        "The session was closed for {span} while somebody had the floor",
        "有人发言时会议日志关闭了 {span}",
    ),
    "happened.clock_jumped.restarted": (
        "The computer restarted while somebody had the floor; by its clock that took {span}",
        "有人发言时电脑重新启动，按其时钟用时 {span}",
    ),
    "happened.clock_jumped.moved": (
        "The computer's clock was set forward by {span}; that is nobody's speaking time",
        "电脑时钟拨快了 {span}，不计入任何人的发言时间",
    ),
    "happened.clock_jumped.stopped": (
        "{name} has the floor again; the {span} since then do not count",
        "{name}继续发言；其间的 {span} 不计时",
    ),
    "happened.gap_counted": ("{name}: the gap of {span} counts", "{name}：中断的 {span} 计时"),
    "happened.gap_discounted": (
        "{name}: the gap of {span} does not count",
        "{name}：中断的 {span} 不计时",
    ),
    "happened.events_lost": (
        "{count:Entry|Entries} {place} {count:was|were} lost",
        "第{place}条记录已丢失",
    ),
    "happened.events_lost.between": (
        "{count:Entry|Entries} {place} {count:was|were} lost, entered between {since} and {until}",
        "第{place}条记录已丢失（{since} 至 {until} 之间记入）",
    ),
    "happened.events_lost.at": (
        "{count:Entry|Entries} {place} {count:was|were} lost, entered at about {since}",
        "第{place}条记录已丢失（约 {since} 记入）",
    ),
    "happened.events_lost.after": (
        "{count:Entry|Entries} {place} {count:was|were} lost, entered after {since}",
        "第{place}条记录已丢失（{since} 之后记入）",
    ),
    "happened.events_lost.replaced": (
        "Entry {place} is not the one that was saved: the log was replaced by another",
        "第{place}条记录不是当初保存的那一条：日志被换成另一份",
    ),
    "happened.events_set_apart": (
        "{count:Entry|Entries} {place} {count:depends|depend} on what was lost and"
        " {count:has|have} no effect",
        "第{place}条记录所依据的内容已丢失，不起作用",
    ),
    "happened.losses_seen": ("What was lost has been seen", "丢失的内容已有人知悉"),
    "happened.set_apart": (
        "No effect, as it depends on what was lost ({name})",
        "不起作用，因其所依据的内容已丢失（{name}）",
    ),
    "happened.act_undone": ("Undone", "已撤回"),
    "happened.act_undone.what": ("Undone: {what}", "已撤回：{what}"),
    "happened.act_redone": ("Redone", "已恢复"),
    "happened.act_redone.what": ("Redone: {what}", "已恢复：{what}"),
    "happened.inscribed": ("Inscribed: {names}", "已登记：{names}"),
    "happened.inscribed.item": (
        "Inscribed for item {item}: {names}",
        "已登记到项目{item}：{names}",
    ),
    "happened.inscribed.reply": ("Right of reply requested: {names}", "要求答辩：{names}"),
    "happened.withdrawn": ("{name} withdrew from the list", "{name}退出名单"),
    "happened.found_absent": ("{name} is absent", "{name}缺席"),
    "happened.text_handed_in": (
        "{name} handed in its text without reading it",
        "{name}提交书面发言，不宣读",
    ),
    "happened.not_reached": ("Not reached: {names}", "未轮到：{names}"),
    "happened.moved": ("{name} is now at place {place}", "{name}移至第{place}位"),
    "happened.swapped": ("{first} and {second} changed places", "{first}与{second}对调"),
    "happened.list_opened": ("The list of item {item} is open", "项目{item}的名单开放"),
    "happened.list_closed": ("The list of item {item} is closed", "项目{item}的名单截止"),
    "happened.delegation_identified": ("“{typed}” is {name}", "“{typed}”即{name}"),
    "happened.delegation_identified.as_guest": (
        "{typed} is an invited guest",
        "{typed}是特邀嘉宾",
    ),
    "happened.group_identified": ("“{typed}” is {name}", "“{typed}”即{name}"),
    "happened.group_identified.as_typed": (
        "“{typed}” is a group and ranks as one",
        "“{typed}”为集团，按集团排序",
    ),
    "happened.statement_taken": ("{by} writes on {name}", "{by}记录{name}"),
    "happened.note_turns_taken": (
        "{by} writes on one statement in {every}, from number {number} on",
        "自第{number}个发言起，每{every}个发言由{by}记录一个",
    ),
    "happened.note_turns_taken.none": ("{by} takes no turns any more", "{by}不再轮流记录"),
    "happened.floor_control_taken": (
        "{by} took over the floor control from {had}",
        "{by}从{had}接管会场控制",
    ),
    "happened.slip_seen": ("The Chair has seen the slip", "主席已阅便条"),
    "happened.floor_control_asked": (
        "{by} asks {had} for the floor control: `give control {by}`",
        "{by}请{had}交出会场控制：give control {by}",
    ),
    "happened.floor_control_given": (
        "{by} gave the floor control to {to}",
        "{by}将会场控制交给{to}",
    ),
    "happened.act_disputed": ("Disputed, {id}: {what}", "存疑，{id}：{what}"),
    "happened.dispute_settled": ("{id} accepted", "已接受 {id}"),
    "happened.dispute_settled.aside": ("{id} set aside", "已搁置 {id}"),
    "happened.floor_given": ("{name} has the floor, {limit}", "{name}发言，{limit}"),
    "happened.floor_given.out_of_order": (
        "{name} has the floor, {limit}, ahead of the list",
        "{name}发言，{limit}，先于名单",
    ),
    "happened.floor_yielded": ("{name} finished ({used})", "{name}发言结束（{used}）"),
    "happened.floor_paused": ("{name}: clock stopped", "{name}：计时暂停"),
    "happened.floor_continued": ("{name}: clock running again", "{name}：计时继续"),
    "happened.point_of_order_raised": ("Point of order: {name}", "程序问题：{name}"),
    "happened.point_of_order_raised.text": (
        "Point of order: {name}: {text}",
        "程序问题：{name}：{text}",
    ),
    "happened.point_of_order_ruled": (
        "Ruling on the point of order of {name}: {ruling}",
        "对{name}程序问题的裁决：{ruling}",
    ),
    "happened.point_of_order_lapsed": (
        "No ruling was made on the point of order of {name}",
        "未对{name}的程序问题作出裁决",
    ),
    "happened.limit_set": ("New limit for {who}: {limit}", "{who}的新时限：{limit}"),
    "happened.limit_set.kept": (
        "New limit: {limit}; unchanged for {kept}",
        "新时限：{limit}；{kept}不变",
    ),
    "happened.limits_set": ("New limits: {limits}", "新时限：{limits}"),
    "happened.limits_set.kept": (
        "New limits: {limits}; unchanged for {kept}",
        "新时限：{limits}；{kept}不变",
    ),
    "happened.limit_in_segment": ("segment {segment}", "环节{segment}"),
    "happened.limit_of": ("{limit} for {who}", "{who}{limit}"),
    "happened.limit_extended": ("{name} gets {span} more", "{name}延长 {span}"),
    "happened.point_noted": ("Note on {name}: {text}", "记于{name}：{text}"),
    "happened.point_noted.not_asked": (
        "Note on {name}: {text} (question not meant for it: {questions})",
        "记于{name}：{text}（该问题不向其提出：{questions}）",
    ),
    "happened.points_noted": (
        "{count} {count:point|points} noted on {name}",
        "为{name}记{count}条要点",
    ),
    "happened.points_noted.item": (
        "{count} {count:point|points} noted on item {item}",
        "为项目{item}记{count}条要点",
    ),
    "happened.point_corrected": ("Point {point} now reads: {text}", "要点{point}更正为：{text}"),
    "happened.decision_taken": ("Decision on item {item}: {text}", "项目{item}的决定：{text}"),
    "happened.document_received": ("Text received from {name}: {text}", "收到{name}的文本：{text}"),
    "plan.item_replanned": (
        "Item {item} moved to sitting {sitting}, before item {before}: {reason}",
        "项目{item}改在第{sitting}次会议、项目{before}之前：{reason}",
    ),
    "plan.item_replanned.last": (
        "Item {item} moved to the end of sitting {sitting}: {reason}",
        "项目{item}改在第{sitting}次会议的最后：{reason}",
    ),
    "plan.planned_time_set": (
        "Item {place}: {minutes} min instead of {before}: {reason}",
        "项目{place}计划时间由{before}分钟改为{minutes}分钟：{reason}",
    ),
    "plan.planned_time_set.segment": (
        "Segment {place}: {minutes} min instead of {before}: {reason}",
        "环节{place}计划时间由{before}分钟改为{minutes}分钟：{reason}",
    ),
    "plan.planned_time_set.first": (
        "Segment {place}: {minutes} min: {reason}",
        "环节{place}计划时间定为{minutes}分钟：{reason}",
    ),
    "plan.item_split": (
        "Item {item}: the first {minutes} min stay here, the rest moves to sitting {sitting}: {reason}",
        "项目{item}：前{minutes}分钟不变，其余改在第{sitting}次会议：{reason}",
    ),
    "plan.matter_added": (
        "Added to item {item}: {segment} “{title}”, {minutes} min: {reason}",
        "项目{item}之下新增：{segment}“{title}”，{minutes}分钟：{reason}",
    ),
    "plan.segment_dropped": (
        "Segment {segment} cancelled: {reason}",
        "环节{segment}取消：{reason}",
    ),
    "plan.segment_kept": (
        "Segment {segment} will be held: {reason}",
        "环节{segment}确定举行：{reason}",
    ),
    "plan.sitting_retimed": (
        "Sitting {sitting}: now {start} to {end}: {reason}",
        "第{sitting}次会议改为 {start} 至 {end}：{reason}",
    ),
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
    "corrections.open_disputed": (
        "Disputed, {at}, {by}: {what}. `accept {id}` or `set aside {id}`",
        "存疑，{at}，{by}：{what}。accept {id} 或 set aside {id}",
    ),
    "corrections.open_rival": (
        "Two seats corrected {point} at the same time. Enter it as it is to read: `correct {point} …`",
        "两个席位同时更正了{point}，请录入最终文字：correct {point} …",
    ),
    "corrections.open_rival_whose": (
        "Two seats said whose statement {number} is at the same time: {name}, and {by}: {whose}."
        " `attribute {number} …`",
        "两个席位同时说明发言{number}属谁：{name}；{by}：{whose}。attribute {number} …",
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
    "corrections.none_open_rehearsal": (
        "No open points. To make the report final anyway: `finalise!`",
        "没有未处理事项。如仍要定稿：finalise!",
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
    "purge.drafts_left": (
        "These drafts were changed by hand and kept; the purged words in them are covered. Check"
        " whether they still hint at it: {paths}.",
        "以下草案经人工修改，予以保留，其中的原文已遮盖，请查看是否仍有暗示：{paths}。",
    ),
    "purge.owed": (
        "The purge is recorded. The text is still in the files ({why}); it is removed the next time"
        " the session is opened or written.",
        "清除已记录；文件中的原文尚未覆盖（{why}），下次写入或打开本次会议时完成。",
    ),
}
