"""Random sheets of answers for hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from catalog.questionnaire.assessment import Assessment

Answers = dict[str, int | str]


def sheets(assessment: Assessment, form: str = "full", scenarios: bool = True) -> st.SearchStrategy[Answers]:
    """Sheets of ``form`` with gaps, all kinds of gaps from none to everything."""
    columns: dict[str, list[int] | list[str]] = {
        item.id: list(range(1, assessment.scale.points + 1)) for item in assessment.form_items(form)
    }
    if assessment.task_scale:
        ratings = list(range(1, assessment.task_scale.points + 1))
        columns |= {task.id: ratings for task in assessment.form_tasks(form)}
    if scenarios:
        columns |= {s.id: [option.id for option in s.options] for s in assessment.form_scenarios(form)}
    return st.fixed_dictionaries(
        {}, optional={name: st.sampled_from(values) for name, values in columns.items()}
    ) | st.fixed_dictionaries({name: st.sampled_from(values) for name, values in columns.items()})
