"""Packages from outside, such as `.docx` and `.xlsx`: unpacked within bounds, or refused.

A picture of 1.5 GB takes 1.5 MB in a package, and a package can say that a part is small when it is
not. So each part is unpacked here, block by block, and what is given on is a package of nothing but
what was looked at.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from meeting_tui.outside import MB, UnfitFile, said_size
from meeting_tui.words import Sentence

UNPACKED = 48 * MB
"""Of all parts together."""
PARTS = 2000
XML = 16 * MB
"""Of all parts of XML together."""
TAGS = 400_000
"""In all parts of XML together; a report of 240 pages has 60,000."""

_AT_ONCE = 256 * 1024
_OF_XML = (".xml", ".rels", ".vml")
_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}encoding\s*=\s*["']([^"']{0,40})["']""")
_READ_AS = (b"utf-8", b"us-ascii", b"ascii")


def checked_package(content: bytes) -> bytes:
    """The same package with each part as it was unpacked here, not packed any more.

    Raises UnfitFile where it is more than an office program writes, zipfile.BadZipFile (or
    ValueError, RuntimeError, zlib.error) for what is no package.
    """
    left, xml, tags = UNPACKED, XML, TAGS
    whole = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as given,
        zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as taken,
    ):
        entries = given.infolist()
        if len(entries) > PARTS:
            raise UnfitFile(Sentence("fault.too_many_parts", most=PARTS))
        if len({entry.filename for entry in entries}) < len(entries):
            raise zipfile.BadZipFile("two parts of one name")
        if sum(entry.file_size for entry in entries) > UNPACKED:
            raise _swollen(UNPACKED)
        for entry in entries:
            part = _unpacked(given, entry, left)
            left -= len(part)
            if _is_read(entry.filename.casefold()):
                xml, tags = xml - len(part), tags - part.count(b"<")
                _refuse_types(part)
                if xml < 0:
                    raise _swollen(XML)
                if tags < 0:
                    raise UnfitFile(Sentence("fault.too_many_tags", most=TAGS))
            taken.writestr(zipfile.ZipInfo(entry.filename), part)
    return whole.getvalue()


def _is_read(name: str) -> bool:
    """Whether a part is XML of the document itself; what others keep with it is never looked at."""
    return name.endswith(_OF_XML) and not name.startswith("customxml/")


def _unpacked(given: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """A part, as far as it says it goes."""
    blocks, size = [], 0
    try:
        with given.open(entry) as part:
            while block := part.read(_AT_ONCE):
                size += len(block)
                if size > most:
                    raise _swollen(UNPACKED)
                blocks.append(block)
    except (EOFError, RuntimeError, zlib.error) as fault:
        # Cut off, locked with a password, or packed in a way of its own.
        raise zipfile.BadZipFile(str(fault)) from fault
    return b"".join(blocks)


def _refuse_types(part: bytes) -> None:
    """Texts that stand for others, and encodings in which they could hide."""
    said = _ENCODING.match(part.removeprefix(b"\xef\xbb\xbf")[:400])
    is_plain = b"\0" not in part and (said is None or said[1].lower() in _READ_AS)
    if not is_plain or b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise UnfitFile(Sentence("fault.defines_types"))


def _swollen(most: int) -> UnfitFile:
    return UnfitFile(Sentence("fault.swollen", most=said_size(most)))
