"""``python -m bench``: runs every benchmark and prints its ratio; status 1 if one is over what it allows."""

from __future__ import annotations

import sys
from importlib import import_module
from pkgutil import iter_modules

import bench


def main() -> int:
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
    sys.exit(main())
