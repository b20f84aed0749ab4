"""Every command that the documents print runs as printed, and a wrong Python says which one to use."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from catalog import interpreter
from catalog.command_line import check_command
from tests.catalog.test_smallest_example import write_example

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
POSIX, WINDOWS = ".venv/bin/python", ".venv\\Scripts\\python"
OWN = "ikebana"
ROOMS = ("catalog", "scoring", "reports", "store", "server", "bench")
PRINTED = re.compile(rf"(?P<python>\S*python3?|py -3) -m (?P<rest>(?:{'|'.join(ROOMS)})\b[^`#\n|]*)")
PLACE = re.compile(r"[A-Z_]{2,}|[^\x00-\x7f]|…")


def printed() -> list[str]:
    """What the documents print behind ``-m``: as it stands; where it holds a place to fill, its help."""
    found: dict[str, None] = {}
    for path in DOCUMENTS:
        for match in PRINTED.finditer(path.read_text(encoding="utf-8")):
            rest = match["rest"].strip().replace("\\", "/")
            whole = PLACE.search(rest) is None and not rest.startswith(("store", "server", "bench", "catalog preview"))
            found[rest if whole else f"{_call(rest)} --help"] = None
    return list(found)


def _call(rest: str) -> str:
    """Room and subcommand."""
    words = rest.split()
    return " ".join(words[: 2 if len(words) > 1 and re.fullmatch("[a-z]+", words[1]) else 1])


def copy_of_the_project(around: Path) -> Path:
    """After ``make run``: rooms, compiled where they were run, data, and a ``.venv`` that holds the packages."""
    folder = around / "our project"
    folder.mkdir()
    for room in ROOMS:
        shutil.copytree(ROOT / room, folder / room)
    for name in ("charts", "content", "questions", "requirements.txt", "teaching", "people"):
        (folder / name).symlink_to(ROOT / name)
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_of_the_project(tmp_path)


@pytest.fixture(scope="module")
def kept_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """For commands that leave the project as it is."""
    return copy_of_the_project(tmp_path_factory.mktemp("kept"))


def run(command: str, folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FIT_", "PYTHON", "LANG", "LC_"))}
    return subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env={**kept, **settings},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_documents_name_the_project_s_own_python_and_nothing_else() -> None:
    for path in DOCUMENTS:
        for match in PRINTED.finditer(path.read_text(encoding="utf-8")):
            assert match["python"].lstrip("`") in (POSIX, WINDOWS), f"{path.name}: {match[0]}"
    for name in ("README.md", "docs/authors/files.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert f"{POSIX} -m catalog check\n" in text or f"{POSIX} -m catalog check " in text
        assert f"{WINDOWS} -m catalog check\n" in text


@pytest.fixture(scope="module")
def own_assessment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """After the first step of the authors' guide."""
    folder = copy_of_the_project(tmp_path_factory.mktemp("own"))
    (folder / "questions").unlink()
    assert write_example(folder / "questions").name == OWN
    return folder


@pytest.mark.parametrize("wanted", printed())
def test_a_printed_command_runs(wanted: str, kept_project: Path, own_assessment: Path) -> None:
    ran = run(f"{POSIX} -m {wanted}", own_assessment if OWN in wanted else kept_project, FIT_LANGUAGE="en")
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == ""
    assert ran.stdout


@pytest.mark.parametrize("room", ROOMS)
def test_a_python_without_the_packages_says_which_one_to_use(room: str, kept_project: Path) -> None:
    """``-S``: the packages of this Python's own folder are not there, as with the system's one."""
    ran = run(f"'{sys.executable}' -S -m {room} check 'a b'", kept_project)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "Traceback" not in ran.stderr
    assert "必要なパッケージが入っていません" in ran.stderr
    assert "lacks the project's packages" in ran.stderr
    command = ran.stderr.splitlines()[-1].strip()
    assert command == f"{POSIX} -m {room} check 'a b'"
    again = run(command, kept_project)
    assert "packages" not in again.stderr
    assert "Traceback" not in again.stderr


def test_without_a_venv_it_says_how_to_make_one(project: Path) -> None:
    (project / ".venv").unlink()
    ran = run(f"'{sys.executable}' -S -m store stats", project)
    assert ran.returncode == 2
    assert [line.strip() for line in ran.stderr.splitlines()[-3:]] == [
        "python3 -m venv .venv",
        f"{POSIX} -m pip install -r requirements.txt",
        f"{POSIX} -m store stats",
    ]


def test_a_python_too_old_is_said_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(interpreter, "OLDEST", (99, 0))
    monkeypatch.setattr(sys, "argv", [str(ROOT / "scoring" / "__main__.py"), "score"])
    with pytest.raises(SystemExit) as left:
        interpreter.require_packages()
    assert left.value.code == 2
    assert "-m scoring score" in capsys.readouterr().err


def test_who_only_imports_the_catalog_gets_python_s_own_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interpreter, "OLDEST", (99, 0))
    for first in ("", "/usr/bin/pytest", str(ROOT / "elsewhere" / "__main__.py"), "/x/scoring/__main__.py"):
        monkeypatch.setattr(sys, "argv", [first])
        interpreter.require_packages()


def test_a_wrong_folder_is_said_with_the_right_one(project: Path, tmp_path: Path) -> None:
    python = f"'{project / POSIX}'"
    for action in ("check", "coverage"):
        ran = run(f"{python} -m catalog {action}", tmp_path, FIT_LANGUAGE="en", PYTHONPATH=str(project))
        assert ran.returncode == 2
        assert ran.stderr.splitlines()[-1] == f"Run the command in the project's folder: {project.resolve()}"


@pytest.mark.parametrize(
    ("executable", "typed"),
    [("{here}/.venv/bin/python", ".venv/bin/python"), ("/opt/a b/python", "'/opt/a b/python'")],
)
def test_a_command_is_typed_as_the_folder_asks(monkeypatch: pytest.MonkeyPatch, executable: str, typed: str) -> None:
    monkeypatch.setattr(sys, "executable", executable.format(here=Path.cwd()))
    assert interpreter.command("catalog", "check") == f"{typed} -m catalog check"


def test_on_windows_it_has_windows_slashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interpreter, "WINDOWS", True)
    monkeypatch.setattr(interpreter, "PROJECT", Path.cwd())
    assert interpreter.own_python() == Path.cwd() / ".venv/Scripts/python.exe"
    monkeypatch.setattr(sys, "executable", str(Path.cwd() / ".venv" / "Scripts" / "python.exe"))
    assert interpreter.command("store", "stats").replace("/", "\\") == f"{WINDOWS} -m store stats"


def test_the_command_of_the_operator_s_page_checks_the_same_folders(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "tests" / "fixtures" / "big_five", project / "ours" / "big five")
    (project / "ours" / "big five" / "items.yaml").unlink()
    monkeypatch.chdir(project)
    monkeypatch.setenv("FIT_QUESTIONS", "ours")
    command = check_command("en")
    assert command.startswith("FIT_QUESTIONS=ours ")
    monkeypatch.delenv("FIT_QUESTIONS")
    ran = run(command, project)
    assert ran.returncode == 1
    assert "ours/big five/items.yaml:1:1: items: the file items.yaml is missing." in ran.stdout
