"""How the acts on the speakers' list and the floor are typed."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.floor import GiveFloor, Next
from meeting_tui.meeting.limits import Extend, SetLimit
from meeting_tui.meeting.name_words import OPTIONS
from meeting_tui.meeting.point_of_order import RaisePointOfOrder
from meeting_tui.meeting.reader import Reader, complete
from meeting_tui.meeting.records import Who
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.right_of_reply import AskReply
from meeting_tui.meeting.speakers_list import Inscribe, Move, Swap
from meeting_tui.meeting.tokens import Token

VIA = ("email", "desk", "floor")


def one_delegation(make: Callable[[Who], Command]) -> Callable[[Reader], Command | Refusal]:
    """How an act on exactly one delegation is read."""

    def read(reader: Reader) -> Command | Refusal:
        who = reader.request()
        return who if isinstance(who, Refusal) else reader.finished() or make(who)

    return read


def reply(reader: Reader) -> Command | Refusal:
    """`reply D`; which item it is on follows from what is open."""
    who = reader.request()
    if isinstance(who, Refusal):
        return who
    left = reader.peek()
    if left is not None and left.word in ("to", "on", "under"):
        return refuse("reply_to_item", word=reader.line[left.start :])
    return reader.finished() or AskReply(who)


def inscribe(reader: Reader) -> Command | Refusal:
    """`inscribe D [D ...] [for ID] [kind K] [as group] [via email|desk|floor] [about "TEXT"]`."""
    whom: list[Who] = []
    options: dict[str, str] = {}
    while not reader.is_done:
        token = reader.peek()
        if token and token.word in OPTIONS:
            refusal = _option(reader, options)
            if refusal:
                return refusal
            continue
        found = reader.whom(is_first=not whom)
        if isinstance(found, Refusal):
            return found
        whom.extend(found)
    if not whom:
        return refuse("name_missing")
    return Inscribe(
        whom=tuple(whom),
        item=options.get("item"),
        segment=options.get("segment"),
        kind=options.get("kind"),
        via=options.get("via", "floor"),
        about=options.get("about", ""),
        insist=reader.insists,
        as_group="as" in options,
    )


def _option(reader: Reader, options: dict[str, str]) -> Refusal | None:
    word = reader.take().word
    token = reader.peek()
    if token is None:
        return refuse("option_empty", word=word)
    if word == "about":
        following = reader.peek(1)
        alone = following is None or following.word in OPTIONS
        options["about"] = reader.take().text if token.quoted and alone else reader.rest()
        return None
    if word == "for":
        return _place_on_agenda(reader, options)
    choices = {"via": VIA, "as": ("group",)}
    allowed = choices.get(word) or tuple(kind.id for kind in reader.lexicon.rules.kinds)
    found = complete(token.word, allowed)
    if isinstance(found, Refusal):
        return found
    if found is None:
        return refuse("option_unknown", word=word, value=token.text, allowed=", ".join(allowed))
    reader.take()
    options[word] = found
    return None


def _place_on_agenda(reader: Reader, options: dict[str, str]) -> Refusal | None:
    token = reader.take()
    agenda = reader.lexicon.agenda
    if agenda.item(token.text):
        options["item"] = token.text
        return None
    holder = agenda.item_of_segment(token.text)
    if holder is None:
        return no_such_item(reader, token.text)
    options["item"], options["segment"] = holder.id, token.text
    return None


def no_such_item(reader: Reader, text: str) -> Refusal:
    """The refusal for an id that is no item, naming those there are."""
    items = ", ".join(item.id for item in reader.lexicon.agenda.items)
    return refuse("no_such_item", item=text, items=items)


def move(reader: Reader) -> Command | Refusal:
    """`move D N`."""
    who = reader.request()
    if isinstance(who, Refusal):
        return who
    token = reader.peek()
    if token is None or token.number is None:
        return refuse("place_expected", found=token.text if token else "–")
    reader.take()
    return reader.finished() or Move(who, token.number)


def swap(reader: Reader) -> Command | Refusal:
    """`swap D D`."""
    first = reader.request()
    if isinstance(first, Refusal):
        return first
    reader.joining_word()
    second = reader.request()
    if isinstance(second, Refusal):
        return second
    return reader.finished() or Swap(first, second)


def give_floor(reader: Reader) -> Command | Refusal:
    """`floor D`; `floor D!` also when D is on no list."""
    who = reader.request()
    if isinstance(who, Refusal):
        return who
    insists = reader.insists or (reader.named is not None and reader.named.insists)
    return reader.finished() or GiveFloor(who, insists)


def give_next(reader: Reader) -> Command | Refusal:
    """`next`, `next!`."""
    return reader.finished() or Next(reader.insists)


def order(reader: Reader) -> Command | Refusal:
    """`order D [TEXT]`."""
    who = reader.who(apart=False)
    return who if isinstance(who, Refusal) else RaisePointOfOrder(who, reader.rest())


def limit(reader: Reader) -> Command | Refusal:
    """`limit M:SS [for TIER|KIND|D]`, several with `and` between: `2:00 and 3:15 for group`.

    A number after `for` is a place of the waiting list.
    """
    first = _one_limit(reader)
    others: list[SetLimit] = []
    while not isinstance(first, Refusal) and _is_and(reader.peek()):
        joined = reader.take()
        other = _one_limit(reader)
        if isinstance(other, Refusal):
            return other
        if any((each.scope, each.key) == (other.scope, other.key) for each in (first, *others)):
            return refuse("words_left", word=reader.line[joined.start :])
        others.append(other)
    if isinstance(first, Refusal):
        return first
    return reader.finished() or replace(first, also=tuple(others))


def _is_and(token: Token | None) -> bool:
    return token is not None and token.word == "and"


def _one_limit(reader: Reader) -> SetLimit | Refusal:
    seconds = reader.seconds()
    if isinstance(seconds, Refusal):
        return seconds
    if reader.is_done or _is_and(reader.peek()):
        return SetLimit(seconds)
    token = reader.take()
    subject = reader.peek()
    if token.word != "for" or subject is None:
        return refuse("words_left", word=token.text)
    if subject.number is not None:
        reader.take()
        return SetLimit(seconds, "place", str(subject.number))
    scope = _tier_or_kind(reader, subject)
    if isinstance(scope, Refusal):
        return scope
    if scope:
        reader.take()
        return SetLimit(seconds, *scope)
    who = reader.who()
    if isinstance(who, Refusal):
        return _with_scopes(reader, who)
    return SetLimit(seconds, "delegation", who.code, who.known)


def _with_scopes(reader: Reader, refusal: Refusal) -> Refusal:
    """The refusal of a name that is nearly another's, with the tiers and kinds there are."""
    if refusal.code != "not_a_name_near":
        return refusal
    rules = reader.lexicon.rules
    return refuse(
        "limit_for_near",
        word=refusal.params["word"],
        near=refusal.params["near"],
        tiers=", ".join(tier.id for tier in rules.tiers),
        kinds=", ".join(kind.id for kind in rules.kinds),
    )


def _tier_or_kind(reader: Reader, token: Token) -> tuple[str, str] | None | Refusal:
    """The tier or kind of speech a word names; a delegation's code goes before its beginning."""
    rules = reader.lexicon.rules
    scopes = {kind.id: "kind" for kind in rules.kinds} | {tier.id: "tier" for tier in rules.tiers}
    is_whole = token.word.replace("-", "_") in scopes
    if not is_whole and reader.lexicon.directory.exact(token.text):
        return None
    found = complete(token.word, scopes)
    return (scopes[found], found) if isinstance(found, str) else found


def extend(reader: Reader) -> Command | Refusal:
    """`extend M:SS`."""
    seconds = reader.seconds()
    return seconds if isinstance(seconds, Refusal) else reader.finished() or Extend(seconds)
