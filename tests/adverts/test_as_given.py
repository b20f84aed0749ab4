"""What is said of a text before it is read, and where its title is found."""

from __future__ import annotations

import pytest

from adverts.as_given import MOST, oddities, same_text, title_and_text

JOB = """お問い合わせにメールでお答えする仕事です。
勤務時間は9時から18時、月給は25万円です。
研修は2週間。場所は静岡市です。"""
PAGE = "\n".join(["ホーム", "求人検索", "ログイン", "会員登録", "気になる", "応募する"] * 8) + "\n" + JOB
MAIL = "お世話になっております。\n" + "\n".join(f"> {line}" for line in JOB.splitlines())
MARKUP = "<div><p>Support</p><script>alert(1)</script></div>"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ()),
        ("営業", ()),
        (JOB, ()),
        (JOB * 2, ("doubled",)),
        (f"{JOB}\n\n{JOB}\n", ("doubled",)),
        (JOB + JOB[:-1], ()),
        (PAGE, ("menus",)),
        (MAIL, ("quoted",)),
        (MARKUP, ("markup",)),
        ("年収 < 400万円 > 300万円", ()),
        ("あ" * MOST, ("doubled",)),
        ("あ" * MOST + "い", ("too_long", "doubled")),
        ("お仕事です。" + "い" * 200_000, ("too_long",)),
    ],
)
def test_what_is_odd_about_a_text(text: str, said: tuple[str, ...]) -> None:
    assert oddities(text) == said


def test_an_advertisement_of_short_lines_is_no_menu() -> None:
    lines = [f"・{n}：電話の応対" for n in range(20)] + [f"【{n}】" for n in range(20)]
    assert oddities("\n".join(lines)) == ()


@pytest.mark.parametrize(
    ("title", "text", "read"),
    [
        ("", f"カスタマーサポート\n{JOB}", ("カスタマーサポート", JOB)),
        ("", f"\n\n  カスタマーサポート \n\n{JOB}", ("カスタマーサポート", JOB)),
        ("", JOB, ("", JOB)),
        ("", "カスタマーサポート", ("", "カスタマーサポート")),
        ("", "", ("", "")),
        (" 営業 ", f"カスタマーサポート\n{JOB}", ("営業", f"カスタマーサポート\n{JOB}")),
        ("", f"{'長' * 80}\n{JOB}", ("", f"{'長' * 80}\n{JOB}")),
    ],
)
def test_the_first_line_is_the_title_where_it_looks_like_one(title: str, text: str, read: tuple[str, str]) -> None:
    assert title_and_text(title, text) == read


def test_no_more_than_the_most_is_read() -> None:
    assert len(title_and_text("", "お仕事です。" + "い" * 200_000).text) == MOST


def test_spaces_make_no_other_text() -> None:
    assert same_text(JOB, JOB.replace("\n", "\n\n  "))
    assert not same_text(JOB, JOB + "。")
    assert not same_text("", " ")
