"""Hints on the wording of questions: what a careful author looks at once more, and what may well be right as it is.

No error is said here and nothing is refused: what breaks a rule of the files, the checks in ``questionnaire/`` say.
"""
