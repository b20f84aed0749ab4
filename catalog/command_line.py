"""What the commands of all rooms share: arguments explained in the reader's language, sentences from a file."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

import yaml

from catalog.interpreter import WINDOWS, WRONG_USE, command
from catalog.reading.wording import LOADER, command_says

Says = Callable[..., str]


def sentences(file: Path, language: str) -> Says:
    """``says(key, **values)``: the sentences of a room's ``wording.yaml``, each ``key: {ja: …, en: …}``.

    Raises KeyError for a key that is not there: a defect of the code.
    """
    texts = _read(file)

    def says(key: str, **values: object) -> str:
        return texts[key][language].format_map(values)

    return says


class CommandParser(argparse.ArgumentParser):
    """``python -m ROOM``: a wrong use is one sentence in the reader's language that names how to see more."""

    def __init__(self, room: str, *, language: str, **settings: Any) -> None:
        self.room, self.language = room, language
        super().__init__(prog=settings.pop("prog", command(room)), add_help=False, **settings)
        self.add_argument("-h", "--help", action="help", help=command_says("help", language))
        self._optionals.title = command_says("options", language)
        self._positionals.title = command_says("positionals", language)

    def add_commands(self, metavar: str | None = None) -> argparse._SubParsersAction[Any]:
        """The subcommands; each is a parser of this kind."""
        room, language = self.room, self.language

        class Command(CommandParser):
            def __init__(self, **settings: Any) -> None:
                super().__init__(room, language=language, **settings)

        return self.add_subparsers(dest="command", required=True, parser_class=Command, metavar=metavar)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", command_says("usage_is", self.language), 1)

    def error(self, message: str) -> NoReturn:
        help_ = command(self.room, "--help")
        print(command_says("usage", self.language, detail=message, help=help_), file=sys.stderr)
        sys.exit(WRONG_USE)


def check_command(language: str) -> str:
    """The command that checks the very files that this process reads, as it can be typed in its folder."""
    check = command("catalog", "check", "--language", language)
    given = [(name, os.environ[name]) for name in ("FIT_QUESTIONS", "FIT_CONTENT") if os.environ.get(name)]
    if WINDOWS:
        return "".join(f'set "{name}={value}" && ' for name, value in given) + check
    return "".join(f"{name}={shlex.quote(value)} " for name, value in given) + check


@cache
def _read(file: Path) -> Mapping[str, Mapping[str, str]]:
    with file.open(encoding="utf-8") as opened:
        texts: Mapping[str, Mapping[str, str]] = yaml.load(opened, Loader=LOADER)
    return texts
