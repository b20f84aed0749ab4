"""A real questionnaire with one slip of the keyboard: it is named with its place, and nothing follows it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from catalog.load import load_assessment
from catalog.reading.problem import DataProblems

FIXTURE = Path(__file__).resolve().parents[2] / "fixtures" / "big_five"
FIRST = '  text: {ja: "他人がどう感じているかは、あまり気にしない。", en: "What others feel matters little to me."}\n'
SECOND_ID = "- id: A2\n"
TRAIT = "  trait: agreeableness\n"
CASES = {
    "colon": (
        TRAIT,
        "  trait：agreeableness\n",
        ["2:8: items: 全角のコロン「：」があります。半角の「: 」にしてください。"],
    ),
    "flow_colon": (
        FIRST,
        FIRST.replace("ja: ", "ja：", 1),
        ["4:12: items: 全角のコロン「：」があります。半角の「: 」にしてください。"],
    ),
    "hyphen": (SECOND_ID, "－ id: A2\n", ["5:1: items: 全角の「－」があります。半角の「-」にしてください。"]),
    "nbsp_indent": (
        TRAIT,
        "\u00a0 trait: agreeableness\n",
        ["2:1: items: 改行しない空白(U+00A0)があります。半角の空白にしてください。"],
    ),
    "space_after_colon": (
        TRAIT,
        "  trait:\u3000agreeableness\n",
        ["2:9: items: 全角の空白(U+3000)があります。半角の空白にしてください。"],
    ),
    "space_indent": (
        TRAIT,
        "\u3000trait: agreeableness\n",
        ["2:1: items: 全角の空白(U+3000)があります。半角の空白にしてください。"],
    ),
    "space_line_end": (FIRST, FIRST[:-1] + "\u3000\n", ["4:85: items: 全角の空白(U+3000)があります。消してください。"]),
    "zwsp_id": (
        SECOND_ID,
        "- id: A2\u200b\n",
        ["5:9: items.1.id: 目に見えない文字があります: 幅のない空白(U+200B)。消してください。"],
    ),
    "hash": (
        FIRST,
        "  text:\n    ja: 売上 #1 を目指したい\n    en: I want to be #1 in sales\n",
        [
            f"{place}: 「#」から後ろがコメントになり、文が切れています。文の全体を引用符で囲んでください。"
            "コメントは、閉じた引用符の後ろか別の行に書きます。"
            for place in ("5:12: items.0.text.ja", "6:22: items.0.text.en")
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_slip_is_named_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path(shutil.copytree(FIXTURE, "q"))
    load_assessment(folder)
    old, new, says = CASES[case]
    items = folder / "items.yaml"
    text = items.read_text(encoding="utf-8")
    assert old in text
    items.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataProblems) as found:
        load_assessment(folder)
    assert found.value.in_language("ja").splitlines() == [f"q/items.yaml:{line}" for line in says]
