"""A file that cannot be made: the page has room to say so, and the log says why without anybody's name."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest

from tests.shipped import shipped_content
from tests.views.pages import assessment, open_page, text
from views.result.file_button import NotMade, made

NAME = "山田花子"
KINDS = ("pdf", "wide", "square", "xlsx", "csv", "json")


def raising(error: BaseException) -> Callable[[], bytes]:
    def make() -> bytes:
        raise error

    return make


def deeper() -> bytes:
    try:
        return {}[NAME]
    except KeyError as first:
        raise RuntimeError(f"not for {NAME}") from first


def while_handling() -> bytes:
    try:
        return {}[NAME]
    except KeyError:
        return int(NAME).to_bytes()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("make", "told"),
    [
        (raising(MemoryError(NAME)), ["MemoryError"]),
        (raising(OSError(28, "No space left on device", f"/tmp/{NAME}")), ["OSError: No space left on device"]),
        (raising(ValueError(NAME)), ["ValueError"]),
        (deeper, ["KeyError", "then RuntimeError"]),
        (while_handling, ["KeyError", "then ValueError"]),
    ],
)
def test_the_log_has_the_reason_and_no_name(
    kind: str, make: Callable[[], bytes], told: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG), pytest.raises(NotMade) as failed:
        made(kind, make)
    assert f"the download {kind} was not made" in caplog.text
    assert "test_file_button.py" in caplog.text, "where it came up"
    assert [caplog.text.count(part) for part in told] == [1] * len(told)
    logging.getLogger("streamlit").error("as Streamlit logs it", exc_info=failed.value)
    assert NAME not in caplog.text
    assert failed.value.__suppress_context__


def test_a_file_that_can_be_made_is_handed_on() -> None:
    assert made("pdf", lambda: b"%PDF") == b"%PDF"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_each_button_has_room_for_the_sentence_in_the_readers_language(language: str) -> None:
    held = assessment()
    shown = text(open_page("result", {item.id: 4 for item in held.items}, lang=language))
    sentence = shipped_content().words(language)("along.failed")
    assert shown.count(f'<p class="fit-failed" role="alert" data-words="{sentence}"></p>') == len(KINDS)
    assert shown.count(sentence) == len(KINDS), "nothing is said before something fails"
