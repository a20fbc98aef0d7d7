"""Changes of the schedule: what was changed, and why a change is refused: key -> (English, Chinese).

The refusals stand here and are looked up with all others (`words/refusals.py`).
"""

SENTENCES: dict[str, tuple[str, str]] = {
    "plan.item_replanned": (
        "Item {item} is now planned in sitting {sitting}, before item {before}: {reason}",
        "项目{item}改在第{sitting}次会议、项目{before}之前：{reason}",
    ),
    "plan.item_replanned.last": (
        "Item {item} is now planned last in sitting {sitting}: {reason}",
        "项目{item}改在第{sitting}次会议的最后：{reason}",
    ),
    "plan.planned_time_set": (
        "Item {place} is now planned for {minutes} min, not {before}: {reason}",
        "项目{place}计划时间由{before}分钟改为{minutes}分钟：{reason}",
    ),
    "plan.planned_time_set.segment": (
        "Segment {place} is now planned for {minutes} min, not {before}: {reason}",
        "环节{place}计划时间由{before}分钟改为{minutes}分钟：{reason}",
    ),
    "plan.planned_time_set.first": (
        "Segment {place} is now planned for {minutes} min: {reason}",
        "环节{place}计划时间定为{minutes}分钟：{reason}",
    ),
    "plan.item_split": (
        "Item {item}: the first {minutes} min stay, the rest comes in sitting {sitting}: {reason}",
        "项目{item}：前{minutes}分钟不变，其余改在第{sitting}次会议：{reason}",
    ),
    "plan.matter_added": (
        "Added under item {item}: {segment} “{title}”, {minutes} min: {reason}",
        "项目{item}之下新增：{segment}“{title}”，{minutes}分钟：{reason}",
    ),
    "plan.segment_dropped": (
        "Segment {segment} will not be held: {reason}",
        "环节{segment}不举行：{reason}",
    ),
    "plan.segment_kept": (
        "Segment {segment} will be held: {reason}",
        "环节{segment}确定举行：{reason}",
    ),
    "plan.sitting_retimed": (
        "Sitting {sitting} is now planned from {start} to {end}: {reason}",
        "第{sitting}次会议改为 {start} 至 {end}：{reason}",
    ),
}

REFUSALS: dict[str, tuple[str, str]] = {
    "refusal.plan_because": (
        "Say why, for the record: `{line} because …`.",
        "请说明理由以便记录：{line} because …",
    ),
    "refusal.plan_minutes": (
        "Planned time is a whole number of minutes, 1 to 1440; “{found}” is not.",
        "计划时间须为 1 至 1440 的整数分钟；“{found}”不是。",
    ),
    "refusal.plan_clock": (
        "A time of day is typed as HH:MM, like 15:30; “{found}” is not.",
        "时刻须写作 HH:MM，如 15:30；“{found}”不是。",
    ),
    "refusal.plan_no_such_sitting": (
        "There is no sitting {sitting}; the agenda has {sittings}.",
        "没有第{sitting}次会议；议程有 {sittings}。",
    ),
    "refusal.plan_move_where": (
        "Say where to: `plan move {item} to SITTING`, `before ID` or `last`.",
        "请说明移到何处：plan move {item} to SITTING、before ID 或 last。",
    ),
    "refusal.plan_then": (
        "Say in which sitting the rest comes: `plan split {item} {minutes} then SITTING`.",
        "请说明其余部分在哪次会议：plan split {item} {minutes} then SITTING。",
    ),
    "refusal.plan_title": (
        "Say what the matter is: `plan add {item} {minutes} TITLE`.",
        "请写明事项名称：plan add {item} {minutes} TITLE。",
    ),
    "refusal.plan_is_segment": (
        "{segment} is a segment; only whole items can be planned elsewhere.",
        "{segment} 是一个环节；只有整个项目可另作安排。",
    ),
    "refusal.plan_is_item": (
        "Item {item} stays on the agenda; `plan time {item} MINUTES` or `plan move {item} last`.",
        "项目{item}保留在议程上；用 plan time {item} MINUTES 或 plan move {item} last。",
    ),
    "refusal.plan_item_over": (
        "Item {item} is closed; what was planned for it stays. `reopen {item}` takes it up again.",
        "项目{item}已结束，其计划不再更改；用 reopen {item} 重新开始。",
    ),
    "refusal.plan_begun": (
        "Item {item} has begun; `plan split {item} MINUTES then SITTING` puts off the rest of it.",
        "项目{item}已开始；用 plan split {item} MINUTES then SITTING 推迟其余部分。",
    ),
    "refusal.plan_before_itself": (
        "Item {item} cannot come before itself.",
        "项目{item}不能排在自身之前。",
    ),
    "refusal.plan_before_begun": (
        "Item {item} has begun; `plan split {item} MINUTES then SITTING` makes room behind its first part.",
        "项目{item}已开始；用 plan split {item} MINUTES then SITTING 可在其前一部分之后腾出时间。",
    ),
    "refusal.plan_sitting_over": (
        "Sitting {sitting} is over; nothing can be planned in it any more.",
        "第{sitting}次会议已结束，不能再作安排。",
    ),
    "refusal.plan_not_in_sitting": (
        "Item {item} is planned in sitting {other}, not in sitting {sitting}.",
        "项目{item}安排在第{other}次会议，不在第{sitting}次会议。",
    ),
    "refusal.plan_same_place": (
        "Item {item} is planned there already.",
        "项目{item}已如此安排。",
    ),
    "refusal.plan_same_minutes": (
        "{place} is planned for {minutes} minutes already.",
        "{place} 的计划时间已是{minutes}分钟。",
    ),
    "refusal.plan_same_times": (
        "Sitting {sitting} is planned for these times already.",
        "第{sitting}次会议已定于此时间。",
    ),
    "refusal.plan_split_minutes": (
        "Item {item} is planned for {minutes} minutes; its first part has at least 1 and fewer.",
        "项目{item}计划{minutes}分钟；第一部分须至少 1 分钟且少于此数。",
    ),
    "refusal.plan_split_later": (
        "The rest comes in a later sitting than {last}; sitting {sitting} is not.",
        "其余部分须在第{last}次会议之后；第{sitting}次会议不是。",
    ),
    "refusal.plan_segment_over": (
        "Segment {segment} is over; what was planned for it stays.",
        "环节{segment}已结束，其计划不再更改。",
    ),
    "refusal.plan_segment_begun": (
        "Segment {segment} was taken up; it is held.",
        "环节{segment}已开始，即已举行。",
    ),
    "refusal.plan_is_dropped": (
        "Segment {segment} will not be held; `plan hold {segment}` brings it back.",
        "环节{segment}已定不举行；用 plan hold {segment} 恢复。",
    ),
    "refusal.plan_is_held": (
        "Segment {segment} is held anyway.",
        "环节{segment}本来就会举行。",
    ),
    "refusal.plan_not_on_condition": (
        "Segment {segment} is not on condition; `plan time {segment} MINUTES` makes it shorter.",
        "环节{segment}不附条件；用 plan time {segment} MINUTES 缩短。",
    ),
    "refusal.plan_start_after_end": (
        "A sitting ends after it starts; {end} is not after {start}.",
        "会议的结束须晚于开始；{end} 不晚于 {start}。",
    ),
    "refusal.plan_has_begun": (
        "Sitting {sitting} began; its planned start stays {start}, only its end can change.",
        "第{sitting}次会议已开始；计划开始仍为 {start}，只能更改结束时间。",
    ),
    "refusal.plan_overlaps": (
        "Sitting {sitting} is planned then, {span}.",
        "届时为第{sitting}次会议，{span}。",
    ),
    "refusal.plan_sittings_order": (
        "Sitting {sitting} would change places with another; sittings stay in their order.",
        "第{sitting}次会议将与另一次对调；会议次序不变。",
    ),
    "refusal.plan_ends_before_now": (
        "It is later than {end} already.",
        "现在已过 {end}。",
    ),
    "refusal.plan_no_such_time": (
        "The clocks skip {clock} on that day.",
        "当日因调整时钟没有 {clock}。",
    ),
}
