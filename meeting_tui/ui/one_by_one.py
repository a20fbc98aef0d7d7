"""Each key has its whole effect before the next is looked at, however fast they come.

Keys come in bursts: over SSH, from a paste without marks, after a stall. Textual hands them on at
once, while what a key set off (an act on its way to the disk, a screen being opened) still runs, so
that letters would join the line before, or go to the screen that was left. Here they wait in order.

One thing need not wait for a slow disk: text. An entered line has left its field by then, so that a
letter only adds to the next one, whatever becomes of the act before. All else waits, and whatever
comes behind it too: Enter, as what a line means depends on the acts before it, and it may be the
answer to what one of them asks; a sign on the empty line and a function key, which act on the
meeting as it then stands; Escape, Tab and the arrows, as a refused line may be back by then. Where
the state decides even whose a text is (notes, once the floor is to change hands), text waits too.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress

from textual import events
from textual.message_pump import MessagePump

from meeting_tui.ui.boundary import Boundary
from meeting_tui.ui.parsing import TypedText, key_of
from meeting_tui.ui.widgets.typed_line import FaithfulInput

HELD_SECONDS = 0.12
"""A key that comes again sooner is held down; nobody presses it so fast."""
BURST_SECONDS = 0.005
"""Keys that come closer together were kept back on the way, and say nothing of how they were
pressed."""
LONGEST_SECONDS = 3.0
"""No key waits longer for the one before it; the room never waits for the program."""
SAVING_SECONDS = 0.1
"""An act that takes longer to be on disk is shown as being saved; sooner, that would flicker."""
_FENCE_SECONDS = 0.2
_LOOK_SECONDS = 0.001


class HeldKeys:
    """Tells a key that is held down from one that is pressed again."""

    def __init__(self) -> None:
        self._came: dict[str, float] = {}
        self._last = ""

    def heard(self, event: events.Event) -> None:
        """A key that is held has no other between."""
        key = event.key if isinstance(event, events.Key) else ""
        if key != self._last and not isinstance(event, events.MouseEvent):
            self._came.clear()
            self._last = key

    def is_held(self, act_id: str, came: float) -> bool:
        """Whether the key of an act repeats by itself, as it came again at once."""
        before, self._came[act_id] = self._came.get(act_id, -HELD_SECONDS), came
        return BURST_SECONDS < came - before < HELD_SECONDS


class KeysOneByOne(Boundary):
    """An app whose keys, pastes and clicks wait for one another."""

    def __init__(self, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._to_come: deque[events.Event] = deque()
        self._is_taking = False
        self._is_still = False
        """Nothing but the disk is waited for."""
        self._settling: asyncio.Task[None] | None = None

    @property
    def is_at_work(self) -> bool:
        """Whether what a key set off is still on its way, beyond the messages of the screen."""
        return False

    def type_ahead(self, event: events.Event) -> bool:
        """Take a key for text while the act before it is on its way; False where it has to wait."""
        return False

    def take_focus(self) -> None:
        """Have something take the next key where nothing has the focus."""

    def on_saving(self) -> None:
        """An act takes long to be on disk."""

    async def on_event(self, event: events.Event) -> None:
        """Keys, pastes and the mouse wait for their turn; everything else is handled at once."""
        if isinstance(event, events.Resize):
            self.remember_input(event)
        is_input = isinstance(event, (events.InputEvent, events.Paste, TypedText))
        if not is_input or event.is_forwarded:
            await super().on_event(event)
        elif not self._is_taking:
            await self._take(event)
        elif self._to_come or not (self._is_still and self.type_ahead(event)):
            self._to_come.append(event)

    async def take_input(self, event: events.Event) -> None:
        """Do what Textual does with a key, a paste or the mouse, now that it is its turn."""
        await super().on_event(event)

    async def all_taken(self) -> None:
        """Wait until the keys that came have had their effect, as long as one of them may take."""
        end = time.monotonic() + LONGEST_SECONDS
        while (self._is_taking or self._to_come) and time.monotonic() < end:
            await asyncio.sleep(_LOOK_SECONDS)

    async def _take(self, event: events.Event) -> None:
        self._is_taking = True
        with self.boundary("taking a key"):
            await self._take_one(event)
        if isinstance(event, events.MouseMove):
            self._go_on()
        else:
            self._settling = asyncio.create_task(self._settle())

    async def _take_one(self, event: events.Event) -> None:
        if not isinstance(event, events.MouseMove):
            self.remember_input(event)
            self.take_focus()
        field = self.focused if isinstance(self.focused, FaithfulInput) else None
        if not isinstance(event, TypedText):
            await self.take_input(event)
        elif field and field.value and not field.is_key(event.text[0]):
            field.type_text(event.text)
        else:
            # What a first letter does is for the screen to say; it may be a key of its own.
            if event.text[1:]:
                self._to_come.appendleft(TypedText(event.text[1:]))
            await self.take_input(key_of(event.text[0]))

    async def _settle(self) -> None:
        """Let the next key in once all is still."""
        with self.boundary("waiting for stillness"):
            await self._stillness()
        self._is_still = False
        self._go_on()

    async def _stillness(self) -> None:
        begun = time.monotonic()
        told = begun + SAVING_SECONDS
        while self.is_running and (now := time.monotonic()) < begun + LONGEST_SECONDS:
            for pump in self._concerned():
                await _fence(pump)
            if self.is_at_work:
                self._is_still = self._is_still or self._is_quiet()
                while self._is_still and self._to_come and self.type_ahead(self._to_come[0]):
                    self._to_come.popleft()
                if self._is_still and now > told:
                    told = begun + LONGEST_SECONDS
                    self.on_saving()
                await asyncio.sleep(_LOOK_SECONDS)
            elif self._is_quiet():
                break

    def _go_on(self) -> None:
        """The next key is taken among the app's own messages, as Textual takes keys."""
        if not self._to_come:
            self._is_taking = False
        elif self.is_running:
            self.call_later(self._take, self._to_come.popleft())

    def _concerned(self) -> list[MessagePump]:
        """Whom a key concerns: what has the focus and all it stands in, the app last."""
        if not self.screen_stack:
            return [self]
        return list((self.focused or self.screen).ancestors_with_self)

    def _is_quiet(self) -> bool:
        """Whether nobody has a message to handle."""
        return not any(pump.message_queue_size for pump in self._everyone())

    def _everyone(self) -> Iterator[MessagePump]:
        yield self
        if self.screen_stack:
            yield self.screen
            yield from self.screen.walk_children()


async def _fence(pump: MessagePump) -> None:
    """Wait until a pump has done what was waiting before."""
    passed = asyncio.get_running_loop().create_future()

    def pass_it() -> None:
        if not passed.done():
            passed.set_result(None)

    if pump.call_later(pass_it):
        with suppress(TimeoutError):  # what is being taken away passes nothing any more
            async with asyncio.timeout(_FENCE_SECONDS):
                await passed
