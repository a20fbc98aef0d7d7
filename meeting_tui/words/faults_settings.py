"""What is wrong with the settings or with a key of one's own, and what was expected there."""

SENTENCES: dict[str, tuple[str, str]] = {
    "set_fault.want_language": ('"en", "zh" or "system"', '"en"、"zh" 或 "system"'),
    "set_fault.want_theme": ('"dark" or "light"', '"dark" 或 "light"'),
    "set_fault.want_separator": (
        '"comma", "semicolon" or "tab"',
        '"comma"（逗号）、"semicolon"（分号）或 "tab"（制表符）',
    ),
    "set_fault.want_initials": ("your initials", "您的姓名缩写"),
    "set_fault.want_folder": ("the path of a folder", "文件夹的路径"),
    "set_fault.want_keys": ('a table of act = "key"', '由 act = "key" 组成的表'),
    "set_fault.no_setting": ("this setting does not exist", "没有这项设置"),
    "set_fault.does_not_fit": ("{value} is not possible here", "{value} 不合适"),
    "set_fault.no_value": ("“{value}” does not exist", "没有“{value}”"),
    "set_fault.key_is_text": ("a key must be written as text", "按键须写成文字"),
    "set_fault.want_key": ("such as {example}", "例如 {example}"),
    "set_fault.no_act": ("this act does not exist", "没有这项操作"),
    "set_fault.key_taken": (
        "“{pressed}” is already the key of `{act}`",
        "“{pressed}”已是 `{act}` 的按键",
    ),
    "set_fault.want_free_key": ("a key that no other act uses", "其他操作都没有用的按键"),
    "set_fault.key_types": (
        "“{pressed}” is typed text: names and commands begin with it",
        "“{pressed}”会被当作输入：名称和操作以它开头",
    ),
    "set_fault.key_edits": ("“{pressed}” is needed for typing", "“{pressed}”要用来输入"),
    "set_fault.no_key": ("“{pressed}” is not a key", "“{pressed}”不是按键"),
    "set_fault.key_of_notes": (
        "“{pressed}” chooses a question on the Notes screen",
        "“{pressed}”用来在笔记屏上选择问题",
    ),
    "set_fault.such_keys": (
        "such as {first}, {second} or {third}",
        "例如 {first}、{second} 或 {third}",
    ),
}
