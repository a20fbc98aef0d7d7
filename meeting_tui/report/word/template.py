"""A report in a Word template of one's own: the secretariat's look, our text.

A template is filled in by docxtpl. It comes from outside, so its tags see the report's own values
and nothing else: they run in a sandbox, an unknown name is a fault that is told, and people's text
is escaped (both are off by default, and without the second text round `&` is lost silently).
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from docx.opc.exceptions import PackageNotFoundError
from lxml.etree import XMLSyntaxError
from markupsafe import Markup

from meeting_tui.errors import TemplateError
from meeting_tui.outside import UnfitFile
from meeting_tui.packages import checked_package
from meeting_tui.report.blocks import Block, Document, Heading
from meeting_tui.report.word.body import Setting, body_xml
from meeting_tui.report.word.guest_styles import settled
from meeting_tui.report.word.package import packed
from meeting_tui.report.word.sandbox import TemplateSandbox
from meeting_tui.report.word.tags import CheckedTemplate
from meeting_tui.words import Sentence

if TYPE_CHECKING:
    from docx.document import Document as WordDocument


def filled_template(document: Document, template: bytes) -> bytes:
    """The template with the document's values in it, as the content of a `.docx`.

    Raises TemplateError, which names the tag and the reason.
    """
    language = document.language
    try:
        tags = CheckedTemplate(io.BytesIO(checked_package(template)))
        tags.init_docx()
        page = tags.get_docx()
        setting = settled(page, language)
    except UnfitFile as fault:
        raise TemplateError(fault.said) from fault
    except (
        PackageNotFoundError,
        RuntimeError,
        zipfile.BadZipFile,
        zlib.error,
        XMLSyntaxError,
        KeyError,
        ValueError,
        IndexError,
        AttributeError,
    ) as fault:
        raise TemplateError(Sentence("word.not_a_template")) from fault
    tags.render(
        template_values(document, setting),
        TemplateSandbox(autoescape=True),
        autoescape=True,
    )
    _forget_times(page)
    return packed(page)


def template_values(document: Document, setting: Setting) -> dict[str, Any]:
    """What a template may use, by the names in `docs/word-templates.md`."""
    sections = [
        {
            "title": head.text if head else "",
            "place": head.place if head else "",
            "body": _set(blocks, setting),
        }
        for head, blocks in _sections(document.blocks)
    ]
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "head": document.head,
        "foot": document.foot,
        "language": document.language,
        "is_draft": document.is_draft,
        "body": _set(document.blocks, setting),
        "opening": sections[0]["body"],
        "sections": sections[1:],
        "part": {
            head.place: _set(blocks, setting)
            for head, blocks in _parts(document.blocks)
            if head.place
        },
    }


def _set(blocks: Iterable[Block], setting: Setting) -> Markup:
    return Markup(body_xml(blocks, setting))


def _sections(blocks: tuple[Block, ...]) -> list[tuple[Heading | None, list[Block]]]:
    """What stands before the first head of level 1, then each such head with what is under it."""
    sections: list[tuple[Heading | None, list[Block]]] = [(None, [])]
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            sections.append((block, []))
        else:
            sections[-1][1].append(block)
    return sections


def _parts(blocks: tuple[Block, ...]) -> Iterable[tuple[Heading, list[Block]]]:
    """Each head with what is under it, up to the next head of its level or above."""
    for number, head in enumerate(blocks):
        if isinstance(head, Heading):
            part: list[Block] = []
            for block in blocks[number + 1 :]:
                if isinstance(block, Heading) and block.level <= head.level:
                    break
                part.append(block)
            yield head, part


def _forget_times(page: WordDocument) -> None:
    """Equal reports give equal files, whenever the template was last saved."""
    properties = page.core_properties._element
    for element in list(properties):
        if element.tag.rpartition("}")[2] in ("created", "modified", "lastPrinted"):
            properties.remove(element)
