"""Sentences of the report draft and its sheets: key -> (English, Chinese).

English reads as a Chair's summary, Chinese as the Chinese version of a United Nations report.
"""

SENTENCES: dict[str, tuple[str, str]] = {
    # The document
    "draft.title": ("Report of the Chair", "主席的报告"),
    "draft.head": ("{meeting}, {date}", "{meeting}，{date}"),
    "draft.head_draft": ("{meeting}, {date}: DRAFT", "{meeting}，{date}：草稿"),
    "draft.foot": (
        "Session log {session} as it stood on {date} at {time} ({zone})",
        "会议记录{session}，截至{date}{time}（{zone}）",
    ),
    "draft.date": ("{day} {month} {year}", "{year}年{month}月{day}日"),
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
    "draft.clock_on": ("{date} at {time}", "{date}{time}"),
    "draft.span": ("{start} to {end}", "{start}至{end}"),
    # How texts are joined
    "draft.comma": (", ", "、"),
    "draft.and": ("{first} and {last}", "{first}和{last}"),
    "draft.clause": (", ", "，"),
    "draft.while": ("{first}, while {last}", "{first}，而{last}"),
    "draft.semicolon": ("; ", "；"),
    "draft.between": (" / ", " / "),
    "draft.full_stop": ("{text}.", "{text}。"),
    "draft.colon": ("{who}: {text}", "{who}：{text}"),
    "draft.brackets": (" ({text})", "（{text}）"),
    "draft.none": ("none", "无"),
    "draft.open": ("not recorded", "未记录"),
    # What must not be missed
    "draft.notice": (
        "DRAFT, made from the session log as it stood on {date} at {time}. It remains a draft until"
        " it is declared final.",
        "草稿：根据截至{date}{time}的会议记录编写，在宣布定稿之前均为草稿。",
    ),
    "draft.rehearsal": (
        "REHEARSAL: nothing below was said at a meeting.",
        "演练：以下内容均非会议实际发言。",
    ),
    "draft.not_verified": (
        "The session log could not be verified. Compare this text with the notes before it is used.",
        "会议记录未能通过核验。使用本文前请与笔记核对。",
    ),
    "draft.unlisted": (
        "Names that are not in the list of delegations: {count}. They are counted as delegations,"
        " with no State behind them.",
        "不在代表团名单中的名称：{count}个。这些名称按代表团计数，但不计入国家数目。",
    ),
    "draft.gaps": (
        "The clock of the machine stood still or was set during the meeting (times: {count})."
        " Compare the times with the notes.",
        "会议期间计算机时钟曾中断或被调整（{count}次）。请将时间与笔记核对。",
    ),
    "draft.still_speaking": (
        "A statement was still being made when this text was written.",
        "编写本文时，仍有代表团正在发言。",
    ),
    "draft.names_taken_out": (
        "Somebody was named in the text of {places}; the name was replaced by a neutral phrase."
        " Read these lines again.",
        "{places}的文字中点名提到了他方，名称已改为中性措辞。请复核这些文字。",
    ),
    # Introduction
    "draft.introduction": ("Introduction", "导言"),
    "draft.held_at": (
        "The meeting was held on {date} at {venue}.",
        "会议于{date}在{venue}举行。",
    ),
    "draft.held": ("The meeting was held on {date}.", "会议于{date}举行。"),
    "draft.planned": ("The meeting is planned for {date}.", "会议定于{date}举行。"),
    "draft.chair": ("{chair} was in the Chair.", "会议由{chair}主持。"),
    "draft.rules": ("Rules of procedure applied: {name}.", "适用的议事规则：{name}。"),
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
        "第{id}次会议没有举行（原定{planned}）。",
    ),
    "draft.heard": (
        "In all, participants heard {statements} by {delegations} and {podium} from the podium.",
        "与会者共听取了{delegations}的{statements}和主席台上的{podium}。",
    ),
    "draft.heard_anonymous": (
        "Participants heard statements by delegations and from the podium.",
        "与会者听取了代表团和主席台上的发言。",
    ),
    "draft.nobody_heard": ("No statement was made.", "会上没有发言。"),
    "draft.attribution.named": (
        "This text names those who spoke. It is not for circulation unless that is meant.",
        "本文列出发言者名称；除非另有决定，不予分发。",
    ),
    "draft.attribution.counted": (
        "This summary is issued under the Chair's own responsibility. It does not name delegations,"
        " except States that gave presentations.",
        "本摘要由主席负责编写。除作演讲陈述的国家外，本摘要不列代表团名称。",
    ),
    "draft.attribution.anonymous": (
        "This summary is issued under the Chair's own responsibility. It neither names nor counts"
        " delegations, except that it names States that gave presentations.",
        "本摘要由主席负责编写。除列出作演讲陈述的国家外，本摘要既不列代表团名称，也不计数。",
    ),
    "draft.how_counted": (
        "Figures in brackets give the statements, the delegations that made them, and the States"
        " behind them: the speakers' own, {members} and those that aligned, each counted once. That"
        " nobody spoke against a view is not taken for agreement.",
        "括号内为发言次数、发言代表团数及所涉国家数：发言国本身、{members}以及表示赞同的国家，每个国家只计一次。"
        "没有代表团表示异议，不视为同意。",
    ),
    "draft.members.none": ("no other members of their groups", "所属集团的其他成员不计在内"),
    "draft.members.present": (
        "the members of their groups present in the room",
        "所代表集团的在场成员",
    ),
    "draft.members.all": ("all members of their groups", "所代表集团的全体成员"),
    "draft.bands": (
        "Delegations are counted in words as follows: {bands}.",
        "代表团数目的用语如下：{bands}。",
    ),
    "draft.band": ("“{word}” for {numbers}", "“{word}”指{numbers}"),
    "draft.band_one": ("{first}", "{first}个"),
    "draft.band_range": ("{first} to {last}", "{first}至{last}个"),
    "draft.band_or_more": ("{first} or more", "{first}个及以上"),
    "draft.band_most": (
        "“{word}” for more than half of those who addressed the matter, and at least {least}",
        "“{word}”指就有关问题发言的代表团半数以上且不少于{least}个",
    ),
    "draft.items": ("Items and times", "议程项目和时间"),
    "draft.schedule": ("Changes of the schedule", "日程的变动"),
    "draft.no_schedule": (
        "The schedule was not changed during the meeting.",
        "会议期间没有变动日程。",
    ),
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
    "draft.change.drop": ("segment {place} was dropped", "取消环节{place}"),
    "draft.change.hold": ("segment {place} was to be held", "确定举行环节{place}"),
    "draft.change.sitting": (
        "sitting {place} was moved to {becomes} (planned before: {was})",
        "第{place}次会议改为{becomes}（原定{was}）",
    ),
    # How many
    "draft.who.one": ("one delegation", "一个代表团"),
    "draft.who.few": ("a few delegations", "少数代表团"),
    "draft.who.some": ("some delegations", "一些代表团"),
    "draft.who.several": ("several delegations", "若干代表团"),
    "draft.who.many": ("many delegations", "许多代表团"),
    "draft.who.most": ("most delegations", "大多数代表团"),
    "draft.counted": (
        "{who} ({statements} by {delegations}; {states})",
        "{who}（{delegations}的{statements}，涉及{states}）",
    ),
    "draft.counted_one": ("{who} ({statements}; {states})", "{who}（{statements}，涉及{states}）"),
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
    # Names
    "draft.a_delegation": ("a delegation", "一个代表团"),
    "draft.a_group": ("a group of delegations", "一个国家集团"),
    "draft.delegations_at_large": ("delegations", "代表团"),
    "draft.the": ("the {name}", "{name}"),
    "draft.on_behalf": ("{name} on behalf of {group}", "{name}代表{group}"),
    "draft.aligned": ("{who} (aligned: {names})", "{who}（表示赞同：{names}）"),
    "draft.person": ("{who} ({person})", "{who}（{person}）"),
    # An item
    "draft.item": ("Item {id}. {title}", "议程项目{id}：{title}"),
    "draft.item_not_opened": (
        "This item was not taken up.",
        "会议未审议本项目。",
    ),
    "draft.item_times": (
        "This item was considered from {start} to {end}, for {held} ({planned} planned).",
        "会议于{start}至{end}审议了本项目，历时{held}（原定{planned}）。",
    ),
    "draft.item_open": (
        "This item was taken up at {start} and has been considered for {held} so far ({planned}"
        " planned).",
        "会议于{start}开始审议本项目，迄今历时{held}（原定{planned}）。",
    ),
    "draft.item_carried": (
        "It was closed with names still on the list of speakers.",
        "项目结束时，发言名单上仍有代表团尚未发言。",
    ),
    "draft.item_merged": (
        "A part of this item was heard together with “{title}” (item {id}).",
        "本项目的一部分与“{title}”（议程项目{id}）合并审议。",
    ),
    "draft.presentation": (
        "Participants heard a presentation by {who} ({times}).",
        "与会者听取了{who}的演讲陈述（{times}）。",
    ),
    "draft.presentation_on": (
        "Participants heard a presentation by {who} under “{title}” ({times}).",
        "与会者在“{title}”环节听取了{who}的演讲陈述（{times}）。",
    ),
    "draft.podium_spoke": (
        "{who} took the floor ({times}).",
        "{who}发了言（{times}）。",
    ),
    "draft.since": ("from {start}", "{start}起"),
    "draft.exchange": (
        "Delegations exchanged views on the item. {who} took the floor.",
        "各代表团就本项目交换了意见。{who}发了言。",
    ),
    "draft.exchange_anonymous": (
        "Delegations exchanged views on the item.",
        "各代表团就本项目交换了意见。",
    ),
    "draft.no_exchange": (
        "No delegation took the floor on this item.",
        "没有代表团就本项目发言。",
    ),
    "draft.one_took_floor": ("{who} took the floor on this item.", "{who}就本项目发了言。"),
    "draft.quoted": ("“{text}”", "“{text}”"),
    "draft.see_topic": (
        "What was said on {titles} is set out in a section of its own below.",
        "关于{titles}的讨论情况另见下文专节。",
    ),
    "draft.see_topics": (
        "What was said on {titles} is set out in sections of their own below.",
        "关于{titles}的讨论情况分别见下文各专节。",
    ),
    # A question
    "draft.question": ("{id}: {short}", "{id}：{short}"),
    "draft.addressed": ("{who} addressed the question “{text}”.", "{who}就“{text}”这一问题发表了意见。"),
    "draft.addressed_anonymous": (
        "Delegations addressed the question “{text}”.",
        "代表团就“{text}”这一问题发表了意见。",
    ),
    "draft.addressed_podium": (
        "Only from the podium was anything said on the question “{text}”.",
        "仅主席台上的发言者谈及“{text}”这一问题。",
    ),
    "draft.not_addressed": (
        "No delegation addressed the question “{text}”.",
        "没有代表团谈及“{text}”这一问题。",
    ),
    "draft.none_unaddressed": (
        "Each of the {count} questions was addressed at least once.",
        "全部{count}个问题均有代表团谈及。",
    ),
    "draft.unaddressed": (
        "Nobody addressed the following questions: {ids}.",
        "以下问题没有代表团谈及：{ids}。",
    ),
    "draft.coverage": ("Questions addressed", "各问题的讨论情况"),
    "draft.stance.supports": ("{who} expressed support", "{who}表示支持"),
    "draft.stance.conditional": (
        "{who} expressed support with conditions",
        "{who}表示有条件支持",
    ),
    "draft.stance.reserves": ("{who} expressed reservations", "{who}持保留意见"),
    "draft.stance.opposes": ("{who} spoke against", "{who}表示反对"),
    "draft.stance_anonymous.supports": ("support was expressed", "有代表团表示支持"),
    "draft.stance_anonymous.conditional": (
        "support with conditions was expressed",
        "有代表团表示有条件支持",
    ),
    "draft.stance_anonymous.reserves": ("reservations were expressed", "有代表团持保留意见"),
    "draft.stance_anonymous.opposes": ("opposition was expressed", "有代表团表示反对"),
    "draft.lead.none": ("The following points were made:", "提出的要点如下："),
    "draft.lead.supports": ("In support it was said:", "表示支持的意见如下："),
    "draft.lead.conditional": (
        "In support with conditions it was said:",
        "表示有条件支持的意见如下：",
    ),
    "draft.lead.reserves": ("With reservations it was said:", "持保留意见的发言如下："),
    "draft.lead.opposes": ("Against it was said:", "表示反对的意见如下："),
    "draft.lead.asks": ("Clarification was sought on the following:", "要求澄清的问题如下："),
    "draft.lead.figure": ("The following figures were given:", "提供的数据如下："),
    "draft.lead.announces": ("The following was announced:", "宣布的事项如下："),
    "draft.mark.supports": ("in support", "支持"),
    "draft.mark.conditional": ("in support with conditions", "有条件支持"),
    "draft.mark.reserves": ("with reservations", "持保留意见"),
    "draft.mark.opposes": ("against", "反对"),
    "draft.mark.also": ("also on {ids}", "亦涉及{ids}"),
    "draft.mark.on": ("on {ids}", "涉及{ids}"),
    "draft.mark.under": ("said under item {id}", "在议程项目{id}下提出"),
    "draft.mark.interpreted": ("heard through interpretation", "经口译听取"),
    "draft.mark.not_asked": (
        "the question is not asked of this kind of delegation",
        "该问题不面向此类代表团",
    ),
    "draft.other_points": ("Other points", "其他要点"),
    # What came of it
    "draft.proposals": ("Proposals", "提案"),
    "draft.on_proposal": ("On {id}: {text}", "关于{id}：{text}"),
    "draft.assistance": ("Requests for and offers of assistance", "援助请求和提供援助的表示"),
    "draft.lead.request": ("Assistance was requested as follows:", "提出的援助请求如下："),
    "draft.lead.offer": ("Assistance was offered as follows:", "表示愿意提供的援助如下："),
    "draft.decisions": ("Decisions", "决定"),
    "draft.decided": ("At {time}: ", "{time}："),
    "draft.no_decision": ("No decision was recorded under this item.", "本项目下没有记录决定。"),
    "draft.no_proposal": ("No proposal was recorded.", "没有记录提案。"),
    "draft.no_other_proposal": ("No other proposal was recorded.", "没有记录其他提案。"),
    "draft.no_assistance": (
        "Assistance was neither requested nor offered.",
        "没有提出援助请求，也没有表示愿意提供援助。",
    ),
    # A topic with a section of its own
    "draft.topic": ("Recommendations: {title}", "建议：{title}"),
    "draft.topic_place": (
        "This matter was discussed under item {id}.",
        "这一事项在议程项目{id}下讨论。",
    ),
    "draft.topic_addressed": ("{who} addressed this matter.", "{who}就这一事项发表了意见。"),
    "draft.topic_addressed_anonymous": (
        "Delegations addressed this matter.",
        "代表团就这一事项发表了意见。",
    ),
    "draft.topic_addressed_podium": (
        "This matter was addressed from the podium only.",
        "仅主席台上的发言者谈及这一事项。",
    ),
    "draft.topic_silent": (
        "No delegation addressed this matter, and no recommendation was recorded.",
        "没有代表团谈及这一事项，也没有记录建议。",
    ),
    "draft.topic_no_stance": (
        "No delegation took a position for or against.",
        "没有代表团表明支持或反对的立场。",
    ),
    "draft.topic_proposals": (
        "The following was proposed for recommendation:",
        "提出的建议如下：",
    ),
    "draft.topic_no_proposals": (
        "No proposal for a recommendation was recorded.",
        "没有记录关于建议的提案。",
    ),
    # Not heard, texts
    "draft.unheard": (
        "Requests for the floor not heard, and texts",
        "未能发言的请求和书面文本",
    ),
    "draft.under_item": ("item {id}: {who}", "议程项目{id}：{who}"),
    "draft.outcome.not_reached": ("Not reached: {who}.", "未能安排发言：{who}。"),
    "draft.outcome.text_only": (
        "Statement handed in and not read out: {who}.",
        "仅提交书面发言、未宣读：{who}。",
    ),
    "draft.outcome.withdrew": ("Withdrawn: {who}.", "撤回发言请求：{who}。"),
    "draft.outcome.absent": ("Absent when called: {who}.", "叫到时不在场：{who}。"),
    "draft.outcome.waiting": ("Still waiting: {who}.", "仍在等候发言：{who}。"),
    "draft.all_reached": (
        "Everybody who stayed on the list of speakers was reached.",
        "发言名单上未撤回请求者均已发言。",
    ),
    "draft.no_text_only": (
        "No statement was handed in without being read out.",
        "没有仅提交而未宣读的书面发言。",
    ),
    "draft.texts_received": ("Texts received:", "收到的书面文本："),
    "draft.no_texts": ("No text was received.", "没有收到书面文本。"),
    "draft.texts_awaited": (
        "Texts promised and not yet received: {who}.",
        "已承诺但尚未收到的书面文本：{who}。",
    ),
    "draft.no_texts_awaited": ("No text is awaited.", "没有待收的书面文本。"),
    "draft.texts_of_statements": (
        "Written texts of statements received: {who}.",
        "收到的发言稿：{who}。",
    ),
    # Points of order
    "draft.orders": ("Points of order and rulings", "程序问题和裁决"),
    "draft.no_orders": ("No point of order was raised.", "没有提出程序问题。"),
    "draft.raised": ("{time}, {who}", "{time}，{who}"),
    "draft.ruling": ("; ruling at {time}: ", "；{time}裁决："),
    "draft.not_ruled": ("; not ruled on yet", "；尚未裁决"),
    "draft.lapsed": ("; not ruled on, as the sitting ended", "；会议结束，未作裁决"),
    # Speakers and speaking time
    "draft.speakers": ("Speakers by item", "按议程项目分列的发言者"),
    "draft.no_speakers": ("Nobody took the floor.", "无人发言。"),
    "draft.kind_count": ("{kind}: {count}", "{kind}：{count}"),
    "draft.unlisted_kind": ("not in the list of delegations", "不在代表团名单中"),
    "draft.speaking_time": ("Speaking time", "发言时间"),
    "draft.by_kind": ("By kind of delegation", "按代表团类别"),
    "draft.by_region": ("By region", "按区域"),
    "draft.by_delegation": ("By delegation", "按代表团"),
    # Corrections
    "draft.corrections": ("Corrections", "更正"),
    "draft.no_corrections": ("Nothing was corrected.", "没有更正。"),
    "draft.corrected.point": ("point {id}", "要点{id}"),
    "draft.corrected.delegation": ("a name", "名称"),
    "draft.withheld": ("not shown", "不予显示"),
    # The annex
    "draft.annex": ("Annex: statements with attribution", "附件：列出名称的发言记录"),
    "draft.annex_warning": (
        "This annex attributes what was said. It is for the secretariat alone.",
        "本附件列明发言者，仅供秘书处使用。",
    ),
    "draft.statement": ("{number}. {who}", "{number}. {who}"),
    "draft.statement_facts": (
        "Item {item}, {times}, {length}.",
        "议程项目{item}，{times}，{length}。",
    ),
    "draft.nothing_noted": ("No point was noted.", "没有记录要点。"),
    # Follow-ups
    "draft.follow_ups": ("Follow-ups", "后续事项"),
    "draft.follow_up.decision": ("Decisions to be carried out", "有待执行的决定"),
    "draft.follow_up.request": ("Requests for assistance", "援助请求"),
    "draft.follow_up.offer": ("Offers of assistance", "提供援助的表示"),
    "draft.follow_up.text": ("Texts promised", "承诺提交的书面文本"),
    "draft.no_follow_up.decision": ("No decision was recorded.", "没有记录决定。"),
    "draft.no_follow_up.request": ("No assistance was requested.", "没有提出援助请求。"),
    "draft.no_follow_up.offer": ("No assistance was offered.", "没有表示愿意提供援助。"),
    "draft.no_follow_up.text": ("No text was promised.", "没有承诺提交书面文本。"),
    "draft.owner_open": ("to be assigned", "待定"),
    "draft.meeting": ("the meeting", "会议"),
    "draft.text_of": ("text of statement no. {number}", "第{number}次发言的文本"),
    # Handover
    "draft.handover": ("Handover to the next note-taker", "记录员交接"),
    "draft.where_we_are": ("Where we are", "会议进展"),
    "draft.phase.planned": ("The meeting has not begun.", "会议尚未开始。"),
    "draft.phase.open": ("The meeting is in session.", "会议正在进行。"),
    "draft.phase.suspended": ("The meeting is suspended.", "会议暂停。"),
    "draft.phase.adjourned": ("The meeting is adjourned.", "会议已经结束。"),
    "draft.no_item_open": ("No item is open.", "目前没有审议中的项目。"),
    "draft.item_now": (
        "Item {id}, “{title}”, has been open since {start}.",
        "{start}起审议议程项目{id}“{title}”。",
    ),
    "draft.segment_now": ("Segment {id}: {title}.", "环节{id}：{title}。"),
    "draft.ends_at": (
        "With everybody at full time the item ends at {time}.",
        "如所有发言者用足时间，本项目将于{time}结束。",
    ),
    "draft.speaks_now": ("Has the floor: {who}, {length} so far.", "正在发言：{who}，已{length}。"),
    "draft.open_threads": ("Open threads", "未了事项"),
    "draft.no_open_threads": ("Nothing is left open.", "没有未了事项。"),
    "draft.order_open": ("Point of order without a ruling, {who}: ", "尚未裁决的程序问题，{who}："),
    "draft.was_asked": ("Was asked: ", "提出的问题："),
    "draft.who_waits": ("Who waits", "等候发言"),
    "draft.nobody_waits": ("Nobody waits for the floor.", "无人等候发言。"),
    "draft.awaited": ("Texts awaited", "待收文本"),
    "draft.last_hour": ("The last hour, by question", "最近一小时按问题分列的发言"),
    "draft.nothing_last_hour": (
        "No point was noted in the last hour.",
        "最近一小时没有记录要点。",
    ),
    "draft.said_on": ("{id} {short} ({count}): ", "{id} {short}（{count}）："),
    # Columns
    "draft.column.item": ("Item", "项目"),
    "draft.column.title": ("Title", "标题"),
    "draft.column.planned": ("Planned", "计划"),
    "draft.column.held": ("Held", "实际"),
    "draft.column.minutes": ("Minutes (planned)", "分钟（计划）"),
    "draft.column.question": ("Question", "问题"),
    "draft.column.short": ("In short", "概要"),
    "draft.column.statements": ("Statements", "发言"),
    "draft.column.delegations": ("Delegations", "代表团"),
    "draft.column.states": ("States", "国家"),
    "draft.column.speakers": ("Speakers", "发言者"),
    "draft.column.kind": ("Kind", "类别"),
    "draft.column.region": ("Region", "区域"),
    "draft.column.delegation": ("Delegation", "代表团名称"),
    "draft.column.time": ("Time", "时间"),
    "draft.column.share": ("Share", "占比"),
    "draft.column.when": ("When", "何时"),
    "draft.column.what": ("What", "内容"),
    "draft.column.before": ("Before", "更正前"),
    "draft.column.after": ("After", "更正后"),
    "draft.column.times": ("From, to", "起止"),
    "draft.column.from": ("From", "来自"),
    "draft.column.number": ("No.", "序号"),
    "draft.column.speaker": ("Speaker", "发言人"),
    "draft.column.owner": ("Owner", "负责方"),
    "draft.column.text": ("Text", "文字"),
}
