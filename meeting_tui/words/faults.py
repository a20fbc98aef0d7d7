"""What every error is told with: its title, its place, what was expected, and the system's reasons.

The reasons are worded in English as Linux words them, so that one and the same is read everywhere.
"""

SENTENCES: dict[str, tuple[str, str]] = {
    "fault.at": ("{place}: {what}", "{place}：{what}"),
    "fault.expected": ("{what}; expected {expected}", "{what}；应为：{expected}"),
    "fault.these": ("{names}", "{names}"),
    "fault.one_of": ("one of {names}", "以下之一：{names}"),
    "fault.title": ("The program cannot continue with this", "程序无法继续处理"),
    "fault.title_input": ("Invalid input", "输入内容无效"),
    "fault.title_agenda": ("Invalid agenda", "议程文件无效"),
    "fault.title_list": ("Invalid list of delegations", "代表团名单无效"),
    "fault.title_settings": ("Invalid settings", "设置无效"),
    "fault.title_script": ("Invalid script", "脚本无效"),
    "fault.title_template": ("Invalid template", "模板无效"),
    "fault.title_pdf": ("No PDF was made", "未能生成 PDF"),
    "fault.title_session": ("The session cannot be used", "会议日志无法使用"),
    "fault.title_busy": ("The session is open elsewhere", "会议日志已在别处打开"),
    "fault.title_exists": ("The session already exists", "会议日志已存在"),
    "fault.title_log": ("The session log failed", "会议日志出错"),
    "fault.title_unwritable": ("The session log cannot be written", "会议日志无法写入"),
    "fault.title_damaged": ("The session log is damaged", "会议日志已损坏"),
    "fault.title_newer": ("The session log is newer than this program", "会议日志的版本比本程序新"),
    "fault.title_moved": ("The session continued elsewhere", "会议日志已改存别处"),
    "fault.title_not_imported": ("No session was created", "未建立会议日志"),
    "fault.title_newer_file": ("The file is newer than this program", "文件的版本比本程序新"),
    "fault.title_altered": ("The file was altered", "文件曾被改动"),
    "fault.title_nothing": ("Nothing was saved", "没有保存任何内容"),
    "fault.no_permission": ("Permission denied", "没有权限"),
    "fault.held": ("Device or resource busy", "设备或资源被占用"),
    "fault.no_quota": ("Disk quota exceeded", "超出磁盘配额"),
    "fault.exists": ("File exists", "文件已存在"),
    "fault.a_pipe": ("this is a named pipe, not a file", "这是命名管道，不是文件"),
    "fault.a_device": ("this is a device, not a file", "这是设备，不是文件"),
    "fault.a_socket": ("this is a socket, not a file", "这是套接字，不是文件"),
    "fault.larger": (
        "too large: it has {size}, and at most {most} can be read",
        "文件过大：大小为 {size}，最多可读取 {most}",
    ),
    "fault.swollen": (
        "too large once unpacked: at most {most} can be read",
        "解压后过大：最多可读取 {most}",
    ),
    "fault.too_many_parts": (
        "it has more parts than a document has: at most {most} can be read",
        "组成部分多于一般文件：最多可读取{most}个",
    ),
    "fault.too_many_tags": (
        "it has more elements than a document has: at most {most} can be read",
        "元素多于一般文件：最多可读取{most}个",
    ),
    "fault.too_many_values": (
        "it has too many values: at most {most} can be read",
        "值过多：最多可读取{most}个",
    ),
    "fault.deep_key": (
        "a key has too many names: at most {most} can be read",
        "键的层级过多：最多可读取{most}层",
    ),
    "fault.defines_types": (
        "a part of it defines a document type, which no office program writes",
        "其中有文件类型定义，办公软件不会这样写",
    ),
    "fault.too_large": ("File too large", "文件过大"),
    "fault.invalid_argument": ("Invalid argument", "系统不接受这个名称或参数"),
    "fault.device_failed": ("Input/output error", "读写设备出错"),
    "fault.a_folder": ("Is a directory", "这是文件夹"),
    "fault.a_link": ("Is a link", "这是链接"),
    "fault.name_too_long": ("File name too long", "文件名过长"),
    "fault.no_device": ("No such device", "没有这个设备"),
    "fault.not_there": ("No such file or directory", "没有这个文件或文件夹"),
    "fault.no_space": ("No space left on device", "磁盘空间不足"),
    "fault.no_folder": ("Not a directory", "这不是文件夹"),
    "fault.not_empty": ("Directory not empty", "文件夹不是空的"),
    "fault.not_permitted": ("Operation not permitted", "系统不允许这项操作"),
    "fault.read_only": ("Read-only file system", "磁盘是只读的"),
    "fault.timed_out": ("Connection timed out", "等待超时"),
    "fault.file_held": ("Text file busy", "文件正被其他程序使用"),
    # How a command is used.
    "fault.usage": ("Usage: {line}", "用法：{line}"),
    "fault.usage_help": ("Try '{command}' for help.", "说明见 '{command}'。"),
    "fault.usage_error": ("Error: {said}", "错误：{said}"),
    "fault.wrong_value": ("Invalid value for {option}: {what}", "{option} 的值无效：{what}"),
    "fault.clock_before_1980": (
        "This computer's clock is set to a year before 1980. Set it; until then no Word file can be"
        " made.",
        "本机时钟的年份早于1980年。请先校准时钟，否则无法生成 Word 文件。",
    ),
    "fault.clock_beyond": (
        "This computer's clock is set to a year after {year}. Set it and start again.",
        "本机时钟的年份晚于{year}年。请校准时钟后重新启动。",
    ),
    "fault.no_time_of_day": (
        "there is no time {time}; expected HH:MM or HH:MM:SS, alone or after a date "
        "(2026-03-20 10:05) or a number of days (+1d 10:05)",
        "没有 {time} 这个时间；应为 HH:MM 或 HH:MM:SS，前面可加日期（2026-03-20 10:05）"
        "或天数（+1天 10:05）",
    ),
    "fault.no_anchor": (
        "{value} is not an anchor; expected 16 to 64 of the digits 0-9 and a-f",
        "{value} 不是锚值；应为 16 至 64 位的 0-9 和 a-f",
    ),
    "fault.no_number": ("{value} is not a number", "{value} 不是数字"),
    "fault.at_of_rehearsal": (
        "With --rehearse, --at is the start of a new rehearsal. To look back, leave out --rehearse.",
        "与 --rehearse 同用时，--at 是新演练的开始时间；如要回看，请去掉 --rehearse。",
    ),
    "fault.at_or_follow": (
        "--at shows one moment and --follow the present. Use one of them.",
        "--at 显示某一时刻，--follow 跟随当前时刻；请只用其一。",
    ),
    "fault.no_session_named": ("Missing argument 'SESSION'.", "缺少参数 SESSION（会议日志）。"),
    "fault.template_of_pages": (
        "a template works only with word or pdf",
        "模板只用于 word 或 pdf 格式",
    ),
    "fault.separator_of_tables": (
        "a separator works only with CSV tables",
        "分隔符只用于 CSV 表格",
    ),
    "fault.annex_names": (
        "this names everybody: use it with --names named and the format annex",
        "这会列出全部名称：须与 --names named 一起使用，并导出附件",
    ),
    "fault.no_format_named": ("no format is named", "没有指定格式"),
    "fault.several_files": (
        "{names} makes {count} files; standard output takes one",
        "{names} 共{count}个文件；标准输出只能容纳一个",
    ),
    "fault.the_system": ("the system", "系统"),
    "fault.unforeseen": (
        "an unexpected error happened ({kind}: {said}). What the screen confirmed is on disk. To see"
        " where it happened, set {variable}=1.",
        "发生了未预料的错误（{kind}：{said}）；已确认的内容都在磁盘上。设置 {variable}=1 可查看出错位置。",
    ),
}
