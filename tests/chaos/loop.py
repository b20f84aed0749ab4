"""An event loop of a test's own: Playwright keeps one running in the tests' thread for the whole session."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def run(work: Coroutine[Any, Any, T]) -> T:
    """Runs ``work`` to its end in a thread of its own and gives its value."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()


async def still_well(lives: list[asyncio.Task[Any]], seconds: float) -> None:
    """Lets the time pass; whoever met a defect ends the test at once."""
    done, _ = await asyncio.wait(lives, timeout=seconds, return_when=asyncio.FIRST_EXCEPTION)
    for life in done:
        life.result()
