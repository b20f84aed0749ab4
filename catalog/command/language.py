"""In which language a command speaks to whoever typed it."""

from __future__ import annotations

import os
from collections.abc import Sequence

from catalog.reading.wording import default_language, languages


def command_language(arguments: Sequence[str]) -> str:
    """What ``--language`` says, or else the machine's locale, or else the default."""
    locales = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    wished = [next(filter(None, locales), "")]
    for position, argument in enumerate(arguments):
        if argument.startswith("--language="):
            wished.insert(0, argument.partition("=")[2])
        elif argument == "--language" and position + 1 < len(arguments):
            wished.insert(0, arguments[position + 1])
    return next((one for wish in wished for one in languages() if wish.startswith(one)), default_language())
