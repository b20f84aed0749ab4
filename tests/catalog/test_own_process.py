"""A reader in a process of its own: it answers, or it ends, and nothing else ends with it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from catalog.own_process import MEMORY, read_apart


def program(folder: Path, body: str) -> Path:
    path = folder / "reader.py"
    path.write_text(f"import json, sys\ndata = sys.stdin.buffer.read()\n{body}\n", encoding="utf-8")
    return path


def test_it_gives_back_what_the_program_writes(tmp_path: Path) -> None:
    reader = program(tmp_path, 'print(json.dumps({"of": data.decode(), "with": sys.argv[1:]}))')
    assert read_apart(reader, b"some bytes", "7") == {"of": "some bytes", "with": ["7"]}


@pytest.mark.parametrize(
    "body",
    ["raise SystemExit(3)", "print('no json')", "print('[1]')", "import os; os.abort()"],
    ids=["fails", "no json", "no mapping", "aborts"],
)
def test_what_goes_wrong_there_is_none_here(tmp_path: Path, body: str) -> None:
    assert read_apart(program(tmp_path, body), b"") is None


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")
def test_endless_memory_ends_the_reader_alone(tmp_path: Path) -> None:
    reader = program(tmp_path, f"bytearray({MEMORY * 2})\nprint('{{}}')")
    assert read_apart(reader, b"") is None
    assert read_apart(program(tmp_path, "print('{}')"), b"") == {}
