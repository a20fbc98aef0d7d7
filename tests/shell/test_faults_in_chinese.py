"""What goes wrong is said in the language that was chosen, wherever it was chosen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.shell.calling import AGENDA, Call


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("session", "show", "nope"), 1, "中没有会议日志“nope”。"),
        (("run", AGENDA), 1, "run 需要终端"),
        (("play", "nope", "x", "--session", "s"), 1, "nope：没有这个议程"),
        (("play", AGENDA, "none.script", "--session", "s"), 1, "none.script：没有这个文件"),
        (("slip", "x", "--at", "soon"), 1, "没有会议日志“x”"),
        (("export",), 2, "错误：缺少参数 SESSION"),
        (("play", "a", "b", "--session", "s", "--speed", "nan"), 2, "的值无效：'nan' 不是数字"),
        (("slip",), 2, "用法：meeting-tui slip"),
    ],
)
def test_it_is_said_in_chinese(
    call: Call, arguments: tuple[str, ...], code: int, said: str
) -> None:
    for told in (call("--lang", "zh", *arguments), call(*arguments, "--lang", "zh")):
        assert told.code == code
        assert said in told.err


def test_options_of_a_session_that_do_not_go_together(call: Call, tmp_path: Path) -> None:
    script = tmp_path / "short.script"
    script.write_text("10:00:00 open\n", encoding="utf-8")
    assert call("play", AGENDA, str(script), "--session", "day").code == 0
    for arguments, said in (
        (("export", "day", "--format", "foo"), "没有“foo”这种格式；应为：all、toml"),
        (("export", "day", "--format", ","), "没有指定格式"),
        (("export", "day", "--format", "csv", "--to", "-"), "标准输出只能容纳一个"),
        (("export", "day", "--format", "csv", "--annex"), "--annex 的值无效：这会列出全部名称"),
        (("slip", "day", "--at", "soon"), "--at 的值无效：没有 'soon' 这个时间"),
        (("slip", "day", "--at", "10:00", "--follow"), "--at 显示某一时刻"),
    ):
        told = call(*arguments, "--lang", "zh")
        assert told.code == 2
        assert said in told.err


def test_an_agenda_is_checked_in_chinese(call: Call, tmp_path: Path) -> None:
    agenda = tmp_path / "bad.toml"
    agenda.write_text("zone = 1\n", encoding="utf-8")
    told = call("agenda", "check", str(agenda), "--lang", "zh", "--json")

    assert told.code == 1
    assert f"{agenda}:1：zone：是整数；应为：加引号的文字" in told.err
    wrong = next(each for each in json.loads(told.out)["errors"] if each["key"] == "zone")
    assert wrong["what"] == "is a whole number"
    assert wrong["expected"] == "a text in quotes"
    assert wrong["message"] == f"{agenda}:1：zone：是整数；应为：加引号的文字"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('language = "zh"\nsound = "yes"\n', ":2：sound：'yes' 不合适；应为：真假值"),
        ("language = 'zh'\nsound = \n", ":2：值无法识别；应为："),
        (
            'language = "en"\nsound = "yes"\n',
            ":2: sound: 'yes' is not possible here; expected true",
        ),
    ],
)
def test_faults_of_the_settings_are_said_in_their_own_language(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: str, said: str
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(settings, encoding="utf-8")
    monkeypatch.setattr("meeting_tui.desk.settings.settings_path", lambda: path)
    monkeypatch.delenv("MEETING_TUI_LANG", raising=False)

    told = call("settings")

    assert told.code == 1
    assert f"{path}{said}" in told.err


def test_without_a_settings_file_it_is_the_language_of_the_system(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("meeting_tui.desk.settings.settings_path", lambda: tmp_path / "none")
    monkeypatch.delenv("MEETING_TUI_LANG", raising=False)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")

    assert "错误：" in call("slip").err


def test_a_damaged_log_is_told_in_chinese(call: Call, sessions: Path) -> None:
    folder = sessions / "bad"
    folder.mkdir(parents=True)
    (folder / "log.db").write_bytes(b"garbage" * 200)
    told = call("session", "show", "bad", "--lang", "zh")

    assert told.code == 3
    assert "log.db：文件不是数据库" in told.err
    assert "文件不是数据库" in call("session", "list", "--lang", "zh").out


def test_what_nobody_thought_of_is_told_in_chinese(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise fault

    monkeypatch.setattr("meeting_tui.shell.session_command.list_sessions", break_down)
    fault: Exception = RuntimeError("odd")
    assert "未预料的错误（RuntimeError：odd）" in call("session", "list", "--lang", "zh").err
    fault = OSError(28, "whatever", "/srv/x")
    assert "/srv/x：磁盘空间不足" in call("session", "list", "--lang", "zh").err
