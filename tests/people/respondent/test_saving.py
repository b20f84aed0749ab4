"""Between a session and the store: nothing is forgotten while the store goes and comes, and the sign never lies."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from people.respondent import saving
from people.respondent.saving import merged_answers, send_answers, send_place, try_again
from people.respondent.sheet import AnswerSheet
from people.respondent.stored import StoredSheet, stored
from store import (
    Answer,
    BadValue,
    Edition,
    SheetChanged,
    SheetGone,
    Store,
    StoreDown,
    Token,
    UnsavedAnswers,
    open_store,
)
from store.outbox.sender import Outbox, Sender
from tests.shipped import shipped_content

MOMENT = 1_700_000_000_000


class Moody:
    """Stands before a store: it does not answer while ``down`` is set."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.down = False

    def save(self, *arguments: object, **named: object) -> object:
        if self.down:
            raise StoreDown("down")
        return self.store.sheets.save(*arguments, **named)  # type: ignore[arg-type]

    def __getattr__(self, name: str) -> object:
        if self.down:
            raise StoreDown("down")
        return getattr(self.store, name)


@pytest.fixture
def moody(tmp_path: Path) -> Iterator[Moody]:
    with closing(open_store(f"sqlite:///{tmp_path}/fit.db")) as store:
        yield Moody(store)


@pytest.fixture
def sender(moody: Moody, monkeypatch: pytest.MonkeyPatch) -> Sender:
    """The process's sender, its retries as quick as a test wants them."""
    made = Sender(moody, retry_seconds=0.02)  # type: ignore[arg-type]
    monkeypatch.setattr(saving, "process_sender", lambda: made)
    return made


def begin(moody: Moody) -> StoredSheet:
    token, sheet = moody.store.sheets.begin(Edition("roles", "1.0.0", "ab", "full", "ja"))
    return stored(token, sheet)


def codes_of(moody: Moody, token: Token) -> dict[str, int | str]:
    sheet = moody.store.sheets.newest(token)
    assert sheet is not None
    return sheet.codes


def eventually(true: Callable[[], bool]) -> None:
    """Waits for the retrying thread; an answer that is never saved ends the test here."""
    pause = threading.Event()
    for _ in range(500):
        if true():
            return
        pause.wait(0.02)
    raise AssertionError("it never came true")


def test_an_answer_is_durable_before_anything_says_saved(moody: Moody, sender: Sender) -> None:
    kept = begin(moody)
    send_answers(kept, {"q1": 3}, "ja")
    assert AnswerSheet("roles", stored=kept).standing == "saved"
    assert codes_of(moody, kept.token) == {"q1": 3}


def test_answers_wait_and_are_written_by_themselves(moody: Moody, sender: Sender) -> None:
    kept = begin(moody)
    sheet = AnswerSheet("roles", stored=kept)
    moody.down = True
    for number in range(5):
        send_answers(kept, {f"q{number}": 1}, "ja")
    send_answers(kept, {"q0": 5}, "ja")
    send_place(kept, "full:q4", "full", {"q0": 900})
    assert (sheet.standing, kept.outbox.unsaved) == ("waiting", 5)
    assert codes_of(moody, kept.token) == {}
    moody.down = False
    eventually(lambda: kept.outbox.unsaved == 0)
    assert sheet.standing == "saved"
    assert codes_of(moody, kept.token) == {"q0": 5, "q1": 1, "q2": 1, "q3": 1, "q4": 1}
    found = moody.store.sheets.newest(kept.token)
    assert found is not None
    assert found.position == "full:q4"


class Hesitating:
    """A lock before which the retrying thread, when it has just written everything, lets something else happen."""

    def __init__(self, meanwhile: Callable[[], None]) -> None:
        self._lock = threading.Lock()
        self._meanwhile = meanwhile

    def __enter__(self) -> None:
        if threading.current_thread().name == "store-sender":
            self._meanwhile()
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


def test_an_answer_given_in_the_moment_of_the_retry_is_not_forgotten(moody: Moody, sender: Sender) -> None:
    """The retry has written all it knew of, and the person clicks before it has put the session away."""
    kept = begin(moody)
    click = threading.Thread(target=send_answers, args=(kept, {"q2": 2}, "ja"))

    def click_once() -> None:
        if kept.outbox.unsaved == 0 and click.ident is None:
            click.start()
            click.join(0.3)

    sender._lock = Hesitating(click_once)  # type: ignore[assignment]
    moody.down = True
    send_answers(kept, {"q1": 1}, "ja")
    moody.down = False
    eventually(lambda: click.ident is not None)
    click.join()
    eventually(lambda: kept.outbox.unsaved == 0)
    assert codes_of(moody, kept.token) == {"q1": 1, "q2": 2}


def test_what_waits_stands_over_what_another_device_answered(moody: Moody, sender: Sender) -> None:
    kept = begin(moody)
    send_answers(kept, {"q1": 1}, "ja")
    moody.store.sheets.save(kept.token, [Answer("q2", 4, saving.now_ms())])
    send_answers(kept, {"q3": 3}, "ja")
    assert merged_answers(kept) == {"q1": 1, "q2": 4, "q3": 3}
    assert merged_answers(kept) is None, "nothing new"


def test_a_clock_set_back_never_undoes_what_the_person_just_chose(
    moody: Moody, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, now = begin(moody), saving.now_ms()
    send_answers(kept, {"q1": 1}, "ja")
    merged_answers(kept)
    for code, behind in ((2, 5_000), (3, 9_000)):
        monkeypatch.setattr(saving, "now_ms", lambda behind=behind: now - behind)
        send_answers(kept, {"q1": code}, "ja")
        assert merged_answers(kept) == {"q1": code}
    moody.down = True
    send_answers(kept, {"q1": 4}, "ja")
    monkeypatch.setattr(saving, "now_ms", lambda: now - 60_000)
    send_answers(kept, {"q1": 5}, "ja")
    moody.down = False
    eventually(lambda: kept.outbox.unsaved == 0)
    assert codes_of(moody, kept.token) == {"q1": 5}
    # The same on a second server whose clock is behind the first one's.
    there = stored(kept.token, moody.store.sheets.newest(kept.token))  # type: ignore[arg-type]
    send_answers(there, {"q1": 2}, "ja")
    assert codes_of(moody, kept.token) == {"q1": 2}


def test_a_finished_sheet_that_was_changed_while_the_store_was_away(moody: Moody, sender: Sender) -> None:
    from tests.store.database.test_logs import SCORES

    kept = begin(moody)
    send_answers(kept, {"q1": 1}, "ja")
    moody.store.sheets.finish(kept.token, SCORES)
    moody.down = True
    send_answers(kept, {"q1": 5}, "ja")
    moody.down = False
    eventually(lambda: kept.outbox.refused is not None)
    assert AnswerSheet("roles", stored=kept).standing == "waiting"
    try_again(AnswerSheet("roles", stored=kept))
    assert AnswerSheet("roles", stored=kept).standing == "saved"
    assert codes_of(moody, kept.token) == {"q1": 5}


def test_the_sign_in_every_state(moody: Moody) -> None:
    outbox = Outbox(UnsavedAnswers(Token("x")))
    kept = begin(moody)
    kept.outbox = outbox
    sheet = AnswerSheet("roles", stored=kept)
    seen = [AnswerSheet("roles").standing, sheet.standing]
    for refusal in (SheetGone("x"), SheetChanged("x"), BadValue("x")):
        outbox.refused = refusal
        seen.append(sheet.standing)
    outbox.refused = None
    outbox.waiting.add([Answer("q1", 1, MOMENT)], moment=MOMENT)
    seen.append(sheet.standing)
    assert seen == ["off", "saved", "gone", "changed", "refused", "waiting"]
    words = shipped_content().words("ja")
    assert len({words(f"saving.sign.{name}", n=1) for name in seen}) == 6
