"""Results that a picture must have room for: usual, with gaps, with long names, with many traits and roles."""

from __future__ import annotations

from typing import Any

NAMES = (
    ("協働", "Teamwork"), ("共感", "Empathy"), ("対話", "Communication"), ("問題解決", "Solving"),
    ("切り替え", "Composure"), ("変化と学び", "Adaptability"), ("主体性", "Proactivity"), ("テンポ", "Work pace"),
    ("分析・戦略", "Analysis"), ("手順の重視", "Structure"), ("専門の深さ", "Specialization"),
    ("関係の長さ", "Long-term ties"), ("段取り", "Organization"), ("目標達成", "Results"),
)  # fmt: skip
LONG = ("とても長くてどこでも切れない特性の名前", "Antidisestablishmentarianism")


def cases(made: Any) -> list[tuple[Any, Any]]:
    """Assessments with a result each."""
    usual = made.assessment(names=lambda at: made.text(*NAMES[at]))
    gaps = {trait.id: None if at in (2, 10) else 20.0 + 5 * at for at, trait in enumerate(usual.traits)}
    long = made.assessment(names=lambda at: made.text(*LONG) if at % 4 == 1 else made.text(*NAMES[at]))
    many = made.assessment(30, 10, 8, grouped=25)
    return [
        (usual, made.result(usual)),
        (usual, made.result(usual, scores=gaps, p=(0.2, 0.45, 0.35), gap=3.0)),
        (long, made.result(long)),
        (many, made.result(many)),
    ]
