"""Several assessments on one site: the shelf, an address each that every link keeps, and those unlisted or off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from streamlit.testing.v1 import AppTest

from catalog.load import load_assessment
from catalog.site import site_catalog
from catalog.versions import texts_of
from people.respondent.sheet import AnswerSheet
from tests.made_questions import write_assessment
from tests.views.other_files import Visitor, at_the, serve
from tests.views.pages import FILES, ROOT, SECONDS, text
from views.frame.addresses import ADDRESSES, BY_NAME
from views.taking.session import KEY

SITE = str(ROOT / "views" / "site.py")
KEPT = tuple(address for address in ADDRESSES if address.speaks_of_one)
SLUGS = {address.slug: address.name for address in ADDRESSES}


@pytest.fixture(autouse=True)
def own_catalog() -> Iterator[None]:
    yield
    site_catalog.cache_clear()


def on_shelf(folder: Path, **keys: object) -> None:
    """Writes where the assessment stands into its assessment.yaml, and what else is given."""
    path = folder / "assessment.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump(read | keys, allow_unicode=True, sort_keys=False), encoding="utf-8")


def questions(tmp_path: Path, **shelf: dict[str, object]) -> Path:
    """Assessments by name, each with its keys of the shelf; ``about`` is what their cards say."""
    folder = tmp_path / "questions"
    for name, keys in shelf.items():
        about = {"ja": f"{name}についての診断です。", "en": f"About {name}."}
        on_shelf(write_assessment(folder, name, roles=2, guidance=True), about=about, **keys)
    return folder


def visit(**query: str) -> AppTest:
    app = AppTest.from_file(SITE, default_timeout=SECONDS)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception, app.exception
    return app


def address_of(app: AppTest) -> dict[str, str]:
    return {key: value[0] if isinstance(value, list) else value for key, value in app.query_params.items()}


def links(app: AppTest) -> list[tuple[str, dict[str, list[str]]]]:
    """Every link of the page inside the site: where it leads, by the page's name, and what its address says."""
    found = [(str(link.proto.page) or "", str(link.proto.query_string)) for link in app.get("page_link")]
    for href in re.findall(r'href="(/[^"]*)"', text(app)):
        parts = urlsplit(href.replace("&amp;", "&"))
        found.append((parts.path.strip("/"), parts.query))
    return [(SLUGS.get(page, page), parse_qs(query.lstrip("?"))) for page, query in found]


def titles(app: AppTest) -> list[str]:
    return re.findall(r"<h2>(診断\w+)</h2>", text(app))


def test_the_start_page_is_a_shelf_in_the_order_of_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = questions(tmp_path, a={"place": 3}, b={}, c={"place": 1}, d={"shown": "unlisted"}, e={"shown": "off"})
    served = serve(monkeypatch, folder)
    assert list(served) == ["c", "a", "b", "d"]
    shown = visit()
    assert titles(shown) == ["診断c", "診断a", "診断b"]
    for said in ("cについての診断です。", "約3分", "10問", "日本語", "English", "どの診断に答えますか"):
        assert said in text(shown), said
    wanted = [("start", {"assessment": [name]}) for name in ("c", "a", "b")]
    assert [one for one in links(shown) if "assessment" in one[1]] == wanted
    assert "第1.0.0版" not in text(shown)
    assert {name for name, _ in links(shown)}.isdisjoint({"assessment", "result", "roles", "method"})


def test_with_one_listed_the_start_page_is_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, questions(tmp_path, a={"shown": "unlisted"}, b={}, c={"shown": "off"}))
    shown = visit()
    assert [button.key for button in shown.button if button.key == "go"] == ["go"]
    assert "診断b" in text(shown)
    assert "どの診断" not in text(shown)
    alone = tmp_path / "alone"
    serve(monkeypatch, questions(alone, b={}))
    assert all("assessment" not in query for _, query in links(visit()))


@pytest.mark.parametrize(("name", "front"), [("a", {}), ("b", {"assessment": ["b"]})], ids=["listed", "unlisted"])
def test_every_link_of_every_page_keeps_the_assessment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, front: dict[str, list[str]]
) -> None:
    served = serve(monkeypatch, questions(tmp_path, a={}, b={"shown": "unlisted"}, c={}))
    visitor = Visitor(served[name], "en")
    visitor.answer(at_the(served[name], "high"))
    for page in KEPT:
        if page.name != "start":
            visitor.open(page.name)
            # One that has nothing to show leads to the front page, which says so.
            led = {"lost": "1"} if page.name == "compare" else {}
            assert address_of(visitor.app) == {"lang": "en", "assessment": name, **led}, page.name
        assert links(visitor.app), page.name
        for leads_to, query in links(visitor.app):
            kept = query | {key: value for key, value in {"lang": ["en"]}.items() if leads_to != "mine"}
            assert kept == query, (page.name, leads_to, query)
            if leads_to == "start":
                assert {key: value for key, value in query.items() if key == "assessment"} == front, page.name
            elif leads_to in BY_NAME and BY_NAME[leads_to].speaks_of_one:
                assert query["assessment"] == [name], (page.name, leads_to)
        for hidden in re.findall(r"<form[^>]*>.*?</form>", text(visitor.app), re.DOTALL):
            assert ('name="assessment"' in hidden) is ("/leave" not in hidden or bool(front)), hidden


def test_a_download_says_which_assessment_it_is_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served = serve(monkeypatch, questions(tmp_path, a={}, b={}))
    names = []
    monkeypatch.setattr("views.result.downloads.file_button", lambda words, kind, name, *_: names.append(name))
    visitor = Visitor(served["b"])
    visitor.answer(at_the(served["b"], "high"))
    visitor.open("result")
    assert "fit-result-b-pdf.pdf" in names
    assert all(name.startswith("fit-result-b-") for name in names)


def test_a_switch_of_the_language_and_a_reload_keep_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, questions(tmp_path, a={}, b={}))
    for page in ("start", "result", "method", "learn"):
        app = visit(assessment="b")
        if page != "start":
            app.switch_page(str(ROOT / "views" / FILES[page])).run()
        app.button(key="speak_en").click().run()
        assert address_of(app) == {"lang": "en", "assessment": "b"}, page
        again = visit(**address_of(app))
        assert "Title of b (version 1.0.0)" in text(again), page


def test_pages_about_one_lead_to_the_shelf_until_it_is_settled_which(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve(monkeypatch, questions(tmp_path, a={}, b={}))
    for page in ("assessment", "result", "roles", "method"):
        app = visit()
        app.switch_page(str(ROOT / "views" / FILES[page])).run()
        assert titles(app) == ["診断a", "診断b"], page
    app = visit()
    app.switch_page(str(ROOT / "views" / FILES["learn"])).run()
    assert titles(app) == []


def test_an_unlisted_one_is_reached_by_its_address_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, questions(tmp_path, a={}, b={"shown": "unlisted"}, c={}))
    assert "診断b" not in text(visit())
    app = visit(assessment="b")
    assert "診断b" in text(app)
    assert "診断を選ぶ" not in [link.proto.label for link in app.get("page_link")]
    app.button(key="go").click().run()
    assert address_of(app) == {"assessment": "b"}
    assert [button.key for button in app.button if str(button.key).startswith("take_")] == ["take_full"]


def test_an_unknown_address_says_so_and_offers_the_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, questions(tmp_path, a={}, b={}))
    for page in ("start", "assessment", "result", "method"):
        app = visit(lang="en")
        app.query_params["assessment"] = "nothing"
        app.switch_page(str(ROOT / "views" / FILES[page]))
        app.query_params["assessment"] = "nothing"
        app.run()
        assert "We could not find that questionnaire." in text(app), page
        assert "Which questionnaire would you like to take?" in text(app), page


def test_one_that_is_switched_off_in_the_middle_says_so_and_keeps_the_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = questions(tmp_path, a={}, b={})
    served = serve(monkeypatch, folder)
    app = visit(assessment="b")
    sheet = AnswerSheet("b", path=("full",), answers={"t0_1": 2})
    app.session_state[KEY + "b"] = sheet
    app.switch_page(str(ROOT / "views" / FILES["assessment"])).run()
    on_shelf(folder / "b", shown="off")
    site_catalog.cache_clear()
    app.radio[1].set_value(3).run()
    assert sheet.answers == {"t0_1": 2, "t0_2": 3}, "the last tap counts for the assessment that it was made in"
    assert "「診断b」は、いま受け付けていません" in text(app)
    assert "ここまでの回答は、この画面を閉じると失われます" in text(app)
    assert "data-lost-on-leaving" in text(app)
    assert address_of(app) == {"assessment": "b"}
    assert not app.radio
    assert not [link for link in links(app) if link[0] == "start" and "assessment" in link[1]]
    app.button(key="speak_en").click().run()
    assert "“Title of b” is not open at the moment" in text(app)
    for page in ("result", "roles", "method"):
        other = visit(assessment="b")
        other.switch_page(str(ROOT / "views" / FILES[page])).run()
        assert "いま受け付けていません" in text(other), page
    on_shelf(folder / "b", shown="listed")
    site_catalog.cache_clear()
    app.run()
    assert [radio.value for radio in app.radio][:2] == [2, 3]
    assert site_catalog().get().assessments["b"].files_hash == served["b"].files_hash


def test_one_whose_folder_is_taken_away_in_the_middle_is_told_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = questions(tmp_path, a={}, b={})
    serve(monkeypatch, folder)
    app = visit(assessment="b")
    sheet = AnswerSheet("b", path=("full",), answers={"t0_1": 2})
    app.session_state[KEY + "b"] = sheet
    app.switch_page(str(ROOT / "views" / FILES["assessment"])).run()
    (folder / "b").rename(tmp_path / "away")
    site_catalog.cache_clear()
    app.radio[1].set_value(3).run()
    assert sheet.answers == {"t0_1": 2, "t0_2": 3}
    assert "「診断b」は、いま受け付けていません" in text(app)


def test_with_everything_off_the_site_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, questions(tmp_path, a={"shown": "off"}, b={"shown": "off"}))
    app = visit()
    assert "いま、公開している診断はありません" in text(app)
    for page in ("result", "roles", "learn", "about", "organise"):
        app.switch_page(str(ROOT / "views" / FILES[page])).run()
        assert not app.exception, (page, app.exception)


def test_where_it_stands_on_the_shelf_is_no_new_edition(tmp_path: Path) -> None:
    """A change of it must not tell everybody that their result is of an older version."""
    folder = write_assessment(tmp_path, "a", roles=2)
    on_shelf(folder)
    plain = load_assessment(folder)
    on_shelf(folder, shown="unlisted", place=7)
    placed = load_assessment(folder)
    assert (placed.shown, placed.place) == ("unlisted", 7)
    assert placed.files_hash == plain.files_hash
    assert texts_of(tmp_path, plain) is not None
    on_shelf(folder, version="1.0.1")
    assert load_assessment(folder).files_hash != plain.files_hash
