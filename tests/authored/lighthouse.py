"""A single role, in two languages, with a short form, scenarios and no guidance: how somebody suits a lighthouse."""

from __future__ import annotations

from pathlib import Path

from tests.authored.files import Words, write_files

TRAITS = (
    (
        "solitude",
        "一人の時間",
        "Time alone",
        "人といると元気になる",
        "Livens up among people",
        "一人で過ごせる",
        "Is good alone",
    ),
    ("watch", "見張り", "Keeping watch", "ときどき見る", "Looks now and then", "目を離さない", "Never looks away"),
    ("repair", "直すこと", "Repairing", "人に頼む", "Asks somebody", "自分で直す", "Repairs it alone"),
    (
        "weather",
        "荒れた空",
        "Rough weather",
        "晴れを待つ",
        "Waits for the sun",
        "嵐の日も外に出る",
        "Goes out in a storm",
    ),
)


def both(ja: str, en: str) -> Words:
    return {"ja": ja, "en": en}


def write_lighthouse(questions: Path) -> Path:
    ids = [trait for trait, *_ in TRAITS]
    head = {
        "id": "lighthouse",
        "version": "1.0.0",
        "title": both("灯台守の仕事との相性", "Would you suit a lighthouse?"),
        "scale": {
            "points": 4,
            "labels": [
                both("違う", "No"),
                both("少し違う", "Rather not"),
                both("ほぼそう", "Rather"),
                both("そう", "Yes"),
            ],
        },
        "forms": {
            "full": {"title": both("ぜんぶ", "Whole"), "minutes": 3},
            "short": {"title": both("半分", "Half"), "minutes": 2, "items": [f"{t}_{n}" for t in ids for n in (1, 2)]},
        },
    }
    traits = [
        {
            "id": trait,
            "name": both(ja, en),
            "about": both(f"{ja}をどう思うか。", f"What {en.lower()} means to you."),
            "low": both(f"{low}。", low_en),
            "high": both(f"{high}。", high_en),
            "norm": {"mean": 50, "sd": 20, "reliability": 0.6, "basis": "assumed"},
        }
        for trait, ja, en, low, low_en, high, high_en in TRAITS
    ]
    items = [
        {"id": f"{trait}_{at}", "trait": trait, "keyed": keyed, "text": both(f"{start}{of}。", f"{begins}: {said}.")}
        for trait, _, _, low, low_en, high, high_en in TRAITS
        for at, (keyed, start, begins, of, said) in enumerate(
            (
                ("+", "ふだん、", "Most days", high, high_en),
                ("-", "ふだん、", "Most days", low, low_en),
                ("+", "海辺では、", "By the sea", high, high_en),
                ("-", "海辺では、", "By the sea", low, low_en),
            ),
            start=1,
        )
    ]
    storm = {
        "id": "storm",
        "text": both("嵐の夜に灯が消えました。", "The light goes out in a storm."),
        "options": [
            {"id": "climb", "text": both("すぐに上る。", "I climb up at once."), "shows": {"repair": 4, "weather": 4}},
            {
                "id": "call",
                "text": both("朝まで待って人を呼ぶ。", "I call help in the morning."),
                "shows": {"repair": 1, "weather": 2},
            },
        ],
    }
    because = both("岬には、ほかにだれもいないから。", "Nobody else is on the cape.")
    roles = {
        "foundation": {"solitude": {"weight": 2, "because": because, "facts": []}},
        "roles": [
            {
                "id": "keeper",
                "name": both("灯台守", "Keeper"),
                "about": both("灯をともし、海を見張る。", "Lights the lamp and watches the sea."),
                "weights": {
                    trait: {"weight": weight, "evidence": "direct", "because": because, "facts": []}
                    for trait, weight in (("watch", 2), ("repair", 1), ("weather", 1))
                },
            }
        ],
    }
    return write_files(
        questions / "lighthouse",
        {"assessment": head, "traits": traits, "items": items, "scenarios": [storm], "roles": roles},
    )
