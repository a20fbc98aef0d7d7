"""Chinese names are as full as the English ones, and the short ones are understood."""

from __future__ import annotations

import pytest

from meeting_tui.delegations.directory import load_directory


@pytest.mark.parametrize(
    ("code", "name", "short"),
    [
        ("RUS", "俄罗斯联邦", "俄罗斯"),
        ("MDA", "摩尔多瓦共和国", "摩尔多瓦"),
        ("IRN", "伊朗伊斯兰共和国", "伊朗"),
        ("VEN", "委内瑞拉玻利瓦尔共和国", "委内瑞拉"),
        ("TZA", "坦桑尼亚联合共和国", "坦桑尼亚"),
    ],
)
def test_a_state_has_its_full_name_and_is_found_by_the_short_one(
    code: str, name: str, short: str
) -> None:
    directory = load_directory()
    found = directory.exact(short)

    assert directory.name(code, "zh") == name
    assert found is not None
    assert found.code == code
