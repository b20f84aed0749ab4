"""What a session has answered and the store has not acknowledged yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from store.respondents.merge import merge_answers, merge_timings
from store.respondents.values import Answer, Saved, Token
from store.store import Store

_FIELDS = ("position", "language", "form")


class UnsavedAnswers:
    """Keeps a session's unsaved answers of one sheet and writes them once the store is there. Plain memory, no thread.

    ``sheet``: the id of the sheet that they belong to; they never land in another one.
    """

    def __init__(self, token: Token, sheet: str | None = None) -> None:
        self._token = token
        self._sheet = sheet
        self._answers: dict[str, Answer] = {}
        self._placed: dict[str, tuple[int, str]] = {}
        self._timings: dict[str, int] = {}

    @property
    def unsaved(self) -> int:
        """How many answers are not on disk yet."""
        return len(self._answers)

    @property
    def answers(self) -> Mapping[str, Answer]:
        """The unsaved answers by item, to be shown as given."""
        return dict(self._answers)

    def add(
        self,
        answers: Iterable[Answer] = (),
        *,
        moment: int,
        position: str | None = None,
        language: str | None = None,
        form: str | None = None,
        timings: Mapping[str, int] | None = None,
    ) -> None:
        """Keep what was given; ``moment`` (ms) is that of position, language and form."""
        for answer in answers:
            self._answers = dict(merge_answers(self._answers, {answer.question: answer}).answers)
        for name, value in zip(_FIELDS, (position, language, form), strict=True):
            if value is not None:
                self._placed[name] = max(self._placed.get(name, (0, "")), (moment, value))
        self._timings = merge_timings(self._timings, timings or {})

    def flush(self, store: Store) -> Saved | None:
        """Write all of it; None if there was nothing to write.

        On an error (StoreDown, SheetGone, SheetFinished, SheetChanged, BadValue) nothing of it is forgotten.
        """
        saved: Saved | None = None
        for moment in sorted({moment for moment, _ in self._placed.values()}):
            due = {name: value for name, (at, value) in self._placed.items() if at == moment}
            saved = self._save(store, due, moment)
        if self._answers or self._timings:
            saved = self._save(store, {}, None)
        return saved

    def _save(self, store: Store, due: Mapping[str, str], moment: int | None) -> Saved:
        answers, timings = dict(self._answers), dict(self._timings)
        saved = store.sheets.save(
            self._token,
            answers.values(),
            position=due.get("position"),
            language=due.get("language"),
            form=due.get("form"),
            timings=timings,
            moment=moment,
            sheet=self._sheet,
        )
        self._answers = {item: kept for item, kept in self._answers.items() if answers.get(item) != kept}
        self._timings = {page: ms for page, ms in self._timings.items() if timings.get(page) != ms}
        for name, value in due.items():
            if self._placed.get(name) == (moment, value):
                del self._placed[name]
        return saved
