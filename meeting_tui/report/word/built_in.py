"""A report in the built-in style, and the sample that templates of one's own begin with."""

from __future__ import annotations

from meeting_tui.report.blocks import Document, Run
from meeting_tui.report.word import styles
from meeting_tui.report.word.body import BUILT_IN, Setting, body_xml, paragraph_xml
from meeting_tui.report.word.package import packed
from meeting_tui.report.word.skeleton import add_body, skeleton


def built_in_file(document: Document) -> bytes:
    """The document as the content of a `.docx`."""
    made = skeleton(
        title=document.title,
        subtitle=document.subtitle,
        head=document.head,
        foot=document.foot,
        language=document.language,
    )
    setting = Setting(document.language, styles.BODY_WIDTH, BUILT_IN)
    add_body(made, body_xml(document.blocks, setting))
    return packed(made)


def sample_file(language: str) -> bytes:
    """A template that gives the built-in look, as the content of a `.docx`: one to change."""
    made = skeleton(
        title="{{ title }}",
        subtitle="{{ subtitle }}",
        head="{{ head }}",
        foot="{{ foot }}",
        language=language,
    )
    add_body(made, paragraph_xml((Run("{{p body }}"),), styles.PLAIN.id, language))
    return packed(made)
