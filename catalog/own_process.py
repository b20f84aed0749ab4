"""Somebody's file is read in a process of its own: one that asks for endless memory or time ends nothing but itself.

The process knows nothing of the site: bytes in, JSON out. Run as a program, this file is that process; it sets the
limits and then runs the reader.
"""

from __future__ import annotations

import json
import runpy
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

PATIENCE = 60
"""Seconds; the process's own limits end it long before on a machine that does nothing else."""
MEMORY = 768 << 20
SECONDS = 20
"""Of the processor."""


def read_apart(reader: Path, data: bytes, *arguments: str) -> Mapping[str, Any] | None:
    """What the program ``reader`` writes for ``data``; None where it fails, or takes too much."""
    command = [sys.executable, "-I", str(Path(__file__)), str(reader), *arguments]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE, check=False)
        found = json.loads(done.stdout) if done.returncode == 0 else None
    except (OSError, subprocess.TimeoutExpired, ValueError):
        return None
    return found if isinstance(found, dict) else None


def limit() -> None:
    """What this process may use. Nothing where the system knows no limits (Windows)."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(kind)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (allowed, hard))


if __name__ == "__main__":
    limit()
    sys.argv = sys.argv[1:]
    runpy.run_path(sys.argv[0], run_name="__main__")
