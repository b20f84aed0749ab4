"""That a questionnaire is written in another language than the reader's: said once, where its words begin."""

from __future__ import annotations

from views.frame.context import Site
from views.frame.markup import esc, show

PAGES = frozenset(("start", "result", "roles", "method"))
"""Where its words stand; while it is taken, only the page before the first question says it."""


def own_language(here: Site) -> None:
    """Nothing where all of its texts are in the reader's language."""
    assessment, first = here.assessment, here.assessment.languages[0]
    if here.language in assessment.languages and here.language not in assessment.incomplete:
        return
    names = {language.id: language.name for language in here.content.languages}
    key = "partly" if here.language in assessment.languages else "own_language"
    name = f"site.language_name.{first}"
    said = here.words(f"site.{key}", language=here.words(name) if name in here.words else names.get(first, first))
    show(f'<p class="fit-note fit-note-quiet" role="note">{esc(said)}</p>')
