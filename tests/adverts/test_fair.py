"""What a draft states of what the law asks for, and the words in it that need a second look."""

from __future__ import annotations

import pytest

from adverts.fair import fair_reading
from tests.shipped import shipped_content

TABLE = shipped_content().fair_adverts
assert TABLE is not None

WHOLE = """カスタマーサポート
【業務の内容】（雇入れ直後）お問い合わせへの対応（変更の範囲）当社の業務全般
【契約期間】期間の定めなし　試用期間3か月（同条件）
【就業場所】（雇入れ直後）静岡市の本社（変更の範囲）静岡県内の営業所　転勤なし
【勤務時間】9:00〜18:00（休憩60分）、土日祝休み、残業は月5時間ほど
【給与】月給25万円
【保険】健康保険、厚生年金、雇用保険、労災保険
【募集者】架空商事株式会社　静岡市葵区　住所は下記、電話番号：054-000-0000
【その他】敷地内禁煙"""


def test_a_whole_draft_leaves_nothing_unstated() -> None:
    found = fair_reading(WHOLE, TABLE, "ja")
    assert [duty.id for duty in found.unstated] == []
    assert found.words == ()


@pytest.mark.parametrize(
    ("duty", "headed"),
    [
        ("work", "【仕事の概要】\n第一報を電話で受けます"),
        ("hours", "【時間】\n22：00～翌7：00(仮眠・休憩2時間)"),
        ("pay", "【賃金】\n深夜割増込みで1勤務17,200円"),
        ("pay", "給与：\n  経験により月23万円から"),
        ("place", "Base: Swansea, an open-plan room"),
    ],
)
def test_what_stands_below_a_heading_is_said_with_it(duty: str, headed: str) -> None:
    assert duty in {one.id for one in fair_reading(headed, TABLE, "ja").stated}


@pytest.mark.parametrize("apart", ["給与\n\n5,000円以上で送料無料", "【給与】面談のうえ決定\n・送料は500円"])
def test_an_amount_elsewhere_is_no_pay(apart: str) -> None:
    assert "pay" in {one.id for one in fair_reading(apart, TABLE, "ja").unstated}


@pytest.mark.parametrize("duty", ["work_change", "place_change", "overtime", "insurance", "smoking", "trial", "pay"])
def test_what_is_taken_out_is_missed(duty: str) -> None:
    gone = {
        "work_change": ("（変更の範囲）当社の業務全般", "（雇入れ直後）お問い合わせ"),
        "place_change": ("（変更の範囲）静岡県内の営業所　転勤なし",),
        "overtime": ("残業は月5時間ほど",),
        "insurance": ("健康保険、厚生年金、雇用保険、労災保険", "【保険】"),
        "smoking": ("敷地内禁煙",),
        "trial": ("試用期間3か月（同条件）",),
        "pay": ("月給25万円",),
    }[duty]
    text = WHOLE
    for words in gone:
        assert words in text
        text = text.replace(words, "")
    assert duty in {one.id for one in fair_reading(text, TABLE, "ja").unstated}


def test_renewal_is_asked_for_only_where_there_is_a_term() -> None:
    def asked(text: str) -> set[str]:
        found = fair_reading(text, TABLE, "ja")
        return {one.id for one in (*found.stated, *found.unstated)}

    assert "renewal" not in asked(WHOLE)
    assert "renewal" in asked(WHOLE.replace("期間の定めなし", "契約社員（6か月更新）"))
    assert "agency" in asked("派遣のお仕事です")


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("35歳以下の方を募集します", "age"),
        ("20代が活躍中の職場です", "age"),
        ("若手歓迎", "age"),
        ("We are a young team", "age"),
        ("Applicants under 35 years", "age"),
        ("明るい女性歓迎", "sex"),
        ("男性限定の仕事です", "sex"),
        ("営業マン募集", "sex"),
        ("Experienced salesman wanted", "sex"),
        ("日本国籍の方に限ります", "origin"),
        ("外国人不可", "origin"),
        ("独身の方歓迎", "origin"),
        ("Native speakers only", "origin"),
    ],
)
def test_words_on_age_sex_and_origin_are_found_with_their_rule(text: str, matter: str) -> None:
    found = fair_reading(text, TABLE, "en").words
    assert [one.matter for one in found] == [matter]
    assert all(text[one.place :].startswith(one.phrase) for one in found)
    assert TABLE.law[TABLE.matter[matter].law].id == matter


@pytest.mark.parametrize(
    "text",
    [
        "年齢・性別・国籍にかかわらず応募できます",
        "年齢不問、経験不問",
        "35歳以下（長期勤続によるキャリア形成のため、例外事由3号のイ）",
        "18歳未満の方は22時以降に働けません",
        "定年60歳、65歳まで再雇用あり",
        "主婦（夫）歓迎",
        "女性のお客さまが多い店です",
        "土日祝の勤務を歓迎",
        "We welcome applicants of all ages and genders.",
        "You have managed a team of 20.",
    ],
)
def test_what_is_no_condition_is_left_alone(text: str) -> None:
    assert fair_reading(text, TABLE, "ja").words == ()
