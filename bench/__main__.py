"""``python -m bench``: runs every benchmark and prints its ratio; status 1 if one is over what it allows."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import bench
from catalog.command_language import command_language, speak_utf8
from catalog.command_line import CommandParser, sentences
from catalog.reading.wording import languages


def main(arguments: Sequence[str] | None = None) -> int:
    given = sys.argv[1:] if arguments is None else arguments
    language = command_language(given)
    says = sentences(Path(__file__).with_name("wording.yaml"), language)
    parser = CommandParser("bench", language=language, description=says("description"))
    parser.add_argument("--language", choices=languages(), default=language, help=says("language"))
    parser.parse_args(given)
    modules = [
        import_module(f"bench.{found.name}") for found in iter_modules(bench.__path__) if found.name != "__main__"
    ]
    slow = False
    for module in modules:
        if not hasattr(module, "run"):
            continue
        for ratio in module.run():
            over = ratio.times > ratio.most
            slow |= over
            print(
                f"{module.__name__.removeprefix('bench.')}: {ratio.times:.1f} times the yardstick "
                f"(at most {ratio.most:.3g}){' - TOO SLOW' if over else ''}\n"
                f"  {ratio.seconds:.3f} s: {ratio.work}\n  {ratio.yardstick_seconds:.3f} s: {ratio.yardstick}"
            )
    return int(slow)


if __name__ == "__main__":
    speak_utf8()
    sys.exit(main())
