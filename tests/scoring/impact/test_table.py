"""The table of groups: what it shows, what it holds back, and that its numbers are those of SciPy."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from scoring.impact.table import LEAST, ImpactRow, ImpactTable, above_median, impact_table


def table(**counts: tuple[int, int]) -> ImpactTable:
    """``group=(selected, people)``."""
    groups = [group for group, (_, n) in counts.items() for _ in range(n)]
    selected = [k < taken for taken, n in counts.values() for k in range(n)]
    return impact_table(groups, selected)


def row(shown: ImpactTable, group: str) -> ImpactRow:
    (found,) = (one for one in shown.rows if one.group == group)
    return found


def test_the_example_of_the_uniform_guidelines_questions() -> None:
    """Question 12 (1979): 48 of 80 and 12 of 40 selected: 60 % and 30 %, a ratio of one half."""
    shown = table(a=(48, 80), b=(12, 40))
    lower = row(shown, "b")
    assert (lower.rate, lower.ratio, lower.under, lower.highest) == (0.3, 0.5, True, False)
    assert row(shown, "a").ratio == 1.0
    assert row(shown, "a").highest
    assert lower.exact == pytest.approx(fisher_exact([[12, 28], [48, 32]])[1])
    assert lower.chance is not None
    assert lower.chance < 0.01
    assert lower.one_person_decides is False
    assert lower.turns is False


def test_one_person_more_would_bring_it_to_four_fifths() -> None:
    shown = row(table(a=(20, 40), b=(15, 40)), "b")
    assert shown.ratio == pytest.approx(0.75)
    assert shown.one_more == pytest.approx(0.8)
    assert shown.one_less == pytest.approx(0.7)
    assert shown.under
    assert shown.one_person_decides


def test_one_person_less_would_bring_it_under() -> None:
    shown = row(table(a=(20, 40), b=(16, 40)), "b")
    assert (shown.ratio, shown.under, shown.one_person_decides) == (pytest.approx(0.8), False, True)


def test_one_different_person_would_turn_it_round() -> None:
    """What question 21 speaks of: the rates are so near that one person decides which group is ahead."""
    assert row(table(a=(3, 30), b=(2, 30)), "b").turns is True
    assert row(table(a=(3, 30), b=(2, 30)), "b").under is True
    assert row(table(a=(4, 30), b=(2, 30)), "b").turns is False
    assert row(table(a=(2, 30), b=(0, 30)), "b").one_less is None


def test_small_groups_are_listed_with_their_number_alone() -> None:
    shown = table(a=(20, 40), b=(15, 40), c=(1, 29), d=(0, 3))
    assert [one.group for one in shown.rows] == ["a", "b"]
    assert shown.small == (("c", 29), ("d", 3))


def test_a_small_group_is_never_the_measure() -> None:
    assert row(table(a=(10, 40), b=(9, 40), c=(29, 29)), "a").ratio == 1.0


@pytest.mark.parametrize("counts", [{"a": (20, 40), "b": (10, 29)}, {"a": (20, 40)}, {"a": (3, 29), "b": (1, 29)}, {}])
def test_no_table_unless_two_groups_are_large_enough(counts: dict[str, tuple[int, int]]) -> None:
    shown = table(**counts)
    assert shown.rows == ()
    assert dict(shown.small) == {group: n for group, (_, n) in counts.items()}


def test_people_without_a_group_are_counted_and_compared_with_nobody() -> None:
    shown = impact_table(["a"] * 30 + ["b"] * 30 + [""] * 50, [True] * 110)
    assert shown.unknown == 50
    assert {one.group for one in shown.rows} == {"a", "b"}


def test_nobody_selected_is_no_ratio() -> None:
    shown = table(a=(0, 30), b=(0, 30))
    assert [(one.ratio, one.exact, one.under) for one in shown.rows] == [(None, None, False)] * 2


def test_equal_rates_are_no_difference_and_the_larger_group_is_the_measure() -> None:
    shown = table(a=(15, 30), b=(30, 60))
    assert row(shown, "b").highest
    assert (row(shown, "a").ratio, row(shown, "a").chance, row(shown, "a").under) == (1.0, 1.0, False)


def test_lists_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        impact_table(["a", "b"], [True])


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from("abcd"), st.tuples(st.integers(0, 80), st.integers(0, 80)), max_size=4))
def test_what_holds_for_any_table(counts: dict[str, tuple[int, int]]) -> None:
    counts = {group: (min(pair), max(pair)) for group, pair in counts.items() if max(pair)}
    shown = table(**counts)
    assert {one.group for one in shown.rows} | {group for group, _ in shown.small} == set(counts)
    assert all(n < LEAST for _, n in shown.small) or not shown.rows
    assert len(shown.rows) != 1
    for one in shown.rows:
        assert (one.selected, one.n) == counts[one.group]
        assert one.n >= LEAST
        assert one.under == (one.ratio is not None and one.ratio < 0.8 - 1e-12)
        for number in (one.ratio, one.one_more, one.one_less, one.exact, one.chance):
            assert number is None or 0 <= number <= 1
    ratios = [one.ratio for one in shown.rows if one.ratio is not None]
    assert ratios == sorted(ratios, reverse=True)
    assert sum(one.highest for one in shown.rows) == bool(shown.rows)


def test_scoring_rates_are_shares_above_the_median_of_all() -> None:
    assert above_median([1, 2, 3, 4]) == (False, False, True, True)
    assert above_median([1, 2, 2, 2, 9]) == (False, False, False, False, True)
    assert above_median([]) == ()
    with pytest.raises(ValueError, match="no number"):
        above_median([1.0, float("nan")])


def test_the_order_of_people_changes_nothing() -> None:
    groups, selected = ["a", "b"] * 40, [k % 3 == 0 for k in range(80)]
    assert impact_table(groups, selected) == impact_table(groups[::-1], selected[::-1])
