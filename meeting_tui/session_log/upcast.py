"""How a log of an older version is opened: each content is upgraded version by version as it is
read.

The stored content is never rewritten, so its hashes stay valid.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from meeting_tui.errors import LogDamaged, LogError
from meeting_tui.meeting.entry import SCHEMA_VERSION
from meeting_tui.words import Sentence


class NewerSchema(LogError):
    """The log was written by a newer version of the program; it is not damaged."""

    title = Sentence("fault.title_newer")

    def __init__(self, schema: int) -> None:
        self.schema = schema
        super().__init__(Sentence("log_fault.newer_schema", schema=schema, known=SCHEMA_VERSION))


def upcast(content: Mapping[str, Any]) -> Mapping[str, Any]:
    """The content as the present version would have written it.

    Raises NewerSchema, or LogDamaged if the version cannot be read.
    """
    schema = content.get("schema")
    if schema == SCHEMA_VERSION and type(schema) is int:
        return content
    if type(schema) is not int or schema < 0:
        where = Sentence("log_fault.event", seq=str(content.get("seq")))
        what = Sentence("log_fault.no_version", schema=repr(schema))
        raise LogDamaged(Sentence("fault.at", place=where, what=what))
    if schema > SCHEMA_VERSION:
        raise NewerSchema(schema)
    lifted = dict(content)
    for version in range(schema, SCHEMA_VERSION):
        lifted = {**UPCASTS[version](lifted), "schema": version + 1}
    return lifted


def _from_0(content: dict[str, Any]) -> dict[str, Any]:
    """Version 0 did not record whose hand it was, and called the way of asking `route`."""
    lifted = {"hand": content.get("desk", ""), **content}
    what = content.get("what")
    if content.get("name") == "inscribed" and isinstance(what, dict) and "route" in what:
        lifted["what"] = {("via" if key == "route" else key): what[key] for key in what}
    return lifted


def _from_1(content: dict[str, Any]) -> dict[str, Any]:
    """Version 1 had no changes of the schedule; everything else is written the same way."""
    return content


UPCASTS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {0: _from_0, 1: _from_1}
"""Version -> what upgrades a content of it to the next version."""
