"""The report itself: three pages, its own fonts, tags, a text layer, and a layout for every kind of result."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.load import load_assessment
from catalog.questionnaire.assessment import Assessment
from catalog.reading.text import Text
from reports.paper.pdf import person_pdf
from reports.told.headline import headline, warning
from reports.told.statements import statements
from scoring import score_one
from scoring.told.reasons import strengths, watch_outs
from tests.reports.reading import fonts_of, packed, pages_of, poppler, text_of
from tests.reports.results import Told, answered

ON = date(2026, 11, 23)
KINDS = ["planner", "expert", "brisk", "tie", "warning", "one_role", "older"]
BIG_FIVE = Path(__file__).parents[2] / "fixtures" / "big_five"


@pytest.mark.parametrize("kind", KINDS)
def test_a_scored_result_fills_its_pages(
    kind: str, told: dict[str, Told], assessment: Assessment, content: Content, words: Words
) -> None:
    result = told[kind].result
    pdf = person_pdf(result, assessment, content, words, "山田 花子", ON)
    assert pages_of(pdf) == (2 if kind == "tie" else 3), "a tie has no reasons to tell"
    about = poppler("pdfinfo", pdf)
    assert "Tagged:          yes" in about
    assert "A4" in about
    fonts = fonts_of(pdf)
    assert fonts
    assert all(embedded and "NotoSansCJKjp" in name for name, embedded in fonts)
    text = text_of(pdf)
    said = headline(result, assessment, words)
    role = result.ranking[0]
    reasons = [
        *statements(strengths(result, assessment, role), "strength", result, assessment, words),
        *statements(watch_outs(result, assessment, role), "watch", result, assessment, words),
    ]
    assert reasons or kind == "tie"
    told_words = [said.sentence, *said.further, *(one.text for one in reasons), "山田 花子", result.version]
    assert assessment.guidance
    told_words += [words.of(limit.text) for limit in assessment.guidance.limits]
    # poppler takes a hyphen at the end of a line for one that the page put there.
    plain = text.replace("-", "")
    for sentence in told_words:
        assert packed(sentence).replace("-", "") in plain, sentence


def test_copying_gives_the_japanese_back(
    told: dict[str, Told], assessment: Assessment, content: Content, ja: Words
) -> None:
    text = poppler("pdftotext", person_pdf(told["planner"].result, assessment, content, ja, on=ON))
    assert ja("result.limits.title") in text
    assert "14個の特性のうち14個を測定" in text
    assert "\ufffd" not in text


def test_each_special_case_says_what_it_is(
    told: dict[str, Told], assessment: Assessment, content: Content, words: Words
) -> None:
    def text(kind: str) -> str:
        return text_of(person_pdf(told[kind].result, assessment, content, words, on=ON))

    older = words("report.older", was="0.9.0", now=assessment.version)
    assert packed(older) in text("older")
    assert packed(words("report.older", was="", now="")[:6]) not in text("planner")
    assert packed(words("result.quality.hasty")) in text("older")
    caution = warning(told["warning"].result, assessment, words)
    assert caution
    warned = text("warning")
    assert warned.index(packed(caution.sentence)) < warned.index(packed(words("result.levels.title")))
    assert packed(words("result.elsewhere.title")) in warned
    assert packed(words("result.explore.title")) in text("tie")
    assert packed(words("charts.traits.not_measured")) in text("one_role")
    assert packed(words("charts.levels.not_measured")) in text("one_role")


@pytest.mark.parametrize("kind", ["unscored", "empty"])
def test_without_a_score_there_is_one_page_that_names_no_role(
    kind: str, told: dict[str, Told], assessment: Assessment, content: Content, words: Words
) -> None:
    result = told[kind].result
    pdf = person_pdf(result, assessment, content, words, on=ON)
    assert pages_of(pdf) == 1
    text = text_of(pdf)
    assert packed(words("result.verdict.unscored")) in text
    assert packed(words("report.fits.title")) not in text


def test_an_assessment_without_roles_has_a_report(content: Content, words: Words) -> None:
    plain = load_assessment(BIG_FIVE)
    pdf = person_pdf(score_one(plain, "full", answered(plain, lambda trait: 4)), plain, content, words, on=ON)
    assert packed(words("result.verdict.no_roles", n=5)) in text_of(pdf)
    assert packed(words("method.origin.title")) not in text_of(pdf)


def test_the_source_and_the_licence_of_an_instrument_are_printed(content: Content, words: Words) -> None:
    given = {"source": "Goldberg (1999)", "licence": Text({"ja": "自由に使えます", "en": "Public domain"})}
    plain = load_assessment(BIG_FIVE).model_copy(update=given)
    pdf = person_pdf(score_one(plain, "full", answered(plain, lambda trait: 4)), plain, content, words, on=ON)
    text = text_of(pdf)
    for line in (words("method.origin.title"), "Goldberg (1999)", words.of(plain.origin["licence"])):
        assert packed(line) in text


def test_the_longest_names_stay_on_the_page(
    told: dict[str, Told], assessment: Assessment, content: Content, words: Words
) -> None:
    long = Text(
        {
            "ja": "とても長くて折り返すしかない特性の名前がここに入ります",
            "en": "An uncommonly long name of a trait that must wrap",
        }
    )
    renamed = assessment.model_copy(
        update={
            "traits": tuple(trait.model_copy(update={"name": long, "short": None}) for trait in assessment.traits),
            "roles": tuple(role.model_copy(update={"name": long}) for role in assessment.roles),
        }
    )
    pdf = person_pdf(told["brisk"].result, renamed, content, words, on=ON)
    assert pages_of(pdf) == 3
    assert text_of(pdf).count(packed(words.of(long))[:5]) >= len(assessment.traits)


NAMES = {
    "markup": "#let x = 1; *bold* _it_ $x^2$ @ref <label> \\ `code` [a] // #panic()",
    "html": "<script>alert(1)</script> &amp; {{7*7}}",
    "arabic and hebrew": "مرحبا שלום",
    "braces": '{"a": "\\u0041"} %s {name}',
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_name_is_printed_as_typed(
    name: str, told: dict[str, Told], assessment: Assessment, content: Content, ja: Words
) -> None:
    pdf = person_pdf(told["brisk"].result, assessment, content, ja, name, ON)
    text = text_of(pdf)
    assert pages_of(pdf) == 3
    if name.isascii():
        start = packed(name)[:28]
        assert start in text
    else:
        assert set(packed(name)) <= set(text)


@pytest.mark.parametrize("name", ["長" * 500, "a" * 500, "a b" * 170, "\u0301" * 500, "😀👩‍👩‍👧‍👦" * 60])
def test_a_long_name_is_cut_on_one_line(
    name: str, told: dict[str, Told], assessment: Assessment, content: Content, ja: Words
) -> None:
    pdf = person_pdf(told["brisk"].result, assessment, content, ja, name, ON)
    assert pages_of(pdf) == 3
    assert "…" in text_of(pdf)


def test_control_characters_and_turned_text_leave_no_trace(
    told: dict[str, Told], assessment: Assessment, content: Content, ja: Words
) -> None:
    pdf = person_pdf(
        told["brisk"].result, assessment, content, ja, "A\x00\x07\x1b[31m\u202eB\u2066\n\tC\ufeff\ud800", ON
    )
    assert "A[31mBC" in text_of(pdf)
    bare = person_pdf(told["brisk"].result, assessment, content, ja, "\u200d\x00 \u202e", ON)
    assert bare == person_pdf(told["brisk"].result, assessment, content, ja, "", ON)


def test_the_same_call_gives_the_same_bytes_in_any_thread(
    told: dict[str, Told], assessment: Assessment, content: Content, ja: Words
) -> None:
    kinds = [kind for kind in KINDS if kind != "older"]
    alone = {kind: person_pdf(told[kind].result, assessment, content, ja, kind, ON) for kind in kinds}
    with ThreadPoolExecutor(8) as pool:
        asked = [
            (kind, pool.submit(person_pdf, told[kind].result, assessment, content, ja, kind, ON)) for kind in kinds * 3
        ]
        for kind, made in asked:
            assert made.result() == alone[kind]


def test_a_result_of_another_assessment_is_refused(told: dict[str, Told], content: Content, ja: Words) -> None:
    with pytest.raises(ValueError, match="cannot be told"):
        person_pdf(told["brisk"].result, load_assessment(BIG_FIVE), content, ja, on=ON)
