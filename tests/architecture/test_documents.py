"""Documents lead somewhere: what they link to is there, and what they tell one to type exists."""

from __future__ import annotations

import re
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
DOCUMENTS = [*CHECKOUT.glob("*.md"), *(CHECKOUT / "docs").rglob("*.md")]


def test_links_lead_to_files() -> None:
    links = [
        (document, target)
        for document in DOCUMENTS
        for target in LINK.findall(document.read_text(encoding="utf-8"))
    ]

    assert links
    assert [
        f"{document.name}: {target}"
        for document, target in links
        if not (document.parent / target).exists()
    ] == []


def test_every_document_is_in_the_index() -> None:
    index = (CHECKOUT / "docs" / "README.md").read_text(encoding="utf-8")
    documents = {path.name for path in (CHECKOUT / "docs").glob("*.md")} - {"README.md"}

    assert [name for name in sorted(documents) if f"({name})" not in index] == []


def test_commands_of_make_that_are_named_exist() -> None:
    makefile = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = {
        word
        for document in DOCUMENTS
        for word in re.findall(
            r"(?:`|^    )make ([a-z]+)", document.read_text(encoding="utf-8"), re.MULTILINE
        )
    }

    assert named
    assert named - targets == set()
