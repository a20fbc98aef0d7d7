"""Sentences of procedure: how an end comes about, and what the Chair might propose."""

SENTENCES: dict[str, tuple[str, str]] = {
    "procedure.sum": ("{parts}: {clock}", "{parts}：{clock}"),
    "procedure.request_at": ("{nth} at place {place}", "{nth}：第{place}位"),
    "procedure.request_reply": ("{nth} a right of reply", "{nth}：答辩"),
    "procedure.request_elsewhere": ("{nth} on item {item}", "{nth}：项目{item}"),
    "procedure.comma": (", ", "，"),
    "procedure.and_last": ("{first} and {last}", "{first}，{last}"),
    "procedure.sum_order": ("{length} for points of order", "程序问题{length}"),
    "procedure.sum_speaker": ("{length} left of the speaker", "正在发言者还有{length}"),
    "procedure.sum_turns": ("{count} speakers at {length}", "{count}位发言者各{length}"),
    "procedure.sum_turn": ("1 speaker at {length}", "1位发言者{length}"),
    "procedure.sum_more_turns": ("{count} at {length}", "{count}位各{length}"),
    "procedure.sum_presentations": ("{length} of presentations", "专题介绍{length}"),
    "procedure.sum_between": ("{seconds} s between them", "每次交接{seconds}秒"),
    "procedure.sum_closing": ("{length} to close", "结束语{length}"),
    "procedure.sum_kept": (
        "{length} kept of the planned minutes for who may still ask",
        "计划时间中为可能的后续申请保留{length}",
    ),
    "procedure.sum_nothing": ("nothing to come", "无待发言"),
    "procedure.limit_of": ("{length}", "{length}"),
    "procedure.limit_of_tier": ("{length} for {tier}", "{tier}{length}"),
    "procedure.limit": (
        "Set {limits} and all are heard by {clock} ({sum})",
        "发言时限设为{limits}，全部发言可于{clock}前结束（{sum}）",
    ),
    "procedure.limit_not_enough": (
        "Even at {limits} all are heard only by {clock}, after {target} ({sum})",
        "即使时限为{limits}，全部发言也要到{clock}才结束，晚于{target}（{sum}）",
    ),
    "procedure.limit_not_needed": (
        "At {limits} all are heard by {clock}, not after {target} ({sum})",
        "时限为{limits}，全部发言可于{clock}前结束，不晚于{target}（{sum}）",
    ),
    "procedure.more_fit": (
        "Room for {count} more before {target}: from {clock}, at {length} and {seconds} s between them",
        "{target}之前还可容纳{count}位：自{clock}起，各{length}，每次交接{seconds}秒",
    ),
    "procedure.close_by": (
        "Close the list by {clock}: room for {count} more before {target}, {each} each",
        "请于{clock}前截止登记：{target}之前还可容纳{count}位，每位{each}",
    ),
    "procedure.close_by_often": (
        "Close the list by {clock}: room for {count} more before {target}, {each} each, and one asks every {every}",
        "请于{clock}前截止登记：{target}之前还可容纳{count}位，每位{each}，约每{every}有一位申请",
    ),
    "procedure.close_full": (
        "Close the list now: nobody else fits before {target}",
        "请立即截止登记：{target}之前已无法再容纳其他发言者",
    ),
    "procedure.close_saves": (
        "Close the list now: {clock} instead of {open_clock}, {minutes} min less",
        "立即截止登记：{clock}结束，而非{open_clock}，节省{minutes}分钟",
    ),
    "procedure.close_saves_if": (
        "Close the list now: {clock}; if one asks every {every}, as lately, it is {open_clock}",
        "立即截止登记：{clock}结束；如果仍像近来每{every}有一位申请，则到{open_clock}",
    ),
    "procedure.extension": (
        "{minutes} min more: item {item} until {clock}",
        "延长{minutes}分钟：项目{item}至{clock}",
    ),
    "procedure.extension_moves": ("items {items} later", "项目{items}推迟"),
    "procedure.extension_moves_one": ("item {items} later", "项目{items}推迟"),
    "procedure.extension_eats": (
        "{minutes} min of the sitting's own item",
        "占用专场项目{minutes}分钟",
    ),
    "procedure.extension_overflow": (
        "{minutes} min more after the end",
        "超出会议结束时间再增{minutes}分钟",
    ),
    "procedure.extension_not_reached": ("not reached: {items}", "无法审议：{items}"),
    "procedure.extension_free": ("nothing else moves", "其他项目不受影响"),
    "procedure.block_whole": ("Item {item} has its {length}", "项目{item}保有{length}"),
    "procedure.block_eaten": (
        "Item {item} loses {minutes} min of its {length}",
        "项目{item}的{length}将被占用{minutes}分钟",
    ),
    "procedure.block_late": ("{minutes} by a late start", "因开始较晚{minutes}分钟"),
    "procedure.block_shorter": ("{minutes} by a shorter sitting", "因会议较短{minutes}分钟"),
    "procedure.block_carried": ("{minutes} by lists carried over", "因结转名单{minutes}分钟"),
    "procedure.carry_over": (
        "Left at {clock}: {count}, going on at {resumes} for {length}",
        "{clock}时尚余{count}位，{resumes}继续，需{length}",
    ),
    "procedure.carry_over_last": (
        "Left at {clock}: {count}, with no sitting after it; {length} are missing",
        "{clock}时尚余{count}位，其后没有会议，尚需{length}",
    ),
    "procedure.carry_over_advice": (
        "Not heard before {clock}, even at {limits}: {count} of {waiting}; close the list and carry it over",
        "即使时限为{limits}，{waiting}位中仍有{count}位在{clock}前无法发言：请截止登记并结转",
    ),
    "procedure.carry_over_no_limit": (
        "Not heard before {clock}: {count} of {waiting}; close the list and carry it over",
        "{waiting}位中有{count}位在{clock}前无法发言：请截止登记并结转",
    ),
    "procedure.requests_one": ("one more request", "尚有1位申请发言"),
    "procedure.requests": ("{count} more requests", "尚有{count}位申请发言"),
    "procedure.with_reply": (
        "{requests}, one a right of reply",
        "{requests}（其中1位为答辩）",
    ),
    "procedure.with_replies": (
        "{requests}, {count} of them rights of reply",
        "{requests}（其中{count}位为答辩）",
    ),
    "procedure.minutes_one": ("one minute", "1分钟"),
    "procedure.minutes": ("{count} minutes", "{count}分钟"),
    "procedure.before": ("{minutes} before {clock}", "到{clock}还有{minutes}"),
    "procedure.propose_limit": (
        "I have {requests}. To hear all by {clock}, I propose {limits}.",
        "{requests}。为在{clock}前听取全部发言，我建议发言时限为{limits}。",
    ),
    "procedure.propose_close": (
        "I see {requests} and {minutes}; I propose to close the list.",
        "{requests}，{minutes}；我建议截止发言名单。",
    ),
    "procedure.propose_close_late": (
        "I see {requests} and we are past the time for this item; I propose to close the list.",
        "{requests}，本项目已超时；我建议截止发言名单。",
    ),
    "procedure.propose_carry": (
        "I see {requests} and {minutes}; I propose to close the list and to hear the remaining speakers in the next sitting.",
        "{requests}，{minutes}；我建议截止发言名单，其余发言者在下次会议继续。",
    ),
    "procedure.propose_rest": (
        "I see {requests} and {minutes}; I propose to close the list and to receive the remaining statements in writing.",
        "{requests}，{minutes}；我建议截止发言名单，其余发言以书面提交。",
    ),
    "procedure.hours": ("{hours} h", "{hours}小时"),
    "procedure.hours_minutes": ("{hours} h {minutes:02}", "{hours}小时{minutes:02}分"),
    "procedure.names_and_more": ("{names} and {count} more", "{names}，另有{count}个"),
    "procedure.later_day": ("+{days} d {clock}", "+{days}天 {clock}"),
    "procedure.other_day": ("{day} {clock}", "{day} {clock}"),
    "procedure.day": ("{day} {month}", "{month}{day}日"),
    "procedure.moment": ("{day}, {clock}", "{day} {clock}"),
    "procedure.odd": ("Looks odd: {what}", "看来异常：{what}"),
    "procedure.odd_which": ("{name} ({length})", "{name}（{length}）"),
    "procedure.and_more": ("{which} and {count} more", "{which}，另有{count}项"),
    "procedure.odd_long_turn": (
        "interventions of an hour or more: {which}",
        "一小时以上的发言：{which}",
    ),
    "procedure.odd_short_turn": (
        "interventions of less than three seconds: {which}",
        "不足三秒的发言：{which}",
    ),
    "procedure.odd_late_start": (
        "sittings opened an hour or more late: {which}",
        "晚开一小时以上的会议：{which}",
    ),
    "procedure.odd_early_start": (
        "sittings opened an hour or more early: {which}",
        "早开一小时以上的会议：{which}",
    ),
    "procedure.odd_not_held": ("sittings that were not held: {which}", "未举行的会议：{which}"),
    "procedure.odd_no_minutes": (
        "items planned for no minutes: {which}",
        "计划时间为零的项目：{which}",
    ),
    "procedure.odd_out_of_order": (
        "items taken up in another order than planned: {which}",
        "未按计划次序讨论的项目：{which}",
    ),
    "procedure.odd_long_item": (
        "items open an hour or more longer than their sittings: {which}",
        "持续时间超过所在会议一小时以上的项目：{which}",
    ),
    "procedure.odd_beyond_day": (
        "a list longer than all sittings: item {which}",
        "名单所需时间超过全部会议：项目{which}",
    ),
}
