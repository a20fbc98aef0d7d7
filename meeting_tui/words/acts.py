"""What each act does, and its short name for the key bar: key -> (English, Chinese)."""

from meeting_tui.words.corrections import ACTS as OF_CORRECTIONS
from meeting_tui.words.details import ACTS as OF_DETAILS
from meeting_tui.words.points import ACTS as OF_POINTS
from meeting_tui.words.room import ACTS as OF_ROOM

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
        "Set the speaking limit from now on: for all, a tier, a kind, a delegation or a place.",
        "设定此后的发言时限：全体、层级、种类、代表团或某一位。",
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
    **OF_ROOM,
    **OF_DETAILS,
    **OF_CORRECTIONS,
    **OF_POINTS,
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
}
