"""Files that somebody might hand over, each made really: to fill the memory, to hang, to break."""

from __future__ import annotations

import io
import os
import socket
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

MB = 1 << 20
Make = Callable[[Path], Path]
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
)


def zeros(path: Path) -> Path:
    """The device that never ends."""
    path.symlink_to("/dev/zero")
    return path


def pipe(path: Path) -> Path:
    """A pipe that nobody writes to."""
    os.mkfifo(path)
    return path


def listener(path: Path) -> Path:
    """A socket that nobody listens at."""
    with socket.socket(socket.AF_UNIX) as made:
        here = Path.cwd()
        os.chdir(path.parent)  # the name of a socket may have 100 letters only
        try:
            made.bind(path.name)
        finally:
            os.chdir(here)
    return path


def folder(path: Path) -> Path:
    """A folder."""
    path.mkdir()
    return path


def huge(path: Path) -> Path:
    """100 GB that take no room on the disk."""
    path.write_bytes(b"")
    os.truncate(path, 100 << 30)
    return path


def one_line(path: Path) -> Path:
    """A line of 100 MB."""
    with path.open("wb") as file:
        for _ in range(100):
            file.write(b"x" * MB)
    return path


def nested(path: Path) -> Path:
    """Lists in lists in lists, TOML and JSON."""
    path.write_text("a = " + "[" * 200_000 + "]" * 200_000)
    return path


def nested_json(path: Path) -> Path:
    """The same as JSON alone."""
    path.write_text('{"schema": ' + "[" * 400_000 + "]" * 400_000 + "}")
    return path


def swollen_json(path: Path) -> Path:
    """Eight million empty lists."""
    path.write_text('{"schema": [' + "[]," * (8 * 1000 * 1000 - 1) + "[]]}")
    return path


def long_key(path: Path) -> Path:
    """One key of 300,000 names, for which a reader of TOML takes the square of that."""
    path.write_text(".".join(["a"] * 300_000) + " = 1\n[session]\n")
    return path


def long_number(path: Path) -> Path:
    """A number of 400,000 digits, of which 5,000 hexadecimal ones are read and cannot be shown."""
    path.write_text("schema_version = 0x" + "f" * 5_000 + "\nrules = " + "9" * 400_000 + "\n")
    return path


def long_schema(path: Path) -> Path:
    """A session of a version that cannot be said."""
    path.write_text("[session]\nname = 'x'\nschema = 0x" + "f" * 5_000 + "\n")
    return path


def noise(path: Path) -> Path:
    """Bytes of no kind."""
    path.write_bytes(bytes(range(256)) * 64)
    return path


def package(parts: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A package of those parts."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", how) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return whole.getvalue()


def inflated(path: Path) -> Path:
    """A part of 600 MB in 0.6 MB."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        made.writestr("[Content_Types].xml", _TYPES)
        with made.open("word/media/image1.png", "w", force_zip64=True) as part:
            for _ in range(600):
                part.write(bytes(MB))
    return path


def lying(path: Path) -> Path:
    """A part that says it has 1,000 bytes and has 400 MB; its sum is that of the 1,000."""
    raw = package({"word/document.xml": bytes(400 * MB), "xl/worksheets/sheet1.xml": b"<a/>"})
    size, checksum = struct.pack("<I", 1000), struct.pack("<I", zlib.crc32(bytes(1000)))
    true_size = struct.pack("<I", 400 * MB)
    true_sum = struct.pack("<I", zlib.crc32(bytes(400 * MB)))
    path.write_bytes(raw.replace(true_size, size).replace(true_sum, checksum))
    return path


def many_parts(path: Path) -> Path:
    """A package of 60,000 empty parts."""
    path.write_bytes(package({f"word/{n}.xml": b"" for n in range(60_000)}, zipfile.ZIP_STORED))
    return path


def _both(part: bytes) -> dict[str, bytes]:
    """The part as the page of a document, and as the sheet of a workbook."""
    return {
        "[Content_Types].xml": _TYPES.encode(),
        "word/document.xml": part,
        "xl/worksheets/sheet1.xml": part,
    }


def entities(path: Path) -> Path:
    """Entities that stand for each other ten times, nine deep."""
    lines = ['<!ENTITY e0 "ha">']
    lines += [f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10)]
    text = f"<?xml version='1.0'?><!DOCTYPE a [{''.join(lines)}]><a>&e9;</a>"
    path.write_bytes(package(_both(text.encode())))
    return path


def hidden_entities(path: Path) -> Path:
    """The same in an encoding in which nobody finds them by looking."""
    text = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY e "ha">]><a>&e;</a>'
    path.write_bytes(package(_both(text.encode("utf-16"))))
    return path


def deep_elements(path: Path) -> Path:
    """150,000 elements, each in the one before."""
    path.write_bytes(package(_both(b"<a>" * 150_000 + b"</a>" * 150_000)))
    return path


def many_elements(path: Path) -> Path:
    """Four million elements."""
    path.write_bytes(package(_both(b"<a>" + b"<b/>" * 4_000_000 + b"</a>")))
    return path


def far_cell(path: Path) -> Path:
    """A cell in the column of the number 26 ** 9."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{space}"><sheetData><row r="1"><c r="ZZZZZZZZZ1"><v>1</v></c></row>'
    path.write_bytes(package(_both(f"{sheet}</sheetData></worksheet>".encode())))
    return path


def many_rows(path: Path) -> Path:
    """A table of 300,000 rows, each of them a name that is none."""
    path.write_text("".join(f"Delegation {n}\n" for n in range(300_000)), "ascii")
    return path


def wide_row(path: Path) -> Path:
    """A row of four million cells."""
    path.write_bytes(b"code,name_en,kind" + b"," * 4_000_000 + b"\n")
    return path


KINDS: tuple[Make, ...] = (zeros, pipe, listener, folder, huge)
"""What is no file to read, whatever it is taken for."""
TEXTS: tuple[Make, ...] = (one_line, nested, long_key, long_number, noise)
PACKAGES: tuple[Make, ...] = (
    *(inflated, lying, many_parts, entities, hidden_entities, deep_elements, many_elements),
    far_cell,
)
