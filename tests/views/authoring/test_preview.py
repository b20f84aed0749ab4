"""An author's pages: findings with the way to their lines, hints on questions, sentences, and the screens."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from people.author.made_up import Kind, made_up
from reports.told.headline import headline
from scoring import score_one
from tests.views.authoring.conftest import Begin, open_author, open_frame
from tests.views.pages import ROOT, text
from views.authoring.wishes import Wish, ask_for, asked_of
from views.frame.addresses import ADDRESSES, AUTHORS, SLUGS


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    said = path.read_text(encoding="utf-8")
    assert old in said
    path.write_text(said.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("page", ["screens", "questions", "sentences"])
@pytest.mark.parametrize("which", ["questions/customer_roles", "tests/fixtures/big_five", "tests/fixtures/one_role"])
def test_every_page_opens_for_every_assessment(which: str, page: str, language: str, begin: Begin) -> None:
    begin(ROOT / which)
    app = open_author(page, lang=language)
    assert not app.error
    assert "fit-previewed" in text(app)


def test_a_folder_that_does_not_load_shows_its_findings_and_waits(begin: Begin, folder: Path) -> None:
    watched = begin(folder / "nothing_here")
    app = open_author()
    shown = text(app)
    assert "直すところ" in shown
    assert "待っています" in shown
    (folder / "nothing_here").mkdir()
    for file in folder.glob("*.yaml"):
        (folder / "nothing_here" / file.name).write_bytes(file.read_bytes())
    watched.look()
    app.run()
    assert "待っています" not in text(app)
    assert app.get("iframe")


def test_a_finding_leads_to_its_line_and_the_last_good_version_stays(begin: Begin, folder: Path) -> None:
    watched = begin(folder)
    app = open_author()
    change(folder, "items.yaml", "trait: teamwork", "trait: teamwrok")
    watched.look()
    app.run()
    shown = text(app)
    problem = watched.problems[0]
    place = f"{problem.file}:{problem.line}:{problem.column}"
    assert place in shown
    assert f"vscode://file{(folder / 'items.yaml').as_posix()}:{problem.line}:{problem.column}" in shown
    assert "直前の版" in shown
    assert app.get("iframe")


def test_findings_are_told_in_the_readers_language(begin: Begin, folder: Path) -> None:
    change(folder, "items.yaml", "trait: teamwork", "trait: teamwrok")
    begin(folder)
    assert "To mend: 1" in text(open_author(lang="en"))


def test_what_check_says_beside_folds_away(begin: Begin, folder: Path) -> None:
    (folder / "items (1).yaml").write_text("[]", encoding="utf-8")
    begin(folder)
    shown = text(open_author())
    assert "お知らせ：" in shown
    assert "items (1).yaml:1:1" in shown
    assert "直すところ" not in shown


def test_a_questions_hints_stand_with_it(begin: Begin, folder: Path) -> None:
    change(folder, "items.yaml", "一つの分野を、とことん極めたい。", "KPIを見て、すぐに動くのが得意だ。")
    begin(folder)
    app = open_author("questions")
    shown = text(app)
    assert "KPI" in shown
    for hint in ("一度に2つのこと", "だれにでも通じる言葉", "できるかどうかを尋ねて"):
        assert hint in shown
    app.toggle(key="only_hinted").set_value(True).run()
    hinted = text(app)
    assert "KPIを見て" in hinted
    assert "仲間と一緒に進めるほうが" not in hinted


def test_every_sentence_of_guidance_stands_on_its_page(begin: Begin, folder: Path) -> None:
    watched = begin(folder)
    shown = text(open_author("sentences"))
    held = watched.now.assessment
    assert held is not None
    assert held.guidance is not None
    for guided in held.guidance.traits.values():
        for pole in (guided.high, guided.low):
            for said in (pole.strength, pole.talk, pole.watch, pole.elsewhere):
                assert said.in_language("ja") in shown.replace("&quot;", '"')
    assert "result.verdict.clear" in shown
    for role in held.roles:
        assert role.name.in_language("ja") in shown


def test_no_sentence_is_listed_that_no_result_can_say(begin: Begin) -> None:
    begin(ROOT / "tests" / "fixtures" / "big_five")
    shown = text(open_author("sentences"))
    assert "charts.traits.highest" in shown
    assert "職種でも" not in shown
    assert "result.verdict" not in shown
    begin(ROOT / "tests" / "fixtures" / "one_role")
    shown = text(open_author("sentences"))
    assert "result.alone.fit" in shown
    assert "result.verdict" not in shown


def test_on_the_first_screen_somebody_who_has_answered_everything_is_led_to_the_result(
    begin: Begin, folder: Path
) -> None:
    begin(folder)
    assert frame_of(Wish("ja", screen="start")).button(key="go").label == "自分の結果を見る"
    assert frame_of(Wish("ja", screen="start", kind="half")).button(key="go").label == "続きから答える"


def frame_of(wish: Wish, page: str = "person/start.py") -> AppTest:
    ask_for("a_bar", wish)
    return open_frame("a_bar", page)


@pytest.mark.parametrize("kind", ["clear", "tied", "warned", "flat", "half", "empty"])
def test_the_frame_shows_the_sites_own_result_of_a_made_up_sheet(begin: Begin, folder: Path, kind: Kind) -> None:
    watched = begin(folder)
    held = watched.get().assessments["customer_roles"]
    shown = text(frame_of(Wish("ja", kind=kind), "result/page.py"))
    answers = made_up(held, "full", kind)
    assert answers is not None
    words = watched.get().content.words("ja")
    assert headline(score_one(held, "full", answers), held, words).sentence in shown


def test_the_frame_follows_its_bar_and_keeps_answers_given_by_hand(begin: Begin, folder: Path) -> None:
    watched = begin(folder)
    app = frame_of(Wish("ja", screen="questions", form="quick", kind="empty"), "taking/page.py")
    app.radio[0].set_value(4).run()
    held = app.session_state["answer_sheet_of_customer_roles"]
    assert len(held.answers) == 1
    change(folder, "items.yaml", "一つの分野を、とことん極めたい。", "一つの分野を、深く極めたい。")
    watched.look()
    app.run()
    assert len(app.session_state["answer_sheet_of_customer_roles"].answers) == 1
    ask_for("a_bar", Wish("ja", screen="questions", form="quick", kind="flat"))
    app.run()
    answers = app.session_state["answer_sheet_of_customer_roles"].answers
    assert len(answers) == len(watched.get().assessments["customer_roles"].form_questions("quick"))
    ask_for("a_bar", Wish("en", screen="questions", form="quick", kind="flat"))
    app.run()
    assert app.session_state["answer_sheet_of_customer_roles"].answers == answers
    assert "I want to master one field" in text(app) or "I feel more motivated" in text(app)


def test_no_page_of_a_site_offers_a_preview() -> None:
    assert not {one.slug for one in AUTHORS if one.slug} & SLUGS
    assert not {one.file for one in AUTHORS} & {one.file for one in ADDRESSES}


def test_a_form_that_is_begun_in_the_frame_is_begun_and_nothing_is_asked_for_it(begin: Begin, folder: Path) -> None:
    begin(folder)
    ask_for("a_bar", Wish("ja", screen="forms"))
    app = open_frame("a_bar", "taking/page.py")
    assert 'action="/begin"' in text(app), "the site's own way to begin"
    app.query_params["take"] = "quick"
    app.run()
    sheet = app.session_state["answer_sheet_of_customer_roles"]
    assert (sheet.path, sheet.answers, sheet.stored) == (("quick",), {}, None)
    assert len(app.radio) == 4


def test_a_sheet_that_nobody_can_have_is_said_and_another_one_shown(begin: Begin) -> None:
    begin(ROOT / "tests" / "fixtures" / "big_five")
    app = open_author()
    app.selectbox(key="bar_sheet_ja").set_value("tied").run()
    assert "「接戦」になる回答が見つかりません" in text(app)
    assert "fit-verdict" in text(frame_of(Wish("ja", kind="tied"), "result/page.py"))


def test_a_slider_a_trait(begin: Begin) -> None:
    watched = begin(ROOT / "tests" / "fixtures" / "big_five")
    app = open_author()
    app.selectbox(key="bar_sheet_ja").set_value("traits").run()
    (held,) = watched.get().assessments.values()
    assert len(app.slider) == len(held.traits)
    app.slider(key="slider_openness_ja").set_value(100).run()
    asked = asked_of(app.session_state["preview_view"])
    assert asked is not None
    assert dict(asked.wanted) == {trait.id: 100.0 if trait.id == "openness" else 50.0 for trait in held.traits}


def test_what_the_bar_says_stays_while_an_author_looks_at_another_page(begin: Begin, folder: Path) -> None:
    begin(folder)
    app = open_author()
    app.selectbox(key="bar_sheet_ja").set_value("tied").run()
    app.switch_page(str(ROOT / "views" / "authoring" / "questions.py")).run()
    app.switch_page(str(ROOT / "views" / "authoring" / "screens.py")).run()
    assert app.selectbox(key="bar_sheet_ja").value == "tied"
