"""A sheet begun with 1.x goes on in 1.x; what is begun afterwards is of the version that the files have now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from catalog.versions import texts_of
from people.respondent import anew, editions, finding, saving
from people.respondent.anew import Cleared, bring_back, start_anew
from people.respondent.editions import edition
from people.respondent.finding import Found, find_sheet
from people.respondent.outcome import Outcome
from people.respondent.saving import record, record_place
from people.respondent.sheet import leave_screen, screens
from store import Store, Token, open_store
from store.outbox.sender import Sender
from tests.shipped import shipped_assessment
from tests.sites import ROOT
from tests.views.pages import assessment

FIRST = shipped_assessment("tests/fixtures/customer_roles_1")
NOW = assessment()


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    editions._older.cache_clear()
    with closing(open_store(f"sqlite:///{tmp_path}/fit.db")) as opened:
        sender = Sender(opened)
        for module in (anew, editions, finding):
            monkeypatch.setattr(module, "process_store", lambda: opened)
        monkeypatch.setattr(saving, "process_sender", lambda: sender)
        yield opened
        sender.close()
    editions._older.cache_clear()


def begin_first(store: Store) -> Token:
    """As a server with the files of 1.0.0 began it, in the form that has everything."""
    texts = texts_of(ROOT / "tests/fixtures", FIRST)
    assert texts
    store.files.keep(FIRST.files_hash, texts)
    token, _ = store.sheets.begin(edition(FIRST, "full", "ja"))
    return token


def answer_next_screen(found: Found) -> None:
    held = found.older or NOW
    sheet = found.sheet
    for question in screens(held, sheet.path)[sheet.screen]:
        given = held.scenario[question].options[0].id if question in held.scenario else 2
        record(sheet, question, given, "ja")
    leave_screen(held, sheet, sheet.screen + 1)
    record_place(held, sheet)


def test_it_is_asked_to_its_end_without_a_task(store: Store) -> None:
    token = begin_first(store)
    asked = screens(FIRST, ("full",))
    for number in range(len(asked)):
        # Each screen by another device: what is known is what the store has.
        found = find_sheet(token, NOW)
        assert found.older == FIRST
        assert found.sheet.path == ("full",)
        assert found.sheet.screen == number
        answer_next_screen(found)
    found = find_sheet(token, NOW)
    assert found.sheet.screen == len(asked)
    assert set(found.sheet.answers) == set(FIRST.form_questions("full"))
    row = store.sheets.newest(token)
    assert row
    assert row.version == "1.0.0"


def test_a_new_start_is_of_today_and_what_was_cleared_comes_back_as_it_was(store: Store) -> None:
    token = begin_first(store)
    found = find_sheet(token, NOW)
    answer_next_screen(found)
    fresh = start_anew(found.sheet, NOW)
    assert fresh
    assert fresh.stored
    assert fresh.stored.row.version == NOW.version
    again = find_sheet(token, NOW)
    assert again.older is None
    assert bring_back(Cleared(found.sheet, found.older), fresh, FIRST, "ja") is Outcome.DONE
    back = find_sheet(token, NOW)
    assert back.older == FIRST
    assert back.sheet.answers == found.sheet.answers
    assert set(back.sheet.answers) == set(screens(FIRST, ("full",))[0])


def test_a_sheet_of_today_keeps_its_ratings(store: Store) -> None:
    token, _ = store.sheets.begin(edition(NOW, "quick", "ja"))
    for _ in screens(NOW, ("quick",)):
        answer_next_screen(find_sheet(token, NOW))
    found = find_sheet(token, NOW)
    assert found.older is None
    assert found.sheet.answers == dict.fromkeys(NOW.form_questions("quick"), 2)
    assert any(question in NOW.task for question in found.sheet.answers)
