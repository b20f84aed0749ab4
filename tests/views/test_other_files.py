"""What ``python -m catalog check`` passes serves: every page, for questions and content of all kinds."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog.site import site_catalog
from reports.told.headline import headline
from scoring import score_one
from tests.catalog.small_learning import LEARNING
from tests.catalog.small_site import SMALL
from tests.examples import every_nth
from tests.made_questions import write_assessment, write_least_content
from tests.views.other_files import PAGES, ROOT, Visitor, at_the, serve
from views.frame.markup import tag

COUNTS = (0, 1, 2, 4, 6, 12)
MADE = (*(f"roles_{count}" for count in COUNTS), "one_trait", "one_role_bare", "big_five", "one_role")


@pytest.fixture(scope="module")
def questions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "questions"
    for count in COUNTS:
        write_assessment(folder, f"roles_{count}", roles=count, guidance=True)
    write_assessment(folder, "one_trait", roles=0, traits=1)
    write_assessment(folder, "one_role_bare", roles=1, traits=2)
    for name in ("big_five", "one_role"):
        shutil.copytree(ROOT / "tests" / "fixtures" / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def least(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_least_content(tmp_path_factory.mktemp("least") / "content")


@pytest.fixture(autouse=True)
def own_catalog() -> Iterator[None]:
    yield
    site_catalog.cache_clear()


@pytest.mark.parametrize(
    ("name", "content"),
    [*every_nth(3, ((name, "shipped") for name in MADE)), *every_nth(3, ((name, "least") for name in MADE), first=1)],
)
def test_every_page_opens(
    questions: Path, least: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: str
) -> None:
    served = serve(monkeypatch, questions, least if content == "least" else None)
    visitor = Visitor(served[name], "ja" if content == "shipped" else "en")
    for page in PAGES:
        visitor.open(page)
    visitor.open("result", sample="planner")
    for end in ("high", "low", "middle"):
        visitor.answer(at_the(served[name], end))
        assert 'class="fit-verdict"' in visitor.open("result")
        visitor.open("start")
        visitor.open("about")


def test_lessons_and_papers_open_beside_roles_that_they_do_not_know(
    questions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The lessons are there for the site's own assessment; the others know nothing of its roles.
    shutil.copytree(questions, tmp_path / "questions")
    shutil.copytree(ROOT / "questions" / "customer_roles", tmp_path / "questions" / "customer_roles")
    served = serve(monkeypatch, tmp_path / "questions")
    taught = site_catalog().get().content.learning
    assert taught is not None
    for name in ("roles_12", "roles_0"):
        visitor = Visitor(served[name])
        for lesson in taught.lessons:
            visitor.open("lesson", id=lesson.id)
            visitor.open("guide", lesson=lesson.id)
        visitor.open("compare", roles="r0,r1", dimensions="all")
        visitor.open("learn", q="役割")


def test_what_to_read_next_is_left_out_where_no_lesson_has_to_do_with_the_result(
    questions: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = serve(monkeypatch, questions)
    for name in ("roles_1", "roles_6"):
        visitor = Visitor(served[name])
        visitor.answer(at_the(served[name], "high"))
        assert "次に読むなら" not in visitor.open("result")
    visitor = Visitor(serve(monkeypatch, ROOT / "questions")["customer_roles"])
    assert "次に読むなら" in visitor.open("result", sample="planner")


def test_pages_without_anything_to_show_are_not_in_the_menu(
    questions: Path, least: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def menu(visitor: Visitor) -> set[str]:
        return {str(link.proto.page) for link in visitor.app.get("page_link")}

    lean = Visitor(serve(monkeypatch, questions, least)["roles_0"])
    assert not menu(lean) & {"learn", "compare", "roles"}
    for page in ("learn", "lesson", "glossary", "practice", "interview", "guide"):
        assert "ここには、まだ何もありません" in lean.open(page), page
    for page in ("compare", "roles"):
        lean.open(page)
        assert lean.app.query_params["lost"] == "1", "their very titles speak of roles"
        assert lean.app.button(key="go"), "the front page"
    strange = Visitor(serve(monkeypatch, questions)["roles_2"])
    assert menu(strange) & {"learn", "compare", "roles"} == {"roles"}
    whole = Visitor(serve(monkeypatch, ROOT / "questions")["customer_roles"])
    assert {"learn", "compare", "roles"} <= menu(whole)


def test_one_role_is_told_by_its_fit_and_offers_no_comparison(questions: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served = serve(monkeypatch, questions)["roles_1"]
    visitor = Visitor(served)
    assert "比べる職種" not in visitor.open("start")
    visitor.answer(at_the(served, "high"))
    shown = visitor.open("result")
    fit = score_one(served, "full", at_the(served, "high")).roles["r0"].fit
    assert fit is not None
    assert f"役割0との適合度は{round(fit.value)}です" in shown
    assert "比べる" not in shown
    for word in ("いちばん合いそう", "傾いて", "接戦", "見込み", "2番目", "職種の差"):
        assert word not in shown, word
    assert "持ち味が生きそうなところ" in shown
    assert not [box for box in visitor.app.expander if "見込み" in box.label]
    assert not visitor.app.get("segmented_control")
    visitor.answer(at_the(served, "low"))
    assert "役割0では、疲れや負担を感じる" in visitor.open("result")


@pytest.mark.parametrize("count", [4, 6, 12])
def test_no_role_is_close_and_unlikely_on_one_page(
    questions: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    served = serve(monkeypatch, questions)[f"roles_{count}"]
    visitor, words = Visitor(served, "en"), site_catalog().get().content.words("en")
    for end in ("high", "low"):
        visitor.answer(at_the(served, end))
        shown = visitor.open("result")
        result = score_one(served, "full", at_the(served, end))
        assert result.verdict.kind == "close"
        assert tag("h1", headline(result, served, words).sentence) in shown
        names = [f"Role {role[1:]}" for role in result.verdict.tied]
        assert len(names) > 1
        for line in re.findall(r"Unlikely to be the best fit: ([^<]*)\.|away from ([^<]*)\.</h1>", shown):
            assert not set(names) & set(re.findall(r"Role \d+", "".join(line)))


LEARNED = sorted({name.split("/")[1] for name in LEARNING if name.startswith("content/")})
OPTIONAL = ("comparison.yaml", "confusions.yaml", "glossary.yaml", "interview.yaml", "practice.yaml")
ALONE = ("comparison.yaml", "contradictions.yaml", "glossary.yaml", "interview.yaml", "practice.yaml")


@pytest.mark.parametrize(
    "kinds",
    [*((kind,) for kind in ALONE), *(tuple(kind for kind in LEARNED if kind != out) for out in OPTIONAL)],
)
def test_content_that_the_check_passes_serves_whatever_it_lacks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kinds: tuple[str, ...]
) -> None:
    files = {name: words for name, words in SMALL.items() if name.startswith("content/") and "interface" not in name}
    files |= {name: words for name, words in LEARNING.items() if name.split("/")[1] in kinds}
    for name, words in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(words, encoding="utf-8")
    write_assessment(tmp_path / "questions", "hotel", roles=2)
    visitor = Visitor(serve(monkeypatch, tmp_path / "questions", tmp_path / "content")["hotel"])
    taught = site_catalog().get().content.learning
    assert taught is not None
    for page in PAGES:
        visitor.open(page)
    for lesson in taught.lessons:
        visitor.open("lesson", id=lesson.id)
        visitor.open("guide", lesson=lesson.id)
    for case in taught.practice:
        visitor.open("practice", case=case.id)
