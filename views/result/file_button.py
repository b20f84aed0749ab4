"""A button whose file is made when it is tapped, and what is said where that fails."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from functools import partial

import streamlit as st

from catalog.content.words import Words
from views.frame.labels import plain
from views.frame.markup import esc, show
from views.frame.scripts import TELL_FAILED

log = logging.getLogger("site")


def tell_failed() -> None:
    """Once a page, behind its buttons: the script that puts the sentence there."""
    with st.container(key="tell_failed"):
        st.html(f"<script>{TELL_FAILED}</script>", unsafe_allow_javascript=True)


class NotMade(Exception):
    """A file could not be made; the log has the reason already."""


def file_button(
    words: Words,
    kind: str,
    file_name: str,
    mime: str,
    make: Callable[[], bytes],
    primary: bool = False,
    label: str = "",
) -> None:
    """The button ``along.KIND`` of the words, or ``label``; below it room for the sentence that a failure needs."""
    # The container's key is how the script TELL_FAILED finds the room that belongs to a button.
    with st.container(key=f"take_{kind}", gap=None):
        st.download_button(
            plain(label or words(f"along.{kind}")),
            partial(made, kind, make),
            file_name=file_name,
            mime=mime,
            key=f"download_{kind}",
            on_click="ignore",
            type="primary" if primary else "secondary",
            width="stretch",
        )
        show(f'<p class="fit-failed" role="alert" data-words="{esc(words("along.failed"))}"></p>')


def made(kind: str, make: Callable[[], bytes]) -> bytes:
    """What ``make`` gives. Raises NotMade for every failure.

    The log learns the kinds of errors and where in the code they came up. It learns none of their messages, because
    the typesetter's quote the text that it stumbled over, which may be a name.
    """
    try:
        return make()
    except Exception as error:
        log.error("the download %s was not made\n%s", kind, _reason(error))
        # Without its cause: Streamlit logs what it catches, messages and all.
        raise NotMade("the reason is in the log above") from None


def _reason(error: BaseException) -> str:
    """The errors from the first cause on, without their messages; of the system's errors also what the system says."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    said = f": {error.strerror}" if isinstance(error, OSError) and error.strerror else ""
    own = f"{type(error).__qualname__}{said}\n" + "".join(traceback.format_tb(error.__traceback__))
    return f"{_reason(earlier)}then {own}" if earlier else own
