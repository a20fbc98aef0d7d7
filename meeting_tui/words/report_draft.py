"""Sentences of the report draft as a whole: its head, its introduction, how it counts and names.

Key -> (English, Chinese). English reads as a Chair's summary, Chinese as the Chinese version of a
United Nations report; so in `report_digest` and `report_sheets`.
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
    "draft.clock_twice": ("{time} (UTC{offset})", "{time}（UTC{offset}）"),
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
    "draft.final": (
        "Declared final on {date} at {time}.",
        "本文已于{date}{time}宣布定稿。",
    ),
    "draft.rehearsal": (
        "REHEARSAL: nothing below was said at a meeting.",
        "演练：以下内容均非会议实际发言。",
    ),
    "draft.demonstration": (
        "DEMONSTRATION: every statement below is invented. No delegation said any of this.",
        "演示：以下发言均为虚构，任何代表团均未作此发言。",
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
    "draft.open_points": (
        "Open points on the checklist before this is final: {count}.",
        "定稿前核对清单上尚有未决事项：{count}项。",
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
    "draft.chair_line": ("Chair: {chair}", "主席：{chair}"),
    "draft.untranslated": (
        "Points and other notes stand in the language in which they were taken.",
        "要点和其他笔记保留记录时所用的语言。",
    ),
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
        "This report is issued under the Chair's own responsibility. It does not name delegations,"
        " except States that gave presentations.",
        "本报告由主席负责编写。除作演讲陈述的国家外，本报告不列代表团名称。",
    ),
    "draft.attribution.anonymous": (
        "This report is issued under the Chair's own responsibility. It neither names nor counts"
        " delegations, except that it names States that gave presentations.",
        "本报告由主席负责编写。除列出作演讲陈述的国家外，本报告既不列代表团名称，也不计数。",
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
        "the members of their groups present at some time of the day",
        "所代表集团当天曾在场的成员",
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
    "draft.counted_no_state": (
        "{who} ({statements} by {delegations})",
        "{who}（{delegations}的{statements}）",
    ),
    "draft.counted_one_no_state": ("{who} ({statements})", "{who}（{statements}）"),
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
