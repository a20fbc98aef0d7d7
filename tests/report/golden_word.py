"""Bodies of Word files that are compared as they stand, one element a line.

    python -m tests.report.golden_word

from the checkout makes them again after a meant change; then read the difference.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from meeting_tui.report.word import word_file
from tests.report.word_documents import hard_document

GOLDEN = Path(__file__).with_name("golden_docx")


def part_of(file: bytes, name: str = "word/document.xml") -> str:
    """One part of a `.docx`, as text."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return package.read(name).decode("utf-8")


def bodies() -> dict[str, str]:
    """Name of the golden file -> the body that the program makes now."""
    made = {}
    for language in ("en", "zh"):
        body = re.sub(r"^.*<w:body>", "<w:body>", part_of(word_file(hard_document(language))))
        lines = re.sub(r"(</w:p>|</w:tr>|</w:tblGrid>)", r"\1\n", body).splitlines()
        made[f"hard.{language}.xml"] = "\n".join(line.strip() for line in lines) + "\n"
    return made


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for file, content in bodies().items():
        (GOLDEN / file).write_text(content, encoding="utf-8", newline="\n")
