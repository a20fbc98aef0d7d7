"""Calls `meeting-tui` with each of the command lines on its input, and tells what each took.

A program of its own, so that the memory it ever took is that of the calls.
"""

from __future__ import annotations

import contextlib
import io
import json
import resource
import sys
import time
from pathlib import Path

from meeting_tui.cli import main

_CEILING = 3 << 30
"""So that a call that fills the memory ends itself and nothing else."""


def _call(arguments: list[str]) -> dict[str, object]:
    began, told = time.process_time(), io.StringIO()
    out = io.TextIOWrapper(io.BytesIO())
    with contextlib.redirect_stderr(told), contextlib.redirect_stdout(out):
        code = main(arguments)
    took = time.process_time() - began
    return {"code": code, "told": told.getvalue(), "seconds": took, "peak": _peak()}


def _peak() -> int:
    """The most memory this program ever held, in MB.

    `ru_maxrss` would count what the program that started this one held.
    """
    told = Path("/proc/self/status").read_text("ascii")
    return int(told.split("VmHWM:")[1].split()[0]) // 1024


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (_CEILING, _CEILING))
    for each in json.load(sys.stdin):
        print(json.dumps(_call(each)), flush=True)
