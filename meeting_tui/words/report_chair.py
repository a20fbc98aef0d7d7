"""Sentences of the Chair's report alone: key -> (English, Chinese).

English as a Chair's report to a conference reads, Chinese as the Chinese version of one.
"""

SENTENCES: dict[str, tuple[str, str]] = {
    "chair.title": ("Report of the Chair", "主席报告"),
    "chair.title_draft": ("Draft report of the Chair", "主席报告草案"),
    "chair.foot": ("{date}, {time}", "{date}{time}"),
    # Introduction
    "chair.nature": (
        "This report is issued on the Chair's own responsibility. It summarises the discussion and"
        " does not record agreed positions. The absence of objection is not taken as agreement.",
        "本报告由主席自行负责编写，概述讨论情况，不代表商定的立场。没有代表团表示异议，不视为同意。",
    ),
    "chair.unnamed": (
        "It names no delegations, except States that gave presentations.",
        "除作专题介绍的国家外，本报告不列代表团名称。",
    ),
    "chair.presided_in_part": (
        "{chair} presided over part of the meeting.",
        "部分会议由{chair}主持。",
    ),
    "chair.heard": ("Statements were made by {who}.", "发言者为{who}。"),
    "chair.podium_alone": (
        "No delegation took the floor.",
        "没有代表团发言。",
    ),
    "chair.items_not_taken_up": (
        "The following items were not taken up:",
        "以下议程项目未审议：",
    ),
    "chair.items_to_come": (
        "The following items have not been taken up yet:",
        "以下议程项目尚未审议：",
    ),
    # An item
    "chair.presentation": ("{who} gave a presentation.", "{who}作了专题介绍。"),
    "chair.presentation_on": (
        "{who} gave a presentation: “{title}”.",
        "{who}作了专题介绍：“{title}”。",
    ),
    "chair.podium_noted": ("{who} noted the following:", "{who}指出："),
    "chair.unaddressed": (
        "No delegation addressed the following: {titles}.",
        "没有代表团谈及：{titles}。",
    ),
    "chair.part_not_held": ("The following was not taken up: {titles}.", "未审议{titles}。"),
    "chair.parts_not_held": ("The following were not taken up: {titles}.", "未审议{titles}。"),
    "chair.not_reached.one": (
        "{count} request for the floor could not be met for lack of time.",
        "因时间不足，{count}项发言请求未能安排。",
    ),
    "chair.not_reached.other": (
        "{count} requests for the floor could not be met for lack of time.",
        "因时间不足，{count}项发言请求未能安排。",
    ),
    "chair.not_reached_named": (
        "The following could not take the floor for lack of time: {who}.",
        "因时间不足未能发言：{who}。",
    ),
    "chair.not_reached_anonymous": (
        "Not all requests for the floor could be met for lack of time.",
        "因时间不足，部分发言请求未能安排。",
    ),
    "chair.not_reached_again": (
        "The following could not take the floor again for lack of time: {who}.",
        "因时间不足未能再次发言：{who}。",
    ),
    "chair.closed_before.one": (
        "The item was closed before {count} request for the floor could be met.",
        "本项目审议结束时，仍有{count}项发言请求未能安排。",
    ),
    "chair.closed_before.other": (
        "The item was closed before {count} requests for the floor could be met.",
        "本项目审议结束时，仍有{count}项发言请求未能安排。",
    ),
    "chair.closed_before_named": (
        "The item was closed before the following could take the floor: {who}.",
        "本项目审议结束时未能发言：{who}。",
    ),
    "chair.closed_before_again": (
        "The item was closed before the following could take the floor again: {who}.",
        "本项目审议结束时未能再次发言：{who}。",
    ),
    "chair.closed_before_anonymous": (
        "The item was closed before all requests for the floor could be met.",
        "本项目审议结束时，部分发言请求未能安排。",
    ),
    "chair.adjourned_before.one": (
        "The meeting was adjourned before {count} request for the floor could be met.",
        "会议结束时，仍有{count}项发言请求未能安排。",
    ),
    "chair.adjourned_before.other": (
        "The meeting was adjourned before {count} requests for the floor could be met.",
        "会议结束时，仍有{count}项发言请求未能安排。",
    ),
    "chair.adjourned_before_named": (
        "The meeting was adjourned before the following could take the floor: {who}.",
        "会议结束时未能发言：{who}。",
    ),
    "chair.adjourned_before_again": (
        "The meeting was adjourned before the following could take the floor again: {who}.",
        "会议结束时未能再次发言：{who}。",
    ),
    "chair.adjourned_before_anonymous": (
        "The meeting was adjourned before all requests for the floor could be met.",
        "会议结束时，部分发言请求未能安排。",
    ),
    "chair.text_only.one": (
        "{count} statement was submitted in writing.",
        "{count}项发言以书面形式提交。",
    ),
    "chair.text_only.other": (
        "{count} statements were submitted in writing.",
        "{count}项发言以书面形式提交。",
    ),
    "chair.text_only_named": (
        "Statements were submitted in writing by {who}.",
        "{who}提交了书面发言。",
    ),
    "chair.text_only_anonymous": (
        "Statements were also submitted in writing.",
        "另有发言以书面形式提交。",
    ),
    # What the Chair writes
    "chair.conclusion": ("[Conclusion of the Chair: to be completed]", "[主席结论：待补充]"),
    "chair.recommendations": ("Conclusions and recommendations", "结论和建议"),
    "chair.conclusions": ("[General conclusions: to be completed]", "[总体结论：待补充]"),
    "chair.recommendation": ("[Recommendation: to be completed]", "[建议：待补充]"),
    "chair.topic_silent": ("No delegation addressed this matter.", "没有代表团谈及这一事项。"),
    "chair.see_attachment": (
        "The Chair's proposal is set out in {attachment}.",
        "主席的建议案文见{attachment}。",
    ),
    "chair.next_steps": ("Next steps", "后续步骤"),
    "chair.the_attachment": ("the attachment", "附件"),
    "chair.attachment_of_several": ("attachment {letter}", "附件{letter}"),
    "chair.attachment": (
        "{attachment}. Proposal of the Chair: {title}",
        "{attachment} 主席建议：{title}",
    ),
    "chair.attachment_text": ("[Text of the proposal: to be completed]", "[建议案文：待补充]"),
}
