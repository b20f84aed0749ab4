"""What ``broken/check_fair_adverts.yaml`` breaks is said; what an author's content lacks is the shipped one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from catalog.load import load_content
from tests.catalog.small_site import SmallSite

MADE = {
    "fair_adverts.yaml": """\
laws:
  - id: conditions
    name: {ja: 決まり, en: A rule}
    says: {ja: 条件を示します。, en: State the conditions.}
    source: "https://example.com/rule"
  - id: age
    name: {ja: 年齢の決まり, en: A rule on age}
    says: {ja: 年齢で分けません。, en: No limits of age.}
    source: "https://example.com/age"
truthful: conditions
duties:
  - id: pay
    name: {ja: 賃金, en: Pay}
    write: {ja: 賃金の額, en: The pay}
    find: {ja: ["[月給/時給]"], en: [salary]}
    law: conditions
  - id: place
    name: {ja: 場所, en: Place}
    write: {ja: 働く場所, en: The place}
    find: {ja: [勤務地], en: [office]}
    where: {ja: [出社], en: [on site]}
    since: {ja: 今年から, en: This year}
    law: conditions
words:
  not_asked: {ja: [不問], en: [any age]}
  turns: {ja: ["が、"], en: [but]}
  matters:
    - id: age
      name: {ja: 年齢, en: Age}
      advice: {ja: 経験で書きます。, en: Name the experience.}
      find: {ja: [歳以下], en: [under 35]}
      law: age
""",
    "advert_samples.yaml": """\
- {id: one, name: {ja: 例, en: One}, title: {ja: 営業, en: Sales}, text: {ja: 売る仕事, en: To sell.}}
""",
}


@pytest.fixture(autouse=True)
def made(site: SmallSite) -> None:
    for name, text in MADE.items():
        site.write(f"content/{name}", text)


def test_the_broken_file_is_said(site: SmallSite, broken: dict[str, Any]) -> None:
    assert site.content_problems() == []
    site.break_as(broken)
    assert site.content_problems() == broken["says"]


def test_content_without_them_has_the_shipped_ones(site: SmallSite) -> None:
    own = load_content(Path("content"))
    assert own.fair_adverts is not None
    for name, text in MADE.items():
        site.remove(f"content/{name}")
        site.write(f"shipped/{name}", text.replace("賃金の額", "払う額"))
    filled = load_content(Path("content"))
    assert filled.advert_samples == own.advert_samples
    assert filled.fair_adverts is not None
    assert filled.fair_adverts.duties[0].write.in_language("ja") == "払う額"
