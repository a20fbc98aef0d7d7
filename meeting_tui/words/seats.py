"""Several people at one meeting: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "seats.did": ("{by}: {what}", "{by}：{what}"),
    "seats.writes": ("{by} writes", "{by}记录"),
    "seats.nobody_writes": ("nobody writes", "无人记录"),
    "seats.disputed": ("{at}, {by}: {what}", "{at}，{by}：{what}"),
    "seats.disputed_one": ("{id}: {at}, {by}: {what}", "{id}：{at}，{by}：{what}"),
    "seats.disputed_count": (
        "{count} disputed {count:act|acts}. {first}. `accept` or `set aside` and its number; to see"
        " all: `disputed`",
        "存疑操作{count}项。{first}。accept 或 set aside 加编号；查看全部：disputed",
    ),
    "seats.disputed_yours": (
        "{count} {count:act|acts} of yours {count:was|were} not carried out, as another seat ran the"
        " floor and will decide. To see them: `disputed`",
        "您有{count}项操作未执行，因会场由其他席位控制，由其决定。查看：disputed",
    ),
    "seats.acts_disputed": (
        "{count} {count:act is|acts are} disputed. To see them: `disputed`",
        "{count}项操作存疑。查看：disputed",
    ),
    "seats.none_disputed": ("No act is disputed.", "没有存疑的操作。"),
    "seats.disputed_how": (
        "`accept x1` does it now, `set aside x1` leaves it; also `accept all`, `set aside all`.",
        "accept x1 即现在执行，set aside x1 则不执行；亦可 accept all、set aside all。",
    ),
    "seats.disputed_wait": (
        "Whoever runs the floor accepts them or sets them aside.",
        "由控制会场的席位接受或搁置。",
    ),
    "seats.joined": ("You have joined the meeting.", "已加入会议。"),
    "seats.without_initials": (
        'The others see you as “{name}”. Your initials: `--hand AB`, or hand = "AB" in the settings.',
        '其他席位看到的您是“{name}”。姓名缩写：--hand AB，或在设置中写 hand = "AB"。',
    ),
    "seats.no_points_view": (
        "No notes yet. They are shown here as soon as they are entered.",
        "尚无要点；一经录入即显示于此。",
    ),
    "seats.placeholder_view": ("This seat only looks on", "此席位仅供查看"),
    "seats.with": ("with {names}", "同席：{names}"),
    "seats.with_so_many": ("with {count} {count:other|others}", "同席{count}人"),
    "seats.here": ("Also here: {names}.", "同席：{names}。"),
    "seats.alone": ("Nobody else is here now.", "现无他人同席。"),
    "seats.save_alone": (
        "Others are at this session, and their entries would stay in the old folder. Ask them to quit"
        " first; for a copy now, type `export json`.",
        "他人仍在此会议中，会继续写入原文件夹；请其先退出。如只需副本，请输入 export json。",
    ),
    "seats.role_floor": ("{name} (floor)", "{name}（会场）"),
    "seats.role_notes": ("{name} (notes)", "{name}（记录）"),
    "seats.role_view": ("{name} (looks on)", "{name}（查看）"),
    "seats.role_shell": ("{name} (shell)", "{name}（命令行）"),
}
