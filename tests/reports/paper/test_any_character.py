"""Whatever a person or an author types comes out of every paper: in a font of its own or as a geta mark."""

from __future__ import annotations

import io
import logging
import re
from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.paper.runs import GETA, as_set
from catalog.questionnaire.assessment import Assessment
from catalog.reading.text import Text
from charts.label import ELLIPSIS
from charts.palette import PALETTES
from charts.paper.canvas import Canvas
from reports.paper import typesetting
from reports.paper.card import card_of, share_card
from reports.paper.lifted_texts import lifted
from reports.paper.pdf import person_pdf
from reports.paper.printed_name import printed_name
from reports.paper.typesetting import TypesetterBroke, typeset_pdf
from tests.examples import examples
from tests.reports.reading import fonts_of, packed, pages_of, poppler, text_of
from tests.reports.results import Told

ON = date(2026, 11, 28)
MOMENT = datetime(2026, 11, 28, tzinfo=UTC)
ANY = st.text(st.characters(codec=None), max_size=24)
FIT = settings(
    deadline=None,
    max_examples=examples(60),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

NAMES = {
    "emoji": ("山田😀太郎", "山田😀太郎"),
    "an emoji of several": ("👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"),
    "skin tones": ("👍🏽🧑🏿‍💻", "👍🏽🧑🏿‍💻"),
    "flags": ("🇯🇵🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", None),
    "a keycap": ("1\ufe0f\u20e3", "1\ufe0f\u20e3"),
    "emoji style": ("☕\ufe0f❤\ufe0f‍🔥", "☕\ufe0f❤\ufe0f‍🔥"),
    "variants of kanji": ("葛\U000e0100城 辻\U000e0101", "葛\U000e0100城 辻\U000e0101"),
    "old forms": ("髙﨑𠮷神\ufa19", "髙﨑𠮷神\ufa19"),
    "signs": ("①㈱℡〒", "①㈱℡〒"),
    "narrow katakana": ("ﾔﾏﾀﾞ", "ﾔﾏﾀﾞ"),
    "a split letter": ("か\u3099き\u309a e\u0301", "がき\u309a é"),
    "polish": ("Łódź", "Łódź"),
    "vietnamese": ("Nguyễn Việt", "Nguyễn Việt"),
    "thai": ("สวัสดี", "สวัสดี"),
    "devanagari": ("क्षत्रिय नमस्ते", "क्षत्रिय नमस्ते"),
    "korean": ("한국어", "한국어"),
    "private use": ("外\ue000字", f"外{GETA}字"),
    "only private use": ("\ue000\U000f0000", GETA * 2),
    "unassigned": ("\u0378\U0003fffe", GETA * 2),
    "no characters": ("\ufdd0\ufffe\uffff\U0010ffff", GETA * 4),
    "half of a pair": ("\ud800山\udfff", f"{GETA}山{GETA}"),
    "a script without a font": ("ᏣᎳᎩ", GETA * 3),
    "an emoji newer than the font": ("\U0001fae9", GETA),
    "controls": ("山\x00\x1b\u2028田", "山 田"),
    "a turned name": ("\u202e山田\u200f", "山田"),
    "an ellipsis": (ELLIPSIS, ELLIPSIS),
    "no space anywhere": ("あ" * 3000, "あ" * 21 + ELLIPSIS),
}


@pytest.mark.parametrize(("typed", "shown"), NAMES.values(), ids=NAMES.keys())
def test_a_name_comes_out_and_can_be_copied(
    typed: str, shown: str | None, told: dict[str, Told], assessment: Assessment, ja: Words
) -> None:
    card = card_of(told["planner"].result, assessment, ja, "wide", typed)
    assert card["name"] == (shown or typed)
    pdf = typeset_pdf("card.typ", card, MOMENT)
    assert packed(card["name"]) in text_of(pdf)
    assert all(embedded for _, embedded in fonts_of(pdf))


@pytest.mark.parametrize("typed", ["مرحبا", "שָׁלוֹם", "山田 مرحبا 花子"])
def test_a_name_from_right_to_left_has_all_its_letters(
    typed: str, told: dict[str, Told], assessment: Assessment, content: Content, ja: Words
) -> None:
    pdf = person_pdf(told["planner"].result, assessment, content, ja, typed, ON)
    assert set(packed(typed)) <= set(text_of(pdf))
    assert "Noto" in " ".join(name for name, _ in fonts_of(pdf))


@pytest.mark.parametrize("typed", ["", " \u3000", "\x00\x07", "\u200d\u2060\ufeff", "\u202e\u2066", "\u3164\u115f"])
def test_a_name_of_nothing_is_no_name(typed: str) -> None:
    assert printed_name(typed, 20) == ""


@given(ANY)
def test_a_name_is_never_lost(typed: str) -> None:
    line = printed_name(typed, 60)
    kept = as_set(typed)
    for letter in line:
        assert letter in kept or letter in (" ", ELLIPSIS)
    if GETA in kept:
        assert line


def test_a_name_is_cut_between_characters_only() -> None:
    for cluster in ("👩‍👩‍👧‍👦", "🇯🇵", "e\u0323\u0301", "葛\U000e0100"):
        for width in range(6, 30):
            line = printed_name(cluster * 20, width).removesuffix(ELLIPSIS)
            assert line == as_set(cluster) * (len(line) // len(as_set(cluster)))


def renamed(assessment: Assessment, role: str, trait: str) -> Assessment:
    """Its roles are called ``role``, its traits ``trait`` and it itself both."""

    def text(words: str) -> Text:
        return Text.model_construct(root={"ja": words, "en": words})

    traits = [
        one.model_copy(update={"name": text(trait), "short": None, "low": text(trait), "high": text(role)})
        for one in assessment.traits
    ]
    roles = [one.model_copy(update={"name": text(role), "short": None}) for one in assessment.roles]
    return assessment.model_copy(
        update={"traits": tuple(traits), "roles": tuple(roles), "title": text(f"{role}{trait}")}
    )


HARD = [
    ("夜勤🌙", "👩‍👩‍👧‍👦 家族"),
    ("ผู้จัดการ مدير", "שָׁלוֹם नमस्ते"),
    ("外字\ue000\U0010ffff", "⠿ᏣᎳ\U0001fae9"),
    ("🇯🇵☕\ufe0f1\ufe0f\u20e3", "か\u3099 e\u0301 r\u0303 葛\U000e0100"),
    ("A\u0e49>\u0338<&", "\u0301\u0301 \u1160\u032d #\u180f"),
]


@pytest.mark.parametrize(("role", "trait"), HARD)
@pytest.mark.parametrize("kind", ["planner", "tie", "warning", "unscored"])
def test_an_authors_words_come_out(
    kind: str, role: str, trait: str, told: dict[str, Told], assessment: Assessment, content: Content, words: Words
) -> None:
    named = renamed(assessment, role, trait)
    pdf = person_pdf(told[kind].result, named, content, words, role, ON)
    assert pages_of(pdf) == {"unscored": 1, "tie": 2}.get(kind, 3)
    assert "Tagged:          yes" in poppler("pdfinfo", pdf)
    assert b"pdfuaid" in pdf, "it still claims to be accessible"
    text = text_of(pdf)
    beginning = packed(as_set(role))[:4]
    assert set(beginning) <= set(text)
    assert (packed(words("report.gaps", mark=GETA)) in text) == (GETA in as_set(role + trait))
    for shape in ("wide", "square"):
        share_card(told[kind].result, named, words, shape, role)


@pytest.mark.parametrize(
    ("role", "trait"),
    [("W" * 60, "i" * 80), ("Donaudampfschifffahrtsgesellschaft", "長" * 60), ("ผู้จัดการ" * 9, "🌙" * 40)],
)
def test_a_long_word_stays_between_the_margins(
    role: str, trait: str, told: dict[str, Told], assessment: Assessment, content: Content, words: Words
) -> None:
    pdf = person_pdf(told["planner"].result, renamed(assessment, role, trait), content, words, role, ON)
    ends = [float(found) for found in re.findall(r'xMax="([\d.]+)"', poppler("pdftotext", pdf, "-bbox"))]
    assert ends
    assert max(ends) < 595.3 - 24


def test_unseen_characters_of_every_kind_stop_no_report(
    told: dict[str, Told], assessment: Assessment, ja: Words
) -> None:
    """Each between letters, before a geta mark and at the end: what a font does with them depends on their place."""
    unseen = [chr(at) for at in range(0x110000) if regex.match(r"\p{Default_Ignorable_Code_Point}|\p{Cf}", chr(at))]
    card = card_of(told["planner"].result, assessment, ja, "wide", "")
    for part in ("a{}b", "C{}\ue000", "山{}", "🌙{}م"):
        texts = " ".join(part.format(one) for one in unseen)
        assert b"pdfuaid" in typeset_pdf("card.typ", card | {"name": texts}, MOMENT)


@pytest.mark.parametrize("times", [90, 200, 3000])
def test_a_text_that_changes_scripts_all_the_time_is_set_too(
    times: int, told: dict[str, Told], assessment: Assessment, ja: Words
) -> None:
    card = card_of(told["planner"].result, assessment, ja, "wide", "")
    mixed = "".join(f"{chr(0x1F300 + at % 800)}{chr(0x0E01 + at % 40)}山" for at in range(times))
    assert typeset_pdf("card.typ", card | {"name": as_set(mixed)}, MOMENT).startswith(b"%PDF")


@FIT
@given(ANY, ANY, ANY)
def test_any_words_make_a_report(
    told: dict[str, Told], assessment: Assessment, content: Content, ja: Words, name: str, role: str, trait: str
) -> None:
    named = renamed(assessment, role or "役", trait or "性")
    card = card_of(told["planner"].result, named, ja, "wide", name)
    pdf = typeset_pdf("card.typ", card, MOMENT)
    assert b"pdfuaid" in pdf
    if card["name"].isascii():
        assert packed(card["name"]) in text_of(pdf)


@settings(FIT, max_examples=examples(8))
@given(ANY, ANY, ANY)
def test_any_words_make_a_whole_report(
    told: dict[str, Told], assessment: Assessment, content: Content, ja: Words, name: str, role: str, trait: str
) -> None:
    named = renamed(assessment, role or "役", trait or "性")
    pdf = person_pdf(told["expert"].result, named, content, ja, name, ON)
    assert b"pdfuaid" in pdf


def picture_of(text: str, anchor: str) -> dict[str, object]:
    canvas = Canvas(PALETTES["light"], 200)
    canvas.text({"start": 20, "middle": 100, "end": 180}[anchor], 30, text, size=20, anchor=anchor)  # type: ignore[arg-type]
    drawing, texts = lifted(canvas.svg(60), 200)
    return {"svg": drawing, "texts": texts, "width": 200, "alt": "-"}


def test_a_pictures_difficult_texts_are_set_over_it() -> None:
    for text in ("夜勤🌙", "ผู้จัดการ", "か\u309a", "مدير"):
        made = picture_of(text, "end")
        assert not list(ElementTree.fromstring(str(made["svg"])).iter("{http://www.w3.org/2000/svg}text"))
        assert made["texts"] == [
            {"x": 180, "y": 30, "size": 20, "weight": "regular", "colour": "#1B2430", "anchor": "end", "text": text}
        ]
    plain = Canvas(PALETTES["light"], 200)
    plain.text(5, 10, "長期志向 (髙﨑①) Long-term")
    assert lifted(plain.svg(20), 100) == (plain.svg(20), [])


@pytest.mark.parametrize("anchor", ["start", "middle", "end"])
def test_what_is_set_over_a_picture_stands_where_the_picture_would_have_set_it(
    anchor: str, monkeypatch: pytest.MonkeyPatch, told: dict[str, Told], assessment: Assessment, ja: Words
) -> None:
    """The same plain text, once drawn by the picture's own renderer and once by the page."""

    def seen() -> Image.Image:
        card = card_of(told["planner"].result, assessment, ja, "wide", "")
        card["picture"] = picture_of("適合度 Fit 63", anchor) | {"title": ""}
        with Image.open(io.BytesIO(typesetting.typeset_png("card.typ", card, 144))) as picture:
            return picture.convert("L")

    own = seen()
    monkeypatch.setattr("reports.paper.lifted_texts.is_plain", lambda text: False)
    over = seen()
    # The two engines smooth letters a little differently: nothing is darker by more than an edge.
    difference = ImageChops.difference(own, over).resize((own.width // 8, own.height // 8), Image.Resampling.BOX)
    assert difference.getextrema()[1] < 40
    assert over.getextrema() != Image.new("L", over.size, 255).getextrema()


def test_a_text_that_the_typesetter_refuses_still_comes_out(
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    told: dict[str, Told],
    assessment: Assessment,
    ja: Words,
) -> None:
    """If the fonts hold less than they say: a file without the claim to be accessible, and no name in the log."""
    card = card_of(told["planner"].result, assessment, ja, "wide", "")
    monkeypatch.setattr(typesetting, "as_set_in", dict)
    with caplog.at_level(logging.WARNING):
        pdf = typeset_pdf("card.typ", card | {"name": "山田ᏣᎳᎩ"}, MOMENT)
    assert "山田" in text_of(pdf)
    assert b"pdfuaid" not in pdf
    assert len(caplog.records) == 1
    assert "山田" not in caplog.text


def test_a_typesetter_that_breaks_down_is_an_error_like_others_and_is_replaced(
    monkeypatch: pytest.MonkeyPatch, told: dict[str, Told], assessment: Assessment, ja: Words
) -> None:
    class PanicException(BaseException):
        """What the typesetter's Rust raises; it cannot be imported."""

    class Broken:
        def compile(self, *_: object, **__: object) -> bytes:
            raise PanicException("山田")

    card = card_of(told["planner"].result, assessment, ja, "wide", "")
    good = typeset_pdf("card.typ", card, MOMENT)
    kept = typesetting._made()
    with monkeypatch.context() as broken:
        broken.setattr(typesetting, "_kept", lambda: typesetting._Kept(Broken(), kept.lock))
        with pytest.raises(TypesetterBroke) as failed:
            typeset_pdf("card.typ", card, MOMENT)
        assert "山田" not in str(failed.value)
    assert typesetting._made() is not kept
    assert typeset_pdf("card.typ", card, MOMENT) == good
