"""Twelve kinds of hotel work on an eleven-point scale, English only, with guidance and its own norms."""

from __future__ import annotations

from pathlib import Path

from tests.authored.files import Words, write_files

TRAITS = (
    ("welcome", "Welcoming", "Keeps to the task", "Warms to whoever comes in"),
    ("tidiness", "Tidiness", "Lets things lie", "Puts every thing in its place"),
    ("nights", "Nights", "Best in the morning", "Best late at night"),
    ("hands", "Working by hand", "Prefers to plan", "Prefers to work by hand"),
    ("tempo", "Tempo", "Takes time", "Keeps several things going"),
    ("taste", "Taste", "Eats what there is", "Notices every flavour"),
)
FOUNDATION = "welcome"
ROLES = {
    "front_desk": ("Front desk", (1, 0, -1, 2, 0)),
    "night_audit": ("Night audit", (1, 2, -1, -1, 0)),
    "concierge": ("Concierge", (0, 0, -2, 1, 1)),
    "porter": ("Porter", (0, 1, 2, 0, 0)),
    "housekeeping": ("Housekeeping", (2, -2, 2, 0, 0)),
    "laundry": ("Laundry", (1, -1, 2, -1, 0)),
    "kitchen": ("Kitchen", (1, 0, 2, 2, 2)),
    "pastry": ("Pastry", (2, -2, 1, -1, 2)),
    "bar": ("Bar", (0, 2, 1, 1, 1)),
    "dining_room": ("Dining room", (0, 1, 0, 2, 1)),
    "banquets": ("Banquets", (1, 1, -1, 2, 0)),
    "maintenance": ("Maintenance", (1, 0, 2, -2, -1)),
}


def en(text: str) -> Words:
    return {"en": text}


def write_hotel(questions: Path) -> Path:
    ids = [trait for trait, *_ in TRAITS]
    head = {
        "id": "hotel",
        "version": "2.1.0",
        "title": en("Which work in a hotel?"),
        "about": en("Twelve kinds of work in one house, from the front desk to the boiler room."),
        "scale": {"points": 11, "labels": [en(f"{10 * point}%") for point in range(11)]},
        "forms": {"full": {"minutes": 4}, "short": {"minutes": 2, "items": [f"{t}_{n}" for t in ids for n in (1, 2)]}},
    }
    traits = [
        {
            "id": trait,
            "name": en(name),
            "about": en(f"How much {name.lower()} there is in a day that you like."),
            "low": en(low),
            "high": en(high),
            "norm": {
                "mean": 54,
                "sd": 21,
                "reliability": 0.66,
                "basis": "staff_2026",
                "n": 212,
                "date": "2026-03",
                "source": "A survey among hotel staff",
            },
        }
        for trait, name, low, high in TRAITS
    ]
    items = [
        {"id": f"{trait}_{at}", "trait": trait, "keyed": keyed, "text": en(f"{start}{end[0].lower()}{end[1:]}.")}
        for trait, _, low, high in TRAITS
        for at, (keyed, start, end) in enumerate(
            (
                ("+", "Somebody who ", high),
                ("-", "Somebody who ", low),
                ("+", "On a good day: ", high),
                ("-", "On a good day: ", low),
            ),
            start=1,
        )
    ]
    roles = {
        "foundation": {FOUNDATION: {"weight": 2, "because": en("A hotel is there for its guests."), "facts": []}},
        "roles": [
            {
                "id": role,
                "name": en(name),
                "about": en(f"A day at work: {name.lower()}."),
                "weights": {
                    trait: {
                        "weight": weight,
                        "evidence": "indirect",
                        "because": en("So the heads of the house said."),
                        "facts": [],
                    }
                    for trait, weight in zip(ids[1:], weights, strict=True)
                },
            }
            for role, (name, weights) in ROLES.items()
        ],
    }
    return write_files(
        questions / "hotel",
        {"assessment": head, "traits": traits, "items": items, "roles": roles, "guidance": guidance(ids)},
    )


def guidance(traits: list[str]) -> dict[str, object]:
    def end(trait: str, side: str) -> dict[str, Words]:
        return {
            "strength": en(f"Much of the house needs this ({trait}, {side})."),
            "talk": en(f"Tell of a day when it helped ({trait}, {side})."),
            "watch": en(f"Some shifts ask for the opposite ({trait}, {side})."),
            "elsewhere": en(f"A guest house would want it too ({trait}, {side})."),
        }

    return {
        "traits": {
            trait: {"high": end(trait, "high"), "low": end(trait, "low"), "explore": en(f"Follow a shift ({trait}).")}
            for trait in traits
        },
        "conditions": [
            {
                "id": "shifts",
                "name": en("Shifts"),
                "ask_yourself": en("When do you sleep best?"),
                "look_for": en("The roster of the last month."),
                "roles": {"night_audit": {"text": en("From eleven to seven."), "facts": []}},
            }
        ],
        "limits": [{"text": en("It was tried on one house only."), "facts": []}],
    }
