"""``read``: an advertisement's title and text -> a ``Reading``."""

from __future__ import annotations

from collections.abc import Sequence

from adverts.conditions import conditions
from adverts.layout import laid_out
from adverts.marking import Hits, findings, names, title_findings
from adverts.reading import Finding, Reading, Silence, TitleSays
from adverts.rules import rules_of
from adverts.weighing import scored, verdict
from catalog.content.content import Content

_COMMON = frozenset(("the", "and", "of", "to", "in", "for", "with", "you", "your", "we", "our", "is", "are", "will"))
SHORT = 120
"""Letters under which a text that says nothing is said to be too short."""


def read(text: str, title: str, content: Content, language: str) -> Reading:
    """What ``text`` under ``title`` says of the work. Never raises for any text, "" and 200,000 characters among them.

    language: of the sentences in the reading, not of the text: words are looked for in every language of the file.
    Raises ValueError where ``content.adverts`` is None (a content folder always has it: the shipped one else).
    """
    if content.adverts is None:
        raise ValueError("this content has no adverts")
    rules = rules_of(content.adverts)
    layout, of_title = laid_out(text, rules.headings), laid_out(title, lambda _, __: ())
    hits, title_hits = rules.index.hits(layout.folded), rules.index.hits(of_title.folded)
    found = findings(text, layout, hits, rules, language)
    in_title = title_findings(title, of_title, title_hits, rules, language)
    scores = scored(found, content.adverts, language)
    said, kinds = verdict(scores, found, content.adverts)
    kind = kinds[0] if said in ("clear", "leaning") else None
    title_kind = _title_kind(title_hits)
    return Reading(
        title=title,
        text=text,
        language=language,
        verdict=said,
        kind=kind,
        kinds=kinds,
        silence=_silence(layout.folded.letters, found) if said == "unknown" else None,
        scores=scores,
        title_kind=title_kind,
        title_says=_title_says(title_kind, kind),
        title_findings=in_title,
        findings=found,
        conditions=conditions(text, layout, hits, rules, found, language),
    )


def _title_kind(hits: Hits) -> str | None:
    """The one kind that the title's words name; the longest name where several stand there, None if they are alike."""
    named = list(dict.fromkeys(hit.owner for hit in names(hits)))
    return named[0] if len(named) == 1 else None


def _title_says(title_kind: str | None, kind: str | None) -> TitleSays:
    if title_kind is None:
        return "nothing"
    if kind is None:
        return "open"
    return "same" if title_kind == kind else "other"


def _silence(letters: str, found: Sequence[Finding]) -> Silence:
    if not letters.strip():
        return "empty"
    if len(letters) < SHORT:
        return "too_short"
    return "nothing_said" if found or _familiar(letters) else "other_language"


def _familiar(letters: str) -> bool:
    """Whether the text is in a script and language that words are sought in."""
    kana = sum("ぁ" <= one <= "ー" for one in letters)
    words = letters.split()
    english = sum(word in _COMMON for word in words)
    return kana > 0.1 * len(letters) or english > 0.08 * max(len(words), 1)
