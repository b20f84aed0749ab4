"""The language of commands, their help, and sentences from a room's own file."""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from string import Formatter
from types import SimpleNamespace

import pytest
import yaml

import catalog.__main__
import reports.__main__
import scoring.__main__
import store.__main__
from catalog.command_language import command_language
from catalog.interpreter import typed
from tests.catalog.small_site import SmallSite

OWN = typed(Path(sys.executable))
ROOT = Path(__file__).resolve().parents[2]
JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")
MAINS: dict[str, Callable[[Sequence[str]], int]] = {
    "catalog": catalog.__main__.main,
    "scoring": scoring.__main__.main,
    "reports": reports.__main__.main,
    "store": store.__main__.main,
}


@pytest.fixture(autouse=True)
def a_machine_that_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "FIT_LANGUAGE", "FIT_CONTENT"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("said", ["", "C", "C.UTF-8", "POSIX", "de_DE.UTF-8"])
def test_a_machine_that_says_nothing_of_use_leaves_it_to_the_site(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setenv("LANG", said)
    assert command_language() == "ja"
    site.write("content/site.yaml", "languages:\n  - {id: en, name: English}\n  - {id: ja, name: 日本語}\n")
    assert command_language() == "en"


@pytest.mark.parametrize("text", ["", "languages: [", "languages: 3", "languages:\n  - ja\n", b"\xff\xfe"])
def test_without_a_site_it_is_japanese(site: SmallSite, text: str | bytes) -> None:
    site.write("content/site.yaml", text)
    assert command_language() == "ja"
    site.remove("content/site.yaml")
    assert command_language() == "ja"


def test_what_goes_first(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert command_language() == "en"
    monkeypatch.setenv("LC_MESSAGES", "ja_JP.eucJP")
    assert command_language() == "ja"
    monkeypatch.setenv("LC_ALL", "en_GB")
    assert command_language() == "en"
    monkeypatch.setenv("FIT_LANGUAGE", "ja")
    assert command_language() == "ja"
    assert command_language(["check", "--language", "en"]) == "en"
    assert command_language(["--language=en"]) == "en"
    assert command_language(["--lang", "en"]) == "en"
    assert command_language(["--language", "xx"]) == "ja"
    assert command_language(["--language"]) == "ja"
    monkeypatch.setenv("FIT_LANGUAGE", "xx")
    assert command_language() == "en"


@pytest.mark.parametrize(("langid", "language"), [(0x0411, "ja"), (0x0409, "en"), (0x0809, "en"), (0x0407, "ja")])
def test_windows_is_asked_where_nothing_else_says(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, langid: int, language: str
) -> None:
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: langid)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert command_language() == language
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert command_language() == "en"


@pytest.mark.parametrize("room", MAINS)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_help_is_in_the_readers_language(
    room: str, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FIT_LANGUAGE", language)
    with pytest.raises(SystemExit) as left:
        MAINS[room](["--help"])
    assert left.value.code == 0
    said = capsys.readouterr().out
    own = [line for line in said.splitlines() if line.strip() and OWN not in line]
    assert bool(JAPANESE.search("".join(own))) is (language == "ja")
    assert ("使い方: " if language == "ja" else "usage: ") in said
    assert ("options:" in said) is (language == "en")
    assert f"{OWN} -m {room}" in said


@pytest.mark.parametrize("room", MAINS)
def test_a_wrong_use_names_a_command_that_can_be_typed(
    room: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        MAINS[room](["--nothing"])
    assert left.value.code == 2
    assert capsys.readouterr().err.endswith(f"。{OWN} -m {room} --help をご覧ください。\n")


@pytest.mark.parametrize("room", ["reports", "store"])
def test_a_room_s_sentences_are_whole_and_used(room: str) -> None:
    texts = yaml.safe_load((ROOT / room / "wording.yaml").read_text(encoding="utf-8"))
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / room).rglob("*.py"))
    for key, text in texts.items():
        assert list(text) == ["ja", "en"], key
        places = [{name for _, name, _, _ in Formatter().parse(words) if name} for words in text.values()]
        assert places[0] == places[1], key
        assert JAPANESE.search(text["ja"])
        assert not JAPANESE.search(text["en"])
        one_of_several = f'"{key.split("_")[0]}_{{'
        assert f'"{key}"' in code or one_of_several in code, key
