"""The files of a made assessment: written as JSON, which is YAML too and never shares a part by an anchor."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

Words = dict[str, str]


def write_files(folder: Path, files: Mapping[str, object]) -> Path:
    """``files`` by name without ``.yaml``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        text = json.dumps(content, ensure_ascii=False, indent=1)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder
