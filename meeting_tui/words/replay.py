"""What a replay says: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    "replay.mark": ("REPLAY {time} – read-only", "回放 {time} – 只读"),
    "replay.comma": (", ", "、"),
    "replay.turn_of": ("turn {number} of {count}", "第{number}个发言，共{count}次"),
    "replay.nothing_recorded": (
        "This is a replay of {time}; nothing is recorded. To go somewhere, type a time, a name or an item.",
        "这是{time}的回放，不作任何记录。输入时间、名称或项目即可转到该处。",
    ),
    "replay.greeting": (
        "The meeting at {time}. Space: next turn. Backspace: back. Or type a time or a name.",
        "会议在{time}时的情况。空格键到下一次发言，退格键返回；也可输入时间或名称。",
    ),
    "replay.placeholder": (
        "Go to: 11:42, mexico, item 3, turn 12, start, end",
        "转到：11:42、墨西哥、item 3、turn 12、start、end",
    ),
    "replay.before_start": (
        "{typed} is before the first entry. This is the start, {time}.",
        "{typed}早于第一条记录；现显示开头{time}。",
    ),
    "replay.after_end": (
        "{typed} is after the last entry. This is the end, {time}.",
        "{typed}晚于最后一条记录；现显示结尾{time}。",
    ),
    "replay.is_start": ("This is the start.", "这是开头。"),
    "replay.is_end": ("This is the end.", "这是结尾。"),
    "replay.nowhere": (
        "Unknown: “{typed}”. Type a time, a name, an item, a turn, start or end.",
        "无法转到“{typed}”；请输入时间、名称、项目、发言序号、start或end。",
    ),
    "replay.no_turn": (
        "There is no turn {number}; there {count:is|are} {count}.",
        "没有第{number}个发言，共{count}次。",
    ),
    "replay.no_item": ("Item {item} was never opened.", "项目{item}从未开始。"),
    "replay.item_opened": ("Item {item} begins.", "项目{item}开始。"),
    "replay.item_opened_again": (
        "Item {item} begins, opening {number} of {count}.",
        "项目{item}开始，第{number}次，共{count}次。",
    ),
    "replay.never_spoke": ("{name} did not speak.", "{name}没有发过言。"),
    "replay.which_one": ("Which one: {names}?", "哪一个：{names}？"),
    "replay.spoke_once": ("{name} spoke once, at {times}.", "{name}发言一次，{times}。"),
    "replay.of_several": (
        "{name}, turn {number} of {count}: {times}. Type it again for the next one.",
        "{name}，第{number}次，共{count}次：{times}。再次输入则到下一次。",
    ),
    "replay.happened": ("{time} {what}", "{time} {what}"),
    "replay.no_session": (
        "There is no session of “{name}” yet, so there is nothing to replay.",
        "“{name}”还没有会议日志，无从回放。",
    ),
    "replay.left": ("Nothing was recorded in {folder}.", "{folder}中未作任何记录。"),
    "replay.hint_turn_on": ("Next turn", "下一发言"),
    "replay.hint_turn_back": ("Back", "返回"),
    "replay.hint_minute": ("Minute", "分钟"),
    "replay.hint_item": ("Item", "项目"),
    "replay.hint_edge": ("Start, end", "开头、结尾"),
    "replay.hint_go_there": ("Go there", "转到"),
    "replay.label_turn_on": ("go to the next turn", "转到下一次发言"),
    "replay.label_turn_back": ("go to the previous turn", "转到上一次发言"),
    "replay.label_minute_on": ("go forward one minute", "前进一分钟"),
    "replay.label_minute_back": ("go back one minute", "后退一分钟"),
    "replay.label_item_on": ("go to the next item", "转到下一个项目"),
    "replay.label_item_back": ("go to the previous item", "转到上一个项目"),
    "replay.label_start": ("go to the start", "转到开头"),
    "replay.label_end": ("go to the end", "转到结尾"),
    "replay.label_go": ("go to …", "转到……"),
    "replay.act_turn_on": (
        "In a replay: go to the start of the next turn.",
        "回放时：转到下一次发言开始时。",
    ),
    "replay.act_turn_back": (
        "In a replay: go to the start of this turn, or of the one before.",
        "回放时：转到本次或上一次发言开始时。",
    ),
    "replay.act_minute_on": ("In a replay: one minute later.", "回放时：一分钟之后。"),
    "replay.act_minute_back": ("In a replay: one minute earlier.", "回放时：一分钟之前。"),
    "replay.act_item_on": (
        "In a replay: go to the opening of the next item.",
        "回放时：转到下一个项目开始的时刻。",
    ),
    "replay.act_item_back": (
        "In a replay: go to the opening of this item, or of the one before.",
        "回放时：转到本项目或上一个项目开始的时刻。",
    ),
    "replay.act_start": ("In a replay: go to the start.", "回放时：转到开头。"),
    "replay.act_end": (
        "In a replay: go to the newest moment, also of a meeting still under way.",
        "回放时：最新的情况，包括仍在进行的会议。",
    ),
    "replay.act_go": (
        "In a replay: go to a time (11:42), the turns of a delegation (mexico), an item (item 3) or"
        " a turn (turn 12).",
        "回放时：转到某一时间（11:42）、某代表团的发言（墨西哥）、某一项目（item 3）或某次发言（turn 12）。",
    ),
    "replay.place_item": ("go to item {item}, {title}", "转到项目{item}：{title}"),
    "replay.place_name": ("go to {name}", "转到{name}"),
    "replay.place_item_when": ("Opened {times}.", "{times}开始。"),
    "replay.place_name_when": ("Spoke at {times}.", "{times}发言。"),
    "replay.plain_mark": (
        "Replay of {time}, read-only; nothing is recorded.",
        "{time}的回放，只读，不作任何记录。",
    ),
    "replay.plain_how": (
        "Forward: turn, minute, item. Back: back turn, back minute, back item. Go to: a time, a"
        " name, item 3, turn 12, start, end. list shows who is waiting; quit leaves.",
        "turn、minute、item前进；back turn、back minute、back item后退；输入时间、名称、item 3、turn"
        " 12、start或end转到该处；list列出等候者；quit离开。",
    ),
}
