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
    "shared_fault.no_name": (
        "there is no server “{name}” in your settings",
        "设置中没有名为“{name}”的服务器",
    ),
    "shared_fault.no_server": (
        "no server was named: add `--shared NAME`, or one server under `[shared]` in your settings",
        "未指定服务器：请加上 `--shared NAME`，或在设置的 `[shared]` 下写明一个服务器",
    ),
    "shared_fault.several_servers": (
        "your settings have several servers ({names}); choose one with `--shared NAME`",
        "设置中有多个服务器（{names}），请用 `--shared NAME` 选定一个",
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
    "shared_fault.full": (
        "it has no connection left, and each seat needs three",
        "服务器的连接已用完；每个席位需要三个连接",
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
    "shared_fault.not_allowed_desk": (
        "the desk {about} is somebody else’s",
        "席位 {about} 属于他人",
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
    "shared_fault.not_allowed_received": (
        "no entry of the meeting speaks of this file",
        "会议日志中没有提到该文件的条目",
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
    "shared_fault.is_copy": (
        "{name} is the copy of a meeting on a server: `meeting-tui run {name} --shared NAME`. To go"
        " on without the server for good, remove {file}",
        "{name} 是服务器上会议的副本：`meeting-tui run {name} --shared NAME`。如要从此不用服务器，请删除 {file}",
    ),
    "shared_fault.not_your_role": (
        "your rights on the server do not let you sit down as {role}",
        "您在服务器上的权限不允许以 {role} 身份入席",
    ),
    "shared_fault.only_as_it_is": (
        "a meeting on a server is opened by its name or its agenda alone",
        "服务器上的会议只能按名称或议程原样打开",
    ),
    "shared_fault.not_begun": (
        "the meeting “{name}” has not been begun yet; an officer begins it",
        "会议“{name}”尚未开始；须由会议干事开始",
    ),
    "shared_fault.begun_here": (
        "{name} was begun on this computer: `meeting-tui shared push {name}` sends it to the server",
        "{name} 是在本机开始的：请用 `meeting-tui shared push {name}` 发送到服务器",
    ),
    # Moving a meeting.
    "shared_fault.empty": ("{name} has no entries", "{name} 没有任何条目"),
    "shared_fault.parted": (
        "{name}: the folder and the server each have entries that the other lacks, so nothing was"
        " moved. Fetch the server’s under another name: `shared pull {name} --session NAME`",
        "{name}：文件夹和服务器各有对方没有的条目，因此未传送任何内容。请以另一名称取回服务器上的：`shared pull"
        " {name} --session NAME`",
    ),
    "shared_fault.arrived_otherwise": (
        "what arrived is not what was sent",
        "收到的内容与发出的不同",
    ),
    # What the commands say.
    "shared.made": ("{server}: the shared log is set up.", "{server}：共享日志已建立。"),
    "shared.renewed": (
        "{server}: the shared log is up to date. Meetings and rights are unchanged.",
        "{server}：共享日志已更新到本程序的版本，会议和权限不变。",
    ),
    "shared.next": (
        "Next, let people in: `meeting-tui shared grant LOGIN --as officer --hand AB`",
        "下一步，授予权限：`meeting-tui shared grant LOGIN --as officer --hand AB`",
    ),
    "shared.granted": (
        "{login}: {right}, signs as {hand}.",
        "{login}：{right}，署名 {hand}。",
    ),
    "shared.needs_settings": (
        "On that person’s computer, in the settings file (`meeting-tui settings` says where it is):",
        "请在该用户的计算机上写入设置文件（位置见 `meeting-tui settings`）：",
    ),
    "shared.needs_password": (
        "And in the file `.pgpass` in their home folder, for them alone (`chmod 600`). This"
        " password is shown only now:",
        "并写入其主目录下的 `.pgpass` 文件，仅供本人读取（`chmod 600`）。此密码只显示这一次：",
    ),
    "shared.keeps_password": (
        "{login} keeps the password they have. For a new one: `--new-password`",
        "{login} 的密码不变。如需新密码：`--new-password`",
    ),
    "shared.revoked": (
        "{login} has no rights here any more. What they entered stays, and so does their signature"
        " {hand}.",
        "{login} 在此不再有任何权限。其录入的内容和署名 {hand} 保留不变。",
    ),
    "shared.meeting_row": (
        "{name}: {count} {count:entry|entries}",
        "{name}：{count}条记录",
    ),
    "shared.person_row": ("{login} ({hand}): {right}", "{login}（{hand}）：{right}"),
    "shared.right_officer": ("officer", "会议干事"),
    "shared.right_note_taker": ("note-taker", "记录员"),
    "shared.right_viewer": ("viewer", "只读用户"),
    "shared.right_none": ("no rights any more", "已无权限"),
    "shared.no_meetings": ("There are no meetings yet.", "尚无会议。"),
    "shared.moved_there": (
        "{name}: {count} {count:entry|entries} sent to the server.",
        "{name}：已向服务器发送{count}条记录。",
    ),
    "shared.moved_here": (
        "{name}: {count} {count:entry|entries} fetched into session {folder}.",
        "{name}：已取回{count}条记录，存入会议日志 {folder}。",
    ),
    "shared.ahead_there": (
        "{name}: nothing to send. The server has {count} {count:entry|entries} more than {folder}:"
        " `shared pull {name}`",
        "{name}：没有需要发送的条目。服务器比 {folder} 多{count}条记录：`shared pull {name}`",
    ),
    "shared.ahead_here": (
        "{name}: nothing to fetch. {folder} has {count} {count:entry|entries} more than the server:"
        " `shared push {folder}`",
        "{name}：没有需要取回的条目。{folder} 比服务器多{count}条记录：`shared push {folder}`",
    ),
    "shared.equal": (
        "{name}: folder and server already have the same entries.",
        "{name}：文件夹与服务器的条目已经相同。",
    ),
    "shared.proved": (
        "Both have {count} {count:entry|entries} and the same hashes; the last is {anchor}.",
        "双方各有{count}条记录，校验值相同；最后一条为 {anchor}。",
    ),
    "shared.to_send": ("no server, to send: {count}", "无服务器，待发送：{count}条"),
    "shared.no_server": ("no server", "无服务器"),
    "shared.fact_no_server": ("The server does not answer.", "服务器没有响应。"),
    "shared.fact_to_send": (
        "The server does not answer. Kept here, to be sent later: {count}.",
        "服务器没有响应。保存在本机待发送：{count}条。",
    ),
    "shared.quit_again": (
        "{count} {count:entry is|entries are} kept here and sent with your next start. To leave,"
        " press {pressed} or type quit once more.",
        "有{count}条保存在本机，下次启动时发送。如要退出，请再按一次 {pressed} 或再输入一次 quit。",
    ),
    "shared.plain_quit_again": (
        "{count} {count:entry is|entries are} kept here and sent with your next start. To leave,"
        " type quit once more.",
        "有{count}条保存在本机，下次启动时发送。如要退出，请再输入一次 quit。",
    ),
    "shared.left": (
        "{count} {count:entry is|entries are} kept in {folder} and sent with your next start.",
        "{folder}：有{count}条待发送，下次启动时发送。",
    ),
    "shared.save_here": (
        "This meeting is on a server; it cannot be saved elsewhere while you sit at it.",
        "该会议在服务器上，入席期间不能另存。",
    ),
    "shared.goes_on_alone": (
        "The server does not answer. You can go on; what you enter is kept here and sent later.",
        "服务器没有响应。您可以继续，录入的内容保存在本机，稍后发送。",
    ),
    "shared.clock_ahead": (
        "This computer's clock is {span} ahead of the server's. The meeting goes by the server's.",
        "本机时钟比服务器快{span}，会议以服务器时间为准。",
    ),
    "shared.clock_behind": (
        "This computer's clock is {span} behind the server's. The meeting goes by the server's.",
        "本机时钟比服务器慢{span}，会议以服务器时间为准。",
    ),
    "shared.sent_late": (
        "Entries left from before, sent now: {count}.",
        "上次未发送的条目现已发送：{count}条。",
    ),
    "shared.not_sent": (
        "Others were first, so some entries from before could not be sent. They are in {file}.",
        "他人已先录入，因此上次的部分条目未能发送，保存在 {file}。",
    ),
    "shared.texts": (
        "Received texts moved too: {count}.",
        "同时传送了收到的文本：{count}份。",
    ),
    "shared.texts_missing": (
        "Received texts that were not found: {count}.",
        "未找到的收到文本：{count}份。",
    ),
}
