"""What a typed line can become: a completion, or a line entered before. Pure values."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct


class Completion(Struct, frozen=True):
    """One way to complete the text before the caret."""

    text: str
    """Takes the place of the text from `start` to the caret."""
    label: str = ""
    """What it stands for (`South Africa` for `zaf`); the text itself if empty."""
    start: int = 0
    """Index in the line at which the completed text begins."""

    def applied(self, value: str, caret: int) -> tuple[str, int]:
        """The line with the completion in place, and the caret behind it."""
        return value[: self.start] + self.text + value[caret:], self.start + len(self.text)

    def ghost(self, value: str, caret: int) -> str:
        """What is shown in grey after the caret: the rest of the word, else what it stands for."""
        typed = value[self.start : caret]
        if typed and self.text.casefold().startswith(typed.casefold()):
            return self.text[len(typed) :]
        return f"  {self.label or self.text}"


Complete = Callable[[str, int], Sequence[Completion]]
"""(line, caret) -> completions, the best first; asked at each change, so it must be quick."""


class History:
    """Lines entered before, for going back; the line being written is the newest of them."""

    def __init__(self, most: int = 200) -> None:
        self._entered: list[str] = []
        self._most = most
        self._back = 0
        self._unsent = ""

    def remember(self, text: str) -> None:
        """Adds a line that was entered and goes back to the newest."""
        if text and (not self._entered or self._entered[-1] != text):
            self._entered.append(text)
            del self._entered[: -self._most]
        self.stop()

    def stop(self) -> None:
        """Ends going back; whatever stands in the line now is the line being written."""
        self._back, self._unsent = 0, ""

    @property
    def is_back(self) -> bool:
        """Whether an earlier line is shown now."""
        return self._back > 0

    def earlier(self, current: str) -> str | None:
        """The line before the one shown; None at the oldest. `current` is kept for coming back."""
        if self._back == len(self._entered):
            return None
        if not self._back:
            self._unsent = current
        self._back += 1
        return self._entered[-self._back]

    def later(self) -> str | None:
        """The line after the one shown, at last the one being written; None when there already."""
        if not self._back:
            return None
        self._back -= 1
        return self._entered[-self._back] if self._back else self._unsent
