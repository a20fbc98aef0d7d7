"""The matters this year's report must carry recommendations on, each in a section of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from meeting_tui.agenda.model import Topic
from meeting_tui.meeting.positions import Subject
from meeting_tui.report.blocks import Block, Heading, Paragraph, plain
from meeting_tui.report.draft.digest import Place, addressed, digest, is_of_presentation, stances
from meeting_tui.report.draft.items import topic_silent
from meeting_tui.report.draft.outcomes import proposals
from meeting_tui.report.draft.voice import Voice
from meeting_tui.report.positions import Said


def topics(voice: Voice) -> Iterator[Block]:
    """The topics of the agenda that have a section of their own, in its order."""
    for each in voice.report.agenda.topics:
        if each.own_section:
            yield from topic(voice, each)


def topic(voice: Voice, told: Topic) -> Iterator[Block]:
    """Who holds what on a topic, what was proposed, what was said, wherever it was said."""
    title = voice.say("digest.topic", title=voice.words(told.title))
    yield Heading(1, title, f"topic {told.id}")
    said = [each for each in voice.said.on_topic(told) if not is_of_presentation(each)]
    place = Place(told.item, told.questions, Subject("topic", told.id))
    if not said:
        yield _numbered(topic_silent(voice, told, "digest.topic_silent"))
        return
    by = voice.said.count(statement for statement, _ in said)
    held = stances(voice, Subject("topic", told.id), by)
    if not held and by.statements:
        held = voice.say("digest.topic_no_stance")
    facts = (place_of(voice, said), addressed(voice, by, "digest.topic_addressed"), held)
    yield _numbered(voice.sentences(each for each in facts if each))
    proposed = list(proposals(voice, said, place))
    if proposed:
        yield Paragraph(plain(voice.say("digest.topic_proposals")))
        yield from proposed
    else:
        yield _numbered(voice.say("digest.topic_no_proposals"))
    yield from digest(voice, said, place)


def place_of(voice: Voice, said: Sequence[Said]) -> str:
    """Under which items a matter was discussed, whatever the agenda planned."""
    return voice.say("digest.topic_place", items=voice.items_of(each for each, _ in said))


def _numbered(text: str) -> Paragraph:
    return Paragraph(plain(text), numbered=True)
