"""What a room tapped on one question: which votes count, and how often what was chosen, as far as may be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from catalog.lessons.learning import Question
from scoring.group.picture import VERSION, placed, tally, ticks

Kind = Literal["single", "several", "order", "match"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as far as votes on it are counted. ``options``: their ids; ``places``: what they are matched with."""

    kind: Kind
    options: tuple[str, ...]
    places: tuple[str, ...] = ()

    def takes(self, choice: Any) -> bool:
        """Whether a vote is a whole answer to the question; an older page may have sent another."""
        if self.kind == "single":
            return isinstance(choice, str) and choice in self.options
        if self.kind == "match":
            return (
                isinstance(choice, dict)
                and set(choice) == set(self.options)
                and all(place in self.places for place in choice.values())
            )
        if not isinstance(choice, list) or not all(isinstance(one, str) for one in choice):
            return False
        if self.kind == "order":
            return sorted(choice) == sorted(self.options)
        return bool(choice) and len(set(choice)) == len(choice) and set(choice) <= set(self.options)


def asked_of(question: Question) -> Asked:
    """A lesson's question."""
    options = tuple(option.id for option in question.options)
    if question.kind == "match":
        return Asked("match", options, tuple(target.id for target in question.targets))
    return Asked("single" if question.kind == "role" else question.kind, options)


def counted(question: Asked, choices: Sequence[Any]) -> dict[str, Any]:
    """What is shown of whole answers. ``told``: for one answer cells of options with a count; for several each option
    with a count, None where it would tell too much; else for each option cells of places with a count.
    """
    if question.kind == "single":
        told = tally(question.options, choices)
    elif question.kind == "several":
        told = ticks(question.options, choices)
    else:
        order = question.kind == "order"
        places = tuple(str(place) for place in range(1, len(question.options) + 1)) if order else question.places
        given = [{one: str(place) for place, one in enumerate(choice, 1)} if order else choice for choice in choices]
        told = placed(question.options, places, given)
    return {"v": VERSION, "people": len(choices), "kind": question.kind, "told": told}
