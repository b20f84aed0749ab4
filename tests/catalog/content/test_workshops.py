"""What a workshop is run with: nicknames that anybody could have, a filter for the projector, and the shipped file."""

from __future__ import annotations

import pytest

from catalog.content.workshops import STAGE_KINDS, StagesWords, Workshops
from catalog.lessons.learning import Question
from tests.shipped import shipped_assessment, shipped_content


@pytest.fixture(scope="module")
def workshops() -> Workshops:
    held = shipped_content().workshops
    assert held is not None
    return held


def test_every_kind_of_stage_has_its_words(workshops: Workshops) -> None:
    assert tuple(StagesWords.model_fields) == STAGE_KINDS
    for kind in STAGE_KINDS:
        assert len(workshops.stages.of(kind).talking_points) >= 2
        assert workshops.stages.of(kind).what_to_say


def test_agendas_of_three_lengths_begin_in_the_lobby_and_end_with_the_wrap_up(workshops: Workshops) -> None:
    assert [agenda.minutes for agenda in workshops.agendas] == [30, 60, 120]
    for agenda in workshops.agendas:
        kinds = [stage.kind for stage in agenda.stages]
        assert (kinds[0], kinds[-1]) == ("lobby", "wrap_up")
        assert (
            kinds.index("assessment") < kinds.index("own_result") < kinds.index("picture") < kinds.index("discussion")
        )
    assert {stage.kind for agenda in workshops.agendas for stage in agenda.stages} == set(STAGE_KINDS)


def test_wherever_a_room_is_far_apart_there_is_a_question(workshops: Workshops) -> None:
    traits = [trait.id for trait in shipped_assessment().traits]
    assert [one.trait for one in workshops.discussions if one.trait] == traits
    assert sum(one.trait is None for one in workshops.discussions) >= 4


def test_checks_are_of_every_kind_that_a_phone_answers(workshops: Workshops) -> None:
    learning = shipped_content().learning
    assert learning is not None
    questions: dict[str, Question] = {one.id: one for quiz in learning.quizzes.values() for one in quiz.questions}
    kinds = {questions[check.question].kind for check in workshops.checks if check.question}
    assert kinds == {"single", "several", "order", "match", "role"}
    assert sum(check.practice is not None for check in workshops.checks) >= 4


@pytest.mark.parametrize("language", ["ja", "en"])
def test_there_is_a_nickname_for_everybody_in_a_full_room(workshops: Workshops, language: str) -> None:
    names = [workshops.nickname(language, number) for number in range(256)]
    assert len(set(names)) == 256
    assert all(len(name) <= 20 and not workshops.is_rude(name) for name in names)
    assert workshops.nickname(language, 256 * 7 + 5) in names


def test_a_nickname_in_a_language_that_has_none_is_one_of_the_first(workshops: Workshops) -> None:
    assert workshops.nickname("ja", 0) == "静かな湖"
    assert workshops.nickname("en", 0) == "Quiet Lake"
    assert workshops.nickname("fr", 0) == "静かな湖"


@pytest.mark.parametrize(
    "name",
    ["バカ", "ﾊﾞｶ", "バ・カ", "お前はバカ", "死 ね", "Shit", "ＳＨＩＴ", "s.h.i.t", "f u c k", "an idiot", "くそー"],
)
def test_rude_nicknames_are_found(workshops: Workshops, name: str) -> None:
    assert workshops.is_rude(name)


@pytest.mark.parametrize(
    "name", ["", "田中", "Scunthorpe", "Classic", "Grass hit", "Mississippi", "カステラ", "ピエロ"]
)
def test_harmless_nicknames_are_not(workshops: Workshops, name: str) -> None:
    assert not workshops.is_rude(name)
