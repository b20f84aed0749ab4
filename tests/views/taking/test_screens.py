"""What a screen of each kind asks, how it is answered, and how the parts follow one another."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from catalog.questionnaire.assessment import FULL
from catalog.site import site_catalog
from people.respondent.asked import Kind, codes, parts
from people.respondent.sheet import screens
from tests.shipped import shipped_assessment, shipped_words
from tests.views.other_files import serve
from tests.views.pages import ROOT, assessment, open_page, text
from tests.views.taking.screens import heading, open_screen, sheet_of
from views.frame.markup import esc

HELD = assessment()
KINDS: tuple[Kind, ...] = ("items", "scenarios", "tasks")
ASK = {"items": "ask", "scenarios": "scenario", "tasks": "task"}


@pytest.fixture(autouse=True)
def own_catalog() -> Iterator[None]:
    yield
    site_catalog.cache_clear()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_screen_says_what_it_asks_and_names_the_part_that_begins(kind: Kind, language: str) -> None:
    words = shipped_words(language)
    app = open_screen(HELD, kind, language=language)
    title = words("assessment.part.title", number=KINDS.index(kind) + 1, total=3, name=words(f"assessment.part.{kind}"))
    assert f'<span class="fit-part">{esc(title)}</span>' in heading(app)
    assert esc(words(f"assessment.screen.{ASK[kind]}")) in heading(app)
    assert esc(words(f"assessment.screen.{ASK[kind]}_hint")) in text(app)
    others = {words(f"assessment.screen.{ask}") for other, ask in ASK.items() if other != kind}
    assert not [ask for ask in others if esc(ask) in text(app)]


@pytest.mark.parametrize("kind", ["items", "tasks"])
def test_the_part_is_named_once(kind: Kind) -> None:
    app = open_screen(HELD, kind)
    app.button(key="next").click().run()
    assert "fit-part" not in text(app)
    words = shipped_words("ja")
    assert esc(words(f"assessment.screen.{ASK[kind]}")) in heading(app)
    # Ratings of tasks are meant without conditions on every screen.
    assert (esc(words(f"assessment.screen.{ASK[kind]}_hint")) in text(app)) == (kind == "tasks")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_tasks_are_rated_on_their_own_scale(language: str) -> None:
    assert HELD.task_scale
    app = open_screen(HELD, "tasks", language=language)
    asked = [task.id for task in HELD.tasks[: len(app.radio)]]
    assert [radio.key for radio in app.radio] == [f"answer_to_{task}_{language}" for task in asked]
    assert [radio.label for radio in app.radio] == [HELD.task[task].text.in_language(language) for task in asked]
    assert app.radio[0].options == [label.in_language(language) for label in HELD.task_scale.labels]
    for label in HELD.task_scale.short_labels or ():
        assert f"<span>{esc(label.in_language(language))}</span>" in text(app)


def test_a_rating_is_given_changed_and_taken_back() -> None:
    app = open_screen(HELD, "tasks")
    task = HELD.tasks[0].id
    for point in (5, 2):
        app.radio[0].set_value(point).run()
        assert sheet_of(app, HELD).answers == {task: point}
        assert f'aria-valuemax="{len(HELD.form_questions(FULL))}" aria-valuenow="1"' in text(app)
    app.button(key=f"clear_{task}").click().run()
    assert sheet_of(app, HELD).answers == {}
    assert app.radio[0].value is None


def test_a_rating_stands_in_the_other_language() -> None:
    app = open_screen(HELD, "tasks", {HELD.tasks[1].id: 4}, language="en")
    assert [radio.value for radio in app.radio[:2]] == [None, 4]
    app.button(key="speak_ja").click().run()
    assert app.radio[1].key.endswith("_ja")
    assert [radio.value for radio in app.radio[:2]] == [None, 4]


def test_every_question_of_a_form_is_met_from_its_first_screen_to_its_last() -> None:
    app = open_screen(HELD, "items", path=("quick",))
    met: list[str] = []
    announced = 0
    while app.radio:
        met += [radio.key.removeprefix("answer_to_").removesuffix("_ja") for radio in app.radio]
        announced += "fit-part" in text(app)
        app.button(key="next").click().run()
    assert met == list(HELD.form_questions("quick"))
    assert announced == 2, "items, then tasks"


def test_the_rest_after_the_quick_form_has_the_other_tasks() -> None:
    given: dict[str, int | str] = dict.fromkeys(HELD.form_questions("quick"), 3)
    app = open_screen(HELD, "tasks", given, path=("quick", FULL))
    rest = [task.id for task in HELD.tasks if task.id not in given]
    assert [radio.key for radio in app.radio] == [f"answer_to_{task}_ja" for task in rest[: len(app.radio)]]
    assert f'aria-valuenow="{len(given)}"' in text(app)
    total = len(parts(HELD, screens(HELD, ("quick", FULL))))
    title = shipped_words("ja")("assessment.part.title", number=total, total=total, name="")
    assert title in heading(app)


def test_the_last_look_leads_to_each_part_that_is_open() -> None:
    given = {question: codes(HELD, question)[0] for question in HELD.form_questions(FULL)}
    left_out = [HELD.items[0].id, HELD.tasks[4].id, HELD.tasks[-1].id]
    app = open_screen(HELD, None, {question: code for question, code in given.items() if question not in left_out})
    words = shipped_words("ja")
    assert words("assessment.review.missing", n=3) in text(app)
    jumps = {button.key: button.label for button in app.button if (button.key or "").startswith("jump_")}
    assert list(jumps) == ["jump_0", "jump_2"]
    name = words("assessment.part.title", number=3, total=3, name=words("assessment.part.tasks"))
    assert jumps["jump_2"] == words("assessment.review.jump_part", part=name, n=2)
    app.button(key="jump_2").click().run()
    assert HELD.tasks[4].id in [radio.key.removeprefix("answer_to_").removesuffix("_ja") for radio in app.radio]


def test_what_is_open_in_one_part_has_the_plain_button() -> None:
    app = open_screen(HELD, None, {question: codes(HELD, question)[0] for question in HELD.form_questions(FULL)[:-1]})
    (jump,) = (button for button in app.button if (button.key or "").startswith("jump_"))
    assert jump.label == shipped_words("ja")("assessment.review.jump")
    jump.click().run()
    assert sheet_of(app, HELD).screen == len(screens(HELD, (FULL,))) - 1


def test_the_choice_of_a_form_counts_every_question() -> None:
    shown = text(open_page("assessment"))
    for form, held in HELD.forms.items():
        title = (held.title or HELD.title).in_language("ja")
        n = len(HELD.form_questions(form))
        assert shipped_words("ja")("assessment.choose.form", title=title, n=n, minutes=held.minutes) in shown
    assert [len(HELD.form_questions(form)) for form in ("full", "quick")] == [88, 37]


def test_a_sheet_of_1_x_goes_on_in_1_x_and_a_new_one_has_tasks() -> None:
    first = shipped_assessment("tests/fixtures/customer_roles_1")
    app = open_screen(first, "scenarios", older=True)
    assert f'aria-valuemax="{len(first.form_questions(FULL))}"' in text(app)
    title = shipped_words("ja")("assessment.part.title", number=2, total=2, name="")
    assert title in heading(app)
    while app.radio:
        (radio,) = app.radio
        assert radio.label in {scenario.text.in_language("ja") for scenario in first.scenarios}
        app.button(key="next").click().run()
    assert f"第{first.version}版" in text(app)
    app.button(key="anew").click().run()
    app.button(key="take_full").click().run()
    assert f"第{HELD.version}版" in text(app)
    assert f'aria-valuemax="{len(HELD.form_questions(FULL))}"' in text(app)
    assert app.radio[0].label == HELD.items[0].text.in_language("ja")


@pytest.mark.parametrize("points", [2, 7])
def test_own_files_rate_tasks_on_as_many_points_as_they_have(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, points: int
) -> None:
    folder = Path(shutil.copytree(ROOT / "tests/fixtures/liking", tmp_path / "questions/liking"))
    head = yaml.safe_load((folder / "assessment.yaml").read_text(encoding="utf-8"))
    labels = [{"ja": f"段{n}", "en": f"Step {n}"} for n in range(1, points + 1)]
    head["task_scale"] = {"points": points, "labels": labels}
    (folder / "assessment.yaml").write_text(yaml.safe_dump(head, allow_unicode=True), encoding="utf-8")
    held = serve(monkeypatch, tmp_path / "questions")["liking"]
    app = open_screen(held, "tasks")
    assert app.radio[0].options == [label["ja"] for label in labels]
    assert "fit-short-names" not in text(app)
    app.radio[0].set_value(points).run()
    assert sheet_of(app, held).answers == {held.tasks[0].id: points}
    assert app.radio[0].value == points


@pytest.mark.parametrize("name", ["big_five", "one_role"])
def test_own_files_without_tasks_are_asked_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    shutil.copytree(ROOT / "tests/fixtures" / name, tmp_path / "questions" / name)
    held = serve(monkeypatch, tmp_path / "questions")[name]
    assert not held.tasks
    app = open_screen(held, "items")
    several = len(parts(held, screens(held, (FULL,)))) > 1
    assert ("fit-part" in text(app)) == several
    app.radio[0].set_value(1).run()
    assert len(sheet_of(app, held).answers) == 1
