"""An agenda written as the TOML file it could have been read from, for tests of the reading."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import tomli_w

from meeting_tui.agenda.checks import Frozen, defaults_of
from meeting_tui.agenda.local_times import offset_where_twice
from meeting_tui.agenda.model import Agenda


def dump_agenda(agenda: Agenda) -> str:
    """The agenda as TOML text; reading it gives an equal agenda."""
    document = {"schema_version": agenda.schema_version, **_said(agenda)}
    return tomli_w.dumps(_written(document, agenda.time_zone), multiline_strings=False)


def _said(value: Any) -> Any:
    """A plan as tables and lists, without what is as it would be by default."""
    if isinstance(value, tuple):
        return tuple(_said(part) for part in value)
    if not isinstance(value, Frozen):
        return value
    usual = defaults_of(type(value))
    said = {name: getattr(value, name) for name in value.__struct_fields__}
    return {
        name: _said(given)
        for name, given in said.items()
        if name not in usual or given != usual[name]
    }


def _written(value: Any, zone: ZoneInfo) -> Any:
    """A value as it is written in a file: local times, and texts in English alone as one text."""
    if isinstance(value, datetime):
        # The hour that comes twice when clocks go back is told apart by its offset alone.
        local = value.astimezone(zone)
        return local if offset_where_twice(local) else local.replace(tzinfo=None)
    if isinstance(value, tuple):
        return [_written(element, zone) for element in value]
    if isinstance(value, dict):
        if value.keys() == {"en"}:
            return value["en"]
        return {key: _written(element, zone) for key, element in value.items()}
    return value
