"""Lessons, quizzes, glossary and comparisons -> Learning, checked.

Searching, marking and comparing stand in teaching/, not here.
"""
