"""Whether a stated purpose says anything: "for recruiting purposes" alone does not tell a candidate what happens.

The Employment Security Act (article 5-5) asks for a purpose that is clear and concrete. This is a check for empty words
and no judgement of law: it has nothing against a text that names a step, a reader or a use.
"""

from __future__ import annotations

import re
import unicodedata

EMPTY_JAPANESE = (
    *("採用", "選考", "募集", "求人", "人事", "業務", "事業", "活動", "情報", "提供", "参考", "検討", "活用", "使用"),
    *("利用", "目的", "取得", "収集", "管理", "円滑", "適切", "適正", "適性", "必要", "関連", "関係", "各種", "今後"),
    *("向上", "改善", "実施", "運営", "個人", "データ", "結果", "回答", "診断", "応募", "候補", "受検", "当社", "弊社"),
    *("自社", "サービス", "プロセス", "ニーズ", "遂行", "場合", "目標", "最適", "全般"),
)
"""Words that fit any purpose, and those for what is shared and who asks."""
EMPTY_ALONE = frozenset("等他為上的者様方際旨当本事内用関至")
"""Signs that mean nothing where no other one stands beside them."""

EMPTY_ENGLISH = """
a about all an and any appropriate are as associated at be being business by candidate candidates collected company
corporate data do etc following for general good hiring hr human improve improvement in information internal into is
it its job legitimate manage management may necessary needs of on only operations or other our overall personal
personnel proper provide provided providing purpose purposes reasons recruit recruiting recruitment reference
related relevant resources results selection service services staff staffing such support that the their these they
this to us use used uses using various we which will with work your
"""
ENOUGH_SIGNS = 3
"""So many besides the empty ones name something: 「一次面接」 does, 「面接」 alone does not."""
ENOUGH_WORDS = 2

LETTER = re.compile(r"[^\W\d_]")
JAPANESE_WORD = re.compile("|".join(EMPTY_JAPANESE))
RUN = re.compile(r"[^\W\d_\u3041-\u309f]+")
"""Signs without kana: the small words between are no content."""
ENGLISH_WORD = re.compile(r"[^\W\d_]+")


def vague_purpose(text: str, language: str) -> bool:
    """Whether nothing but empty words stand in a purpose, of any length, written in ``language`` (``ja``, ``en-GB``).

    A text without a letter is vague in every language; beyond that only Japanese and English are known.
    """
    read = unicodedata.normalize("NFKC", text).casefold()
    if not LETTER.search(read):
        return True
    spoken = language.partition("-")[0]
    if spoken == "ja":
        runs = RUN.findall(JAPANESE_WORD.sub(" ", read))
        return sum(len(run) for run in runs if run not in EMPTY_ALONE) < ENOUGH_SIGNS
    if spoken == "en":
        return len(set(ENGLISH_WORD.findall(read)) - set(EMPTY_ENGLISH.split())) < ENOUGH_WORDS
    return False
