from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.merge import merge_answers, merge_timings
from store.sheet import Answer

CODES = st.one_of(st.none(), st.integers(0, 3), st.sampled_from(["a", "b"]))
ANSWERS = st.builds(Answer, st.sampled_from(["q1", "q2"]), CODES, st.integers(0, 3), st.integers(0, 2))


@given(st.lists(ANSWERS, max_size=8), st.data())
def test_any_order_and_any_repeats_converge(answers: list[Answer], data: st.DataObject) -> None:
    other = data.draw(st.permutations(answers)) + data.draw(st.lists(st.sampled_from(answers or [Answer("q1", 1, 0)])))
    assert merged(answers) == merged([answer for answer in other if answer in answers])


@given(st.lists(ANSWERS, min_size=1, max_size=8))
def test_the_latest_moment_stands(answers: list[Answer]) -> None:
    for item, answer in merged(answers).items():
        assert answer.moment == max(other.moment for other in answers if other.item == item)


def test_of_the_same_moment_the_greater_number_stands_then_the_greater_code() -> None:
    first, second = Answer("q1", 5, 7, 1), Answer("q1", 1, 7, 2)
    assert merged([first, second]) == merged([second, first]) == {"q1": second}
    for lesser, greater in [(None, 0), (1, 2), (5, "a"), ("a", "b")]:
        one, other = Answer("q1", lesser, 7), Answer("q1", greater, 7)
        assert merged([one, other]) == merged([other, one]) == {"q1": other}


@given(st.lists(st.dictionaries(st.sampled_from("ab"), st.integers(0, 9)), max_size=5), st.data())
def test_timings_converge(timings: list[dict[str, int]], data: st.DataObject) -> None:
    assert grown(timings) == grown(data.draw(st.permutations(timings)) + timings)


def merged(answers: list[Answer]) -> dict[str, Answer]:
    sheet: dict[str, Answer] = {}
    for answer in answers:
        sheet = dict(merge_answers(sheet, {answer.item: answer}).answers)
    return sheet


def grown(timings: list[dict[str, int]]) -> dict[str, int]:
    total: dict[str, int] = {}
    for some in timings:
        total = merge_timings(total, some)
    return total
