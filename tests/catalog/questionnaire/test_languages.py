"""Languages belong to the assessment: any is as good as another, what is missing in one falls back to the first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from catalog.command.check import check_folder
from catalog.load import load_assessment, load_catalog
from tests.catalog.small_site import SMALL, SmallSite

FOLDER = Path("questions/small")


def notes(site: SmallSite) -> list[str]:
    assert site.problems() == []
    return [str(note) for note in load_catalog(Path("questions"), Path("content")).notes]


def in_every_file(site: SmallSite, change: Callable[[str], str]) -> None:
    for name in SMALL:
        if name.startswith(str(FOLDER)):
            site.write(name, change((site.folder / name).read_text(encoding="utf-8")))


def test_a_missing_text_falls_back_to_the_first_language_and_is_counted_once(site: SmallSite) -> None:
    site.change("questions/small/items.yaml", ", en: I dare things.", "")
    site.change("questions/small/roles.yaml", "{ja: 船乗り, en: Sailor}", "{ja: 船乗り}")
    total = sum(text.count("ja: ") for name, text in SMALL.items() if name.startswith(str(FOLDER)))
    assert notes(site) == [
        f"questions/small/items.yaml:12:9: items.2.text: texts without en, this is the first: 2 of {total}; "
        "they are shown in ja. Add them when you like."
    ]
    small = load_assessment(FOLDER)
    assert small.languages == ("ja", "en")
    assert small.incomplete == {"en"}
    assert small.spoken == {"ja": 1, "en": pytest.approx((total - 2) / total)}
    assert check_folder(FOLDER).summary.numbers["languages"] == f"ja, en {100 * (total - 2) / total:.0f}%"
    assert small.item["bold_1"].text.in_language("en") == "私は思い切りがよい。"
    assert small.item["bold_2"].text.in_language("en") == "I wait and see."


def test_a_language_that_is_not_the_assessments_is_left_aside(site: SmallSite) -> None:
    site.change("questions/small/assessment.yaml", "version:", "languages: [en]\nversion:")
    total = sum(text.count("ja: ") for name, text in SMALL.items() if name.startswith(str(FOLDER)))
    assert notes(site) == [
        "questions/small/assessment.yaml:4:13: title.ja: "
        f"texts in ja, which is none of the assessment's languages, are not used: {total}, this is the first. "
        "To use them, add ja to languages in assessment.yaml."
    ]
    small = load_assessment(FOLDER)
    assert small.languages == ("en",)
    assert small.incomplete == frozenset()
    assert small.title.root == {"en": "A small assessment"}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_one_language_alone_is_enough_beside_a_site_of_two(site: SmallSite, language: str) -> None:
    other = {"ja": "en", "en": "ja"}[language]
    in_every_file(site, lambda text: text.replace(f"{other}: ", "fr: "))
    site.change("questions/small/assessment.yaml", "version:", f"languages: [{language}]\nversion:")
    assert len(notes(site)) == 1, "one line on French"
    assert load_assessment(FOLDER).languages == (language,)


def test_the_first_language_is_the_one_named_first_whatever_stands_first_in_a_text(site: SmallSite) -> None:
    site.change("questions/small/assessment.yaml", "version:", "languages: [en, ja, ko]\nversion:")
    small = load_assessment(FOLDER)
    assert small.title.in_language("ko") == "A small assessment"
    assert small.incomplete == {"ko"}


def test_a_site_of_one_language_takes_content_of_two(site: SmallSite) -> None:
    site.change("content/site.yaml", "  - {id: en, name: English}\n", "")
    assert notes(site) == []
