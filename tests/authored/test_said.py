"""What pages say of an assessment that is not ours: in whose words, in which language, and with which next step."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog.site import site_catalog
from tests.authored.drawn import drawn
from tests.authored.foreign import write_all
from tests.authored.lighthouse import both, write_lighthouse
from tests.views.other_files import ROOT, Visitor, at_the, serve

PAGES = {
    "name": both("灯台の診断", "Lighthouse"),
    "headline": both("岬で暮らせますか？", "Could you live on a cape?"),
    "lead": both("海を見ながら考えます。", "To think over by the sea."),
    "gives": [both("灯の守り方。", "How to keep a light.")],
    "is_not": [both("天気は当てません。", "It does not tell the weather.")],
    "what": both("岬の人がつくりました。", "Made by people of the cape."),
    "sources": [both("海図第7号", "Chart no. 7")],
    "ask": {"items": both("岬の一日を思い浮かべてください。", "Picture a day on the cape.")},
    "hint": {"items": both("霧の日も。", "In fog too.")},
    "how": [both("風の音を聞きながら。", "Listening to the wind.")],
    "forms": {"short": both("船が待っているなら。", "If a boat is waiting.")},
    "method": {"weights": both("三人の灯台守に聞きました。", "Three keepers told us.")},
    "roles": both("たった一つの仕事です。", "There is but one."),
}
SAMPLE = {
    "id": "gull",
    "name": both("カモメさん", "Gull"),
    "about": both("風が好き。", "Likes the wind."),
    "form": "full",
    "answers": {"watch_1": 4, "repair_1": 4, "weather_1": 4, "solitude_1": 4, "storm": "climb"},
}


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_all(tmp_path_factory.mktemp("said") / "questions")


@pytest.fixture(autouse=True)
def own_catalog() -> Iterator[None]:
    yield
    site_catalog.cache_clear()


def least(tmp_path: Path, *languages: str) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    named = [{"id": language, "name": language} for language in languages]
    (folder / "site.yaml").write_text(json.dumps({"languages": named}), encoding="utf-8")
    (folder / "facts.yaml").write_text('{"articles": [], "facts": []}', encoding="utf-8")
    return folder


def test_its_own_words_stand_on_every_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_lighthouse(tmp_path / "questions")
    (folder / "pages.yaml").write_text(json.dumps(PAGES, ensure_ascii=False), encoding="utf-8")
    (folder / "samples.yaml").write_text(json.dumps([SAMPLE], ensure_ascii=False), encoding="utf-8")
    served = serve(monkeypatch, folder.parent, least(tmp_path, "ja", "en"))["lighthouse"]
    visitor = Visitor(served)
    start = drawn(visitor.app)
    for said in ("岬で暮らせますか？", "海を見ながら考えます。", "灯の守り方。", "天気は当てません。", "カモメさん"):
        assert said in start, said
    assert "採用の合否は決めません。" not in start
    asked = visitor.open("assessment")
    assert "風の音を聞きながら。" in asked
    assert "船が待っているなら。" in asked
    visitor.answer({})
    asked = visitor.open("assessment")
    assert "岬の一日を思い浮かべてください。" in asked
    assert "霧の日も。" in asked
    method = visitor.open("method")
    assert "三人の灯台守に聞きました。" in method
    assert "海図第7号" in method
    assert "岬の人がつくりました。" in visitor.open("about")
    assert "たった一つの仕事です。" in visitor.open("roles")
    assert "これはサンプルです。カモメさん：風が好き。" in visitor.open("result", sample="gull")
    assert "灯台の診断" in drawn(visitor.app)
    assert site_catalog().get().content.words("en")("site.shell.title") == "Lighthouse"


def test_beside_others_the_site_has_its_own_name(
    foreign: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = tmp_path / "questions"
    shutil.copytree(foreign / "big_five", questions / "big_five")
    (write_lighthouse(questions) / "pages.yaml").write_text(json.dumps(PAGES, ensure_ascii=False), encoding="utf-8")
    visitor = Visitor(serve(monkeypatch, questions, least(tmp_path, "ja"))["lighthouse"])
    start = drawn(visitor.app)
    assert "岬で暮らせますか？" in start
    assert "灯台の診断" not in start
    assert "自分を知る診断" in start


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("facets", "en", "The questions and the results of this questionnaire are in Japanese."),
        ("hotel", "ja", "この診断の質問と結果は、英語で書かれています。"),
    ],
)
def test_another_language_is_said_once_on_a_page(
    foreign: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, language: str, said: str
) -> None:
    served = serve(monkeypatch, foreign, least(tmp_path, "ja", "en"))[name]
    visitor = Visitor(served, language)
    assert drawn(visitor.app).count(said) == 1
    for page in ("assessment", "method"):
        visitor.open(page)
        assert drawn(visitor.app).count(said) == 1, page
    visitor.answer(at_the(served, "high"))
    visitor.open("assessment")
    assert said not in drawn(visitor.app), "not beside every question"
    visitor.open("result")
    assert drawn(visitor.app).count(said) == 1
    other = Visitor(served, served.languages[0])
    assert 'role="note"' not in other.whole("start")


def test_a_half_translated_one_says_so(foreign: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "questions" / "big_five"
    shutil.copytree(foreign / "big_five", folder)
    traits = (folder / "traits.yaml").read_text(encoding="utf-8")
    (folder / "traits.yaml").write_text(traits.replace(', en: "Agreeableness"', "", 1), encoding="utf-8")
    served = serve(monkeypatch, folder.parent, least(tmp_path, "ja", "en"))["big_five"]
    said = "Parts of this questionnaire are not in English yet and are shown in Japanese."
    assert said in drawn(Visitor(served, "en").app)
    japanese = Visitor(served, "ja")
    assert 'role="note"' not in japanese.whole("start")


@pytest.mark.parametrize(("name", "language"), [("facets", "ja"), ("hotel", "en")])
def test_a_site_of_one_language_serves_it(
    foreign: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, language: str
) -> None:
    shutil.copytree(foreign / name, tmp_path / "questions" / name)
    served = serve(monkeypatch, tmp_path / "questions", least(tmp_path, language))[name]
    visitor = Visitor(served, language)
    visitor.answer(at_the(served, "high"))
    shown = visitor.open("result")
    assert 'class="fit-verdict"' in shown
    assert 'role="note"' not in shown
    assert not [button for button in visitor.app.button if (button.key or "").startswith("speak_")]


def test_traits_alone_are_open_and_lead_on(foreign: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served = serve(monkeypatch, foreign, least(tmp_path, "ja"))["facets"]
    visitor = Visitor(served)
    visitor.open("result")
    assert visitor.app.button(key="answer").label == "質問に答える"
    answers = at_the(served, "high")
    visitor.answer(answers)
    shown = visitor.open("result")
    assert "<h1>30個の特性について、あなたの得点です。</h1>" in shown
    assert 'id="chapter-profile"' in shown
    assert 'href="#chapter-details"' in shown
    assert "心配の表れ方。" in shown, "what each trait is about"
    assert not [box for box in visitor.app.expander if "特性" in box.label], "the profile is not folded away"
    assert not [button for button in visitor.app.button if button.key == "answer"]
    visitor.answer(dict(list(answers.items())[:90]))
    shown = visitor.open("result")
    assert visitor.app.button(key="more").label == "残りの質問に答える"


def test_one_form_offers_no_choice_of_forms(foreign: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served = serve(monkeypatch, foreign, least(tmp_path, "ja"))
    assert "どちらで答えますか" not in Visitor(served["big_five"]).open("assessment")
    assert "どちらで答えますか" in Visitor(served["lighthouse"]).open("assessment")


def test_lessons_of_ours_are_offered_beside_ours_only(
    foreign: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def menu(visitor: Visitor) -> set[str]:
        return {str(link.proto.page) for link in visitor.app.get("page_link")}

    alone = serve(monkeypatch, foreign)
    assert not menu(Visitor(alone["hotel"])) & {"learn", "compare"}
    assert site_catalog().get().content.learning is None
    shutil.copytree(foreign / "hotel", tmp_path / "hotel")
    shutil.copytree(ROOT / "questions" / "customer_roles", tmp_path / "customer_roles")
    together = serve(monkeypatch, tmp_path)
    assert not menu(Visitor(together["hotel"])) & {"learn", "compare"}
    assert {"learn", "compare", "roles"} <= menu(Visitor(together["customer_roles"]))
