"""Turns a screen that Textual saved as SVG into a PNG, as a browser without a window draws it.

The pictures in the guide are made by a command, so that they always show the program as it is.
Chromium is only needed here, never by the program.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import tempfile
from itertools import groupby
from pathlib import Path

from PIL import Image
from rich.cells import cell_len

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")

FONTS = "'DejaVu Sans Mono', 'Menlo', 'Consolas', 'Noto Sans Mono CJK SC', monospace"
"""Fonts of this machine, Latin ones first: their letters are as wide as the cells of the SVG."""

CELL_WIDTH, CELL_HEIGHT, BASELINE = 12.2, 24.4, 18.5
"""Of one cell in the SVG that Rich writes, in its units; the baseline from the top of the cell."""

_TEXT = re.compile(
    r'<text class="(?P<look>[^"]+-r\d+)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" '
    r'textLength="[\d.]+" (?P<clip>clip-path="[^"]+")>(?P<text>[^<]*)</text>'
)

_BLOCKS = {
    "█": (0.0, 0.0, 1.0, 1.0, 1.0),
    "▀": (0.0, 0.0, 1.0, 0.5, 1.0),
    **{sign: (0.0, 0.0, n / 8, 1.0, 1.0) for n, sign in enumerate("▏▎▍▌▋▊▉", 1)},
    **{sign: (0.0, 1 - n / 8, 1.0, n / 8, 1.0) for n, sign in enumerate("▁▂▃▄▅▆▇", 1)},
    "░": (0.0, 0.0, 1.0, 1.0, 0.3),
    "▒": (0.0, 0.0, 1.0, 1.0, 0.45),
    "▓": (0.0, 0.0, 1.0, 1.0, 0.6),
}
"""Block character -> x, y, width, height in parts of a cell, opacity."""


def svg_to_png(svg_path: Path, png_path: Path, *, scale: float = 1.0) -> None:
    """Writes `png_path` as the picture of `svg_path`; `scale` is pixels for one unit of the SVG.

    Raises FileNotFoundError without a Chromium-like browser, ValueError if the file is no SVG with
    a size, and subprocess.CalledProcessError or TimeoutExpired when the browser fails.
    """
    browser = find_browser()
    svg = as_terminals_draw(with_local_fonts(svg_path.read_text(encoding="utf-8")))
    width, height = svg_size(svg)
    page = f"<!doctype html><meta charset=utf-8><style>body{{margin:0}}</style>{svg}"
    with tempfile.TemporaryDirectory() as folder:
        page_path, shot_path = Path(folder, "page.html"), Path(folder, "shot.png")
        page_path.write_text(page, encoding="utf-8")
        command = [
            browser,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            f"--user-data-dir={Path(folder, 'profile')}",
            f"--force-device-scale-factor={scale}",
            f"--window-size={width},{height}",
            f"--screenshot={shot_path}",
            page_path.as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=60)
        png_path.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(shot_path, png_path)


def shrink_png(path: Path) -> None:
    """Rewrites a picture with a palette: letters on a few grounds need no more than 256 colours.

    A browser writes every pixel in full, three times as large; the pictures live in the repository.
    """
    with Image.open(path) as picture:
        full = picture.convert("RGB")
    # Of the methods there are this one keeps the colours of the grounds as they are.
    cut = Image.Quantize.MEDIANCUT
    full.quantize(256, cut, kmeans=2, dither=Image.Dither.NONE).save(path, optimize=True)


def find_browser() -> str:
    """The path of the first browser found; raises FileNotFoundError if there is none."""
    for name in BROWSERS:
        path = shutil.which(name)
        if path:
            return path
    raise FileNotFoundError(f"none of these browsers is installed: {', '.join(BROWSERS)}")


def with_local_fonts(svg: str) -> str:
    """The SVG without the fonts it would fetch from a network, set in fonts of this machine."""
    without = re.sub(r"@font-face\s*\{[^}]*\}", "", svg)
    return re.sub(r"font-family:\s*Fira Code[^;]*;", f"font-family: {FONTS};", without)


def as_terminals_draw(svg: str) -> str:
    """The SVG with block characters that fill their cells and wide characters in two cells each.

    Rich leaves blocks to the font, where lines part them, and counts a Chinese character as one.
    """
    return _TEXT.sub(_drawn, svg)


def _drawn(found: re.Match[str]) -> str:
    """One text element as rectangles for its blocks and text elements for the rest."""
    text, x, y = html.unescape(found["text"]).rstrip("\n"), float(found["x"]), float(found["y"])
    parts: list[str] = []
    for block, run in groupby(text, key=lambda sign: sign if sign in _BLOCKS else ""):
        signs = "".join(run)
        width = cell_len(signs) * CELL_WIDTH
        if block:
            parts.append(_rectangle(block, len(signs), found["look"], x, y - BASELINE))
        elif signs.strip("\xa0 "):
            shown = html.escape(signs).replace(" ", "\xa0")
            parts.append(
                f'<text class="{found["look"]}" x="{x:g}" y="{y:g}" textLength="{width:g}" '
                f"{found['clip']}>{shown}</text>"
            )
        x += width
    return "".join(parts)


def _rectangle(block: str, count: int, look: str, x: float, y: float) -> str:
    """`count` equal blocks side by side from the top left corner `x`, `y` of their first cell."""
    left, top, width, height, opacity = _BLOCKS[block]
    if width < 1 and count > 1:
        corners = [x + place * CELL_WIDTH for place in range(count)]
        return "".join(_rectangle(block, 1, look, corner, y) for corner in corners)
    # A little wider than the cells, so that no hair line parts it from the next.
    across = (count - 1 + width) * CELL_WIDTH + 0.2
    return (
        f'<rect class="{look}" x="{x + left * CELL_WIDTH:g}" y="{y + top * CELL_HEIGHT:g}" '
        f'width="{across:g}" height="{height * CELL_HEIGHT + 0.2:g}" '
        f'opacity="{opacity:g}" shape-rendering="crispEdges"/>'
    )


def svg_size(svg: str) -> tuple[int, int]:
    """Width and height of the SVG in whole pixels, from its viewBox; raises ValueError without."""
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    if found is None:
        raise ValueError("this file has no viewBox, so its size is not known")
    return round(float(found[1])), round(float(found[2]))


def put_side_by_side(left: Path, right: Path, path: Path) -> Path:
    """One picture of two, a little apart on a white ground; `path`."""
    with Image.open(left) as first, Image.open(right) as second:
        pictures = [each.convert("RGB") for each in (first, second)]
    gap = 24
    width = sum(each.width for each in pictures) + gap
    both = Image.new("RGB", (width, max(each.height for each in pictures)), "white")
    both.paste(pictures[0], (0, 0))
    both.paste(pictures[1], (pictures[0].width + gap, 0))
    both.save(path)
    shrink_png(path)
    return path
