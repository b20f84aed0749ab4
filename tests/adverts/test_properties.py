"""Neutral words decide nothing, "not" helps no kind, the order of paragraphs and the spelling are of no matter."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, assume, example, given, settings

from adverts.read import read
from tests.adverts.labelled import labelled
from tests.examples import examples
from tests.shipped import shipped_content

OWN = labelled(Path(__file__).with_name("seen.yaml"))
FAST = settings(
    max_examples=examples(100),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    database=None,
)
NEUTRAL = (
    "制服を貸し出します。",
    "敷地内は禁煙です。",
    "ウォーターサーバーは自由に使えます。",
    "ロッカーを一人に一つ用意しています。",
    "社員食堂があります。",
    "The office has a bicycle shed.",
    "There is free coffee and fruit.",
    "A uniform is provided.",
)
DENIED = {
    "ja": ("{}は一切ありません。", "{}はありません。", "{}は行いません。", "{}の仕事ではありません。"),
    "en": ("No {}.", "There is no {}.", "This job does not include {}.", "You will never do {}."),
}


def kinds(text: str) -> str | None:
    return read(text, "", shipped_content(), "ja").kind


@FAST
@given(one=st.sampled_from(OWN), neutral=st.sampled_from(NEUTRAL), data=st.data())
def test_a_neutral_sentence_turns_no_kind_into_another(one, neutral: str, data: st.DataObject) -> None:
    lines = one["text"].splitlines()
    at = data.draw(st.integers(0, len(lines)))
    with_it = "\n".join([*lines[:at], neutral, *lines[at:]])
    before, after = kinds(one["text"]), kinds(with_it)
    assert before is None or after is None or before == after


@FAST
@given(one=st.sampled_from(OWN), other=st.sampled_from(OWN), data=st.data())
def test_denying_a_signal_never_raises_its_kind(one, other, data: st.DataObject) -> None:
    """Of one advertisement something is denied that another one says."""
    said = [
        mark
        for mark in read(other["text"], "", shipped_content(), "ja").findings
        if mark.points_to and "\n" not in mark.quote
    ]
    assume(said)
    mark = data.draw(st.sampled_from(said))
    denied = data.draw(st.sampled_from(DENIED[other["language"]])).format(mark.quote)
    before = read(one["text"], "", shipped_content(), "ja").score[mark.points_to].evidence
    after = read(f"{one['text']}\n{denied}", "", shipped_content(), "ja").score[mark.points_to].evidence
    assert after <= before + 1e-9, denied


@FAST
@given(st.permutations(range(4)), st.sampled_from(["【仕事内容】", "■お仕事", "What you'll do", ""]))
def test_the_order_of_paragraphs_is_of_no_matter(order, heading: str) -> None:
    paragraphs = (
        "お客様からのお電話を受け、画面を見ながらお答えします。",
        "1件あたり5分が目安です。",
        "解約の手続きも承ります。",
        "通話は録音され、品質を毎月確認します。",
    )
    text = "\n\n".join([heading, *paragraphs] if heading else paragraphs)
    mixed = [paragraphs[place] for place in order]
    other = "\n\n".join([heading, *mixed] if heading else mixed)
    one, two = read(text, "", shipped_content(), "ja"), read(other, "", shipped_content(), "ja")
    assert one.verdict == two.verdict
    assert [score.evidence for score in one.scores] == pytest.approx([score.evidence for score in two.scores])
    assert [condition.missing for condition in one.conditions] == [condition.missing for condition in two.conditions]


@FAST
@given(one=st.sampled_from(OWN), times=st.integers(2, 10))
def test_ten_repeats_are_not_ten_reasons(one, times: int) -> None:
    once = read(one["text"], "", shipped_content(), "ja")
    often = read("\n\n".join([one["text"]] * times), "", shipped_content(), "ja")
    assert often.kind == once.kind
    for before, after in zip(once.scores, often.scores, strict=True):
        assert after.evidence <= before.evidence * 1.5 + 1.0


ALPHABET = "電話ノルマなしﾒｰﾙ架電「」。、\n\r\t ・●【】<b></script>&nbsp;abc not sell 0９:～ー\u3099\u200b🙂…|"


@FAST
@example("仕事内容\n電話の\ud800応対\udfff")
@given(st.text(alphabet=st.one_of(st.sampled_from(ALPHABET), st.characters()), max_size=400))
def test_any_text_is_read_and_every_place_lies_in_it(text: str) -> None:
    reading = read(text, text[:40], shipped_content(), "en")
    for finding in reading.findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.quote
    for finding in reading.title_findings:
        assert reading.title[finding.start : finding.end] == finding.quote
    for condition in reading.conditions:
        assert all(text[place.start : place.end] == place.quote for place in condition.stated)


def widened(text: str) -> str:
    return "".join(chr(ord(one) + 0xFEE0) if "!" < one <= "~" else one for one in text)


@pytest.mark.parametrize("change", [widened, lambda text: unicodedata.normalize("NFD", text), str.upper])
@pytest.mark.parametrize("one", OWN[:4], ids=lambda one: one["id"])
def test_width_case_and_composition_change_no_verdict(change, one) -> None:
    assert kinds(change(one["text"])) == kinds(one["text"])
