"""What the message line of the screen in view says of what was done.

A refusal stays beside the answer to a key that came at once after it, and a fault beside whatever
is said while nobody has read of it.
"""

from __future__ import annotations

from meeting_tui.ui.port import Frame

TOGETHER_SECONDS = 0.05
"""A refusal stays in view beside the answer to a key that came so soon after: nobody read it."""
FAULT_SECONDS = 60.0


class Telling:
    """Remembers what was refused last, and whether anything was said yet."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self.has_told = False
        self._refused = ""
        self._refused_at = -TOGETHER_SECONDS

    def refusal_was_read(self) -> None:
        """Somebody answered what was refused."""
        self._refused_at = -TOGETHER_SECONDS

    def tell(self, text: str, kind: str, seconds: float | None) -> None:
        """Say something, where that can be seen."""
        shown, came, fault = self._frame.shown, self._frame.key_came, self._frame.fault_in_view
        if shown is None or not shown.is_mounted:
            return
        self.has_told = True
        is_together = kind == "info" and 0 <= came - self._refused_at < TOGETHER_SECONDS
        if kind == "refusal":
            self._refused, self._refused_at = text, came
        if fault:
            text = f"{text} ▲ {fault}"
        if is_together:
            shown.message_line.show_after(self._refused, text, seconds=seconds)
        else:
            shown.message_line.show(text, kind, seconds=seconds)  # type: ignore[arg-type]

    def tell_fault(self, sentence: str) -> bool:
        """Say that something went wrong, behind a refusal that nobody has read.

        False where that cannot be seen now.
        """
        shown = self._frame.shown
        if shown is None or not shown.is_mounted:
            return False
        shown.forget_suggestions()
        if self._refused_at == self._frame.key_came:
            sentence = f"{self._refused} › {sentence}"
        shown.message_line.show(sentence, "warning", seconds=FAULT_SECONDS)
        return True
