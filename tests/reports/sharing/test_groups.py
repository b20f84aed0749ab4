"""The scores of groups of traits belong to what shares the traits: in the copy, on the page and in the files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from zipfile import ZipFile

import pytest

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from reports.organising.shared_files import shared_csv_zip, shared_json, shared_xlsx
from reports.organising.within import within
from reports.sharing.content import content_at
from reports.sharing.levels import LEVELS
from reports.sharing.shown import shown
from reports.sharing.told import told_of
from reports.told.numbers import numbers
from scoring import score_one
from scoring.rule.result import Result
from store import BadValue, Share
from store.campaigns.candidates.contents import check_content, columns_of
from tests.reports.organising.made import FIRST, ON, SHIPPED, campaign, share
from tests.reports.reading import workbook_rows
from views.frame.context import Site
from views.frame.markup import esc
from views.result.as_shared import as_shared

FIRST_TWO, NEXT_TWO = (tuple(trait.id for trait in SHIPPED.traits[at : at + 2]) for at in (0, 2))
GROUPS = [
    {"id": "one", "name": {"ja": "領域その一", "en": "Domain one"}, "traits": list(FIRST_TWO)},
    {"id": "two", "name": {"ja": "領域その二", "en": "Domain two"}, "traits": list(NEXT_TWO)},
]


@pytest.fixture(scope="module")
def by_groups() -> Assessment:
    """The shipped roles and traits, the first four of these in two groups."""
    return SHIPPED.model_validate({**SHIPPED.model_dump(), "groups": GROUPS})


@pytest.fixture(scope="module")
def result(by_groups: Assessment) -> Result:
    sample = SHIPPED.samples[0]
    return score_one(by_groups, sample.form, dict(sample.answers))


@pytest.fixture(scope="module")
def spoken(content: Content) -> dict[str, Words]:
    return {language: content.words(language) for language in content.language_ids}


@pytest.fixture(scope="module")
def shares(by_groups: Assessment, result: Result, spoken: Mapping[str, Words]) -> list[Share]:
    """One share a level, the last one made first."""
    return [
        share(at, level, result, spoken, content=content_at(level, result, by_groups, spoken, ON))
        for at, level in enumerate(LEVELS)
    ]


def rows_of(packed: bytes, sheet: str = "shared") -> list[dict[str, str]]:
    with ZipFile(io.BytesIO(packed)) as archive:
        return list(csv.DictReader(io.StringIO(archive.read(f"{sheet}.csv").decode("utf-8-sig"), newline="")))


def test_a_copy_holds_them_with_the_traits_and_not_before(
    by_groups: Assessment, result: Result, spoken: Mapping[str, Words]
) -> None:
    for level in LEVELS:
        copy = content_at(level, result, by_groups, spoken, ON)
        assert ("groups" in copy) is (level == "traits")
    assert copy["groups"] == [
        {
            "group": group.id,
            "name": {language: words.of(group.name) for language, words in spoken.items()},
            "traits": list(group.traits),
            "value": (estimate := result.groups[group.id].estimate) and estimate.value,
            "low": estimate and estimate.low,
            "high": estimate and estimate.high,
        }
        for group in by_groups.groups
    ]
    assert copy["groups"][0]["value"] is not None
    assert json.loads(json.dumps(copy, allow_nan=False)) == copy
    for level in LEVELS:
        assert ("groups" in within(level, copy)) is (level == "traits"), "nor is one read that was not cut"
    assert check_content("traits", copy) == copy, "the store keeps it"
    assert [columns_of(copy)[f"group:{group.id}"] for group in by_groups.groups] == [
        one["value"] for one in copy["groups"]
    ]
    with pytest.raises(BadValue):
        check_content("fits", content_at("fits", result, by_groups, spoken, ON) | {"groups": copy["groups"]})


def test_without_groups_a_copy_is_as_it_was(result: Result, spoken: Mapping[str, Words]) -> None:
    assert "groups" not in content_at("traits", result, SHIPPED, spoken, ON)
    assert not shown(content_at("traits", result, SHIPPED, spoken, ON), spoken["ja"]).groups


def test_a_page_shows_the_numbers_of_the_own_page(
    by_groups: Assessment, result: Result, spoken: Mapping[str, Words], words: Words
) -> None:
    own = numbers(result, by_groups, words)
    page = shown(json.loads(json.dumps(content_at("traits", result, by_groups, spoken, ON))), words)
    assert [one.number for one in page.groups] == [own["group", group["id"]] for group in GROUPS]  # type: ignore[index]
    assert [one.traits for one in page.groups] == [FIRST_TWO, NEXT_TWO]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_page_has_the_groups_first_and_then_each_with_its_traits(
    by_groups: Assessment, result: Result, content: Content, spoken: Mapping[str, Words], language: str
) -> None:
    words = spoken[language]
    here = Site({by_groups.id: by_groups}, content, words, language, "light")
    drawn = as_shared(here, shown(content_at("traits", result, by_groups, spoken, ON), words), "", "")
    own = numbers(result, by_groups, words)
    said = [f"<h4>{esc(words('result.profile.title'))}</h4>"]
    for group in by_groups.groups:
        said.append(f"<b>{esc(own['group', group.id].shown)}</b>")
    said.append(esc(words("charts.profile.caption")))
    for group in by_groups.groups:
        said += [f"<h4>{esc(words.of(group.name))}</h4>", *(esc(own["trait", trait].name) for trait in group.traits)]
    said += [f"<h4>{esc(words('charts.profile.others'))}</h4>", esc(words.of(by_groups.ungrouped[0].name))]
    below, at = drawn[drawn.index(f"<h3>{esc(words('sharing.shown.traits'))}</h3>") :], 0
    for one in said:
        at = below.index(one, at) + len(one)
    for trait in by_groups.traits:
        assert below.count(f"</span> {esc(words.of(trait.name))}</span>") == 1, "each trait once"
    fits = as_shared(here, shown(content_at("fits", result, by_groups, spoken, ON), words), "", "")
    assert words.of(by_groups.groups[0].name) not in fits


def test_files_have_them_for_whoever_shared_them(
    shares: list[Share], by_groups: Assessment, result: Result, spoken: Mapping[str, Words]
) -> None:
    arguments = (shares, campaign(), spoken["ja"], FIRST, by_groups)
    rows, own = rows_of(shared_csv_zip(*arguments)), numbers(result, by_groups, spoken["ja"])
    for group in by_groups.groups:
        cells = [(row[f"group.{group.id}.value"], row[f"group.{group.id}.range"]) for row in rows]
        number = own["group", group.id]
        assert cells == [(number.shown, number.spread), *[("共有されていません",) * 2] * 3]
    columns = list(rows[0])
    assert columns.index("group.two.range") + 1 == columns.index(f"trait.{SHIPPED.traits[0].id}.value")
    explained = {row["id"]: row["meaning"] for row in rows_of(shared_csv_zip(*arguments), "codebook")}
    assert set(columns) <= set(explained)
    head = workbook_rows(shared_xlsx(*arguments))["共有された内容"][0]
    assert "領域の得点：領域その一" in head
    told = json.loads(shared_json(shares, campaign(), spoken["ja"], FIRST))["shared"]
    assert [bool(one["content"].get("groups")) for one in told] == [True, False, False, False]


def test_whoever_chooses_reads_beforehand_that_they_are_shared(by_groups: Assessment, ja: Words) -> None:
    assert "領域と特性の得点" in told_of("traits", by_groups, ja)
    assert "領域" not in told_of("traits", SHIPPED, ja)
    assert "領域" not in told_of("fits", by_groups, ja)
    assert told_of("nothing", by_groups, ja)
