"""Why an act is refused: notes, statements, the schedule, the record: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "refusal.number_expected": (
        "Which intervention? {found} is not a number.",
        "第几次发言？{found} 不是发言序号。",
    ),
    "refusal.number_missing": (
        "Which intervention? Type its number.",
        "第几次发言？请输入发言序号。",
    ),
    "refusal.clock_expected": (
        "When? {found} is not a time. Write 10:05 or 10:05:30.",
        "什么时间？{found} 不是时刻；请输入 10:05 或 10:05:30。",
    ),
    "refusal.clock_missing": (
        "When? Write 10:05 or 10:05:30.",
        "什么时间？请输入 10:05 或 10:05:30。",
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
    "refusal.band_missing": (
        "Which numbers? Type `bands one=1 few=2 …` (words: {words}; most=half or most=never).",
        "哪些数字？请输入 bands one=1 few=2 …（可用：{words}；most=half 或 most=never）。",
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
    "refusal.checklist_empty": (
        "“{id}” is not on the checklist. No points are open there.",
        "核对表上没有“{id}”。目前没有未处理事项。",
    ),
    "refusal.ticked_already": ("{id} is ticked off already.", "{id}已经勾销。"),
    "refusal.not_ticked": ("{id} was not ticked off.", "{id}尚未勾销。"),
    "refusal.tick_what": (
        "Which one? Type its id from the checklist, such as `tick n12`.",
        "勾销哪一项？请输入核对表上的编号，如 tick n12。",
    ),
    "refusal.finalised_already": ("The report is already final.", "报告已经定稿。"),
    "refusal.finalise_rehearsal": (
        "This is not a real meeting. To make its report final anyway: `finalise!`",
        "这不是真实会议。如仍要定稿：finalise!",
    ),
    "refusal.finalise_open_one": (
        "One open point is left (see the checklist). To make the report final anyway: `finalise!`",
        "尚有1项未处理事项（见核对表）。如仍要定稿：finalise!",
    ),
    "refusal.finalise_open": (
        "{count} open {count:point is|points are} left (see the checklist). To make the report"
        " final anyway: `finalise!`",
        "尚有{count}项未处理事项（见核对表）。如仍要定稿：finalise!",
    ),
    "refusal.language_missing": (
        "Which language? ar, zh, en, fr, ru, es or another: `heard fr interpreted`",
        "哪种语言？ar、zh、en、fr、ru、es 或其他：heard fr interpreted。",
    ),
    "refusal.person_missing": (
        "Who spoke? Write: `person Jane Roe, Ambassador`",
        "谁在发言？如 person 张三, 大使。",
    ),
    "refusal.no_such_statement_mark": (
        "Unknown mark: {found}. Marks are: awaited, check, record.",
        "没有标记 {found}；可用：awaited、check、record。",
    ),
    "refusal.statement_mark_missing": (
        "Which mark? Type awaited, check or record.",
        "哪个标记？请输入 awaited、check 或 record。",
    ),
    "refusal.spoke_for_itself": (
        "{name} did not speak for a group, so no State can align with the statement.",
        "{name}并非代表集团发言，没有赞同国。",
    ),
    "refusal.aligns_no_state": (
        "{name} is not a State in the directory; only States can align with a statement.",
        "{name}不是名录中的国家；只有国家可赞同发言。",
    ),
    "refusal.no_such_stance": (
        "Unknown stance: {found}. Stances are: {stances}.",
        "没有立场 {found}；可用：{stances}。",
    ),
    "refusal.stance_missing": (
        "Which stance? Type one of: {stances}.",
        "何种立场？可用：{stances}。",
    ),
    "refusal.position_on_nothing": (
        "A position on what? {found} is not a question, topic or proposal. There are: {tags}.",
        "对什么的立场？{found} 不是问题、议题或提案；现有：{tags}。",
    ),
    "refusal.position_on_missing": (
        "A position on what? Name a question, topic or proposal. There are: {tags}.",
        "对什么的立场？请输入问题、议题或提案；现有：{tags}。",
    ),
    "refusal.position_no_tags": (
        "A position on what? This meeting has no questions, topics or proposals yet. A note: `note on D …`.",
        "对什么的立场？本会议尚无问题、议题或提案。记笔记用 note on D …。",
    ),
    "refusal.file_kept_nowhere": (
        "{file} cannot be saved here. To record only that the text was received: `received`",
        "此处无法保存 {file}；只输入 received 可记录已收到文本。",
    ),
    "refusal.file_missing": (
        "File not found: {file}. Nothing was recorded.",
        "找不到文件 {file}；未作任何记录。",
    ),
    "refusal.files_alike": (
        "Several files look like {name} but differ in invisible characters. Rename one. Nothing was recorded.",
        "有多个文件名为 {name}，只有不可见字符不同；请改名。未作任何记录。",
    ),
    "refusal.file_is_folder": (
        "{file} is not a file that can be copied. Nothing was recorded.",
        "{file} 不是可复制的文件；未作任何记录。",
    ),
    "refusal.file_unreadable": (
        "{file} cannot be read ({reason}). Nothing was recorded.",
        "无法读取 {file}（{reason}）；未作任何记录。",
    ),
    "refusal.file_not_copied": (
        "{file} could not be copied into the session ({reason}). Nothing was recorded.",
        "无法将 {file} 复制到会议日志文件夹（{reason}）；未作任何记录。",
    ),
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
    "refusal.tag_missing": (
        "Which question, topic or proposal? Type `tag n5 a1 a6` or `tag n5 none`.",
        "哪个问题、主题或提案？请输入 tag n5 a1 a6 或 tag n5 none。",
    ),
    "refusal.strike_reason": (
        "Say why, for the record: `strike {what} because …`.",
        "请说明理由以便记录：strike {what} because …",
    ),
    "refusal.strike_what": (
        "Strike what? A point: `strike n5 because …`. A statement: `strike 7 because …`",
        "删去什么？strike n5 because … 删去要点，strike 7 because … 删去发言。",
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
    "refusal.join_with_what": (
        "No item is open. Name both: `join {item} 3`, or open one first.",
        "没有进行中的议程项目。请写明两个项目，如 join {item} 3，或先开始一个。",
    ),
    "refusal.joined_already": (
        "Taken up now: {items}. Name another item to take together with it.",
        "正在审议：{items}。请写明另一个要合并审议的项目。",
    ),
    "refusal.adjourn_leaves_names": (
        "To adjourn anyway, type `adjourn!`. Still waiting ({count}): {names}.",
        "如仍要休会，请输入 adjourn!。仍在等候发言（{count}）：{names}。",
    ),
    "refusal.adjourn_leaves_items": (
        "Items not taken up: {items}. To adjourn anyway, type `adjourn!`.",
        "尚未审议的项目：{items}。如仍要休会，请输入 adjourn!。",
    ),
    "refusal.adjourn_leaves_both": (
        "To adjourn anyway, type `adjourn!`. Items not taken up: {items}. "
        "Still waiting ({count}): {names}.",
        "如仍要休会，请输入 adjourn!。尚未审议的项目：{items}。仍在等候发言（{count}）：{names}。",
    ),
    "refusal.extend_sitting": (
        "Nobody has the floor. To extend sitting {sitting} to {end}, give the reason: `{line}…`",
        "目前无人发言。如要将第{sitting}次会议延长至 {end}，请写明理由：{line}…",
    ),
    "refusal.no_floor_act": ("There is no act on the floor to undo.", "没有可撤回的发言操作。"),
    "refusal.floor_act_needed": (
        "Later acts depend on the last act on the floor. Undo them one by one: `undo`",
        "后来的操作以最近一次发言操作为前提；请用 undo 逐一撤回。",
    ),
    "refusal.presides_who": (
        "Who presides? `preside Vice-Chair, Jane Roe`; `preside chair` for the Chair.",
        "由谁主持？如 preside 副主席张三；主席返回时用 preside chair。",
    ),
    "refusal.presides_when": (
        "The meeting is adjourned. Say since when: `preside at 15:40 Vice-Chair`.",
        "会议已休会。请注明时间：preside at 15:40 副主席。",
    ),
    "refusal.presides_already": ("That person is already presiding.", "已由该人主持。"),
    "refusal.chair_presides": ("The Chair is already presiding.", "已由主席主持。"),
    "refusal.plan_because": (
        "Give the reason for the record: `{line} because …`",
        "请说明理由以便记录：{line} because …",
    ),
    "refusal.plan_minutes": (
        "Write whole minutes, 1 to 1440, not “{found}”.",
        "请写整数分钟，1 至 1440，而不是“{found}”。",
    ),
    "refusal.plan_minutes_missing": (
        "How many minutes? Write whole minutes, 1 to 1440.",
        "多少分钟？请写整数分钟，1 至 1440。",
    ),
    "refusal.plan_clock": (
        "Write the time as HH:MM, such as 15:30, not “{found}”.",
        "请将时间写作 HH:MM，如 15:30，而不是“{found}”。",
    ),
    "refusal.plan_clock_missing": (
        "When? Write the time as HH:MM, such as 15:30.",
        "什么时间？请写作 HH:MM，如 15:30。",
    ),
    "refusal.plan_no_such_sitting": (
        "There is no sitting {sitting}; the agenda has {sittings}.",
        "没有第{sitting}次会议；议程有 {sittings}。",
    ),
    "refusal.plan_sitting_missing": (
        "Which sitting? The agenda has {sittings}.",
        "哪次会议？议程有 {sittings}。",
    ),
    "refusal.plan_move_where": (
        "Where to? `plan move {item} to SITTING`, `before ID` or `last`.",
        "移到何处？plan move {item} to SITTING、before ID 或 last。",
    ),
    "refusal.plan_then": (
        "Which sitting takes the rest? `plan split {item} {minutes} then SITTING`.",
        "其余部分在哪次会议？plan split {item} {minutes} then SITTING。",
    ),
    "refusal.plan_title": (
        "What is the matter called? `plan add {item} {minutes} TITLE`.",
        "事项的名称是什么？plan add {item} {minutes} TITLE。",
    ),
    "refusal.plan_is_segment": (
        "{segment} is a segment. Only whole items can be moved.",
        "{segment} 是一个环节；只能移动整个项目。",
    ),
    "refusal.plan_is_item": (
        "Item {item} stays on the agenda. To shorten it: `plan time {item} MINUTES`. To move it:"
        " `plan move {item} last`.",
        "项目{item}保留在议程上。缩短：plan time {item} MINUTES；移动：plan move {item} last。",
    ),
    "refusal.plan_item_over": (
        "Item {item} is closed, so its plan cannot change. To open it again: `reopen {item}`",
        "项目{item}已结束，其计划不再更改；用 reopen {item} 重新开始。",
    ),
    "refusal.plan_begun": (
        "Item {item} has begun. To put off the rest of it: `plan split {item} MINUTES then SITTING`",
        "项目{item}已开始；用 plan split {item} MINUTES then SITTING 推迟其余部分。",
    ),
    "refusal.plan_before_itself": (
        "Item {item} cannot come before itself.",
        "项目{item}不能排在自身之前。",
    ),
    "refusal.plan_before_begun": (
        "Item {item} has begun. To make room after its first part: `plan split {item} MINUTES then SITTING`",
        "项目{item}已开始；用 plan split {item} MINUTES then SITTING 可在其前一部分之后腾出时间。",
    ),
    "refusal.plan_sitting_over": (
        "Sitting {sitting} is over. Choose a later sitting.",
        "第{sitting}次会议已结束；请选择以后的会议。",
    ),
    "refusal.plan_not_in_sitting": (
        "Item {item} is planned in sitting {other}, not in sitting {sitting}.",
        "项目{item}安排在第{other}次会议，不在第{sitting}次会议。",
    ),
    "refusal.plan_same_place": ("Item {item} is already planned there.", "项目{item}已如此安排。"),
    "refusal.plan_same_minutes": (
        "{place} is already planned for {minutes} {minutes:minute|minutes}.",
        "{place} 的计划时间已是{minutes}分钟。",
    ),
    "refusal.plan_same_times": (
        "Sitting {sitting} already has these times.",
        "第{sitting}次会议已定于此时间。",
    ),
    "refusal.plan_split_minutes": (
        "Item {item} is planned for {minutes} {minutes:minute|minutes}. The first part must be at"
        " least 1 and less than that.",
        "项目{item}计划{minutes}分钟；第一部分须至少 1 分钟且少于此数。",
    ),
    "refusal.plan_split_later": (
        "The rest must come after sitting {last}; sitting {sitting} is too early.",
        "其余部分须在第{last}次会议之后；第{sitting}次会议太早。",
    ),
    "refusal.plan_segment_over": (
        "Segment {segment} is over, so its plan cannot change.",
        "环节{segment}已结束，其计划不再更改。",
    ),
    "refusal.plan_segment_begun": ("Segment {segment} has already begun.", "环节{segment}已开始。"),
    "refusal.plan_is_dropped": (
        "Segment {segment} is cancelled. To bring it back: `plan hold {segment}`",
        "环节{segment}已定不举行；用 plan hold {segment} 恢复。",
    ),
    "refusal.plan_is_held": (
        "Segment {segment} will be held anyway.",
        "环节{segment}本来就会举行。",
    ),
    "refusal.plan_not_on_condition": (
        "Segment {segment} is not conditional. To shorten it: `plan time {segment} MINUTES`",
        "环节{segment}不附条件；用 plan time {segment} MINUTES 缩短。",
    ),
    "refusal.plan_start_after_end": (
        "The end must be later than the start: {end} is not later than {start}.",
        "结束时间须晚于开始时间：{end} 不晚于 {start}。",
    ),
    "refusal.plan_has_begun": (
        "Sitting {sitting} has begun. Its planned start stays {start}; only its end can change.",
        "第{sitting}次会议已开始；计划开始仍为 {start}，只能更改结束时间。",
    ),
    "refusal.plan_overlaps": (
        "Sitting {sitting} is planned at that time, {span}.",
        "该时段为第{sitting}次会议，{span}。",
    ),
    "refusal.plan_sittings_order": (
        "That would put sitting {sitting} out of order. Sittings keep their order.",
        "这样会打乱第{sitting}次会议的次序；会议次序不变。",
    ),
    "refusal.plan_ends_before_now": ("{end} is already past.", "现在已过 {end}。"),
}
