"""Phones that act by themselves as time passes: they join, answer, finish, vote and answer again, each at its own pace.

No thread: whoever looks at the workshop moves them on to where they would be by now.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from catalog.questionnaire.assessment import Assessment
from people.rehearsal.answers import Answers, answers_of, choice_on
from people.respondent.editions import edition
from people.trainer.choices import Asked
from scoring import score_one
from store import Answer, Edition, Seat, Store, Token, Workshop, scores_of

PHONES = 12
JOINED_MS = 20_000
"""By then everybody has joined."""
PAUSE_MS = (1_000, 6_000)
"""From the beginning of a stage until somebody begins with it."""
ANSWERING_MS = (14_000, 54_000)
VOTING_MS = (3_000, 30_000)
ASKED = ("assessment", "own_result")
"""The stages in which a phone leads to the questions."""


@dataclass
class Phone:
    """All in ms. ``joins``, ``since``: moments; ``pause``, ``voting``: from the beginning of a stage until it begins to
    answer, and until it votes; ``pace``: how long its answers take. ``given``: how many are saved of ``rounds[done]``.
    """

    name: str
    chance: random.Random
    joins: int
    pause: int
    pace: int
    voting: int
    rounds: tuple[Answers, ...] = ()
    token: Token | None = None
    seat: Seat | None = None
    since: int | None = None
    given: int = 0
    done: int = 0
    voted: set[str] = field(default_factory=set)


@dataclass
class Room:
    """The phones of one rehearsal. ``questions``: those that stages are about, by id."""

    store: Store
    assessment: Assessment | None
    language: str
    questions: Mapping[str, Asked]
    phones: tuple[Phone, ...]

    def advance(self, workshop: Workshop) -> None:
        """Everybody does what they would have done by now."""
        if workshop.code is None or workshop.ended:
            return
        now = self.store.now()
        for phone in self.phones:
            if phone.token is None and now >= phone.joins:
                self._join(phone, workshop.code, workshop.form)
            if phone.token is not None:
                self._answer(phone, phone.token, workshop, now)
                self._vote(phone, phone.token, workshop, now)

    def _join(self, phone: Phone, code: str, form: str | None) -> None:
        seated = self.store.seats.sit(code, None, self._edition(form), phone.name)
        phone.token, phone.seat = seated.token, seated.seat

    def _edition(self, form: str | None) -> Edition | None:
        return None if self.assessment is None else edition(self.assessment, str(form), self.language)

    def _answer(self, phone: Phone, token: Token, workshop: Workshop, now: int) -> None:
        if self.assessment is None or phone.done >= len(phone.rounds):
            return
        if phone.since is None:
            wanted = ASKED if phone.done == 0 else ("again",)
            since = max(began(workshop), phone.joins) + phone.pause
            if workshop.stage.kind not in wanted or now < since:
                return
            if phone.done > 0:
                self.store.sheets.again(token, edition(self.assessment, str(workshop.form), self.language))
            phone.since, phone.given = since, 0
        answers = phone.rounds[phone.done]
        reached = min(len(answers), (now - phone.since) * len(answers) // phone.pace)
        if reached > phone.given:
            fresh = list(answers.items())[phone.given : reached]
            form = str(workshop.form)
            self.store.sheets.save(token, [Answer(name, code, now) for name, code in fresh], form=form)
            phone.given = reached
        if reached == len(answers):
            self.store.sheets.finish(token, scores_of(score_one(self.assessment, str(workshop.form), answers)))
            phone.since, phone.done = None, phone.done + 1

    def _vote(self, phone: Phone, token: Token, workshop: Workshop, now: int) -> None:
        about = workshop.stage.about
        asked = self.questions.get(about)
        if asked is None or workshop.revealed or about in phone.voted or phone.seat is None:
            return
        if now >= max(began(workshop), phone.joins) + phone.voting:
            self.store.seats.vote(token, phone.seat.id, about, choice_on(asked, phone.chance))
            phone.voted.add(about)


def room_of(
    store: Store,
    workshop: Workshop,
    assessment: Assessment | None,
    questions: Mapping[str, Asked],
    nicknames: Sequence[str],
    seed: int,
    language: str,
) -> Room:
    """PHONES people of the questionnaire's norms, who are about to join."""
    chance, now = random.Random(seed), store.now()
    first: list[Answers] = [{}] * PHONES
    again = first
    if assessment is not None:
        first, again = answers_of(assessment, str(workshop.form), PHONES, seed)
    names = chance.sample(list(nicknames), min(PHONES, len(nicknames)))
    phones = tuple(
        Phone(
            name=names[at] if at < len(names) else "",
            chance=random.Random(f"{seed}/{at}"),
            joins=now + JOINED_MS * (at + 1) // PHONES,
            pause=chance.randint(*PAUSE_MS),
            pace=chance.randint(*ANSWERING_MS),
            voting=chance.randint(*VOTING_MS),
            rounds=(first[at], again[at]) if assessment is not None else (),
        )
        for at in range(PHONES)
    )
    spoken = workshop.language or language
    if assessment is not None and spoken not in assessment.languages:
        spoken = assessment.languages[0]
    return Room(store, assessment, spoken, questions, phones)


def began(workshop: Workshop) -> int:
    return int(workshop.began.timestamp() * 1000)
