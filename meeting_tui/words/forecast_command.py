"""What `meeting-tui forecast` and `limit fit` say: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "forecast.head": ("{title}, as it stood at {clock}", "{title}，{clock}时的情况"),
    "forecast.now_held": (
        "Sitting {sitting} until {end}, {minutes} min left",
        "第{sitting}次会议至{end}，还剩{minutes}分钟",
    ),
    "forecast.now_over": (
        "Sitting {sitting} was to end {end}, {minutes} min ago",
        "第{sitting}次会议原定{end}结束，已超{minutes}分钟",
    ),
    "forecast.now_next": (
        "No sitting is held; sitting {sitting} is from {start} to {end}",
        "现在没有会议进行；第{sitting}次会议{start}至{end}",
    ),
    "forecast.now_adjourned": ("The meeting is adjourned", "会议已休会"),
    "forecast.item": ("Item", "项目"),
    "forecast.planned": ("planned", "计划"),
    "forecast.full": ("full", "用足"),
    "forecast.pace": ("pace", "按速"),
    "forecast.late": ("late", "偏晚"),
    "forecast.difference": ("diff", "差"),
    "forecast.day": ("The day", "全天"),
    "forecast.meeting": ("The meeting", "整个会议"),
    "forecast.state_planned": ("to come", "未开始"),
    "forecast.state_open": ("open", "进行中"),
    "forecast.state_closed": ("closed", "已结束"),
    "forecast.state_carried": ("carried", "已延后"),
    "forecast.legend": (
        "Ends; full: every limit used, pace: as today so far, late: nine in ten are over by then,"
        " diff: min against plan",
        "均为结束时间；用足：用完时限，按速：按今日速度，偏晚：十次有九次不晚于此，差：与计划相差分钟",
    ),
    "forecast.sum": ("Item {item}: {sum}", "项目{item}：{sum}"),
    "forecast.list_fits": (
        "All {waiting} who wait fit before {clock}",
        "{waiting}位等待者在{clock}前均可发言",
    ),
    "forecast.list_fits_one": (
        "The one who waits fits before {clock}",
        "1位等待者在{clock}前可发言",
    ),
    "forecast.list_cut": (
        "{clock} cuts the list behind {name}: {fits} fit, {left} do not",
        "{clock}时名单止于{name}：{fits}位可发言，{left}位不能",
    ),
    "forecast.list_cut_all": (
        "Nobody who waits fits before {clock}: {left} do not",
        "{clock}前无人可再发言：{left}位不能",
    ),
    "forecast.list_empty": ("Nobody waits", "无人等待"),
    "forecast.not_heard": ("Not heard by {clock}: {names}", "{clock}前不能发言：{names}"),
    "forecast.advice": ("Advice: {text}", "建议：{text}"),
    "forecast.no_advice": ("Nothing to decide", "目前无须决定"),
    "forecast.proposal": ("The Chair might say: {text}", "主席可以说：{text}"),
    "forecast.cut_item": (
        "{clock} comes in the middle of item {item}",
        "{clock}时项目{item}尚未结束",
    ),
    "forecast.cut_behind": (
        "Not reached before {clock}: items {items}",
        "{clock}前不能开始：项目{items}",
    ),
    "forecast.not_reached": ("Not reached at all: items {items}", "无法讨论：项目{items}"),
    "forecast.overflow": (
        "It goes on {minutes} min behind the last sitting",
        "超出最后一次会议{minutes}分钟",
    ),
    "forecast.suggests": ("Suggested, not set: {line}", "建议（尚未设定）：{line}"),
    "forecast.no_clock": (
        "limit fit expects a time such as 12:55; found {found}",
        "limit fit 之后应为时间，如 12:55；现为 {found}",
    ),
    "forecast.no_item": (
        "No item is open, so there is none to end by a time",
        "没有进行中的项目，无从按时结束",
    ),
    "forecast.nobody_to_limit": (
        "Nobody whom a limit for all would touch waits on item {item}",
        "项目{item}没有受全体时限影响的等待者",
    ),
}
