"""What a screen reader hears: the question as it is written, an option once, and no English on a Japanese page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from catalog.lessons.learning import Learning
from tests.browser.answering import begin, next_part, next_screen
from tests.browser.conftest import Visit, running_site, settle, until, violations
from tests.browser.marks import WRITTEN
from tests.browser.names import heard, names, strangers
from tests.browser.zoom import faults, faults_at_every_size
from tests.examples import in_proof
from tests.shipped import shipped_assessment, shipped_content, shipped_words
from tests.sites import ROOT

pytestmark = pytest.mark.browser
ASSESSMENT = shipped_assessment()


TAUGHT = {
    name: (ROOT / "content" / "lessons" / name / "measures.md").read_text(encoding="utf-8") for name in ("ja", "en")
}
"""The lesson's own text, in which an option's words may stand as well."""


def says(page: Page, text: str) -> int:
    """How often a text is heard: as a name, or as words that stand by themselves."""
    return sum(one.name == text for one in heard(page))


@pytest.mark.parametrize("language", [in_proof("ja"), "en"])
def test_questions_are_heard_as_written_and_options_once(site: str, visit: Visit, language: str) -> None:
    page = visit(f"{site}/assessment?lang={language}")
    begin(page, "full")
    labels = [label.in_language(language) for label in ASSESSMENT.scale.labels]
    texts = [item.text.in_language(language) for item in ASSESSMENT.form_items("full")]
    for screen in range(2):
        asked = texts[4 * screen : 4 * screen + 4]
        assert names(page, "radiogroup") == asked
        assert names(page, "radio") == labels * 4
        assert [says(page, text) for text in asked] == [1] * 4
        assert strangers(page, language) == []
        assert violations(page) == []
        assert faults_at_every_size(page) == []
        next_screen(page)


@pytest.mark.parametrize("language", ["ja", in_proof("en")])
def test_situations_and_tasks_are_heard_as_written_under_the_name_of_their_part(
    site: str, visit: Visit, language: str
) -> None:
    words = shipped_words(language)
    assert ASSESSMENT.task_scale
    page = visit(f"{site}/assessment?lang={language}")
    begin(page, "full")
    next_part(page)
    scenario = ASSESSMENT.form_scenarios("full")[0]
    assert names(page, "radiogroup") == [scenario.text.in_language(language)]
    assert names(page, "radio") == [option.text.in_language(language) for option in scenario.options]
    well_heard(page, language, words("assessment.part.scenarios"))
    next_part(page)
    texts = [task.text.in_language(language) for task in ASSESSMENT.form_tasks("full")[:4]]
    assert names(page, "radiogroup") == texts
    assert names(page, "radio") == [label.in_language(language) for label in ASSESSMENT.task_scale.labels] * 4
    assert [says(page, text) for text in texts] == [1] * 4
    well_heard(page, language, words("assessment.part.tasks"))


def well_heard(page: Page, language: str, part: str) -> None:
    assert [part in name for name in names(page, "heading")] == [True], "one heading, and the part is in it"
    assert strangers(page, language) == []
    assert violations(page) == []
    assert faults_at_every_size(page) == []


@pytest.mark.parametrize("language", ["ja", in_proof("en")])
def test_what_opens_later_speaks_the_language_of_the_page(site: str, visit: Visit, language: str) -> None:
    close, copied = {"ja": ("閉じる", "コピーしました"), "en": ("Close", "Copied")}[language]
    page = visit(f"{site}/assessment?lang={language}")
    begin(page, "quick", stored=True)
    page.locator(".st-key-other_device button").click()
    dialog = page.get_by_role("dialog")
    dialog.locator("img").wait_for()
    assert strangers(page, language) == []
    assert violations(page) == []
    assert faults_at_every_size(page) == []
    copy = dialog.get_by_test_id("stCode").locator("button")
    dialog.get_by_test_id("stCode").hover()
    copy.hover()
    assert strangers(page, language) == []
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy.click()
    expect(copy).to_have_attribute("aria-label", copied)
    assert strangers(page, language) == []
    dialog.get_by_role("button", name=close, exact=True).click()
    expect(dialog).to_have_count(0)
    page.locator(".st-key-menu_small button").click()
    page.get_by_test_id("stPopoverBody").wait_for()
    assert strangers(page, language) == []
    assert faults_at_every_size(page) == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_a_quiz_offers_is_heard_once(site: str, look: Visit, language: str) -> None:
    """A radio button by the label around it, which belongs to it; a box and a list by nothing but their own name."""
    page = look(f"{site}/lesson?id=measures&lang={language}")
    page.get_by_role("combobox").first.wait_for()
    quiz = (shipped_content().learning or Learning()).quizzes["measures"]
    said = heard(page)
    for role, kinds in {"radio": ("single", "role"), "checkbox": ("several",), "combobox": ("match",)}.items():
        asked = [question for question in quiz.questions if question.kind in kinds]
        offered = [option.text.in_language(language) for question in asked for option in question.options]
        assert sorted(one.name for one in said if one.role == role) == sorted(offered)
        if role != "radio":
            beside = {one.name for one in said if one.role in ("StaticText", "LabelText")}
            assert beside.isdisjoint(text for text in offered if text not in TAUGHT[language])


def test_choosing_and_searching_speak_japanese(site: str, look: Visit) -> None:
    page = look(f"{site}/lesson?id=measures")
    # A lesson begins at its top, and whatever scrolls closes an open list.
    expect(page.locator(".fit-focus")).to_be_focused()
    field = page.get_by_role("combobox").first
    field.focus()
    page.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    field.press("ArrowDown")
    page.get_by_role("option").first.wait_for()
    expect(page.locator("[data-live-announcer]")).to_contain_text("選択肢が3個あります。")
    assert strangers(page, "ja") == []
    page.get_by_role("option").first.click()
    expect(page.get_by_role("button", name="選択を取り消す")).to_have_count(1)
    assert strangers(page, "ja") == []
    page.goto(f"{site}/learn")
    settle(page)
    field = page.get_by_role("searchbox")
    field.fill("解約")
    expect(page.get_by_test_id("InputInstructions")).to_have_text("Enterキーで確定します")
    assert strangers(page, "ja") == []
    page.get_by_role("button", name="入力を消す").click()
    expect(field).to_have_value("")


def test_a_language_switch_changes_what_is_said(site: str, visit: Visit) -> None:
    page = visit(f"{site}/about")
    skip = page.get_by_test_id("stSkipToContent")
    for language, text in (("ja", "本文へ移動"), ("en", "Skip to main content"), ("ja", "本文へ移動")):
        expect(skip).to_have_text(text)
        assert strangers(page, language) == []
        other = "en" if language == "ja" else "ja"
        switch = page.locator(f".st-key-speak_{other}")
        expect(switch).to_have_attribute("lang", other)
        switch.locator("button").click()
        until(page, "l => document.documentElement.lang === l", other)
        settle(page)


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site whose questions, options, roles and title are full of marks."""
    folder = tmp_path_factory.mktemp("marked")
    shutil.copytree(ROOT / "questions", folder / "questions")
    shutil.copytree(ROOT / "tests" / "fixtures" / "big_five", folder / "questions" / "big_five")
    with_marks(folder / "questions" / "customer_roles")
    with running_site(
        folder / "site.log", DATABASE_URL=f"sqlite:///{folder}/fit.db", FIT_QUESTIONS=str(folder / "questions")
    ) as address:
        yield address


def with_marks(folder: Path) -> None:
    """Puts ``WRITTEN`` in the places of the texts, in the order in which a visitor meets them."""
    texts = {name: yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8")) for name in FILES}
    held = {item["id"]: item for item in texts["items"]}
    for item, text in zip(ASSESSMENT.form_items("quick"), WRITTEN, strict=False):
        held[item.id]["text"]["ja"] = text
    for task, text in zip(texts["tasks"], WRITTEN, strict=False):
        task["text"]["ja"] = text
    for scale, written in (("scale", WRITTEN[1:]), ("task_scale", WRITTEN[6:])):
        for label, text in zip(texts["assessment"][scale]["labels"], written, strict=False):
            label["ja"] = text
    for role, text in zip(texts["roles"]["roles"], ROLES, strict=True):
        role["name"]["ja"] = role["short"]["ja"] = text
    texts["assessment"]["title"]["ja"] = TITLE
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(
            yaml.safe_dump(text, allow_unicode=True, sort_keys=False), encoding="utf-8"
        )


FILES = ("assessment", "items", "roles", "tasks")
ROLES = ("**主任** :red[A]", ":material/home: 家", "www.example.comの`係`")
TITLE = "診断 *1* :smile: <b>"


def test_marks_are_seen_and_heard_as_written(marked: str, visit: Visit) -> None:
    page = visit(f"{marked}/?assessment=customer_roles")
    page.locator(".st-key-brand a").click()
    expect(page.get_by_role("heading", name=TITLE, exact=True, level=2)).to_have_count(1)
    page.goto(f"{marked}/assessment?assessment=customer_roles")
    settle(page)
    begin(page, "quick")
    assert names(page, "radiogroup") == list(WRITTEN[:4])
    assert names(page, "radio") == list(WRITTEN[1:6]) * 4
    assert page.locator("[class*=st-key-card_scale_] .fit-label").all_inner_texts() == list(WRITTEN[:4])
    page.set_viewport_size({"width": 1280, "height": 900})
    seen = page.locator("[data-testid=stRadioOption]").all_inner_texts()
    assert [text.strip() for text in seen[:5]] == list(WRITTEN[1:6])
    next_part(page)
    asked = [WRITTEN[place] for place, task in enumerate(ASSESSMENT.tasks) if task in ASSESSMENT.form_tasks("quick")]
    assert names(page, "radiogroup") == asked[:4]
    assert names(page, "radio") == list(WRITTEN[6:11]) * 4
    assert page.locator("[class*=st-key-card_scale_] .fit-label").all_inner_texts() == asked[:4]


def test_a_role_switch_shows_names_as_written(marked: str, visit: Visit) -> None:
    page = visit(f"{marked}/result?sample=planner&assessment=customer_roles")
    switch = page.locator("[data-testid=stButtonGroup] button")
    switch.first.wait_for()
    assert sorted(text.strip() for text in switch.all_inner_texts()) == sorted(ROLES)
    assert set(ROLES) <= set(names(page, "radio"))


def test_the_size_that_a_reader_has_set_counts(site: str, visit: Visit) -> None:
    """The browser's own setting for text, where a site that fixes its size in pixels stays as it was."""
    page = visit(f"{site}/roles")
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    until(page, "getComputedStyle(document.documentElement).fontSize === '32px'")
    assert faults(page) == []
