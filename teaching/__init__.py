"""The rules of learning, pure: search, terms, comparisons, marking a quiz, what to read next.

No page, no file and no answer of a respondent is read or written here.
"""
