"""Every question of every check, answered right and wrong on its page, with the feedback that explains and cites."""

from __future__ import annotations

from collections.abc import Mapping, Set
from html import escape

import pytest
from streamlit.testing.v1 import AppTest

from catalog.lessons.learning import CHOSEN, ONE_RIGHT, Question
from people.respondent.learned import QUIZ, Entries, Learned
from teaching.quiz import APART_MS, Answer, shuffled
from tests.examples import every_other
from tests.teaching.test_quizzes_of_the_site import LEARNING, QUESTIONS, right_answer, wrong_answer
from tests.views.pages import open_page, text
from views.learning.progress import KEY

assert LEARNING is not None
LESSON_OF = {question.id: check.lesson for check in LEARNING.quizzes.values() for question in check.questions}


def choose(app: AppTest, question: Question, answer: Answer, place: str = "lesson", language: str = "ja") -> None:
    """Chooses the answer by the widgets, as a person does, and asks for the marks."""

    def key(part: str) -> str:
        return f"check_{place}_{question.id}_{part}_{language}"

    if question.kind in ONE_RIGHT:
        app.radio(key=key("whole")).set_value(answer).run()
    elif question.kind == "several":
        assert isinstance(answer, Set)
        for option in answer:
            app.checkbox(key=key(option)).check().run()
    elif question.kind == "order":
        assert isinstance(answer, tuple)
        for number, option in enumerate(answer, start=1):
            app.radio(key=key(option)).set_value(str(number)).run()
    else:
        assert isinstance(answer, Mapping)
        for option, target in answer.items():
            app.selectbox(key=key(option)).set_value(target).run()
    app.button(key=f"mark_{place}_{question.id}").click().run()
    assert not app.exception, app.exception


def verdicts(app: AppTest) -> list[str]:
    return [str(block.proto.body) for block in app.get("html") if 'class="fit-marked ' in str(block.proto.body)]


@pytest.mark.parametrize(
    ("lesson", "right"),
    [
        *every_other((lesson, True) for lesson in LEARNING.quizzes),
        *every_other(((lesson, False) for lesson in LEARNING.quizzes), first=1),
    ],
)
def test_every_question_explains_itself(lesson: str, right: bool) -> None:
    app = open_page("lesson", id=lesson)
    for question in LEARNING.quizzes[lesson].questions:
        assert app.button(key=f"mark_lesson_{question.id}").disabled
        choose(app, question, right_answer(question) if right else wrong_answer(question))
        (said,) = [one for one in verdicts(app) if escape(question_why(question)) in one]
        assert ("正解です" if right else "もう一歩です") in said
        assert all(f"({fact})" in said for fact in question.facts)
        for option in question.options:
            assert escape(option.text.in_language("ja")) in said
            if question.kind in CHOSEN:
                assert option.why is not None
                assert escape(option.why.in_language("ja")) in said
        held = app.session_state[KEY].entries[QUIZ + question.id]
        assert held[0] == ("right" if right else "wrong")
        app.button(key=f"retry_lesson_{question.id}").click().run()
        assert app.button(key=f"mark_lesson_{question.id}").disabled


def question_why(question: Question) -> str:
    why = question.why or question.options[0].why
    assert why is not None
    return why.in_language("ja")


def test_nothing_is_chosen_at_first_and_options_are_mixed() -> None:
    app = open_page("lesson", id="measures")
    for radio in app.radio:
        assert radio.value is None
    for box in app.checkbox:
        assert box.value is False
    for select in app.selectbox:
        assert select.value is None
    question = next(one for one in LEARNING.quizzes["measures"].questions if one.kind == "single")
    radio = app.radio(key=f"check_lesson_{question.id}_whole_ja")
    assert len(radio.options) == len(question.options)
    assert [option.id for option in shuffled(question)] != []


def test_a_place_given_twice_moves() -> None:
    question = next(one for one in QUESTIONS if one.kind == "order")
    app = open_page("lesson", id=LESSON_OF[question.id])
    first, second = (f"check_lesson_{question.id}_{option.id}_ja" for option in question.options[:2])
    app.radio(key=first).set_value("1").run()
    app.radio(key=second).set_value("1").run()
    assert app.radio(key=first).value is None
    assert app.radio(key=second).value == "1"
    assert app.button(key=f"mark_lesson_{question.id}").disabled


def test_a_wrong_answer_comes_back_in_another_lesson_and_on_the_practice_page() -> None:
    question = LEARNING.quizzes["measures"].questions[1]
    app = open_page("lesson", id="measures")
    choose(app, question, wrong_answer(question))
    held = app.session_state[KEY].entries
    other = with_progress("lesson", held, id="tools")
    assert other.button(key=f"mark_back_{question.id}").disabled
    practice = with_progress("practice", held)
    choose(practice, question, right_answer(question), place="again")
    after = practice.session_state[KEY].entries
    assert after[QUIZ + question.id][0] == "mending"
    rested = {**after, QUIZ + question.id: ["mending", after[QUIZ + question.id][1] - APART_MS]}
    again = with_progress("practice", rested)
    choose(again, question, right_answer(question), place="again")
    assert again.session_state[KEY].entries[QUIZ + question.id][0] == "right"
    assert "もう一度答える" not in text(with_progress("practice", again.session_state[KEY].entries))


def with_progress(name: str, held: Mapping[str, object], **query: str) -> AppTest:
    """A page of a visitor who comes back with what was kept."""
    app = open_page(name, **query)
    entries: Entries = {key: list(entry) for key, entry in held.items()}  # type: ignore[call-overload]
    app.session_state[KEY] = Learned(None, entries=entries)
    return app.run()


def test_the_answers_stay_through_a_change_of_language() -> None:
    question = next(one for one in LEARNING.quizzes["measures"].questions if one.kind == "single")
    app = open_page("lesson", id="measures")
    app.radio(key=f"check_lesson_{question.id}_whole_ja").set_value(question.right[0]).run()
    app.button(key="speak_en").click().run()
    assert app.radio(key=f"check_lesson_{question.id}_whole_en").value == question.right[0]
    app.button(key=f"mark_lesson_{question.id}").click().run()
    assert "Right" in "\n".join(verdicts(app))


def test_a_match_that_is_chosen_can_be_taken_back() -> None:
    """Streamlit offers that only where a list has no default of its own, in every run."""
    app = open_page("lesson", None, id="measures")
    first = app.selectbox[0]
    assert not first.proto.HasField("default")
    first.select_index(0).run()
    assert app.selectbox[0].value is not None
    assert not app.selectbox[0].proto.HasField("default")
    app.selectbox[0].set_value(None).run()
    assert app.selectbox[0].value is None
