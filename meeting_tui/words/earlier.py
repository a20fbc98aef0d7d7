"""What earlier meetings of a body taught: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "earlier.rests_on_rules": (
        "Pace and late case start from the rules of procedure and follow today's interventions",
        "按目前速度和较晚情况以议事规则为起点，并随今日发言调整",
    ),
    "earlier.rests_on_earlier": (
        "Pace and late case start from {meetings} earlier {meetings:meeting|meetings} of {title}"
        " ({turns} {turns:intervention|interventions}) and follow today's interventions",
        "按目前速度和较晚情况以{title}此前{meetings}次会议（{turns}次发言）为起点，并随今日发言调整",
    ),
    "earlier.head": (
        "{title}: {meetings} earlier {meetings:meeting|meetings},"
        " {turns} {turns:intervention|interventions}",
        "{title}：此前{meetings}次会议，{turns}次发言",
    ),
    "earlier.alone": (
        "`--prior` goes with the name of a body alone",
        "--prior 只能与机构名称同用",
    ),
    "earlier.session_or_prior": (
        "Name a session, or ask for `--prior`",
        "请指定会议日志，或使用 --prior",
    ),
    "earlier.nothing": (
        "There is no finished meeting yet. The rules of procedure are used.",
        "尚无已结束的会议，采用议事规则。",
    ),
    "earlier.nothing_of": (
        "There is no finished meeting of “{body}” yet. Bodies known here: {known}",
        "尚无“{body}”已结束的会议。现有机构：{known}",
    ),
    "earlier.file": ("File: {path}", "文件：{path}"),
    "earlier.meeting": (
        "  {date}  {session}: {turns} {turns:intervention|interventions}",
        "  {date}  {session}：{turns}次发言",
    ),
    "earlier.learned": ("learned", "学得"),
    "earlier.rules": ("rules", "规则"),
    "earlier.share": ("Part of the limit that an intervention uses", "发言占时限的比例"),
    "earlier.opening": (
        "First intervention of an item, against the others",
        "项目首次发言与其他发言之比",
    ),
    "earlier.closing": (
        "Last intervention of an item, against the others",
        "项目末次发言与其他发言之比",
    ),
    "earlier.fading": ("Sixth intervention, against the first", "第六次发言与首次发言之比"),
    "earlier.taper": ("Second intervention, against the first", "第二次发言与首次发言之比"),
    "earlier.growth": (
        "Interventions where there are twice as many, against usual",
        "发言次数加倍时发言长度与平常之比",
    ),
    "earlier.spread": (
        "Two in three interventions: longer or shorter by up to",
        "三分之二的发言：长短相差至多",
    ),
    "earlier.items_spread": (
        "Two in three items: longer or shorter interventions by up to",
        "三分之二的项目：发言长短相差至多",
    ),
    "earlier.mean_lean": (
        "How far very long interventions lengthen a list (1: as usual)",
        "特长发言延长名单的程度（1为平常）",
    ),
    "earlier.spread_lean": (
        "How uncertain they make its end (1: as usual)",
        "特长发言使结束时间不确定的程度（1为平常）",
    ),
    "earlier.carried": ("Part of the pace that the next item keeps", "下一项目延续速度的比例"),
    "earlier.drift": (
        "How far the pace changes from one intervention to the next",
        "速度从一次发言到下一次的变化",
    ),
    "earlier.handover_seconds": ("Time between two speakers", "两次发言的间隔"),
    "earlier.handover_spread": (
        "Two in three of these times: longer or shorter by up to",
        "三分之二的间隔：长短相差至多",
    ),
    "earlier.middle_level": (
        "Where the pace is put, for half of the ends to come before it",
        "为使一半的结束时间早于目前速度所取的位置",
    ),
    "earlier.late_level": (
        "Where the late case is put, for nine in ten ends to come before it",
        "为使九成的结束时间早于较晚情况所取的位置",
    ),
    "earlier.late_growth": (
        "How much later it is put where three times as many wait (0: no later)",
        "待发言者为三倍时较晚情况推后的程度（0为不推后）",
    ),
    "earlier.newcomers": (
        "Requests once an item or segment is open, before the first turn",
        "项目或部分开始后、首次发言前要求发言的数目",
    ),
    "earlier.newcomers_spread": ("How far that number differs each time", "该数目各次的差异"),
    "earlier.newcomers_early": ("Part of them in the first five minutes", "其中前5分钟提出的比例"),
    "earlier.newcomers_later": (
        "Requests during the first turn, where nobody asked before it",
        "此前无人要求发言时，首次发言期间提出的数目",
    ),
    "earlier.newcomers_fading": (
        "Requests during the second turn, against the first",
        "第二次与首次发言期间提出的数目之比",
    ),
    "earlier.newcomers_drawn": (
        "Requests during turns where twice as many asked before",
        "此前要求者加倍时，发言期间提出的数目之比",
    ),
    "earlier.break_minutes": (
        "Time until half of the sittings took a break that is not planned",
        "半数会议在此时间内有计划外休息",
    ),
    "earlier.break_power": (
        "How regularly such breaks come (1: at any time, 8: at the same)",
        "此类休息的规律性（1为任何时候，8为同一时候）",
    ),
    "earlier.break_length": ("Length of such a break", "此类休息的长度"),
    "earlier.break_length_spread": (
        "Two in three such breaks: longer or shorter by up to",
        "三分之二的此类休息：长短相差至多",
    ),
    "earlier.breaks": (
        "{start}. Breaks that are not planned count as far as they are likely: usually after"
        " {minutes} {minutes:minute|minutes} of a sitting, for {length} {length:minute|minutes}",
        "{start}。计划外的休息按其可能性计入：通常在会议进行{minutes}分钟后，为时{length}分钟",
    ),
    "earlier.minutes": ("{minutes} min", "{minutes}分钟"),
    "earlier.percent": ("{share} %", "{share}%"),
    "earlier.seconds": ("{seconds} s", "{seconds}秒"),
    "earlier.unfit": ("these figures cannot be used ({said})", "无法采用这些数据（{said}）"),
    "earlier.want": (
        "a file as meeting-tui writes it (delete it, and `meeting-tui forecast --prior {body}`"
        " makes it again from the sessions)",
        "由 meeting-tui 写成的文件（可删除；meeting-tui forecast --prior {body} 会根据会议日志重新生成）",
    ),
    "earlier.not_used": (
        "The rules of procedure are used, without what earlier meetings taught: {fault}",
        "采用议事规则，未采用从以往会议学得的数据：{fault}",
    ),
    "earlier.not_learned": (
        "Later meetings will learn nothing from this one: {fault}",
        "以后的会议不会从本次会议学习：{fault}",
    ),
}
