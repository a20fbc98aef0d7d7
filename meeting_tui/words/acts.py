"""What each act does, and what the input line and plain mode ask: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "act.open": (
        "Open the meeting; the sitting planned for this time begins.",
        "宣布开会：开始此时段的会议。",
    ),
    "act.open.label": ("Open", "开会"),
    "act.suspend": (
        "Suspend the sitting. The current speaker ends now; the item stays open.",
        "暂停会议；发言者随即结束，项目仍未结束。",
    ),
    "act.suspend.label": ("Suspend", "暂停会议"),
    "act.resume": (
        "Continue the sitting, or begin the next one if it is time for it.",
        "恢复会议；如本次会议时间已过，则开始下一次会议。",
    ),
    "act.resume.label": ("Resume", "恢复会议"),
    "act.adjourn": (
        "Adjourn the meeting. If names are waiting or items are left, type `adjourn!`.",
        "宣布休会；仍有等候者或未审议项目时用 adjourn!。",
    ),
    "act.adjourn.label": ("Adjourn", "休会"),
    "act.item": ("Open an agenda item.", "开始审议一个议程项目。"),
    "act.item.label": ("Item", "项目"),
    "act.segment": (
        "Go to a segment of the open item, or of an item taken together with it.",
        "进入当前项目或合并审议项目的一个环节。",
    ),
    "act.segment.label": ("Segment", "环节"),
    "act.close_item": (
        "Close the item; `carry` keeps the waiting names, `not-reached` ends their requests.",
        "结束项目；carry 保留等候名单，not-reached 记为未轮到。",
    ),
    "act.close_item.label": ("Close item", "结束项目"),
    "act.reopen": (
        "Open a closed item again, with the names still waiting on it.",
        "重新开始已结束的项目，等候名单不变。",
    ),
    "act.reopen.label": ("Reopen", "重开项目"),
    "act.inscribe": (
        "Inscribe delegations on the speakers' list; `fra(eu)` speaks on behalf of the EU.",
        "将代表团登记到发言名单；fra(eu) 表示代表欧盟发言。",
    ),
    "act.inscribe.label": ("Inscribe", "登记"),
    "act.withdraw": (
        "Take a delegation off the list because it asked to be taken off.",
        "应代表团要求将其从名单撤下。",
    ),
    "act.withdraw.label": ("Withdraw", "撤下"),
    "act.absent": (
        "Take a delegation off the list because it was not in the room.",
        "因不在场将代表团从名单撤下。",
    ),
    "act.absent.label": ("Absent", "缺席"),
    "act.text_only": (
        "Take a delegation off the list because it hands in its text and does not read it.",
        "仅提交书面发言，不作宣读，从名单撤下。",
    ),
    "act.text_only.label": ("Text only", "书面发言"),
    "act.move": (
        "Move a waiting delegation to a place on the list, whatever the order.",
        "将等候中的代表团移到名单的某一位，不论规定次序。",
    ),
    "act.move.label": ("Move", "移动"),
    "act.swap": ("Let two waiting delegations change places.", "对调两个等候中的代表团。"),
    "act.swap.label": ("Swap", "对调"),
    "act.open_list": ("Open the list again for new names.", "重新开放发言名单。"),
    "act.open_list.label": ("Open list", "开放名单"),
    "act.close_list": (
        "Close the list to new names; those already on it still speak.",
        "截止发言名单；已登记者仍可发言。",
    ),
    "act.close_list.label": ("Close list", "截止名单"),
    "act.next": (
        "End the current turn and give the floor to the next on the list; `next!` if it was pressed"
        " twice on purpose.",
        "结束当前发言，请名单上的下一位发言；有意连按两次时用 next!。",
    ),
    "act.next.label": ("Next", "下一位"),
    "act.floor": (
        "Give the floor to a waiting delegation; `floor D!` also to one not on the list.",
        "请任何等候者发言；floor D! 亦可请未登记者。",
    ),
    "act.floor.label": ("Give floor", "请发言"),
    "act.yield": ("End the current turn.", "结束当前发言。"),
    "act.yield.label": ("Yield", "结束发言"),
    "act.pause": ("Stop the speaker's clock.", "暂停发言计时。"),
    "act.pause.label": ("Pause", "暂停计时"),
    "act.continue": (
        "Start the speaker's clock again; the time left is unchanged.",
        "继续发言计时，余时不变。",
    ),
    "act.continue.label": ("Continue", "继续计时"),
    "act.order": (
        "Raise a point of order. The speaker's clock stops until the ruling and `continue`.",
        "提出程序问题：发言计时停止，直至裁决并用 continue 继续。",
    ),
    "act.order.label": ("Point order", "程序问题"),
    "act.ruling": (
        "Record the Chair's ruling on the point of order.",
        "记录主席对当前程序问题的裁决。",
    ),
    "act.ruling.label": ("Ruling", "裁决"),
    "act.reply": (
        "Ask for a right of reply; replies are heard after the list.",
        "要求行使答辩权，在名单之后进行。",
    ),
    "act.reply.label": ("Reply", "答辩"),
    "act.limit": (
        "Set the speaking limit from now on: for all, a tier, a kind, a segment, a delegation or a place."
        " Whoever is speaking keeps theirs (`extend`).",
        "设定此后的发言时限：全体、层级、种类、环节、代表团或某一位；正在发言者不变（`extend`）。",
    ),
    "act.limit.label": ("Limit", "时限"),
    "act.extend": (
        "Give the speaker more time. If nobody is speaking, extend the sitting.",
        "延长当前发言的时间；无人发言时可延长本次会议。",
    ),
    "act.extend.label": ("Extend", "延长"),
    "act.note": (
        "Note a point on the current or last speaker, or on another intervention.",
        "为当前、最近或指定的发言记录一条要点。",
    ),
    "act.note.label": ("Note", "笔记"),
    "act.correct": (
        "Change the text of a point; the old text is kept in the log.",
        "更正一条要点；原文保留在日志中。",
    ),
    "act.correct.label": ("Correct", "更正"),
    "act.decision": ("Record what the meeting decided on the item.", "记录会议就项目作出的决定。"),
    "act.decision.label": ("Decision", "决定"),
    "act.document": ("Record that a delegation handed in a text.", "记录收到某代表团的文本。"),
    "act.document.label": ("Document", "收到文本"),
    "act.plan_move": (
        "Move an item to another sitting, before another item, or last. Its number stays.",
        "将项目改在另一次会议、另一项目之前或最后；编号不变。",
    ),
    "act.plan_move.label": ("Plan move", "改排项目"),
    "act.plan_time": (
        "Change the planned minutes of an item or a segment.",
        "改定项目或环节的计划分钟数。",
    ),
    "act.plan_time.label": ("Plan time", "改定时长"),
    "act.plan_split": (
        "Keep the first minutes of an item here and move the rest to a later sitting.",
        "项目的前若干分钟不变，其余改在以后的会议。",
    ),
    "act.plan_split.label": ("Plan split", "分次讨论"),
    "act.plan_add": (
        "Add a matter to an item, as its next segment.",
        "在项目之下新增一个事项，作为下一环节。",
    ),
    "act.plan_add.label": ("Plan add", "新增事项"),
    "act.plan_drop": ("Cancel a conditional or added segment.", "不举行附条件的或新增的环节。"),
    "act.plan_drop.label": ("Plan drop", "取消环节"),
    "act.plan_hold": (
        "Confirm a conditional segment, or bring back a cancelled one.",
        "确定举行附条件的环节，或恢复已取消的环节。",
    ),
    "act.plan_hold.label": ("Plan hold", "举行环节"),
    "act.plan_sitting": (
        "Give a sitting new times; other sittings and the break do not change.",
        "改定一次会议的起止时间；其他会议和休息不变。",
    ),
    "act.plan_sitting.label": ("Plan sitting", "改定会议"),
    "act.identify": (
        "Say which delegation or group a name stands for that is not in the directory, or that it is"
        " a guest's; or give a waiting delegation another name.",
        "确认名录外的名称属于哪个代表团或集团，或为特邀嘉宾；或给等候者改用其他名称。",
    ),
    "act.identify.label": ("Identify", "确认名称"),
    "act.gap_out": (
        "Take the computer's last sleep, or the time the session was closed, off the speaking time.",
        "从发言时间中扣除电脑上一次休眠或日志关闭的时间。",
    ),
    "act.gap_in": (
        "Count the last sleep, or the time the session was closed, as speaking time.",
        "上次休眠或记录关闭的时间计入发言时间。",
    ),
    "act.gap_in.label": ("Gap in", "计入中断"),
    "act.gap_out.label": ("Gap out", "扣除休眠"),
    "act.seen": (
        "Say that you have seen what was lost from the log; it is not told again.",
        "表示已知悉日志中丢失的内容，不再提示。",
    ),
    "act.seen.label": ("Loss seen", "已知悉丢失"),
    "act.take_control": (
        "Run the floor from this seat; whoever ran it is told.",
        "由本席位接管会场控制；原控制席位会得到告知。",
    ),
    "act.take_control.label": ("Take control", "接管控制"),
    "act.ask_control": (
        "Ask whoever runs the floor to let you do it.",
        "请控制会场的席位把控制交给您。",
    ),
    "act.ask_control.label": ("Ask control", "请求控制"),
    "act.give_control": (
        "Let another seat run the floor: its initials. Both screens say so.",
        "将会场控制交给另一席位（输入姓名缩写）；双方屏幕均有提示。",
    ),
    "act.give_control.label": ("Give control", "移交控制"),
    "act.accept": (
        "Do a disputed act now: what a seat did without connection while another ran the floor.",
        "现在执行一项存疑操作，即某席位断线期间、会场由他人控制时所作的操作。",
    ),
    "act.accept.label": ("Accept", "接受"),
    "act.set_aside": (
        "Take a disputed act off the list without doing it; the log keeps it.",
        "不执行某项存疑操作，将其从列表中去掉；日志仍予保留。",
    ),
    "act.set_aside.label": ("Set aside", "搁置"),
    "act.take_this": (
        "Say that you write on the current speaker.",
        "声明由您记录当前发言者。",
    ),
    "act.take_this.label": ("Take this", "我来记录"),
    "act.take_every": (
        "Take turns with others: write on every second, third or fourth speaker from now on.",
        "与他人轮流记录：自此每隔一位（或两位、三位）由您记录。",
    ),
    "act.take_every.label": ("Take turns", "轮流记录"),
    "act.take_none": ("Stop taking turns.", "不再轮流记录。"),
    "act.take_none.label": ("No turns", "停止轮流"),
    "act.undo": ("Undo the last act.", "撤回最近一次操作。"),
    "act.undo.label": ("Undo", "撤回操作"),
    "act.undo_floor": (
        "Undo the last act on the floor; names added since then stay on the list.",
        "撤回最近一次发言操作；其后登记的名单不变。",
    ),
    "act.undo_floor.label": ("Undo floor", "撤回发言"),
    "act.redo": (
        "Redo the act you undid last, if nothing new was done since.",
        "恢复最近撤回的操作（其后未有新操作时）。",
    ),
    "act.redo.label": ("Redo", "恢复操作"),
    "act.attribute": (
        "Say who made an intervention, and on whose behalf: `attribute 7 fra(eu)`. Aligned States"
        " stay unless you type others.",
        "更正某次发言的发言者和身份：attribute 7 fra(eu)；未另行输入赞同国时保留原赞同国。",
    ),
    "act.attribute.label": ("Attribute", "归属"),
    "act.times": (
        "Correct when an intervention began and ended, in local time of that day.",
        "更正某次发言的起止时间（当日当地时间）。",
    ),
    "act.began": (
        "Correct when the speaker began, also during the turn. Clock, limit and forecast follow.",
        "更正发言开始的时间，发言中亦可：计时、时限和预测随之更正。",
    ),
    "act.began.label": ("Began", "开始时间"),
    "act.ended": (
        "Correct when the speaker ended; a turn still open ends at that time.",
        "更正发言结束的时间；仍在进行的发言即于该时结束。",
    ),
    "act.ended.label": ("Ended", "结束时间"),
    "act.times.label": ("Times", "起止时间"),
    "act.file": (
        "File a point under the item it belongs to, or move it to the statement it belongs to (`file n5"
        " on mex`) or to the item itself (`file n5 on item 3`); its questions stay. `as …` corrects it"
        " at the same time: `file n5 on mex as a1 new text`.",
        "将要点归入所属项目，或移至所属发言（file n5 on mex）或项目本身（file n5 on item 3）；所标问题不变。"
        "加 as 可同时更正：file n5 on mex as a1 新文字。",
    ),
    "act.file.label": ("File", "归入"),
    "act.purge": (
        "Remove the text of an off-record point for good, and equal text elsewhere; only a trace"
        " stays. It asks first: `purge! n5` does it.",
        "永久删除不予记录的要点的文本及其他相同文字，仅留痕迹。先行确认：purge! n5。",
    ),
    "act.purge.label": ("Purge", "清除"),
    "act.bands": (
        "Set from which number the report says one, few, some, several, many.",
        "设定报告从几个代表团起用某一数量用语（一个、几个、一些……）。",
    ),
    "act.bands.label": ("Bands", "量词"),
    "act.tick": (
        "Tick something off the checklist by its id: it stays as it is.",
        "按编号勾销核对表上的一项：保持原样。",
    ),
    "act.tick.label": ("Tick off", "勾销"),
    "act.untick": (
        "Put something back on the checklist.",
        "将一项重新列入核对表。",
    ),
    "act.untick.label": ("Untick", "取消勾销"),
    "act.finalise": (
        "Make the report final. If points are still open, type `finalise!`.",
        "报告定稿；尚有未处理事项时须用 finalise!。",
    ),
    "act.finalise.label": ("Finalise", "定稿"),
    "act.propose": (
        "Note a proposal. It gets an id (`r1`) with which you can tag other points.",
        "记录一项提案；提案获得编号（r1），供其他要点标注。",
    ),
    "act.propose.label": ("Propose", "提案"),
    "act.position": (
        "Note a delegation's position on a question, a topic or a proposal.",
        "记录代表团对某一问题、议题或提案的立场。",
    ),
    "act.position.label": ("Position", "立场"),
    "act.heard": (
        "Record the language of a statement, and whether it was heard through interpretation.",
        "记录发言所用语言，以及是否经口译听取。",
    ),
    "act.heard.label": ("Heard", "发言语言"),
    "act.person": (
        "Record who spoke for the delegation; the title follows a comma.",
        "记录代表团的发言人，逗号后为职务。",
    ),
    "act.person.label": ("Person", "发言人"),
    "act.mark": (
        "Mark a statement: text awaited, check against delivery, or for the record.",
        "标记发言：待收文本、以现场发言为准、载入记录。",
    ),
    "act.mark.label": ("Mark", "标记"),
    "act.received": (
        "Record that the text of a statement was received; a file is copied into the session.",
        "记录已收到发言稿；文件会复制到会议日志文件夹中。",
    ),
    "act.received.label": ("Received", "收到发言稿"),
    "act.aligned": (
        "Say which States aligned with a group statement.",
        "确定哪些国家赞同这次集团发言。",
    ),
    "act.aligned.label": ("Aligned", "赞同国"),
    "act.present": (
        "Mark delegations as in the room. Those that ask for the floor there are marked by themselves.",
        "标记在场的代表团；当场要求发言者自动视为在场。",
    ),
    "act.present.label": ("Present", "在场"),
    "act.tag": (
        "Say anew what a point is on; its text stays: `tag n5 a1 a6`, `tag n5 none`.",
        "重新标注要点的题号，文字不变：tag n5 a1 a6；tag n5 none 去掉题号。",
    ),
    "act.tag.label": ("Tag", "题号"),
    "act.statement": (
        "Keep the text of a statement with it, as it was made; `¶` parts its paragraphs. The record finds"
        " its words.",
        "将发言全文与该次发言一并保存；段落之间用 ¶ 隔开。可在记录中检索。",
    ),
    "act.statement.label": ("Statement", "全文"),
    "act.points": (
        "Note several points at once, parted by `¶`; one undo takes them all back.",
        "一次记录多条要点，用 ¶ 隔开；一次撤销即可全部收回。",
    ),
    "act.points.label": ("Points", "多条要点"),
    "act.strike": (
        "Strike a point, or a statement that never was (its number), with a reason. It leaves the"
        " notes, the counts and the report; the log keeps it.",
        "删去一条要点，或并未发生的发言（用其序号），须说明理由。不再计入记录、统计和报告；日志仍予保留。",
    ),
    "act.strike.label": ("Strike", "删去"),
    "act.join": (
        "Take further items together with the open one: one list, and all counts for each of them.",
        "与当前项目合并审议其他项目：共用一份名单，发言计入各项目。",
    ),
    "act.join.label": ("Join", "合并"),
    "act.preside": (
        "Record who is presiding from now on, or since a time; `preside chair` when the Chair is back.",
        "记录由谁主持会议，可注明起始时间；主席返回时用 preside chair。",
    ),
    "act.preside.label": ("Preside", "主持"),
    "line.now_is": ("now {day}, {time}", "现在{day} {time}"),
    "line.saving": ("saving: {line}", "正在存盘：{line}"),
    "line.refused_late": (
        "{line}: {why} ↑ brings the line back.",
        "{line}：{why}按↑取回该行。",
    ),
    "line.left": (
        "Line emptied, nothing was done. ↑ brings it back.",
        "输入行已清空，未执行。按↑取回。",
    ),
    "asked.list": (
        "Who is waiting, when each asked, and when each turn will come.",
        "等候名单：何时要求发言、何时轮到。",
    ),
    "asked.times": ("Who spoke for how long.", "各代表团的发言时间。"),
    "asked.checklist": (
        "What is still open before the report can be final.",
        "报告定稿前尚待处理的事项。",
    ),
    "asked.slip": ("What the Chair's slip shows now.", "主席便条现在的内容。"),
    "asked.disputed": (
        "What a seat without connection did while another ran the floor; for the officer to settle.",
        "断线席位在会场由他人控制时所作的操作，由会议干事处理。",
    ),
    "asked.limit_fit": (
        "Which limit ends the open item by a time; it only suggests.",
        "使当前项目在该时刻前结束的时限；并不设定。",
    ),
    "asked.save": ("Save the session in another folder from now on.", "此后将会议存入另一文件夹。"),
    "asked.quit": ("Quit. You can continue later.", "退出；之后可再打开。"),
}
