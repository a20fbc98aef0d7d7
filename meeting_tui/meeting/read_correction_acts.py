"""How the acts of the week after are typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import time

from msgspec.structs import replace

from meeting_tui.delegations.model import GUEST
from meeting_tui.meeting.attributions import Attribute, CorrectTimes
from meeting_tui.meeting.bands import SetBands
from meeting_tui.meeting.checklist import Finalise, TickOff
from meeting_tui.meeting.entry import Command
from meeting_tui.meeting.names import Identify
from meeting_tui.meeting.purging import PurgePoint
from meeting_tui.meeting.read_other_acts import on_statement
from meeting_tui.meeting.reader import Reader
from meeting_tui.meeting.records import BAND_WORDS, On, Who
from meeting_tui.meeting.refusal import Refusal, refuse
from meeting_tui.meeting.tokens import LONGEST_NUMBER

_BAND = re.compile(r"([a-z]+)[=＝](\w+)")
_AROUND = ' "“”「」'
_MOST = {"half": True, "never": False}


def identify(reader: Reader) -> Command | Refusal:
    """`identify NAME as D|GROUP|group|guest`; D may be a free name in quotation marks."""
    places = [n for n, token in enumerate(reader.tokens) if token.word == "as" and n > reader.at]
    if not places:
        return refuse("identify_as_missing")
    begin, end = reader.tokens[reader.at].start, reader.tokens[places[0]].start
    typed = reader.line[begin:end].strip(_AROUND)
    line = reader.line[:end].rstrip()
    named = reader.lexicon.one_name(line, begin, apart=False, is_exact=True)
    command = Identify(typed, None, typed_who=None if isinstance(named, Refusal) else named.who)
    reader.at = places[0] + 1
    return _identified_as(reader, command)


def _identified_as(reader: Reader, command: Identify) -> Command | Refusal:
    """What the name is said to be: a group, a delegation, or what may be either (the EU)."""
    token = reader.peek()
    target = "" if token is None else reader.line[token.start :].strip()
    if target.casefold() == "group":
        return replace(command, is_group=True)
    if target.casefold() == "guest":  # also where the list in use has no such place
        return replace(command, who=Who(GUEST, GUEST, "guest"))
    group = reader.lexicon.directory.group(target.strip(_AROUND)) if target else None
    if group is not None:
        name = reader.lexicon.directory.group_name(group)
        command = replace(command, group=group, group_name=name)
    who = reader.who(is_exact=True)
    if isinstance(who, Refusal):
        return command if group is not None else who
    return reader.finished() or replace(command, who=who)


def attribute(reader: Reader) -> Command | Refusal:
    """`attribute N D`."""
    number = _number(reader)
    if isinstance(number, Refusal):
        return number
    who = reader.who()
    if isinstance(who, Refusal):
        return who
    names_aligned = reader.named is not None and reader.named.names_aligned
    return reader.finished() or Attribute(number, who, names_aligned)


def times(reader: Reader) -> Command | Refusal:
    """`times N HH:MM[:SS] HH:MM[:SS]`."""
    number = _number(reader)
    if isinstance(number, Refusal):
        return number
    began = reader.clock()
    if isinstance(began, Refusal):
        return began
    ended = reader.clock()
    if isinstance(ended, Refusal):
        return ended
    return reader.finished() or CorrectTimes(number, began, ended)


def one_time(
    make: Callable[[time, On], Command],
) -> Callable[[Reader], Command | Refusal]:
    """How `began` and `ended` are read: `[on D|N] HH:MM[:SS]`."""

    def read(reader: Reader) -> Command | Refusal:
        on = on_statement(reader)
        if isinstance(on, Refusal):
            return on
        at = reader.clock()
        return at if isinstance(at, Refusal) else reader.finished() or make(at, on)

    return read


def purge(reader: Reader) -> Command | Refusal:
    """`purge POINT`, `purge! POINT`."""
    if reader.is_done:
        return refuse("no_such_point", point="–")
    point = reader.take().word
    return reader.finished() or PurgePoint(point, reader.insists)


def bands(reader: Reader) -> Command | Refusal:
    """`bands one=1 few=2 ... [most=half|never]`, or `bands default`."""
    token = reader.peek()
    if token is not None and token.word == "default":
        reader.take()
        return reader.finished() or SetBands(None)
    found: dict[str, str] = {}
    while (token := reader.peek()) is not None:
        match = _BAND.fullmatch(token.word)
        if match is None or match[1] in found:
            return _no_band(token.text)
        found[match[1]] = match[2]
        reader.take()
    has_most = _MOST.get(found.pop("most", "half"))
    if not found or has_most is None:
        return _no_band("most" if has_most is None else "–")
    for word, least in found.items():
        is_number = least.isdecimal() and len(least) <= LONGEST_NUMBER and int(least) > 0
        if word not in BAND_WORDS or not is_number:
            return _no_band(f"{word}={least}")
    return SetBands(tuple((word, int(least)) for word, least in found.items()), has_most)


def tick(reader: Reader) -> Command | Refusal:
    """`tick n12`."""
    return _ticked(reader, holds=True)


def untick(reader: Reader) -> Command | Refusal:
    """`untick n12`."""
    return _ticked(reader, holds=False)


def _ticked(reader: Reader, *, holds: bool) -> Command | Refusal:
    wanted = reader.rest()
    return TickOff(wanted, reader.lexicon.directory, holds) if wanted else refuse("tick_what")


def finalise(reader: Reader) -> Command | Refusal:
    """`finalise`, `finalise!`."""
    return reader.finished() or Finalise(reader.lexicon.directory, reader.insists)


def _number(reader: Reader) -> int | Refusal:
    token = reader.peek()
    if token is None or token.number is None:
        return refuse("number_expected", found=token.text if token else "–")
    reader.take()
    return token.number


def _no_band(found: str) -> Refusal:
    return refuse("no_such_band", found=found, words=", ".join(BAND_WORDS))
