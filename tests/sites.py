"""Starts ``streamlit run app.py`` for a test: cold as the README does, or warm, which spares the imports.

Most of a start is importing and reading what is the same each time. A warm site is forked from a process that has
imported Streamlit and the product and read the shipped files already; what a start does itself (settings, store, port,
files of a test's own) is done anew in each. Tests of the start use the command.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Protocol

ROOT = Path(__file__).resolve().parents[1]
COMMAND = ("-m", "streamlit", "run", "app.py")
OUR_FOLDERS = (Path("questions"), Path("content"))
CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.warm_imports"])


class Process(Protocol):
    """What the tests need of a running site; a ``subprocess.Popen`` has it."""

    pid: int

    def poll(self) -> int | None: ...
    def terminate(self) -> None: ...
    def wait(self, timeout: float | None = None) -> int: ...


def begin_site(settings: dict[str, str], log: Path, *, cold: bool = False) -> Process:
    """Starts it with ``settings`` over the environment; what it prints is added to ``log``.

    Settings for Python itself ask for a new interpreter, as ``cold`` does.
    """
    environment = os.environ | settings
    if not cold and not any(name.startswith("PYTHON") for name in settings):
        return _Forked(environment, log)
    with log.open("ab") as out:
        return subprocess.Popen([sys.executable, *COMMAND], cwd=ROOT, env=environment, stdout=out, stderr=out)


class _Forked:
    def __init__(self, environment: dict[str, str], log: Path) -> None:
        self._process = CONTEXT.Process(target=_serve, args=(environment, str(log)), daemon=True)
        with _no_main():
            self._process.start()
        assert self._process.pid is not None
        self.pid: int = self._process.pid

    def poll(self) -> int | None:
        return self._process.exitcode

    def terminate(self) -> None:
        self._process.terminate()

    def wait(self, timeout: float | None = None) -> int:
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise subprocess.TimeoutExpired("streamlit run app.py", timeout or 0)
        return self._process.exitcode


@contextmanager
def _no_main() -> Iterator[None]:
    """A new process imports the main module first, which after an AppTest is a page: none is given to it."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _serve(environment: dict[str, str], log: str) -> None:
    out = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.dup2(out, 1)
    os.dup2(out, 2)
    os.chdir(ROOT)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()

    from streamlit.web.cli import main

    from catalog.site import folders, site_catalog

    if folders() != OUR_FOLDERS:
        site_catalog.cache_clear()
    main(list(COMMAND[2:]))
