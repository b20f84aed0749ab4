"""What ``broken/look_alikes.yaml`` breaks is said in both languages, with its place, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from catalog.load import load_catalog
from catalog.reading import mending
from catalog.reading.problem import DataProblems
from catalog.reading.strict_yaml import parse
from tests.catalog.small_site import SMALL, SmallSite

ITEMS = "questions/small/items.yaml"


def test_the_broken_file_is_said(site: SmallSite, broken: dict[str, Any]) -> None:
    site.change(broken["file"], broken["change"], broken["into"])
    with pytest.raises(DataProblems) as found:
        load_catalog(Path("questions"), Path("content"))
    assert [str(one) for one in found.value.problems] == broken["says"]
    assert [one.in_language("ja") for one in found.value.problems] == broken["in_japanese"]


@pytest.mark.parametrize(
    ("sign", "typed"),
    [(": ", "："), (": ", ":　"), (": ", ":"), ("- ", "－ "), ("- ", "-"), ("- ", "ー　"), ("  ", "　"), (", ", "、")],
)
def test_a_whole_file_typed_so_is_said_sign_by_sign(site: SmallSite, sign: str, typed: str) -> None:
    """As with an input method that was never switched off: every sign is named, and no other file is blamed."""
    text = SMALL[ITEMS].replace(sign, typed)
    site.write(ITEMS, text)
    with pytest.raises(DataProblems) as found:
        load_catalog(Path("questions"), Path("content"))
    assert {one.file for one in found.value.problems} == {ITEMS}
    assert {one.code for one in found.value.problems} <= {"odd_character", "missing_space"}
    assert {one.line for one in found.value.problems} == {
        number
        for number, (old, new) in enumerate(zip(SMALL[ITEMS].splitlines(), text.splitlines(), strict=True), 1)
        if old != new
    }


def test_what_is_mended_for_the_check_is_read_as_meant() -> None:
    document = parse("- id：a\n  n: [１，２]\n  text：{ja：はい、そう、en:yes}\n".encode(), "x.yaml")
    assert document.read
    assert document.value == [{"id": "a", "n": ["１，２"], "text": {"ja": "はい、そう", "en": "yes"}}]
    assert document.values[0, "text", "en"] == (3, 21)


def test_a_file_that_cannot_be_mended_is_said_in_few_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many look-alikes that do not help may stand in a file: the tries are bounded, whatever its length."""
    tries: list[str] = []
    real = mending._read

    def counted(text: str) -> mending._Reading:
        tries.append(text)
        return real(text)

    monkeypatch.setattr(mending, "_read", counted)
    text = "a: {\n" + "".join(f"k{n}： v，\n" for n in range(3000)) + "]\n"
    assert parse(text.encode(), "x.yaml").problems
    assert len(tries) < 200
