"""What counts no lines is not measured: see `tests/conftest.py`."""

from __future__ import annotations

import sys
import threading

import pytest


@pytest.mark.unmeasured
async def test_a_test_that_counts_no_lines_is_not_traced() -> None:
    assert sys.gettrace() is None
    assert threading.gettrace() is None
