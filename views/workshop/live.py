"""What a room is asked: a question of a lesson's check, a situation of the practice, a poll. One shape for all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from catalog.content.workshops import Discussion, Workshops
from catalog.lessons.learning import Practice, PracticeStep, Question
from people.trainer.choices import Asked, asked_of
from teaching.quiz import shuffled
from views.frame.context import Site
from views.learning.quiz import questions_by_id
from views.learning.quiz_answer import WHOLE, answer_of
from views.learning.shared import learning

Choice = str | list[str] | dict[str, str]
"""As it is stored: an option; several, or their order; a target by option."""


@dataclass(frozen=True, slots=True)
class Live:
    """``options``: in the order in which they are shown, by id. ``good``: of those that are right or can be defended,
    empty for a poll. Exactly one of ``question``, ``step`` and neither (a poll) is there.
    """

    id: str
    ask: str
    options: Mapping[str, str]
    good: frozenset[str] = frozenset()
    lead: str = ""
    question: Question | None = None
    step: PracticeStep | None = None
    facts: tuple[str, ...] = ()
    discussion: str = ""

    @property
    def counted_by(self) -> Asked:
        """As far as votes on it are counted."""
        return asked_of(self.question) if self.question is not None else Asked("single", tuple(self.options))


def live(here: Site, about: str) -> Live | None:
    """What a stage is about; None where the files do not hold it any more."""
    ready = here.content.workshops
    if ready is None:
        return None
    return _check(here, ready, about) or _poll(here, ready, about)


def discussion(here: Site, about: str) -> Discussion | None:
    ready = here.content.workshops
    return ready.discussion.get(about) if ready is not None else None


def _poll(here: Site, ready: Workshops, about: str) -> Live | None:
    poll = ready.poll.get(about)
    if poll is None:
        return None
    say = here.words.of
    return Live(poll.id, say(poll.question), {option.id: say(option.text) for option in poll.options})


def _check(here: Site, ready: Workshops, about: str) -> Live | None:
    check = ready.check.get(about)
    if check is None:
        return None
    to_discuss = here.words.of(check.discuss)
    asked = questions_by_id(here).get(check.question or "")
    if asked is not None:
        return _of_question(here, check.id, asked, to_discuss)
    case = next((one for one in learning(here).practice if one.id == check.practice), None)
    number = (check.step or 1) - 1
    if case is None or number >= len(case.steps):
        return None
    return _of_step(here, check.id, case, number, to_discuss)


def _of_question(here: Site, name: str, asked: Question, to_discuss: str) -> Live:
    say = here.words.of
    return Live(
        name,
        say(asked.ask),
        {option.id: say(option.text) for option in shuffled(asked)},
        frozenset(option.id for option in asked.options if option.right),
        question=asked,
        facts=asked.facts,
        discussion=to_discuss,
    )


def _of_step(here: Site, name: str, case: Practice, number: int, to_discuss: str) -> Live:
    say, step = here.words.of, case.steps[number]
    return Live(
        name,
        say(step.ask),
        {option.id: say(option.text) for option in step.options},
        frozenset(option.id for option in step.options if option.good),
        lead=say(case.situation),
        step=step,
        facts=case.facts,
        discussion=to_discuss,
    )


def choice_of(asked: Live, draft: Mapping[str, str]) -> Choice | None:
    """What is chosen so far, as it is stored; None while something is still to choose."""
    if asked.question is None:
        return draft.get(WHOLE)
    answer = answer_of(asked.question, draft)
    if answer is None or isinstance(answer, str):
        return answer
    if isinstance(answer, Mapping):
        return dict(answer)
    return list(answer) if isinstance(answer, tuple) else sorted(answer)


def draft_from(asked: Live, choice: object) -> dict[str, str]:
    """A stored choice as what the widgets begin with; empty where it fits the question no more."""
    known = set(asked.options)
    if isinstance(choice, str):
        return {WHOLE: choice} if choice in known else {}
    if isinstance(choice, Mapping):
        return {str(option): str(target) for option, target in choice.items() if option in known}
    if isinstance(choice, list | tuple) and set(choice) <= known:
        in_order = asked.question is not None and asked.question.kind == "order"
        return {str(option): str(place) if in_order else "yes" for place, option in enumerate(choice, start=1)}
    return {}
