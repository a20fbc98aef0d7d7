"""The pictures of the guide: an SVG by Textual becomes what a terminal shows."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image
from textual.app import App, ComposeResult
from textual.widgets import Static

TOOLS = Path(__file__).resolve().parents[3] / "docs" / "picture_tools.py"


@pytest.fixture(scope="module")
def tools() -> ModuleType:
    spec = importlib.util.spec_from_file_location("picture_tools", TOOLS)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class _Picture(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("██░▄ 中华 & <Peru>", markup=False)


async def test_blocks_fill_their_cells_and_wide_signs_take_two(tools: ModuleType) -> None:
    app = _Picture()
    async with app.run_test(size=(40, 4)):
        svg = app.export_screenshot()
    local = tools.as_terminals_draw(tools.with_local_fonts(svg))
    assert "http" not in re.sub(r'xmlns="[^"]+"|<!--.*?-->', "", local)
    widths = [float(found) for found in re.findall(r'width="([\d.]+)" height="[\d.]+" opa', local)]
    assert widths == pytest.approx([2 * 12.2 + 0.2, 12.2 + 0.2, 12.2 + 0.2])
    texts = dict(re.findall(r'textLength="([\d.]+)" clip-path="[^"]+">([^<]+)<', local))
    assert texts == {"170.8": "\xa0中华\xa0&amp;\xa0&lt;Peru&gt;"}
    assert tools.svg_size(local)[0] > 400


def test_a_file_without_a_size_is_refused(tools: ModuleType) -> None:
    with pytest.raises(ValueError, match="viewBox"):
        tools.svg_size("<svg></svg>")


def test_a_picture_made_small_keeps_its_ground_and_its_size(
    tools: ModuleType, tmp_path: Path
) -> None:
    path, ground = tmp_path / "screen.png", (13, 17, 23)
    full = Image.new("RGB", (160, 90), ground)
    for column in range(100):
        full.putpixel((column, 5), (column, 2 * column, 255 - column))
        full.putpixel((column, 7), (200, column, column))
    full.save(path)

    tools.shrink_png(path)

    with Image.open(path) as small:
        assert (small.mode, small.size) == ("P", full.size)
        assert small.convert("RGB").getpixel((80, 60)) == ground
