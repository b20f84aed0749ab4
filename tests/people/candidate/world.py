"""Campaigns of the site's own questionnaire, and candidates who answered it, in a store as the site opens it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from people.respondent.editions import keep_files
from scoring import score_one
from scoring.rule.result import Result
from store import Answer, Campaign, CampaignTexts, Draft, Store, Token, scores_of
from store.process import close_process_store, process_store
from tests.shipped import shipped_assessment

SHIPPED = shipped_assessment()
DAY = 86_400_000
TEXTS = {
    "ja": CampaignTexts(
        "青空商事 人事部", "ようこそ。", "面接で話すきっかけにします。", "jinji@example.jp", "同意の文です。"
    ),
    "en": CampaignTexts(
        "Aozora Trading, HR", "Welcome.", "To have something to talk about.", "hr@example.jp", "Agreed."
    ),
}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The process's store, of the test's own."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/fit.db")
    close_process_store()
    yield process_store()
    close_process_store()


def now_ms() -> int:
    return time.time_ns() // 1_000_000


def organiser(store: Store, name: str = "hr") -> Token:
    return store.organisers.open_session(store.organisers.put(name, None).id)


def campaign(store: Store, who: Token, **changes: Any) -> Campaign:
    """Opened yesterday, closes in twenty days, one open link."""
    given: dict[str, Any] = {
        "title": "春の採用",
        "texts": TEXTS,
        "assessment": SHIPPED.id,
        "form": "quick",
        "language": None,
        "zone": "Asia/Tokyo",
        "opens": now_ms() - DAY,
        "closes": now_ms() + 20 * DAY,
        "links": "open",
    }
    return store.campaigns.make(who, Draft(**given | changes))


def secret_of(made: Campaign) -> str:
    assert made.secret is not None
    return made.secret


def answers(form: str = "quick", turn: int = 3) -> dict[str, int | str]:
    """Every question of the form answered; ``turn`` makes another person."""
    given: dict[str, int | str] = {}
    for at, item in enumerate(SHIPPED.form_items(form)):
        given[item.id] = 1 + (at * turn) % SHIPPED.scale.points
    for at, scenario in enumerate(SHIPPED.form_scenarios(form)):
        given[scenario.id] = scenario.options[(at * turn) % len(scenario.options)].id
    for at, task in enumerate(SHIPPED.form_tasks(form)):
        given[task.id] = 1 + (at * turn) % 5
    return given


def result_of(form: str = "quick", turn: int = 3) -> Result:
    return score_one(SHIPPED, form, answers(form, turn))


def answer_and_finish(store: Store, token: Token, form: str = "quick", turn: int = 3) -> str:
    """The id of the newest sheet, every question of it answered, and finished as the result page does."""
    keep_files(store, SHIPPED)
    given = [Answer(name, code, now_ms()) for name, code in answers(form, turn).items()]
    store.sheets.save(token, given, position=f"{form}:end", form=form)
    return store.sheets.finish(token, scores_of(result_of(form, turn))).id
