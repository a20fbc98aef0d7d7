"""Sentences of the report on an item, a question, a topic: key -> (English, Chinese)."""

SENTENCES: dict[str, tuple[str, str]] = {
    # An item
    "digest.item": ("Item {id}. {title}", "议程项目{id}：{title}"),
    "digest.item_not_opened": (
        "This item was not taken up.",
        "会议未审议本项目。",
    ),
    "digest.item_times": (
        "This item was considered from {start} to {end}, for {held} ({planned} planned).",
        "会议于{start}至{end}审议了本项目，历时{held}（原定{planned}）。",
    ),
    "digest.item_at_once": (
        "This item was considered at {start}, for {held} ({planned} planned).",
        "会议于{start}审议了本项目，历时{held}（原定{planned}）。",
    ),
    "digest.item_open": (
        "This item was taken up at {start} and has been considered for {held} so far ({planned}"
        " planned).",
        "会议于{start}开始审议本项目，迄今历时{held}（原定{planned}）。",
    ),
    "digest.item_carried": (
        "It was closed with names still on the list of speakers.",
        "项目结束时，发言名单上仍有代表团尚未发言。",
    ),
    "digest.item_merged": (
        "A part of this item was heard together with “{title}” (item {id}).",
        "本项目的一部分与“{title}”（议程项目{id}）合并审议。",
    ),
    "digest.segment_not_held": ("“{title}” was not taken up.", "“{title}”没有进行。"),
    "digest.segment_without": (
        "“{title}” was not taken up (condition: {condition}).",
        "“{title}”没有进行（条件：{condition}）。",
    ),
    "digest.presentation": (
        "Participants heard a presentation by {who} ({times}).",
        "与会者听取了{who}的演讲陈述（{times}）。",
    ),
    "digest.presentation_on": (
        "Participants heard a presentation by {who} under “{title}” ({times}).",
        "与会者在“{title}”环节听取了{who}的演讲陈述（{times}）。",
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
        "What was said on {titles} is set out in a section of its own below.",
        "关于{titles}的讨论情况另见下文专节。",
    ),
    "digest.see_topics": (
        "What was said on {titles} is set out in sections of their own below.",
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
        "Only from the podium was anything said on the question “{text}”.",
        "仅主席台上的发言者谈及“{text}”这一问题。",
    ),
    "digest.not_addressed": (
        "No delegation addressed the question “{text}”.",
        "没有代表团谈及“{text}”这一问题。",
    ),
    "digest.filed_elsewhere": (
        "Further points on it are set out under item {ids}.",
        "有关的其他要点见议程项目{ids}。",
    ),
    "digest.none_unaddressed": (
        "Each of the {count} questions was addressed at least once.",
        "全部{count}个问题均有代表团谈及。",
    ),
    "digest.unaddressed": (
        "Nobody addressed the following questions: {ids}.",
        "以下问题没有代表团谈及：{ids}。",
    ),
    "digest.coverage": ("Questions addressed", "各问题的讨论情况"),
    "digest.stance.supports": ("{who} expressed support", "{who}表示支持"),
    "digest.stance.conditional": (
        "{who} expressed support with conditions",
        "{who}表示有条件支持",
    ),
    "digest.stance.reserves": ("{who} expressed reservations", "{who}持保留意见"),
    "digest.stance.opposes": ("{who} spoke against", "{who}表示反对"),
    "digest.stance_anonymous.supports": ("support was expressed", "有代表团表示支持"),
    "digest.stance_anonymous.conditional": (
        "support with conditions was expressed",
        "有代表团表示有条件支持",
    ),
    "digest.stance_anonymous.reserves": ("reservations were expressed", "有代表团持保留意见"),
    "digest.stance_anonymous.opposes": ("opposition was expressed", "有代表团表示反对"),
    "digest.answer.supports": ("{who} answered in favour", "{who}的答复表示赞成"),
    "digest.answer.conditional": (
        "{who} answered in favour with conditions",
        "{who}的答复表示有条件赞成",
    ),
    "digest.answer.reserves": ("{who} answered with reservations", "{who}的答复有所保留"),
    "digest.answer.opposes": ("{who} answered against", "{who}的答复表示不赞成"),
    "digest.answer_anonymous.supports": ("there were answers in favour", "有答复表示赞成"),
    "digest.answer_anonymous.conditional": (
        "there were answers in favour with conditions",
        "有答复表示有条件赞成",
    ),
    "digest.answer_anonymous.reserves": (
        "there were answers with reservations",
        "有答复有所保留",
    ),
    "digest.answer_anonymous.opposes": ("there were answers against", "有答复表示不赞成"),
    "digest.lead_answer.supports": ("Answers in favour:", "表示赞成的答复："),
    "digest.lead_answer.conditional": (
        "Answers in favour with conditions:",
        "表示有条件赞成的答复：",
    ),
    "digest.lead_answer.reserves": ("Answers with reservations:", "有所保留的答复："),
    "digest.lead_answer.opposes": ("Answers against:", "表示不赞成的答复："),
    "digest.lead.none": ("The following points were made:", "提出的要点如下："),
    "digest.lead.supports": ("In support it was said:", "表示支持的意见如下："),
    "digest.lead.conditional": (
        "In support with conditions it was said:",
        "表示有条件支持的意见如下：",
    ),
    "digest.lead.reserves": ("With reservations it was said:", "持保留意见的发言如下："),
    "digest.lead.opposes": ("Against it was said:", "表示反对的意见如下："),
    "digest.lead.asks": ("Clarification was sought on the following:", "要求澄清的问题如下："),
    "digest.lead.figure": ("The following figures were given:", "提供的数据如下："),
    "digest.lead.announces": ("The following was announced:", "宣布的事项如下："),
    "digest.lead.replaced": (
        "These positions were replaced by a later statement of the same delegation:",
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
        "the question is not asked of this kind of delegation",
        "该问题不面向此类代表团",
    ),
    "digest.other_points": ("Other points", "其他要点"),
    # What came of it
    "digest.proposals": ("Proposals", "提案"),
    "digest.on_proposal": ("On {id}: {text}", "关于{id}：{text}"),
    "digest.assistance": ("Requests for and offers of assistance", "援助请求和提供援助的表示"),
    "digest.lead.request": ("Assistance was requested as follows:", "提出的援助请求如下："),
    "digest.lead.offer": ("Assistance was offered as follows:", "表示愿意提供的援助如下："),
    "digest.decisions": ("Decisions", "决定"),
    "digest.decided": ("At {time}: ", "{time}："),
    "digest.no_decision": ("No decision was recorded under this item.", "本项目下没有记录决定。"),
    "digest.no_proposal": ("No proposal was recorded.", "没有记录提案。"),
    "digest.no_other_proposal": ("No other proposal was recorded.", "没有记录其他提案。"),
    "digest.no_assistance": (
        "Assistance was neither requested nor offered.",
        "没有提出援助请求，也没有表示愿意提供援助。",
    ),
    # A topic with a section of its own
    "digest.topic": ("Recommendations: {title}", "建议：{title}"),
    "digest.topic_place": (
        "This matter was discussed under item {id}.",
        "这一事项在议程项目{id}下讨论。",
    ),
    "digest.topic_addressed": ("{who} addressed this matter.", "{who}就这一事项发表了意见。"),
    "digest.topic_addressed_anonymous": (
        "Delegations addressed this matter.",
        "代表团就这一事项发表了意见。",
    ),
    "digest.topic_addressed_podium": (
        "This matter was addressed from the podium only.",
        "仅主席台上的发言者谈及这一事项。",
    ),
    "digest.topic_silent": (
        "No delegation addressed this matter, and no recommendation was recorded.",
        "没有代表团谈及这一事项，也没有记录建议。",
    ),
    "digest.topic_no_stance": (
        "No delegation took a position for or against.",
        "没有代表团表明支持或反对的立场。",
    ),
    "digest.topic_proposals": (
        "The following was proposed for recommendation:",
        "提出的建议如下：",
    ),
    "digest.topic_no_proposals": (
        "No proposal for a recommendation was recorded.",
        "没有记录关于建议的提案。",
    ),
}
