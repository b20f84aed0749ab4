"""Spelling, lines, headings and negation: what a text is made into before its words count."""

from __future__ import annotations

import re

import pytest

from adverts.folding import AS_THEY_ARE, fold_word, letter, letters_of, straightened
from adverts.read import read
from adverts.reading import Finding, Reading
from tests.shipped import shipped_content


def reading(text: str, title: str = "") -> Reading:
    return read(text, title, shipped_content(), "ja")


def marks(text: str) -> list[Finding]:
    return list(reading(text).findings)


def only(text: str, quote: str) -> Finding:
    """The mark that lies over ``quote``."""
    at = text.index(quote)
    found = [one for one in marks(text) if one.start < at + len(quote) and at < one.end]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("サーバー", "サーバ"),
        ("ｺｰﾙｾﾝﾀｰ", "コールセンター"),
        ("カスタマー・サクセス", "カスタマーサクセス"),
        ("カスタマー サクセス", "カスタマーサクセス"),
        ("ヴァイオリン", "バイオリン"),
        ("インターフェイス", "インターフェース"),
        ("３ヶ月", "3か月"),
        ("お客さま", "お客様"),
        ("ＯＪＴ", "ojt"),
        ("か\u3099いた\u200b", "がいた"),
        ("cus-\ntomer", "customer"),
    ],
)
def test_one_word_has_one_form(one: str, other: str) -> None:
    assert fold_word(one) == fold_word(other)


def test_every_letter_keeps_its_place() -> None:
    text = "ﾍﾞﾃﾗﾝのサーバー ㌔"
    folded = straightened(*letters_of(text), [])
    assert folded.letters == "ベテランのサバ キロ" or folded.letters == "ベテランのサバキロ"
    assert text[slice(*folded.span(0, 1))] == "ﾍﾞ"
    assert text[slice(*folded.span(5, 7))] == "サーバー"


@pytest.mark.parametrize(
    "text",
    [
        "カスタマーサ\nクセスとして、解約防\n止に取り組みます。",
        "> カスタマーサ\n> クセスとして、解約防\n> 止に取り組みます。",
        "<p>カスタマーサ<b>クセス</b>として、解約防止に取り組みます。</p>",
    ],
)
def test_a_word_that_is_broken_is_found(text: str) -> None:
    assert {"success_named", "success_keep"} <= {one.signal for one in marks(text)}


def test_scripts_of_a_page_are_not_read() -> None:
    assert not marks("<script>var a = '受電と架電のお仕事';</script><style>.コールセンター{}</style>")


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("架電は一切ありません。", "架電", "call_center"),
        ("お電話での受電業務はありません。", "受電", "call_center"),
        ("飛び込み、テレアポ、新規開拓の営業はありません。", "飛び込み", "sales"),
        ("新規開拓を行う仕事ではなく、問い合わせに答えます。", "新規開拓", "sales"),
        ("You will do no cold calling, prospecting or closing.", "cold calling", "sales"),
        ("You will do no cold calling, prospecting or closing.", "prospecting", "sales"),
        ("オンボーディングは導入チームが担当します。", "オンボーディング", "customer_success"),
        ("Troubleshooting is handled by our engineers.", "Troubleshooting", "customer_support"),
    ],
)
def test_what_is_denied_or_done_by_others_speaks_against_its_kind(text: str, quote: str, kind: str) -> None:
    mark = only(text, quote)
    assert (mark.points_to, mark.against) == (None, (kind,))
    assert mark.why


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("受電が中心です。経験は問いません。", "受電"),
        ("トークスクリプトがあるので、未経験でも問題ありません。", "トークスクリプト"),
        ("電話で受電し、訪問はありません。", "受電"),
        ("受電のお仕事です。ノルマはありません。", "受電"),
        ("No experience needed. You will troubleshoot faults.", "troubleshoot"),
    ],
)
def test_a_denial_reaches_no_further_than_its_clause(text: str, quote: str) -> None:
    assert only(text, quote).manner == "said"


def test_words_under_wishes_and_the_company_count_less() -> None:
    said = [
        only(f"{heading}\nコールセンターでの受電業務", "受電").strength
        for heading in ("【仕事内容】", "【歓迎スキル】", "【会社概要】")
    ]
    assert said[0] > 3 * max(said[1:]) > 0


@pytest.mark.parametrize(
    "heading", ["■仕事内容", "１．仕事内容", "◆ お仕事内容：", "## 仕事内容", "〔仕事内容〕", "仕事内容"]
)
def test_a_heading_is_one_in_every_dress(heading: str) -> None:
    assert only(f"{heading}\n受電をお願いします。", "受電").section == "duties"


def test_a_word_behind_a_heading_changes_it_not() -> None:
    text = "About us\nWe repair boilers.\n\nThe job, honestly\nYou take incoming calls."
    assert only(text, "incoming calls").section == "duties"


def test_other_vacancies_state_nothing_of_this_one() -> None:
    text = "仕事内容\nお電話をお受けします。\n\nほかの求人\n新規開拓の営業"
    assert "renewal_or_sales_duty" in {one.condition for one in reading(text).missing}
    assert only(text, "新規開拓").strength < 0.5


def test_the_longest_phrase_wins() -> None:
    found = [one.signal for one in marks("営業時間内の営業活動です。")]
    assert found == ["sales_named"]


def test_a_title_may_say_something_else_than_the_text() -> None:
    text = "受電のお仕事です。トークスクリプトどおりにお答えし、1時間に12件ほどが目安です。120席のセンターです。"
    found = reading(text, "カスタマーサクセス")
    assert (found.title_kind, found.kind, found.title_says) == ("customer_success", "call_center", "other")
    assert reading(text, "コールセンター").title_says == "same"
    assert reading(text, "スタッフ").title_says == "nothing"
    assert reading("", "コールセンター").title_says == "open"


@pytest.mark.parametrize(
    ("text", "silence"),
    [
        ("", "empty"),
        (" \n\u3000", "empty"),
        ("急募", "too_short"),
        ("古池や蛙飛びこむ水の音。" * 30, "nothing_said"),
        ("Wir suchen eine freundliche Person, die gern im Garten arbeitet und Blumen mag. " * 10, "other_language"),
    ],
)
def test_what_says_nothing_is_unknown_and_why(text: str, silence: str) -> None:
    found = reading(text)
    assert (found.verdict, found.kind, found.silence) == ("unknown", None, silence)


def test_a_very_long_text_is_read() -> None:
    found = reading("受電のお仕事です。トークスクリプトどおりにお答えし、1時間に12件ほど。\n" * 1_000)
    assert found.kind == "call_center"


@pytest.mark.parametrize(
    "slogan", ["◎未経験歓迎！受付スタッフ募集◎", "★経験は要りません！笑顔を歓迎★", "■成長を続ける会社で電話の仕事を"]
)
def test_a_slogan_with_a_heading_word_in_it_opens_no_such_section(slogan: str) -> None:
    assert only(f"{slogan}\n\n受電をお願いします。", "受電").strength == only("受電をお願いします。", "受電").strength


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("トークスクリプトは使いません。", "トークスクリプト", "call_center"),
        ("販売ノルマは置きません。", "販売ノルマ", "sales"),
        ("新規開拓は行っておりません。", "新規開拓", "sales"),
        ("トークスクリプトを読むこともありません。", "トークスクリプト", "call_center"),
        ("受電ではなく、原因の切り分けをお願いします。", "受電", "call_center"),
        ("訪問販売を行わず、店でお待ちします。", "訪問販売", "sales"),
        ("不具合の調査は、技術課が受け持ちます。", "不具合の調査", "customer_support"),
        ("新規開拓は営業課の仕事です。", "新規開拓", "sales"),
        ("新規開拓は、この仕事には含まれません。", "新規開拓", "sales"),
        ("There is nothing to troubleshoot here.", "troubleshoot", "customer_support"),
        ("You are never asked to negotiate.", "negotiate", "sales"),
        ("Onboarding is done by a different team.", "Onboarding", "customer_success"),
        ("Troubleshooting stays with the engineers.", "Troubleshooting", "customer_support"),
        ("You do not have to prospect.", "prospect", "sales"),
    ],
)
def test_there_are_many_ways_to_say_not_and_not_here(text: str, quote: str, kind: str) -> None:
    mark = only(text, quote)
    assert mark.points_to is None
    assert kind in mark.against


@pytest.mark.parametrize(
    "text",
    [
        "電話に出られないこともありますが、心配することはありません。受電のお仕事です。",
        "受電だけでなく、メールにもお答えします。",
        "同じ不具合の件数をまとめ、開発部門へ渡します。不具合の調査が仕事です。",
    ],
)
def test_what_only_sounds_like_a_denial_is_none(text: str) -> None:
    assert [one.manner for one in marks(text) if one.points_to or one.against] == ["said"] * len(marks(text))


@pytest.mark.parametrize(
    "text",
    [
        "ホテル向けの予約管理システムを扱います。",
        "フロントの皆さまの手間を減らします。",
        "お客様のお店の予約が増えます。",
        "We make front desk software.",
        "Your customers' guests check in faster.",
    ],
)
def test_the_customers_own_trade_is_not_the_work(text: str) -> None:
    assert reading(text).score["customer_service"].evidence < 0.5


def test_a_stray_word_or_two_of_one_signal_count_half_and_more_count_whole() -> None:
    def evidence(*words: str) -> float:
        return reading("、".join(words)).score["customer_service"].evidence

    one, two, three = (evidence(*("返品", "領収書", "検品")[:number]) for number in (1, 2, 3))
    assert one == pytest.approx(1.0)
    assert two == pytest.approx(1.6)
    assert three == pytest.approx(2 + 1.2 + 0.72)


def test_more_words_around_a_strong_phrase_weaken_it_not() -> None:
    assert only("1時間に12件ほどが目安です。", "1時間に12件").signal == "call_pace"


@pytest.mark.parametrize("heading", ["■担当しないこと", "【やらないこと】", "What you will not do:"])
def test_what_stands_under_such_a_heading_is_no_part_of_the_job(heading: str) -> None:
    mark = only(f"仕事内容\n受電\n\n{heading}\n新規開拓", "新規開拓")
    assert (mark.points_to, mark.against, mark.manner) == (None, ("sales",), "negated")


def test_what_is_called_a_letter_as_it_is_is_one() -> None:
    every = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x11_0000)]))
    as_they_are = re.findall(f"[{AS_THEY_ARE}]", every)
    assert len(as_they_are) > 20_000
    assert [one for one in as_they_are if letter(one) != one] == []
