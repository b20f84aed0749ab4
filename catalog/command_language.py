"""The language that commands and the server's log speak, and how it gets onto any screen."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import yaml

from catalog.reading.wording import LOADER, languages

SETTING = "FIT_LANGUAGE"
SITE_LANGUAGE = "ja"
"""The shipped site's first language; stands where ``site.yaml`` cannot be read."""
_WINDOWS_LANGUAGES = {0x09: "en", 0x11: "ja"}
"""The lower ten bits of a Windows LANGID."""


def command_language(arguments: Sequence[str] = ()) -> str:
    """The language that a command and the server's log speak: one of ``wording.languages()``.

    What ``--language`` among ``arguments`` says; else the setting ``FIT_LANGUAGE``; else the machine's language; else
    the site's first one. A wish that is not spoken counts as none.
    """
    wishes = (_asked(arguments), os.environ.get(SETTING, ""), machine_language(), _site_language())
    return next((one for one in map(_spoken, wishes) if one), SITE_LANGUAGE)


def machine_language() -> str:
    """What the machine's surroundings say, such as ``ja_JP.UTF-8``; "" where they say nothing, as ``C`` does."""
    said = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    if said.partition(".")[0] in ("", "C", "POSIX"):
        said = ""
    windll = getattr(ctypes, "windll", None)
    if said or windll is None:
        return said
    return _WINDOWS_LANGUAGES.get(int(windll.kernel32.GetUserDefaultUILanguage()) & 0x3FF, "")


def speak_utf8() -> None:
    """The sentences are Japanese on machines, too, whose locale cannot print it."""
    for stream in (sys.stdout, sys.stderr):
        getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8", errors="backslashreplace")


def _asked(arguments: Sequence[str]) -> str:
    for position, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if len(name) > 3 and "--language".startswith(name):
            return value or next(iter(arguments[position + 1 :]), "")
    return ""


def _spoken(wish: str) -> str | None:
    return next((one for one in languages() if wish.lower().replace("_", "-").split("-")[0] == one), None)


def _site_language() -> str:
    """The first language of ``site.yaml``; "" where it cannot be told. What is wrong there, ``check`` says."""
    try:
        with (Path(os.environ.get("FIT_CONTENT") or "content") / "site.yaml").open(encoding="utf-8") as file:
            return str(yaml.load(file, Loader=LOADER)["languages"][0]["id"])
    except (OSError, UnicodeDecodeError, yaml.YAMLError, LookupError, TypeError):
        return ""
