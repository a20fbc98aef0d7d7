"""A report in the built-in style, and the sample that templates of one's own begin with."""

from __future__ import annotations

from meeting_tui.report.blocks import Document, Run
from meeting_tui.report.word import styles
from meeting_tui.report.word.body import BUILT_IN, Setting, body_xml, paragraph_xml
from meeting_tui.report.word.package import packed
from meeting_tui.report.word.skeleton import skeleton


def built_in_file(document: Document) -> bytes:
    """The document as the content of a `.docx`."""
    setting = Setting(document.language, styles.BODY_WIDTH, BUILT_IN)
    made = skeleton(
        title=document.title,
        subtitle=document.subtitle,
        head=document.head,
        foot=document.foot,
        language=document.language,
    )
    front = _front(document.title, document.subtitle, document.language)
    return packed(made, front + body_xml(document.blocks, setting))


def sample_file(language: str) -> bytes:
    """A template that gives the built-in look, as the content of a `.docx`: one to change."""
    title, subtitle = "{{ title }}", "{{ subtitle }}"
    made = skeleton(
        title=title, subtitle=subtitle, head="{{ head }}", foot="{{ foot }}", language=language
    )
    body = paragraph_xml((Run("{{p body }}"),), styles.PLAIN.id, language)
    return packed(made, _front(title, subtitle, language) + body)


def _front(title: str, subtitle: str, language: str) -> str:
    """The title, and under it the meeting where it is named."""
    lines = [paragraph_xml((Run(title),), styles.TITLE.id, language)]
    if subtitle:
        lines.append(paragraph_xml((Run(subtitle),), styles.SUBTITLE.id, language))
    return "".join(lines)
