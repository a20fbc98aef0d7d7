"""Settings: where each comes from, and a sentence with file and line for what cannot be used."""

from __future__ import annotations

import locale
from pathlib import Path

import pytest

from meeting_tui.desk.settings import load_settings, settings_path
from meeting_tui.errors import SettingsError

NOTHING: dict[str, str] = {}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_without_a_file_all_are_defaults(file: Path) -> None:
    settings = load_settings(path=file, environment={"LANG": "C"})
    assert {name: (s.value, s.source) for name, s in settings.named().items() if name != "sessions"}
    assert settings.language.value == "en"
    assert settings.language.source == "system"
    assert settings.theme.source == settings.sound.source == settings.keys.source == "default"
    assert settings.path == file


def test_every_setting_is_read_from_the_file(file: Path) -> None:
    file.write_bytes(
        b'\xef\xbb\xbflanguage = "zh"\r\ntheme = "light"\r\nhand = "  mk\\t"\r\nname = "Mo Kay"\r\n'
        b'sessions = "/srv/meetings"\r\ncsv_separator = "semicolon"\r\n'
        b'private_exports = true\r\nsound = true\r\nbody = "bwc"\r\n'
        b'learn = false\r\n[keys]\r\ngap_out = "f8"\r\n'
        b'[shared]\r\none = "postgresql://ana@db.example.int/meetings"\r\n'
    )
    settings = load_settings(path=file, environment=NOTHING)
    assert {setting.source for setting in settings.named().values()} == {"file"}
    assert [setting.value for setting in settings.named().values()] == [
        "zh",
        "light",
        "mk",
        "Mo Kay",
        str(Path("/srv/meetings")),
        "semicolon",
        True,
        True,
        "bwc",
        False,
        {"gap_out": "f8"},
        {"one": "postgresql://ana@db.example.int/meetings"},
    ]


def test_an_option_goes_before_the_environment_and_that_before_the_file(file: Path) -> None:
    file.write_text('language = "zh"\nsessions = "a"\nhand = "file"\ntheme = "light"\n')
    environment = {
        "MEETING_TUI_LANG": "en",
        "MEETING_TUI_SESSIONS": "b",
        "MEETING_TUI_THEME": "dark",
        "MEETING_TUI_HAND": "env",
    }
    settings = load_settings(
        {"sessions": "c", "language": None}, path=file, environment=environment
    )
    assert (settings.language.value, settings.language.source) == ("en", "environment")
    assert (settings.sessions.value, settings.sessions.source) == ("c", "option")
    assert (settings.theme.value, settings.hand.value) == ("dark", "env")


def test_a_folder_may_begin_at_home(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('sessions = "~/meetings"\n')
    settings = load_settings(path=file, environment=NOTHING)
    assert settings.sessions.value == str(Path.home() / "meetings")
    odd = load_settings({"sessions": "~nobody-of-that-name/x"}, path=file, environment=NOTHING)
    assert odd.sessions.value == str(Path("~nobody-of-that-name/x"))


def test_an_empty_file_or_one_of_comments_is_fine(file: Path) -> None:
    for text in ("", "# nothing yet\n\n", "\n"):
        file.write_text(text)
        assert load_settings(path=file, environment=NOTHING).theme.value == "dark"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '# mine\nlangage = "zh"\n',
            ":2: langage: this setting does not exist; expected `language`",
        ),
        ("colour = 1\n", ":1: colour: this setting does not exist; expected language, theme"),
        ("sound = 1\n", ":1: sound: 1 is not possible here; expected true or false"),
        ('theme = "pink"\n', "theme: “pink” does not exist; expected"),
        ("[keys]\nnext = 9\n", "keys.next: a key must be written as text"),
        ('keys = "f9"\n', ":1: keys:"),
        ("[shared]\none = 1\n", "shared.one: the address of a server must be written as text"),
        (
            '[shared]\none = "postgresql://ana:secret@host/meetings"\n',
            "shared.one: an address must not contain a password",
        ),
        ("language = \n", ":1"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_place(file: Path, text: str, said: str) -> None:
    file.write_text(text)
    with pytest.raises(SettingsError) as refused:
        load_settings(path=file, environment=NOTHING)
    assert str(refused.value).startswith(str(file))
    assert said in str(refused.value)


def test_a_wrong_variable_is_named(file: Path) -> None:
    with pytest.raises(SettingsError, match="MEETING_TUI_LANG: “fr” does not exist"):
        load_settings(path=file, environment={"MEETING_TUI_LANG": "fr"})
    with pytest.raises(SettingsError, match=r"^language: “fr” does not exist"):
        load_settings({"language": "fr"}, path=file, environment=NOTHING)


def test_a_folder_or_another_encoding_is_told(file: Path) -> None:
    file.write_bytes('language = "zh"'.encode("utf-16"))
    with pytest.raises(SettingsError, match="UTF-16"):
        load_settings(path=file, environment=NOTHING)
    file.unlink()
    file.mkdir()
    with pytest.raises(SettingsError, match="folder"):
        load_settings(path=file, environment=NOTHING)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_MESSAGES": "zh_TW"}, "zh"),
        ({"LANG": "fr_CH.UTF-8"}, "en"),
    ],
)
def test_the_language_is_the_system_s(
    file: Path, environment: dict[str, str], language: str
) -> None:
    assert load_settings(path=file, environment=environment).language.value == language


@pytest.mark.parametrize(
    ("named", "language"), [("Chinese (Simplified)_China", "zh"), ("English_Switzerland", "en")]
)
def test_on_windows_the_language_has_its_name(
    file: Path, monkeypatch: pytest.MonkeyPatch, named: str, language: str
) -> None:
    monkeypatch.setattr(locale, "getlocale", lambda: (named, "936"))
    assert load_settings(path=file, environment=NOTHING).language.value == language


def test_a_locale_without_a_name_is_english(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> None:
        raise ValueError("unknown locale: UTF-8")

    monkeypatch.setattr(locale, "getlocale", unknown)
    assert load_settings(path=file, environment=NOTHING).language.value == "en"


def test_the_file_lies_in_the_configuration_folder() -> None:
    assert settings_path().name == "settings.toml"
    assert "meeting-tui" in str(settings_path())
