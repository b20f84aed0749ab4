"""The scoring rule: keyed answers -> trait scores -> fit, certainty, verdict, flags; one respondent or a matrix.

No table, no sentence and nothing outside the rule in docs/scoring.md.
"""
