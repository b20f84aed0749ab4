"""Which Python runs the project's commands, and a sentence instead of a traceback where it is the wrong one.

Standard library only, and nothing newer than Python 3.8: this is what runs where the packages are missing.
"""

from __future__ import annotations

import os
import shlex
import sys
from importlib.util import find_spec
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
ROOMS = ("catalog", "scoring", "reports", "store", "server", "bench")
"""What can be run as ``python -m ROOM``."""
PACKAGES = ("yaml", "pydantic", "numpy", "polars", "sqlalchemy")
"""One part of requirements.txt for each room: where these can be imported, so can the rest."""
OLDEST = (3, 11)
WRONG_USE = 2
WINDOWS = os.name == "nt"


def own_python() -> Path:
    """The Python of the project's ``.venv``, whether it is there or not."""
    return PROJECT / ".venv" / ("Scripts/python.exe" if WINDOWS else "bin/python")


def typed(python: Path) -> str:
    """``python`` as one types it in the current folder: ``.venv/bin/python``, ``.venv\\Scripts\\python``."""
    try:
        shown = python.relative_to(Path.cwd())
    except ValueError:
        shown = python
    if WINDOWS:
        text = str(shown.with_suffix(""))
        return f'"{text}"' if " " in text else text
    return shlex.quote(str(shown))


def command(room: str, *arguments: str) -> str:
    """``python -m ROOM ARGUMENTS`` so that it runs as it stands here, by the Python that runs now."""
    python = Path(sys.executable) if sys.executable else own_python()
    return " ".join([typed(python), "-m", room, *arguments])


def quoted(path: Path) -> str:
    """``path`` as an argument of a command that one types, whatever its name."""
    shown = str(path)
    if WINDOWS:
        return f'"{shown}"' if " " in shown else shown
    return shlex.quote(shown)


def require_packages() -> None:
    """Ends one of the project's commands with a sentence where this Python cannot run it; else does nothing.

    Called while ``catalog`` is imported, on which all other rooms stand. Anyone else who imports it gets Python's own
    error. Raises SystemExit(2).
    """
    if sys.version_info >= OLDEST and all(find_spec(name) for name in PACKAGES):
        return
    room = _room()
    if room is None:
        return
    for stream in (sys.stdout, sys.stderr):
        getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8", errors="backslashreplace")
    print(_what_to_do(room), file=sys.stderr)
    sys.exit(WRONG_USE)


def _room() -> str | None:
    """The room that ``python -m`` runs now: its name is in the command line, its folder once Python has found it."""
    first = sys.argv[0] if sys.argv else ""
    if first == "-m":
        name = sys.orig_argv[sys.orig_argv.index("-m") + 1] if "-m" in getattr(sys, "orig_argv", ()) else "catalog"
    else:
        path = Path(first)
        name = path.parent.name if path.name == "__main__.py" and path.resolve().parents[1] == PROJECT else ""
    return name if name in ROOMS else None


def _what_to_do(room: str) -> str:
    """In both languages: which one the reader speaks is settled only with the packages."""
    own = own_python()
    given = " ".join([typed(own), "-m", room, *(shlex.quote(one) for one in sys.argv[1:])])
    if own.exists() and not _runs_in_own():
        return (
            f"この Python({sys.executable})には、必要なパッケージが入っていません。次のコマンドを使ってください。\n"
            f"This Python ({sys.executable}) lacks the project's packages. Use this command:\n  {given}"
        )
    install = f"{typed(own)} -m pip install -r {_shown(PROJECT / 'requirements.txt')}"
    make = "" if own.exists() else f"{'py -3' if WINDOWS else 'python3'} -m venv {_shown(PROJECT / '.venv')}\n  "
    return (
        "必要なパッケージが入っていません。次のコマンドで入れてから、もう一度お試しください。\n"
        f"The project's packages are missing. Install them, then try again:\n  {make}{install}\n  {given}"
    )


def _runs_in_own() -> bool:
    """Told by the name it was called by: the .venv's Python is a link to the very one that made it."""
    return Path(os.path.abspath(sys.executable)) == own_python()


def _shown(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
