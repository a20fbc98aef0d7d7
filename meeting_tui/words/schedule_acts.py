"""Changes of the schedule: what was changed, and why a change is refused: key -> (English, Chinese).

The refusals stand here and are looked up with all others (`words/refusals.py`).
"""

SENTENCES: dict[str, tuple[str, str]] = {
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
}

REFUSALS: dict[str, tuple[str, str]] = {
    "refusal.plan_because": (
        "Give the reason for the record: `{line} because …`",
        "请说明理由以便记录：{line} because …",
    ),
    "refusal.plan_minutes": (
        "Write whole minutes, 1 to 1440, not “{found}”.",
        "请写整数分钟，1 至 1440，而不是“{found}”。",
    ),
    "refusal.plan_clock": (
        "Write the time as HH:MM, such as 15:30, not “{found}”.",
        "请将时间写作 HH:MM，如 15:30，而不是“{found}”。",
    ),
    "refusal.plan_no_such_sitting": (
        "There is no sitting {sitting}; the agenda has {sittings}.",
        "没有第{sitting}次会议；议程有 {sittings}。",
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
