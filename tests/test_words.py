"""Every word on screen stands in content/: no key without words, no words without a use."""

from __future__ import annotations

import re
from pathlib import Path

from tests.shipped import shipped_content

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("views", "people", "teaching", "charts", "reports", "server")
KEY = re.compile(r"""["']([a-z]+(?:\.[a-z0-9_]+)+)["']""")
BUILT = re.compile(r'f"([a-z]+\.[a-z_.]*\{[^"\n]*)"')


def source() -> str:
    return "\n".join(
        path.read_text(encoding="utf-8") for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))
    ) + (ROOT / "app.py").read_text(encoding="utf-8")


def test_every_key_in_the_code_has_words() -> None:
    words = shipped_content().interface
    files = {key.split(".")[0] for key in words}
    used = {key for key in KEY.findall(source()) if key.split(".")[0] in files}
    modules = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts) for room in ROOMS for path in (ROOT / room).rglob("*.py")
    }
    missing = {key for key in used - modules if key not in words and not key.endswith((".py", ".yaml", ".css"))}
    assert not missing


def test_all_words_are_used() -> None:
    words = shipped_content().interface
    code = source()
    used = set(KEY.findall(code))
    # A key with a place in it stands for every key of its shape.
    built = [re.compile(re.sub(r"\\\{.*?\\\}", "[a-z_]+", re.escape(key))) for key in BUILT.findall(code)]
    prefixes = tuple(re.findall(r"""["']([a-z]+(?:\.[a-z_]+)*\.)["'] ?\+""", code))
    unused = [
        key
        for key in words
        if key not in used and not key.startswith(prefixes) and not any(shape.fullmatch(key) for shape in built)
    ]
    assert not unused
