"""What the command line says: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "shell.agenda_ok": (
        "{path}: {title}: {items} {items:item|items}, {sittings} {sittings:sitting|sittings},"
        " {questions} {questions:question|questions}. No errors.",
        "{path}：{title}：{items}个项目，{sittings}次会议，{questions}个问题；没有错误。",
    ),
    "shell.played": (
        "Played {lines} {lines:line|lines} into {session}: {acts} {acts:act|acts}, {refused} refused.",
        "已将{lines}行播放到{session}：{acts}项操作，{refused}项被拒绝。",
    ),
    "shell.refused_do": ("Refused: {sentence}", "被拒绝：{sentence}"),
    "shell.no_sessions": ("No session in {folder} yet.", "{folder} 中还没有会议日志。"),
    "shell.session_row": (
        "{name}  {state}  {entries} {entries:entry|entries}  {title}",
        "{name}  {state}  {entries}条记录  {title}",
    ),
    "shell.session_unreadable": ("{name}  cannot be read: {why}", "{name}  无法读取：{why}"),
    "shell.verified": (
        "{name}: {entries} {entries:entry|entries}; none altered, removed, moved or inserted.",
        "{name}：{entries}条记录，无改动、删除、调换或插入。",
    ),
    "shell.verified_rest": (
        "{name}: {entries} {entries:entry|entries}; but for what is said here, none altered,"
        " removed, moved or inserted.",
        "{name}：{entries}条记录，除此处所述外，无改动、删除、调换或插入。",
    ),
    "shell.not_whole": (
        "{name}: the log is damaged. Where, says `meeting-tui session verify`. Opening the session"
        " mends what can be mended.",
        "{name}：记录已损坏；meeting-tui session verify 会说明何处损坏，打开会议日志即尽量修复。",
    ),
    "shell.lost_unseen": (
        "{name}: something was lost from the log, and nobody has said yet that it is seen. To say"
        " so, type `seen` in the session.",
        "{name}：日志有内容丢失，尚无人表示知悉；在会议日志中输入 seen 即可。",
    ),
    "shell.anchor": (
        "The anchor is entry {seq}. Everything up to it is as it was when the anchor was noted."
        " Added since: {count} {count:entry|entries}.",
        "锚值对应第{seq}条记录；到该条为止的内容与记下锚值时相同，其后新增{count}条。",
    ),
    "shell.anchor_since": (
        "The anchor is entry {seq}. It proves what comes after the gap that ends at entry {since}."
        " Added since: {count} {count:entry|entries}.",
        "锚值对应第{seq}条记录，可证明缺口（止于第{since}条）之后的内容；其后新增{count}条。",
    ),
    "shell.no_anchor": (
        "{name}: no entry has that anchor. The log was rewritten since it was noted, or it is the"
        " anchor of another session",
        "{name}：没有任何记录与该锚值相符；记下锚值之后日志曾被重写，或锚值属于另一次会议",
    ),
    "shell.finding_altered": ("entry {place} was altered", "第{place}条记录曾被改动"),
    "shell.finding_removed": ("entry {place} was removed", "第{place}条记录被删除"),
    "shell.finding_reordered": ("entry {place} is out of order", "第{place}条记录顺序被调换"),
    "shell.finding_inserted": ("entry {place} was inserted", "第{place}条记录是插入的"),
    "shell.finding_header": ("the header is missing or was altered", "文件头缺失或曾被改动"),
    "shell.finding_foreign": (
        "the text in or after entry {place} is not all as it was written",
        "第{place}条记录之中或之后有不属于日志的文字",
    ),
    "shell.finding_file": (
        "log.db can be read but not written to. Open the session to mend it",
        "log.db 能读但不能写入；打开会议日志即可修复",
    ),
    "shell.saved_last": ("entry {seq} was saved at {at}", "第{seq}条记录于 {at} 保存"),
    "shell.finding_hidden": (
        "log.db-wal is damaged, and there are entries behind the damage. Open the session to recover"
        " them",
        "预写文件已损坏，损坏处之后还有记录；打开会议日志即可找回",
    ),
    "shell.finding_replaced": (
        "entry {place} is not the one that was saved last: the log was replaced by another",
        "第{place}条记录不是最后保存的那一条：日志被换成另一份",
    ),
    "shell.findings_altered": (
        "{count} {count:entry was|entries were} altered: {places}",
        "{count}条记录曾被改动：{places}",
    ),
    "shell.findings_removed": (
        "{count} {count:entry was|entries were} removed: {places}",
        "{count}条记录被删除：{places}",
    ),
    "shell.findings_reordered": (
        "{count} {count:entry is|entries are} out of order: {places}",
        "{count}条记录顺序被调换：{places}",
    ),
    "shell.findings_inserted": (
        "{count} {count:entry was|entries were} inserted: {places}",
        "{count}条记录是插入的：{places}",
    ),
    "shell.findings_foreign": (
        "the text in or after {count} {count:entry|entries} is not all as it was written: {places}",
        "{count}条记录之中或之后有不属于日志的文字：{places}",
    ),
    "shell.finding_in_text": ("in {file} {finding}", "{file} 中{finding}"),
    "shell.and_more": ("{places} and {count} more", "{places} 等，另有{count}条"),
    "shell.damaged": (
        "{name}: the log is damaged: {findings}.",
        "{name}：记录已损坏：{findings}。",
    ),
    "shell.rebuilt": (
        "{name}: log.db was rebuilt from session.toml, with {entries} {entries:entry|entries}.",
        "{name}：已由 session.toml 重建 log.db，共{entries}条记录。",
    ),
    "shell.rebuilt_equal": (
        "The old log.db had no other entries. It is kept as {path}.",
        "旧的 log.db 没有其他记录，已保存为 {path}。",
    ),
    "shell.rebuilt_lacks": (
        "{count} {count:entry was|entries were} only in the old log.db. It is kept as {path}.",
        "另有{count}条记录只在旧的 log.db 中；旧文件已保存为 {path}。",
    ),
    "shell.set_aside": (
        "The damaged part is kept unchanged in {path} ({size} {size:byte|bytes}).",
        "损坏的部分原样保存在 {path}（{size}字节）。",
    ),
    "shell.mended": (
        "The log was damaged. {count} {count:entry was|entries were} recovered.",
        "记录曾损坏；已找回{count}条事件。",
    ),
    "shell.lost": ("{told}.", "{told}。"),
    "shell.lost_kept": (
        "{told}. The damaged log is kept as {file}.",
        "{told}。损坏的日志保存为 {file}。",
    ),
    "shell.lost_what_now": (
        "If another copy of session.toml has more, put it here and use `meeting-tui session rebuild`."
        " When you have seen this, type `seen`.",
        "如果另有内容更全的 session.toml，请放到这里并运行 meeting-tui session rebuild；看过之后请输入 seen。",
    ),
    "shell.remade": (
        "There was only session.toml. log.db was made from it, with {count} {count:entry|entries}.",
        "只有 session.toml；已由它生成 log.db，共{count}条记录。",
    ),
    "shell.missing": ("Not recovered: entries {stretches}.", "未能恢复：记录 {stretches}。"),
    "shell.exported": ("{path}", "{path}"),
    "shell.list_counts": (
        "Delegations in the list: {rows}. New: {new}. Changed: {changed}.",
        "名单中的代表团：{rows}。新增：{new}。更改：{changed}。",
    ),
    "shell.list_new": ("  new: {code} {name}", "  新增：{code} {name}"),
    "shell.list_changed": (
        "  changed: {code}, {field}: {before} -> {after}",
        "  更改：{code}，{field}：{before} -> {after}",
    ),
    "shell.list_more": ("  … and {count} more", "  ……另有{count}项"),
    "shell.list_or_text": ("a TEXT or --list FILE is needed", "需要 TEXT 或 --list FILE"),
    "shell.list_take": ("Use this list?", "使用此名单？"),
    "shell.import_one_file": (
        "`import` takes one FILE, and --to goes with it",
        "import 需要一个 FILE；--to 仅与其连用",
    ),
    "shell.import_take": ("Write {path}?", "写入 {path}？"),
    "shell.import_exists": (
        "{path} is there already. Choose another name with --to.",
        "{path} 已存在；请用 --to 另选名称。",
    ),
    "shell.import_wrote": (
        "{count} {count:delegation|delegations} written to {path}.",
        "已将{count}个代表团写入 {path}。",
    ),
    "shell.import_passed": (
        "{count} {count:line does|lines do} not name a delegation.",
        "{count}行未列代表团。",
    ),
    "shell.import_unsure": (
        "Please check {count} {count:line|lines}:",
        "请核对以下{count}行：",
    ),
    "shell.import_new": (
        "  line {line}: “{text}” is in no list; taken as `{kind}`, with the code {code}",
        "  第{line}行：“{text}”不在名单中；列为 {kind}，代码 {code}",
    ),
    "shell.import_kind": (
        "  line {line}: {text} is listed under another heading; taken as `{kind}`",
        "  第{line}行：{text}列在另一标题之下；列为 {kind}",
    ),
    "shell.import_near": (
        "  line {line}: “{text}” is not a name in the list; left out. Perhaps {name} ({code})",
        "  第{line}行：“{text}”不是名称，未列入；可能是{name}（{code}）",
    ),
    "shell.import_no_kind": (
        "  line {line}: “{text}” is not a State in the list; left out",
        "  第{line}行：“{text}”不是名录中的国家，未列入",
    ),
    "shell.list_field_name": ("name", "名称"),
    "shell.list_field_name_zh": ("Chinese name", "中文名称"),
    "shell.list_field_kind": ("kind", "类别"),
    "shell.list_field_groups": ("groups", "集团"),
    "shell.list_field_aliases": ("other names", "其他名称"),
    "shell.nothing_like": (
        "Nothing in the directory matches “{text}”.",
        "名录中没有类似“{text}”的代表团。",
    ),
    "shell.setting_row": ("{name} = {value}   ({source})", "{name} = {value}   （{source}）"),
    "shell.setting_file": ("Settings file: {path} ({there})", "设置文件：{path}（{there}）"),
    "shell.there": ("exists", "存在"),
    "shell.not_there": ("does not exist", "不存在"),
    "shell.source_default": ("default", "默认"),
    "shell.source_file": ("file", "文件"),
    "shell.source_environment": ("environment", "环境变量"),
    "shell.source_system": ("system", "系统"),
    "shell.source_option": ("option", "命令行"),
    "shell.choose": ("Choose a number, or press Enter for {first}:", "请选择编号，回车选{first}："),
    "shell.nothing_to_choose": (
        "There is no agenda in `agendas/` and no session. Name an agenda file.",
        "agendas/ 中没有议程，也没有会议日志；请指定议程文件。",
    ),
    "shell.no_terminal": (
        "`run` needs a terminal. Without one, use `do`, `play` or `run --plain`.",
        "run 需要终端；do、play 和 run --plain 无需终端。",
    ),
    "shell.phase_planned": ("not open yet", "未开始"),
    "shell.phase_open": ("open", "进行中"),
    "shell.phase_suspended": ("suspended", "暂停"),
    "shell.phase_adjourned": ("adjourned", "已休会"),
    "shell.phase_rehearsal": ("rehearsal, {phase}", "演练，{phase}"),
    "shell.phase_demonstration": ("demonstration, {phase}", "演示，{phase}"),
    "shell.hour": ("{count} hour", "{count}小时"),
    "shell.hours": ("{count} hours", "{count}小时"),
    "shell.minute": ("{count} minute", "{count}分"),
    "shell.minutes": ("{count} minutes", "{count}分"),
    "shell.second": ("{count} second", "{count}秒"),
    "shell.seconds": ("{count} seconds", "{count}秒"),
    "shell.fact_rehearsal": ("This is a rehearsal.", "这是演练。"),
    "shell.fact_demonstration": (
        "This is a demonstration. Every statement is invented.",
        "这是演示，所有发言均为虚构。",
    ),
    "shell.left_open": (
        "The session was closed for {span} hours while {name} had the floor. That time is not "
        "counted. To count it, type `gap in`; if it does not count, type `gap out`.",
        "{name}发言时会议日志关闭了 {span} 小时，这段时间未计入。计入请输入 gap in，不计入请输入 gap out。",
    ),
    "shell.day_earlier": (
        "By this computer's clock today is {today}; the plan is for {plan}, {count}"
        " {count:day|days} later.",
        "按本机时钟今天是{today}；议程日期为{plan}，晚{count}天。",
    ),
    "shell.day_later": (
        "By this computer's clock today is {today}; the plan is for {plan}, {count}"
        " {count:day|days} earlier.",
        "按本机时钟今天是{today}；议程日期为{plan}，早{count}天。",
    ),
    "shell.clock_moved": (
        "The computer's clock was set forward by {span}; that is nobody's speaking time.",
        "电脑时钟拨快了 {span}，不计入任何人的发言时间。",
    ),
    "shell.restarted": (
        "The computer was restarted while {name} had the floor. By its clock that took {span}, "
        "which counts. If it does not count, type `gap out`; if it does, `gap in`.",
        "{name}发言时电脑重新启动，按其时钟为 {span}，已计入时间。不计入请输入 gap out，计入请输入 gap in。",
    ),
    "shell.fact_time": ("It is {time}.", "现在是{time}。"),
    "shell.fact_adjourned": ("The meeting is adjourned.", "会议已休会。"),
    "shell.fact_planned": (
        "The meeting is not open yet. Sitting {number} is planned from {start} to {end}. To open it: `open`",
        "尚未开会。第{number}次会议计划 {start} 至 {end}；输入 open 宣布开会。",
    ),
    "shell.fact_suspended": (
        "The meeting is suspended. Sitting {number} is planned from {start} to {end}. To continue: `resume`",
        "会议暂停。第{number}次会议计划 {start} 至 {end}；输入 resume 继续。",
    ),
    "shell.fact_sitting": (
        "Sitting {number} ends at {end}, {span} left.",
        "第{number}次会议 {end} 结束，还有{span}。",
    ),
    "shell.fact_sitting_over": (
        "Sitting {number} should have ended at {end}, {span} ago.",
        "第{number}次会议应于 {end} 结束，已超过{span}。",
    ),
    "shell.fact_no_item": ("No item is open.", "没有进行中的项目。"),
    "shell.fact_item": (
        "Item {item}: {title}. If everyone uses the full time, it ends at {end}.",
        "项目{item}：{title}。如各方用足时限，{end} 结束。",
    ),
    "shell.fact_joined": (
        "It is taken together with item {item}: {title}.",
        "与项目{item}合并审议：{title}。",
    ),
    "shell.fact_segment": ("Segment {segment}: {title}.", "环节{segment}：{title}。"),
    "shell.fact_order_clock": ("It was raised {span} ago.", "提出至今{span}。"),
    "shell.fact_order": (
        "Point of order by {name}, no ruling yet.",
        "{name}提出程序问题，尚未裁决。",
    ),
    "shell.fact_nobody": ("Nobody has the floor.", "目前无人发言。"),
    "shell.fact_speaks": ("{who} has the floor.", "{who}正在发言。"),
    "shell.fact_left": (
        "{used} used of {limit}, {span} left.",
        "已用{used}，时限{limit}，剩余{span}。",
    ),
    "shell.fact_over": (
        "{used} used of {limit}: over time by {span}.",
        "已用{used}，时限{limit}，超时{span}。",
    ),
    "shell.fact_no_limit": ("{used} used, no limit.", "已用{used}，无时限。"),
    "shell.fact_paused": ("The clock is stopped.", "计时暂停。"),
    "shell.fact_next": ("Next: {names}.", "接下来：{names}。"),
    "shell.fact_counts_open": (
        "Waiting: {waiting}, list open. Rights of reply: {replies}. Statements made: {spoken}.",
        "等候：{waiting}，名单开放。答辩：{replies}。已发言：{spoken}次。",
    ),
    "shell.fact_counts_closed": (
        "Waiting: {waiting}, list closed. Rights of reply: {replies}. Statements made: {spoken}.",
        "等候：{waiting}，名单已截止。答辩：{replies}。已发言：{spoken}次。",
    ),
    "shell.fact_newcomers": ("About {count} more to come.", "预计另有约{count}位。"),
    "shell.fact_cut": (
        "Before {end}, {fits} can speak and {left} cannot.",
        "{end}前可听取{fits}位，另有{left}位不能。",
    ),
    "shell.fact_no_room": (
        "There is not enough time for {besides} before {end}.",
        "{end}前时间不够：{besides}。",
    ),
    "shell.fact_advice": ("To decide: {text}.", "须决定：{text}。"),
    "shell.fact_all_on_disk": ("Everything is on disk.", "全部内容已存盘。"),
    "shell.fact_on_disk": ("Everything is on disk, {time}.", "全部内容已存盘，{time}。"),
    "shell.fact_not_on_disk": (
        "NOT ON DISK: {count}. To save everything elsewhere: `save FOLDER`",
        "未存盘：{count}条。输入 save 文件夹 可另存。",
    ),
    "shell.over_time": ("{name} is over time by {span}.", "{name}已超时{span}。"),
    "shell.list_row_untimed": ("{number}. {who}.", "{number}. {who}。"),
    "shell.list_row": ("{number}. {who}, at {time}.", "{number}. {who}，{time}。"),
    "shell.list_row_late": (
        "{number}. {who}, at {time}: cannot speak before the sitting ends.",
        "{number}. {who}，{time}：本次会议无法发言。",
    ),
    "shell.list_reply": ("Right of reply: {who}.", "答辩：{who}。"),
    "shell.list_empty": ("Nobody is waiting.", "无人等候。"),
    "shell.who_for": ("{name} on behalf of {group}", "{name}（代表{group}）"),
    "shell.who_unknown": ("{name} (not in the directory)", "{name}（不在名录中）"),
    "shell.plain_restored_some": (
        "{count} {count:entry|entries} restored.",
        "已恢复{count}条记录。",
    ),
    "shell.plain_restored": (
        "Nothing was lost. {count} {count:entry|entries} restored.",
        "没有丢失内容。已恢复{count}条记录。",
    ),
    "shell.plain_draft": ("Typed but not entered: {text}", "未提交的输入：{text}"),
    "shell.plain_how": (
        "Type a command and press Enter. An empty line shows where things are, `list` who is"
        " waiting, `times` who spoke for how long, `help` every command. `quit` leaves.",
        "输入操作并回车。空行：当前情况；list：等候名单；times：发言时间；help：全部操作；quit：退出。",
    ),
    "shell.plain_save_where": ("Type a folder after `save`.", "请在 save 后输入文件夹。"),
    "shell.plain_saving_in": (
        "Now saving in {folder}; everything is there.",
        "改存到 {folder}；内容已全部存入。",
    ),
    "shell.plain_not_noted": (
        "{folder} still looks like the current session. Delete or rename it.",
        "{folder} 看起来仍像当前的会议日志；请删除或改名。",
    ),
    "shell.moved": (
        "{old}: this session continued in {new}. Open that one. To open the old one as it was, first"
        " remove {note} from it.",
        "{old}：本会议已改存于 {new}，请打开该文件夹；如需打开旧日志，请先删除其中的 {note}。",
    ),
    "shell.went_on": ("{row}  (continued in {path})", "{row}  （已改存于 {path}）"),
    "shell.plain_not_saved_in": (
        "Not saved in {folder}: {why}. Still saving in the old folder.",
        "未能存到 {folder}：{why}。仍按原处保存。",
    ),
    "shell.plain_left": ("Everything is on disk in {folder}.", "全部内容已存盘：{folder}。"),
    "shell.plain_left_unsaved": (
        "{count} {count:entry is|entries are} NOT on disk in {folder}: {reason}",
        "{folder}：有{count}条未存盘：{reason}",
    ),
    "shell.plain_left_unwritten": (
        "Everything entered is on disk in {folder}. NOT written beside it: {reason}",
        "输入内容已全部存盘：{folder}。随附文件未能写入：{reason}",
    ),
    "shell.plain_quit_again": (
        "{count} {count:entry is|entries are} NOT on disk. To save everything elsewhere:"
        " `save FOLDER`. To leave without {count:it|them}, type quit once more.",
        "有{count}条未存盘。输入 save 文件夹 可另存；如要放弃并退出，请再输入一次 quit。",
    ),
    "shell.all_saved": ("Everything is on disk again.", "内容已全部存盘。"),
    "shell.trouble_gone": (
        "The log was deleted or replaced. All is in memory. To save it: `save FOLDER`",
        "记录文件已被删除或替换。内容保留在内存中；输入 save 文件夹 可另存。",
    ),
    "shell.trouble_link": (
        "A file of the session is a link now. All is in memory. To save it: `save FOLDER`",
        "会议文件夹中的文件已变为链接。内容保留在内存中；输入 save 文件夹 可另存。",
    ),
    "shell.trouble_full": (
        "The disk is full. Everything is in memory. To save elsewhere: `save FOLDER`",
        "磁盘已满。内容保留在内存中；输入 save 文件夹 可另存。",
    ),
    "shell.trouble_unreachable": (
        "The server does not answer. Go on: what you enter is kept here and sent later.",
        "服务器没有响应。请继续：录入的内容保存在本机，稍后发送。",
    ),
    "shell.trouble_not_allowed": (
        "The server does not allow what was entered. Ask who set it up.",
        "服务器不允许所录入的内容。请询问管理员。",
    ),
    "shell.trouble_owed": (
        "The purge is recorded. Another program is reading the log; the text leaves the files when it ends.",
        "清除已记录。另一程序正在读取记录文件，待其结束后文件中的原文即被覆盖。",
    ),
    "shell.trouble_read_only": (
        "The folder is read-only. All is in memory. To save elsewhere: `save FOLDER`",
        "文件夹不可写。内容保留在内存中；输入 save 文件夹 可另存。",
    ),
    "shell.trouble_locked": (
        "Another program is using the log. Everything is kept in memory; trying again. To save"
        " elsewhere: `save FOLDER`",
        "另一程序占用记录文件。内容保留在内存中并会重试；输入 save 文件夹 可另存。",
    ),
    "shell.trouble_slow": (
        "The disk does not answer. Everything is kept in memory; trying again. To save elsewhere:"
        " `save FOLDER`",
        "磁盘没有响应。内容保留在内存中并会重试；输入 save 文件夹 可另存。",
    ),
    "shell.trouble_damaged": (
        "The log on disk was damaged. Everything is kept in memory. To save elsewhere: `save FOLDER`",
        "磁盘上的记录已损坏。内容保留在内存中；输入 save 文件夹 可另存。",
    ),
    "shell.trouble_other": (
        "The disk reports an error. Everything is kept in memory. To save elsewhere: `save FOLDER`",
        "磁盘报错。内容保留在内存中；输入 save 文件夹 可另存。",
    ),
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
        "{waiting:The one|Both of those|All {waiting}} waiting can speak before {clock}",
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
    "forecast.newcomers": (
        "About {count} more to come while the list is open: counted at pace and in the late case",
        "名单开放期间预计另有约{count}位：已计入按目前速度和较晚情况",
    ),
    "forecast.advice": ("Advice: {text}", "建议：{text}"),
    "forecast.decide": ("To decide: {text}", "须决定：{text}"),
    "forecast.no_advice": ("Nothing to decide now", "目前无须决定"),
    "forecast.proposal": ("The Chair might say: {text}", "主席可以说：{text}"),
    "forecast.cut_item": ("Item {item} is interrupted at {clock}", "项目{item}在{clock}中断"),
    "forecast.cut_behind": (
        "Not reached before {clock}: {count:item|items} {items}",
        "{clock}前不能开始：项目{items}",
    ),
    "forecast.not_reached": (
        "Not reached at all: {count:item|items} {items}",
        "无法讨论：项目{items}",
    ),
    "forecast.overflow": (
        "The agenda goes on for {length} after the last sitting",
        "超出最后一次会议{length}",
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
    "export.kept": (
        "{path} was changed by hand, so it was not overwritten. The new one is “{name}” beside it.",
        "{path} 经人工修改，已保留不动；新文件为同一文件夹中的“{name}”。",
    ),
    "export.by_hand": (
        "{count} {count:line|lines} may still show who spoke. The annex says which; rewrite"
        " {count:it|them} by hand.",
        "{count}处文字仍可能看出发言者，具体见附件，请人工改写。",
    ),
    "export.blanks": (
        "{count} {count:place|places} in the report of the Chair {count:is|are} still to be"
        " completed.",
        "主席报告中仍有{count}处待补充。",
    ),
    "export.unread": (
        "The log is damaged. Its first {read} {read:entry was|entries were} exported; {unread}"
        " {unread:is|are} lost or {unread:comes|come} after a lost one.",
        "日志已损坏：已导出前{read}条记录，另有{unread}条丢失或在丢失的记录之后。",
    ),
    "export.unverified": (
        "The log was altered; every file of the report says so. To see where: `session verify`",
        "记录曾被改动；报告的每个文件均已注明。用 `session verify` 可查明何处。",
    ),
    "export.text_gone": (
        "The text “{file}” is no longer in the session's folder as it was received. It was left out.",
        "收到的文本“{file}”已不在会议文件夹中或与收到时不同，未导出。",
    ),
    "export.record_note": (
        "The secretariat's own record of the session “{session}”. Do not pass it on.\n\nThese files"
        " name every delegation and what it said, and hold notes meant only for the\nsecretariat."
        " Files that may be passed on are one folder up. What was said off the record\nis in neither"
        " folder.",
        "秘书处关于“{session}”的内部记录，请勿外传。\n\n这些文件列明每个代表团及其发言，并含有仅供秘书处使用的笔记。\n可以外传的文件在上一级文件夹。不供记录的内容两处都没有。",
    ),
    "export.making": ("Exporting everything", "正在导出全部文件"),
    "export.writing": ("to the disk", "写入磁盘"),
    "export.all_alone": (
        "“all” writes a folder; it cannot be combined with another format or written to a pipe",
        "“all”会写出一个文件夹，不能与其他格式并用，也不能输出到管道",
    ),
    "export.imported": (
        "{name}: created from {path}, with {count} {count:entry|entries}.",
        "{name}：已由 {path} 建立，共{count}条记录。",
    ),
    "export.texts_imported": (
        "{count} received {count:text|texts} came with it.",
        "一并带来的已收文本：{count}份。",
    ),
    "export.import_no_file": ("{path}: {reason}", "{path}：{reason}"),
    "export.import_foreign": (
        "{path} is not a session.toml or session.json written by this program.",
        "{path} 不是本程序写出的 session.toml 或 session.json。",
    ),
    "export.import_no_log": (
        "{path} holds no session log, so no session can be created from it.",
        "{path} 不含会议日志，无法据以建立会议。",
    ),
    "export.import_unfit": (
        "{path} holds what no session of this program holds, so no session was created from it ({reason}).",
        "{path} 含有本程序的会议日志不会有的内容，因此不据以建立会议（{reason}）。",
    ),
    "export.import_altered": (
        "{path} was altered after it was written, so no session was created from it.",
        "{path} 写出后曾被改动，因此不据以建立会议。",
    ),
    "export.import_newer": (
        "{path} was written by a newer version of the program (schema {schema}).",
        "{path} 由较新版本的程序写出（格式版本{schema}）。",
    ),
}
