"""Why an act is refused: sittings, items, the list, the floor: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "refusal.not_in_sitting": (
        "The meeting is not open yet. To open it: `open`",
        "会议尚未开始；用 open 宣布开会。",
    ),
    "refusal.suspended": (
        "The sitting is suspended. To continue: `resume`",
        "会议暂停中；用 resume 继续。",
    ),
    "refusal.adjourned": (
        "The meeting is adjourned. To undo that: `undo`",
        "会议已休会；用 undo 撤回。",
    ),
    "refusal.already_open": ("The meeting is already open.", "会议已经开始。"),
    "refusal.not_suspended": ("The sitting is not suspended.", "会议没有暂停。"),
    "refusal.planned_not_suspended": (
        "The meeting has not begun. To open it: `open`",
        "会议尚未开始；用 open 宣布开会。",
    ),
    "refusal.adjourned_not_suspended": (
        "The meeting is adjourned, not suspended. To undo that: `undo`",
        "会议已休会，不是暂停；用 undo 撤回。",
    ),
    "refusal.no_item_open": (
        "No item is open. To open one: `item ID`. To act on an item that is not open, add `for ID`.",
        "没有进行中的议程项目；用 item ID 开始（或加 for ID）。",
    ),
    "refusal.item_open": (
        "Item {item} is open. First close it: `close item`",
        "项目{item}仍在进行；请先用 close item 结束。",
    ),
    "refusal.item_was_open": (
        "Item {item} was opened before. To open it again: `reopen {item}`",
        "项目{item}已讨论过；用 reopen {item} 重新开始。",
    ),
    "refusal.item_never_open": (
        "Item {item} has not been opened yet. To open it: `item {item}`",
        "项目{item}尚未讨论；用 item {item} 开始。",
    ),
    "refusal.item_closed": (
        "Item {item} is closed. To open it again: `reopen {item}`",
        "项目{item}已结束；用 reopen {item} 重新开始。",
    ),
    "refusal.no_such_item": (
        "There is no item {item}. The agenda has: {items}.",
        "没有项目{item}；议程有 {items}。",
    ),
    "refusal.item_missing": ("Which item? The agenda has: {items}.", "哪个项目？议程有 {items}。"),
    "refusal.is_segment": (
        "{segment} is a segment. To go to it: `segment {segment}`",
        "{segment} 是一个环节；用 segment {segment}。",
    ),
    "refusal.no_such_segment": (
        "There is no segment {segment}. There are: {segments}.",
        "没有环节{segment}；有 {segments}。",
    ),
    "refusal.segment_missing": (
        "Which segment? There are: {segments}.",
        "哪个环节？有 {segments}。",
    ),
    "refusal.no_segments": ("The agenda has no segments.", "议程没有环节。"),
    "refusal.segment_of_other_item": (
        "Segment {segment} does not belong to item {item}, which is open.",
        "环节{segment}不属于进行中的项目{item}。",
    ),
    "refusal.segment_is_open": ("Segment {segment} is already open.", "环节{segment}已在进行。"),
    "refusal.somebody_speaks": (
        "{name} has the floor. First end that turn: `yield`",
        "{name}正在发言；请先用 yield 结束发言。",
    ),
    "refusal.names_and_replies_wait": (
        "{count} {count:name|names} and {replies} {replies:right|rights} of reply are waiting: {names}."
        " To keep the list: `close item carry`. To end the requests: `close item not-reached`.",
        "还有{count}个和{replies}项答辩等候：{names}。保留名单：close item carry；记为未轮到：close item not-reached。",
    ),
    "refusal.replies_wait": (
        "{count} {count:right|rights} of reply {count:is|are} waiting: {names}. To keep the list:"
        " `close item carry`. To end the requests: `close item not-reached`.",
        "还有{count}项答辩等候：{names}。保留名单：close item carry；记为未轮到：close item not-reached。",
    ),
    "refusal.names_wait": (
        "{count} still {count:waits|wait}: {names}. To keep the list: `close item carry`. To end the"
        " requests: `close item not-reached`.",
        "还有{count}个等候：{names}。保留名单：close item carry；记为未轮到：close item not-reached。",
    ),
    "refusal.list_closed": (
        "The list of item {item} is closed. To open it: `open list`. To add a name anyway: `inscribe! …`",
        "项目{item}的发言名单已截止。重新开放：open list；仍要登记：inscribe! …",
    ),
    "refusal.list_is_open": (
        "The list of item {item} is already open.",
        "项目{item}的发言名单是开放的。",
    ),
    "refusal.list_is_closed": (
        "The list of item {item} is already closed.",
        "项目{item}的发言名单已经截止。",
    ),
    "refusal.already_waits": (
        "{name} is already on the list, at place {place}.",
        "{name}已在名单上，第{place}位。",
    ),
    "refusal.waits_more_than_once": (
        "{name} waits more than once: {requests}. Say which, such as 2nd behind the name.",
        "{name}有多项登记：{requests}。请在名称后注明，如 2nd。",
    ),
    "refusal.waits_not_so_often": (
        "{name} does not wait so often: {count} in all.",
        "{name}没有这么多登记：共{count}项。",
    ),
    "refusal.does_not_wait": (
        "{name} is not waiting. Waiting: {waiting}.",
        "{name}不在名单上。正在等候：{waiting}。",
    ),
    "refusal.does_not_wait_nobody_does": (
        "{name} is not waiting; nobody is.",
        "{name}不在名单上；目前无人等候。",
    ),
    "refusal.use_order": ("For a point of order, type `order D`.", "程序问题请用 order D。"),
    "refusal.use_reply": ("For a right of reply, type `reply D`.", "答辩请用 reply D。"),
    "refusal.reply_has_no_place": (
        "{name} waits for a right of reply, which comes after the list. To give it now: `floor`",
        "{name}等候的是答辩，在名单之后进行；用 floor 可立即给予。",
    ),
    "refusal.reply_waits": ("{name} is already waiting for a reply.", "{name}已在等候答辩。"),
    "refusal.replies_used_up": (
        "{name} has no replies left on this item; the rules allow {allowed}.",
        "{name}就本项目的答辩已用完；规则允许{allowed}次。",
    ),
    "refusal.no_replies_in_rules": (
        "These rules of procedure have no right of reply.",
        "本议事规则没有答辩权。",
    ),
    "refusal.no_such_place": (
        "There is no place {place}; {length} {length:is|are} waiting.",
        "没有第{place}位；共有{length}个等候。",
    ),
    "refusal.place_expected": (
        "Give a place on the list (a number), not “{found}”.",
        "请输入名单位次（数字），而不是“{found}”。",
    ),
    "refusal.place_missing": (
        "Which place on the list? Type its number.",
        "名单上的第几位？请输入数字。",
    ),
    "refusal.cannot_swap": (
        "{first} and {second} are not waiting on the same list.",
        "{first}和{second}不在同一名单上等候。",
    ),
    "refusal.next_twice": (
        "`next` came twice. To go on, type `next!`",
        "next 重复了。如要继续，请输入 next!",
    ),
    "refusal.fault": (
        "An error in the program; nothing was recorded.",
        "程序出错，未记录任何内容。",
    ),
    "refusal.control_elsewhere": (
        "{by} has the floor control. `take control` takes it over, `ask control` asks for it.",
        "会场由{by}控制。输入 take control 即接管，ask control 则提出请求。",
    ),
    "refusal.control_is_yours": (
        "You can run the floor from here already.",
        "本席位已可控制会场。",
    ),
    "refusal.control_to_nobody": (
        "Nobody else who may run the floor is here.",
        "现无其他可控制会场的席位。",
    ),
    "refusal.control_to_whom": (
        "No “{name}” who may run the floor is here. You can give it to: {names}",
        "此处没有可控制会场的“{name}”。可交给：{names}",
    ),
    "refusal.control_name_missing": (
        "To which seat? `give control` and initials",
        "交给谁？give control 加姓名缩写",
    ),
    "refusal.hangs_on_disputed": (
        "What this is about was not carried out, as another seat ran the floor.",
        "会场由其他席位控制，此项所涉操作未获执行。",
    ),
    "refusal.nothing_disputed": ("No act is disputed.", "没有存疑的操作。"),
    "refusal.no_such_dispute": (
        "No act “{id}” is disputed. There are: {ids}; or `all`",
        "没有编号为“{id}”的存疑操作。现有：{ids}；或 all",
    ),
    "refusal.dispute_missing": (
        "Which one? Its number, such as `x1`, or `all`",
        "哪一项？请输入编号，如 x1，或 all",
    ),
    "refusal.dispute_not_now": (
        "{id} cannot be done now: {why}",
        "{id} 现在无法执行：{why}",
    ),
    "refusal.dispute_otherwise": (
        "{id} would now be about somebody or something else. If you mean that, type `{line}` yourself, then"
        " `set aside {id}`.",
        "{id} 现在涉及的对象与当时不同。如确有此意，请自行输入 {line}，再输入 set aside {id}。",
    ),
    "refusal.dispute_of_log": (
        "An undo is not done late. Undo what you want yourself.",
        "撤销不能事后补做，请自行撤销。",
    ),
    "refusal.nothing_of_yours": (
        "Nothing you did at this seat can be undone. The last act is {by}’s: `undo {by}` undoes it.",
        "本席位没有可撤销的操作。最近一项由{by}作出：输入 undo {by} 即可撤销。",
    ),
    "refusal.nothing_of_theirs": (
        "Nothing that {name} did can be undone.",
        "没有可撤销的{name}的操作。",
    ),
    "refusal.undo_needed": (
        "What another seat did since depends on that. It must be undone first.",
        "其他席位其后的操作以此为前提，须先撤销该操作。",
    ),
    "refusal.writes_already": ("{by} writes on this speaker already.", "{by}已在记录该发言。"),
    "refusal.takes_no_turns": ("{by} takes no turns.", "{by}没有轮流记录。"),
    "refusal.every_which": (
        "Every which? `take every second`, `third` or `fourth`; not “{found}”.",
        "每几位？take every second、third 或 fourth；而非“{found}”。",
    ),
    "refusal.seat_takes_notes": (
        "This seat takes notes. The floor is run from another seat, started with `--as floor`.",
        "本席位只作记录。会场由另一席位控制（以 --as floor 启动）。",
    ),
    "refusal.seat_takes_requests": (
        "Only requests for the floor and texts can be entered on this page.",
        "本页只能申请发言或提交文本。",
    ),
    "refusal.seat_looks_on": (
        "This seat only looks on: nothing can be entered here.",
        "本席位只供查看，不能录入。",
    ),
    "refusal.nobody_waits": (
        "Nobody is waiting. Type a delegation to put it on the list.",
        "无人等候；输入代表团即可登记。",
    ),
    "refusal.nobody_speaks": ("Nobody has the floor.", "目前无人发言。"),
    "refusal.already_paused": (
        "The clock is already stopped. To start it again: `continue`",
        "计时已暂停；用 continue 继续。",
    ),
    "refusal.not_paused": ("The clock is running; it is not stopped.", "计时正在进行，没有暂停。"),
    "refusal.point_of_order_pending": (
        "{name} has raised a point of order. First type `ruling …`",
        "{name}提出了程序问题；请先输入 ruling …",
    ),
    "refusal.no_point_of_order": (
        "There is no point of order to rule on.",
        "没有待裁决的程序问题。",
    ),
    "refusal.limit_not_positive": ("A limit must be longer than 0:00.", "时限必须大于 0:00。"),
    "refusal.no_limit_to_extend": (
        "This turn has no limit, so there is nothing to extend.",
        "当前发言没有时限，无需延长。",
    ),
    "refusal.limit_for_whom": (
        "Who is the limit for? “{name}” is not a tier ({tiers}), a kind ({kinds}) or a delegation in use.",
        "时限用于谁？“{name}”不是层级（{tiers}）、发言种类（{kinds}），也不是本会议中的代表团。",
    ),
    "refusal.limit_for_near": (
        "Who is the limit for? “{word}” is not a tier ({tiers}), a kind ({kinds}) or a delegation ({near}?).",
        "时限用于谁？“{word}”不是层级（{tiers}）、发言种类（{kinds}），也不是代表团（{near}？）。",
    ),
    "refusal.span_expected": (
        "Write minutes and seconds, such as 2:30, not “{found}”.",
        "请写分和秒，如 2:30，而不是“{found}”。",
    ),
    "refusal.span_missing": (
        "How long? Write minutes and seconds, such as 2:30.",
        "多长时间？请写分和秒，如 2:30。",
    ),
    "refusal.span_of_what": (
        "Is “{found}” minutes or seconds? Write {found} min or {found} s.",
        "“{found}”是分还是秒？请写 {found}分 或 {found}秒。",
    ),
    "refusal.empty_note": ("The note has no text.", "笔记没有文字。"),
    "refusal.nobody_has_spoken": (
        "Nobody has spoken yet, so a note has no intervention to go to.",
        "尚无人发言，笔记无处可记。",
    ),
    "refusal.no_such_intervention": (
        "There is no intervention {number}. The last one is {last}.",
        "没有第{number}个发言；最后一个是第{last}个。",
    ),
    "refusal.has_not_spoken": (
        "{name} has not spoken yet.",
        "{name}尚未发言。",
    ),
    "refusal.not_on_an_item": (
        "This is about a statement, not an item: `on mex` or `on 12`. A note: `note on item {item} …`.",
        "此操作须针对一次发言，而非项目：on mex 或 on 12。记笔记用 `note on item {item} …`。",
    ),
    "refusal.note_on_unheard": (
        "{name} has not spoken yet. If the note itself begins with “on”, write `/statement` first.",
        "{name}尚未发言；以 on 开头的笔记请写在 `/statement` 之后。",
    ),
    "refusal.no_such_point": ("There is no point {point}.", "没有要点{point}。"),
    "refusal.point_missing": (
        "Which point? Type its id, such as n5.",
        "哪个要点？请输入编号，如 n5。",
    ),
    "refusal.no_such_mark": (
        "Unknown mark: {mark}. Marks are: {marks}.",
        "没有标记 {mark}；可用：{marks}。",
    ),
    "refusal.mark_in_text": (
        "“{word}” is not a tag, so {mark} would become text. Write {mark} before it, or put the text"
        " in quotation marks.",
        "“{word}”不是标签，{mark} 会被当作文字。请把 {mark} 写在它前面，或给文字加上引号。",
    ),
    "refusal.text_missing": ("Type some text after it.", "请在后面输入文字。"),
    "refusal.not_in_directory": (
        "{name} is not in the directory either.",
        "{name}也不在代表团名录中。",
    ),
    "refusal.no_such_unknown_name": (
        "“{name}” is not an unknown name or group in use. These are: {names}.",
        "“{name}”不是待确认的名称或集团；待确认的有：{names}。",
    ),
    "refusal.no_unknown_names": (
        "“{name}” is not an unknown name or group in use. There are none.",
        "“{name}”不是待确认的名称或集团；目前没有待确认的名称或集团。",
    ),
    "refusal.guest_already": ("{name} is a guest already.", "{name}已确认为特邀嘉宾。"),
    "refusal.no_such_group": (
        "Say which group “{name}” is: `identify {name} as eu`, or `as group` to keep it as it is.",
        "请说明“{name}”是哪个集团：identify {name} as eu，或用 as group 保留原名。",
    ),
    "refusal.identify_as_missing": (
        "Write: `identify NAME as D`",
        "请输入 identify 名称 as 代表团。",
    ),
    "refusal.nothing_lost": (
        "Nothing was lost from the log, or somebody has already said that it is seen.",
        "日志没有丢失内容，或已有人表示知悉。",
    ),
    "refusal.no_gap": (
        "There is no gap to decide on: the computer did not sleep and the session was not closed"
        " while somebody spoke.",
        "没有待确认的中断：发言期间电脑没有休眠，会议日志也没有关闭。",
    ),
    "refusal.gap_before_speaker": (
        "{name} got the floor after the computer slept.",
        "{name}是在休眠之后才开始发言的。",
    ),
    "refusal.nothing_to_undo": ("There is nothing to undo.", "没有可撤回的操作。"),
    "refusal.nothing_to_redo": ("There is nothing to redo.", "没有可恢复的操作。"),
    "refusal.name_missing": ("Type a delegation.", "请输入代表团。"),
    "refusal.group_missing": (
        "Type a group in the brackets, such as fra(eu).",
        "括号内应为集团，例如 fra(eu)。",
    ),
    "refusal.group_apart": (
        "Write “{found}” directly after the name, without a space: fra(eu).",
        "“{found}”应紧跟名称，中间不留空格：fra(eu)。",
    ),
    "refusal.not_a_member": (
        "{name} is not a member of {group}. If it speaks for it anyway, type `inscribe!` before the names.",
        "{name}不是{group}的成员。如确由其代表发言，请在名称前输入 inscribe!。",
    ),
    "refusal.aligned_unknown": (
        "“{name}” in the brackets is not in the directory.",
        "括号内的“{name}”不在代表团名录中。",
    ),
    "refusal.not_a_name": (
        "Unknown: “{word}”. To add it as a new name, put it in quotation marks.",
        "未识别：“{word}”。要作为新名称登记，请加引号。",
    ),
    "refusal.not_a_name_near": (
        "Unknown: “{word}”. Did you mean {near}? A new name goes in quotation marks.",
        "未识别：“{word}”。是否指 {near}？新名称请加引号。",
    ),
    "refusal.not_names": (
        "Unknown: {words}. A new name goes in quotation marks.",
        "未识别：{words}。新名称请加引号。",
    ),
    "refusal.joining_word": (
        "“{word}” joins two names, and one of them is missing.",
        "“{word}”用于连接两个名称，现缺一个。",
    ),
    "refusal.joining_word_code": (
        "“{word}” joins two names, and one is missing. For {name} write the whole name.",
        "“{word}”用于连接两个名称，现缺一个。如指{name}，请写全称。",
    ),
    "refusal.joining_or_code": (
        "“{word}” may join two names or be {name}. Put a comma between the names, or write {name} in full.",
        "“{word}”可能是连接词，也可能是{name}。请用逗号分隔名称，或写出{name}的全称。",
    ),
    "refusal.group_near": (
        "Unknown group: “{found}”. Did you mean {near}? A new group goes in quotation marks.",
        "未识别的集团：“{found}”。是否指 {near}？新集团请加引号。",
    ),
    "refusal.spoken_for_apart": (
        "It is not clear who speaks. Put those {name} speaks for in brackets, such as fra(swe+nor).",
        "发言者不明确。请把{name}所代表的国家放在括号内，如 fra(swe+nor)。",
    ),
    "refusal.behalf_and": (
        "Does {other} speak too, or does {name} speak for it? Type a comma, `{name}({group}), {other}`, or a plus sign, `{name}({group}+{other})`.",
        "{other}是另行发言，还是由{name}代表？另行发言请用逗号：{name}({group}), {other}；由其代表请用加号：{name}({group}+{other})。",
    ),
    "refusal.ambiguous_name": ("“{name}” could be: {names}.", "“{name}”可能是：{names}。"),
    "refusal.ambiguous_word": ("“{word}” could be: {words}.", "“{word}”可能是：{words}。"),
    "refusal.option_empty": ("Type something after `{word}`.", "请在 {word} 之后输入内容。"),
    "refusal.option_unknown": (
        "“{value}” cannot follow `{word}`. Possible: {allowed}.",
        "{word} 之后不能是“{value}”；可用：{allowed}。",
    ),
    "refusal.line_too_long": (
        "The line has {length} {length:character|characters}; at most {most} can be entered at once.",
        "此行有{length}个字符；一次最多可输入{most}个。",
    ),
    "refusal.names_too_long": (
        "The line has {length} {length:character|characters}; a line of names may have at most {most}.",
        "此行有{length}个字符；名称行最多可有{most}个。",
    ),
    "refusal.reply_to_item": (
        "A reply is on the open item: leave out “{word}”. `file n5 under 2` puts a point of it under item 2.",
        "答辩归入当前项目：请去掉“{word}”。file n5 under 2 可将其中一点归入项目2。",
    ),
    "refusal.words_left": ("Not understood: “{word}”.", "不理解“{word}”。"),
    "refusal.second_word": (
        "`{word}` what? {words}.",
        "{word} 什么？{words}。",
    ),
    "refusal.no_such_act_near": (
        "Not a command: “{word}”. Did you mean `{near}`?",
        "“{word}”不是操作。是否指 {near}？",
    ),
    "refusal.sign_key": (
        "“{sign}” is a key of the screen. Type `{line}`.",
        "“{sign}”是屏幕上的按键；请输入 `{line}`。",
    ),
    "refusal.empty_line": ("Type a command or a delegation.", "请输入操作或代表团。"),
    "refusal.time_goes_back": (
        "{time} is earlier than the time of the line before.",
        "{time} 早于上一行的时间。",
    ),
}
