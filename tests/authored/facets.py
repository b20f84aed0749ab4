"""Thirty facets of five domains: 120 items, nine facets of one key only, no roles, Japanese only."""

from __future__ import annotations

from pathlib import Path

from tests.authored.files import Words, write_files

DOMAINS: dict[str, tuple[str, str, tuple[tuple[str, str, str, str], ...]]] = {
    # domain: name, about, facets (id, name, low end, high end)
    "calm": (
        "気持ちの動き",
        "気持ちがどのように動くか。",
        (
            ("worry", "心配", "先のことを気にしない", "先のことを細かく気にかける"),
            ("anger", "いらだち", "腹を立てずにいられる", "いやなことに強く反応する"),
            ("gloom", "気分の沈み", "明るい気分で過ごす", "沈んだ気分になる"),
            ("shyness", "人目", "人の目を気にせずに動く", "人の目を意識する"),
            ("urge", "衝動", "欲しいものを待てる", "欲しいものにすぐ手を伸ばす"),
            ("strain", "張りつめ", "急な出来事にも落ち着いている", "急な出来事に慌てる"),
        ),
    ),
    "outward": (
        "外への向き",
        "人や物事にどう向かうか。",
        (
            ("warmth", "親しみ", "人と距離を置く", "人とすぐに親しくなる"),
            ("crowd", "にぎわい", "静かな場所を選ぶ", "人の集まる場所を選ぶ"),
            ("lead", "引っぱり", "人に任せる", "先に立って決める"),
            ("energy", "活発さ", "ゆっくり動く", "忙しく動き回る"),
            ("thrill", "刺激", "穏やかな毎日を望む", "どきどきすることを探す"),
            ("cheer", "陽気さ", "静かに喜ぶ", "声を上げて笑う"),
        ),
    ),
    "open": (
        "新しさ",
        "新しいものをどう受け取るか。",
        (
            ("fancy", "空想", "目の前のことを考える", "空想にふける"),
            ("beauty", "美しさ", "使いやすさを見る", "美しいものに見入る"),
            ("feeling", "感じ方", "気持ちを表に出さない", "気持ちを細かく味わう"),
            ("novelty", "変化", "慣れたやり方を守る", "新しいやり方を試す"),
            ("ideas", "考えること", "答えをまず知ろうとする", "難しい問いを考え続ける"),
            ("values", "きまり", "昔からのきまりを大切にする", "きまりの理由を問い直す"),
        ),
    ),
    "kind": (
        "人への姿勢",
        "人にどう接するか。",
        (
            ("trust", "信頼", "人の言葉を確かめる", "人の言葉を信じる"),
            ("frank", "率直さ", "場に合わせて話す", "思ったとおりに話す"),
            ("help", "手助け", "自分のことを先にする", "困っている人を先に手伝う"),
            ("yield", "譲ること", "自分の考えを通す", "相手に譲る"),
            ("modest", "控えめさ", "できることを進んで話す", "自分のことを控えめに話す"),
            ("pity", "思いやり", "ものごとを割り切る", "人の身になって心を痛める"),
        ),
    ),
    "order": (
        "やり遂げ方",
        "物事をどう進めるか。",
        (
            ("skill", "手ごたえ", "うまくいくか様子を見る", "うまくやれると思う"),
            ("tidy", "整え方", "物を出したままにする", "物を決めた場所に戻す"),
            ("duty", "約束", "約束を状況に合わせて変える", "約束を最後まで守る"),
            ("goal", "目標", "ほどほどで満足する", "高い目標を立てる"),
            ("start", "取りかかり", "取りかかるのを後にする", "決めたらすぐに取りかかる"),
            ("think", "慎重さ", "思い付いたらすぐに動く", "よく考えてから動く"),
        ),
    ),
}
ONE_SIDED = {
    **dict.fromkeys(("worry", "energy", "cheer", "fancy", "skill"), "+"),
    **dict.fromkeys(("frank", "yield", "modest", "think"), "-"),
}
"""As in many a published instrument: all items of a facet are keyed alike."""
SENTENCES = ("{end}ほうだ。", "ふだんの自分は、{end}ことが多い。", "周りの人より、{end}と思う。", "気が付くと、{end}。")
POINTS = ("まったく違う", "やや違う", "どちらともいえない", "ややそうだ", "そのとおりだ")


def ja(text: str) -> Words:
    return {"ja": text}


def facet_ids() -> list[str]:
    return [facet for _, _, facets in DOMAINS.values() for facet, _, _, _ in facets]


def groups() -> list[dict[str, object]]:
    return [
        {"id": domain, "name": ja(name), "about": ja(about), "traits": [facet for facet, _, _, _ in facets]}
        for domain, (name, about, facets) in DOMAINS.items()
    ]


def write_facets(questions: Path) -> Path:
    every = [facet for _, _, facets in DOMAINS.values() for facet in facets]
    traits = [
        {
            "id": facet,
            "name": ja(name),
            "about": ja(f"{name}の表れ方。"),
            "low": ja(f"{low}。"),
            "high": ja(f"{high}。"),
            "norm": {"mean": 50, "sd": 18, "reliability": 0.7, "basis": "assumed"},
            **({"balanced": False} if facet in ONE_SIDED else {}),
        }
        for facet, name, low, high in every
    ]
    items = [
        {
            "id": f"{facet}_{at + 1}",
            "trait": facet,
            "keyed": (keyed := ONE_SIDED.get(facet, "+-"[at % 2])),
            "text": ja(sentence.format(end=high if keyed == "+" else low)),
        }
        for at, sentence in enumerate(SENTENCES)
        for facet, _, low, high in every
    ]
    head = {
        "id": "facets",
        "version": "1.0.0",
        "title": ja("30の側面から見る人となり"),
        "about": ja("ふだんの考え方や振る舞いを、30の側面から振り返ります。"),
        "scale": {"points": 5, "labels": [ja(label) for label in POINTS]},
        "forms": {"full": {"minutes": 15}},
    }
    shaped = {"groups": groups(), "traits": traits}
    return write_files(questions / "facets", {"assessment": head, "traits": shaped, "items": items})
