"""What the organisers' door needs before somebody can come in: a first password, or the one that is set.

Done at the start, or as soon as the store answers.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from catalog.command_language import command_language, speak_utf8
from catalog.command_line import sentences
from catalog.interpreter import command
from people.organiser.first import first_password, given_password, set_password
from people.organiser.vouched import admit_only
from store import StoreDown, StoreError
from store.organisers.names import FIRST_NAME

log = logging.getLogger("site")
WORDING = Path(__file__).with_name("wording.yaml")
AGAIN_SECONDS = 5.0


class Opening:
    """``address``: the site's own, asked once it is known. ``may``: who signs in by a service; None: there is none."""

    def __init__(
        self, address: Callable[[], str], may: frozenset[str] | None, again_seconds: float = AGAIN_SECONDS
    ) -> None:
        self._address = address
        self._may = may
        self._again_seconds = again_seconds
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Returns at once; while the store is away, a thread of its own goes on trying."""
        if not self._done():
            self._thread = threading.Thread(target=self._loop, name="door-opening", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _loop(self) -> None:
        while not self._stop.wait(self._again_seconds):
            if self._done():
                return

    def _done(self) -> bool:
        try:
            self._open()
        except StoreDown:
            return False
        except StoreError as error:
            log.error("the organisers' door stays as it is: %s", error)
        return True

    def _open(self) -> None:
        admit_only(self._may or frozenset())
        given = given_password()
        if given is not None:
            set_password(given)
        elif self._may is None and (made := first_password()) is not None:
            self._show(made)

    def _show(self, password: str) -> None:
        """On the terminal and nowhere else: not through the log, which is kept and sent about."""
        speak_utf8()
        says = sentences(WORDING, command_language())
        change = command("store", "organiser")
        print(
            says("first_password", address=self._address(), name=FIRST_NAME, password=password, command=change),
            file=sys.stdout,
            flush=True,
        )
