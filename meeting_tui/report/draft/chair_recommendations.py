"""How the Chair's report ends: conclusions and recommendations, and what is attached."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from meeting_tui.agenda.model import Topic
from meeting_tui.meeting.positions import Subject
from meeting_tui.report.blocks import Block, Heading, Paragraph, plain
from meeting_tui.report.draft.chair_items import to_complete
from meeting_tui.report.draft.digest import Place, addressed, digest, is_of_presentation, stances
from meeting_tui.report.draft.items import topic_silent
from meeting_tui.report.draft.outcomes import proposals
from meeting_tui.report.draft.topics import place_of
from meeting_tui.report.draft.voice import Voice, capital
from meeting_tui.report.positions import Said

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def recommendations(voice: Voice) -> Iterator[Block]:
    """The conclusions of the Chair, then each matter that a recommendation is to be made on."""
    yield Heading(1, voice.say("chair.recommendations"))
    yield to_complete(voice, "chair.conclusions")
    for each in voice.report.agenda.topics:
        if each.own_section:
            yield from _topic(voice, each)


def _topic(voice: Voice, told: Topic) -> Iterator[Block]:
    yield Heading(2, voice.words(told.title), f"topic {told.id}")
    said = _said(voice, told)
    place = Place(told.item, told.questions, Subject("topic", told.id))
    yield _numbered(voice.sentences(_facts(voice, told, said)))
    if not told.attachment:
        yield from _proposed(voice, said, place)
    yield from digest(voice, said, place)
    if told.attachment:
        which = _attachment_name(voice, told)
        yield _numbered(voice.say("chair.see_attachment", attachment=which))
    else:
        yield to_complete(voice, "chair.recommendation")


def _facts(voice: Voice, told: Topic, said: Sequence[Said]) -> Iterator[str]:
    if not said:
        yield topic_silent(voice, told, "chair.topic_silent")
        return
    yield place_of(voice, said)
    by = voice.said.count(statement for statement, _ in said)
    yield addressed(voice, by, "digest.topic_addressed")
    held = stances(voice, Subject("topic", told.id), by)
    if held:
        yield held


def _said(voice: Voice, told: Topic) -> list[Said]:
    return [each for each in voice.said.on_topic(told) if not is_of_presentation(each)]


def _proposed(voice: Voice, said: Sequence[Said], place: Place) -> Iterator[Block]:
    proposed = list(proposals(voice, said, place))
    if proposed:
        yield Paragraph(plain(voice.say("digest.topic_proposals")))
        yield from proposed


def attachments(voice: Voice) -> Iterator[Block]:
    """A proposal of the Chair on each topic that has one attached, with what was proposed."""
    for told in _attached(voice):
        name, title = _attachment_name(voice, told), voice.words(told.title)
        heading = voice.say("chair.attachment", attachment=_as_heading(name), title=title)
        yield Heading(1, heading, f"attachment {told.id}", on_new_page=True)
        place = Place(told.item, told.questions, Subject("topic", told.id))
        yield from _proposed(voice, _said(voice, told), place)
        yield to_complete(voice, "chair.attachment_text")


def _attached(voice: Voice) -> list[Topic]:
    return [each for each in voice.report.agenda.topics if each.own_section and each.attachment]


def _attachment_name(voice: Voice, told: Topic) -> str:
    """`the attachment`, or with a letter where there are several."""
    attached = _attached(voice)
    if len(attached) == 1:
        return voice.say("chair.the_attachment")
    letter = _LETTERS[attached.index(told) % len(_LETTERS)]
    return voice.say("chair.attachment_of_several", letter=letter)


def _as_heading(name: str) -> str:
    return capital(name.removeprefix("the "))


def _numbered(text: str) -> Paragraph:
    return Paragraph(plain(text), numbered=True)
