"""What the Schedule says of plans, ends and changes: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "schedule.placeholder": (
        "A command or delegations · ↑ ↓ row · ← → segments · Enter opens it",
        "操作或代表团 · ↑ ↓ 行 · ← → 环节 · 回车进入",
    ),
    # Columns
    "schedule.column_item": ("Item", "项目"),
    "schedule.column_planned": ("planned", "计划"),
    "schedule.column_runs": ("runs", "时段"),
    "schedule.column_pace": ("pace", "现速"),
    "schedule.column_late": ("late", "较晚"),
    "schedule.column_difference": ("against plan", "与计划相比"),
    "schedule.heading_preview": ("if you press Enter", "若按回车"),
    # Ends
    "schedule.minutes_behind": ("{minutes} min late", "晚{minutes}分钟"),
    "schedule.hours_behind": ("{hours} h {minutes} late", "晚{hours}小时{minutes}分"),
    "schedule.minutes_ahead": ("{minutes} min early", "提前{minutes}分钟"),
    "schedule.hours_ahead": ("{hours} h {minutes} early", "提前{hours}小时{minutes}分"),
    "schedule.minutes_later": ("{minutes} min later", "推后{minutes}分钟"),
    "schedule.hours_later": ("{hours} h {minutes} later", "推后{hours}小时{minutes}分"),
    "schedule.later_is_no_delay": (
        "The order was changed; this is not a delay.",
        "讨论次序有变，并非延误。",
    ),
    "schedule.ends": ("ends", "结束"),
    "schedule.at_full": ("full time", "用满时限"),
    "schedule.at_pace": ("at pace", "按目前速度"),
    "schedule.in_late_case": ("late case", "较晚情况"),
    "schedule.day_cases": (
        "at pace {pace}, late case {late}",
        "按目前速度 {pace}，较晚情况 {late}",
    ),
    "schedule.hours_after": (
        "{hours} h {minutes} after the sitting's end, {end}",
        "超过会议结束时间 {end} {hours}小时{minutes}分",
    ),
    "schedule.odd_first": ("odd: {what}", "异常：{what}"),
    "schedule.odd_first_of": ("odd: {what}, and {count} more", "异常：{what}，另有{count}项"),
    "schedule.block_cases": (
        "at today's pace {pace} min, late case {late} min",
        "按目前速度{pace}分钟，较晚情况{late}分钟",
    ),
    "schedule.cut_item": ("Item {item} is interrupted at {time}", "项目{item}在 {time} 中断"),
    "schedule.cut_behind": ("After {time}: {behind}", "{time} 之后：{behind}"),
    "schedule.cut_both": (
        "Item {item} is interrupted at {time}; after that: {behind}",
        "项目{item}在 {time} 中断；之后：{behind}",
    ),
    # What was changed
    "schedule.was": ("was {what}", "原{what}"),
    "schedule.added": ("added", "新增"),
    "schedule.kept": ("will be held", "确定举行"),
    "schedule.dropped": (
        "{segment} cancelled: {reason} · {title}",
        "{segment} 取消：{reason} · {title}",
    ),
    "schedule.continued": ("{item} continued", "{item} 续"),
    "schedule.imported": ("In the original agenda: {times}.", "原议程计划：{times}。"),
    "schedule.change_move": (
        "Item {place}: now {becomes}, was {was}",
        "项目{place}改为{becomes}，原{was}",
    ),
    "schedule.place_before": (
        "sitting {sitting} before item {before}",
        "第{sitting}次会议项目{before}前",
    ),
    "schedule.place_last": ("last in sitting {sitting}", "第{sitting}次会议最后"),
    "schedule.share": ("{minutes} min in sitting {sitting}", "第{sitting}次会议{minutes}分钟"),
    "schedule.change_time": (
        "{place}: now {becomes} min, was {was}",
        "{place} 改为{becomes}分钟，原{was}",
    ),
    "schedule.change_split": ("Item {place}: now {becomes}", "项目{place}改为{becomes}"),
    "schedule.change_add": ("{place} added: {becomes}", "{place} 新增：{becomes}"),
    "schedule.change_drop": ("{place} cancelled", "{place} 取消"),
    "schedule.change_hold": ("{place} will be held", "{place} 确定举行"),
    "schedule.change_sitting": (
        "Sitting {place}: now {becomes}, was {was}",
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
    "schedule.key_hold": ("Confirm", "举行"),
    "schedule.key_drop": ("Drop", "取消"),
    "schedule.key_do": ("Do it", "执行"),
    "schedule.key_leave": ("Cancel", "放弃"),
    # Editing
    "schedule.finish": ("{what} Type the reason, then press Enter.", "{what}写明理由后回车。"),
    "schedule.edit_time": (
        "Item {place}: {minutes} min instead of {was}.",
        "项目{place}：{minutes}分钟，原{was}分钟。",
    ),
    "schedule.edit_time_segment": (
        "Segment {place}: {minutes} min instead of {was}.",
        "环节{place}：{minutes}分钟，原{was}分钟。",
    ),
    "schedule.edit_sitting_whole": (
        "The whole sitting moves to {times}, from {was}.",
        "会议整场改为 {times}，原 {was}。",
    ),
    "schedule.edit_sitting": (
        "The sitting ends at {end} instead of {was}.",
        "会议改为 {end} 结束，原 {was}。",
    ),
    "schedule.edit_move_before": (
        "Item {item} moves before item {before}, in sitting {sitting}.",
        "项目{item}在第{sitting}次会议、项目{before}之前。",
    ),
    "schedule.edit_move_last": (
        "Item {item} moves to the end of sitting {sitting}.",
        "项目{item}在第{sitting}次会议最后。",
    ),
    "schedule.edit_split": (
        "Item {item}: {minutes} min here, {rest} min in sitting {sitting}.",
        "项目{item}：此处{minutes}分钟，第{sitting}次会议{rest}分钟。",
    ),
    "schedule.edit_add": (
        "New matter of {minutes} min under item {item}. Type its title at the cursor.",
        "在项目{item}下新增{minutes}分钟的事项，在光标处写标题。",
    ),
    "schedule.edit_hold": ("{segment} will be held.", "{segment} 确定举行。"),
    "schedule.edit_drop": ("{segment} is cancelled.", "{segment} 取消。"),
    "schedule.no_time_here": (
        "Only sittings, items and segments have a planned time.",
        "只有会议、项目和环节有计划时间。",
    ),
    "schedule.no_move_here": (
        "Only items can be moved. Choose the row of an item.",
        "只能移动项目；请选项目行。",
    ),
    "schedule.no_place_further": (
        "Item {item} cannot move further. To make room, press `/` on the open item: this splits it.",
        "项目{item}不能再移；在进行中的项目上按 / 可将其拆分以腾出时间。",
    ),
    "schedule.no_split_here": (
        "Only items can be split. Choose the row of an item.",
        "只能拆分项目；请选项目行。",
    ),
    "schedule.no_later_sitting": (
        "There is no sitting after that of item {item}.",
        "项目{item}之后没有会议。",
    ),
    "schedule.no_add_here": (
        "A matter belongs under an item. Choose the row of an item.",
        "事项加在项目之下；请选项目行。",
    ),
    "schedule.no_drop_here": (
        "Only a segment can be cancelled. Press → to see the segments of an item.",
        "只能取消环节；按 → 显示项目的环节。",
    ),
    "schedule.dropped_already": (
        "{segment} is already cancelled. Press * to bring it back.",
        "{segment} 已取消；按 * 恢复。",
    ),
    # With a change
    "schedule.with_this": ("Then:", "这样："),
    "schedule.item_instead": (
        "item {item} ends at {becomes} instead of {was}",
        "项目{item}于 {becomes} 结束，原 {was}",
    ),
    "schedule.day_instead": (
        "the day ends at {becomes} instead of {was}",
        "全天于 {becomes} 结束，原 {was}",
    ),
    "schedule.sitting_instead": (
        "in sitting {sitting} instead of {was}: {items}",
        "由第{was}次会议改到第{sitting}次会议：{items}",
    ),
    "schedule.nothing_moves": ("no end time changes", "各项结束时间不变"),
}
