"""What a screen asks, and the word to somebody who has never worked."""

from __future__ import annotations

import pytest

from catalog.content.words import Words
from people.respondent.sheet import screens
from tests.shipped import shipped_words
from tests.views.pages import assessment, open_page, text
from views.taking.session import KEY

HELD = assessment()
ASKED = screens(HELD, ("full",))
SCENARIO = next(at for at, ids in enumerate(ASKED) if ids[0] in HELD.scenario)


@pytest.fixture(scope="module")
def words() -> Words:
    return shipped_words("ja")


def on_screen(screen: int, answers: dict[str, int | str] | None = None) -> str:
    app = open_page("assessment", answers or {})
    app.session_state[KEY + HELD.id].screen = screen
    return text(app.run())


@pytest.mark.parametrize(
    ("screen", "prompt", "hints"),
    [(0, "ask", {"ask_hint"}), (1, "ask", set()), (SCENARIO, "scenario", {"scenario_hint"})],
)
def test_a_screen_says_how_to_answer_without_experience(
    words: Words, screen: int, prompt: str, hints: set[str]
) -> None:
    shown = on_screen(screen)
    assert words(f"assessment.screen.{prompt}") in shown
    assert {hint for hint in ("ask_hint", "scenario_hint") if words(f"assessment.screen.{hint}") in shown} == hints


def test_the_last_look_thanks_only_who_answered_everything(words: Words) -> None:
    whole: dict[str, int | str] = {item.id: 3 for item in HELD.items}
    whole |= {scenario.id: scenario.options[0].id for scenario in HELD.scenarios}
    whole |= {task.id: 3 for task in HELD.tasks}
    some = dict(list(whole.items())[:5])
    done, still_open = words("assessment.review.title"), words("assessment.review.title_open")
    for answers, title, other in ((whole, done, still_open), (some, still_open, done), ({}, still_open, done)):
        shown = on_screen(len(ASKED), answers)
        assert title in shown
        assert other not in shown
