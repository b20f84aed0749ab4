"""What a phone in a live workshop asks by plain HTTP, over one connection that stays open, as a browser's does."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable

LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
EVERY = 2.0
"""Seconds (views/frame/js/follow_room.js)."""
GONE = (OSError, EOFError, asyncio.IncompleteReadError)


class RoomWatch:
    """Asks for as long as it is there, and calls ``press`` whenever the room moved on from what ``seen`` shows."""

    def __init__(self, port: int, seen: Callable[[], str], press: Callable[[], Awaitable[None]]) -> None:
        self._port, self._seen, self._press = port, seen, press
        self._task = asyncio.create_task(self._watch())

    def check(self) -> None:
        """Raises what ended the watch, which is a defect."""
        if self._task.done() and not self._task.cancelled():
            self._task.result()

    def stop(self) -> None:
        self._task.cancel()

    async def _watch(self) -> None:
        while True:
            try:
                await self._ask_again_and_again()
            except GONE:
                await asyncio.sleep(EVERY)  # The server is away; the page is told by its socket.

    async def _ask_again_and_again(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        try:
            while True:
                asked = self._seen()
                if asked and await self._moved(reader, writer, asked) and self._seen() == asked:
                    await self._press()
                await asyncio.sleep(EVERY)
        finally:
            writer.close()

    async def _moved(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, asked: str) -> bool:
        writer.write(f"GET /j/moved?{asked} HTTP/1.1\r\nHost: localhost:{self._port}\r\n\r\n".encode("ascii"))
        head = await reader.readuntil(b"\r\n\r\n")
        found = LENGTH.search(head)
        assert head.startswith(b"HTTP/1.1 200"), head
        assert found is not None, head
        return await reader.readexactly(int(found[1])) == b"moved"
