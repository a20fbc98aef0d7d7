"""Makes a PNG of a screen small: letters on a few grounds need no more than 256 colours.

A browser writes every pixel in full, five times as large; the pictures live in the repository.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

Colour = tuple[int, int, int]

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST_COLOURS = 256
GROUNDS = 48
"""So many of the commonest colours are kept exactly, however near each other they are."""


def shrink_png(path: Path) -> None:
    """Rewrites a PNG of eight bits a channel, not interlaced, with a palette; alpha is dropped.

    Raises ValueError for any other kind of file.
    """
    chunks = list(_chunks(path.read_bytes()))
    width, height, depth, kind, *_, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if depth != 8 or kind not in (2, 6) or interlaced:
        raise ValueError(f"{path} is no picture in full colour")
    packed = b"".join(content for name, content in chunks if name == b"IDAT")
    rows = list(_rows(zlib.decompress(packed), width, 3 if kind == 2 else 4))
    counted = Counter(colour for row in rows for colour in row)
    palette = _palette(counted)
    places = {colour: _nearest(colour, palette) for colour in counted}
    pixels = b"".join(b"\0" + bytes(map(places.__getitem__, row)) for row in rows)
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = [(b"IHDR", header), (b"PLTE", b"".join(map(bytes, palette)))]
    parts += [(b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b"")]
    path.write_bytes(SIGNATURE + b"".join(_chunk(name, content) for name, content in parts))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not data.startswith(SIGNATURE):
        raise ValueError("this is no PNG")
    at = len(SIGNATURE)
    while at < len(data):
        (size,) = struct.unpack_from(">I", data, at)
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        at += size + 12


def _chunk(name: bytes, content: bytes) -> bytes:
    crc = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", crc)


def _rows(data: bytes, width: int, channels: int) -> Iterator[list[Colour]]:
    stride = width * channels
    above = bytes(stride)
    for start in range(0, len(data), stride + 1):
        above = _unfiltered(data[start], data[start + 1 : start + 1 + stride], above, channels)
        red, green, blue = (above[channel::channels] for channel in range(3))
        yield list(zip(red, green, blue, strict=True))


def _unfiltered(kind: int, row: bytes, above: bytes, step: int) -> bytes:
    """One row as its bytes were before the PNG filter `kind` (0 none, 1 left, 2 up, ...)."""
    if kind == 0:
        return row
    if kind == 2:
        return bytes((a + b) & 255 for a, b in zip(row, above, strict=True))
    whole = bytearray(row)
    if kind == 1:
        for channel in range(step):
            sums: Iterator[int] = accumulate(row[channel::step], _sum)
            whole[channel::step] = bytes(sums)
        return bytes(whole)
    for at, value in enumerate(row):
        left, corner = (whole[at - step], above[at - step]) if at >= step else (0, 0)
        guess = (left + above[at]) // 2 if kind == 3 else _paeth(left, above[at], corner)
        whole[at] = (value + guess) & 255
    return bytes(whole)


def _sum(left: int, right: int) -> int:
    return (left + right) & 255


def _paeth(left: int, up: int, corner: int) -> int:
    """Whichever of the three neighbours is nearest to left + up - corner."""
    guess = left + up - corner
    by_left, by_up, by_corner = abs(guess - left), abs(guess - up), abs(guess - corner)
    if by_left <= by_up and by_left <= by_corner:
        return left
    return up if by_up <= by_corner else corner


def _palette(counted: Counter[Colour]) -> list[Colour]:
    """The colours to keep: the grounds exactly, and the commonest of each small neighbourhood."""
    kept = dict.fromkeys(colour for colour, _ in counted.most_common(GROUNDS))
    best: dict[Colour, Colour] = {}
    weight: Counter[Colour] = Counter()
    for (red, green, blue), count in counted.most_common():
        neighbourhood = (red >> 4, green >> 4, blue >> 4)
        best.setdefault(neighbourhood, (red, green, blue))
        weight[neighbourhood] += count
    kept |= dict.fromkeys(best[neighbourhood] for neighbourhood, _ in weight.most_common())
    return list(kept)[:MOST_COLOURS]


def _nearest(colour: Colour, palette: list[Colour]) -> int:
    return min(
        range(len(palette)),
        key=lambda place: sum((a - b) ** 2 for a, b in zip(colour, palette[place], strict=True)),
    )
