from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.respondents.merge import merge_answers, merge_progress, merge_timings
from store.respondents.values import Answer, Entry

CODES = st.one_of(st.none(), st.integers(0, 3), st.sampled_from(["a", "b"]))
ANSWERS = st.builds(Answer, st.sampled_from(["q1", "q2"]), CODES, st.integers(0, 3), st.integers(0, 2))


@given(st.lists(ANSWERS, max_size=8), st.data())
def test_any_order_and_any_repeats_converge(answers: list[Answer], data: st.DataObject) -> None:
    other = data.draw(st.permutations(answers)) + data.draw(st.lists(st.sampled_from(answers or [Answer("q1", 1, 0)])))
    assert merged(answers) == merged([answer for answer in other if answer in answers])


@given(st.lists(ANSWERS, min_size=1, max_size=8))
def test_the_latest_moment_stands(answers: list[Answer]) -> None:
    for item, answer in merged(answers).items():
        assert answer.moment == max(other.moment for other in answers if other.question == item)


def test_of_the_same_moment_the_greater_number_stands_then_the_greater_code() -> None:
    first, second = Answer("q1", 5, 7, 1), Answer("q1", 1, 7, 2)
    assert merged([first, second]) == merged([second, first]) == {"q1": second}
    for lesser, greater in [(None, 0), (1, 2), (5, "a"), ("a", "b")]:
        one, other = Answer("q1", lesser, 7), Answer("q1", greater, 7)
        assert merged([one, other]) == merged([other, one]) == {"q1": other}


@given(st.lists(st.dictionaries(st.sampled_from("ab"), st.integers(0, 9)), max_size=5), st.data())
def test_timings_converge(timings: list[dict[str, int]], data: st.DataObject) -> None:
    assert grown(timings) == grown(data.draw(st.permutations(timings)) + timings)


VALUES = st.one_of(st.booleans(), st.integers(-2, 2), st.sampled_from(["", "1", "b"]))
ENTRIES = st.dictionaries(st.sampled_from(["a", "b"]), st.tuples(VALUES, st.integers(0, 3)))


@given(st.lists(ENTRIES, max_size=6), st.data())
def test_progress_converges_in_any_order_with_any_repeats_and_in_any_parts(
    saves: list[dict[str, Entry]], data: st.DataObject
) -> None:
    other = data.draw(st.permutations(saves)) + data.draw(st.lists(st.sampled_from(saves or [{}])))
    cut = data.draw(st.integers(0, len(other)))
    parts = merge_progress(learned(other[:cut]), learned(other[cut:])).entries
    # repr tells True from 1.
    assert in_order(learned(saves)) == in_order(learned(other)) == in_order(dict(parts))


@given(st.lists(ENTRIES, min_size=1, max_size=6))
def test_the_latest_moment_of_each_key_stands_with_a_value_that_was_sent(saves: list[dict[str, Entry]]) -> None:
    stands = learned(saves)
    assert set(stands) == {key for save in saves for key in save}
    for key, entry in stands.items():
        sent = [save[key] for save in saves if key in save]
        assert repr(entry) in map(repr, sent)
        assert entry[1] == max(moment for _, moment in sent)


@given(ENTRIES, ENTRIES)
def test_progress_says_whether_it_moved(kept: dict[str, Entry], incoming: dict[str, Entry]) -> None:
    merged = merge_progress(kept, incoming)
    assert merged.changed is (in_order(dict(merged.entries)) != in_order(kept))
    assert merge_progress(merged.entries, incoming).changed is False


def test_of_the_same_moment_the_greater_value_stands() -> None:
    for lesser, greater in [(False, True), (True, -5), (1, 2), (9, ""), ("a", "b")]:
        one, other = {"a": (lesser, 7)}, {"a": (greater, 7)}
        assert repr(learned([one, other])) == repr(learned([other, one])) == repr(other)


def learned(saves: list[dict[str, Entry]]) -> dict[str, Entry]:
    stands: dict[str, Entry] = {}
    for save in saves:
        stands = dict(merge_progress(stands, save).entries)
    return stands


def in_order(entries: dict[str, Entry]) -> str:
    return repr(sorted(entries.items()))


def merged(answers: list[Answer]) -> dict[str, Answer]:
    sheet: dict[str, Answer] = {}
    for answer in answers:
        sheet = dict(merge_answers(sheet, {answer.question: answer}).answers)
    return sheet


def grown(timings: list[dict[str, int]]) -> dict[str, int]:
    total: dict[str, int] = {}
    for some in timings:
        total = merge_timings(total, some)
    return total
