"""Sentences of the report draft as a whole: its head, its introduction, how it counts and names.

Key -> (English, Chinese). English reads as a Chair's summary, Chinese as the Chinese version of a
United Nations report; so in `report_digest` and `report_sheets`.
"""

SENTENCES: dict[str, tuple[str, str]] = {
    # The document
    "draft.title_annex": (
        "Secretariat's annex to the report of the Chair",
        "主席报告秘书处附件",
    ),
    "draft.head": ("{meeting}, {date}", "{meeting}，{date}"),
    "draft.head_draft": ("{meeting}, {date}: DRAFT", "{meeting}，{date}：草案"),
    "draft.head_demonstration": (
        "{meeting}, {date}: DEMONSTRATION, every statement is invented",
        "{meeting}，{date}：演示，所有发言均为虚构",
    ),
    "draft.foot": (
        "Session log {session}, as of {date}, {time} ({zone})",
        "会议日志{session}，截至{date}{time}（{zone}）",
    ),
    "draft.foot_anchor": (
        "Session log {session}, as of {date}, {time} ({zone}), anchor {anchor}",
        "会议日志{session}，截至{date}{time}（{zone}），锚值 {anchor}",
    ),
    "draft.lost": (
        "{count:Entry|Entries} {place} of the session log {count:was|were} lost; this report is"
        " made without {count:it|them}.",
        "会议日志第{place}条记录已丢失，本报告不含其内容。",
    ),
    "draft.set_apart": (
        "{count} {count:entry|entries} of the session log could not be used, as something before"
        " was lost.",
        "会议日志有{count}条记录因此前内容丢失而未能采用。",
    ),
    "draft.date": ("{day} {month} {year}", "{year}年{month}月{day}日"),
    "draft.days": ("{days} {month} {year}", "{year}年{month}月{days}"),
    "draft.two_days": ("{first} and {last}", "{first}日至{last}日"),
    "draft.day_range": ("{first}-{last}", "{first}日至{last}日"),
    "draft.day_number": ("{day}", "{day}日"),
    "draft.short_day": ("{day} {month}", "{month}月{day}日"),
    "draft.clock_of": ("{time} on {day}", "{day}{time}"),
    "draft.month.1": ("January", "1"),
    "draft.month.2": ("February", "2"),
    "draft.month.3": ("March", "3"),
    "draft.month.4": ("April", "4"),
    "draft.month.5": ("May", "5"),
    "draft.month.6": ("June", "6"),
    "draft.month.7": ("July", "7"),
    "draft.month.8": ("August", "8"),
    "draft.month.9": ("September", "9"),
    "draft.month.10": ("October", "10"),
    "draft.month.11": ("November", "11"),
    "draft.month.12": ("December", "12"),
    "draft.clock_twice": ("{time} (UTC{offset})", "{time}（UTC{offset}）"),
    "draft.clock_on": ("{date} at {time}", "{date}{time}"),
    "draft.span": ("{start} to {end}", "{start}至{end}"),
    # How texts are joined
    "draft.comma": (", ", "、"),
    "draft.and": ("{first} and {last}", "{first}和{last}"),
    "draft.clause": (", ", "，"),
    "draft.while": ("{first}, while {last}", "{first}，另有{last}"),
    "draft.semicolon": ("; ", "；"),
    "draft.between": (" / ", " / "),
    "draft.full_stop": ("{text}.", "{text}。"),
    "draft.colon": ("{who}: {text}", "{who}：{text}"),
    "draft.brackets": (" ({text})", "（{text}）"),
    "draft.none": ("none", "无"),
    "draft.open": ("not recorded", "未记录"),
    # What must not be missed
    "draft.notice": (
        "DRAFT. It shows the session log as of {date}, {time}, until it is declared final.",
        "草案。反映截至{date}{time}的会议日志，宣布定稿前均为草案。",
    ),
    "draft.final": ("Declared final on {date} at {time}.", "本文已于{date}{time}宣布定稿。"),
    "draft.rehearsal": (
        "REHEARSAL: nothing below was said at a meeting.",
        "演练：以下内容均非会议实际发言。",
    ),
    "draft.demonstration": (
        "DEMONSTRATION: every statement below is invented. No delegation said any of this.",
        "演示：以下发言均为虚构，任何代表团均未作此发言。",
    ),
    "draft.not_verified": (
        "The session log could not be verified. Compare this text with the notes before you use it.",
        "会议日志未能通过核验。使用本文前请与笔记核对。",
    ),
    "draft.unlisted": (
        "Names that are not in the list of delegations: {count}. They count as other speakers, with no State behind them.",
        "不在代表团名单中的名称：{count}个。它们列为其他发言者，不计入国家数目。",
    ),
    "draft.gaps": (
        "The computer's clock stopped or was changed during the meeting (times: {count}). Compare the times with the notes.",
        "会议期间计算机时钟曾中断或被调整（{count}次）。请将时间与笔记核对。",
    ),
    "draft.open_points": (
        "Open points on the checklist: {count} ({kinds}). Among them: {ids}.",
        "核对表上的未处理事项：{count}项（{kinds}）。其中：{ids}。",
    ),
    "draft.open_points_more": (
        "Open points on the checklist: {count} ({kinds}). Among them: {ids} and others."
        " `meeting-tui checklist` lists all.",
        "核对表上的未处理事项：{count}项（{kinds}）。其中：{ids}等。全部事项见 meeting-tui checklist。",
    ),
    "draft.open_name": ("a name", "一个名称"),
    "draft.still_speaking": (
        "Somebody was still speaking when this text was made.",
        "编写本文时，仍有代表团在发言。",
    ),
    "draft.names_taken_out": (
        "Names were replaced in the text of {places}. Check these lines.",
        "{places}的文字中有名称被替换。请复核这些文字。",
    ),
    "draft.by_hand": (
        "Rewrite the text of {places} by hand: it may still show who spoke.",
        "请人工改写{places}的文字：其中仍可能看出发言者。",
    ),
    # Introduction
    "draft.introduction": ("Introduction", "导言"),
    "draft.held_at": (
        "The meeting was held on {date} at {venue}.",
        "会议于{date}在{venue}举行。",
    ),
    "draft.held": ("The meeting was held on {date}.", "会议于{date}举行。"),
    "draft.was_planned": ("It was planned for {date}.", "原定于{date}举行。"),
    "draft.planned": ("The meeting is planned for {date}.", "会议定于{date}举行。"),
    "draft.chair": ("{chair} chaired the meeting.", "会议由{chair}主持。"),
    "draft.chair_planned": ("The Chair is {chair}.", "主席为{chair}。"),
    "draft.untranslated": (
        "Notes are in the language in which they were taken.",
        "笔记保留记录时所用的语言。",
    ),
    "draft.rules": ("The rules of procedure of the {name} were applied.", "适用{name}的议事规则。"),
    "draft.rules_planned": (
        "The rules of procedure of the {name} apply.",
        "适用{name}的议事规则。",
    ),
    "draft.rules_flat_planned": (
        "Delegations speak in the order in which they ask for the floor.",
        "各代表团按申请顺序发言。",
    ),
    "draft.rules_flat": (
        "Delegations spoke in the order in which they asked for the floor.",
        "各代表团按申请顺序发言。",
    ),
    "draft.sitting_held": (
        "Sitting {id} was held from {start} to {end} (planned: {planned}).",
        "第{id}次会议于{start}至{end}举行（原定{planned}）。",
    ),
    "draft.sitting_open": (
        "Sitting {id} was opened at {start} (planned: {planned}).",
        "第{id}次会议于{start}开始（原定{planned}）。",
    ),
    "draft.sitting_not_held": (
        "Sitting {id} was not held (planned: {planned}).",
        "第{id}次会议未举行（原定{planned}）。",
    ),
    "draft.sitting_to_come": (
        "Sitting {id} is still to come (planned: {planned}).",
        "第{id}次会议尚未举行（原定{planned}）。",
    ),
    "draft.heard": (
        "Statements were made by {who} ({statements}).",
        "发言者为{who}（{statements}）。",
    ),
    "draft.heard_podium": ("The podium made {statements}.", "主席台作了{statements}。"),
    "draft.heard_anonymous": ("Delegations made statements.", "代表团作了发言。"),
    "draft.nobody_heard": ("No statements were made.", "会上没有发言。"),
    "draft.attribution.named": (
        "This text names those who spoke. Do not circulate it unless this is intended.",
        "本文列出发言者名称；除非另有决定，不予分发。",
    ),
    "draft.attribution.counted": (
        "This text names no delegations, except States that gave presentations.",
        "除作专题介绍的国家外，本文不列代表团名称。",
    ),
    "draft.attribution.anonymous": (
        "This text neither names nor counts delegations, except that it names States that gave presentations.",
        "除列出作专题介绍的国家外，本文既不列代表团名称，也不计数。",
    ),
    "draft.how_counted": (
        "Figures in brackets give who spoke, how many statements they made and, where it is another"
        " number, how many States are behind them: the speakers' own, {members} and those that"
        " aligned, each counted once. The absence of objection is not taken as agreement.",
        "括号内为发言者、发言次数以及（数目不同时）其所代表的国家数：发言国本身、{members}以及表示赞同的国家，"
        "每个国家只计一次。没有代表团表示异议，不视为同意。",
    ),
    "draft.members.none": ("no other members of their groups", "所属集团的其他成员不计在内"),
    "draft.members.present": (
        "the members of their groups present at some time during the day",
        "所代表集团当天曾在场的成员",
    ),
    "draft.members.all": ("all members of their groups", "所代表集团的全体成员"),
    "draft.bands": (
        "States are counted in words as follows: {bands}. Organisations are counted exactly.",
        "国家数目的用语如下：{bands}。组织按实际数目列出。",
    ),
    "draft.band": ("“{word}” for {numbers}", "“{word}”指{numbers}"),
    "draft.band_one": ("{first}", "{first}个"),
    "draft.band_range": ("{first} to {last}", "{first}至{last}个"),
    "draft.band_or_more": ("{first} or more", "{first}个及以上"),
    "draft.band_most": (
        "“most” for more than half of the States that spoke on the matter, if at least {least}",
        "“大多数”指就有关事项发言的国家半数以上且不少于{least}个",
    ),
    "draft.band_majority": (
        "“a large majority” for {percent} % of them or more, if at least {among} spoke",
        "“绝大多数”指其中{percent}%及以上（至少{among}个国家发言时）",
    ),
    "draft.band_all_but": (
        "“all but one” and the like for {percent} % of them or more, if at most {left} {left:is|are} left",
        "“除一个国家外”等用语指其中{percent}%及以上（其余不超过{left}个时）",
    ),
    "draft.items": ("Items and times", "议程项目和时间"),
    "draft.schedule": ("Changes to the schedule", "日程变动"),
    "draft.no_schedule": ("The schedule was not changed.", "日程没有变动。"),
    "draft.changed": ("{time}: {what}. Reason: ", "{time}：{what}。理由："),
    "draft.change.move": (
        "item {place} was moved to {becomes} (planned before: {was})",
        "议程项目{place}改到{becomes}（原定{was}）",
    ),
    "draft.change.time": (
        "{place} was given {becomes} (planned before: {was})",
        "{place}的时间改为{becomes}（原定{was}）",
    ),
    "draft.change.split": (
        "item {place} was divided: {becomes} (planned before: {was})",
        "议程项目{place}分段审议：{becomes}（原定{was}）",
    ),
    "draft.change.add": (
        "“{becomes}” was added as {place}, with {was}",
        "增列{place}“{becomes}”，时间{was}",
    ),
    "draft.change.drop": ("segment {place} was cancelled", "取消环节{place}"),
    "draft.change.hold": ("segment {place} was confirmed", "确定举行环节{place}"),
    "draft.change.sitting": (
        "sitting {place} was moved to {becomes} (planned before: {was})",
        "第{place}次会议改为{becomes}（原定{was}）",
    ),
    # How many
    "draft.who.one": ("one State", "一个国家"),
    "draft.who.few": ("a few States", "几个国家"),
    "draft.who.some": ("some States", "一些国家"),
    "draft.who.several": ("several States", "若干国家"),
    "draft.who.many": ("many States", "许多国家"),
    "draft.who.most": ("most of the States that spoke on it", "大多数发言国家"),
    "draft.who.majority": (
        "a large majority of the States that spoke on it",
        "绝大多数发言国家",
    ),
    "draft.who.all_but": (
        "all but {left} of the States that spoke on it",
        "除{left}个国家外的所有发言国家",
    ),
    "draft.as_well_as": ("{first}, as well as {last},", "{first}以及{last}"),
    "draft.class.states.one": ("{count} State", "{count}个国家"),
    "draft.class.states.other": ("{count} States", "{count}个国家"),
    "draft.class.regional.one": ("{count} regional organisation", "{count}个区域组织"),
    "draft.class.regional.other": ("{count} regional organisations", "{count}个区域组织"),
    "draft.class.international.one": ("{count} international organisation", "{count}个国际组织"),
    "draft.class.international.other": ("{count} international organisations", "{count}个国际组织"),
    "draft.class.civil_society.one": (
        "{count} civil society organisation",
        "{count}个民间社会组织",
    ),
    "draft.class.civil_society.other": (
        "{count} civil society organisations",
        "{count}个民间社会组织",
    ),
    "draft.class.industry.one": ("{count} industry representative", "{count}名业界代表"),
    "draft.class.industry.other": ("{count} industry representatives", "{count}名业界代表"),
    "draft.class.others.one": ("{count} other speaker", "{count}名其他发言者"),
    "draft.class.others.other": ("{count} other speakers", "{count}名其他发言者"),
    "draft.number.1": ("one", "一"),
    "draft.number.2": ("two", "两"),
    "draft.number.3": ("three", "三"),
    "draft.number.4": ("four", "四"),
    "draft.number.5": ("five", "五"),
    "draft.number.6": ("six", "六"),
    "draft.number.7": ("seven", "七"),
    "draft.number.8": ("eight", "八"),
    "draft.number.9": ("nine", "九"),
    "draft.counted": ("{who} ({classes}; {statements})", "{who}（{classes}，{statements}）"),
    "draft.counted_behind": (
        "{who} ({classes}; {statements}; {states} behind them)",
        "{who}（{classes}，{statements}，代表{states}）",
    ),
    "draft.counted_plain": ("{who} ({statements})", "{who}（{statements}）"),
    "draft.counted_plain_behind": (
        "{who} ({statements}; {states} behind them)",
        "{who}（{statements}，代表{states}）",
    ),
    "draft.statements.one": ("{count} statement", "{count}次发言"),
    "draft.statements.other": ("{count} statements", "{count}次发言"),
    "draft.delegations.one": ("{count} delegation", "{count}个代表团"),
    "draft.delegations.other": ("{count} delegations", "{count}个代表团"),
    "draft.states.one": ("{count} State", "{count}个国家"),
    "draft.states.other": ("{count} States", "{count}个国家"),
    "draft.requests.one": ("{count} request", "{count}项请求"),
    "draft.requests.other": ("{count} requests", "{count}项请求"),
    "draft.minutes.one": ("{count} minute", "{count}分钟"),
    "draft.minutes.other": ("{count} minutes", "{count}分钟"),
    "draft.no_minute": ("less than a minute", "不到1分钟"),
    # Names
    "draft.a_delegation": ("a delegation", "一个代表团"),
    "draft.a_group": ("a group of delegations", "一个国家集团"),
    "draft.delegations_at_large": ("delegations", "代表团"),
    "draft.guest": ("invited guest speaker", "特邀发言嘉宾"),
    "draft.the": ("the {name}", "{name}"),
    "draft.on_behalf": ("{name} on behalf of {group}", "{name}代表{group}"),
    "draft.aligned": ("{who} (aligned: {names})", "{who}（表示赞同：{names}）"),
    "draft.person": ("{who} ({person})", "{who}（{person}）"),
}
