"""Texts to look at again are named with their place, and sound ones are left alone."""

from __future__ import annotations

import pytest

from catalog.command.check import check_folder
from tests.catalog.small_site import SmallSite

ITEM = "I stay calm."


def notes(site: SmallSite) -> list[tuple[str, str]]:
    checked = check_folder(site.folder / "questions" / "small")
    assert not checked.problems
    return [(note.code, note.in_language("ja")) for note in checked.notes]


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("items", ITEM, "TBD", "unfinished_text"),
        ("items", ITEM, "Ask about 落ち着き here.", "japanese_inside"),
        ("items", "私は落ち着いている。", "I stay calm at work", "not_japanese"),
        ("traits", "en: Careful.", "en: The low end of Boldness (to be written)", "begun_texts"),
        ("traits", "en: Calm", "en: Staying calm while everything around oneself goes wrong at once", "long_name"),
    ],
)
def test_it_is_named(site: SmallSite, name: str, old: str, new: str, code: str) -> None:
    before = notes(site)
    text = (site.folder / f"questions/small/{name}.yaml").read_text(encoding="utf-8")
    site.change(f"questions/small/{name}.yaml", old, new)
    (fresh,) = (note for note in notes(site) if note not in before)
    assert fresh[0] == code
    line = 1 + text[: text.index(old)].count("\n")
    assert f"questions/small/{name}.yaml:{line}:" in fresh[1]


@pytest.mark.parametrize("text", ["Customer Success", "KPI", "SaaS と API", "TODOS を読む。", "次のToDoを決める。"])
def test_a_sound_text_is_left_alone(site: SmallSite, text: str) -> None:
    before = notes(site)
    held = (site.folder / "questions/small/items.yaml").read_text(encoding="utf-8")
    japanese = held.partition("ja: ")[2].partition(",")[0]
    site.change("questions/small/items.yaml", f"ja: {japanese}", f'ja: "{text}"')
    assert notes(site) == before
