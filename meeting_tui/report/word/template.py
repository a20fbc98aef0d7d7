"""A report in a Word template of one's own: the secretariat's look, our text.

A template is filled in by docxtpl. It comes from outside, so its tags see the report's own values
and nothing else: they run in a sandbox, an unknown name is a fault that is told, and people's text
is escaped (both are off by default, and without the second text round `&` is lost silently).
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from types import TracebackType
from typing import TYPE_CHECKING, Any

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from lxml.etree import XMLSyntaxError
from markupsafe import Markup

from meeting_tui.errors import TemplateError
from meeting_tui.outside import UnfitFile
from meeting_tui.packages import checked_package
from meeting_tui.patterns import late_pattern
from meeting_tui.report.blocks import Block, Document, Heading
from meeting_tui.report.word.body import Setting, body_xml
from meeting_tui.report.word.built_in import forget, packed
from meeting_tui.report.word.guest_styles import settled
from meeting_tui.report.word.styles import W
from meeting_tui.words import Sentence

if TYPE_CHECKING:
    pass

_TAG = late_pattern(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_ANY_XML = late_pattern(r"<[^>]*>")
_QUOTED = late_pattern(r"'([^']+)'")
_UNENDED = late_pattern(r"block that needs to be closed is '(\w+)'")
_PARAGRAPH = late_pattern(r"<w:p([ >])")
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
_MOST = 100_000_000
"""Characters that the tags of one file may make or go through."""
_STEP = 1000
"""What a step of a loop, a call or a look at a value costs: it takes as long as so many."""
_FILTERS = (
    *("abs", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first", "float"),
    *("forceescape", "format", "groupby", "int", "items", "join", "last", "length", "list"),
    *("lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "round"),
    *("safe", "select", "selectattr", "sort", "string", "title", "trim", "truncate", "unique"),
    *("upper", "wordcount"),
)
_GROWING = (
    *("center", "encode", "expandtabs", "format", "format_map", "join", "ljust", "replace"),
    *("rjust", "to_bytes", "translate", "zfill"),
)
"""Methods of texts and numbers that make more of them; filters do what a report needs."""
_WIDE = late_pattern(r"%[^%a-zA-Z]*(\*|\d{4})")


def filled_template(document: Document, template: bytes) -> bytes:
    """The template with the document's values in it, as the content of a `.docx`.

    Raises TemplateError, which names the tag and the reason.
    """
    language = document.language
    try:
        tags = _CheckedTemplate(io.BytesIO(checked_package(template)))
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
        _TemplateSandbox(autoescape=True),
        autoescape=True,
    )
    forget(page, "created", "modified", "lastPrinted")
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


class _CheckedTemplate(DocxTemplate):  # type: ignore[misc]
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
        plain = _TemplateSandbox(autoescape=False)
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
        case _TooMuch():
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


class _TooMuch(SecurityError):
    """A template makes or goes through more than any report needs."""


class _TemplateSandbox(ImmutableSandboxedEnvironment):
    """The values of a report, the filters that suit them, and a limit on what is made of them."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, *, autoescape: bool) -> None:
        """`autoescape`: people's text becomes XML."""
        super().__init__(autoescape=autoescape, undefined=StrictUndefined, finalize=self._measured)
        self._left = _MOST
        self.concat = self._joined_pieces  # type: ignore[method-assign]
        self.globals.pop("lipsum")
        self.filters = {name: self._counting(name, self.filters[name]) for name in _FILTERS}
        self.filters |= {"_steps": self._steps, "_measured": self._measured}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a tag may use it."""
        grows = attr in _GROWING and isinstance(obj, (str, int))
        return not grows and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """A text fills in no others; the filter `format` does."""

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Call a macro or a method; costs a step."""
        __self._spend(_STEP)
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Work out `+`, `*`, `**` or `%`, once it is known that it is not too much."""
        if operator == "**" and isinstance(left, int) and isinstance(right, int):
            self._spend(left.bit_length() * abs(right))
        elif operator == "%" and isinstance(left, str):
            _refuse_wide(left)
            self._spend(len(left) * self._size(right))
        elif operator == "*" and not (isinstance(left, int) and isinstance(right, int)):
            times = next((abs(each) for each in (left, right) if isinstance(each, int)), 1)
            self._spend(self._size(left if isinstance(right, int) else right) * times)
        else:
            self._spend(self._size(left) + self._size(right))
        return super().call_binop(context, operator, left, right)

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        for loop in list(source.find_all(nodes.For)):
            loop.iter = _through("_steps", loop.iter)
        for text in list(source.find_all(nodes.Concat)):
            text.nodes = [_through("_measured", each) for each in text.nodes]
        source.set_environment(self)
        return super()._generate(source, *args, **kwargs)

    def _spend(self, cost: int) -> None:
        self._left -= cost
        if self._left < 0:
            raise _TooMuch("too much")

    def _steps(self, values: Iterable[Any]) -> Iterator[Any]:
        for each in values:
            self._spend(_STEP)
            yield each

    def _measured(self, value: Any) -> Any:
        self._size(value)
        return value

    def _size(self, value: Any) -> int:
        """Characters of a value as text, about; going through it is spent as well."""
        match value:
            case str():
                size = len(value)
            case int():
                size = value.bit_length() // 3 + 1
            case dict():
                size = sum(self._size(key) + self._size(each) for key, each in value.items())
            case list() | tuple() | set() | frozenset():
                size = sum(self._size(each) for each in value)
            case _:
                size = 1
        self._spend(size + _STEP)
        return max(1, size)

    def _joined_pieces(self, pieces: Iterable[str]) -> str:
        whole = []
        for each in pieces:
            self._spend(len(each))
            whole.append(each)
        return "".join(whole)

    def _counting(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """A filter that spends what it may make before it makes it."""
        first = 1 if hasattr(work, "jinja_pass_arg") else 0

        @wraps(work)
        def counted(*args: Any, **kwargs: Any) -> Any:
            before, (value, *others) = args[:first], args[first:]
            if name == "join":
                value = list(self._steps(value))
            if name == "format":
                _refuse_wide(str(value))
            cost = self._size(value)
            for each in (*others, *kwargs.values()):
                cost *= self._size(each)
                if name == "round" and isinstance(each, int):
                    cost *= max(1, abs(each))
            self._spend(_STEP + cost)
            return work(*before, value, *others, **kwargs)

        return counted


def _refuse_wide(text: str) -> None:
    if _WIDE.search(text):
        raise _TooMuch("too wide")


def _through(name: str, value: nodes.Node) -> nodes.Filter:
    """What the value is after a filter."""
    return nodes.Filter(value, name, [], [], None, None, lineno=value.lineno)
