"""What reading an advertisement gives back. Pages, tables and commands read this and nothing else.

Kinds of work, signals and conditions are ids of ``content/adverts.yaml``; nothing in the Python names one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

Verdict = Literal["clear", "leaning", "mixed", "unknown"]
"""``mixed``: two kinds or more, none ahead. ``unknown``: too little is said to tell; never a kind, as with mixed."""
Place = Literal["title", "text"]
Manner = Literal["said", "negated", "handed_on", "aside"]
"""``negated``: said not to be so. ``handed_on``: the work of others ("another team takes over"). ``aside``: no duty of
this job (wished experience, a later career, the company's product); it counts little."""
Silence = Literal["empty", "too_short", "nothing_said", "other_language"]
TitleSays = Literal["same", "other", "nothing", "open"]
"""The title's claim beside the text's: the same kind, another one, no kind at all; ``open`` where the text is mixed or
unknown although the title names a kind."""


class Finding(NamedTuple):
    """A place of the given text that says something of the kind of work. ``text[start:end] == quote``, never empty.

    points_to: the kind it speaks for; None where it only speaks against, or says nothing definite.
    against: the kinds that it speaks against. Neither: vague words (``vague``), as "all kinds of customer care".
    signal: its id; "" for a kind's name in a title. strength: how much it counts here, 0 to 3, after its heading and
    manner. section: the heading's id, "" before the first.
    why: one sentence in the reader's language. Findings of one place never overlap, and are in the text's order.
    """

    place: Place
    start: int
    end: int
    quote: str
    signal: str
    points_to: str | None
    against: tuple[str, ...]
    manner: Manner
    strength: float
    section: str
    why: str
    facts: tuple[str, ...]
    tasks: tuple[str, ...] = ()

    @property
    def vague(self) -> bool:
        """Whether it speaks neither for nor against any kind."""
        return self.points_to is None and not self.against

    @property
    def kind(self) -> str | None:
        """The kind whose colour and mark it is drawn with: that it points to, else the first one it speaks against."""
        return self.points_to or next(iter(self.against), None)

    @property
    def speaks_against(self) -> bool:
        """Whether it is drawn as speaking against ``kind``."""
        return self.points_to is None and bool(self.against)


class Stated(NamedTuple):
    """A place that answers a condition: ``text[start:end] == quote``."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class ConditionReading:
    """One of the conditions, in the file's order. ``stated`` is empty where the advertisement does not say.

    name, question: in the reader's language; the question is what to ask where it is not said. guidance: the id of the
    same condition in an assessment's guidance.yaml, if there is one. ``facts``: why it matters.
    """

    condition: str
    name: str
    question: str
    stated: tuple[Stated, ...]
    guidance: str | None = None
    facts: tuple[str, ...] = ()

    @property
    def missing(self) -> bool:
        return not self.stated


class KindScore(NamedTuple):
    """One kind, in the file's order. share: 0 to 1, of all that speaks for any kind; 0 where nothing does.

    evidence: what speaks for it less what speaks against it, never under 0, repeats levelling off. findings: how many
    places of the text speak for it; against: how many against it.
    """

    kind: str
    name: str
    share: float
    evidence: float
    findings: int
    against: int


class Piece(NamedTuple):
    """A stretch of a text as it is drawn: ``finding`` is None between the marks."""

    text: str
    finding: Finding | None


@dataclass(frozen=True, slots=True)
class Reading:
    """An advertisement as read.

    kind: the kind of ``clear`` and ``leaning``; None otherwise. kinds: those of a mixed one, strongest first; else
    ``(kind,)`` or none. silence: why an unknown one tells nothing. title_kind: the one kind that the title's own words
    name. findings: of the text; title_findings: of the title.
    """

    title: str
    text: str
    language: str
    verdict: Verdict
    kind: str | None
    kinds: tuple[str, ...]
    silence: Silence | None
    scores: tuple[KindScore, ...]
    title_kind: str | None
    title_says: TitleSays
    title_findings: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    conditions: tuple[ConditionReading, ...]

    @property
    def missing(self) -> tuple[ConditionReading, ...]:
        """The conditions that the advertisement does not state, in the file's order."""
        return tuple(one for one in self.conditions if one.missing)

    @property
    def score(self) -> Mapping[str, KindScore]:
        return {one.kind: one for one in self.scores}

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The whole text cut at its findings; joined again it is the text."""
        return pieces(self.text, self.findings)

    @property
    def title_pieces(self) -> tuple[Piece, ...]:
        return pieces(self.title, self.title_findings)


def pieces(text: str, findings: Sequence[Finding]) -> tuple[Piece, ...]:
    """``text`` cut at ``findings`` of one place, which do not overlap."""
    cut: list[Piece] = []
    at = 0
    for one in findings:
        if one.start > at:
            cut.append(Piece(text[at : one.start], None))
        cut.append(Piece(text[one.start : one.end], one))
        at = one.end
    if at < len(text):
        cut.append(Piece(text[at:], None))
    return tuple(cut)
