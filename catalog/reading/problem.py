"""What is wrong with a data file, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from catalog.reading.wording import Value, default_language, todo_of, what_of, whole_sentence


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a data file. ``line`` and ``column`` count from 1.

    ``what`` and ``todo`` are the sentences in the wording's first language; ``in_language`` says them in another one.
    """

    file: str
    line: int
    column: int
    where: str
    what: str
    todo: str
    code: str = ""
    todo_code: str = ""
    values: tuple[tuple[str, Value], ...] = field(default=(), compare=False)

    @classmethod
    def of(
        cls,
        file: str,
        line: int,
        column: int,
        where: str,
        code: str,
        *,
        todo: str | None = None,
        values: dict[str, Value] | None = None,
    ) -> Problem:
        """The problem that ``wording.yaml`` calls ``code``, with the advice of ``todo`` instead of its own if given."""
        said = values or {}
        advice = todo or code
        language = default_language()
        what, do = what_of(code, language, said), todo_of(advice, language, said)
        return cls(file, line, column, where, what, do, code, advice, tuple(said.items()))

    def in_language(self, language: str) -> str:
        """The whole line in ``language``; in the wording's first language where it is not spoken."""
        return f"{self.file}:{self.line}:{self.column}: {self.where}: {self.sentence(language)}"

    def sentence(self, language: str) -> str:
        """What is wrong and what to do about it, without the place."""
        if not self.code:
            return whole_sentence(self.what, self.todo, default_language())
        said = dict(self.values)
        return whole_sentence(what_of(self.code, language, said), todo_of(self.todo_code, language, said), language)

    def __str__(self) -> str:
        return self.in_language(default_language())


class DataProblems(Exception):
    """Everything that is wrong with the data files, sorted by file, line and column, each problem once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        ordered = sorted(set(problems), key=lambda one: (one.file, one.line, one.column, one.where, one.what))
        self.problems: tuple[Problem, ...] = tuple(ordered)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def in_language(self, language: str) -> str:
        """A line a problem, in ``language``."""
        return "\n".join(problem.in_language(language) for problem in self.problems)

    def __reduce__(self) -> tuple[type[DataProblems], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)
