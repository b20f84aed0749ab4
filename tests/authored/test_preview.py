"""Assessments of others in the preview: an author's three pages, and the site's own screens for every made-up sheet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from people.author.made_up import KINDS_OF_SHEETS, made_up
from tests.authored.drawn import drawn
from tests.authored.foreign import write_all
from tests.authored.nothing_of_ours import OWN, nothing_of_ours
from tests.examples import in_proof
from tests.views.authoring.conftest import Begin, begin, open_author, open_frame
from tests.views.other_files import FILES, ROOT, UNFILLED
from tests.views.pages import text
from views.authoring.follow import PAGES
from views.authoring.wishes import SCREENS, Screen, Wish, ask_for

__all__ = ["begin"]
OTHER = {"ja": "en", "en": "ja"}
IN_LANGUAGE = [*OWN.items(), *(in_proof(name, OTHER[language]) for name, language in OWN.items())]
BAR = "a_bar"


@pytest.fixture(scope="module")
def questions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_all(tmp_path_factory.mktemp("previewed") / "questions")


def whole(app: AppTest, place: str) -> str:
    assert not app.exception, (place, app.exception)
    assert not app.error, (place, app.error[0].value)
    unfilled = UNFILLED.search(text(app))
    assert unfilled is None, (place, unfilled)
    return drawn(app)


@pytest.mark.parametrize(("name", "language"), IN_LANGUAGE)
def test_an_authors_pages_of_each_of_them(begin: Begin, questions: Path, name: str, language: str) -> None:
    held = begin(questions / name).get().assessments[name]
    app = open_author("questions", lang=language)
    said = whole(app, "questions")
    nothing_of_ours(said, "preview of questions", held)
    own = language if language in held.languages else held.languages[0]
    for item in held.items:
        assert item.text.in_language(own) in said, item.id
    said = whole(open_author("sentences", lang=language), "sentences")
    nothing_of_ours(said, "preview of sentences", held)
    for trait in held.traits:
        assert trait.high.in_language(own) in said, trait.id
    app = open_author(lang=language)
    for kind in KINDS_OF_SHEETS:
        app.selectbox(key=f"bar_sheet_{language}").set_value(kind).run()
        said = whole(app, kind)
        nothing_of_ours(said, f"preview of screens, {kind}", held)
        assert len(app.slider) == (len(held.traits) if kind == "traits" else 0)
        assert ("fit-note" in text(app)) == (made_up(held, "full", kind) is None), kind


@pytest.mark.parametrize(("name", "language"), IN_LANGUAGE)
def test_every_screen_of_each_of_them_for_every_made_up_sheet(
    begin: Begin, questions: Path, name: str, language: str
) -> None:
    held = begin(questions / name).get().assessments[name]
    ask_for(BAR, Wish(language))
    app = open_frame(BAR)
    for screen, kind, form in every_wish(held.forms):
        ask_for(BAR, Wish(language, screen=screen, form=form, kind=kind))
        # AppTest does not follow a page's own switch to another: the reader is there already.
        app.switch_page(str(ROOT / "views" / FILES[PAGES[screen]])).run()
        nothing_of_ours(whole(app, f"{screen}, {kind}, {form}"), f"{screen}, {kind}, {form}", held)
        assert "<h1" in text(app), (screen, kind, form)


def every_wish(forms: Mapping[str, object]) -> list[tuple[Screen, str, str]]:
    """Every sheet on its result, by every form; the other screens differ by whether and how much was answered."""
    return [
        *(("result", kind, form) for form in forms for kind in KINDS_OF_SHEETS),
        *((screen, kind, form) for screen in SCREENS for kind in ("empty", "half", "random") for form in forms),
    ]
