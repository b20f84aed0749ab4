"""What is being typed is kept for who typed it, for a day, and only so much of it."""

from __future__ import annotations

from people.organiser.kept import SECONDS, KeptDrafts


def test_nobody_gets_what_another_typed() -> None:
    kept = KeptDrafts()
    kept.keep("a", "new", {"title": "x"})
    assert kept.find("a", "new") == {"title": "x"}
    assert kept.find("b", "new") is None
    assert kept.find("a", "other") is None
    kept.drop("b", "new")
    kept.drop("a", "new")
    assert kept.find("a", "new") is None


def test_it_is_forgotten_after_a_day_and_the_oldest_goes_first() -> None:
    now = [0.0]
    kept = KeptDrafts(2, lambda: now[0])
    for form in ("1", "2"):
        kept.keep("a", form, form)
    kept.keep("a", "1", "again")
    kept.keep("a", "3", "3")
    assert [kept.find("a", form) for form in ("1", "2", "3")] == ["again", None, "3"]
    now[0] = SECONDS
    assert kept.find("a", "3") is None
