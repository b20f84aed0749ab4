"""``python -m server``: starts the site for the phones in a room. Status 1: not started, 2: a wrong command."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from catalog.command_language import command_language, speak_utf8
from catalog.command_line import CommandParser, Says, sentences
from catalog.interpreter import WINDOWS
from catalog.reading.wording import languages
from server.lan import PORT, addresses, site_address, with_settings

WORDING = Path(__file__).with_name("wording.yaml")
SITE = (sys.executable, "-m", "streamlit", "run", "app.py")
USUAL_PORT = "8501"


def main(arguments: Sequence[str] | None = None) -> int:
    words = sys.argv[1:] if arguments is None else arguments
    language = command_language(words)
    says = sentences(WORDING, language)
    given = _parser(language, says).parse_args(words)
    found = (given.address,) if given.address else addresses()
    if not found:
        print(says("lan_no_network"), file=sys.stderr)
        return 1
    print(_said(says, found, given.port), flush=True)
    return _start(with_settings(found[0], given.port))


def _said(says: Says, found: Sequence[str], port: int) -> str:
    address = site_address(found[0], port)
    lines = [says("lan_ready", address=address)]
    if sys.stdout.isatty():
        lines.append(_qr(address))
    if len(found) > 1:
        lines.append(says("lan_others", others=", ".join(found[1:])))
    lines.append(says("lan_hints"))
    return "\n".join(lines)


def _qr(address: str) -> str:
    from segno import make  # after the catalog, which says which Python to use where this one lacks the packages

    drawn = io.StringIO()
    make(address, error="m").terminal(drawn, border=2, compact=True)
    return drawn.getvalue().rstrip("\n")


def _start(environment: dict[str, str]) -> int:
    if not WINDOWS:
        os.execve(SITE[0], SITE, environment)
    try:
        return subprocess.call(SITE, env=environment)
    except KeyboardInterrupt:
        return 0


def _parser(language: str, says: Says) -> CommandParser:
    parser = CommandParser("server", language=language, description=says("description"))
    commands = parser.add_commands(metavar="COMMAND")
    lan = commands.add_parser("lan", help=says("lan"), description=says("lan"))
    lan.add_argument("--address", default="", metavar="ADDRESS", help=says("lan_address"))
    lan.add_argument("--port", type=int, default=int(os.environ.get(PORT) or USUAL_PORT), help=says("lan_port"))
    lan.add_argument("--language", choices=languages(), default=language, help=says("language"))
    return parser


if __name__ == "__main__":
    speak_utf8()
    sys.exit(main())
