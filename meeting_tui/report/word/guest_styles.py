"""Making a template of one's own ready for a report's body: the styles and lists it lacks.

A style that the template has under the same name is followed as it is; the others are brought
along and take their letters from the template's own normal text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.parts.numbering import NumberingPart
from msgspec.structs import replace

from meeting_tui.report.word import styles
from meeting_tui.report.word.body import Setting
from meeting_tui.report.word.styles import W

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_CHINESE = f'<w:rFonts w:eastAsia="{styles.CHINESE_FONT}"/>'
_CHINESE_FORMS = '<w:lang w:eastAsia="zh-CN"/>'
_LEAST_WIDTH = 2000


def settled(page: WordDocument, language: str) -> Setting:
    """How a body is set in this template; brings what it lacks into it."""
    sheet = page.styles.element
    there = {style.element.name_val: style.style_id for style in page.styles}
    taken = set(there.values())
    ids = {style.name: there.get(style.name) or _free(style.id, taken) for style in styles.OF_BODY}
    missing = [style for style in styles.OF_BODY if style.name not in there]
    lists = _bring_lists(page, ids) if any(style.list_number for style in missing) else {}
    bases = {
        "Normal": _default(page, WD_STYLE_TYPE.PARAGRAPH),
        "TableNormal": _default(page, WD_STYLE_TYPE.TABLE),
        "ReportCell": ids[styles.CELL.name],
    }
    for style in missing:
        adopted = replace(
            style,
            id=ids[style.name],
            based_on=bases[style.based_on],
            next_id="",
            letters="" if style.kind == "table" else _with_chinese(style.letters),
        )
        sheet.append(parse_xml(adopted.xml(list_number=lists.get(style.list_number, 0))))
    return Setting(language, _width(page), ids)


def _with_chinese(letters: str) -> str:
    """Looks of letters that also say which font, and which forms, Chinese is to have."""
    font = "" if "<w:rFonts" in letters else _CHINESE
    return f"{font}{letters}{_CHINESE_FORMS}"


def _free(wanted: str, taken: set[str]) -> str:
    """An id that the template does not use for something else."""
    number = 1
    found = wanted
    while found in taken:
        number += 1
        found = f"{wanted}{number}"
    return found


def _default(page: WordDocument, kind: WD_STYLE_TYPE) -> str:
    """The id of the template's own normal style of a kind; empty where it has none."""
    normal = page.styles.default(kind)
    return normal.style_id if normal else ""


def _bring_lists(page: WordDocument, ids: dict[str, str]) -> dict[int, int]:
    """Our list -> its number among the template's own lists."""
    numbering = _numbering(page)
    uses = numbering.findall(qn("w:num"))
    definitions = numbering.findall(qn("w:abstractNum"))
    base = max((int(each.get(qn("w:abstractNumId"))) for each in definitions), default=0)
    number = max((int(each.get(qn("w:numId"))) for each in uses), default=0)
    lists = {}
    brought = zip(
        (styles.NUMBERED_PARAGRAPH, styles.BULLET),
        styles.list_definitions(base + 1, base + 2),
        strict=True,
    )
    for place, (style, xml) in enumerate(brought, start=1):
        definition = parse_xml(xml)
        for named in definition.iter(qn("w:pStyle")):
            named.set(qn("w:val"), ids[style.name])
        # All definitions come before the first list in use.
        numbering.insert_element_before(definition, "w:num", "w:numIdMacAtCleanup")
        use = parse_xml(styles.list_use(number + place, base + place))
        numbering.insert_element_before(use, "w:numIdMacAtCleanup")
        lists[style.list_number] = number + place
    return lists


def _numbering(page: WordDocument) -> Any:
    """The template's lists; a document that never had one gets the part for them."""
    try:
        return page.part.part_related_by(RT.NUMBERING).element  # type: ignore[attr-defined]
    except KeyError:
        part = NumberingPart(
            PackURI("/word/numbering.xml"),
            CT.WML_NUMBERING,
            parse_xml(f'<w:numbering xmlns:w="{W}"/>'),
            page.part.package,
        )
        page.part.relate_to(part, RT.NUMBERING)
        return part.element


def _width(page: WordDocument) -> int:
    """Between the margins of the template's first page, in twentieths of a point."""
    section = page.sections[0] if len(page.sections) else None
    if section is None or section.page_width is None:
        return styles.BODY_WIDTH
    margins = (section.left_margin or 0) + (section.right_margin or 0)
    return max(_LEAST_WIDTH, (section.page_width - margins) // 635)
