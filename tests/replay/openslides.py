"""Holds the lists of speakers of an OpenSlides export again, in its own order and times."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.replay.room import Room, plan


@dataclass(frozen=True, slots=True)
class Speaker:
    """One entry of a list: whose, on which item, and when it was heard (UTC) if it was."""

    id: int
    item: str
    name: str
    weight: int
    begin: datetime | None
    end: datetime | None


class OpenSlides:
    """One export and the room its lists are held again in."""

    def __init__(self, path: Path) -> None:
        self.models: dict[str, dict[str, dict[str, Any]]] = json.loads(path.read_bytes())
        self.speakers = sorted(self._speakers(), key=lambda each: (each.item, each.weight))
        times = [at for each in self.speakers for at in (each.begin, each.end) if at]
        self.start, self.end = min(times), max(times)
        self.room = Room(plan(list(self._items()), self.start, self.end))

    def _speakers(self) -> Iterator[Speaker]:
        lists, users = self.models["list_of_speakers"], self.models["user"]
        for each in self.models["speaker"].values():
            member = self.models["meeting_user"][str(each["meeting_user_id"])]
            user = users[str(member["user_id"])]
            yield Speaker(
                id=each["id"],
                item=self._item_of(lists[str(each["list_of_speakers_id"])]["content_object_id"]),
                name=user["username"],
                weight=each["weight"],
                begin=_instant(each.get("begin_time")),
                end=_instant(each.get("end_time")),
            )

    def _item_of(self, content: str) -> str:
        items = self.models["agenda_item"].values()
        return next(str(each["id"]) for each in items if each["content_object_id"] == content)

    def _items(self) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
        for each in sorted(self.models["agenda_item"].values(), key=lambda each: each["weight"]):
            yield str(each["id"]), self._title(each["content_object_id"]), []

    def _title(self, content: str) -> str:
        collection, number = content.split("/")
        model = self.models.get(collection, {}).get(number, {})
        return str(model.get("title", content))

    def hold(self) -> Room:
        """Inscribe everybody; those who were heard are given the floor at the times they were."""
        room = self.room
        room.must("open", self.start)
        heard = [each for each in self.speakers if each.begin and each.end]
        for each in sorted(heard, key=lambda each: each.begin or self.start):
            assert each.begin and each.end
            room.must(f"item {each.item}", each.begin)
            room.must(f'inscribe "{each.name}"', each.begin)
            room.must("next", each.begin)
            room.must("yield", each.end)
            room.must("close item carry", each.end)
            room.must(f"reopen {each.item}", each.end)
        for each in self.speakers:
            if each not in heard:
                room.must(f'inscribe "{each.name}" for {each.item}', self.end)
        return room


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text).astimezone(UTC) if text else None
