"""What a key on a row of the schedule begins: a line to be finished with its reason, and entered.

Nothing here changes anything. The same key again makes another line of it: five minutes more, one
place further; the line is always made anew from how the meeting stands.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from msgspec import Struct
from msgspec.structs import replace

from meeting_tui.agenda.local_times import local_text
from meeting_tui.views.look import Look
from meeting_tui.views.schedule import item_of_row, segment_was_added

STEP_MINUTES = 5
NEW_MATTER_MINUTES = 10
BECAUSE = " because "
UNSAID = "…"
"""Stands for a title or reason that is not typed yet, to see what the line would do."""


class Edit(Struct, frozen=True):
    """A key that was pressed on a row, and how often it was pressed on."""

    verb: str
    """`time`, `move`, `split`, `add` or `drop`."""
    row: str
    """Key of the row."""
    steps: int = 0
    """Of five minutes, or of one place for `move`; negative for less and for earlier."""


class Begun(Struct, frozen=True):
    """The line that an edit begins."""

    head: str
    """Up to where somebody goes on typing."""
    tail: str
    """What stands behind that."""
    told: str
    """What it would do, in words."""
    steps: int
    """As many as there are, where more were asked for."""

    @property
    def line(self) -> str:
        """As it is put into the input line."""
        return self.head + self.tail


def begin(look: Look, edit: Edit) -> Begun | str:
    """The line an edit begins, or a sentence that says why there is none."""
    return _VERBS[edit.verb](look, edit)


def serves(look: Look, verb: str, row: str) -> bool:
    """Whether a key for that can do something on a row."""
    sort, name = _name(row)
    state = look.state
    if sort == "sitting":
        return verb == "time" and state.phase != "adjourned"
    item = item_of_row(look, row)
    if item is None or state.items[item].phase == "closed":
        return False
    if sort == "segment":
        is_dropped = name in state.dropped
        can_drop = not is_dropped and may_drop(look, name)
        return {"time": not is_dropped, "add": True, "drop": can_drop}.get(verb, False)
    is_to_come = state.items[item].phase == "planned"
    return {"time": True, "move": is_to_come, "split": True, "add": True}.get(verb, False)


def may_drop(look: Look, segment: str) -> bool:
    """Whether a segment is held on condition, or was added, and was not taken up."""
    found = look.state.agenda.segment(segment)
    is_free = bool(found and found.condition) or segment_was_added(look, segment)
    return is_free and segment not in look.state.segments


def goes_on(begun: str, verb: str) -> bool:
    """Whether a key takes a line that was begun further: its own key, and five minutes."""
    if verb == "time":
        return begun in ("time", "split", "add")
    return verb == begun == "move"


def pressed_on(edit: Edit, verb: str, step: int) -> Edit | None:
    """The edit with its key pressed once more; None where that key begins something else."""
    return replace(edit, steps=edit.steps + step) if goes_on(edit.verb, verb) else None


def _name(row: str) -> tuple[str, str]:
    sort, _, name = row.partition(" ")
    return sort, name.partition(" ")[0]


def _time(look: Look, edit: Edit) -> Begun | str:
    sort, name = _name(edit.row)
    if sort == "sitting":
        return _sitting(look, name, edit.steps)
    agenda = look.state.agenda
    place = agenda.segment(name) if sort == "segment" else agenda.item(name)
    if place is None or sort not in ("item", "part", "segment"):
        return look.say("schedule.no_time_here")
    planned = place.minutes or 0
    minutes, steps = _stepped(planned, edit.steps)
    key = "schedule.edit_time_segment" if sort == "segment" else "schedule.edit_time"
    told = look.say(key, place=name, minutes=minutes, was=planned)
    return Begun(f"plan time {name} {minutes}{BECAUSE}", "", told, steps)


def _stepped(planned: int, steps: int) -> tuple[int, int]:
    """The minutes so many steps on, and the steps taken: never to nothing."""
    least = -((planned - 1) // STEP_MINUTES) if planned else 1
    taken = max(steps, least)
    return planned + taken * STEP_MINUTES, taken


def _sitting(look: Look, sitting: str, steps: int) -> Begun | str:
    """A sitting that is held so much later or earlier, or ends so once it has begun."""
    run = next(each for each in look.projection.day.sittings if each.id == sitting)
    zone = look.zone
    by = timedelta(minutes=steps * STEP_MINUTES)
    begins = run.planned_start if has_begun(look, sitting) else run.planned_start + by
    instants = (run.planned_start, run.planned_end, begins, run.planned_end + by)
    start, end, then, until = (local_text(each.astimezone(zone)) for each in instants)
    if begins == run.planned_start:
        told = look.say("schedule.edit_sitting", end=until, was=end)
    else:
        times, was = f"{then}–{until}", f"{start}–{end}"
        told = look.say("schedule.edit_sitting_whole", times=times, was=was)
    line = f"plan sitting {sitting} {then} {until}{BECAUSE}"
    return Begun(line, "", told, steps)


def has_begun(look: Look, sitting: str) -> bool:
    """Whether a sitting was opened, so that its beginning stands."""
    run = look.state.sittings.get(sitting)
    return run is not None and run.opened_at is not None


def _move(look: Look, edit: Edit) -> Begun | str:
    """One place of those the item could have: before each other item, and last in each sitting."""
    sort, item = _name(edit.row)
    if sort not in ("item", "part"):
        return look.say("schedule.no_move_here")
    places, here = _places(look, item)
    at = min(max(here + edit.steps, 0), len(places) - 1)
    if at == here:
        return look.say("schedule.no_place_further", item=item)
    sitting, before = places[at]
    where = f"before {before}" if before else "last"
    to = "" if before and sitting == places[here][0] else f"to {sitting} "
    params = {"item": item, "sitting": sitting, "before": before or ""}
    told = look.say(f"schedule.edit_move_{'before' if before else 'last'}", **params)
    return Begun(f"plan move {item} {to}{where}{BECAUSE}", "", told, at - here)


def _places(look: Look, item: str) -> tuple[list[tuple[str, str | None]], int]:
    """All (sitting, item behind) in which an item could stand, and which of them it has now."""
    day, now = look.projection.day, look.now
    order = sorted(day.items, key=lambda each: each.planned_start)
    places: list[tuple[str, str | None]] = []
    here = 0
    for sitting in day.sittings:
        theirs = [each for each in order if each.parts[0].sitting == sitting.id]
        ids = [each.id for each in theirs]
        is_home = item in ids
        if sitting.suspended_at or sitting.planned_end <= now:
            if is_home:  # it can only leave
                here = len(places)
                places.append((sitting.id, None))
            continue
        if is_home:
            here = len(places) + sum(
                each.phase == "planned" for each in theirs[: ids.index(item)] if each.id != item
            )
        others = [each.id for each in theirs if each.phase == "planned" and each.id != item]
        places += [(sitting.id, each) for each in others]
        places.append((sitting.id, None))
    return places, here


def _split(look: Look, edit: Edit) -> Begun | str:
    sort, name = _name(edit.row)
    item = look.state.agenda.item(name) if sort in ("item", "part") else None
    if item is None:
        return look.say("schedule.no_split_here")
    home = next(each.parts[0].sitting for each in look.projection.day.items if each.id == name)
    sittings = [each.id for each in look.state.agenda.sittings]
    later = sittings[sittings.index(home) + 1 :]
    if not later:
        return look.say("schedule.no_later_sitting", item=name)
    half = max(item.minutes // 2 // STEP_MINUTES * STEP_MINUTES, 1)
    most = max((item.minutes - 1 - half) // STEP_MINUTES, 0)
    minutes, steps = _stepped(half, min(edit.steps, most))
    rest = item.minutes - minutes
    told = look.say("schedule.edit_split", item=name, minutes=minutes, rest=rest, sitting=later[0])
    return Begun(f"plan split {name} {minutes} then {later[0]}{BECAUSE}", "", told, steps)


def _add(look: Look, edit: Edit) -> Begun | str:
    """A matter under the item of the row; a segment held on condition, or dropped, is held."""
    if may_hold(look, edit.row):
        _, name = _name(edit.row)
        told = look.say("schedule.edit_hold", segment=name)
        return Begun(f"plan hold {name}{BECAUSE}", "", told, 0)
    item = item_of_row(look, edit.row)
    if item is None:
        return look.say("schedule.no_add_here")
    minutes, steps = _stepped(NEW_MATTER_MINUTES, edit.steps)
    told = look.say("schedule.edit_add", item=item, minutes=minutes)
    return Begun(f"plan add {item} {minutes} ", BECAUSE, told, steps)


def may_hold(look: Look, row: str | None) -> bool:
    """Whether a row is a segment that was dropped, or of which nobody said yet if it is held."""
    sort, name = _name(row or "")
    state = look.state
    found = state.agenda.segment(name) if sort == "segment" else None
    if found is None or name in state.segments:
        return False
    return name in state.dropped or bool(found.condition and name not in state.kept)


def _drop(look: Look, edit: Edit) -> Begun | str:
    sort, name = _name(edit.row)
    if sort != "segment":
        return look.say("schedule.no_drop_here")
    if name in look.state.dropped:
        return look.say("schedule.dropped_already", segment=name)
    told = look.say("schedule.edit_drop", segment=name)
    return Begun(f"plan drop {name}{BECAUSE}", "", told, 0)


_VERBS: dict[str, Callable[[Look, Edit], Begun | str]] = {
    "time": _time,
    "move": _move,
    "split": _split,
    "add": _add,
    "drop": _drop,
}
