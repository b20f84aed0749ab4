"""The site started for real with an author's own questions, and with hardly any content."""

from __future__ import annotations

import json
import os
import shutil
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.answering import answer_all, begin
from tests.browser.conftest import Visit, running_site, settle, sideways, violations
from tests.examples import in_proof
from tests.made_questions import write_assessment, write_least_content
from tests.sites import ROOT
from views.frame.addresses import ADDRESSES

pytestmark = pytest.mark.browser
ASSESSMENTS = ("big_five", "one_role", "roles_6")


def is_ready(address: str) -> bool:
    with urllib.request.urlopen(f"{address}/ready", timeout=20) as answer:
        return answer.status == 200 and bool(json.load(answer)["ready"])


@pytest.fixture(scope="module", params=["shipped content", "least content"])
def own(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of other questions: with the shipped content as FIT_QUESTIONS alone gives it, or with the least."""
    folder = tmp_path_factory.mktemp("own")
    questions = folder / "questions"
    for name in ASSESSMENTS[:2]:
        shutil.copytree(ROOT / "tests" / "fixtures" / name, questions / name)
    write_assessment(questions, ASSESSMENTS[2], roles=6, guidance=True)
    settings = {"FIT_QUESTIONS": str(questions), "DATABASE_URL": f"sqlite:///{folder}/fit.db"}
    if request.param == "least content":
        settings["FIT_CONTENT"] = str(write_least_content(folder / "content"))
    log = folder / "site.log"
    with running_site(log, **settings) as address:
        yield address
    printed = log.read_text(encoding="utf-8", errors="replace")
    assert "Traceback" not in printed, printed
    assert "a page failed" not in printed, printed


def test_the_folder_of_the_fixtures_alone_is_served(visit: Visit, tmp_path: Path) -> None:
    """By a relative path, as it is written in a terminal, and without the assessment that the samples belong to."""
    log, questions = tmp_path / "site.log", tmp_path / "questions"
    samples_own = shutil.ignore_patterns("customer_roles_*")
    shutil.copytree(ROOT / "tests" / "fixtures", questions, ignore=samples_own)
    settings = {"FIT_QUESTIONS": os.path.relpath(questions, ROOT), "DATABASE_URL": f"sqlite:///{tmp_path}/fit.db"}
    with running_site(log, **settings) as address:
        assert is_ready(address)
        page = visit(address)
        expect(page.locator(".st-key-shelf a").first).to_be_visible()
        expect(page.locator(".fit-problems, [data-testid='stException'], [data-testid='stAlert']")).to_have_count(0)
        page.close()
    printed = log.read_text(encoding="utf-8", errors="replace")
    assert "samples" not in printed, "those of the shipped assessment lie beside it"
    assert "Traceback" not in printed


@pytest.mark.parametrize("own", [in_proof("shipped content"), "least content"], indirect=True)
def test_every_page_opens(own: str, visit: Visit) -> None:
    """All of them for one role; of the others those that speak of roles. AppTest walks the rest."""
    assert is_ready(own)
    slugs = [address.slug for address in ADDRESSES]
    page = visit(own)
    for assessment, wanted in zip(ASSESSMENTS, (["", "roles"], slugs, ["", "roles", "method"]), strict=True):
        for slug in wanted:
            page.goto(f"{own}/{slug}?assessment={assessment}&lang=en")
            settle(page)
            expect(page.get_by_role("heading", level=1).first).to_be_visible()
            expect(page.locator(".fit-problems, [data-testid='stException'], [data-testid='stAlert']")).to_have_count(0)
            assert sideways(page) <= 0, (assessment, slug)


@pytest.mark.parametrize(
    ("own", "assessment", "says"),
    [
        ("shipped content", "one_role", "フロントとの適合度は"),
        in_proof("shipped content", "big_five", "5個の特性"),
        ("least content", "roles_6", "合いそう"),
    ],
    indirect=["own"],
)
def test_a_result_is_reached_by_answering(own: str, visit: Visit, assessment: str, says: str) -> None:
    page = visit(f"{own}/?assessment={assessment}")
    page.locator(".st-key-go button").click()
    begin(page, "full")
    answer_all(page, lambda at, options: options - 1 if at % 2 == 0 else 0)
    page.locator(".st-key-to_result button").click()
    page.wait_for_selector(".fit-verdict")
    settle(page)
    expect(page.locator(".fit-verdict h1")).to_contain_text(says)
    expect(page.locator("[data-testid='stException'], [data-testid='stAlert']")).to_have_count(0)
    assert violations(page) == []
    assert sideways(page) <= 0
