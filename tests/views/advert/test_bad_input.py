"""Whatever is pasted or dropped: a kind sentence, what was typed kept, and nothing run."""

from __future__ import annotations

import pytest
import typst

from tests.shipped import shipped_content
from tests.views.advert.reader import AdvertPage
from views.frame.markup import esc

SAMPLE = next(one for one in shipped_content().advert_samples if one.id == "plain")
JOB = SAMPLE.text.in_language("ja")
POEM = "古い池のほとりに、朝の光がさしています。\n風がわたり、水の面に、ひとひらの葉が落ちました。\n" * 4
MENU = "\n".join(["ホーム", "求人検索", "ログイン", "会員登録", "気になる", "応募する"] * 10)
RUSSIAN = "Мы ищем сотрудника для работы с клиентами. График пять дней в неделю, обучение две недели. " * 4
SCRIPT = "<div><p>" + JOB + "</p><script>alert('x')</script><img src=x onerror=alert(1)></div>"
LANGUAGES = ["ja", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_asked_for(language: str) -> None:
    page = AdvertPage(language)
    assert page.said == []
    page.press("advert_read_0")
    assert page.said == [esc(page.words("says.empty"))]
    assert "fit-verdict" not in page.shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("body", "silence"),
    [("営業", "too_short"), (POEM, "nothing_said"), (RUSSIAN, "other_language")],
    ids=["one word", "a poem", "another language"],
)
def test_what_tells_nothing_is_said_kindly(language: str, body: str, silence: str) -> None:
    page = AdvertPage(language).paste(body)
    assert esc(page.words(f"says.{silence}")) in page.shown
    assert esc(page.words("verdict.unknown")) in page.shown
    assert page.typed() == body


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (JOB + "\n" + "あいうえお。" * 34_000, ["too_long"]),
        (f"{JOB}\n{JOB}", ["doubled"]),
        (f"{MENU}\n{JOB}", ["menus"]),
        ("\n".join(f"> {line}" for line in JOB.splitlines()), ["quoted"]),
        (SCRIPT, ["markup"]),
    ],
    ids=["200,000 characters", "twice", "a whole page", "a quoted mail", "scripts"],
)
def test_odd_texts_are_read_and_their_oddness_is_said(body: str, said: list[str]) -> None:
    page = AdvertPage("ja").paste(body, SAMPLE.title.in_language("ja"))
    assert page.said == [esc(page.words(f"says.{one}", n="20,000")) for one in said]
    assert page.words("verdict.unknown") not in page.shown
    assert page.typed() == body


def test_tags_and_scripts_are_shown_as_text() -> None:
    shown = AdvertPage("ja").paste(SCRIPT, "<b>営業</b>").shown
    assert "<script>alert" not in shown
    assert "<img" not in shown
    assert "<b>営業" not in shown
    assert esc("<script>alert('x')</script>") in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scan_says_that_it_has_no_text(language: str) -> None:
    made = typst.compile(b"#rect(width: 10cm, height: 4cm, fill: gray)")
    assert isinstance(made, bytes)
    page = AdvertPage(language).paste("そのまま").drop("求人.pdf", made)
    assert esc(page.words("file.no_text")) in page.shown
    assert page.typed() == "そのまま"


@pytest.mark.parametrize(
    ("data", "fault"),
    [(b"", "empty"), (b"%PDF-1.4 torn", "damaged"), (b"\x89PNG\r\n\x1a\n" + bytes(32), "other_kind")],
)
def test_a_file_without_text_says_why(data: bytes, fault: str) -> None:
    page = AdvertPage("ja").drop("file", data)
    assert esc(page.words(f"file.{fault}", megabytes=4)) in page.shown


def test_a_file_fills_the_field_and_is_let_go() -> None:
    page = AdvertPage("ja").drop("job.txt", f"カスタマーサポート\n{JOB}".encode("utf-8-sig"))
    assert page.typed() == f"カスタマーサポート\n{JOB}"
    assert page.words("file.taken") in page.shown
    assert [file.value for file in page.app.file_uploader] == [None]
    assert "fit-advert-title" in page.shown


def test_cleared_fields_are_empty_and_ask_for_nothing() -> None:
    page = AdvertPage("ja").paste(JOB, "営業").press("advert_clear_0")
    assert page.typed() == ""
    assert "fit-verdict" not in page.shown
    assert page.said == []
