"""The log on a server, what is wrong with it and what is said of it: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    # The address.
    "shared_fault.no_address": (
        "write the server as `postgresql://LOGIN@HOST/DATABASE`, or as a name under `[shared]` in"
        " your settings",
        "请将服务器写成 `postgresql://LOGIN@HOST/DATABASE`，或写成设置中 `[shared]` 下的名称",
    ),
    "shared_fault.unreadable_address": (
        "the address of the server cannot be read; write `postgresql://LOGIN@HOST/DATABASE`",
        "服务器地址无法读取；请写成 `postgresql://LOGIN@HOST/DATABASE`",
    ),
    "shared_fault.password_in_address": (
        "an address must not contain a password: others could see it. Put the password in the file"
        " `.pgpass` in your home folder",
        "地址中不得写密码，以免被他人看到。请将密码写入主目录下的 `.pgpass` 文件",
    ),
    # The connection.
    "shared_fault.not_let_in": (
        "the server does not accept this login and password",
        "服务器不接受该登录名和密码",
    ),
    "shared_fault.no_password": (
        "no password was found, or it is wrong. Put the password in the file `.pgpass` in your home"
        " folder",
        "未找到密码，或密码有误。请将密码写入主目录下的 `.pgpass` 文件",
    ),
    "shared_fault.no_database": ("the database does not exist", "该数据库不存在"),
    "shared_fault.not_proved": (
        "no secure connection: the server’s certificate could not be verified. Ask for the"
        " certificate of its authority and save it as `.postgresql/root.crt` in your home folder",
        "无法建立安全连接：未能验证服务器的证书。请索取其认证机构的证书，存为主目录下的"
        " `.postgresql/root.crt`",
    ),
    "shared_fault.old_server": (
        "the server is too old: PostgreSQL 15 or later is needed",
        "服务器版本过旧：需要 PostgreSQL 15 或更新的版本",
    ),
    "shared_fault.not_set_up": (
        "no shared log was set up in this database: `meeting-tui shared init`",
        "该数据库中尚未建立共享日志：`meeting-tui shared init`",
    ),
    "shared_fault.newer_layout": (
        "the shared log was set up by a newer version of the program; install that version here",
        "共享日志由较新版本的程序建立，请在此安装该版本",
    ),
    "shared_fault.older_layout": (
        "the shared log was set up by an older version of the program: run `meeting-tui shared"
        " init` again",
        "共享日志由较旧版本的程序建立：请再次运行 `meeting-tui shared init`",
    ),
    "shared_fault.no_rights": ("you have no rights to do this", "您无权进行此项操作"),
    "shared_fault.no_meeting": ("there is no meeting “{name}”", "没有名为“{name}”的会议"),
    "shared_fault.state": ("the server reports error {state}", "服务器报错 {state}"),
    # What the server does not allow.
    "shared_fault.not_allowed_nobody": (
        "you have no rights to this shared log: ask for `meeting-tui shared grant`",
        "您对该共享日志没有任何权限：请管理员运行 `meeting-tui shared grant`",
    ),
    "shared_fault.not_allowed_role": ("your role does not allow this", "您的身份不允许此项操作"),
    "shared_fault.not_allowed_floor": (
        "only an officer runs the floor",
        "只有会议干事才能掌握发言席",
    ),
    "shared_fault.not_allowed_others": (
        "only an officer takes back or purges what others entered",
        "只有会议干事才能撤销或清除他人录入的内容",
    ),
    "shared_fault.not_allowed_author": (
        "the entry is signed {about}, which is not you; your initials in the settings must be those"
        " of your login",
        "条目署名为{about}，不是您本人；设置中的姓名缩写须与您登录名的缩写一致",
    ),
    "shared_fault.not_allowed_act": (
        "the entry belongs to an act of somebody else",
        "该条目属于他人的操作",
    ),
    "shared_fault.not_allowed_kind": (
        "the server does not know entries of the kind {about}: run `meeting-tui shared init` again",
        "服务器不认识 {about} 类条目：请再次运行 `meeting-tui shared init`",
    ),
    "shared_fault.not_allowed_spelling": (
        "the entry is not written as this program writes it",
        "该条目的写法不是本程序所写",
    ),
    "shared_fault.not_allowed_number": (
        "the numbers of the entries do not go on without a gap",
        "条目编号不连续",
    ),
    "shared_fault.not_allowed_chain": (
        "entry {about} does not follow from the one before",
        "第{about}条与前一条不衔接",
    ),
    "shared_fault.not_allowed_purge": (
        "a purge may remove text and nothing else",
        "清除只能去掉文字，不能改动其他内容",
    ),
    "shared_fault.not_allowed_no_meeting": (
        "there is no meeting of that name",
        "没有该名称的会议",
    ),
    "shared_fault.not_allowed_exists": (
        "there is already a meeting of that name",
        "已有该名称的会议",
    ),
    "shared_fault.not_allowed_other": ("the server does not allow it", "服务器不允许"),
    # Setting up, and people.
    "shared_fault.encoding": (
        "the database must be in UTF8; it is in {found}",
        "数据库编码须为 UTF8，现为 {found}",
    ),
    "shared_fault.long_name": (
        "the name of the database is too long: {name}",
        "数据库名称过长：{name}",
    ),
    "shared_fault.no_login": ("“{login}” cannot be a login", "“{login}”不能用作登录名"),
    "shared_fault.hand_missing": (
        "give the initials of {login}: `--hand AB`",
        "请给出 {login} 的姓名缩写：`--hand AB`",
    ),
    "shared_fault.hand_taken": (
        "the initials {hand} belong to {login}; choose others",
        "姓名缩写 {hand} 已属于 {login}，请另选",
    ),
    "shared_fault.other_hand": (
        "{login} signs as {hand}, and this cannot be changed",
        "{login} 的署名为 {hand}，不能更改",
    ),
    "shared_fault.nobody": ("{login} has no rights here", "{login} 在此没有任何权限"),
}
