"""Filling in a template, and saying which of its tags cannot be filled in and why.

The library names neither the tag nor the place where a template fails, and mends broken pages by
leaving text out; here a fault is told in one sentence and nothing is left out.
"""

from __future__ import annotations

import re
from types import TracebackType
from typing import Any

from docxtpl import DocxTemplate
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import TemplateError as JinjaError
from lxml import etree

from meeting_tui.errors import TemplateError
from meeting_tui.report.word.runs import W
from meeting_tui.report.word.sandbox import TemplateSandbox, TooMuch
from meeting_tui.words import Sentence

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_ANY_XML = re.compile(r"<[^>]*>")
_QUOTED = re.compile(r"'([^']+)'")
_UNENDED = re.compile(r"block that needs to be closed is '(\w+)'")
_PARAGRAPH = re.compile(r"<w:p([ >])")
_PROPERTIES = ("title", "subject", "author", "comments", "language", "keywords", "category")
_LONGEST_PROPERTY = 255
_LONGEST_SHOWN = 60
_OF_EXPRESSIONS = (
    JinjaError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
)


class CheckedTemplate(DocxTemplate):  # type: ignore[misc]
    """A template that raises TemplateError where it cannot be filled in."""

    def render_xml_part(
        self, src_xml: str, part: Any, context: dict[str, Any], jinja_env: Any = None
    ) -> str:
        """One part filled in."""
        try:
            filled: str = super().render_xml_part(src_xml, part, context, jinja_env)
        except _OF_EXPRESSIONS as fault:
            source = _PARAGRAPH.sub(r"\n<w:p\1", src_xml)
            tag = _unended(source, str(fault)) or _tag_at(source, _line(fault), str(fault))
            raise TemplateError(_reason(fault), key=tag or None) from fault
        self._check(filled, src_xml)
        return filled

    def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Title and the like; they are kept as text, so that nothing in them is escaped twice."""
        properties = self.get_docx().core_properties
        plain = TemplateSandbox(autoescape=False)
        for name in _PROPERTIES:
            held = getattr(properties, name)
            try:
                filled = plain.from_string(held).render(context)
            except _OF_EXPRESSIONS as fault:
                tag = _tag_at(held, None, str(fault))
                raise TemplateError(_reason(fault), key=tag or None) from fault
            if filled != held:
                setattr(properties, name, filled[:_LONGEST_PROPERTY])

    def _check(self, filled: str, source: str) -> None:
        """Raise where the filled part is not a whole page any more."""
        try:
            tree = etree.fromstring(filled.encode("utf-8"))
        except etree.XMLSyntaxError as fault:
            tags = [tag for tag in _tags(source) if tag.startswith("{%")]
            raise TemplateError(
                Sentence("word.tag_misplaced", example="{%p … %}"),
                key=tags[0] if tags else None,
            ) from fault
        if tree.find(f".//{{{W}}}t//{{{W}}}p") is not None:
            tags = [tag for tag in _tags(source) if re.search(r"\b(body|opening|part)\b", tag)]
            raise TemplateError(
                Sentence("word.tag_needs_p", example="{{p body }}"),
                key=tags[0] if tags else None,
            )


def _reason(fault: Exception) -> Sentence:
    said = " ".join(str(fault).split()).rstrip(".")
    match fault:
        case TooMuch():
            return Sentence("word.tag_too_much")
        case SecurityError():
            return Sentence("word.tag_forbidden")
        case UndefinedError():
            names = _QUOTED.findall(said)
            return Sentence("word.tag_unknown", name=names[-1] if names else said)
        case TemplateSyntaxError() if block := _UNENDED.search(said):
            return Sentence("word.tag_open", name=block[1])
        case TemplateSyntaxError():
            return Sentence("word.tag_syntax", reason=said)
        case _:
            return Sentence("word.tag_failed", reason=said)


def _tags(source: str) -> list[str]:
    return [" ".join(_ANY_XML.sub("", tag).split()) for tag in _TAG.findall(source)]


def _line(fault: BaseException) -> int | None:
    """The line of the part that failed, from the fault or from where it was raised."""
    if isinstance(fault, TemplateSyntaxError):
        return fault.lineno
    line = None
    step: TracebackType | None = fault.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == "<template>":
            line = step.tb_lineno
        step = step.tb_next
    return line


def _unended(source: str, said: str) -> str:
    """The tag of a block that is begun and not ended, where that is what the fault says."""
    block = _UNENDED.search(said)
    begun = re.compile(rf"\{{%\s*{block[1]}\b") if block else None
    tags = [tag for tag in _tags(source) if begun is not None and begun.match(tag)]
    return tags[-1] if tags else ""


def _tag_at(source: str, line: int | None, said: str) -> str:
    """The tag of that line that the fault is about, as it is typed; empty where none is found."""
    lines = source.split("\n")
    nearby = _tags(lines[line - 1]) if line is not None and 0 < line <= len(lines) else []
    if line is not None and not nearby:
        # A tag that is not closed reads on into what follows it.
        return " ".join(_ANY_XML.sub("", lines[line - 1]).split())[:_LONGEST_SHOWN]
    tags = nearby or _tags(source)
    names = _QUOTED.findall(said)
    for tag in tags:
        if any(name in tag for name in names):
            return tag
    return tags[0] if tags else ""
