"""A person's own keys: where they work, which are refused and in what words."""

from __future__ import annotations

from pathlib import Path

import pytest

from meeting_tui.desk.settings import Settings, load_settings
from meeting_tui.errors import SettingsError
from meeting_tui.meeting.acts import act
from meeting_tui.meeting.language import SIGNS
from meeting_tui.ui.own_keys import (
    EVERY_ACT,
    Keys,
    bindings_anywhere,
    keys_of,
    keys_of_empty_line,
    own_keys,
    printed,
)


def settings(tmp_path: Path, keys: str) -> Settings:
    path = tmp_path / "settings.toml"
    path.write_text(f"[keys]\n{keys}\n", encoding="utf-8")
    return load_settings(path=path, environment={})


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ('next = "ctrl+t"', Keys("space", "ctrl+t")),
        ('next = "Ctrl+G"\nfloor = "ctrl+t"', Keys("space", "ctrl+g")),
        ('next = "="', Keys("equals_sign", "f9")),
        ('next = "Alt+n"', Keys("space", "alt+n")),
        ('next = "shift+F9"', Keys("space", "shift+f9")),
        ('withdraw = "ctrl+t"', Keys("space", "f9")),
        ("", Keys("space", "f9")),
    ],
)
def test_a_key_that_types_something_works_on_the_empty_line_others_anywhere(
    tmp_path: Path, typed: str, keys: Keys
) -> None:
    own = own_keys(settings(tmp_path, typed))

    assert keys_of(act("next"), own) == keys


def test_own_keys_change_the_bindings_and_the_empty_line(tmp_path: Path) -> None:
    typed = (
        'next = "ctrl+t"\nyield = "f9"\nundo = "="\nshow_record = "f11"\nhelp = "%"\ntheme = "f6"'
    )
    own = own_keys(settings(tmp_path, typed))

    anywhere = {binding.key: binding.action for binding in bindings_anywhere(own)}
    assert anywhere["ctrl+t"] == "app.act('next')"
    assert anywhere["f9"] == "app.act('yield')"
    assert anywhere["f11"] == "app.show('record')"
    assert anywhere["f6"] == "app.change_theme"
    empty = keys_of_empty_line(own)
    assert (empty["equals_sign"], empty["percent_sign"]) == ("undo", "help")
    assert "question_mark" not in empty


@pytest.mark.parametrize(
    ("typed", "key", "what"),
    [
        ('nxt = "ctrl+t"', "keys.nxt", "this act does not exist; expected `next`"),
        ('zzzz = "ctrl+t"', "keys.zzzz", "this act does not exist; expected open, suspend"),
        ('next = "f10"', "keys.next", "“F10” is already the key of `yield`"),
        (
            'next = "ctrl+t"\nyield = "Ctrl+T"',
            "keys.next",
            "“Ctrl+T” is already the key of `yield`",
        ),
        ('next = "."', "keys.next", "“.” is already the key of `yield`"),
        ('theme = "f2"', "keys.theme", "“F2” is already the key of `show_floor`"),
        ('next = "n"', "keys.next", "“n” is typed text"),
        ('next = "下"', "keys.next", "“下” is typed text"),
        ('next = "shift+n"', "keys.next", "“shift+n” is typed text"),
        ('next = "enter"', "keys.next", "“enter” is not a key"),
        ('next = "ctrl+enter"', "keys.next", "“ctrl+enter” is not a key"),
        ('next = "ctrl+c"', "keys.next", "“ctrl+c” is needed for typing"),
        ('next = "/"', "keys.next", "“/” is needed for typing"),
        ('next = "alt+3"', "keys.next", "“alt+3” chooses a question"),
        ('next = ""', "keys.next", "“” is not a key"),
        ('next = "f25"', "keys.next", "“f25” is not a key"),
    ],
)
def test_a_key_that_cannot_be_one_is_refused_in_a_sentence(
    tmp_path: Path, typed: str, key: str, what: str
) -> None:
    with pytest.raises(SettingsError) as refused:
        own_keys(settings(tmp_path, typed))

    assert refused.value.key == key
    assert f"settings.toml: {key}: {what}" in str(refused.value)


def test_what_is_typed_in_place_of_a_sign_key_is_its_act() -> None:
    signs = {printed(key): act for key, act in keys_of_empty_line({}).items()}
    signs = {sign: act for sign, act in signs.items() if len(sign) == 1 and sign != "?"}
    assert set(SIGNS) == set(signs)
    for sign, line in SIGNS.items():
        assert line.split("`")[0].split()[0] == signs[sign]


def test_pause_and_continue_may_share_their_key(tmp_path: Path) -> None:
    own = own_keys(settings(tmp_path, 'pause = "ctrl+t"\ncontinue = "ctrl+t"'))

    assert own == {"pause": "ctrl+t", "continue": "ctrl+t"}


def test_no_two_acts_have_one_key_unasked() -> None:
    seen: dict[str, str] = {}
    shared = {
        frozenset((seen.setdefault(key, each.id), each.id))
        for each in EVERY_ACT
        for key in keys_of(each, {})
    }

    assert {pair for pair in shared if len(pair) > 1} == {frozenset(("pause", "continue"))}


def test_every_act_is_named_once() -> None:
    names = [each.id for each in EVERY_ACT]

    assert len(names) == len(set(names))
