"""Who is noted on and with what, said where the eye rests; who spoke before and who comes next."""

from __future__ import annotations

from meeting_tui.meeting.item_notes import notes_on
from meeting_tui.meeting.records import Intervention, Point
from meeting_tui.meeting.waiting_order import waiting
from meeting_tui.text import fit
from meeting_tui.views.details_said import details_said
from meeting_tui.views.look import Glance
from meeting_tui.views.note_correcting import place_in, point_in, reading
from meeting_tui.views.noting import Noting, here, item_of_key
from meeting_tui.views.pieces import Line, Piece, line, line_cells, sides
from meeting_tui.views.speaker import heading, on_another_item
from meeting_tui.views.wrapped import wrap

BEFORE = 4
"""So many earlier interventions are named."""
TITLE_CELLS = 12
"""Less of a title than this says nothing."""
COMING = 3
"""So many who wait are named."""


def who_line(glance: Glance, width: int) -> Line:
    """Who has the floor, in what capacity, on what; in one line beside the clock."""
    state = glance.state
    if state.pending_order:
        raised = state.points_of_order[state.pending_order[0]]
        told = glance.say("notes.pending_order", name=glance.name(raised.delegation))
        return line(Piece(f" {told}", "over strong"), f"  {raised.text}")
    on = heading(glance)
    speaking = state.speaking()
    if speaking is None:
        return line(Piece(f" {on}", "muted"))  # that nobody speaks is said by the clock beside it
    on = on_another_item(glance, speaking) or on
    asked = state.made_by(speaking)
    name = line(
        Piece(f" {_loud(glance, speaking)}", "strong"), Piece("" if asked.known else " ?", "nearly")
    )
    whole, number = glance.capacity(asked), on.split("  ")[0]
    ways = [(whole, on), (whole, number), (glance.short_capacity(asked), number)]
    shown = [
        (*name, Piece(f"  {capacity}"), Piece(f"  {about}", "muted")) for capacity, about in ways
    ]
    whole_line, numbered, _ = shown
    if line_cells(numbered) + TITLE_CELLS <= width:
        return whole_line  # the title is cut where the line ends
    return next((each for each in shown if line_cells(each) <= width), shown[-1])


def points_of(glance: Glance, target: Intervention | None) -> tuple[Point, ...]:
    """The points of an intervention, in the order noted."""
    if target is None:
        return ()
    state = glance.state
    return tuple(state.points[each] for each in state.points_of.get(target.id, ()))


def points_shown(glance: Glance, noting: Noting) -> tuple[Point, ...]:
    """The points of what is noted on, be it the item itself, in the order noted."""
    item = noting.target_item(glance.state)
    if item is not None:
        return notes_on(glance.state, item)
    return points_of(glance, noting.target(glance.state))


def target_lines(glance: Glance, noting: Noting, width: int) -> list[Line]:
    """Whom the points belong to, and what else is kept of that statement.

    That stands in the same line where the whole of it has room, else below, and is never cut.
    """
    first = target_line(glance, noting, width)
    target = None if noting.is_lost(glance.state) else noting.target(glance.state)
    details = details_said(glance, target) if target else ""
    if target is None or not details:
        return [first]
    kept = Piece(details, "accent")
    if not _is_before(glance, target):
        whom, is_now, right, short = _whom(glance, target)
        kept_too = line("  ", kept)
        # What is kept is worth more than the number, and than that who speaks now does.
        ways = [(line(*whom, *is_now, *kept_too), right), (line(*whom, *is_now, *kept_too), short)]
        ways.append((line(*whom, *kept_too), short))
        for left, at_right in ways:
            if line_cells(left) + line_cells(at_right) + 2 <= width:
                return [sides(left, at_right, width)]
    return [first, *(line(" ", *each) for each in wrap(line(kept), width - 1))]


def _whom(glance: Glance, target: Intervention) -> tuple[Line, Line, Line, Line]:
    """Who is noted on, how that one stands, number and count of points, the count alone."""
    state, count = glance.state, _count(glance, len(points_of(glance, target)))
    number = glance.say("screen.intervention_number", number=target.number)
    key = "notes.speaks_now" if state.floor == target.id else "notes.spoke_last"
    if state.floor == target.id and state.pending_order:
        key = "notes.interrupted"
    told = glance.say("notes.noting_on", name=_loud(glance, target))
    return (
        line(Piece(f" {told}", "heading")),
        line(f"  {glance.say(key)}"),
        line(Piece(f"{number}{glance.say('notes.comma')}{count} ", "muted")),
        line(Piece(f"{count} ", "muted")),
    )


def target_line(glance: Glance, noting: Noting, width: int) -> Line:
    """Whom the points belong to, and plainly when that is not who speaks now."""
    state = glance.state
    if noting.is_lost(state):
        return line(Piece(f" {glance.say('notes.lost')}", "over strong"))
    target, item = noting.target(state), noting.target_item(state)
    point = point_in(noting.text, state)
    if point is not None:
        name = _loud(glance, target) if target else glance.say("points.on_item", item=item or "")
        told = glance.say("notes.correcting_on", point=point.id, name=name)
        return line(Piece(f" {told}", "heading"))
    if item is not None:
        return _item_line(glance, item, width)
    if target is None:
        return line(Piece(f" {glance.say('notes.nobody_yet')}", "nearly"))
    whom, is_now, right, short = _whom(glance, target)
    if _is_before(glance, target):
        ways = [
            (_before_line(glance, noting, target, width - line_cells(each)), each)
            for each in (right, short)
        ]
        # How to come back is worth more than the number.
        left, right = max(ways, key=lambda way: len(way[0]))
        return sides(left, right, width)
    return sides((*whom, *is_now), right, width)


def _item_line(glance: Glance, item: str, width: int) -> Line:
    """That the points go to the item itself, and who speaks meanwhile."""
    count = line(Piece(f"{_count(glance, len(notes_on(glance.state, item)))} ", "muted"))
    told = line(Piece(f" {glance.say('notes.on_item', item=item)}", "heading"))
    speaking = glance.state.speaking()
    key = "notes.speaks_meanwhile" if speaking else "notes.nobody_spoke_on_it"
    name = _name(glance, speaking) if speaking else ""
    left = line(*told, f"  {glance.say(key, name=name)}")
    return sides(left, count, width)


def _before_line(glance: Glance, noting: Noting, target: Intervention, room: int) -> Line:
    """That the points go to an earlier one, who speaks instead, and how to come back."""
    speaking = glance.state.speaking()
    told = glance.say("notes.noting_before", name=_loud(glance, target))
    not_now = glance.say("notes.not_now" if speaking else "notes.not_last")
    shortest = line(Piece(f" {told} ", "nearly strong reverse"))
    parts = [Piece(f" {not_now}", "nearly strong")]
    if not noting.is_begun:
        parts.append(Piece(f" · {glance.say('notes.escape_follows')}", "nearly"))
    if speaking:
        meanwhile = glance.say("notes.speaks_meanwhile", name=_name(glance, speaking))
        parts.append(Piece(f" · {meanwhile}", "muted"))
    ways = [(*shortest, *parts[:n]) for n in range(len(parts), 0, -1)]
    return next((each for each in ways if line_cells(each) + 2 <= room), shortest)


def lead_line(glance: Glance, noting: Noting, most: int) -> Line:
    """What stands before the text: for whom, if not for who speaks now, and the tags."""
    state = glance.state
    if noting.is_act:
        return line(Piece(f" {glance.say('notes.act_mark')} ", "accent reverse"), " ")
    parts = [Piece(" ")]
    target = noting.target(state)
    if noting.is_lost(state):
        parts += [Piece(f" {glance.say('notes.lost_mark')} ", "over reverse"), Piece(" ")]
    elif target is not None and _is_before(glance, target):
        told = glance.say("notes.before_mark", name=_name(glance, target))
        room = max(most - 14, 8)
        shown = fit(told, room) if line_cells(line(told)) > room else told
        parts += [Piece(f" {shown} ", "nearly reverse"), Piece(" ")]
    own_item = noting.target_item(state)
    if own_item is not None:
        parts += [Piece(f" {glance.say('points.on_item', item=own_item)} ", "reverse"), Piece(" ")]
    for tag in noting.effective_tags(state.agenda):
        question = state.agenda.question(tag)
        item = target.item if target else own_item or state.item
        is_here = question is not None and question.item == item
        parts += [Piece(tag, "accent strong" if is_here else "nearly strong"), Piece(" ")]
    parts.append(Piece("▏", "muted"))
    return tuple(parts)


def correcting_said(glance: Glance, noting: Noting) -> str:
    """Which point the line puts right and with which keys; empty for none."""
    state = glance.state
    point = point_in(noting.text, state)
    if point is None:
        return ""
    to = place_in(noting.text, state)
    if to is None:
        return glance.say("notes.correcting", point=point.id)
    item, turn = item_of_key(to), state.interventions.get(to)
    name = glance.say("points.on_item", item=item or "")
    if turn:
        name = f"{_name(glance, turn)} ({turn.number})"
    is_changed = reading(noting.text) is not None
    return glance.say(
        "notes.moving_changed" if is_changed else "notes.moving", point=point.id, name=name
    )


def asked_lines(told: str, width: int) -> list[Line]:
    """What is asked above the line, whole."""
    if not told:
        return []
    return [(Piece(" "), *each) for each in wrap(line(Piece(told, "nearly strong")), width - 2)]


def around_line(glance: Glance, noting: Noting, width: int) -> Line:
    """Who spoke before with their numbers of points, and who comes next."""
    state = glance.state
    target = noting.target(state)
    ids = list(state.interventions)
    at = ids.index(target.id) if target else len(ids)
    earlier = [state.interventions[each] for each in reversed(ids[:at])]
    coming = [glance.name(each.delegation) for each in waiting(state)]
    coming += [glance.name(state.inscriptions[each].delegation) for each in state.replies]
    told = _who_comes(glance, coming, width // 2)
    right = line(Piece(f"{fit(told, min(line_cells(line(told)), width // 2))} "))
    before = _who_spoke(glance, earlier, width - line_cells(right) - 2)
    return sides(line(Piece(before, "muted")), right, width)


def _who_comes(glance: Glance, names: list[str], room: int) -> str:
    """As many names as are whole in so many cells, and how many more there are."""
    told = glance.say("notes.next" if names else "notes.next_nobody", names="")
    for count in range(min(len(names), COMING), 0, -1):
        more = f" +{len(names) - count}" if len(names) > count else ""
        told = glance.say("notes.next", names=glance.listed(names[:count]) + more)
        if line_cells(line(told)) <= room:
            break
    return told


def _who_spoke(glance: Glance, earlier: list[Intervention], room: int) -> str:
    """The latest with their numbers of points, as many as are whole in so many cells."""
    points_of = glance.state.points_of
    names = [
        glance.say(
            "notes.before_one", name=_name(glance, each), count=len(points_of.get(each.id, ()))
        )
        for each in earlier[:BEFORE]
    ]
    told = ""
    for count in range(len(names), 0, -1):
        told = f" ↑ {glance.say('notes.before', names=glance.listed(names[:count]))}"
        if line_cells(line(told)) <= room:
            break
    return told


def item_shown(glance: Glance, noting: Noting) -> str | None:
    """The item whose questions are shown: of the intervention chosen, else the open one."""
    state = glance.state
    target, own_item = noting.target(state), noting.target_item(state)
    if own_item is not None:
        return own_item
    if target is not None and (_is_before(glance, target) or state.floor == target.id):
        return target.item
    return state.item or (target.item if target else None)


def _is_before(glance: Glance, target: Intervention) -> bool:
    return here(glance.state) != target.id


def _name(glance: Glance, intervention: Intervention) -> str:
    return glance.name(glance.state.asked_by(intervention).delegation)


def _loud(glance: Glance, intervention: Intervention) -> str:
    name = _name(glance, intervention)
    return name.upper() if glance.language == "en" else name


def _count(glance: Glance, count: int) -> str:
    if count > 1:
        return glance.say("notes.points_many", count=count)
    return glance.say(f"notes.points_{count}")
