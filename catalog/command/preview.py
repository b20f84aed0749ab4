"""``python -m catalog preview FOLDER``: starts a server of its own that shows one assessment while it is written."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
import webbrowser
from pathlib import Path

from catalog.command.check import holds_several
from catalog.interpreter import PROJECT, WINDOWS, WRONG_USE
from catalog.reading.wording import command_says

FOLDER, LANGUAGE, CONTENT = "FIT_PREVIEW", "FIT_LANGUAGE", "FIT_CONTENT"
HOST = "127.0.0.1"
"""This machine alone: what is not finished is nobody else's to see."""
FIRST_PORT, PORTS = 8601, 40
SITE = (sys.executable, "-m", "streamlit", "run", "preview_app.py")
UP_SECONDS = 30.0


def previewed_folder() -> Path:
    """The folder that this process was started for."""
    return Path(os.environ.get(FOLDER) or "questions/customer_roles")


def preview(folder: Path, port: int | None, language: str, *, opens: bool) -> int:
    """The command's exit status; on most systems the server takes this process's place. ``opens``: a browser too."""
    several = holds_several(folder)
    if several:
        names = ", ".join(str(folder / one.name) for one in several)
        print(command_says("preview_several", language, folder=str(folder), folders=names), file=sys.stderr)
        return WRONG_USE
    chosen = free_port() if port is None else port
    if not _is_free(chosen):
        print(command_says("preview_port", language, port=chosen), file=sys.stderr)
        return 1
    address = f"http://localhost:{chosen}"
    print(command_says("preview_ready", language, folder=str(folder), address=address), flush=True)
    settings = environment(folder, chosen, language)
    if opens and _has_a_screen():
        return _beside_a_browser(settings, chosen, address)
    os.chdir(PROJECT)
    if not WINDOWS:
        os.execve(SITE[0], SITE, settings)
    return _wait_for(subprocess.Popen(SITE, env=settings))


def environment(folder: Path, port: int, language: str) -> dict[str, str]:
    """This process's, with the folder, the port and the language. Paths are whole: the server runs in the project."""
    made = os.environ | {
        FOLDER: str(folder.resolve()),
        LANGUAGE: language,
        "STREAMLIT_SERVER_PORT": str(port),
        "STREAMLIT_SERVER_ADDRESS": HOST,
        "STREAMLIT_BROWSER_SERVER_ADDRESS": "localhost",
    }
    if os.environ.get(CONTENT):
        made[CONTENT] = str(Path(os.environ[CONTENT]).resolve())
    return made


def free_port() -> int:
    """The first free one of a few that no site uses, so that the address is mostly the same; else any."""
    return next((port for port in range(FIRST_PORT, FIRST_PORT + PORTS) if _is_free(port)), 0) or _any_port()


def _is_free(port: int) -> bool:
    with socket.socket() as trying:
        if not WINDOWS:  # There it would let two servers have one port.
            trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trying.bind((HOST, port))
        except (OSError, OverflowError):
            return False
    return True


def _any_port() -> int:
    with socket.socket() as trying:
        trying.bind((HOST, 0))
        return int(trying.getsockname()[1])


def _has_a_screen() -> bool:
    """Whether a browser would be seen by whoever typed the command."""
    windows = WINDOWS or sys.platform == "darwin" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(windows) and sys.stdout.isatty()


def _beside_a_browser(settings: dict[str, str], port: int, address: str) -> int:
    server = subprocess.Popen(SITE, env=settings, cwd=PROJECT)
    threading.Thread(target=_open_once_up, args=(server, port, address), daemon=True).start()
    return _wait_for(server)


def _open_once_up(server: subprocess.Popen[bytes], port: int, address: str) -> None:
    until = time.monotonic() + UP_SECONDS
    while server.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            webbrowser.open(address)
            return


def _wait_for(server: subprocess.Popen[bytes]) -> int:
    try:
        return server.wait()
    except KeyboardInterrupt:
        server.wait()
        return 0
