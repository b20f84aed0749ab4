"""The learning pages open for every address, say when an address is unknown, and keep progress."""

from __future__ import annotations

import json
import re
from html import escape

import pytest

from catalog.lessons.learning import Learning
from catalog.load import load_content
from catalog.site import folders
from people.respondent.learned import CASE, READ
from tests.views.pages import FILES, ROOT, open_page, text
from views.learning.progress import KEY

CONTENT = load_content(ROOT / folders()[1])
LEARNING = CONTENT.learning or Learning()
LANGUAGES = ["ja", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lesson", LEARNING.lessons, ids=lambda lesson: lesson.id)
def test_every_lesson_shows_its_aim_its_facts_and_the_next(lesson, language: str) -> None:  # type: ignore[no-untyped-def]
    app = open_page("lesson", id=lesson.id, lang=language)
    shown = text(app)
    assert escape(lesson.title.in_language(language)) in shown
    assert escape(lesson.aim.in_language(language)) in shown
    assert all(f"({fact})" in shown for fact in lesson.facts)
    for button in re.findall(r'popovertarget="([^"]+)"', shown):
        assert f'id="{button}"' in shown
    at = LEARNING.lessons.index(lesson)
    labels = [link.proto.label for link in app.get("page_link")]
    if at + 1 < len(LEARNING.lessons):
        assert any(LEARNING.lessons[at + 1].title.in_language(language) in label for label in labels)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lesson", [lesson.id for lesson in LEARNING.lessons])
def test_every_guide_holds_aim_questions_and_answers(lesson: str, language: str) -> None:
    shown = text(open_page("guide", lesson=lesson, lang=language))
    check = LEARNING.quizzes[lesson]
    assert escape(check.guide.aim.in_language(language)) in shown
    for asked in check.guide.questions:
        assert escape(asked.ask.in_language(language)) in shown
        for answer in asked.answers:
            assert escape(answer.text.in_language(language)) in shown
            assert escape(answer.reply.in_language(language)) in shown
    for question in check.questions:
        assert shown.count(escape(question.ask.in_language(language))) >= 2


@pytest.mark.parametrize("case", LEARNING.practice, ids=lambda case: case.id)
def test_every_answer_of_a_situation_has_its_comment(case) -> None:  # type: ignore[no-untyped-def]
    app = open_page("practice", case=case.id)
    for number, step in enumerate(case.steps):
        for option in step.options:
            app.radio(key=f"case_choice_{case.id}_{number}_ja").set_value(option.id).run()
            said = text(app)
            assert escape(option.comment.in_language("ja")) in said
    assert CASE + case.id in app.session_state[KEY].entries


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_interview_page_has_every_role(language: str) -> None:
    assert LEARNING.interview is not None
    for role, held in LEARNING.interview.roles.items():
        shown = text(open_page("interview", role=role, lang=language))
        for asked in held.questions:
            assert escape(asked.ask.in_language(language)) in shown
            assert escape(asked.listen_for.in_language(language)) in shown
        for word in held.advert_words:
            assert escape(word.means.in_language(language)) in shown


@pytest.mark.parametrize(
    ("name", "query", "word"),
    [
        ("lesson", {"id": "nothing"}, "その課は見つかりませんでした"),
        ("guide", {"lesson": "nothing"}, "その課は見つかりませんでした"),
        ("compare", {"roles": "nobody,sales"}, "アドレスの一部が分からなかった"),
        ("compare", {"dimensions": "nothing"}, "アドレスの一部が分からなかった"),
        ("glossary", {"term": "nothing"}, "その用語は見つかりませんでした"),
        ("practice", {"case": "nothing"}, "その場面は見つかりませんでした"),
        ("interview", {"role": "nobody"}, "その職種は見つかりませんでした"),
    ],
)
def test_an_unknown_address_gets_a_word_and_a_page(name: str, query: dict[str, str], word: str) -> None:
    shown = text(open_page(name, **query))
    assert word in shown
    assert "<h1" in shown


def test_the_comparison_is_the_one_of_the_address() -> None:
    comparison = LEARNING.comparison
    assert comparison is not None
    shown = text(open_page("compare", roles="sales,call_center", dimensions="pay,purpose"))
    head = re.findall(r'<th scope="col" style[^>]*>.*?</span> (.*?)</th>', shown)
    assert head == ["コールセンター", "営業"]
    assert re.findall(r"<b>([^<]+)</b> <small>", shown) == ["目的", "給与"]
    for role in ("sales", "call_center"):
        for dimension in ("pay", "purpose"):
            for statement in comparison.cell(dimension, role):
                assert escape(statement.text.in_language("ja")) in shown
    chosen = [(role, dimension) for role in ("sales", "call_center") for dimension in ("pay", "purpose")]
    silent = sum(not comparison.cell(dimension, role) for role, dimension in chosen)
    table = shown[shown.index('<div class="fit-compare">') : shown.index("</tbody>")]
    assert table.count("記事には書かれていません") == silent


def test_a_choice_goes_into_the_address_and_too_many_roles_are_refused() -> None:
    app = open_page("compare")
    key = "compare_roles_ja"
    app.button_group(key=key).set_value(["sales", "customer_success"]).run()
    assert app.query_params["roles"] == "sales,customer_success"
    app.button_group(key=key).set_value(["sales"]).run()
    assert "職種は2つから4つまで選べます" in text(app)
    assert app.query_params["roles"] == "customer_success,sales"
    app.button(key="compare_every").click().run()
    assert LEARNING.comparison is not None
    assert text(app).count('class="fit-topic"') == len(LEARNING.comparison.dimensions)


def test_the_search_finds_and_says_when_it_does_not() -> None:
    app = open_page("learn")
    app.text_input(key="search_words").set_value("かいやくりつ").run()
    shown = text(app)
    assert "/glossary?term=churn_rate" in shown
    assert "/lesson?id=measures" in shown
    assert app.query_params["q"] == "かいやくりつ"
    app.text_input(key="search_words").set_value("<b>ない").run()
    assert "「&lt;b&gt;ない」は見つかりませんでした" in text(app)


def test_the_glossary_search_finds_by_reading() -> None:
    app = open_page("glossary")
    app.text_input(key="glossary_words").set_value("えいぎょう").run()
    terms = re.findall(r"<dt>(.*?)</dt>", text(app))
    assert terms[0] == "営業"
    assert len(terms) < len(LEARNING.glossary)


@pytest.mark.parametrize(("language", "mark"), [("ja", "※"), ("en", "*")])
def test_meanings_that_the_articles_do_not_give_are_marked_and_the_mark_explained(language: str, mark: str) -> None:
    shown = text(open_page("glossary", lang=language))
    own, told = (
        {escape(term.term.in_language(language)) for term in LEARNING.glossary if term.own is own}
        for own in (True, False)
    )
    heard = CONTENT.words(language)("learn.glossary.own_heard")
    marked = dict(re.findall(r"<dt>(.*?)( <sup .*?</sup>)?</dt>", shown))
    assert {
        name for name, sign in marked.items() if sign == f' <sup role="img" aria-label="{heard}">{mark}</sup>'
    } == own
    assert {name for name, sign in marked.items() if not sign} == told
    assert shown.count(f"{mark} {CONTENT.words(language)('learn.glossary.own')}") == 1


def test_the_mark_is_explained_only_where_it_is_shown() -> None:
    app = open_page("glossary")
    app.text_input(key="glossary_words").set_value("営業職").run()
    assert CONTENT.words("ja")("learn.glossary.own") not in text(app)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_says_of_a_term_that_its_meaning_is_the_sites(language: str) -> None:
    shown = text(open_page("lesson", id="measures", lang=language))
    term = next(term for term in LEARNING.glossary if term.id == "churn_rate")
    said = CONTENT.words(language)("learn.glossary.own")
    assert re.search(re.escape(escape(term.text.in_language(language))) + r"</p><p[^>]*>[^<]*" + re.escape(said), shown)


def test_a_lesson_that_was_read_is_remembered_and_the_next_one_offered() -> None:
    first, second = LEARNING.lessons[:2]
    app = open_page("lesson", id=first.id)
    app.button(key="read").click().run()
    assert "この課は読み終えています" in text(app)
    held = app.session_state[KEY].entries
    assert json.loads(json.dumps(held)) == held
    assert set(held) == {READ + first.id}
    app.switch_page(str(ROOT / "views" / FILES["learn"])).run()
    shown = text(app)
    assert f"{len(LEARNING.lessons)}課のうち1課を読みました" in shown
    assert escape(second.title.in_language("ja")) in shown.split("すべての課")[0]
