"""What the Schedule says of plans, ends and changes: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "schedule.placeholder": (
        "An act or delegations · ↑ ↓ row · ← → segments · Enter takes it up",
        "操作或代表团 · ↑ ↓ 行 · ← → 环节 · 回车进入",
    ),
    # Columns
    "schedule.column_item": ("Item", "项目"),
    "schedule.column_planned": ("planned", "计划"),
    "schedule.column_runs": ("runs", "进程"),
    "schedule.column_pace": ("pace", "进度"),
    "schedule.column_late": ("late", "最晚"),
    "schedule.column_difference": ("against plan", "与计划相比"),
    "schedule.heading_preview": ("if you press Enter", "若按回车"),
    # Ends
    "schedule.behind": ("+{minutes} min behind", "晚{minutes}分钟"),
    "schedule.hours_behind": ("+{hours} h {minutes} behind", "晚{hours}小时{minutes}分"),
    "schedule.ahead": ("{minutes} min ahead", "早{minutes}分钟"),
    "schedule.hours_ahead": ("{hours} h {minutes} ahead", "早{hours}小时{minutes}分"),
    "schedule.later": ("+{minutes} min later", "推后{minutes}分钟"),
    "schedule.hours_later": ("+{hours} h {minutes} later", "推后{hours}小时{minutes}分"),
    "schedule.later_is_no_delay": (
        "Taken in another order than planned; that is no delay.",
        "未按计划顺序讨论，并非延误。",
    ),
    "schedule.ends": ("ends", "结束"),
    "schedule.at_full": ("full time", "用满时限"),
    "schedule.at_pace": ("at pace", "按进度"),
    "schedule.in_late_case": ("late case", "最晚"),
    "schedule.day_cases": ("at pace {pace}, late case {late}", "按进度 {pace}，最晚 {late}"),
    "schedule.hours_after": (
        "{hours} h {minutes} after {end}",
        "超过 {end} {hours}小时{minutes}分",
    ),
    "schedule.odd_first": ("unreal: {what}", "异常：{what}"),
    "schedule.odd_first_of": ("unreal: {what}, +{count} more", "异常：{what}，另有{count}项"),
    "schedule.block_cases": (
        "at pace {pace} min, late case {late} min",
        "按进度{pace}分钟，最晚{late}分钟",
    ),
    "schedule.cut_item": ("{time} cuts item {item}", "{time} 时项目{item}尚未结束"),
    "schedule.cut_behind": ("Only after {time}: {behind}", "{time} 之后才能讨论：{behind}"),
    "schedule.cut_both": (
        "{time} cuts item {item}; only after it: {behind}",
        "{time} 时项目{item}尚未结束；之后才能讨论：{behind}",
    ),
    # What was changed
    "schedule.was": ("was {what}", "原{what}"),
    "schedule.added": ("added", "新增"),
    "schedule.kept": ("will be held", "确定进行"),
    "schedule.dropped": (
        "{segment} not held: {reason} · {title}",
        "{segment} 不进行：{reason} · {title}",
    ),
    "schedule.continued": ("{item} continued", "{item} 续"),
    "schedule.imported": ("Planned {times} in the imported agenda.", "原议程计划：{times}。"),
    "schedule.change_move": (
        "Item {place} now {becomes}, was {was}",
        "项目{place}改为{becomes}，原{was}",
    ),
    "schedule.place_before": (
        "sitting {sitting} before item {before}",
        "第{sitting}次会议项目{before}前",
    ),
    "schedule.place_last": ("last in sitting {sitting}", "第{sitting}次会议最后"),
    "schedule.share": ("{minutes} min in sitting {sitting}", "第{sitting}次会议{minutes}分钟"),
    "schedule.change_time": (
        "{place} now {becomes} min, was {was}",
        "{place} 改为{becomes}分钟，原{was}",
    ),
    "schedule.change_split": ("Item {place} now {becomes}", "项目{place}改为{becomes}"),
    "schedule.change_add": ("{place} added: {becomes}", "{place} 新增：{becomes}"),
    "schedule.change_drop": ("{place} will not be held", "{place} 不进行"),
    "schedule.change_hold": ("{place} will be held", "{place} 确定进行"),
    "schedule.change_sitting": (
        "Sitting {place}: {becomes}, was {was}",
        "第{place}次会议：{becomes}，原{was}",
    ),
    "schedule.change_because": ("{what}: {reason}{by}", "{what}：{reason}{by}"),
    # Keys
    "schedule.key_time": ("±5 min", "±5分钟"),
    "schedule.key_sitting": ("Whole sitting ±5 min", "整场±5分钟"),
    "schedule.key_sitting_end": ("Its end ±5 min", "结束±5分钟"),
    "schedule.key_move": ("Move", "顺序"),
    "schedule.key_split": ("Split", "拆分"),
    "schedule.key_add": ("Add", "新增"),
    "schedule.key_hold": ("Hold", "进行"),
    "schedule.key_drop": ("Drop", "取消"),
    "schedule.key_do": ("Do it", "执行"),
    "schedule.key_leave": ("Cancel", "放弃"),
    # Editing
    "schedule.finish": ("{what} Type why, then Enter.", "{what}写明理由后回车。"),
    "schedule.edit_time": (
        "Item {place}: {minutes} min instead of {was}.",
        "项目{place}：{minutes}分钟，原{was}分钟。",
    ),
    "schedule.edit_time_segment": (
        "Segment {place}: {minutes} min instead of {was}.",
        "环节{place}：{minutes}分钟，原{was}分钟。",
    ),
    "schedule.edit_sitting_whole": (
        "The whole sitting is held {times} instead of {was}.",
        "会议整场改为 {times}，原 {was}。",
    ),
    "schedule.edit_sitting": (
        "The sitting ends {end} instead of {was}.",
        "会议改为 {end} 结束，原 {was}。",
    ),
    "schedule.edit_move_before": (
        "Item {item} comes before item {before}, in sitting {sitting}.",
        "项目{item}在第{sitting}次会议、项目{before}之前。",
    ),
    "schedule.edit_move_last": (
        "Item {item} comes last in sitting {sitting}.",
        "项目{item}在第{sitting}次会议最后。",
    ),
    "schedule.edit_split": (
        "Item {item}: {minutes} min here, {rest} min in sitting {sitting}.",
        "项目{item}：此处{minutes}分钟，第{sitting}次会议{rest}分钟。",
    ),
    "schedule.edit_add": (
        "A matter of {minutes} min under item {item}, its title at the cursor.",
        "在项目{item}下新增{minutes}分钟的事项，在光标处写标题。",
    ),
    "schedule.edit_hold": ("{segment} will be held.", "{segment} 确定进行。"),
    "schedule.edit_drop": ("{segment} will not be held.", "{segment} 不进行。"),
    "schedule.no_time_here": (
        "Only sittings, items and segments have a planned time.",
        "只有会议、项目和环节有计划时间。",
    ),
    "schedule.no_move_here": (
        "Only items are moved; choose the row of an item.",
        "只能移动项目；请选项目行。",
    ),
    "schedule.no_place_further": (
        "No place further for item {item}; `/` on an open item splits it and makes room.",
        "项目{item}不能再移；在进行中的项目上按 / 可将其分开以腾出时间。",
    ),
    "schedule.no_split_here": (
        "Only items are split; choose the row of an item.",
        "只能拆分项目；请选项目行。",
    ),
    "schedule.no_later_sitting": (
        "No sitting comes after that of item {item}.",
        "项目{item}之后没有会议。",
    ),
    "schedule.no_add_here": (
        "A matter is added under an item; choose the row of an item.",
        "事项加在项目之下；请选项目行。",
    ),
    "schedule.no_drop_here": (
        "Only a segment is dropped; → shows those of an item.",
        "只能取消环节；按 → 显示项目的环节。",
    ),
    "schedule.dropped_already": (
        "{segment} was dropped already; * holds it after all.",
        "{segment} 已取消；按 * 恢复。",
    ),
    # With a change
    "schedule.with_this": ("With this:", "如此："),
    "schedule.item_instead": (
        "item {item} ends {becomes} instead of {was}",
        "项目{item}于 {becomes} 结束，原 {was}",
    ),
    "schedule.day_instead": (
        "the day ends {becomes} instead of {was}",
        "全天于 {becomes} 结束，原 {was}",
    ),
    "schedule.nothing_moves": ("nothing ends at another time", "各项结束时间不变"),
}
