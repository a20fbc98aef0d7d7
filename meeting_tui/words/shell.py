"""What the shell commands say: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "shell.agenda_ok": (
        "{path}: {title}: {items} items, {sittings} sittings, {questions} questions; all is well.",
        "{path}：{title}：{items}个项目，{sittings}次会议，{questions}个问题；一切正常。",
    ),
    "shell.played": (
        "Played {lines} lines into {session}: {acts} acts, {refused} refused.",
        "已将{lines}行播放到{session}：{acts}项操作，{refused}项被拒绝。",
    ),
    "shell.refused_line": ("line {line}: {sentence}", "第{line}行：{sentence}"),
    "shell.refused_do": ("Refused: {sentence}", "被拒绝：{sentence}"),
    "shell.no_sessions": ("No session in {folder} yet.", "{folder} 中还没有会议记录。"),
    "shell.session_row": (
        "{name}  {state}  {entries} events  {title}",
        "{name}  {state}  {entries}条事件  {title}",
    ),
    "shell.session_unreadable": ("{name}  cannot be read: {why}", "{name}  无法读取：{why}"),
    "shell.verified": (
        "{name}: {entries} events, none altered, removed, reordered or inserted.",
        "{name}：{entries}条事件，无篡改、删除、调换或插入。",
    ),
    "shell.finding_altered": ("event {place} was altered", "第{place}条事件被篡改"),
    "shell.finding_removed": ("event {place} was removed", "第{place}条事件被删除"),
    "shell.finding_reordered": ("event {place} is out of order", "第{place}条事件顺序被调换"),
    "shell.finding_inserted": ("event {place} was inserted", "第{place}条事件是插入的"),
    "shell.damaged": ("{name}: the log is damaged: {findings}.", "{name}：记录已损坏：{findings}。"),
    "shell.rebuilt": (
        "{name}: log.db made anew from session.toml with {entries} events.",
        "{name}：已由 session.toml 重建 log.db，共{entries}条事件。",
    ),
    "shell.set_aside": (
        "What could not be read is kept in {path} ({size} bytes).",
        "无法读取的部分保存在 {path}（{size}字节）。",
    ),
    "shell.missing": ("Not recovered: events {stretches}.", "未能恢复：事件 {stretches}。"),
    "shell.exported": ("{path}", "{path}"),
    "shell.nothing_like": (
        "Nothing in the directory is like “{text}”.",
        "名录中没有类似“{text}”的代表团。",
    ),
    "shell.setting_row": ("{name} = {value}   ({source})", "{name} = {value}   （{source}）"),
    "shell.setting_file": ("Settings file: {path} ({there})", "设置文件：{path}（{there}）"),
    "shell.there": ("there", "存在"),
    "shell.not_there": ("not there", "不存在"),
    "shell.source_default": ("default", "默认"),
    "shell.source_file": ("file", "文件"),
    "shell.source_environment": ("environment", "环境变量"),
    "shell.source_system": ("system", "系统"),
    "shell.source_option": ("option", "命令行"),
    "shell.choose": ("Choose a number, Enter for {first}:", "请选择编号，回车选{first}："),
    "shell.nothing_to_choose": (
        "There is no agenda in `agendas/` and no session; name an agenda file.",
        "agendas/ 中没有议程，也没有会议记录；请指定议程文件。",
    ),
    "shell.no_terminal": (
        "`run` needs a terminal; `do`, `play` and `run --plain` work without one.",
        "run 需要终端；do、play 和 run --plain 无需终端。",
    ),
    "shell.not_that_speed": ("A speed is a number above 0.", "速度必须是大于 0 的数字。"),
    "shell.no_such_file": ("There is no file or session “{name}”.", "没有文件或会议记录“{name}”。"),
    "shell.phase_planned": ("not opened", "未开始"),
    "shell.phase_open": ("open", "进行中"),
    "shell.phase_suspended": ("suspended", "暂停"),
    "shell.phase_adjourned": ("adjourned", "已休会"),
    "shell.phase_rehearsal": ("rehearsal, {phase}", "演练，{phase}"),
}
