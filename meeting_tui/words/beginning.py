"""What is said before anybody has spoken: how to begin, the agenda, what a demonstration is."""

SENTENCES: dict[str, tuple[str, str]] = {
    "begin.open": (
        "Not open yet. To open the meeting, type `{lead}open`.",
        "尚未开会。输入 {lead}open 宣布开会。",
    ),
    "begin.item": (
        "No item is open. To open one, type `{lead}item {item}`.",
        "没有进行中的项目。输入 {lead}item {item} 开始该项目。",
    ),
    "begin.reopen": (
        "No item is open. To hear the list kept for item {item}, type `{lead}reopen {item}`.",
        "没有进行中的项目。如要继续项目{item}保留的名单，请输入 {lead}reopen {item}。",
    ),
    "begin.no_item_left": (
        "All items are closed. To end the meeting, type `{lead}adjourn`.",
        "所有项目均已结束。输入 {lead}adjourn 宣布休会。",
    ),
    "begin.sitting": ("Sitting {number}", "第{number}次会议"),
    "begin.more": ("… {count} more {count:line|lines}", "……另有{count}行"),
    "begin.demonstration": (
        "Demonstration: every statement is invented. Try anything.",
        "这是演示，所有发言均为虚构，可随意试用。",
    ),
}
