"""What asks or is due, who presides, who is in the room: key -> (English, Chinese).

The refusals and the words of the acts stand here and are looked up with all others.
"""

SENTENCES: dict[str, tuple[str, str]] = {
    "room.resumes_with": (
        "Suspended. To continue sitting {number}, type `resume`",
        "暂停中：输入 resume 继续第{number}次会议",
    ),
    "room.resumes_next": (
        "Suspended. To begin sitting {number} (planned {start}), type `resume`",
        "暂停中：输入 resume 开始第{number}次会议（原定 {start}）",
    ),
    "room.break_over": (
        "The break is over. Sitting {number} was planned for {start}. To begin, type `resume`",
        "休息时间已过：第{number}次会议原定 {start} 开始。输入 resume 开始",
    ),
    "room.the_chair": ("The Chair", "主席"),
    "room.presides": ("presiding: {person}", "主持：{person}"),
    "room.word_order": ("POINT OF ORDER", "程序问题"),
    "room.row_presides": ("PRESIDING", "主持"),
    "room.presides_since": ("{person}, since {since}", "{person}，自{since}起"),
    "room.fact_presides": ("{person} presides.", "由{person}主持会议。"),
    "room.draft_presided": (
        "From {times}, {person} presided.",
        "{times}由{person}主持会议。",
    ),
    "room.draft_presides": (
        "Since {start}, {person} has presided.",
        "{start}起由{person}主持会议。",
    ),
    "room.names_and_replies": (
        "{count} {count:name|names} and {replies} {replies:right|rights} of reply",
        "{count}个代表团和{replies}项答辩",
    ),
    "room.replies": ("{replies} {replies:right|rights} of reply", "{replies}项答辩"),
    "room.on_another_item": ("{kind}, on item {item}", "{kind}，项目{item}"),
    "room.taken_with": ("{id} with {items}", "{id}（与{items}合并）"),
    "room.draft_together": (
        "From {times} it was taken together with {items}; what was said then is counted once.",
        "{times}与{items}合并审议；其间的发言只计一次。",
    ),
    "room.draft_together_now": (
        "Since {start} it has been taken together with {items}; what is said is counted once.",
        "{start}起与{items}合并审议；其间的发言只计一次。",
    ),
    "room.chair_together": (
        "This item was discussed together with {items}.",
        "本项目与{items}合并审议。",
    ),
    "room.item_told": ("item {id}", "项目{id}"),
    "room.attendance": ("Attendance", "出席情况"),
    "room.column_present": ("Present", "出席"),
    "room.column_absent": ("Absent", "缺席"),
    "room.unlisted": ("Not on the list of delegations", "代表团名单以外"),
    "room.were_present": (
        "Present: {delegations}. The Secretariat, the Chair and guests are not counted.",
        "出席：{delegations}。秘书处、主席和嘉宾不计在内。",
    ),
    "room.took_part": (
        "Attendance was not recorded. {delegations} took part: they asked for the floor or handed in a"
        " text.",
        "未记录出席情况。参加会议者：{delegations}（要求发言或提交文本）。",
    ),
    "room.recorded_not_told": (
        "Attendance was recorded. Without counts it is not shown.",
        "已记录出席情况；不列数字时不予显示。",
    ),
    "room.not_recorded": ("Attendance was not recorded.", "未记录出席情况。"),
    "room.quorum_needed": (
        "The quorum is {open} to open the meeting and {decide} to take decisions.",
        "法定人数：开会须有{open}个代表团出席，作出决定须有{decide}个。",
    ),
    "room.quorum_decides": ("There was a quorum for decisions.", "已达到作出决定的法定人数。"),
    "room.quorum_opens": (
        "There was a quorum to open the meeting, but not for decisions.",
        "已达到开会的法定人数，但未达到作出决定的法定人数。",
    ),
    "room.quorum_missed": ("There was no quorum.", "未达到法定人数。"),
    "room.row_quorum": ("QUORUM", "法定人数"),
    "room.quorum_now": (
        "{here} of {of} present; needed: {open} to open, {decide} to decide",
        "{of}个中{here}个出席；开会需{open}个，决定需{decide}个",
    ),
    "room.count_now": ("{told} ({count} marked in all)", "{told}（共标记{count}个）"),
}

ACTS: dict[str, tuple[str, str]] = {
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
}

REFUSALS: dict[str, tuple[str, str]] = {
    "refusal.join_with_what": (
        "No item is open. Name both: `join {item} 3`, or open one first.",
        "没有进行中的议程项目。请写明两个项目，如 join {item} 3，或先开始一个。",
    ),
    "refusal.joined_already": (
        "Taken up now: {items}. Name another item to take together with it.",
        "正在审议：{items}。请写明另一个要合并审议的项目。",
    ),
    "refusal.adjourn_leaves_names": (
        "To adjourn anyway, type `adjourn!`. Still waiting ({count}): {names}.",
        "如仍要休会，请输入 adjourn!。仍在等候发言（{count}）：{names}。",
    ),
    "refusal.adjourn_leaves_items": (
        "Items not taken up: {items}. To adjourn anyway, type `adjourn!`.",
        "尚未审议的项目：{items}。如仍要休会，请输入 adjourn!。",
    ),
    "refusal.adjourn_leaves_both": (
        "To adjourn anyway, type `adjourn!`. Items not taken up: {items}. "
        "Still waiting ({count}): {names}.",
        "如仍要休会，请输入 adjourn!。尚未审议的项目：{items}。仍在等候发言（{count}）：{names}。",
    ),
    "refusal.extend_sitting": (
        "Nobody has the floor. To extend sitting {sitting} to {end}, give the reason: `{line}…`",
        "目前无人发言。如要将第{sitting}次会议延长至 {end}，请写明理由：{line}…",
    ),
    "refusal.no_floor_act": ("There is no act on the floor to undo.", "没有可撤回的发言操作。"),
    "refusal.floor_act_needed": (
        "Later acts depend on the last act on the floor. Undo them one by one: `undo`",
        "后来的操作以最近一次发言操作为前提；请用 undo 逐一撤回。",
    ),
    "refusal.presides_who": (
        "Who presides? `preside Vice-Chair, Jane Roe`; `preside chair` for the Chair.",
        "由谁主持？如 preside 副主席张三；主席返回时用 preside chair。",
    ),
    "refusal.presides_when": (
        "The meeting is adjourned. Say since when: `preside at 15:40 Vice-Chair`.",
        "会议已休会。请注明时间：preside at 15:40 副主席。",
    ),
    "refusal.presides_already": ("That person is already presiding.", "已由该人主持。"),
    "refusal.chair_presides": ("The Chair is already presiding.", "已由主席主持。"),
}
