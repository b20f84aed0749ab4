"""An organiser's page over the WebSocket: what a browser with these cookies would be sent, and what it can send."""

from __future__ import annotations

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection

from tests.chaos.screen import user_key
from tests.chaos.socket_page import SocketPage


class OrganiserPage(SocketPage):
    """``fields``: a widget's id by the key that the page gave it; known also when the page draws it no more."""

    def __init__(self, socket: ClientConnection, port: int, page: str, query: str) -> None:
        super().__init__(socket, port, page, query)
        self.fields: dict[str, str] = {}
        self._heard: list[ForwardMsg] = []

    def forget(self) -> None:
        """Listens anew: what was said until now does not count."""
        self._heard.clear()

    @property
    def heard(self) -> str:
        """Everything that came over the socket, in whatever part of a message."""
        return "\n".join(message.SerializeToString().decode("utf-8", "replace") for message in self._heard)

    def field(self, key: str) -> str:
        """The id of the widget with this key, else of the only one whose key begins so."""
        if key in self.fields:
            return self.fields[key]
        (found,) = [id_ for name, id_ in self.fields.items() if name.startswith(key)]
        return found

    async def _take(self, message: ForwardMsg) -> None:
        self._heard.append(message)
        await super()._take(message)
        if message.WhichOneof("type") == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            drawn = getattr(element, element.WhichOneof("type") or "empty")
            id_ = getattr(drawn, "id", "")
            if id_.count("-") >= 2:
                self.fields[user_key(id_)] = id_
