"""Every page opens in every language, and links and buttons do what they say."""

from __future__ import annotations

import re

import pytest

from tests.views.pages import assessment, open_page, text
from views.frame.addresses import ADDRESSES


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", [address.name for address in ADDRESSES])
def test_every_page_opens(name: str, language: str) -> None:
    shown = text(open_page(name, lang=language))
    assert "<h1" in shown


@pytest.mark.parametrize(("language", "end"), [("ja", "。"), ("en", ".")])
def test_what_is_stored_why_and_how_long_stands_before_the_first_question_in_three_sentences(
    language: str, end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FIT_KEEP_OPEN_DAYS", "17")
    (said,) = re.findall(r'<p class="fit-muted">([^<]*17[^<]*)</p>', text(open_page("assessment", lang=language)))
    assert said.count(end) == 3
    assert ("365日" if language == "ja" else "365 days") in said


def test_start_speaks_of_where_the_person_stands() -> None:
    held = assessment()
    assert open_page("start").button(key="go").label == "診断をはじめる"
    assert open_page("start", {held.items[0].id: 1}).button(key="go").label == "続きから答える"


def test_the_method_page_shows_every_weight_with_its_reason() -> None:
    held = assessment()
    shown = text(open_page("method"))
    for weights in (held.foundation, *(role.weights for role in held.roles)):
        for weight in weights.values():
            assert weight.because.in_language("ja") in shown
            assert all(f"({fact})" in shown for fact in weight.facts)


def test_answers_are_cleared_on_request() -> None:
    app = open_page("about", {assessment().items[0].id: 1})
    app.button(key="clear_all").click().run()
    assert "答えを消しました" in text(app)
    assert not app.session_state["answer_sheet_of_customer_roles"].answers


def test_a_text_of_the_files_is_never_read_as_markup() -> None:
    from views.frame.labels import plain
    from views.frame.markup import esc

    assert esc('<b onclick="x">') == "&lt;b onclick=&quot;x&quot;&gt;"
    assert plain("a*b* [x](y) `c` $d$ :red[e]") == r"a\*b\* \[x\]\(y\) \`c\` \$d\$ \:red\[e\]"


def test_answering_by_widget_reaches_the_sheet() -> None:
    app = open_page("assessment")
    app.button(key="take_quick").click().run()
    radio = app.radio[0]
    radio.set_value(4).run()
    question = radio.key.removeprefix("answer_to_").removesuffix("_ja")
    assert app.session_state["answer_sheet_of_customer_roles"].answers == {question: 4}
    app.button(key=f"clear_{question}").click().run()
    assert app.session_state["answer_sheet_of_customer_roles"].answers == {}
