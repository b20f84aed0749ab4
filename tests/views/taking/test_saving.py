"""Between a session and the store: nothing is forgotten while the store goes and comes, and the sign never lies."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from catalog.load import load_content
from people.respondent import saving as keeping
from people.respondent.saving import Kept, keep_again, keep_answer, keep_place, kept, merged_answers
from people.respondent.sheet import AnswerSheet
from store import Answer, BadValue, Pending, SheetChanged, SheetGone, Store, StoreDown, Token, open_store
from store.outbox.sender import Held, Keeper
from tests.browser.conftest import ROOT
from views.taking.saving_sign import state

MOMENT = 1_700_000_000_000


class Moody:
    """Stands before a store: it does not answer while ``down`` is set."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.down = False

    def save(self, *arguments: object, **named: object) -> object:
        if self.down:
            raise StoreDown("down")
        return self.store.save(*arguments, **named)  # type: ignore[arg-type]

    def __getattr__(self, name: str) -> object:
        if self.down:
            raise StoreDown("down")
        return getattr(self.store, name)


@pytest.fixture
def moody(tmp_path: Path) -> Iterator[Moody]:
    with closing(open_store(f"sqlite:///{tmp_path}/fit.db")) as store:
        yield Moody(store)


@pytest.fixture
def keeper(moody: Moody, monkeypatch: pytest.MonkeyPatch) -> Keeper:
    """The process's keeper, its retries as quick as a test wants them."""
    made = Keeper(moody, retry_seconds=0.02)  # type: ignore[arg-type]
    monkeypatch.setattr(keeping, "process_keeper", lambda: made)
    return made


def begin(moody: Moody) -> Kept:
    token, sheet = moody.store.begin("roles", "1.0.0", "ab", "full", "ja")
    return kept(token, sheet)


def stored(moody: Moody, token: Token) -> dict[str, int | str]:
    sheet = moody.store.sheet(token)
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


def test_an_answer_is_durable_before_anything_says_saved(moody: Moody, keeper: Keeper) -> None:
    holder = begin(moody)
    keep_answer(holder, "q1", 3, "ja")
    assert state(AnswerSheet("roles", kept=holder)) == "saved"
    assert stored(moody, holder.token) == {"q1": 3}


def test_answers_wait_and_are_written_by_themselves(moody: Moody, keeper: Keeper) -> None:
    holder = begin(moody)
    sheet = AnswerSheet("roles", kept=holder)
    moody.down = True
    for number in range(5):
        keep_answer(holder, f"q{number}", 1, "ja")
    keep_answer(holder, "q0", 5, "ja")
    keep_place(holder, "full:q4", "full", {"q0": 900})
    assert (state(sheet), holder.held.unsaved) == ("waiting", 5)
    assert stored(moody, holder.token) == {}
    moody.down = False
    eventually(lambda: holder.held.unsaved == 0)
    assert state(sheet) == "saved"
    assert stored(moody, holder.token) == {"q0": 5, "q1": 1, "q2": 1, "q3": 1, "q4": 1}
    found = moody.store.sheet(holder.token)
    assert found is not None
    assert found.position == "full:q4"


class Hesitating:
    """A lock before which the retrying thread, when it has just written everything, lets something else happen."""

    def __init__(self, meanwhile: Callable[[], None]) -> None:
        self._lock = threading.Lock()
        self._meanwhile = meanwhile

    def __enter__(self) -> None:
        if threading.current_thread().name == "store-keeper":
            self._meanwhile()
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


def test_an_answer_given_in_the_moment_of_the_retry_is_not_forgotten(moody: Moody, keeper: Keeper) -> None:
    """The retry has written all it knew of, and the person clicks before it has put the session away."""
    holder = begin(moody)
    click = threading.Thread(target=keep_answer, args=(holder, "q2", 2, "ja"))

    def click_once() -> None:
        if holder.held.unsaved == 0 and click.ident is None:
            click.start()
            click.join(0.3)

    keeper._lock = Hesitating(click_once)  # type: ignore[assignment]
    moody.down = True
    keep_answer(holder, "q1", 1, "ja")
    moody.down = False
    eventually(lambda: click.ident is not None)
    click.join()
    eventually(lambda: holder.held.unsaved == 0)
    assert stored(moody, holder.token) == {"q1": 1, "q2": 2}


def test_what_waits_stands_over_what_another_device_answered(moody: Moody, keeper: Keeper) -> None:
    holder = begin(moody)
    keep_answer(holder, "q1", 1, "ja")
    moody.store.save(holder.token, [Answer("q2", 4, keeping.now_ms())])
    keep_answer(holder, "q3", 3, "ja")
    assert merged_answers(holder) == {"q1": 1, "q2": 4, "q3": 3}
    assert merged_answers(holder) is None, "nothing new"


def test_a_clock_set_back_never_undoes_what_the_person_just_chose(
    moody: Moody, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    holder, now = begin(moody), keeping.now_ms()
    keep_answer(holder, "q1", 1, "ja")
    merged_answers(holder)
    for code, behind in ((2, 5_000), (3, 9_000)):
        monkeypatch.setattr(keeping, "now_ms", lambda behind=behind: now - behind)
        keep_answer(holder, "q1", code, "ja")
        assert merged_answers(holder) == {"q1": code}
    moody.down = True
    keep_answer(holder, "q1", 4, "ja")
    monkeypatch.setattr(keeping, "now_ms", lambda: now - 60_000)
    keep_answer(holder, "q1", 5, "ja")
    moody.down = False
    eventually(lambda: holder.held.unsaved == 0)
    assert stored(moody, holder.token) == {"q1": 5}
    # The same on a second server whose clock is behind the first one's.
    there = kept(holder.token, moody.store.sheet(holder.token))  # type: ignore[arg-type]
    keep_answer(there, "q1", 2, "ja")
    assert stored(moody, holder.token) == {"q1": 2}


def test_a_finished_sheet_that_was_changed_while_the_store_was_away(moody: Moody, keeper: Keeper) -> None:
    from tests.store.database.test_logs import SCORES

    holder = begin(moody)
    keep_answer(holder, "q1", 1, "ja")
    moody.store.finish(holder.token, SCORES)
    moody.down = True
    keep_answer(holder, "q1", 5, "ja")
    moody.down = False
    eventually(lambda: holder.held.refused is not None)
    assert state(AnswerSheet("roles", kept=holder)) == "waiting"
    keep_again(holder)
    assert state(AnswerSheet("roles", kept=holder)) == "saved"
    assert stored(moody, holder.token) == {"q1": 5}


def test_the_sign_in_every_state(moody: Moody) -> None:
    held = Held(Pending(Token("x")))
    holder = begin(moody)
    holder.held = held
    sheet = AnswerSheet("roles", kept=holder)
    seen = [state(AnswerSheet("roles")), state(sheet)]
    for refusal in (SheetGone("x"), SheetChanged("x"), BadValue("x")):
        held.refused = refusal
        seen.append(state(sheet))
    held.refused = None
    held.pending.add([Answer("q1", 1, MOMENT)], moment=MOMENT)
    seen.append(state(sheet))
    assert seen == ["off", "saved", "gone", "changed", "refused", "waiting"]
    words = load_content(ROOT / "content").words("ja")
    assert len({words(f"saving.sign.{name}", n=1) for name in seen}) == 6
