"""People's text at the border: cleaned, folded, shown and exported without harm."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from meeting_tui.text import (
    cells,
    clean_block,
    clean_line,
    display,
    fit,
    fold,
    spreadsheet_plain,
    spreadsheet_safe,
)

HARD = (
    "\x1b[31mred\x1b[0m",
    "\x07bell",
    "abc\u202edef",
    "[/] x",
    "[link=http://x]y",
    "[para 4(a)/b=c]",
    "👩\u200d👩\u200d👧",
    "ideographic\u3000space",
    "no\u00a0break\u202fspaces",
    "lone \ud83d surrogate \udc00",
    "nul\x00",
    "\ufeffmark",
    "a\r\nb\rc\nd\u2028e\u2029f\x0bg\x0ch\x85i\tj",
    "\x9b31m",
    "е\u0301",
    "",
)
any_text = st.text(
    st.characters(exclude_categories=()) | st.sampled_from("".join(HARD) + "=+-@'’–·…")
)
hard_and_any = st.sampled_from(HARD) | any_text


def is_steering(sign: str) -> bool:
    """Whether the sign could steer a terminal: a control or a bidirectional override."""
    return unicodedata.category(sign) in {"Cc", "Cs"} or sign in "\u202a\u202b\u202c\u202d\u202e"


@given(hard_and_any)
def test_a_clean_line_is_one_line_that_can_be_stored(text: str) -> None:
    line = clean_line(text)
    assert not any(is_steering(sign) for sign in line)
    assert len(line.splitlines()) <= 1
    assert line.encode().decode() == line == line.strip()
    assert unicodedata.is_normalized("NFC", line)
    assert clean_line(line) == line


@given(hard_and_any)
def test_a_clean_block_keeps_line_feeds_only(text: str) -> None:
    block = clean_block(text)
    assert not any(is_steering(sign) for sign in block.replace("\n", ""))
    assert block.encode().decode() == block
    assert block.split("\n") == (block.splitlines() or [""])
    assert clean_block(block) == block


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Mexico \n", "Mexico"),
        ("a\r\n\tb", "a b"),
        ("a\x0bb\x0cc\u2028d", "a b c d"),
        ("\x1b[31mred", "[31mred"),
        ("nul\x00, bell\x07", "nul, bell"),
        ("abc\u202edef\u2066", "abcdef"),
        ("e\x00\u0301", "é"),
        ("全角\u3000空格", "全角\u3000空格"),
        ("n° 5\u00a0%", "n° 5\u00a0%"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("a\ud800b", "a\ufffdb"),
        ("\ufeffcode", "code"),
        ("[State Party] asked", "[State Party] asked"),
    ],
)
def test_a_text_is_cleaned_to_one_line(text: str, line: str) -> None:
    assert clean_line(text) == line


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\u2028", "\u2029", "\x0b"])
def test_lines_are_the_same_whatever_ended_them(end: str) -> None:
    lines = ["one", "deux", "三", "", "пять"]
    assert clean_block(end.join(lines)) == "\n".join(lines)
    assert clean_line(end.join(lines)) == "one deux 三 пять"


@given(any_text)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold(text.encode("utf-8", "replace").decode()) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Türkiye", "TURKIYE"),
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("Côte d`Ivoire", "cote d'ivoire"),
        ("cote d`ivoire", "cote d'ivoire"),
        ("São Tomé", "sao  tome"),
        ("Guinée–Bissau", "guinee-bissau"),
        ("İstanbul ırmak", "istanbul irmak"),
        ("Größe", "GROSSE"),
        ("Øresund, Łódź", "oresund, lodz"),
        ("Пёс", "ПЕС"),
        ("أفغانستان", "افغانستان"),
        ("عُمان", "عمان"),
        ("ＡＴＴ", "att"),
        ("a\u200db\u200e", "ab"),
        ("한국", "한국"),
        ("[annex]", "[ANNEX]"),
    ],
)
def test_alike_texts_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("[", "]"), ("Niger", "Nigeria"), ("秘鲁", "秘")])
def test_different_texts_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(hard_and_any)
def test_what_is_shown_steers_no_terminal(text: str) -> None:
    shown = display(text)
    assert not any(is_steering(sign) for sign in shown)
    assert len(shown) == len(text)
    assert display(shown) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("a\nb\tc", "a b c"),
        ("\x7f\x9b\u202e", "␡\ufffd\ufffd"),
        ("[/] x", "[/] x"),
        ("\u3000\u00a0\u200d", "\u3000\u00a0\u200d"),
    ],
)
def test_a_text_is_displayed_without_effect_on_the_terminal(text: str, shown: str) -> None:
    assert display(text) == shown


@given(hard_and_any, st.integers(min_value=-1, max_value=40))
def test_fitted_text_takes_exactly_its_width(text: str, width: int) -> None:
    assert cells(fit(text, width)) == max(width, 0)


@pytest.mark.parametrize(
    ("text", "width", "fitted"),
    [
        ("Mexico", 8, "Mexico  "),
        ("Mexico", 6, "Mexico"),
        ("Mexico", 5, "Mexi…"),
        ("Mexico", 1, "…"),
        ("你好，世界", 10, "你好，世界"),
        ("你好，世界", 8, "你好，… "),
        ("你好，世界", 7, "你好，…"),
        ("Perú", 4, "Perú"),
        ("a\nb", 4, "a b "),
        ("ab👩\u200d👧cd", 4, "ab… "),
        ("x\u200d", 2, "x "),
        ("abc", 0, ""),
    ],
)
def test_a_text_is_fitted_into_its_cells(text: str, width: int, fitted: str) -> None:
    assert fit(text, width) == fitted


@pytest.mark.parametrize(
    ("text", "width"), [("Mexico", 6), ("秘鲁", 4), ("Perú", 4), ("e\u0301", 1), ("👩\u200d👧", 2)]
)
def test_a_text_takes_its_cells(text: str, width: int) -> None:
    assert cells(text) == width


@given(any_text)
def test_no_cell_begins_a_formula_unless_it_is_a_number_or_a_time(text: str) -> None:
    safe = spreadsheet_safe(text)
    assert safe.removeprefix("'") in {text, text.removeprefix("'")}
    if safe[:1] in {"=", "@", "\t", "\r"}:
        pytest.fail(f"{safe!r} begins a formula")
    if safe[:1] in {"+", "-"}:
        assert safe[1:].replace(":", "").replace(".", "").replace(",", "").rstrip("%").isdigit()


@pytest.mark.parametrize(
    "text",
    ["-0:15", "+0:01", "-1:02:03", "-5", "+3.5", "-1,5", "-10%", "", "Mexico", "3:00", "a=b"],
)
def test_times_and_numbers_stay_readable(text: str) -> None:
    assert spreadsheet_safe(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "@SUM(1)",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "-0:15+1",
        "\t=1",
        "\r=1",
        "-",
        "＝1+1",
        "-٣",
    ],
)
def test_formulas_are_guarded(text: str) -> None:
    assert spreadsheet_safe(text) == f"'{text}"


@given(any_text)
@example("'=1+1")
@example("''@x")
@example("'-0:15")
def test_a_guard_comes_off_again(text: str) -> None:
    assert spreadsheet_plain(spreadsheet_safe(text)) == text


def test_an_apostrophe_of_the_text_itself_stays() -> None:
    assert spreadsheet_plain("'s-Gravenhage") == "'s-Gravenhage"
