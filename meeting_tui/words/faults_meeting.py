"""Why a meeting cannot be opened, played or written out, as far as no log is at fault."""

SENTENCES: dict[str, tuple[str, str]] = {
    "meeting_fault.no_agenda": ("this agenda does not exist", "没有这个议程"),
    "meeting_fault.no_lines": ("the script is empty", "脚本中没有内容"),
    "meeting_fault.want_timed": ("HH:MM:SS LINE", "HH:MM:SS 加一行内容"),
    "meeting_fault.another_there": (
        "another meeting is saved there; use another session name",
        "该处保存的是另一次会议；请改用别的日志名称",
    ),
    "meeting_fault.untimed": ("the first line has no time", "第一行没有时间"),
    "meeting_fault.no_time": ("{time} is not a time", "{time} 不是时间"),
    "meeting_fault.no_day": ("there is no day +{days}d", "没有 +{days}d 这一天"),
    "meeting_fault.holds_more": (
        "the session holds more than this script",
        "会议日志的内容比这个脚本多",
    ),
    "meeting_fault.differs": (
        "the session log differs from this script here; use another session name",
        "会议日志从这里起与脚本不同；请改用别的记录名称",
    ),
    "meeting_fault.no_session": (
        "There is no session “{name}” in {folder}.",
        "{folder} 中没有会议日志“{name}”。",
    ),
    "meeting_fault.session_there": (
        "{path}: a session with this name already exists.",
        "{path}：已有同名的会议日志。",
    ),
    "meeting_fault.folder_there": (
        "{path}: a folder with this name already exists.",
        "{path}：已有同名的文件夹。",
    ),
    "meeting_fault.nothing_kept": (
        "{path}: this session holds no entries.",
        "{path}：这份会议日志中没有任何记录。",
    ),
    "meeting_fault.nothing_but_aside": (
        "{path}: this session holds no entries; the damaged file is kept as {kept}.",
        "{path}：这份会议日志中没有任何记录；损坏的文件保存为 {kept}。",
    ),
    "meeting_fault.moved": (
        "{old}: this session continued in {new}. Open that one, or first remove {note} here",
        "{old}：本会议已改存于 {new}；请打开该处，或先删除此处的 {note}",
    ),
    "meeting_fault.only_looked_at": (
        "{path}: open for reading only.",
        "{path}：打开仅供查看，不能写入。",
    ),
    "meeting_fault.no_format": ("there is no format “{name}”", "没有“{name}”这种格式"),
}
