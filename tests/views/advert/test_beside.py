"""Two advertisements side by side."""

from __future__ import annotations

import pytest

from tests.shipped import shipped_content
from tests.views.advert.reader import AdvertPage
from tests.views.other_files import at_the
from tests.views.pages import assessment
from views.frame.markup import esc

CONTENT = shipped_content()
SAMPLES = {one.id: one for one in CONTENT.advert_samples}


def two(language: str, first: str = "plain", second: str = "title_apart", whole: bool = False) -> AdvertPage:
    page = AdvertPage(language, at_the(assessment(), "high") if whole else None).choose("count", "two")
    for place, name in enumerate((first, second)):
        one = SAMPLES[name]
        page.paste(one.text.in_language(language), one.title.in_language(language), place)
    return page


def cells(shown: str, row: str) -> list[str]:
    found = shown.partition(f'<tr><th scope="row">{esc(row)}</th>')[2].partition("</tr>")[0]
    return found.split("<td>")[1:]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_each_row_holds_what_either_says(language: str) -> None:
    page = two(language)
    titles = cells(page.shown, page.words("beside.name"))
    for cell, name in zip(titles, ("plain", "title_apart"), strict=True):
        assert esc(SAMPLES[name].title.in_language(language)) in cell
    assert CONTENT.adverts is not None
    for condition in CONTENT.adverts.conditions:
        assert len(cells(page.shown, condition.name.in_language(language))) == 2
    training = cells(page.shown, CONTENT.adverts.condition["training"].name.in_language(language))
    missing = esc(page.words("unsaid.missing"))
    assert missing not in training[0]
    assert missing in training[1]
    assert len(page.app.expander) >= 2


def test_with_a_result_both_fits_stand_there() -> None:
    page = two("ja", "plain", "title_apart", whole=True)
    fits = cells(page.shown, CONTENT.words("ja")("result.fits.label"))
    assert len(fits) == 2
    assert assessment().role["customer_support"].id
    assert "fit-mark" in fits[0]
    assert page.words("beside.none") in fits[1]


def test_the_same_text_twice_is_said() -> None:
    page = two("ja", "plain", "plain")
    assert page.said == [page.words("says.same")]


def test_one_alone_is_read_and_the_other_asked_for() -> None:
    page = AdvertPage("ja").choose("count", "two").paste(SAMPLES["plain"].text.in_language("ja"), place=1)
    assert page.said == [page.words("says.one_missing")]
    assert "fit-verdict" in page.shown


def test_what_was_pasted_first_stays_when_a_second_field_comes() -> None:
    page = AdvertPage("ja").sample("plain").choose("count", "two")
    assert page.typed() == SAMPLES["plain"].text.in_language("ja")


def test_what_answers_is_quoted_by_the_sentence_without_its_heading() -> None:
    page = AdvertPage("ja").paste(
        "【勤務時間】\n・10:00〜19:00（休憩60分）、シフト制、残業は月に5時間です。月給25万円。\n【目標】"
    )
    shown = page.shown.partition(f"<summary>{page.words('unsaid.stated')}</summary>")[2].partition("</details>")[0]
    assert CONTENT.adverts is not None
    hours = shown.partition(esc(CONTENT.adverts.condition["hours_shifts"].name.in_language("ja")))[2]
    assert hours.partition("</li>")[0].removeprefix("</strong> ").startswith("「10:00〜19:00（休憩60分）")
    assert "勤務時間】" not in hours.partition("</li>")[0]
    # A heading that stands alone is better than nothing.
    assert "【目標】" in shown
