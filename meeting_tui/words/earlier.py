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
        "{body}: {meetings} earlier {meetings:meeting|meetings},"
        " {turns} {turns:intervention|interventions}",
        "{body}：此前{meetings}次会议，{turns}次发言",
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
    "earlier.share": ("Part of the limit that is used", "占发言时限的比例"),
    "earlier.handover_seconds": ("Time between two speakers", "两次发言的间隔"),
    "earlier.spread": ("Spread of interventions", "各次发言的离散程度"),
    "earlier.items_spread": ("Spread between items", "各项目间的离散程度"),
    "earlier.opening": (
        "First intervention of an item, of the usual",
        "每个项目首次发言，相对于一般发言",
    ),
    "earlier.closing": (
        "Last intervention of an item, of the usual",
        "每个项目末次发言，相对于一般发言",
    ),
    "earlier.mean_lean": ("Lean of the mean", "平均值的偏斜程度"),
    "earlier.spread_lean": ("Lean of the spread", "离散程度的偏斜程度"),
    "earlier.fading": ("Shorter by their own place", "按次序缩短的程度"),
    "earlier.drift": ("Drift", "漂移程度"),
    "earlier.growth": ("Longer where they are many", "发言多时加长的程度"),
    "earlier.carried": ("Kept from item to item", "延续到下一项目的程度"),
    "earlier.taper": ("Taper", "逐次缩短的程度"),
    "earlier.middle_level": ("Level of pace", "按目前速度的水平"),
    "earlier.late_level": ("Level of the late case", "较晚情况的水平"),
    "earlier.late_growth": (
        "Late case later where many are left",
        "剩余发言多时较晚情况推后的程度",
    ),
    "earlier.newcomers": ("Requests on an item once it is open", "项目开始后要求发言的数目"),
    "earlier.newcomers_spread": ("Spread of that number", "该数目的离散程度"),
    "earlier.newcomers_early": ("Part of them in the first five minutes", "其中前5分钟提出的比例"),
    "earlier.newcomers_place": ("When the others come", "其余要求提出的时间"),
    "earlier.handover_spread": ("Spread of the time between speakers", "间隔的离散程度"),
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
