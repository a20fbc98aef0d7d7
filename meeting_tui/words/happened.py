"""What happened, in one line for each event: key -> (English, Chinese)."""

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
}
