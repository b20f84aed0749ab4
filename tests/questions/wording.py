"""What no text about a person or a role may hold, and how the tests cut sentences."""

from __future__ import annotations

import re

JUDGEMENT = re.compile(
    r"劣|欠け|欠如|弱い|弱み|無理|向いていない|不向き|苦手|失格|駄目|ダメ|だめ|"
    r"(?i:\b(?:weak|lack|unfit|inferior|fail|poor|incapable)\w*)"
)
BARE_ABBREVIATION = re.compile(r"(?<![A-Za-z])CS(?![A-Za-z])")
SENTENCE_END = re.compile(r"(?<=[。?])(?!」)")
JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠]")
