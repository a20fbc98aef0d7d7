"""A secretariat's own template: its look, our text, and a fault told by its tag."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from msgspec.structs import replace

from meeting_tui.errors import TemplateError
from meeting_tui.report.word import sample_template, word_file
from meeting_tui.report.word.body import BUILT_IN, Setting
from meeting_tui.report.word.styles import BODY_WIDTH, OF_BODY
from meeting_tui.report.word.template import template_values
from tests.report.golden_word import part_of
from tests.report.word_documents import HARD_TEXTS, hard_document


def template(*paragraphs: str, header: str = "", title: str = "") -> bytes:
    """A document of the library's own look with these paragraphs."""
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    if header:
        made.sections[0].header.paragraphs[0].text = header
    made.core_properties.title = title
    return saved(made)


def saved(document: docx.document.Document) -> bytes:
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def filled(content: bytes, language: str = "en") -> docx.document.Document:
    return docx.Document(io.BytesIO(word_file(hard_document(language), content)))


def texts(document: docx.document.Document) -> list[str]:
    return [each.text for each in document.paragraphs]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_sample_gives_what_the_built_in_style_gives(language: str) -> None:
    ours = docx.Document(io.BytesIO(word_file(hard_document(language))))
    theirs = filled(sample_template(language), language)

    assert texts(theirs) == texts(ours)
    assert theirs.sections[0].header.paragraphs[0].text == "WGTR · 19 March 2026 · DRAFT"
    assert theirs.core_properties.title == ours.core_properties.title
    assert [len(table.rows) for table in theirs.tables] == [3, 2]


def test_equal_documents_give_equal_bytes() -> None:
    sample = sample_template("en")

    assert word_file(hard_document(), sample) == word_file(hard_document(), sample)


def test_text_around_signs_is_not_lost() -> None:
    made = filled(template("{{ title }}: {{ foot }}"))
    odd = replace(hard_document(), title="A & B <c> “d” {{ 7 * 7 }}")

    assert texts(made)[0].startswith("Working Group on Transparency and Review: Made from")
    content = docx.Document(io.BytesIO(word_file(odd, template("{{ title }}"))))
    assert texts(content)[0] == odd.title


def test_sections_are_gone_through_one_by_one() -> None:
    made = texts(
        filled(
            template(
                "{%p for section in sections %}",
                "== {{ section.title }}",
                "{{p section.body }}",
                "{%p endfor %}",
            )
        )
    )

    assert made[0] == "== I. Opening & <attendance>"
    assert HARD_TEXTS[0] in made
    assert "== II. Empty day" in made
    assert "I. Opening & <attendance>" not in made


def test_one_part_is_put_where_the_template_wants_it() -> None:
    made = texts(filled(template("before", "{{p part[“opening”] }}", "after")))

    assert made[:2] == ["before", "The meeting was opened at 10:00."]
    assert made[-1] == "after"
    assert "No intervention was made." not in made


def test_what_comes_before_the_first_head_can_be_put_alone() -> None:
    made = texts(filled(template("{{p opening }}")))

    assert made[0] == "This is a draft: 3 points stand under no question."
    assert "The meeting was opened at 10:00." not in made


def test_the_templates_own_styles_are_followed() -> None:
    own = docx.Document()
    own.styles.add_style("Report Paragraph", WD_STYLE_TYPE.PARAGRAPH)
    own.add_paragraph("{{p body }}")

    made = filled(saved(own))
    body = next(each for each in made.paragraphs if each.text == HARD_TEXTS[0])
    head = next(each for each in made.paragraphs if each.text.startswith("I. Opening"))

    assert body.style is not None and body.style.name == "Report Paragraph"
    assert head.style is not None and head.style.font.color is not None
    assert head.style.font.color.rgb is not None  # the library's blue, not our black


def test_lists_are_brought_beside_those_of_the_template() -> None:
    made = word_file(hard_document(), template("{{p body }}"))
    numbers = re.findall(r'<w:num (?:[^>]*)w:numId="(\d+)"', part_of(made, "word/numbering.xml"))

    assert len(numbers) == len(set(numbers))
    assert f'<w:numId w:val="{numbers[-2]}"/>' in part_of(made, "word/styles.xml")


def test_a_template_that_never_had_a_list_gets_ours() -> None:
    own = docx.Document()
    own.add_paragraph("{{p body }}")
    for number, relation in list(own.part.rels.items()):
        if relation.reltype.endswith("/numbering"):
            del own.part.rels[number]

    made = word_file(hard_document(), saved(own))

    assert 'w:val="%1."' in part_of(made, "word/numbering.xml")


def test_an_id_that_the_template_uses_otherwise_is_left_to_it() -> None:
    own = docx.Document()
    style = own.styles.add_style("House Notice", WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), "ReportNotice")
    own.add_paragraph("{{p body }}")

    made = filled(saved(own))

    assert made.paragraphs[0].style is not None
    assert made.paragraphs[0].style.name == "Report Notice"


def test_chinese_has_its_font_and_its_forms_there_too() -> None:
    styles = part_of(word_file(hard_document("zh"), template("{{p body }}")), "word/styles.xml")

    own = styles[styles.index('w:val="Report Paragraph"') :]
    assert 'w:eastAsia="SimSun"' in own
    assert 'w:eastAsia="zh-CN"' in own


def test_tables_are_as_wide_as_the_templates_page() -> None:
    own = docx.Document()
    own.sections[0].page_width = docx.shared.Mm(150)
    own.add_paragraph("{{p body }}")

    widths = re.findall(r'<w:tblW w:w="(\d+)"', part_of(word_file(hard_document(), saved(own))))

    section = own.sections[0]
    assert section.page_width is not None
    room = section.page_width - (section.left_margin or 0) - (section.right_margin or 0)
    assert {int(width) for width in widths} == {room // 635}


def test_a_template_that_says_nothing_of_its_page_or_its_normal_text_will_do() -> None:
    own = docx.Document()
    own.add_paragraph("{{p body }}")
    own.element.body.remove(own.element.body.sectPr)
    for style in own.styles.element.findall(qn("w:style")):
        style.attrib.pop(qn("w:default"), None)

    made = part_of(word_file(hard_document(), saved(own)))

    assert f'<w:tblW w:w="{BODY_WIDTH}"' in made
    assert "The meeting was opened at 10:00." in made


@pytest.mark.parametrize(
    ("paragraphs", "tag", "reason"),
    [
        (["{{ titel }}"], "{{ titel }}", "a template has no “titel”"),
        (['{{p part["item 9"] }}'], '{{ part["item 9"] }}', "a template has no “item 9”"),
        (["{% if is_draft %}{{ nix }}{% endif %}"], "{{ nix }}", "a template has no “nix”"),
        (["{{ title + 1 }}"], "{{ title + 1 }}", "this gives no result"),
        (["{{ 1 / 0 }}"], "{{ 1 / 0 }}", "this gives no result"),
        (["{{ title ~ }}"], "{{ title ~ }}", "cannot be read"),
        (["{{ title", "more"], "{{ title", "cannot be read"),
        (
            ["a", "{%p for s in sections %}", "{{ s.title }}"],
            "{% for s in sections %}",
            "does not end",
        ),
        (["{{ body }}"], "{{ body }}", "{{p body }}"),
        (["{{ section.body }}", "{% for s in sections %}"], "{% for s", "does not end"),
        (["{% include '/etc/passwd' %}"], "{% include '/etc/passwd' %}", "this gives no result"),
    ],
)
def test_a_fault_names_the_tag_and_the_reason(paragraphs: list[str], tag: str, reason: str) -> None:
    with pytest.raises(TemplateError) as caught:
        word_file(hard_document(), template(*paragraphs))

    assert str(caught.value).startswith(tag)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ cycler.__init__.__globals__.os.system('id') }}",
        "{{ sections.append(1) }}",
        "{{ title.__init__ }}",
    ],
)
def test_a_template_cannot_reach_beyond_the_report(tag: str) -> None:
    with pytest.raises(TemplateError, match="may only use the report's own values"):
        word_file(hard_document(), template(tag))


@pytest.mark.parametrize(
    "tags",
    [
        "{{ 'a' * 10**10 }}",
        "{{ 10**9 * 'a' }}",
        "{{ 10**(10**9) }}",
        "{{ (title * 1000) * 100000 }}",
        "{{ '%1000000000d'|format(1) }}",
        "{{ '%*d'|format(10**9, 1) }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ ('x' * 100000)|replace('x', 'x' * 100000) }}",
        "{{ ('x' * 100000)|replace(new='x' * 100000, old='x') }}",
        "{{ range(100000)|join('x' * 10000) }}",
        "{{ 1.5|round(10**9) }}",
        "{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}"
        "{{ m(60) }}",
        "{% set n = namespace(a='x') %}"
        "{% for i in range(60) %}{% set n.a = n.a ~ n.a %}{% endfor %}",
        "{% set n = namespace(a='x') %}"
        "{% for i in range(60) %}{% set n.a = n.a + n.a %}{% endfor %}",
        "{% set n = namespace(a=[1]) %}"
        "{% for i in range(60) %}{% set n.a = [n.a, n.a] %}{% endfor %}{{ n.a }}",
        "{% set n = namespace(a={}) %}"
        "{% for i in range(60) %}{% set n.a = {1: n.a, 2: n.a} %}{% endfor %}{{ n.a|string }}",
        "{% set n = namespace(a='x') %}{% for i in range(60) %}"
        "{% set a %}{{ n.a }}{{ n.a }}{% endset %}{% set n.a = a %}{% endfor %}",
    ],
)
def test_a_template_cannot_fill_the_memory_nor_run_for_ever(tags: str) -> None:
    with pytest.raises(TemplateError, match="this makes more text than a report can hold"):
        word_file(hard_document(), template(tags))


@pytest.mark.parametrize("tag", ["{{ 'x'.center(9) }}", "{{ '{:9}'.format(1) }}"])
def test_what_makes_texts_longer_is_a_filter_or_nothing(tag: str) -> None:
    with pytest.raises(TemplateError, match="may only use the report's own values"):
        word_file(hard_document(), template(tag))


def test_small_sums_and_filters_are_worked_out() -> None:
    made = texts(
        filled(
            template(
                "{{ 2 * 3 + 2**4 + 7 % 4 + 1.5 * 2 }} {{ 'a' * 3 + 'b' ~ 1 }} {{ 'x %s' % 'y' }}",
                "{{ '%03d'|format(7) }} {{ ['a', 'b']|join(', ') }} {{ 2.345|round(1) }}",
                "{% for i in range(3) %}{{ loop.index }}/{{ loop.length }} {% endfor %}",
                "{{ title.upper()|replace('A', 'B')|length > 0 }} {{ [1, 2] + [3] }}",
            )
        )
    )

    assert made[:2] == ["28.0 aaab1 x y", "007 a, b 2.3"]
    assert made[2:4] == ["1/3 2/3 3/3 ", "True [1, 2, 3]"]


def test_a_tag_over_half_a_table_is_told() -> None:
    own = docx.Document()
    table = own.add_table(1, 2)
    table.cell(0, 0).text = "{%p if is_draft %}"
    table.cell(0, 1).text = "x"
    own.add_paragraph("{%tr endif %}")

    with pytest.raises(TemplateError):
        word_file(hard_document(), saved(own))


def test_a_page_broken_by_its_tags_is_told_and_never_mended_by_leaving_out() -> None:
    with pytest.raises(TemplateError, match="begins in one paragraph") as caught:
        word_file(hard_document(), broken_template())

    assert caught.value.key == "{% if not is_draft %}"


def broken_template() -> bytes:
    """A table whose first half stands under a condition that does not hold."""
    own = docx.Document()
    table = own.add_table(1, 1)
    table.cell(0, 0).text = "a {% if not is_draft %}b"
    own.add_paragraph("c{% endif %} d")
    return saved(own)


def test_a_fault_in_a_header_and_in_the_properties_is_told_too() -> None:
    with pytest.raises(TemplateError, match="heda"):
        word_file(hard_document(), template("x", header="{{ heda }}"))
    with pytest.raises(TemplateError, match="tilte"):
        word_file(hard_document(), template("x", title="{{ tilte }}"))


def test_the_fault_is_told_in_chinese() -> None:
    with pytest.raises(TemplateError, match="no “titel”") as caught:
        word_file(hard_document("zh"), template("{{ titel }}"))

    assert "模板中没有可用的“titel”" in caught.value.sentence("zh")


@pytest.mark.parametrize("content", [b"", b"PK", b"{{ title }}", sample_template("en")[:900]])
def test_what_is_no_document_is_told_so(content: bytes) -> None:
    with pytest.raises(TemplateError, match="not a Word document"):
        word_file(hard_document(), content)


def test_a_workbook_is_no_template() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")

    with pytest.raises(TemplateError, match="not a Word document"):
        word_file(hard_document(), content.getvalue())


def test_every_value_of_a_template_is_described() -> None:
    page = (Path(__file__).parents[2] / "docs" / "word-templates.md").read_text(encoding="utf-8")
    values = template_values(hard_document(), Setting("en", 9000, BUILT_IN))

    assert [name for name in values if not re.search(rf"[{{ ]{name}\b", page)] == []
    assert [style.name for style in OF_BODY[4:] if style.name not in page] == []
