"""Plants the mistakes of ``planted.yaml`` in a sound assessment, and says what the check says of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from catalog.command.check import Checked, check_folder, with_paper
from catalog.reading.problem import Problem

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
TABLE = Path(__file__).with_name("planted.yaml")


@dataclass(frozen=True, slots=True)
class Mistake:
    """``at``: the line that is changed, ``old`` to ``new``, as is the line ``also``; or what becomes of the whole file.

    ``told``: where the check says it, by default where it was made. ``alone``: it hides others, or changes what is
    said of them. ``follows``: how many more lines come of it. ``note``: no mistake, said for the author to know.
    """

    name: str
    at: str
    ja: str
    en: str
    old: str = ""
    new: str = ""
    told: str = ""
    becomes: str = ""
    also: int = 0
    base: str = "liking"
    alone: bool = False
    note: bool = False
    follows: int = 0

    @property
    def file(self) -> str:
        return self.at.partition(":")[0]

    @property
    def line(self) -> int:
        return int(self.at.partition(":")[2] or 1)

    @property
    def place(self) -> str:
        return self.told or f"{self.file}:{self.line}"

    def plant(self, folder: Path) -> None:
        path = folder / self.file
        if self.becomes:
            self._whole(path)
            return
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        for line in filter(None, (self.line, self.also)):
            held = lines[line - 1]
            assert self.old in held, f"{self.name}: {self.at} holds no {self.old!r}: {held!r}"
            lines[line - 1] = held.replace(self.old, self.new, 1)
        path.write_text("".join(lines), encoding="utf-8", newline="")

    def _whole(self, path: Path) -> None:
        how, _, what = self.becomes.partition(" ")
        if how == "renamed":
            (path.parent / what).parent.mkdir(exist_ok=True)
            path.rename(path.parent / what)
        elif how == "copied":
            (path.parent / what).parent.mkdir(exist_ok=True)
            shutil.copy(path, path.parent / what)
        elif how == "saved":
            path.write_bytes(path.read_text(encoding="utf-8").replace("\u2011", "-").encode(what))
        else:
            assert how == "deleted", self.becomes
            path.unlink()


def table() -> list[Mistake]:
    rows: list[dict[str, Any]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    return [Mistake(**row) for row in rows]


def planted(folder: Path, mistakes: Sequence[Mistake], base: str = "") -> Checked:
    """What the check says of the sound assessment once all of these stand in it."""
    shutil.copytree(FIXTURES / (base or mistakes[0].base), folder)
    for mistake in mistakes:
        mistake.plant(folder)
    checked = check_folder(folder)
    return with_paper(checked, folder) if any(mistake.note for mistake in mistakes) else checked


def said(problems: Iterable[Problem], folder: Path, language: str) -> list[str]:
    """Each line without the folder before its file."""
    return [problem.in_language(language).replace(f"{folder}/", "") for problem in problems]
