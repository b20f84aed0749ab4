"""Assessments of others go the whole way, start to batch, and nothing that is drawn speaks of our roles or articles.

What ``python -m catalog check`` passes, every page serves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
import streamlit as st

from catalog.command.check import check_folder
from catalog.questionnaire.assessment import Assessment
from catalog.site import site_catalog
from people.respondent.arriving import begin
from people.respondent.editions import edition
from reports.__main__ import main as write_reports
from reports.paper.card import card_of, share_card
from reports.paper.pdf import person_pdf
from reports.tables.data import person_xlsx
from scoring import score_one
from store import Answer, Store, Token, scores_of
from tests.authored.drawn import CUSTOMER_ROLES, drawn
from tests.authored.foreign import FOREIGN, write_all
from tests.authored.nothing_of_ours import OWN, nothing_of_ours
from tests.examples import in_proof
from tests.people.candidate.world import now_ms, store
from tests.reports.reading import pages_of, poppler, workbook_rows
from tests.views.other_files import PAGES, ROOT, Visitor, at_the, serve
from views.frame.cookie import NAME

__all__ = ["store"]
ON = date(2026, 11, 29)


@pytest.fixture(scope="module")
def questions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_all(tmp_path_factory.mktemp("foreign") / "questions")


@pytest.fixture(scope="module")
def served(questions: Path) -> Iterator[Mapping[str, Assessment]]:
    """All of them on one site, with the content that the site ships with."""
    with pytest.MonkeyPatch.context() as patch:
        yield serve(patch, questions)
    site_catalog.cache_clear()


def texts_of(part: object) -> Iterator[str]:
    """What a card is made of, without the names of its parts."""
    if isinstance(part, Mapping):
        part = [*part.values()]
    for one in part if isinstance(part, list) else ():
        yield from texts_of(one)
    if isinstance(part, str):
        yield part


def finished(store: Store, assessment: Assessment, ends: tuple[str, ...]) -> tuple[Token, list[str]]:
    """A visitor who took it once for each of ``ends``, and the ids of the sheets."""
    language = assessment.languages[0]
    token = begin(None, assessment, "full", language).token
    assert token is not None
    made = []
    for at, end in enumerate(ends):
        if at:
            store.sheets.again(token, edition(assessment, "full", language))
        answers = at_the(assessment, end)
        given = [Answer(name, code, now_ms()) for name, code in answers.items()]
        store.sheets.save(token, given, position="full:end", form="full")
        made.append(store.sheets.finish(token, scores_of(score_one(assessment, "full", answers))).id)
    return token, made


def test_the_check_passes_each_of_them(questions: Path) -> None:
    for name in FOREIGN:
        assert check_folder(questions / name).problems == ()
    assert check_folder(questions).problems == ()


@pytest.mark.parametrize(
    ("name", "language"),
    [*OWN.items(), *(in_proof(name, {"ja": "en", "en": "ja"}[language]) for name, language in OWN.items())],
)
def test_every_page_of_each_of_them(
    served: Mapping[str, Assessment], store: Store, monkeypatch: pytest.MonkeyPatch, name: str, language: str
) -> None:
    assessment = served[name]
    token, attempts = finished(store, assessment, ("high", "low"))
    cookies: dict[str, str] = {}
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _: cookies))
    visitor = Visitor(assessment, language)
    nothing_of_ours(drawn(visitor.app), "start", assessment)
    for page in PAGES:
        visitor.open(page)
        nothing_of_ours(drawn(visitor.app), page, assessment)
    for one in site_catalog().get().content.samples:
        if one.assessment == name:
            shown = visitor.open("result", sample=one.id)
            assert one.name.in_language(language) in shown
            nothing_of_ours(drawn(visitor.app), "result", assessment)
    cookies[NAME] = token.secret
    visitor = Visitor(assessment, language)
    for page, query in (("result", {}), ("result", {"attempt": attempts[0]}), ("about", {}), ("start", {})):
        visitor.open(page, **query)
        nothing_of_ours(drawn(visitor.app), page, assessment)
    assert "attempt" not in visitor.app.query_params or visitor.app.query_params["attempt"]


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize("language", ["ja", in_proof("en")])
def test_every_file_of_each_of_them(served: Mapping[str, Assessment], name: str, language: str) -> None:
    assessment, content = served[name], site_catalog().get().content
    words = content.words(language, assessment)
    answers = at_the(assessment, "high")
    result = score_one(assessment, "full", answers)
    pdf = person_pdf(result, assessment, content, words, on=ON)
    nothing_of_ours(re.sub(r"\s+", " ", poppler("pdftotext", pdf)), "pdf", assessment)
    assert pages_of(pdf) == {"facets": 1, "hotel": 3, "lighthouse": 2, "big_five": 1}[name]
    card = card_of(result, assessment, words, "wide", "")
    nothing_of_ours("\n".join(texts_of([*card.values()])), "card", assessment)
    assert share_card(result, assessment, words)
    book = workbook_rows(person_xlsx(result, assessment, words, answers, ON))
    nothing_of_ours(str(book), "xlsx", assessment)


@pytest.mark.parametrize("name", FOREIGN)
def test_a_batch_of_each_of_them(served: Mapping[str, Assessment], questions: Path, tmp_path: Path, name: str) -> None:
    answers = at_the(served[name], "low")
    table = StringIO()
    table.write(",".join(["id", *answers]) + "\n" + ",".join(["one", *map(str, answers.values())]) + "\n")
    (tmp_path / "in.csv").write_text(table.getvalue(), encoding="utf-8")
    assert write_reports([str(questions / name), str(tmp_path / "in.csv"), str(tmp_path / "out")]) == 0
    (made,) = (tmp_path / "out").iterdir()
    nothing_of_ours(re.sub(r"\s+", " ", poppler("pdftotext", made.read_bytes())), "pdf", served[name])


def test_the_shipped_assessment_speaks_of_its_roles_and_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise the search above would find nothing anywhere."""
    visitor = Visitor(serve(monkeypatch, ROOT / "questions")["customer_roles"])
    for page in ("start", "method", "about", "roles", "learn"):
        visitor.open(page)
        assert CUSTOMER_ROLES.search(drawn(visitor.app)), page
    site_catalog.cache_clear()
