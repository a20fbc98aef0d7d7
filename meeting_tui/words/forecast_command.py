"""What `meeting-tui forecast` and `limit fit` say: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "forecast.head": ("{title}, at {clock}", "{title}，{clock}"),
    "forecast.now_held": (
        "Sitting {sitting} until {end}, {minutes} min left",
        "第{sitting}次会议至{end}，还剩{minutes}分钟",
    ),
    "forecast.now_over": (
        "Sitting {sitting} was planned to end at {end}, {minutes} min ago",
        "第{sitting}次会议原定{end}结束，已超{minutes}分钟",
    ),
    "forecast.now_next": (
        "No sitting now; sitting {sitting} is from {start} to {end}",
        "现在没有会议进行；第{sitting}次会议{start}至{end}",
    ),
    "forecast.now_adjourned": ("The meeting is adjourned", "会议已休会"),
    "forecast.item": ("Item", "项目"),
    "forecast.planned": ("planned", "计划"),
    "forecast.full": ("full", "用足"),
    "forecast.pace": ("pace", "按速"),
    "forecast.late": ("late", "较晚"),
    "forecast.difference": ("diff", "差"),
    "forecast.day": ("The day", "全天"),
    "forecast.meeting": ("The meeting", "整个会议"),
    "forecast.state_planned": ("to come", "未开始"),
    "forecast.state_open": ("open", "进行中"),
    "forecast.state_closed": ("closed", "已结束"),
    "forecast.state_carried": ("list kept", "名单保留"),
    "forecast.legend": (
        "End times. full: everyone uses the full limit; pace: as fast as today so far; late: it is"
        " over by then in nine cases out of ten; diff: + later, - earlier than planned",
        "均为结束时间。用足：用完时限；按速：按今日速度；较晚：十次有九次不晚于此；差：+晚于、-早于计划",
    ),
    "forecast.off": ("{sign}{minutes} min", "{sign}{minutes}分钟"),
    "forecast.off_hours": ("{sign}{hours} h {minutes}", "{sign}{hours}小时{minutes}分"),
    "forecast.no_late": (
        "Nobody is waiting, so there is no late case to show.",
        "无人等候，故不显示较晚情况。",
    ),
    "forecast.sum": ("Item {item}: {sum}", "项目{item}：{sum}"),
    "forecast.list_fits": (
        "All {waiting} waiting can speak before {clock}",
        "{waiting}位等候者在{clock}前均可发言",
    ),
    "forecast.list_fits_one": (
        "The one waiting can speak before {clock}",
        "1位等候者在{clock}前可发言",
    ),
    "forecast.list_cut": (
        "Until {clock}, the list gets as far as {name}: {fits} can speak, {left} cannot",
        "{clock}时名单止于{name}：{fits}位可发言，{left}位不能",
    ),
    "forecast.list_cut_all": (
        "Nobody waiting can speak before {clock} ({left} waiting)",
        "{clock}前无人可再发言（{left}位等候）",
    ),
    "forecast.list_empty": ("Nobody is waiting", "无人等候"),
    "forecast.not_heard": ("Not heard by {clock}: {names}", "{clock}前不能发言：{names}"),
    "forecast.advice": ("Advice: {text}", "建议：{text}"),
    "forecast.no_advice": ("Nothing to decide now", "目前无须决定"),
    "forecast.proposal": ("The Chair might say: {text}", "主席可以说：{text}"),
    "forecast.cut_item": ("Item {item} is interrupted at {clock}", "项目{item}在{clock}中断"),
    "forecast.cut_behind": (
        "Not reached before {clock}: items {items}",
        "{clock}前不能开始：项目{items}",
    ),
    "forecast.not_reached": ("Not reached at all: items {items}", "无法讨论：项目{items}"),
    "forecast.overflow": (
        "It goes on {minutes} min behind the last sitting",
        "超出最后一次会议{minutes}分钟",
    ),
    "forecast.suggests": ("Suggestion, not set yet: {line}", "建议（尚未设定）：{line}"),
    "forecast.no_clock": (
        "Write a time after limit fit, such as 12:55, not {found}",
        "limit fit 之后应为时间，如 12:55；现为 {found}",
    ),
    "forecast.clock_not_one": ("{what}.", "{what}。"),
    "forecast.clock_past": ("{clock} is past.", "{clock}已过。"),
    "forecast.no_item": (
        "No item is open, so no limit can be worked out",
        "没有进行中的项目，无从按时结束",
    ),
    "forecast.nobody_to_limit": (
        "Nobody waiting on item {item} is subject to a limit for all",
        "项目{item}没有受全体时限影响的等候者",
    ),
}
