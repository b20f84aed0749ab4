"""Texts as authors write them, full of what Markdown and Streamlit would read as marks."""

from __future__ import annotations

import random

WRITTEN = (
    "I do my best work when the steps are clear.",
    "満足度(CSAT)の数字は、5段階で+1上がる - はず!",
    "*強く* と **もっと強く** と _下線_ と snake_case_name",
    "`code` と ``二重`` と [題](https://example.com/a_b)",
    ":material/home: 家と :material_home: と :smile: と :+1: と :streamlit:",
    ":red[赤] :blue-background[青] :badge[札] :abbr と :日本",
    "https://example.com/行くと、www.example.com。WWW.EXAMPLE.JP",
    "誰か@example.comへ。mailto:a.b+c@example.co.jp、a_@b.example、@home",
    "A -> B <- C <-> D -- E >= 1 <= 2 ~= 3、A->B--C",
    "# 見出しのような文",
    "1. 番号で始まる文",
    "2024) かっこで終わる番号",
    "- 箇条書きのような文",
    "+ たす印の文",
    "> 引用のような文",
    "=== 線のような文 ---",
    "--- 線のような文",
    "<b>太字</b>と<script>alert(1)</script>と<https://example.com>と<!-- 注 -->",
    "R&D、AT&amp;T、&lt;文字&gt;、&#12354;",
    "~~消す~~ と ~一重~ と 9:00~18:00、3~5件",
    "$x^2$ と $$y$$ と 100$から200$まで、\\(z\\)",
    "C:\\temp\\new と \\* と 行末の\\",
    "| 表 | のような | 文 |",
    "[ ] 済んでいない [x] 済んだ [^1] 注",
    "[題]: https://example.com/定義",
    "(「かぎ」)『二重』“引用” \"まっすぐ\" 'ひとつ'",
    ":) :-) 8-) <3 (c) (tm) ... -- ---",
    "::note と :::box と :: と a::b::c",
    "{ja} と {{name}} と %(x)s と #{y}",
    "絵の印 ![絵](https://example.com/a.png)",
    "`",
    "*",
    "1",
    "a:b://c.example:80:d",
    "😀:grinning:😀 と ★:star:★",
)

PIECES = (*"*_`~:$&<>[](){}#+-.!|\\@/=^ 12aあ", ":a", "www.", "://", "->", "--", "&amp;", ":x:", "```", "**")


def generated(count: int) -> tuple[str, ...]:
    """Texts put together from marks, the same at each run; none begins or ends with a space."""
    chance = random.Random(9)
    texts = dict.fromkeys(
        " ".join("".join(chance.choices(PIECES, k=chance.randint(2, 14))).split()) for _ in range(3 * count)
    )
    return tuple(text for text in texts if text)[:count]


TEXTS = (*WRITTEN, *(text for text in generated(120) if text not in WRITTEN))
FEW = (*WRITTEN[:10], WRITTEN[18], WRITTEN[20], WRITTEN[21])
"""For the widgets of which each has one label."""
