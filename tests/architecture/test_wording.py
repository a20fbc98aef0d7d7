"""Sentences read as said to a colleague: present-day words, usual order, right plurals.

Each pattern below once stood in a sentence; beside it is how it is said now. What people read is
looked at: every sentence of the program, and every page of the documentation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import click
import pytest

from meeting_tui import words
from meeting_tui.shell.commands import cli

CHECKOUT = Path(__file__).resolve().parents[2]
PAGES = [
    CHECKOUT / "README.md",
    CHECKOUT / "CONTRIBUTING.md",
    CHECKOUT / "CHANGELOG.md",
    *(
        CHECKOUT / "docs" / f"{name}.md"
        for name in (
            *("README", "guide", "commands", "command-line", "settings", "delegations"),
            *("rules-of-procedure", "word-templates", "timekeeping", "formats"),
            *("session-log", "design", "benchmarks"),
        )
    ),
]

NOT_SO = {
    # pattern: how it is said
    r"\bRestored with\b": "Nothing was lost. 34 entries restored.",
    r"\bhas ended, ": "France finished (0:33)",
    r"\bNot before\b": "Item 6 will not start before 13:00.",
    r"\bcuts (the list|item)\b": "Item 5 is interrupted at 13:00.",
    r"\bfit\b, (\S+ )?do not\b|\ball \S+ fit\b": "9 can speak, 4 cannot",
    r"\binsists\b": "To go on, type `next!`.",
    r"\ball the same\b": "anyway",
    r"\b(?<!there )(?<!There )is no (?!longer|list|quorum|need|sleep|point of order to)\w+": (
        "“x” is not a delegation; Unknown: “x”."
    ),
    r"\bwas expected\b": "Write minutes and seconds: 10:00.",
    r"` comes first\b": "First type `ruling …`.",
    r"\b(gone|go|goes|going|went) on (with|in)\b": "continue",
    r"\btakes (one|it) up\b": "To open one: `item 2`",
    r"\bends at another time\b": "No end time changes.",
    r"\bby a late start\b": "because it starts late",
    r"(?i)\b(stands?|stood) still\b": "CLOCK STOPPED",
    r"\b[Tt]ext .*has come\b": "Text received: France",
    r"\bdisk refuse[sd]\b": "The disk reports an error.",
    r"(?<!States )\bbehind it\b": "Type some text after it.",
    r"\btaken for agreement\b": "The absence of objection is not taken as agreement.",
    r"\bit was said:": "Delegations in favour noted:",
    r"(?i)\bput(ting)? right\b": "correct",
    r"\bas it stood\b": "as of",
    r"(?i)\breckon": "count, work out",
    r"(?i)(?<!by )\bwhom\b": "which delegations; usual order",
    r"\bNor\b|[,;] nor\b": "and ... not",
    r"(?i)\b(wherever|thereof|therein|hereby|hitherto|henceforth|whilst)\b": "a present-day word",
    r"\bwhat is typed\b": "what you type",
    r"\bnowhere\b": "is not shown",
    r"\bof the machine\b|\bThe machine\b": "the computer",
    r"\bstill wait\b(?!\|)|\bwho wait\b": "are waiting",
    r"\bno \w+ more\b": "no more ...",
    r"\bbe it\b": "whether",
    r"\btaken? back\b|\bbrought back\b": "undone, redone",
}
NOT_SO_IN_CHINESE = {
    "主席的报告": "主席报告",
    "草稿": "草案",
    "少数代表团": "几个代表团",
    r"涉及\{(states|count)": "代表17个国家",
    "的答复表示": "表示赞成",
    "没有记录提案": "未提出提案",
    "没有进行。": "未审议“X”。",
    "未能发言的请求": "未获发言机会的请求",
    r"\}发言人": "墨西哥代表",
    "重放": "回放",
    "会议记录": "会议日志",
    r"第 ?\{\w+\} ?次发言": "第4个发言",
    "最晚": "较晚情况",
    "进度": "时段；按目前速度",
    "保有": "仍有",
    r"[个位]在等(?!候)|(?<!再)等待(?!超时)": "3个等候",
    r"早\{hours\}": "提前1小时21分",
    r"[\u4e00-\u9fff}][,;!?](?![\w/`=.])|[\u4e00-\u9fff]:(?!\w)": "全角标点",
}
COUNTS = {
    "count", "fits", "rest", "left", "waiting", "items", "sittings", "questions", "lines", "acts",
    "entries", "length", "unread", "read", "cells", "columns", "done", "shown", "size", "minutes",
    "aligned", "digits", "seconds", "hours", "days", "members", "delegations", "refused",
}  # fmt: skip
FOR_SEVERAL = {
    # Another key says it of one.
    *("notes.points_many", "shell.hours", "shell.minutes", "shell.seconds", "procedure.sum_turns"),
    # Never of one.
    *("fault.several_files", "plan_fault.want_digits"),
}
MANY = r"\b1 (?!for |of )(?:[a-z]+ )?(?!less|is|was|does|waits|comes|its)[a-z]+s\b"
PLURAL_VERBS = r"\b1 (?!can |cannot |of )(?:\w+ )?(wait|fit|do|are|were|have|come|speak|begin)\b"


def english() -> Iterator[tuple[str, str]]:
    """Key and English sentence of everything the program says."""
    for area in words.AREAS:
        for key, (sentence, _) in words.sentences(area).items():
            yield key, sentence


def chinese() -> Iterator[tuple[str, str]]:
    """Key and Chinese sentence of everything the program says."""
    for area in words.AREAS:
        for key, (_, sentence) in words.sentences(area).items():
            yield key, sentence


def prose(page: Path) -> str:
    """A page without what it quotes as code."""
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"^    .*$", "", text, flags=re.MULTILINE)
    return re.sub(r"`[^`\n]*`", "``", text)


def plain(sentence: str) -> str:
    """A sentence without the marks of its values, of a chosen word both forms."""
    return re.sub(r"\{(\w+):([^{}|]*)\|([^{}]*)\}", r"\2", sentence)


@pytest.mark.parametrize("pattern", NOT_SO)
def test_no_sentence_falls_back_into_stiff_english(pattern: str) -> None:
    found = [f"{key}: {said}" for key, said in english() if re.search(pattern, plain(said))]

    assert "\n".join(found) == "", f"rather: {NOT_SO[pattern]}"


@pytest.mark.parametrize("pattern", NOT_SO_IN_CHINESE)
def test_chinese_reads_as_the_un_writes_it(pattern: str) -> None:
    found = [
        f"{key}: {said}"
        for key, said in chinese()
        if re.search(pattern, said) and key != "refusal.person_missing"  # shows what to type
    ]

    assert "\n".join(found) == "", f"rather: {NOT_SO_IN_CHINESE[pattern]}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_is_written_in_stiff_english(page: Path) -> None:
    text = " ".join(prose(page).split())
    found = [
        f"{text[max(0, match.start() - 40) : match.end() + 30]} (rather: {better})"
        for pattern, better in NOT_SO.items()
        for match in re.finditer(pattern, text)
    ]

    assert "\n".join(found) == ""


def helps(command: click.Command, name: str = "meeting-tui") -> Iterator[tuple[str, str]]:
    """Command and its help, of this command and of all its subcommands."""
    context = click.Context(command, info_name=name)
    yield name, " ".join(command.get_help(context).split())
    if isinstance(command, click.Group):
        for sub in command.list_commands(context):
            found = command.get_command(context, sub)
            assert found is not None
            yield from helps(found, f"{name} {sub}")


def test_no_help_of_a_command_is_written_in_stiff_english() -> None:
    told = dict(helps(cli))
    found = [
        f"{name}: {match.group()} (rather: {better})"
        for pattern, better in NOT_SO.items()
        for name, text in told.items()
        for match in re.finditer(pattern, text)
    ]

    assert "meeting-tui session verify" in told
    assert "\n".join(found) == ""


def said_with(sentence: str, number: int) -> str:
    """The sentence with this number for every count, and something for every other value."""
    names = {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
    return words.fill(
        sentence,
        {
            name: number if name in COUNTS and f"Items {{{name}}}" not in sentence else "Peru"
            for name in names
        },
    )


def test_one_is_never_followed_by_a_plural() -> None:
    found = [
        f"{key}: {told}"
        for key, sentence in english()
        if key not in FOR_SEVERAL and not re.search(r"\.other$", key)
        for told in [said_with(sentence, 1)]
        if re.search(MANY, told) or re.search(PLURAL_VERBS, told)
    ]

    assert "\n".join(found) == ""


def test_every_word_in_two_forms_has_its_number_beside_it() -> None:
    """`{count:name|names}` chooses by a value; for 2 it is the second form."""
    for _, sentence in english():
        for one, several in re.findall(r"\{\w+:([^{}|]+)\|([^{}]+)\}", sentence):
            assert one in said_with(sentence, 1)
            assert several in said_with(sentence, 2)
            assert one != several


def test_a_word_is_chosen_by_number(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = ("{count} {count:name waits|names wait}.", "{count}个等候。")
    monkeypatch.setitem(words.sentences("refusal"), "refusal.example", pair)

    told = [words.say("refusal.example", count=count) for count in (0, 1, "1", 2, 11)]

    assert told == [
        "0 names wait.",
        "1 name waits.",
        "1 name waits.",
        "2 names wait.",
        "11 names wait.",
    ]


def test_two_may_have_a_word_of_their_own() -> None:
    chosen = {count: words.say("screen.fit_all", fits=count) for count in (1, 2, 3)}

    assert chosen == {1: "1 can speak", 2: "both can speak", 3: "all 3 can speak"}
    assert words.say("screen.fit_all", "zh", fits=2) == "2位均可发言"
