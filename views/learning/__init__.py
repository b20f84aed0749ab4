"""Lessons, quizzes, practice, glossary, comparison, guides and the progress in them.

It knows nothing of the questionnaire; marking and search stand in teaching/.
"""
