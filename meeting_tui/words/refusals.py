"""Why an act is not done now, and what would be: key -> (English, Chinese)."""

from meeting_tui.words.corrections import REFUSALS as OF_CORRECTIONS
from meeting_tui.words.details import REFUSALS as OF_DETAILS
from meeting_tui.words.points import REFUSALS as OF_POINTS
from meeting_tui.words.room import REFUSALS as OF_ROOM
from meeting_tui.words.schedule_acts import REFUSALS as OF_SCHEDULE

SENTENCES: dict[str, tuple[str, str]] = {
    "refusal.not_in_sitting": (
        "The meeting is not open yet; `open` opens it.",
        "会议尚未开始；用 open 宣布开会。",
    ),
    "refusal.suspended": (
        "The sitting is suspended; `resume` goes on.",
        "会议暂停中；用 resume 继续。",
    ),
    "refusal.adjourned": (
        "The meeting is adjourned; `undo` takes that back.",
        "会议已休会；用 undo 撤回。",
    ),
    "refusal.already_open": ("The meeting is open already.", "会议已经开始。"),
    "refusal.not_suspended": (
        "The sitting is not suspended; it goes on.",
        "会议没有暂停，仍在进行。",
    ),
    "refusal.planned_not_suspended": (
        "The meeting has not begun; `open` opens it.",
        "会议尚未开始；用 open 宣布开会。",
    ),
    "refusal.adjourned_not_suspended": (
        "The meeting is adjourned, not suspended; `undo` takes that back.",
        "会议已休会，不是暂停；用 undo 撤回。",
    ),
    "refusal.no_item_open": (
        "No item is open; `item ID` opens one (or add `for ID`).",
        "没有进行中的议程项目；用 item ID 开始（或加 for ID）。",
    ),
    "refusal.item_open": (
        "Item {item} is open; `close item` comes first.",
        "项目{item}仍在进行；请先 close item。",
    ),
    "refusal.item_was_open": (
        "Item {item} was taken up before; `reopen {item}` takes it up again.",
        "项目{item}已讨论过；用 reopen {item} 重新开始。",
    ),
    "refusal.item_never_open": (
        "Item {item} was not taken up yet; `item {item}` does.",
        "项目{item}尚未讨论；用 item {item} 开始。",
    ),
    "refusal.item_closed": (
        "Item {item} is closed; `reopen {item}` takes it up again.",
        "项目{item}已结束；用 reopen {item} 重新开始。",
    ),
    "refusal.no_such_item": (
        "There is no item {item}; the agenda has {items}.",
        "没有项目{item}；议程有 {items}。",
    ),
    "refusal.is_segment": (
        "{segment} is a segment; `segment {segment}` goes to it.",
        "{segment} 是一个环节；用 segment {segment}。",
    ),
    "refusal.no_such_segment": (
        "There is no segment {segment}; there are {segments}.",
        "没有环节{segment}；有 {segments}。",
    ),
    "refusal.segment_of_other_item": (
        "Segment {segment} is not in item {item}, which is open.",
        "环节{segment}不属于进行中的项目{item}。",
    ),
    "refusal.segment_is_open": ("Segment {segment} is on already.", "环节{segment}已在进行。"),
    "refusal.somebody_speaks": (
        "{name} has the floor; `yield` comes first.",
        "{name}正在发言；请先 yield。",
    ),
    "refusal.names_wait": (
        "{count} still wait ({names}); say `close item carry` or `close item not-reached`.",
        "还有{count}个在等（{names}）；请用 close item carry 或 close item not-reached。",
    ),
    "refusal.list_closed": (
        "The list of item {item} is closed; `open list` opens it, `inscribe! …` adds all the same.",
        "项目{item}的发言名单已截止；用 open list 重开，或 inscribe! … 仍然登记。",
    ),
    "refusal.list_is_open": ("The list of item {item} is open.", "项目{item}的发言名单是开放的。"),
    "refusal.list_is_closed": (
        "The list of item {item} is closed already.",
        "项目{item}的发言名单已经截止。",
    ),
    "refusal.already_waits": (
        "{name} waits already, at place {place}.",
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
        "{name} does not wait; waiting: {waiting}.",
        "{name}不在等待；正在等待的有：{waiting}。",
    ),
    "refusal.does_not_wait_nobody_does": (
        "{name} does not wait; nobody does.",
        "{name}不在等待；目前无人等待。",
    ),
    "refusal.use_order": (
        "A point of order is raised with `order D`.",
        "程序问题请用 order D。",
    ),
    "refusal.use_reply": ("A right of reply is asked with `reply D`.", "答辩权请用 reply D。"),
    "refusal.reply_has_no_place": (
        "{name} waits for a right of reply, which is heard after the list; `floor` gives it now.",
        "{name}等的是答辩，在名单之后进行；用 floor 可立即给予。",
    ),
    "refusal.reply_waits": ("{name} waits for a reply already.", "{name}已在等候答辩。"),
    "refusal.replies_used_up": (
        "{name} has had its replies on this item; {allowed} are allowed.",
        "{name}就本项目的答辩已用完；允许{allowed}次。",
    ),
    "refusal.no_replies_in_rules": (
        "These rules of procedure know no right of reply.",
        "本议事规则没有答辩权。",
    ),
    "refusal.no_such_place": (
        "There is no place {place}; {length} wait.",
        "没有第{place}位；共有{length}个在等。",
    ),
    "refusal.place_expected": (
        "A place in the list (a number) was expected, not “{found}”.",
        "此处应为名单位次（数字），而不是“{found}”。",
    ),
    "refusal.cannot_swap": (
        "{first} and {second} do not wait on the same list.",
        "{first}和{second}不在同一名单上等待。",
    ),
    "refusal.next_twice": (
        "`next` was pressed a moment ago; `next!` insists.",
        "刚刚按过 next；用 next! 坚持执行。",
    ),
    "refusal.nobody_waits": (
        "Nobody waits; type a delegation to inscribe it.",
        "无人等待；输入代表团即可登记。",
    ),
    "refusal.nobody_speaks": ("Nobody has the floor.", "目前无人发言。"),
    "refusal.already_paused": (
        "The time stands still already; `continue` lets it run.",
        "计时已暂停；用 continue 继续。",
    ),
    "refusal.not_paused": ("The time runs; it is not paused.", "计时正在进行，没有暂停。"),
    "refusal.point_of_order_pending": (
        "{name} has raised a point of order; `ruling …` comes first.",
        "{name}提出了程序问题；请先 ruling …。",
    ),
    "refusal.no_point_of_order": (
        "No point of order waits for a ruling.",
        "没有待裁决的程序问题。",
    ),
    "refusal.limit_not_positive": (
        "A limit is longer than 0:00.",
        "时限必须大于 0:00。",
    ),
    "refusal.no_limit_to_extend": (
        "Whoever speaks has no limit to extend.",
        "当前发言没有时限，无需延长。",
    ),
    "refusal.limit_for_whom": (
        "“{name}” is no tier ({tiers}), no kind ({kinds}) and no delegation in use.",
        "“{name}”不是层级（{tiers}）、发言种类（{kinds}），也不是本会议中的代表团。",
    ),
    "refusal.span_expected": (
        "Write minutes and seconds, such as 2:30, not “{found}”.",
        "请写分和秒，如 2:30，而不是“{found}”。",
    ),
    "refusal.span_of_what": (
        "Is “{found}” minutes or seconds? Write {found} min or {found} s.",
        "“{found}”是分还是秒？请写 {found}分 或 {found}秒。",
    ),
    "refusal.empty_note": ("The note has no text.", "笔记没有文字。"),
    "refusal.nobody_has_spoken": (
        "Nobody has spoken yet, so there is nothing to note it on.",
        "尚无人发言，笔记无处可记。",
    ),
    "refusal.no_such_intervention": (
        "There is no intervention {number}; the last is {last}.",
        "没有第{number}次发言；最后一次是第{last}次。",
    ),
    "refusal.has_not_spoken": (
        "{name} has not spoken yet; a note that itself begins with “on” goes behind `/statement`.",
        "{name}尚未发言；以 on 开头的笔记请写在 `/statement` 之后。",
    ),
    "refusal.no_such_point": ("There is no point {point}.", "没有要点{point}。"),
    "refusal.no_such_mark": (
        "{mark} is no mark; there are {marks}.",
        "{mark} 不是标记；可用 {marks}。",
    ),
    "refusal.mark_in_text": (
        "“{word}” is no tag, so {mark} would be part of the text. Write {mark} before it, or put the "
        "text in quotation marks.",
        "“{word}”不是标签，{mark} 会被当作文字。请把 {mark} 写在它前面，或给文字加上引号。",
    ),
    "refusal.text_missing": ("Some text was expected behind it.", "后面应有文字。"),
    "refusal.not_in_directory": (
        "{name} is not in the directory either.",
        "{name}也不在代表团名录中。",
    ),
    "refusal.no_such_unknown_name": (
        "“{name}” is not an unknown name or group in use. These are: {names}.",
        "“{name}”不是待确认的名称或集团；待确认的有：{names}。",
    ),
    "refusal.no_such_group": (
        "Say which group “{name}” is: `identify {name} as eu`, or `as group` to keep it as it is.",
        "请说明“{name}”是哪个集团：identify {name} as eu，或用 as group 保留原名。",
    ),
    "refusal.identify_as_missing": (
        "Say `identify NAME as D`.",
        "请输入 identify 名称 as 代表团。",
    ),
    "refusal.no_gap": (
        "There is no gap to decide on: the computer did not sleep and the session was not closed "
        "while somebody spoke.",
        "没有待确认的中断：发言期间电脑没有休眠，会议记录也没有关闭。",
    ),
    "refusal.gap_before_speaker": (
        "{name} was given the floor after the machine slept.",
        "{name}是在休眠之后才开始发言的。",
    ),
    "refusal.nothing_to_undo": ("There is nothing to take back.", "没有可撤回的操作。"),
    "refusal.nothing_to_redo": (
        "There is nothing to bring back.",
        "没有可恢复的操作。",
    ),
    "refusal.name_missing": ("A delegation was expected.", "此处应为代表团。"),
    "refusal.group_missing": (
        "A group was expected in the brackets, such as fra(eu).",
        "括号内应为集团，例如 fra(eu)。",
    ),
    "refusal.group_apart": (
        "“{found}” goes right behind the name, without a space: fra(eu).",
        "“{found}”应紧跟名称，中间不留空格：fra(eu)。",
    ),
    "refusal.aligned_unknown": (
        "“{name}” in the brackets is no delegation of the directory.",
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
    "refusal.ambiguous_name": (
        "“{name}” may be {names}.",
        "“{name}”可能是：{names}。",
    ),
    "refusal.ambiguous_word": (
        "“{word}” may be {words}.",
        "“{word}”可能是：{words}。",
    ),
    "refusal.option_empty": (
        "Something was expected after `{word}`.",
        "{word} 之后应有内容。",
    ),
    "refusal.option_unknown": (
        "“{value}” does not go after `{word}`; {allowed} do.",
        "{word} 之后不能是“{value}”；可用：{allowed}。",
    ),
    "refusal.words_left": (
        "“{word}” was not understood.",
        "不理解“{word}”。",
    ),
    "refusal.second_word": (
        "`{word}` what? {words}.",
        "{word} 什么？{words}。",
    ),
    "refusal.no_such_act_near": (
        "“{word}” is no act; did you mean `{near}`?",
        "“{word}”不是操作；是否指 {near}？",
    ),
    "refusal.empty_line": ("Type an act or a delegation.", "请输入操作或代表团。"),
    "refusal.time_goes_back": (
        "{time} is earlier than the line before it.",
        "{time} 早于上一行的时间。",
    ),
    **OF_SCHEDULE,
    **OF_DETAILS,
    **OF_ROOM,
    **OF_CORRECTIONS,
    **OF_POINTS,
}
