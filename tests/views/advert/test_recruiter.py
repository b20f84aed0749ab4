"""What somebody who writes an advertisement sees: how it is read, what is missing, what to look at again."""

from __future__ import annotations

import pytest

from tests.shipped import shipped_content
from tests.views.advert.reader import AdvertPage
from tests.views.pages import open_page
from views.frame.markup import esc

CONTENT = shipped_content()
TABLE = CONTENT.fair_adverts
ADVERTS = CONTENT.adverts
assert TABLE is not None
assert ADVERTS is not None
LANGUAGES = ["ja", "en"]


def page_of(language: str, sample: str) -> AdvertPage:
    return AdvertPage(language, **{"for": "recruiter"}).sample(sample)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_a_candidate_will_understand(language: str) -> None:
    page = page_of(language, "plain")
    support = ADVERTS.kind["customer_support"].name.in_language(language)
    assert esc(page.words("as_read.clear", kind=support)) in page.shown
    assert esc(page.words("verdict.clear", kind=support)) not in page.shown
    assert esc(page.words("lead_recruiter")) in page.shown


def test_the_switch_on_the_page_does_the_same() -> None:
    page = AdvertPage("ja").sample("plain")
    assert page.words("fair.title") not in page.shown
    page.choose("readers", "recruiter")
    assert page.words("fair.title") in page.shown
    assert page.words("you.title") not in page.shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_law_asks_for_and_is_not_stated_is_named_with_its_rule(language: str) -> None:
    page = page_of(language, "plain")
    section = page.shown.partition(esc(page.words("fair.unstated")))[2]
    changed = next(one for one in TABLE.duties if one.id == "work_change")
    assert changed.since is not None
    assert esc(changed.write.in_language(language)) in section
    assert esc(changed.since.in_language(language)) in section
    assert esc(TABLE.law[changed.law].name.in_language(language)) in section


@pytest.mark.parametrize(
    ("language", "sample", "matter", "law"),
    [
        ("ja", "vague", "sex", "男女雇用機会均等法 第5条"),
        ("ja", "title_apart", "age", "労働施策総合推進法 第9条"),
        ("en", "title_apart", "age", "Labor Policy Comprehensive Promotion Act, art. 9"),
    ],
)
def test_words_that_must_not_stand_there_are_named_with_their_rule(
    language: str, sample: str, matter: str, law: str
) -> None:
    page = page_of(language, sample)
    section = page.shown.partition(esc(page.words("fair.words")))[2].partition(esc(page.words("fair.unstated")))[0]
    assert esc(TABLE.matter[matter].advice.in_language(language)) in section
    assert esc(law) in section


def test_a_draft_without_such_words_says_so() -> None:
    page = page_of("ja", "plain")
    assert page.words("fair.words_none") in page.shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checklist_holds_what_is_done_and_what_is_open(language: str) -> None:
    page = page_of(language, "title_apart")
    lines = page.app.code[0].value.splitlines()
    pay = next(one for one in TABLE.duties if one.id == "pay").write.in_language(language)
    smoke = next(one for one in TABLE.duties if one.id == "smoking").write.in_language(language)
    assert page.words("list.done", line=pay) in lines
    assert page.words("list.open", line=smoke) in lines
    career = ADVERTS.condition["career"].name.in_language(language)
    assert page.words("list.open", line=career) in lines


def test_the_page_is_linked_from_where_somebody_may_want_it() -> None:
    for name, key in (("roles", "roles"), ("interview", "lesson"), ("result", "result")):
        app = open_page(name)
        labels = [link.proto.label for link in app.get("page_link")]
        assert CONTENT.words("ja")(f"advert.to_advert.{key}") in labels, name
    lesson = open_page("lesson", id="choosing")
    assert any('href="/advert"' in str(block.proto.body) for block in lesson.get("html"))
