"""A sheet begun with the files of 1.x opens with them, and is scored by the rule that they were written for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from catalog.load import load_assessment
from catalog.questionnaire.assessment import Assessment
from catalog.versions import texts_of
from people.respondent import editions
from people.respondent.editions import begun_with, edition
from people.respondent.finding import as_answered
from people.respondent.sheet import known_answers
from scoring import score_one
from store import Answer, Sheet, Store, open_store

ROOT = Path(__file__).parents[3]
MOMENT = 1_700_000_000_000
FIRST = ROOT / "tests/fixtures/customer_roles_1"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    editions._older.cache_clear()
    with closing(open_store(f"sqlite:///{tmp_path}/fit.db")) as opened:
        monkeypatch.setattr(editions, "process_store", lambda: opened)
        yield opened
    editions._older.cache_clear()


@pytest.fixture
def today(tmp_path: Path) -> Assessment:
    """The same questions under the second rule, with tasks beside them."""
    folder = Path(shutil.copytree(FIRST, tmp_path / "questions/customer_roles"))
    head, roles = folder / "assessment.yaml", folder / "roles.yaml"
    scale = '{points: 2, labels: [{ja: "いや", en: "No"}, {ja: "やりたい", en: "Yes"}]}'
    text = head.read_text(encoding="utf-8").replace("version: 1.0.0", f"version: 2.0.0\nrule: 2\ntask_scale: {scale}")
    head.write_text(text, encoding="utf-8")
    liking = "liking: {sd: 20, reliability: 0.85, shared: 0.4, share: 0.5, basis: assumed}\n"
    roles.write_text(liking + roles.read_text(encoding="utf-8"), encoding="utf-8")
    tasks = [
        f'- {{id: task_{role}_{i}, role: {role}, text: {{ja: "{role}{i}", en: "{role} {i}"}}}}\n'
        for role in ("customer_success", "customer_support", "call_center")
        for i in (1, 2)
    ]
    (folder / "tasks.yaml").write_text("".join(tasks), encoding="utf-8")
    return load_assessment(folder)


def sheet_of(store: Store, begun: Assessment, answers: dict[str, int]) -> Sheet:
    token, _ = store.sheets.begin(edition(begun, "full", "ja"))
    return store.sheets.save(token, [Answer(name, code, MOMENT, 1) for name, code in answers.items()]).sheet


def test_a_sheet_of_1_x_is_opened_and_scored_as_it_was(store: Store, today: Assessment, tmp_path: Path) -> None:
    first = load_assessment(FIRST)
    texts = texts_of(FIRST.parent, first)
    assert texts
    store.files.keep(first.files_hash, texts)
    # Keyed 2 on one foundation trait: 25 + 1.2816 * SEM is under 40, the true trait's end is not.
    answers = {i.id: 2 if i.keyed == "+" else 4 for i in first.items if i.trait == "teamwork"}
    answers |= {i.id: 4 if i.keyed == "+" else 2 for i in first.items if i.trait != "teamwork"}
    row = sheet_of(store, first, answers)
    opened = begun_with(today, row)
    assert opened
    assert (opened.version, opened.rule, opened.tasks, opened.liking) == ("1.0.0", 1, (), None)
    assert opened == first
    sheet = as_answered(opened, row)
    then = score_one(opened, "full", known_answers(opened, "full", sheet))
    assert then.foundation_warning == ("teamwork",)
    assert then.liking is None
    now = score_one(today, "full", known_answers(today, "full", sheet))
    assert now.foundation_warning == ()
    # No task was rated then: traits, fit and P are the same under either rule.
    assert (now.traits, now.verdict) == (then.traits, then.verdict)
    assert [fit.fit for fit in now.roles.values()] == [fit.fit for fit in then.roles.values()]


def test_a_sheet_of_today_is_scored_with_its_ratings(store: Store, today: Assessment) -> None:
    answers = {item.id: 3 for item in today.items} | {task.id: 1 + (task.role == "call_center") for task in today.tasks}
    row = sheet_of(store, today, answers)
    assert begun_with(today, row) is today
    sheet = as_answered(today, row)
    known = known_answers(today, "full", sheet)
    assert known == answers
    result = score_one(today, "full", known)
    assert result.liking
    assert result.liking.counts
    assert result.verdict.best == "call_center"
    sheet.answers["task_call_center_1"] = 3
    assert "task_call_center_1" not in known_answers(today, "full", sheet)
