"""A page of the site without a browser: Streamlit's own protocol over a real WebSocket.

Only what a respondent needs is understood: radios, buttons, our HTML, which fragment each of them belongs to, and
fragments that ask to be run again by themselves.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from copy import deepcopy

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.chaos.room_watch import RoomWatch
from tests.chaos.screen import Bar, Radio, Screen

WAIT_SECONDS = 150
LOST_SECONDS = 30
"""Streamlit drops what a run still had to say, its end too, when a fragment is asked for in the moment between the
run's last line and its delivery (its issue 9921). A browser keeps what it showed; here the page is run once more.
"""
ANY = "any"
MOVED = "room_moved"
FINISHED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


class SocketPage:
    """One session. Raises what ``websockets`` raises when the socket is gone, TimeoutError when nothing comes."""

    def __init__(self, socket: ClientConnection, port: int, page: str, query: str) -> None:
        self._socket = socket
        self._port = port
        self._watch: RoomWatch | None = None
        self._page = page
        self._query = query
        self._hash = ""
        self._auto: dict[str, asyncio.Task[None]] = {}
        self._held: dict[str, str] = {}
        self._kept: dict[str, ForwardMsg] = {}
        self.screen = self._before = Screen()
        self._page_at_work = False
        self.bar: Bar | None = None
        self.session = ""
        self.sent_to: list[str] = []

    @classmethod
    async def open(
        cls,
        port: int,
        token: str,
        *,
        page: str = "assessment",
        query: str = "",
        session: str = "",
        widgets: Mapping[str, str] | None = None,
        cookies: str = "",
        xsrf: str = "PLACEHOLDER_AUTH_TOKEN",
    ) -> SocketPage:
        """Connects and runs the page once.

        ``cookies``: others that the browser holds, and ``xsrf`` the token that Streamlit wants before it reads its own.
        ``session``: an earlier one, that the server may still hold. ``widgets``: what a browser that stayed open
        sends again, option texts by widget id.
        """
        protocols = [Subprotocol(name) for name in ("streamlit", xsrf, session) if name]
        socket = await connect(
            f"ws://127.0.0.1:{port}/_stcore/stream",
            origin=Origin(f"http://127.0.0.1:{port}"),
            additional_headers={"Cookie": "; ".join(filter(None, (f"fit_token={token}", cookies)))},
            subprotocols=protocols,
            max_size=None,
            open_timeout=WAIT_SECONDS,
            ping_interval=None,
            close_timeout=1,
        )
        made = cls(socket, port, page, query)
        made._held = dict(widgets or {})
        try:
            await made.run(widgets=widgets)
        except BaseException:
            made.drop()
            raise
        return made

    def drop(self) -> None:
        """Cuts the connection as a network does: without a word."""
        for task in self._auto.values():
            task.cancel()
        if self._watch is not None:
            self._watch.stop()
        self._socket.transport.abort()

    async def choose(self, radio: Radio, option: int) -> Bar:
        """Chooses an option; the bar as it stands after the fragment ran."""
        radio.chosen = option
        return await self.send_text(radio, radio.options[option])

    async def send_text(self, radio: Radio, text: str) -> Bar:
        """Sends a text as the chosen option, also one that is none; the bar as it stands after the fragment ran."""
        self.bar = None
        await self.tick(radio, text)
        assert self.bar is not None
        return self.bar

    async def tick(self, radio: Radio, text: str) -> None:
        """As ``send_text``, on a page without a bar."""
        widgets = self.widgets | {radio.id: text}
        await self._send(radio.fragment, widgets=widgets)
        await self._until_finished(radio.fragment, widgets)

    async def press(self, button: str) -> None:
        """Presses a button that stands outside the questions."""
        await self.run(trigger=self.screen.buttons[button])

    async def turn(self, button: str) -> None:
        """Presses a button that leads to another screen, and waits until that one is drawn.

        A run of the page's own may come in between and draw the old screen once more.
        """
        before = set(self.screen.radios)
        await self.press(button)
        while set(self.screen.radios) == before:
            await self._until_finished()

    async def run(self, *, trigger: str = "", widgets: Mapping[str, str] | None = None) -> None:
        await self._send("", trigger, widgets)
        await self._until_finished(widgets=widgets)

    async def wait_until_saved(self) -> None:
        """Lets the page's own repeated runs come in until the sign says that nothing waits, and the page is redrawn."""
        await self.wait_until(lambda: self.bar is not None and self.bar.saved)

    async def wait_until(self, reached: Callable[[], bool]) -> None:
        """Lets the page's own repeated runs come in until ``reached``."""
        while not reached():
            await self._until_finished(ANY)

    @property
    def widgets(self) -> dict[str, str]:
        """What the browser holds: the chosen option's text by widget id."""
        return {
            radio.id: radio.options[radio.chosen] for radio in self.screen.radios.values() if radio.chosen is not None
        }

    async def _send(
        self, fragment: str, trigger: str = "", widgets: Mapping[str, str] | None = None, auto: bool = False
    ) -> None:
        message = BackMsg()
        state = message.rerun_script
        state.page_name, state.page_script_hash = ("", self._hash) if self._hash else (self._page, "")
        state.query_string = self._query
        state.fragment_id = fragment
        state.is_auto_rerun = auto
        state.context_info.locale = "ja-JP"
        for id_, text in (self.widgets if widgets is None else widgets).items():
            state.widget_states.widgets.add(id=id_, string_value=text)
        state.cached_message_hashes.extend(self._kept)
        if trigger:
            state.widget_states.widgets.add(id=trigger, trigger_value=True)
        await self._socket.send(message.SerializeToString())

    async def _receive(self) -> ForwardMsg:
        data = await self._socket.recv()
        assert isinstance(data, bytes)
        message = ForwardMsg.FromString(data)
        if message.WhichOneof("type") == "ref_hash":
            metadata, message = message.metadata, deepcopy(self._kept[message.ref_hash])
            message.metadata.CopyFrom(metadata)
        elif message.metadata.cacheable:
            # What is large is sent once: a browser keeps it, and says so with each run.
            self._kept[message.hash] = deepcopy(message)
        return message

    async def _until_finished(self, fragment: str = "", widgets: Mapping[str, str] | None = None) -> None:
        """Takes messages until a run of the whole page is over; one that makes way for another does not count.

        ``fragment``: a run of that part counts too, or of ``ANY``; others come in between by themselves. ``widgets``:
        what is sent again if the end of the run was lost.
        """
        async with asyncio.timeout(WAIT_SECONDS):
            while True:
                try:
                    async with asyncio.timeout(LOST_SECONDS):
                        await self._take_until_finished(fragment)
                    return
                except TimeoutError:
                    await self._send("", widgets=widgets)

    async def _take_until_finished(self, fragment: str) -> None:
        while True:
            message = await self._receive()
            await self._take(message)
            if message.WhichOneof("type") == "script_finished" and message.script_finished in FINISHED:
                ran = message.metadata.run.fragment_ids
                if not ran or fragment == ANY or fragment in ran:
                    return

    async def _take(self, message: ForwardMsg) -> None:
        if self._watch is not None:
            self._watch.check()
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.session = message.new_session.initialize.session_id
            if message.metadata.run.fragment_ids:
                self._end_of_page_run(whole=False)
            else:
                self._page_at_work = True
                # What stands on the next screen too keeps its value there, as in a browser.
                self._before, self.screen = self.screen, Screen()
                self._stop_auto(list(self._auto))
        elif kind == "script_finished":
            self._end_of_page_run(whole=message.script_finished in FINISHED)
        elif kind == "navigation":
            self._hash = message.navigation.page_script_hash
        elif kind == "auth_redirect":
            self.sent_to.append(message.auth_redirect.url)
        elif kind == "auto_rerun":
            self._repeat(message.auto_rerun.fragment_id, message.auto_rerun.interval)
        elif kind == "stop_auto_rerun":
            self._stop_auto(list(message.stop_auto_rerun.fragment_ids))
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            element, fragment = message.delta.new_element, message.delta.fragment_id
            self.bar = self.screen.draw(element, fragment, self._before, self._held) or self.bar
            if self.screen.seen and self._watch is None:
                self._watch = RoomWatch(self._port, lambda: self.screen.seen, self._look_again)
        assert kind != "session_event" or message.session_event.WhichOneof("type") != "script_compilation_exception"

    def _end_of_page_run(self, *, whole: bool) -> None:
        """``whole``: it came to its end. Else what it left out stays: it made way, or Streamlit dropped its rest."""
        if self._page_at_work and not whole:
            self.screen.keep(self._before)
        self._page_at_work = False

    async def _look_again(self) -> None:
        button = self.screen.buttons.get(MOVED)
        if button is not None:
            await self._send(self.screen.parts[MOVED], button)

    def _repeat(self, fragment: str, seconds: float) -> None:
        async def again() -> None:
            while True:
                await asyncio.sleep(seconds)
                await self._send(fragment, auto=True)

        if fragment not in self._auto:
            self._auto[fragment] = asyncio.create_task(again())

    def _stop_auto(self, fragments: list[str]) -> None:
        for fragment in fragments:
            task = self._auto.pop(fragment, None)
            if task is not None:
                task.cancel()
