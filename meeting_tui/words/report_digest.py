"""Sentences of the report on an item, a question, a topic: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    # An item
    "digest.item": ("Item {id}. {title}", "议程项目{id}：{title}"),
    "digest.item_not_opened": ("This item was not considered.", "会议未审议本项目。"),
    "digest.item_to_come": ("This item has not been considered yet.", "会议尚未审议本项目。"),
    "digest.made_under": (
        "The following points on it were made under {items}.",
        "以下有关要点是在{items}下提出的。",
    ),
    "digest.from_to": ("from {start} to {end}", "{start}至{end}"),
    "digest.item_times": (
        "This item was considered {times}, for {held} (planned: {planned}).",
        "会议于{times}审议了本项目，历时{held}（原定{planned}）。",
    ),
    "digest.item_at_once": (
        "This item was considered at {start}, for {held} (planned: {planned}).",
        "会议于{start}审议了本项目，历时{held}（原定{planned}）。",
    ),
    "digest.item_open": (
        "This item was opened at {start} and has taken {held} so far (planned: {planned}).",
        "会议于{start}开始审议本项目，迄今历时{held}（原定{planned}）。",
    ),
    "digest.item_carried": (
        "When it was closed, names were still on the list of speakers.",
        "项目结束时，发言名单上仍有代表团尚未发言。",
    ),
    "digest.item_merged": (
        "Part of this item was discussed together with “{title}” (item {id}).",
        "本项目的一部分与“{title}”（议程项目{id}）合并审议。",
    ),
    "digest.on_condition": ("condition: {condition}", "条件：{condition}"),
    "digest.segment_without": (
        "“{title}” was not taken up (condition: {condition}).",
        "未审议“{title}”（条件：{condition}）。",
    ),
    "digest.presentation": (
        "{who} gave a presentation ({times}).",
        "{who}作了专题介绍（{times}）。",
    ),
    "digest.presentation_on": (
        "{who} gave a presentation under “{title}” ({times}).",
        "{who}在“{title}”环节作了专题介绍（{times}）。",
    ),
    "digest.podium_spoke": (
        "{who} took the floor ({times}).",
        "{who}发了言（{times}）。",
    ),
    "digest.since": ("from {start}", "{start}起"),
    "digest.exchange": (
        "{who} exchanged views on this item.",
        "{who}就本项目交换了意见。",
    ),
    "digest.exchange_anonymous": (
        "Delegations exchanged views on this item.",
        "各代表团就本项目交换了意见。",
    ),
    "digest.no_exchange": (
        "No delegation took the floor on this item.",
        "没有代表团就本项目发言。",
    ),
    "digest.one_took_floor": ("{who} took the floor on this item.", "{who}就本项目发了言。"),
    "digest.quoted": ("“{text}”", "“{text}”"),
    "digest.see_topic": (
        "The discussion on {titles} is set out in a separate section below.",
        "关于{titles}的讨论情况另见下文专节。",
    ),
    "digest.see_topics": (
        "The discussions on {titles} are set out in separate sections below.",
        "关于{titles}的讨论情况分别见下文各专节。",
    ),
    # A question
    "digest.question": ("{id}: {short}", "{id}：{short}"),
    "digest.addressed": (
        "{who} addressed the question “{text}”.",
        "{who}就“{text}”这一问题发表了意见。",
    ),
    "digest.addressed_anonymous": (
        "Delegations addressed the question “{text}”.",
        "代表团就“{text}”这一问题发表了意见。",
    ),
    "digest.addressed_podium": (
        "Only the podium addressed the question “{text}”.",
        "仅主席台谈及“{text}”这一问题。",
    ),
    "digest.not_addressed": (
        "No delegation addressed the question “{text}”.",
        "没有代表团谈及“{text}”这一问题。",
    ),
    "digest.filed_elsewhere": (
        "Further points on it are under item {ids}.",
        "有关的其他要点见议程项目{ids}。",
    ),
    "digest.none_unaddressed": (
        "{count:The question was|All {count} questions were} addressed.",
        "全部{count}个问题均有代表团谈及。",
    ),
    "digest.unaddressed": (
        "No delegation addressed the following questions: {ids}.",
        "没有代表团谈及以下问题：{ids}。",
    ),
    "digest.coverage": ("Questions addressed", "各问题的讨论情况"),
    "digest.stance.supports": ("{who} expressed support", "{who}表示支持"),
    "digest.stance.conditional": (
        "{who} expressed support with conditions",
        "{who}表示有条件支持",
    ),
    "digest.stance.reserves": ("{who} expressed reservations", "{who}持保留意见"),
    "digest.stance.opposes": ("{who} expressed opposition", "{who}表示反对"),
    "digest.stance_anonymous.supports": ("support", "代表团表示支持"),
    "digest.stance_anonymous.conditional": ("support with conditions", "代表团表示有条件支持"),
    "digest.stance_anonymous.reserves": ("reservations", "代表团表示有保留"),
    "digest.stance_anonymous.opposes": ("opposition", "代表团表示反对"),
    "digest.expressed": ("Delegations expressed {what}.", "有{what}。"),
    "digest.expressed_comma": (", ", "，另有"),
    "digest.expressed_and": ("{first} and {last}", "{first}，另有{last}"),
    "digest.answer.supports": ("{who} answered in favour", "{who}表示赞成"),
    "digest.answer.conditional": (
        "{who} answered in favour with conditions",
        "{who}表示有条件赞成",
    ),
    "digest.answer.reserves": ("{who} expressed reservations", "{who}表示有保留"),
    "digest.answer.opposes": ("{who} answered against", "{who}表示不赞成"),
    "digest.answer_anonymous.supports": ("views in favour", "代表团表示赞成"),
    "digest.answer_anonymous.conditional": (
        "views in favour with conditions",
        "代表团表示有条件赞成",
    ),
    "digest.answer_anonymous.reserves": ("reservations", "代表团表示有保留"),
    "digest.answer_anonymous.opposes": ("views against", "代表团表示不赞成"),
    "digest.lead_answer.supports": ("Views in favour:", "赞成的意见："),
    "digest.lead_answer.conditional": ("Views in favour, with conditions:", "有条件赞成的意见："),
    "digest.lead_answer.reserves": ("Reservations:", "保留意见："),
    "digest.lead_answer.opposes": ("Views against:", "不赞成的意见："),
    "digest.lead.none": ("The following points were made:", "提出的要点如下："),
    "digest.lead.supports": ("Views in support:", "支持的意见："),
    "digest.lead.conditional": ("Views in support, with conditions:", "有条件支持的意见："),
    "digest.lead.reserves": ("Reservations:", "保留意见："),
    "digest.lead.opposes": ("Views against:", "反对的意见："),
    "digest.lead.asks": ("Clarification was sought on the following:", "要求澄清的问题："),
    "digest.lead.figure": ("The following figures were given:", "提供的数据："),
    "digest.lead.announces": ("The following was announced:", "宣布的事项："),
    "digest.lead.replaced": (
        "The same delegations later replaced these positions:",
        "以下立场已由同一代表团后来的发言取代：",
    ),
    "digest.mark.supports": ("in support", "支持"),
    "digest.mark.conditional": ("in support with conditions", "有条件支持"),
    "digest.mark.reserves": ("with reservations", "持保留意见"),
    "digest.mark.opposes": ("against", "反对"),
    "digest.mark.also": ("also on {ids}", "亦涉及{ids}"),
    "digest.mark.on": ("on {ids}", "涉及{ids}"),
    "digest.mark.under": ("said under item {id}", "在议程项目{id}下提出"),
    "digest.mark.interpreted": ("heard through interpretation", "经口译听取"),
    "digest.mark.not_asked": (
        "the question is not meant for this kind of delegation",
        "该问题不面向此类代表团",
    ),
    "digest.other_points": ("Other points", "其他要点"),
    # What came of it
    "digest.proposals": ("Proposals", "提案"),
    "digest.on_proposal": ("On {id}: {text}", "关于{id}：{text}"),
    "digest.views_on_proposal": (
        "The following views were expressed on the proposal “{text}”.",
        "对提案“{text}”的意见如下。",
    ),
    "digest.behind_proposal": (" ({text})", "（{text}）"),
    "digest.assistance": ("Requests for and offers of assistance", "援助请求和提供援助的表示"),
    "digest.lead.request": ("Assistance was requested as follows:", "提出的援助请求："),
    "digest.lead.offer": ("Assistance was offered as follows:", "表示愿意提供的援助："),
    "digest.decisions": ("Decisions", "决定"),
    "digest.decided": ("At {time}: ", "{time}："),
    "digest.no_decision": ("No decision was recorded under this item.", "本项目下未作出决定。"),
    "digest.no_proposal": ("No proposal was recorded.", "未提出提案。"),
    "digest.no_other_proposal": ("No other proposal was recorded.", "未提出其他提案。"),
    "digest.no_assistance": (
        "Assistance was neither requested nor offered.",
        "未提出援助请求，也未表示愿意提供援助。",
    ),
    # A topic with a section of its own
    "digest.topic": ("Recommendations: {title}", "建议：{title}"),
    "digest.topic_place": (
        "This matter was discussed under {items}.",
        "这一事项在{items}下讨论。",
    ),
    "digest.topic_addressed": ("{who} addressed this matter.", "{who}就这一事项发表了意见。"),
    "digest.topic_addressed_anonymous": (
        "Delegations addressed this matter.",
        "代表团就这一事项发表了意见。",
    ),
    "digest.topic_addressed_podium": (
        "Only the podium addressed this matter.",
        "仅主席台谈及这一事项。",
    ),
    "digest.topic_not_opened": ("This matter was not taken up.", "会议未审议这一事项。"),
    "digest.topic_to_come": (
        "This matter has not been taken up yet.",
        "会议尚未审议这一事项。",
    ),
    "digest.topic_silent": (
        "No delegation addressed this matter, and no recommendation was recorded.",
        "没有代表团谈及这一事项，也未提出建议。",
    ),
    "digest.topic_no_stance": (
        "No delegation expressed support or opposition.",
        "没有代表团表明支持或反对的立场。",
    ),
    "digest.topic_proposals": ("The following was proposed:", "提出的建议如下："),
    "digest.topic_no_proposals": ("No recommendation was proposed.", "未提出建议。"),
}
