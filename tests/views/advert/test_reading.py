"""What somebody who thinks of applying sees of a pasted advertisement."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from adverts.read import read
from catalog.site import site_catalog
from people.respondent.sheet import AnswerSheet
from tests.shipped import shipped_content
from tests.views.advert.reader import AdvertPage
from tests.views.other_files import at_the
from tests.views.pages import assessment
from views.frame.markup import esc
from views.taking.session import KEY

CONTENT = shipped_content()
ADVERTS = CONTENT.adverts
assert ADVERTS is not None
LANGUAGES = ["ja", "en"]
PLAIN = next(one for one in CONTENT.advert_samples if one.id == "plain")


@pytest.fixture(autouse=True)
def own_catalog() -> Iterator[None]:
    yield
    site_catalog.cache_clear()


def kind(name: str, language: str) -> str:
    assert ADVERTS is not None
    return ADVERTS.kind[name].name.in_language(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plain_one_reads_as_what_it_is(language: str) -> None:
    page = AdvertPage(language).sample("plain")
    support = kind("customer_support", language)
    assert esc(page.words("verdict.clear", kind=support)) in page.shown
    title = PLAIN.title.in_language(language)
    assert esc(page.words("name_of_job.same", title=title)) in page.shown
    assert page.typed() == PLAIN.text.in_language(language)
    assert page.said == []


@pytest.mark.parametrize(("sample", "language"), [("title_apart", "ja"), ("title_apart", "en")])
def test_what_else_stands_in_it_is_told_by_how_much_it_is(sample: str, language: str) -> None:
    page = AdvertPage(language).sample(sample)
    given = next(one for one in CONTENT.advert_samples if one.id == sample)
    reading = read(given.text.in_language(language), given.title.in_language(language), CONTENT, language)
    assert reading.verdict == "clear"
    others = 1 - max(one.share for one in reading.scores)
    assert (esc(page.words("verdict.clear_beside")) in page.shown) is (others > 0.1)
    assert (esc(page.words("verdict.clear_further")) in page.shown) is (others <= 0.1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_text_stands_there_and_every_mark_opens_why(language: str) -> None:
    shown = AdvertPage(language).sample("plain").shown
    body = shown.partition('<p class="fit-advert-body">')[2].partition("</p>")[0]
    bare = re.sub(r"<button.*?</button>|<[^>]+>", "", body)
    assert bare == esc(PLAIN.text.in_language(language))
    opened = re.findall(r'popovertarget="(advert-0-\d+)"', body)
    assert len(opened) >= 3
    found = read(PLAIN.text.in_language(language), PLAIN.title.in_language(language), CONTENT, language)
    whys = {esc(one.why) for one in found.findings}
    assert len(opened) == len(found.findings)
    for name in opened:
        popover = shown.partition(f'id="{name}" class="fit-popover">')[2].partition("</div></div>")[0]
        assert any(why in popover for why in whys)
    labels = re.findall(r'<label for="([^"]+)"', body)
    assert len(labels) == len(opened) == len(set(labels))
    assert all(f'<button type="button" id="{label}"' in body for label in labels)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mark_leads_to_the_lesson_behind_it_in_a_tab_of_its_own(language: str) -> None:
    shown = AdvertPage(language).sample("plain").shown
    lessons = re.findall(r'<a href="/lesson\?([^"]+)" target="_blank" rel="noopener">', shown)
    assert lessons
    assert CONTENT.learning is not None
    assert {re.search(r"id=(\w+)", one)[1] for one in lessons} <= {one.id for one in CONTENT.learning.lessons}  # type: ignore[index]


def test_marks_are_told_apart_by_more_than_their_colour() -> None:
    page = AdvertPage().paste("お問い合わせにお答えします。新規開拓の営業は一切ありません。幅広い業務をお任せします。")
    marks = re.findall(r'<mark class="([^"]+)".*?<button[^>]*>([^<]*)</button>', page.shown)
    signs = dict(marks)
    against = [sign for css, sign in signs.items() if "fit-advert-against" in css]
    vague = [sign for css, sign in signs.items() if "fit-advert-vague" in css]
    points = [sign for css, sign in signs.items() if css == "fit-advert-mark"]
    assert against
    assert all(sign.endswith("×") for sign in against)
    assert vague == ["？"]
    assert points
    assert not any(sign.endswith("×") or sign == "？" for sign in points)
    assert page.words("text.legend_against") in page.shown
    assert page.words("text.legend_vague") in page.shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_that_says_something_else_is_named(language: str) -> None:
    sample = CONTENT.advert_samples[0]
    page = AdvertPage(language).sample(sample.id)
    claim, title = kind("customer_success", language), sample.title.in_language(language)
    assert esc(page.words("name_of_job.other", title=title, claim=claim)) in page.shown
    assert esc(kind("sales", language)) in page.shown.partition("fit-kicker")[2][:300]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_says_little_is_not_called_anything(language: str) -> None:
    page = AdvertPage(language).sample("vague")
    assert esc(page.words("verdict.unknown")) in page.shown
    assert not any(esc(page.words("verdict.clear", kind=kind(one.id, language))) in page.shown for one in ADVERTS.kinds)


@pytest.mark.parametrize("language", LANGUAGES)
def test_bars_stand_with_their_numbers(language: str) -> None:
    shown = AdvertPage(language).sample("plain").shown
    bars = shown.partition('<ul class="fit-bars"')[2].partition("</ul>")[0]
    assert all(esc(kind(one.id, language)) in bars for one in ADVERTS.kinds)
    shares = [int(share) for share in re.findall(r"<b>(\d+)%</b>", bars)]
    assert len(shares) == len(ADVERTS.kinds)
    assert 98 <= sum(shares) <= 102


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_said_becomes_questions_to_copy(language: str) -> None:
    page = AdvertPage(language).sample("plain")
    career = ADVERTS.condition["career"]
    assert esc(career.name.in_language(language)) in page.shown
    copied = page.app.code[0].value
    assert career.ask.in_language(language) in copied
    assert ADVERTS.condition["hours_shifts"].ask.in_language(language) not in copied


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_a_result_the_work_is_held_against_it(language: str) -> None:
    held = assessment()
    page = AdvertPage(language, at_the(held, "high")).sample("plain")
    words = CONTENT.words(language)
    role = held.role["customer_support"].name.in_language(language)
    section = page.shown.partition(esc(words("advert.you.title")))[2]
    assert section
    assert esc(words("result.fits.label")) in section
    assert esc(words("result.strengths.title")) in section
    assert esc(role) in section
    condition = held.guidance.conditions[0]  # type: ignore[union-attr]
    assert esc(condition.ask_yourself.in_language(language)) in section


def test_work_that_no_role_covers_says_so_and_still_compares_conditions() -> None:
    page = AdvertPage("ja", at_the(assessment(), "high")).sample("title_apart")
    assert page.words("you.no_role") in page.shown
    assert page.words("you.conditions") in page.shown
    assert CONTENT.words("ja")("result.strengths.title") not in page.shown


@pytest.mark.parametrize("answers", [None, {}])
def test_without_a_result_the_way_to_one_is_shown(answers: dict[str, int] | None) -> None:
    page = AdvertPage("ja", answers).sample("plain")
    assert page.words("you.none") in page.shown
    assert page.words("you.take") in [link.proto.label for link in page.app.get("page_link")]


def test_too_few_answers_are_no_result() -> None:
    page = AdvertPage("ja")
    one = next(iter(assessment().items))
    page.app.session_state[KEY + assessment().id] = AnswerSheet(assessment().id, path=("full",), answers={one.id: 3})
    assert page.sample("plain").words("you.unscored") in page.shown


def test_the_text_outlives_a_change_of_language() -> None:
    page = AdvertPage("ja").paste("お問い合わせにお答えします。", "カスタマーサポート")
    page.app.query_params["lang"] = "en"
    page.app.session_state["language"] = page.language = "en"
    page.run()
    assert page.typed() == "お問い合わせにお答えします。"
    assert page.words("text.title") in page.shown
