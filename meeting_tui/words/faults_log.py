"""What is wrong with a session log: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    # The disk, and who else is at it.
    "log_fault.full": ("the disk is full", "磁盘已满"),
    "log_fault.read_only": ("it cannot be written to", "无法写入"),
    "log_fault.locked": ("another program is using it", "正被其他程序占用"),
    "log_fault.link": (
        "nothing is written through a link in a session’s folder",
        "程序不通过会议日志文件夹中的链接写入",
    ),
    "log_fault.unreachable": ("the server does not answer", "服务器没有响应"),
    "log_fault.not_allowed": ("the server does not allow this", "服务器不允许此项操作"),
    "log_fault.silent": ("the disk does not answer", "磁盘没有响应"),
    "log_fault.refused": ("the disk reports an error", "磁盘报错"),
    "log_fault.with_detail": ("{said} ({detail})", "{said}（{detail}）"),
    "log_fault.busy": ("already being written", "正由别处写入"),
    "log_fault.busy_process": (
        "already being written by process {process}",
        "正由进程 {process} 写入",
    ),
    "log_fault.busy_desk": (
        "already being written by process {process} (desk {desk})",
        "正由进程 {process}（席位 {desk}）写入",
    ),
    "log_fault.taken": (
        "it was moved, replaced or deleted during the session",
        "会议进行时该文件被移走、替换或删除",
    ),
    "log_fault.written_over": (
        "it was cut or overwritten during the session",
        "会议进行时该文件被截短或覆盖",
    ),
    "log_fault.from_text": ("read from {file}", "读自 {file}"),
    "log_fault.for_reading": ("opened for reading", "只为读取而打开"),
    "log_fault.purged_waits": ("purged text still has to be overwritten", "清除的文字尚待覆盖"),
    # Another writer.
    "log_fault.number_taken": (
        "an entry with this number or id is already in the log: {said}",
        "记录中已有该编号或标识的条目：{said}",
    ),
    "log_fault.another_first": (
        "the log ends at {seq}, not at {known}: another program wrote first",
        "记录止于第{seq}条，而非第{known}条：别处先写入了",
    ),
    "log_fault.another_meeting": ("another meeting is saved there", "该处保存的是另一次会议"),
    "log_fault.not_empty": (
        "{path}: only an empty log can be filled from another",
        "{path}：只有空的记录才能用另一份填入",
    ),
    # The files of a session.
    "log_fault.no_log": ("{path}: there is no session log", "{path}：没有会议日志"),
    "log_fault.gone": (
        "{path}: empty or gone, although the session was saved there before",
        "{path}：会议日志曾经保存过，现在却是空的或不见了",
    ),
    "log_fault.no_tables": (
        "{path}: the tables of a session log are missing",
        "{path}：缺少会议日志的数据表",
    ),
    "log_fault.newer_tables": (
        "{path}: written by a newer version (tables {layout}, here {known})",
        "{path}：由较新的版本写成（数据表版本{layout}，本程序为{known}）",
    ),
    "log_fault.newer_schema": (
        "this session log has schema {schema}, written by a newer version; "
        "this one reads schemas up to {known}",
        "这份会议日志由较新的版本写成（格式版本{schema}），本程序最多能读格式版本{known}",
    ),
    "log_fault.lacks": (
        "{path}: has events that {database} does not have",
        "{path}：有 {database} 中没有的事件",
    ),
    "log_fault.lacks_kept": (
        "{path}: events that {text} had are missing. The old file is kept as {kept}. Open the"
        " session again to recover what is left",
        "{path}：缺少 {text} 中原有的事件；原文件保存为 {kept}，再次打开会议日志时会尽量找回",
    ),
    "log_fault.hidden_commits": (
        "{file} is damaged, and there are events behind the damage",
        "{file} 已损坏；损坏处之后还有事件",
    ),
    "log_fault.lacks_acknowledged": (
        "event {seq}, which was saved last, is missing or is another one",
        "缺少最后保存的第{seq}条事件，或该编号下是另一条事件",
    ),
    # The driver of the database.
    "log_fault.driver_read_only": (
        "attempt to write a readonly database",
        "数据库是只读的，不能写入",
    ),
    "log_fault.driver_malformed": ("database disk image is malformed", "数据库文件的内容已损坏"),
    "log_fault.driver_locked": ("database is locked", "数据库正被占用"),
    "log_fault.driver_full": ("database or disk is full", "数据库或磁盘已满"),
    "log_fault.driver_disk": ("disk I/O error", "磁盘读写出错"),
    "log_fault.driver_foreign": ("file is not a database", "文件不是数据库"),
    "log_fault.driver_unopened": ("unable to open database file", "无法打开数据库文件"),
    # One event.
    "log_fault.event": ("event {seq}", "第{seq}条事件"),
    "log_fault.missing": ("{names} is missing", "缺少 {names}"),
    "log_fault.no_number": ("seq is not a number from 1", "seq 不是从 1 起的编号"),
    "log_fault.no_text": ("{name} is not a text", "{name} 不是文字"),
    "log_fault.no_table": ("{name} is not a table", "{name} 不是表"),
    "log_fault.no_instant": ("{name} is not an instant: {value}", "{name} 不是时刻：{value}"),
    "log_fault.no_zone": ("{name} has no zone: {value}", "{name} 没有时区：{value}"),
    "log_fault.no_such_event": ("there is no event called {name}", "没有名为 {name} 的事件"),
    "log_fault.unknown_key": ("unknown key {names}", "未知的键 {names}"),
    "log_fault.does_not_fit": ("{said}", "内容不符合要求（{said}）"),
    "log_fault.beyond": ("{value} is beyond what a log can hold", "{value} 超出记录可容纳的范围"),
    "log_fault.no_version": ("schema is not a version: {schema}", "schema 不是版本号：{schema}"),
    "log_fault.unreadable_event": (
        "a stored event cannot be read: {said}",
        "有一条保存的事件无法读取：{said}",
    ),
    "log_fault.event_no_table": ("a stored event is not a table", "有一条保存的事件不是表"),
    "log_fault.stored_oddly": (
        "event {seq} is not stored as this program stores it",
        "第{seq}条事件的保存方式不是本程序所写",
    ),
    "log_fault.not_the_one": (
        "event {seq} is not the one that was stored",
        "第{seq}条事件与当初保存的不同",
    ),
    # The events together.
    "log_fault.stands_after": (
        "event {seq} comes after event {after}",
        "第{seq}条事件排在第{after}条之后",
    ),
    "log_fault.does_not_follow": (
        "event {seq} does not follow event {last}",
        "第{seq}条事件与第{last}条不衔接",
    ),
    "log_fault.ends_otherwise": (
        "the events end at {last}, not with the recorded event {seq}",
        "事件止于第{last}条，与所记的第{seq}条不符",
    ),
    "log_fault.ends_at": (
        "ends at event {last}, not at {seq}",
        "止于第{last}条事件，而非第{seq}条",
    ),
    "log_fault.no_head": (
        "the number and hash of the last event cannot be read",
        "最后一条事件的编号和校验值无法读取",
    ),
    "log_fault.no_session_log": (
        "{path}: is a database of another program, not a session log. It was left as it is.",
        "{path}：这是其他程序的数据库，不是会议日志；未作任何改动。",
    ),
    "log_fault.head_missing": (
        "{file} is missing, so a loss at the end of the log would not show.",
        "缺少 {file}，日志末尾如有丢失便无法看出。",
    ),
    "log_fault.head_missing_anew": (
        "{file} was missing, so a loss at the end of the log would not show. It was written again.",
        "缺少 {file}，日志末尾如有丢失便无法看出；现已重新写入。",
    ),
    "log_fault.head_damaged": (
        "{file} is damaged, so a loss at the end of the log would not show.",
        "{file} 已损坏，日志末尾如有丢失便无法看出。",
    ),
    "log_fault.head_damaged_anew": (
        "{file} was damaged (kept as {kept}), so a loss at the end would not show.",
        "{file} 已损坏（原文件保存为 {kept}），日志末尾如有丢失便无法看出。",
    ),
    "log_fault.head_foreign": (
        "{file} is from another session, so a loss at the end of the log would not show.",
        "{file} 属于另一份会议日志，本日志末尾如有丢失便无法看出。",
    ),
    "log_fault.head_foreign_anew": (
        "{file} was from another session (kept as {kept}), so a loss at the end would not show.",
        "{file} 属于另一份会议日志（该文件保存为 {kept}），本日志末尾如有丢失便无法看出。",
    ),
    "log_fault.altered": ("the log was altered", "记录曾被改动"),
    "log_fault.empty": ("The session log is empty.", "会议日志是空的。"),
    "log_fault.no_start": (
        "The session log does not begin with the start of a session.",
        "会议日志不是从会议开始写起的。",
    ),
    "log_fault.no_such_act": (
        "The session log undoes or redoes act {act}, which it does not hold.",
        "会议日志撤回或恢复了操作 {act}，而其中并没有这项操作。",
    ),
    "log_fault.contradicts": (
        "Event {seq} ({name}) does not follow from those before it.",
        "第{seq}条事件（{name}）与此前的事件不相符。",
    ),
}
